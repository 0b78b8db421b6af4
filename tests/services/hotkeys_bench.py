"""The hotkey service on a desk of its own, for its tests."""

from __future__ import annotations

from app.domain.keys import KeyAction, KeyEvent
from app.domain.problems import Problem
from app.domain.settings import HotkeyMode, HotkeySettings
from app.services.events import Noticed, TalkKeyHeld
from app.services.hotkeys import HotkeysChosen, HotkeyService
from tests.fakes import FakeClock, FakeHotkeys, FakeInbox

HOLD = HotkeySettings(mode=HotkeyMode.HOLD)


class Desk:
    """A service, what it posts, and a hand on the keys."""

    def __init__(self, *backends: FakeHotkeys, settings: HotkeySettings = HOLD) -> None:
        self.clock = FakeClock()
        self.inbox = FakeInbox(self.clock)
        self.posted: list[object] = []
        self.backend = backends[-1] if backends else FakeHotkeys()
        self.service = HotkeyService(
            backends or (self.backend,), self.clock, self.inbox, self.posted.append, settings
        )
        self.service.start()
        self.inbox.run()

    def key(self, pressed: bool, action: KeyAction = KeyAction.TALK) -> None:
        assert self.backend.post is not None
        self.backend.post(KeyEvent(action, pressed, self.clock.now()))
        self.inbox.run()

    def listen(self, is_listening: bool) -> None:
        self.service.listening(is_listening)
        self.inbox.run()

    def bound(self) -> dict[KeyAction, str]:
        return {action: str(chord) for action, chord in self.backend.bound.items()}

    def take(self) -> list[object]:
        """What was posted since the last look, without the backend in use and the key being down."""
        taken = [event for event in self.posted if not isinstance(event, HotkeysChosen | TalkKeyHeld)]
        self.posted.clear()
        return taken

    def held(self) -> list[bool]:
        """What was told since the last look of a talk key being held."""
        return [event.is_held for event in self.posted if isinstance(event, TalkKeyHeld)]

    def sentences(self) -> list[str]:
        return [event.problem.sentence for event in self.take() if isinstance(event, Noticed)]

    def problems(self) -> list[type[Problem]]:
        return [type(event.problem) for event in self.take() if isinstance(event, Noticed)]
