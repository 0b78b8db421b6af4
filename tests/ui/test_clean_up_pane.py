"""The sheet with two texts: how they come into view, which one is looked at, and what changed."""

from __future__ import annotations

import statistics
import time
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.history import Version
from app.domain.transcript import LiveText
from app.services.view import CleanUpStage, Phase
from app.ui.main_window import MainWindow
from app.ui.pane_foot import Offer
from tests.ui.clean_up_scenes import (
    ENHANCED,
    READY,
    REFUSED,
    SPOKEN,
    TIDIED,
    TIDYING,
    changed,
)
from tests.ui.sheet import as_before, in_view, looked_at, pane, press
from tests.ui.windows import labels, settle

BUDGET_MS = 8.0


@pytest.fixture
def window(sheet_window: MainWindow) -> MainWindow:
    return as_before(sheet_window)


# --- while it is being written ---


def test_tokens_grow_under_the_eyes_and_the_spoken_text_can_be_looked_at(window: MainWindow) -> None:
    for end in (0, 20, 40):
        window.show_state(changed(TIDYING, enhanced=ENHANCED[:end]))
        assert pane(window) == [ENHANCED[:end]]
    assert looked_at(window) == "Enhanced"
    assert "Tidying up" in labels(window)
    press(window, Qt.Key.Key_D)
    assert pane(window) == [SPOKEN]
    window.show_state(changed(TIDYING, enhanced=ENHANCED[:60]))
    assert pane(window) == [SPOKEN]
    press(window, Qt.Key.Key_Tab)
    assert pane(window) == [ENHANCED[:60]]


def test_the_language_model_that_is_being_loaded_is_named(window: MainWindow) -> None:
    window.show_state(changed(TIDYING, enhanced="", loading="hf.co/some/mistral:7b-instruct"))
    assert "Loading mistral…" in labels(window)
    assert "The spoken text can be used while mistral is being loaded." in labels(window)
    window.show_state(TIDYING)
    assert "loaded" not in labels(window)


def test_the_spoken_text_and_the_way_out_are_one_key_away(window: MainWindow, qtbot: QtBot) -> None:
    window.show_state(TIDYING)
    assert in_view(window) == {Offer.USE_SPOKEN, Offer.CANCEL}
    with qtbot.waitSignal(window.stop_enhancing_requested):
        press(window, Qt.Key.Key_Period)
    with qtbot.waitSignal(window.cancel_requested):
        QTest.keyClick(window, Qt.Key.Key_Escape)


def test_a_text_delivered_already_can_be_used_while_it_is_cleaned_up(
    window: MainWindow, qtbot: QtBot
) -> None:
    view = changed(TIDIED, stage=CleanUpStage.WRITING, version=Version.SPOKEN)
    window.show_state(view)
    assert "Tidying up" in labels(window)
    assert in_view(window) == {Offer.STOP, Offer.COPY, Offer.INSERT}
    with qtbot.waitSignal(window.stop_enhancing_requested):
        press(window, Qt.Key.Key_Period)


def test_the_end_stays_in_view_unless_the_reader_has_scrolled_away(window: MainWindow) -> None:
    long = " ".join([ENHANCED] * 8)
    edit = window.dictate.pane.texts.enhanced
    window.show_state(changed(TIDYING, enhanced=long))
    assert edit.is_at_end
    edit.verticalScrollBar().setValue(30)
    window.show_state(changed(TIDYING, enhanced=long + " And more."))
    assert edit.verticalScrollBar().value() == 30


def test_a_token_of_a_long_text_is_cheap(window: MainWindow) -> None:
    spoken, written = " ".join([SPOKEN] * 120), " ".join((ENHANCED.split() * 200)[:5000])
    window.show_state(changed(TIDYING, spoken=spoken, enhanced=written))
    QApplication.processEvents()
    spent = []
    for _ in range(20):
        written += " rain"
        begun = time.process_time()
        window.show_state(changed(TIDYING, spoken=spoken, enhanced=written))
        QApplication.processEvents()
        spent.append((time.process_time() - begun) * 1000)
    assert statistics.median(spent) < BUDGET_MS


# --- which text is looked at ---


@pytest.mark.parametrize(
    ("stage", "version", "name"),
    [
        (CleanUpStage.DONE, Version.ENHANCED, "Enhanced, in use"),
        (CleanUpStage.DONE, Version.SPOKEN, "Spoken, in use"),
        (CleanUpStage.PARTLY, Version.ENHANCED, "Enhanced, in use"),
        (CleanUpStage.REFUSED, Version.SPOKEN, "Spoken, in use"),
        (CleanUpStage.OVERRULED, Version.ENHANCED, "Enhanced, in use"),
    ],
)
def test_the_text_in_use_is_marked_and_looked_at_first(
    window: MainWindow, stage: CleanUpStage, version: Version, name: str
) -> None:
    window.show_state(changed(TIDIED, stage=stage, version=version))
    assert looked_at(window) == name
    assert window.shown_text == (ENHANCED if version is Version.ENHANCED else SPOKEN)


