"""The settings of the clean-up as their user edits them: what is handed over, refused, reached by keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.enhancement_policy import Rule
from app.domain.enhancement_settings import EnhancementSettings, InsertedText
from app.domain.settings import HotkeySettings, Settings, SpeechSettings
from app.domain.tidy_settings import TidySettings
from app.ui.clean_up_rows import Keep
from app.ui.clean_up_settings import CleanUpSettings
from app.ui.controls import Choice
from app.ui.main_window import MainWindow
from app.ui.places import Place
from tests.ui.settings_bench import OTHERS, row, saved
from tests.ui.windows import button, labels, settle


@pytest.fixture
def window(settings_window: MainWindow) -> MainWindow:
    return settings_window


# --- editing ---


def test_every_row_hands_its_value_over_and_nothing_else_changes(window: MainWindow, qtbot: QtBot) -> None:
    wanted = Settings(
        hotkeys=HotkeySettings(raw=OTHERS.hotkeys.raw),
        enhancement=replace(OTHERS.enhancement, temperature=0.7),
        tidy=OTHERS.tidy,
    )
    for each in window.settings.form.rows:
        if each.place.part in ("enhancement", "tidy", "hotkeys"):
            each.show_value(each.value_in(wanted))
    assert saved(window, qtbot) == wanted


def test_a_choice_hands_over_the_member_and_not_its_text(window: MainWindow, qtbot: QtBot) -> None:
    row(window, "insert").show_value("spoken")
    assert saved(window, qtbot).enhancement.insert is InsertedText.SPOKEN


def test_nothing_is_changed_by_being_shown(window: MainWindow) -> None:
    odd = EnhancementSettings(
        always=("base",),
        never=("base", "gone"),
        keep_alive_minutes=2.5,
        vocabulary=("Sayso ", "Sayso "),
        style="clean-up",
        model="llama3:8b",
    )
    shown = Settings(enhancement=odd, tidy=TidySettings(replacements=(" a=b ",)))
    window.show_settings(shown)
    assert window.settings.draft == shown
    assert not button(window, "Save").isEnabled()
    assert "Not saved yet." not in labels(window)


def test_a_change_elsewhere_does_not_cost_what_is_being_typed(window: MainWindow) -> None:
    row(window, "own_style").show_value("Write as a pirate.")
    changed = replace(Settings(), enhancement=EnhancementSettings(style="list"))
    window.show_settings(changed)
    assert window.settings.draft == replace(
        changed, enhancement=replace(changed.enhancement, own_style="Write as a pirate.")
    )


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("host", "ftp://here", "Write it like http://localhost:11434."),
        ("temperature", 2.5, "Between 0 and 2."),
        ("own_style", "x" * 403, "3 characters too long."),
        ("vocabulary", ("Sayso", "x" * 101), "Line 2: at most 100 characters."),
        ("replacements", ("a = b", "my address"), "Line 2: write it as “as said = as written”."),
        ("replacements", ("= Sayso",), "Line 1: write it as “as said = as written”."),
        ("replacements", ("a = " + "x" * 500,), "Line 1: at most 500 characters."),
    ],
)
def test_what_cannot_be_is_told_while_it_is_typed(
    window: MainWindow, field: str, value: object, sentence: str
) -> None:
    changed = row(window, field)
    changed.show_value(value)
    assert changed.error.text() == sentence
    assert changed.control.accessibleDescription() == sentence
    assert not button(window, "Save").isEnabled()
    changed.show_value(changed.value_in(Settings()))
    assert changed.error.text() == ""
    assert changed.control.accessibleDescription() == changed.hint.text()
    assert not button(window, "Save").isEnabled()


def test_lines_are_counted_as_they_stand_empty_ones_too(
    window: MainWindow, clean_up: CleanUpSettings
) -> None:
    clean_up.replacements.box.insertPlainText("a = b\n\nmy address")
    assert clean_up.replacements.error.text().startswith("Line 3:")
    QTest.keyClicks(clean_up.replacements.box, " = Long Lane ")
    assert clean_up.replacements.error.text() == ""
    draft = window.settings.draft
    assert draft is not None
    assert draft.tidy.replacements == ("a = b", "my address = Long Lane")


def test_the_instruction_is_counted(window: MainWindow) -> None:
    row(window, "own_style").show_value("x" * 123)
    assert "123 of 400 characters" in labels(window)


@pytest.mark.parametrize(("keep", "minutes"), [(Keep.FOR_EVER, -1.0), (Keep.NOT, 0.0), (Keep.MINUTES, 30.0)])
def test_a_model_is_kept_for_minutes_for_ever_or_not(
    window: MainWindow, clean_up: CleanUpSettings, keep: Keep, minutes: float
) -> None:
    clean_up.keep.choice.choose(keep)
    draft = window.settings.draft
    assert draft is not None
    assert draft.enhancement.keep_alive_minutes == minutes
    assert clean_up.keep.box.isVisible() is (keep is Keep.MINUTES)


@pytest.mark.parametrize("minutes", [0, -5, 10_081])
def test_minutes_that_cannot_be_are_not_taken_for_another_choice(
    window: MainWindow, clean_up: CleanUpSettings, minutes: float
) -> None:
    clean_up.keep.box.setValue(minutes)
    assert "Between 1 and 10" in clean_up.keep.error.text()
    assert not button(window, "Save").isEnabled()


# --- keys ---


def test_the_key_for_raw_text_is_taken_and_given_up(window: MainWindow, qtbot: QtBot) -> None:
    raw = row(window, "raw")
    QTest.mouseClick(raw.control, Qt.MouseButton.LeftButton)
    QTest.keyClick(raw.control, Qt.Key.Key_F10)
    new = saved(window, qtbot)
    assert new.hotkeys == HotkeySettings(raw="f10")
    window.show_settings(new)
    button(raw, "No key").click()
    assert saved(window, qtbot).hotkeys == HotkeySettings()
    assert [each.text() for each in raw.findChildren(QAbstractButton) if each.isVisible()] == ["None"]


@pytest.mark.parametrize(
    ("field", "chord", "sentence"),
    [
        ("raw", "f9", "“Talk key” has this key already."),
        ("cancel", "f9", "“Talk key” has this key already."),
        ("raw", "escape", ""),
    ],
)
def test_two_keys_cannot_be_the_same(window: MainWindow, field: str, chord: str, sentence: str) -> None:
    row(window, field).show_value(chord)
    window.settings.form.rows[0].changed.emit()
    assert row(window, field).error.text() == sentence
    told = [each.error.text() for each in window.settings.form.rows if each.error.text()]
    assert len(told) == 1
    assert not button(window, "Save").isEnabled()


# --- which speech models ---


def test_rules_are_offered_for_the_speech_models_that_are_here(
    window: MainWindow, clean_up: CleanUpSettings
) -> None:
    folder = str(Path("/models") / "my-large")
    window.show_settings(Settings(speech=SpeechSettings(model=folder)))
    rules = clean_up.rules
    shown = [choice.accessibleName() for choice in rules.findChildren(Choice) if choice.isVisible()]
    assert shown == [f"Clean up after the speech model {name}" for name in ("base", "medium", "my-large")]
    automatic = [rules.choice(name).itemText(0) for name in ("base", "medium", folder)]
    assert automatic == ["Automatic: yes", "Automatic: no", "Automatic: no"]


def test_a_rule_goes_to_its_list_and_back(
    window: MainWindow, clean_up: CleanUpSettings, qtbot: QtBot
) -> None:
    before = replace(Settings(), enhancement=EnhancementSettings(never=("gone", "base")))
    window.show_settings(before)
    clean_up.rules.choice("medium").choose(Rule.ALWAYS)
    clean_up.rules.choice("base").choose(Rule.AUTOMATIC)
    new = saved(window, qtbot)
    assert (new.enhancement.always, new.enhancement.never) == (("medium",), ("gone",))


# --- keyboard ---


def open_others(window: MainWindow) -> None:
    button(window, "Other models").click()


@pytest.mark.parametrize("prepare", [lambda _: None, open_others])
def test_the_tab_key_goes_from_top_to_bottom(
    window: MainWindow, clean_up: CleanUpSettings, prepare: Callable[[MainWindow], None]
) -> None:
    prepare(window)
    clean_up.trial.box.show()
    settle()
    first_row = window.settings.form.rows[0].control
    first_row.setFocus()
    passed: list[tuple[int, int]] = []
    focused: QWidget | None = first_row
    while focused is not None and window.settings.area.isAncestorOf(focused):
        corner = focused.mapTo(window, focused.rect().topLeft()) - first_row.mapTo(window, QPoint())
        passed.append((corner.y() // 16, corner.x()))
        window.focusNextChild()
        focused = window.focusWidget()
    assert len(passed) > 40
    assert passed == sorted(passed)


@pytest.mark.parametrize("field", ["enhancement.model", "always", "keep_alive_minutes", "vocabulary"])
@pytest.mark.parametrize("size", [(420, 360), (760, 560)])
def test_each_kind_of_row_can_be_opened_and_is_then_in_view(
    window: MainWindow, field: str, size: tuple[int, int]
) -> None:
    window.resize(*size)
    window.open_place(Place.DICTATE)
    window.open_settings(field)
    settle()
    control = row(window, field).control
    assert control.visibleRegion().boundingRect() == control.rect()
    focused = window.focusWidget()
    assert focused is not None
    assert focused is control or control.isAncestorOf(focused)
