"""A place whose page is made late: it hears what it was told before, and is not made without need."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.services.events import ModelArriving, ModelsShelved
from app.ui.late_place import LatePlace
from app.ui.main_window import MainWindow
from app.ui.theme import Theme
from tests.ui.models_scenes import HELD, NOW, PROCESSOR_ALONE, SETTINGS, shelf
from tests.ui.windows import labels, main_window, settle


class Diary(QLabel):
    """Writes down what it hears."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []


def test_what_came_last_of_each_kind_is_told_in_its_order(qtbot: QtBot) -> None:
    made: list[Diary] = []

    def make() -> Diary:
        made.append(Diary())
        return made[-1]

    place = LatePlace(make)
    qtbot.addWidget(place)
    place.tell("a", lambda page: page.heard.append("one"))
    place.tell("b", lambda page: page.heard.append("two"))
    place.tell("a", lambda page: page.heard.append("three"))
    assert made == []
    assert place.page.heard == ["two", "three"]
    place.tell("b", lambda page: page.heard.append("four"))
    assert place.page.heard == ["two", "three", "four"]
    assert len(made) == 1


def test_it_is_made_when_it_is_first_shown_and_once(qtbot: QtBot) -> None:
    made: list[Diary] = []

    def make() -> Diary:
        made.append(Diary())
        return made[-1]

    place = LatePlace(make)
    qtbot.addWidget(place)
    place.setMinimumSize(100, 100)
    for _ in range(2):
        place.show()
        settle()
        place.hide()
    assert len(made) == 1


def test_the_window_starts_without_the_page_of_the_models(theme: Theme) -> None:
    connected: list[object] = []
    with main_window(theme) as window:
        window.on_models(connected.append)
        told(window)
        window.show()
        settle()
        assert connected == []
        window.open_models("small")
        settle()
        assert connected == [window.models]
        assert "1.2 GB left" in window.models.rows["turbo"].main.text()
        assert "In use · installed package · loaded 12 min ago, last used 3 min ago" in labels(window)
        assert "100 MB of 1.5 GB here" in labels(window)
        assert window.focusWidget() is window.models.rows["small"].more


def told(window: MainWindow) -> None:
    """What comes at the start, and a download that is under way."""
    window.show_settings(SETTINGS)
    window.show_models_event(PROCESSOR_ALONE)
    window.show_models_event(ModelsShelved(shelf()))
    window.show_loaded(HELD, NOW)
    for received in (0, 50_000_000, 100_000_000):
        window.show_models_event(ModelArriving("medium", received, 1_530_000_000))
