"""A pool over models that exist only as numbers, which notice when they are used wrongly."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from app.domain.compute import CPU
from app.domain.hardware import MEGABYTE as MB
from app.domain.model_budget import Footprint, Limits
from app.domain.models import EngineFacts
from app.domain.problems import OutOfMemory, Problem
from app.domain.settings import SpeechSettings
from app.services.model_pool import ModelPool
from app.services.model_pool_parts import Scales
from app.services.ports import Recognizer
from tests.fakes import FakeClock, FakeRecognizer

WAIT = 20.0
SIZES = {"tiny": 100, "base": 200, "small": 400, "medium": 900}
"""What the models of the tests take, in MB."""


def model(name: str) -> SpeechSettings:
    return SpeechSettings(model=name)


class Once:
    """A lock that nobody ever has to wait for: who would, breaks the rule that it stands for."""

    def __init__(self, rule: str) -> None:
        self._rule = rule
        self._lock = threading.Lock()

    @contextmanager
    def alone(self) -> Iterator[None]:
        if not self._lock.acquire(blocking=False):
            raise AssertionError(self._rule)
        try:
            yield
        finally:
            self._lock.release()


class PooledFake(FakeRecognizer):
    """A recognizer that notices a second thread, and use after its end."""

    def __init__(self, facts: EngineFacts, loader: PoolLoader) -> None:
        super().__init__()
        self.facts = facts
        self._loader = loader
        self._use = Once(f"{facts.model} is used by two threads")

    def next_answer(self) -> str:
        with self._use.alone():
            assert not self.is_closed, f"{self.facts.model} is used after it was unloaded"
            return self.facts.model

    def close(self) -> None:
        with self._use.alone(), self._loader.work.alone():
            assert not self.is_closed, f"{self.facts.model} is unloaded twice"
            super().close()
            self._loader.alive.remove(self)


class Gate:
    """Holds a loading up: `began` is set when it waits, `go` lets it end."""

    def __init__(self) -> None:
        self.began = threading.Event()
        self.go = threading.Event()


class PoolLoader:
    """Loads models of given sizes; notices two loadings at once.

    `failures` are raised for the model they name; `gates` hold a loading up; `devices` says where a model
    is; `room` is how many models the graphics card holds, further ones land on the processor.
    """

    def __init__(self) -> None:
        self.work = Once("two models are loaded or unloaded at once")
        self.alive: list[PooledFake] = []
        self.loaded: list[str] = []
        self.failures: dict[str, BaseException] = {}
        self.gates: dict[str, Gate] = {}
        self.devices: dict[str, str] = {}
        self.card_room = 99
        self.memory_room = 99
        self.is_apart = False

    def load(self, settings: SpeechSettings) -> Recognizer:
        with self.work.alone():
            self.loaded.append(settings.model)
            if gate := self.gates.get(settings.model):
                gate.began.set()
                assert gate.go.wait(WAIT)
            if failure := self.failures.get(settings.model):
                raise failure
            if len(self.alive) >= self.memory_room:
                raise OutOfMemory("processor")
            device = self.devices.get(settings.model, CPU)
            on_card = sum(one.facts.device != CPU for one in self.alive)
            fallbacks = ("In use instead: processor, int8.",) if on_card >= self.card_room else ()
            place = CPU if fallbacks else device
            facts = EngineFacts(settings.model, place, "int8", True, 0.1, fallbacks, self.is_apart)
            one = PooledFake(facts, self)
            self.alive.append(one)
            return one


class ProcessOfFakes:
    """The memory of a process that holds nothing but the loader's models, and returns it only when told."""

    def __init__(self, loader: PoolLoader, sizes: dict[str, int] | None = None) -> None:
        self._loader = loader
        self.sizes = sizes or SIZES
        self._resident = 0

    def used(self) -> int | None:
        self._resident = max(self._resident, self._alive())
        return self._resident

    def give_back(self) -> None:
        self._resident = self._alive()

    def _alive(self) -> int:
        return sum(self.sizes[one.facts.model] for one in tuple(self._loader.alive)) * MB


class PoolBench:
    """A pool, what it posted, and what is under it."""

    def __init__(self, limits: Limits | None = None) -> None:
        self.clock = FakeClock()
        self.loader = PoolLoader()
        self.memory = ProcessOfFakes(self.loader)
        self.missing: dict[str, Problem] = {}
        self.posted: list[object] = []
        self.told = threading.Condition()
        self.pool = ModelPool(
            self.loader,
            self.find,
            self.clock,
            self.post,
            Scales(self.sizes, self.memory),
            limits or Limits(),
        )

    def find(self, settings: SpeechSettings) -> None:
        if problem := self.missing.get(settings.model):
            raise problem

    def post(self, event: object) -> None:
        with self.told:
            self.posted.append(event)
            self.told.notify_all()

    def sizes(self, settings: SpeechSettings) -> Footprint:
        device = (
            settings.device if settings.device != "auto" else self.loader.devices.get(settings.model, CPU)
        )
        return Footprint(str(device), SIZES[settings.model] * MB)

    def wait_for(self, kind: type, count: int = 1) -> None:
        """Wait until `count` events of `kind` were posted."""
        with self.told:
            assert self.told.wait_for(lambda: len(self.of(kind)) >= count, WAIT), self.posted

    def of(self, kind: type) -> list[object]:
        return [event for event in self.posted if isinstance(event, kind)]

    def use(self, name: str) -> None:
        """Lease a model and let it go again."""
        with self.pool.lease(model(name)) as recognizer:
            assert recognizer.facts.model == name

    @property
    def names(self) -> list[str]:
        """The models in memory, in the order of their loading."""
        return [one.model for one in self.pool.state]
