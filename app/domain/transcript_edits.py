"""How the user changes a transcript, and takes it back.

Each change is a function from a transcript to a transcript; one that is not possible gives the same
transcript. Cues are counted from 0, and a range of them is `first` up to, not including, `last`. What becomes
of words and their times is told in `app.domain.cue_words`. Pure, never fails.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from typing import Final

from app.domain.cue_words import divided, gap, joined, retexted
from app.domain.file_transcript import Cue, Doubt, FileTranscript

MOST_STEPS: Final = 200
"""That can be taken back. Steps share the cues that they leave alone, so each costs little."""


def rewritten(transcript: FileTranscript, first: int, last: int, texts: Sequence[str]) -> FileTranscript:
    """The cues of a range with other texts. Where there are more or fewer texts than cues, the times of the
    range are divided anew among them; no texts at all delete the cues."""
    old = transcript.cues[first:last]
    if not old or (len(texts) == len(old) and all(map(_has_text, old, texts))):
        return transcript
    if not texts:
        return delete(transcript, first, last)
    if len(texts) == len(old):
        new = tuple(map(retexted, old, texts))
    else:
        new = _laid_out(reduce(joined, old), [text.strip() for text in texts])
    return _exchanged(transcript, first, last, new)


def retext(transcript: FileTranscript, cue: int, text: str) -> FileTranscript:
    """One cue with another text."""
    return rewritten(transcript, cue, cue + 1, (text,))


def merge(transcript: FileTranscript, cue: int) -> FileTranscript:
    """A cue and the next as one."""
    if not 0 <= cue < len(transcript.cues) - 1:
        return transcript
    one, other = transcript.cues[cue : cue + 2]
    own = transcript.languages[cue + 1 : cue + 2] if len(transcript.languages) == len(transcript.cues) else ()
    language = own[0] if own else transcript.language
    return _exchanged(transcript, cue, cue + 2, (joined(one, other, language),))


def split(transcript: FileTranscript, cue: int, at: int) -> FileTranscript:
    """A cue as two, the second beginning with character `at` of its text."""
    if not 0 <= cue < len(transcript.cues):
        return transcript
    parts = divided(transcript.cues[cue], at)
    return transcript if parts is None else _exchanged(transcript, cue, cue + 1, parts)


def delete(transcript: FileTranscript, first: int, last: int) -> FileTranscript:
    """Without a range of cues."""
    return _exchanged(transcript, first, last, ()) if transcript.cues[first:last] else transcript


def set_speaker(transcript: FileTranscript, first: int, last: int, speaker: str) -> FileTranscript:
    """Who speaks in a range of cues; empty is nobody in particular."""
    speaker = " ".join(speaker.split())
    return _each(transcript, lambda n, cue: replace(cue, speaker=speaker) if first <= n < last else cue)


def set_speaker_onwards(transcript: FileTranscript, first: int, speaker: str) -> FileTranscript:
    """Who speaks from a cue on, up to where another begins to speak."""
    cues, last = transcript.cues, first
    while first >= 0 and last < len(cues) and cues[last].speaker == cues[first].speaker:
        last += 1
    return set_speaker(transcript, first, last, speaker)


def rename_speaker(transcript: FileTranscript, old: str, new: str) -> FileTranscript:
    """Another name for a speaker, wherever he speaks."""
    new = " ".join(new.split())
    return _each(transcript, lambda _, cue: replace(cue, speaker=new) if cue.speaker == old else cue)


def speakers(transcript: FileTranscript) -> tuple[str, ...]:
    """Their names, in the order in which they first speak."""
    return tuple(dict.fromkeys(cue.speaker for cue in transcript.cues if cue.speaker))


def settle(transcript: FileTranscript, doubt: Doubt) -> FileTranscript:
    """The place was listened to and is no longer in doubt."""
    left = tuple(each for each in transcript.doubts if each != doubt)
    return transcript if len(left) == len(transcript.doubts) else replace(transcript, doubts=left)


def without_empty(transcript: FileTranscript) -> FileTranscript:
    """Without the cues that have lost all their text, as it is kept and exported."""
    if all(cue.text for cue in transcript.cues):
        return transcript
    languages = transcript.languages
    if len(languages) == len(transcript.cues):
        languages = tuple(each for each, cue in zip(languages, transcript.cues, strict=True) if cue.text)
    return replace(transcript, cues=tuple(cue for cue in transcript.cues if cue.text), languages=languages)


def cleaned(
    transcript: FileTranscript, asked: FileTranscript, first: int, texts: Sequence[str]
) -> FileTranscript:
    """With the texts that somebody made for the cues of `asked` from number `first` on. A cue that was
    changed, divided or taken away since then stays as the user made it."""
    where = {(cue.start, cue.end, cue.text): n for n, cue in enumerate(transcript.cues)}
    cues = list(transcript.cues)
    for old, text in zip(asked.cues[first:], texts, strict=False):
        place = where.get((old.start, old.end, old.text))
        if place is not None and text.strip():
            cues[place] = retexted(cues[place], text)
    return _each(transcript, lambda n, _: cues[n])


@dataclass(frozen=True, slots=True)
class Edits:
    """A transcript with its past, and with what was taken back and can be done again. `kind` names the last
    step while a further one of that kind would belong to it, as further letters do to a word."""

    present: FileTranscript
    past: tuple[FileTranscript, ...] = ()
    future: tuple[FileTranscript, ...] = ()
    kind: str = ""

    def do(self, transcript: FileTranscript, kind: str = "") -> Edits:
        """One more step, or more of the last one where it is of the same `kind`."""
        if transcript is self.present or transcript == self.present:
            return self
        if kind and kind == self.kind and self.past:
            return Edits(transcript, self.past, (), kind)
        return Edits(transcript, (*self.past, self.present)[-MOST_STEPS:], (), kind)

    def sealed(self) -> Edits:
        """The last step is complete: what follows is a step of its own."""
        return replace(self, kind="") if self.kind else self

    def undo(self) -> Edits:
        """As before the last step; the same where there is none."""
        if not self.past:
            return self
        return Edits(self.past[-1], self.past[:-1], (self.present, *self.future))

    def redo(self) -> Edits:
        """The step that was last taken back, again."""
        if not self.future:
            return self
        return Edits(self.future[0], (*self.past, self.present), self.future[1:])


def _has_text(cue: Cue, text: str) -> bool:
    return cue.text == text.strip()


def _each(transcript: FileTranscript, change: Callable[[int, Cue], Cue]) -> FileTranscript:
    cues = tuple(change(n, cue) for n, cue in enumerate(transcript.cues))
    return transcript if cues == transcript.cues else replace(transcript, cues=cues)


def _laid_out(whole: Cue, texts: Sequence[str]) -> tuple[Cue, ...]:
    """One cue for each text, all of them out of one. A text that is empty has no time."""
    text = reduce(lambda before, after: before + gap(before, after) + after, texts)
    rest = retexted(whole, text)
    if not text:
        return tuple(replace(rest, start=whole.start if n == 0 else whole.end) for n in range(len(texts)))
    cues: list[Cue] = []
    filled = [n for n, each in enumerate(texts) if each]
    for n, each in enumerate(texts):
        at = cues[-1].end if cues else whole.start
        if not each:
            cues.append(Cue(at, at, "", (), whole.speaker))
        elif n == filled[-1]:
            cues.append(rest)
        else:
            parts = divided(rest, len(each))
            # Both sides have text: neither of the two is empty.
            assert parts is not None
            cues.append(parts[0])
            rest = parts[1]
    return tuple(cues)


def _exchanged(transcript: FileTranscript, first: int, last: int, new: tuple[Cue, ...]) -> FileTranscript:
    """Other cues for a range, each in the language of the old one in whose time it begins."""
    cues, languages = transcript.cues, transcript.languages
    if len(languages) == len(cues):
        told = []
        for cue in new:
            begun = [n for n in range(first, last) if cues[n].start <= cue.start] or [first]
            told.append(languages[begun[-1]])
        languages = languages[:first] + tuple(told) + languages[last:]
    else:
        languages = ()
    return replace(transcript, cues=cues[:first] + new + cues[last:], languages=languages)
