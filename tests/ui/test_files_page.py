"""The page of the files: what it shows of the queue, what is done with all, and drops from other programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.domain.file_queue import FileQueue, JobState
from app.domain.file_settings import FileSettings
from app.services.file_events import FilesAdded
from app.ui.files_page import FilesPage
from app.ui.theme import Theme
from tests.fakes.files import facts_of
from tests.ui.files_bench import (
    ALL,
    DONE,
    FAILED,
    PAUSED,
    RUNNING,
    WAITING,
    Heard,
    actions,
    files_page,
    ids,
    select,
)
from tests.ui.files_scenes import every_state, job, many, running, saved
from tests.ui.windows import button, labels, settle


@pytest.fixture
def page(theme: Theme) -> Iterator[FilesPage]:
    with files_page(theme) as page:
        yield page


@pytest.fixture
def heard(page: FilesPage) -> Heard:
    return Heard(page)


# --- what is shown ---


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_an_empty_page_says_what_it_is_for_and_offers_one_thing(page: FilesPage, heard: Heard) -> None:
    page.show_queue(FileQueue())
    settle()
    assert "Drop recordings or videos here, or choose them." in labels(page)
    assert not page.list.isVisible()
    assert not page.bar.isVisible()
    button(page, "Choose files …").click()
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    dialog.filesSelected.emit(["/a/b.mp3", "/a/c.mov"])
    dialog.reject()
    assert heard.take() == [("add_requested", [Path("/a/b.mp3"), Path("/a/c.mov")])]


def test_every_row_says_to_screen_readers_what_it_shows(page: FilesPage) -> None:
    said = [
        page.model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(len(every_state()))
    ]
    assert said[RUNNING] == "Interview Dr. Öz – Teil 2.m4a. 58:20. 12:03 of 58:20, about 4 minutes left"
    assert said[DONE] == "Monday call.mp3. 10:12. Done, 3 places to listen to again · saved as TXT and SRT"
    assert said[FAILED].startswith("holiday.mov. “holiday.mov” holds no sound that can be read. Play it")
    assert page.list.accessibleName() == "Files"


@pytest.mark.parametrize("width", [359, 480, 700, 1300])
def test_nothing_in_a_row_lies_over_another_and_all_words_have_room(page: FilesPage, width: int) -> None:
    page.resize(width, 700)
    settle()
    for row in range(page.model.rowCount()):
        place = page.list.visualRect(page.model.index(row))
        assert place.height() == page.list.delegate.height(page.model.job(row))
        plan = page.list.delegate.plan(page.model.job(row), place.width())
        parts = [plan.glyph, plan.name, plan.words, *(rect for _, rect in plan.buttons)]
        if plan.line is not None:
            parts.append(plan.line)
        for at, one in enumerate(parts):
            assert one.left() >= 0
            assert one.right() < place.width()
            assert one.bottom() < place.height()
            assert not any(one.intersects(other) for other in parts[at + 1 :])


def test_progress_lays_nothing_out_and_keeps_what_is_selected(page: FilesPage, qtbot: QtBot) -> None:
    select(page, WAITING, PAUSED)
    jobs = list(ALL.jobs)
    jobs[RUNNING] = replace(jobs[RUNNING], done_seconds=724.0, seconds_left=239.0)
    with qtbot.assertNotEmitted(page.model.dataChanged), qtbot.waitSignal(page.model.redrawn) as redrawn:
        page.show_queue(replace(ALL, jobs=tuple(jobs)))
    assert redrawn.args == [[RUNNING]]
    assert page.model.job(RUNNING).done_seconds == 724.0
    assert [one.id for one in page.list.selected] == [ids(page)[WAITING], ids(page)[PAUSED]]


def test_what_a_look_finds_is_drawn_without_a_layout_of_all_rows(page: FilesPage, qtbot: QtBot) -> None:
    jobs = list(many(20))
    unknown = jobs[7] = replace(jobs[7], state=JobState.WAITING, seconds=None, tracks=())
    page.show_queue(FileQueue(tuple(jobs)))
    settle()
    jobs[7] = replace(unknown, seconds=754.0, tracks=facts_of(754.0, tracks=2).tracks)
    with qtbot.assertNotEmitted(page.model.dataChanged), qtbot.waitSignal(page.model.redrawn) as redrawn:
        page.show_queue(FileQueue(tuple(jobs)))
    assert redrawn.args == [[7]]
    assert page.model.job(7).seconds == 754.0


def test_the_same_queue_again_redraws_nothing(page: FilesPage, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(page.model.redrawn):
        page.show_queue(ALL)


def test_a_row_grows_with_its_words(page: FilesPage) -> None:
    page.resize(420, 700)
    settle()
    before = page.list.visualRect(page.model.index(WAITING)).height()
    failed = replace(
        ALL.jobs[WAITING], state=JobState.FAILED, sentence="It cannot be read. " * 4, remedy="Choose another."
    )
    page.show_queue(replace(ALL, jobs=(*ALL.jobs[:WAITING], failed, *ALL.jobs[WAITING + 1 :])))
    settle()
    now = page.list.visualRect(page.model.index(WAITING)).height()
    assert now == page.list.delegate.height(failed) > before


@pytest.mark.parametrize(
    "order",
    [(3, 1, 2), (2, 3), (1,), (4, 5, 6, 1, 2, 3), (3, 7, 1), (), (9, 8), (5, 1, 6, 2, 7, 3)],
)
def test_the_list_follows_the_queue_and_its_selection_the_job(page: FilesPage, order: Sequence[int]) -> None:
    page.show_queue(FileQueue(tuple(job(each, f"{each}.mp3") for each in (1, 2, 3))))
    select(page, 1, 2)
    page.show_queue(FileQueue(tuple(job(each, f"{each}.mp3") for each in order)))
    assert ids(page) == list(order)
    # Where one of them went, Qt selects nothing in its place.
    assert {one.id for one in page.list.selected} == {2, 3} & set(order)
    assert page.list.isHidden() is not bool(order)


def test_the_height_of_a_row_is_right_whatever_was_known_of_it(page: FilesPage) -> None:
    def heights_are_right() -> bool:
        delegate, width = page.list.delegate, page.list.viewport().width()
        return all(delegate.height(one) == delegate.plan(one, width).height for one in page.model.jobs)

    assert heights_are_right()
    for width in (380, 330, 900):
        page.resize(width, 700)
        settle()
        assert heights_are_right()
    page.resize(340, 700)
    for queue in (replace(ALL, is_overtaken=True), replace(ALL, is_paused=True), ALL):
        page.show_queue(queue)
        settle()
        assert heights_are_right()
    page.show_queue(
        replace(ALL, jobs=(replace(ALL.jobs[0], sentence="A long sentence. " * 9), *ALL.jobs[1:]))
    )
    settle()
    assert heights_are_right()


def test_hundreds_of_rows_take_a_thousand_updates_without_a_layout(page: FilesPage, qtbot: QtBot) -> None:
    jobs = list(many(500))
    page.show_queue(FileQueue(tuple(jobs)))
    settle()
    with qtbot.assertNotEmitted(page.model.dataChanged), qtbot.assertNotEmitted(page.model.layoutChanged):
        for step in range(1000):
            jobs[250] = replace(jobs[250], done_seconds=0.5 * step)
            page.show_queue(FileQueue(tuple(jobs)))
    assert page.model.job(250).done_seconds == 499.5


def test_what_is_saved_and_watched_is_said_and_leads_to_the_settings(page: FilesPage, heard: Heard) -> None:
    assert not page.facts.watches.isVisible()
    page.show_settings(FileSettings(folder="/home/anna/Notes", watched_folder="/media/RECORDER"))
    page.show_queue(replace(ALL, watched_folder="/media/RECORDER"))
    settle()
    button(page, "Saves TXT and SRT in “Notes”").click()
    button(page, "Watches “RECORDER”").click()
    assert heard.take() == [("settings_requested",)] * 2
    page.show_queue(replace(ALL, watched_folder="/other/INBOX"))
    assert page.facts.watches.text() == "Watches “INBOX”"
    page.show_queue(ALL)
    assert page.facts.watches.text() == "Cannot watch “RECORDER” now"
    page.show_settings(FileSettings())
    page.show_queue(ALL)
    assert not page.facts.watches.isVisible()


def test_the_foot_says_how_far_all_is(page: FilesPage) -> None:
    assert page.foot.words.text() == "3 of 8 done, 1 failed, about 35 minutes left"
    assert page.foot.line.isVisible()
    page.show_queue(FileQueue(ALL.jobs[:2]))
    assert page.foot.words.text() == "2 of 2 done"
    assert not page.foot.line.isVisible()


# --- what is done with all ---


def test_all_are_paused_and_go_on_by_one_button(page: FilesPage, heard: Heard) -> None:
    button(page, "Pause all").click()
    page.show_queue(replace(ALL, is_paused=True))
    button(page, "Resume all").click()
    button(page, "Clear finished").click()
    assert heard.take() == [("pause_all_requested",), ("resume_all_requested",), ("clear_requested",)]


def test_what_has_no_use_cannot_be_pressed(page: FilesPage) -> None:
    page.show_queue(FileQueue((running(),)))
    assert not page.bar.clear.isEnabled()
    assert page.bar.pause.isEnabled()
    page.show_queue(FileQueue((saved(1, "a"),)))
    assert page.bar.clear.isEnabled()
    assert not page.bar.pause.isEnabled()


def test_the_cache_is_cleared_from_the_menu(page: FilesPage, heard: Heard) -> None:
    assert not actions(page.bar.make_menu())["The cache is empty"].isEnabled()
    page.show_cache(12_400_000, 34)
    menu = actions(page.bar.make_menu())
    menu["Clear the cache (34 transcripts, 12 MB)"].trigger()
    menu["Settings of files …"].trigger()
    assert heard.take() == [("clear_cache_requested",), ("settings_requested",)]


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_a_folder_is_added_by_its_button(page: FilesPage, heard: Heard) -> None:
    button(page, "Add folder …").click()
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.fileMode() is QFileDialog.FileMode.Directory
    dialog.filesSelected.emit(["/a/b"])
    dialog.reject()
    assert heard.take() == [("add_requested", [Path("/a/b")])]


@pytest.mark.parametrize("width", range(330, 1000, 60))
def test_the_buttons_above_always_fit(page: FilesPage, width: int) -> None:
    page.resize(width, 500)
    settle()
    assert page.width() == width
    shown = (page.bar.add, page.bar.folder, page.bar.pause, page.bar.clear, page.bar.more)
    for each in shown:
        assert page.bar.rect().contains(each.geometry())
        assert each.accessibleName() or each.text()
        assert each.toolTip() or each.width() >= each.full_width()


# --- drops from other programs ---


def held(urls: Sequence[str]) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl(each) for each in urls])
    return data


def hold_over(page: FilesPage, data: QMimeData, offered: Qt.DropAction) -> QDragEnterEvent:
    event = QDragEnterEvent(
        QPoint(50, 50), offered, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    event.ignore()
    QCoreApplication.sendEvent(page, event)
    return event


def let_go(page: FilesPage, data: QMimeData, offered: Qt.DropAction) -> QDropEvent:
    hold_over(page, data, offered)
    event = QDropEvent(
        QPointF(50, 50), offered, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    event.ignore()
    QCoreApplication.sendEvent(page, event)
    return event


def test_files_and_folders_are_taken_as_copies_whatever_is_offered(page: FilesPage, heard: Heard) -> None:
    data = held(["file:///a/b.mp3", "file:///a/caf%C3%A9%20%231.mov", "file:///a/folder", "file:///a/b.mp3"])
    offered = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
    entered = hold_over(page, data, offered)
    assert entered.isAccepted()
    assert entered.dropAction() is Qt.DropAction.CopyAction
    assert page.drops.veil.isVisible()
    assert page.drops.veil.geometry() == page.rect()
    assert page.drops.veil.words.text() == "Drop them here to transcribe all 3"
    dropped = let_go(page, data, offered)
    assert dropped.dropAction() is Qt.DropAction.CopyAction
    assert not page.drops.veil.isVisible()
    assert heard.take() == [("add_requested", [Path("/a/b.mp3"), Path("/a/café #1.mov"), Path("/a/folder")])]
    assert not page.told.isVisible()


def test_what_goes_away_again_leaves_nothing_behind(page: FilesPage, heard: Heard) -> None:
    hold_over(page, held(["file:///a/b.mp3"]), Qt.DropAction.CopyAction)
    assert page.drops.veil.words.text() == "Drop it here to transcribe it"
    page.resize(500, 400)
    assert page.drops.veil.geometry() == page.rect()
    QCoreApplication.sendEvent(page, QDragLeaveEvent())
    assert not page.drops.veil.isVisible()
    assert heard.take() == []


def test_what_is_elsewhere_is_refused_with_a_sentence(page: FilesPage, heard: Heard) -> None:
    data = held(["https://example.org/talk.mp3"])
    assert hold_over(page, data, Qt.DropAction.CopyAction).isAccepted()
    assert page.drops.veil.words.text().startswith("Only files on this computer can be transcribed.")
    let_go(page, data, Qt.DropAction.CopyAction)
    assert heard.take() == []
    assert page.told.words.text().startswith("Only files on this computer can be transcribed.")
    let_go(page, held(["file:///a/b.mp3", "ftp://example.org/c.mp3"]), Qt.DropAction.CopyAction)
    assert heard.take() == [("add_requested", [Path("/a/b.mp3")])]
    assert page.told.words.text() == "1 of them is not on this computer and was left out."
    let_go(page, held(["file:///a/b.mp3"]), Qt.DropAction.CopyAction)
    assert not page.told.isVisible()


def test_what_is_no_file_is_not_taken(page: FilesPage) -> None:
    text = QMimeData()
    text.setText("hello")
    assert not hold_over(page, text, Qt.DropAction.CopyAction).isAccepted()
    assert not page.drops.veil.isVisible()


def test_what_gave_no_row_is_said_behind_what_was_refused(page: FilesPage) -> None:
    page.show_added(FilesAdded(3, 12))
    assert page.told.isVisible()
    assert page.told.words.text() == "3 added, 12 were transcribed before."
    page.drops.told.emit("")
    assert not page.told.isVisible()
    page.drops.told.emit("1 of them is not on this computer and was left out.")
    page.show_added(FilesAdded(empty=("/a/empty",)))
    assert page.told.words.text() == (
        "1 of them is not on this computer and was left out. Nothing to transcribe in “empty”."
    )
    page.drops.told.emit("")
    page.show_added(FilesAdded(listed=("/a/talk.flac",)))
    assert page.told.words.text() == "“talk.flac” is in the list already."
