"""The page of a transcript that is left and opened again: nothing that was written is lost, nor its steps."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.file_queue import JobState
from app.domain.file_transcript import FileTranscript
from app.domain.file_transcript_codec import read_transcript, transcript_json
from app.ui.main_window import MainWindow
from app.ui.transcript_page import TranscriptPage
from tests.ui.transcript_bench import ONE, SHORT, TWO, heard, press, show, texts, with_short
from tests.ui.transcript_scenes import DONE

pytestmark = pytest.mark.usefixtures("english")


@pytest.fixture
def page(transcript_window: MainWindow) -> TranscriptPage:
    return with_short(transcript_window)


def test_whoever_comes_back_can_still_undo(page: TranscriptPage) -> None:
    job, saved = replace(DONE, id=page.job_id), heard(page.saved)
    page.text.go_to(0)
    QTest.keyClicks(page.text, "So ")
    press(page, Qt.Key.Key_Return)
    page.undo()
    page.head.back.click()
    (kept,) = saved
    assert isinstance(kept, FileTranscript)
    # As the store gives it back.
    page.show_transcript(job, read_transcript(transcript_json(kept)))
    assert page.head.undo.isEnabled()
    assert page.head.redo.isEnabled()
    page.undo()
    assert page.book.present == SHORT
    page.flush()
    assert saved == [kept, SHORT]


def test_what_is_written_while_it_is_fetched_is_not_lost(page: TranscriptPage) -> None:
    job, saved = replace(DONE, id=page.job_id), heard(page.saved)
    for letter in "So":
        page.text.go_to(0)
        QTest.keyClicks(page.text, letter)
        page.flush()
    QTest.keyClicks(page.text, "X")
    now = page.transcript
    for found in (SHORT, *saved):
        assert isinstance(found, FileTranscript)
        page.show_transcript(job, found)
        assert page.transcript == now
        assert saved[-1] == now
    page.undo()
    assert page.head.undo.isEnabled()


def test_another_text_of_the_same_job_begins_anew(page: TranscriptPage) -> None:
    job = replace(DONE, id=page.job_id)
    page.text.go_to(0)
    QTest.keyClicks(page.text, "So ")
    page.show_transcript(job, replace(SHORT, cues=(ONE,)))
    assert not page.head.undo.isEnabled()
    assert texts(page) == ["one two three"]


def test_a_job_that_was_transcribed_again_begins_anew_even_with_the_same_text(page: TranscriptPage) -> None:
    job = replace(DONE, id=page.job_id)
    page.text.go_to(0)
    QTest.keyClicks(page.text, "So ")
    page.show_transcript(replace(job, state=JobState.RUNNING), replace(SHORT, cues=()))
    page.show_transcript(job, SHORT)
    assert not page.head.undo.isEnabled()
    assert page.book.present == SHORT


def test_what_is_not_told_yet_is_told_of_its_own_job_when_another_is_opened(page: TranscriptPage) -> None:
    told: list[tuple[int, FileTranscript]] = []
    page.saved.connect(lambda job, kept: told.append((job, kept)))
    first = page.job_id
    page.text.go_to(0)
    QTest.keyClicks(page.text, "So ")
    changed = page.transcript
    show(page, replace(SHORT, cues=(TWO,)))
    assert told == [(first, changed)]
