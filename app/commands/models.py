"""`sayso models`: which speech models there are and which are here; `get`, `remove` and `preload` them.

The list is one row for each model, with what it takes on the disk and in memory, by the compute type; a
terminal that is too narrow for that gets some lines for each.

`get` prints the model's folder, so that a script can go on with it. It takes the model from where it is
already, from installed packages, from the folder after `--from`, or else from the hub; what has arrived of a
download that was interrupted is kept, and the same command goes on there.

`preload` ticks models that are loaded ahead beside the one in use. The settings belong to the running Sayso,
which reads them at its start and writes all of them when one changes; so it is asked to tick. Only where none
runs is the file changed here, and one that was started meanwhile is asked after all.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import textwrap
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Final

from app.adapters.connections import Connections
from app.adapters.folders import Folders
from app.adapters.local_socket import send
from app.adapters.model_store import LocalModels
from app.adapters.settings_file import TomlSettingsFile
from app.commands.options import settings_of
from app.domain.catalogue import CatalogueModel, Place, ShelvedModel
from app.domain.problems import ModelInUse, ModelMissing, ModelUnknown, NotRunning
from app.domain.remote import Command, Request
from app.domain.settings import Settings
from app.parts import models_of

COMPUTE_TYPES: Final = ("int8", "float16", "float32")
"""One of each width: what a model takes in memory depends on that alone."""

HEADINGS: Final = ("name", "disk", *COMPUTE_TYPES, "languages", "where", "loaded", "what it is good for")
UNLIMITED: Final = 1_000_000
"""Columns of what is no terminal."""

MEGABYTE: Final = 1_000_000
CLEAR_LINE: Final = "\r\x1b[K"


def run(options: argparse.Namespace, folders: Folders) -> int:
    """List the models, or do what `options.action` says with those that are named.

    Raises ModelUnknown, ModelMissing, ModelDamaged, ModelStays, ModelInUse, DownloadFailed, FolderUnwritable
    or DiskFull.
    """
    settings = settings_of(folders)
    models = models_of(folders, Connections(settings.privacy).guard())
    match options.action:
        case "get":
            _get(models, options.model, options.source)
        case "remove":
            _remove(models, options.model, settings)
        case "preload":
            return _preload(models, folders, options.models, wanted=not options.off)
        case _:
            _list(models, settings)
    return 0


# --- the list ---


def _list(models: LocalModels, settings: Settings) -> None:
    columns = shutil.get_terminal_size((UNLIMITED, 24)).columns
    shelf = models.shelf((settings.speech.model, *settings.models.folders))
    known = [(one, one.entry) for one in shelf if one.entry]
    rows = [HEADINGS, *(_row(one, entry, _loaded(models, one.name, settings)) for one, entry in known)]
    lines = _aligned(rows)
    if max(map(len, lines)) <= columns:
        print("\n".join(lines))
    else:
        for row in rows[1:]:
            print(_block(row, columns))
    for one in shelf:
        if one.entry is None:
            print("  ".join(filter(None, (one.name, _where(one), _loaded(models, one.name, settings)))))


def _row(one: ShelvedModel, entry: CatalogueModel, loaded: str) -> tuple[str, ...]:
    """As `HEADINGS` has it."""
    memory = (f"{entry.memory_megabytes(compute_type):,} MB" for compute_type in COMPUTE_TYPES)
    languages = "English" if entry.languages == 1 else str(entry.languages)
    return (one.name, _size(entry.size_bytes), *memory, languages, _where(one), loaded, entry.summary)


def _aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    """One line for each row; sizes to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    sizes = range(1, 2 + len(COMPUTE_TYPES))
    return [
        "  ".join(
            f"{text:>{width}}" if place in sizes else f"{text:<{width}}"
            for place, (text, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]


def _block(row: Sequence[str], columns: int) -> str:
    """The same row on several lines, the name first."""
    name, disk, *memory, languages, where, loaded, summary = row
    spoken = f"{languages} languages" if languages.isdigit() else languages
    facts = ", ".join(filter(None, (f"{disk} on disk", spoken, where, loaded)))
    sizes = ", ".join(f"{size} as {one}" for size, one in zip(memory, COMPUTE_TYPES, strict=True))
    texts = (f"{facts}.", f"In memory about {sizes}.", summary)
    wrap = textwrap.TextWrapper(max(columns, 30), initial_indent="    ", subsequent_indent="    ")
    return "\n".join((name, *(line for text in texts for line in wrap.wrap(text))))


def _loaded(models: LocalModels, name: str, settings: Settings) -> str:
    """Whether and why the model is loaded ahead: in use, ticked, or both."""
    words = {
        "in use": _names(models, settings.speech.model, name),
        "preloaded": any(_names(models, one, name) for one in settings.models.preload),
    }
    return ", ".join(word for word, holds in words.items() if holds)


# --- loading ahead ---


def _preload(models: LocalModels, folders: Folders, names: Sequence[str], *, wanted: bool) -> int:
    """Tick or untick; 1 where the running Sayso does not take it on. Nothing is done if one name is wrong."""
    settings = settings_of(folders)
    chosen = [_to_preload(models, name, settings, wanted=wanted) for name in names]
    try:
        if refusal := _ask(folders, chosen, wanted=wanted):
            _tell(f"sayso: {refusal}")
            return 1
    except NotRunning:
        _write_down(folders, settings, chosen, wanted=wanted)
        with suppress(NotRunning):
            _ask(folders, chosen, wanted=wanted)
    for name in chosen:
        if wanted:
            _tell(f"{name} is loaded ahead.")
        elif _names(models, settings.speech.model, name):
            _tell(f"{name} is the one in use, so it is loaded ahead all the same.")
        else:
            _tell(f"{name} is loaded when it is needed.")
    return 0


def _to_preload(models: LocalModels, name: str, settings: Settings, *, wanted: bool) -> str:
    """As the settings are to name it. Raises ModelUnknown, and where it is `wanted` what keeps it from being
    used."""
    if not wanted and name in settings.models.preload:
        return name
    model = _catalogue_name(models, name) or name
    for one in models.shelf((settings.speech.model, *settings.models.folders)):
        if one.name == model:
            if wanted and one.path is None:
                raise one.problem or ModelMissing(model)
            return model
    raise ModelUnknown(name)


def _ask(folders: Folders, names: Sequence[str], *, wanted: bool) -> str:
    """Why the running Sayso does not take it on; empty where it does. Raises NotRunning."""
    for name in names:
        reply = send(folders.runtime, Request(Command.PRELOAD, model=name, off=not wanted))
        if not reply.ok:
            return reply.text
    return ""


def _write_down(folders: Folders, settings: Settings, names: Sequence[str], *, wanted: bool) -> None:
    """Raises FolderUnwritable or DiskFull."""
    models = settings.models
    for name in names:
        models = models.with_preload(name, wanted=wanted)
    if models != settings.models:
        TomlSettingsFile(folders.settings_file).save(replace(settings, models=models))


# --- getting and removing ---


def _get(models: LocalModels, model: str, source: Path | None) -> None:
    entry, found = _find(models, model)
    if source is not None:
        folder = models.copy_in(model, source, _show_progress)
    else:
        if found.place is Place.NOWHERE:
            _tell_costs(entry)
        try:
            folder = models.get(model, _show_progress)
        except KeyboardInterrupt:
            _tell(f"What has arrived is kept; “sayso models get {model}” goes on there.")
            raise
    _tell("", end="")
    print(folder)


def _remove(models: LocalModels, model: str, settings: Settings) -> None:
    """As on the models page: not while dictations use it. Raises a Problem."""
    entry, found = _find(models, model)
    is_to_free = found.path is not None and found.holds_bytes > 0
    if is_to_free and _names(models, settings.speech.model, entry.name):
        raise ModelInUse(entry.name)
    freed = models.remove(model)
    _tell(f"{entry.name} is removed, which frees {_size(freed)}.")
    if _find(models, model)[1].place is Place.PACKAGE:
        _tell(f"It can still be used: {entry.name} belongs to an installed package.")


def _names(models: LocalModels, given: str, name: str) -> bool:
    """Whether `given`, any of a model's names or a folder, is the model `name`."""
    return name in (given, _catalogue_name(models, given))


def _catalogue_name(models: LocalModels, model: str) -> str:
    """Its name in the catalogue; empty where it has none."""
    with suppress(ModelUnknown):
        return models.name_of(model)
    return ""


def _find(models: LocalModels, model: str) -> tuple[CatalogueModel, ShelvedModel]:
    """The model by any of its names, and what is here of it. Raises ModelUnknown."""
    name = models.name_of(model)
    for one in models.shelf():
        if one.entry and one.name == name:
            return one.entry, one
    raise ModelUnknown(model)


def _tell_costs(entry: CatalogueModel) -> None:
    """What the download and the model cost, before anything is asked of the hub."""
    memory = ", ".join(f"{entry.memory_megabytes(one):,} MB as {one}" for one in COMPUTE_TYPES)
    check = "checked by its hash" if entry.is_pinned else "checked against the hub only"
    _tell(f"{entry.name}: {_size(entry.size_bytes)} from {entry.repository} on the hub, {check}.")
    _tell(f"In memory about {memory}.")


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
