"""Cleans a dictation of the past up once more, in any style, and lets the user choose between both texts.

The problem: the language model takes seconds, or minutes while it loads, in which the entry can be deleted,
transcribed again or asked about anew, and the user can begin to dictate.

Rules:
- The entry keeps its text, and its clean-up, until the user has chosen the new one.
- One clean-up for each recording; one that is asked for again takes the place of the one before.
- A dictation goes first (`make_way`): while one goes on nothing is asked of the model. What was under way is
  ended at once, and begun anew afterwards.
- What the guard refuses is shown with its reasons, and used only where the user says so.
- Clean-ups have numbers far below those of tries of a style and of transcripts; dictations have them above
  0.

Failure: what fails is told in the place of the new text; the entry stays as it was. Lives on the deciding
thread.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Protocol

from app.domain.enhancement import (
    Enhanced,
    EnhancementBegun,
    EnhancementEnded,
    EnhancementFailed,
    EnhancementStopped,
    TokenWritten,
)
from app.domain.history import HistoryEntry, Judgement
from app.domain.history_changes import Change, enhanced_anew, with_enhancement
from app.domain.problems import Problem
from app.services.ports import Post
from app.services.view_anew import AnewView, Choice, CleanedAnew, trouble_of
from app.services.writing_events import WriterLoading, WriterReady

FIRST: Final = -(2**41)
"""The number of the first clean-up; the next ones are lower."""


@dataclass(frozen=True, slots=True)
class EntryLookedUp:
    """The entry of a recording whose clean-up has that `number`; None: it was deleted meanwhile."""

    recording: str
    number: int
    entry: HistoryEntry | None


class Storage(Protocol):
    """What is asked of the storage service."""

    def find(self, recording: str, answer: Callable[[HistoryEntry | None], None]) -> None: ...


class Writing(Protocol):
    """What is asked of the writing service."""

    def enhance(self, id: int, spoken: str, style: str = "", language: str = "") -> None: ...
    def abandon(self, id: int) -> None: ...


class View(Protocol):
    """Shows both texts; None: there is nothing to choose."""

    def show_anew(self, recording: str, anew: AnewView | None) -> None: ...


@dataclass(slots=True)
class _Job:
    """A clean-up that was asked for. `entry` is None until it is read; `is_asked`: the model has it, and
    `written` is what it wrote so far."""

    number: int
    style: str
    entry: HistoryEntry | None = None
    is_asked: bool = False
    written: str = ""
    enhanced: Enhanced | None = None
    problem: Problem | None = None

    @property
    def is_ready(self) -> bool:
        """Whether it may be given to the model."""
        return self.entry is not None and self.enhanced is None and self.problem is None


class HistoryEnhancing:
    """See the module.

    Args:
        storage: has the texts.
        writing: cleans up.
        post: for answers that come from other threads.
        change: makes a change to the entry of a recording, wherever it is kept.
        view: shows both texts.
    """

    def __init__(
        self,
        storage: Storage,
        writing: Writing,
        post: Post,
        change: Callable[[str, Change], None],
        view: View,
    ) -> None:
        self._storage = storage
        self._writing = writing
        self._post = post
        self._change = change
        self._view = view
        self._jobs: dict[str, _Job] = {}
        self._next = FIRST
        self._is_held = False
        self._loading = ""

    # --- what the user wants ---

    def enhance(self, recording: str, style: str = "") -> None:
        """Clean it up in that style, by its name, or in the one of the settings."""
        self.forget(recording)
        job = self._jobs[recording] = _Job(self._number(), style)
        self._show(recording, job)
        self._look_up(recording, job)

    def choose(self, recording: str, choice: Choice) -> None:
        """Take the new text, or leave all as it is; while it is being written, that ends it."""
        job = self._jobs.get(recording)
        if job is None:
            return
        if job.enhanced is not None and job.entry is not None and choice is not Choice.OLD:
            self._change(
                recording, enhanced_anew(job.enhanced, job.entry.heard, whole=choice is Choice.WHOLE)
            )
        self._end(recording)

    def forget(self, recording: str) -> None:
        """Another new text takes the place of this one."""
        job = self._jobs.pop(recording, None)
        if job is not None and job.is_asked:
            self._writing.abandon(job.number)

    # --- dictations go first ---

    def make_way(self, is_dictating: bool) -> None:
        """A dictation begins, or none goes on any more."""
        self._is_held = is_dictating
        for recording, job in self._jobs.items():
            if job.is_ready:
                if is_dictating:
                    self._hold(job)
                else:
                    self._ask(job)
                self._show(recording, job)

    def _hold(self, job: _Job) -> None:
        if job.is_asked:
            self._writing.abandon(job.number)
            job.is_asked, job.written, job.number = False, "", self._number()

    def _ask(self, job: _Job) -> None:
        if not self._is_held and job.entry is not None:
            job.is_asked = True
            self._writing.enhance(job.number, job.entry.heard, job.style, job.entry.language)

    # --- events; those of dictations, tries and transcripts are passed over ---

    def looked_up(self, event: EntryLookedUp) -> None:
        """Its text is there, before it is given to the model or when the user is to choose."""
        job, entry = self._jobs.get(event.recording), event.entry
        if job is None or job.number != event.number:
            return
        has_changed = job.entry is not None and entry is not None and entry.heard != job.entry.heard
        if entry is None or not entry.heard or has_changed:
            # Deleted meanwhile, or what was written is not of its words any more.
            self._end(event.recording)
            return
        job.entry = entry
        if job.is_ready:
            self._ask(job)
        self._show(event.recording, job)

    def loading(self, event: WriterLoading) -> None:
        """The model is loaded first; for whom does not matter, all wait for it."""
        if any(job.is_asked for job in self._jobs.values()):
            self._say_loading(event.model)

    def ready(self, _: WriterReady) -> None:
        """It is loaded."""
        self._say_loading("")

    def written(self, event: EnhancementBegun | TokenWritten) -> None:
        """Somebody's clean-up begins or grows: what was loaded before that is, or nothing came of it."""
        self._say_loading("")
        recording, job = self._of(event.id)
        if job is not None:
            job.written = event.written if isinstance(event, EnhancementBegun) else job.written + event.token
            self._show(recording, job)

    def ended(self, event: EnhancementEnded) -> None:
        """There is a new text. The old one may be another by now."""
        recording, job = self._of(event.id)
        if job is not None:
            job.enhanced, job.is_asked = event.enhanced, False
            self._look_up(recording, job)

    def stopped(self, event: EnhancementStopped) -> None:
        """The service closes."""
        recording, job = self._of(event.id)
        if job is not None:
            job.is_asked = False
            self._end(recording)

    def failed(self, event: EnhancementFailed) -> None:
        """Nothing came of it."""
        self._say_loading("")
        recording, job = self._of(event.id)
        if job is not None:
            job.problem, job.is_asked = event.problem, False
            self._show(recording, job)

    # --- how ---

    def _number(self) -> int:
        self._next -= 1
        return self._next + 1

    def _of(self, number: int) -> tuple[str, _Job | None]:
        found = (each for each in self._jobs.items() if each[1].number == number)
        return next(found, ("", None))

    def _look_up(self, recording: str, job: _Job) -> None:
        number = job.number
        self._storage.find(recording, lambda entry: self._post(EntryLookedUp(recording, number, entry)))

    def _end(self, recording: str) -> None:
        self.forget(recording)
        self._view.show_anew(recording, None)

    def _say_loading(self, model: str) -> None:
        if model == self._loading:
            return
        self._loading = model
        for recording, job in self._jobs.items():
            if job.is_asked:
                self._show(recording, job)

    def _show(self, recording: str, job: _Job) -> None:
        self._view.show_anew(recording, self._view_of(recording, job))

    def _view_of(self, recording: str, job: _Job) -> AnewView:
        cleaned = CleanedAnew(
            job.style,
            loading=self._loading if job.is_asked else "",
            is_waiting=self._is_held and job.is_ready,
            written=job.written,
        )
        if job.problem is not None:
            return AnewView(cleaned=CleanedAnew(job.style), trouble=trouble_of(job.problem, recording))
        if job.entry is None or job.enhanced is None:
            return AnewView(cleaned=cleaned)
        return compared(job.entry, job.enhanced)


def compared(entry: HistoryEntry, enhanced: Enhanced) -> AnewView:
    """The text of `entry` beside the clean-up: with what the guard lets pass, or, where that is nothing, with
    all that the model wrote."""
    record = with_enhancement(entry, enhanced, in_use=False).enhancement
    assert record is not None
    is_partly = record.judgement is Judgement.PARTLY and record.answer != record.text
    cleaned = CleanedAnew(
        record.style,
        reasons=tuple(dict.fromkeys(record.reasons)),
        is_refused=record.judgement is Judgement.REFUSED,
        whole=record.answer if is_partly else "",
    )
    return AnewView(record.writer, entry.text, record.shown, cleaned)
