"""The guide's page on a table, for its tests: a window opened at it, and what is asked for there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.domain.settings import Settings
from app.ui.guide_page import GuidePage
from app.ui.main_window import MainWindow
from app.ui.theme import Theme
from tests.ui.guide_scenes import FIRST, scene
from tests.ui.windows import main_window, settle


class Wishes(list[tuple[object, ...]]):
    """What was asked for, by the name of its signal."""

    def hear(self, *parts: object, names: tuple[str, ...]) -> None:
        for part in parts:
            for name in names:
                if signal := getattr(part, name, None):
                    signal.connect(lambda *said, what=name: self.append((what, *said)))


@pytest.fixture
def guide_window(theme: Theme) -> Iterator[MainWindow]:
    with main_window(theme) as window:
        window.show()
        scene(FIRST)(window)
        settle()
        yield window


@pytest.fixture
def guide(guide_window: MainWindow) -> GuidePage:
    """In `guide_window`."""
    return guide_window.guide.page


@pytest.fixture
def wishes(guide: GuidePage) -> Wishes:
    wishes = Wishes()
    wishes.hear(guide, names=("passed", "put_off", "chosen", "closed", "settings_accepted", "page_wanted"))
    wishes.hear(guide.microphone, names=("check_wanted", "check_stopped", "devices_wanted"))
    wishes.hear(guide.key, names=("chord_recording",))
    wishes.hear(
        guide.model.wishes,
        names=("get_requested", "pause_requested", "use_requested", "recommendation_accepted"),
    )
    wishes.hear(guide.clean_up, names=("pull_requested",))
    wishes.hear(guide.permissions, names=("look_wanted",))
    wishes.hear(guide.dictation, names=("start_requested", "stop_requested"))
    return wishes


def accepted(wishes: Wishes) -> Settings:
    """The settings that were handed over, once."""
    (found,) = [said[1] for said in wishes if said[0] == "settings_accepted"]
    assert isinstance(found, Settings)
    return found
