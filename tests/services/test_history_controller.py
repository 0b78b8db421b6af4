"""What the user does with dictations of the past; storage and recogniser write down what is asked of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import numpy as np

from app.domain.audio import Samples
from app.domain.delivery_plan import Plan
from app.domain.dictation_events import EnhanceRequested
from app.domain.history import Fate, HistoryEntry, InterruptedRecording
from app.domain.problems import AudioMissing, DictationInterrupted, Problem, RecognitionFailed
from app.domain.transcript import Segment, Transcript
from app.services.events import HistoryFound, NotTranscribedAgain, RecoveryFound, TranscribedAgain
from app.services.history_controller import HistoryController

SOUND = np.zeros(16000, np.float32)


def entry(id: int, text: str = "words", recording: str = "") -> HistoryEntry:
    return HistoryEntry(recording or f"rec{id}", 1000.0 + id, Fate.WRITTEN, text=text, id=id)


@dataclass
class Desk:
    """The controller's whole surroundings."""

    recordings: dict[str, Samples] = field(default_factory=dict)
    searches: list[tuple[str, int | None]] = field(default_factory=list)
    kept: list[HistoryEntry] = field(default_factory=list)
    amended: list[tuple[str, Callable[[HistoryEntry], HistoryEntry]]] = field(default_factory=list)
    deleted: list[int] = field(default_factory=list)
    decoded: list[str] = field(default_factory=list)
    posted: list[object] = field(default_factory=list)
    told: list[tuple[Problem, str]] = field(default_factory=list)
    shown: list[tuple[tuple[HistoryEntry, ...], bool]] = field(default_factory=list)

    def controller(self) -> HistoryController:
        return HistoryController(
            self,
            self,
            self.posted.append,
            lambda transcript: Plan(spoken=f"{transcript.text} (tidied)", skipped="Too short."),
            lambda problem, subject: self.told.append((problem, subject)),
            lambda entries, more: self.shown.append((entries, more)),
        )

    def search(self, words: str, before: int | None = None) -> None:
        self.searches.append((words, before))

    def keep(self, entry: HistoryEntry) -> None:
        self.kept.append(entry)

    def amend(self, recording: str, change: Callable[[HistoryEntry], HistoryEntry]) -> None:
        self.amended.append((recording, change))

    def delete(self, id: int) -> None:
        self.deleted.append(id)

    def find(self, recording: str, answer: Callable[[HistoryEntry | None], None]) -> None:
        answer(next((one for one in self.kept if one.recording == recording), None))

    def load_recording(self, recording: str, answer: Callable[[Samples | Problem], None]) -> None:
        answer(self.recordings.get(recording, AudioMissing(recording)))

    def transcribe_again(self, recording: str, samples: Samples) -> None:
        assert samples is self.recordings[recording]
        self.decoded.append(recording)


def test_a_search_shows_its_answer_and_further_pages_are_added() -> None:
    desk = Desk()
    history = desk.controller()
    history.search("noon")
    history.found(HistoryFound("noon", (entry(9), entry(8)), more=True))
    history.more(8)
    history.found(HistoryFound("noon", (entry(7),), more=False, before=8))
    assert desk.searches == [("noon", None), ("noon", 8)]
    assert desk.shown == [((entry(9), entry(8)), True), ((entry(9), entry(8), entry(7)), False)]


def test_an_answer_to_an_older_search_is_dropped() -> None:
    desk = Desk()
    history = desk.controller()
    history.search("noon")
    history.search("night")
    history.found(HistoryFound("noon", (entry(9),), more=False))
    assert desk.shown == []


def test_a_change_searches_again_for_the_same_words() -> None:
    desk = Desk()
    history = desk.controller()
    history.search("noon")
    history.refresh()
    assert desk.searches == [("noon", None), ("noon", None)]


def test_texts_go_by_the_id_of_what_is_in_view() -> None:
    desk = Desk()
    history = desk.controller()
    history.found(HistoryFound("", (entry(9, "at noon"), entry(8, "at night")), more=False))
    assert (history.recording(8), history.recording(9), history.recording(1)) == ("rec8", "rec9", "")
    history.delete(9)
    assert desk.deleted == [9]


def test_interrupted_dictations_are_entries_at_once_and_each_is_offered() -> None:
    desk = Desk()
    found = (InterruptedRecording("rec1", 1000.0, 4.0), InterruptedRecording("rec2", 2000.0, 7.5))
    desk.controller().recovery_found(RecoveryFound(found))
    assert desk.kept == [
        HistoryEntry("rec1", 1000.0, Fate.INTERRUPTED, seconds=4.0),
        HistoryEntry("rec2", 2000.0, Fate.INTERRUPTED, seconds=7.5),
    ]
    assert [(type(problem), subject) for problem, subject in desk.told] == [
        (DictationInterrupted, "rec1"),
        (DictationInterrupted, "rec2"),
    ]


def test_transcribing_again_loads_decodes_and_renews_the_entry() -> None:
    desk = Desk({"rec9": SOUND})
    history = desk.controller()
    history.found(HistoryFound("", (entry(9),), more=False))
    history.transcribe_entry_again(9)
    history.transcribe_entry_again(1)  # not in view
    assert desk.decoded == ["rec9"]
    transcript = Transcript((Segment(" At noon.", 0.0, 1.0),), "en", 0.9, "base", 1.0)
    history.transcribed_again(TranscribedAgain("rec9", transcript))
    ((recording, change),) = desk.amended
    failed = replace(entry(9, ""), fate=Fate.FAILED, problem=RecognitionFailed().sentence)
    renewed = change(failed)
    assert recording == "rec9"
    assert (renewed.heard, renewed.fate, renewed.problem, renewed.model) == (
        "At noon.",
        Fate.WRITTEN,
        "",
        "base",
    )
    assert (renewed.id, renewed.begun) == (failed.id, failed.begun)


def test_a_recording_in_which_nothing_is_heard_says_so() -> None:
    desk = Desk()
    nothing = Transcript((), "en", 0.0, "base", 1.0)
    desk.controller().transcribed_again(TranscribedAgain("rec9", nothing))
    assert desk.amended[0][1](entry(9)).fate is Fate.NOTHING_HEARD


def test_a_recording_that_is_gone_is_told_and_the_entry_stays() -> None:
    desk = Desk()
    history = desk.controller()
    history.transcribe_again("rec9")
    (answer,) = desk.posted
    assert isinstance(answer, NotTranscribedAgain)
    history.not_transcribed_again(answer)
    ((problem, subject),) = desk.told
    assert isinstance(problem, AudioMissing)
    assert subject == "rec9"
    assert desk.decoded == []
    assert desk.amended == []


def test_a_text_of_the_past_is_cleaned_up_as_it_was_heard() -> None:
    desk = Desk()
    controller = desk.controller()
    desk.keep(replace(entry(1, "Tidied.", "rec"), heard="um tidied", language="en"))
    controller.enhance_again("rec")
    assert desk.posted == [EnhanceRequested("rec", "um tidied", "en")]


def test_nothing_is_cleaned_up_of_a_recording_that_is_gone_or_has_no_text() -> None:
    desk = Desk()
    desk.keep(entry(1, "", "silent"))
    desk.controller().enhance_again("silent")
    desk.controller().enhance_again("unknown")
    assert desk.posted == []
