"""A first look at a fresh computer, measured: what the page is told of speed, flash attention and PyTorch."""

from __future__ import annotations

import pytest

from app.domain.compute import CPU, CUDA, Way
from app.domain.compute_proof import Offers, Proof, Verdict
from app.domain.flash_attention import NOT_BUILT
from app.domain.hardware import Graphics, Torch
from app.domain.settings import ComputeType, Device, SpeechSettings
from app.services.hardware_events import HardwareFound, ProvingEnded
from tests.services.test_hardware import BASE, BEST, CARD, INT8, LIBRARY, ON_BOTH, ON_CPU, Bench


def timed(model: str, seconds: float) -> Proof:
    return Proof(Verdict.WORKS, model=model, beam_size=5, used="int8", sentence_seconds=seconds)


def measured(bench: Bench, settings: SpeechSettings = BASE) -> tuple[ProvingEnded, HardwareFound]:
    bench.service.measure(settings)
    ended = bench.ended()
    found = bench.posted[-1]
    assert isinstance(found, HardwareFound)
    return ended, found


def test_a_fresh_computer_without_a_card_ends_with_advice_and_its_figures() -> None:
    bench = Bench(ON_CPU, Graphics())
    fresh = bench.look().recommendation
    assert fresh is not None
    assert (fresh.seconds, fresh.figures[-1]) == (None, "Its speed here has not been measured yet.")
    bench.prover.truth = {INT8: timed("base", 0.3)}
    ended, found = measured(bench)
    assert ended == ProvingEnded(INT8)
    advice = found.recommendation
    assert advice is not None
    assert (advice.model, advice.is_proved) == ("small", True)
    assert advice.seconds == pytest.approx(0.3 * 244 / 74)
    assert advice.figures == (
        "The processor: Ryzen 7, 8 cores, 32,000 MB of memory, 20,000 MB free.",
        "small takes about 455 MB with int8.",
        "A short sentence will take about 1.0 s with it, as measured here with base.",
    )


def test_beside_a_card_the_processor_is_measured_as_well() -> None:
    bench = Bench()
    bench.prover.truth = {INT8: timed("base", 0.3), BEST: timed("base", 0.05)}
    ended, found = measured(bench)
    assert (ended, bench.prover.tried) == (ProvingEnded(BEST), [BEST, INT8])
    assert found.recommendation is not None
    assert found.recommendation.figures[-1].endswith("as measured here with base.")


def test_with_something_new_installed_what_failed_is_tried_once_more() -> None:
    bench = Bench()
    bench.prover.truth = {BEST: Proof(Verdict.REFUSED, "a library is missing", "base", 5)}
    bench.service.prove(BASE)
    bench.ended()
    bench.prover.truth = {}
    bench.service.prove(BASE)
    assert bench.ended().used != BEST
    bench.service.prove_anew(BASE)
    assert bench.ended() == ProvingEnded(BEST)


def test_what_the_user_wants_of_device_and_type_does_not_matter() -> None:
    bench = Bench()
    measured(bench, SpeechSettings(model="base", device=Device.CPU, compute_type=ComputeType.FLOAT32))
    assert bench.prover.tried == [BEST, INT8]


def test_another_model_is_measured_anew_and_the_same_one_is_not() -> None:
    bench = Bench(ON_CPU, Graphics())
    measured(bench)
    measured(bench)
    assert bench.prover.tried == [INT8]
    ended, _ = measured(bench, SpeechSettings(model="small"))
    assert (ended, bench.prover.tasks[-1].model) == (ProvingEnded(INT8), "small")
    assert next(iter(bench.store.saved.values())).model == "small"


def test_a_card_that_fails_is_said_and_the_processor_measured() -> None:
    bench = Bench()
    crashed = Proof(Verdict.CRASHED, "its driver crashed", "base", 5)
    bench.prover.truth = {Way(CUDA, one): crashed for one in ON_BOTH[CUDA]}
    ended, found = measured(bench)
    assert ended.used == INT8
    assert len(ended.sentences) == 4
    assert found.recommendation is not None
    assert found.recommendation.seconds is not None


def test_measuring_can_be_stopped_between_card_and_processor() -> None:
    bench = Bench()
    bench.prover.during = lambda: bench.service.stop() if bench.prover.tried == [BEST, INT8] else None
    ended, _ = measured(bench)
    assert ended == ProvingEnded(BEST, ("The processor, int8, was not tried: the trial was stopped.",))


# --- flash attention and PyTorch ---


def test_why_flash_attention_cannot_be_had_is_told() -> None:
    assert not Bench(ON_CPU, Graphics()).look().flash_attention.is_offered
    bench = Bench()
    assert bench.look().flash_attention.is_offered
    bench.prover.answer = Offers(LIBRARY, ON_BOTH, flash_attention=False)
    bench.again()
    told = bench.look().flash_attention
    assert (told.is_offered, told.sentence) == (False, f"Flash attention cannot be had: {NOT_BUILT}.")


def test_proving_with_flash_attention_tells_what_came_of_it() -> None:
    wished = SpeechSettings(model="base", flash_attention=True)
    bench = Bench()
    assert bench.prove(wished) == ProvingEnded(BEST)
    assert bench.look().flash_attention.sentence == "Flash attention works: a short sentence took 0.20 s."
    bench = Bench()
    bench.prover.flash_truth = {BEST: Proof(Verdict.CRASHED, "its driver crashed")}
    assert bench.prove(wished) == ProvingEnded(
        BEST, ("Flash attention could not be used: its driver crashed.",)
    )
    told = bench.look().flash_attention
    assert (told.is_offered, told.sentence) == (
        False,
        "Flash attention does not work: its driver crashed.",
    )


def test_pytorch_is_told_where_it_is_installed() -> None:
    bench = Bench()
    assert bench.look().torch is None
    bench.prover.installed_torch = Torch("2.9.1", "12.8", uses_cuda=True)
    assert bench.look().torch is None  # asked once
    bench.again()
    assert bench.look().torch == Torch("2.9.1", "12.8", uses_cuda=True)


def test_a_driver_that_hangs_is_told() -> None:
    bench = Bench(ON_CPU, Graphics(problem="its driver does not answer"))
    card = next(one for one in bench.look().devices if one.device == CUDA)
    assert card.sentence == "The graphics card cannot be used: its driver does not answer."
    assert CPU in {one.device for one in bench.look().devices if one.is_there}
    assert CARD.problem == ""
