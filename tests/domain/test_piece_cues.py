"""A decoded piece becomes sentences with times in the recording."""

from __future__ import annotations

from app.domain.piece_cues import cue_of, sentences
from app.domain.speech_regions import Region, Timeline
from app.domain.transcript import Segment, Word

WHOLE = Timeline((Region(0, 16_000 * 60),))


def segment(text: str, step: float = 0.5) -> Segment:
    words = tuple(Word(f" {word}", i * step, (i + 1) * step, 0.9) for i, word in enumerate(text.split()))
    return Segment(f" {text}", 0.0, words[-1].end, words)


def texts(one: Segment, timeline: Timeline = WHOLE) -> list[str]:
    return [cue_of(each, timeline, word_times=False).text for each in sentences([one], timeline)]


def test_sentences_are_cues() -> None:
    assert texts(segment("This is one. And this is two.")) == ["This is one.", "And this is two."]


def test_a_short_sentence_goes_with_the_next() -> None:
    assert texts(segment("No. This is one.")) == ["No. This is one."]


def test_a_long_sentence_is_cut_at_a_comma_or_where_it_is_too_long() -> None:
    commas = " ".join(["word"] * 13 + ["word,"] + ["word"] * 5)
    assert texts(segment(commas)) == [" ".join(["word"] * 13 + ["word,"]), " ".join(["word"] * 5)]
    assert [len(one.split()) for one in texts(segment(" ".join(["word"] * 30)))] == [24, 6]


def test_silence_that_was_left_out_ends_a_cue_and_times_are_the_recordings() -> None:
    timeline = Timeline((Region(16_000, 32_000), Region(160_000, 176_000)))
    first, second = sentences([segment("one two three four")], timeline)
    assert (cue_of(first, timeline, word_times=True).start, cue_of(first, timeline, word_times=True).end) == (
        1.0,
        2.0,
    )
    cue = cue_of(second, timeline, word_times=True)
    assert (cue.text, cue.start, cue.end) == ("three four", 10.0, 11.0)
    assert [(word.text, word.start) for word in cue.words] == [(" three", 10.0), (" four", 10.5)]


def test_a_segment_without_words_stays_whole() -> None:
    plain = Segment(" One. Two.", 0.0, 3.0)
    assert sentences([plain], WHOLE) == (plain,)
    assert cue_of(plain, WHOLE, word_times=True).words == ()
