from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.compute import CPU, CUDA, Attempt, Way, ways
from app.domain.compute_proof import (
    LASTING,
    STOPPED,
    NothingWorks,
    Proof,
    ProofKey,
    Try,
    Use,
    Verdict,
    failures,
    key_of,
    next_step,
    proof_words,
)
from app.domain.hardware import Computer, Graphics, GraphicsCard
from app.domain.settings import ComputeType, Device

OFFERS = {
    CUDA: frozenset({"int8_float16", "float16", "float32"}),
    CPU: frozenset({"int8", "int8_float32", "float32"}),
}
ORDER = ways(Device.AUTO, ComputeType.AUTO, OFFERS)
WORKS = Proof(Verdict.WORKS, model="base", beam_size=5, used="int8", sentence_seconds=0.314)
CRASHED = Proof(Verdict.CRASHED, "its driver crashed")

any_proof = st.builds(Proof, st.sampled_from(Verdict), st.just("it failed"))


def walk(truth: dict[Way, Proof], order: tuple[Way, ...] = ORDER) -> tuple[Way | None, list[Way]]:
    """Try as `next_step` says until it is content; the way in use and those that were tried."""
    proofs: dict[Way, Proof] = {}
    while True:
        match next_step(order, proofs):
            case Use(way):
                return way, [*proofs]
            case Try(way):
                proofs[way] = truth[way]
            case NothingWorks():
                return None, [*proofs]


def test_what_falls_back_to_what() -> None:
    proofs: dict[Way, Proof] = {}
    tried: list[str] = []
    while isinstance(step := next_step(ORDER, proofs), Try):
        tried.append(step.way.words)
        proofs[step.way] = CRASHED
    assert tried == [
        "graphics card, int8_float16",
        "graphics card, float16",
        "graphics card, float32",
        "processor, int8",
        "processor, int8_float32",
        "processor, float32",
    ]
    assert step == NothingWorks()


@given(st.fixed_dictionaries(dict.fromkeys(ORDER, any_proof)))
def test_the_best_way_that_works_is_found_and_nothing_below_it_is_tried(truth: dict[Way, Proof]) -> None:
    used, tried = walk(truth)
    works = [way for way in ORDER if truth[way].works]
    assert used == (works[0] if works else None)
    assert tried == list(ORDER[: ORDER.index(used) + 1] if used else ORDER)


@given(st.dictionaries(st.sampled_from(ORDER), any_proof))
def test_failures_are_those_above_what_comes_next(proofs: dict[Way, Proof]) -> None:
    step = next_step(ORDER, proofs)
    above = ORDER if isinstance(step, NothingWorks) else ORDER[: ORDER.index(step.way)]
    assert failures(ORDER, proofs) == tuple(Attempt(way, proofs[way].reason) for way in above)


def test_what_is_remembered_is_used_without_a_trial() -> None:
    proofs = {ORDER[0]: CRASHED, ORDER[1]: WORKS}
    assert next_step(ORDER, proofs) == Use(ORDER[1])


def test_only_what_says_something_of_the_next_time_lasts() -> None:
    assert {verdict for verdict in Verdict if Proof(verdict).lasts} == LASTING
    assert not Proof(Verdict.NO_ROOM).lasts
    assert not Proof(Verdict.KILLED).lasts
    assert not STOPPED.lasts
    assert Proof(Verdict.CRASHED).lasts
    assert [verdict for verdict in Verdict if Proof(verdict).works] == [Verdict.WORKS]


def test_a_proof_holds_for_driver_card_device_type_and_library() -> None:
    computer = Computer("Ryzen 7", 8)
    graphics = Graphics("570.1", (GraphicsCard("RTX 4070"), GraphicsCard("T400")))
    assert key_of(Way(CUDA, "float16"), computer, graphics, "CTranslate2 4.8") == ProofKey(
        "570.1", "RTX 4070, T400", CUDA, "float16", "CTranslate2 4.8"
    )
    # What the processor can do does not change with the graphics card's driver.
    assert key_of(Way(CPU, "int8"), computer, graphics, "CTranslate2 4.8") == ProofKey(
        "", "Ryzen 7", CPU, "int8", "CTranslate2 4.8"
    )


@given(st.sampled_from([Way(CUDA, "float16"), Way(CPU, "int8")]), st.text(), st.text(), st.text())
def test_a_key_gives_its_way_back(way: Way, driver: str, card: str, library: str) -> None:
    graphics = Graphics(driver, (GraphicsCard(card),))
    key = key_of(way, Computer(card, 1), graphics, library)
    assert Way(key.device, key.compute_type) == way


@pytest.mark.parametrize(
    ("proof", "words"),
    [
        (None, "Not tried yet."),
        (WORKS, "Works: a short sentence took 0.31 s (base, beam 5)."),
        (CRASHED, "Does not work: its driver crashed."),
        (Proof(Verdict.NO_ANSWER, "it gave no answer"), "Does not work: it gave no answer."),
        (Proof(Verdict.REFUSED, "it is not offered"), "Does not work: it is not offered."),
        (Proof(Verdict.NO_ROOM, "memory is short"), "Could not be tried: memory is short."),
        (Proof(Verdict.KILLED, "the system ended it"), "Could not be tried: the system ended it."),
        (STOPPED, "Not tried yet: the trial was stopped."),
    ],
)
def test_the_user_is_told_in_one_sentence(proof: Proof | None, words: str) -> None:
    assert proof_words(proof) == words
