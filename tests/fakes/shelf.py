"""Speech models that come and go as a test says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from app.domain.catalogue import CatalogueModel, Place, ShelvedModel
from app.domain.problems import ModelMissing, ModelUnknown

Step = int | Exception | Callable[[], None]
"""Of getting a model: so many of 1,000 bytes have arrived, or it fails, or something happens meanwhile."""
SIZE = 1000


def entry(name: str) -> CatalogueModel:
    return CatalogueModel(name, "Good.", f"house/{name}", SIZE, 39, False, {})


class SteppedShelf:
    """Models are got in `steps`, the same ones for each. `arrived` has the bytes of each by its name;
    SIZE of them are a whole one. `done` notes what was asked for."""

    def __init__(self, *steps: Step, names: Sequence[str] = ("one", "two")) -> None:
        self.steps = steps or (SIZE,)
        self.names = tuple(names)
        self.arrived: dict[str, int] = {}
        self.done: list[tuple[str, str]] = []
        self.refuses: Exception | None = None

    def shelf(self, own: Sequence[str] = ()) -> tuple[ShelvedModel, ...]:
        if self.refuses:
            raise self.refuses
        return (*map(self._shelved, self.names), *map(self._own, own))

    def get(self, model: str, on_progress: Callable[[int, int], None]) -> Path:
        return self._get("get", model, on_progress)

    def copy_in(self, model: str, source: Path, on_progress: Callable[[int, int], None]) -> Path:
        return self._get(f"copy from {source.name}", model, on_progress)

    def remove(self, model: str) -> int:
        self._note("remove", model)
        if self.refuses:
            raise self.refuses
        if model not in self.arrived:
            raise ModelMissing(model)
        return self.arrived.pop(model)

    def discard(self, model: str) -> int:
        self._note("discard", model)
        if self.refuses:
            raise self.refuses
        return self.arrived.pop(model, 0) if self.arrived.get(model, 0) < SIZE else 0

    def _get(self, how: str, model: str, on_progress: Callable[[int, int], None]) -> Path:
        self._note(how, model)
        for step in self.steps:
            if isinstance(step, Exception):
                raise step
            if isinstance(step, int):
                self.arrived[model] = step
                on_progress(step, SIZE)
            else:
                step()
        self.arrived[model] = SIZE
        return Path(model)

    def _note(self, what: str, model: str) -> None:
        if model not in self.names:
            raise ModelUnknown(model)
        self.done.append((what, model))

    def _shelved(self, name: str) -> ShelvedModel:
        arrived = self.arrived.get(name, 0)
        if arrived == SIZE:
            return ShelvedModel(name, entry(name), Place.MODELS_FOLDER, Path(name), 0, SIZE)
        return ShelvedModel(name, entry(name), Place.NOWHERE, None, arrived, arrived)

    def _own(self, name: str) -> ShelvedModel:
        return ShelvedModel(name, None, Place.OWN_FOLDER, Path(name))
