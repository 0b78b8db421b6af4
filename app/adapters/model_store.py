"""Where the weights are: a folder of the user's own, the models folder, what came with Sayso, or installed
packages.

Looked for in that order. Weights that come as packages are read as data files; the packages' code is never
imported. A model that lies there whole is used where it is; one that is split over packages is joined once
into the cache. Every file that the catalogue has a hash for must agree with it; of a download also those that
the hub told a hash of. Nothing is downloaded but by `get` and `download`, and nothing is removed but what
Sayso itself put into the models folder and the cache.

Fails with ModelUnknown, ModelMissing or ModelDamaged, each naming the model and the file; joining also with
FolderUnwritable or DiskFull.
"""

from __future__ import annotations

import importlib.resources
import logging
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, Protocol, TypeAlias

from app.adapters.cuda_libraries import package_folders
from app.adapters.disk import MORE_ROOM, storage_problem
from app.adapters.model_files import (
    RECEIPT_FILE,
    Stamps,
    arrived_bytes,
    copy_model,
    copy_small,
    drop_parts,
    empty_file,
    folder_bytes,
    join_parts,
    missing_file,
    read_receipt,
    remove_folder,
)
from app.domain.catalogue import (
    KNOWN_FILES,
    MODEL_FILE,
    Catalogue,
    CatalogueModel,
    Place,
    ShelvedModel,
    parse_catalogue,
)
from app.domain.models import ModelState
from app.domain.problems import (
    ModelDamaged,
    ModelMissing,
    ModelShipped,
    ModelStays,
    ModelUnknown,
    Problem,
)

logger = logging.getLogger(__name__)

CATALOGUE_FILE: Final = "models.toml"

Parts: TypeAlias = dict[str, list[Path]]
"""The parts of each file of a model, by the file's name."""
Folders: TypeAlias = list[Path]
States: TypeAlias = tuple[ModelState, ...]
Progress: TypeAlias = Callable[[int, int], None]


class Hub(Protocol):
    """Where models are downloaded from."""

    def download(self, model: CatalogueModel, folder: Path, on_progress: Progress) -> None:
        """Put all files of `model` into `folder`, verified. Raises DownloadFailed and disk problems."""


def bundled_catalogue() -> Catalogue:
    """The catalogue that comes with Sayso."""
    text = importlib.resources.files("resources").joinpath(CATALOGUE_FILE).read_text(encoding="utf-8")
    return parse_catalogue(text)


def shipped_models() -> Path:
    """Where models lie that came with the program, as in a bundle with weights; no folder where none did."""
    return Path(str(importlib.resources.files("resources").joinpath("models")))


