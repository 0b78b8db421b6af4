"""Whisper for recordings: several pieces at once on CTranslate2, with the times of their words.

faster-whisper's own batched pipeline decodes windows of 30 s with all threads together. Measured with base,
int8, beam 5 on two cores (290 s of joined speech): it takes 27 s at its best batch size. Pieces of 15 s with
the encoder's window cut to them take 24 s that way, and 12 s as two batches at once with a core each: beam
search is many small steps that gain nothing from a second thread, and what the decoder looks at in each step
is half as long.

Rules:
- No time marks are written: with them the decoder stops early more often (the pipeline's words wrong: 18 %
  with, 12 % without). Times of words, and so of sentences, come from aligning the text with the sound, which
  costs a fifth more. A piece that went wrong without them may be decoded with them (`decode_again`).
- All pieces of a batch get the window of the longest, so they should be about as long as each other.
- The number of tokens is limited by the seconds of sound: a piece that loops would keep the batch.
- Nothing is decoded again unasked; whoever asks judges (`app.domain.file_quality`).
- A batch that does not fit into memory is decoded in halves, and no batch is larger from then on.
- On the processor the pieces of a batch are encoded and aligned one at a time, and each is aligned with the
  states of its own sound alone: both take much memory, so that two threads would wait for each other with
  more (`app.adapters.greedy_steps`). The words are the same, and of 203 their times (95th percentile of the
  difference: 0.02 s).

`decode` may be called from as many threads at once as the engine has workers.
Fails with OutOfMemory or RecognitionFailed, whatever the engine raises.
"""

from __future__ import annotations

import logging
import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from app.adapters.engine_errors import is_out_of_memory, recognition_problem
from app.adapters.phrase_result import MARKS
from app.adapters.whisper import FAILURES, WhisperRecognizer
from app.adapters.whisper_phrases import tokenizer_of
from app.domain.audio import Samples, seconds
from app.domain.compute import CPU
from app.domain.decoding import DecodingOptions
from app.domain.encoder_window import FULL_SECONDS, window_for
from app.domain.file_quality import Take
from app.domain.phrase_judge import most_tokens
from app.domain.transcript import Segment, Word

logger = logging.getLogger(__name__)

FRAMES_PER_SECOND: Final = 100
FRAMES_OF_A_STATE: Final = 2
"""The encoder halves them."""
LEAST_ALIGNED: Final = 10
"""Frames; with fewer faster-whisper gives times below zero, and fails below two."""
CPU_BATCH: Final = 2
"""Measured as above: 12.2 s in fours, 11.7 s in twos, 13.5 s one by one, 16.6 s in eights. Each piece more
takes 50 MB for moments, so that the peak of fours was another by chance from one hour to the next. On two
slow cores fours save 3 %, which is as much as chance does, and take 100 MB more."""
CARD_BATCH: Final = 16
LAYERS: Final = {384: 4, 512: 6, 768: 12, 1024: 24, 1280: 32}
"""Decoder layers of Whisper's models by the width of their states; distilled ones have fewer."""

MEDIAN_MOST: Final = 0.7
"""Seconds; a first word of more than twice the usual length has taken the silence in front of it along
(OpenAI's own rule, whisper/timing.py)."""
SENTENCE_ENDS: Final = tuple(".。!！?？")
PREPEND: Final = "\"'“¿([{-"
APPEND: Final = "\"'.。,，!！?？:：”)]}、"


@dataclass(frozen=True, slots=True)
class Written:
    """What was decoded of a piece, in which language; `states` is the encoder's output for it, float32
    (1, states, width), or None where that is on a card."""

    take: Take
    language: str
    states: npt.NDArray[np.float32] | None = field(default=None, repr=False, compare=False)


