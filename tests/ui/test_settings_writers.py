"""The language models and the styles on the settings page: what is said of them, got, used and tried."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.enhancement_settings import EnhancementSettings
from app.domain.problems import WriterBusy, WriterPullFailed
from app.domain.settings import Settings
from app.domain.styles import Allowance, Check, Style, Styles
from app.domain.writing import RunningModel
from app.services.style_preview import PreviewState
from app.services.view import CleanUpView, ViewState
from app.services.writing_events import PullEnded, PullProgressed, WritersFound, WritersNotFound
from app.ui import settings_words as words
from app.ui.clean_up_settings import CleanUpSettings
from app.ui.main_window import MainWindow
from app.ui.places import Place
from tests.ui.settings_bench import row, saved
from tests.ui.settings_scenes import FIGURES, FOUND, INSTALLED, MISTRAL, NOT_FOUND, TIDIED, bundled_styles
from tests.ui.windows import button, labels


@pytest.fixture
def window(settings_window: MainWindow) -> MainWindow:
    return settings_window


# --- Ollama ---


def test_opening_the_settings_looks_for_ollama(window: MainWindow, qtbot: QtBot) -> None:
    window.open_place(Place.DICTATE)
    with qtbot.waitSignal(window.writers_wanted):
        window.open_settings()
    assert "Looking for Ollama …" in labels(window)
    with qtbot.waitSignal(window.writers_wanted):
        button(window, "Look for Ollama again").click()


def test_another_address_is_looked_at_once_it_is_saved(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(window.writers_wanted):
        row(window, "host").show_value("http://127.0.0.1:9999")
        new = saved(window, qtbot)
    with qtbot.waitSignal(window.writers_wanted):
        window.show_settings(new)


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        (FOUND, "Ollama 0.5.4 at http://localhost:11434, 3 models"),
        (replace(FOUND, models=INSTALLED[:1]), "Ollama 0.5.4 at http://localhost:11434, 1 model"),
        (replace(FOUND, models=()), "Ollama 0.5.4 at http://localhost:11434, no models yet"),
        (
            NOT_FOUND,
            "Ollama is not running at http://localhost:11434. "
            "Start it, then look again; until then your text comes as it was spoken.",
        ),
        (
            WritersNotFound("http://localhost:11434", WriterBusy()),
            "Ollama is busy with other requests. Look again in a moment.",
        ),
    ],
)
def test_the_status_line_says_what_is_there(
    window: MainWindow, found: WritersFound | WritersNotFound, sentence: str
) -> None:
    window.show_writers(found)
    assert sentence in labels(window).split("\n")


def test_the_installed_models_are_offered_with_what_they_take(clean_up: CleanUpSettings) -> None:
    choice = clean_up.model.choice
    shown = [choice.itemText(at) for at in range(choice.count())]
    assert shown == [
        "mistral:7b-instruct · 4.1 GB · Q4_0",
        "llama3:8b · 4.7 GB · Q4_0",
        "gpt-oss:120b-cloud · not on this computer",
    ]
    clean_up.model.choose("llama3:8b")
    assert clean_up.model.hint.text() == "8.0B parameters."


def test_who_chooses_a_model_that_runs_elsewhere_is_told_that_words_leave_this_computer(
    window: MainWindow, clean_up: CleanUpSettings, qtbot: QtBot
) -> None:
    model = clean_up.model
    assert not model.elsewhere.isVisible()
    model.choose("gpt-oss:120b-cloud")
    told = "Your words leave this computer: Ollama passes them on to a computer elsewhere."
    assert (model.elsewhere.isVisible(), model.elsewhere.words.text()) == (True, told)
    assert model.elsewhere.glyph.name == "triangle"
    model.choose(MISTRAL)
    assert not model.elsewhere.isVisible()
    # One that Ollama does not have yet, by its name, and as long as it is in force, Ollama there or not.
    model.more.click()
    model.typed.setText("Qwen3-Coder:480b-Cloud")
    model.use.click()
    assert model.elsewhere.isVisible()
    new = saved(window, qtbot)
    window.show_settings(new)
    window.show_writers(NOT_FOUND)
    assert model.elsewhere.isVisible()


def test_a_name_without_its_tag_is_the_installed_model(window: MainWindow, clean_up: CleanUpSettings) -> None:
    window.show_settings(Settings(enhancement=EnhancementSettings(model="phi")))
    window.show_writers(replace(FOUND, models=(replace(INSTALLED[0], name="phi:latest"),)))
    assert clean_up.model.value == "phi"
    assert clean_up.model.choice.count() == 1
    assert not clean_up.model.missing.isVisible()


@pytest.mark.parametrize(
    ("share", "sentence", "shape"),
    [
        (0.0, "Runs on the processor: expect some seconds a sentence.", "triangle"),
        (0.4, "Only 40 % of it is on the graphics card: expect a wait.", "triangle"),
        (0.999, "Only 99 % of it is on the graphics card: expect a wait.", "triangle"),
        (1.0, "Runs on the graphics card.", "check"),
        (None, "", ""),
    ],
)
def test_it_is_said_where_the_loaded_model_computes(
    window: MainWindow, clean_up: CleanUpSettings, share: float | None, sentence: str, shape: str
) -> None:
    window.show_writers(replace(FOUND, running=(RunningModel(MISTRAL, 1, share, None, None),)))
    remark = clean_up.model.computes
    assert (remark.isVisible(), remark.words.text()) == (bool(sentence), sentence)
    assert not sentence or remark.glyph.name == shape
    clean_up.model.choose("llama3:8b")
    assert not remark.isVisible()


def test_a_clean_up_tells_where_it_was_computed_as_well(
    window: MainWindow, clean_up: CleanUpSettings
) -> None:
    window.show_writers(replace(FOUND, running=()))
    assert not clean_up.model.computes.isVisible()
    window.show_state(ViewState(clean_up=CleanUpView(writer=MISTRAL, gpu_share=0.0)))
    assert clean_up.model.computes.words.text().startswith("Runs on the processor")
    window.show_writers(NOT_FOUND)
    assert not clean_up.model.computes.isVisible()


# --- other models ---


def test_a_model_that_is_missing_can_be_got(
    window: MainWindow, clean_up: CleanUpSettings, qtbot: QtBot
) -> None:
    clean_up.model.choose("phi3:mini")
    assert "Ollama does not have this model yet." in labels(window)
    with qtbot.waitSignal(window.pull_requested) as asked:
        button(window, "Get it (2.2 GB): phi3:mini").click()
    assert asked.args == ["phi3:mini"]
    assert "Getting phi3:mini …" in labels(window)
    assert not button(window, "Get it (2.2 GB): phi3:mini").isEnabled()


def test_a_pull_shows_how_far_it_is_and_can_be_stopped(
    window: MainWindow, clean_up: CleanUpSettings, qtbot: QtBot
) -> None:
    window.show_pull(PullProgressed("phi3:mini", 1_210_000_000, 2_180_000_000))
    assert "Getting phi3:mini: 1.2 GB of 2.2 GB" in labels(window)
    assert clean_up.status.bar.value() == round(1000 * 1.21 / 2.18)
    with qtbot.waitSignal(window.pull_stopped):
        button(window, "Stop getting the language model").click()
    window.show_pull(PullEnded("phi3:mini", False))
    assert "Stopped. What has arrived of phi3:mini is kept." in labels(window)
    assert not clean_up.status.bar.isVisible()


def test_a_pull_that_ends_says_how(window: MainWindow) -> None:
    problem = WriterPullFailed("phi3:mini", "the disk is full")
    window.show_pull(PullEnded("phi3:mini", False, problem))
    assert f"{problem.sentence} {problem.remedy}" in labels(window)
    window.show_pull(PullEnded("phi3:mini", True))
    assert "phi3:mini is here now." in labels(window)
    assert problem.sentence not in labels(window)


def test_recommended_models_are_got_or_used(
    window: MainWindow, clean_up: CleanUpSettings, qtbot: QtBot
) -> None:
    button(window, "Other models").click()
    assert "Small and quick, for computers with little memory." in labels(window)
    assert not button(window, f"In use: {MISTRAL}").isEnabled()
    clean_up.model.entries[0].precision.choose("mistral:7b-instruct-q4_K_M")
    with qtbot.waitSignal(window.pull_requested) as asked:
        button(window, "Get (4.4 GB): mistral:7b-instruct-q4_K_M").click()
    assert asked.args == ["mistral:7b-instruct-q4_K_M"]
    assert not button(window, "Get (2.2 GB): phi3:mini").isEnabled()
    window.show_pull(PullEnded("mistral:7b-instruct-q4_K_M", True))
    window.show_writers(
        replace(FOUND, models=(*INSTALLED, replace(INSTALLED[0], name="mistral:7b-instruct-q4_K_M")))
    )
    button(window, "Use: mistral:7b-instruct-q4_K_M").click()
    assert saved(window, qtbot).enhancement.model == "mistral:7b-instruct-q4_K_M"


def test_nothing_can_be_got_where_there_is_no_ollama(window: MainWindow) -> None:
    window.show_writers(NOT_FOUND)
    button(window, "Other models").click()
    assert not button(window, "Get (2.2 GB): phi3:mini").isEnabled()


def test_any_other_name_can_be_used(window: MainWindow, clean_up: CleanUpSettings, qtbot: QtBot) -> None:
    button(window, "Other models").click()
    assert not button(window, "Use the model of that name").isEnabled()
    QTest.keyClicks(clean_up.model.typed, " qwen3:4b ")
    QTest.keyClick(clean_up.model.typed, Qt.Key.Key_Return)
    assert clean_up.model.typed.text() == ""
    assert saved(window, qtbot).enhancement.model == "qwen3:4b"


# --- styles ---


def test_styles_are_offered_by_title_and_the_first_is_the_standard(clean_up: CleanUpSettings) -> None:
    choice = clean_up.style.choice
    assert [choice.itemText(at) for at in range(choice.count())] == [
        "Clean up",
        "Formal",
        "E-mail",
        "List",
        "Notes",
        "Your own",
    ]
    assert clean_up.style.value == ""
    assert choice.currentText() == "Clean up"


def test_a_style_says_what_it_may_do_and_what_is_not_checked(
    window: MainWindow, clean_up: CleanUpSettings
) -> None:
    assert "May tidy only: every word that matters stays, in its order." in labels(window)
    assert "Every check is made before the text is used." in labels(window)
    assert bundled_styles().default.instruction in labels(window)
    clean_up.viewer.choice.choose("own")
    assert (
        "May add a greeting and a closing, leave words out, use other words, change the order, make a list."
    ) in labels(window)
    assert (
        "Not checked: that no word was added or lost, that it is about as long as what you said. "
        "Numbers, names and “not” always are."
    ) in labels(window)
    own = bundled_styles().find("own")
    assert own is not None
    assert clean_up.own.box.placeholderText() == own.instruction


def test_every_allowance_and_check_has_words() -> None:
    free = Style(
        "free",
        "Free",
        "Do as you like.",
        allows=frozenset(Allowance),
        checks_off=frozenset(Check) - {Check.NUMBERS, Check.NAMES, Check.NEGATIONS},
    )
    assert words.allowance_words(free).count(",") == len(Allowance) - 1
    assert words.unchecked_words(free).split(". ")[0].count(",") == len(free.checks_off) - 1


def test_without_a_style_of_ones_own_there_is_no_instruction(
    window: MainWindow, clean_up: CleanUpSettings
) -> None:
    window.show_styles(Styles((bundled_styles().default,)))
    assert not clean_up.own.isVisible()
    assert clean_up.viewer.name == "clean-up"


# --- trying ---


def test_a_try_asks_with_the_sample_and_the_style_looked_at(
    window: MainWindow, clean_up: CleanUpSettings, qtbot: QtBot
) -> None:
    clean_up.viewer.choice.choose("list")
    clean_up.trial.sample.setPlainText("milk and bread")
    with qtbot.waitSignal(window.preview_requested) as asked:
        button(window, "Try it").click()
    assert asked.args == ["milk and bread", "list"]
    clean_up.trial.sample.setPlainText("  ")
    assert not button(window, "Try it").isEnabled()


def test_a_try_runs_can_be_stopped_and_keeps_the_focus(
    window: MainWindow, clean_up: CleanUpSettings, qtbot: QtBot
) -> None:
    clean_up.trial.begin.setFocus()
    window.show_preview(PreviewState(running=True, loading="mistral"))
    assert "Loading mistral …" in labels(window)
    window.show_preview(PreviewState(running=True, text="Can you"))
    assert "Tidying up …" in labels(window)
    assert clean_up.trial.answer.toPlainText() == "Can you"
    assert window.focusWidget() is clean_up.trial.stop
    with qtbot.waitSignal(window.preview_stopped):
        button(window, "Stop the try").click()
    window.show_preview(PreviewState(text="Can you"))
    assert window.focusWidget() is clean_up.trial.begin
    assert "Stopped." in labels(window)


@pytest.mark.parametrize(
    ("preview", "sentences", "shape"),
    [
        (
            PreviewState(text=TIDIED, figures=FIGURES),
            (
                "Would be used: it says what you said.",
                "mistral:7b-instruct · first token 0.3 s · 24 tokens/s",
            ),
            "check",
        ),
        (
            PreviewState(text="Sure!", reasons=("It answers.", "“x” is lost."), figures=FIGURES),
            ("Would not be used: It answers. “x” is lost.",),
            "triangle",
        ),
        (
            PreviewState(problem="Ollama is not running.", remedy="Start it."),
            ("Ollama is not running. Start it.",),
            "triangle",
        ),
    ],
)
def test_the_verdict_on_a_try_is_said_in_words(
    window: MainWindow,
    clean_up: CleanUpSettings,
    preview: PreviewState,
    sentences: tuple[str, ...],
    shape: str,
) -> None:
    window.show_preview(preview)
    shown = labels(window).split("\n")
    assert [sentence for sentence in sentences if sentence not in shown] == []
    assert clean_up.trial.verdict.glyph.name == shape
    assert clean_up.trial.answer.toPlainText() == preview.text


def test_a_try_does_not_know_of_changes_that_are_not_saved(window: MainWindow, qtbot: QtBot) -> None:
    hint = "Tries what is saved, without your last changes."
    row(window, "trailing_space").show_value(False)
    assert hint not in labels(window)
    row(window, "own_style").show_value("Write as a pirate.")
    assert hint in labels(window)
    window.show_settings(saved(window, qtbot))
    assert hint not in labels(window)
