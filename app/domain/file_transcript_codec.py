"""A file's transcript as plain values, to be kept, and read again by whatever version of Sayso.

Failure: whatever is not what `transcript_data` gives, be it damaged or of a newer version, is a ValueError.
A word is a list of four, not a table: three hours of speech have thirty thousand of them.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from typing import Any, Final

from app.domain.file_transcript import Cue, Doubt, DoubtKind, FileTranscript
from app.domain.media import Channels, Damage, SoundChoice
from app.domain.transcript import Word

VERSION: Final = 1
_ENCODER: Final = json.JSONEncoder(separators=(",", ":"))

UNREADABLE: Final = (ValueError, KeyError, TypeError, AttributeError, RecursionError, OverflowError)
"""What reading may meet in values that are not as they should be."""


def transcript_json(transcript: FileTranscript) -> str:
    """`transcript` as ASCII text: half a surrogate pair, as names of files may hold, is an escape in it."""
    data = transcript_data(transcript)
    # Cue by cue: in one go, that of hours would keep all other threads waiting for a tenth of a second.
    cues = ",".join(map(_ENCODER.encode, data.pop("cues")))
    return f'{_ENCODER.encode(data)[:-1]},"cues":[{cues}]}}'


def read_transcript(text: str) -> FileTranscript:
    """What `transcript_json` wrote. Raises ValueError."""
    try:
        data = json.loads(text)
    except UNREADABLE as error:
        raise ValueError("no transcript: no JSON") from error
    return transcript_of(data)


def transcript_data(transcript: FileTranscript) -> dict[str, Any]:
    """`transcript` as what JSON can hold."""
    return {
        "version": VERSION,
        "source": transcript.source,
        "language": transcript.language,
        "language_probability": transcript.language_probability,
        "model": transcript.model,
        "seconds": transcript.seconds,
        "choice": choice_data(transcript.choice),
        "cut_short": transcript.cut_short,
        "damage": _damage(transcript.damage),
        "cues": [_cue(cue) for cue in transcript.cues],
        "doubts": [[one.kind.value, one.start, one.end, one.text] for one in transcript.doubts],
        "languages": list(transcript.languages),
    }


def transcript_of(data: object) -> FileTranscript:
    """The inverse of `transcript_data`. Raises ValueError."""
    try:
        return _read(data)
    except UNREADABLE as error:
        raise ValueError(f"no transcript: {type(error).__name__}") from error


def choice_data(choice: SoundChoice) -> list[Any]:
    """`choice` as what JSON can hold."""
    return [choice.track, choice.channels.value]


def choice_of(data: Any) -> SoundChoice:  # noqa: ANN401 - whatever JSON holds
    """The inverse of `choice_data`. Raises one of `UNREADABLE`."""
    track, channels = data
    return SoundChoice(None if track is None else count(track), Channels(channels))


def _cue(cue: Cue) -> dict[str, Any]:
    data: dict[str, Any] = {"start": cue.start, "end": cue.end, "text": cue.text}
    if cue.words:
        data["words"] = [[word.text, word.start, word.end, word.probability] for word in cue.words]
    if cue.speaker:
        data["speaker"] = cue.speaker
    return data


def _read(data: Any) -> FileTranscript:  # noqa: ANN401 - whatever JSON holds
    if not isinstance(data, Mapping) or data["version"] != VERSION:
        raise ValueError("another version")
    cut_short = data["cut_short"]
    return FileTranscript(
        source=text(data["source"]),
        cues=tuple(map(_read_cue, _list(data["cues"]))),
        language=text(data["language"]),
        model=text(data["model"]),
        seconds=number(data["seconds"]),
        language_probability=number(data["language_probability"]),
        choice=choice_of(data["choice"]),
        cut_short=None if cut_short is None else number(cut_short),
        doubts=tuple(map(_read_doubt, _list(data["doubts"]))),
        languages=tuple(map(text, _list(data["languages"]))),
        damage=_read_damage(data.get("damage")),  # which older entries do not have
    )


def _damage(damage: Damage | None) -> list[Any] | None:
    return None if damage is None else [damage.at, damage.seconds, damage.places]


def _read_damage(data: Any) -> Damage | None:  # noqa: ANN401 - whatever JSON holds
    if data is None:
        return None
    at, seconds, places = _list(data)
    return Damage(number(at), number(seconds), count(places))


def _read_cue(data: Any) -> Cue:  # noqa: ANN401 - whatever JSON holds
    return Cue(
        start=number(data["start"]),
        end=number(data["end"]),
        text=text(data["text"]),
        words=tuple(map(_read_word, _list(data.get("words", [])))),
        speaker=text(data.get("speaker", "")),
    )


def _read_word(data: Any) -> Word:  # noqa: ANN401 - whatever JSON holds
    said, start, end, probability = _list(data)
    return Word(text(said), number(start), number(end), number(probability))


def _read_doubt(data: Any) -> Doubt:  # noqa: ANN401 - whatever JSON holds
    kind, start, end, said = _list(data)
    return Doubt(DoubtKind(kind), number(start), number(end), text(said))


# --- values ---


def text(value: object) -> str:
    """`value`, which must be a text."""
    if not isinstance(value, str):
        raise TypeError("no text")
    return value


def number(value: object) -> float:
    """`value`, which must be a number, and a finite one."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise TypeError("no number")
    if not math.isfinite(value):
        raise ValueError("no finite number")
    return float(value)


def count(value: object) -> int:
    """`value`, which must be a number of things."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError("no count")
    if value < 0:
        raise ValueError("no count")
    return value


def _list(value: object) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError("no list")
    return value
