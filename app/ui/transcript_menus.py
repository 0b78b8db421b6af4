"""The menus of a transcript's page: what can be done at the cursor, and the formats to save it in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu

from app.domain.file_settings import ExportFormat
from app.ui.files_words import format_words
from app.ui.theme import Theme

_NAMES: Final = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_L)


def _tr(text: str) -> str:
    return QCoreApplication.translate("TranscriptPage", text)


class Act(Enum):
    """What can be done at the cursor, or with all of it."""

    PLAY = auto()
    SPLIT = auto()
    JOIN = auto()
    DELETE = auto()
    SPEAKER = auto()
    FIND = auto()
    UNDO = auto()
    REDO = auto()
    CUT = auto()
    COPY = auto()
    PASTE = auto()
    COPY_ALL = auto()


def act_of(event: QKeyEvent) -> Act | None:
    """What a key means wherever on the page the focus is."""
    standard = QKeySequence.StandardKey
    if event.matches(standard.Find) or event.matches(standard.Replace):
        return Act.FIND
    if event.matches(standard.Undo):
        return Act.UNDO
    if event.keyCombination() == _NAMES:
        return Act.SPEAKER
    return Act.REDO if event.matches(standard.Redo) else None


@dataclass(frozen=True, slots=True)
class Possible:
    """What can be done now."""

    editable: bool
    undo: bool
    redo: bool
    selection: bool


def fill_menu(
    menu: QMenu, theme: Theme, possible: Possible, act: Callable[[Act], None], *, at_cursor: bool
) -> None:
    """Everything that can be done; `at_cursor` with what every text has in its menu."""
    menu.clear()
    editable, standard = possible.editable, QKeySequence.StandardKey

    def add(what: Act, text: str, icon: str, enabled: bool, keys: QKeySequence | None = None) -> None:
        entry = menu.addAction(theme.icons.icon(icon, theme.colours.text), text, partial(act, what))
        entry.setEnabled(enabled)
        if keys is not None:
            # Shown and not given: the key belongs to the text, which knows what it means there.
            entry.setText(f"{text}\t{keys.toString(QKeySequence.SequenceFormat.NativeText)}")

    add(Act.PLAY, _tr("Play from here"), "play", True)
    menu.addSeparator()
    add(Act.SPLIT, _tr("Divide here"), "split", editable, QKeySequence("Return"))
    add(Act.JOIN, _tr("Join with the next"), "merge", editable)
    add(Act.DELETE, _tr("Delete this passage"), "trash", editable)
    add(Act.SPEAKER, _tr("Who speaks …"), "speaker", editable, QKeySequence("Ctrl+L"))
    menu.addSeparator()
    if at_cursor:
        add(Act.CUT, _tr("Cut"), "close", editable and possible.selection, QKeySequence(standard.Cut))
        add(Act.COPY, _tr("Copy"), "copy", possible.selection, QKeySequence(standard.Copy))
        add(Act.PASTE, _tr("Paste"), "insert", editable, QKeySequence(standard.Paste))
    add(Act.COPY_ALL, _tr("Copy the whole text"), "copy", True)
    menu.addSeparator()
    add(Act.FIND, _tr("Find and replace …"), "search", True, QKeySequence(standard.Find))
    add(Act.UNDO, _tr("Undo"), "undo", possible.undo, QKeySequence(standard.Undo))
    add(Act.REDO, _tr("Redo"), "redo", possible.redo, QKeySequence(standard.Redo))


def fill_formats(
    menu: QMenu, theme: Theme, export: Callable[[ExportFormat], None], copy: Callable[[], None]
) -> None:
    """The formats, and behind them the clipboard."""
    menu.clear()
    for kind in ExportFormat:
        menu.addAction(format_words(kind), partial(export, kind))
    menu.addSeparator()
    menu.addAction(theme.icons.icon("copy", theme.colours.text), _tr("Copy the whole text"), copy)
