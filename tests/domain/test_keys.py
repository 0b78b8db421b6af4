from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.key_names import ALIASES, LABELS, TYPING_KEYS
from app.domain.keys import Chord, KeyAction, Modifier
from app.domain.problems import HotkeyInvalid
from app.domain.settings import HotkeySettings

chords = st.builds(
    Chord,
    st.frozensets(st.sampled_from(Modifier)).map(lambda some: some | {Modifier.CTRL}),
    st.sampled_from(sorted(LABELS)),
)


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("f9", "f9"),
        ("F9", "f9"),
        ("ctrl+alt+space", "ctrl+alt+space"),
        (" Space + Alt+CTRL ", "ctrl+alt+space"),
        ("Control+Option+Page Up", "ctrl+alt+pageup"),
        ("cmd+shift+scroll-lock", "shift+super+scrolllock"),
        ("win+.", "super+period"),
        ("ctrl+-", "ctrl+minus"),
        ("ctrl+num_5", "ctrl+num5"),
        ("esc", "escape"),
        ("shift+Insert", "shift+insert"),
        ("ctrl+ctrl+a", "ctrl+a"),
    ],
)
def test_chords_are_read_in_any_order_and_case(text: str, canonical: str) -> None:
    assert str(Chord.parse(text)) == canonical


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "no key is named"),
        ("  ", "no key is named"),
        ("+", "no key is named"),
        ("ctrl++", "a plus sign has nothing beside it"),
        ("+f9", "a plus sign has nothing beside it"),
        ("ctrl+alt", "it needs a key beside the modifiers"),
        ("f8+f9", "only one key can stand beside the modifiers"),
        ("ctrl+hyper", "no key is called “hyper”"),
        ("f25", "no key is called “f25”"),
        ("Caps Lock", "a lock key changes what the keyboard types"),
        ("a", "typing would lose that key; add Ctrl, Alt or Super"),
        ("shift+a", "typing would lose that key; add Ctrl, Alt or Super"),
        ("7", "typing would lose that key; add Ctrl, Alt or Super"),
        ("space", "typing would lose that key; add Ctrl, Alt or Super"),
        ("enter", "typing would lose that key; add Ctrl, Alt or Super"),
        ("num5", "typing would lose that key; add Ctrl, Alt or Super"),
    ],
)
def test_what_cannot_be_a_hotkey_is_refused_with_the_reason(text: str, reason: str) -> None:
    with pytest.raises(HotkeyInvalid, match=f": {reason}\\."):
        Chord.parse(text)


@pytest.mark.parametrize("key", ["f1", "f24", "pause", "scrolllock", "insert", "menu", "print", "playpause"])
def test_keys_that_type_nothing_need_no_modifier(key: str) -> None:
    assert Chord.parse(key, KeyAction.TALK) == Chord(frozenset(), key)


def test_escape_alone_cancels_but_does_not_talk() -> None:
    assert Chord.parse("escape", KeyAction.CANCEL).key == "escape"
    with pytest.raises(HotkeyInvalid, match="every program needs Escape"):
        Chord.parse("escape", KeyAction.TALK)
    with pytest.raises(HotkeyInvalid, match="every program needs Escape"):
        Chord.parse("escape", KeyAction.RAW)
    assert Chord.parse("ctrl+escape", KeyAction.TALK).key == "escape"
    assert Chord.parse("ctrl+escape", KeyAction.RAW).key == "escape"


def test_the_standard_settings_are_good_chords() -> None:
    settings = HotkeySettings()
    assert str(Chord.parse(settings.talk, KeyAction.TALK)) == "f9"
    assert str(Chord.parse(settings.cancel, KeyAction.CANCEL)) == "escape"
    assert settings.raw == ""


@pytest.mark.parametrize(
    ("chord", "system", "label"),
    [
        ("ctrl+alt+space", "linux", "Ctrl+Alt+Space"),
        ("super+shift+pagedown", "linux", "Shift+Super+Page Down"),
        ("super+f9", "win32", "Win+F9"),
        ("ctrl+alt+space", "darwin", "⌃⌥Space"),
        ("super+enter", "darwin", "⌘Return"),
        ("f9", "darwin", "F9"),
        ("ctrl+f9", "freebsd14", "Ctrl+F9"),
    ],
)
def test_labels_are_what_users_read_on_their_system(chord: str, system: str, label: str) -> None:
    assert Chord.parse(chord).label(system) == label


@given(chords)
def test_what_is_written_is_read_back(chord: Chord) -> None:
    assert Chord.parse(str(chord)) == chord


@given(chords)
def test_linux_labels_are_read_back_too(chord: Chord) -> None:
    if "+" not in LABELS[chord.key] and "/" not in LABELS[chord.key] and chord.key[:3] not in ("num", "med"):
        assert Chord.parse(chord.label("linux")) == chord


@given(st.text(st.sampled_from("+ -_aF9ctrlshiesc")))
def test_nothing_else_is_raised(text: str) -> None:
    try:
        chord = Chord.parse(text)
    except HotkeyInvalid as problem:
        assert problem.sentence.endswith(".")  # noqa: PT017  it need not be raised
    else:
        assert chord.key in LABELS


def test_the_tables_fit_each_other() -> None:
    assert set(ALIASES.values()) <= set(LABELS)
    assert set(ALIASES).isdisjoint(LABELS)
    assert set(LABELS) >= TYPING_KEYS
    assert len(set(LABELS.values())) == len(LABELS)
