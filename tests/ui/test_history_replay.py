"""A dictation is listened to: the button, the place line, and the word that is heard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.history import EnhancementRecord, Fate, HistoryEntry, Judgement
from app.domain.transcript import Segment, Transcript, Word
from app.domain.word_timing import timing_of
from app.ui.history_detail import HistoryDetail
from app.ui.history_page import HistoryPage
from app.ui.main_window import MainWindow
from app.ui.places import Place
from app.ui.theme import Theme
from tests.ui.windows import main_window, settle, show_history

SAID = "😀 so it rains now"
WORDS = tuple(Word(f" {text}", float(at), at + 0.8, 1.0) for at, text in enumerate(SAID.split()))
TIMING = timing_of(Transcript((Segment(f" {SAID}", 0.0, 5.0, WORDS),), "en", 1.0, "base", 5.0))
ENTRY = HistoryEntry(
    "rec", 1_760_000_000.0, Fate.WRITTEN, SAID, SAID, SAID, seconds=5.0, has_audio=True, timing=TIMING, id=7
)
CLEANED = replace(
    ENTRY,
    text="😀 It rains now.",
    enhancement=EnhancementRecord("😀 It rains now.", "😀 It rains now.", Judgement.ACCEPTED),
)


@pytest.fixture
def window(theme: Theme) -> Iterator[MainWindow]:
    with main_window(theme) as window:
        window.show()
        window.open_place(Place.HISTORY)
        show_history(window, (ENTRY, replace(ENTRY, recording="other", has_audio=False, id=6)))
        settle()
        yield window


@pytest.fixture
def page(window: MainWindow) -> HistoryPage:
    return window.history


@pytest.fixture
def detail(page: HistoryPage) -> HistoryDetail:
    return page.detail


def heard(detail: HistoryDetail) -> str:
    """The words that are marked."""
    return "".join(each.cursor.selectedText() for each in detail.text.extraSelections())


def click(detail: HistoryDetail, word: str) -> None:
    """In the middle of that word."""
    cursor = QTextCursor(detail.text.document().find(word))
    cursor.setPosition((cursor.selectionStart() + cursor.selectionEnd()) // 2)
    place = detail.text.cursorRect(cursor).center() + QPoint(1, 0)
    QTest.mouseClick(detail.text.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def test_the_word_that_is_heard_is_marked_and_only_that(page: HistoryPage, detail: HistoryDetail) -> None:
    marked = []
    for seconds in (0.1, 1.5, 2.9, 3.0, 4.99):
        page.show_replay("rec", seconds)
        marked.append(heard(detail))
    assert marked == ["😀", "so", "it", "rains", "now"]
    page.show_replay("rec", None)
    assert heard(detail) == ""


def test_the_other_version_has_its_words_marked_as_well(
    window: MainWindow, page: HistoryPage, detail: HistoryDetail
) -> None:
    show_history(window, (CLEANED,))
    page.show_replay("rec", 3.2)
    assert heard(detail) == "rains"


def test_without_times_there_is_the_place_alone(
    window: MainWindow, page: HistoryPage, detail: HistoryDetail
) -> None:
    show_history(window, (replace(ENTRY, timing=""),))
    page.show_replay("rec", 2.5)
    assert heard(detail) == ""
    assert detail.replay.place == 2.5
    assert detail.replay.clock.text() == "0:02 / 0:05"


def test_another_recording_that_is_heard_is_not_shown_here(page: HistoryPage, detail: HistoryDetail) -> None:
    page.show_replay("unknown", 2.5)
    assert not detail.replay.is_playing
    assert heard(detail) == ""


def test_space_plays_and_pauses_and_goes_on_where_it_was(
    page: HistoryPage, detail: HistoryDetail, qtbot: QtBot
) -> None:
    page.window().activateWindow()
    for reader in (page.list, detail.text):
        reader.setFocus()
        with qtbot.waitSignal(detail.play_requested) as asked:
            QTest.keyClick(reader, Qt.Key.Key_Space)
        assert asked.args == ["rec", detail.replay.place]
        page.show_replay("rec", 1.5)
        with qtbot.waitSignal(detail.pause_requested):
            QTest.keyClick(reader, Qt.Key.Key_Space)
        page.show_replay("rec", None)
        assert detail.replay.place == 1.5
    # At its end the next time begins anew.
    page.show_replay("rec", 5.0)
    page.show_replay("rec", None)
    assert detail.replay.place == 0.0


def test_a_click_on_a_word_plays_from_there_once_it_was_begun(
    page: HistoryPage, detail: HistoryDetail, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(detail.play_requested):
        click(detail, "rains")
    page.show_replay("rec", 0.5)
    with qtbot.waitSignal(detail.play_requested) as asked:
        click(detail, "rains")
    assert asked.args == ["rec", 3.0]


def test_the_place_line_is_moved_by_the_keyboard_and_the_mouse(
    page: HistoryPage, detail: HistoryDetail, qtbot: QtBot
) -> None:
    page.show_replay("rec", 2.0)
    line = detail.replay.line
    with qtbot.waitSignal(detail.play_requested) as asked:
        QTest.keyClick(line, Qt.Key.Key_Right)
    assert asked.args == ["rec", 3.0]
    with qtbot.waitSignal(detail.play_requested) as asked:
        QTest.mouseClick(
            line, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(line.width() // 2, 12)
        )
    assert asked.args[1] == pytest.approx(2.5, abs=0.15)


def test_another_entry_that_is_looked_at_is_silent(
    page: HistoryPage, detail: HistoryDetail, qtbot: QtBot
) -> None:
    page.show_replay("rec", 2.0)
    with qtbot.waitSignal(detail.pause_requested):
        page.list.setCurrentIndex(page.model.index(1))
    assert not detail.replay.isVisible()
    with qtbot.assertNotEmitted(detail.play_requested):
        detail.toggle_replay()
    page.show_replay("rec", None)
    page.list.setCurrentIndex(page.model.index(0))
    assert detail.replay.isVisible()
    assert detail.replay.place == 0.0
