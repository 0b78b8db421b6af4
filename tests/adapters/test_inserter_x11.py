"""The X11 keymap's rules, without a server."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.adapters.inserter_x11 import X11ClipboardProbe, X11Inserter
from app.adapters.terminals import is_x11_terminal
from app.adapters.x11_keymap import CONTROL_L, INSERT, SHIFT_L, SMALL_V, Keymap, Stroke, keysym, runs

EM, CAPITAL_EM = 0x6CD, 0x6ED


def us_and_russian(group: int = 0) -> Keymap:
    """Nine keycodes from 8 on: shift, ctrl, v, a, 1, Return, Insert, and two that mean nothing."""
    rows = [
        (SHIFT_L, 0, SHIFT_L, 0),
        (CONTROL_L, 0, CONTROL_L, 0),
        (SMALL_V, ord("V"), EM, CAPITAL_EM),
        (ord("a"), ord("A"), 0x6C6, 0x6E6),
        (ord("1"), ord("!"), ord("1"), ord("!")),
        (0xFF0D, 0, 0xFF0D, 0),
        (INSERT, 0, INSERT, 0),
        (0, 0, 0, 0),
        (0, 0, 0, 0),
    ]
    return Keymap(8, 4, tuple(symbol for row in rows for symbol in row), group)


def test_keysyms_of_characters() -> None:
    assert keysym("a") == 0x61
    assert keysym("ß") == 0xDF
    assert keysym("日") == 0x0100_65E5
    assert keysym("🙂") == 0x0101_F642
    assert keysym("\n") == 0xFF0D
    assert keysym("\t") == 0xFF09


def test_the_paste_key_is_found_in_any_layout() -> None:
    assert us_and_russian().keycode(SMALL_V) == 10
    assert us_and_russian(1).keycode(SMALL_V) == 10
    assert us_and_russian(1).keycode(EM) == 10
    assert us_and_russian().keycode(ord("z")) is None


def test_what_the_layout_has_is_typed_with_its_own_keys() -> None:
    (batch,) = us_and_russian().plan("vA!\n")
    assert batch.assigned == {}
    assert batch.strokes == (Stroke(10), Stroke(11, True), Stroke(12, True), Stroke(13))


def test_what_it_has_not_is_put_on_spare_keycodes() -> None:
    (batch,) = us_and_russian().plan("aß日ß")
    assert batch.assigned == {15: 0xDF, 16: 0x0100_65E5}
    assert batch.strokes == (Stroke(11), Stroke(15), Stroke(16), Stroke(15))


def test_the_active_layout_counts() -> None:
    (batch,) = us_and_russian(1).plan("v")
    assert batch.assigned == {15: SMALL_V}


def test_groups_that_the_core_mapping_does_not_tell_of_have_no_own_keys() -> None:
    (batch,) = us_and_russian(2).plan("v")
    assert batch.assigned == {15: SMALL_V}


def test_more_characters_than_spare_keycodes_come_in_batches() -> None:
    first, second = us_and_russian().plan("äöüä")
    assert set(first.assigned.values()) == {ord("ä"), ord("ö")}
    assert set(second.assigned.values()) == {ord("ü"), ord("ä")}


def test_without_a_spare_keycode_it_says_so() -> None:
    full = Keymap(8, 2, (ord("a"), ord("A")))
    assert full.plan("aA")[0].assigned == {}
    with pytest.raises(ValueError, match="spare"):
        full.plan("ß")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=60))
def test_every_plan_types_the_text(text: str) -> None:
    keymap = us_and_russian()
    own = {stroke: symbol for symbol, stroke in keymap.strokes().items()}
    typed = [
        batch.assigned.get(stroke.keycode, own.get(stroke))
        for batch in keymap.plan(text)
        for stroke in batch.strokes
    ]
    assert typed == [keysym(character) for character in text]
    spare = set(keymap.spare())
    assert all(set(batch.assigned) <= spare for batch in keymap.plan(text))


def test_neighbouring_keycodes_are_changed_together() -> None:
    assert runs([5, 3, 4, 9]) == [range(3, 6), range(9, 10)]
    assert runs([]) == []


def test_terminals_are_known_by_their_class() -> None:
    assert is_x11_terminal("XTerm")
    assert is_x11_terminal("Gnome-terminal")
    assert not is_x11_terminal("firefox")


def test_without_a_screen_it_is_not_available_and_the_probe_knows_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DISPLAY", ":97531")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    inserter, probe = X11Inserter(), X11ClipboardProbe()
    assert not inserter.is_available()
    assert inserter.target() is None
    assert inserter.modifiers_are_up()
    assert not probe.has_manager()
    assert probe.owner_answers(False, 0.1)


def test_under_wayland_it_is_not_available(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert not X11Inserter().is_available()
