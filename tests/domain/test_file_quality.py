"""What is decoded once more, which take is kept, and what remains in doubt."""

from __future__ import annotations

import pytest

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
from app.domain.file_transcript import DoubtKind
from app.domain.tail import WINDOW_SECONDS
from app.domain.transcript import Segment, Word

SPEECH = (0.9,) * 310
"""Ten seconds."""

SENTENCE = " The earliest book printed with movable types is printed in letters which are an exact imitation."


def take(
    text: str,
    *,
    log_probability: float = -0.2,
    ratio: float = 1.2,
    begin: float = 0.0,
    until: float = 10.0,
) -> Take:
    words = text.split()
    step = (until - begin) / max(1, len(words))
    placed = tuple(
        Word(f" {word}", begin + i * step, begin + (i + 1) * step, 0.9) for i, word in enumerate(words)
    )
    segment = Segment(text, begin, until, placed, log_probability, 0.0, ratio)
    return Take((segment,) if words else ())


def test_ordinary_text_is_believed() -> None:
    assert verdict(take(SENTENCE), SPEECH) is None


def test_what_repeats_itself_or_had_to_be_stopped_is_not() -> None:
    assert verdict(take(SENTENCE + " and so and so and so and so"), SPEECH) is DoubtKind.REPEATED
    assert verdict(take(SENTENCE, ratio=2.6), SPEECH) is DoubtKind.REPEATED
    assert verdict(Take(take(SENTENCE).segments, reached_limit=True), SPEECH) is DoubtKind.REPEATED


def test_speech_without_text_is_missing() -> None:
    assert verdict(take(""), SPEECH) is DoubtKind.MISSING
    assert verdict(take(SENTENCE, until=5.0), SPEECH) is DoubtKind.MISSING
    (span,) = untold(take(SENTENCE, until=5.0), SPEECH)
    assert (span.start, round(span.end, 1)) == (5.0, 9.9)


def test_a_clause_that_is_left_out_at_either_end_is_missing() -> None:
    assert verdict(take(SENTENCE, until=8.0), SPEECH) is DoubtKind.MISSING
    assert verdict(take(SENTENCE, until=9.0), SPEECH) is None
    assert verdict(take(SENTENCE, begin=2.0), SPEECH) is DoubtKind.MISSING
    assert verdict(take(SENTENCE, begin=1.0), SPEECH) is None


def test_within_a_piece_words_may_be_apart_for_longer() -> None:
    (before,), (behind,) = take(SENTENCE, until=4.0).segments, take(SENTENCE, begin=6.0).segments
    assert untold(Take((before, behind)), SPEECH) == ()
    (before,), (behind,) = take(SENTENCE, until=3.0).segments, take(SENTENCE, begin=7.0).segments
    (span,) = untold(Take((before, behind)), SPEECH)
    assert (round(span.start, 6), span.end) == (3.0, 7.0)


def test_silence_without_text_is_not() -> None:
    assert verdict(take(""), (0.1,) * 310) is None
    assert untold(take(SENTENCE, until=5.0), (*SPEECH[:155], *(0.1,) * 155)) == ()


def test_the_rest_begins_in_the_pause_soon_behind_the_last_word() -> None:
    breath = 160
    speech = tuple(0.05 if at == breath else 0.9 for at in range(310))
    assert unwritten_from(take(SENTENCE, until=5.0), speech) == breath * WINDOW_SECONDS


def test_without_a_pause_the_rest_begins_right_behind_the_last_word() -> None:
    speech = tuple(0.4 if at == 98 else 0.9 for at in range(310))
    start = unwritten_from(take(SENTENCE, until=3.0), speech)
    assert start is not None
    assert 3.0 - WINDOW_SECONDS < start <= 3.0


@pytest.mark.parametrize(
    ("found", "speech"),
    [
        (take(SENTENCE), SPEECH),
        (take(""), SPEECH),
        (take(SENTENCE, begin=3.0), SPEECH),
        (take(SENTENCE, until=5.0), (*SPEECH[:155], *(0.1,) * 155)),
        (Take((*take(SENTENCE, until=3.0).segments, *take(SENTENCE, begin=7.0).segments)), SPEECH),
    ],
    ids=["whole", "no word", "its beginning is missing", "silence behind it", "its middle is missing"],
)
def test_there_is_no_rest_but_of_what_stopped_early(found: Take, speech: tuple[float, ...]) -> None:
    assert unwritten_from(found, speech) is None


def test_the_rest_follows_with_its_times_in_the_piece() -> None:
    rest = Take(take(" It is printed.", until=2.0).segments, reached_limit=True)
    whole = followed_by(take(SENTENCE, until=5.0), rest, 5.0)
    assert whole.text == f"{SENTENCE.strip()} It is printed."
    assert whole.reached_limit
    last = whole.segments[-1]
    assert (last.start, last.end) == (5.0, 7.0)
    assert (last.words[0].start, last.words[-1].end) == (5.0, 7.0)
    assert followed_by(take(SENTENCE), Take(()), 10.0) == take(SENTENCE)


def test_unlikely_words_are_unsure() -> None:
    assert verdict(take(SENTENCE, log_probability=-1.2), SPEECH) is DoubtKind.UNSURE


def test_a_segment_without_times_of_words_covers_its_time() -> None:
    segment = Segment(SENTENCE, 0.0, 10.0, (), -0.2)
    assert verdict(Take((segment,)), SPEECH) is None


def test_the_take_that_less_speaks_against_is_kept() -> None:
    good, loop = take(SENTENCE), take(SENTENCE + " and so" * 5)
    assert better(loop, good, SPEECH) is good
    assert better(good, loop, SPEECH) is good


def test_of_two_that_repeat_themselves_the_one_with_more_words_is_kept() -> None:
    whole, part = take(SENTENCE + " words" * 6), take(" Some words" + " words" * 20, log_probability=-0.1)
    assert better(whole, part, SPEECH) is whole
    assert better(part, whole, SPEECH) is whole


WORDS = " Here are some words, words, words, words, words and words."


@pytest.mark.parametrize(
    ("second", "said"),
    [
        (take(" here are some words words words words words and words"), True),
        (take(" Here are some words, words, words, words, words, words and words."), False),
        (take(" Here are some words and words."), False),
        (take(WORDS, ratio=2.6), False),
        (Take(take(WORDS).segments, reached_limit=True), False),
        (Take(()), False),
    ],
    ids=["as often", "once more", "not repeated", "a loop by its compression", "stopped", "empty"],
)
def test_what_two_searches_repeat_as_often_was_said_so(second: Take, said: bool) -> None:
    assert is_said_so(take(WORDS), second) is said
    assert is_said_so(second, take(WORDS)) is said


def test_what_nobody_repeats_is_no_repetition() -> None:
    assert not is_said_so(take(SENTENCE), take(SENTENCE))


def test_of_two_unsure_ones_the_likelier_is_kept() -> None:
    one, other = take(SENTENCE, log_probability=-1.5), take(SENTENCE, log_probability=-1.1)
    assert better(one, other, SPEECH) is other
    assert better(other, one, SPEECH) is other


def test_a_sentence_of_unlikely_words_is_unsure() -> None:
    def segment(probability: float) -> Segment:
        return Segment(" well", 0.0, 1.0, (Word(" well", 0.0, 1.0, probability),))

    assert is_unsure(segment(0.2))
    assert not is_unsure(segment(0.8))
    assert not is_unsure(Segment(" well", 0.0, 1.0))
