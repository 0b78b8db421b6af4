"""What Qt does not tell a screen reader by itself: roles of Sayso's own controls, the names of combo boxes,
and sentences that appear where the keyboard is not.

Rules: a class that is something else than its base class says so by `accessible_role`; one that paints words
    gives them as `accessible_words`. They are asked for only when a screen reader looks, so nothing is sent
    while they change.
Failure mode: an interface that a reader has asked for before `install_roles` keeps its first role.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleAnnouncementEvent,
    QAccessibleInterface,
)
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QComboBox, QFrame, QLabel, QWidget

HAS_NAMES_BY_LABELS: Final = sys.platform not in ("win32", "darwin")
"""Whether Qt gives what is chosen in a combo box as its name, and its name by the label beside it alone."""

_GROUPS: Final = ("card", "rail")
"""Kinds of frames that hold what belongs together."""


@dataclass(frozen=True, slots=True)
class Announcement:
    """One sentence or a few words; an urgent one interrupts what the reader says."""

    words: str
    is_urgent: bool = False


def announce(source: QObject, said: Announcement) -> None:
    """Hand it to the screen reader, if there is one, as said by `source`: a window, or a part of one."""
    if not QAccessible.isActive():
        return
    event = QAccessibleAnnouncementEvent(source, said.words)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if said.is_urgent else politeness.Polite)
    QAccessible.updateAccessibility(event)


class _Painted(QAccessibleWidget):
    """Of a widget that paints its words."""

    def text(self, t: QAccessible.Text, /) -> str:
        own = super().text(t)
        if own or t is not QAccessible.Text.Name:
            return own
        return str(getattr(self.object(), "accessible_words", ""))


class _OneOfSeveral(QAccessibleWidget):
    """Of a button that is chosen among others. Qt tells of its state only for a role of Qt's own choice."""

    def state(self) -> QAccessible.State:
        state, button = super().state(), self.widget()
        state.checkable = 1
        state.checked = int(isinstance(button, QAbstractButton) and button.isChecked())
        return state

    def actionNames(self) -> list[str]:
        return [QAccessibleActionInterface.pressAction(), *super().actionNames()]

    def doAction(self, actionName: str, /) -> None:
        button = self.widget()
        if actionName == QAccessibleActionInterface.pressAction() and isinstance(button, QAbstractButton):
            button.click()
        else:
            super().doAction(actionName)


class _Plain(QAccessibleWidget):
    """Of a widget without a role. A window is one, and what has a name holds what belongs together; asked
    each time, as a widget finds its place and gets its name only after others have looked at it."""

    def role(self) -> QAccessible.Role:
        widget = self.widget()
        if widget.isWindow():
            return QAccessible.Role.Window
        return QAccessible.Role.Grouping if widget.accessibleName() else QAccessible.Role.Client


def _interface(_key: str, widget: QObject) -> QAccessibleInterface | None:
    if not isinstance(widget, QWidget):
        return None
    role = getattr(widget, "accessible_role", None)
    if role is QAccessible.Role.RadioButton and isinstance(widget, QAbstractButton):
        return _OneOfSeveral(widget, role)
    if isinstance(role, QAccessible.Role):
        return _Painted(widget, role)
    if isinstance(widget, QFrame) and widget.property("kind") in _GROUPS:
        return _Painted(widget, QAccessible.Role.Grouping)
    own = next(each for each in type(widget).__mro__ if each.__module__.startswith("PySide6"))
    return _Plain(widget) if own is QWidget else None


def install_roles() -> None:
    """From now on, `accessible_role` and `accessible_words` hold. Once, when there is an application."""
    QAccessible.installFactory(_interface)


def name_by_label(box: QComboBox) -> None:
    """Have `box` named by a label that nobody sees, where Qt wants one and there is none beside it."""
    place = box.parentWidget()
    if not HAS_NAMES_BY_LABELS or place is None:
        return
    beside = place.findChildren(QLabel, options=Qt.FindChildOption.FindDirectChildrenOnly)
    mine = [each for each in beside if each.buddy() is box]
    if not mine:
        made = QLabel(place)
        made.setObjectName("name")
        made.setBuddy(box)
        made.hide()
        mine = [made]
    for each in mine:
        if each.objectName() == "name":
            # Otherwise a sign in a name would become a key.
            each.setText(box.accessibleName().replace("&", "&&"))
