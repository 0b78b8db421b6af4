"""A download whose waits and whose pace are exact."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from app.adapters.model_hub import HuggingFaceHub
from app.domain.catalogue import CatalogueModel
from tests.hub_standin.fixtures import PINNED, catalogue_model

UNPINNED: Final = catalogue_model()


class Stopped(Exception):
    """The user stopped it."""


class Download:
    """Downloads with a clock that stands still but for the waits. `steps` is the progress that was told."""

    def __init__(self, address: str, folder: Path) -> None:
        self.address = address
        self.folder = folder
        self.steps: list[tuple[int, int]] = []
        self.waited = 0.0

    def run(self, model: CatalogueModel = PINNED, stop: Callable[[int], bool] = lambda _: False) -> None:
        self.steps.clear()
        self.waited = 0.0

        def on_progress(received: int, total: int) -> None:
            self.steps.append((received, total))
            if stop(received):
                raise Stopped

        # A piece takes ten seconds by this clock, so that each one after the first is of the smallest size.
        ticks = iter(range(0, 100_000, 10))
        hub = HuggingFaceHub(self.address, self.wait, lambda: float(next(ticks)))
        hub.download(model, self.folder, on_progress)

    def wait(self, seconds: float) -> None:
        self.waited += seconds

    @property
    def arrived(self) -> dict[str, bytes]:
        return {
            path.name: path.read_bytes() for path in self.folder.iterdir() if path.name != "download.json"
        }