class LocalModels:
    """The models on this computer.

    Args:
        catalogue: those that have names.
        models: the user's models folder, one folder inside for each downloaded model.
        cache: a folder for joined weights and stamps; may be emptied at any time.
        hub: what downloads.
        find_package: gives the folders of an installed package without importing it.
        find_shipped: gives the folder of the models that came with the program, one folder inside for each.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        models: Path,
        cache: Path,
        hub: Hub,
        find_package: Callable[[str], Folders] = package_folders,
        find_shipped: Callable[[], Path] = shipped_models,
    ) -> None:
        self._catalogue = catalogue
        self._models = models
        self._cache = cache
        self._hub = hub
        self._find_package = find_package
        self._shipped = find_shipped()
        self._stamps = Stamps(cache / "stamps")

    @property
    def catalogue(self) -> Catalogue:
        """All models that there are, here or not."""
        return self._catalogue

    def name_of(self, model: str) -> str:
        """The name of the catalogue for any of a model's names. Raises ModelUnknown."""
        return self._catalogue.get(model).name

    def list(self) -> States:
        """All models of the catalogue, in its order; nothing is hashed for it."""
        return tuple(self._state(model) for model in self._catalogue.models)

    def shelf(self, own: Sequence[str] = ()) -> tuple[ShelvedModel, ...]:
        """All models of the catalogue, in its order, and then the folders `own`; nothing is hashed for it.
        Names of the catalogue and empty ones in `own` are passed over."""
        folders = dict.fromkeys(name for name in own if name and self._catalogue.find(name) is None)
        return (*map(self._shelved, self._catalogue.models), *map(_shelved_folder, folders))

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
        if shipped := self._shipped_folder(known):
            return self._verified(known, shipped)
        if parts := self._packaged(known):
            return self._from_packages(known, parts)
        remedy = (
            f"Install Sayso with its extra “{known.extra}”, or get it with “sayso models get {known.name}”."
        )
        raise ModelMissing(known.name, remedy if known.extra else "")

    def get(self, model: str, on_progress: Progress) -> Path:
        """The verified folder of `model`, a name of the catalogue: where it is already, or joined from
        installed packages, or else downloaded; what is damaged is got anew. Progress and problems as of
        `download`."""
        known = self._catalogue.get(model)
        try:
            return self.locate(known.name)
        except ModelMissing:
            logger.info("%s is downloaded: it is not on this computer", known.name)
        except ModelDamaged as problem:
            logger.info("%s is downloaded anew: it is damaged (%s)", known.name, problem.detail)
        return self.download(known.name, on_progress)

    def download(self, model: str, on_progress: Progress) -> Path:
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

    def copy_in(self, model: str, source: Path, on_progress: Progress) -> Path:
        """Get `model` from a folder, without a network: copied into the models folder and verified there;
        `on_progress(copied, total)` in bytes, which stops it by raising.

        Raises ModelUnknown, ModelMissing where `source` has not all of its files, ModelDamaged where they are
        others than the catalogue's, FolderUnwritable or DiskFull.
        """
        known = self._catalogue.get(model)
        found = _own_folder(str(source.expanduser().absolute()))
        folder = self._models / known.name
        if folder.exists() and found.samefile(folder):
            return self._verified(known, folder)
        copy_model(found, folder, on_progress)
        try:
            # What is here now is no download, and none is gone on with.
            (folder / RECEIPT_FILE).unlink(missing_ok=True)
            drop_parts(folder)
        except OSError as error:
            raise storage_problem(error, folder, remedy=MORE_ROOM) from error
        try:
            return self._verified(known, folder)
        except ModelDamaged:
            remove_folder(folder)
            raise

    def remove(self, model: str) -> int:
        """Remove `model`, a name of the catalogue, whole or not, with what was joined of it; the bytes freed.

        Raises ModelUnknown, ModelMissing where nothing of it is here, ModelStays where all of it belongs to
        installed packages, or FolderUnwritable.
        """
        known = self._catalogue.get(model)
        held = [folder for folder in self._held(known) if folder.exists()]
        if not held:
            raise self._reason_to_stay(known) or ModelMissing(known.name)
        return sum(remove_folder(folder) for folder in held)

    def discard(self, model: str) -> int:
        """Throw away what has arrived of a download that is not whole; the bytes freed, 0 where there is
        none. Raises ModelUnknown or FolderUnwritable."""
        folder = self._models / self._catalogue.get(model).name
        return 0 if missing_file(folder) is None else remove_folder(folder)

    def _shelved(self, model: CatalogueModel) -> ShelvedModel:
        folder = self._models / model.name
        held = sum(map(folder_bytes, self._held(model)))
        if missing_file(folder) is None:
            return ShelvedModel(model.name, model, Place.MODELS_FOLDER, folder, 0, held)
        arrived = sum(arrived_bytes(folder, name) for name in KNOWN_FILES)
        if shipped := self._shipped_folder(model):
            return ShelvedModel(model.name, model, Place.SHIPPED, shipped, arrived, held)
        if parts := self._packaged(model):
            path = parts[MODEL_FILE][0].parent
            return ShelvedModel(model.name, model, Place.PACKAGE, path, arrived, held)
        return ShelvedModel(model.name, model, Place.NOWHERE, None, arrived, held)

    def _shipped_folder(self, model: CatalogueModel) -> Path | None:
        folder = self._shipped / model.name
        return folder if missing_file(folder) is None else None

    def _reason_to_stay(self, model: CatalogueModel) -> Problem | None:
        if self._shipped_folder(model):
            return ModelShipped(model.name)
        return ModelStays(model.name) if self._packaged(model) else None

    def _held(self, model: CatalogueModel) -> Folders:
        """The folders that hold what Sayso itself put there of `model`."""
        return [self._models / model.name, self._cache / model.name]

    def _state(self, model: CatalogueModel) -> ModelState:
        one = self._shelved(model)
        source = "" if one.path is None else one.place.value
        return ModelState(model.name, model.summary, model.size_bytes, model.english_only, one.path, source)

    def _verified(self, model: CatalogueModel, folder: Path) -> Path:
        receipt = read_receipt(folder)
        told = receipt.hashes if receipt and receipt.repository == model.repository else {}
        for name, hash in {**told, **model.hashes}.items():
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


def weights_bytes(folder: str) -> int:
    """The size of the weights in a folder of the user's own, in bytes; 0 where there are none."""
    try:
        return (Path(folder).expanduser() / MODEL_FILE).stat().st_size
    except OSError:
        return 0


def _shelved_folder(name: str) -> ShelvedModel:
    """A folder of the user's own, and whether it can be used."""
    try:
        return ShelvedModel(name, None, Place.OWN_FOLDER, _own_folder(name))
    except Problem as problem:
        return ShelvedModel(name, None, Place.NOWHERE, None, problem=problem)


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
