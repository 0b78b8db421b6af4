"""The storage service: text before sound, nothing lost when the disk refuses, recordings kept as set."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from app.domain.audio import Samples
from app.domain.history import Fate, HistoryEntry, InterruptedRecording
from app.domain.history_search import Period, Search
from app.domain.problems import AudioMissing, DiskFull, Problem
from app.domain.settings import HistorySettings
from app.services.events import HistoryChanged, HistoryFound, HistoryRead, Noticed, RecoveryFound
from app.services.storage import StorageService
from tests.fakes import FakeClock, FakeHistory, FakeInbox, FakeJournal

BLOCK = np.full(320, 0.1, np.float32)


class Shelf:
    """A storage service, and what it works with."""

    def __init__(self, audio_days: int = 14) -> None:
        self.clock = FakeClock()
        self.inbox = FakeInbox(self.clock)
        self.journal, self.history = FakeJournal(), FakeHistory()
        self.events: list[object] = []
        self.service = StorageService(
            self.journal,
            self.history,
            self.inbox,
            self.clock,
            self.events.append,
            HistorySettings(audio_days),
        )

    def do(self, act: Callable[[], None]) -> None:
        act()
        self.inbox.run()

    def dictate(self, recording: str, fate: Fate = Fate.WRITTEN, text: str = "words") -> None:
        """One dictation from its first sound to its entry."""
        self.do(lambda: self.service.begin(recording))
        self.do(lambda: self.service.hear(recording, BLOCK))
        self.do(lambda: self.service.keep(HistoryEntry(recording, self.clock.wall(), fate, text)))

    def problems(self) -> list[type[Problem]]:
        return [type(event.problem) for event in self.events if isinstance(event, Noticed)]


def test_a_dictation_is_kept_with_its_sound() -> None:
    shelf = Shelf()
    shelf.dictate("a")
    (entry,) = shelf.history.entries.values()
    assert (entry.text, entry.has_audio) == ("words", True)
    assert np.array_equal(shelf.journal.kept["a"], BLOCK)
    assert HistoryChanged() in shelf.events


@pytest.mark.parametrize(
    ("fate", "kept"), [(Fate.WRITTEN, False), (Fate.FAILED, True), (Fate.INTERRUPTED, True)]
)
def test_without_recordings_only_those_that_still_have_no_text_are_kept(fate: Fate, kept: bool) -> None:
    shelf = Shelf(audio_days=0)
    shelf.dictate("a", fate, text="words" if fate is Fate.WRITTEN else "")
    (entry,) = shelf.history.entries.values()
    assert entry.has_audio is kept
    assert ("a" in shelf.journal.kept) is kept


def test_while_the_history_cannot_be_written_sound_and_text_wait() -> None:
    shelf = Shelf(audio_days=0)
    shelf.history.refuses = DiskFull("the disk")
    shelf.dictate("a")
    assert shelf.history.entries == {}
    assert "a" in shelf.journal.open or "a" in shelf.journal.kept
    assert shelf.problems() == [DiskFull]
    shelf.history.refuses = None
    shelf.inbox.advance(600)
    assert [entry.text for entry in shelf.history.entries.values()] == ["words"]


def test_a_cancelled_dictation_leaves_nothing() -> None:
    shelf = Shelf()
    shelf.do(lambda: shelf.service.begin("a"))
    shelf.do(lambda: shelf.service.hear("a", BLOCK))
    shelf.do(lambda: shelf.service.discard("a"))
    assert (shelf.journal.open, shelf.journal.kept, shelf.history.entries) == ({}, {}, {})


def test_a_full_disk_is_told_once_a_dictation() -> None:
    shelf = Shelf()
    shelf.do(lambda: shelf.service.begin("a"))
    shelf.journal.refuses = DiskFull("the disk")
    for _ in range(50):
        shelf.do(lambda: shelf.service.hear("a", BLOCK))
    assert shelf.problems() == [DiskFull]


def test_open_recordings_are_flushed_every_two_seconds_and_only_those() -> None:
    shelf = Shelf()
    shelf.inbox.advance(60)
    assert shelf.journal.syncs == 0
    shelf.do(lambda: shelf.service.begin("a"))
    shelf.inbox.advance(10)
    assert 4 <= shelf.journal.syncs <= 5
    shelf.do(lambda: shelf.service.keep(HistoryEntry("a", 0.0, Fate.WRITTEN, "words")))
    shelf.inbox.advance(2)
    before = shelf.journal.syncs
    shelf.inbox.advance(60)
    assert shelf.journal.syncs == before


def test_an_entry_is_amended_and_a_deleted_one_stays_deleted() -> None:
    shelf = Shelf()
    shelf.dictate("a")
    shelf.do(lambda: shelf.service.amend("a", lambda entry: replace(entry, target="Editor")))
    (entry,) = shelf.history.entries.values()
    assert entry.target == "Editor"
    shelf.do(lambda: shelf.service.shelf.remove((entry.id,)))
    assert (shelf.history.entries, shelf.journal.kept) == ({}, {})
    shelf.do(lambda: shelf.service.amend("a", lambda entry: replace(entry, target="Other")))
    assert shelf.history.entries == {}


def test_a_search_tells_the_ids_of_all_and_entries_are_read_when_they_are_wanted() -> None:
    shelf = Shelf()
    for number in range(3):
        shelf.dictate(f"rec {number}", text=f"text {number}")
    shelf.do(lambda: shelf.service.shelf.search(Search("text")))
    found = shelf.events[-1]
    assert found == HistoryFound(Search("text"), (3, 2, 1))
    shelf.do(lambda: shelf.service.shelf.read((2, 9, 1)))
    read = shelf.events[-1]
    assert isinstance(read, HistoryRead)
    assert [entry.text for entry in read.entries] == ["text 1", "text 0"]
    assert read.ids == (2, 9, 1)


def test_what_is_looked_for_is_narrowed_by_the_time_of_this_moment() -> None:
    shelf = Shelf()
    shelf.dictate("old")
    shelf.clock.sleep(8 * 86400)
    shelf.dictate("new")
    shelf.do(lambda: shelf.service.shelf.search(Search(period=Period.WEEK)))
    assert shelf.events[-1] == HistoryFound(Search(period=Period.WEEK), (2,))


def test_several_are_removed_with_their_recordings_and_one_that_fails_is_told() -> None:
    shelf = Shelf()
    for number in range(3):
        shelf.dictate(f"rec {number}")
    shelf.do(lambda: shelf.service.shelf.remove((1, 3, 7)))
    assert (set(shelf.history.entries), set(shelf.journal.kept)) == ({2}, {"rec 1"})
    assert shelf.events[-1] == HistoryChanged()
    shelf.history.refuses = DiskFull("the disk")
    shelf.do(lambda: shelf.service.shelf.remove((2,)))
    assert set(shelf.history.entries) == {2}
    assert shelf.problems() == [DiskFull]


def test_entries_of_older_programs_get_their_words_at_the_start_in_portions() -> None:
    shelf = Shelf()
    shelf.history.to_renew = 4
    shelf.do(shelf.service.start)
    assert shelf.history.renewed == 4


def test_texts_expire_with_their_recordings_when_that_is_wanted() -> None:
    shelf = Shelf()
    for number in range(23):
        shelf.dictate(f"old {number}")
    shelf.clock.sleep(3 * 86400)
    shelf.dictate("new")
    shelf.do(shelf.service.start)
    assert len(shelf.history.entries) == 24
    shelf.do(lambda: shelf.service.apply(HistorySettings(text_days=2)))
    assert [entry.recording for entry in shelf.history.entries.values()] == ["new"]
    assert set(shelf.journal.kept) == {"new"}
    shelf.clock.sleep(3 * 86400)
    shelf.inbox.advance(3600)
    assert (shelf.history.entries, shelf.journal.kept) == ({}, {})


def test_recordings_expire_and_their_texts_stay() -> None:
    shelf = Shelf(audio_days=2)
    shelf.dictate("old")
    shelf.clock.sleep(3 * 86400)
    shelf.dictate("new")
    shelf.do(shelf.service.start)
    assert set(shelf.journal.kept) == {"new"}
    assert {entry.recording: entry.has_audio for entry in shelf.history.entries.values()} == {
        "old": False,
        "new": True,
    }


def test_interrupted_recordings_are_found_once() -> None:
    shelf = Shelf()
    shelf.journal.left = (InterruptedRecording("cut", 1.0, 4.0),)
    shelf.do(shelf.service.start)
    shelf.do(shelf.service.find_interrupted)
    found = [event for event in shelf.events if isinstance(event, RecoveryFound)]
    assert found == [RecoveryFound(shelf.journal.left)]


def test_a_recording_is_loaded_or_the_reason_given() -> None:
    shelf = Shelf()
    shelf.dictate("a")
    answers: list[Samples | Problem] = []
    shelf.do(lambda: shelf.service.load_recording("a", answers.append))
    shelf.do(lambda: shelf.service.load_recording("none", answers.append))
    assert np.array_equal(np.asarray(answers[0]), BLOCK)
    assert isinstance(answers[1], AudioMissing)
