"""The clean-up's part of the settings page, in the states that people will see it in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from importlib.resources import files
from typing import Final

from app.domain.enhancement import WritingFigures
from app.domain.problems import WriterNotRunning, WriterPullFailed
from app.domain.settings import Settings
from app.domain.styles import Styles, parse_styles
from app.domain.tidy_settings import TidySettings
from app.domain.writer_catalogue import RecommendedWriter, WriterVariant
from app.domain.writing import DEFAULT_HOST, RunningModel, WriterModel
from app.services.style_preview import PreviewState
from app.services.writing_events import PullEnded, PullProgressed, WritersFound, WritersNotFound
from app.ui.main_window import MainWindow

Scene = Callable[[MainWindow], None]

MISTRAL: Final = "mistral:7b-instruct"
CATALOGUE: Final = (
    RecommendedWriter(
        MISTRAL,
        "Mistral 7B Instruct",
        "Keeps closely to what was said, and is the one Sayso is set to.",
        "English and the larger European ones",
        "Q4_0",
        4.1,
        5.5,
        (
            WriterVariant("mistral:7b-instruct-q4_K_M", "Q4_K_M", 4.4, 5.8),
            WriterVariant("mistral:7b-instruct-q5_K_M", "Q5_K_M", 5.1, 6.6),
        ),
    ),
    RecommendedWriter(
        "phi3:mini",
        "Phi-3 Mini",
        "Small and quick, for computers with little memory.",
        "mostly English",
        "Q4_0",
        2.2,
        3.5,
    ),
)
INSTALLED: Final = (
    WriterModel(MISTRAL, 4_110_000_000, "Q4_0", "7.2B", "llama"),
    WriterModel("llama3:8b", 4_660_000_000, "Q4_0", "8.0B", "llama"),
    WriterModel("gpt-oss:120b-cloud", 384, "", "", ""),
)
ON_PROCESSOR: Final = (RunningModel(MISTRAL, 5_100_000_000, 0.0, None, 4096),)
FOUND: Final = WritersFound(DEFAULT_HOST, "0.5.4", INSTALLED, ON_PROCESSOR)
NOT_FOUND: Final = WritersNotFound(DEFAULT_HOST, WriterNotRunning(DEFAULT_HOST))
TIDIED: Final = "Can you tell Anna that the meeting is on Wednesday at three?"
FIGURES: Final = WritingFigures(MISTRAL, "clean-up", 0.34, 17, 24.2, 1, 0, 0.0)


def bundled_styles() -> Styles:
    """Those that come with Sayso."""
    return parse_styles(files("resources").joinpath("styles.toml").read_text("utf-8"))


def settings_scenes(opened: Callable[[str], Scene]) -> dict[str, Scene]:
    """Each by its name; `opened` opens the settings at a field."""

    def scene(field: str, *steps: Scene) -> Scene:
        def prepare(window: MainWindow) -> None:
            window.show_styles(bundled_styles())
            window.show_writer_catalogue(CATALOGUE)
            window.show_preview(PreviewState())
            opened(field)(window)
            window.show_writers(FOUND)
            for step in steps:
                step(window)

        return prepare

    return {
        "40-clean-up": scene("insert"),
        "41-clean-up-absent": scene("enhancement.model", lambda window: window.show_writers(NOT_FOUND)),
        "42-clean-up-model": scene("enhancement.model"),
        "43-clean-up-models": scene("enhancement.model", _others),
        "44-clean-up-pull": scene("enhancement.model", _pull),
        "45-clean-up-pull-failed": scene("enhancement.model", _pull_failed),
        "46-clean-up-when": scene("always"),
        "47-clean-up-terms": scene("vocabulary"),
        "48-styles": scene("own_style"),
        "49-styles-own": scene("own_style", _look_at_own),
        "50-styles-trial": scene("fillers", _trial),
        "51-styles-refused": scene("fillers", _refused),
        "52-tidying": scene("replacements", _replacements),
        "53-tidying-wrong": scene("replacements", _wrong_replacement),
        "54-raw-key": scene("raw"),
    }


def _others(window: MainWindow) -> None:
    model = window.settings.clean_up.model
    if model.others.isHidden():
        model.more.click()
    model.choose("qwen3:4b")


def _pull(window: MainWindow) -> None:
    window.show_pull(PullProgressed("phi3:mini", 1_210_000_000, 2_180_000_000))


def _pull_failed(window: MainWindow) -> None:
    window.show_pull(PullEnded("phi3:mini", False, WriterPullFailed("phi3:mini", "the disk is full")))


def _look_at_own(window: MainWindow) -> None:
    clean_up = window.settings.clean_up
    clean_up.own.show_value("You turn dictated text into the terse style of a ship's log. " * 7)
    clean_up.viewer.choice.choose("own")


def _trial(window: MainWindow) -> None:
    window.show_preview(PreviewState(running=True, text=TIDIED[:30]))


def _refused(window: MainWindow) -> None:
    reasons = ("It answers what you said.", "“Wednesday” is missing.")
    window.show_preview(PreviewState(text="Sure! I will tell her.", reasons=reasons, figures=FIGURES))


def _replacements(window: MainWindow) -> None:
    lines = ("say so = Sayso", "my address = 12 Long Lane, Oxford")
    window.show_settings(replace(Settings(), tidy=TidySettings(replacements=lines)))


def _wrong_replacement(window: MainWindow) -> None:
    window.settings.clean_up.replacements.box.setPlainText("say so = Sayso\nmy address")
