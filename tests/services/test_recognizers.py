from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from app.domain.decoding import DecodingOptions
from app.domain.model_budget import Limits
from app.domain.models import EngineFacts
from app.domain.problems import (
    DiskFull,
    EngineDied,
    FolderUnwritable,
    ModelMissing,
    OutOfMemory,
    Problem,
    RecognitionFailed,
    Unexpected,
)
from app.domain.settings import ComputeType, Device, SpeechSettings
from app.services.events import ModelFailed, ModelLoading, ModelReady
from app.services.ports import Recognizer
from app.services.recognizers import FELL_BACK, Recognizers
from tests.fakes.speech import FakeLoader, FakeRecognizer, pool_of
from tests.fakes.time import FakeClock

BASE = SpeechSettings()
SMALL = SpeechSettings(model="small")
SOUND = np.zeros(16_000, np.float32)


def on_card(*answers: str | Problem, fallbacks: tuple[str, ...] = ()) -> FakeRecognizer:
    recognizer = FakeRecognizer(*answers)
    recognizer.facts = EngineFacts("base", "cuda", "float16", True, 0.1, fallbacks)
    return recognizer


class Bench:
    """Recognizers, what they posted, and the loader behind them."""

    def __init__(self, *recognizers: Recognizer | Problem, clock: FakeClock | None = None) -> None:
        self.posted: list[object] = []
        self.loader = FakeLoader(*recognizers)
        self.pool_limits = Limits(idle_seconds=60.0)
        self.pool = pool_of(self.loader, clock, self.pool_limits)
        self.keeper = Recognizers(self.pool, self.posted.append)

    def text(self) -> str:
        return self.keeper.transcribe(SOUND, DecodingOptions()).text


def test_loading_is_told_and_the_model_used() -> None:
    bench = Bench(FakeRecognizer("hello"))
    bench.keeper.load(BASE)
    assert bench.posted == [ModelLoading("base"), ModelReady(EngineFacts("base", "cpu", "int8", True, 0.1))]
    assert bench.text() == "hello"
    assert bench.keeper.suits(replace(BASE, language="de"))
    assert not bench.keeper.suits(SMALL)


def test_before_and_without_a_model_transcribing_fails_with_the_reason() -> None:
    missing = ModelMissing("base")
    bench = Bench(missing, FakeRecognizer("hello"))
    with pytest.raises(RecognitionFailed):
        bench.text()
    bench.keeper.load(BASE)
    assert bench.posted[-1] == ModelFailed("base", missing)
    with pytest.raises(ModelMissing):
        bench.text()
    bench.keeper.load(BASE)
    assert bench.text() == "hello"


def test_a_new_model_comes_into_use_and_the_old_one_is_ready_to_be_gone_back_to() -> None:
    old, new = FakeRecognizer("old", "old again"), FakeRecognizer("new")
    bench = Bench(old, new)
    bench.keeper.load(BASE)
    bench.keeper.load(SMALL)
    assert bench.text() == "new"
    bench.keeper.load(BASE)
    assert bench.text() == "old"
    assert len(bench.loader.loaded) == 2


def test_the_old_model_stays_in_use_when_the_new_one_cannot_be_had() -> None:
    old = FakeRecognizer("old")
    missing = ModelMissing("small")
    bench = Bench(old, missing)
    bench.keeper.load(BASE)
    bench.keeper.load(SMALL)
    assert bench.posted[-1] == ModelFailed("small", missing, instead=old.facts)
    assert not old.is_closed
    assert bench.text() == "old"
    assert not bench.keeper.suits(SMALL)
    # Nor the old one, which is not what was asked for: going back to it is told.
    assert not bench.keeper.suits(BASE)
    bench.keeper.load(BASE)
    assert isinstance(bench.posted[-1], ModelReady)
    assert bench.keeper.suits(BASE)


@pytest.mark.parametrize("failure", [RecognitionFailed("CUBLAS"), OutOfMemory("graphics card")])
def test_what_fails_on_the_card_is_decoded_again_on_the_processor(failure: Problem) -> None:
    card, processor = on_card(failure), FakeRecognizer("saved", "again")
    bench = Bench(card, processor)
    bench.keeper.load(replace(BASE, device=Device.CUDA, compute_type=ComputeType.FLOAT16))
    assert bench.text() == "saved"
    assert bench.loader.loaded[-1] == BASE.__class__(device=Device.CPU)
    ready = bench.posted[-1]
    assert isinstance(ready, ModelReady)
    assert ready.facts.fallbacks == (FELL_BACK,)
    assert card.is_closed
    assert bench.text() == "again"


