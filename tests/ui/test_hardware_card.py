"""This computer on the models page: what there is, what works, what it costs, what is recommended."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.domain.compute import CPU, CUDA, Way
from app.domain.flash_attention import FlashAttention
from app.domain.hardware import Computer, Graphics, GraphicsCard, Torch
from app.domain.settings import ComputeType, Device, SpeechSettings
from app.services.events import ModelArriving
from app.services.hardware_events import ProofBegun, ProofEnded, ProvingEnded
from app.ui import hardware_words
from app.ui.main_window import MainWindow
from app.ui.models_page import ModelsPage
from app.ui.theme import Theme
from tests.ui.models_scenes import (
    CRASHED,
    HELD,
    NOW,
    ON_PROCESSOR,
    PROCESSOR_ALONE,
    RECOMMENDED,
    SETTINGS,
    WITH_CARD,
    WORKS,
    device,
)
from tests.ui.windows import button, labels, main_window, settle


@pytest.fixture
def window(models_window: MainWindow) -> MainWindow:
    return models_window


# --- this computer ---


def test_the_card_says_what_there_is(page: ModelsPage) -> None:
    card = page.hardware
    assert [each.said.text() for each in (card.processor, card.memory, card.cards, card.computes)] == [
        "AMD Ryzen 7 5800X 8-Core Processor, 16 cores",
        "33.5 GB of memory, 21.0 GB free",
        "No NVIDIA graphics card was found.",
        "base on the processor, int8",
    ]
    assert card.tally.text() == "1 works, 2 not tried yet"


def test_a_graphics_card_is_named_with_its_memory_and_why_it_cannot_be_used(
    window: MainWindow, page: ModelsPage
) -> None:
    window.show_models_event(WITH_CARD)
    cards = page.hardware.cards.said
    assert cards.text() == "NVIDIA GeForce RTX 5090: 34.2 GB of memory, 31.0 GB free"
    assert page.hardware.tally.text() == "2 work, 1 does not, 5 not tried yet"
    broken = replace(device(CUDA, {}, ()), sentence="It cannot be computed on. Update NVIDIA's driver.")
    window.show_models_event(replace(WITH_CARD, devices=(broken, device(CPU, {}, ON_PROCESSOR))))
    assert cards.text() == (
        "NVIDIA GeForce RTX 5090: 34.2 GB of memory, 31.0 GB free\n"
        "It cannot be computed on. Update NVIDIA's driver."
    )


def test_what_computes_now_has_shown_that_it_works(window: MainWindow, page: ModelsPage) -> None:
    untried = device(CPU, {}, ON_PROCESSOR)
    window.show_models_event(replace(PROCESSOR_ALONE, devices=(device(CUDA, {}, ()), untried)))
    window.show_loaded((), NOW)
    assert page.hardware.tally.text() == "3 not tried yet"
    window.show_loaded(HELD, NOW)
    assert page.hardware.computes.said.text() == "base on the processor, int8"
    assert page.hardware.tally.text() == "1 in use, 2 not tried yet"
    button(page, "Compute types").click()
    settle()
    types = page.hardware.types
    assert types is not None
    told = types.rows[Way(CPU, "int8")].proof
    assert (told.glyph.name, told.words.text()) == ("check", "In use now.")
    window.show_loaded((), NOW)
    assert told.glyph.name == "info"
    assert page.hardware.tally.text() == "3 not tried yet"


def test_what_the_system_does_not_tell_is_left_out() -> None:
    assert hardware_words.processor_words(Computer("", 1)) == "Unknown, 1 core"
    assert hardware_words.memory_words(Computer("x", 2)) == "The system does not tell how much there is."
    assert hardware_words.memory_words(Computer("x", 2, 8000)) == "8.0 GB of memory"
    found = replace(WITH_CARD, graphics=Graphics("570", (GraphicsCard("NVIDIA GB10"),)))
    assert hardware_words.cards_words(found) == "NVIDIA GB10"


def test_the_compute_types_say_what_each_costs_and_whether_it_works(
    window: MainWindow, page: ModelsPage, qtbot: QtBot
) -> None:
    window.show_models_event(WITH_CARD)
    button(page, "Compute types").click()
    settle()
    types = page.hardware.types
    assert types is not None
    assert next(iter(types.rows)) == Way(CUDA, "int8")
    said = labels(types.rows[Way(CPU, "int8")]).split("\n")
    assert said == [
        "int8",
        "about 242 MB",
        "The fastest on a processor. Slightly less accurate.",
        "Works: a short sentence took 0.31 s (base, beam 5).",
    ]
    assert "Not offered: int8_bfloat16, bfloat16." in labels(types).split("\n")
    shapes = {way: row.proof.glyph.name for way, row in types.rows.items()}
    assert shapes[Way(CUDA, "int8_float16")] == "triangle"
    assert shapes[Way(CUDA, "float16")] == "check"
    assert shapes[Way(CUDA, "int8")] == "info"
    failed = types.rows[Way(CUDA, "int8_float16")]
    assert [way for way, row in types.rows.items() if row.again.isVisible()] == [Way(CUDA, "int8_float16")]
    with qtbot.waitSignal(page.wishes.prove_again_requested) as asked:
        button(failed, "Try graphics card, int8_float16 again").click()
    assert asked.args == [Way(CUDA, "int8_float16")]
    assert not failed.again.isEnabled()


def test_rows_of_compute_types_stay_while_the_same_is_offered(window: MainWindow, page: ModelsPage) -> None:
    button(page, "Compute types").click()
    assert page.hardware.types is not None
    before = dict(page.hardware.types.rows)
    crashed = device(CPU, {ComputeType.INT8: WORKS, ComputeType.FLOAT32: CRASHED}, ON_PROCESSOR)
    window.show_models_event(replace(PROCESSOR_ALONE, devices=(device(CUDA, {}, ()), crashed)))
    assert page.hardware.types.rows == before
    assert page.hardware.types.rows[Way(CPU, "float32")].again.isVisible()
    window.show_models_event(WITH_CARD)
    assert len(page.hardware.types.rows) == 8
    assert "Not offered: int8_float16, int8_bfloat16, float16, bfloat16." in labels(page.hardware)


def test_what_has_failed_is_in_view_at_once(theme: Theme) -> None:
    with main_window(theme) as window:
        window.show()
        window.show_models_event(WITH_CARD)
        window.open_models()
        settle()
        assert "Does not work: the trial's process crashed." in labels(window)


def test_measuring_is_asked_for_followed_and_stopped(
    window: MainWindow, page: ModelsPage, qtbot: QtBot
) -> None:
    card = page.hardware
    with qtbot.waitSignal(page.wishes.measure_requested):
        button(card, "Measure how fast this computer computes").click()
    assert not card.measure.isEnabled()
    assert "Getting ready to try …" in labels(card)
    window.show_models_event(ProofBegun(Way(CPU, "int8")))
    assert "Trying the processor, int8 …" in labels(card)
    with qtbot.waitSignal(page.wishes.proving_stopped):
        button(card, "Stop trying ways of computing").click()
    window.show_models_event(ProofEnded(Way(CPU, "int8"), WORKS))
    window.show_models_event(ProvingEnded(Way(CPU, "int8")))
    assert card.measure.isEnabled()
    assert not card.trying.isVisible()
    assert card.outcome.words.text() == "Works: processor, int8."


def test_the_keyboard_stays_with_measuring(window: MainWindow, page: ModelsPage) -> None:
    card = page.hardware
    card.measure.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(card.measure, Qt.Key.Key_Space)
    assert page.focusWidget() is card.stop
    window.show_models_event(ProvingEnded(Way(CPU, "int8")))
    assert page.focusWidget() is card.measure


def test_flash_attention_and_pytorch_have_their_line(window: MainWindow, page: ModelsPage) -> None:
    button(page, "Compute types").click()
    sentence = "Flash attention needs an NVIDIA graphics card that can compute."
    window.show_models_event(
        replace(PROCESSOR_ALONE, flash_attention=FlashAttention(False, sentence), torch=Torch("2.9.1"))
    )
    said = labels(page.hardware).split("\n")
    assert sentence in said
    assert "PyTorch 2.9.1 computes on the processor." in said


def test_what_could_not_be_had_is_said(window: MainWindow, page: ModelsPage) -> None:
    outcome = page.hardware.outcome
    window.show_models_event(ProofEnded(Way(CUDA, "int8"), CRASHED))
    assert outcome.words.text() == "The graphics card, int8: the trial's process crashed."
    window.show_models_event(ProvingEnded(Way(CPU, "int8"), ("No card.", "In use instead: processor, int8.")))
    assert (outcome.words.text(), outcome.glyph.name) == ("No card. In use instead: processor, int8.", "info")
    window.show_models_event(ProvingEnded(None, ("Nothing works here.",)))
    assert (outcome.words.text(), outcome.glyph.name) == ("Nothing works here.", "triangle")


def test_what_is_recommended_comes_with_its_figures_and_is_used_only_when_wished(
    window: MainWindow, page: ModelsPage, qtbot: QtBot
) -> None:
    advice = page.hardware.advice
    assert advice.line.words.text() == "Recommended for this computer: small."
    assert advice.figures.text() == " ".join(RECOMMENDED.figures)
    with qtbot.waitSignal(page.wishes.recommendation_accepted) as asked:
        button(advice, "Use it: small").click()
    assert asked.args == [RECOMMENDED]
    window.show_settings(replace(SETTINGS, speech=SpeechSettings(model="small")))
    assert advice.line.words.text() == "Recommended for this computer: small. It is what you use."
    assert not advice.use.isVisible()
    window.show_models_event(replace(PROCESSOR_ALONE, recommendation=None))
    assert not advice.isVisible()


def test_what_is_recommended_and_not_here_is_got_first(
    window: MainWindow, page: ModelsPage, qtbot: QtBot
) -> None:
    window.show_models_event(
        replace(
            PROCESSOR_ALONE,
            recommendation=replace(
                RECOMMENDED, model="medium", device=Device.CPU, compute_type=ComputeType.FLOAT32
            ),
        )
    )
    line = page.hardware.advice.line.words
    sentence = "Recommended for this computer: medium on the processor with float32."
    assert line.text() == f"{sentence} It is not here yet."
    with (
        qtbot.assertNotEmitted(page.wishes.recommendation_accepted),
        qtbot.waitSignal(page.wishes.get_requested) as asked,
    ):
        button(page.hardware, "Get 1.5 GB: medium").click()
    assert asked.args == ["medium"]
    window.show_models_event(ModelArriving("medium", 0, 0))
    assert line.text() == f"{sentence} It is on its way."
    assert not page.hardware.advice.use.isVisible()


def test_the_benchmark_is_one_button_away(page: ModelsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.wishes.benchmark_wanted):
        button(page, "Compare all models …").click()


def test_another_widget_has_its_place_below(page: ModelsPage) -> None:
    extra = QPushButton("Get the CUDA library")
    page.hardware.add_below(extra)
    settle()
    assert extra.isVisible()
    assert page.hardware.isAncestorOf(extra)
    assert page.hardware.rect().contains(extra.geometry())
