"""Writes a dictation of the past down once more, with any model, and lets the user choose between both texts.

Rules: the entry keeps its text until the user has chosen the new one; an entry without a text takes the new
one at once. One new text for each recording; one that is asked for again takes the place of the one before.
Failure: what fails is told in the place of the new text; the entry stays as it was.
Lives on the deciding thread.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from app.domain.audio import Samples
from app.domain.delivery_plan import Plan
from app.domain.history import HistoryEntry
from app.domain.problems import Problem
from app.domain.transcript import Transcript
from app.services.events import NotTranscribedAnew, TranscribedAgain, TranscribedAnew
from app.services.ports import Post
from app.services.view_anew import AnewView, Choice, trouble_of


@dataclass(frozen=True, slots=True)
class OldTextRead:
    """The entry of a recording that has a new text; None: it was deleted meanwhile."""

    recording: str
    entry: HistoryEntry | None


class Storage(Protocol):
    """What is asked of the storage service."""

    def find(self, recording: str, answer: Callable[[HistoryEntry | None], None]) -> None: ...
    def load_recording(self, recording: str, answer: Callable[[Samples | Problem], None]) -> None: ...


class Transcriber(Protocol):
    """What is asked of the speech service."""

    def transcribe_by(self, model: str, recording: str, samples: Samples) -> None: ...


class View(Protocol):
    """Shows both texts; None: there is nothing to choose."""

    def show_anew(self, recording: str, anew: AnewView | None) -> None: ...


class HistoryAnew:
    """See the module.

    Args:
        storage: has recordings and texts.
        speech: decodes.
        post: for answers that come from other threads; gets TranscribedAgain with a new text that is taken.
        plan: what becomes of a text that was decoded once more.
        view: shows both texts.
    """

    def __init__(
        self,
        storage: Storage,
        speech: Transcriber,
        post: Post,
        plan: Callable[[Transcript], Plan],
        view: View,
    ) -> None:
        self._storage = storage
        self._speech = speech
        self._post = post
        self._plan = plan
        self._view = view
        self._asked: set[str] = set()
        self._written: dict[str, Transcript] = {}

    def transcribe(self, recording: str, model: str = "") -> None:
        """Decode it with that model, or with the one in use."""

        def loaded(answer: Samples | Problem) -> None:
            if isinstance(answer, Problem):
                self._post(NotTranscribedAnew(recording, answer))
            else:
                self._speech.transcribe_by(model, recording, answer)

        self._written.pop(recording, None)
        self._asked.add(recording)
        self._view.show_anew(recording, AnewView(model))
        self._storage.load_recording(recording, loaded)

    def transcribed(self, event: TranscribedAnew) -> None:
        """There is a new text."""
        if event.recording not in self._asked:
            return
        self._asked.discard(event.recording)
        self._written[event.recording] = event.transcript
        self._storage.find(event.recording, lambda entry: self._post(OldTextRead(event.recording, entry)))

    def not_transcribed(self, event: NotTranscribedAnew) -> None:
        """The entry stays as it was."""
        if event.recording not in self._asked:
            return
        self._asked.discard(event.recording)
        self._view.show_anew(event.recording, AnewView(trouble=trouble_of(event.problem, event.recording)))

    def old_read(self, event: OldTextRead) -> None:
        """The user can choose."""
        transcript = self._written.get(event.recording)
        if transcript is None:
            return
        if event.entry is None or not event.entry.text:
            self.choose(event.recording, Choice.OLD if event.entry is None else Choice.NEW)
            return
        new = self._plan(transcript).spoken or transcript.text
        self._view.show_anew(event.recording, AnewView(transcript.model, event.entry.text, new))

    def choose(self, recording: str, choice: Choice) -> None:
        """Take the new text, or leave all as it is."""
        transcript = self._written.pop(recording, None)
        if transcript is not None and choice is not Choice.OLD:
            self._post(TranscribedAgain(recording, transcript))
        self._view.show_anew(recording, None)

    def forget(self, recording: str) -> None:
        """Another new text takes the place of this one, which may be on its way."""
        self._asked.discard(recording)
        self._written.pop(recording, None)
