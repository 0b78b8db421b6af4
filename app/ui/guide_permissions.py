"""The guide's step of the permissions: those that apply to this system, and whether they are given."""

from __future__ import annotations

import sys

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.guide import GuideStep
from app.domain.permissions import Grant, Permission, PermissionState, settings_page
from app.ui import guide_words as words
from app.ui.act_row import ActRow
from app.ui.buttons import Button
from app.ui.controls import Remark, label, margins
from app.ui.guide_step import StepBox
from app.ui.theme import Theme


class PermissionRow(QWidget):
    """One permission."""

    page_wanted = Signal(str)

    def __init__(self, theme: Theme, permission: Permission, platform: str) -> None:
        super().__init__()
        self.permission = permission
        self._page = settings_page(permission, platform)
        title, about = words.permission_words(permission)
        self.grant = Remark(theme, "good")
        self.open = Button(theme, self.tr("Open the system's settings"), kind="small")
        self.open.setAccessibleName(self.tr("Open the system's settings: %1").replace("%1", title))
        self.open.clicked.connect(lambda: self.page_wanted.emit(self._page))
        column = QVBoxLayout(self)
        margins(column, 0, 4, 0, 4, 4)
        column.addWidget(label(title, "title", wrap=True))
        column.addWidget(label(about, "hint", wrap=True))
        column.addWidget(self.grant)
        self._way = ActRow(self.open)
        column.addWidget(self._way)

    def show_grant(self, grant: Grant) -> None:
        """Whether it is given."""
        sentence, (shape, colour) = words.grant_words(self.permission, grant)
        self.grant.say(sentence, shape, colour)
        self._way.setVisible(bool(self._page) and grant is not Grant.GIVEN)


class PermissionsStep(StepBox):
    """Rows for those that apply."""

    look_wanted = Signal()
    page_wanted = Signal(str)
    """The address of a page of the system's settings."""

    def __init__(self, theme: Theme, platform: str = sys.platform) -> None:
        super().__init__(GuideStep.PERMISSIONS)
        self.rows = {each: PermissionRow(theme, each, platform) for each in Permission}
        for row in self.rows.values():
            row.page_wanted.connect(self.page_wanted)
            row.hide()
        self.look = Button(theme, self.tr("Look again"), "again")
        self.look.clicked.connect(self.look_wanted)
        self._add((*self.rows.values(), ActRow(self.look)))

    @property
    def first(self) -> Button:
        """Looking again, which is done after each change."""
        return self.look

    def show_permissions(self, found: tuple[PermissionState, ...]) -> None:
        """Those that apply, and whether they are given."""
        grants = {one.permission: one.grant for one in found}
        for permission, row in self.rows.items():
            row.setVisible(permission in grants)
            if permission in grants:
                row.show_grant(grants[permission])
