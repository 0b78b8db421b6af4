"""A panel that shows tray icons by StatusNotifierItem, on the private bus: what it is told of, and its user.

It draws nothing. Icons register with it as with a desktop's own, and their menus are read and clicked by the
interface that panels use (com.canonical.dbusmenu).
"""

from __future__ import annotations

import select
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from jeepney import (
    DBusAddress,
    HeaderFields,
    MessageType,
    Properties,
    message_bus,
    new_error,
    new_method_call,
    new_method_return,
)
from jeepney.io.blocking import open_dbus_connection

from app.adapters.call_queue import CallQueue

NAME: Final = "org.kde.StatusNotifierWatcher"
ITEM: Final = "org.kde.StatusNotifierItem"
ITEM_PATH: Final = "/StatusNotifierItem"
MENU: Final = "com.canonical.dbusmenu"
ANSWER_SECONDS: Final = 10.0


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a menu as the panel would draw it."""

    id: int
    says: str
    is_enabled: bool
    is_ticked: bool
    within: tuple[Entry, ...] = ()


class StatusNotifierPanel:
    """Serves on a thread of its own from the moment it is made until `close`. `items` are the bus names of
    the icons that have registered."""

    def __init__(self) -> None:
        self.items: list[str] = []
        self._calls = CallQueue()
        self._bus: Any = open_dbus_connection("SESSION")
        self._asking: Any = open_dbus_connection("SESSION")
        reply = self._bus.send_and_get_reply(message_bus.RequestName(NAME))
        assert reply.body == (1,)
        self._is_over = False
        self._thread = threading.Thread(target=self._run, name="panel", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """The panel ends."""
        if self._thread.is_alive():
            self._calls.call(self._end, ANSWER_SECONDS)
            self._thread.join(ANSWER_SECONDS)
            self._asking.close()

    # --- what its user does; from the test's thread ---

    def entries(self) -> tuple[Entry, ...]:
        """The menu of the newest icon, after it was told that it is about to be seen."""
        self._ask_menu("AboutToShow", "i", (0,))
        (_, layout) = self._ask_menu("GetLayout", "iias", (0, -1, []))
        return tuple(_entries(layout))

    def find(self, *path: str) -> Entry:
        """The entry that says so, behind the submenus before it."""
        entries = self.entries()
        for says in path[:-1]:
            entries = _named(entries, says).within
        return _named(entries, path[-1])

    def click(self, *path: str) -> None:
        """Choose it, with the submenus before it opened."""
        entry = self.find(*path)
        assert entry.is_enabled, path
        self._ask_menu("Event", "isvu", (entry.id, "clicked", ("i", 0), 0))

    def activate(self) -> None:
        """Click the icon itself."""
        address = DBusAddress(ITEM_PATH, self.items[-1], ITEM)
        self._ask(new_method_call(address, "Activate", "ii", (0, 0)))

    @property
    def says(self) -> str:
        """What stands beside the icon when the pointer is on it."""
        return str(self._property("ToolTip")[2])

    @property
    def picture(self) -> bytes:
        """The icon's own pixels, in its first size."""
        return bytes(self._property("IconPixmap")[0][2])

    # --- asking ---

    def _property(self, name: str) -> Any:  # noqa: ANN401  whatever the property holds
        address = DBusAddress(ITEM_PATH, self.items[-1], ITEM)
        ((_, value),) = self._ask(Properties(address).get(name))
        return value

    def _ask_menu(self, method: str, signature: str, body: tuple[object, ...]) -> Any:  # noqa: ANN401
        address = DBusAddress(self._property("Menu"), self.items[-1], MENU)
        return self._ask(new_method_call(address, method, signature, body))

    def _ask(self, message: Any) -> Any:  # noqa: ANN401  jeepney has no types
        reply = self._asking.send_and_get_reply(message, timeout=ANSWER_SECONDS)
        assert reply.header.message_type is MessageType.method_return, reply.body
        return reply.body

    # --- the thread ---

    def _run(self) -> None:
        while not self._is_over:
            # First of all: what came with the answer to the name lies in the connection's own buffer.
            try:
                while True:
                    self._take(self._bus.receive(timeout=0))
            except TimeoutError:
                pass
            select.select([self._bus.sock, self._calls.fileno()], [], [])
            self._calls.serve()
        self._calls.close()
        self._bus.close()

    def _end(self) -> None:
        self._is_over = True

    def _take(self, message: Any) -> None:  # noqa: ANN401
        if message.header.message_type is not MessageType.method_call:
            return
        match message.header.fields[HeaderFields.member]:
            case "RegisterStatusNotifierItem":
                self.items.append(message.header.fields[HeaderFields.sender])
                self._bus.send(new_method_return(message))
            case "Get":
                values = {"IsStatusNotifierHostRegistered": ("b", True), "ProtocolVersion": ("i", 0)}
                self._bus.send(new_method_return(message, "v", (values[message.body[1]],)))
            case _:
                unknown = "org.freedesktop.DBus.Error.UnknownMethod"
                self._bus.send(new_error(message, unknown))


def _entries(layout: Any) -> Iterator[Entry]:  # noqa: ANN401
    for _, (id, properties, within) in layout[2]:
        known = {name: value for name, (_, value) in properties.items()}
        if known.get("type") == "separator" or not known.get("visible", True):
            continue
        yield Entry(
            id,
            str(known.get("label", "")),
            bool(known.get("enabled", True)),
            known.get("toggle-state") == 1,
            tuple(_entries((id, properties, within))),
        )


def _named(entries: tuple[Entry, ...], says: str) -> Entry:
    found = [each for each in entries if each.says == says]
    assert len(found) == 1, (says, [each.says for each in entries])
    return found[0]
