"""The pool of speech models under many threads, which wait for events and never sleep."""

from __future__ import annotations

import random
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor

import numpy as np
import pytest

from app.domain.compute import CUDA
from app.domain.decoding import DecodingOptions
from app.domain.hardware import MEGABYTE as MB
from app.domain.model_budget import (
    Limits,
    LoadAwaited,
    Loaded,
    LoadFailed,
    Unloaded,
)
from app.domain.problems import ModelMissing, OutOfMemory, Problem, RecognitionFailed
from app.services.events import Noticed
from tests.services.pool_bench import SIZES, WAIT, Gate, PoolBench, model

SOUND = np.zeros(16_000, np.float32)


@pytest.fixture
def threads() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(16) as pool:
        yield pool


def lease_on(threads: ThreadPoolExecutor, bench: PoolBench, name: str) -> Future[None]:
    return threads.submit(bench.use, name)


def test_a_model_that_is_being_loaded_is_waited_for(threads: ThreadPoolExecutor) -> None:
    bench = PoolBench()
    gate = bench.loader.gates["base"] = Gate()
    users = [lease_on(threads, bench, "base") for _ in range(4)]
    bench.wait_for(LoadAwaited, 3)
    gate.go.set()
    for user in users:
        user.result(WAIT)
    assert bench.loader.loaded == ["base"]


def test_a_failure_is_raised_to_all_that_wait(threads: ThreadPoolExecutor) -> None:
    bench = PoolBench()
    gate = bench.loader.gates["base"] = Gate()
    missing = bench.loader.failures["base"] = ModelMissing("base")
    users = [lease_on(threads, bench, "base") for _ in range(4)]
    bench.wait_for(LoadAwaited, 3)
    gate.go.set()
    assert [user.exception(WAIT) for user in users] == [missing] * 4
    assert bench.loader.loaded == ["base"]
    assert bench.of(LoadFailed) == [LoadFailed("base", missing)]


def test_a_loading_blocks_nobody_who_has_a_model(threads: ThreadPoolExecutor) -> None:
    bench = PoolBench(Limits(idle_seconds=60.0))
    bench.use("base")
    gate = bench.loader.gates["small"] = Gate()
    user = lease_on(threads, bench, "small")
    assert gate.began.wait(WAIT)
    bench.use("base")
    bench.clock.time += 1000.0
    bench.pool.tick()
    bench.pool.apply(Limits(idle_seconds=30.0))
    assert bench.names == ["base"]
    gate.go.set()
    user.result(WAIT)
    bench.pool.tick()
    assert bench.names == ["small"]


def test_who_needs_a_model_goes_before_those_that_are_loaded_ahead(threads: ThreadPoolExecutor) -> None:
    bench = PoolBench()
    job = bench.pool.preload(model("tiny"), [model("base")])
    next(job)
    gate = bench.loader.gates["small"] = Gate()
    user = lease_on(threads, bench, "small")
    assert gate.began.wait(WAIT)
    ahead = threads.submit(next, job, None)
    others = [lease_on(threads, bench, "medium") for _ in range(2)]
    bench.wait_for(LoadAwaited)
    gate.go.set()
    for one in (user, ahead, *others):
        one.result(WAIT)
    assert bench.loader.loaded == ["tiny", "small", "medium", "base"]


def test_who_waits_for_one_loaded_ahead_gets_it_at_the_cost_of_others(threads: ThreadPoolExecutor) -> None:
    bench = PoolBench()
    bench.use("base")
    bench.loader.memory_room = 1
    gate = bench.loader.gates["tiny"] = Gate()
    job = bench.pool.preload(model("base"), [model("tiny")])
    next(job)
    ahead = threads.submit(next, job)
    assert gate.began.wait(WAIT)
    joined = lease_on(threads, bench, "tiny")
    bench.wait_for(LoadAwaited)
    gate.go.set()
    ahead.result(WAIT)
    joined.result(WAIT)
    assert bench.names == ["tiny"]


def test_a_pool_that_is_closed_during_a_loading_keeps_nothing(threads: ThreadPoolExecutor) -> None:
    bench = PoolBench()
    gate = bench.loader.gates["base"] = Gate()
    users = [lease_on(threads, bench, "base") for _ in range(2)]
    bench.wait_for(LoadAwaited)
    bench.pool.close()
    gate.go.set()
    assert [type(user.exception(WAIT)) for user in users] == [RecognitionFailed] * 2
    assert bench.loader.alive == []


