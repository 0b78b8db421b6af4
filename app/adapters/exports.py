"""Transcripts as files: text, Markdown, subtitles, tables, JSON and documents. Fits the port Exporter.

Rules: a file is written whole or not at all, and is as open to others as any file that the user makes in that
folder. What it holds is made by `app.adapters.transcript_formats`, which is loaded with the first.
"""

from __future__ import annotations

from pathlib import Path

from app.adapters.disk import write_whole
from app.domain.file_settings import ExportFormat, FileSettings
from app.domain.file_transcript import FileTranscript


class Exports:
    """Writes transcripts to files. `elsewhere` is what to do where a folder takes none."""

    def __init__(self, elsewhere: str = "") -> None:
        self._elsewhere = elsewhere

    def save(
        self, transcript: FileTranscript, path: Path, format: ExportFormat, settings: FileSettings
    ) -> None:
        """Write it, whole or not at all; missing folders are made. Raises FolderUnwritable,
        NameTooLong or DiskFull."""
        from app.adapters.transcript_formats import contents

        data = contents(transcript, format, settings)
        write_whole(path, data, is_private=False, elsewhere=self._elsewhere)