def test_who_watched_it_being_written_reads_on(window: MainWindow) -> None:
    window.show_state(changed(TIDYING, version=Version.SPOKEN))
    window.show_state(changed(TIDIED, version=Version.SPOKEN))
    assert looked_at(window) == "Enhanced"
    window.show_state(READY)
    window.show_state(TIDYING)
    window.show_state(REFUSED)
    assert looked_at(window) == "Spoken, in use"


def test_what_was_turned_to_stays_until_there_is_something_new(window: MainWindow) -> None:
    window.show_state(TIDIED)
    press(window, Qt.Key.Key_D)
    window.show_state(replace(TIDIED, microphone="Another"))
    assert looked_at(window) == "Spoken"
    assert window.shown_text == SPOKEN
    window.show_state(changed(TIDIED, stage=CleanUpStage.WRITING, enhanced=""))
    assert looked_at(window) == "Enhanced"
    assert window.shown_text == SPOKEN, "nothing has been written yet"
    window.show_state(changed(TIDIED, spoken="another one", version=Version.SPOKEN))
    assert looked_at(window) == "Spoken, in use"


def test_the_tab_follows_the_text_that_comes_into_use(window: MainWindow) -> None:
    window.show_state(TIDIED)
    press(window, Qt.Key.Key_D)
    window.show_state(changed(TIDIED, version=Version.SPOKEN))
    assert looked_at(window) == "Spoken, in use"
    window.show_state(TIDIED)
    assert looked_at(window) == "Enhanced, in use"


def test_the_arrow_keys_turn_the_tabs(window: MainWindow) -> None:
    window.show_state(TIDIED)
    window.dictate.pane.texts.tabs.setFocus()
    QTest.keyClick(window.dictate.pane.texts.tabs, Qt.Key.Key_Left)
    assert pane(window) == [SPOKEN]


def test_without_a_clean_up_there_are_no_tabs_and_no_keys_for_them(window: MainWindow, qtbot: QtBot) -> None:
    signals = (window.version_chosen, window.enhance_requested, window.stop_enhancing_requested)
    window.show_state(replace(READY, text="It is raining."))
    assert not window.dictate.pane.texts.tabs.isVisible()
    assert window.shown_text == "It is raining."
    for signal in signals:
        with qtbot.assertNotEmitted(signal):
            for key in (Qt.Key.Key_D, Qt.Key.Key_E, Qt.Key.Key_Period, Qt.Key.Key_Return):
                press(window, key)
    assert pane(window) == ["It is raining."]


def test_while_another_dictation_is_under_way_its_words_are_shown(window: MainWindow) -> None:
    window.show_state(replace(TIDIED, phase=Phase.LISTENING, live=LiveText("It is", "raining")))
    assert pane(window) == ["It is raining"]
    assert in_view(window) == {Offer.CANCEL}
    assert window.shown_text == ENHANCED


# --- what changed ---


def test_changes_are_marked_until_the_user_wants_the_plain_text(window: MainWindow) -> None:
    window.show_state(TIDIED)
    edit, tick = window.dictate.pane.texts.enhanced, window.dictate.pane.changes
    assert tick.isVisible()
    assert "tuesday no wait" in edit.toPlainText()
    assert "Underlined words were added" in edit.accessibleDescription()
    tick.click()
    assert edit.toPlainText() == ENHANCED
    assert edit.accessibleDescription() == ""
    window.show_state(READY)
    window.show_state(changed(TIDIED, spoken=SPOKEN + " uh"))
    assert edit.toPlainText() == ENHANCED


def test_the_spoken_tab_is_plain(window: MainWindow) -> None:
    window.show_state(TIDIED)
    press(window, Qt.Key.Key_D)
    assert window.dictate.pane.texts.spoken.runs == ()
    assert not window.dictate.pane.changes.isVisible()


def test_both_stand_side_by_side_where_there_is_room(window: MainWindow) -> None:
    window.show_state(TIDIED)
    tick = window.dictate.pane.beside
    assert not tick.isVisible()
    window.resize(1000, 600)
    settle()
    tick.click()
    assert pane(window) == [SPOKEN, ENHANCED]
    texts = window.dictate.pane.texts
    struck = [run.text.strip() for run in texts.spoken.runs if run.change == "removed" and not run.is_small]
    assert struck == ["um", "of", "uh", "tuesday no wait", "glad about"]
    assert "grateful for " in [run.text for run in texts.enhanced.runs]
    press(window, Qt.Key.Key_D)
    assert window.shown_text == SPOKEN
    window.resize(760, 560)
    settle()
    assert pane(window) == [SPOKEN]
