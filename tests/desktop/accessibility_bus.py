"""The desktop's accessibility bus, and what a screen reader finds and hears on it.

Problem: what Qt tells assistive technology shows only to another process, by the same interface (AT-SPI) that
    screen readers use.
Rules: it asks as a screen reader does; nothing is read of Sayso by any other way. The bus belongs to the
    desktop of the tests and ends with it.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from jeepney import (
    DBusAddress,
    HeaderFields,
    MatchRule,
    MessageType,
    Properties,
    message_bus,
    new_method_call,
)
from jeepney.io.blocking import open_dbus_connection

LAUNCHER: Final = "/usr/libexec/at-spi-bus-launcher"
BUS: Final = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
STATUS: Final = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Status")
REGISTRY: Final = "org.a11y.atspi.Registry"
ACCESSIBLE: Final = "org.a11y.atspi.Accessible"
ACTION: Final = "org.a11y.atspi.Action"
EVENTS: Final = "org.a11y.atspi.Event.Object"
ROOT: Final = "/org/a11y/atspi/accessible/root"
ANSWER_SECONDS: Final = 20.0
AT_ONCE: Final = 100
"""Questions that are on their way together."""

LABELLED_BY: Final = 2
"""The relation of a control with the label that names it."""

FOCUSABLE, FOCUSED, SENSITIVE, SHOWING, VISIBLE = 11, 12, 24, 25, 30
"""States by their bits."""

POLITE, ASSERTIVE = 1, 2
"""How an announcement wants to be said."""


@dataclass(frozen=True, slots=True)
class Node:
    """One thing that a screen reader finds."""

    name: str
    role: str
    """In AT-SPI's own words: "push button", "check box"."""
    states: frozenset[int]
    depth: int
    place: tuple[str, str]
    """Bus name and path."""

    def __str__(self) -> str:
        return f"{self.role} “{self.name}”"


