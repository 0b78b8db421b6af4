"""The way back to the guide of the first start, among the settings."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.ui.buttons import Button
from app.ui.settings_field import Field
from app.ui.theme import Theme


def _tr(text: str) -> str:
    return QCoreApplication.translate("guide_row", text)


class GuideRow(Field):
    """A button, and what it leads to. It holds no setting."""

    def __init__(self, theme: Theme) -> None:
        self.again = Button(theme, _tr("Set up again"), "again")
        super().__init__(
            _tr("Guide"),
            _tr(
                "Microphone, talk key, model and clean-up, one after the other, and a dictation to try them."
            ),
            self.again,
        )
        self.again.setAccessibleName(_tr("Set up again"))
        self._beside.addStretch(1)
