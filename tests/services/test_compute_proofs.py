"""What a model is loaded with: proved before, elsewhere, once, and only where a card has to do with it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.compute import CPU, CUDA, Way
from app.domain.compute_proof import Offers, Proof, ProofKey, Settled, Verdict
from app.domain.flash_attention import NOT_BUILT, TOO_OLD, WRONG_TYPE
from app.domain.hardware import Computer, Graphics, GraphicsCard
from app.domain.problems import DiskFull, ModelMissing
from app.domain.settings import ComputeType, Device, SpeechEngine, SpeechSettings
from app.services.compute_proof_parts import HardwareParts
from app.services.compute_proofs import ComputeProofs
from app.services.events import Noticed
from app.services.hardware_events import ProofBegun, ProofEnded, ProvingEnded
from tests.fakes.hardware import FakeProofStore, ScriptedProver

LIBRARY = "CTranslate2 4.8.5"
ON_CPU = {CPU: frozenset({"int8", "int8_float32", "float32"})}
ON_BOTH = {**ON_CPU, CUDA: frozenset({"int8_float16", "float16", "float32"})}
COMPUTER = Computer("Ryzen 7", 8, 32_000, 20_000)
CARD = Graphics("570.1", (GraphicsCard("RTX 4070", 12_878, 11_000, "8.9"),))
BASE = SpeechSettings(model="base", language="de")
FLASH = replace(BASE, flash_attention=True)
BEST, HALF, FULL = (Way(CUDA, one) for one in ("int8_float16", "float16", "float32"))
CRASHED = Proof(Verdict.CRASHED, "its driver crashed", "base", 5)
HUNG = Proof(Verdict.NO_ANSWER, "it gave no answer in a trial", "base", 5)
NO_ROOM = Proof(Verdict.NO_ROOM, "there is not enough memory for it", "base", 5)
NOT_STARTED = Proof(Verdict.NOT_PROVED, "the trial could not be started")
LONG = 60.0


class Bench:
    """The service with a scripted prover; `graphics` is what the driver tells."""

    def __init__(self, graphics: Graphics = CARD, types: dict[str, frozenset[str]] | None = None) -> None:
        self.graphics = graphics
        self.times_looked = 0
        self.prover = ScriptedProver(Offers(LIBRARY, ON_BOTH if types is None else types))
        self.store = FakeProofStore()
        self.missing: Exception | None = None
        self.posted: list[object] = []
        self.proofs = self.again()

    def again(self) -> ComputeProofs:
        """As after a new start."""
        parts = HardwareParts(lambda: COMPUTER, self.look, self.prover, self.store)
        self.proofs = ComputeProofs(parts, self.locate, self.posted.append)
        return self.proofs

    def look(self) -> Graphics:
        self.times_looked += 1
        return self.graphics

    def locate(self, model: str) -> Path:
        if self.missing:
            raise self.missing
        return Path("models") / model

    @property
    def children(self) -> int:
        """How many processes were started."""
        return len(self.prover.tasks) + self.prover.times_asked


def on_card(way: Way, settings: SpeechSettings = BASE) -> SpeechSettings:
    return replace(settings, device=Device.CUDA, compute_type=ComputeType(way.compute_type))


def on_processor(settings: SpeechSettings = BASE) -> SpeechSettings:
    return replace(settings, device=Device.CPU, flash_attention=False)


# --- where no card has to do with it ---


@given(
    st.sampled_from(Device),
    st.sampled_from(ComputeType),
    st.sampled_from(SpeechEngine),
    st.booleans(),
    st.sampled_from([Graphics(), Graphics("570.1")]),
)
def test_without_a_card_settings_come_back_untouched_and_nothing_is_started(
    device: Device, compute_type: ComputeType, engine: SpeechEngine, flash: bool, graphics: Graphics
) -> None:
    bench = Bench(graphics)
    settings = SpeechSettings(device=device, compute_type=compute_type, engine=engine, flash_attention=flash)
    assert bench.proofs.settle(settings) == Settled(settings)
    assert (bench.children, bench.posted, bench.store.saved) == (0, [], {})
    assert not bench.proofs.has_card()


@given(st.sampled_from(ComputeType), st.booleans())
def test_on_the_processor_not_even_the_driver_is_asked(compute_type: ComputeType, flash: bool) -> None:
    bench = Bench()
    settings = SpeechSettings(device=Device.CPU, compute_type=compute_type, flash_attention=flash)
    assert bench.proofs.settle(settings) == Settled(settings)
    assert (bench.children, bench.times_looked) == (0, 0)


def test_another_engine_is_none_of_its_business() -> None:
    bench = Bench()
    settings = replace(BASE, engine=SpeechEngine.OPENAI_WHISPER)
    assert bench.proofs.settle(settings) == Settled(settings)
    assert (bench.children, bench.times_looked) == (0, 0)


def test_a_driver_that_hangs_leaves_the_processor_without_any_trial() -> None:
    bench = Bench(Graphics(problem="its driver does not answer"))
    assert bench.proofs.settle(FLASH) == Settled(
        on_processor(),
        (
            "The graphics card cannot be used: its driver does not answer.",
            "In use instead: processor.",
        ),
    )
    assert bench.children == 0


# --- where there is one ---


def test_the_best_that_works_is_put_into_the_settings() -> None:
    bench = Bench()
    assert bench.proofs.settle(BASE) == Settled(on_card(BEST), (), BEST)
    assert bench.prover.tried == [BEST]
    assert bench.posted[0] == ProofBegun(BEST)
    assert isinstance(bench.posted[1], ProofEnded)
    assert bench.proofs.has_card()


def test_after_a_trial_that_hung_nobody_waits_for_another_one() -> None:
    bench = Bench()
    bench.prover.truth = {BEST: HUNG}
    said = (
        "The graphics card, int8_float16, could not be used: it gave no answer in a trial.",
        "In use instead: processor.",
    )
    assert bench.proofs.settle(BASE) == Settled(on_processor(), said)
    assert bench.again().settle(BASE) == Settled(on_processor(), said)
    assert bench.prover.tried == [BEST]
    # Who asks for it has the time, and what comes out is used from then on.
    assert bench.proofs.walk(BASE).used == HALF
    assert bench.proofs.settle(BASE).proved == HALF


def test_what_is_known_is_used_after_a_new_start_without_any_process() -> None:
    bench = Bench()
    bench.prover.truth = {BEST: CRASHED}
    first = bench.proofs.settle(BASE)
    before = bench.children
    assert bench.again().settle(BASE) == first
    assert bench.children == before
    assert first == Settled(
        on_card(HALF),
        (
            "The graphics card, int8_float16, could not be used: its driver crashed.",
            "In use instead: graphics card, float16.",
        ),
        HALF,
    )


def test_a_card_on_which_nothing_works_is_known_after_a_new_start_too() -> None:
    bench = Bench()
    bench.prover.truth = dict.fromkeys((BEST, HALF, FULL), CRASHED)
    settled = bench.proofs.settle(BASE)
    assert settled == Settled(
        on_processor(),
        (
            "The graphics card, int8_float16, could not be used: its driver crashed.",
            "The graphics card, float16, could not be used: its driver crashed.",
            "The graphics card, float32, could not be used: its driver crashed.",
            "In use instead: processor.",
        ),
    )
    assert bench.prover.tried == [BEST, HALF, FULL]  # none of the processor's
    assert not bench.proofs.has_card()
    before = bench.children
    assert bench.again().settle(BASE) == settled
    assert bench.children == before


def test_a_wish_that_the_card_does_not_offer_is_said() -> None:
    bench = Bench()
    settled = bench.proofs.settle(replace(BASE, device=Device.CUDA, compute_type=ComputeType.BFLOAT16))
    assert settled.settings == on_card(BEST)
    assert settled.fallbacks == ("The graphics card does not offer bfloat16; int8_float16 is used.",)


@pytest.mark.parametrize(
    ("device", "problem", "said"),
    [
        (Device.AUTO, "", ()),
        (
            Device.CUDA,
            "",
            (
                "RTX 4070 is there but cannot be computed on. Update NVIDIA's driver.",
                "In use instead: processor.",
            ),
        ),
        (
            Device.AUTO,
            "its driver crashed",
            ("The graphics card cannot be used: its driver crashed.", "In use instead: processor."),
        ),
    ],
)
def test_a_card_that_the_library_does_not_count_is_left_alone(
    device: Device, problem: str, said: tuple[str, ...]
) -> None:
    bench = Bench(types=ON_CPU)
    bench.prover.answer = Offers(LIBRARY, ON_CPU, problem)
    settings = replace(BASE, device=device)
    assert bench.proofs.settle(settings) == Settled(on_processor(), said)
    assert bench.proofs.settle(settings) == Settled(on_processor(), said)
    assert (bench.prover.tasks, bench.prover.times_asked) == ([], 1)
    assert not bench.proofs.has_card()


def test_a_trial_that_proves_nothing_leaves_the_processor_and_the_next_time_tries_again() -> None:
    bench = Bench()
    bench.prover.truth = {BEST: NOT_STARTED}
    assert bench.proofs.settle(BASE) == Settled(
        on_processor(),
        (
            "The graphics card, int8_float16, was not tried: the trial could not be started.",
            "In use instead: processor.",
        ),
    )
    bench.prover.truth = {}
    assert bench.proofs.settle(BASE).proved == BEST


def test_want_of_memory_holds_for_nobody_who_asks_later() -> None:
    bench = Bench()
    bench.prover.truth = dict.fromkeys((BEST, HALF, FULL), NO_ROOM)
    assert bench.proofs.settle(BASE).settings == on_processor()
    assert bench.store.saved == {}
    bench.prover.truth = {}
    assert bench.proofs.settle(BASE).settings == on_card(BEST)


def test_want_of_memory_does_not_undo_what_has_been_proved() -> None:
    bench = Bench()
    bench.proofs.settle(BASE)
    bench.prover.truth = {BEST: NO_ROOM}
    assert bench.proofs.again(BEST, BASE) == ProvingEnded(
        None,
        ("The graphics card, int8_float16, could not be used: there is not enough memory for it.",),
    )
    assert bench.again().settle(BASE).proved == BEST


def test_a_model_that_is_not_here_is_told_to_whoever_asks() -> None:
    bench = Bench()
    bench.missing = ModelMissing("base")
    with pytest.raises(ModelMissing):
        bench.proofs.settle(BASE)
    bench.missing = None
    assert bench.proofs.settle(BASE).proved == BEST  # nobody is left with the turn


def test_a_full_disk_is_noticed_and_the_proof_holds_all_the_same() -> None:
    bench = Bench()
    bench.store.refuses = DiskFull("data")
    assert bench.proofs.settle(BASE).proved == BEST
    assert Noticed(bench.store.refuses) in bench.posted
    bench.proofs.settle(BASE)
    assert bench.prover.tried == [BEST]


def test_what_did_not_work_can_be_forgotten_and_what_works_stays() -> None:
    bench = Bench()
    bench.prover.truth = {BEST: CRASHED}
    bench.proofs.settle(BASE)
    bench.proofs.forget_failed()
    assert set(bench.store.saved) == {ProofKey("570.1", "RTX 4070", CUDA, "float16", LIBRARY)}
    bench.prover.truth = {}
    assert bench.proofs.settle(BASE) == Settled(on_card(BEST), (), BEST)


# --- flash attention ---


def flash_key(compute_type: str) -> ProofKey:
    return ProofKey("570.1", "RTX 4070", CUDA, compute_type, LIBRARY, True)


def test_flash_attention_that_works_is_used() -> None:
    bench = Bench()
    assert bench.proofs.settle(FLASH) == Settled(on_card(BEST, FLASH), (), BEST)
    assert [(task.way, task.flash_attention) for task in bench.prover.tasks] == [(BEST, False), (BEST, True)]
    assert bench.store.saved[flash_key("int8_float16")].works
    assert ProofBegun(BEST, True) in bench.posted


def test_flash_attention_that_fails_is_left_away_said_and_remembered() -> None:
    bench = Bench()
    bench.prover.flash_truth = {BEST: Proof(Verdict.REFUSED, NOT_BUILT)}
    settled = bench.proofs.settle(FLASH)
    assert settled == Settled(
        on_card(BEST),
        ("Flash attention could not be used: this build of CTranslate2 comes without it.",),
        BEST,
    )
    before = bench.children
    assert bench.again().settle(FLASH) == settled
    assert bench.children == before


def test_a_build_without_it_is_not_tried_and_remembered_for_this_version() -> None:
    bench = Bench()
    bench.prover.answer = Offers(LIBRARY, ON_BOTH, flash_attention=False)
    assert NOT_BUILT in bench.proofs.settle(FLASH).fallbacks[0]
    assert not any(task.flash_attention for task in bench.prover.tasks)
    assert bench.store.saved[flash_key("int8_float16")].verdict is Verdict.REFUSED
    bench.prover.answer = Offers("CTranslate2 5.0.0", ON_BOTH, flash_attention=True)
    assert bench.again().settle(FLASH) == Settled(on_card(BEST, FLASH), (), BEST)


@pytest.mark.parametrize(
    ("compute_type", "capability", "why"),
    [(ComputeType.FLOAT32, "8.9", WRONG_TYPE), (ComputeType.FLOAT16, "7.5", TOO_OLD)],
)
def test_where_it_cannot_work_it_is_not_tried(compute_type: ComputeType, capability: str, why: str) -> None:
    bench = Bench(Graphics("570.1", (GraphicsCard("RTX", capability=capability),)))
    settled = bench.proofs.settle(replace(FLASH, compute_type=compute_type))
    assert settled.fallbacks == (f"Flash attention could not be used: {why}.",)
    assert not settled.settings.flash_attention
    assert len(bench.prover.tasks) == 1


def test_trying_again_tries_flash_attention_again_where_it_is_wished() -> None:
    bench = Bench()
    bench.prover.flash_truth = {BEST: CRASHED}
    bench.proofs.settle(FLASH)
    bench.prover.flash_truth = {}
    assert bench.proofs.again(BEST, FLASH) == ProvingEnded(BEST)
    assert bench.proofs.settle(FLASH).settings.flash_attention
