"""The pool of speech models, each rule by itself, on one thread."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from app.domain.compute import CPU, CUDA
from app.domain.decoding import DecodingOptions
from app.domain.hardware import MEGABYTE as MB
from app.domain.model_budget import (
    LeftOut,
    Limits,
    LoadBegan,
    Loaded,
    LoadFailed,
    OverBudget,
    Unloaded,
    Why,
)
from app.domain.problems import EngineDied, ModelMissing, OutOfMemory, RecognitionFailed, Unexpected
from tests.services.pool_bench import SIZES, PoolBench, model

SOUND = np.zeros(16_000, np.float32)


def unloaded(bench: PoolBench) -> list[tuple[str, Why]]:
    return [(event.held.model, event.why) for event in bench.posted if isinstance(event, Unloaded)]


def test_a_model_is_loaded_once_and_its_facts_are_told() -> None:
    bench = PoolBench()
    with bench.pool.lease(model("base")) as recognizer:
        assert recognizer.transcribe(SOUND, DecodingOptions()).text == "base"
        (held,) = bench.pool.state
        assert (held.model, held.device, held.compute_type, held.size_bytes) == (
            "base",
            CPU,
            "int8",
            200 * MB,
        )
        assert (held.loaded_at, held.last_used, held.in_use) == (1000.0, 1000.0, True)
    bench.clock.time += 5.0
    bench.use("base")
    (held,) = bench.pool.state
    assert (held.loaded_at, held.last_used, held.in_use) == (1000.0, 1005.0, False)
    assert bench.loader.loaded == ["base"]
    assert [type(event) for event in bench.posted] == [LoadBegan, Loaded]


def test_switching_between_loaded_models_loads_nothing() -> None:
    bench = PoolBench()
    for name in ("tiny", "base", "tiny", "base", "tiny"):
        bench.use(name)
    assert bench.loader.loaded == ["tiny", "base"]


def test_settings_that_compute_otherwise_are_another_model() -> None:
    bench = PoolBench()
    for settings in (model("base"), replace(model("base"), language="de"), replace(model("base"), threads=2)):
        with bench.pool.lease(settings):
            pass
    assert bench.names == ["base", "base"]
    assert bench.pool.unload("base")
    assert bench.names == []


def test_the_least_recently_used_goes_when_the_budget_would_be_passed() -> None:
    bench = PoolBench(Limits(cpu_bytes=700 * MB))
    for name in ("tiny", "base", "small"):
        bench.clock.time += 1
        bench.use(name)
    bench.clock.time += 1
    bench.use("tiny")
    bench.clock.time += 1
    bench.use("medium")
    assert bench.names == ["medium"]
    assert unloaded(bench) == [("base", Why.ROOM), ("small", Why.ROOM), ("tiny", Why.ROOM)]
    # Larger than the whole budget: in use all the same, and told.
    assert bench.of(OverBudget) == [OverBudget("medium", CPU, 200 * MB)]
    bench.use("tiny")
    assert bench.names == ["tiny"]


def test_card_and_processor_have_budgets_of_their_own() -> None:
    bench = PoolBench(Limits(cpu_bytes=300 * MB, cuda_bytes=1000 * MB))
    bench.loader.devices = {"medium": CUDA, "small": CUDA}
    for name in ("base", "medium", "tiny"):
        bench.use(name)
    assert bench.names == ["base", "medium", "tiny"]
    bench.use("small")
    assert bench.names == ["base", "tiny", "small"]


def test_a_model_in_use_outlives_everything_and_goes_afterwards() -> None:
    bench = PoolBench(Limits(cpu_bytes=300 * MB, idle_seconds=60.0))
    with bench.pool.lease(model("base")) as recognizer:
        bench.use("small")
        bench.clock.time += 1000.0
        bench.pool.tick()
        bench.pool.apply(Limits(cpu_bytes=1))
        assert not bench.pool.unload("base")
        assert recognizer.transcribe(SOUND, DecodingOptions()).text == "base"
        assert bench.of(OverBudget) == [OverBudget("small", CPU, 300 * MB)]
        bench.pool.close()
        assert recognizer.transcribe(SOUND, DecodingOptions()).text == "base"
        assert bench.names == ["base"]
    assert bench.loader.alive == []
    assert unloaded(bench)[-1] == ("base", Why.CLOSING)


def test_one_that_was_kept_over_the_budget_by_its_lease_goes_with_it() -> None:
    bench = PoolBench(Limits(cpu_bytes=500 * MB))
    with bench.pool.lease(model("base")):
        bench.clock.time += 1
        bench.use("small")
        assert bench.names == ["base", "small"]
        bench.clock.time += 1
    assert bench.names == ["base"]


def test_idle_models_are_unloaded_after_their_time() -> None:
    bench = PoolBench(Limits(idle_seconds=1800.0))
    bench.use("tiny")
    bench.clock.time += 1000.0
    bench.use("base")
    bench.clock.time += 799.0
    bench.pool.tick()
    assert bench.names == ["tiny", "base"]
    bench.clock.time += 1.0
    bench.pool.tick()
    assert bench.names == ["base"]
    assert unloaded(bench) == [("tiny", Why.IDLE)]
    bench.pool.apply(Limits(idle_seconds=0.0))
    bench.clock.time += 1e6
    bench.pool.tick()
    assert bench.names == ["base"]


def test_the_selected_model_is_loaded_ahead_first_and_others_where_there_is_room() -> None:
    bench = PoolBench(Limits(cpu_bytes=450 * MB))
    job = bench.pool.preload(model("base"), [model("small"), model("base"), model("tiny")])
    next(job)
    assert bench.names == ["base"]
    assert list(job) == [None, None]
    assert bench.names == ["base", "tiny"]
    assert [held.last_used for held in bench.pool.state] == [1000.0, None]
    assert bench.of(LeftOut) == [LeftOut("small", CPU, 400 * MB)]
    assert bench.of(LoadFailed) == bench.of(Unloaded) == []
    assert bench.loader.loaded == ["base", "tiny"]


def test_the_selected_model_is_loaded_ahead_whatever_the_budget() -> None:
    bench = PoolBench(Limits(cpu_bytes=450 * MB))
    bench.use("base")
    list(bench.pool.preload(model("medium"), [model("tiny")]))
    assert bench.names == ["medium"]
    assert bench.of(OverBudget) == [OverBudget("medium", CPU, 450 * MB)]


def test_one_that_cannot_be_loaded_ahead_is_told_and_the_next_is_loaded() -> None:
    bench = PoolBench()
    missing = ModelMissing("base")
    bench.loader.failures = {"base": missing, "tiny": KeyError("mistake")}
    list(bench.pool.preload(model("base"), [model("tiny"), model("small")]))
    assert bench.names == ["small"]
    first, second = bench.of(LoadFailed)
    assert first == LoadFailed("base", missing)
    assert isinstance(second, LoadFailed)
    assert isinstance(second.problem, Unexpected)


def test_a_failure_is_raised_and_forgotten() -> None:
    bench = PoolBench()
    bench.loader.failures = {"base": ModelMissing("base")}
    for _ in range(2):
        with pytest.raises(ModelMissing), bench.pool.lease(model("base")):
            pass
    bench.loader.failures.clear()
    bench.use("base")
    assert bench.loader.loaded == ["base"] * 3


def test_what_ends_the_interpreter_leaves_the_pool_whole() -> None:
    bench = PoolBench()
    bench.loader.failures = {"base": KeyboardInterrupt()}
    with pytest.raises(KeyboardInterrupt), bench.pool.lease(model("base")):
        pass
    bench.loader.failures.clear()
    bench.use("base")
    assert bench.names == ["base"]


def test_where_memory_is_too_short_for_two_what_nobody_uses_goes() -> None:
    bench = PoolBench()
    bench.loader.memory_room = 1
    bench.use("base")
    bench.use("small")
    assert bench.names == ["small"]
    with bench.pool.lease(model("small")), pytest.raises(OutOfMemory), bench.pool.lease(model("tiny")):
        pass
    assert bench.names == ["small"]


def test_loading_ahead_takes_no_memory_from_others() -> None:
    bench = PoolBench()
    bench.loader.memory_room = 1
    list(bench.pool.preload(model("base"), [model("tiny")]))
    assert bench.names == ["base"]
    assert isinstance(bench.posted[-1], LoadFailed)


def test_a_card_too_small_for_two_gets_the_one_that_is_wanted() -> None:
    bench = PoolBench()
    bench.loader.devices = dict.fromkeys(SIZES, CUDA)
    bench.loader.card_room = 1
    bench.use("base")
    list(bench.pool.preload(model("base"), [model("tiny")]))
    # The slow processor is no help ahead of need.
    assert [(held.model, held.device) for held in bench.pool.state] == [("base", CUDA)]
    bench.use("small")
    assert [(held.model, held.device) for held in bench.pool.state] == [("small", CUDA)]
    with bench.pool.lease(model("small")):
        bench.use("tiny")
        assert [(held.model, held.device) for held in bench.pool.state] == [("small", CUDA), ("tiny", CPU)]


def test_a_model_counts_with_what_its_unloading_gave_back() -> None:
    bench = PoolBench(Limits(cpu_bytes=450 * MB))
    bench.memory.sizes = {**SIZES, "small": 250}
    bench.use("small")
    bench.use("base")
    assert bench.names == ["base"]
    bench.use("small")
    assert bench.names == ["base", "small"]
    assert [held.size_bytes for held in bench.pool.state] == [200 * MB, 250 * MB]


def test_nothing_makes_room_for_a_model_that_is_not_there() -> None:
    bench = PoolBench(Limits(cpu_bytes=450 * MB))
    bench.use("base")
    bench.missing["small"] = ModelMissing("small")
    with pytest.raises(ModelMissing):
        bench.use("small")
    assert bench.names == ["base"]
    assert isinstance(bench.posted[-1], LoadFailed)
    assert bench.loader.loaded == ["base"]


def test_one_that_died_is_lent_no_more_and_loaded_anew() -> None:
    bench = PoolBench()
    with pytest.raises(EngineDied), bench.pool.lease(model("base")):
        raise EngineDied("signal 9")
    assert bench.names == []
    assert unloaded(bench) == [("base", Why.DIED)]
    assert bench.loader.alive == []
    bench.use("base")
    assert bench.loader.loaded == ["base", "base"]


def test_one_of_several_ways_of_a_model_can_be_dropped() -> None:
    bench = PoolBench()
    other = replace(model("base"), threads=2)
    for settings in (model("base"), other):
        with bench.pool.lease(settings):
            pass
    bench.pool.drop(model("base"))
    assert (bench.pool.is_loaded(model("base")), bench.pool.is_loaded(other)) == (False, True)


def test_what_computes_apart_is_not_weighed_in_this_process() -> None:
    bench = PoolBench()
    bench.loader.is_apart = True
    bench.memory.sizes = {**SIZES, "base": 350}
    bench.use("base")
    bench.pool.unload("base")
    bench.use("base")
    assert bench.pool.state[0].size_bytes == 200 * MB


def test_unloading_what_is_not_there_is_no_failure() -> None:
    bench = PoolBench()
    assert bench.pool.unload("base")
    bench.use("base")
    assert bench.pool.unload("base")
    assert unloaded(bench) == [("base", Why.ASKED)]


def test_after_the_end_nothing_is_loaded() -> None:
    bench = PoolBench()
    bench.use("base")
    bench.pool.close()
    bench.pool.close()
    assert bench.loader.alive == []
    with pytest.raises(RecognitionFailed), bench.pool.lease(model("base")):
        pass
    list(bench.pool.preload(model("base"), [model("tiny")]))
    assert bench.loader.loaded == ["base"]
