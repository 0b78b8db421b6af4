"""A transcript as text to read, as rows of a table and as a value for programs.

Times are written as hours, minutes and seconds for readers, as seconds for programs. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath, PureWindowsPath
from typing import Final

from app.domain.clock_times import full_clock
from app.domain.file_transcript import Cue, Doubt, DoubtKind, FileTranscript
from app.domain.media import Damage
from app.domain.passages import begins_small, sentence_ends
from app.domain.seams import joined
from app.domain.text_layout import plain
from app.domain.transcript import Word

PAUSE: Final = 2.0
"""Seconds of silence that end a paragraph."""
LONG: Final = 900
"""Characters after which a paragraph ends with the next sentence: who speaks without a pause is read, too."""
DOUBTFUL: Final = "Doubtful places"
"""What stands above them at the end of a document."""
_WHY: Final = {
    DoubtKind.UNSURE: "These words are unsure.",
    DoubtKind.REPEATED: "The text repeats itself here.",
    DoubtKind.MISSING: "Somebody speaks here, and there is no text.",
    DoubtKind.INVENTED: "Text was left out here, as hardly anybody speaks.",
}
"""In the words of the page on which a transcript is read."""
CSV_HEADER: Final = ("start", "end", "speaker", "text")

_MARKS: Final = re.compile(r"[\\`*_\[\]<>#&~|]")
"""What Markdown takes for its own, wherever it stands in a line that begins with a time."""
_FORMULA: Final = tuple("=+-@＝＋－＠")
"""How a cell begins that Excel and its like would compute (OWASP, "CSV Injection"; wide ones as Japanese
keyboards write them)."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What one speaker says without a pause; `start` and `end` in seconds."""

    start: float
    end: float
    text: str
    speaker: str = ""


def paragraphs(transcript: FileTranscript) -> tuple[Paragraph, ...]:
    """The text in paragraphs: a new one at a pause, for another speaker, and where one has become long."""
    found: list[Paragraph] = []
    for cue in transcript.cues:
        text, speaker = plain(cue.text), plain(cue.speaker)
        if not text:
            continue
        last = found[-1] if found else None
        if (
            last
            and last.speaker == speaker
            and cue.start - last.end <= PAUSE
            and not _is_full(last.text, text)
        ):
            found[-1] = Paragraph(last.start, max(last.end, cue.end), joined(last.text, text), speaker)
        else:
            found.append(Paragraph(cue.start, cue.end, text, speaker))
    return tuple(found)


def _is_full(text: str, following: str) -> bool:
    """Whether `text` is long and ends with a sentence, such that what is following begins another one."""
    if len(text) < LONG or begins_small(following):
        return False
    tail = f"{text[-200:]} "
    return len(tail) in sentence_ends(f"{tail}A")


def title(transcript: FileTranscript) -> str:
    """The source's name without its folder and ending."""
    source = transcript.source
    path = PureWindowsPath(source) if "\\" in source and "/" not in source else PurePosixPath(source)
    return plain(path.stem) or "?"


def about(transcript: FileTranscript) -> str:
    """One line: how long, in which language, by which model, and whether the file is damaged."""
    facts = [full_clock(transcript.seconds), transcript.language, plain(transcript.model)]
    if transcript.damage is not None:
        facts.append(f"damaged at {full_clock(transcript.damage.at)}")
    if transcript.cut_short is not None:
        facts.append(f"ends after {full_clock(transcript.cut_short)}, the rest is missing")
    return " · ".join(fact for fact in facts if fact)


def doubtful_places(transcript: FileTranscript) -> tuple[tuple[str, str], ...]:
    """The places to listen to again, in order: when, such as 0:04:10–0:04:21, and why."""
    return tuple((_span(one), _why(one)) for one in sorted(transcript.doubts, key=lambda doubt: doubt.start))


def _span(doubt: Doubt) -> str:
    start, end = full_clock(doubt.start), full_clock(doubt.end)
    return start if start == end else f"{start}–{end}"


def _why(doubt: Doubt) -> str:
    text = plain(doubt.text) if doubt.kind is DoubtKind.INVENTED else ""
    return f"{_WHY[doubt.kind]} “{text}”" if text else _WHY[doubt.kind]


def as_txt(transcript: FileTranscript) -> str:
    """Paragraphs with an empty line between; a speaker is named where another begins."""
    lines: list[str] = []
    speaker = ""
    for one in paragraphs(transcript):
        is_new, speaker = one.speaker != speaker, one.speaker
        lines.append(f"{speaker}: {one.text}" if is_new and speaker else one.text)
    return "".join(f"{line}\n" for line in _spread(lines))


