"""Asks where dictations of the past are to be written, and as what."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from app.domain.history_formats import HistoryFormat


def _tr(text: str) -> str:
    return QCoreApplication.translate("HistoryExport", text)


def format_words(format: HistoryFormat) -> str:
    """What the file is."""
    return {
        HistoryFormat.TXT: _tr("Text"),
        HistoryFormat.MD: _tr("Markdown"),
        HistoryFormat.CSV: _tr("Table (CSV)"),
        HistoryFormat.JSON: "JSON",
    }[format]


def add_formats(menu: QMenu, parent: QWidget, save: Callable[[Path, HistoryFormat], None]) -> None:
    """Each format is offered; `save` gets the place that the user chooses then."""
    for format in HistoryFormat:
        action = menu.addAction(format_words(format))
        action.triggered.connect(lambda _, format=format: ask_place(parent, save, format))


def ask_place(
    parent: QWidget, save: Callable[[Path, HistoryFormat], None], format: HistoryFormat
) -> QFileDialog:
    """A dialog that is open; `save` gets the place once there is one. A file that has the name already stays,
    as the new one gets a number: nobody has to be asked."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    place = Path(documents or Path.home()) / f"{_tr('Dictations')}.{format.value}"
    words = f"{format_words(format)} (*.{format.value})"
    dialog = QFileDialog(parent, _tr("Save the dictations"), str(place), words)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.setDefaultSuffix(format.value)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda name: save(Path(name), format))
    dialog.open()
    return dialog
