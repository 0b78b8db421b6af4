"""The page of a transcript while its job runs, and after it was stopped."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.file_queue import FileJob, JobState
from app.ui.main_window import MainWindow
from app.ui.transcript_drag import FILES, TEXT
from app.ui.transcript_page import TranscriptPage
from tests.ui.transcript_bench import ONE, SHORT, THREE, TWO, heard, press, texts, with_short
from tests.ui.transcript_scenes import DONE
from tests.ui.windows import labels

pytestmark = pytest.mark.usefixtures("english")


@pytest.fixture
def page(transcript_window: MainWindow) -> TranscriptPage:
    return with_short(transcript_window)


def test_a_running_job_grows_and_cannot_be_changed_until_it_is_done(page: TranscriptPage) -> None:
    job = replace(DONE, id=77, state=JobState.RUNNING)
    page.show_transcript(job, replace(SHORT, cues=(ONE,), seconds=0.0))
    page.show_cues(77, (TWO,))
    page.show_cues(78, (THREE,))
    QTest.keyClicks(page.text, "x")
    press(page, Qt.Key.Key_Return)
    assert texts(page) == ["one two three", "four five"]
    assert "still being written" in labels(page)
    assert not page.head.clean_up.isEnabled()
    assert not page.head.export.isEnabled()
    page.show_transcript(replace(job, state=JobState.DONE), SHORT)
    assert page.head.export.isEnabled()
    QTest.keyClicks(page.text, "x")
    assert len(texts(page)) == 3
    assert "x" in "".join(texts(page))


def growing(page: TranscriptPage) -> FileJob:
    """A running job, of which two cues have been heard."""
    job = replace(DONE, id=page.job_id + 1, path=SHORT.source, state=JobState.RUNNING, seconds=30.0)
    page.show_transcript(job, replace(SHORT, cues=(), language="", model=""))
    page.show_cues(job.id, (ONE, TWO))
    return job


def test_a_job_that_fails_says_why_and_what_was_heard_of_it_can_be_read_and_copied(
    page: TranscriptPage,
) -> None:
    job, saved, copied = growing(page), heard(page.saved), heard(page.copy_requested)
    sentence, remedy = "Transcribing “/talks/short.wav” was interrupted.", "Try again."
    page.show_stopped(replace(job, state=JobState.FAILED, sentence=sentence, remedy=remedy))
    said = labels(page)
    assert page.problem.words.text().endswith("was interrupted. Try again.")
    assert "still being written" not in said
    assert "0:30 · not complete" in said
    assert texts(page) == ["one two three", "four five"]
    page.head.formats.aboutToShow.emit()
    page.head.formats.actions()[-1].trigger()
    assert copied == ["one two three\nAda: four five"]
    # It is not all there is to be heard: it is not to be taken for that.
    QTest.keyClicks(page.text, "x")
    page.head.back.click()
    assert saved == []
    assert not page.head.export.isEnabled()
    assert not page.head.clean_up.isEnabled()
    # Whoever listens meanwhile does not lose the reason.
    page.show_problem(None)
    assert "Try again." in page.problem.words.text()


def test_a_job_that_is_cancelled_or_put_off_is_told_so_beside_what_was_heard(page: TranscriptPage) -> None:
    job = growing(page)
    page.show_stopped(replace(job, state=JobState.PAUSED, done_seconds=11.0))
    assert page.head.facts.text() == "0:30 · not complete · Paused at 0:11 of 0:30"
    page.show_stopped(replace(job, state=JobState.CANCELLED))
    assert page.head.facts.text() == "0:30 · not complete · Cancelled"
    assert page.problem.isHidden()
    assert texts(page) == ["one two three", "four five"]
    page.show_stopped(replace(job, id=job.id + 1, state=JobState.WAITING))
    assert page.head.facts.text().endswith("Cancelled")


def test_one_that_is_tried_again_forgets_why_it_failed(page: TranscriptPage) -> None:
    job = growing(page)
    page.show_stopped(replace(job, state=JobState.FAILED, sentence="It broke.", remedy="Try again."))
    page.show_transcript(job, replace(SHORT, cues=()))
    assert page.problem.isHidden()
    assert "Nothing has been heard so far." in labels(page)
    page.show_stopped(replace(job, state=JobState.FAILED, sentence="It broke.", remedy="Try again."))
    assert "Nothing has been heard so far." in labels(page)


def test_what_there_was_before_a_try_that_failed_is_whole(page: TranscriptPage) -> None:
    job = replace(growing(page), state=JobState.FAILED, sentence="It broke.", remedy="Try again.")
    page.show_stopped(job)
    page.show_transcript(job, SHORT)
    assert page.is_editable
    assert page.head.export.isEnabled()
    assert page.problem.words.text() == "It broke. Try again."
    assert page.head.facts.text() == "0:30 · English · base"


def test_no_file_is_made_of_a_text_that_is_not_complete(page: TranscriptPage) -> None:
    page.file_wanted = lambda kind: Path("never.txt")
    job = growing(page)
    for _ in range(2):
        mime = page.head.handle.make_mime()
        assert mime is not None
        assert mime.formats() == [TEXT]
        page.show_stopped(replace(job, state=JobState.CANCELLED))
    page.show_transcript(replace(job, state=JobState.DONE), SHORT)
    mime = page.head.handle.make_mime()
    assert mime is not None
    assert mime.formats() == [FILES, TEXT]
    page.file_wanted = None
