"""Writes down pieces of a recording: decoded, judged, where needed decoded once more, as cues with times.

Rules: what a batch got wrong (`app.domain.file_quality`) is decoded once more: from what the encoder has made
of it, with time marks; where it stopped early all the same, its rest by itself; if it is not believed then,
with care, on the full window, with time marks and a second temperature. The best take is kept. What both
searches repeat as often is kept as well, if no words are missing, and one that had to be stopped is not
searched again, as that would take as long and end alike. What stops early on the full window as well is
followed by its rest. Where looking again fails on the processor, what is written stands. Measured with base,
405 s of 53 English clips, odd voices among them: of 25 pieces 5 were looked at again, one of which had had to
be stopped, and 2 of them on the full window; 69 of 799 words were wrong, and two places are told as doubts.
What is never believed is a `Doubt`. What two signals say is invented is left out of the cues and is a doubt
as well, as is each stretch of speech without words. OpenAI's engine decodes piece by piece and has such care
in itself.

What a batch leaves behind in the heap is given back before the next (`app.adapters.allocator`).

`write` may be called from as many threads at once as the engine has workers.
Raises RecognitionFailed or OutOfMemory.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final, Protocol

from app.adapters.allocator import give_back
from app.adapters.batch_whisper import BatchWhisper, Written
from app.adapters.phrase_result import CAREFUL_TEMPERATURES
from app.adapters.piece_reader import SoundPiece
from app.domain.audio import SAMPLE_RATE, Samples
from app.domain.compute import CPU
from app.domain.decoding import DecodingOptions
from app.domain.file_quality import (
    Take,
    better,
    followed_by,
    is_said_so,
    is_unsure,
    untold,
    unwritten_from,
    verdict,
)
from app.domain.file_transcript import Cue, Doubt, DoubtKind
from app.domain.hallucination import sift
from app.domain.models import EngineFacts
from app.domain.piece_cues import cue_of, sentences
from app.domain.problems import RecognitionProblem
from app.domain.speech_regions import Timeline
from app.domain.transcript import Segment, Transcript

logger = logging.getLogger(__name__)

LANGUAGE_PIECES: Final = 4
"""So many pieces say together which language a recording is in."""


class Transcriber(Protocol):
    """What is used of a loaded model, as `app.services.ports.Recognizer` is."""

    @property
    def facts(self) -> EngineFacts: ...

    def transcribe(
        self, audio: Samples, options: DecodingOptions, on_progress: Callable[[float], None] | None = None
    ) -> Transcript: ...


@dataclass(frozen=True, slots=True)
class PieceText:
    """What a piece says, with times in the recording."""

    cues: tuple[Cue, ...]
    doubts: tuple[Doubt, ...]
    language: str


@dataclass(slots=True)
class _Best:
    """The best take of a piece so far, and what was taken for invented in it."""

    take: Take
    invented: tuple[Segment, ...] = ()


class PieceWriter:
    """Writes pieces down.

    Args:
        recognizer: the model, loaded.
        options: how to decode.
        batches: decodes several at once; None: each by itself.
        by_piece: ask each piece for its language.
    """

    def __init__(
        self,
        recognizer: Transcriber,
        options: DecodingOptions,
        batches: BatchWhisper | None,
        *,
        by_piece: bool = False,
    ) -> None:
        self._recognizer = recognizer
        self._options = options
        self._batches = batches
        self._by_piece = by_piece and recognizer.facts.multilingual
        self._again = 0

    @property
    def again(self) -> int:
        """How many pieces were decoded twice, about: threads count without waiting for each other."""
        return self._again

    def language_of(self, pieces: Sequence[SoundPiece]) -> tuple[str, float]:
        """The language of a recording that begins with these pieces (at least one), and its probability."""
        first = [one.audio for one in pieces[:LANGUAGE_PIECES]]
        if self._batches:
            return self._batches.language_of(first)
        found = self._recognizer.transcribe(first[0], replace(self._options, voice_detection=False))
        return found.language, found.language_probability

    def write(
        self, pieces: Sequence[SoundPiece], language: str, *, is_short: bool = False
    ) -> list[PieceText]:
        """What the pieces say in `language`, in their order; those of a short recording are decoded one by
        one and with care from the beginning: it costs a second or two, and a word less is wrong now and then.
        """
        give_back()
        batches = self._batches
        if batches is None:
            return [self._alone(one, language) for one in pieces]
        if is_short:
            return [self._careful(batches, one, language) for one in pieces]
        written = batches.decode([one.audio for one in pieces], language, by_piece=self._by_piece)
        return [self._judged(batches, piece, one) for piece, one in zip(pieces, written, strict=True)]

    def _judged(self, batches: BatchWhisper, sound: SoundPiece, written: Written) -> PieceText:
        speech = sound.piece.speech
        if verdict(written.take, speech) is None:
            return self._text(sound, written.take, (), written.language)
        self._again += 1
        best = _Best(written.take)
        try:
            self._look_again(batches, sound, written, best)
        except RecognitionProblem as problem:
            # A card that fails is given up, and its file goes on with the processor.
            if self._recognizer.facts.device != CPU:
                raise
            logger.warning("a piece could not be decoded again: %s", type(problem).__name__)
        return self._text(sound, best.take, best.invented, written.language)

    def _look_again(self, batches: BatchWhisper, sound: SoundPiece, written: Written, best: _Best) -> None:
        """Betters what a batch has written of a piece, step by step, until it is believed."""
        speech, language = sound.piece.speech, written.language
        if not best.take.reached_limit:
            again = batches.decode_again(sound.audio, written).take
            best.take = better(best.take, again, speech)
            best.take = self._to_its_end(batches, sound, best.take, language)
            is_whole = not untold(best.take, speech)
            if verdict(best.take, speech) is None or (is_whole and is_said_so(written.take, again)):
                return
        # The full window takes more than all before it, which is not to come on top of what that has left.
        give_back()
        careful, invented, _ = self._with_care(sound, language)
        if better(best.take, careful, speech) is careful:
            best.take, best.invented = careful, invented
            best.take = self._to_its_end(batches, sound, careful, language)

    @staticmethod
    def _to_its_end(batches: BatchWhisper, sound: SoundPiece, take: Take, language: str) -> Take:
        """A take with what its piece says behind it, where it stops early and that makes it better."""
        start = unwritten_from(take, sound.piece.speech)
        if start is None:
            return take
        rest = batches.decode([sound.audio[round(start * SAMPLE_RATE) :]], language)[0].take
        return better(take, followed_by(take, rest, start), sound.piece.speech)

    def _careful(self, batches: BatchWhisper, sound: SoundPiece, language: str) -> PieceText:
        take, invented, heard = self._with_care(sound, None if self._by_piece else language)
        return self._text(sound, self._to_its_end(batches, sound, take, heard), invented, heard)

    def _alone(self, sound: SoundPiece, language: str) -> PieceText:
        options = replace(self._options, language=None if self._by_piece else language, voice_detection=False)
        found = self._recognizer.transcribe(sound.audio, options)
        return self._text(sound, Take(found.segments), found.suppressed, found.language or language)

    def _with_care(self, sound: SoundPiece, language: str | None) -> tuple[Take, tuple[Segment, ...], str]:
        """The take, what was taken for invented, and the language."""
        options = replace(
            self._options,
            language=language,
            voice_detection=False,
            word_times=True,
            temperatures=self._options.temperatures[:CAREFUL_TEMPERATURES],
        )
        found = self._recognizer.transcribe(sound.audio, options)
        return Take(found.segments), found.suppressed, found.language

    def _text(self, sound: SoundPiece, take: Take, suppressed: Sequence[Segment], language: str) -> PieceText:
        timeline = Timeline(sound.piece.regions)
        speech = sound.piece.speech
        spoken, invented = sift(sentences(take.segments, timeline), speech, self._options.hints)
        cues = tuple(cue_of(one, timeline, word_times=self._options.word_times) for one in spoken)
        doubts = [_doubt(DoubtKind.INVENTED, one, timeline) for one in (*invented, *suppressed)]
        unsure = [_doubt(DoubtKind.UNSURE, one, timeline) for one in spoken if is_unsure(one)]
        doubts.extend(unsure)
        missing = untold(take, speech)
        doubts.extend(Doubt(DoubtKind.MISSING, *timeline.span(one.start, one.end)) for one in missing)
        kind = verdict(take, speech)
        is_placed = (kind is DoubtKind.MISSING and missing) or (kind is DoubtKind.UNSURE and unsure)
        if kind and not is_placed:
            doubts.append(_whole(kind, sound, take))
        return PieceText(cues, tuple(sorted(doubts, key=lambda one: one.start)), language)


def _doubt(kind: DoubtKind, segment: Segment, timeline: Timeline) -> Doubt:
    return Doubt(kind, *timeline.span(segment.start, segment.end), segment.text.strip())


def _whole(kind: DoubtKind, sound: SoundPiece, take: Take) -> Doubt:
    return Doubt(kind, *Timeline(sound.piece.regions).span(0.0, sound.piece.seconds), take.text)
