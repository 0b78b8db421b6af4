"""What this computer can do, as the page is told of it: with every card, every failure, at every moment."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from app.domain.catalogue import parse_catalogue
from app.domain.compute import CPU, CUDA, Way
from app.domain.compute_proof import Offers, Proof, ProofKey, Verdict
from app.domain.hardware import Computer, Graphics, GraphicsCard
from app.domain.problems import DiskFull, ModelMissing
from app.domain.recommendation import Candidate
from app.domain.settings import ComputeType, Device, SpeechSettings
from app.services.compute_proof_parts import HardwareParts
from app.services.compute_proofs import ComputeProofs
from app.services.events import Noticed
from app.services.hardware import HardwareService
from app.services.hardware_events import (
    ComputeTypeFacts,
    DeviceFacts,
    HardwareFound,
    ProofBegun,
    ProofEnded,
    ProvingEnded,
)
from app.services.ports import Post
from tests.fakes import FakeClock, FakeInbox
from tests.fakes.hardware import FakeProofStore, ScriptedProver

CATALOGUE = parse_catalogue(files("resources").joinpath("models.toml").read_text(encoding="utf-8"))
MODELS = tuple(Candidate(one.name, one.parameters_millions, one.english_only) for one in CATALOGUE.models)
LIBRARY = "CTranslate2 4.8.5"
ON_CPU = {CPU: frozenset({"int8", "int8_float32", "float32"})}
ON_BOTH = {**ON_CPU, CUDA: frozenset({"int8_float16", "float16", "float32"})}
COMPUTER = Computer("Ryzen 7", 8, 32_000, 20_000)
CARD = Graphics("570.1", (GraphicsCard("RTX 4070", 12_878, 11_000, "8.9"),))
BASE = SpeechSettings(model="base")
BEST, HALF, FULL = (Way(CUDA, one) for one in ("int8_float16", "float16", "float32"))
INT8 = Way(CPU, "int8")
CRASHED = Proof(Verdict.CRASHED, "its driver crashed", "base", 5)
REFUSED = Proof(Verdict.REFUSED, "it does not support this compute type", "base", 5)
NO_ROOM = Proof(Verdict.NO_ROOM, "there is not enough memory for it", "base", 5)


class Bench:
    """The service with its inbox worked off by hand."""

    def __init__(self, offers: dict[str, frozenset[str]] | None = None, graphics: Graphics = CARD) -> None:
        self.inbox = FakeInbox(FakeClock())
        self.graphics = graphics
        self.prover = ScriptedProver(Offers(LIBRARY, ON_BOTH if offers is None else offers))
        self.store = FakeProofStore()
        self.missing: Exception | None = None
        self.posted: list[object] = []
        self.service = self.again()

    def again(self) -> HardwareService:
        """As after a new start."""
        return self.telling(self.posted.append)

    def telling(self, post: Post) -> HardwareService:
        """As after a new start, with everything told to `post`."""
        parts = HardwareParts(lambda: COMPUTER, lambda: self.graphics, self.prover, self.store)
        self.proofs = ComputeProofs(parts, self.locate, post)
        self.service = HardwareService(self.inbox, self.proofs, MODELS, post)
        return self.service

    def locate(self, model: str) -> Path:
        if self.missing:
            raise self.missing
        return Path("models") / model

    def look(self, settings: SpeechSettings = BASE) -> HardwareFound:
        self.service.look(settings)
        self.inbox.run()
        found = self.posted[-1]
        assert isinstance(found, HardwareFound)
        return found

    def prove(self, settings: SpeechSettings = BASE) -> ProvingEnded:
        self.service.prove(settings)
        return self.ended()

    def ended(self) -> ProvingEnded:
        """Work it off: proving ends once, and the facts are told after it."""
        del self.posted[:]
        self.inbox.run()
        (ended,) = [event for event in self.posted if isinstance(event, ProvingEnded)]
        assert isinstance(self.posted[-1], HardwareFound)
        assert self.posted[-2] is ended
        return ended


def device(found: HardwareFound, name: str) -> DeviceFacts:
    return next(one for one in found.devices if one.device == name)


def facts(found: HardwareFound, way: Way) -> ComputeTypeFacts:
    return next(one for one in device(found, way.device).types if one.compute_type == way.compute_type)


# --- looking ---


def test_the_page_gets_devices_types_costs_and_advice() -> None:
    found = Bench().look()
    assert (found.computer, found.graphics, found.library, found.model) == (COMPUTER, CARD, LIBRARY, "base")
    assert [one.device for one in found.devices] == [CUDA, CPU]
    assert device(found, CUDA).sentence == (
        "The graphics card: RTX 4070, 12,878 MB of memory, 11,000 MB free."
    )
    float16 = facts(found, HALF)
    assert (float16.is_offered, float16.proof, float16.sentence) == (True, None, "Not tried yet.")
    assert float16.cost.memory_megabytes == CATALOGUE.get("base").memory_megabytes("float16")
    assert found.recommendation is not None
    assert found.recommendation.model == "turbo"


def test_every_compute_type_is_shown_and_those_that_are_offered_first() -> None:
    for one in Bench().look().devices:
        assert {each.compute_type for each in one.types} == set(ComputeType) - {ComputeType.AUTO}
        assert [each.is_offered for each in one.types] == [True] * 3 + [False] * 4
    absent = facts(Bench().look(), Way(CPU, "float16"))
    assert absent.sentence == "The processor does not offer float16."
    assert not absent.is_usable


def test_looking_tries_nothing_and_asks_the_library_once() -> None:
    bench = Bench()
    bench.look()
    bench.look()
    assert (bench.prover.tasks, bench.prover.times_asked) == ([], 1)


def test_memory_is_looked_at_anew_each_time() -> None:
    bench = Bench()
    bench.look()
    bench.graphics = Graphics("570.1", (GraphicsCard("RTX 4070", 12_878, 300, "8.9"),))
    assert bench.look().graphics.cards[0].free_megabytes == 300


@pytest.mark.parametrize(
    ("graphics", "problem", "sentence"),
    [
        (Graphics(), "", "No NVIDIA graphics card was found."),
        (CARD, "", "RTX 4070 is there but cannot be computed on. Update NVIDIA's driver."),
        (CARD, "its driver crashed", "The graphics card cannot be used: its driver crashed."),
    ],
)
def test_a_card_that_cannot_be_used_says_why(graphics: Graphics, problem: str, sentence: str) -> None:
    bench = Bench(ON_CPU, graphics)
    bench.prover.answer = Offers(LIBRARY, ON_CPU, problem)
    found = bench.look()
    assert (device(found, CUDA).is_there, device(found, CUDA).sentence) == (False, sentence)
    assert device(found, CPU).is_there


def test_a_library_that_could_not_be_asked_is_asked_again() -> None:
    bench = Bench()
    bench.prover.answer = Offers(LIBRARY, {}, "its driver crashed")
    assert bench.look().recommendation is None
    bench.prover.answer = Offers(LIBRARY, ON_BOTH)
    assert device(bench.look(), CUDA).is_there


def test_a_model_of_ones_own_costs_what_nobody_knows() -> None:
    found = Bench().look(SpeechSettings(model="my/folder"))
    assert facts(found, INT8).cost.memory_megabytes is None


# --- proving ---


def test_the_first_that_works_is_used_and_nothing_else_is_tried() -> None:
    bench = Bench()
    assert bench.prove() == ProvingEnded(BEST)
    assert bench.prover.tried == [BEST]
    assert bench.posted[0] == ProofBegun(BEST)
    assert isinstance(bench.posted[1], ProofEnded)
    works = facts(bench.look(), BEST)
    assert works.is_usable
    assert works.sentence == "Works: a short sentence took 0.20 s (base, beam 5)."


def test_what_is_proved_is_what_the_user_has_set() -> None:
    bench = Bench()
    bench.prove(SpeechSettings(model="my/own", beam_size=3, threads=2, workers=4, device=Device.CPU))
    (task,) = bench.prover.tasks
    assert (task.folder, task.model, task.way) == (Path("models/my/own"), "own", INT8)
    assert (task.beam_size, task.threads, task.workers) == (3, 2, 4)
    bench.prove(SpeechSettings(model="tiny", compute_type=ComputeType.FLOAT16))
    assert (bench.prover.tasks[-1].way, bench.prover.tasks[-1].beam_size) == (HALF, 1)


def test_what_fails_falls_back_down_to_the_processor_and_is_said() -> None:
    bench = Bench()
    bench.prover.truth = {BEST: REFUSED, HALF: CRASHED, FULL: NO_ROOM}
    assert bench.prove() == ProvingEnded(
        INT8,
        (
            "The graphics card, int8_float16, could not be used: it does not support this compute type.",
            "The graphics card, float16, could not be used: its driver crashed.",
            "The graphics card, float32, could not be used: there is not enough memory for it.",
            "In use instead: processor, int8.",
        ),
    )
    assert bench.prover.tried == [BEST, HALF, FULL, INT8]
    found = bench.look()
    assert [facts(found, way).is_usable for way in (BEST, HALF, FULL, INT8)] == [False, False, True, True]
    assert found.recommendation is not None
    assert found.recommendation.device is Device.CPU


def test_where_nothing_works_every_reason_is_said() -> None:
    bench = Bench({CPU: frozenset({"int8", "float32"})})
    bench.prover.truth = {INT8: CRASHED, Way(CPU, "float32"): NO_ROOM}
    assert bench.prove() == ProvingEnded(
        None,
        (
            "The processor, int8, could not be used: its driver crashed.",
            "The processor, float32, could not be used: there is not enough memory for it.",
            "Nothing else works here.",
        ),
    )
    assert Bench({}).prove() == ProvingEnded(None, ("Nothing works here.",))


def test_what_was_proved_is_remembered_over_a_new_start() -> None:
    bench = Bench()
    bench.prover.truth = {BEST: CRASHED}
    bench.prove()
    bench.again()
    ended = bench.prove()
    assert (ended.used, len(ended.sentences)) == (HALF, 2)
    assert bench.prover.tried == [BEST, HALF]
    assert set(bench.store.saved) == {
        ProofKey("570.1", "RTX 4070", CUDA, one, LIBRARY) for one in ("int8_float16", "float16")
    }


@pytest.mark.parametrize(
    ("graphics", "library"),
    [
        (Graphics("580.0", CARD.cards), LIBRARY),
        (Graphics("570.1", (GraphicsCard("RTX 5090"),)), LIBRARY),
        (CARD, "CTranslate2 4.9.0"),
    ],
)
def test_a_new_driver_card_or_library_is_tried_anew(graphics: Graphics, library: str) -> None:
    bench = Bench()
    bench.prover.truth = {BEST: CRASHED}
    bench.prove()
    bench.graphics, bench.prover.truth = graphics, {}
    bench.prover.answer = Offers(library, ON_BOTH)
    bench.again()
    assert bench.prove() == ProvingEnded(BEST)


def test_want_of_memory_is_told_but_tried_again_the_next_time() -> None:
    bench = Bench()
    bench.prover.truth = {BEST: NO_ROOM, HALF: NO_ROOM, FULL: NO_ROOM}
    assert bench.prove().used == INT8
    assert facts(bench.look(), BEST).sentence == "Could not be tried: there is not enough memory for it."
    bench.prover.truth = {}
    assert bench.prove() == ProvingEnded(BEST)


# --- trying again ---


def test_one_way_can_be_tried_again_whatever_is_remembered() -> None:
    bench = Bench()
    bench.prover.truth = {BEST: CRASHED}
    bench.prove()
    bench.prover.truth = {}
    bench.service.try_again(BEST, BASE)
    assert bench.ended() == ProvingEnded(BEST)
    newest = list(bench.store.saved)[-1]
    assert newest == ProofKey("570.1", "RTX 4070", CUDA, "int8_float16", LIBRARY)
    assert bench.store.saved[newest].works
    bench.prover.truth = {BEST: REFUSED}
    bench.service.try_again(BEST, BASE)
    assert bench.ended() == ProvingEnded(
        None, ("The graphics card, int8_float16, could not be used: it does not support this compute type.",)
    )


def test_trying_again_that_was_stopped_loses_nothing_that_is_known() -> None:
    bench = Bench()
    bench.prove()
    known = dict(bench.store.saved)
    bench.prover.during = bench.service.stop
    bench.service.try_again(BEST, BASE)
    assert bench.ended().used is None
    assert bench.store.saved == known
    assert facts(bench.look(), BEST).is_usable


# --- what goes wrong ---


def test_a_model_that_is_not_here_is_told_and_nothing_is_tried() -> None:
    bench = Bench()
    bench.missing = ModelMissing("base")
    assert bench.prove() == ProvingEnded(None, (str(bench.missing),))
    bench.service.try_again(INT8, BASE)
    assert bench.ended() == ProvingEnded(None, (str(bench.missing),))
    assert bench.prover.tasks == []


def test_a_defect_ends_it_in_words_of_ours() -> None:
    bench = Bench()
    bench.missing = RuntimeError("index 7")
    (sentence,) = bench.prove().sentences
    assert "index 7" not in sentence
    assert sentence.startswith("Something went wrong")


def test_a_trial_that_proved_nothing_ends_the_walk() -> None:
    bench = Bench()
    bench.prover.truth = {BEST: Proof(Verdict.NOT_PROVED, "the trial could not be started")}
    assert bench.prove() == ProvingEnded(
        None, ("The graphics card, int8_float16, was not tried: the trial could not be started.",)
    )
    assert bench.prover.tried == [BEST]
    assert bench.store.saved == {}


def test_a_full_disk_is_noticed_and_the_proof_holds_all_the_same() -> None:
    bench = Bench()
    bench.store.refuses = DiskFull("data")
    assert bench.prove() == ProvingEnded(BEST)
    assert Noticed(bench.store.refuses) in bench.posted
    assert bench.prove() == ProvingEnded(BEST)
    assert bench.prover.tried == [BEST]


# --- stopping and closing ---


def test_stopping_ends_the_trial_and_the_walk() -> None:
    bench = Bench()
    bench.prover.during = bench.service.stop
    ended = bench.prove()
    assert ended == ProvingEnded(
        None, ("The graphics card, int8_float16, was not tried: the trial was stopped.",)
    )
    assert bench.prover.tried == [BEST]
    bench.prover.during = lambda: None
    assert bench.prove() == ProvingEnded(BEST)


def test_stopping_between_two_trials_holds_too() -> None:
    bench = Bench()
    bench.prover.truth = {BEST: CRASHED}

    def stop_behind_it(event: object) -> None:
        bench.posted.append(event)
        if isinstance(event, ProofEnded):
            bench.service.stop()

    bench.telling(stop_behind_it)
    assert bench.prove().used is None
    assert bench.prover.tried == [BEST]


def test_after_closing_nothing_is_taken_up() -> None:
    bench = Bench()
    bench.service.look(BASE)
    bench.service.prove(BASE)
    bench.service.close()
    bench.service.look(BASE)
    bench.inbox.run()
    assert (bench.posted, bench.prover.tasks, bench.prover.times_asked) == ([], [], 0)


def test_closing_in_the_middle_of_a_trial_ends_it_without_more_facts() -> None:
    bench = Bench()
    bench.prover.during = bench.service.close
    bench.service.prove(BASE)
    bench.inbox.run()
    assert isinstance(bench.posted[-1], ProvingEnded)
    assert bench.prover.tried == [BEST]