def as_markdown(transcript: FileTranscript) -> str:
    """The title, what is known of it, paragraphs with their times and speakers, and behind them the doubtful
    places (CommonMark)."""
    blocks = [f"# {_escaped(title(transcript))}", f"*{_escaped(about(transcript))}*"]
    for one in paragraphs(transcript):
        head = " · ".join(part for part in (full_clock(one.start), _escaped(one.speaker)) if part)
        blocks.append(f"**{head}** {_escaped(one.text)}")
    if places := doubtful_places(transcript):
        blocks.append(f"## {DOUBTFUL}")
        blocks.append("\n".join(f"- {when} · {_escaped(why)}" for when, why in places))
    return "".join(f"{line}\n" for line in _spread(blocks))


def csv_rows(transcript: FileTranscript) -> list[tuple[str, str, str, str]]:
    """A row for each cue, as `CSV_HEADER` says; times in seconds with three decimals and a point.

    A text that a spreadsheet would take for a formula gets an apostrophe in front, as OWASP advises: it is
    seen there, and nothing runs. Programs that need the text to the letter read JSON.
    """
    return [
        (f"{cue.start:.3f}", f"{cue.end:.3f}", _cell(cue.speaker), _cell(cue.text)) for cue in transcript.cues
    ]


def json_value(transcript: FileTranscript, file: str | None = None) -> dict[str, object]:
    """All that is known, for programs; `file` is how the source is called there, its path if None.

    After second "cut_short" the end of the sound is missing; "damage" is what is missing before: where it
    begins, how many seconds (null where that is not known), and in how many places.
    "segments" are the cues, "suppressed" what was heard where hardly anybody spoke, "doubts" the places to
    listen to again. Times are seconds; "track" counts from 1, as wherever a user meets it.
    """
    invented = [one for one in transcript.doubts if one.kind is DoubtKind.INVENTED]
    return {
        "file": transcript.source if file is None else file,
        "text": joined(*(cue.text for cue in transcript.cues)),
        "language": transcript.language,
        "language_probability": round(transcript.language_probability, 4),
        "model": transcript.model,
        "seconds": round(transcript.seconds, 3),
        "track": None if transcript.choice.track is None else transcript.choice.track + 1,
        "channels": transcript.choice.channels.value,
        "cut_short": None if transcript.cut_short is None else round(transcript.cut_short, 3),
        "damage": _damage(transcript.damage),
        "segments": [
            _segment(cue, language)
            for cue, language in zip(transcript.cues, _languages(transcript), strict=True)
        ],
        "suppressed": [_stretch(one) for one in invented],
        "doubts": [{"kind": one.kind.value, **_stretch(one)} for one in transcript.doubts],
    }


def _damage(damage: Damage | None) -> dict[str, object] | None:
    if damage is None:
        return None
    seconds = round(damage.seconds, 3) if damage.seconds else None
    return {"at": round(damage.at, 3), "seconds": seconds, "places": damage.places}


def _languages(transcript: FileTranscript) -> Sequence[str]:
    """The language of each cue."""
    if len(transcript.languages) == len(transcript.cues):
        return transcript.languages
    return [transcript.language] * len(transcript.cues)


def _segment(cue: Cue, language: str) -> dict[str, object]:
    return {
        "start": round(cue.start, 3),
        "end": round(cue.end, 3),
        "text": cue.text,
        "speaker": cue.speaker,
        "language": language,
        "words": [_word(word) for word in cue.words],
    }


def _word(word: Word) -> dict[str, object]:
    return {
        "word": word.text.strip(),
        "start": round(word.start, 3),
        "end": round(word.end, 3),
        "probability": round(word.probability, 4),
    }


def _stretch(doubt: Doubt) -> dict[str, object]:
    return {"start": round(doubt.start, 3), "end": round(doubt.end, 3), "text": doubt.text}


def _cell(text: str) -> str:
    one = plain(text)
    return f"'{one}" if one.startswith(_FORMULA) else one


def _escaped(text: str) -> str:
    return _MARKS.sub(r"\\\g<0>", text)


def _spread(blocks: Iterable[str]) -> Iterable[str]:
    """Blocks with an empty one between."""
    for number, block in enumerate(blocks):
        if number:
            yield ""
        yield block
