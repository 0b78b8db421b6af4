"""The main window as its user meets it: what is to be seen in each state, and what each control asks for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QTextEdit
from pytestqt.qtbot import QtBot

from app.domain.history import Fate, HistoryEntry
from app.domain.history_search import Search
from app.domain.models import ModelState
from app.domain.problems import FocusMoved, NoMicrophone
from app.domain.settings import Settings, SpeechSettings
from app.domain.transcript import LiveText
from app.services.notices import Notices
from app.services.view import Delivery, Phase, Readiness, ViewState
from app.ui.buttons import Button
from app.ui.main_window import MainWindow
from app.ui.places import Place
from app.ui.theme import Theme, contrast
from tests.ui.windows import button, labels, main_window, settle, show_history

READY = ViewState(readiness=Readiness.READY, hotkey="F9", hotkey_mode="hybrid", model="base")


@pytest.fixture
def window(theme: Theme) -> Iterator[MainWindow]:
    with main_window(theme) as window:
        window.show_settings(Settings())
        window.show_state(READY)
        window.show()
        yield window


def pane(window: MainWindow) -> str:
    return "\n".join(each.toPlainText() for each in window.findChildren(QTextEdit) if each.isVisible())


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (READY, "Ready"),
        (replace(READY, phase=Phase.LISTENING), "Listening"),
        (replace(READY, phase=Phase.WRITING), "Writing it down"),
        (replace(READY, readiness=Readiness.LOADING), "Loading the model"),
        (replace(READY, readiness=Readiness.TRYING), "Trying the graphics card"),
    ],
)
def test_the_state_is_said_in_words(window: MainWindow, state: ViewState, words: str) -> None:
    window.show_state(state)
    assert words in labels(window)


def test_live_text_is_shown_while_listening_and_the_result_afterwards(window: MainWindow) -> None:
    window.show_state(replace(READY, phase=Phase.LISTENING, live=LiveText("It is", "raining")))
    assert pane(window).split() == ["It", "is", "raining"]
    window.show_state(replace(READY, text="It is raining."))
    assert pane(window) == "It is raining."


def test_the_talk_button_starts_and_stops(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.start_requested):
        button(window, "Start dictation").click()
    window.show_state(replace(READY, phase=Phase.LISTENING))
    with qtbot.waitSignal(window.stop_requested):
        button(window, "Stop dictation").click()


def test_escape_cancels_only_while_there_is_something_to_cancel(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(window.cancel_requested):
        QTest.keyClick(window, Qt.Key.Key_Escape)
    window.show_state(replace(READY, phase=Phase.LISTENING))
    with qtbot.waitSignal(window.cancel_requested):
        QTest.keyClick(window, Qt.Key.Key_Escape)


def test_a_finished_text_can_be_copied_and_inserted_again(window: MainWindow, qtbot: QtBot) -> None:
    window.show_state(replace(READY, text="It is raining."))
    with qtbot.waitSignal(window.copy_requested):
        button(window, "Copy").click()
    with qtbot.waitSignal(window.insert_again_requested):
        button(window, "Insert again").click()


def test_a_key_inserts_the_text_again_where_its_button_is_in_view(window: MainWindow, qtbot: QtBot) -> None:
    def press() -> None:
        QTest.keyClick(window, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)

    with qtbot.assertNotEmitted(window.insert_again_requested):
        press()  # there is no text yet
        window.show_state(replace(READY, text="It is raining."))
        window.open_place(Place.HISTORY)
        press()
        window.open_place(Place.DICTATE)
    with qtbot.waitSignal(window.insert_again_requested):
        press()
    shown = QKeySequence("Ctrl+I").toString(QKeySequence.SequenceFormat.NativeText)
    for size in ((760, 560), (420, 360)):
        window.resize(*size)
        assert button(window, "Insert again").toolTip() == f"Insert again ({shown})"


def test_notices_stack_and_each_has_its_own_button(window: MainWindow, qtbot: QtBot) -> None:
    notices = Notices()
    notices.add(NoMicrophone())
    notices.add(FocusMoved(), "a recording")
    window.show_state(replace(READY, notices=notices.all))
    assert NoMicrophone().sentence in labels(window)
    assert FocusMoved().remedy in labels(window)
    with qtbot.waitSignal(window.notice_acted) as acted:
        button(window, "Insert again").click()
    assert acted.args == [notices.all[1]]
    notices.dismiss(notices.all[1].key)
    window.show_state(replace(READY, notices=notices.all))
    with qtbot.waitSignal(window.notice_dismissed) as dismissed:
        button(window, "Dismiss").click()
    assert dismissed.args == [notices.all[0].key]
    window.show_state(READY)
    assert NoMicrophone().sentence not in labels(window)


def test_the_tab_key_goes_from_top_to_bottom_notices_too(window: MainWindow) -> None:
    notices = Notices()
    window.show_state(replace(READY, text="It is raining."))
    for problem in (NoMicrophone(), FocusMoved()):
        notices.add(problem)
        window.show_state(replace(READY, text="It is raining.", notices=notices.all))
    window.activateWindow()
    page = window.dictate
    first, second = page.notices.lines
    page.line.model.setFocus()
    for expected in (first.action, first.dismiss, second.action, second.dismiss, page.pane.text):
        page.window().focusNextChild()
        assert QApplication.focusWidget() is expected


def test_an_open_microphone_is_shown_before_the_key_is_pressed(window: MainWindow) -> None:
    assert "Microphone open" not in labels(window)
    window.show_state(replace(READY, pre_roll=True))
    assert "Microphone open" in labels(window)


def test_long_names_give_way_to_the_state(window: MainWindow) -> None:
    name = "Monitor of the virtual microphone"
    shown = replace(READY, readiness=Readiness.LOADING, model="distil-large-v3.5", microphone=name)
    window.show_state(replace(shown, pre_roll=True))
    settle()
    words = window.dictate.line.words
    assert words.heightForWidth(words.width()) < 2 * words.fontMetrics().height()


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (replace(READY, readiness=Readiness.LOADING), "You can speak already."),
        (replace(READY, readiness=Readiness.FAILED), "No speech model can be used."),
        (replace(READY, delivery=Delivery(Fate.NOTHING_HEARD)), "Nothing was heard."),
        (READY, "Hold F9 anywhere and speak."),
    ],
)
def test_the_empty_pane_says_what_to_do(window: MainWindow, state: ViewState, words: str) -> None:
    window.show_state(state)
    assert words in labels(window)


def test_the_empty_history_says_how_to_fill_it(window: MainWindow) -> None:
    window.open_history()
    show_history(window, ())
    assert "Hold F9 anywhere and speak." in labels(window)


def test_a_value_that_cannot_be_is_named_and_not_saved(window: MainWindow) -> None:
    window.open_settings("pre_roll_seconds")
    row = window.settings.form.row("pre_roll_seconds")
    assert row is not None
    row.show_value(40.0)
    assert "Between 0 and 2." in labels(window)
    assert "“Listen before the key” cannot be used as it is." in labels(window)
    assert not button(window, "Save").isEnabled()


@pytest.mark.parametrize("size", [(420, 360), (760, 560), (1400, 900)])
def test_every_setting_can_be_opened_and_is_then_in_view(window: MainWindow, size: tuple[int, int]) -> None:
    window.resize(*size)
    window.show_models((ModelState("base", "Quick.", 1, False, None, "installed package"),))
    for field in {row.place.field for row in window.settings.form.rows}:
        row = window.settings.form.row(field)
        assert row is not None
        window.open_place(Place.DICTATE)
        window.open_settings(field)
        settle()
        assert row.control.visibleRegion().boundingRect() == row.control.rect(), row.place


def test_the_history_shows_an_entry_and_asks_for_what_is_wanted(window: MainWindow, qtbot: QtBot) -> None:
    entry = HistoryEntry("a", 1_760_000_000.0, Fate.WRITTEN, "It is raining.", has_audio=True, id=7)
    window.open_place(Place.HISTORY)
    show_history(window, (entry,))
    window.history.list.setCurrentIndex(window.history.model.index(0, 0))
    assert "It is raining." in pane(window)
    for words, signal, wanted in (
        ("Copy", window.history_copy, [7]),
        ("Insert", window.history_insert, [7]),
        ("Transcribe again", window.history_again, ["a", ""]),
    ):
        with qtbot.waitSignal(signal) as asked:
            button(window, words).click()
        assert asked.args == wanted


def test_searching_asks_once_the_typing_pauses(window: MainWindow, qtbot: QtBot) -> None:
    window.open_place(Place.HISTORY)
    with qtbot.waitSignal(window.history_searched) as searched:
        QTest.keyClicks(window.history.search, "rain")
    assert searched.args == [Search("rain")]


def test_settings_are_handed_over_when_saved_and_only_then(window: MainWindow, qtbot: QtBot) -> None:
    models = tuple(ModelState(name, "", 1, False, None, "installed package") for name in ("base", "tiny.en"))
    window.show_models(models)
    window.open_settings()
    assert not button(window, "Save").isEnabled()
    with qtbot.assertNotEmitted(window.settings_accepted):
        button(window, "Add a space after each dictation").click()
    with qtbot.waitSignal(window.settings_accepted) as accepted:
        button(window, "Save").click()
    (new,) = accepted.args
    assert not new.insertion.trailing_space
    assert new.speech == SpeechSettings()


def test_every_visible_control_has_a_name(window: MainWindow) -> None:
    window.show_state(replace(READY, text="It is raining."))
    for place in range(len(window.rail.buttons)):
        window.open_place(place)
        for each in window.findChildren(QAbstractButton):
            if each.isVisible() and each.focusPolicy() != Qt.FocusPolicy.NoFocus:
                assert each.accessibleName() or each.text(), each


@pytest.mark.parametrize("scheme", [Qt.ColorScheme.Light, Qt.ColorScheme.Dark])
@pytest.mark.parametrize(
    ("kind", "ink"),
    [("", "text"), ("danger", "live"), ("small", "text"), ("flat", "text"), ("primary", "on_accent")],
)
def test_the_words_of_a_pressed_button_are_legible(
    qtbot: QtBot, qapp: QApplication, scheme: Qt.ColorScheme, kind: str, ink: str
) -> None:
    theme = Theme(qapp, scheme, motion=False)
    pressed = Button(theme, "Delete for good", kind=kind)
    qtbot.addWidget(pressed)
    pressed.setDown(True)
    pressed.resize(200, 40)
    ground = pressed.grab().toImage().pixelColor(6, 20)
    assert contrast(getattr(theme.tokens, ink), ground.name()) >= 4.5


@pytest.mark.parametrize("scheme", [Qt.ColorScheme.Light, Qt.ColorScheme.Dark])
def test_words_and_states_are_legible(qapp: QApplication, scheme: Qt.ColorScheme) -> None:
    theme = Theme(qapp, scheme, motion=False)
    tokens, hover, pressed = theme.tokens, theme.colours.hover.name(), theme.colours.selected.name()
    pairs = [
        (ink, ground)
        for ink in (tokens.text, tokens.muted, tokens.accent, tokens.live, tokens.work, tokens.done)
        for ground in (tokens.ground, tokens.surface, hover, pressed)
    ]
    for ink, ground in (*pairs, (tokens.on_accent, tokens.accent), (tokens.on_live, tokens.live)):
        assert contrast(ink, ground) >= 4.5, (ink, ground)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#FFFFFF", 21.0), ("#777777", "#FFFFFF", 4.48), ("#F00", "#F00", 1.0)],
)
def test_the_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)
    assert contrast(other, one) == contrast(one, other)


def test_an_icon_that_cannot_be_pressed_is_fainter_than_one_that_can(theme: Theme) -> None:
    undo = Button(theme, "Undo", "undo", "icon")
    undo.resize(undo.sizeHint())
    strengths = []
    for enabled in (True, False):
        undo.setEnabled(enabled)
        picture = undo.grab().toImage()
        places = [(x, y) for x in range(picture.width()) for y in range(picture.height())]
        inks = [ink.name() for at in places if (ink := picture.pixelColor(*at)).alpha() == 255]
        strengths.append(contrast(max(set(inks), key=inks.count), theme.colours.ground.name()))
    assert strengths[1] < 0.7 * strengths[0]
    # Still to be seen.
    assert strengths[1] >= 3
