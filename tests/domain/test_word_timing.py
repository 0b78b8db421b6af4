"""When the words of a dictation are heard, as the history keeps it."""

from __future__ import annotations

import pytest

from app.domain.cue_words import spans, word_at
from app.domain.transcript import Segment, Transcript, Word
from app.domain.word_timing import timed, timing_of, words_in

EXACT = Segment(
    " so it rains",
    1.0,
    2.5,
    (Word(" so", 1.0, 1.2, 0.9), Word(" it", 1.25, 1.5, 0.9), Word(" rains", 1.5, 2.4, 1)),
)
PHRASE = Segment(" bring two", 3.0, 4.0)


def transcript(*segments: Segment) -> Transcript:
    return Transcript(segments, "en", 1.0, "base", 5.0)


def test_words_keep_their_times_and_those_of_a_phrase_share_it_by_length() -> None:
    words = words_in(timing_of(transcript(EXACT, PHRASE)))
    assert [word.text for word in words] == [" so", " it", " rains", " bring", " two"]
    assert [word.start for word in words] == pytest.approx([1.0, 1.25, 1.5, 3.0, 3.6])
    assert [word.end for word in words] == pytest.approx([1.2, 1.5, 2.4, 3.6, 4.0])
    assert "".join(word.text for word in words).strip() == transcript(EXACT, PHRASE).text


def test_words_that_do_not_spell_their_segment_are_not_believed() -> None:
    odd = Segment(" it rains", 1.0, 2.0, (Word(" it", 1.0, 1.2, 1.0),))
    assert [word.text for word in words_in(timing_of(transcript(odd)))] == [" it", " rains"]


def test_without_words_there_are_no_times() -> None:
    assert timing_of(transcript()) == ""
    assert timing_of(transcript(Segment("  ", 0.0, 1.0))) == ""


@pytest.mark.parametrize(
    "written", ["", "[", "7", "[1]", '[["a", 1]]', '[["a", "x", 2]]', '[["a", null, 2]]']
)
def test_what_cannot_be_read_is_no_words(written: str) -> None:
    assert words_in(written) == ()


def test_another_text_made_of_it_has_the_times_of_what_stayed() -> None:
    timing = timing_of(transcript(EXACT, PHRASE))
    cue = timed(timing, "so it rains bring two", "It rains. Bring two umbrellas.", 5.0)
    assert cue.text == "It rains. Bring two umbrellas."
    assert len(spans(cue)) == 5
    heard = word_at(cue, 3.7)
    assert heard is not None
    assert cue.words[heard].text.strip() == "two"


def test_a_text_that_was_heard_otherwise_has_no_words() -> None:
    timing = timing_of(transcript(EXACT))
    assert timed(timing, "something else", "Something else.", 5.0).words == ()
    assert timed("", "it rains", "It rains.", 5.0).words == ()
