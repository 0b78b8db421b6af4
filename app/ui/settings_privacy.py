"""The group about privacy: what leaves the computer and what stays, in words, and where it is kept.

It says what is so with the settings in force, and promises nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.settings import InsertionWay, Settings
from app.domain.writing import runs_elsewhere
from app.ui.buttons import Button
from app.ui.controls import Line, Remark, margins
from app.ui.settings_field import Field, Part
from app.ui.settings_group import Card
from app.ui.theme import Theme

_OWN: Final = ("localhost", "127.0.0.1", "::1")
"""Names of this computer in an address."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("settings_privacy", text)


class Kept(StrEnum):
    """What Sayso keeps."""

    SETTINGS = "settings"
    HISTORY = "history"
    RECORDINGS = "recordings"
    FILES = "files"
    COPIES = "copies"
    MODELS = "models"
    LOG = "log"


@dataclass(frozen=True, slots=True)
class KeptPlace:
    """Where something is kept: a folder, or a file in one."""

    kept: Kept
    path: Path


class Promise(Part):
    """A sentence with its shape in front."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.remark = Remark(theme, "good")
        box = QVBoxLayout(self)
        margins(box, 0, 0, 0, 0, 0)
        box.addWidget(self.remark)

    def say(self, sentence: str, *, stays: bool = True) -> None:
        """Another sentence; `stays` when others cannot come by it."""
        if stays:
            self.remark.say(sentence, "check", "done")
        else:
            self.remark.say(sentence, "triangle", "live")


class PlaceLine(Field):
    """Where something is kept, and the way there."""

    def __init__(self, theme: Theme, kept: Kept) -> None:
        self.path = Path()
        title, hint = _kept_words(kept)
        self.open = Button(theme, self.tr("Open folder"), "folder")
        super().__init__(title, hint, self.open)
        self.open.setAccessibleName(self.tr("Open the folder: %1").replace("%1", title))
        self.open.setAccessibleDescription(hint)
        self._beside.addStretch(1)
        self.shown = Line("good")
        self.add_below(self.shown)
        self.set_offered(False)

    @property
    def words(self) -> str:
        return f"{self.title.text()} {super().words} {self.shown.text()}"

    def show_path(self, path: Path) -> None:
        """It is kept there."""
        self.path = path
        self.shown.setText(str(path))
        self.set_offered(True)


class PrivacyRows(QObject):
    """One card: what is so, and the places."""

    folder_wanted = Signal(object)
    """The `Path` of a folder, or of a file in the folder that is to be opened."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.speech, self.clean_up, self.clipboard, self.log = (Promise(theme) for _ in range(4))
        self.places = {kept: PlaceLine(theme, kept) for kept in Kept}
        for line in self.places.values():
            line.open.clicked.connect(lambda _=False, at=line: self.folder_wanted.emit(at.path))
        self.speech.say(
            self.tr(
                "What you and your files say is written down on this computer; no sound ever leaves it. All "
                "that is fetched are models that you ask for."
            )
        )
        self.log.say(self.tr("The log never holds what you said."))
        widgets: tuple[QWidget, ...] = (
            self.speech,
            self.clean_up,
            self.clipboard,
            self.log,
            *self.places.values(),
        )
        self.cards = (Card(self.tr("Privacy"), widgets),)
        self.show_settings(Settings())

    def show_places(self, places: tuple[KeptPlace, ...]) -> None:
        """Where things are kept."""
        for place in places:
            self.places[place.kept].show_path(place.path)

    def show_settings(self, settings: Settings) -> None:
        """What is so with these in force."""
        self._tell_of_clean_up(settings)
        self._tell_of_clipboard(settings)

    def _tell_of_clipboard(self, settings: Settings) -> None:
        insertion = settings.insertion
        if insertion.way is InsertionWay.TYPE:
            self.clipboard.say(self.tr("Your text is typed, and does not come onto the clipboard."))
        elif insertion.way is InsertionWay.PASTE and insertion.restore_clipboard:
            self.clipboard.say(
                self.tr(
                    "On its way to the cursor your text is marked as secret, so that programs that keep a "
                    "history of the clipboard leave it out where they can."
                )
            )
        else:
            self.clipboard.say(
                self.tr(
                    "Your text stays on the clipboard, and in the history of the clipboard if you keep one."
                ),
                stays=False,
            )

    def _tell_of_clean_up(self, settings: Settings) -> None:
        enhancement = settings.enhancement
        host = enhancement.host
        is_own = (urlsplit(host if "://" in host else f"http://{host}").hostname or "") in _OWN
        if not is_own:
            sentence = self.tr("The clean-up sends your words to the computer at %1.").replace("%1", host)
            self.clean_up.say(sentence, stays=False)
        elif runs_elsewhere(enhancement.model):
            sentence = self.tr("The clean-up sends your words on to a computer elsewhere: %1 runs there.")
            self.clean_up.say(sentence.replace("%1", enhancement.model), stays=False)
        else:
            self.clean_up.say(
                self.tr("The clean-up is done by Ollama on this computer; your words go nowhere else.")
            )


def _kept_words(kept: Kept) -> tuple[str, str]:
    """Name and explanation of what is kept."""
    return {
        Kept.SETTINGS: (_tr("Settings"), _tr("A plain text file.")),
        Kept.HISTORY: (_tr("History"), _tr("What you said and what became of it, until you delete it.")),
        Kept.RECORDINGS: (_tr("Recordings"), _tr("For as many days as is set under History.")),
        Kept.FILES: (
            _tr("Files"),
            _tr("The list and its transcripts, until you remove them, and the cache."),
        ),
        Kept.COPIES: (
            _tr("Dragged out"),
            _tr("Transcripts that you dragged into other programs, until you drag one after the next start."),
        ),
        Kept.MODELS: (_tr("Models"), _tr("Those that you got; nothing of yours is in them.")),
        Kept.LOG: (_tr("Log"), _tr("What Sayso did and what went wrong.")),
    }[kept]
