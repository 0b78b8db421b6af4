"""What is asked before corrections go, and where the keyboard is afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.file_queue import FileQueue
from app.domain.media import Channels, SoundChoice
from app.ui.files_page import FilesPage
from app.ui.theme import Theme
from tests.ui.files_bench import ALL, CANCELLED, CUT_SHORT, DONE, Heard, files_page, select
from tests.ui.windows import button, labels


@pytest.fixture
def page(theme: Theme) -> Iterator[FilesPage]:
    with files_page(theme) as page:
        yield page


@pytest.fixture
def heard(page: FilesPage) -> Heard:
    return Heard(page)


EDITED = replace(ALL, jobs=tuple(replace(each, is_edited=row == DONE) for row, each in enumerate(ALL.jobs)))


def press_remove(page: FilesPage) -> None:
    select(page, DONE)
    QTest.keyClick(page.list, Qt.Key.Key_Delete)


def press_again(page: FilesPage) -> None:
    select(page, DONE)
    QTest.keyClick(page.list, Qt.Key.Key_F5)


def choose_left(page: FilesPage) -> None:
    page.list.chosen.emit(EDITED.jobs[DONE].id, SoundChoice(0, Channels.FIRST))


@pytest.mark.parametrize(
    ("press", "go_on", "asked"),
    [
        (press_remove, "Remove all the same", ("remove_requested", 1)),
        (lambda page: button(page, "Clear finished").click(), "Clear all the same", ("clear_requested",)),
        (press_again, "Transcribe anew", ("retry_requested", 1)),
        (choose_left, "Transcribe anew", ("choose_requested", 1, SoundChoice(0, Channels.FIRST))),
    ],
)
def test_corrections_go_only_after_a_question(
    page: FilesPage, heard: Heard, press: Callable[[FilesPage], None], go_on: str, asked: tuple[object, ...]
) -> None:
    page.show_queue(EDITED)
    press(page)
    assert heard.take() == []
    assert "Your corrections of “Monday call.mp3” would be lost. Files that were exported stay." in labels(
        page
    )
    QTest.keyClick(page.question.keep, Qt.Key.Key_Escape)
    assert not page.question.isVisible()
    press(page)
    button(page, "Keep").click()
    assert not page.question.isVisible()
    assert page.focusWidget() is page.list
    assert heard.take() == []
    press(page)
    button(page, go_on).click()
    assert not page.question.isVisible()
    assert heard.take() == [asked]


def test_a_transcript_of_an_earlier_time_is_cleared_and_removed_only_after_a_question(
    page: FilesPage, heard: Heard
) -> None:
    kept = replace(ALL.jobs[CANCELLED], has_transcript=True)
    page.show_queue(replace(ALL, jobs=(*ALL.jobs[:CANCELLED], kept, *ALL.jobs[CANCELLED + 1 :])))
    button(page, "Clear finished").click()
    assert "The earlier transcript of “Notes.ogg” would be lost. Files that were exported stay." in labels(
        page
    )
    button(page, "Keep").click()
    select(page, CANCELLED)
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    assert page.question.isVisible()
    page.show_queue(page.list.delegate.queue)
    assert heard.take() == []
    button(page, "Remove all the same").click()
    # To try again takes nothing away before there is another.
    QTest.keyClick(page.list, Qt.Key.Key_F5)
    assert heard.take() == [("remove_requested", kept.id), ("retry_requested", kept.id)]


def test_a_question_of_a_job_that_is_gone_goes_too(page: FilesPage, heard: Heard) -> None:
    page.show_queue(EDITED)
    press_remove(page)
    page.show_queue(replace(EDITED, seconds_left=1.0))
    assert page.question.isVisible()
    page.show_queue(replace(EDITED, jobs=EDITED.jobs[1:]))
    assert not page.question.isVisible()
    assert heard.take() == []
    page.show_queue(FileQueue())
    assert page.focusWidget() is page


def test_what_was_not_corrected_is_removed_without_a_question(page: FilesPage, heard: Heard) -> None:
    page.show_queue(EDITED)
    press_remove(page)
    select(page, CUT_SHORT)
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    assert heard.take() == [("remove_requested", 2)]
    assert not page.question.isVisible()


def test_who_comes_back_from_a_transcript_is_at_its_row(page: FilesPage) -> None:
    select(page, CUT_SHORT)
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    page.bar.add.setFocus()
    page.hide()
    page.show()
    assert page.focusWidget() is page.list
    assert page.list.currentIndex().row() == CUT_SHORT
