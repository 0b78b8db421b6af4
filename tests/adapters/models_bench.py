"""A computer with models in packages, and a hub that lays files down."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from app.adapters.model_store import LocalModels
from app.domain.catalogue import Catalogue, CatalogueModel, PackagedFile
from app.domain.problems import DownloadFailed

WEIGHTS = bytes(range(256)) * 8_000
FILES = {"model.bin": WEIGHTS, "config.json": b"{}", "tokenizer.json": b"{}", "vocabulary.txt": b"a\nb\n"}


class FolderHub:
    """A hub that lays down given files. `downloads` counts how often."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.files = files
        self.downloads = 0

    def download(self, model: CatalogueModel, folder: Path, on_progress: Callable[[int, int], None]) -> None:
        if not self.files:
            raise DownloadFailed(model.name, "the hub does not answer")
        self.downloads += 1
        write_model(folder, self.files)
        on_progress(1, 1)


def ignore(received: int, total: int) -> None:
    """Nobody looks at the progress."""


def write_model(folder: Path, files: dict[str, bytes] = FILES) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder


def model(name: str, *parts: str, hash: str = "") -> CatalogueModel:
    packaged = (
        PackagedFile("model.bin", parts),
        *(PackagedFile(file, (f"first/data/{file}",)) for file in FILES if file != "model.bin"),
    )
    hashes = {"model.bin": hash or hashlib.sha256(WEIGHTS).hexdigest()}
    return CatalogueModel(
        name, "Good.", f"house/{name}", len(WEIGHTS), 39, False, hashes, "", packaged, "extra"
    )


class Computer:
    """Two installed packages with a model split over them, one with a whole one, and a store over all."""

    def __init__(self, folder: Path, hub: FolderHub | None = None) -> None:
        self.packages, self.models, self.cache = folder / "packages", folder / "models", folder / "cache"
        half = len(WEIGHTS) // 2
        parts = {name: content for name, content in FILES.items() if name != "model.bin"}
        write_model(self.packages / "first/data", {**parts, "model.bin.part1": WEIGHTS[:half]})
        write_model(self.packages / "second/data", {"model.bin.part2": WEIGHTS[half:]})
        split = model("split", "first/data/model.bin.part1", "second/data/model.bin.part2")
        (self.packages / "first/data/model.bin").write_bytes(WEIGHTS)
        whole = model("whole", "first/data/model.bin")
        self.catalogue = Catalogue((split, whole, model("absent", "third/model.bin")), {"other": "split"})
        self.hub = hub or FolderHub(FILES)
        self.store = self.another()

    def another(self) -> LocalModels:
        """A store like that of the next start."""
        return LocalModels(self.catalogue, self.models, self.cache, self.hub, self.find)

    def find(self, package: str) -> list[Path]:
        folder = self.packages / package
        return [folder] if folder.is_dir() else []
