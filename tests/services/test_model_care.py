from __future__ import annotations

from dataclasses import replace

from app.domain.hardware import MEGABYTE as MB
from app.domain.model_budget import Limits
from app.domain.model_settings import ModelSettings
from app.domain.settings import ComputeType, Device, SpeechSettings
from app.services.model_care import TICK_SECONDS, ModelCare
from tests.fakes.time import FakeInbox
from tests.services.pool_bench import PoolBench, model

BASE = SpeechSettings()


class Bench:
    """The care of a pool of fakes, whose inbox is worked off by hand."""

    def __init__(self, models: ModelSettings, speech: SpeechSettings = BASE) -> None:
        self.pool_bench = PoolBench()
        self.pool = self.pool_bench.pool
        self.inbox = FakeInbox(self.pool_bench.clock)
        self.care = ModelCare(self.inbox, self.pool, self.limits, speech, models)

    def limits(self, models: ModelSettings) -> Limits:
        return Limits(cpu_bytes=models.memory_megabytes * MB, idle_seconds=models.idle_minutes * 60)

    def wait(self, seconds: float) -> None:
        """Let time pass, one tick after the other."""
        for _ in range(round(seconds / TICK_SECONDS)):
            self.pool_bench.clock.time += TICK_SECONDS
            self.inbox.run()


def test_the_model_in_use_is_loaded_first_and_then_those_that_are_ticked() -> None:
    bench = Bench(ModelSettings(preload=("small", "tiny", "base")))
    bench.care.start()
    bench.inbox.run()
    assert bench.pool_bench.loader.loaded == ["base", "tiny", "small"]


def test_each_is_loaded_on_the_device_that_the_user_wants_it_on() -> None:
    bench = Bench(ModelSettings(preload=("tiny",), on_processor=("base",), on_card=("tiny",)))
    bench.care.start()
    bench.inbox.run()
    base, tiny = bench.pool.state
    assert (base.wish.device, tiny.wish.device) == (Device.CPU, Device.CUDA)


def test_other_settings_load_what_is_missing() -> None:
    bench = Bench(ModelSettings())
    bench.care.start()
    bench.inbox.run()
    bench.care.apply_models(ModelSettings(preload=("tiny",)))
    bench.inbox.run()
    assert bench.pool_bench.names == ["base", "tiny"]
    bench.care.apply_speech(model("small"))
    bench.inbox.run()
    assert bench.pool_bench.names == ["base", "tiny", "small"]
    bench.care.apply_speech(replace(model("small"), language="de"))
    bench.inbox.run()
    assert bench.pool_bench.loader.loaded == ["base", "tiny", "small"]


def test_a_smaller_budget_unloads_at_once() -> None:
    bench = Bench(ModelSettings(preload=("tiny",)))
    bench.care.start()
    bench.inbox.run()
    bench.care.apply_models(ModelSettings(memory_megabytes=250))
    bench.inbox.run()
    assert bench.pool_bench.names == ["base"]


def test_what_nobody_uses_is_unloaded_after_its_time() -> None:
    bench = Bench(ModelSettings(preload=("tiny",), idle_minutes=2))
    bench.care.start()
    bench.inbox.run()
    bench.wait(60)
    bench.pool_bench.use("base")
    bench.wait(60)
    assert bench.pool_bench.names == ["base"]
    bench.wait(60)
    assert bench.pool_bench.names == []


def test_a_short_time_is_kept_to_as_well() -> None:
    bench = Bench(ModelSettings(idle_minutes=0.1))
    bench.care.start()
    bench.inbox.run()
    for seconds, names in ((5.0, ["base"]), (4.0, [])):
        bench.pool_bench.clock.time += seconds
        bench.inbox.run()
        assert bench.pool_bench.names == names


def test_a_model_can_be_unloaded_by_hand_and_nothing_begins_after_the_end() -> None:
    bench = Bench(ModelSettings())
    bench.care.start()
    bench.inbox.run()
    bench.care.unload("base")
    bench.care.close()
    bench.care.apply_models(ModelSettings(preload=("tiny",)))
    bench.inbox.run()
    assert bench.pool_bench.names == []


def computed(bench: Bench) -> list[tuple[str, ComputeType]]:
    """The models in memory, and with which compute type they were asked for."""
    return [(one.model, one.wish.compute_type) for one in bench.pool.state]


def test_copies_loaded_with_settings_that_hold_no_more_are_freed_once_dictations_have_others() -> None:
    bench = Bench(ModelSettings(preload=("tiny",)))
    bench.care.start()
    bench.inbox.run()
    whole = replace(BASE, compute_type=ComputeType.FLOAT32)
    bench.care.apply_speech(whole)
    bench.inbox.run()
    before = [("base", ComputeType.AUTO), ("tiny", ComputeType.AUTO)]
    after = [("base", ComputeType.FLOAT32), ("tiny", ComputeType.FLOAT32)]
    # Until then the old ones write on.
    assert computed(bench) == [*before, *after]
    bench.care.switched()
    bench.inbox.run()
    assert computed(bench) == after


def test_settings_that_were_taken_back_keep_their_copies() -> None:
    bench = Bench(ModelSettings())
    bench.care.start()
    bench.inbox.run()
    bench.care.apply_speech(replace(BASE, compute_type=ComputeType.FLOAT32))
    bench.care.apply_speech(BASE)
    bench.care.switched()
    bench.inbox.run()
    assert computed(bench) == [("base", ComputeType.AUTO)]


def test_what_another_one_is_chosen_beside_stays() -> None:
    bench = Bench(ModelSettings())
    bench.care.start()
    bench.inbox.run()
    bench.care.apply_speech(model("small"))
    bench.care.switched()
    bench.inbox.run()
    assert bench.pool_bench.names == ["base", "small"]


def test_another_device_for_one_model_frees_its_copy_on_the_old_one() -> None:
    bench = Bench(ModelSettings())
    bench.care.start()
    bench.inbox.run()
    bench.care.apply_models(ModelSettings(on_card=("base",)))
    bench.inbox.run()
    bench.care.switched()
    bench.inbox.run()
    assert [(one.model, one.wish.device) for one in bench.pool.state] == [("base", Device.CUDA)]
