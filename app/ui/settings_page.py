"""The settings, as a page that edits a copy and hands back a value.

Nothing changes before Save: then the whole Settings value is handed over, and services take it without a
restart. What cannot be is told while it is typed: each field is put into its frozen part, and the part's
own refusal marks the row. When settings change elsewhere meanwhile (the state line changes the microphone)
the rows that the user has not touched follow.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.devices import InputDevice
from app.domain.models import ModelState
from app.domain.privacy import KeptPlace
from app.domain.settings import Settings
from app.services.hardware_events import HardwareFound
from app.services.view import ViewState
from app.ui.buttons import Button
from app.ui.clean_up_rows import ENHANCEMENT
from app.ui.controls import Reflow, card, label, margins
from app.ui.settings_browser import SettingsBrowser
from app.ui.settings_chord_row import ChordRow
from app.ui.settings_form import SettingsForm
from app.ui.settings_rows import Row
from app.ui.theme import Theme
from app.ui.told import told

NARROW: Final = 480
"""Below this width the page's last word stands above its buttons."""


class SettingsPage(QWidget):
    """All groups, and Save and Cancel below them."""

    accepted = Signal(object)
    chord_recording = Signal(bool)
    guide_wanted = Signal()
    """The user wants to be led through the settings that matter once more."""
    models_wanted = Signal()
    """The user wants to see what is set of each model."""
    looked_at = Signal()
    """It has come into view."""
    folder_wanted = Signal(object)
    """The `Path` of a folder that he wants to see, or of a file in it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._saved = Settings()
        self._is_telling = False
        self.form = SettingsForm(theme, self)
        self.browser = SettingsBrowser(theme, self.form.groups, self)
        self.area = self.browser.area
        self.save = Button(theme, self.tr("&Save"), kind="primary")
        self.cancel = Button(theme, self.tr("&Cancel"))
        self.summary = label("", "hint", wrap=True)
        self.clean_up = self.form.clean_up
        self.form.speech.folder.clicked.connect(self._choose_folder)
        self.form.speech.models_wanted.connect(self.models_wanted)
        self.form.daily.guide.again.clicked.connect(self.guide_wanted)
        self.form.privacy.folder_wanted.connect(self.folder_wanted)
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self._restore)
        for row in self.form.rows:
            row.changed.connect(self._check)
            if isinstance(row, ChordRow):
                row.field.recording.connect(self.chord_recording)
        self._lay_out()
        self._restore()

    # --- what is shown ---

    def show_settings(self, settings: Settings) -> None:
        """What is in force now. Rows that the user has changed keep his value."""
        before, self._saved = self._saved, settings
        self.form.show_settings(settings)
        self._tell(row for row in self.form.rows if row.value == row.value_in(before))
        if before.enhancement.host != settings.enhancement.host and self.isVisible():
            self.clean_up.status.ask()

    def show_devices(self, devices: tuple[InputDevice, ...]) -> None:
        """The microphones to choose from."""
        self.form.show_devices(devices)
        self._check()

    def show_models(self, models: tuple[ModelState, ...]) -> None:
        """The models to choose from."""
        self.form.show_models(models)
        self._check()

    def show_state(self, state: ViewState) -> None:
        """What is in use."""
        self.form.show_state(state)

    def show_hardware(self, found: HardwareFound) -> None:
        """What this computer can compute with; the rest is greyed out."""
        self.form.speech.show_hardware(found)
        flash = found.flash_attention
        self.form.advanced.show_flash_attention(flash.is_offered, told(flash.sentence))
        self._check()

    def show_engines(self, torch_is_there: bool) -> None:
        """Whether the extra `torch` is installed, and with it the engine on PyTorch."""
        self.form.advanced.show_engines(torch_is_there)

    def show_places(self, places: tuple[KeptPlace, ...]) -> None:
        """Where things are kept."""
        self.form.privacy.show_places(places)

    def focus_field(self, field: str) -> None:
        """Bring the row of `field` into view, ready to be changed."""
        row = self.form.row(field)
        if row is not None:
            self.browser.focus(row)

    def focus_search(self) -> None:
        """Begin to search."""
        self.browser.focus_search()

    # --- Qt's ---

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            # Models come and go while nobody looks.
            self.clean_up.status.ask()
            self.looked_at.emit()

    # --- what is edited ---

    @property
    def draft(self) -> Settings | None:
        """The settings as the rows have them; None while one of them cannot be."""
        draft: Settings | None = self._saved
        for row in self.form.rows:
            part = getattr(draft or self._saved, row.place.part)
            try:
                part = row.put(part)
            except ValueError:
                draft = None
                continue
            if draft is not None:
                draft = dataclasses.replace(draft, **{row.place.part: part})
        return draft

    def _check(self) -> None:
        if self._is_telling:
            return
        wrong = ""
        # A choice that has not been told yet what it offers says None: there is nothing to judge.
        rows = [row for row in self.form.rows if row.value is not None]
        for row in rows:
            try:
                row.put(getattr(self._saved, row.place.part))
                fault = row.fault()
            except ValueError:
                fault = row.range_words()
            row.tell(fault)
            row.offer_standard(self._theme)
            if fault:
                wrong = wrong or row.control.accessibleName()
        altered = {row.place.part for row in rows if row.value != row.value_in(self._saved)}
        changed = bool(altered)
        self.clean_up.show_unsaved(ENHANCEMENT in altered)
        self.save.setEnabled(changed and not wrong)
        self.cancel.setEnabled(changed)
        self.summary.setText(
            self.tr("“%1” cannot be used as it is.").replace("%1", wrong)
            if wrong
            else self.tr("Not saved yet.")
            if changed
            else ""
        )
        self.summary.setVisible(bool(self.summary.text()))

    def _save(self) -> None:
        draft = self.draft
        if draft is not None:
            self.accepted.emit(draft)

    def _restore(self) -> None:
        self._tell(self.form.rows)

    def _tell(self, rows: Iterable[Row]) -> None:
        """Show what is saved in `rows`; all are judged once, and not anew at each that changes."""
        self._is_telling = True
        for row in rows:
            row.show_value(row.value_in(self._saved))
        self._is_telling = False
        self._check()

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("The folder of a converted model"), str(Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.form.speech.model.show_value)
        dialog.open()

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        margins(box, 0, 0, 0, 0, 0)
        box.addWidget(self.browser, 1)
        bar = card("bar")
        box.addWidget(bar)
        whole = QVBoxLayout(bar)
        margins(whole, 16, 8, 16, 8, 0)
        foot, ends = Reflow(NARROW), QWidget()
        whole.addWidget(foot)
        foot.row.addWidget(self.summary, 1)
        foot.row.addWidget(ends)
        row = QHBoxLayout(ends)
        margins(row, 0, 0, 0, 0, 8)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.save)
