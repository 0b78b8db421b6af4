"""What is wanted of a window before anybody listens."""

from __future__ import annotations

from PySide6.QtCore import Signal
from pytestqt.qtbot import QtBot

from app.ui.early_wishes import EarlyWishes, own_signals
from app.ui.main_window import MainWindow
from app.ui.theme import Theme


class Wishing(MainWindow):
    """Has one signal more."""

    more = Signal(int, str)


def test_wishes_are_said_again_once_and_in_order(qtbot: QtBot, theme: Theme) -> None:
    window = MainWindow(theme)
    qtbot.addWidget(window)
    wishes = EarlyWishes(window)
    heard: list[object] = []
    window.start_requested.emit()
    window.enhance_requested.emit("email")
    window.preview_requested.emit("email", "a text")
    window.stop_requested.emit()
    window.start_requested.connect(lambda: heard.append("start"))
    window.stop_requested.connect(lambda: heard.append("stop"))
    window.enhance_requested.connect(heard.append)
    window.preview_requested.connect(lambda *both: heard.append(both))
    wishes.carry_out()
    assert heard == ["start", "email", ("email", "a text"), "stop"]
    window.start_requested.emit()
    assert heard == ["start", "email", ("email", "a text"), "stop", "start"]


def test_the_signals_are_those_that_the_class_declares_itself(qtbot: QtBot, theme: Theme) -> None:
    base, window = MainWindow(theme), Wishing(theme)
    qtbot.addWidget(base)
    qtbot.addWidget(window)
    assert own_signals(window) == ("more",)
    assert {"start_requested", "settings_accepted", "closing"} <= set(own_signals(base))
