"""Measuring one model and one clean-up, step by step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from app.adapters.style_file import bundled_styles
from app.domain.bench import BenchStep, CleanUpResult, ModelResult, Step, steps_of_model
from app.domain.enhancement_settings import EnhancementSettings
from app.domain.problems import ModelMissing, OutOfMemory, Problem, WriterNotRunning, WritingUnfinished
from app.domain.settings import SpeechSettings
from app.domain.word_errors import WordErrors
from app.domain.writing import RunningModel
from app.services.bench import BenchClip, Instruments, measure_clean_up, measure_model
from tests.fakes import FakeClock, FakeLoader, FakeRecognizer, ScriptedWriter
from tests.fakes.bench import FakeMeter

SAID = "We need three more chairs."
CLIP = BenchClip(np.zeros(16_000, np.float32), "en", SAID)
OTHER = BenchClip(np.zeros(32_000, np.float32), "", "The new printer is here.")
SETTINGS = SpeechSettings(model="base", language="de")


def taking(clock: FakeClock, duration: float, text: str = SAID) -> Callable[[], str]:
    """An answer that takes so many seconds."""

    def answer() -> str:
        clock.time += duration
        return text

    return answer


def measured(
    recognizer: FakeRecognizer | Problem,
    clock: FakeClock,
    *clips: BenchClip,
    meter: FakeMeter | None = None,
    rounds: int = 3,
) -> tuple[list[BenchStep], ModelResult]:
    """All steps, and the result, which comes last and once."""
    instruments = Instruments(clock.now, meter or FakeMeter())
    *steps, result = measure_model(FakeLoader(recognizer), SETTINGS, clips or (CLIP,), instruments, rounds)
    assert isinstance(result, ModelResult)
    assert all(isinstance(step, BenchStep) for step in steps)
    return [step for step in steps if isinstance(step, BenchStep)], result


def test_first_and_steady_are_of_the_same_clip_decoded_again_and_again() -> None:
    clock = FakeClock()
    recognizer = FakeRecognizer(*(taking(clock, each) for each in (2.0, 1.0, 0.5, 1.5)))
    steps, result = measured(recognizer, clock)
    assert (result.first_s, result.rounds_s, result.steady_s) == (2.0, (1.0, 0.5, 1.5), 1.0)
    assert recognizer.heard == [1.0] * 4
    assert [step.step for step in steps] == [Step.LOADING, Step.FIRST, *[Step.STEADY] * 3, Step.ERRORS]
    assert [(step.number, step.of) for step in steps[2:5]] == [(1, 3), (2, 3), (3, 3)]
    assert recognizer.is_closed


def test_there_are_as_many_steps_as_are_foretold() -> None:
    clock = FakeClock()
    instruments = Instruments(clock.now, FakeMeter())
    for clips in ((CLIP,), (CLIP, OTHER, OTHER), (replace(CLIP, reference=""),)):
        *steps, _ = measure_model(FakeLoader(FakeRecognizer()), SETTINGS, clips, instruments)
        assert len(steps) == steps_of_model(sum(bool(clip.reference) for clip in clips))


def test_load_is_what_the_loader_takes() -> None:
    class SlowLoader(FakeLoader):
        def load(self, settings: SpeechSettings) -> FakeRecognizer:
            clock.time += 4.0
            return FakeRecognizer()

    clock = FakeClock()
    *_, result = measure_model(SlowLoader(), SETTINGS, (CLIP,), Instruments(clock.now, FakeMeter()))
    assert isinstance(result, ModelResult)
    assert result.load_s == 4.0


def test_what_is_in_use_is_read_back() -> None:
    recognizer = FakeRecognizer()
    recognizer.facts = replace(
        recognizer.facts, compute_type="int8_float32", fallbacks=("In use instead: x.",)
    )
    _, result = measured(recognizer, FakeClock())
    assert (result.model, result.device, result.compute_type) == ("base", "cpu", "int8_float32")
    assert (result.beam_size, result.fallbacks) == (5, ("In use instead: x.",))
    assert result.is_measured


def test_memory_is_above_the_state_before_loading() -> None:
    meter = FakeMeter(40_000_000, card=1_000_000_000)
    _, result = measured(FakeRecognizer(), FakeClock(), meter=meter)
    assert (result.memory_mb, result.peak_mb, meter.looks) == (40.0, 120.0, 2)
    assert result.card_mb is None  # the processor computed: what others took of the card is not the model's


def test_on_a_card_its_memory_counts() -> None:
    recognizer = FakeRecognizer()
    recognizer.facts = replace(recognizer.facts, device="cuda")
    _, result = measured(recognizer, FakeClock(), meter=FakeMeter(card=1_000_000_000))
    assert result.card_mb == 500.0


def test_errors_are_over_all_clips_with_a_reference_and_the_timed_one_is_not_decoded_again() -> None:
    recognizer = FakeRecognizer(SAID, "x", "y", "z", "The printer is hear.")
    _, result = measured(recognizer, FakeClock(), CLIP, OTHER)
    assert result.errors == WordErrors(2, 10)
    assert recognizer.heard == [1.0, 1.0, 1.0, 1.0, 2.0]


def test_a_clip_is_decoded_in_its_own_language_or_else_as_set() -> None:
    recognizer = FakeRecognizer()
    measured(recognizer, FakeClock(), CLIP, OTHER, rounds=1)
    assert [each.language for each in recognizer.options] == ["en", "en", "de"]


def test_without_a_reference_there_are_no_errors() -> None:
    _, result = measured(FakeRecognizer(), FakeClock(), replace(CLIP, reference=""))
    assert result.errors.percent is None
    assert result.is_measured


def test_a_model_that_cannot_be_loaded_is_a_row_with_its_sentence() -> None:
    steps, result = measured(ModelMissing("base"), FakeClock())
    assert [step.step for step in steps] == [Step.LOADING]
    assert result == ModelResult("base", problem=ModelMissing("base").sentence)


@pytest.mark.parametrize("at", [0, 2])
def test_a_model_that_fails_on_the_way_is_one_too_and_is_closed(at: int) -> None:
    problem = OutOfMemory("processor")
    recognizer = FakeRecognizer(*[SAID] * at, problem)
    _, result = measured(recognizer, FakeClock())
    assert result == ModelResult("base", problem=problem.sentence)
    assert recognizer.is_closed


def test_an_english_model_says_so_of_another_language() -> None:
    recognizer = FakeRecognizer()
    recognizer.facts = replace(recognizer.facts, model="tiny.en", multilingual=False)
    _, result = measured(recognizer, FakeClock(), OTHER)
    assert "writes English alone" in result.problem
    assert recognizer.heard == []


def test_stopped_in_between_the_model_is_closed() -> None:
    recognizer = FakeRecognizer()
    instruments = Instruments(FakeClock().now, FakeMeter())
    measuring = measure_model(FakeLoader(recognizer), SETTINGS, (CLIP,), instruments)
    steps = [next(measuring) for _ in range(3)]
    assert steps[-1] == BenchStep(Step.STEADY, 1, 5)
    measuring.close()
    assert recognizer.is_closed


# --- clean-up ---

WRITER = EnhancementSettings(model="mini:1b")


def cleaned(
    writer: ScriptedWriter, text: str = SAID, now: Callable[[], float] | None = None
) -> tuple[list[BenchStep], CleanUpResult]:
    *steps, result = measure_clean_up(writer, bundled_styles(), WRITER, text, "en", now or FakeClock().now)
    assert isinstance(result, CleanUpResult)
    return [step for step in steps if isinstance(step, BenchStep)], result


def test_a_clean_up_warms_first_and_then_writes_as_a_dictation_is_written() -> None:
    writer = ScriptedWriter("We need three more chairs.")
    writer.loaded = [RunningModel("mini:1b", 1000, 0.25, None, None)]
    steps, result = cleaned(writer)
    assert [step.step for step in steps] == [Step.WARMING, Step.WRITING]
    kinds = [kind for kind, _ in writer.asked]
    assert kinds == ["warm", "write"]
    warming, writing = (request for _, request in writer.asked)
    assert (warming.num_ctx, warming.model) == (writing.num_ctx, writing.model)
    assert SAID in writing.messages[-1].content
    assert (result.model, result.tokens, result.first_token_s) == ("mini:1b", 5, 0.1)
    assert (result.gpu_share, result.is_kept, result.problem) == (0.25, True, "")


def test_its_times_are_the_clock_s() -> None:
    seconds = iter((10.0, 13.0, 20.0, 24.5))
    _, result = cleaned(ScriptedWriter(), now=lambda: next(seconds))
    assert (result.ready_s, result.total_s) == (3.0, 4.5)


def test_what_the_guard_refuses_is_told() -> None:
    _, result = cleaned(ScriptedWriter("Here is a poem about seven chairs in Rome."))
    assert result.is_measured
    assert not result.is_kept


def test_a_long_text_is_cleaned_up_in_passages() -> None:
    writer = ScriptedWriter()
    _, result = cleaned(writer, " ".join([SAID] * 40))
    assert [kind for kind, _ in writer.asked].count("write") > 1
    assert result.is_measured
    assert result.tokens >= 40


def test_without_ollama_it_is_one_sentence_and_nothing_fails() -> None:
    writer = ScriptedWriter()
    writer.refuses = WriterNotRunning("http://localhost:11434")
    steps, result = cleaned(writer)
    assert [step.step for step in steps] == [Step.WARMING]
    assert result.problem == "Ollama is not running at http://localhost:11434."


def test_a_model_that_does_not_write_to_its_end_is_told() -> None:
    _, result = cleaned(ScriptedWriter(*[WritingUnfinished()] * 9))
    assert result.problem == WritingUnfinished().sentence