class BatchWhisper:
    """Decodes pieces with a loaded model.

    Args:
        recognizer: the model.
        options: how; `temperatures` but the first are not used.
        batch: how many pieces at once; `suited_batch` says what suits.
    """

    def __init__(self, recognizer: WhisperRecognizer, options: DecodingOptions, batch: int) -> None:
        self._engine: Any = recognizer.engine  # faster-whisper has no types
        self._facts = recognizer.facts
        self._options = options
        self.batch = max(1, batch)
        """How many pieces go into memory at once, as far as is known."""

    def language_of(self, pieces: Sequence[Samples]) -> tuple[str, float]:
        """The likeliest language of the pieces (at least one), and its probability.

        Raises RecognitionFailed or OutOfMemory.
        """
        if not self._facts.multilingual:
            return "en", 1.0
        sums: Counter[str] = Counter()
        try:
            for piece in pieces:
                for token, probability in self._engine.model.detect_language(self._encoded([piece]))[0]:
                    sums[str(token)[2:-2]] += probability
        except FAILURES as error:
            raise recognition_problem(error, self._facts.device) from error
        language, total = sums.most_common(1)[0]
        return language, float(total) / len(pieces)

    def decode(self, pieces: Sequence[Samples], language: str, *, by_piece: bool = False) -> list[Written]:
        """Decode the pieces (each float32 mono 16 kHz, at most 30 s) as `language`; `by_piece` asks each one
        for its own, and keeps to `language` where that is not sure.

        Raises RecognitionFailed or OutOfMemory.
        """
        found: list[Written] = []
        while rest := pieces[len(found) :]:
            part = rest[: self.batch]
            try:
                found.extend(self._decode(part, language, by_piece=by_piece))
            except FAILURES as error:
                if len(part) == 1 or not is_out_of_memory(error):
                    raise recognition_problem(error, self._facts.device) from error
                # Another thread may have found out meanwhile.
                self.batch = min(self.batch, max(1, len(part) // 2))
                logger.warning(
                    "a batch of %d does not fit into memory: %d from now on", len(part), self.batch
                )
        return found

    def decode_again(self, piece: Samples, written: Written) -> Written:
        """Decode a piece once more, from what the encoder has made of it: with time marks, which lead the
        search another way.

        Raises RecognitionFailed or OutOfMemory.
        """
        try:
            states = written.states
            encoded = self._encoded([piece]) if states is None else _as_encoded(states)
            return self._searched(encoded, [piece], [written.language], marks=True)[0]
        except FAILURES as error:
            raise recognition_problem(error, self._facts.device) from error

    # --- one batch ---

    def _decode(self, pieces: Sequence[Samples], language: str, *, by_piece: bool) -> list[Written]:
        encoded = self._encoded(pieces)
        languages = self._languages(encoded, language) if by_piece else [language] * len(pieces)
        return self._searched(encoded, pieces, languages)

    def _searched(
        self,
        encoded: Any,  # noqa: ANN401 - CTranslate2's own
        pieces: Sequence[Samples],
        languages: Sequence[str],
        *,
        marks: bool = False,
    ) -> list[Written]:
        """The likeliest texts of encoded pieces; with `marks` time marks are written on the way, and left
        out."""
        tokenizers = [tokenizer_of(self._engine, one) for one in languages]
        results, limit = self._results(encoded, tokenizers, max(map(seconds, pieces)), marks=marks)
        tokens = [
            [token for token in result.sequences_ids[0] if token < tokenizer.eot]
            for result, tokenizer in zip(results, tokenizers, strict=True)
        ]
        aligned = self._aligned(tokenizers, tokens, encoded, pieces)
        states = np.asarray(encoded) if self._facts.device == CPU else None
        written = []
        for row, (piece, result, own, words) in enumerate(zip(pieces, results, tokens, aligned, strict=True)):
            text = str(tokenizers[row].decode(own))
            take = _take(text, result, _words(words, seconds(piece)), piece, limit)
            written.append(Written(take, languages[row], None if states is None else states[row : row + 1]))
        return written

    def _results(
        self,
        encoded: Any,  # noqa: ANN401 - as above
        tokenizers: Sequence[Any],
        longest: float,
        *,
        marks: bool,
    ) -> tuple[list[Any], int]:
        """What the search finds for each piece, the longest of so many seconds, and at how many tokens it is
        stopped."""
        hotwords = ", ".join(self._options.hints) or None
        prompts = [
            self._engine.get_prompt(one, [], without_timestamps=not marks, hotwords=hotwords)
            for one in tokenizers
        ]
        limit = max(most_tokens(longest, one.language_code) for one in tokenizers) + (MARKS if marks else 0)
        # CTranslate2 stops at half of prompt and new tokens together, or at the new ones, whichever is less.
        begun = max(map(len, prompts))
        whole = min(max(begun + limit, 2 * limit), self._engine.max_length)
        results = self._engine.model.generate(
            encoded,
            prompts,
            beam_size=self._options.beam_size,
            patience=1,
            length_penalty=1,
            max_length=whole,
            suppress_blank=True,
            suppress_tokens=_suppressed(tokenizers[0]),
            return_scores=True,
            return_no_speech_prob=True,
            sampling_temperature=self._options.temperatures[0],
        )
        return list(results), min(whole // 2, whole - begun)

    def _aligned(
        self,
        tokenizers: Sequence[Any],
        tokens: list[list[int]],
        encoded: Any,  # noqa: ANN401 - as above
        pieces: Sequence[Samples],
    ) -> list[list[dict[str, Any]]]:
        """The words of each text with their times, as faster-whisper has them; what a word is depends on the
        language."""
        frames = [max(LEAST_ALIGNED, round(seconds(piece) * FRAMES_PER_SECOND)) for piece in pieces]
        align = self._engine.find_alignment
        if self._facts.device != CPU:
            all_as = {
                language: align(tokenizer, tokens, encoded, frames)
                for language, tokenizer in {one.language_code: one for one in tokenizers}.items()
            }
            return [all_as[one.language_code][row] for row, one in enumerate(tokenizers)]
        aligned: list[list[dict[str, Any]]] = []
        states = np.asarray(encoded)
        for row, (tokenizer, own, length) in enumerate(zip(tokenizers, tokens, frames, strict=True)):
            heard = math.ceil(length / FRAMES_OF_A_STATE)
            one = _as_encoded(states[row : row + 1, :heard])
            aligned.extend(align(tokenizer, [own], one, [length]))
        return aligned

    def _encoded(self, pieces: Sequence[Samples]) -> Any:  # noqa: ANN401 - CTranslate2's own
        """The encoder's output for pieces on a window that fits the longest."""
        longest = max(map(seconds, pieces))
        # A card takes the full window in no time, and that is what Whisper was trained on.
        window = window_for(self._facts.model).seconds(longest) if self._facts.device == CPU else FULL_SECONDS
        frames = round(window * FRAMES_PER_SECOND)
        features = np.zeros((len(pieces), self._engine.model.n_mels, frames), np.float32)
        for row, piece in zip(features, pieces, strict=True):
            own = self._engine.feature_extractor(piece)[..., :frames]
            row[:, : own.shape[-1]] = own
        if self._facts.device != CPU or len(pieces) == 1:
            return self._engine.encode(features)
        encoded = [self._engine.encode(features[row : row + 1]) for row in range(len(pieces))]
        return _as_encoded(np.concatenate([np.asarray(one) for one in encoded]))

    def _languages(self, encoded: Any, otherwise: str) -> list[str]:  # noqa: ANN401 - as above
        if not self._facts.multilingual:
            return [otherwise] * encoded.shape[0]
        found = []
        for likeliest in self._engine.model.detect_language(encoded):
            token, probability = likeliest[0]
            found.append(str(token)[2:-2] if probability >= SURE_LANGUAGE else otherwise)
        return found


SURE_LANGUAGE: Final = 0.5
"""A piece whose language is less probable is decoded in the recording's."""


def suited_batch(recognizer: WhisperRecognizer, free_bytes: int | None, lanes: int) -> int:
    """How many pieces to decode at once in each of so many threads, with so much memory to spare (None: not
    known): what was measured to be fastest, or as many as fit into half of it.

    Raises RecognitionFailed or OutOfMemory.
    """
    engine: Any = recognizer.engine
    device = recognizer.facts.device
    most = CPU_BATCH if device == CPU else CARD_BATCH
    if free_bytes is None:
        return min(most, CPU_BATCH)
    try:
        # One second of silence tells how wide the model's states are.
        silence = np.zeros((engine.model.n_mels, FRAMES_PER_SECOND), np.float32)
        states = int(engine.encode(silence).shape[-1])
    except FAILURES as error:
        raise recognition_problem(error, device) from error
    width = 4 if device == CPU else 2
    # For each layer keys and values of every second frame.
    each = LAYERS.get(states, max(LAYERS.values())) * 2 * states * width * round(FULL_SECONDS * 50)
    return max(1, min(most, free_bytes // 2 // (each * lanes)))


def _as_encoded(states: npt.NDArray[np.float32]) -> Any:  # noqa: ANN401 - CTranslate2's own
    """States (pieces, states, width) as the search and the alignment take them; the memory is shared."""
    from faster_whisper.transcribe import get_ctranslate2_storage

    return get_ctranslate2_storage(states)


def _suppressed(tokenizer: Any) -> Any:  # noqa: ANN401 - as above
    from faster_whisper.transcribe import get_suppressed_tokens

    return get_suppressed_tokens(tokenizer, [-1])


def _take(
    text: str,
    result: Any,  # noqa: ANN401 - CTranslate2's own
    words: tuple[Word, ...],
    piece: Samples,
    limit: int,
) -> Take:
    """One decode as a take with one segment; with `limit` tokens, time marks included, it was stopped."""
    from faster_whisper.transcribe import get_compression_ratio

    if not text.strip():
        return Take(())
    count = len(result.sequences_ids[0])
    segment = Segment(
        f" {text.strip()}",
        words[0].start if words else 0.0,
        words[-1].end if words else seconds(piece),
        words,
        float(result.scores[0]) * count / (count + 1),
        float(result.no_speech_prob),
        float(get_compression_ratio(text.strip())),
        0.0,
    )
    return Take((segment,), reached_limit=count >= limit)


def _words(aligned: list[dict[str, Any]], length: float) -> tuple[Word, ...]:
    """Words with their times; `length` is the piece's, in seconds."""
    from faster_whisper.transcribe import merge_punctuations

    durations = [float(one["end"] - one["start"]) for one in aligned]
    usual = min(MEDIAN_MOST, float(np.median([one for one in durations if one > 0] or [MEDIAN_MOST])))
    merge_punctuations(aligned, PREPEND, APPEND)
    words: list[Word] = []
    for one in aligned:
        if not one["word"]:
            continue
        start, end = float(one["start"]), min(float(one["end"]), length)
        is_first = not words or words[-1].text.strip().endswith(SENTENCE_ENDS)
        if is_first and usual and end - start > 2 * usual:
            start = end - 2 * usual
        word = Word(str(one["word"]), round(min(start, end), 3), round(end, 3), float(one["probability"]))
        words.append(word)
    return tuple(words)
