"""The sheet with two texts: what can be done with the one looked at, by which keys, and how it is said."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.domain.history import Version
from app.services.view import CleanUpStage, CleanUpView, Phase, ViewState
from app.ui import clean_up_words, words
from app.ui.main_window import MainWindow
from app.ui.marks import StateMark
from app.ui.pane_foot import Offer, offers
from app.ui.theme import Theme
from app.ui.tray import Tray
from app.ui.tray_host import TrayHost
from tests.ui.clean_up_scenes import (
    REFUSED,
    SKIPPED,
    STYLES,
    TIDIED,
    TIDYING,
    changed,
    clean_up_scenes,
)
from tests.ui.sheet import as_before, entries, in_view, looked_at, pane, press
from tests.ui.test_fit import description, lacks_room, overlaps, parts, sticks_out
from tests.ui.windows import labels, settle


@pytest.fixture
def window(sheet_window: MainWindow) -> MainWindow:
    return as_before(sheet_window)


# --- what can be done ---


@pytest.mark.parametrize(
    ("stage", "version", "looked_at", "offered"),
    [
        (CleanUpStage.DONE, Version.ENHANCED, Version.ENHANCED, set()),
        (CleanUpStage.DONE, Version.ENHANCED, Version.SPOKEN, {Offer.USE}),
        (CleanUpStage.PARTLY, Version.SPOKEN, Version.ENHANCED, {Offer.USE}),
        (CleanUpStage.REFUSED, Version.SPOKEN, Version.SPOKEN, set()),
        (CleanUpStage.REFUSED, Version.SPOKEN, Version.ENHANCED, {Offer.USE_ANYWAY}),
        (CleanUpStage.OVERRULED, Version.ENHANCED, Version.SPOKEN, {Offer.USE}),
    ],
)
def test_the_other_text_can_be_taken(
    stage: CleanUpStage, version: Version, looked_at: Version, offered: set[Offer]
) -> None:
    state = changed(TIDIED, stage=stage, version=version)
    assert offers(state, looked_at) == offered | {Offer.ENHANCE_AGAIN, Offer.COPY, Offer.INSERT}


def test_taking_the_other_text_says_which(window: MainWindow, qtbot: QtBot) -> None:
    window.show_state(TIDIED)
    with qtbot.assertNotEmitted(window.version_chosen):
        press(window, Qt.Key.Key_E)
    press(window, Qt.Key.Key_D)
    with qtbot.waitSignal(window.version_chosen) as chosen:
        press(window, Qt.Key.Key_E)
    assert chosen.args == [Version.SPOKEN]
    window.show_state(REFUSED)
    press(window, Qt.Key.Key_D)
    with qtbot.waitSignal(window.version_chosen) as chosen:
        window.dictate.pane.foot.buttons[Offer.USE_ANYWAY].click()
    assert chosen.args == [Version.ENHANCED]


def test_the_reason_of_the_guard_is_in_view_on_both_tabs(window: MainWindow) -> None:
    window.show_state(REFUSED)
    assert "Enhanced text not used: It answers what you said." in labels(window)
    press(window, Qt.Key.Key_D)
    assert "\nNot used: It answers what you said." in labels(window)
    assert looked_at(window) == "Enhanced, not used"
    window.show_state(changed(TIDIED, stage=CleanUpStage.PARTLY, remark="“Friday” was not said."))
    assert "Partly used: “Friday” was not said." in labels(window)


def test_another_clean_up_can_be_had_in_any_style(window: MainWindow, qtbot: QtBot) -> None:
    menu = window.dictate.pane.foot.styles
    window.show_state(TIDIED)
    assert entries(menu) == [title for _, title in STYLES]
    assert [each.text() for each in menu.actions() if each.isChecked()] == ["Formal"]
    window.show_state(changed(TIDIED, style="list"))
    entries(menu)
    assert [each.text() for each in menu.actions() if each.isChecked()] == ["List"]
    with qtbot.waitSignal(window.enhance_requested) as asked:
        menu.actions()[2].trigger()
    assert asked.args == ["e-mail"]


def test_a_clean_up_that_was_left_out_says_why_and_can_be_had(window: MainWindow, qtbot: QtBot) -> None:
    window.show_state(SKIPPED)
    assert SKIPPED.clean_up.remark in labels(window)
    assert not window.dictate.pane.texts.tabs.isVisible()
    with qtbot.waitSignal(window.enhance_requested) as asked:
        press(window, Qt.Key.Key_Return)
    assert asked.args == [""]


def test_what_has_no_room_is_in_the_menu(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(420, 360)
    window.show_state(replace(REFUSED, has_suppressed=True))
    press(window, Qt.Key.Key_D)
    settle()
    assert {Offer.USE_ANYWAY, Offer.MORE, Offer.COPY, Offer.INSERT} <= in_view(window)
    menu = window.dictate.pane.foot.more
    assert entries(menu) == [
        "Show changes",
        "Enhance again",
        "Show what was left out",
        "first token 0.3 s · 24 tokens/s · on the processor",
    ]
    actions = menu.actions()
    assert not actions[-1].isEnabled()
    with qtbot.waitSignal(window.suppressed_wanted):
        actions[2].trigger()
    actions[0].trigger()
    assert pane(window) == [REFUSED.clean_up.enhanced]
    styles = actions[1].menu()
    assert isinstance(styles, QMenu)
    with qtbot.waitSignal(window.enhance_requested) as asked:
        styles.actions()[0].trigger()
    assert asked.args == ["clean-up"]


# --- words, shapes, order ---


def test_the_figures_say_what_is_known() -> None:
    def said(**figures: float | None) -> str:
        return clean_up_words.figures_words(CleanUpView(**figures))  # type: ignore[arg-type]

    assert said() == ""
    assert said(first_token_seconds=0.31, tokens_per_second=24.2, gpu_share=0.0) == (
        "first token 0.3 s · 24 tokens/s · on the processor"
    )
    assert said(tokens_per_second=4.26, gpu_share=1.0) == "4.3 tokens/s · on the graphics card"
    assert said(gpu_share=0.62) == "62 % on the graphics card"
    assert said(gpu_share=0.999) == "99 % on the graphics card"


def test_why_it_is_slow_is_said_where_it_is(window: MainWindow) -> None:
    window.show_state(TIDIED)
    pane = window.dictate.pane
    assert "no graphics card" in pane.figures.accessibleDescription()
    assert pane.slow.isVisible()
    window.show_state(changed(TIDIED, gpu_share=1.0))
    assert pane.figures.accessibleDescription() == ""
    assert not pane.slow.isVisible()


@pytest.mark.parametrize("state", [TIDYING, changed(TIDIED, stage=CleanUpStage.WRITING)])
def test_working_is_told_by_shape_and_words(theme: Theme, qapp: QApplication, state: ViewState) -> None:
    assert words.state_words(state) == "Tidying up"
    mark = StateMark(Theme(qapp, Qt.ColorScheme.Light, motion=True))
    mark.show_state(state)
    assert mark.shape == "enhancing"
    assert mark.is_moving
    mark.show_state(TIDIED)
    assert mark.shape == "idle"
    assert not mark.is_moving
    tray = Tray(theme, TrayHost(lambda: False))
    tray.show_state(TIDYING)
    assert tray.shape == "mark-working"


def test_the_tab_key_goes_as_the_eye_does(window: MainWindow) -> None:
    window.resize(1000, 600)
    window.show_state(changed(TIDIED, version=Version.SPOKEN))
    settle()
    window.activateWindow()
    pane = window.dictate.pane
    buttons = pane.foot.buttons
    press(window, Qt.Key.Key_D)
    window.dictate.line.model.setFocus()
    for expected in (
        pane.texts.tabs,
        pane.texts.enhanced,
        pane.changes,
        pane.beside,
        buttons[Offer.USE],
        buttons[Offer.ENHANCE_AGAIN],
        buttons[Offer.COPY],
        buttons[Offer.INSERT],
        window.dictate.bar.talk,
    ):
        window.focusNextChild()
        assert QApplication.focusWidget() is expected


def test_keys_are_named_where_they_work(window: MainWindow) -> None:
    native = QKeySequence.SequenceFormat.NativeText
    buttons = window.dictate.pane.foot.buttons
    for offer, keys in ((Offer.USE, "Ctrl+E"), (Offer.STOP, "Ctrl+."), (Offer.ENHANCE_NOW, "Ctrl+Return")):
        assert f"({QKeySequence(keys).toString(native)})" in buttons[offer].toolTip()


@pytest.mark.parametrize("scene", clean_up_scenes())
def test_everything_fits_side_by_side(window: MainWindow, scene: str) -> None:
    window.resize(1100, 700)
    clean_up_scenes()[scene](window)
    settle()
    for judge in (lacks_room, sticks_out, overlaps):
        assert [description(each) for each in parts(window) if judge(each)] == [], judge.__name__


def test_while_it_is_tidied_up_the_key_takes_what_was_said() -> None:
    waiting = ViewState(phase=Phase.ENHANCING, hotkey="F9", hotkey_mode="hybrid")
    assert words.key_line(waiting) == "Tap F9 and say nothing to take what you said"
    assert words.key_line(replace(waiting, hotkey="")) == "Click to speak"
