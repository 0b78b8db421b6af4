"""The page of a transcript: what it says, and what becomes of the text under the keys and the mouse."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QMimeData, QObject, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.file_queue import JobState
from app.domain.media import Damage
from app.domain.transcript_edits import retext
from app.services.file_events import CueCleaned
from app.ui.main_window import MainWindow
from app.ui.transcript_book import TranscriptBook
from app.ui.transcript_marks import GUTTER
from app.ui.transcript_page import TranscriptPage
from app.ui.transcript_view import WIDEST
from tests.ui.transcript_bench import (
    CONTROL,
    ONE,
    SHORT,
    THREE,
    TWO,
    heard,
    middle_of,
    press,
    show,
    texts,
    with_short,
)
from tests.ui.transcript_scenes import DONE, cue_of, transcript_of
from tests.ui.windows import labels, settle

pytestmark = pytest.mark.usefixtures("english")


@pytest.fixture
def house(transcript_window: MainWindow) -> MainWindow:
    return transcript_window


@pytest.fixture
def page(house: MainWindow) -> TranscriptPage:
    return with_short(house)


# --- what it says ---


def test_it_says_what_it_is_the_text_of(page: TranscriptPage) -> None:
    damage = Damage(11.5, 8.0)
    page.show_transcript(DONE, replace(transcript_of(), cut_short=61.0, damage=damage))
    settle()
    said = labels(page)
    assert "Board meeting, 3rd of October (second half).m4a" in said
    assert "1:02:00 · English · large-v3-turbo · damaged at 0:00:11 · end missing after 0:01:01" in said
    assert "3 places to listen to again." in said


def test_lines_are_not_wider_than_can_be_read(house: MainWindow, page: TranscriptPage) -> None:
    show(page, transcript_of())
    house.resize(1500, 620)
    settle()
    assert page.text.document().textWidth() == WIDEST
    house.resize(840, 620)
    settle()
    assert page.text.document().textWidth() == page.text.viewport().width()


def test_without_text_it_says_so(page: TranscriptPage) -> None:
    page.show_transcript(DONE, replace(SHORT, cues=()))
    settle()
    assert "There is no text. Nobody was heard speaking in this file." in labels(page)
    assert not page.is_editable


def test_one_that_another_will_take_the_place_of_is_read_and_exported_and_not_changed(
    page: TranscriptPage,
) -> None:
    job = replace(DONE, id=77, sentence="It is damaged.")
    for state in (JobState.WAITING, JobState.PAUSED):
        page.show_transcript(replace(job, state=state), SHORT)
        QTest.keyClicks(page.text, "x")
        page.show_cleaned(CueCleaned(77, 0, ("Other words.",)))
        assert page.transcript == SHORT
        assert "The earlier transcript, until the new one is here" in labels(page)
        assert not page.head.clean_up.isEnabled()
        assert page.head.export.isEnabled()
    for state in (JobState.CANCELLED, JobState.FAILED):
        page.show_transcript(replace(job, state=state), SHORT)
        assert page.is_editable
        assert ("It is damaged." in labels(page)) == (state is JobState.FAILED)


def test_buttons_give_their_words_up_one_after_the_other(house: MainWindow, page: TranscriptPage) -> None:
    show(page, transcript_of())
    head, worded = page.head, list[int]()
    for width in range(420, 1000, 20):
        house.resize(width, 620)
        settle()
        in_view = [each for each in head.controls if each.isVisible()]
        assert all(each.width() >= each.sizeHint().width() for each in in_view), width
        worded.append(sum(each.width() > 1.5 * each.height() for each in in_view))
    house.resize(840, 620)
    assert set(worded) == {0, 1, 2, 3}
    # The rail takes its words back at one of these widths.
    assert sum(after < before for before, after in pairwise(worded)) <= 1


def test_the_keys_are_the_text_s_as_soon_as_there_is_one(house: MainWindow, page: TranscriptPage) -> None:
    house.open_files()
    job = replace(DONE, id=78, state=JobState.RUNNING)
    page.show_transcript(job, replace(SHORT, cues=()))
    house.open_transcript()
    settle()
    assert house.focusWidget() is page
    page.show_cues(78, (ONE,))
    assert house.focusWidget() is page.text
    house.open_files()
    house.open_transcript()
    settle()
    assert house.focusWidget() is page.text
    page.head.search.setFocus()
    page.show_cues(78, (TWO,))
    assert house.focusWidget() is page.head.search


def test_every_control_can_be_reached_and_has_a_name(page: TranscriptPage) -> None:
    show(page, transcript_of())
    page.find_bar.open_search(can_replace=True)
    settle()
    for each in page.findChildren(QWidget):
        if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus:
            interface = each.accessibleName() or getattr(each, "text", str)()
            assert interface, each
    page.find_bar.close_search()


# --- writing ---


def test_what_is_written_is_one_step_and_told_once_the_user_rests(page: TranscriptPage, qtbot: QtBot) -> None:
    page.text.go_to(1, 4)
    settle()
    with qtbot.waitSignal(page.saved) as told:
        QTest.keyClicks(page.text, "teen")
    assert told.args == [page.job_id, page.transcript]
    assert texts(page)[1] == "fourteen five"
    assert page.transcript.cues[1].words[1] == TWO.words[1]
    page.head.undo.click()
    assert page.book.present == SHORT
    page.head.redo.click()
    assert texts(page)[1] == "fourteen five"


def test_leaving_tells_at_once_and_only_what_was_changed(page: TranscriptPage) -> None:
    saved = heard(page.saved)
    left = heard(page.back_requested)
    page.head.back.click()
    assert (saved, left) == ([], [None])
    page.text.go_to(0)
    QTest.keyClicks(page.text, "So ")
    page.head.back.click()
    assert saved == [page.transcript]
    assert left == [None, None]


def test_words_are_steps_of_their_own(page: TranscriptPage) -> None:
    page.text.go_to(0, 13)
    QTest.keyClicks(page.text, " and more")
    assert texts(page)[0] == "one two three and more"
    press(page, Qt.Key.Key_Z, CONTROL)
    assert texts(page)[0] == "one two three and"
    press(page, Qt.Key.Key_Z, CONTROL)
    assert page.book.present == SHORT


def test_return_divides_and_backspace_joins(page: TranscriptPage) -> None:
    page.text.go_to(0, 7)
    press(page, Qt.Key.Key_Return)
    assert texts(page) == ["one two", "three", "four five", "six seven eight"]
    assert page.book.present.cues[1].start == pytest.approx(1.0 + 2 / 3)
    assert (page.text.cue, page.text.textCursor().positionInBlock()) == (1, 0)
    press(page, Qt.Key.Key_Backspace)
    assert page.book.present == SHORT
    assert (page.text.cue, page.text.textCursor().positionInBlock()) == (0, 8)


def test_delete_at_the_end_joins_with_the_next(page: TranscriptPage) -> None:
    page.text.go_to(1, 9)
    press(page, Qt.Key.Key_Delete)
    assert texts(page) == ["one two three", "four five six seven eight"]
    assert page.book.present.cues[1].words == TWO.words + THREE.words


def test_a_selection_over_cues_can_be_written_over(page: TranscriptPage) -> None:
    page.text.go_to(0, 4)
    own = page.text.textCursor()
    last = page.text.document().findBlockByNumber(2)
    own.setPosition(last.position() + 4, own.MoveMode.KeepAnchor)
    page.text.setTextCursor(own)
    QTest.keyClicks(page.text, "X")
    settle()
    assert texts(page) == ["one Xseven eight"]
    assert page.book.present.cues[0].words[-1] == THREE.words[-1]
    press(page, Qt.Key.Key_Z, CONTROL)
    assert page.book.present == SHORT
    assert texts(page) == ["one two three", "four five", "six seven eight"]


def test_all_can_be_deleted_and_brought_back(page: TranscriptPage) -> None:
    page.text.selectAll()
    page.text.delete_chosen()
    assert texts(page) == []
    assert not page.is_editable
    assert "All passages are deleted. Ctrl+Z brings them back." in labels(page)
    assert "Nobody was heard" not in labels(page)
    settle()
    focused = page.window().focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Z, CONTROL)
    assert page.book.present == SHORT
    assert texts(page)[0] == "one two three"


def test_what_was_deleted_another_day_is_not_told_as_silence(page: TranscriptPage) -> None:
    job = replace(DONE, id=page.job_id + 1, is_edited=True)
    page.show_transcript(job, replace(SHORT, cues=()))
    assert "All passages were deleted. Transcribe the file again to have them back." in labels(page)


def test_a_cue_without_text_is_not_kept_and_goes_with_backspace(page: TranscriptPage) -> None:
    page.text.go_to(1, 0, 9)
    press(page, Qt.Key.Key_Delete)
    assert texts(page) == ["one two three", "", "six seven eight"]
    assert page.transcript.cues == (ONE, THREE)
    press(page, Qt.Key.Key_Backspace)
    assert page.book.present.cues == (ONE, THREE)


def test_what_is_pasted_comes_in_on_one_line(page: TranscriptPage) -> None:
    QApplication.clipboard().setText("a\r\nb\n")
    page.text.go_to(1, 0)
    page.text.paste()
    assert texts(page)[1] == "a b four five"


def test_files_that_are_dropped_on_the_text_are_not_taken_for_text(page: TranscriptPage) -> None:
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile("/talks/other.wav")])
    files.setText("/talks/other.wav")
    assert not page.text.canInsertFromMimeData(files)
    words = QMimeData()
    words.setText("other")
    assert page.text.canInsertFromMimeData(words)


def test_a_screen_reader_is_told_what_is_drawn_beside_the_text(page: TranscriptPage) -> None:
    show(page, transcript_of())
    page.text.go_to(1)
    said = page.text.accessibleDescription()
    assert said == "0:00:06. Ada Lovelace. These words are unsure"


def test_who_writes_without_a_rest_is_kept_all_the_same(qtbot: QtBot) -> None:
    parent = QObject()
    book = TranscriptBook(parent, rest_ms=3_600_000, most_ms=20)
    book.open(SHORT)
    with qtbot.waitSignal(book.saved) as told:
        book.edit(retext(SHORT, 0, "a"))
    assert told.args == [book.present]
    book.undo()
    with qtbot.waitSignal(book.saved) as told:
        book.redo()
    assert told.args == [book.present]


def test_signs_beyond_sixteen_bits_keep_their_places(page: TranscriptPage) -> None:
    page.show_transcript(
        replace(DONE, id=page.job_id + 1), replace(SHORT, cues=(cue_of("🎉🎉 two three", 1.0),))
    )
    page.text.go_to(0, 6)
    press(page, Qt.Key.Key_Return)
    assert texts(page) == ["🎉🎉 two", "three"]
    page.show_playing(1.4)
    assert page.text.heard_word == "two"


# --- hearing ---


def test_the_word_that_is_heard_is_marked(page: TranscriptPage) -> None:
    page.show_playing(10.4)
    assert (page.text.heard, page.text.heard_word) == (1, "five")
    assert page.head.pause.isVisible()
    assert page.head.place.text() == "0:10 / 0:30"
    page.show_playing(None)
    assert page.text.heard is None
    assert page.head.play.isVisible()


def test_it_goes_on_where_it_was_paused_unless_the_cursor_was_put_elsewhere(page: TranscriptPage) -> None:
    asked = heard(page.play_requested)
    page.text.go_to(1, 6)
    page.head.play.click()
    page.show_playing(10.5)
    page.show_playing(12.25)
    page.show_playing(None)
    page.head.play.click()
    page.show_playing(12.5)
    page.show_playing(None)
    page.text.go_to(2, 5)
    page.head.play.click()
    assert asked == pytest.approx([10 + 1 / 3, 12.25, 20 + 1 / 3])


def test_a_time_that_is_clicked_is_heard_and_a_word_only_while_sound_is_played(page: TranscriptPage) -> None:
    asked = heard(page.play_requested)
    view, word = page.text.viewport(), middle_of(page, 2, GUTTER + 12)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=middle_of(page, 1, GUTTER - 30))
    assert asked == [10.0]
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=word)
    assert asked == [10.0]
    assert page.text.cue == 2
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, CONTROL, word)
    assert asked == [10.0, 20.0]
    page.show_playing(1.0)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=middle_of(page, 0, GUTTER + 12))
    assert asked == [10.0, 20.0, 1.0]


def test_the_text_follows_what_is_heard_until_the_user_scrolls_away(page: TranscriptPage) -> None:
    show(page, transcript_of(200))
    settle()
    cues, bar = page.book.present.cues, page.text.verticalScrollBar()
    for number in range(40):
        page.show_playing(cues[number].start)
        assert 0 <= page.text.place_of(number).top() < page.text.viewport().height()
    bar.setValue(0)
    page.show_playing(cues[41].start)
    assert bar.value() == 0
