"""The models page: what is here and loaded, what is set, trying a model out, and the keyboard."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.catalogue import Place
from app.domain.compute import CUDA
from app.domain.model_budget import LoadBegan, Loaded, LoadFailed
from app.domain.model_settings import ModelSettings
from app.domain.problems import ModelUnusable
from app.domain.settings import Device, Settings, SpeechSettings
from app.services.events import ModelArriving, ModelsShelved
from app.services.view_trial import TrialStage, TrialView
from app.ui.main_window import MainWindow
from app.ui.models_page import ModelsPage
from app.ui.models_words import age_words
from app.ui.places import Place as Page
from app.ui.theme import Theme
from tests.ui.models_bench import of, state
from tests.ui.models_scenes import (
    FINE_TUNED,
    GONE,
    HELD,
    NOW,
    SETTINGS,
    WITH_CARD,
    held,
    shelf,
)
from tests.ui.windows import button, labels, main_window, settle


@pytest.fixture
def window(models_window: MainWindow) -> MainWindow:
    return models_window


# --- what is here, and what is loaded ---


def test_every_model_says_where_it_is_and_what_it_does(page: ModelsPage) -> None:
    assert list(page.rows) == [one.name for one in shelf()]
    for model, sentence in {
        "tiny": "Not here",
        "tiny.en": ("Installed package · loaded 12 min ago, not used so far, 199 MB on the processor (int8)"),
        "base": (
            "In use · installed package · loaded 12 min ago, last used 3 min ago,"
            " 243 MB on the processor (int8)"
        ),
        "small": "On this computer",
        "turbo": "430 MB of 1.6 GB here",
        FINE_TUNED: "Your own folder",
        GONE: (
            f"The speech model “{GONE}” is not on this computer. There is no such folder; choose another in"
            " Settings."
        ),
    }.items():
        assert state(page, model) == sentence
    assert page.tally.words.text() == "4 of 16 models are here. 2 are loaded and take 442 MB of memory."


def test_every_model_says_what_it_is_for_its_languages_its_size_and_how_it_is_checked(
    page: ModelsPage,
) -> None:
    said = labels(of(page, "large-v3")).split("\n")
    assert "The most accurate one, in 100 languages; wants a graphics card with 4 GB or more." in said
    assert "100 languages · 3.1 GB · checked by its hash" in said
    assert (
        of(page, "distil-large-v3.5").traits.text() == "English only · 1.5 GB · checked against the hub only"
    )
    assert of(page, FINE_TUNED).traits.text() == "Not checked, as Sayso does not know it"
    assert of(page, FINE_TUNED).name == "faster-whisper-medium-med-de"


def test_a_model_at_work_and_one_on_the_graphics_card_say_so(window: MainWindow, page: ModelsPage) -> None:
    window.show_loaded((held("base", 4000, 20, 400_000_000, device=CUDA, in_use=True),), NOW)
    assert state(page, "base") == (
        "In use · installed package · loaded 1 h ago, at work now, 400 MB on the graphics card (int8_float16)"
    )
    assert state(page, "tiny.en") == "Installed package"
    assert page.tally.words.text() == "4 of 16 models are here. 1 is loaded and takes 400 MB of memory."
    assert page.hardware.computes.said.text() == "base on the graphics card, int8_float16"


def test_nothing_loaded_is_said_as_well(window: MainWindow, page: ModelsPage) -> None:
    window.show_loaded((), NOW)
    assert page.tally.words.text() == "4 of 16 models are here. None is loaded."
    assert page.hardware.computes.said.text() == "Nothing yet: base is loaded when it is needed."


@pytest.mark.parametrize(
    ("seconds", "sentence"),
    [
        (-3, "just now"),
        (59, "just now"),
        (60, "1 min ago"),
        (3599, "59 min ago"),
        (3600, "1 h ago"),
        (86_399, "23 h ago"),
        (86_400, "1 day ago"),
        (5 * 86_400, "5 days ago"),
    ],
)
def test_how_long_ago_something_was(seconds: float, sentence: str) -> None:
    assert age_words(seconds) == sentence


def test_ages_grow_while_somebody_looks_and_only_then(window: MainWindow, page: ModelsPage) -> None:
    assert page.ages.isActive()
    window.open_place(Page.DICTATE)
    assert not page.ages.isActive()
    window.open_models()
    assert page.ages.isActive()
    # What the clock of the page adds is told at the next turn.
    window.show_loaded(HELD, NOW + 120)
    page.ages.timeout.emit()
    assert "loaded 14 min ago, last used 5 min ago" in state(page, "base")


def test_opening_the_page_looks_at_what_is_there(window: MainWindow, page: ModelsPage, qtbot: QtBot) -> None:
    window.open_place(Page.DICTATE)
    with qtbot.waitSignal(page.wishes.look_wanted):
        window.open_models()


def test_loading_is_marked_until_it_ends(window: MainWindow, page: ModelsPage) -> None:
    window.show_loaded((), NOW)
    window.show_models_event(LoadBegan("base"))
    assert state(page, "base") == "In use · installed package · being loaded"
    assert page.hardware.computes.said.text() == "base is being loaded …"
    window.show_loaded(HELD[:1], NOW)
    window.show_models_event(Loaded(HELD[0]))
    assert "being loaded" not in state(page, "base")
    window.show_models_event(LoadBegan("small"))
    window.show_models_event(LoadFailed("small", ModelUnusable("small", "there is not enough memory")))
    assert state(page, "small") == "On this computer"
    outcome = of(page, "small").outcome
    assert outcome.isVisible()
    assert outcome.words.text() == (
        "The speech model “small” cannot be used here: there is not enough memory. "
        "Choose a smaller model or another device in Settings."
    )
    window.show_models_event(LoadBegan("small"))
    assert not outcome.isVisible()


# --- what is set ---


def test_ticks_say_what_is_loaded_at_start(window: MainWindow, page: ModelsPage, qtbot: QtBot) -> None:
    assert of(page, "tiny.en").preload.isChecked()
    assert not of(page, "small").preload.isChecked()
    assert not of(page, "base").preload.isVisible()
    assert "Loaded at start, as it is in use." in labels(of(page, "base"))
    for model, on in (("small", True), ("tiny.en", False)):
        with qtbot.waitSignal(page.wishes.preload_changed) as asked:
            button(of(page, model), f"Load {model} at start").click()
        assert asked.args == [model, on]
    with qtbot.assertNotEmitted(page.wishes.preload_changed):
        window.show_settings(replace(SETTINGS, models=ModelSettings(preload=("small",))))
    assert of(page, "small").preload.isChecked()
    assert not of(page, "tiny.en").preload.isChecked()


def test_a_model_computes_where_the_user_wants_it(window: MainWindow, page: ModelsPage, qtbot: QtBot) -> None:
    row = of(page, "tiny.en")
    row.more.click()
    assert row.details is not None
    choice = row.details.device
    assert choice.currentText() == "Processor"
    with qtbot.waitSignal(page.wishes.device_chosen) as asked:
        choice.setCurrentIndex(choice.findData(Device.CUDA))
        choice.activated.emit(choice.currentIndex())
    assert asked.args is not None
    assert (asked.args[0], type(asked.args[1]), asked.args[1]) == ("tiny.en", Device, Device.CUDA)
    window.show_settings(replace(SETTINGS, models=ModelSettings(on_card=("tiny.en",))))
    assert choice.currentText() == "Graphics card"
    window.show_settings(replace(SETTINGS, models=ModelSettings()))
    assert choice.currentText() == "As set for all models"


def test_only_those_here_are_shown_where_that_is_wanted(window: MainWindow, page: ModelsPage) -> None:
    button(page, "Show only those on this computer").click()
    shown = [name for name, row in page.rows.items() if row.isVisible()]
    assert shown == ["tiny.en", "base", "small", FINE_TUNED]
    window.show_models_event(ModelArriving("medium", 1, 2))
    assert of(page, "medium").isVisible()
    window.open_models("large-v3")
    assert page.focusWidget() is of(page, "large-v3").more


def test_who_has_no_model_is_told_to_get_one(window: MainWindow, page: ModelsPage) -> None:
    window.show_settings(Settings(speech=SpeechSettings(model="elsewhere")))
    window.show_models_event(
        ModelsShelved(tuple(replace(one, place=Place.NOWHERE, path=None) for one in shelf()))
    )
    page.only_here.click()
    assert page.nothing.words.text() == "No speech model is here yet. Show all of them, and get one."
    page.only_here.click()
    assert not page.nothing.isVisible()


def test_before_anything_is_known_it_says_that_it_looks(theme: Theme) -> None:
    with main_window(theme) as window:
        window.show()
        window.open_models()
        said = labels(window).split("\n")
        assert "Looking for speech models …" in said
        assert "Looking at this computer …" in said
        assert not window.models.hardware.measure.isVisible()


# --- trying a model out ---


def test_a_trial_is_asked_for_followed_and_stopped(
    window: MainWindow, page: ModelsPage, qtbot: QtBot
) -> None:
    row = of(page, "small")
    with qtbot.waitSignal(page.wishes.trial_requested) as asked:
        button(row, "Try small out").click()
    assert asked.args == ["small"]
    window.show_trial(TrialView("small", TrialStage.LISTENING, 4.2, -30.0))
    assert "Speak now. 4 s left." in labels(row)
    assert row.trial is not None
    quiet = row.trial.level.value()
    window.show_trial(TrialView("small", TrialStage.LISTENING, 3.9, -20.0))
    assert row.trial.level.value() > quiet > 0
    assert not of(page, "base").attempt.isEnabled()
    with qtbot.waitSignal(page.wishes.trial_stopped):
        button(row, "Stop trying small out").click()
    window.show_trial(TrialView("small", TrialStage.WRITING))
    assert "Writing it down …" in labels(row)
    assert not row.trial.level.isVisible()
    window.show_trial(TrialView("small", TrialStage.DONE, text="It is raining.", seconds=0.84))
    assert labels(row).endswith("Written in 0.8 s.\nIt is raining.")
    assert not row.trial.stop.isVisible()
    assert of(page, "base").attempt.isEnabled()


@pytest.mark.parametrize(
    ("view", "sentence"),
    [
        (TrialView("small", TrialStage.DONE), "Nothing was heard."),
        (TrialView("small", TrialStage.FAILED), "The trial failed. Try again."),
        (TrialView("small", TrialStage.FAILED, sentence="A dictation began."), "A dictation began."),
    ],
)
def test_a_trial_without_words_says_why(
    window: MainWindow, page: ModelsPage, view: TrialView, sentence: str
) -> None:
    window.show_trial(view)
    assert labels(of(page, "small")).endswith(sentence)


def test_there_is_one_trial_at_a_time(window: MainWindow, page: ModelsPage) -> None:
    window.show_trial(TrialView("small", TrialStage.DONE, text="It is raining.", seconds=1.0))
    window.show_trial(TrialView("base", TrialStage.LISTENING, 5.0))
    assert "It is raining." not in labels(of(page, "small"))
    assert "Speak now. 5 s left." in labels(of(page, "base"))
    window.show_trial(TrialView())
    assert "Speak now." not in labels(page)


def test_the_keyboard_stays_with_a_trial(window: MainWindow, page: ModelsPage) -> None:
    row = of(page, "small")
    row.attempt.setFocus(Qt.FocusReason.TabFocusReason)
    window.show_trial(TrialView("small", TrialStage.LISTENING, 5.0))
    assert row.trial is not None
    assert page.focusWidget() is row.trial.stop
    window.show_trial(TrialView("small", TrialStage.WRITING))
    assert page.focusWidget() is row.trial.stop
    window.show_trial(TrialView("small", TrialStage.DONE, text="It is raining.", seconds=1.0))
    assert page.focusWidget() is row.attempt


def test_what_is_not_here_cannot_be_tried(page: ModelsPage) -> None:
    assert not of(page, "medium").attempt.isVisible()


# --- by all who use it ---


def focusable(page: QObject) -> list[QWidget]:
    return [
        each
        for each in page.findChildren(QWidget)
        if each.isVisible() and each.isEnabled() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def test_the_tab_key_goes_down_the_page_and_reaches_everything(window: MainWindow, page: ModelsPage) -> None:
    window.show_models_event(WITH_CARD)
    button(page, "Compute types").click()
    page.hardware.add_below(QPushButton("Get the CUDA library"))
    of(page, "small").more.click()
    window.show_trial(TrialView("base", TrialStage.LISTENING, 5.0))
    settle()
    wanted, inner = focusable(page), page.area.widget()
    assert inner is not None
    wanted[0].setFocus(Qt.FocusReason.TabFocusReason)
    visited: list[QWidget] = []
    while (focused := window.focusWidget()) not in visited:
        assert focused is not None
        visited.append(focused)
        window.focusNextChild()
    visited = [each for each in visited if page.isAncestorOf(each)]
    assert set(visited) == set(wanted)
    first = visited.index(
        page.hardware.advice.use if page.hardware.advice.use in visited else page.hardware.measure
    )
    heights = [each.mapTo(inner, each.rect().center()).y() for each in visited[first:] + visited[:first]]
    # What stands side by side differs by less than the height of a button.
    assert all(following > one - 20 for one, following in pairwise(heights)), heights


def test_everything_that_can_be_used_has_a_name(page: ModelsPage) -> None:
    of(page, "small").more.click()
    settle()
    unnamed = [
        each
        for each in focusable(page)
        if not (
            each.accessibleName()
            or (isinstance(each, QAbstractButton) and each.text())
            or each.parent() is None
        )
    ]
    assert unnamed == []
    names = [
        each.accessibleName()
        for each in focusable(page)
        if isinstance(each, QAbstractButton | QComboBox) and each.accessibleName()
    ]
    assert len(names) == len(set(names)), "two of them sound the same"
