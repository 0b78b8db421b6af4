"""What tests of the page of the files share: a page with a job in every state, and hands to use it with."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QItemSelectionModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from app.domain.file_queue import FileQueue
from app.ui.file_acts import Act
from app.ui.files_page import FilesPage
from app.ui.theme import Theme
from tests.ui.files_scenes import every_state
from tests.ui.windows import settle

ALL: Final = FileQueue(every_state(), seconds_left=2100.0)
DONE, CUT_SHORT, RUNNING, WAITING, FILM_JOB, PAUSED, FAILED, CANCELLED, CACHED = range(9)
"""Rows of `ALL`."""
EVERY_SIGNAL: Final = tuple(name for name in vars(FilesPage) if name.endswith("_requested"))


class Heard:
    """What a page has asked for, in order."""

    def __init__(self, page: FilesPage) -> None:
        self.all: list[tuple[object, ...]] = []
        for name in EVERY_SIGNAL:
            getattr(page, name).connect(lambda *what, of=name: self.all.append((of, *what)))

    def take(self) -> list[tuple[object, ...]]:
        """All since the last time."""
        taken, self.all[:] = list(self.all), []
        return taken


@contextmanager
def files_page(theme: Theme) -> Iterator[FilesPage]:
    """In view, with `ALL`."""
    page = FilesPage(theme)
    page.setMinimumSize(320, 200)
    page.resize(900, 900)
    page.show()
    page.show_queue(ALL)
    settle()
    try:
        yield page
    finally:
        page.close()
        page.deleteLater()
        QCoreApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete.value)


def press(page: FilesPage, row: int, act: Act) -> None:
    """Click on a button of a row."""
    index = page.model.index(row)
    page.list.scrollTo(index)
    place = page.list.visualRect(index)
    plan = page.list.delegate.plan(page.model.job(row), place.width())
    where = dict(plan.buttons)[act].center() + place.topLeft()
    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=where)


def select(page: FilesPage, *rows: int) -> None:
    page.list.setFocus()
    page.list.setCurrentIndex(page.model.index(rows[0]))
    for row in rows[1:]:
        page.list.selectionModel().select(page.model.index(row), QItemSelectionModel.SelectionFlag.Select)


def ids(page: FilesPage) -> list[int]:
    return [one.id for one in page.model.jobs]


def actions(menu: QMenu) -> dict[str, QAction]:
    return {each.text().partition("\t")[0]: each for each in menu.actions() if each.text()}
