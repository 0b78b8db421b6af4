"""Sayso without a mouse and without eyes: in every scene each control has a role and a name, the keyboard
reaches what the mouse does, in the order in which it is read; and whoever looks can read it, and see where
the keyboard is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QComboBox

from app.domain.transcript import LiveText
from app.services.overlay import OverlayView
from app.services.view import Phase, ViewState
from app.ui.main_window import MainWindow
from app.ui.overlay import Overlay
from app.ui.places import Place
from app.ui.screen_reader import install_roles
from app.ui.theme import Theme
from tests.ui.legibility import changed, illegible, pixels
from tests.ui.reachable import described, interface, name_of, nameless, out_of_order, tab_order, unreachable
from tests.ui.scenes import all_scenes
from tests.ui.windows import main_window, settle

SCENES: Final = all_scenes()
DAILY: Final = (
    "01-loading",
    "04-listening",
    "08-notices",
    "17-tidied-beside",
    "18-refused-enhanced",
    "26-history-playing",
    "27-history-question",
    "35-settings-wrong",
    "43-clean-up-models",
    "53-tidying-wrong",
    "61-files",
    "64-models-proving",
    "65-privacy-asked",
    "67-models-details",
    "71-bench-running",
    "72-models-trial",
    "73-bench-away",
    "73-files-asking",
    "92-transcript-doubt",
    "93-transcript-find",
    "95-guide-listening",
    "95-transcript-speaker",
    "96-guide-key",
    "98-guide-clean-up-arriving",
)
"""Together they have a control of every kind."""

RING: Final = 60
"""Pixels that must change for a ring of two pixels round the smallest control, a tick, to be seen."""


@pytest.fixture(scope="module")
def own_theme(qapp: QApplication) -> Theme:
    """Of this file's window alone, as it is light and dark."""
    install_roles()
    return Theme(qapp, Qt.ColorScheme.Light, motion=False)


@pytest.fixture(scope="module")
def window(own_theme: Theme) -> Iterator[MainWindow]:
    """One for all scenes: the screen is a function of the state, whatever was shown before."""
    with main_window(own_theme) as window:
        window.resize(760, 560)
        window.show()
        yield window


def show(window: MainWindow, scene: str) -> None:
    window.open_place(Place.DICTATE)
    SCENES[scene](window)
    settle()


@pytest.mark.parametrize(
    "scene",
    [pytest.param(name, marks=() if name in DAILY else pytest.mark.slow) for name in SCENES],
)
def test_all_can_be_read_heard_and_reached(window: MainWindow, scene: str) -> None:
    show(window, scene)
    for judge in (nameless, unreachable, out_of_order, illegible):
        assert judge(window) == [], judge.__name__


def test_the_daily_scenes_are_there() -> None:
    assert set(DAILY) <= SCENES.keys()


def test_where_the_keyboard_is_can_be_seen(window: MainWindow) -> None:
    """On one control of each kind, unless another one has shown it."""
    seen: set[tuple[type, object]] = set()
    missed = []
    for scene in DAILY:
        show(window, scene)
        window.activateWindow()
        for each in tab_order(window):
            kind = type(each), each.property("kind")
            if kind in seen:
                continue
            seen.add(kind)
            window.setFocus()
            before = pixels(each.grab().toImage())
            each.setFocus(Qt.FocusReason.TabFocusReason)
            assert each.hasFocus(), described(each)
            if changed(before, pixels(each.grab().toImage())) < RING:
                missed.append(f"{described(each)} in {scene}")
    assert missed == []


# A screen that nobody sees has no order of windows, and says so.
@pytest.mark.qt_log_ignore("does not support raise", extend=True)
def test_the_strip_has_names_and_legible_words(own_theme: Theme) -> None:
    strip = Overlay(own_theme, is_composited=False)
    state = ViewState(phase=Phase.LISTENING, live=LiveText("It is raining", "in"))
    strip.show_view(OverlayView(state))
    strip.show()
    try:
        settle()
        assert interface(strip).role() is QAccessible.Role.Window
        assert interface(strip.words).role() is QAccessible.Role.StaticText
        assert (name_of(strip.words), name_of(strip.stop)) == ("It is raining in", "Stop dictation")
        assert illegible(strip) == []
    finally:
        strip.close()
        strip.deleteLater()


def test_a_place_of_the_rail_is_one_of_several_and_can_be_pressed(window: MainWindow) -> None:
    show(window, "01-loading")
    files, dictate = (interface(window.rail.buttons[place]) for place in (Place.FILES, Place.DICTATE))
    assert files.role() is QAccessible.Role.RadioButton
    assert (dictate.state().checked, files.state().checked) == (1, 0)
    actions = files.actionInterface()
    actions.doAction(actions.actionNames()[0])
    assert window.pages.currentIndex() == Place.FILES
    assert (dictate.state().checked, files.state().checked) == (0, 1)


def test_a_list_of_choices_keeps_its_name_when_it_gets_another(window: MainWindow) -> None:
    show(window, "35-settings-wrong")
    choices = [each for each in window.findChildren(QComboBox) if each.isVisible()]
    assert choices
    for each in choices:
        assert name_of(each) == each.accessibleName().replace("&", ""), described(each)
    other = choices[-1]
    was = other.accessibleName()
    other.setAccessibleName("Where R & D computes")
    # A label that everybody sees is not written over.
    expected = {"Where R & D computes", was}
    assert name_of(other) in expected
    other.setAccessibleName(was)
