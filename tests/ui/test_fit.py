"""In every scene, at the usual and the smallest size, in short and in long words: nothing is cut off, pushed
out of its place or laid over something else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QLocale, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QWidget,
)
from shiboken6 import delete

from app.ui.buttons import Button
from app.ui.controls import Line, Tick
from app.ui.file_drops import DropVeil
from app.ui.main_window import MainWindow
from app.ui.places import Place
from app.ui.theme import Theme
from app.ui.translation import Translation
from tests.ui.longer_words import LongerWords, longer
from tests.ui.scenes import all_scenes
from tests.ui.windows import main_window, settle

COMPOUND = (QAbstractSpinBox, QComboBox, QLineEdit, QAbstractItemView)
"""Qt's own arrange their parts themselves."""


def parts(widget: QWidget) -> Iterator[QWidget]:
    """All visible widgets below `widget`, without the insides of Qt's own."""
    for child in widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if child.isVisible() and not child.isWindow():
            yield child
            if not isinstance(child, COMPOUND):
                yield from parts(child)


def lacks_room(widget: QWidget) -> bool:
    """Whether its own words do not fit into it. What is elided by design has its words as its tooltip."""
    if isinstance(widget, Line):
        return False
    if isinstance(widget, QLabel | Tick) and widget.hasHeightForWidth():
        return widget.heightForWidth(widget.width()) > widget.height()
    if isinstance(widget, QLabel):
        return widget.sizeHint().width() > widget.width() or widget.sizeHint().height() > widget.height()
    if isinstance(widget, Button):
        return widget.minimumSizeHint().width() > widget.width()
    if isinstance(widget, QAbstractSpinBox):
        return widget.fontMetrics().horizontalAdvance(widget.text()) > widget.lineEdit().width()
    return False


def sticks_out(widget: QWidget) -> bool:
    """Whether a part of it is outside its parent. What is scrolled may be so, but not sideways."""
    parent = widget.parentWidget()
    assert parent is not None
    scroller = parent.parentWidget()
    if isinstance(scroller, QScrollArea) and parent is scroller.viewport():
        return widget.width() > parent.width()
    if isinstance(parent, QAbstractScrollArea):
        return False
    return not parent.rect().contains(widget.geometry())


def overlaps(widget: QWidget) -> bool:
    """Whether another visible child of its parent lies over it."""
    parent = widget.parentWidget()
    assert parent is not None
    if isinstance(parent, (*COMPOUND, QAbstractScrollArea)) or isinstance(widget, DropVeil):
        return False
    others = parent.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return any(
        other is not widget and other.isVisible() and widget.geometry().intersects(other.geometry())
        for other in others
        # It hides all that is under it.
        if not isinstance(other, DropVeil)
    )


def description(widget: QWidget) -> str:
    words = widget.text() if isinstance(widget, QLabel | Button | Tick) else widget.accessibleName()
    rect: QRect = widget.geometry()
    return f"{type(widget).__name__} {words!r} {rect.x()},{rect.y()} {rect.width()}x{rect.height()}"


SIZES = {"usual": (760, 560), "smallest": (420, 360)}


@pytest.fixture(
    scope="module",
    params=[
        pytest.param(("short", "usual"), id="short-usual"),
        # Where longer words fit, these do; nearly always.
        pytest.param(("short", "smallest"), id="short-smallest", marks=pytest.mark.slow),
        pytest.param(("long", "usual"), id="long-usual"),
        pytest.param(("long", "smallest"), id="long-smallest"),
        *(
            pytest.param((language, size), id=f"{language}-{size}", marks=pytest.mark.slow)
            for language in ("de", "he")
            for size in ("usual", "smallest")
        ),
    ],
)
def window(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[MainWindow]:
    """One for all scenes: the screen is a function of the state, whatever was shown before."""
    words, size = request.param
    with spoken(qapp, words), main_window(Theme(qapp, Qt.ColorScheme.Light, motion=False)) as window:
        window.resize(*SIZES[size])
        window.show()
        yield window


@contextmanager
def spoken(qapp: QApplication, words: str) -> Iterator[None]:
    """Windows that are made meanwhile have short words, long ones, or those of a language."""
    if words == "short":
        yield
        return
    before = QLocale()
    translator = LongerWords() if words == "long" else Translation(words)
    qapp.installTranslator(translator)
    if words != "long":
        QLocale.setDefault(QLocale(words))
        qapp.setLayoutDirection(QLocale(words).textDirection())
    yield
    qapp.removeTranslator(translator)
    # See Translation: Python's collector might do it at a bad moment.
    delete(translator)
    qapp.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    QLocale.setDefault(before)


@pytest.mark.parametrize("scene", all_scenes())
def test_everything_fits(window: MainWindow, scene: str) -> None:
    size = window.size()
    window.open_place(Place.DICTATE)
    all_scenes()[scene](window)
    settle()
    assert window.size() == size
    for judge in (lacks_room, sticks_out, overlaps):
        assert [description(each) for each in parts(window) if judge(each)] == [], judge.__name__


def test_longer_words_keep_their_placeholders_and_grow_by_two_fifths() -> None:
    assert longer("Hold %1") == "Hoooold %1"
    assert len(longer("Show what was left out")) == round(1.4 * len("Show what was left out"))
