"""Every setting as a row, in the groups in which the page shows them.

The rows of a group stand in a file of their own; what may be chosen comes from `app.domain.settings` and,
for microphones, models and devices, from what there is on this computer at the moment.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.domain.devices import InputDevice
from app.domain.models import ModelState
from app.domain.settings import Settings
from app.services.view import ViewState
from app.ui.clean_up_settings import CleanUpSettings
from app.ui.settings_advanced_rows import AdvancedRows
from app.ui.settings_daily_rows import DailyRows
from app.ui.settings_files_rows import FilesRows
from app.ui.settings_group import Group
from app.ui.settings_privacy import PrivacyRows
from app.ui.settings_rows import Row
from app.ui.settings_speech_rows import SpeechRows
from app.ui.theme import Theme


class SettingsForm(QObject):
    """The rows by group, as on the page."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.daily = DailyRows(theme, self)
        self.speech = SpeechRows(theme, self)
        self.clean_up = CleanUpSettings(theme, self)
        self.files = FilesRows(theme, self)
        self.privacy = PrivacyRows(theme, self)
        self.advanced = AdvancedRows(theme, self)
        self.groups = (
            Group(self.tr("General"), self.daily.general),
            Group(self.tr("Microphone"), self.daily.microphone),
            Group(self.tr("Speech"), self.speech.cards),
            Group(self.tr("Clean-up"), self.clean_up.cards),
            Group(self.tr("Keys"), self.daily.keys),
            Group(self.tr("Insertion"), self.daily.insertion),
            Group(self.tr("Files"), self.files.cards),
            Group(self.tr("History"), self.daily.history),
            Group(self.tr("Privacy"), self.privacy.cards),
            Group(self.tr("Advanced"), self.advanced.cards),
        )
        self.rows: tuple[Row, ...] = tuple(each for each in self._widgets() if isinstance(each, Row))
        """All of them."""

    def row(self, field: str) -> Row | None:
        """The one that holds `field`, or "part.field" where two parts have a field of that name."""
        part, dot, name = field.rpartition(".")
        return next(
            (row for row in self.rows if row.place.field == name and (not dot or row.place.part == part)),
            None,
        )

    def show_settings(self, settings: Settings) -> None:
        """What is in force; the rows are told by the page."""
        self.speech.show_settings(settings)
        self.clean_up.show_settings(settings)
        self.privacy.show_settings(settings)

    def show_devices(self, devices: tuple[InputDevice, ...]) -> None:
        """The microphones to choose from."""
        self.daily.show_devices(devices)

    def show_models(self, models: tuple[ModelState, ...]) -> None:
        """The models that are on this computer."""
        self.speech.show_models(models)
        self.clean_up.show_models(models)
        self.files.show_models(models)

    def show_state(self, state: ViewState) -> None:
        """What is in use: the way keys are heard, what computes."""
        self.daily.show_state(state)
        self.speech.show_state(state)
        self.clean_up.show_state(state)

    def _widgets(self) -> Iterator[QWidget]:
        for group in self.groups:
            for card in group.cards:
                yield from card.widgets
