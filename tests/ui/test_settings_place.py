"""The settings before their page is there: what it was told reaches it, however it is gone to."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.domain.settings import Settings, SpeechSettings
from app.services.view import CleanUpView, ViewState
from app.ui.controls import Choice
from app.ui.main_window import MainWindow
from app.ui.theme import Theme
from tests.ui.settings_scenes import FOUND, MISTRAL
from tests.ui.windows import main_window, settle


def shown_first(window: MainWindow) -> None:
    window.show()
    settle()
    window.open_settings("model")


def opened_first(window: MainWindow) -> None:
    window.open_settings("model")
    window.show()


@pytest.mark.parametrize("go", [shown_first, opened_first])
def test_it_is_opened_at_the_field_and_looks_for_ollama_once(
    theme: Theme, go: Callable[[MainWindow], None]
) -> None:
    asked: list[None] = []
    with main_window(theme) as window:
        window.writers_wanted.connect(lambda: asked.append(None))
        window.show_settings(Settings(speech=SpeechSettings(model="medium")))
        go(window)
        settle()
        focused = window.focusWidget()
        assert isinstance(focused, Choice)
        assert (focused.accessibleName(), focused.value) == ("Model", "medium")
        assert asked == [None]


def test_what_came_last_holds(theme: Theme) -> None:
    with main_window(theme) as window:
        window.show_settings(Settings())
        window.show_writers(FOUND)
        window.show_state(ViewState(clean_up=CleanUpView(writer=MISTRAL, gpu_share=1.0)))
        assert window.settings.clean_up.model.computes.words.text() == "Runs on the graphics card."
    with main_window(theme) as window:
        window.show_settings(Settings())
        window.show_state(ViewState(clean_up=CleanUpView(writer=MISTRAL, gpu_share=1.0)))
        window.show_writers(FOUND)
        assert window.settings.clean_up.model.computes.words.text().startswith("Runs on the processor")