def test_the_settings_still_suit_after_a_fallback() -> None:
    wished = replace(BASE, device=Device.CUDA)
    bench = Bench(on_card(RecognitionFailed()), FakeRecognizer("saved"))
    bench.keeper.load(wished)
    bench.text()
    assert bench.keeper.suits(wished)


def test_a_failure_on_the_processor_is_final() -> None:
    bench = Bench(FakeRecognizer(RecognitionFailed("CPU")))
    bench.keeper.load(BASE)
    with pytest.raises(RecognitionFailed):
        bench.text()
    assert len(bench.loader.loaded) == 1


def test_when_the_processor_cannot_be_had_either_the_first_failure_is_told() -> None:
    bench = Bench(on_card(OutOfMemory("graphics card")), ModelMissing("base"))
    bench.keeper.load(BASE)
    with pytest.raises(OutOfMemory, match="graphics card"):
        bench.text()


class Exploding:
    """A loader with a mistake in it."""

    def load(self, settings: SpeechSettings) -> Recognizer:
        raise KeyError("mistake")


def test_a_mistake_while_loading_is_told_as_one() -> None:
    posted: list[object] = []
    Recognizers(pool_of(Exploding()), posted.append).load(BASE)
    failed = posted[-1]
    assert isinstance(failed, ModelFailed)
    assert isinstance(failed.problem, Unexpected)


def test_an_engine_that_dies_is_started_again_and_the_decode_repeated() -> None:
    bench = Bench(FakeRecognizer(EngineDied("signal 9")), FakeRecognizer("all the same", "and on"))
    bench.keeper.load(BASE)
    assert [bench.text(), bench.text()] == ["all the same", "and on"]
    assert bench.loader.loaded == [BASE, BASE]
    assert bench.posted[2:] == [ModelLoading("base"), ModelReady(FakeRecognizer().facts)]


def test_an_engine_that_dies_on_the_card_is_started_again_on_the_processor() -> None:
    bench = Bench(on_card(EngineDied("signal 11")), FakeRecognizer("saved"))
    bench.keeper.load(replace(BASE, device=Device.CUDA, compute_type=ComputeType.FLOAT16))
    assert bench.text() == "saved"
    assert bench.loader.loaded[-1] == replace(BASE, device=Device.CPU)


def test_an_engine_that_dies_again_is_given_up_for_this_decode_alone() -> None:
    bench = Bench(FakeRecognizer(EngineDied()), FakeRecognizer(EngineDied()), FakeRecognizer("later"))
    bench.keeper.load(BASE)
    with pytest.raises(EngineDied):
        bench.text()
    assert bench.text() == "later"


def test_a_model_that_was_unloaded_is_loaded_again_when_it_is_woken() -> None:
    clock = FakeClock()
    bench = Bench(FakeRecognizer(), FakeRecognizer("awake"), clock=clock)
    bench.keeper.wake()
    assert bench.posted == []
    bench.keeper.load(BASE)
    bench.keeper.wake()
    assert len(bench.loader.loaded) == 1
    clock.time += bench.pool_limits.idle_seconds
    bench.pool.tick()
    bench.keeper.wake()
    assert bench.posted[2:] == [ModelLoading("base"), ModelReady(FakeRecognizer().facts)]
    assert bench.text() == "awake"


@pytest.mark.parametrize("refusal", [ModelMissing("base"), DiskFull("cache"), FolderUnwritable("cache")])
def test_what_may_be_there_again_is_asked_for_when_it_is_woken(refusal: Problem) -> None:
    bench = Bench(refusal, refusal, FakeRecognizer("back"))
    bench.keeper.load(BASE)
    bench.keeper.wake()
    assert bench.posted[2:] == [ModelLoading("base"), ModelFailed("base", refusal)]
    bench.keeper.wake()
    assert bench.text() == "back"
    bench.keeper.wake()
    assert len(bench.loader.loaded) == 3


@pytest.mark.parametrize("refusal", [OutOfMemory("processor"), RecognitionFailed("no cuBLAS")])
def test_what_takes_a_whole_loading_to_fail_again_is_not_tried_at_every_key(refusal: Problem) -> None:
    bench = Bench(refusal)
    bench.keeper.load(BASE)
    bench.keeper.wake()
    assert len(bench.loader.loaded) == 1


def test_while_another_one_writes_on_the_refused_one_is_left_alone() -> None:
    bench = Bench(FakeRecognizer(), ModelMissing("small"))
    bench.keeper.load(BASE)
    bench.keeper.load(SMALL)
    bench.keeper.wake()
    assert len(bench.loader.loaded) == 2
