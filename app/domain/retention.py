"""How long a recording is kept once its dictation is over. Texts stay until the user deletes them, unless a
number of days is set for them as well, with which their recordings go, too.

The user sets a number of days; 0 keeps no recording whose words are in the history. A recording without
words (the recognizer failed, or a crash cut it off) is all there is of that dictation: it stays for
`WORDLESS_DAYS` even then, so that it can be transcribed again.
"""

from __future__ import annotations

from typing import Final

from app.domain.history import Fate, HistoryEntry

WORDLESS_DAYS: Final = 14
DAY: Final = 86_400.0


def keeps_recording(entry: HistoryEntry, audio_days: int) -> bool:
    """Whether the recording of `entry` is kept when its dictation ends."""
    return days_kept(entry, audio_days) > 0


def is_expired(entry: HistoryEntry, audio_days: int, now: float) -> bool:
    """Whether its recording has been kept long enough; `now` is seconds since the epoch."""
    return now - entry.begun > days_kept(entry, audio_days) * DAY


def days_kept(entry: HistoryEntry, audio_days: int) -> int:
    """For how many days."""
    is_wordless = not entry.text and entry.fate in (Fate.FAILED, Fate.INTERRUPTED)
    return max(audio_days, WORDLESS_DAYS) if is_wordless else audio_days
