"""A desktop portal with GlobalShortcuts, on the private bus: what desktops' own do, without their dialogs.

It answers as the interface demands: each request at once with a handle, its result later as a Response of
that handle; a session is the caller's until either side closes it.
"""

from __future__ import annotations

import select
import threading
from collections.abc import Callable
from typing import Any, Final

from jeepney import (
    DBusAddress,
    HeaderFields,
    MessageType,
    message_bus,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.io.blocking import open_dbus_connection

from app.adapters.call_queue import CallQueue

NAME: Final = "org.freedesktop.portal.Desktop"
PATH: Final = "/org/freedesktop/portal/desktop"
SHORTCUTS: Final = "org.freedesktop.portal.GlobalShortcuts"
SESSION: Final = "org.freedesktop.portal.Session"
REQUEST: Final = "org.freedesktop.portal.Request"
ANSWER_SECONDS: Final = 10.0
ALLOWED, REFUSED = 0, 1


class Portal:
    """Serves on a thread of its own from the moment it is made until `close`.

    Attributes:
        verdict: what the user says in the dialog that a portal shows for BindShortcuts.
        named: for each BindShortcuts, the wished trigger of each shortcut, None where there is none.
        closed: the sessions that the client has closed.
    """

    def __init__(self) -> None:
        self.verdict = ALLOWED
        self.named: list[dict[str, str | None]] = []
        self.closed: list[str] = []
        self._session = ""
        self._calls = CallQueue()
        self._bus: Any = open_dbus_connection("SESSION")
        reply = self._bus.send_and_get_reply(message_bus.RequestName(NAME))
        assert reply.body == (1,)
        self._is_over = False
        self._thread = threading.Thread(target=self._run, name="portal", daemon=True)
        self._thread.start()

    # --- what the desktop does; from the test's thread ---

    def press(self, shortcut: str) -> None:
        """The user presses the key that the desktop has set for `shortcut`."""
        self._signal(SHORTCUTS, "Activated", "osta{sv}", (self._session, shortcut, 111, {}))

    def release(self, shortcut: str) -> None:
        self._signal(SHORTCUTS, "Deactivated", "osta{sv}", (self._session, shortcut, 222, {}))

    def end_session(self) -> None:
        """The desktop closes it, as when the user takes the leave back."""
        session = self._session
        self._signal(SESSION, "Closed", "a{sv}", ({},), path=session)

    def close(self) -> None:
        """The portal ends, and its name is free again."""
        if self._thread.is_alive():
            self._calls.call(self._end, ANSWER_SECONDS)
            self._thread.join(ANSWER_SECONDS)

    def _signal(
        self, interface: str, name: str, signature: str, body: tuple[object, ...], path: str = PATH
    ) -> None:
        signal = new_signal(DBusAddress(path, interface=interface), name, signature, body)
        self._calls.call(lambda: self._bus.send(signal), ANSWER_SECONDS)

    # --- the thread ---

    def _run(self) -> None:
        while not self._is_over:
            select.select([self._bus.sock, self._calls.fileno()], [], [])
            self._calls.serve()
            try:
                while not self._is_over:
                    self._take(self._bus.receive(timeout=0))
            except TimeoutError:
                pass
        self._calls.close()
        self._bus.close()

    def _end(self) -> None:
        self._is_over = True

    def _take(self, message: Any) -> None:  # noqa: ANN401  jeepney has no types
        if message.header.message_type is not MessageType.method_call:
            return
        fields = message.header.fields
        methods: dict[str, Callable[[Any], None]] = {
            "Get": lambda call: self._bus.send(new_method_return(call, "v", (("u", 1),))),
            "CreateSession": self._create_session,
            "BindShortcuts": self._bind_shortcuts,
            "Close": self._close_session,
        }
        # The registry of portals since 1.20 is not here, as in Debian 12.
        unknown = "org.freedesktop.DBus.Error.UnknownMethod"
        refuse: Callable[[Any], None] = lambda call: self._bus.send(new_error(call, unknown))  # noqa: E731
        methods.get(fields[HeaderFields.member], refuse)(message)

    def _respond(self, call: Any, token: str, code: int, results: dict[str, tuple[str, Any]]) -> None:  # noqa: ANN401
        sender = call.header.fields[HeaderFields.sender]
        handle = f"{PATH}/request/{sender[1:].replace('.', '_')}/{token}"
        self._bus.send(new_method_return(call, "o", (handle,)))
        response = new_signal(DBusAddress(handle, interface=REQUEST), "Response", "ua{sv}", (code, results))
        self._bus.send(response)

    def _create_session(self, call: Any) -> None:  # noqa: ANN401
        (options,) = call.body
        self._session = f"{PATH}/session/client/{options['session_handle_token'][1]}"
        created = {"session_handle": ("s", self._session)}
        self._respond(call, options["handle_token"][1], ALLOWED, created)

    def _bind_shortcuts(self, call: Any) -> None:  # noqa: ANN401
        session, shortcuts, _parent, options = call.body
        assert session == self._session
        wishes = {name: properties.get("preferred_trigger", ("s", None))[1] for name, properties in shortcuts}
        self.named.append(wishes)
        set_to = [
            (
                name,
                {**properties, "trigger_description": ("s", f"Press {wishes[name]}" if wishes[name] else "")},
            )
            for name, properties in shortcuts
        ]
        results = {"shortcuts": ("a(sa{sv})", set_to)} if self.verdict == ALLOWED else {}
        self._respond(call, options["handle_token"][1], self.verdict, results)

    def _close_session(self, call: Any) -> None:  # noqa: ANN401
        self.closed.append(call.header.fields[HeaderFields.path])
        self._bus.send(new_method_return(call))
