"""The steps that take much memory are done by so many threads at once as may, whatever else those do."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from app.adapters.greedy_steps import take_turns

PATIENCE = 10.0


class Engine:
    """Notes how many threads are in its greedy steps at once; they meet where they may."""

    def __init__(self, meeting: int) -> None:
        self._lock = threading.Lock()
        self._meeting = threading.Barrier(meeting)
        self._inside = 0
        self.most = 0

    def encode(self, features: int, *, to_cpu: bool = False) -> tuple[int, bool]:
        self._step()
        return features, to_cpu

    def find_alignment(self, text: str) -> str:
        self._step()
        return text

    def _step(self) -> None:
        with self._lock:
            self._inside += 1
            self.most = max(self.most, self._inside)
        self._meeting.wait(PATIENCE)
        with self._lock:
            self._inside -= 1


@pytest.mark.parametrize(("threads", "together"), [(2, 1), (3, 1), (4, 2)])
def test_half_of_the_threads_are_in_a_greedy_step(threads: int, together: int) -> None:
    engine = Engine(together)
    take_turns(engine, threads)
    with ThreadPoolExecutor(threads) as pool:
        encoded = [pool.submit(engine.encode, number, to_cpu=True) for number in range(threads * 2)]
        aligned = [pool.submit(engine.find_alignment, str(number)) for number in range(threads * 2)]
        assert [one.result(PATIENCE) for one in encoded] == [(number, True) for number in range(threads * 2)]
        assert [one.result(PATIENCE) for one in aligned] == [str(number) for number in range(threads * 2)]
    assert engine.most == together


def test_a_step_that_fails_lets_the_next_one_in() -> None:
    class Failing:
        def encode(self) -> None:
            raise MemoryError

        def find_alignment(self) -> str:
            return "aligned"

    engine = Failing()
    take_turns(engine, 2)
    with pytest.raises(MemoryError):
        engine.encode()
    assert engine.find_alignment() == "aligned"
