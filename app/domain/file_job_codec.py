"""A job of the queue as plain values, to be kept. How far one has come that runs is not among them: what is
written of it is kept apart, and is told when it goes on.

Failure: whatever is not what `job_json` gives is a ValueError.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, Final

from app.domain.file_queue import FileJob, JobState
from app.domain.file_transcript_codec import UNREADABLE, choice_data, choice_of, count, number, text
from app.domain.media import SoundTrack

VERSION: Final = 1
_STANDING: Final = frozenset({JobState.PAUSED, JobState.WAITING})
"""In these a job stays where it has come to."""


def job_json(job: FileJob) -> str:
    """`job` as ASCII text."""
    return json.dumps(
        {
            "version": VERSION,
            "path": job.path,
            "state": job.state.value,
            "choice": choice_data(job.choice),
            "tracks": [asdict(track) for track in job.tracks],
            "seconds": job.seconds,
            "sentence": job.sentence,
            "remedy": job.remedy,
            "saved": list(job.saved),
            "is_from_cache": job.is_from_cache,
            "doubts": job.doubts,
            "size": job.size,
            "changed": job.changed,
            "has_transcript": job.has_transcript,
            "is_edited": job.is_edited,
            "outdated": list(job.outdated),
            "is_silent": job.is_silent,
            "done_seconds": job.done_seconds if job.state in _STANDING else 0.0,
        },
        separators=(",", ":"),
    )


def read_job(id: int, written: str) -> FileJob:
    """What `job_json` wrote, for the job of that number. Raises ValueError."""
    try:
        return _read(id, json.loads(written))
    except UNREADABLE as error:
        raise ValueError(f"no job: {type(error).__name__}") from error


def _read(id: int, data: Any) -> FileJob:  # noqa: ANN401 - whatever JSON holds
    if not isinstance(data, Mapping) or data["version"] != VERSION:
        raise ValueError("another version")
    state, seconds = JobState(data["state"]), _maybe(data["seconds"])
    return FileJob(
        id=count(id),
        path=text(data["path"]),
        state=state,
        choice=choice_of(data["choice"]),
        tracks=tuple(map(_track, data["tracks"])),
        seconds=seconds,
        done_seconds=(seconds or 0.0) if state is JobState.DONE else number(data.get("done_seconds", 0.0)),
        sentence=text(data["sentence"]),
        remedy=text(data["remedy"]),
        saved=tuple(map(text, data["saved"])),
        is_from_cache=data["is_from_cache"] is True,
        doubts=count(data["doubts"]),
        size=count(data["size"]),
        # Older ones do not have it.
        changed=count(data.get("changed", 0)),
        has_transcript=data.get("has_transcript", _had_transcript(data)) is True,
        is_edited=data["is_edited"] is True,
        # Entries of earlier versions have none of these.
        outdated=tuple(map(text, data.get("outdated", ()))),
        is_silent=data.get("is_silent") is True,
    )


def _had_transcript(data: Mapping[str, Any]) -> bool:
    """Whether one of an older version had any: it is done, or there are traces of it."""
    is_done = data["state"] == JobState.DONE.value
    return is_done or data["is_edited"] is True or bool(data["saved"]) or bool(data["doubts"])


def _track(data: Any) -> SoundTrack:  # noqa: ANN401 - whatever JSON holds
    return SoundTrack(
        place=count(data["place"]),
        codec=text(data["codec"]),
        channels=count(data["channels"]),
        rate=count(data["rate"]),
        seconds=_maybe(data["seconds"]),
        language=text(data["language"]),
        title=text(data["title"]),
        is_default=data["is_default"] is True,
    )


def _maybe(value: object) -> float | None:
    return None if value is None else number(value)
