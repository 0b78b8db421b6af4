"""The texts of the sheet: one while nothing is cleaned up, else the spoken and the enhanced one.

Where there are two they are tabs, and side by side where the sheet is wide and the user wants it. What the
user turned to stays in view until there is another text, another clean-up of it, or the other text comes into
use; before that it is the one that grows, or the one in use.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.differences import Change, Run, differences, in_one
from app.domain.history import Version
from app.domain.transcript import LiveText
from app.services.view import CleanUpStage, CleanUpView, Phase, ViewState
from app.ui import clean_up_words
from app.ui.clean_up_tabs import COLUMN_SPACE, CleanUpTabs
from app.ui.controls import Glyph, label, margins
from app.ui.marked_text import MarkedTextEdit
from app.ui.theme import Theme

COMPARED_FROM: Final = 640
"""Logical pixels of width from which two texts have room beside each other."""

_WITHOUT: Final = (CleanUpStage.NONE, CleanUpStage.SKIPPED)


def has_two(state: ViewState) -> bool:
    """Whether there is an enhanced text beside the spoken one."""
    if state.phase is Phase.ENHANCING:
        return True
    return state.phase is Phase.IDLE and state.clean_up.stage not in _WITHOUT


class TwoTexts(QWidget):
    """`turned` tells that another text is looked at, or that what can be done with it has changed."""

    turned = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._view = CleanUpView()
        self._has_two, self._follow, self._chosen = False, False, False
        self._looked_at, self._room = Version.SPOKEN, 0
        self._changes: tuple[tuple[str, str], tuple[Run, ...]] = (("", ""), ())
        self.marks, self.compares = True, False
        self.tabs = CleanUpTabs(theme)
        self.sign = Glyph(theme, "triangle", "live", 16)
        self.remark = label("", "hint", wrap=True)
        self.spoken = MarkedTextEdit(theme, Change.REMOVED)
        self.enhanced = MarkedTextEdit(theme, Change.ADDED)
        self.enhanced.setAccessibleName(self.tr("Enhanced text"))
        self.tabs.chosen.connect(self.look_at)
        for edit in (self.spoken, self.enhanced):
            # However little room there is, a line can be read.
            edit.setMinimumHeight(44)
        self._lay_out()

    # --- what is shown ---

    @property
    def looked_at(self) -> Version:
        """Which text is in view; of two beside each other, the one whose tab is chosen."""
        return self._looked_at if self._has_two else Version.SPOKEN

    @property
    def is_compared(self) -> bool:
        """Whether both are shown beside each other now."""
        return self.can_compare and self.compares

    @property
    def can_mark(self) -> bool:
        """Whether there are changes to be shown in what is in view."""
        is_over = self._has_two and self._view.stage is not CleanUpStage.WRITING
        return is_over and (self.is_compared or self._looked_at is Version.ENHANCED)

    @property
    def can_compare(self) -> bool:
        """Whether there are two texts and room for both."""
        return self._has_two and self._room >= COMPARED_FROM

    @property
    def shown_text(self) -> str:
        """Of two texts the one looked at; the spoken one where the other has not begun."""
        enhanced = self._view.enhanced if self._looked_at is Version.ENHANCED else ""
        return enhanced or self._view.spoken

    def show_text(self, text: LiveText, *, follow: bool) -> None:
        """One text alone."""
        self._has_two, self._view, self._chosen = False, CleanUpView(), False
        self.spoken.setAccessibleName(self.tr("Text"))
        self.spoken.show_text(text, follow=follow)
        self._arrange()

    def show_clean_up(self, view: CleanUpView, *, follow: bool) -> None:
        """The two texts of a clean-up; `follow` keeps the end of the growing one in view."""
        before, self._view = self._view, view
        was_two, self._has_two, self._follow = self._has_two, True, follow
        self._look(before if was_two else CleanUpView())
        self.spoken.setAccessibleName(self.tr("Spoken text"))
        self._arrange()

    def look_at(self, version: Version) -> None:
        """Turn to one of the two, as the user does."""
        self._looked_at, self._chosen = version, True
        self._arrange()
        self.turned.emit()

    def set_marks(self, marks: bool) -> None:
        """Whether changes are marked, from now on."""
        self.marks = marks
        self._arrange()

    def set_compares(self, compares: bool) -> None:
        """Whether both are shown beside each other where there is room, from now on."""
        self.compares = compares
        self._arrange()

    def fit(self, room: int) -> None:
        """There are `room` logical pixels of width."""
        self._room = room
        self._arrange()

    # --- how ---

    def _look(self, before: CleanUpView) -> None:
        view = self._view
        begins = view.stage is CleanUpStage.WRITING and before.stage is not CleanUpStage.WRITING
        ends = before.stage is CleanUpStage.WRITING and view.stage is not CleanUpStage.WRITING
        exchanged = view.version is not before.version and before.stage not in (
            CleanUpStage.WRITING,
            *_WITHOUT,
        )
        if before.stage in _WITHOUT or view.spoken != before.spoken or begins or exchanged:
            self._chosen = False
        elif ends and view.stage is not CleanUpStage.REFUSED:
            # Who watched it being written reads on, whichever is in use.
            self._chosen = True
        if not self._chosen:
            self._looked_at = Version.ENHANCED if view.stage is CleanUpStage.WRITING else view.version

    def _arrange(self) -> None:
        compared, two = self.is_compared, self._has_two
        self.tabs.setVisible(two)
        self._both.setContentsMargins(0, 4 if two else 0, 0, 0)
        self.tabs.set_compared(compared)
        if two:
            self.tabs.show_clean_up(self._view, self._looked_at)
            self._fill()
        self.spoken.setVisible(compared or self.looked_at is Version.SPOKEN)
        self.enhanced.setVisible(two and (compared or self._looked_at is Version.ENHANCED))
        judged = clean_up_words.guard_words(self._view, self.looked_at) if two else ""
        is_empty = self.looked_at is Version.ENHANCED and not self._view.enhanced
        remark = judged or (clean_up_words.waiting_words(self._view) if is_empty else "")
        if self.remark.text() != remark:
            self.remark.setText(remark)
        self.remark_row.setVisible(bool(remark))
        self.sign.setVisible(bool(judged))
        self.sign.show_icon(*clean_up_words.guard_shape(self._view.stage))

    def _fill(self) -> None:
        view, both = self._view, self.is_compared
        marked = self.marks and view.stage is not CleanUpStage.WRITING
        told = self.tr("Underlined words were added, struck ones were removed.")
        self.enhanced.setAccessibleDescription(told if marked else "")
        # What is not in view is filled when it comes into view.
        if both and marked:
            runs = self._runs()
            self.spoken.show_runs([run for run in runs if run.change is not Change.ADDED])
            self.enhanced.show_runs([run for run in runs if run.change is not Change.REMOVED])
            return
        if both or self._looked_at is Version.SPOKEN:
            self.spoken.show_text(LiveText(view.spoken))
        if both or self._looked_at is Version.ENHANCED:
            if marked:
                self.enhanced.show_runs(in_one(self._runs()))
            else:
                self.enhanced.show_text(LiveText(view.enhanced), follow=self._follow)

    def _runs(self) -> tuple[Run, ...]:
        texts = self._view.spoken, self._view.enhanced
        if self._changes[0] != texts:
            self._changes = texts, differences(*texts)
        return self._changes[1]

    def _lay_out(self) -> None:
        self.remark_row = QWidget()
        row = QHBoxLayout(self.remark_row)
        margins(row, 6, 8, 6, 0, 8)
        row.addWidget(self.sign)
        row.addWidget(self.remark, 1)
        self._both = both = QHBoxLayout()
        margins(both, 0, 0, 0, 0, COLUMN_SPACE)
        both.addWidget(self.spoken, 1)
        both.addWidget(self.enhanced, 1)
        box = QVBoxLayout(self)
        margins(box, 0, 0, 0, 0, 0)
        box.addWidget(self.tabs)
        box.addWidget(self.remark_row)
        box.addLayout(both, 1)
