"""The transcripts of the jobs: opened, edited, written to files by hand; and what the cache takes.

Rules: what the user edits is in the store before it is said to be saved. Files are written again only when
asked for. What takes seconds, as a document of three hours, is done on the thread "looking".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial

from app.domain import file_queue as rules
from app.domain.file_origin import Origin
from app.domain.file_queue import JobState
from app.domain.file_settings import ExportFormat, FileSettings
from app.domain.file_transcript import FileTranscript
from app.domain.problems import Problem
from app.services.events import Noticed
from app.services.file_desk_parts import FileParts, FileThreads
from app.services.file_events import CacheMeasured, FileTranscriptFound, FileTranscriptSaved
from app.services.file_line import FileLine
from app.services.file_saving import Saved
from app.services.file_work import remarks
from app.services.ports import Post


def not_listed() -> Problem:
    """What is told of a job that was removed meanwhile."""
    return Problem("This file is not in the list any more.", "Add it again to have a transcript of it.")


class FileShelf:
    """Belongs to the thread "files". `post` takes FileTranscriptFound, FileTranscriptSaved, CacheMeasured and
    Noticed."""

    def __init__(self, threads: FileThreads, parts: FileParts, line: FileLine, post: Post) -> None:
        self._threads = threads
        self._store = parts.store
        self._line = line
        self._post = post
        self._edits: Counter[int] = Counter()
        """How often the transcript of a job was changed: an export may take longer than that."""

    def open(self, id: int) -> None:
        """The transcript of the job, that of an earlier time where it is not done, or as much as there is of
        one that runs."""
        job = self._line.queue.find(id)
        if job is not None and job.state is JobState.RUNNING and (so_far := self._line.heard_so_far(id)):
            self._post(so_far)
            return
        try:
            transcript = self._find(id)
        except Problem as problem:
            self._post(Noticed(problem))
            return
        if transcript is not None:
            self._post(FileTranscriptFound(id, transcript))
            return
        if job is not None and job.has_transcript:
            sentence = "The transcript of this file cannot be read any more."
            self._line.change(rules.lost(self._line.queue, id, sentence, "Transcribe the file again."))

    def save(self, id: int, transcript: FileTranscript) -> None:
        """It is as the user has made it."""
        if self._line.queue.find(id) is None:
            self._post(FileTranscriptSaved(id, not_listed()))
            return
        try:
            self._line.keeper.ask(lambda: self._store.save_transcript(id, transcript))
        except Problem as problem:
            self._line.unsaved[id] = transcript
            self._post(FileTranscriptSaved(id, problem))
        else:
            self._line.unsaved.pop(id, None)
            self._post(FileTranscriptSaved(id))
        self._edits[id] += 1
        doubts, is_silent = len(transcript.doubts), not transcript.text
        self._line.change(rules.edited(self._line.queue, id, doubts, is_silent=is_silent))

    def export(self, id: int, formats: Sequence[ExportFormat]) -> None:
        """Write it to files, as it is now: FileTranscriptSaved, which says so where it was asked for."""
        try:
            transcript = self._find(id)
        except Problem as problem:
            self._post(FileTranscriptSaved(id, problem))
            return
        if transcript is None:
            self._post(FileTranscriptSaved(id, not_listed()))
            return
        job, files = self._line.queue.find(id), self._line.wishes.files
        heard, is_edited = (job.stamp, job.is_edited) if job else (None, True)
        origin = Origin(transcript.source, heard, id, is_edited)
        done = partial(self._exported, id, transcript, self._edits[id])
        self._threads.looking.call(partial(self._export, origin, transcript, formats, files, done))

    def measure(self) -> None:
        """What the cache takes."""
        self._threads.looking.call(self._measure)

    def trim(self, limit: int) -> None:
        """Let the cache take no more than `limit` bytes, and tell what it takes."""
        self._threads.looking.call(partial(self._trim, limit))

    def _find(self, id: int) -> FileTranscript | None:
        return self._line.unsaved.get(id) or self._line.keeper.ask(lambda: self._store.transcript(id))

    # --- on the thread "looking" ---

    def _export(
        self,
        origin: Origin,
        transcript: FileTranscript,
        formats: Sequence[ExportFormat],
        settings: FileSettings,
        done: Callable[[Saved], None],
    ) -> None:
        saved = self._line.saving.save(transcript, formats, settings, origin, is_asked=True)
        self._threads.desk.call(partial(done, saved))

    def _trim(self, limit: int) -> None:
        try:
            self._line.keeper.ask(lambda: self._store.trim_cache(limit))
        except Problem as problem:
            self._post(Noticed(problem))
        self._measure()

    def _measure(self) -> None:
        try:
            size, number = self._line.keeper.ask(self._store.cache_size)
        except Problem as problem:
            self._post(Noticed(problem))
        else:
            self._post(CacheMeasured(size, number))

    # --- on the thread "files" again ---

    def _exported(self, id: int, transcript: FileTranscript, edits: int, saved: Saved) -> None:
        self._post(FileTranscriptSaved(id, saved.problem, saved.paths))
        is_latest = edits == self._edits[id]
        queue = rules.exported(self._line.queue, id, saved.paths, is_latest=is_latest)
        job = queue.find(id)
        # Of one that is not done, the row tells why.
        if job is not None and job.state is JobState.DONE:
            queue = rules.told(queue, id, *remarks(transcript, saved.problem))
        self._line.change(queue)
