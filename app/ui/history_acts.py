"""What can be done with a dictation of the past: the buttons below it.

Where they have not enough room they stand in several rows; where there is little height as well, the words of
those that are needed least give way to their icons.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.domain.history import Fate, HistoryEntry
from app.domain.styles import Style, Styles
from app.ui.buttons import Button
from app.ui.controls import margins
from app.ui.flow import Flow, rows
from app.ui.theme import Theme
from app.ui.told import told

SPACE: Final = 8
"""Between the buttons, logical pixels."""

ICON: Final = 32
"""Of a button that is its icon alone, at least."""

MOST_ROWS: Final = (2, 3)
"""Where it is short, and elsewhere."""


class HistoryActs(QWidget):
    """Each button tells what is wanted; the page knows of which entry."""

    copy_wanted = Signal()
    insert_wanted = Signal()
    delete_wanted = Signal()
    transcribe_wanted = Signal(str)
    """By that model; empty: the one in use."""
    enhance_wanted = Signal(str)
    """In the style of that name."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._entry: HistoryEntry | None = None
        self._models: tuple[str, ...] = ()
        self._styles: Styles | None = None
        self._style, self._is_short = "", False
        self.copy = Button(theme, self.tr("Copy"), "copy", "primary")
        self.insert = Button(theme, self.tr("Insert"), "insert")
        self.enhance = Button(theme, self.tr("Enhance again"), "enhance")
        self.enhance.has_chevron = True
        self.enhance.setMenu(QMenu(self.enhance))
        self.again = Button(theme, self.tr("Transcribe again"), "again", widest=320)
        self.by = Button(theme, self.tr("Transcribe again with another model"), "model", "icon")
        self.by.setMenu(QMenu(self.by))
        self.delete = Button(theme, self.tr("Delete"), "trash")
        self.makers = (self.enhance, self.again, self.by)
        self.buttons = (self.copy, self.insert, *self.makers, self.delete)
        self._sound = QWidget()
        sound = QHBoxLayout(self._sound)
        margins(sound, 0, 0, 0, 0, SPACE)
        sound.addWidget(self.again)
        sound.addWidget(self.by)
        self._flow = Flow((self.copy, self.insert, self.enhance, self._sound, self.delete), SPACE)
        self._flow.changed.connect(self._fit)
        self.copy.clicked.connect(self.copy_wanted)
        self.insert.clicked.connect(self.insert_wanted)
        self.delete.clicked.connect(self.delete_wanted)
        self.again.clicked.connect(lambda: self.transcribe_wanted.emit(""))
        self.enhance.menu().aboutToShow.connect(self._fill_styles)
        box = QVBoxLayout(self)
        margins(box, 0, 0, 0, 0, 0)
        box.addWidget(self._flow)

    def show_entry(self, entry: HistoryEntry) -> None:
        """What there is of it says what can be done."""
        self._entry = entry
        self.copy.setVisible(bool(entry.text))
        self.insert.setVisible(bool(entry.text))
        recover = entry.fate is Fate.INTERRUPTED and not entry.text
        self.again.setText(self.tr("Recover") if recover else self.tr("Transcribe again"))
        self.again.set_kind("" if entry.text else "primary")
        self._offer()

    def show_models(self, names: tuple[str, ...]) -> None:
        """The models that are on this computer."""
        self._models = names
        menu = self.by.menu()
        menu.clear()
        for name in names:
            action = menu.addAction(name)
            action.triggered.connect(lambda _, name=name: self.transcribe_wanted.emit(name))
        self._offer()

    def show_styles(self, styles: Styles) -> None:
        """The ways to clean up."""
        self._styles = styles
        self._offer()

    def show_style(self, name: str) -> None:
        """The style that is set; empty is the first."""
        self._style = name

    def show_busy(self, is_busy: bool, *, has_failed: bool = False) -> None:
        """A new text is being written, or waits for the user's choice; or the last one failed."""
        for button in self.makers:
            button.setEnabled(not is_busy)
        # What went wrong names the button so.
        once_more = has_failed or bool(self._entry and self._entry.enhancement)
        self.enhance.setText(self.tr("Enhance again") if once_more else self.tr("Enhance"))

    def set_short(self, is_short: bool) -> None:
        """There is little height."""
        self._is_short = is_short
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # --- how ---

    def _offer(self) -> None:
        entry = self._entry
        has_audio = bool(entry and entry.has_audio)
        self.enhance.setVisible(bool(entry and entry.text and entry.heard and self._styles))
        self._sound.setVisible(has_audio)
        self.by.setVisible(has_audio and len(self._models) > 1)
        self._fit()

    def _fit(self) -> None:
        """The most words with which the rows are few enough."""
        most = MOST_ROWS[0] if self._is_short else MOST_ROWS[1]
        for icons in (
            (),
            (self.delete,),
            (self.delete, self.enhance),
            (self.delete, self.enhance, self.insert),
        ):
            if len(rows(self._widths(icons), self.contentsRect().width(), SPACE)) <= most:
                break
        for button in (self.delete, self.enhance, self.insert):
            button.set_compact(button in icons)

    def _widths(self, icons: Collection[Button]) -> list[int]:
        """What the parts take that are there, with those as their icons alone."""
        return [self._width_of(part, part in icons) for part in self._flow.shown]

    def _width_of(self, part: QWidget, is_icon: bool) -> int:
        if isinstance(part, Button):
            return max(ICON, part.minimumHeight()) if is_icon else part.full_width()
        return self.again.full_width() + (0 if self.by.isHidden() else SPACE + self.by.sizeHint().width())

    def _fill_styles(self) -> None:
        menu = self.enhance.menu()
        menu.clear()
        for style, is_set in self._in_order():
            action = menu.addAction(told(style.title).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(is_set)
            action.triggered.connect(lambda _=False, name=style.name: self.enhance_wanted.emit(name))

    def _in_order(self) -> list[tuple[Style, bool]]:
        """The styles, the one that is set first, and whether each is that one."""
        if self._styles is None:
            return []
        used = self._styles.find(self._style) or self._styles.default
        others = (style for style in self._styles.all if style is not used)
        return [(used, True), *((style, False) for style in others)]
