"""The tray: its shapes, its menu, and a panel that comes and goes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QColor, QImage
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app.domain.clean_up_choice import CleanUpChoice, clean_up_choice
from app.domain.devices import InputDevice
from app.domain.models import ModelState
from app.domain.settings import MicrophoneSettings, Settings, SpeechSettings
from app.services.recent import RecentText
from app.services.view import CleanUpStage, CleanUpView, Phase, ViewState
from app.ui import words
from app.ui.places import Place
from app.ui.theme import Theme, contrast, tray_colours
from app.ui.tray import Tray
from app.ui.tray_host import TrayHost
from app.ui.tray_menu import WIDEST, OptionMenu, TrayMenu
from tests.ui.clean_up_scenes import styles
from tests.ui.scenes import READY

MODELS = (
    ModelState("tiny", "", 1, False, Path("/models/tiny"), "package"),
    ModelState("base", "", 1, False, Path("/models/base"), "package"),
    ModelState("large-v3", "", 1, False, None, ""),
)
DEVICES = (InputDevice("pci", "Built-in", is_default=True), InputDevice("usb", "Rode & Co"))


@pytest.fixture
def menu(qtbot: QtBot) -> Iterator[TrayMenu]:
    menu = TrayMenu()
    yield menu
    menu.deleteLater()


def says(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def ticked(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if action.isChecked()]


def entry(menu: QMenu, text: str) -> QAction:
    (found,) = (action for action in menu.actions() if action.text() == text)
    return found


# --- the mark ---


def shapes(theme: Theme) -> dict[str, tuple[str, QImage]]:
    """Each state, the drawing that tells it, and its picture at 16 pixels."""
    tray = Tray(theme, TrayHost(lambda: False))
    cleaning = replace(READY, clean_up=CleanUpView(CleanUpStage.WRITING))
    states = {
        "idle": READY,
        "paused": replace(READY, key_paused=True),
        "opening": replace(READY, phase=Phase.OPENING),
        "listening": replace(READY, phase=Phase.LISTENING, key_paused=True),
        "writing": replace(READY, phase=Phase.WRITING),
        "enhancing": replace(READY, phase=Phase.ENHANCING),
        "cleaning": cleaning,
    }
    shown = {}
    for name, state in states.items():
        tray.show_state(state)
        picture = theme.icons.pixmap(tray.shape, QColor("#000000"), 16).toImage()
        shown[name] = (tray.shape, picture)
    return shown


def test_the_state_is_told_by_shape(theme: Theme) -> None:
    shown = shapes(theme)
    assert {name: shape for name, (shape, _) in shown.items()} == {
        "idle": "mark",
        "paused": "mark-paused",
        "opening": "mark-working",
        "listening": "mark-listening",
        "writing": "mark-working",
        "enhancing": "mark-working",
        "cleaning": "mark-working",
    }
    four = [shown[name][1] for name in ("idle", "paused", "listening", "writing")]
    for at, one in enumerate(four):
        for other in four[at + 1 :]:
            assert differing(one, other) >= 8, "hard to tell apart at 16 pixels"


def differing(one: QImage, other: QImage) -> int:
    """Pixels whose ink differs by more than a quarter."""
    return sum(
        abs(one.pixelColor(x, y).alpha() - other.pixelColor(x, y).alpha()) > 64
        for x in range(one.width())
        for y in range(one.height())
    )


def test_its_colours_can_be_seen_on_any_panel() -> None:
    for name, colour in tray_colours().items():
        for panel in ("#000000", "#FFFFFF"):
            assert contrast(colour, panel) >= 3, (name, panel)


# --- the menu ---


def test_every_entry_asks(menu: TrayMenu, qtbot: QtBot) -> None:
    menu.show_state(replace(READY, phase=Phase.LISTENING, text="words"))
    for action, signal in (
        (menu.talk, menu.stop_requested),
        (menu.cancel, menu.cancel_requested),
        (menu.copy, menu.copy_requested),
        (menu.insert, menu.insert_requested),
        (menu.open, menu.open_requested),
        (menu.quit, menu.quit_requested),
    ):
        with qtbot.waitSignal(signal):
            action.trigger()
    menu.show_state(READY)
    with qtbot.waitSignal(menu.start_requested):
        menu.talk.trigger()
    for place in (Place.HISTORY, Place.FILES, Place.SETTINGS):
        with qtbot.waitSignal(menu.place_requested) as asked:
            menu.places[place].trigger()
        assert asked.args == [place]


def test_what_cannot_be_done_now_is_grey(menu: TrayMenu) -> None:
    menu.show_state(READY)
    assert [a.isEnabled() for a in (menu.talk, menu.cancel, menu.insert, menu.copy)] == [True] + [False] * 3
    menu.show_state(replace(READY, phase=Phase.WRITING, text="words"))
    assert all(a.isEnabled() for a in (menu.talk, menu.cancel, menu.insert, menu.copy))


def test_pausing_is_a_tick_that_follows_the_state(menu: TrayMenu, qtbot: QtBot) -> None:
    menu.show_state(READY)
    assert menu.pause.text() == "Pause F9"
    assert not menu.pause.isChecked()
    with qtbot.waitSignal(menu.pause_requested) as asked:
        menu.pause.trigger()
    assert asked.args == [True]
    menu.show_state(replace(READY, key_paused=True))
    assert menu.pause.isChecked()
    with qtbot.waitSignal(menu.pause_requested) as asked:
        menu.pause.trigger()
    assert asked.args == [False]
    menu.show_state(replace(READY, hotkey=""))
    assert menu.pause.text() == "Pause the keys"


def test_the_microphones_are_those_there_are_and_the_used_one_is_ticked(menu: TrayMenu, qtbot: QtBot) -> None:
    menu.show_devices(DEVICES)
    assert says(menu.microphone) == ["System default", "Built-in", "Rode && Co"]
    assert ticked(menu.microphone) == ["System default"]
    with qtbot.waitSignal(menu.settings_accepted) as accepted:
        entry(menu.microphone, "Rode && Co").trigger()
    assert accepted.args == [Settings(microphone=MicrophoneSettings(device="usb"))]
    menu.show_settings(accepted.args[0])
    assert ticked(menu.microphone) == ["Rode && Co"]
    menu.show_devices(DEVICES[:1])
    assert says(menu.microphone) == ["System default", "Built-in", "usb (not connected)"]
    assert ticked(menu.microphone) == ["usb (not connected)"]


def test_the_models_on_this_computer_are_offered(menu: TrayMenu, qtbot: QtBot) -> None:
    assert says(menu.model) == ["No model on this computer"]
    assert not menu.model.actions()[0].isEnabled()
    menu.show_models(MODELS)
    assert says(menu.model) == ["tiny", "base"]
    assert ticked(menu.model) == ["base"]
    with qtbot.waitSignal(menu.settings_accepted) as accepted:
        entry(menu.model, "tiny").trigger()
    assert accepted.args == [Settings(speech=SpeechSettings(model="tiny"))]


def test_a_choice_that_does_not_hold_is_not_ticked(menu: TrayMenu, qtbot: QtBot) -> None:
    menu.show_models(MODELS)
    with qtbot.waitSignal(menu.settings_accepted):
        entry(menu.model, "tiny").trigger()
    # Nobody took it.
    qtbot.waitUntil(lambda: ticked(menu.model) == ["base"])
    with qtbot.waitSignal(menu.settings_accepted):
        entry(menu.model, "base").trigger()
    qtbot.waitUntil(lambda: ticked(menu.model) == ["base"])


def test_styles_and_clean_up_are_chosen_as_in_the_settings(menu: TrayMenu, qtbot: QtBot) -> None:
    menu.show_styles(styles())
    first, second = styles().all[:2]
    assert ticked(menu.style_of) == [first.title]
    with qtbot.waitSignal(menu.settings_accepted) as accepted:
        entry(menu.style_of, second.title).trigger()
    assert accepted.args[0].enhancement.style == second.name
    assert says(menu.clean_up) == ["Always", "As the speech model needs it", "Off"]
    assert ticked(menu.clean_up) == ["As the speech model needs it"]
    for text, choice in (("Always", CleanUpChoice.ALWAYS), ("Off", CleanUpChoice.OFF)):
        with qtbot.waitSignal(menu.settings_accepted) as accepted:
            entry(menu.clean_up, text).trigger()
        assert clean_up_choice(accepted.args[0]) is choice
        menu.show_settings(accepted.args[0])
        assert ticked(menu.clean_up) == [text]


def test_recent_texts_stand_with_their_first_words(menu: TrayMenu, qtbot: QtBot) -> None:
    assert says(menu.recent) == ["Nothing dictated yet"]
    long = "Rock & roll\n" + "and then some more of it " * 8
    menu.show_recent((RecentText("b", long), RecentText("a", "Yes.")))
    first, second = says(menu.recent)
    assert first == "Rock && roll and then some more of it and then…"
    assert second == "Yes."
    assert not any(action.isCheckable() for action in menu.recent.actions())
    with qtbot.waitSignal(menu.recent_chosen) as chosen:
        entry(menu.recent, first).trigger()
    assert chosen.args == ["b"]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("", ""),
        ("  one\n two ", "one two"),
        ("one two three four", "one two…"),
        ("a" * 30, "a" * 11 + "…"),
        ("ab " + "c" * 30, "ab " + "c" * 8 + "…"),
    ],
)
def test_first_words_end_behind_a_word_where_they_can(text: str, cut: str) -> None:
    assert words.first_words(text, 12) == cut
    assert len(words.first_words("word " * 100, WIDEST)) <= WIDEST


def test_a_submenu_that_says_the_same_stays_as_it_is(menu: TrayMenu) -> None:
    # It may be open at that moment.
    menu.show_devices(DEVICES)
    before = menu.microphone.actions()
    menu.show_devices(DEVICES)
    menu.show_settings(Settings(microphone=MicrophoneSettings(device="usb")))
    assert menu.microphone.actions() == before


def test_opening_it_asks_what_is_there(menu: TrayMenu, qtbot: QtBot) -> None:
    with qtbot.waitSignal(menu.opened):
        menu.aboutToShow.emit()


def test_all_submenus_have_names(menu: TrayMenu) -> None:
    titles = [each.title() for each in menu.findChildren(OptionMenu)]
    assert titles == ["Insert a recent text", "Microphone", "Speech model", "Style", "Clean up"]


# --- what is said of it in the window ---


def test_paused_keys_are_told_in_words() -> None:
    paused = replace(READY, key_paused=True)
    assert words.state_words(paused) == "Ready · keys paused"
    assert words.key_line(paused) == "F9 is paused: click to speak"
    assert words.key_line(replace(paused, phase=Phase.LISTENING)) == "Click to finish"
    assert words.empty_words(paused)[0] == "Click the round button and speak."
    assert words.state_words(ViewState(phase=Phase.LISTENING, key_paused=True)) == "Listening"


def test_without_a_panel_nothing_is_shown_and_the_tray_says_so(theme: Theme) -> None:
    tray = Tray(theme, TrayHost(lambda: False))
    assert not tray.is_available
    tray.show()
    assert tray.icon is None
    tray.hide()
