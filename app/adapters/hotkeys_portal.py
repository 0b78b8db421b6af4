"""Global hotkeys on Wayland, by the desktop portal's GlobalShortcuts interface.

A Wayland program cannot hear keys of its own accord: it names its shortcuts to the portal, the desktop asks
the user once and then decides which keys they are. So the chord of the settings is only a wish
(`preferred_trigger`), and the hint shows what the desktop made of it. All shortcuts are named at once, since
a session can be bound only once and the desktop may ask each time: "raw" only where the user has a key for
it, "cancel" without a wish, as Escape must not be taken from other programs, and heard only while it is bound
here.

`PortalHotkeys` owns a D-Bus connection on a thread of its own, which never waits for one answer: a dialog may
stay open for minutes. What goes wrong later is told to `on_problem`. Failure mode: a session that the desktop
closes, or a portal that ends, makes `is_alive` false, and a new start names the shortcuts again.

The interface: https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.GlobalShortcuts.html
"""

from __future__ import annotations

import logging
import os
import sys
import threading
from collections.abc import Callable, Mapping

from app.adapters.call_queue import CallQueue, NoAnswer
from app.adapters.portal_shortcuts import PortalGone, Shortcuts, has_global_shortcuts
from app.domain.keys import Chord, KeyAction
from app.domain.problems import HotkeysUnavailable, Problem
from app.domain.texts import shown

logger = logging.getLogger(__name__)

ANSWER_SECONDS = 2.0
START_SECONDS = 5.0


class PortalHotkeys:
    """Hears the shortcuts that the desktop keeps for Sayso.

    Args:
        app_id: the name of the desktop file, by which the desktop remembers its user's choice.
    """

    name = shown("desktop portal")

    def __init__(self, app_id: str = "sayso") -> None:
        self._app_id = app_id
        self._calls: CallQueue | None = None
        self._thread: threading.Thread | None = None
        self._shortcuts: Shortcuts | None = None

    @property
    def hint(self) -> str:
        """Which key the desktop has chosen, in its own words."""
        trigger = self._shortcuts.trigger if self._shortcuts else None
        if trigger is None:
            return "Your desktop asks which key to use, and keeps it in its own settings."
        if not trigger:
            return "Your desktop has set no key for it; choose one in the desktop's settings."
        return f"Your desktop has set it to “{trigger}”; change it in the desktop's settings."

    def is_available(self) -> bool:
        """Whether this is a Wayland session whose portal offers global shortcuts."""
        return sys.platform == "linux" and bool(os.environ.get("WAYLAND_DISPLAY")) and has_global_shortcuts()

    def start(self, post: Callable[[object], None], on_problem: Callable[[Problem], None]) -> None:
        """Connect. Raises HotkeysUnavailable."""
        calls = CallQueue()
        shortcuts = Shortcuts(self._app_id, post, on_problem)
        self._thread = threading.Thread(target=self._run, args=(shortcuts, calls), name="keys", daemon=True)
        self._calls, self._shortcuts = calls, shortcuts
        self._thread.start()
        try:
            calls.call(shortcuts.check, START_SECONDS)
        except (NoAnswer, PortalGone):
            raise HotkeysUnavailable("the desktop portal does not answer") from None

    def bind(self, chords: Mapping[KeyAction, Chord]) -> None:
        """Name the shortcuts, unless the same ones are named already. What the desktop says comes later.
        Raises HotkeysUnavailable."""
        if self._calls is None or self._shortcuts is None:
            raise HotkeysUnavailable("it was not started")
        shortcuts, wanted = self._shortcuts, dict(chords)
        try:
            self._calls.call(lambda: shortcuts.bind(wanted), ANSWER_SECONDS)
        except (NoAnswer, PortalGone):
            raise HotkeysUnavailable("the desktop portal does not answer") from None

    def is_alive(self) -> bool:
        """Whether the session still stands."""
        if self._calls is None or self._shortcuts is None:
            return False
        try:
            self._calls.call(self._shortcuts.check, ANSWER_SECONDS)
        except (NoAnswer, PortalGone):
            return False
        return True

    def stop(self) -> None:
        """Close the session."""
        if self._calls is None or self._shortcuts is None or self._thread is None:
            return
        try:
            self._calls.call(self._shortcuts.end, ANSWER_SECONDS)
        except NoAnswer:
            logger.warning("the portal's thread does not answer")
        else:
            self._thread.join(ANSWER_SECONDS)
        self._calls = self._shortcuts = self._thread = None

    @staticmethod
    def _run(shortcuts: Shortcuts, calls: CallQueue) -> None:
        """The thread."""
        try:
            shortcuts.run(calls)
        except PortalGone as error:
            logger.warning("the desktop portal is gone: %s", error)
        finally:
            calls.close()
            shortcuts.close()
