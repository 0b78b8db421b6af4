"""How files and folders come into the queue, and what is said of those that give no row.

Rules: a file that is handed in by itself is transcribed, though that was done before; of a folder, dropped or
watched, only what is new: a file that was transcribed as it is now is passed over. What waits already is not
added twice. Whoever hands something in hears why nothing came of it; a watched folder tells only of what was
done before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from app.services.file_events import FilesAdded
from app.services.file_line import FileLine
from app.services.file_run import FilePlaces
from app.services.ports import Post


@dataclass(slots=True)
class _Tally:
    """What became of all that was handed in at once."""

    came: set[str] = field(default_factory=set)
    known: int = 0
    listed: list[str] = field(default_factory=list)
    empty: list[str] = field(default_factory=list)


class FileIntake:
    """Belongs to the thread "files". `post` takes FilesAdded."""

    def __init__(self, line: FileLine, places: FilePlaces, post: Post) -> None:
        self._line = line
        self._places = places
        self._post = post

    def take(self, paths: Sequence[Path]) -> Iterator[None]:
        """Files, and all that is in folders: a folder at a time, so that a large tree holds nothing up."""
        tally = _Tally()
        for path in paths:
            is_folder, is_empty = self._places.is_folder(path), True
            for files in self._places.walk(path):
                if files:
                    is_empty = False
                    self._add(files, tally, only_new=is_folder)
                yield
            if is_folder and is_empty:
                tally.empty.append(str(path))
        self._tell(tally)

    def appeared(self, files: Sequence[Path]) -> None:
        """They came to be in the watched folder."""
        tally = _Tally()
        self._add(files, tally, only_new=True)
        # Nobody has just asked for them.
        tally.listed.clear()
        self._tell(tally)

    def _add(self, files: Sequence[Path], tally: _Tally, *, only_new: bool) -> None:
        fates = self._line.add(files, only_new=only_new)
        tally.came.update(fates.came)
        tally.known += fates.known
        tally.listed += [path for path in fates.listed if path not in tally.came]

    def _tell(self, tally: _Tally) -> None:
        if tally.known or tally.listed or tally.empty:
            listed = tuple(dict.fromkeys(tally.listed))
            self._post(FilesAdded(len(tally.came), tally.known, listed, tuple(tally.empty)))