def test_who_waits_for_a_loading_is_let_go_when_the_pool_is_closed(threads: ThreadPoolExecutor) -> None:
    bench = PoolBench()
    gate = bench.loader.gates["base"] = Gate()
    loading = lease_on(threads, bench, "base")
    assert gate.began.wait(WAIT)
    waiting = lease_on(threads, bench, "base")
    bench.wait_for(LoadAwaited)
    bench.pool.close()
    # The loading itself cannot be stopped.
    assert type(waiting.exception(WAIT)) is RecognitionFailed
    assert not loading.done()
    gate.go.set()
    assert type(loading.exception(WAIT)) is RecognitionFailed


def test_a_model_is_used_by_one_thread_at_a_time_and_again_by_the_same(threads: ThreadPoolExecutor) -> None:
    bench = PoolBench()
    began, go = threading.Event(), threading.Event()
    order: list[str] = []

    def first() -> None:
        with bench.pool.lease(model("base")), bench.pool.lease(model("base")):
            began.set()
            assert go.wait(WAIT)
            order.append("first")

    def second() -> None:
        bench.post(Noticed(RecognitionFailed()))
        with bench.pool.lease(model("base")):
            order.append("second")

    one = threads.submit(first)
    assert began.wait(WAIT)
    other = threads.submit(second)
    bench.wait_for(Noticed)
    go.set()
    one.result(WAIT)
    other.result(WAIT)
    assert order == ["first", "second"]


@pytest.fixture
def restless() -> Iterator[None]:
    """Threads change places as often as they can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    yield
    sys.setswitchinterval(before)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.usefixtures("restless")
def test_many_threads_do_everything_at_once(threads: ThreadPoolExecutor, seed: int) -> None:
    bench = PoolBench(Limits(cpu_bytes=500 * MB, cuda_bytes=500 * MB, idle_seconds=5.0))
    bench.loader.devices = {"small": CUDA}
    bench.loader.memory_room = 3
    start = threading.Barrier(9)

    def decode(dice: random.Random) -> None:
        name = dice.choice(tuple(SIZES))
        try:
            with bench.pool.lease(model(name)) as recognizer:
                assert recognizer.transcribe(SOUND, DecodingOptions()).text == name
        except Problem:
            decoded["failed"] += 1
        else:
            decoded["done"] += 1

    def trouble(dice: random.Random) -> None:
        name = dice.choice(tuple(SIZES))
        if bench.loader.failures.pop(name, None) is None:
            bench.loader.failures[name] = dice.choice([ModelMissing(name), OutOfMemory("processor")])

    def other(dice: random.Random) -> None:
        names = dice.sample(tuple(SIZES), 3)
        bench.clock.time += dice.choice([0.0, 1.0, 10.0])
        deeds: list[Callable[[], object]] = [
            bench.pool.tick,
            lambda: bench.pool.unload(names[0]),
            lambda: list(bench.pool.preload(model(names[0]), [model(name) for name in names])),
            lambda: bench.pool.apply(
                Limits(dice.choice([0, 250, 500]) * MB, 500 * MB, dice.choice([0.0, 5.0]))
            ),
            lambda: bench.pool.state,
            lambda: trouble(dice),
        ]
        dice.choice(deeds)()

    def live(number: int) -> None:
        dice = random.Random(f"{seed} {number}")
        start.wait(WAIT)
        for _ in range(150):
            (decode if dice.random() < 0.6 else other)(dice)

    decoded = {"done": 0, "failed": 0}
    lives = [threads.submit(live, number) for number in range(9)]
    for one in lives:
        one.result(60)
    assert decoded["done"] > 100
    assert len({id(one) for one in bench.loader.alive}) == len(bench.pool.state)
    assert not any(held.in_use for held in bench.pool.state)
    assert len(bench.of(Loaded)) - len(bench.of(Unloaded)) == len(bench.pool.state)
    bench.pool.close()
    assert bench.loader.alive == []
    assert bench.pool.state == ()
