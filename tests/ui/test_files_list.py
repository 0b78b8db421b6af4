"""The list of the files: its buttons, keys and menu, and moving by dragging."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from app.domain.file_queue import FileQueue
from app.domain.media import Channels, SoundChoice
from app.ui.file_acts import KEYS, Act, acts_of
from app.ui.files_page import FilesPage
from app.ui.theme import Theme
from tests.ui.files_bench import (
    ALL,
    CACHED,
    CANCELLED,
    DONE,
    FAILED,
    FILM_JOB,
    PAUSED,
    RUNNING,
    WAITING,
    Heard,
    actions,
    files_page,
    press,
    select,
)
from tests.ui.files_scenes import FILM, FOLDER, every_state


@pytest.fixture
def page(theme: Theme) -> Iterator[FilesPage]:
    with files_page(theme) as page:
        yield page


@pytest.fixture
def heard(page: FilesPage) -> Heard:
    return Heard(page)


# --- the buttons in the rows ---


@pytest.mark.parametrize(
    ("row", "act", "asked"),
    [
        (DONE, Act.OPEN, ("open_requested", 1)),
        (DONE, Act.FOLDER, ("show_in_folder_requested", f"{FOLDER}/Monday call.txt")),
        (RUNNING, Act.PAUSE, ("pause_requested", 3)),
        (RUNNING, Act.CANCEL, ("cancel_requested", 3)),
        (WAITING, Act.PAUSE, ("pause_requested", 4)),
        (WAITING, Act.REMOVE, ("remove_requested", 4)),
        (PAUSED, Act.RESUME, ("resume_requested", 6)),
        (FAILED, Act.RETRY, ("retry_requested", 7)),
        (CANCELLED, Act.RETRY, ("retry_requested", 8)),
    ],
)
def test_a_click_on_a_button_asks_for_it_and_selects_nothing(
    page: FilesPage, heard: Heard, row: int, act: Act, asked: tuple[object, ...]
) -> None:
    press(page, row, act)
    assert heard.take() == [asked]
    assert page.list.selected == []
    assert page.list.currentIndex().row() == row


def test_a_button_that_is_let_go_elsewhere_does_nothing(page: FilesPage, heard: Heard) -> None:
    place = page.list.visualRect(page.model.index(WAITING))
    plan = page.list.delegate.plan(page.model.job(WAITING), place.width())
    view = page.list.viewport()
    QTest.mousePress(
        view, Qt.MouseButton.LeftButton, pos=dict(plan.buttons)[Act.REMOVE].center() + place.topLeft()
    )
    assert page.list.delegate.is_down
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=place.topLeft() + QPoint(100, 20))
    assert heard.take() == []


def test_a_double_click_opens_what_has_a_transcript(page: FilesPage, heard: Heard) -> None:
    for row in (DONE, RUNNING, WAITING):
        middle = page.list.visualRect(page.model.index(row)).center()
        QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=middle)
        QTest.mouseDClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert heard.take() == [("open_requested", 1), ("open_requested", 3)]


@pytest.mark.parametrize("row", [WAITING, PAUSED, FAILED, CANCELLED])
def test_a_transcript_of_an_earlier_time_is_opened_from_every_state(
    page: FilesPage, heard: Heard, row: int
) -> None:
    one = replace(ALL.jobs[row], has_transcript=True, saved=(f"{FOLDER}/talk.srt",))
    page.show_queue(replace(ALL, jobs=(*ALL.jobs[:row], one, *ALL.jobs[row + 1 :])))
    select(page, row)
    press(page, row, Act.OPEN)
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    QTest.keyClick(page.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    opened = ("open_requested", one.id)
    assert heard.take() == [opened, opened, ("show_in_folder_requested", f"{FOLDER}/talk.srt")]
    assert {"Open the transcript", "Show what was saved"} <= actions(page.list.make_menu()).keys()


# --- the keyboard and the menu ---


@pytest.mark.parametrize(
    ("row", "key", "asked"),
    [
        (DONE, "Return", [("open_requested", 1)]),
        (DONE, "Enter", [("open_requested", 1)]),
        (DONE, "Ctrl+Return", [("show_in_folder_requested", f"{FOLDER}/Monday call.txt")]),
        (FAILED, "Ctrl+Return", [("show_in_folder_requested", f"{FOLDER}/holiday.mov")]),
        (WAITING, "Return", []),
        (WAITING, "Space", [("pause_requested", 4)]),
        (PAUSED, "Space", [("resume_requested", 6)]),
        (RUNNING, "Ctrl+.", [("cancel_requested", 3)]),
        (WAITING, "Ctrl+.", []),
        (CANCELLED, "F5", [("retry_requested", 8)]),
        (DONE, "F5", [("retry_requested", 1)]),
        (WAITING, "F5", []),
        (WAITING, "Delete", [("remove_requested", 4)]),
        (WAITING, "Ctrl+Up", [("move_requested", 4, 2)]),
        (WAITING, "Ctrl+Down", [("move_requested", 4, 4)]),
        (DONE, "Ctrl+Up", []),
        (CACHED, "Ctrl+Down", []),
    ],
)
def test_keys_do_what_buttons_do(
    page: FilesPage, heard: Heard, row: int, key: str, asked: list[tuple[object, ...]]
) -> None:
    select(page, row)
    modifier = Qt.KeyboardModifier.ControlModifier if "+" in key else Qt.KeyboardModifier.NoModifier
    name = key.rpartition("+")[2]
    code = {".": Qt.Key.Key_Period}.get(name) or Qt.Key[f"Key_{name}"]
    QTest.keyClick(page.list, code, modifier)
    assert heard.take() == asked


def test_several_are_paused_moved_and_removed_at_once(page: FilesPage, heard: Heard) -> None:
    select(page, WAITING, FILM_JOB, PAUSED)
    QTest.keyClick(page.list, Qt.Key.Key_Space)
    # What is paused already stays so.
    assert heard.take() == [("pause_requested", 4), ("pause_requested", 5)]
    QTest.keyClick(page.list, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert heard.take() == [("move_requested", 4, 2), ("move_requested", 5, 3), ("move_requested", 6, 4)]
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    assert heard.take() == [("remove_requested", each) for each in (4, 5, 6)]


@pytest.mark.parametrize("row", range(len(every_state())))
def test_the_menu_offers_all_that_can_be_done_with_its_keys(page: FilesPage, heard: Heard, row: int) -> None:
    select(page, row)
    one = page.model.job(row)
    offered = [each.text() for each in page.list.make_menu().actions() if "\t" in each.text()]
    assert len(offered) == len(acts_of(one)) + 2
    assert len({each.partition("\t")[2] for each in offered}) == len(offered)
    for act in acts_of(one):
        menu = page.list.make_menu()
        keys = QKeySequence(KEYS[act]).toString(QKeySequence.SequenceFormat.NativeText)
        (action,) = [each for each in menu.actions() if each.text().endswith(f"\t{keys}")]
        action.trigger()
    assert len(heard.take()) == len(acts_of(one))


def test_tracks_and_channels_are_chosen_where_there_are_several(page: FilesPage, heard: Heard) -> None:
    chosen = replace(ALL.jobs[FILM_JOB], choice=SoundChoice(1, Channels.SECOND))
    page.show_queue(FileQueue((chosen, replace(chosen, id=6, tracks=FILM[2:], choice=SoundChoice()))))
    select(page, 0)
    menus = {each.title(): actions(each) for each in page.list.make_menu().findChildren(QMenu)}
    tracks, channels = menus["Track"], menus["Channels"]
    assert [name for name, each in tracks.items() if each.isChecked()] == [
        "Track 2 · German · Kommentar · 2 channels"
    ]
    assert [name for name, each in channels.items() if each.isChecked()] == ["Right channel only"]
    tracks["Track 1 · English · 6 channels"].trigger()
    tracks["Track 3 · 1 channel"].trigger()
    channels["All channels"].trigger()
    assert heard.take() == [
        ("choose_requested", 5, SoundChoice(0, Channels.SECOND)),
        ("choose_requested", 5, SoundChoice(2, Channels.MIXED)),
        ("choose_requested", 5, SoundChoice(1, Channels.MIXED)),
    ]
    select(page, 1)
    assert page.list.make_menu().findChildren(QMenu) == []


@pytest.mark.qt_log_ignore("does not support")  # without a screen there is no grabbing
def test_a_press_of_the_menu_button_selects_its_row_and_opens_the_menu(page: FilesPage) -> None:
    press(page, FAILED, Act.MORE)
    assert [one.id for one in page.list.selected] == [7]
    (menu,) = [each for each in page.list.findChildren(QMenu) if each.isVisible()]
    assert "Try again" in actions(menu)
    menu.close()


# --- moving by dragging ---


def test_rows_land_before_or_behind_the_one_they_are_let_go_on(page: FilesPage) -> None:
    place = page.list.visualRect(page.model.index(WAITING))
    assert page.list.gap_at(place.topLeft() + QPoint(50, 3)) == WAITING
    assert page.list.gap_at(place.bottomLeft() + QPoint(50, -3)) == WAITING + 1
    assert page.list.gap_at(QPoint(50, page.list.viewport().height() - 2)) == len(every_state())


class Falling(QDropEvent):
    """A copy that comes down at a place; Qt tells its source only while a drag goes on."""

    def __init__(self, at: QPoint, data: QMimeData, source: QObject | None) -> None:
        button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        super().__init__(QPointF(at), Qt.DropAction.CopyAction, data, button, keys)
        self._source = source

    def source(self) -> QObject | None:  # type: ignore[override]
        return self._source


def test_rows_are_offered_to_others_as_a_copy_alone(page: FilesPage, monkeypatch: pytest.MonkeyPatch) -> None:
    made = list[tuple[object, ...]]()

    class Offer(QDrag):
        """As far as others see it: without a screen no drag goes on."""

        def exec(self, *offered: object) -> Qt.DropAction:
            made.append((*offered, *(url.fileName() for url in self.mimeData().urls())))
            return Qt.DropAction.IgnoreAction

    monkeypatch.setattr("app.ui.file_list.QDrag", Offer)
    select(page, DONE)
    page.list.startDrag(Qt.DropAction.MoveAction)
    assert made == [(Qt.DropAction.CopyAction, "Monday call.txt", "Monday call.srt")]


def test_rows_of_the_list_that_come_down_on_it_have_another_place(page: FilesPage, heard: Heard) -> None:
    data = page.model.mimeData([page.model.index(DONE)])
    at = page.list.visualRect(page.model.index(WAITING)).bottomLeft() + QPoint(50, -3)
    event = Falling(at, data, page.list)
    page.list.dropEvent(event)
    assert event.isAccepted()
    assert heard.take() == [("move_requested", 1, WAITING)]
    # The same rows from another list, and files from elsewhere, are for the page.
    files = QMimeData()
    files.setUrls(data.urls())
    for other in (Falling(at, data, page), Falling(at, files, page.list), Falling(at, files, None)):
        page.list.dropEvent(other)
        assert not other.isAccepted()
    assert heard.take() == []


def test_what_is_dragged_is_known_here_and_elsewhere_is_what_was_saved(page: FilesPage) -> None:
    indexes: list[QModelIndex] = [page.model.index(row) for row in (WAITING, DONE)]
    data = page.model.mimeData(indexes)
    assert bytes(data.data(page.model.mimeTypes()[0]).data()) == b"1 4"
    assert [url.toLocalFile() for url in data.urls()] == [
        f"{FOLDER}/Monday call.txt",
        f"{FOLDER}/Monday call.srt",
    ]
