"""What goes wrong while a model is tried out, and what is told of it: a sentence, and nothing else."""

from __future__ import annotations

import logging

import pytest

from app.domain.models import EngineFacts
from app.domain.problems import (
    EngineDied,
    MicrophoneLost,
    MicrophoneStalled,
    ModelMissing,
    NoMicrophone,
    OutOfMemory,
    Problem,
    RecognitionFailed,
)
from app.domain.settings import SpeechSettings
from app.services.model_trial import NO_WORDS, NOTHING_HEARD
from app.services.view_trial import TrialStage, TrialView
from tests.fakes import FakeRecognizer
from tests.services.capture_bench import quiet, speech, zeros
from tests.services.trial_bench import Desk


def test_silence_is_a_sentence_and_loads_nothing() -> None:
    desk = Desk(FakeRecognizer("invented"))
    desk.try_out()
    desk.bench.sound(quiet(6.0))
    desk.inbox.run()
    assert desk.last == TrialView("small", TrialStage.FAILED, sentence=NOTHING_HEARD)
    assert desk.loader.loaded == []


def test_a_muted_microphone_is_told_in_place_of_a_notice() -> None:
    desk = Desk(FakeRecognizer("invented"))
    desk.try_out()
    desk.bench.sound(zeros(6.0))
    desk.inbox.run()
    assert desk.last.sentence.startswith("The microphone “Desk” sends only silence.")
    assert desk.bench.problems() == []


@pytest.mark.parametrize("voice_detection", [False, True])
def test_where_nobody_tells_speech_from_silence_the_model_has_to(voice_detection: bool) -> None:
    desk = Desk(FakeRecognizer(""))
    if voice_detection:
        desk.bench.detector_fails = RecognitionFailed("no detector")
    desk.try_out(SpeechSettings(model="small", voice_detection=voice_detection))
    desk.bench.sound(quiet(6.0))
    desk.inbox.run()
    assert desk.last.stage is TrialStage.DONE
    assert desk.last.text == ""
    assert desk.last.sentence == f"Loaded in 1.2 s. {NO_WORDS}"


def test_a_microphone_that_cannot_be_had() -> None:
    desk = Desk(FakeRecognizer())
    desk.bench.microphone.refuses = NoMicrophone()
    desk.try_out()
    desk.inbox.run()
    assert desk.last == TrialView("small", TrialStage.FAILED, sentence=str(NoMicrophone()))
    assert desk.bench.problems() == []


def test_a_microphone_that_goes_away_or_dies() -> None:
    desk = Desk(FakeRecognizer("unwanted"))
    desk.try_out()
    desk.bench.sound(speech(1.0))
    desk.bench.microphone.unplug(MicrophoneLost("Desk"))
    desk.bench.inbox.run()
    assert desk.last.sentence == str(MicrophoneLost("Desk"))
    desk.try_out()
    desk.bench.sound(speech(1.0))
    desk.bench.inbox.advance(3.0)
    assert desk.last.sentence == str(MicrophoneStalled("Desk"))
    desk.inbox.run()
    assert desk.loader.loaded == []
    assert desk.bench.problems() == []


@pytest.mark.parametrize(
    ("problem", "sentence"),
    [
        (ModelMissing("small"), str(ModelMissing("small"))),
        (OutOfMemory("processor"), str(OutOfMemory("processor"))),
        # There is no recording from which to transcribe again.
        (RecognitionFailed("engine"), "What you said could not be written down."),
    ],
)
@pytest.mark.parametrize("while_loading", [True, False])
def test_a_problem_is_told_in_its_sentence(problem: Problem, sentence: str, while_loading: bool) -> None:
    desk = Desk(problem if while_loading else FakeRecognizer(problem))
    desk.try_out()
    desk.say()
    desk.inbox.run()
    assert desk.last == TrialView("small", TrialStage.FAILED, sentence=sentence)
    assert not any(held.in_use for held in desk.pool.state)


def test_an_engine_that_dies_is_started_once_more() -> None:
    desk = Desk(FakeRecognizer(EngineDied()), FakeRecognizer("after all"))
    desk.try_out()
    desk.say()
    desk.inbox.run()
    assert (desk.last.stage, desk.last.text) == (TrialStage.DONE, "after all")
    desk = Desk(FakeRecognizer(EngineDied()), FakeRecognizer(EngineDied()))
    desk.try_out()
    desk.say()
    desk.inbox.run()
    assert (desk.last.stage, desk.last.sentence) == (TrialStage.FAILED, EngineDied().sentence)
    assert len(desk.loader.loaded) == 2


def test_a_mistake_is_a_sentence_and_the_log_holds_no_text(caplog: pytest.LogCaptureFixture) -> None:
    spoken = "-".join(("se", "cret"))  # not as it stands in this file, which the stack quotes

    def mistake() -> str:
        raise KeyError(spoken)

    desk = Desk(FakeRecognizer(mistake))
    with caplog.at_level(logging.DEBUG):
        desk.try_out()
        desk.say()
        desk.inbox.run()
    assert desk.last.stage is TrialStage.FAILED
    assert desk.last.sentence == "Something went wrong in Sayso (trying a speech model out)."
    assert "KeyError" in caplog.text
    assert spoken not in caplog.text


def test_what_could_not_be_had_as_wanted_is_told_beside_the_text() -> None:
    recognizer = FakeRecognizer("hallo")
    recognizer.facts = EngineFacts(
        "base.en", "cpu", "int8", False, 0.1, ("In use instead: processor, int8.",)
    )
    desk = Desk(recognizer)
    desk.try_out(SpeechSettings(model="base.en", language="de"))
    desk.say()
    desk.inbox.run()
    assert desk.last.text == "hallo"
    assert desk.last.sentence == (
        "Loaded in 1.2 s. In use instead: processor, int8. The speech model “base.en” writes English alone, "
        "but the language is set to “de”."
    )
