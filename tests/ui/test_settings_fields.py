"""Every setting has a row, or is set elsewhere by intent; each row leads back to what Sayso comes with."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.model_settings import ModelSettings
from app.domain.settings import (
    MicrophoneSettings,
    Settings,
    SpeechSettings,
)
from app.ui.main_window import MainWindow
from tests.ui.settings_bench import OTHERS, row, saved
from tests.ui.windows import button, settle

ELSEWHERE = {
    "general.guide_done": "the guide of the first start",
    "general.guide_steps": "the guide of the first start",
    "general.overlay_across": "the strip itself, which is dragged",
    "general.overlay_down": "the strip itself, which is dragged",
    "enhancement.never": "the row of enhancement.always",
    "models.preload": "the page of the models",
    "models.on_processor": "the page of the models",
    "models.on_card": "the page of the models",
    "models.folders": "the page of the models",
}


@pytest.fixture
def window(settings_window: MainWindow) -> MainWindow:
    return settings_window


def all_fields() -> set[str]:
    return {
        f"{part.name}.{each.name}"
        for part in fields(Settings)
        for each in fields(getattr(Settings(), part.name))
    }


def rows_of(window: MainWindow) -> list[str]:
    return [f"{each.place.part}.{each.place.field}" for each in window.settings.form.rows]


def backs(window: MainWindow) -> list[str]:
    """The fields that offer a way back."""
    return [
        f"{each.place.part}.{each.place.field}"
        for each in window.settings.form.rows
        if each.back is not None and each.back.isVisible()
    ]


def test_every_field_has_exactly_one_row_or_is_set_elsewhere(window: MainWindow) -> None:
    rows = rows_of(window)
    assert len(rows) == len(set(rows))
    assert set(rows) | ELSEWHERE.keys() == all_fields()
    assert not set(rows) & ELSEWHERE.keys()


def test_every_row_hands_over_what_it_was_given_and_nothing_else(window: MainWindow, qtbot: QtBot) -> None:
    window.settings.show_engines(torch_is_there=True)
    for each in window.settings.form.rows:
        each.show_value(each.value_in(OTHERS))
    new = saved(window, qtbot)
    assert new == OTHERS
    for part in fields(Settings):
        for one_of in fields(getattr(OTHERS, part.name)):
            got, wanted = (getattr(getattr(one, part.name), one_of.name) for one in (new, OTHERS))
            assert type(got) is type(wanted), one_of.name


def test_finer_numbers_than_are_shown_are_not_changed_by_being_shown(window: MainWindow) -> None:
    fine = replace(
        Settings(),
        microphone=MicrophoneSettings(tail_seconds=0.123456),
        models=ModelSettings(idle_minutes=7.25),
        speech=SpeechSettings(log_probability_threshold=-0.98765),
    )
    window.show_settings(fine)
    assert window.settings.draft == fine
    assert not button(window, "Save").isEnabled()


# --- the way back ---


def test_nothing_leads_back_while_all_is_as_sayso_comes(window: MainWindow) -> None:
    assert backs(window) == []


def test_each_row_leads_back_and_says_where_to(window: MainWindow, qtbot: QtBot) -> None:
    window.settings.show_engines(torch_is_there=True)
    window.show_settings(OTHERS)
    assert backs(window) == rows_of(window)
    words = {}
    for each in window.settings.form.rows:
        assert each.back is not None
        assert each.back.accessibleName() == f"{each.back.toolTip()}: {each.control.accessibleName()}"
        words[each.place.field] = each.back.toolTip()
        each.back.click()
        assert each.value == each.value_in(Settings())
    assert backs(window) == []
    assert saved(window, qtbot) == Settings()
    told = {
        "tail_seconds": "Back to 0.3 s",
        "device": "Back to Automatic",
        "mode": "Back to Hold or tap",
        "talk": "Back to F9",
        "raw": "Back to None",
        "hints": "Back to nothing",
        "keep_alive_minutes": "Back to 30 min",
        "always": "Back to Automatic",
        "start_hidden": "Back to off",
        "trailing_space": "Back to on",
        "log_probability_threshold": "Back to -1",
        "style": "Back to Clean up",
        "host": "Back to http://localhost:11434",
    }
    assert {field: words[field] for field in told} == told


def test_what_is_wrong_has_a_way_back_that_mends_it(window: MainWindow) -> None:
    days = row(window, "audio_days")
    days.show_value(-3)
    assert days.error.text() == "Between 0 and 3650."
    assert days.back is not None
    days.back.click()
    assert days.error.text() == ""
    assert days.value == 14
    assert not button(window, "Cancel").isEnabled()


@pytest.mark.parametrize("field", ["tail_seconds", "model", "raw", "always", "close_to_tray", "vocabulary"])
def test_the_way_back_is_reached_by_the_keyboard_and_leaves_the_focus_in_its_row(
    window: MainWindow, field: str
) -> None:
    window.open_settings(field)
    changed = row(window, field)
    changed.show_value(changed.value_in(OTHERS))
    changed.changed.emit()
    settle()
    for _ in range(6):
        focused = window.focusWidget()
        if focused is changed.back:
            break
        assert focused is not None
        assert changed.isAncestorOf(focused)
        window.focusNextChild()
    assert changed.back is not None
    assert changed.back.hasFocus()
    QTest.keyClick(changed.back, Qt.Key.Key_Space)
    settle()
    focused = window.focusWidget()
    assert focused is not None
    assert changed.isAncestorOf(focused)
    assert changed.value == changed.value_in(Settings())


# --- what is typed, and names ---


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("best_of", 0, "Between 1 and 20."),
        ("beam_size", 21, "Between 0 and 20."),
        ("threads", 257, "Between 0 and 256."),
        ("workers", 0, "Between 1 and 16."),
        ("compression_ratio_threshold", 0.5, "Between 1 and 10."),
        ("log_probability_threshold", 0.5, "Between -10 and 0."),
        ("minimum_silence_ms", 20, "Between 50 and 5000."),
        ("tap_ms", 50, "Between 100 and 1000."),
        ("release_grace_ms", 501, "Between 0 and 500."),
        ("idle_minutes", -1, "Between 0 and 10080."),
        ("memory_megabytes", 1_000_001, "Between 0 and 1000000."),
        ("card_megabytes", -5, "Between 0 and 1000000."),
    ],
)
def test_what_cannot_be_is_told_while_it_is_typed(
    window: MainWindow, field: str, value: float, sentence: str
) -> None:
    changed = row(window, field)
    changed.show_value(value)
    assert changed.error.text() == sentence
    assert changed.control.accessibleDescription() == sentence
    assert not button(window, "Save").isEnabled()


def test_every_control_that_takes_the_focus_has_a_name_and_every_row_an_explanation(
    window: MainWindow,
) -> None:
    window.show_settings(OTHERS)
    for each in window.settings.browser.findChildren(QWidget):
        if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.focusProxy() is None:
            text = each.text() if isinstance(each, QAbstractButton) else ""
            assert each.accessibleName() or text, each
    # What a microphone or the key is heard by is told when it is known.
    unexplained = {each.place.field for each in window.settings.form.rows if not each.hint.text()}
    assert unexplained <= {"device", "talk", "language", "style", "model"}


def test_the_way_to_the_models_is_asked_for(window: MainWindow, qtbot: QtBot) -> None:
    window.show_settings(replace(Settings(), models=ModelSettings(preload=("tiny", "small"))))
    assert "tiny, small" in window.settings.form.speech.models.hint.text()
    with qtbot.waitSignal(window.settings.models_wanted):
        button(window, "Open Models").click()
