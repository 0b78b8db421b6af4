"""The talk with org.freedesktop.portal.GlobalShortcuts: one session, a few shortcuts, nothing that blocks.

Everything but `has_global_shortcuts` and `trigger` belongs to one thread. D-Bus errors stop here: a lost bus
or portal is `PortalGone`, a refusal by the desktop is told to `on_problem`.
"""

from __future__ import annotations

import contextlib
import itertools
import logging
import os
import select
import time
from collections.abc import Callable, Iterator
from typing import Any, Final

from app.adapters.call_queue import CallQueue
from app.adapters.keysyms import KEYSYMS
from app.domain.keys import Chord, KeyAction, KeyEvent, Modifier
from app.domain.problems import HotkeysUnavailable, Problem

logger = logging.getLogger(__name__)

PORTAL: Final = "org.freedesktop.portal.Desktop"
PATH: Final = "/org/freedesktop/portal/desktop"
SHORTCUTS: Final = "org.freedesktop.portal.GlobalShortcuts"
LOOK_SECONDS: Final = 1.5

_DESCRIPTIONS: Final = {
    KeyAction.TALK: "Hold or tap to talk",
    KeyAction.RAW: "Hold or tap to talk, without clean-up",
    KeyAction.CANCEL: "Forget the dictation",
}
_TRIGGER_MODIFIERS: Final = {
    Modifier.CTRL: "CTRL",
    Modifier.ALT: "ALT",
    Modifier.SHIFT: "SHIFT",
    Modifier.SUPER: "LOGO",
}


class PortalGone(Exception):
    """The bus, the portal or the session has ended."""


def trigger_of(chord: Chord) -> str:
    """As the XDG shortcuts specification writes it: "CTRL+ALT+space"."""
    modifiers = [_TRIGGER_MODIFIERS[modifier] for modifier in Modifier if modifier in chord.modifiers]
    return "+".join([*modifiers, KEYSYMS[chord.key][0]])


def has_global_shortcuts() -> bool:
    """Ask the session bus, quickly; never raises."""
    try:
        from jeepney import DBusAddress, MessageType, Properties
        from jeepney.io.blocking import open_dbus_connection

        question = Properties(DBusAddress(PATH, bus_name=PORTAL, interface=SHORTCUTS)).get("version")
        with open_dbus_connection("SESSION") as connection:
            answer = connection.send_and_get_reply(question, timeout=LOOK_SECONDS)
            return bool(answer.header.message_type == MessageType.method_return)
    except Exception as error:  # no library, no bus, no portal, no answer: all the same here
        logger.info("no global shortcuts by the portal: %s", type(error).__name__)
        return False


