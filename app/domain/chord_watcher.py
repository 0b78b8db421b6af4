"""From the talk key going down and up to "start" and "stop": hold, toggle and hybrid.

A press starts at once, because whoever presses is about to speak. A release counts only if no press follows
within the grace: some keyboards and remote screens send release-press pairs for auto-repeat. Hybrid means
that a tap stays on until the next press, and anything longer than a tap is push-to-talk.

The watcher asks; it does not know. Whether anything is listening is told to it (`ListeningChanged`), so that
a tap after a dictation that ended by itself starts the next one, and a dictation begun by a button is stopped
by a tap. Such news may be late or stale: a hold that began a dictation therefore asks to stop it in any case,
which does nothing where nothing listens. That is the failure mode chosen: one "stop" too many, never a
microphone that stays on.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeAlias, assert_never

from app.domain.dictation import CancelRequested, StartRequested, StopRequested
from app.domain.settings import HotkeyMode, HotkeySettings

Request: TypeAlias = StartRequested | StopRequested | CancelRequested


@dataclass(frozen=True, slots=True)
class ChordPressed:
    """The talk key went down, or repeated itself."""


@dataclass(frozen=True, slots=True)
class ChordReleased:
    """The talk key came up, or seemed to."""


@dataclass(frozen=True, slots=True)
class CancelPressed:
    """The cancel key went down."""


@dataclass(frozen=True, slots=True)
class ListeningChanged:
    """Whether a dictation is being captured, whoever began or ended it."""

    listening: bool


@dataclass(frozen=True, slots=True)
class KeysForgotten:
    """The session was locked, the computer slept, or the keys were set up anew: releases may be lost."""


@dataclass(frozen=True, slots=True)
class TimePassed:
    """`wake_at` has come."""


Input: TypeAlias = (
    ChordPressed | ChordReleased | CancelPressed | ListeningChanged | KeysForgotten | TimePassed
)


@dataclass(frozen=True, slots=True)
class ChordRules:
    """How presses are read; `tap` and `grace` in seconds."""

    mode: HotkeyMode
    tap: float
    grace: float

    @classmethod
    def of(cls, settings: HotkeySettings) -> ChordRules:
        """Those that the user has set."""
        return cls(settings.mode, settings.tap_ms / 1000, settings.release_grace_ms / 1000)


@dataclass(frozen=True, slots=True)
class ChordWatcher:
    """One moment of watching. `step` gives the next one; times are monotonic seconds and may repeat.

    Attributes:
        pressed_at: since when the key is down; None while it is up.
        released_at: when it seemed to come up, while that may still be a flicker.
        began: whether this press began a dictation, so that its release may end it.
        listening: whether a dictation is being captured, as far as is known here.
    """

    rules: ChordRules
    pressed_at: float | None = None
    released_at: float | None = None
    began: bool = False
    listening: bool = False

    @property
    def wake_at(self) -> float | None:
        """When `TimePassed` is due, if nothing comes before."""
        return None if self.released_at is None else self.released_at + self.rules.grace

    def step(self, event: Input, at: float) -> tuple[ChordWatcher, tuple[Request, ...]]:
        """What `event`, which happened at `at`, makes of this moment, and what is to be asked for."""
        settled, before = self._settle(at)
        after, requests = settled._take(event, at)
        return after, before + requests

    def _settle(self, at: float) -> tuple[ChordWatcher, tuple[Request, ...]]:
        """A release whose grace is over by `at` was a real one."""
        if self.wake_at is None or self.released_at is None or at < self.wake_at:
            return self, ()
        return self._come_up(self.released_at)

    def _take(self, event: Input, at: float) -> tuple[ChordWatcher, tuple[Request, ...]]:
        match event:
            case ChordPressed():
                return self._press(at)
            case ChordReleased():
                if self.pressed_at is None or self.released_at is not None:
                    return self, ()
                return replace(self, released_at=at)._settle(at)
            case CancelPressed():
                return replace(self, began=False, listening=False), (CancelRequested(),)
            case ListeningChanged(listening):
                return replace(self, listening=listening), ()
            case KeysForgotten():
                return self._forget()
            case TimePassed():
                return self, ()
            case _:
                assert_never(event)

    def _press(self, at: float) -> tuple[ChordWatcher, tuple[Request, ...]]:
        if self.pressed_at is not None:  # auto-repeat, or the second half of a flicker
            return replace(self, released_at=None), ()
        if self.listening:
            return replace(self, pressed_at=at, began=False, listening=False), (StopRequested(),)
        return replace(self, pressed_at=at, began=True, listening=True), (StartRequested(),)

    def _come_up(self, at: float) -> tuple[ChordWatcher, tuple[Request, ...]]:
        held = at - self.pressed_at if self.pressed_at is not None else 0.0
        if self.rules.mode is HotkeyMode.HYBRID:
            return self._end_press(stop=held >= self.rules.tap)
        return self._end_press(stop=self.rules.mode is HotkeyMode.HOLD)

    def _forget(self) -> tuple[ChordWatcher, tuple[Request, ...]]:
        """A pending release is taken as it is; a key still down is taken for a hold that nobody will end."""
        if self.released_at is not None:
            return self._come_up(self.released_at)
        return self._end_press(stop=self.rules.mode is not HotkeyMode.TOGGLE)

    def _end_press(self, *, stop: bool) -> tuple[ChordWatcher, tuple[Request, ...]]:
        up = replace(self, pressed_at=None, released_at=None, began=False)
        if stop and self.began:
            return replace(up, listening=False), (StopRequested(),)
        return up, ()
