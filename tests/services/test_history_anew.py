"""A dictation of the past is written down once more, and the user chooses which text stays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from app.domain.audio import Samples
from app.domain.delivery_plan import Plan
from app.domain.history import Fate, HistoryEntry
from app.domain.problems import AudioMissing, Problem, RecognitionFailed
from app.domain.transcript import Segment, Transcript
from app.services.events import NotTranscribedAnew, TranscribedAgain, TranscribedAnew
from app.services.history_anew import HistoryAnew, OldTextRead
from app.services.view_anew import AnewView, Choice, trouble_of

SOUND = np.zeros(16000, np.float32)
ENTRY = HistoryEntry("rec", 1000.0, Fate.WRITTEN, "At moon.", "at moon", "At moon.", id=7)
NEW = Transcript((Segment(" at noon", 0.0, 1.0),), "en", 0.9, "small", 1.0)


@dataclass
class Desk:
    """The service's whole surroundings."""

    entry: HistoryEntry | None = ENTRY
    sound: Samples | Problem = field(default_factory=lambda: SOUND)
    asked: list[tuple[str, str]] = field(default_factory=list)
    posted: list[object] = field(default_factory=list)
    shown: list[AnewView | None] = field(default_factory=list)

    def service(self) -> HistoryAnew:
        return HistoryAnew(
            self,
            self,
            self.posted.append,
            lambda transcript: Plan(spoken=f"{transcript.text.capitalize()}."),
            self,
        )

    def find(self, recording: str, answer: Callable[[HistoryEntry | None], None]) -> None:
        answer(self.entry if self.entry and self.entry.recording == recording else None)

    def load_recording(self, recording: str, answer: Callable[[Samples | Problem], None]) -> None:
        answer(self.sound)

    def transcribe_by(self, model: str, recording: str, samples: Samples) -> None:
        assert samples is SOUND
        self.asked.append((model, recording))

    def show_anew(self, recording: str, anew: AnewView | None) -> None:
        assert recording == "rec"
        self.shown.append(anew)

    def write(self, service: HistoryAnew) -> None:
        """The new text comes, and the old one is read."""
        service.transcribed(TranscribedAnew("rec", NEW))
        read = self.posted.pop()
        assert isinstance(read, OldTextRead)
        service.old_read(read)


def test_both_texts_are_shown_and_nothing_is_changed_before_the_choice() -> None:
    desk = Desk()
    service = desk.service()
    service.transcribe("rec", "small")
    desk.write(service)
    assert desk.asked == [("small", "rec")]
    assert desk.shown == [AnewView("small"), AnewView("small", "At moon.", "At noon.")]
    assert desk.posted == []
    service.choose("rec", Choice.NEW)
    service.choose("rec", Choice.NEW)
    assert desk.posted == [TranscribedAgain("rec", NEW)]
    assert desk.shown[-1] is None


def test_the_old_text_is_kept_when_that_is_wanted() -> None:
    desk = Desk()
    service = desk.service()
    service.transcribe("rec")
    desk.write(service)
    service.choose("rec", Choice.OLD)
    assert desk.posted == []
    assert desk.shown[-1] is None


def test_an_entry_without_a_text_takes_the_new_one_at_once() -> None:
    desk = Desk(HistoryEntry("rec", 1000.0, Fate.INTERRUPTED, id=7))
    service = desk.service()
    service.transcribe("rec")
    desk.write(service)
    assert desk.posted == [TranscribedAgain("rec", NEW)]
    assert desk.shown == [AnewView(""), None]


def test_an_entry_that_was_deleted_meanwhile_stays_so() -> None:
    desk = Desk(None)
    service = desk.service()
    service.transcribe("rec")
    desk.write(service)
    assert desk.posted == []
    assert desk.shown[-1] is None


def test_a_recording_that_is_gone_or_cannot_be_decoded_is_told_in_its_place() -> None:
    desk = Desk(sound=AudioMissing("rec"))
    service = desk.service()
    service.transcribe("rec", "small")
    (gone,) = desk.posted
    assert isinstance(gone, NotTranscribedAnew)
    service.not_transcribed(gone)
    service.transcribe("rec")
    service.not_transcribed(NotTranscribedAnew("rec", RecognitionFailed()))
    assert desk.shown == [
        AnewView("small"),
        AnewView(trouble=trouble_of(AudioMissing("rec"), "rec")),
        AnewView(),
        AnewView(trouble=trouble_of(RecognitionFailed(), "rec")),
    ]
    assert desk.asked == []


def test_a_text_that_is_asked_for_again_takes_the_place_of_the_one_before() -> None:
    desk = Desk()
    service = desk.service()
    service.transcribe("rec", "small")
    service.transcribed(TranscribedAnew("rec", NEW))
    late = desk.posted.pop()
    service.transcribe("rec", "medium")
    assert isinstance(late, OldTextRead)
    service.old_read(late)
    assert desk.shown == [AnewView("small"), AnewView("medium")]


def test_what_comes_after_another_kind_of_text_was_asked_for_is_passed_over() -> None:
    desk = Desk()
    service = desk.service()
    service.transcribe("rec", "small")
    service.forget("rec")
    service.transcribed(TranscribedAnew("rec", NEW))
    service.not_transcribed(NotTranscribedAnew("rec", RecognitionFailed()))
    assert desk.posted == []
    assert desk.shown == [AnewView("small")]
