"""The desk of speech models: pausing, cancelling and removing, at each moment."""

from __future__ import annotations

import pytest

from app.domain.catalogue import Place
from app.domain.problems import (
    DownloadFailed,
    FolderUnwritable,
    ModelMissing,
    ModelStays,
    Problem,
)
from app.services.events import ModelArriving, ModelGetEnded, ModelRemoveEnded
from app.services.model_desk import REMOVAL_SECONDS
from tests.fakes.shelf import SIZE
from tests.services.model_desk_bench import Bench

# --- pausing and cancelling ---


def test_a_pause_keeps_what_has_arrived_and_the_next_get_goes_on() -> None:
    bench = Bench()
    bench.shelf.steps = (300, lambda: bench.desk.pause("one"), 600, SIZE)
    bench.get()
    assert bench.ended == [ModelGetEnded("one", is_there=False)]
    assert bench.shelf.arrived == {"one": 600}
    assert bench.shelf.done == [("get", "one")]
    bench.shelf.steps = (SIZE,)
    bench.get()
    assert bench.ended[1:] == [ModelGetEnded("one", is_there=True)]


def test_a_cancel_throws_away_what_has_arrived() -> None:
    bench = Bench()
    bench.shelf.steps = (300, lambda: bench.desk.cancel("one"), 600, SIZE)
    bench.get()
    assert bench.ended == [ModelGetEnded("one", is_there=False)]
    assert bench.shelf.arrived == {}
    assert bench.places["one"] is Place.NOWHERE
    assert bench.removed == []


def test_a_pause_does_not_take_a_cancel_back() -> None:
    bench = Bench()

    def cancel_and_pause() -> None:
        bench.desk.cancel("one")
        bench.desk.pause("one")

    bench.shelf.steps = (300, cancel_and_pause, 600)
    bench.get()
    assert bench.shelf.arrived == {}


def test_a_cancel_while_it_is_paused_throws_away_what_has_arrived() -> None:
    bench = Bench()
    bench.shelf.arrived = {"one": 300}
    bench.desk.cancel("one")
    bench.run()
    assert bench.shelf.arrived == {}
    assert bench.ended == []
    assert bench.places["one"] is Place.NOWHERE


@pytest.mark.parametrize("how", ["pause", "cancel", "remove"])
def test_one_that_waits_is_taken_back_and_those_around_it_come(how: str) -> None:
    bench = Bench()
    bench.shelf.names = ("one", "two", "three")
    for model in ("one", "two", "three"):
        bench.desk.get(model)
    getattr(bench.desk, how)("two")
    assert bench.ended == [ModelGetEnded("two", is_there=False)]
    bench.run()
    assert [event.model for event in bench.ended] == ["two", "one", "three"]
    assert ("get", "two") not in bench.shelf.done
    assert all(event.problem is None for event in bench.removed)


def test_a_stop_of_one_leaves_the_other_alone() -> None:
    bench = Bench()
    bench.shelf.steps = (300, lambda: bench.desk.pause("two"), lambda: bench.desk.cancel("two"), SIZE)
    bench.get("one")
    assert bench.ended == [ModelGetEnded("one", is_there=True)]


def test_what_fails_because_it_was_stopped_is_no_problem() -> None:
    bench = Bench()
    lost = DownloadFailed("one", "the hub does not answer")
    bench.shelf.steps = (300, lambda: bench.desk.pause("one"), lost)
    bench.get()
    assert bench.ended == [ModelGetEnded("one", is_there=False)]


def test_a_stop_that_comes_too_late_tells_that_the_model_is_there() -> None:
    bench = Bench()
    bench.shelf.steps = (SIZE, lambda: bench.desk.cancel("one"))
    bench.get()
    assert bench.ended == [ModelGetEnded("one", is_there=True)]
    assert bench.shelf.arrived == {"one": SIZE}


