"""`sayso models`: which speech models there are and which are here; `sayso models get NAME` downloads one."""

from __future__ import annotations

import argparse
import sys

from app.adapters.folders import Folders
from app.domain.problems import ModelUnknown
from app.parts import models_of

MEGABYTE = 1_000_000


def run(options: argparse.Namespace, folders: Folders) -> int:
    """List the catalogue, or get `options.model`. Raises ModelUnknown, DownloadFailed, StorageProblem."""
    models = models_of(folders)
    if options.action == "get":
        if not options.model:
            raise ModelUnknown("")
        folder = models.download(options.model, _show_progress)
        print(file=sys.stderr)
        print(folder)
        return 0
    states = models.list()
    width = max(len(state.name) for state in states)
    for state in states:
        size = f"{state.size_bytes / MEGABYTE:,.0f} MB" if state.size_bytes else ""
        where = state.source if state.path or state.source else "not here"
        print(f"{state.name:<{width}}  {size:>9}  {where:<14}  {state.summary}")
    return 0


def _show_progress(received: int, total: int) -> None:
    if sys.stderr.isatty():
        share = f"{received / total:4.0%} of {total / MEGABYTE:,.0f} MB" if total else f"{received:,} bytes"
        print(f"\r{share}", end="", file=sys.stderr, flush=True)
