"""The orders in which keys really come: auto-repeat, modifiers let go first, locks, lost releases."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.domain.key_tracker import KeyTracker, Verdict
from app.domain.keys import Chord, KeyAction, KeyEvent, Modifier

NONE: frozenset[Modifier] = frozenset()
CTRL = frozenset({Modifier.CTRL})
SHIFT = frozenset({Modifier.SHIFT})
CTRL_ALT = frozenset({Modifier.CTRL, Modifier.ALT})
F9 = {KeyAction.TALK: Chord.parse("f9")}
F9_TWICE = {**F9, KeyAction.RAW: Chord.parse("shift+f9")}
SPACE = {KeyAction.TALK: Chord.parse("ctrl+alt+space"), KeyAction.CANCEL: Chord.parse("escape")}


def down(action: KeyAction = KeyAction.TALK) -> KeyEvent:
    return KeyEvent(action, True, 1.0)


def up(action: KeyAction = KeyAction.TALK) -> KeyEvent:
    return KeyEvent(action, False, 1.0)


class Keyboard:
    """Feeds a tracker, all at one moment."""

    def __init__(self, chords: dict[KeyAction, Chord]) -> None:
        self.tracker = KeyTracker()
        self.tracker.bind(chords)

    def down(self, key: str | None, modifiers: frozenset[Modifier] = NONE) -> Verdict:
        return self.tracker.heard(key, True, modifiers, 1.0)

    def up(self, key: str | None, modifiers: frozenset[Modifier] = NONE) -> Verdict:
        return self.tracker.heard(key, False, modifiers, 1.0)


def test_a_bound_key_is_swallowed_from_press_to_release_repeats_included() -> None:
    keyboard = Keyboard(F9)
    assert keyboard.down("f9") == Verdict(True, (down(),))
    assert keyboard.down("f9") == Verdict(True)
    assert keyboard.up("f9") == Verdict(True, (up(),))
    assert keyboard.up("f9") == Verdict(False)


def test_other_keys_and_modifiers_pass() -> None:
    keyboard = Keyboard(SPACE)
    assert keyboard.down(None, CTRL) == Verdict(False)
    assert keyboard.down("a", CTRL) == Verdict(False)
    assert keyboard.down("space", CTRL) == Verdict(False)
    assert keyboard.up("space", CTRL) == Verdict(False)


def test_more_modifiers_than_bound_are_another_chord() -> None:
    keyboard = Keyboard(F9)
    assert keyboard.down("f9", CTRL) == Verdict(False)
    assert keyboard.up("f9") == Verdict(False)


def test_a_chord_ends_with_its_first_modifier_and_its_key_stays_swallowed() -> None:
    keyboard = Keyboard(SPACE)
    assert keyboard.down("space", CTRL_ALT) == Verdict(True, (down(),))
    assert keyboard.up(None, CTRL) == Verdict(False, (up(),))
    assert keyboard.down("space", CTRL) == Verdict(True)
    assert keyboard.up(None, NONE) == Verdict(False)
    assert keyboard.up("space") == Verdict(True)


def test_a_modifier_that_joins_later_does_not_end_a_chord() -> None:
    keyboard = Keyboard(F9)
    keyboard.down("f9")
    assert keyboard.down(None, CTRL) == Verdict(False)
    assert keyboard.up("f9", CTRL) == Verdict(True, (up(),))


def test_escape_cancels_while_the_talk_chords_modifiers_are_held() -> None:
    keyboard = Keyboard(SPACE)
    assert keyboard.down("escape", CTRL_ALT) == Verdict(False)
    keyboard.up("escape", CTRL_ALT)
    keyboard.down("space", CTRL_ALT)
    assert keyboard.down("escape", CTRL_ALT) == Verdict(True, (down(KeyAction.CANCEL),))


def test_a_key_that_was_down_before_its_modifiers_is_no_press() -> None:
    keyboard = Keyboard(SPACE)
    assert keyboard.down("space") == Verdict(False)
    assert keyboard.down("space", CTRL_ALT) == Verdict(False)
    assert keyboard.up("space", CTRL_ALT) == Verdict(False)
    assert keyboard.down("space", CTRL_ALT) == Verdict(True, (down(),))


def test_unbinding_while_held_still_swallows_and_tells_the_release() -> None:
    keyboard = Keyboard(SPACE)
    keyboard.down("escape")
    keyboard.tracker.bind(F9)
    assert keyboard.down("escape") == Verdict(True)
    assert keyboard.up("escape") == Verdict(True, (up(KeyAction.CANCEL),))
    assert keyboard.down("escape") == Verdict(False)


def test_binding_another_key_does_not_lose_the_held_one() -> None:
    keyboard = Keyboard(F9)
    keyboard.down("f9")
    keyboard.tracker.bind({**F9, KeyAction.CANCEL: Chord.parse("escape")})
    assert keyboard.tracker.held_keys == {"f9"}
    assert keyboard.up("f9") == Verdict(True, (up(),))


def test_locking_ends_what_is_held_and_the_next_press_is_a_press() -> None:
    keyboard = Keyboard(F9)
    keyboard.down("f9")
    assert keyboard.tracker.forget(1.0) == (up(),)
    assert keyboard.tracker.forget(1.0) == ()
    assert keyboard.down("f9") == Verdict(True, (down(),))


def test_the_release_that_comes_after_all_passes() -> None:
    keyboard = Keyboard(F9)
    keyboard.down("f9")
    keyboard.tracker.forget(1.0)
    assert keyboard.up("f9") == Verdict(False)


def test_a_lost_release_costs_one_press_at_most() -> None:
    keyboard = Keyboard(F9)
    keyboard.down("f9")  # its release is lost
    assert keyboard.down("f9") == Verdict(True)
    assert keyboard.up("f9") == Verdict(True, (up(),))
    assert keyboard.down("f9") == Verdict(True, (down(),))


def test_a_lost_release_of_a_chord_with_modifiers_costs_none() -> None:
    keyboard = Keyboard(SPACE)
    keyboard.down("space", CTRL_ALT)
    keyboard.up(None, CTRL)  # and the release of space is lost
    assert keyboard.down("space", CTRL_ALT) == Verdict(True, (down(),))


def test_a_lost_release_of_a_key_that_passed_costs_one_press_at_most() -> None:
    keyboard = Keyboard(SPACE)
    keyboard.down("space")  # its release is lost
    keyboard.down("space", CTRL_ALT)
    keyboard.up("space", CTRL_ALT)
    assert keyboard.down("space", CTRL_ALT) == Verdict(True, (down(),))


def test_a_modifier_that_comes_up_first_makes_no_other_chord_of_what_is_left() -> None:
    keyboard = Keyboard(F9_TWICE)
    assert keyboard.down("f9", SHIFT) == Verdict(True, (down(KeyAction.RAW),))
    assert keyboard.up(None) == Verdict(False, (up(KeyAction.RAW),))
    assert keyboard.down("f9") == Verdict(True)  # it repeats itself
    assert keyboard.up("f9") == Verdict(True)
    assert keyboard.down("f9") == Verdict(True, (down(),))
    assert keyboard.down("f9", SHIFT) == Verdict(True)
    assert keyboard.up("f9", SHIFT) == Verdict(True, (up(),))


def test_a_lost_release_of_a_chord_costs_the_other_one_on_its_key_one_press_at_most() -> None:
    keyboard = Keyboard(F9_TWICE)
    keyboard.down("f9", SHIFT)
    keyboard.up(None)  # and the release of f9 is lost
    keyboard.down("f9")
    keyboard.up("f9")
    assert keyboard.down("f9") == Verdict(True, (down(),))


def test_of_two_chords_that_fit_under_a_held_one_the_cancel_key_goes_first() -> None:
    chords = {**SPACE, KeyAction.RAW: Chord.parse("ctrl+escape")}
    keyboard = Keyboard({action: chords[action] for action in KeyAction})
    keyboard.down("space", CTRL_ALT)
    assert keyboard.down("escape", CTRL_ALT) == Verdict(True, (down(KeyAction.CANCEL),))
    keyboard.up("escape", CTRL_ALT)
    keyboard.up("space", CTRL_ALT)
    assert keyboard.down("escape", CTRL) == Verdict(True, (down(KeyAction.RAW),))


inputs = st.lists(
    st.tuples(
        st.sampled_from(["down", "up", "forget", "bind"]),
        st.sampled_from([None, "f9", "space", "escape", "a"]),
        st.frozensets(st.sampled_from([Modifier.CTRL, Modifier.ALT, Modifier.SHIFT])),
        st.sampled_from([F9, F9_TWICE, SPACE, {}]),
    )
)


@given(inputs)
def test_in_any_order_presses_and_releases_alternate_and_forget_ends_all(
    orders: list[tuple[str, str | None, frozenset[Modifier], dict[KeyAction, Chord]]],
) -> None:
    keyboard = Keyboard(F9)
    is_down = dict.fromkeys(KeyAction, 0)
    swallowed: set[str | None] = set()

    def account(events: tuple[KeyEvent, ...]) -> None:
        for event in events:
            is_down[event.action] += 1 if event.pressed else -1
            assert is_down[event.action] >= 0

    for kind, key, modifiers, chords in orders:
        if kind == "down":
            verdict = keyboard.down(key, modifiers)
            account(verdict.events)
            assert not (verdict.swallow and key in (None, "a"))
            (swallowed.add if verdict.swallow else swallowed.discard)(key)
        elif kind == "up":
            verdict = keyboard.up(key, modifiers)
            account(verdict.events)
            assert verdict.swallow == (key in swallowed)  # never half a key
            swallowed.discard(key)
        elif kind == "forget":
            account(keyboard.tracker.forget(1.0))
            swallowed.clear()
            assert not any(is_down.values())
        else:
            keyboard.tracker.bind(chords)
    account(keyboard.tracker.forget(1.0))
    assert not any(is_down.values())
    assert keyboard.tracker.held_keys == frozenset()
