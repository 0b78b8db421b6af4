"""A desk of speech models whose two threads are worked off by hand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from app.domain.catalogue import Place
from app.services.events import ModelArriving, ModelGetEnded, ModelRemoveEnded, ModelsShelved
from app.services.model_desk import ModelDesk
from tests.fakes import FakeClock, FakeInbox
from tests.fakes.shelf import Step, SteppedShelf


class Bench:
    """A desk whose two threads are worked off by hand; `when` is asked at every event that is posted."""

    def __init__(self, *steps: Step) -> None:
        self.clock = FakeClock()
        self.disk, self.downloads = FakeInbox(self.clock), FakeInbox(self.clock)
        self.shelf = SteppedShelf(*steps)
        self.posted: list[object] = []
        self.times: list[float] = []
        self.when: Callable[[object], None] = lambda _: None
        self.desk = ModelDesk(self.disk, self.downloads, self.shelf, self.clock, self._post)

    def _post(self, event: object) -> None:
        self.posted.append(event)
        self.times.append(self.clock.now())
        self.when(event)

    def run(self) -> None:
        """Work both threads off."""
        while self.downloads.step() or self.disk.step():
            pass

    def get(self, model: str = "one", source: Path | None = None) -> None:
        self.desk.get(model, source)
        self.run()

    @property
    def ended(self) -> list[ModelGetEnded]:
        return [event for event in self.posted if isinstance(event, ModelGetEnded)]

    @property
    def removed(self) -> list[ModelRemoveEnded]:
        return [event for event in self.posted if isinstance(event, ModelRemoveEnded)]

    @property
    def progress(self) -> list[int]:
        return [event.received for event in self.posted if isinstance(event, ModelArriving)]

    @property
    def places(self) -> dict[str, Place]:
        """Where each model is, by the last list that was posted."""
        lists = [event for event in self.posted if isinstance(event, ModelsShelved)]
        return {model.name: model.place for model in lists[-1].models}
