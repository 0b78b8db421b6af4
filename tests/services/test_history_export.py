"""The history is written to a file in portions."""

from __future__ import annotations

import json
from pathlib import Path

from app.domain.history import Fate, HistoryEntry
from app.domain.history_formats import HistoryFormat
from app.domain.problems import DiskFull
from app.services.history_export import PORTION, HistoryExport, HistoryExported
from tests.fakes import FakeClock, FakeHistory, FakeInbox

PLACE = Path("Dictations.json")


class Paper:
    """A file in memory; `room` is how many pieces it takes before the disk is full."""

    def __init__(self, room: int = 10**6) -> None:
        self.pieces: list[str] = []
        self.is_finished = self.is_dropped = False
        self._room = room

    def write(self, text: str) -> None:
        if len(self.pieces) >= self._room:
            raise DiskFull("the disk")
        self.pieces.append(text)

    def finish(self) -> Path:
        self.is_finished = True
        return Path("Dictations 2.json")

    def drop(self) -> None:
        self.is_dropped = True


class Desk:
    def __init__(self, paper: Paper | DiskFull, entries: int) -> None:
        self.inbox, self.history = FakeInbox(FakeClock()), FakeHistory()
        self.events: list[object] = []
        self._paper = paper
        for number in range(entries):
            self.history.save(HistoryEntry(f"rec {number}", 1000.0 + number, Fate.WRITTEN, f"text {number}"))
        self.export = HistoryExport(self.history, self.inbox, self.events.append, self._open)

    def _open(self, path: Path) -> Paper:
        assert path == PLACE
        if isinstance(self._paper, DiskFull):
            raise self._paper
        return self._paper


def test_all_are_written_in_the_order_asked_for_and_others_come_between() -> None:
    paper = Paper()
    desk = Desk(paper, 2 * PORTION + 1)
    ids = tuple(range(2 * PORTION + 1, 0, -1))
    desk.export.save((*ids, 9999), PLACE, HistoryFormat.JSON)
    desk.inbox.step()
    between = len(paper.pieces)
    desk.inbox.run()
    assert between == PORTION + 1
    found = json.loads("".join(paper.pieces))
    assert [one["text"] for one in found] == [f"text {id - 1}" for id in ids]
    assert desk.events == [HistoryExported(Path("Dictations 2.json"))]
    assert paper.is_finished


def test_a_full_disk_is_told_and_nothing_is_left() -> None:
    paper = Paper(room=3)
    desk = Desk(paper, 9)
    desk.export.save(range(1, 10), PLACE, HistoryFormat.TXT)
    desk.inbox.run()
    (event,) = desk.events
    assert isinstance(event, HistoryExported)
    assert isinstance(event.problem, DiskFull)
    assert (paper.is_dropped, paper.is_finished) == (True, False)


def test_a_place_that_cannot_be_had_is_told() -> None:
    desk = Desk(DiskFull("the disk"), 1)
    desk.export.save((1,), PLACE, HistoryFormat.MD)
    desk.inbox.run()
    (event,) = desk.events
    assert isinstance(event, HistoryExported)
    assert isinstance(event.problem, DiskFull)
