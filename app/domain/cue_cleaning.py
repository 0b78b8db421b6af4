"""Cleans a transcript up without touching its times: cues are joined to passages, and what the language model
makes of a passage is put back into its cues.

Problem: a cue is often half a sentence, of which a model makes nothing good; what it makes of several has no
times any more.
Rules: a stretch is some neighbouring cues, of one speaker and one language, that end where a sentence does,
    as far as they fit; a spoken correction stays together with what it takes back. Written words go to the
    cue in which they were spoken; new ones to the cue of the words they stand for or behind. Every written
    word lands in one cue, in order, and none is added. A cue of which nothing was written stays as it was.
Failure: where words of several cues were written as one, or the words of a cue elsewhere, or a cue that takes
    something back was used up, nothing is put back: which word belongs to which time cannot be told.

Pure. Sizes are bytes of UTF-8.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from app.domain import passages
from app.domain.differences import Change, differences
from app.domain.file_transcript import Cue, FileTranscript

_DENSE: Final = r"\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff65"
"""Kana, Han and their punctuation, which stand without spaces."""
_WORD: Final = re.compile(rf"[{_DENSE}]|[^\s{_DENSE}]+")
_DENSE_END: Final = re.compile(rf"[{_DENSE}]\Z")
_DENSE_START: Final = re.compile(rf"[{_DENSE}]")
_SILENT: Final = re.compile(r"[\W_]+")
_SENTENCE_END: Final = re.compile(r"[.!?…。！？｡][\"'”’»)\]」』）]*\s*\Z")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Cues that are cleaned up together: `count` of them from number `first` on. `starts` is where the text
    of each begins in `text`; an empty one begins where the next does."""

    first: int
    text: str = field(repr=False)
    starts: tuple[int, ...]
    language: str = ""

    @property
    def count(self) -> int:
        """How many cues."""
        return len(self.starts)


def stretches(transcript: FileTranscript, most: int, language: str = "") -> Iterator[Stretch]:
    """All that is said in `transcript`, in order; made as they are asked for. Stretches of nothing but empty
    cues are left out.

    Args:
        most: bytes of a stretch, unless one cue alone has more.
        language: Whisper's code of the whole, where the cues have none of their own.
    """
    cues = transcript.cues
    own = transcript.languages if len(transcript.languages) == len(cues) else (language,) * len(cues)
    first = 0
    while first < len(cues):
        behind = _run_end(cues, own, first)
        while first < behind:
            stretch = _next_stretch(cues[first:behind], first, most, own[first])
            if stretch.text:
                yield stretch
            first += stretch.count


def _run_end(cues: Sequence[Cue], languages: Sequence[str], first: int) -> int:
    """Behind the last of the cues from `first` on that one speaker says in one language."""
    end = first + 1
    while end < len(cues) and (cues[end].speaker, languages[end]) == (cues[first].speaker, languages[first]):
        end += 1
    return end


def _next_stretch(cues: Sequence[Cue], first: int, most: int, language: str) -> Stretch:
    """The first of `cues`, at least one of them."""
    text = ""
    starts: list[int] = []
    for cue in cues:
        joined, start = _joined(text, cue.text)
        starts.append(start)
        before, text = text, joined
        if before and len(joined.encode("utf-8", "surrogatepass")) > most:
            break
    else:
        return Stretch(first, text, _without_gaps(cues, [*starts, len(text)]), language)
    # The last one does not fit any more; it is there to show whether a sentence ends before it.
    count = _count(text, starts)
    return Stretch(first, text[: starts[count]].rstrip(), _without_gaps(cues, starts[: count + 1]), language)


def _count(text: str, starts: Sequence[int]) -> int:
    """How many of the cues of `text`, without the last, make a stretch: as many as end with a sentence, else
    as many as fit; but nothing ends before what takes it back, where it can be helped."""
    # Read late, as the guard, whose words it uses.
    from app.domain.corrections import takes_back

    ends = passages.sentence_ends(text)
    closed = {end for end, behind in pairwise([*ends, len(text)]) if takes_back(text[end:behind])}
    fitting = range(len(starts) - 1, 0, -1)
    places = set(ends) - closed
    if found := next((n for n in fitting if starts[n] in places), 0):
        return found
    return next((n for n in fitting if starts[n] not in closed), len(starts) - 1)


