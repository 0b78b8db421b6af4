"""The whole program with a language model: key, microphone, Whisper, the model's tokens, the cursor.

A real small model stands behind Ollama's interface. It reads and writes on the processor, so the recognizer's
and its own time are told apart by events, never by seconds.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from app.domain.history import Fate, Judgement, Version
from app.domain.remote import Command
from tests.desktop.desk import Desk
from tests.desktop.journey import GRACE_MS, Journey, said, words
from tests.desktop.photograph import photograph
from tests.ollama_standin.fixtures import ollama, ollama_process
from tests.ollama_standin.process import MODEL, StandInProcess

pytestmark = [pytest.mark.desktop, pytest.mark.timeout(1200)]

__all__ = ["ollama", "ollama_process"]


@pytest.fixture
def journey(desk: Desk, tmp_path: Path, ollama: StandInProcess) -> Iterator[Journey]:
    journey = Journey(desk, tmp_path / "s", ollama.settings)
    yield journey
    journey.close()


def keep(picture: QImage, name: str) -> None:
    """For a look at it, in the folder that SAYSO_PICTURES names."""
    if folder := os.environ.get("SAYSO_PICTURES"):
        picture.save(str(Path(folder) / f"{name}.png"))


def ink(picture: QImage) -> int:
    """How much of a picture has a text's own dark colour: more words, more pixels."""
    dark = QColor("#5a5a5a").lightness()
    return sum(
        picture.pixelColor(x, y).lightness() < dark
        for x in range(0, picture.width(), 2)
        for y in range(0, picture.height(), 2)
    )


def dictate(journey: Journey, ollama: StandInProcess, clip: str, fault: str, after: int) -> None:
    """Say `clip`; the model's answer to it has a `fault` behind so many tokens."""
    journey.press()
    journey.sayso.wait_for("listening")
    # The fixed prompt is read while the user speaks; only then is the next request the one with the fault.
    ollama.wait("generations")
    ollama.order(fault, after=after)
    journey.speak(clip)
    journey.release()


def dictate_and_stall(journey: Journey, ollama: StandInProcess, clip: str = "s06", after: int = 2) -> None:
    """Until the model has written so many tokens, and holds."""
    dictate(journey, ollama, clip, "stall", after)
    ollama.wait("held")
    journey.sayso.wait_for("enhancing")


def test_the_enhanced_text_arrives_at_the_cursor_and_is_seen_as_it_grows(
    journey: Journey, ollama: StandInProcess
) -> None:
    dictate_and_stall(journey, ollama, "medium", after=12)
    assert journey.editor.text == ""
    half_way = photograph("Sayso")
    keep(half_way, "half-way")
    ollama.release()
    journey.rest()
    journey.until(lambda: journey.editor.text)
    whole = photograph("Sayso")
    keep(whole, "whole")
    assert 0 < ink(half_way) < ink(whole)
    (entry,) = journey.sayso.history()
    assert entry.enhancement is not None, entry
    assert entry.enhancement.judgement is Judgement.ACCEPTED
    assert (entry.version, entry.enhancement.writer) == (Version.ENHANCED, MODEL)
    assert words(entry.heard) == said("medium")
    assert journey.editor.text == f"{entry.text} "


def test_the_server_goes_away_in_the_middle_and_the_spoken_text_arrives(
    journey: Journey, ollama: StandInProcess
) -> None:
    dictate(journey, ollama, "s06", "eof", after=3)
    journey.expect("s06")
    journey.rest()
    keep(photograph("Sayso"), "gone")
    (entry,) = journey.sayso.history()
    assert entry.enhancement is None
    assert journey.editor.text == f"{entry.spoken} "
    assert "cleaning up what you said failed: WritingCutOff" in journey.sayso.log()


@pytest.mark.slow
def test_the_user_takes_the_spoken_text_while_the_model_writes(
    journey: Journey, ollama: StandInProcess
) -> None:
    dictate_and_stall(journey, ollama)
    journey.sayso.ask(Command.SHOW)
    journey.until(lambda: journey.focused() == "Sayso")
    journey.tap("ctrl+period")
    journey.expect("s06")
    journey.rest()
    ollama.wait("cancelled")
    (entry,) = journey.sayso.history()
    assert words(entry.text) == said("s06")
    assert entry.enhancement is None


def test_a_tap_of_the_key_brings_the_spoken_text_to_the_window_in_front(
    journey: Journey, ollama: StandInProcess
) -> None:
    dictate_and_stall(journey, ollama)
    # A tap leaves the microphone open, and a second one closes it.
    for _ in range(2):
        journey.desk.bot.wait(GRACE_MS)
        journey.tap()
    journey.expect("s06")
    assert journey.focused() != "Sayso"
    ollama.release()
    journey.until(lambda: journey.sayso.history()[0].enhancement)
    (entry,) = journey.sayso.history()
    assert (entry.text, journey.editor.text) == (entry.spoken, f"{entry.spoken} ")


@pytest.mark.parametrize("is_killed", [True, pytest.param(False, marks=pytest.mark.slow)])
def test_a_text_that_waits_for_its_clean_up_when_sayso_ends_is_in_the_history(
    is_killed: bool, journey: Journey, ollama: StandInProcess
) -> None:
    dictate_and_stall(journey, ollama)
    journey.sayso.kill() if is_killed else journey.sayso.close()
    (entry,) = journey.sayso.history()
    assert words(entry.spoken) == said("s06")
    assert (entry.text, entry.fate, entry.has_audio) == (entry.spoken, Fate.WRITTEN, True)
    # It is whole, so the next start has nothing to recover.
    journey.sayso.start_again()
    journey.sayso.wait_until_ready()
    assert journey.sayso.history() == (entry,)
