"""Many threads that load models prove once; stopping and closing end what they should and nothing else."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, repeat

from app.domain.compute_proof import Settled
from app.domain.hardware import Graphics
from app.domain.settings import ComputeType
from app.services.hardware_events import ProvingEnded
from tests.services.test_compute_proofs import (
    BASE,
    BEST,
    CRASHED,
    FULL,
    HALF,
    NO_ROOM,
    Bench,
    on_processor,
)

LONG = 60.0


# --- from many threads ---


def all_at_once(bench: Bench, count: int) -> list[Settled]:
    """What so many threads settle that begin together, while the first trial waits for all to have asked."""
    begin = threading.Barrier(count)
    everybody_asked = threading.Event()
    asked: list[None] = []
    looked = bench.look

    def look() -> Graphics:
        asked.append(None)
        if len(asked) == count:
            everybody_asked.set()
        return looked()

    bench.look = look  # type: ignore[method-assign] # the driver, which tells that all are there
    bench.again()
    inside: list[int] = []

    def during() -> None:
        inside.append(1)
        assert len(inside) == 1  # never two at once
        assert everybody_asked.wait(LONG)
        inside.pop()

    bench.prover.during = during
    found: list[Settled] = []

    def settle() -> None:
        begin.wait(LONG)
        found.append(bench.proofs.settle(BASE))

    threads = [threading.Thread(target=settle) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(LONG)
        assert not thread.is_alive()
    return found


def test_many_threads_prove_once() -> None:
    bench = Bench()
    bench.prover.truth = {BEST: CRASHED}
    found = all_at_once(bench, 16)
    assert len(found) == 16
    assert set(found) == {found[0]}
    assert found[0].proved == HALF
    assert (bench.prover.tried, bench.prover.times_asked) == ([BEST, HALF], 1)


def test_those_who_waited_do_not_try_again_what_had_no_room() -> None:
    bench = Bench()
    bench.prover.truth = dict.fromkeys((BEST, HALF, FULL), NO_ROOM)
    found = all_at_once(bench, 16)
    assert [one.settings for one in found] == [on_processor()] * 16
    assert bench.prover.tried == [BEST, HALF, FULL]


# --- stopping and closing ---


def test_stopping_ends_what_can_be_stopped_and_never_what_a_loading_waits_for() -> None:
    bench = Bench()
    bench.prover.during = bench.proofs.stop
    assert bench.proofs.settle(BASE).proved == BEST
    stopped = bench.proofs.walk(replace(BASE, compute_type=ComputeType.FLOAT16), lambda: False)
    assert stopped == ProvingEnded(
        None, ("The graphics card, float16, was not tried: the trial was stopped.",)
    )


def answers(*values: bool) -> Iterator[bool]:
    return chain(values, repeat(True))


def test_a_walk_that_was_stopped_before_its_turn_tries_nothing() -> None:
    bench = Bench()
    said = answers()
    assert bench.proofs.walk(BASE, lambda: next(said)).used is None
    assert bench.prover.tasks == []


def test_after_closing_loading_goes_on_with_the_processor() -> None:
    bench = Bench()
    bench.proofs.close()
    assert bench.prover.is_closed
    assert bench.proofs.settle(BASE).settings == on_processor()