def _without_gaps(cues: Sequence[Cue], starts: Sequence[int]) -> tuple[int, ...]:
    """The starts but the last, each empty cue's at the next one's."""
    found = list(starts)
    for number in range(len(found) - 2, -1, -1):
        if not cues[number].text:
            found[number] = found[number + 1]
    return tuple(found[:-1])


def _joined(text: str, more: str) -> tuple[str, int]:
    """Both behind each other, and where the second begins."""
    if not text or not more:
        return text + more, len(text)
    dense = _DENSE_END.search(text) or _DENSE_START.match(more)
    start = len(text) + (0 if dense else 1)
    return f"{text}{more}" if dense else f"{text} {more}", start


def put_back(stretch: Stretch, written: str) -> tuple[str, ...] | None:
    """The texts of the stretch's cues, made of `written`; None where that cannot be told."""
    # Read late, as the guard, whose words it uses.
    from app.domain.corrections import takes_back

    places = _places(stretch.text, written)
    found: list[list[str]] = [[] for _ in stretch.starts]
    for match in _WORD.finditer(written):
        cue = _cue_at(stretch, places.owner[match.start()])
        found[cue].append(written[_space_before(written, match) : match.end()])
    texts = ["".join(words).strip() for words in found]
    for number, text in enumerate(texts):
        begin, end = _bounds(stretch, number)
        said = stretch.text[begin:end].strip()
        if text or not said:
            continue
        is_replaced = any(low < end and high > begin for low, high in places.replaced)
        if is_replaced or takes_back(said) or places.new & _keys(said):
            return None
        texts[number] = said
    return tuple(" ".join(text.split()) for text in texts)


@dataclass(slots=True)
class _Places:
    """Where each written character was spoken, ascending; the spoken spans for which others stand; and the
    words that were not spoken there."""

    owner: list[int]
    replaced: list[tuple[int, int]]
    new: set[str]


def _places(spoken: str, written: str) -> _Places:
    owner: list[int] = []
    replaced: list[tuple[int, int]] = []
    new: set[str] = set()
    at = 0
    gone: tuple[int, int] | None = None
    for run in differences(spoken, written):
        size = len(run.text)
        if run.change is Change.KEPT:
            owner.extend(range(at, at + size))
            at += size
            gone = None
            continue
        if run.change is Change.REMOVED:
            # Only what was removed last stands beside what is added: "um we" became "We".
            gone = (at, at + size)
            at += size
            continue
        if not run.is_small:
            new |= _keys(run.text)
        if gone is not None and run.text.strip():
            low, high = gone
            # Words for words: each character as far on as among those it stands for.
            owner.extend(low + place * (high - low) // size for place in range(size))
            if spoken[low:high].strip():
                replaced.append(gone)
            gone = None
        else:
            # New words go with those before them, unless a new sentence begins with them.
            opens = bool(_SENTENCE_END.search(written[: len(owner)]))
            owner.extend([at if opens or at == 0 else at - 1] * size)
    return _Places(owner, replaced, new)


def _keys(text: str) -> set[str]:
    return {key for match in _WORD.finditer(text) if (key := _SILENT.sub("", match[0]).casefold())}


def _cue_at(stretch: Stretch, place: int) -> int:
    # Of cues that begin at the same place all but the last are empty.
    return max(bisect_right(stretch.starts, min(place, len(stretch.text) - 1)) - 1, 0)


def _bounds(stretch: Stretch, number: int) -> tuple[int, int]:
    starts = stretch.starts
    return starts[number], starts[number + 1] if number + 1 < len(starts) else len(stretch.text)


def _space_before(written: str, match: re.Match[str]) -> int:
    """Where the white space before a word begins."""
    start = match.start()
    while start and written[start - 1].isspace():
        start -= 1
    return start
