"""How tests of the settings look at the window that is opened there."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from pytestqt.qtbot import QtBot

from app.domain.models import ModelState
from app.domain.settings import Settings
from app.ui.main_window import MainWindow
from app.ui.settings_rows import Row
from tests.ui.windows import button

SPEECH_MODELS: Final = (
    ModelState("base", "Quick.", 1, False, Path("/models/base"), "package"),
    ModelState("medium", "Slow.", 1, False, Path("/models/medium"), "package"),
    ModelState("tiny", "Not here.", 1, False, None, ""),
)


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
