"""A file's hash that is read beside its transcription: begun late, waited for, or dropped."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from app.domain.problems import AudioMissing
from app.services.late_hash import LateHash

PATIENCE = 30


def hash_of(read: Callable[[Callable[[], None]], str], found: list[str], digest: str = "") -> LateHash:
    return LateHash(read, lambda _: None, lambda: False, found.append, digest)


def test_it_is_read_once_and_told() -> None:
    found: list[str] = []
    reads: list[int] = []

    def read(between: Callable[[], None]) -> str:
        reads.append(1)
        between()
        return "abc"

    late = hash_of(read, found)
    late.begin()
    late.begin()
    assert (late.finish(), found, len(reads)) == ("abc", ["abc"], 1)


def test_one_that_is_known_is_not_read() -> None:
    def read(between: Callable[[], None]) -> str:
        pytest.fail("it is known")

    found: list[str] = []
    assert (hash_of(read, found, "abc").finish(), found) == ("abc", [])


@pytest.mark.parametrize("failure", [AudioMissing("a.wav"), OSError("gone")])
def test_what_cannot_be_read_has_none(failure: Exception) -> None:
    def read(between: Callable[[], None]) -> str:
        raise failure

    found: list[str] = []
    assert (hash_of(read, found).finish(), found) == ("", [])


def test_of_one_that_was_dropped_nothing_is_told() -> None:
    reading, go_on = threading.Event(), threading.Event()

    def read(between: Callable[[], None]) -> str:
        reading.set()
        assert go_on.wait(PATIENCE)
        return "abc"  # the last piece was read just then

    found: list[str] = []
    late = hash_of(read, found)
    late.begin()
    assert reading.wait(PATIENCE)
    late.drop()
    go_on.set()
    late.finish()
    assert found == []


def test_dropped_in_the_middle_it_ends_there() -> None:
    reading, go_on = threading.Event(), threading.Event()

    def read(between: Callable[[], None]) -> str:
        reading.set()
        assert go_on.wait(PATIENCE)
        between()
        pytest.fail("nobody wants it")

    late = hash_of(read, [])
    late.begin()
    assert reading.wait(PATIENCE)
    late.drop()
    go_on.set()
    assert late.finish() == ""
