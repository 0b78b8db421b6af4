"""What a screen reader and the tab key find in a window, and what they miss.

Each `…` of a window is a list of words on what is wrong, empty where all is well. Qt's own compound controls
arrange their parts themselves: a field can be emptied and a list scrolled by keys, without the small buttons
in them.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QTableView,
    QTextEdit,
    QWidget,
)

from app.ui.main_window import MainWindow

NO_ROLES: Final = (QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Border)
COMPOUND: Final = (QAbstractSpinBox, QComboBox, QLineEdit, QAbstractItemView)
ROWS: Final = 40
"""Of a list are looked at."""


def interface(widget: QWidget) -> QAccessibleInterface:
    """What a screen reader gets of it."""
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


def name_of(widget: QWidget) -> str:
    """How a screen reader calls it. A combo box tells what is chosen in it as its name on some systems, and
    is called as the label beside it says."""
    own = interface(widget)
    if not isinstance(widget, QComboBox):
        return own.text(QAccessible.Text.Name)
    labels = [other for other, how in own.relations() if how & QAccessible.RelationFlag.Label]
    return " ".join(each.text(QAccessible.Text.Name) for each in labels)


def described(widget: QWidget) -> str:
    return f"{type(widget).__name__} “{name_of(widget)}”"


def shown(window: QWidget) -> Iterator[QWidget]:
    """All that is visible in it or scrolled out of view, without the insides of Qt's own."""
    for child in window.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if child.isVisible() and not child.isWindow():
            yield child
            if not isinstance(child, COMPOUND):
                yield from shown(child)


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _is_control(widget: QWidget) -> bool:
    is_plain_area = isinstance(widget, QAbstractScrollArea) and not isinstance(
        widget, QAbstractItemView | QTextEdit | QPlainTextEdit
    )
    return widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and not is_plain_area


def nameless(window: QWidget) -> list[str]:
    """Controls, bars and rows without a role or a name."""
    found = []
    for each in shown(window):
        role, name = interface(each).role(), name_of(each)
        if (_is_control(each) or isinstance(each, QProgressBar)) and (role in NO_ROLES or not name.strip()):
            found.append(described(each))
        if name and role in NO_ROLES:
            found.append(f"{described(each)} is nothing")
        if isinstance(each, QAbstractItemView):
            found += [f"{described(each)} {row}" for row in _nameless_rows(each)]
    return found


def _nameless_rows(view: QAbstractItemView) -> list[tuple[int, int]]:
    model = view.model()
    columns = model.columnCount() if isinstance(view, QTableView) else 1
    found = []
    for row in range(min(model.rowCount(QModelIndex()), ROWS)):
        for column in range(columns):
            index = model.index(row, column)
            is_covered = isinstance(view, QTableView) and any(
                view.columnSpan(row, before) > column - before for before in range(column)
            )
            words = index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data()
            if not is_covered and not str(words or "").strip():
                found.append((row, column))
    return found


def unreachable(window: QWidget) -> list[str]:
    """What answers to the mouse and not to the keyboard."""
    return [described(each) for each in shown(window) if _wants_mouse(each) and not _is_reached(each)]


def _wants_mouse(widget: QWidget) -> bool:
    if isinstance(widget, QAbstractButton):
        return True
    own = (each for each in type(widget).__mro__ if each.__module__.startswith("app."))
    return any({"mousePressEvent", "mouseReleaseEvent"} & vars(each).keys() for each in own)


def _is_reached(widget: QWidget) -> bool:
    if _takes_tab(widget) or not widget.isEnabled():
        return True
    # Dragging has another way, which its own words name.
    if interface(widget).role() is QAccessible.Role.Grip:
        return True
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    # Of those of which one is chosen the tab key reaches that one, and the arrow keys the others.
    return group is not None and group.exclusive() and any(_takes_tab(each) for each in group.buttons())


def tab_order(window: MainWindow) -> list[QWidget]:
    """What the tab key reaches, one after the other."""
    found, at = list[QWidget](), window.nextInFocusChain()
    while at is not None and at is not window:
        if at.isVisible() and at.isEnabled() and _takes_tab(at) and at.focusProxy() is None:
            found.append(at)
        at = at.nextInFocusChain()
    return found


def out_of_order(window: MainWindow) -> list[str]:
    """Where the tab key goes up, or back in a line: the eye goes down, and in a line as words are read.
    What stands side by side may each have lines of its own."""
    found = []
    for one, following in pairwise(tab_order(window)):
        first, second = _side_by_side(one, following, window)
        goes_up = second.bottom() < first.top() and second.left() <= first.right()
        is_one_line = first.top() <= second.bottom() and second.top() <= first.bottom()
        if goes_up or (is_one_line and second.right() < first.left()):
            found.append(f"{described(one)} → {described(following)}")
    return found


def _side_by_side(one: QWidget, other: QWidget, window: QWidget) -> tuple[QRect, QRect]:
    """The places of the largest parts that hold only one of them, in the part that holds both."""
    ours, theirs = _upwards(one, window), _upwards(other, window)
    while len(ours) > 1 and len(theirs) > 1 and ours[-1] is theirs[-1]:
        ours.pop()
        theirs.pop()
    return ours[-1].geometry(), theirs[-1].geometry()


def _upwards(widget: QWidget, window: QWidget) -> list[QWidget]:
    found, at = [widget], widget.parentWidget()
    while at is not None and at is not window:
        found.append(at)
        at = at.parentWidget()
    return found