class Shortcuts:
    """One connection to the portal. `trigger` is what the desktop calls the talk key: None until it has said
    so, empty if it has set none."""

    def __init__(
        self, app_id: str, post: Callable[[object], None], on_problem: Callable[[Problem], None]
    ) -> None:
        self.trigger: str | None = None
        self._app_id = app_id
        self._post = post
        self._on_problem = on_problem
        self._bus: Any = None
        self._wishes: dict[KeyAction, Chord] = {}
        self._heard: frozenset[KeyAction] = frozenset()
        self._session: str | None = None
        self._answers: dict[int, Callable[[Any], None]] = {}
        self._responses: dict[str, Callable[[int, dict[str, Any]], None]] = {}
        self._tokens = itertools.count(1)
        self._is_over = False
        self._is_ending = False

    # --- the thread ---

    def run(self, calls: CallQueue) -> None:
        """Serve the bus and the callers until `end`. Raises PortalGone."""
        try:
            self._connect()
            while not self._is_ending:
                select.select([self._bus.sock, calls.fileno()], [], [])
                calls.serve()
                for message in self._messages():
                    self._take(message)
        except (OSError, KeyError, ValueError) as error:
            raise PortalGone(type(error).__name__) from error

    def check(self) -> None:
        """Raises PortalGone once the session is over."""
        if self._is_over:
            raise PortalGone("the session was closed")

    def end(self) -> None:
        """Close the session and leave `run`."""
        self._close_session()
        self._is_ending = True

    def close(self) -> None:
        """Leave the bus."""
        if self._bus:
            with contextlib.suppress(OSError):
                self._bus.close()

    def bind(self, chords: dict[KeyAction, Chord]) -> None:
        """Hear exactly these; only other talk keys need another session. Raises PortalGone."""
        self.check()
        self._heard = frozenset(chords)
        wishes = dict(chords)
        wishes.pop(KeyAction.CANCEL, None)
        if wishes != self._wishes:
            self._wishes = wishes
            self._close_session()
            self._responses.clear()
            if wishes:
                self._create_session()

    # --- the bus ---

    def _connect(self) -> None:
        # Imported here, on the keys thread: it exists on Linux only.
        from jeepney import MatchRule, message_bus
        from jeepney.io.blocking import open_dbus_connection

        self._bus = open_dbus_connection("SESSION")
        owner = MatchRule(type="signal", interface="org.freedesktop.DBus", member="NameOwnerChanged")
        owner.add_arg_condition(0, PORTAL)
        for rule in (
            MatchRule(type="signal", sender=PORTAL, interface="org.freedesktop.portal.Request"),
            MatchRule(type="signal", sender=PORTAL, interface="org.freedesktop.portal.Session"),
            MatchRule(type="signal", sender=PORTAL, interface=SHORTCUTS),
            owner,
        ):
            self._bus.send_and_get_reply(message_bus.AddMatch(rule), timeout=LOOK_SECONDS)
        # Portals from 1.20 on let a program outside a sandbox say who it is; older ones know no such thing.
        self._call("org.freedesktop.host.portal.Registry", "Register", "sa{sv}", (self._app_id, {}))

    def _messages(self) -> Iterator[Any]:
        with contextlib.suppress(TimeoutError):
            while True:
                yield self._bus.receive(timeout=0)

    def _take(self, message: Any) -> None:  # noqa: ANN401  jeepney has no types
        from jeepney import HeaderFields, MessageType

        fields = message.header.fields
        if message.header.message_type in (MessageType.method_return, MessageType.error):
            answered = self._answers.pop(fields.get(HeaderFields.reply_serial, -1), None)
            if answered:
                answered(message)
            return
        path, body = fields.get(HeaderFields.path), message.body
        match fields.get(HeaderFields.member):
            case "Response" if path in self._responses:
                self._responses.pop(path)(body[0], body[1])
            case "Activated" if body[0] == self._session:
                self._tell_key(body[1], True)
            case "Deactivated" if body[0] == self._session:
                self._tell_key(body[1], False)
            case "ShortcutsChanged" if body[0] == self._session:
                self._read_trigger(body[1])
            case "Closed" if path == self._session:
                self._is_over = True
            case "NameOwnerChanged" if body[1] and self._wishes:
                self._is_over = True

    def _call(
        self,
        interface: str,
        method: str,
        signature: str,
        body: tuple[Any, ...],
        answered: Callable[[Any], None] | None = None,
        path: str = PATH,
    ) -> None:
        """Send, and go on; `answered` gets the reply or error when it comes."""
        from jeepney import DBusAddress, new_method_call

        serial = next(self._bus.outgoing_serial)
        if answered:
            self._answers[serial] = answered
        address = DBusAddress(path, bus_name=PORTAL, interface=interface)
        try:
            self._bus.send(new_method_call(address, method, signature, body), serial=serial)
        except OSError as error:
            raise PortalGone(type(error).__name__) from error

    def _request(
        self,
        method: str,
        signature: str,
        body: tuple[Any, ...],
        options: dict[str, Any],
        done: Callable[[dict[str, Any]], None],
    ) -> None:
        """A call of the portal whose result comes as a Response, after whatever the user is asked."""
        token = f"sayso{os.getpid()}_{next(self._tokens)}"
        sender = self._bus.unique_name[1:].replace(".", "_")
        handle = f"{PATH}/request/{sender}/{token}"

        def responded(code: int, results: dict[str, Any]) -> None:
            if code == 0:
                done(results)
            else:
                self._refuse(f"response {code} to {method}")

        def answered(reply: Any) -> None:  # noqa: ANN401  jeepney has no types
            from jeepney import MessageType

            if reply.header.message_type == MessageType.error and self._responses.pop(handle, None):
                self._refuse(f"error at {method}")

        self._responses[handle] = responded
        self._call(SHORTCUTS, method, signature, (*body, {"handle_token": ("s", token), **options}), answered)

    def _refuse(self, detail: str) -> None:
        """The talk keys may be bound again with another `bind`."""
        self._wishes = {}
        self._on_problem(HotkeysUnavailable("the desktop has not allowed a global shortcut", detail))

    # --- the session ---

    def _create_session(self) -> None:
        token = {"session_handle_token": ("s", f"sayso{os.getpid()}_{next(self._tokens)}")}
        self._request("CreateSession", "a{sv}", (), token, self._bind_shortcuts)

    def _bind_shortcuts(self, created: dict[str, Any]) -> None:
        if not self._wishes:
            return
        self._session = created["session_handle"][1]
        shortcuts: list[tuple[str, dict[str, Any]]] = []
        for action, text in _DESCRIPTIONS.items():
            wish = self._wishes.get(action)
            if wish:
                trigger = ("s", trigger_of(wish))
                shortcuts.append((action.value, {"description": ("s", text), "preferred_trigger": trigger}))
            elif action is not KeyAction.RAW:
                shortcuts.append((action.value, {"description": ("s", text)}))
        self._request(
            "BindShortcuts",
            "oa(sa{sv})sa{sv}",
            (self._session, shortcuts, ""),
            {},
            lambda results: self._read_trigger(results.get("shortcuts", ("", []))[1]),
        )

    def _read_trigger(self, shortcuts: list[tuple[str, dict[str, Any]]]) -> None:
        properties = dict(shortcuts).get(KeyAction.TALK.value, {})
        self.trigger = str(properties.get("trigger_description", ("s", ""))[1])

    def _close_session(self) -> None:
        if self._session:
            self._call("org.freedesktop.portal.Session", "Close", "", (), path=self._session)
        self._session = self.trigger = None

    def _tell_key(self, shortcut: str, pressed: bool) -> None:
        for action in self._heard:
            if action.value == shortcut:
                self._post(KeyEvent(action, pressed, time.monotonic()))
