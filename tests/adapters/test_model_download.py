"""Getting a model from end to end: the desk with two real threads, the store, and a stand-in for the hub."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.adapters.clock import SystemClock
from app.adapters.download import TIMEOUT
from app.adapters.model_hub import HuggingFaceHub
from app.adapters.model_store import LocalModels
from app.domain.catalogue import Catalogue, CatalogueModel, Place
from app.domain.problems import DownloadFailed
from app.services.events import ModelArriving, ModelGetEnded, ModelRemoveEnded, ModelsShelved
from app.services.model_desk import ModelDesk
from app.services.worker import Worker
from tests.hub_standin import Fault, HubStandIn
from tests.hub_standin.fixtures import FIRST, NEEDED, PINNED, REPOSITORY, TOTAL, WEIGHTS, hub

__all__ = ["hub"]

SECONDS = 30.0
ABSENT = CatalogueModel("absent", "Good.", "house/absent", 5, 39, False, {})


class Program:
    """The desk as the program has it. Events are taken one by one, in order."""

    def __init__(self, address: str, folder: Path) -> None:
        self.folder = folder / "models" / "one"
        self.events: queue.Queue[object] = queue.Queue()
        self.failures: list[Exception] = []
        clock = SystemClock()
        disk, downloads = (Worker(name, clock, self.failures.append) for name in ("disk", "downloads"))
        self.workers = (disk, downloads)
        # It waits for a busy hub without letting time pass, as in every test.
        source = HuggingFaceHub(address, pause=lambda _: None)
        self.store = LocalModels(
            Catalogue((PINNED, ABSENT), {}), folder / "models", folder / "cache", source, lambda _: []
        )
        self.desk = ModelDesk(disk, downloads, self.store, clock, self.events.put)
        for worker in self.workers:
            worker.start()

    def close(self) -> None:
        self.desk.close()
        for worker in self.workers:
            worker.close()

    def until(self, kind: type) -> list[object]:
        """The events up to the first of that kind, it included."""
        taken: list[object] = []
        while not taken or not isinstance(taken[-1], kind):
            taken.append(self.events.get(timeout=SECONDS))
        return taken

    def get(self) -> ModelGetEnded:
        self.desk.get("one")
        ended = self.until(ModelGetEnded)[-1]
        assert isinstance(ended, ModelGetEnded)
        return ended

    def shelved(self) -> tuple[Place, int]:
        """Where the model is by the next list, and how much of it has arrived."""
        found = self.until(ModelsShelved)[-1]
        assert isinstance(found, ModelsShelved)
        return found.models[0].place, found.models[0].arrived_bytes

    @property
    def files(self) -> dict[str, bytes]:
        return {
            path.name: path.read_bytes() for path in self.folder.iterdir() if path.name != "download.json"
        }


@pytest.fixture
def program(hub: HubStandIn, tmp_path: Path) -> Iterator[Program]:
    one = Program(hub.address, tmp_path)
    yield one
    one.close()
    assert one.failures == []


def test_a_model_is_got_looked_at_and_removed(program: Program) -> None:
    program.desk.get("one")
    *before, ended = program.until(ModelGetEnded)
    assert ended == ModelGetEnded("one", is_there=True)
    assert before[0] == ModelArriving("one", 0, 0)
    assert all(isinstance(event, ModelArriving) for event in before)
    assert program.files == NEEDED
    assert program.shelved() == (Place.MODELS_FOLDER, 0)
    assert program.store.locate("one") == program.folder
    program.desk.remove("one")
    removed = program.until(ModelRemoveEnded)[-1]
    assert isinstance(removed, ModelRemoveEnded)
    assert removed.freed_bytes >= TOTAL
    assert program.shelved() == (Place.NOWHERE, 0)


def held_at_the_second_piece(hub: HubStandIn) -> threading.Event:
    """Lets the first piece of the weights through and holds the next one; set it to let that go."""
    held = threading.Event()
    hub.faults = [Fault("model.bin"), Fault("model.bin", held=held)]
    return held


def until_the_second_piece(hub: HubStandIn, program: Program) -> None:
    program.desk.get("one")
    hub.wait_for("model.bin", 2, SECONDS)


def test_a_pause_keeps_what_has_arrived_and_goes_on_there(hub: HubStandIn, program: Program) -> None:
    held = held_at_the_second_piece(hub)
    until_the_second_piece(hub, program)
    program.desk.pause("one")
    held.set()
    assert program.until(ModelGetEnded)[-1] == ModelGetEnded("one", is_there=False)
    place, arrived = program.shelved()
    assert place is Place.NOWHERE
    assert 0 < arrived <= TOTAL
    part = program.folder / "model.bin.part"
    begun = part.stat().st_size
    assert part.read_bytes() == WEIGHTS[:begun]
    hub.asked.clear()
    assert program.get() == ModelGetEnded("one", is_there=True)
    assert program.files == NEEDED
    assert all(int(one.split("-")[0]) >= begun for one in hub.ranges("model.bin"))


@pytest.mark.parametrize("stop", [ModelDesk.pause, ModelDesk.cancel])
def test_nobody_who_stops_a_download_waits_for_a_hub_that_hangs(
    hub: HubStandIn, program: Program, stop: Callable[[ModelDesk, str], None]
) -> None:
    held = held_at_the_second_piece(hub)
    until_the_second_piece(hub, program)
    began = time.monotonic()
    stop(program.desk, "one")
    assert program.until(ModelGetEnded)[-1] == ModelGetEnded("one", is_there=False)
    assert time.monotonic() - began < TIMEOUT / 2
    assert program.get() == ModelGetEnded("one", is_there=True)
    # What comes now is nobody's.
    held.set()
    assert program.files == NEEDED


def test_a_cancel_leaves_nothing_behind(hub: HubStandIn, program: Program) -> None:
    held = held_at_the_second_piece(hub)
    until_the_second_piece(hub, program)
    program.desk.cancel("one")
    held.set()
    assert program.until(ModelGetEnded)[-1] == ModelGetEnded("one", is_there=False)
    assert program.shelved() == (Place.NOWHERE, 0)
    assert not program.folder.exists()


def test_the_list_is_told_while_a_download_hangs(hub: HubStandIn, program: Program) -> None:
    held = held_at_the_second_piece(hub)
    until_the_second_piece(hub, program)
    program.desk.look()
    place, arrived = program.shelved()
    assert place is Place.NOWHERE
    assert arrived > 0
    held.set()
    program.until(ModelGetEnded)


def test_another_start_goes_on_with_what_is_here(hub: HubStandIn, program: Program, tmp_path: Path) -> None:
    held = held_at_the_second_piece(hub)
    until_the_second_piece(hub, program)
    program.desk.pause("one")
    held.set()
    program.until(ModelGetEnded)
    hub.asked.clear()
    again = Program(hub.address, tmp_path)
    try:
        assert again.get() == ModelGetEnded("one", is_there=True)
    finally:
        again.close()
    assert not any(one.startswith("0-") for one in hub.ranges("model.bin"))


@pytest.mark.parametrize(
    "fault",
    [
        Fault("model.bin", times=2, status=503),
        Fault("model.bin", times=2, status=429, headers={"Retry-After": "3"}),
        Fault("model.bin", times=2, cut=100),
        Fault("list", status=502),
    ],
    ids=["busy", "too many requests", "cut", "busy at once"],
)
def test_what_passes_is_sat_out(hub: HubStandIn, program: Program, fault: Fault) -> None:
    hub.faults = [fault]
    assert program.get() == ModelGetEnded("one", is_there=True)
    assert program.files == NEEDED


def test_weights_that_are_not_what_was_published_are_refused(hub: HubStandIn, program: Program) -> None:
    repository = hub.repositories[REPOSITORY]
    repository.told = dict(NEEDED)
    repository.commits[FIRST]["model.bin"] = WEIGHTS[:-1] + b"?"
    ended = program.get()
    assert isinstance(ended.problem, DownloadFailed)
    assert "not what was published" in ended.problem.sentence
    place, arrived = program.shelved()
    assert place is Place.NOWHERE
    assert arrived < len(WEIGHTS)
    repository.commits[FIRST]["model.bin"] = WEIGHTS
    assert program.get() == ModelGetEnded("one", is_there=True)


def test_a_hub_without_the_model_and_one_that_went_away_are_told(hub: HubStandIn, program: Program) -> None:
    program.desk.get("absent")
    ended = program.until(ModelGetEnded)[-1]
    assert isinstance(ended, ModelGetEnded)
    assert isinstance(ended.problem, DownloadFailed)
    assert "no such model" in ended.problem.sentence
    hub.close()
    last = program.get()
    assert isinstance(last.problem, DownloadFailed)
    assert "does not answer" in last.problem.sentence


def test_closing_while_a_download_hangs_keeps_what_has_arrived(hub: HubStandIn, program: Program) -> None:
    held = held_at_the_second_piece(hub)
    until_the_second_piece(hub, program)
    program.desk.close()
    held.set()
    assert program.until(ModelGetEnded)[-1] == ModelGetEnded("one", is_there=False)
    assert (program.folder / "model.bin.part").stat().st_size > 0
