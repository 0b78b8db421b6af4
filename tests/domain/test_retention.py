"""Recordings go when the user said so, and never while they are all there is."""

from __future__ import annotations

import pytest

from app.domain.history import Fate, HistoryEntry
from app.domain.retention import DAY, WORDLESS_DAYS, is_expired, keeps_recording


def entry(fate: Fate, text: str = "") -> HistoryEntry:
    return HistoryEntry("r", begun=0.0, fate=fate, text=text)


@pytest.mark.parametrize(
    ("fate", "text", "days", "kept"),
    [
        (Fate.WRITTEN, "words", 14, True),
        (Fate.WRITTEN, "words", 0, False),
        (Fate.NOTHING_HEARD, "", 0, False),
        (Fate.NOTHING_HEARD, "", 1, True),
        (Fate.FAILED, "", 0, True),
        (Fate.INTERRUPTED, "", 0, True),
        (Fate.INTERRUPTED, "words", 0, False),
    ],
)
def test_kept_at_the_end(fate: Fate, text: str, days: int, kept: bool) -> None:
    assert keeps_recording(entry(fate, text), days) == kept


def test_written_recordings_go_after_the_days_set() -> None:
    assert not is_expired(entry(Fate.WRITTEN, "words"), 3, 3 * DAY)
    assert is_expired(entry(Fate.WRITTEN, "words"), 3, 3 * DAY + 1)


def test_wordless_recordings_stay_longer_than_a_short_setting() -> None:
    assert not is_expired(entry(Fate.FAILED), 0, WORDLESS_DAYS * DAY)
    assert is_expired(entry(Fate.FAILED), 0, WORDLESS_DAYS * DAY + 1)
    assert not is_expired(entry(Fate.FAILED), 30, 30 * DAY)
