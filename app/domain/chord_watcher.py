"""From the talk keys going down and up to "start" and "stop": hold, toggle and hybrid.

A press starts at once, because whoever presses is about to speak. A release counts only if no press follows
within the grace: some keyboards and remote screens send release-press pairs for auto-repeat. Hybrid means
that a tap stays on until the next press, and anything longer than a tap is push-to-talk.

There are two talk keys, one of them for raw text. They differ in what a start asks for and in nothing else: a
press of either stops what a tap has left on, whichever key that was. While one is held the other is passed
over, from its press to its release, so that it does not start something in the middle of being held.

The watcher asks; it does not know. Whether anything is listening is told to it (`ListeningChanged`), so that
a tap after a dictation that ended by itself starts the next one, and a dictation begun by a button is stopped
by a tap. Such news may be late or stale: a hold that began a dictation therefore asks to stop it in any case,
which does nothing where nothing listens. That is the failure mode chosen: one "stop" too many, never a
microphone that stays on. A key whose release was lost is taken for held until it comes up again or
`KeysForgotten`; the cancel key works all the time.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeAlias, assert_never

from app.domain.dictation_events import CancelRequested, StartRequested, StopRequested
from app.domain.settings import HotkeyMode, HotkeySettings

Request: TypeAlias = StartRequested | StopRequested | CancelRequested


@dataclass(frozen=True, slots=True)
class ChordPressed:
    """A talk key went down, or repeated itself; `raw`: the one for raw text."""

    raw: bool = False


@dataclass(frozen=True, slots=True)
class ChordReleased:
    """A talk key came up, or seemed to."""

    raw: bool = False


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
class Press:
    """A talk key that is down.

    Attributes:
        raw: which of the two.
        at: since when.
        released_at: when it seemed to come up, while that may still be a flicker.
        began: whether this press began a dictation, so that its release may end it.
    """

    raw: bool
    at: float
    released_at: float | None = None
    began: bool = False

    def is_over(self, at: float, grace: float) -> bool:
        """Whether it came up so long ago that no flicker is to be feared any more."""
        return self.released_at is not None and at >= self.released_at + grace


@dataclass(frozen=True, slots=True)
class ChordWatcher:
    """One moment of watching. `step` gives the next one; times are monotonic seconds and may repeat.

    Attributes:
        held: the talk key whose press counts; None while there is none.
        passed_over: the other one, pressed while that was held. Never the same key as `held`.
        listening: whether a dictation is being captured, as far as is known here.
    """

    rules: ChordRules
    held: Press | None = None
    passed_over: Press | None = None
    listening: bool = False

    @property
    def wake_at(self) -> float | None:
        """When `TimePassed` is due, if nothing comes before."""
        if self.held is None or self.held.released_at is None:
            return None
        return self.held.released_at + self.rules.grace

    def step(self, event: Input, at: float) -> tuple[ChordWatcher, tuple[Request, ...]]:
        """What `event`, which happened at `at`, makes of this moment, and what is to be asked for."""
        settled, before = self._settle(at)
        after, requests = settled._take(event, at)
        return after, before + requests

    def _settle(self, at: float) -> tuple[ChordWatcher, tuple[Request, ...]]:
        """A release whose grace is over by `at` was a real one."""
        settled, grace = self, self.rules.grace
        if settled.passed_over and settled.passed_over.is_over(at, grace):
            settled = replace(settled, passed_over=None)
        return settled._come_up() if settled.held and settled.held.is_over(at, grace) else (settled, ())

    def _take(self, event: Input, at: float) -> tuple[ChordWatcher, tuple[Request, ...]]:
        match event:
            case ChordPressed(raw):
                return self._press(raw, at)
            case ChordReleased(raw):
                return self._release(raw, at)
            case CancelPressed():
                held = replace(self.held, began=False) if self.held else None
                return replace(self, held=held, listening=False), (CancelRequested(),)
            case ListeningChanged(listening):
                return replace(self, listening=listening), ()
            case KeysForgotten():
                return self._forget()
            case TimePassed():
                return self, ()
            case _:
                assert_never(event)

    def _press(self, raw: bool, at: float) -> tuple[ChordWatcher, tuple[Request, ...]]:
        # Of a key that is down: auto-repeat, or the second half of a flicker.
        if self.held and self.held.raw is raw:
            return replace(self, held=replace(self.held, released_at=None)), ()
        if self.passed_over and self.passed_over.raw is raw:
            return replace(self, passed_over=replace(self.passed_over, released_at=None)), ()
        if self.held is None:
            return self._count(Press(raw, at))
        if self.held.released_at is None:
            return replace(self, passed_over=Press(raw, at)), ()
        # The finger has gone over to the other key, within the grace: what it now says is not to be lost.
        up, before = self._come_up()
        after, requests = up._count(Press(raw, at))
        return after, before + requests

    def _count(self, press: Press) -> tuple[ChordWatcher, tuple[Request, ...]]:
        """No talk key is held, and this one goes down."""
        if self.listening:
            return replace(self, held=press, listening=False), (StopRequested(),)
        return replace(self, held=replace(press, began=True), listening=True), (StartRequested(press.raw),)

    def _release(self, raw: bool, at: float) -> tuple[ChordWatcher, tuple[Request, ...]]:
        """The first release counts; without a grace it does so at once."""
        if self.held and self.held.raw is raw and self.held.released_at is None:
            return replace(self, held=replace(self.held, released_at=at))._settle(at)
        other = self.passed_over
        if other and other.raw is raw and other.released_at is None:
            return replace(self, passed_over=replace(other, released_at=at))._settle(at)
        return self, ()

    def _come_up(self) -> tuple[ChordWatcher, tuple[Request, ...]]:
        """What is held came up when it seemed to."""
        press = self.held
        if press is None or press.released_at is None:
            return self, ()
        if self.rules.mode is HotkeyMode.HYBRID:
            return self._end_press(stop=press.released_at - press.at >= self.rules.tap)
        return self._end_press(stop=self.rules.mode is HotkeyMode.HOLD)

    def _forget(self) -> tuple[ChordWatcher, tuple[Request, ...]]:
        """A pending release is taken as it is; a key still down is taken for a hold that nobody will end."""
        alone = replace(self, passed_over=None)
        if self.held and self.held.released_at is not None:
            return alone._come_up()
        return alone._end_press(stop=self.rules.mode is not HotkeyMode.TOGGLE)

    def _end_press(self, *, stop: bool) -> tuple[ChordWatcher, tuple[Request, ...]]:
        up = replace(self, held=None)
        if stop and self.held and self.held.began:
            return replace(up, listening=False), (StopRequested(),)
        return up, ()