def test_a_stop_at_its_first_sign_ends_it_before_anything_is_asked() -> None:
    bench = Bench()
    bench.when = lambda event: bench.desk.pause("one") if isinstance(event, ModelArriving) else None
    bench.get()
    assert bench.posted == [ModelArriving("one", 0, 0), ModelGetEnded("one", is_there=False)]
    assert bench.shelf.done == []


# --- removing ---


def test_a_model_is_removed_and_the_list_says_so() -> None:
    bench = Bench()
    bench.shelf.arrived = {"one": SIZE}
    bench.desk.remove("one")
    bench.desk.remove("one")
    bench.run()
    assert bench.removed == [ModelRemoveEnded("one", SIZE)]
    assert bench.places["one"] is Place.NOWHERE


@pytest.mark.parametrize("problem", [ModelMissing("one"), ModelStays("one"), FolderUnwritable("/models")])
def test_a_model_that_cannot_be_removed_is_told_and_the_next_try_works(problem: Problem) -> None:
    bench = Bench()
    bench.shelf.arrived = {"one": SIZE}
    bench.shelf.refuses = problem
    bench.desk.remove("one")
    bench.run()
    assert bench.removed == [ModelRemoveEnded("one", 0, problem)]
    bench.shelf.refuses = None
    bench.desk.remove("one")
    bench.run()
    assert bench.removed[1:] == [ModelRemoveEnded("one", SIZE)]


def test_parts_that_cannot_be_thrown_away_are_told() -> None:
    bench = Bench()
    bench.shelf.arrived = {"one": 300}
    bench.shelf.refuses = FolderUnwritable("/models")
    bench.desk.cancel("one")
    bench.run()
    (told,) = bench.removed
    assert isinstance(told.problem, FolderUnwritable)


def test_removing_what_is_on_its_way_cancels_it() -> None:
    bench = Bench()
    bench.shelf.steps = (300, lambda: bench.desk.remove("one"), 600)
    bench.get()
    assert bench.ended == [ModelGetEnded("one", is_there=False)]
    assert bench.shelf.arrived == {}


def test_removing_what_has_just_come_removes_it() -> None:
    bench = Bench()
    bench.shelf.steps = (SIZE, lambda: bench.desk.remove("one"))
    bench.get()
    assert bench.ended == [ModelGetEnded("one", is_there=True)]
    assert bench.removed == [ModelRemoveEnded("one", SIZE)]
    assert bench.places["one"] is Place.NOWHERE


def test_a_wish_to_remove_does_not_outlive_the_download_it_was_about() -> None:
    bench = Bench()
    bench.shelf.steps = (300, lambda: bench.desk.remove("one"), 600)
    bench.get()
    bench.shelf.steps = (SIZE,)
    bench.get()
    assert bench.shelf.arrived == {"one": SIZE}
    assert bench.removed == []


def test_one_that_is_being_removed_is_got_again_after_that() -> None:
    bench = Bench()
    bench.shelf.arrived = {"one": SIZE}
    bench.desk.remove("one")
    bench.desk.get("one")
    bench.downloads.run()
    assert bench.shelf.done == []
    bench.disk.run()
    bench.downloads.advance(REMOVAL_SECONDS)
    assert bench.shelf.done == [("remove", "one"), ("get", "one")]
    assert bench.ended == [ModelGetEnded("one", is_there=True)]


# --- the end ---


def test_closing_pauses_what_runs_and_drops_what_waits() -> None:
    bench = Bench()
    bench.shelf.steps = (300, bench.desk.close, 600, SIZE)
    bench.desk.get("one")
    bench.desk.get("two")
    bench.run()
    assert bench.ended == [ModelGetEnded("two", is_there=False), ModelGetEnded("one", is_there=False)]
    assert bench.shelf.arrived == {"one": 600}


def test_nothing_is_taken_up_after_the_end() -> None:
    bench = Bench()
    bench.desk.close()
    bench.desk.look()
    bench.desk.get("one")
    bench.desk.remove("one")
    bench.desk.cancel("one")
    bench.desk.pause("one")
    bench.run()
    assert bench.posted == []
    assert bench.shelf.done == []
