"""The desk of speech models: looking and getting, with every failure."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from app.domain.catalogue import Place
from app.domain.problems import (
    DiskFull,
    DownloadFailed,
    FolderUnwritable,
    ModelUnknown,
    Problem,
    Unexpected,
)
from app.services.events import ModelArriving, ModelGetEnded, ModelsShelved, Noticed
from app.services.pace import PROGRESS_SECONDS
from tests.fakes.shelf import SIZE, Step
from tests.services.model_desk_bench import Bench

SECRET = "what the library said"


# --- looking ---


def test_a_look_tells_where_every_model_is() -> None:
    bench = Bench()
    bench.shelf.arrived = {"two": SIZE}
    bench.desk.look(["/my/own"])
    bench.run()
    assert bench.places == {"one": Place.NOWHERE, "two": Place.MODELS_FOLDER, "/my/own": Place.OWN_FOLDER}


def test_looks_that_wait_are_one_and_keep_the_folders_of_the_last() -> None:
    bench = Bench()
    bench.desk.look(["/first"])
    bench.desk.look(["/second"])
    bench.desk.look()
    bench.run()
    assert len(bench.posted) == 1
    assert "/second" in bench.places
    bench.get()
    assert "/second" in bench.places


def test_a_look_that_fails_is_told_and_the_next_one_works() -> None:
    bench = Bench()
    bench.shelf.refuses = RuntimeError(SECRET)
    bench.desk.look()
    bench.run()
    (told,) = bench.posted
    assert isinstance(told, Noticed)
    assert isinstance(told.problem, Unexpected)
    assert SECRET not in f"{told.problem} {told.problem.detail}"
    bench.shelf.refuses = None
    bench.desk.look()
    bench.run()
    assert isinstance(bench.posted[-1], ModelsShelved)


# --- getting ---


def test_a_model_is_got_with_its_progress_and_listed_then() -> None:
    bench = Bench(500, SIZE)
    bench.get()
    assert bench.posted[:2] == [ModelArriving("one", 0, 0), ModelArriving("one", 500, SIZE)]
    assert bench.posted[-2] == ModelGetEnded("one", is_there=True)
    assert bench.places["one"] is Place.MODELS_FOLDER


def test_a_model_can_be_got_from_a_folder() -> None:
    bench = Bench()
    bench.get("two", Path("/stick/small"))
    assert bench.shelf.done == [("copy from small", "two")]
    assert bench.ended == [ModelGetEnded("two", is_there=True)]


def test_progress_comes_at_most_ten_times_a_second_and_nothing_twice() -> None:
    bench = Bench()
    steps: list[Step] = []
    for received in range(10, SIZE + 1, 10):
        steps += [received, received, lambda: bench.downloads.advance(0.03)]
    bench.shelf.steps = tuple(steps)
    bench.get()
    times = [
        time
        for time, event in zip(bench.times, bench.posted, strict=True)
        if isinstance(event, ModelArriving)
    ]
    # The first is told at the wish itself.
    gaps = [after - before for before, after in pairwise(times[1:])]
    assert min(gaps) >= PROGRESS_SECONDS
    assert max(gaps) < 2 * PROGRESS_SECONDS
    assert bench.progress == sorted(set(bench.progress))
    assert len(bench.progress) > 20


def test_nothing_is_told_of_a_model_after_its_end() -> None:
    bench = Bench(500, SIZE)
    bench.get()
    at = bench.posted.index(ModelGetEnded("one", is_there=True))
    bench.downloads.advance(10.0)
    bench.disk.advance(10.0)
    assert not any(isinstance(event, ModelArriving) for event in bench.posted[at:])


def test_one_that_is_on_its_way_is_not_asked_for_again_and_another_comes_after_it() -> None:
    bench = Bench()

    def ask_for_more() -> None:
        bench.shelf.steps = (SIZE,)
        for model in ("one", "two", "two", "one"):
            bench.desk.get(model)

    bench.shelf.steps = (100, ask_for_more)
    bench.get()
    assert bench.shelf.done == [("get", "one"), ("get", "two")]
    assert bench.ended == [ModelGetEnded("one", is_there=True), ModelGetEnded("two", is_there=True)]


def test_one_that_was_got_may_be_got_again() -> None:
    bench = Bench()
    bench.get()
    bench.get()
    assert bench.ended == [ModelGetEnded("one", is_there=True)] * 2


def test_a_look_is_answered_while_a_model_is_got() -> None:
    bench = Bench()
    bench.shelf.steps = (100, bench.desk.look, bench.disk.run, SIZE)
    bench.get()
    kinds = [type(event) for event in bench.posted]
    assert kinds.index(ModelsShelved) < kinds.index(ModelGetEnded)


# --- failing ---


@pytest.mark.parametrize(
    "problem",
    [DownloadFailed("one", "the hub does not answer"), DiskFull("/models"), FolderUnwritable("/models")],
    ids=lambda problem: type(problem).__name__,
)
def test_one_that_fails_is_told_and_the_next_one_works(problem: Problem) -> None:
    bench = Bench(300, problem)
    bench.desk.get("one")
    bench.desk.get("two")
    bench.downloads.step()
    bench.shelf.steps = (SIZE,)
    bench.run()
    assert bench.ended == [ModelGetEnded("one", False, problem), ModelGetEnded("two", is_there=True)]
    assert bench.places["two"] is Place.MODELS_FOLDER


def test_a_defect_while_getting_is_told_as_one_and_those_behind_it_come() -> None:
    bench = Bench(RuntimeError(SECRET))
    bench.desk.get("one")
    bench.desk.get("two")
    bench.run()
    assert [event.model for event in bench.ended] == ["one", "two"]
    for event in bench.ended:
        assert isinstance(event.problem, Unexpected)
        assert SECRET not in f"{event.problem} {event.problem.detail}"


def test_a_name_of_no_model_is_told() -> None:
    bench = Bench()
    bench.get("three")
    (ended,) = bench.ended
    assert isinstance(ended.problem, ModelUnknown)
