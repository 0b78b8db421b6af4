"""The guide's steps of the models, the permissions and the dictation, as their user meets them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from app.domain.enhancement_settings import EnhancementSettings
from app.domain.guide import Guide, GuideStep
from app.domain.permissions import Grant, Permission, PermissionState
from app.domain.settings import Settings, SpeechSettings
from app.domain.transcript import LiveText
from app.services.events import ModelArriving, ModelGetEnded, ModelsShelved
from app.services.guide_view import (
    TryStage,
    TryView,
)
from app.services.view import Phase, Readiness
from app.services.writing_events import PullEnded, PullProgressed
from app.ui.guide_page import GuidePage
from app.ui.main_window import MainWindow
from app.ui.places import Place
from tests.ui.guide_bench import Wishes, accepted
from tests.ui.guide_scenes import (
    CLEAN_UP,
    LAST,
    MODEL,
    NO_NETWORK,
    PERMITTED,
    READY,
    SENTENCE,
)
from tests.ui.models_scenes import PROCESSOR_ALONE, RECOMMENDED, shelf
from tests.ui.settings_scenes import FOUND, NOT_FOUND
from tests.ui.windows import button, labels

# --- the model ---


@pytest.fixture
def at_model(guide: GuidePage) -> GuidePage:
    guide.show_view(MODEL)
    guide.show_models_event(PROCESSOR_ALONE)
    guide.show_models_event(ModelsShelved(shelf()))
    return guide


def test_before_the_computer_was_looked_at_it_says_so(guide: GuidePage) -> None:
    guide.show_view(MODEL)
    assert "Looking at this computer …" in labels(guide)
    assert not guide.next.isEnabled()


def test_what_is_recommended_is_used_with_one_button(at_model: GuidePage, wishes: Wishes) -> None:
    assert RECOMMENDED.model in labels(at_model.model.advice)
    button(at_model, f"Use it: {RECOMMENDED.model}").click()
    assert wishes == [("recommendation_accepted", RECOMMENDED)]
    assert at_model.next.isEnabled()


def test_its_size_is_told_before_it_is_got_and_its_progress_then(
    at_model: GuidePage, wishes: Wishes, english: None
) -> None:
    turbo = replace(PROCESSOR_ALONE, recommendation=replace(RECOMMENDED, model="medium"))
    at_model.show_models_event(turbo)
    (entry,) = [one.entry for one in shelf() if one.name == "medium"]
    assert entry is not None
    assert at_model.model.advice.use.text() == f"Get {entry.size_bytes / 1e9:.1f} GB"
    at_model.model.advice.use.click()
    assert wishes == [("get_requested", "medium")]
    at_model.show_models_event(ModelArriving("medium", 400_000_000, 1_600_000_000))
    assert "400 MB of 1.6 GB here" in labels(at_model)
    assert at_model.model.bar.value() == 250
    button(at_model, "Pause").click()
    assert wishes[-1] == ("pause_requested", "medium")
    at_model.show_models_event(ModelGetEnded("medium", is_there=True))
    assert not at_model.model.bar.isVisible()


def test_without_a_network_what_is_here_is_offered(at_model: GuidePage) -> None:
    at_model.show_models_event(ModelGetEnded(RECOMMENDED.model, is_there=False, problem=NO_NETWORK))
    said = labels(at_model)
    assert "cannot be reached" in said
    assert "One of those on this computer, or a folder, will do." in said
    assert at_model.model.folder.isVisible()


def test_those_on_this_computer_are_chosen_from(at_model: GuidePage, wishes: Wishes) -> None:
    choice = at_model.model.model
    assert choice.value == "base"
    choice.choose("tiny.en")
    choice.activated.emit(choice.currentIndex())
    assert wishes == [("use_requested", "tiny.en")]


def test_a_model_that_is_set_and_not_here_bars_the_way(at_model: GuidePage) -> None:
    at_model.show_settings(Settings(speech=SpeechSettings(model="large-v3")))
    assert "large-v3 is set, and it is not here yet." in labels(at_model)
    assert not at_model.next.isEnabled()


def test_it_says_whether_the_model_is_ready(guide_window: MainWindow, at_model: GuidePage) -> None:
    assert "base is ready." in labels(at_model)
    guide_window.show_state(replace(READY, readiness=Readiness.LOADING))
    assert "base is being loaded …" in labels(at_model)


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_a_folder_of_ones_own_is_handed_on(at_model: GuidePage, tmp_path: Path) -> None:
    chosen: list[Path] = []
    at_model.model.wishes.folder_added.connect(chosen.append)
    at_model.model.folder.click()
    dialog = at_model.model.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path))
    dialog.close()
    assert chosen == [tmp_path]


# --- the clean-up ---


@pytest.fixture
def at_clean_up(guide: GuidePage) -> GuidePage:
    guide.show_view(CLEAN_UP)
    return guide


def test_without_ollama_going_on_is_doing_without(at_clean_up: GuidePage, wishes: Wishes) -> None:
    at_clean_up.show_writers(NOT_FOUND)
    button(at_clean_up, "Get Ollama").click()
    assert wishes == [("page_wanted", "https://ollama.com/download")]
    button(at_clean_up, "Go on without it").click()
    assert not accepted(wishes).enhancement.enabled
    assert wishes[-1] == ("passed",)


def test_with_ollama_the_model_is_chosen_from_those_installed(at_clean_up: GuidePage, wishes: Wishes) -> None:
    at_clean_up.show_writers(FOUND)
    assert "Ollama 0.5.4" in labels(at_clean_up)
    choice = at_clean_up.clean_up.model
    choice.choose("llama3:8b")
    choice.activated.emit(choice.currentIndex())
    assert accepted(wishes).enhancement.model == "llama3:8b"
    button(at_clean_up, "Next").click()
    assert wishes[-1] == ("passed",)


def test_a_small_one_is_got_with_its_size_told_and_used(at_clean_up: GuidePage, wishes: Wishes) -> None:
    at_clean_up.show_writers(FOUND)
    button(at_clean_up, "Get (2.2 GB): phi3:mini").click()
    assert ("pull_requested", "phi3:mini") in wishes
    assert accepted(wishes).enhancement.model == "phi3:mini"
    at_clean_up.show_pull(PullProgressed("phi3:mini", 550_000_000, 2_200_000_000))
    assert at_clean_up.clean_up.status.bar.value() == 250
    at_clean_up.show_pull(PullEnded("phi3:mini", is_there=True))
    assert "phi3:mini is here now." in labels(at_clean_up)


def test_a_model_that_ollama_does_not_have_is_said(at_clean_up: GuidePage) -> None:
    at_clean_up.show_settings(Settings(enhancement=EnhancementSettings(model="qwen3:4b")))
    at_clean_up.show_writers(FOUND)
    assert "qwen3:4b is set, and Ollama does not have it yet." in labels(at_clean_up)


def test_switched_off_it_asks_for_nothing(at_clean_up: GuidePage, wishes: Wishes) -> None:
    at_clean_up.clean_up.wanted.click()
    assert not accepted(wishes).enhancement.enabled
    at_clean_up.show_settings(accepted(wishes))
    assert not at_clean_up.clean_up.status.isVisible()
    assert button(at_clean_up, "Next").isEnabled()


# --- permissions ---


def test_only_those_that_apply_are_shown_with_what_is_so(guide: GuidePage, wishes: Wishes) -> None:
    wayland = (
        PermissionState(Permission.SHORTCUTS, Grant.GIVEN),
        PermissionState(Permission.TYPING, Grant.MISSING),
    )
    guide.show_view(replace(PERMITTED, permissions=wayland))
    visible = [each for each, row in guide.permissions.rows.items() if row.isVisible()]
    assert visible == [Permission.SHORTCUTS, Permission.TYPING]
    assert "Given." in labels(guide)
    assert "Install wtype" in labels(guide)
    button(guide, "Look again").click()
    assert wishes == [("look_wanted",)]


# --- the dictation ---


def test_the_words_appear_and_then_the_wait(
    guide_window: MainWindow, guide: GuidePage, wishes: Wishes
) -> None:
    guide.show_view(LAST)
    assert "Hold F9 anywhere and speak." in labels(guide)
    assert not guide.next.isEnabled()
    button(guide, "Start dictation").click()
    guide.show_view(replace(LAST, dictation=TryView(TryStage.UNDER_WAY)))
    guide_window.show_state(replace(READY, phase=Phase.LISTENING, live=LiveText("The minutes", "go to")))
    assert guide.dictation.text.shown.text == "The minutes go to"
    button(guide, "Stop dictation").click()
    guide_window.show_state(READY)
    guide.show_view(replace(LAST, dictation=TryView(TryStage.WORKED, SENTENCE, 0.42)))
    assert "It works: your text was there 0.4 s after you let go." in labels(guide)
    assert guide.dictation.text.shown.text == SENTENCE
    button(guide, "Finish").click()
    assert wishes == [("start_requested",), ("stop_requested",), ("passed",)]


def test_a_failure_is_told_and_leads_back_to_the_microphone(guide: GuidePage, wishes: Wishes) -> None:
    guide.show_view(replace(LAST, dictation=TryView(TryStage.NOTHING_HEARD)))
    assert "Nothing was heard." in labels(guide)
    assert not guide.next.isEnabled()
    button(guide, "Test the microphone").click()
    assert wishes == [("chosen", GuideStep.MICROPHONE)]


def test_the_level_is_seen_while_it_listens(guide_window: MainWindow, guide: GuidePage) -> None:
    guide.show_view(LAST)
    guide_window.show_state(replace(READY, phase=Phase.LISTENING))
    guide.show_level(-20.0)
    assert guide.dictation.talk.level > 0.5


# --- the way back ---


def test_the_settings_lead_back_to_it(guide_window: MainWindow) -> None:
    guide_window.open_settings()
    guide_window.settings.form.daily.guide.again.click()
    assert guide_window.pages.currentIndex() == Place.GUIDE


def test_a_guide_that_is_over_is_at_its_end(guide: GuidePage) -> None:
    guide.show_view(replace(LAST, guide=replace(LAST.guide, passed=frozenset(GuideStep))))
    assert not guide.later.isVisible()
    assert Guide().at is GuideStep.MICROPHONE
