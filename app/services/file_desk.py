"""The desk at which files are handed in: the queue, its order, and what becomes of each.

Rules:
- The queue belongs to the thread "files", which nothing holds up; the file that is transcribed has another,
  and what takes seconds (looks into files, exports by hand, the cache) a third.
- A dictation and "pause all" hold the engine where it is, and nothing is lost.
- What is asked for before `begin` is done behind the queue of last time.
Failure: problems of one job are its own; those of the store are told as Noticed, and the queue goes on in
memory.

All public methods may be called from any thread and return at once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from app.domain import file_queue as rules
from app.domain.file_queue import FileQueue
from app.domain.file_settings import ExportFormat, FileSettings
from app.domain.file_transcript import FileTranscript
from app.domain.media import SoundChoice
from app.domain.model_settings import ModelSettings
from app.domain.settings import SpeechSettings
from app.services.file_desk_parts import FileParts, FileThreads, FileWishes
from app.services.file_hold import Reason
from app.services.file_intake import FileIntake
from app.services.file_line import FileLine
from app.services.file_shelf import FileShelf
from app.services.file_watching import FileWatching
from app.services.ports import Clock, Post


class FileDesk:
    """Transcribes files, one after the other.

    Args:
        threads: the inboxes it works in.
        parts: what it works with.
        wishes: what the user has set.
        clock: for paces and idle times.
        post: takes FilesChanged, FilesAdded, FileCuesHeard, FileTranscriptFound, FileTranscriptSaved,
            CacheMeasured and Noticed.
    """

    def __init__(
        self, threads: FileThreads, parts: FileParts, wishes: FileWishes, clock: Clock, post: Post
    ) -> None:
        self._threads = threads
        self._parts = parts
        self._line = FileLine(threads, parts, wishes, clock, post)
        self._intake = FileIntake(self._line, parts.places, post)
        self._shelf = FileShelf(threads, parts, self._line, post)
        self._watching = FileWatching(
            threads.looking,
            parts.watch,
            self._appeared,
            lambda folder: threads.desk.call(partial(self._watched, folder)),
            post,
        )

    # --- the queue ---

    def begin(self) -> None:
        """Tell the queue of last time, and work from now on: a job that was running goes on behind what was
        written of it."""

        def begin() -> None:
            self._line.begin()
            self._watch(self._line.wishes.files.watched_folder)

        self._do(begin)

    def add(self, paths: Sequence[Path]) -> None:
        """Files, whatever they are called, and folders: what may hold sound in them and below, and was not
        transcribed before. A file that waits already is not added twice. FilesAdded tells what gave no
        row."""
        self._do(lambda: self._threads.desk.spare(self._intake.take(paths)))

    def move(self, id: int, place: int) -> None:
        """Put the job at `place`, counted from 0."""
        self._change(lambda queue: rules.moved(queue, id, place))

    def pause(self, id: int) -> None:
        """Pass it over; where it runs, it goes on later where it was."""
        self._change(lambda queue: rules.paused(queue, id))

    def resume(self, id: int) -> None:
        """Do it after all."""
        self._do(lambda: self._line.resume(id))

    def cancel(self, id: int) -> None:
        """Do not do it, or no more of it."""
        self._change(lambda queue: rules.cancelled(queue, id))

    def retry(self, id: int) -> None:
        """Do it once more; the new transcript takes the place of the old one."""
        self._change(lambda queue: rules.retried(queue, id))

    def choose(self, id: int, choice: SoundChoice) -> None:
        """Transcribe another sound of that file."""
        self._change(lambda queue: rules.chosen(queue, id, choice))

    def remove(self, id: int) -> None:
        """Take it from the list, with its transcript; files that were written of it stay."""
        self._do(lambda: self._line.remove(id))

    def clear(self) -> None:
        """Remove those that are over."""

        def clear() -> None:
            for job in self._line.queue.jobs:
                if job.is_over:
                    self._line.unsaved.pop(job.id, None)
            self._line.change(rules.cleared(self._line.queue))

        self._do(clear)

    def pause_all(self) -> None:
        """Begin none, and let the one that runs stand still."""
        self._line.hold.set(Reason.PAUSE, True)
        self._do(lambda: self._line.pause_all(True))

    def resume_all(self) -> None:
        """Go on."""
        self._do(lambda: self._line.pause_all(False))

    def dictation(self, is_going_on: bool) -> None:
        """Files wait for it. The engine stands still when this returns."""
        self._line.hold.set(Reason.DICTATION, is_going_on)
        self._line.looks.hold(is_going_on)
        self._do(lambda: self._line.overtake(is_going_on))

    # --- transcripts ---

    def open(self, id: int) -> None:
        """FileTranscriptFound; of a job that runs, FileCuesHeard with what is known so far."""
        self._do(lambda: self._shelf.open(id))

    def save(self, id: int, transcript: FileTranscript) -> None:
        """Keep what the user has made of it: FileTranscriptSaved."""
        self._do(lambda: self._shelf.save(id, transcript))

    def export(self, id: int, formats: Sequence[ExportFormat]) -> None:
        """Write it to files as it is now: FileTranscriptSaved, and FilesChanged with those in `saved`."""
        self._do(lambda: self._shelf.export(id, formats))

    def measure_cache(self) -> None:
        """CacheMeasured."""
        self._do(self._shelf.measure)

    def clear_cache(self) -> None:
        """Forget all transcripts that belong to no job: CacheMeasured."""
        self._do(lambda: self._shelf.trim(0))

    # --- settings ---

    def apply(self, files: FileSettings) -> None:
        """The next job is done with these."""

        def apply() -> None:
            before = self._line.wishes.files
            self._line.apply(replace(self._line.wishes, files=files))
            if files.cache_megabytes < before.cache_megabytes:
                self._shelf.trim(self._line.wishes.cache_bytes)
            if files.watched_folder != before.watched_folder:
                self._watch(files.watched_folder)

        self._do(apply)

    def apply_speech(self, speech: SpeechSettings, models: ModelSettings | None = None) -> None:
        """The next job is done with these."""

        def apply() -> None:
            wishes = self._line.wishes
            self._line.apply(replace(wishes, speech=speech, models=models or wishes.models))

        self._do(apply)

    def close(self) -> None:
        """Stop what runs, which goes on next time, and do nothing more. The store is closed by whoever
        opened it, after the threads have ended."""
        self._threads.looking.call(self._watching.close)
        self._threads.desk.call(self._line.close)
        self._parts.engine.close()

    # --- on the thread "files" ---

    def _do(self, task: Callable[[], None]) -> None:
        def work() -> None:
            self._line.load()
            task()

        self._threads.desk.call(work)

    def _change(self, rule: Callable[[FileQueue], FileQueue]) -> None:
        self._do(lambda: self._line.change(rule(self._line.queue)))

    def _watch(self, folder: str) -> None:
        self._threads.looking.call(partial(self._watching.want, folder))

    def _watched(self, folder: str) -> None:
        self._line.change(replace(self._line.queue, watched_folder=folder))

    # --- on any thread ---

    def _appeared(self, files: Sequence[Path]) -> None:
        self._do(lambda: self._intake.appeared(files))
