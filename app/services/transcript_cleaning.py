"""Has the language model clean up a file's transcript, stretch by stretch, in the spare time of the writing
worker.

The problem: an hour of speech keeps a model busy for many minutes, on the thread and the processor that
dictations need.

The rules:
- Every public method may be called from any thread and returns at once. One transcript at a time: another one
  ends the one before. Each `clean` is answered once by CleaningEnded.
- Dictations come first. While one goes on (`make_way`) nothing runs: the request that does is ended at
  once, not at its stretch's border, since a border may be seconds away. The same happens when a text is to be
  cleaned up, whenever that is. The stretch is written anew afterwards; what was told before stands.
- A model on the processor waits while the recognizer computes.
- A stretch takes its turn behind all other work of the worker, so that nothing done in advance waits for the
  whole transcript.
- A style that lays out anew (a list, an e-mail) has no use for times: the first style is used instead.
- The guard judges each stretch; what it refuses stays as it was, and is told with the reason. What is through
  stays through, whatever happens later.

Failure: what the model fails at as a whole (no server, no such model) ends it with that Problem; what it
fails at with one stretch leaves that stretch as it was.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from app.domain import clean_up_pieces as pieces_of
from app.domain.clean_up_pieces import CleanUp, Piece
from app.domain.enhancement_settings import EnhancementSettings
from app.domain.file_transcript import FileTranscript
from app.domain.problems import Problem
from app.domain.writing import EndReason, WriteEnd, WritingPart
from app.services.failures import problem_of
from app.services.file_events import CleaningEnded, CueCleaned
from app.services.model_in_use import ModelInUse
from app.services.passage_writer import PassageWriter
from app.services.ports import Post, SpareInbox
from app.services.writing_ports import Writer, Writing
from app.services.writing_requests import Requests
from app.services.writing_runs import Runs

if TYPE_CHECKING:
    from app.domain.cue_cleaning import Stretch

logger = logging.getLogger(__name__)

POLL_SECONDS: Final = 0.1
"""How often is looked whether the recognizer is idle, while a stretch waits for that."""
CLEANING: Final = -(2**40)
"""Stands for a transcript among the numbers of dictations, above 0, and of tries, a little below."""
UNTOLD: Final = "It cannot be told which words belong to which time."


@dataclass(frozen=True, slots=True)
class SharedModel:
    """What is shared with dictations: what runs on the worker, the model in use, and whether the recognizer
    does nothing at this moment (called on the worker)."""

    runs: Runs
    model: ModelInUse
    is_idle: Callable[[], bool]


class _Job:
    """A transcript that is being cleaned up. The flags are written under the service's lock, the rest belongs
    to the worker."""

    def __init__(self, id: int, transcript: FileTranscript, style: str, language: str) -> None:
        self.id = id
        self.transcript = transcript
        self.style = style
        self.language = language
        self.is_over = self.is_queued = False
        self.requests: Requests | None = None
        self.done: tuple[Piece, ...] = ()
        self.now: Stretch | None = None
        self.next: Stretch | None = None
        self._left: Iterator[Stretch] = iter(())

    def begin(self, requests: Requests) -> None:
        """From now on it is asked like this; what was written in another way is no example for it."""
        # Read with the first transcript: most starts of Sayso have none.
        from app.domain.cue_cleaning import stretches

        if self.requests is None:
            self._left = stretches(self.transcript, pieces_of.passage_bytes(requests.style), self.language)
            self.advance()
            self.advance()
        if self.requests != requests:
            self.requests, self.done = requests, ()

    def advance(self) -> None:
        """The next stretch is due."""
        self.now, self.next = self.next, next(self._left, None)


class TranscriptCleaning:
    """Cleans transcripts up.

    Args:
        inbox: of the writing worker.
        writer: the language models.
        post: takes CueCleaned and CleaningEnded.
        settings: what is wanted; whether dictations are cleaned up does not matter.
        shared: with the writing service.
    """

    def __init__(
        self,
        inbox: SpareInbox,
        writer: Writer,
        post: Post,
        settings: EnhancementSettings,
        shared: SharedModel,
    ) -> None:
        self._inbox = inbox
        self._writer = writer
        self._post = post
        self._settings = settings
        self._shared = shared
        # Whoever hears of something may answer with a call from where it is told.
        self._lock = threading.RLock()
        self._job: _Job | None = None
        self._running: Writing | None = None
        self._is_held = self._is_closed = False

    # --- from any thread ---

    def apply(self, settings: EnhancementSettings) -> None:
        """Use these settings from the next stretch on. The writing service has them already, with a host that
        is checked."""
        self._inbox.call(lambda: self._apply(settings))

    def clean(self, job: int, transcript: FileTranscript, style: str = "", language: str = "") -> None:
        """Clean `transcript` up.

        Args:
            job: its number among the files.
            style: by its name; empty is the one of the settings.
            language: Whisper's code, or empty for the transcript's own.
        """
        one = _Job(job, transcript, style, language or transcript.language)
        self.stop()
        with self._lock:
            self._job = one
            if self._is_closed:
                self._end(one)
        self._take_turn(one)

    def stop(self) -> None:
        """End it now; what is cleaned up stands."""
        with self._lock:
            if self._job is not None:
                self._end(self._job)

    def make_way(self, is_dictating: bool) -> None:
        """A dictation begins: nothing runs from now on. Or none goes on any more."""
        with self._lock:
            self._is_held = is_dictating
            one = self._job
            if is_dictating:
                self._interrupt()
        if one is not None and not is_dictating:
            self._take_turn(one)

    def close(self) -> None:
        """End what runs; nothing is asked of the model any more."""
        with self._lock:
            self._is_closed = True
        self.stop()

    def _interrupt(self) -> None:
        if self._running is not None:
            self._running.stop()

    def _end(self, job: _Job, problem: Problem | None = None) -> None:
        """Once, whoever comes first."""
        with self._lock:
            if job.is_over:
                return
            job.is_over = True
            if self._job is job:
                self._job = None
                self._interrupt()
            self._post(CleaningEnded(job.id, problem))

    def _take_turn(self, job: _Job, delay: float = 0.0) -> None:
        """Behind all that waits on the worker; there is one turn at most."""
        with self._lock:
            if job.is_queued or job.is_over:
                return
            job.is_queued = True
        if delay > 0:
            self._inbox.call_later(delay, lambda: self._inbox.spare(self._turn(job)))
        else:
            # By way of the inbox, so that spare time that is asked for there already comes first.
            self._inbox.call(lambda: self._inbox.spare(self._turn(job)))

    # --- on the worker ---

    def _apply(self, settings: EnhancementSettings) -> None:
        self._settings = settings

    def _turn(self, job: _Job) -> Iterator[None]:
        """One stretch, as a spare job of its own."""
        with self._lock:
            job.is_queued = False
            must_not = job.is_over or self._is_held
        if not must_not:
            try:
                self._step(job)
            except Exception as error:  # whoever asked hears of it
                self._shared.model.forget()
                self._end(job, problem_of(error, "cleaning up a transcript"))
        yield from ()

    def _step(self, job: _Job) -> None:
        if self._shared.runs.is_over(CLEANING):
            # All that asks the model is being closed.
            self._end(job)
            return
        if self._must_wait():
            self._take_turn(job, POLL_SECONDS)
            return
        requests = self._requests(job)
        job.begin(requests)
        if job.now is None:
            self._end(job)
            return
        cleaned = self._written(job, job.now, requests)
        if cleaned is not None:
            self._tell(job, job.now, cleaned)
            job.done += cleaned.pieces
            job.advance()
            if self._shared.model.gpu_share is None:
                self._look(requests)
        self._take_turn(job)

    def _must_wait(self) -> bool:
        """Whether the model would take the processor away from the recognizer."""
        shared = self._shared
        return self._settings.yields_to_speech and not shared.model.is_on_gpu and not shared.is_idle()

    def _requests(self, job: _Job) -> Requests:
        requests = self._shared.model.requests(self._settings, job.style)
        if pieces_of.can_be_pieced(requests.style):
            return requests
        return self._shared.model.requests(replace(self._settings, style=""))

    def _look(self, requests: Requests) -> None:
        """Find out where the model is loaded; the next stretch goes on without that."""
        try:
            self._shared.model.look(requests.warming())
        except Problem as problem:
            logger.info("not looked where the model is: %s %s", type(problem).__name__, problem.detail)

    def _written(self, job: _Job, stretch: Stretch, requests: Requests) -> CleanUp | None:
        """What the model makes of it, judged; None when it had to make way."""
        writer = PassageWriter(
            requests, self._writer, lambda writing, on_part: self._run(job, writing, on_part)
        )
        passages = pieces_of.rest(stretch.text, (), pieces_of.passage_bytes(requests.style))
        done: tuple[Piece, ...] = ()
        for number, passage in enumerate(passages, start=1):
            is_last = job.next is None and number == len(passages)
            written = writer.write(passage, (*job.done, *done), stretch.language, is_last=is_last)
            if written is None:
                return None
            done += written
        return pieces_of.whole(done, requests.style, stretch.language, requests.vocabulary)

    def _run(self, job: _Job, writing: Writing, on_part: Callable[[WritingPart], None]) -> WriteEnd:
        def watch(part: WritingPart) -> None:
            on_part(part)
            if self._must_wait():
                writing.stop()

        with self._lock:
            if job.is_over or self._is_held:
                return WriteEnd(EndReason.STOPPED)
            self._running = writing
        try:
            return self._shared.runs.run(CLEANING, writing, watch)
        finally:
            with self._lock:
                self._running = None

    def _tell(self, job: _Job, stretch: Stretch, cleaned: CleanUp) -> None:
        from app.domain.cue_cleaning import put_back

        behind = stretch.first + stretch.count
        texts = tuple(cue.text for cue in job.transcript.cues[stretch.first : behind])
        if not cleaned.verdict.accepted:
            event = CueCleaned(job.id, stretch.first, texts, False, cleaned.verdict.reasons[0].sentence)
        elif (put := put_back(stretch, cleaned.text)) is None:
            event = CueCleaned(job.id, stretch.first, texts, False, UNTOLD)
        else:
            event = CueCleaned(job.id, stretch.first, put)
        with self._lock:
            if not job.is_over:
                self._post(event)
