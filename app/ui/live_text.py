"""Text that grows at its end while somebody reads, selects and scrolls it.

Settled words are plain and tentative ones muted and dotted-underlined, so that the two can be told without
colour. Only what differs from the text shown before is rewritten: a selection and a scrolled place stay.

Qt lays a changed paragraph out as a whole, which takes tens of milliseconds for a long dictation. So settled
lines are frozen: where a line of the last paragraph begins anyway, a paragraph of the document begins, and
from then on only the lines behind it are laid out. Nothing of that is seen, and nothing of it is copied. The
places are given up and found anew when the width or the font changes.

Offsets are counted in UTF-16 units, as Qt does: `offset` in the text, `position` in the document.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit

from app.domain.transcript import NO_TEXT, LiveText
from app.ui.controls import restyle
from app.ui.theme import Theme

LINE_HEIGHT: Final = 150.0
"""Per cent of the font's own line."""

FROZEN_LINES: Final = 8
"""Lines of one frozen part."""

LOOSE_LINES: Final = 24
"""The last paragraph may have this many before some of them are frozen."""

NEAR_END: Final = 4
"""Logical pixels from the end that still count as being there."""

_SELECTABLE: Final = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)


def _common(one: str, other: str) -> int:
    """How many characters both begin with."""
    if other.startswith(one):
        return len(one)
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def units(text: str) -> int:
    """Length in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def part(text: str, start: int, end: int | None = None) -> str:
    """The part of `text` between two offsets."""
    raw = text.encode("utf-16-le", "surrogatepass")
    return raw[2 * start : None if end is None else 2 * end].decode("utf-16-le", "surrogatepass")


def _block_format() -> QTextBlockFormat:
    block = QTextBlockFormat()
    block.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return block


class LiveTextEdit(QTextEdit):
    """Read-only text that can be selected by mouse and keyboard and grows at its end."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._text, self._whole, self._follows = NO_TEXT, "", False
        # Where frozen parts begin, and where the first line of each ends; both offsets.
        self._frozen: list[tuple[int, int]] = []
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(_SELECTABLE)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.document().setDocumentMargin(0)
        # The room of the bar is always kept: words would wrap anew at the moment it appears.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().rangeChanged.connect(self._show_bar)
        self._show_bar(0, 0)
        theme.changed.connect(self._follow_theme)

    @property
    def shown(self) -> LiveText:
        """What is in it."""
        return self._text

    @property
    def is_at_end(self) -> bool:
        """Whether the end of the text is in view."""
        bar = self.verticalScrollBar()
        return bar.value() >= bar.maximum() - NEAR_END

    def show_text(self, text: LiveText, *, follow: bool = False) -> None:
        """Settled and tentative words; rewrites only from the first difference on. `follow` keeps the end
        in view as it grows, unless the user has scrolled away from it."""
        self._follows = follow
        # A cursor makes one unit of the pair, and every offset behind it would be wrong.
        text = LiveText(text.settled.replace("\r\n", "\n"), text.tentative.replace("\r\n", "\n"))
        if text == self._text:
            return
        was_at_end, place = self.is_at_end, self.verticalScrollBar().value()
        own = self.textCursor()
        selected = self._offset(own.anchor()), self._offset(own.position())
        whole = text.text
        kept = self._thaw(units(whole[: _common(self._whole, whole)]))
        settled = units(text.settled)
        changed = min(units(self._text.settled), settled)
        edit = QTextCursor(self.document())
        edit.beginEditBlock()
        edit.setPosition(kept + len(self._frozen))
        edit.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        edit.removeSelectedText()
        if not kept:
            edit.setBlockFormat(_block_format())
        edit.insertText(part(whole, kept), QTextCharFormat())
        self._text, self._whole = text, whole
        self._colour(edit, min(changed, kept), settled, QTextCharFormat())
        self._colour_tentative(edit)
        edit.endEditBlock()
        self._freeze()
        self._select(*(min(each, kept) for each in selected))
        if follow and was_at_end:
            self._scroll_to_end()
        else:
            self.verticalScrollBar().setValue(place if kept else 0)

    def show_other(self, text: LiveText) -> None:
        """A text that has nothing to do with the one before: from its beginning, nothing selected."""
        self.show_text(NO_TEXT)
        self.show_text(text)

    # --- Qt's ---

    def createMimeDataFromSelection(self) -> QMimeData:
        cursor, data = self.textCursor(), QMimeData()
        start, end = self._offset(cursor.selectionStart()), self._offset(cursor.selectionEnd())
        data.setText(part(self._whole, start, end))
        return data

    def resizeEvent(self, event: QResizeEvent) -> None:
        was_at_end = self._follows and self.is_at_end
        top = self.cursorForPosition(QPoint(0, 0))
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._wrap_again()
        if was_at_end:
            self._scroll_to_end()
        elif event.size().width() != event.oldSize().width():
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.cursorRect(top).top())

    def showEvent(self, event: QShowEvent) -> None:
        # When it is shown for the first time Qt scrolls to the cursor, away from the end that is followed.
        place = self.verticalScrollBar().value()
        super().showEvent(event)
        self.verticalScrollBar().setValue(place)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._wrap_again()

    # --- frozen parts ---

    def _offset(self, position: int) -> int:
        """The offset in the text of a position in the document."""
        return position - sum(start + n < position for n, (start, _) in enumerate(self._frozen))

    def _position(self, offset: int) -> int:
        """The position in the document of an offset in the text."""
        return offset + sum(start <= offset for start, _ in self._frozen)

    def _thaw(self, kept: int) -> int:
        """Give up the frozen parts whose first line is not wholly within the `kept` units: their words may
        come to stand on the line before. Answers with how much can be kept then."""
        while self._frozen and self._frozen[-1][1] > kept:
            kept = min(kept, self._frozen.pop()[0])
        return kept

    def _freeze(self) -> None:
        block = self.document().lastBlock()
        # Asking for its place makes Qt lay it out.
        self.document().documentLayout().blockBoundingRect(block)
        layout = block.layout()
        if layout.lineCount() <= LOOSE_LINES:
            return
        base, settled = self._offset(block.position()), units(self._text.settled)
        lines = [layout.lineAt(n) for n in range(FROZEN_LINES, layout.lineCount(), FROZEN_LINES)]
        places = [(base + line.textStart(), line.textLength()) for line in lines]
        found = [(start, start + length) for start, length in places if start + length <= settled]
        edit = QTextCursor(self.document())
        edit.beginEditBlock()
        for start, _ in reversed(found):
            edit.setPosition(start + len(self._frozen))
            edit.insertBlock()
        edit.endEditBlock()
        self._frozen += found

    def _wrap_again(self) -> None:
        if not self._frozen:
            return
        edit = QTextCursor(self.document())
        edit.beginEditBlock()
        for n, (start, _) in reversed(list(enumerate(self._frozen))):
            edit.setPosition(start + n)
            edit.deleteChar()
        edit.endEditBlock()
        self._frozen.clear()
        self._freeze()

    # --- looks ---

    def _select(self, anchor: int, offset: int) -> None:
        """What was selected before a change. Qt moves a cursor on that stands where something is inserted:
        new words would come to be selected."""
        own = self.textCursor()
        wanted = self._position(anchor), self._position(offset)
        if (own.anchor(), own.position()) != wanted:
            own.setPosition(wanted[0])
            own.setPosition(wanted[1], QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(own)

    def _scroll_to_end(self) -> None:
        # Qt lays long documents out bit by bit: the end is known only when all is done.
        self.document().documentLayout().documentSize()
        bar = self.verticalScrollBar()
        bar.setValue(bar.maximum())

    def _show_bar(self, low: int, high: int) -> None:
        bar = self.verticalScrollBar()
        if bar.property("idle") != (high <= low):
            bar.setProperty("idle", high <= low)
            restyle(bar)

    def _colour(self, edit: QTextCursor, start: int, end: int, shape: QTextCharFormat) -> None:
        if end > start:
            edit.setPosition(self._position(start))
            edit.setPosition(self._position(end), QTextCursor.MoveMode.KeepAnchor)
            edit.setCharFormat(shape)

    def _follow_theme(self) -> None:
        self._colour_tentative(QTextCursor(self.document()))

    def _colour_tentative(self, edit: QTextCursor) -> None:
        shape = QTextCharFormat()
        shape.setForeground(self._theme.colours.muted)
        shape.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        shape.setUnderlineColor(self._theme.colours.muted)
        whole = units(self._whole)
        self._colour(edit, whole - units(self._text.tentative), whole, shape)
