"""Where the weights are: a folder of the user's own, the models folder, or installed packages.

Looked for in that order. Weights that come as packages are read as data files; the packages' code is never
imported. A model that lies there whole is used where it is; one that is split over packages is joined once
into the cache. Every file that the catalogue has a hash for must agree with it. Nothing is downloaded but by
`download`.

Fails with ModelUnknown, ModelMissing or ModelDamaged, each naming the model and the file; joining also with
FolderUnwritable or DiskFull.
"""

from __future__ import annotations

import importlib.resources
import logging
import os
from collections.abc import Callable
from pathlib import Path
from typing import Final, Protocol, TypeAlias

from app.adapters.cuda_libraries import package_folders
from app.adapters.model_files import Stamps, copy_small, empty_file, join_parts, missing_file
from app.domain.catalogue import MODEL_FILE, Catalogue, CatalogueModel, parse_catalogue
from app.domain.models import ModelState
from app.domain.problems import ModelDamaged, ModelMissing, ModelUnknown

logger = logging.getLogger(__name__)

CATALOGUE_FILE: Final = "models.toml"

Parts: TypeAlias = dict[str, list[Path]]
"""The parts of each file of a model, by the file's name."""
Folders: TypeAlias = list[Path]


class Hub(Protocol):
    """Where models are downloaded from."""

    def download(self, model: CatalogueModel, folder: Path, on_progress: Callable[[int, int], None]) -> None:
        """Put all files of `model` into `folder`, verified. Raises DownloadFailed and disk problems."""


def bundled_catalogue() -> Catalogue:
    """The catalogue that comes with Sayso."""
    text = importlib.resources.files("resources").joinpath(CATALOGUE_FILE).read_text(encoding="utf-8")
    return parse_catalogue(text)


class LocalModels:
    """The models on this computer.

    Args:
        catalogue: those that have names.
        models: the user's models folder, one folder inside for each downloaded model.
        cache: a folder for joined weights and stamps; may be emptied at any time.
        hub: what downloads.
        find_package: gives the folders of an installed package without importing it.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        models: Path,
        cache: Path,
        hub: Hub,
        find_package: Callable[[str], Folders] = package_folders,
    ) -> None:
        self._catalogue = catalogue
        self._models = models
        self._cache = cache
        self._hub = hub
        self._find_package = find_package
        self._stamps = Stamps(cache / "stamps")

    def list(self) -> tuple[ModelState, ...]:
        """All models of the catalogue, in its order; nothing is hashed for it."""
        return tuple(self._state(model) for model in self._catalogue.models)

    def locate(self, model: str) -> Path:
        """The folder of `model` (a catalogue name or a folder), its files verified by hash.

        Raises ModelUnknown, ModelMissing, ModelDamaged, and FolderUnwritable or DiskFull while joining.
        """
        known = self._catalogue.find(model)
        if known is None:
            return _own_folder(model)
        folder = self._models / known.name
        if folder.is_dir() and missing_file(folder) is None:
            return self._verified(known, folder)
        if parts := self._packaged(known):
            return self._from_packages(known, parts)
        remedy = (
            f"Install Sayso with its extra “{known.extra}”, or get it with “sayso models get {known.name}”."
        )
        raise ModelMissing(known.name, remedy if known.extra else "")

    def download(self, model: str, on_progress: Callable[[int, int], None]) -> Path:
        """Get `model` from the hub into the models folder; `on_progress(received, total)` in bytes.

        What `on_progress` raises stops the download; what has arrived is kept and the next call goes on from
        there. Raises ModelUnknown, DownloadFailed, FolderUnwritable, DiskFull or ModelDamaged.
        """
        known = self._catalogue.get(model)
        folder = self._models / known.name
        self._hub.download(known, folder, on_progress)
        if missing := missing_file(folder):
            raise ModelDamaged(known.name, missing, detail="the hub has no such file")
        return self._verified(known, folder)

    def _state(self, model: CatalogueModel) -> ModelState:
        path: Path | None = None
        source = ""
        folder = self._models / model.name
        if folder.is_dir() and missing_file(folder) is None:
            path, source = folder, "models folder"
        elif parts := self._packaged(model):
            path, source = parts[MODEL_FILE][0].parent, "installed package"
        return ModelState(model.name, model.summary, model.size_bytes, model.english_only, path, source)

    def _verified(self, model: CatalogueModel, folder: Path) -> Path:
        for name, hash in model.hashes.items():
            if (folder / name).is_file():
                self._stamps.verify(model.name, folder / name, hash)
        if empty := empty_file(folder):
            raise ModelDamaged(model.name, empty)
        return folder

    def _packaged(self, model: CatalogueModel) -> Parts:
        """The parts of each of its files in installed packages; empty when any is not there."""
        found: Parts = {}
        for file in model.packaged:
            parts = [self._packaged_part(part) for part in file.parts]
            found[file.name] = [part for part in parts if part is not None]
            if len(found[file.name]) != len(parts):
                return {}
        return found

    def _packaged_part(self, part: str) -> Path | None:
        package, _, inside = part.partition("/")
        paths = (folder / inside for folder in self._find_package(package))
        return next((path for path in paths if path.is_file()), None)

    def _from_packages(self, model: CatalogueModel, parts: Parts) -> Path:
        folders = {path.parent for paths in parts.values() for path in paths}
        lies_whole = len(folders) == 1 and all(
            len(paths) == 1 and paths[0].name == name for name, paths in parts.items()
        )
        if lies_whole:
            return self._verified(model, folders.pop())
        return self._joined(model, parts)

    def _joined(self, model: CatalogueModel, parts: Parts) -> Path:
        folder = self._cache / model.name
        if missing_file(folder) is None:
            try:
                return self._verified(model, folder)
            except ModelDamaged as damage:
                logger.warning("the joined weights of %s are joined anew: %s", model.name, damage.detail)
        target = folder / MODEL_FILE
        wanted = model.hashes.get(MODEL_FILE, "")
        join_parts(model.name, parts[MODEL_FILE], target, wanted)
        copy_small({name: paths[0] for name, paths in parts.items() if name != MODEL_FILE}, folder)
        if wanted:
            self._stamps.remember(target, wanted)
        return self._verified(model, folder)


def _own_folder(model: str) -> Path:
    """A folder of the user's own. Raises ModelUnknown, ModelMissing or ModelDamaged."""
    folder = Path(model).expanduser()
    if not folder.is_dir():
        if os.sep in model or "/" in model:
            raise ModelMissing(model, "There is no such folder; choose another in Settings.")
        raise ModelUnknown(model)
    if missing := missing_file(folder):
        raise ModelMissing(model, f"{missing} is not in that folder; it must hold a converted model.")
    if empty := empty_file(folder):
        raise ModelDamaged(folder.name, empty)
    return folder
