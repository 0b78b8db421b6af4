"""The group about privacy: what leaves the computer and what stays, what is kept where, and being rid of it.

It says what is so with the settings in force, and promises nothing else.
"""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.connections import LOCALHOST, Connection, Purpose, is_loopback
from app.domain.privacy import Kept, KeptPlace
from app.domain.settings import InsertionWay, Settings
from app.domain.writing import runs_elsewhere
from app.services.privacy_events import KeptMeasured, KeptRemoved
from app.ui.controls import Remark, margins
from app.ui.privacy_connections import ConnectionLine
from app.ui.privacy_diagnostics import ReportLine
from app.ui.privacy_places import PlaceLine
from app.ui.settings_field import Part
from app.ui.settings_group import Card
from app.ui.settings_rows import Place, TickRow
from app.ui.theme import Theme


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


class PrivacyRows(QObject):
    """What is so, the connections, the places and the report, each as a card."""

    folder_wanted = Signal(object)
    """The `Path` of a folder, or of a file in the folder that is to be opened."""

    remove_wanted = Signal(object)
    """The `Kept` that the user wants to be rid of."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._connections_of: Callable[[Settings], tuple[Connection, ...]] | None = None
        self._settings = Settings()
        self.speech, self.clean_up, self.clipboard, self.log = (Promise(theme) for _ in range(4))
        self.only = TickRow(
            theme,
            Place("privacy", "this_computer_only"),
            self.tr("This computer only"),
            self.tr(
                "Sayso connects to no other computer, whatever else is set: no clean-up elsewhere, no "
                "downloads."
            ),
        )
        self.updates = TickRow(
            theme,
            Place("privacy", "update_notice"),
            self.tr("Tell me when there is a newer version"),
            self.tr("Asked once a day. Nothing is sent but the request, and nothing is installed."),
        )
        self.connections = {purpose: ConnectionLine(theme, purpose) for purpose in Purpose}
        self.report = ReportLine(theme)
        self.places = {kept: PlaceLine(theme, kept) for kept in Kept}
        for line in self.places.values():
            line.open.clicked.connect(lambda _=False, at=line: self.folder_wanted.emit(at.path))
            line.remove_wanted.connect(self.remove_wanted)
        self.speech.say(
            self.tr(
                "What you and your files say is written down on this computer; no sound ever leaves it. All "
                "that is fetched are models that you ask for."
            )
        )
        self.log.say(self.tr("The log never holds what you said."))
        promises: tuple[QWidget, ...] = (self.speech, self.clean_up, self.clipboard, self.log)
        self.cards = (
            Card(self.tr("Privacy"), (*promises, self.only, self.updates)),
            Card(self.tr("Connections"), tuple(self.connections.values())),
            Card(self.tr("What is kept"), tuple(self.places.values())),
            Card(self.tr("When something goes wrong"), (self.report,)),
        )
        self.show_settings(Settings())

    def show_places(self, places: tuple[KeptPlace, ...]) -> None:
        """Where things are kept."""
        for place in places:
            self.places[place.kept].show_path(place.path)

    def show_amounts(self, event: KeptMeasured) -> None:
        """How much of each."""
        for kept, amount in event.amounts.items():
            self.places[kept].show_amount(amount)

    def show_removed(self, event: KeptRemoved) -> None:
        """What came of a removal."""
        self.places[event.kept].show_removed(event)

    def show_connections(self, of: Callable[[Settings], tuple[Connection, ...]]) -> None:
        """`of` tells the connections that there are with the settings in force."""
        self._connections_of = of
        self._tell_of_connections()

    def show_settings(self, settings: Settings) -> None:
        """What is so with these in force."""
        self._settings = settings
        self._tell_of_clean_up(settings)
        self._tell_of_clipboard(settings)
        self._tell_of_connections()

    def _tell_of_connections(self) -> None:
        if self._connections_of is None:
            return
        found = {one.purpose: one for one in self._connections_of(self._settings)}
        for purpose, line in self.connections.items():
            if purpose in found:
                line.show_connection(found[purpose])
        has_feed = Purpose.UPDATES in found
        self.updates.refuse(
            "" if has_feed else self.tr("This Sayso knows no place that tells of newer ones.")
        )

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
        name = urlsplit(host if "://" in host else f"http://{host}").hostname or ""
        is_own = name == LOCALHOST or is_loopback(name)
        if settings.privacy.this_computer_only and (not is_own or runs_elsewhere(enhancement.model)):
            self.clean_up.say(
                self.tr("This computer only: what the clean-up is set to is elsewhere, so it gets nothing.")
            )
        elif not is_own:
            sentence = self.tr("The clean-up sends your words to the computer at %1.").replace("%1", host)
            self.clean_up.say(sentence, stays=False)
        elif runs_elsewhere(enhancement.model):
            sentence = self.tr("The clean-up sends your words on to a computer elsewhere: %1 runs there.")
            self.clean_up.say(sentence.replace("%1", enhancement.model), stays=False)
        else:
            self.clean_up.say(
                self.tr("The clean-up is done by Ollama on this computer; your words go nowhere else.")
            )
