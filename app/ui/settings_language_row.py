"""The row that sets the language of the windows."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.ui.settings_rows import ChoiceRow, Option, Place
from app.ui.theme import Theme
from app.ui.translation import available, native_name


def _tr(text: str) -> str:
    return QCoreApplication.translate("Sayso", text)


def language_row(theme: Theme) -> ChoiceRow:
    """Each language by the name that those who read it look for."""
    hint = _tr("Used from the next start of Sayso on.")
    return ChoiceRow(
        theme,
        Place("general", "interface_language"),
        _tr("Language of the windows"),
        (
            Option("", _tr("As the system"), hint),
            *(Option(code, native_name(code), hint) for code in available()),
        ),
    )
