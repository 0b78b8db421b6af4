"""The rows about files: what each becomes and where that is saved, how it is transcribed, and how subtitles
are cut.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QSizePolicy, QVBoxLayout, QWidget

from app.domain.file_settings import MAX_CACHE_MEGABYTES, ExportFormat
from app.domain.models import ModelState
from app.ui import words
from app.ui.buttons import Button
from app.ui.controls import NumberBox, Tick, margins
from app.ui.files_words import format_words
from app.ui.settings_group import Card
from app.ui.settings_rows import ChoiceRow, Entry, NumberRow, Option, Place, Row, TickRow
from app.ui.theme import Theme
from app.ui.told import told

FILES: Final = "files"
"""The part of the settings that these rows belong to."""


class FormatsRow(Row):
    """What is saved of each file: a tick for each format. What it was told to show keeps its order until the
    user changes it."""

    def __init__(self, theme: Theme, title: str, hint: str) -> None:
        box = QWidget()
        # It takes all the room, so that the way back stands at the edge.
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(box)
        margins(column, 0, 0, 0, 0, 0)
        self.ticks = {each: Tick(theme, format_words(each)) for each in ExportFormat}
        self._told: tuple[ExportFormat, ...] = ()
        super().__init__(Place(FILES, "formats"), title, hint, Entry(box, self._read, self._show))
        for tick in self.ticks.values():
            column.addWidget(tick)
            tick.toggled.connect(self.changed)
        # Whoever goes to the row comes to its first tick, and from there to the others.
        box.setFocusProxy(next(iter(self.ticks.values())))
        for one, following in pairwise(self.ticks.values()):
            QWidget.setTabOrder(one, following)

    def value_words(self, value: object) -> str:
        chosen = value if isinstance(value, tuple) else ()
        return ", ".join(str(each).upper() for each in chosen) or super().value_words("")

    def _last_control(self) -> QWidget:
        return tuple(self.ticks.values())[-1]

    def _read(self) -> object:
        chosen = tuple(each for each, tick in self.ticks.items() if tick.isChecked())
        return self._told if set(chosen) == set(self._told) else chosen

    def _show(self, value: object) -> None:
        chosen = value if isinstance(value, tuple) else ()
        # All of them are set before anybody hears of it.
        for each, tick in self.ticks.items():
            was_blocked = tick.blockSignals(True)
            tick.setChecked(each in chosen)
            tick.blockSignals(was_blocked)
        self._told = tuple(ExportFormat(each) for each in chosen)
        self.changed.emit()


class FolderRow(ChoiceRow):
    """A folder of the user's, or `none`, which is saved as an empty text. `chosen` explains the folder."""

    def __init__(self, theme: Theme, place: Place, title: str, none: Option, chosen: str) -> None:
        self._none, self._chosen_hint = none, chosen
        super().__init__(theme, place, title, [none])
        # Beside it there is a choice, and often the way back: it gives way.
        self.pick = Button(theme, self.tr("Folder …"), "folder", widest=200)
        name = self.tr("Choose a folder: %1").replace("%1", title.replace("&", ""))
        self.pick.setAccessibleName(name)
        self.pick.setToolTip(name)
        self.pick.clicked.connect(self._ask)
        self.add_beside(self.pick)

    def _explain(self) -> None:
        folder = str(self.choice.value or "")
        self.set_hint(self._chosen_hint if folder else self._none.hint)
        # There is rarely room for the whole of it.
        self.choice.setToolTip(folder)

    def _ask(self) -> None:
        begin = str(self.choice.value or Path.home())
        dialog = QFileDialog(self, self.pick.accessibleName(), begin)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.show_value)
        dialog.open()


class FilesRows(QObject):
    """Three cards: what is saved, how it is transcribed, and subtitles."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self.cards = (
            Card(self.tr("Files"), self._saving()),
            Card(self.tr("Files · Transcription"), self._transcription()),
            Card(self.tr("Files · Subtitles"), self._subtitles()),
        )
        self.show_models(())

    def show_models(self, models: Sequence[ModelState]) -> None:
        """The models that are on this computer."""
        usual = Option(
            "", self.tr("The same as for dictation"), self.tr("A larger one writes better and takes longer.")
        )
        here = (
            Option(each.name, each.name, f"{told(each.summary)} {words.size_words(each.size_bytes)}".strip())
            for each in models
            if each.path is not None
        )
        self.model.offer((usual, *here))

    def _saving(self) -> tuple[Row, ...]:
        self.formats = FormatsRow(
            self._theme,
            self.tr("Save as"),
            self.tr(
                "Each transcript is saved as soon as it is done; any of these can be exported later, too."
            ),
        )
        self.folder = FolderRow(
            self._theme,
            Place(FILES, "folder"),
            self.tr("Save in"),
            Option("", self.tr("Beside each file"), self.tr("In the folder that the file is in.")),
            self.tr("All transcripts are saved in this folder."),
        )
        self.watched = FolderRow(
            self._theme,
            Place(FILES, "watched_folder"),
            self.tr("Watched folder"),
            Option("", self.tr("None"), self.tr("Files that come into a folder can be added at once.")),
            self.tr("Files that come into this folder are added by themselves; those already in it are not."),
        )
        return self.formats, self.folder, self.watched

    def _transcription(self) -> tuple[Row, ...]:
        self.model = ChoiceRow(self._theme, Place(FILES, "model"), self.tr("Model for files"))
        by_piece = TickRow(
            self._theme,
            Place(FILES, "language_by_piece"),
            self.tr("More than one language in a file"),
            self.tr(
                "The language of each piece is found anew, where none is set under Speech. A little slower."
            ),
        )
        word_times = TickRow(
            self._theme,
            Place(FILES, "word_times"),
            self.tr("Times of words"),
            self.tr(
                "Words light up while a file is played, and subtitles are cut more exactly. Slower with "
                "OpenAI's engine."
            ),
        )
        batch = NumberRow(
            Place(FILES, "batch"),
            self.tr("Pieces at once"),
            self.tr("So many are transcribed together. More takes more memory. 0 takes what suits."),
            NumberBox(self._theme, (0, 64, 1), 0, ""),
        )
        cache = NumberRow(
            Place(FILES, "cache_megabytes"),
            self.tr("Cache"),
            self.tr(
                "The same sound is not transcribed twice: its transcript is kept, in so much room on the "
                "disk. 0 keeps none."
            ),
            NumberBox(self._theme, (0, MAX_CACHE_MEGABYTES, 50), 0, self.tr(" MB")),
        )
        return self.model, by_piece, word_times, batch, cache

    def _subtitles(self) -> tuple[Row, ...]:
        characters = NumberRow(
            Place(FILES, "subtitle_characters"),
            self.tr("Characters in a line"),
            self.tr("Lines are broken so that none is longer."),
            NumberBox(self._theme, (20, 80, 1), 0, ""),
        )
        lines = NumberRow(
            Place(FILES, "subtitle_lines"),
            self.tr("Lines at once"),
            self.tr("As many stand on the picture at the most."),
            NumberBox(self._theme, (1, 4, 1), 0, ""),
        )
        speed = NumberRow(
            Place(FILES, "subtitle_speed"),
            self.tr("Reading speed"),
            self.tr("Characters in a second. A subtitle stays in view for so long, where there is room."),
            NumberBox(self._theme, (8, 40, 1), 1, ""),
        )
        return characters, lines, speed
