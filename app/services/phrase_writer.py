"""Writes one dictation down while it is being spoken: carries out what `app.domain.phrases` decides.

The rules:
- One decode at a time, each short; between two of them the worker looks into its inbox.
- Nothing is decided here about words: phrases come and go as the domain says.
- The safety net: when a decode failed, or speech that the detector clearly heard gave no words, the whole
  dictation is decoded once more at its end, and `took_longer` says so.
- The language is found once: the first take of some length that is sure of it fixes it.

Belongs to the speech thread. `piece` and `finish` raise Problems, `piece` none: what fails there is kept for
the safety net.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from app.domain.audio import Samples, seconds
from app.domain.decoding import DecodingOptions
from app.domain.phrases import Phrases
from app.domain.problems import Problem
from app.domain.speech_regions import SPEECH_THRESHOLD, voiced_seconds
from app.domain.tail import WINDOW_SAMPLES, WINDOW_SECONDS
from app.domain.takes import Purpose, Stretch
from app.domain.transcript import LiveText, Segment, Transcript
from app.services.recognizers import Recognizers

logger = logging.getLogger(__name__)

SURE_OF_LANGUAGE: Final = 0.6
ENOUGH_FOR_LANGUAGE: Final = 2.0
"""Seconds of a take that is long enough to tell a language by."""

CLEARLY_HEARD: Final = 1.0
"""Seconds of speech that cannot have been a cough."""


class Recording:
    """Sound that grows: float32 mono 16 kHz, in one piece, without being copied at each look."""

    def __init__(self) -> None:
        self._samples: Samples = np.zeros(1 << 18, np.float32)
        self._length = 0

    def add(self, samples: Samples) -> None:
        """Put `samples` behind the others."""
        end = self._length + len(samples)
        if end > len(self._samples):
            grown: Samples = np.zeros(max(end, 2 * len(self._samples)), np.float32)
            grown[: self._length] = self._samples[: self._length]
            self._samples = grown
        self._samples[self._length : end] = samples
        self._length = end

    @property
    def samples(self) -> Samples:
        """All of it; a view that is right until the next `add`."""
        return self._samples[: self._length]

    def windows(self, start: int, end: int) -> Samples:
        """The windows `start`..`end` of 512 samples; a view."""
        return self.samples[start * WINDOW_SAMPLES : end * WINDOW_SAMPLES]


class PhraseWriter:
    """One dictation.

    Args:
        recognizers: decode.
        options: how; with a fixed language or without.
    """

    def __init__(self, recognizers: Recognizers, options: DecodingOptions) -> None:
        self._recognizers = recognizers
        self._options = options
        self._recording = Recording()
        self._phrases = Phrases()
        self._suppressed: list[Segment] = []
        self._language = ("", 0.0)
        self._failed: Problem | None = None
        self._lost_speech = False
        self.is_released = False
        self.took_longer = False

    def hear(self, samples: Samples, speech: Sequence[float]) -> None:
        """More sound, and the probability of speech of each window of 512 samples that it completes."""
        self._recording.add(samples)
        self._phrases.hear(speech)

    @property
    def live(self) -> LiveText:
        """The words so far."""
        return self._phrases.live

    def piece(self) -> bool:
        """Decode what is worth it now; whether there was anything."""
        if self._failed or not self._options.voice_detection:
            return False
        stretch = self._phrases.next(released=self.is_released)
        if stretch is None:
            return False
        try:
            self._decode(stretch)
        except Problem as problem:
            logger.warning("a phrase could not be decoded: %s %s", problem, problem.detail)
            self._failed = problem
        return True

    def finish(self) -> Transcript:
        """Decode what is left: all words. Raises a Problem."""
        if self._is_heard_in_full and self._options.voice_detection:
            if not any(one >= SPEECH_THRESHOLD for one in self._phrases.speech):
                return self._transcript(())
            if self._failed is None and self._finish_phrases():
                return self._transcript(self._phrases.answer)
            whole = self._recognizers.transcribe(self._recording.samples, self._options)
            self.took_longer = True
            return whole
        return self._recognizers.transcribe(self._recording.samples, self._options)

    @property
    def _is_heard_in_full(self) -> bool:
        """Whether the detector has judged every whole window."""
        return len(self._phrases.speech) >= len(self._recording.samples) // WINDOW_SAMPLES

    def _finish_phrases(self) -> bool:
        """Decode what is left of the last phrase; whether all that was heard has words."""
        try:
            while stretch := self._phrases.next(over=True):
                self._decode(stretch)
        except Problem as problem:
            logger.warning("the last phrase could not be decoded: %s %s", problem, problem.detail)
            self._failed = problem
        return self._failed is None and not self._lost_speech

    def _decode(self, stretch: Stretch) -> None:
        """Raises a Problem."""
        is_draft = stretch.purpose is Purpose.DRAFT
        speech = self._phrases.speech[stretch.start : stretch.end]
        options = replace(self._options, word_times=stretch.purpose is Purpose.CUT)
        began = time.perf_counter()
        found = self._recognizers.decode_phrase(
            self._recording.windows(stretch.start, stretch.end),
            speech,
            options,
            draft=is_draft,
            careful=stretch.purpose is Purpose.CAREFUL,
            once=stretch.purpose is Purpose.TAKE,
        )
        segment = found.segments[0] if found.segments else None
        if found.is_doubtful:
            self._phrases.doubted(stretch, time.perf_counter() - began)
            return
        self._phrases.decoded(stretch, segment, time.perf_counter() - began)
        if is_draft:
            return
        self._note_language(found)
        if segment is None and not found.suppressed and voiced_seconds(speech) >= CLEARLY_HEARD:
            self._lost_speech = True
        begin = stretch.start * WINDOW_SECONDS
        self._suppressed.extend(
            replace(one, start=one.start + begin, end=one.end + begin) for one in found.suppressed
        )

    def _note_language(self, found: Transcript) -> None:
        if self._options.language is not None or not found.segments:
            return
        self._language = (found.language, found.language_probability)
        if found.language_probability >= SURE_OF_LANGUAGE and found.seconds >= ENOUGH_FOR_LANGUAGE:
            self._options = replace(self._options, language=found.language)

    def _still_suppressed(self, segments: Sequence[Segment]) -> tuple[Segment, ...]:
        """What the last take of its sound suppressed, and no words stand for."""
        kept: list[Segment] = []
        for one in self._suppressed:
            kept = [*(other for other in kept if not _covers(one, other)), one]
        return tuple(one for one in kept if not any(_covers(segment, one) for segment in segments))

    def _transcript(self, segments: tuple[Segment, ...]) -> Transcript:
        language, probability = self._language
        if not language and segments:
            language, probability = self._options.language or "", 1.0
        return Transcript(
            segments,
            language or self._options.language or "",
            probability,
            self._recognizers.model,
            seconds(self._recording.samples),
            self._still_suppressed(segments),
        )


def _covers(segment: Segment, other: Segment) -> bool:
    """Whether `segment` holds more than half of `other`; phrases overlap by their padding."""
    shared = min(segment.end, other.end) - max(segment.start, other.start)
    return shared > 0.5 * (other.end - other.start)
