"""A window opened at its settings, and how tests of the settings look at it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.domain.models import ModelState
from app.domain.settings import Settings
from app.ui.main_window import MainWindow
from app.ui.settings_rows import Row
from app.ui.theme import Theme
from tests.ui.settings_scenes import CATALOGUE, FOUND, bundled_styles
from tests.ui.windows import main_window

SPEECH_MODELS: Final = (
    ModelState("base", "Quick.", 1, False, Path("/models/base"), "package"),
    ModelState("medium", "Slow.", 1, False, Path("/models/medium"), "package"),
    ModelState("tiny", "Not here.", 1, False, None, ""),
)


@contextmanager
def settings_window(theme: Theme) -> Iterator[MainWindow]:
    """In view, with everything that the settings are told at the start."""
    with main_window(theme) as window:
        window.show_settings(Settings())
        window.show_models(SPEECH_MODELS)
        window.show_style_details(bundled_styles())
        window.show_writer_catalogue(CATALOGUE)
        window.show()
        window.open_settings()
        window.show_writers(FOUND)
        yield window


def button(window: QWidget, name: str) -> QAbstractButton:
    """The visible button of that name or text."""
    found = [
        each
        for each in window.findChildren(QAbstractButton)
        if each.isVisible() and name in (each.accessibleName(), each.text().replace("&", ""))
    ]
    assert len(found) == 1, [(each.accessibleName(), each.text()) for each in found]
    return found[0]


def labels(window: QWidget) -> str:
    return "\n".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())


def row(window: MainWindow, field: str) -> Row:
    found = window.settings.form.row(field)
    assert found is not None
    return found


def saved(window: MainWindow, qtbot: QtBot) -> Settings:
    """What Save hands over."""
    with qtbot.waitSignal(window.settings_accepted) as accepted:
        button(window, "Save").click()
    (new,) = accepted.args
    assert isinstance(new, Settings)
    return new
