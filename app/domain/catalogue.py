"""The speech models that Sayso knows by name, as data: what each is good for and how its files are known.

The data is `resources/models.toml`. A model whose weights also come as installed packages names their files;
every file with a hash is used only when it agrees. Fails with ValueError, naming the model, when the data
itself is wrong.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from app.domain.compute import memory_megabytes
from app.domain.problems import ModelUnknown, Problem

MODEL_FILE: Final = "model.bin"
REQUIRED_FILES: Final = (MODEL_FILE, "config.json", "tokenizer.json")
"""What every model folder must hold, beside one of `VOCABULARIES`. Without tokenizer.json faster-whisper
would ask the hub for one."""
VOCABULARIES: Final = ("vocabulary.json", "vocabulary.txt")
OPTIONAL_FILES: Final = ("preprocessor_config.json",)
KNOWN_FILES: Final = (*REQUIRED_FILES, *VOCABULARIES, *OPTIONAL_FILES)
"""All that is taken over from a download or a folder."""

MOST_LANGUAGES: Final = 99
"""Of a model that is not for English alone; those of the third generation know one more, Cantonese."""


@dataclass(frozen=True, slots=True)
class PackagedFile:
    """A model's file made of parts, each "package/path" inside an installed package."""

    name: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CatalogueModel:
    """A published model.

    `size_bytes` is that of model.bin, which is all but some megabytes of a download. `hashes` maps file
    names to their SHA-256. `packaged` names where its files are in installed packages, or is empty;
    `extra` is the extra of Sayso that installs them. `revision` pins the hub's commit the hashes belong to;
    where it is empty, a download keeps to the one that the hub answers first. `languages` is their number.
    """

    name: str
    summary: str
    repository: str
    size_bytes: int
    parameters_millions: int
    english_only: bool
    hashes: Mapping[str, str]
    revision: str = ""
    packaged: tuple[PackagedFile, ...] = ()
    extra: str = ""
    languages: int = MOST_LANGUAGES

    @property
    def is_pinned(self) -> bool:
        """Whether the weights are checked by a hash known beforehand, and not against the hub alone."""
        return MODEL_FILE in self.hashes

    def memory_megabytes(self, compute_type: str) -> int:
        """About how much memory it takes when loaded with `compute_type`."""
        return memory_megabytes(self.parameters_millions, compute_type)


class Place(StrEnum):
    """Where a model is found."""

    NOWHERE = "not here"
    MODELS_FOLDER = "models folder"
    PACKAGE = "installed package"
    OWN_FOLDER = "own folder"
    SHIPPED = "part of Sayso"


@dataclass(frozen=True, slots=True)
class ShelvedModel:
    """A model, and where it is on this computer.

    `name` is that of the catalogue, or a folder of the user's own, of which `entry` knows nothing: None.
    `path` is None where it cannot be used: `place` is NOWHERE then, and `problem` says why where that is more
    than that it was not got yet. `arrived_bytes` of a download that was stopped wait to be gone on with.
    `holds_bytes` is what `remove` would free.
    """

    name: str
    entry: CatalogueModel | None
    place: Place
    path: Path | None
    arrived_bytes: int = 0
    holds_bytes: int = 0
    problem: Problem | None = None


class Catalogue:
    """All models, in the order in which they are shown."""

    def __init__(self, models: tuple[CatalogueModel, ...], aliases: Mapping[str, str]) -> None:
        self.models = models
        self._by_name = {model.name: model for model in models}
        self._aliases = aliases

    def find(self, name: str) -> CatalogueModel | None:
        """The model called `name`, by any of its names; None when there is none."""
        return self._by_name.get(self.name_of(name))

    def name_of(self, name: str) -> str:
        """The model's own name, for any of its names; whatever else it may be, such as a folder, as it is."""
        return self._aliases.get(name, name)

    def get(self, name: str) -> CatalogueModel:
        """The model called `name`. Raises ModelUnknown."""
        model = self.find(name)
        if model is None:
            raise ModelUnknown(name)
        return model


def parse_catalogue(text: str) -> Catalogue:
    """The catalogue written in `text` (TOML). Raises ValueError."""
    data = tomllib.loads(text)
    models = tuple(_model(table) for table in data["model"])
    names = {model.name for model in models}
    aliases: dict[str, str] = data.get("aliases", {})
    if len(names) != len(models):
        raise ValueError("two models of the catalogue have the same name")
    if wrong := [alias for alias, name in aliases.items() if name not in names or alias in names]:
        raise ValueError(f"the alias {wrong[0]} names no model, or is one")
    return Catalogue(models, aliases)


def _model(table: Mapping[str, Any]) -> CatalogueModel:
    name = table.get("name", "?")
    try:
        return CatalogueModel(
            name=table["name"],
            summary=table["summary"],
            repository=table["repository"],
            revision=table.get("revision", ""),
            size_bytes=int(table["size_bytes"]),
            parameters_millions=int(table["parameters_millions"]),
            english_only=bool(table.get("english_only", False)),
            hashes=dict(table.get("sha256", {})),
            packaged=tuple(
                PackagedFile(file, tuple(parts)) for file, parts in table.get("packaged", {}).items()
            ),
            extra=table.get("extra", ""),
            languages=int(table.get("languages", 1 if table.get("english_only") else MOST_LANGUAGES)),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError(f"the catalogue's entry {name} is wrong: {error}") from error
