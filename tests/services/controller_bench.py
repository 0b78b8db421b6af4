"""What the dictation controller works with, for its tests: recording doubles of its neighbours."""

from __future__ import annotations

from collections.abc import Callable

from app.domain.history import HistoryEntry
from app.domain.insertion import Target
from app.domain.problems import Problem


class Neighbours:
    """Capture, history and cursor in one: writes down what it is asked, in order."""

    def __init__(self) -> None:
        self.asked: list[tuple[object, ...]] = []
        self.entries: dict[str, HistoryEntry] = {}
        self.told: list[tuple[Problem, str]] = []
        self.deleted: set[str] = set()
        self.focused: Target | None = Target("7", "Editor")

    def start(self, id: int, recording: str) -> None:
        self.asked.append(("start", id))

    def stop(self, id: int) -> None:
        self.asked.append(("stop", id))

    def abandon(self, id: int) -> None:
        self.asked.append(("abandon", id))

    def keep(self, entry: HistoryEntry) -> None:
        self.entries[entry.recording] = entry
        self.asked.append(("keep", entry.text))

    def amend(self, recording: str, change: Callable[[HistoryEntry], HistoryEntry]) -> None:
        if recording not in self.deleted:
            self.entries[recording] = change(self.entries[recording])

    def remember_target(self) -> Target | None:
        return self.focused

    def insert(self, job_id: int, text: str, target: Target | None, recording: str) -> None:
        # The history has it before the cursor does.
        assert recording in self.deleted or self.entries[recording].text == text
        self.asked.append(("insert", text, target))

    def replace(self, job_id: int, old: str, new: str, target: Target | None, recording: str) -> None:
        self.asked.append(("replace", job_id, old, new, target))

    def tell(self, problem: Problem, subject: str) -> None:
        self.asked.append(("tell", problem, bool(subject)))
        self.told.append((problem, subject))

    @property
    def only_entry(self) -> HistoryEntry:
        (entry,) = self.entries.values()
        return entry
