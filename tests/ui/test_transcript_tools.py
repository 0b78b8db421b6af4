"""What helps with a transcript: find and replace, speakers, doubts, clean-up, and ways to take it along."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.file_queue import JobState
from app.domain.file_settings import ExportFormat
from app.domain.file_transcript import Cue, Doubt, DoubtKind, FileTranscript
from app.domain.problems import AudioUnreadable, DiskFull, Problem, WriterBusy, WriterNotRunning
from app.domain.transcript_texts import doubtful_places
from app.services.file_events import CueCleaned
from app.ui.main_window import MainWindow
from app.ui.transcript_drag import FILES, TEXT, TranscriptMime
from app.ui.transcript_marks import HEAD, Mark
from app.ui.transcript_page import TranscriptPage
from app.ui.transcript_words import doubt_words
from tests.ui.transcript_bench import (
    CONTROL,
    ONE,
    SHORT,
    THREE,
    TWO,
    heard,
    marks_of,
    press,
    show,
    texts,
    with_short,
)
from tests.ui.transcript_scenes import DONE, TEXTS, transcript_of
from tests.ui.windows import labels

pytestmark = pytest.mark.usefixtures("english")


@pytest.fixture
def house(transcript_window: MainWindow) -> MainWindow:
    return transcript_window


@pytest.fixture
def page(house: MainWindow) -> TranscriptPage:
    return with_short(house)


# --- finding ---


def test_places_are_found_stepped_through_and_replaced(page: TranscriptPage) -> None:
    show(page, transcript_of(6, doubts=False))
    event = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_F, CONTROL)
    QApplication.sendEvent(page.text, event)
    bar = page.find_bar
    assert bar.isVisible()
    bar.whole_words.setChecked(True)
    QTest.keyClicks(bar.field, "four hundred")
    assert bar.told.text() == "1 of 2"
    assert page.text.textCursor().selectedText() == "four hundred"
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.told.text() == "2 of 2"
    assert page.text.textCursor().selectedText() == "Four hundred"
    bar.match_case.setChecked(True)
    assert bar.told.text() == "1 of 1"
    bar.match_case.setChecked(False)
    QTest.keyClicks(bar.by, "5")
    bar.replace_all.click()
    assert [each for each in texts(page) if "5" in each] == [
        "I think we said 5 and fifty, didn't we?",
        "5 and fifteen, with the delivery, and that was before the new tariff came in force in March.",
    ]
    assert bar.told.text() == "Nothing found"
    page.undo()
    assert tuple(texts(page)) == TEXTS
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    QApplication.sendEvent(page.text, event)
    assert bar.field.text() == "four hundred"
    QTest.keyClick(bar.by, Qt.Key.Key_Escape)
    assert not bar.isVisible()


def test_one_place_is_replaced_and_the_next_is_shown(page: TranscriptPage) -> None:
    page.find_bar.by.clear()
    page.find_bar.whole_words.setChecked(False)
    page.find_bar.open_search("e", can_replace=True)
    assert page.find_bar.told.text() == "1 of 7"
    QTest.keyClicks(page.find_bar.by, "x")
    page.find_bar.replace.click()
    assert texts(page)[0] == "onx two three"
    assert page.find_bar.told.text() == "1 of 6"
    assert page.text.textCursor().positionInBlock() == 12
    page.find_bar.close_search()


# --- speakers ---


def test_a_speaker_is_named_here_from_here_on_and_everywhere(page: TranscriptPage) -> None:
    page.text.go_to(1)
    page.head.speaker.click()
    bar = page.speaker_bar
    assert bar.field.text() == "Ada"
    bar.field.setText("Bo")
    bar.here.click()
    assert [cue.speaker for cue in page.book.present.cues] == ["", "Bo", "Ada"]
    page.undo()
    page.text.go_to(1)
    bar.field.setText("Cy")
    bar.onwards.click()
    assert [cue.speaker for cue in page.book.present.cues] == ["", "Cy", "Cy"]
    bar.field.setText("Di")
    bar.everywhere.click()
    assert [cue.speaker for cue in page.book.present.cues] == ["", "Di", "Di"]
    page.text.go_to(0)
    assert not bar.everywhere.isVisible()
    bar.close_names()


def test_there_is_room_for_a_name_where_another_begins_to_speak(page: TranscriptPage) -> None:
    assert [page.text.head_of(number) for number in range(3)] == [False, True, False]
    apart = [page.text.place_of(n + 1).top() - page.text.place_of(n).bottom() for n in range(2)]
    assert apart[0] > apart[1] + 20
    at_first = page.text.place_of(0).top()
    page.speaker_bar.named.emit("Bo")
    assert page.text.place_of(0).top() == at_first + HEAD
    page.undo()
    assert page.text.place_of(0).top() == at_first


# --- doubts ---


def test_doubts_are_stepped_through_and_taken_off_the_list(page: TranscriptPage) -> None:
    show(page, transcript_of())
    bar = page.doubts_bar
    bar.after.click()
    assert bar.said.text() == "1 of 3 · 0:00:06 · These words are unsure."
    assert page.text.cue == 1
    assert [mark for _, _, mark in marks_of(page, 1)] == [Mark.DOUBT]
    bar.after.click()
    assert "there is no text" in bar.said.text()
    bar.settle.click()
    assert len(page.book.present.doubts) == 2
    bar.after.click()
    assert "“Thank you for watching!”" in bar.said.text()
    page.undo()
    assert len(page.book.present.doubts) == 3


# --- cleaning up ---


def test_a_clean_up_comes_in_piece_by_piece_and_stays_marked_until_it_is_kept(page: TranscriptPage) -> None:
    asked, stopped = heard(page.clean_up_requested), heard(page.clean_up_stopped)
    page.head.clean_up.click()
    page.show_cleaning(True)
    assert asked == [None]
    page.text.go_to(2, 0)
    QTest.keyClicks(page.text, "X")
    page.show_cleaned(CueCleaned(page.job_id, 0, ("One, two, three.",)))
    page.show_cleaned(CueCleaned(page.job_id, 1, ("Four five.", "Six, seven.")))
    page.show_cleaned(CueCleaned(page.job_id + 1, 0, ("Other.",)))
    assert texts(page) == ["One, two, three.", "Four five.", "Xsix seven eight"]
    assert [cue.start for cue in page.book.present.cues] == [1.0, 10.0, 20.0]
    assert "2 passages were cleaned up." in page.changes_bar.said.text()
    assert {mark for _, _, mark in marks_of(page, 0)} == {Mark.ADDED}
    page.head.stop.click()
    assert stopped == [None]
    page.show_cleaning(False)
    page.text.go_to(1)
    page.changes_bar.back.click()
    assert texts(page)[1] == "four five"
    page.undo()
    page.undo()
    assert texts(page) == ["One, two, three.", "four five", "Xsix seven eight"]
    page.changes_bar.accept.click()
    assert not page.changes_bar.isVisible()
    assert marks_of(page, 0) == []


def test_what_was_cleaned_up_can_be_taken_back_after_one_was_away(page: TranscriptPage) -> None:
    saved = heard(page.saved)
    page.head.clean_up.click()
    page.show_cleaning(True)
    page.show_cleaned(CueCleaned(page.job_id, 0, ("One, two, three.",)))
    page.head.back.click()
    (kept,) = saved
    assert isinstance(kept, FileTranscript)
    page.show_transcript(replace(DONE, id=page.job_id), kept)
    # It goes on meanwhile.
    page.show_cleaned(CueCleaned(page.job_id, 1, ("Four, five.",)))
    page.show_cleaning(False)
    assert texts(page) == ["One, two, three.", "Four, five.", "six seven eight"]
    assert "2 passages were cleaned up." in page.changes_bar.said.text()
    page.text.go_to(0)
    page.changes_bar.back.click()
    assert texts(page)[0] == "one two three"
    show(page, SHORT)
    assert page.changes_bar.isHidden()


def test_a_piece_counts_the_cues_that_were_given_away(page: TranscriptPage) -> None:
    page.text.go_to(0, 0, 13)
    press(page, Qt.Key.Key_Delete)
    given: list[FileTranscript] = []
    page.clean_up_requested.connect(lambda: given.append(page.transcript))
    page.head.clean_up.click()
    assert [cue.text for cue in given[0].cues] == ["four five", "six seven eight"]
    page.show_cleaned(CueCleaned(page.job_id, 0, ("Four, five.",)))
    assert texts(page) == ["", "Four, five.", "six seven eight"]


def test_what_the_guard_held_back_is_told(page: TranscriptPage) -> None:
    page.head.clean_up.click()
    page.show_cleaned(CueCleaned(page.job_id, 0, ("Two.",), kept=False, sentence="A number is missing."))
    assert page.book.present == SHORT
    assert page.changes_bar.said.text() == "A number is missing."


# --- taking it along ---


def test_it_is_exported_and_copied_as_it_is_now(page: TranscriptPage) -> None:
    order: list[str] = []
    page.saved.connect(lambda *_: order.append("saved"))
    page.export_requested.connect(order.append)
    copied = heard(page.copy_requested)
    page.text.go_to(0)
    QTest.keyClicks(page.text, "So ")
    page.head.formats.aboutToShow.emit()
    entries = [each for each in page.head.formats.actions() if not each.isSeparator()]
    assert len(entries) == len(ExportFormat) + 1
    entries[list(ExportFormat).index(ExportFormat.SRT)].trigger()
    assert order == ["saved", ExportFormat.SRT]
    entries[-1].trigger()
    assert copied == ["So one two three\nAda: four five\nsix seven eight"]


def test_a_file_is_made_once_when_it_is_dragged_and_asked_for(tmp_path: Path) -> None:
    made: list[Path] = []

    def make() -> Path:
        made.append(tmp_path / "talk ü.txt")
        return made[-1]

    mime = TranscriptMime("so", make, lambda _: None)
    assert made == []
    assert mime.hasUrls()
    assert made == []
    for _ in range(2):
        assert [Path(url.toLocalFile()) for url in mime.urls()] == [tmp_path / "talk ü.txt"]
    assert len(made) == 1
    assert mime.text() == "so"


def test_a_file_that_cannot_be_made_leaves_the_text_and_says_why() -> None:
    told: list[Problem] = []

    def make() -> Path:
        raise DiskFull("the folder")

    mime = TranscriptMime("so", make, told.append)
    assert mime.urls() == []
    assert mime.formats() == [TEXT]
    assert not mime.hasFormat(FILES)
    assert mime.text() == "so"
    assert len(told) == 1


def test_what_went_wrong_is_said_and_goes_when_it_is_right_again(page: TranscriptPage) -> None:
    page.show_saved(DiskFull("the transcripts"))
    assert "The disk that holds the transcripts is full." in labels(page)
    page.show_saved(None)
    assert "is full" not in labels(page)
    assert "Saved" in labels(page)
    page.show_saved(None, ("/talks/short.srt", "/talks/short.vtt"))
    assert "Saved as short.srt, short.vtt" in labels(page)
    page.show_problem(AudioUnreadable(SHORT.source, "it is not a sound file"))
    assert "“short.wav” cannot be read" in labels(page)
    assert "/talks" not in labels(page)
    page.show_problem(WriterNotRunning("http://localhost:11434"))
    assert "Start it, then choose Clean up again." in labels(page)
    page.show_problem(WriterBusy())
    assert "Choose Clean up in a moment." in labels(page)
    assert "Enhance again" not in labels(page)
    page.show_problem(None)


# --- long ones ---


def test_three_hours_of_speech_are_shown_and_changed_without_waiting(page: TranscriptPage) -> None:
    count = 5000
    whole = transcript_of(count)
    show(page, whole)
    page.text.go_to(count - 1, 3)
    page.text.bring_into_view(count - 1)
    press(page, Qt.Key.Key_Return)
    assert len(page.book.present.cues) == count + 1
    place = page.text.place_of(count)
    assert 0 < place.top() < page.text.viewport().height()
    page.undo()
    assert page.book.present == whole


def test_a_growing_text_is_only_added_to(page: TranscriptPage) -> None:
    job = replace(DONE, id=page.job_id + 1, state=JobState.RUNNING)
    page.show_transcript(job, replace(SHORT, cues=(ONE, TWO)))
    added: list[tuple[int, int, int]] = []
    page.text.document().contentsChange.connect(lambda *told: added.append(told))
    page.show_cues(job.id, (THREE, Cue(30.0, 31.0, "nine")))
    end = len("one two three\nfour five")
    assert added[0][0] == end
    assert all(position >= end for position, _, _ in added)


@pytest.mark.parametrize("kind", DoubtKind)
def test_documents_say_of_doubtful_places_what_the_page_says(kind: DoubtKind) -> None:
    doubt = Doubt(kind, 1.0, 2.0)
    talk = FileTranscript("a", (), "en", "base", 3.0, doubts=(doubt,))
    assert [why for _, why in doubtful_places(talk)] == [doubt_words(doubt)]
