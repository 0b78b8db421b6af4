"""From the raw keys of a whole keyboard to the bound chords, and to what is kept from other programs.

Where the system hands over every key (the Windows hook, the macOS tap, an X11 grab while it lasts), somebody
must decide, at once and for each, whether it belongs to a chord. The rules:

- Nothing is swallowed but a chord's last key: its press, its auto-repeat and its release, all or none.
- Modifiers are exact: F9 with Ctrl held is not F9. While a chord is held its own modifiers do not count, so
  that Escape cancels although Ctrl and Alt are still down.
- A chord comes up when its key or one of its modifiers does, whichever is first.
- The system says which modifiers are held; they are never added up here, so none can get stuck. A key whose
  release was lost costs at most one press; `forget` (lock, sleep, a new hook) costs none.
- One key may end several chords, F9 one and Shift+F9 another: Shift coming up first makes no F9 of the other.
- What is bound may change at any moment; a chord that is held stays held until it really comes up.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from app.domain.keys import Chord, KeyAction, KeyEvent, Modifier


@dataclass(frozen=True, slots=True)
class Verdict:
    """What to do with one raw key, and what it means."""

    swallow: bool
    events: tuple[KeyEvent, ...] = ()


@dataclass(slots=True)
class _Held:
    action: KeyAction
    chord: Chord
    is_over: bool = False  # a modifier came up first; the key itself is still to be swallowed


class KeyTracker:
    """Feed it every key in order; not for two threads at once."""

    def __init__(self) -> None:
        self._chords: dict[KeyAction, Chord] = {}
        self._held: dict[str, _Held] = {}
        self._passed: set[str] = set()

    @property
    def held_keys(self) -> frozenset[str]:
        """The last keys of the chords that are down, by name."""
        return frozenset(self._held)

    def bind(self, chords: Mapping[KeyAction, Chord]) -> None:
        """Watch for exactly these from now on."""
        self._chords = dict(chords)

    def heard(self, key: str | None, pressed: bool, modifiers: AbstractSet[Modifier], at: float) -> Verdict:
        """A key went down, repeated itself or came up.

        Args:
            key: its name, or None for a modifier or a key that has none.
            modifiers: those held after this event.
            at: monotonic seconds.
        """
        events = self._end_chords_without(modifiers, at)
        if key is None:
            return Verdict(False, tuple(events))
        swallow = self._down(key, modifiers, at, events) if pressed else self._up(key, at, events)
        return Verdict(swallow, tuple(events))

    def forget(self, at: float) -> tuple[KeyEvent, ...]:
        """Releases may have been missed: take every key for up. Answers with the chords that end thereby."""
        events = tuple(KeyEvent(held.action, False, at) for held in self._held.values() if not held.is_over)
        self._held.clear()
        self._passed.clear()
        return events

    def _end_chords_without(self, modifiers: AbstractSet[Modifier], at: float) -> list[KeyEvent]:
        events: list[KeyEvent] = []
        for held in self._held.values():
            if not held.is_over and not held.chord.modifiers <= modifiers:
                held.is_over = True
                events.append(KeyEvent(held.action, False, at))
        return events

    def _down(self, key: str, modifiers: AbstractSet[Modifier], at: float, events: list[KeyEvent]) -> bool:
        held = self._held.get(key)
        if held and not held.is_over:
            return True
        action = None if key in self._passed else self._match(key, modifiers)
        if held and action is not held.action:
            # Its auto-repeat, after a modifier came up: what is left of the chord may be another one.
            return True
        if action is None:
            self._passed.add(key)
            return False
        # Also where `held` is over: Ctrl, let go and pressed again, stops the auto-repeat of the other key,
        # so this is a press of its own whose earlier release was lost.
        self._held[key] = _Held(action, self._chords[action])
        events.append(KeyEvent(action, True, at))
        return True

    def _up(self, key: str, at: float, events: list[KeyEvent]) -> bool:
        self._passed.discard(key)
        held = self._held.pop(key, None)
        if held is None:
            return False
        if not held.is_over:
            events.append(KeyEvent(held.action, False, at))
        return True

    def _match(self, key: str, modifiers: AbstractSet[Modifier]) -> KeyAction | None:
        of_held = {
            modifier for held in self._held.values() if not held.is_over for modifier in held.chord.modifiers
        }
        found = [
            action
            for action, chord in self._chords.items()
            if chord.key == key and chord.modifiers <= modifiers <= chord.modifiers | of_held
        ]
        # Two can fit only while a chord is held, and another talk key would do nothing then.
        return KeyAction.CANCEL if KeyAction.CANCEL in found else next(iter(found), None)
