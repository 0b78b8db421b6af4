"""The pool of speech models under random orders of everything that can be asked of it.

A ledger of leases is kept beside it, and the models themselves notice use after their end. What two threads
do at the same moment is in test_model_pool.py.
"""

from __future__ import annotations

from contextlib import ExitStack

import numpy as np
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from app.domain.compute import CPU, CUDA
from app.domain.decoding import DecodingOptions
from app.domain.hardware import MEGABYTE as MB
from app.domain.model_budget import Limits, Loaded, LoadFailed, Unloaded, over_budget
from app.domain.problems import ModelMissing, OutOfMemory, Problem
from app.services.ports import Recognizer
from tests.services.pool_bench import SIZES, PoolBench, model

SOUND = np.zeros(16_000, np.float32)
NAMES = st.sampled_from(tuple(SIZES))
LIMITS = st.builds(
    Limits,
    st.sampled_from([0, 50, 350, 700]).map(lambda size: size * MB),
    st.sampled_from([0, 450]).map(lambda size: size * MB),
    st.sampled_from([0.0, 60.0]),
)
FAILURES = st.sampled_from([ModelMissing("model"), OutOfMemory("processor"), KeyError("mistake")])


class PoolMachine(RuleBasedStateMachine):
    @initialize(
        limits=LIMITS,
        on_card=st.sets(NAMES),
        card_room=st.integers(1, 3),
        memory_room=st.integers(1, 4),
    )
    def begin(self, limits: Limits, on_card: set[str], card_room: int, memory_room: int) -> None:
        self.bench = PoolBench(limits)
        self.bench.loader.devices = dict.fromkeys(on_card, CUDA)
        self.bench.loader.card_room = card_room
        self.bench.loader.memory_room = memory_room
        self.limits = limits
        self.leases: list[tuple[str, Recognizer, ExitStack]] = []
        self.is_closed = False

    def teardown(self) -> None:
        if hasattr(self, "bench"):
            for _, _, stack in self.leases:
                stack.close()
            self.bench.pool.close()
            assert self.bench.loader.alive == []

    # --- what can happen ---

    @rule(name=NAMES)
    def lease(self, name: str) -> None:
        was_there = name in self.bench.names
        loads, failures = len(self.bench.loader.loaded), len(self.bench.of(LoadFailed))
        stack = ExitStack()
        try:
            recognizer = stack.enter_context(self.bench.pool.lease(model(name)))
        except Problem:
            assert self.is_closed or (not was_there and len(self.bench.of(LoadFailed)) == failures + 1)
            return
        assert not self.is_closed
        assert not was_there or len(self.bench.loader.loaded) == loads
        self.leases.append((name, recognizer, stack))

    @precondition(lambda self: self.leases)
    @rule(data=st.data())
    def release(self, data: st.DataObject) -> None:
        number = data.draw(st.integers(0, len(self.leases) - 1))
        self.leases.pop(number)[2].close()

    @precondition(lambda self: self.leases)
    @rule(data=st.data())
    def decode(self, data: st.DataObject) -> None:
        name, recognizer, _ = data.draw(st.sampled_from(self.leases))
        assert recognizer.transcribe(SOUND, DecodingOptions()).text == name

    @rule(selected=NAMES, others=st.lists(NAMES, max_size=4))
    def preload(self, selected: str, others: list[str]) -> None:
        failures = len(self.bench.of(LoadFailed))
        job = self.bench.pool.preload(model(selected), [model(name) for name in others])
        next(job)
        after = set(self.bench.names)
        list(job)
        # Loading ahead never costs a model that was there, but for one that waits for the end of a use.
        assert self.leases or after <= set(self.bench.names)
        assert self.is_closed or selected in after or self.failed_at(failures) == selected

    def failed_at(self, number: int) -> str:
        event = self.bench.of(LoadFailed)[number]
        assert isinstance(event, LoadFailed)
        return event.model

    @rule()
    def tick(self) -> None:
        now = self.bench.clock.now()
        self.bench.pool.tick()
        if self.limits.idle_seconds:
            for held in self.bench.pool.state:
                last = max(held.loaded_at, held.last_used or 0.0)
                assert held.in_use or now - last < self.limits.idle_seconds

    @rule(duration=st.sampled_from([0.0, 1.0, 30.0, 100.0]))
    def time_passes(self, duration: float) -> None:
        self.bench.clock.time += duration

    @rule(name=NAMES)
    def unload(self, name: str) -> None:
        is_leased = any(name == one for one, _, _ in self.leases)
        assert self.bench.pool.unload(name) is not is_leased

    @rule(limits=LIMITS)
    def apply(self, limits: Limits) -> None:
        self.limits = limits
        self.bench.pool.apply(limits)

    @rule(name=NAMES, failure=FAILURES)
    def break_down(self, name: str, failure: Exception) -> None:
        self.bench.loader.failures[name] = failure

    @rule()
    def mend(self) -> None:
        self.bench.loader.failures.clear()

    @precondition(lambda self: len(self.bench.posted) > 25)
    @rule()
    def close(self) -> None:
        self.is_closed = True
        self.bench.pool.close()

    # --- what must hold ---

    @invariant()
    def what_is_told_is_what_is_there(self) -> None:
        there = sorted(one.facts.model for one in self.bench.loader.alive)
        assert sorted(self.bench.names) == there
        assert len(set(there)) == len(there)
        assert len(self.bench.of(Loaded)) - len(self.bench.of(Unloaded)) == len(there)

    @invariant()
    def what_is_leased_is_in_use_and_nothing_else(self) -> None:
        leased = {name for name, _, _ in self.leases}
        assert {held.model for held in self.bench.pool.state if held.in_use} == leased

    @invariant()
    def the_budgets_are_kept_as_far_as_can_be(self) -> None:
        state = self.bench.pool.state
        for device in (CPU, CUDA):
            if over_budget(state, self.limits, device):
                free = [held for held in state if held.device == device and not held.in_use]
                assert len(free) <= 1
                # While another one is in use, the model that was used before it may wait for the end of that.
                assert self.leases or all(
                    (held.last_used or 0.0) >= (other.last_used or 0.0) for held in free for other in state
                )

    @invariant()
    def after_the_end_only_leased_models_are_left(self) -> None:
        if self.is_closed:
            assert all(held.in_use for held in self.bench.pool.state)


TestPool = PoolMachine.TestCase
TestPool.settings = settings(max_examples=60, stateful_step_count=40)
