"""What the user does with dictations of the past; storage and recogniser write down what is asked of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from app.domain.audio import Samples
from app.domain.delivery_plan import Plan
from app.domain.dictation_events import EnhanceRequested
from app.domain.history import Fate, HistoryEntry, InterruptedRecording
from app.domain.history_search import Search
from app.domain.problems import AudioMissing, DictationInterrupted, Problem, RecognitionFailed
from app.domain.transcript import Segment, Transcript
from app.services.events import (
    HistoryFound,
    HistoryRead,
    NotTranscribedAgain,
    RecoveryFound,
    TranscribedAgain,
)
from app.services.history_controller import UNDO_SECONDS, HistoryController, Ways
from tests.fakes import FakeClock, FakeInbox

SOUND = np.zeros(16000, np.float32)


def entry(id: int, text: str = "words", recording: str = "") -> HistoryEntry:
    return HistoryEntry(recording or f"rec{id}", 1000.0 + id, Fate.WRITTEN, text=text, id=id)


@dataclass
class Desk:
    """The controller's whole surroundings."""

    recordings: dict[str, Samples] = field(default_factory=dict)
    searches: list[Search] = field(default_factory=list)
    wanted: list[tuple[int, ...]] = field(default_factory=list)
    kept: list[HistoryEntry] = field(default_factory=list)
    amended: list[tuple[str, Callable[[HistoryEntry], HistoryEntry]]] = field(default_factory=list)
    removed: list[tuple[int, ...]] = field(default_factory=list)
    decoded: list[str] = field(default_factory=list)
    posted: list[object] = field(default_factory=list)
    told: list[tuple[Problem, str]] = field(default_factory=list)
    shown: list[tuple[int, ...]] = field(default_factory=list)
    entries: list[tuple[HistoryEntry, ...]] = field(default_factory=list)
    deleted: int = 0
    inbox: FakeInbox = field(default_factory=lambda: FakeInbox(FakeClock()))

    def controller(self) -> HistoryController:
        ways = Ways(
            self, self, self, lambda transcript: Plan(spoken=f"{transcript.text} (tidied)", skipped="Short.")
        )
        return HistoryController(
            ways,
            self.inbox,
            self.posted.append,
            lambda problem, subject: self.told.append((problem, subject)),
            self,
        )

    def search(self, search: Search) -> None:
        self.searches.append(search)

    def read(self, ids: Sequence[int]) -> None:
        self.wanted.append(tuple(ids))

    def remove(self, ids: Sequence[int]) -> None:
        self.removed.append(tuple(ids))

    def show_found(self, search: Search, ids: Sequence[int]) -> None:
        assert search == (self.searches or [Search()])[-1]
        self.shown.append(tuple(ids))

    def show_entries(self, entries: Sequence[HistoryEntry], ids: Sequence[int]) -> None:
        self.entries.append(tuple(entries))

    def show_deleted(self, count: int) -> None:
        self.deleted = count

    def keep(self, entry: HistoryEntry) -> None:
        self.kept.append(entry)

    def amend(self, recording: str, change: Callable[[HistoryEntry], HistoryEntry]) -> None:
        self.amended.append((recording, change))

    def find(self, recording: str, answer: Callable[[HistoryEntry | None], None]) -> None:
        answer(next((one for one in self.kept if one.recording == recording), None))

    def load_recording(self, recording: str, answer: Callable[[Samples | Problem], None]) -> None:
        answer(self.recordings.get(recording, AudioMissing(recording)))

    def transcribe_again(self, recording: str, samples: Samples) -> None:
        assert samples is self.recordings[recording]
        self.decoded.append(recording)


NOON, NIGHT = Search("noon"), Search("night")


def test_a_search_shows_what_it_found_and_reads_what_is_to_be_seen() -> None:
    desk = Desk()
    history = desk.controller()
    history.search(NOON)
    history.found(HistoryFound(NOON, (9, 8)))
    history.read((9,))
    history.entries_read(HistoryRead((entry(9),), (9,)))
    assert (desk.searches, desk.shown) == ([NOON], [(9, 8)])
    assert (desk.wanted, desk.entries) == ([(9,)], [(entry(9),)])


def test_an_answer_to_an_older_search_is_dropped() -> None:
    desk = Desk()
    history = desk.controller()
    history.search(NOON)
    history.search(NIGHT)
    history.found(HistoryFound(NOON, (9,)))
    assert desk.shown == []


def test_a_change_searches_again_for_the_same() -> None:
    desk = Desk()
    history = desk.controller()
    history.search(NOON)
    history.refresh()
    assert desk.searches == [NOON, NOON]


# --- deleting ---


def test_what_is_deleted_goes_from_view_at_once_and_for_good_when_the_time_is_up() -> None:
    desk = Desk()
    history = desk.controller()
    history.found(HistoryFound(Search(), (9, 8, 7)))
    history.delete((9, 7))
    assert (desk.shown[-1], desk.deleted, desk.removed) == ((8,), 2, [])
    # A dictation that ends meanwhile has the history looked through anew.
    history.found(HistoryFound(Search(), (10, 9, 8, 7)))
    assert desk.shown[-1] == (10, 8)
    desk.inbox.advance(UNDO_SECONDS)
    assert (desk.removed, desk.deleted) == ([(7, 9)], 0)


def test_what_was_deleted_can_be_brought_back() -> None:
    desk = Desk()
    history = desk.controller()
    history.found(HistoryFound(Search(), (9, 8)))
    history.delete((9,))
    history.bring_back()
    assert (desk.shown[-1], desk.deleted) == ((9, 8), 0)
    desk.inbox.advance(2 * UNDO_SECONDS)
    history.delete_for_good()
    assert desk.removed == []


def test_one_deletion_ends_the_time_of_the_one_before_and_has_all_of_its_own() -> None:
    desk = Desk()
    history = desk.controller()
    history.found(HistoryFound(Search(), (9, 8, 7)))
    history.delete((9,))
    desk.inbox.advance(UNDO_SECONDS / 2)
    history.delete((8,))
    assert (desk.removed, desk.shown[-1], desk.deleted) == ([(9,)], (7,), 1)
    desk.inbox.advance(UNDO_SECONDS * 0.75)
    assert desk.removed == [(9,)]
    history.bring_back()
    assert desk.shown[-1] == (8, 7)


def test_the_end_of_the_program_makes_a_deletion_final() -> None:
    desk = Desk()
    history = desk.controller()
    history.delete((9,))
    history.delete_for_good()
    history.delete_for_good()
    assert desk.removed == [(9,)]


# --- transcribing ---


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
    history.transcribe_again("rec9")
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
