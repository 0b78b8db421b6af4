"""Journal, history and settings in memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from app.domain.audio import Samples
from app.domain.history import HistoryEntry, InterruptedRecording
from app.domain.history_search import EVERYTHING, Narrowing
from app.domain.problems import AudioMissing, Problem
from app.domain.settings import LoadedSettings, Settings


class FakeJournal:
    """Recordings in memory; `refuses` is raised by whatever writes."""

    def __init__(self) -> None:
        self.open: dict[str, list[Samples]] = {}
        self.kept: dict[str, Samples] = {}
        self.left: tuple[InterruptedRecording, ...] = ()
        self.refuses: Problem | None = None
        self.syncs = 0

    def _write(self) -> None:
        if self.refuses:
            raise self.refuses

    def begin(self, recording: str) -> None:
        self._write()
        self.open[recording] = []

    def append(self, recording: str, samples: Samples) -> None:
        self._write()
        self.open[recording].append(samples)

    def sync(self) -> None:
        self.syncs += 1

    def finish(self, recording: str) -> None:
        blocks = self.open.pop(recording, [])
        self.kept[recording] = np.concatenate(blocks) if blocks else np.zeros(0, np.float32)

    def discard(self, recording: str) -> None:
        self.open.pop(recording, None)
        self.kept.pop(recording, None)

    def interrupted(self) -> tuple[InterruptedRecording, ...]:
        return self.left

    def read(self, recording: str) -> Samples:
        if recording not in self.kept:
            raise AudioMissing(recording)
        return self.kept[recording]

    def path(self, recording: str) -> Path | None:
        return Path(recording) if recording in self.kept else None


class FakeHistory:
    """Entries in memory; `refuses` is raised by what writes. `to_renew` are calls of `renew_words` that older
    entries take."""

    def __init__(self) -> None:
        self.entries: dict[int, HistoryEntry] = {}
        self.refuses: Problem | None = None
        self.renewed, self.to_renew = 0, 1
        self.is_closed = False

    def save(self, entry: HistoryEntry) -> HistoryEntry:
        if self.refuses:
            raise self.refuses
        saved = replace(entry, id=entry.id or max(self.entries, default=0) + 1)
        self.entries[saved.id] = saved
        return saved

    def find(self, words: str = "", limit: int = 100, before: int | None = None) -> tuple[HistoryEntry, ...]:
        wanted = words.casefold().split()
        found = [
            entry
            for id, entry in sorted(self.entries.items(), reverse=True)
            if (before is None or id < before) and all(word in entry.text.casefold() for word in wanted)
        ]
        return tuple(found[:limit])

    def ids(self, words: str = "", narrowing: Narrowing = EVERYTHING) -> tuple[int, ...]:
        return tuple(
            entry.id
            for entry in self.find(words, limit=len(self.entries))
            if (narrowing.since is None or entry.begun >= narrowing.since)
            and (narrowing.fates is None or entry.fate in narrowing.fates)
            and (entry.has_audio or not narrowing.with_recording)
        )

    def rows(self, ids: Sequence[int]) -> tuple[HistoryEntry, ...]:
        return tuple(self.entries[id] for id in ids if id in self.entries)

    def get(self, id: int) -> HistoryEntry | None:
        return self.entries.get(id)

    def of_recording(self, recording: str) -> HistoryEntry | None:
        return next((one for one in self.entries.values() if one.recording == recording), None)

    def delete(self, id: int) -> None:
        self.delete_all((id,))

    def delete_all(self, ids: Sequence[int]) -> None:
        if self.refuses:
            raise self.refuses
        for id in ids:
            self.entries.pop(id, None)

    def renew_words(self, limit: int) -> bool:
        self.renewed += 1
        return self.renewed < self.to_renew

    def older(self, begun_before: float, limit: int) -> tuple[HistoryEntry, ...]:
        found = [entry for entry in self.entries.values() if entry.begun < begun_before]
        return tuple(sorted(found, key=lambda entry: entry.begun)[:limit])

    def expired(self, begun_before: float) -> tuple[HistoryEntry, ...]:
        return tuple(e for e in self.entries.values() if e.has_audio and e.begun < begun_before)

    def close(self) -> None:
        self.is_closed = True


class FakeSettingsFile:
    """Settings in memory."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.saved = settings or Settings()

    def load(self) -> LoadedSettings:
        return LoadedSettings(self.saved)

    def save(self, settings: Settings) -> None:
        self.saved = settings