class AccessibilityBus:
    """A screen reader: the bus is there and switched on from the moment this is made until `close`.

    Args:
        wait: lets the test's event loop run until a condition holds.
    """

    def __init__(self, wait: Callable[[Callable[[], object]], None]) -> None:
        self._wait = wait
        # Its settings would come from a daemon that the private bus has not.
        environment = {**os.environ, "GSETTINGS_BACKEND": "memory"}
        self._launcher = subprocess.Popen(
            [LAUNCHER, "--launch-immediately"], env=environment, stderr=subprocess.DEVNULL
        )
        self._session: Any = open_dbus_connection("SESSION")
        wait(self._is_there)
        (address,) = self._ask(self._session, new_method_call(BUS, "GetAddress"))
        self._bus: Any = open_dbus_connection(address)
        for name in ("IsEnabled", "ScreenReaderEnabled"):
            self._ask(self._session, Properties(STATUS).set(name, "b", True))
        self._heard: Any = open_dbus_connection(address)
        rule = MatchRule(type="signal", interface=EVENTS, member="Announcement")
        self._ask(self._heard, message_bus.AddMatch(rule))
        registry = DBusAddress("/org/a11y/atspi/registry", REGISTRY, REGISTRY)
        self._ask(self._heard, new_method_call(registry, "RegisterEvent", "s", ("object:announcement",)))
        self.announcements: list[tuple[str, int]] = []

    def close(self) -> None:
        """The screen reader and its bus are gone."""
        for connection in (self._heard, self._bus, self._session):
            connection.close()
        self._launcher.terminate()
        self._launcher.wait()

    def _is_there(self) -> bool:
        return bool(self._ask(self._session, message_bus.NameHasOwner("org.a11y.Bus"))[0])

    # --- what is found ---

    def program(self, name: str) -> tuple[str, str]:
        """The place of the program that is called so, once it is on the bus."""
        found: list[tuple[str, str]] = []

        def look() -> bool:
            found.extend(
                place
                for place in self._children((REGISTRY, ROOT))
                # The tests' own process may be there as well, and cannot answer while it asks.
                if self._process(place[0]) != os.getpid()
                and str(self._property(place, "Name")).lower() == name.lower()
            )
            return bool(found)

        self._wait(look)
        return found[0]

    def in_view(self, place: tuple[str, str]) -> list[Node]:
        """`place` and all below it that is visible or scrolled out of view; what is hidden is left out."""
        found: list[Node] = []
        level, depth = [place], 0
        while level:
            asked = [self._questions(each) for each in level]
            # One after the other, each would wait for the window's thread to come round again.
            answers = iter(self._ask_all([each for questions in asked for each in questions]))
            level_before, level = level, []
            for each in level_before:
                name, role, states, children = (next(answers) for _ in range(4))
                if None in (name, role, states, children):
                    continue  # gone in the meantime
                node = Node(str(name[0][1]), str(role[0]), _bits(*states[0]), depth, each)
                if not depth or VISIBLE in node.states:
                    found.append(node)
                    level += [(program, path) for program, path in children[0]]
            depth += 1
        return found

    def name_by_label(self, place: tuple[str, str]) -> str:
        """The words of the label that names what is there, where there is one."""
        ((relations),) = self._ask(self._bus, self._call(place, "GetRelationSet"))
        labels = [target for kind, targets in relations if kind == LABELLED_BY for target in targets]
        return " ".join(str(self._property(label, "Name")) for label in labels)

    def description(self, place: tuple[str, str]) -> str:
        return str(self._property(place, "Description"))

    def press(self, place: tuple[str, str]) -> None:
        """Do the first thing that it offers to be done, as a reader's user does."""
        address = DBusAddress(place[1], place[0], ACTION)
        self._ask(self._bus, new_method_call(address, "DoAction", "i", (0,)))

    # --- what is heard ---

    def listen(self) -> list[tuple[str, int]]:
        """All that was announced so far: the words, and `POLITE` or `ASSERTIVE`."""
        try:
            while True:
                message = self._heard.receive(timeout=0)
                if message.header.fields.get(HeaderFields.member) == "Announcement":
                    _, politeness, _, (_, words), _ = message.body
                    self.announcements.append((words, politeness))
        except TimeoutError:
            return self.announcements

    # --- asking ---

    def _questions(self, place: tuple[str, str]) -> tuple[Any, Any, Any, Any]:
        name = Properties(DBusAddress(place[1], place[0], ACCESSIBLE)).get("Name")
        return (name, *(self._call(place, method) for method in ("GetRoleName", "GetState", "GetChildren")))

    def _ask_all(self, messages: list[Any]) -> list[Any]:
        """What each is answered; None where it is an error."""
        found = dict.fromkeys(range(len(messages)))
        for start in range(0, len(messages), AT_ONCE):
            numbers = range(start, min(start + AT_ONCE, len(messages)))
            waited = {next(self._bus.outgoing_serial): number for number in numbers}
            for serial, number in waited.items():
                self._bus.send(messages[number], serial=serial)
            while waited:
                reply = self._bus.receive(timeout=ANSWER_SECONDS)
                asked = waited.pop(reply.header.fields.get(HeaderFields.reply_serial, 0), None)
                if asked is not None and reply.header.message_type is MessageType.method_return:
                    found[asked] = reply.body
        return list(found.values())

    def _children(self, place: tuple[str, str]) -> list[tuple[str, str]]:
        (children,) = self._ask(self._bus, self._call(place, "GetChildren"))
        return [(name, path) for name, path in children]

    def _process(self, bus_name: str) -> int:
        (process,) = self._ask(self._bus, message_bus.GetConnectionUnixProcessID(bus_name))
        return int(process)

    def _property(self, place: tuple[str, str], name: str) -> object:
        address = DBusAddress(place[1], place[0], ACCESSIBLE)
        ((_, value),) = self._ask(self._bus, Properties(address).get(name))
        return value

    def _call(self, place: tuple[str, str], method: str) -> Any:  # noqa: ANN401  jeepney has no types
        return new_method_call(DBusAddress(place[1], place[0], ACCESSIBLE), method)

    def _ask(self, connection: Any, message: Any) -> Any:  # noqa: ANN401
        reply = connection.send_and_get_reply(message, timeout=ANSWER_SECONDS)
        assert reply.header.message_type is MessageType.method_return, (message, reply.body)
        return reply.body


def _bits(low: int, high: int) -> frozenset[int]:
    """The states of a set that comes as two numbers."""
    whole = low | high << 32
    return frozenset(bit for bit in range(64) if whole >> bit & 1)
