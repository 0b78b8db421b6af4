"""Steps that take much memory do not meet in two threads, those that take little do."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import numpy.typing as npt
import pytest

from app.adapters.greedy_steps import Room, alignment_need, keep_apart, window_need

PATIENCE = 10.0
NOT_YET = 0.2
BANDS = 80
TWO = [[1], [1]]
"""Prompts of two pieces."""


def features(seconds: float, pieces: int = 1) -> npt.NDArray[np.float32]:
    return np.zeros((pieces, BANDS, round(100 * seconds)), np.float32)


def test_what_steps_need_in_full_windows() -> None:
    assert window_need(features(30)[0]) == 1.0
    assert window_need(features(15, 2)) == 0.5
    assert window_need(features(30, 2)) == 2.0
    assert alignment_need(None, [[1] * 35]) == pytest.approx(0.2)
    assert alignment_need(None, [[1] * 35, [1] * 70]) == pytest.approx(0.8)
    assert alignment_need(None, []) == 0.0


class Model:
    """Searches until it is told to end."""

    name = "a model"

    def __init__(self) -> None:
        self.begun = threading.Semaphore(0)
        self.end = threading.Event()

    def generate(self, encoded: str, prompts: Sequence[Sequence[int]], *, beam_size: int) -> tuple[str, int]:
        self.begun.release()
        assert self.end.wait(PATIENCE)
        return encoded, beam_size


class Engine:
    """Lets its steps be seen, and ends them when told to."""

    def __init__(self) -> None:
        self.model = Model()
        self.begun: dict[float, threading.Event] = {}
        self.end: dict[float, threading.Event] = {}

    def expect(self, frames: float) -> None:
        self.begun[frames], self.end[frames] = threading.Event(), threading.Event()

    def encode(self, features: npt.NDArray[np.float32]) -> int:
        frames = int(features.shape[-1])
        self.begun[frames].set()
        assert self.end[frames].wait(PATIENCE)
        return frames

    def find_alignment(self, tokenizer: object, text_tokens: Sequence[Sequence[int]]) -> int:
        if not text_tokens:
            raise MemoryError
        return len(text_tokens)


@pytest.fixture
def engine() -> Engine:
    engine = Engine()
    keep_apart(engine, 2)
    return engine


def test_small_steps_meet_and_a_large_one_waits_for_them(engine: Engine) -> None:
    for frames in (1500, 1400, 3000):
        engine.expect(frames)
    with ThreadPoolExecutor(3) as pool:
        small = [pool.submit(engine.encode, features(each, 2)) for each in (15, 14)]
        assert engine.begun[1500].wait(PATIENCE)
        assert engine.begun[1400].wait(PATIENCE)
        large = pool.submit(engine.encode, features(30))
        assert not engine.begun[3000].wait(NOT_YET)
        engine.end[1500].set()
        assert small[0].result(PATIENCE) == 1500
        assert not engine.begun[3000].wait(NOT_YET)
        engine.end[1400].set()
        assert engine.begun[3000].wait(PATIENCE)
        engine.end[3000].set()
        assert large.result(PATIENCE) == 3000
        assert small[1].result(PATIENCE) == 1400


def test_what_is_larger_than_the_room_comes_alone() -> None:
    with Room(1.0).of(5.0):
        pass


def test_a_step_that_fails_leaves_its_room_to_others(engine: Engine) -> None:
    with pytest.raises(MemoryError):
        engine.find_alignment(None, [])
    assert engine.find_alignment(None, [[1] * 400]) == 1
    assert engine.find_alignment(None, [[1] * 400]) == 1


def test_a_full_window_waits_for_another_and_for_a_piece_and_they_for_it(engine: Engine) -> None:
    for frames in (1800, 3000, 2980):
        engine.expect(frames)
    with ThreadPoolExecutor(3) as pool:
        piece = pool.submit(engine.encode, features(18))
        assert engine.begun[1800].wait(PATIENCE)
        full = pool.submit(engine.encode, features(30))
        assert not engine.begun[3000].wait(NOT_YET)
        engine.end[1800].set()
        assert piece.result(PATIENCE) == 1800
        assert engine.begun[3000].wait(PATIENCE)
        other = pool.submit(engine.encode, features(29.8))
        assert not engine.begun[2980].wait(NOT_YET)
        engine.end[3000].set()
        assert engine.begun[2980].wait(PATIENCE)
        engine.begun[1800].clear()
        piece = pool.submit(engine.encode, features(18))
        assert not engine.begun[1800].wait(NOT_YET)
        engine.end[2980].set()
        assert (full.result(PATIENCE), other.result(PATIENCE), piece.result(PATIENCE)) == (3000, 2980, 1800)


def test_a_large_step_that_waits_is_not_passed_by_small_ones(engine: Engine) -> None:
    for frames in (1500, 1400, 3000):
        engine.expect(frames)
    with ThreadPoolExecutor(3) as pool:
        first = pool.submit(engine.encode, features(15, 3))
        assert engine.begun[1500].wait(PATIENCE)
        large = pool.submit(engine.encode, features(30))
        assert not engine.begun[3000].wait(NOT_YET)
        last = pool.submit(engine.encode, features(14, 3))
        assert not engine.begun[1400].wait(NOT_YET)
        engine.end[1500].set()
        assert engine.begun[3000].wait(PATIENCE)
        assert not engine.begun[1400].wait(NOT_YET)
        for frames in (1400, 3000):
            engine.end[frames].set()
        assert [one.result(PATIENCE) for one in (first, large, last)] == [1500, 3000, 1400]


def test_searches_meet_and_a_full_window_waits_for_those_of_the_others(engine: Engine) -> None:
    model = engine.model
    for frames in (1800, 3000):
        engine.expect(frames)
    with ThreadPoolExecutor(4) as pool:
        searches = [pool.submit(model.generate, each, TWO, beam_size=5) for each in ("one", "two")]
        for _ in searches:
            assert model.begun.acquire(timeout=PATIENCE)
        large = pool.submit(engine.encode, features(30))
        assert not engine.begun[3000].wait(NOT_YET)
        model.end.set()
        assert [one.result(PATIENCE) for one in searches] == [("one", 5), ("two", 5)]
        assert engine.begun[3000].wait(PATIENCE)
        model.end.clear()
        last = pool.submit(model.generate, "three", TWO, beam_size=1)
        assert not model.begun.acquire(timeout=NOT_YET)
        engine.end[3000].set()
        assert large.result(PATIENCE) == 3000
        assert model.begun.acquire(timeout=PATIENCE)
        model.end.set()
        assert last.result(PATIENCE) == ("three", 1)


def test_a_piece_is_encoded_and_aligned_beside_a_search(engine: Engine) -> None:
    engine.expect(1800)
    with ThreadPoolExecutor(2) as pool:
        search = pool.submit(engine.model.generate, "one", TWO, beam_size=5)
        assert engine.model.begun.acquire(timeout=PATIENCE)
        piece = pool.submit(engine.encode, features(18))
        assert engine.begun[1800].wait(PATIENCE)
        engine.end[1800].set()
        assert piece.result(PATIENCE) == 1800
        assert engine.find_alignment(None, [[1] * 100]) == 1
        engine.model.end.set()
        assert search.result(PATIENCE) == ("one", 5)


def test_full_windows_of_a_short_recording_wait_for_no_search(engine: Engine) -> None:
    engine.expect(3000)
    with ThreadPoolExecutor(2) as pool:
        search = pool.submit(engine.model.generate, "one", [[1]], beam_size=5)
        assert engine.model.begun.acquire(timeout=PATIENCE)
        full = pool.submit(engine.encode, features(30))
        assert engine.begun[3000].wait(PATIENCE)
        engine.end[3000].set()
        engine.model.end.set()
        assert (full.result(PATIENCE), search.result(PATIENCE)) == (3000, ("one", 5))


def test_searches_of_large_batches_do_not_wait_for_each_other(engine: Engine) -> None:
    with ThreadPoolExecutor(2) as pool:
        searches = [pool.submit(engine.model.generate, each, [[1]] * 16, beam_size=5) for each in ("a", "b")]
        for _ in searches:
            assert engine.model.begun.acquire(timeout=PATIENCE)
        engine.model.end.set()
        assert [one.result(PATIENCE) for one in searches] == [("a", 5), ("b", 5)]


def test_a_model_kept_apart_has_all_that_it_had(engine: Engine) -> None:
    assert engine.model.name == "a model"
    with pytest.raises(AttributeError, match="nothing_of_it"):
        _ = engine.model.nothing_of_it  # type: ignore[attr-defined]
