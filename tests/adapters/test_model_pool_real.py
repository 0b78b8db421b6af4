"""The pool of speech models with real ones: many threads at once, and memory that really comes back."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.adapters.allocator import ProcessMemory
from app.adapters.clock import SystemClock
from app.adapters.model_store import LocalModels
from app.adapters.whisper_loader import WhisperLoader
from app.domain.hardware import MEGABYTE as MB
from app.domain.model_budget import Limits, Loaded, LoadFailed, Unloaded, Why
from app.domain.problems import ModelMissing
from app.services.model_pool import ModelPool
from app.services.model_pool_parts import Scales
from tests.adapters.pool_cycles import expected, is_right, settings_of

WAIT = 280.0
TINY, BASE, ABSENT = map(settings_of, ("tiny.en", "base", "medium.en"))
BOTH_FIT, ONE_FITS = Limits(cpu_bytes=1000 * MB), Limits(cpu_bytes=250 * MB)


@pytest.mark.timeout(300)
def test_many_threads_load_use_switch_and_unload_real_models(local_models: LocalModels) -> None:
    """Loading, use, unloading, switching, idling, a budget that shrinks, and failures, all at once."""
    posted: list[object] = []
    pool = ModelPool(
        WhisperLoader(local_models.locate),
        lambda settings: local_models.locate(settings.model),
        SystemClock(),
        posted.append,
        Scales(expected, ProcessMemory()),
        BOTH_FIT,
    )
    start = threading.Barrier(4)

    def dictate(seed: int) -> int:
        start.wait(WAIT)
        right = 0
        for settings in random.Random(seed).sample([TINY, BASE, TINY, BASE, ABSENT], 5):
            if settings is ABSENT:
                with pytest.raises(ModelMissing), pool.lease(settings):
                    pass
                continue
            with pool.lease(settings) as recognizer:
                assert recognizer.facts.model == settings.model
                right += is_right(recognizer)
        return right

    def disturb() -> int:
        start.wait(WAIT)
        list(pool.preload(BASE, [TINY]))
        pool.tick()
        pool.apply(ONE_FITS)
        pool.unload("base")
        pool.apply(Limits(cpu_bytes=1000 * MB, idle_seconds=0.001))
        pool.tick()
        pool.unload("tiny.en")
        pool.apply(BOTH_FIT)
        return 12

    with ThreadPoolExecutor(4) as threads:
        lives = [threads.submit(dictate, seed) for seed in range(3)] + [threads.submit(disturb)]
        assert [life.result(WAIT) for life in lives] == [4, 4, 4, 12]

    assert not any(held.in_use for held in pool.state)
    with pool.lease(TINY):
        pass  # now something is left to close, whoever was the last
    pool.close()
    assert pool.state == ()
    loaded = [event.held.model for event in posted if isinstance(event, Loaded)]
    unloaded = [event.held.model for event in posted if isinstance(event, Unloaded)]
    assert sorted(loaded) == sorted(unloaded)
    assert set(loaded) == {"tiny.en", "base"}
    assert {event.model for event in posted if isinstance(event, LoadFailed)} == {"medium.en"}
    assert Why.CLOSING in {event.why for event in posted if isinstance(event, Unloaded)}


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.timeout(300)
def test_after_unloading_the_memory_is_really_back(tmp_path: Path) -> None:
    """In a process of its own: what other tests hold would hide what this one gives back."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.adapters.pool_cycles", str(tmp_path), "2", "tiny.en", "base"],
        capture_output=True,
        text=True,
        check=False,
        timeout=WAIT,
    )
    assert done.returncode == 0, done.stderr
    cycles = [[size / MB for size in json.loads(line)] for line in done.stdout.splitlines()]
    assert len(cycles) == 2
    before, loaded, after = cycles[1]
    assert after - before < 20, cycles
    # The libraries stay after the first cycle, and only they: no cycle leaves anything behind.
    assert after - cycles[0][2] < 20, cycles
    # Weights of both in int8 are 110 MB; what decoding needed came on top.
    assert loaded - after > 110, cycles


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_the_process_tells_its_memory_and_gives_it_back() -> None:
    memory = ProcessMemory()
    memory.give_back()
    before = memory.used()
    assert before
    # Small blocks, which glibc keeps; the last one pins the top of the heap.
    blocks = [bytearray(60_000) for _ in range(1000)]
    full = memory.used()
    last = bytearray(60_000)
    blocks.clear()
    memory.give_back()
    after = memory.used()
    assert full
    assert after
    assert full - before > 50 * MB
    assert full - after > 50 * MB
    assert len(last) == 60_000
