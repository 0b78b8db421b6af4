"""One job of the queue on the thread that computes: transcribe, keep, save. What comes of it is told by
calls.

Rules: the transcript is in the store before any file is written of it, and a file that cannot be written is
told beside a transcript that is there. Where nobody was heard, no files that say nothing are written. Every
run ends with one call of `ended`, whatever happens.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from app.domain.file_origin import Origin, Stamp
from app.domain.file_settings import ExportFormat, FileSettings
from app.domain.file_task import FileTask, TaskNews
from app.domain.file_transcript import FileTranscript
from app.domain.problems import Problem, TaskStopped
from app.domain.problems.sound import incomplete
from app.services.failures import problem_of
from app.services.file_run import FileRun, RunControl
from app.services.file_saving import FileSaving, Saved
from app.services.file_store import TranscriptStore
from app.services.file_unfinished import Unfinished

WORDLESS: Final = frozenset({ExportFormat.TXT, ExportFormat.SRT})
"""Formats that say nothing at all where nobody spoke: the others tell of which file, or have a heading."""


@dataclass(frozen=True, slots=True)
class WorkEnded:
    """How a run ended: with a transcript, with a problem, or stopped (neither).

    `is_kept` False: the store did not take the transcript, for the reason in `saved.problem`. `said` are
    sentences on how it was computed, where that was not as wished. `heard` is the stamp of the file as it was
    transcribed.
    """

    transcript: FileTranscript | None = None
    is_from_cache: bool = False
    is_kept: bool = True
    saved: Saved = field(default_factory=Saved)
    problem: Problem | None = None
    said: tuple[str, ...] = ()
    heard: Stamp | None = None


class FileWork:
    """Belongs to the thread that computes.

    Args:
        run: one file from bytes to transcript.
        saving: transcripts as files.
        ask: has the store answer, again where it had to begin anew.
    """

    def __init__(
        self,
        run: FileRun,
        saving: FileSaving,
        store: TranscriptStore,
        ask: Callable[[Callable[[], None]], None],
    ) -> None:
        self._run = run
        self._saving = saving
        self._store = store
        self._ask = ask

    def do(
        self,
        job: int,
        task: FileTask,
        settings: FileSettings,
        control: RunControl,
        *,
        seconds: float | None,
        hear: Callable[[TaskNews], None],
        ended: Callable[[WorkEnded], None],
    ) -> None:
        """Transcribe the file of `job`, and save it as `settings` say. `seconds`: how long it is, if
        known."""
        try:
            unfinished = Unfinished(self._store, job, self._ask)
            outcome = self._run.transcribe(task, hear, control, seconds=seconds, unfinished=unfinished)
            if control.is_stopped:
                raise TaskStopped()
            kept = self._keep(job, outcome.transcript)
            formats = _worth_saving(outcome.transcript, settings.formats)
            origin = Origin(outcome.transcript.source, outcome.heard, job)
            saved = self._saving.save(outcome.transcript, formats, settings, origin)
            if kept is not None:
                saved = Saved(saved.paths, kept)
            end = WorkEnded(
                outcome.transcript,
                outcome.is_from_cache,
                kept is None,
                saved,
                said=outcome.said,
                heard=outcome.heard,
            )
        except TaskStopped:
            end = WorkEnded()
        except Exception as error:  # what was begun ends
            # What fails because it was stopped is no problem.
            end = WorkEnded(problem=None if control.is_stopped else problem_of(error, "transcribing a file"))
        ended(end)

    def _keep(self, job: int, transcript: FileTranscript) -> Problem | None:
        try:
            self._ask(lambda: self._store.save_transcript(job, transcript, is_new=True))
        except Problem as problem:
            return problem
        return None


def _worth_saving(transcript: FileTranscript, formats: Sequence[ExportFormat]) -> Sequence[ExportFormat]:
    return formats if transcript.text else [each for each in formats if each not in WORDLESS]


def remarks(
    transcript: FileTranscript, problem: Problem | None = None, said: Sequence[str] = ()
) -> tuple[str, str]:
    """What the user should know of a file that is done: a sentence and a remedy, both empty where all is
    well. `said` is what the engine has to say of it: what speaks against the transcript comes first."""
    told: list[Problem] = []
    if missing := incomplete(transcript.source, transcript.cut_short, transcript.damage):
        told.append(missing)
    if problem is not None:
        told.append(problem)
    sentences = (*(one.sentence for one in told), *said)
    return " ".join(sentences), " ".join(one.remedy for one in told)
