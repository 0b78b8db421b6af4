"""Files that are dragged out of the window: written when another program may want them, and kept for a while.

Rules: the name is that of the source with the format's ending, so that it reads well where it is dropped. Who
    takes it may read it much later, so it stays until the next program start writes the first one.
Failure: raises what the exporter raises, and FolderUnwritable or DiskFull.
"""

from __future__ import annotations

import shutil
from hashlib import blake2b
from pathlib import Path
from typing import Protocol

from app.adapters.disk import make_private_folder
from app.domain.file_settings import ExportFormat, FileSettings
from app.domain.file_transcript import FileTranscript
from app.domain.media_names import export_name


class Exporter(Protocol):
    """Writes transcripts to files."""

    def save(
        self, transcript: FileTranscript, path: Path, format: ExportFormat, settings: FileSettings
    ) -> None: ...


class DraggedFiles:
    """Writes into `folder`, which is nobody else's. Used by one thread."""

    def __init__(self, folder: Path, exporter: Exporter) -> None:
        self._folder = folder
        self._exporter = exporter
        self._is_fresh = False

    def write(self, transcript: FileTranscript, format: ExportFormat, settings: FileSettings) -> Path:
        """The transcript as a file. Raises FolderUnwritable or DiskFull."""
        if not self._is_fresh:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._is_fresh = True
        # Two talks may have one name: each has a folder of its own.
        place = (
            self._folder
            / blake2b(transcript.source.encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()
        )
        make_private_folder(place)
        path = place / export_name(transcript.source, format.value)
        self._exporter.save(transcript, path, format, settings)
        return path
