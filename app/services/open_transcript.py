"""The transcript that the user has open: read, listened to, corrected, cleaned up and written to files.

Problem: the queue, the player and the language model each know of jobs by their number; the page shows one.
Rules: what is told of another job is passed over. A job that runs is shown as it grows, and anew once it is
    done; where it stops before, what was heard stays in view with the reason. Another transcript that is
    opened ends the playing and the clean-up of the one before.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, Protocol

from app.domain.file_queue import FileJob, FileQueue, JobState
from app.domain.file_settings import ExportFormat
from app.domain.file_transcript import Cue, FileTranscript
from app.domain.media import ANY_SOUND
from app.domain.problems import AudioIncomplete, Problem
from app.services.file_events import (
    CleaningEnded,
    CueCleaned,
    FileCuesHeard,
    FilesChanged,
    FileTranscriptFound,
    FileTranscriptSaved,
    PlayingEnded,
    PlayingMoved,
)
from app.services.file_ports import Player

NOTHING: Final = 0
"""No job has this number."""


class TranscriptView(Protocol):
    """Shows one transcript."""

    def show_transcript(self, job: FileJob, transcript: FileTranscript) -> None: ...
    def show_cues(self, job_id: int, cues: tuple[Cue, ...]) -> None: ...
    def show_stopped(self, job: FileJob) -> None: ...
    def show_playing(self, seconds: float | None) -> None: ...
    def show_cleaned(self, event: CueCleaned) -> None: ...
    def show_cleaning(self, is_cleaning: bool) -> None: ...
    def show_saved(self, problem: Problem | None, files: Sequence[str] = ()) -> None: ...
    def show_problem(self, problem: Problem | None) -> None: ...


class Shelf(Protocol):
    """What keeps the transcripts."""

    def open(self, id: int) -> None: ...
    def save(self, id: int, transcript: FileTranscript) -> None: ...
    def export(self, id: int, formats: Sequence[ExportFormat]) -> None: ...


class Cleaning(Protocol):
    """What has the language model clean one up."""

    def clean(self, job: int, transcript: FileTranscript, style: str = "", language: str = "") -> None: ...
    def stop(self) -> None: ...


class OpenTranscript:
    """Belongs to the deciding thread.

    Args:
        shelf: keeps transcripts.
        player: plays them.
        cleaning: cleans them up.
        show: does something with the page once there is one; the last of each kind is enough.
        turn_to: brings the page into view.
    """

    def __init__(
        self,
        shelf: Shelf,
        player: Player,
        cleaning: Cleaning,
        show: Callable[[str, Callable[[TranscriptView], None]], None],
        turn_to: Callable[[], None],
    ) -> None:
        self._shelf = shelf
        self._player = player
        self._cleaning = cleaning
        self._show = show
        self._turn_to = turn_to
        self._queue = FileQueue()
        self._open = NOTHING
        self._is_wanted = False
        self._shown = 0
        """Cues of the job that runs."""
        self._choice = ANY_SOUND
        self._told_damaged = set[int]()

    # --- what the user wants ---

    def open(self, id: int) -> None:
        """Show the transcript of that job."""
        if id != self._open:
            self.leave()
        self._open, self._is_wanted = id, True
        job = self._job
        if job is not None and job.state is JobState.RUNNING:
            self._show_growing(job)
        self._shelf.open(id)

    def leave(self) -> None:
        """It is not looked at any more."""
        self._player.pause()
        self._cleaning.stop()
        self._is_wanted = False

    def play(self, seconds: float) -> None:
        """From there on."""
        if job := self._job:
            # What was wrong before may be right now.
            self._show("problem", lambda page: page.show_problem(None))
            self._player.play(Path(job.path), self._choice, seconds)

    def pause(self) -> None:
        """Be silent."""
        self._player.pause()

    def save(self, id: int, transcript: FileTranscript) -> None:
        """Keep what was changed in the transcript of that job, be another one open by now."""
        self._shelf.save(id, transcript)

    def export(self, format: ExportFormat) -> None:
        """Write it to a file, as it was last saved."""
        if self._open != NOTHING:
            self._shelf.export(self._open, (format,))

    def clean(self, transcript: FileTranscript) -> None:
        """Have it cleaned up, in the style of the settings."""
        if self._open != NOTHING:
            self._show("cleaning", lambda page: page.show_cleaning(True))
            self._cleaning.clean(self._open, transcript)

    def stop_cleaning(self) -> None:
        """It is enough."""
        self._cleaning.stop()

    # --- what is told ---

    def files_changed(self, event: FilesChanged) -> None:
        """The queue is another one."""
        before = self._job
        self._queue = event.queue
        job = self._job
        if job is None or before is None or job == before:
            return
        if job.state not in (JobState.RUNNING, JobState.DONE):
            self._show("stopped", lambda page: page.show_stopped(job))
        if (job.state is JobState.RUNNING, job.is_over) == (before.state is JobState.RUNNING, before.is_over):
            return
        if job.state is JobState.RUNNING:
            self._show_growing(job)
        # Done, there is all of it; running again, what was known of it; otherwise what there was before. What
        # is paused stays in view as far as it had come.
        if job.state is not JobState.PAUSED:
            self._shelf.open(self._open)

    def found(self, event: FileTranscriptFound) -> None:
        """The transcript that was asked for."""
        if event.job != self._open or (job := self._job) is None:
            return
        # An earlier one may be of another sound of the file.
        self._choice = event.transcript.choice
        self._show("transcript", lambda page: page.show_transcript(job, event.transcript))
        self._turn()

    def heard(self, event: FileCuesHeard) -> None:
        """More of one that is growing. Where it was opened meanwhile all that is known is on its way, and
        some of it comes twice."""
        new = event.cues[max(0, self._shown - event.first) :]
        if event.job == self._open and event.first <= self._shown and new:
            self._show(f"cues from {self._shown}", lambda page: page.show_cues(event.job, new))
            self._shown += len(new)

    def saved(self, event: FileTranscriptSaved) -> None:
        """What was changed is kept, or written to files, or is not."""
        if event.job == self._open:
            self._show("saved", lambda page: page.show_saved(event.problem, event.files))

    def moved(self, event: PlayingMoved) -> None:
        """Sound is heard."""
        self._show("playing", lambda page: page.show_playing(event.seconds))

    def ended(self, event: PlayingEnded) -> None:
        """It is silent."""
        self._show("playing", lambda page: page.show_playing(None))
        problem = event.problem
        if isinstance(problem, AudioIncomplete):
            # It is in the file, not in this playing: it is there at the end of each.
            if self._open in self._told_damaged:
                return
            self._told_damaged.add(self._open)
        if problem:
            self._show("problem", lambda page: page.show_problem(problem))

    def cleaned(self, event: CueCleaned) -> None:
        """A stretch of it is cleaned up."""
        if event.job == self._open:
            self._show(f"cleaned {event.first}", lambda page: page.show_cleaned(event))

    def cleaning_ended(self, event: CleaningEnded) -> None:
        """The language model is through."""
        if event.job != self._open:
            return
        self._show("cleaning", lambda page: page.show_cleaning(False))
        if event.problem:
            problem = event.problem
            self._show("problem", lambda page: page.show_problem(problem))

    # --- within ---

    @property
    def _job(self) -> FileJob | None:
        return next((one for one in self._queue.jobs if one.id == self._open), None)

    def _show_growing(self, job: FileJob) -> None:
        empty = FileTranscript(job.path, (), "", "", job.seconds or 0.0, choice=job.choice)
        self._shown, self._choice = 0, job.choice
        self._show("transcript", lambda page: page.show_transcript(job, empty))
        self._turn()

    def _turn(self) -> None:
        """Once for each time that it was opened: whoever went elsewhere meanwhile is not called back."""
        if self._is_wanted:
            self._is_wanted = False
            self._turn_to()
