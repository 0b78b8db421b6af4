"""Cues joined to stretches and put back: nothing of what was said or written is lost, and every cue keeps its
place."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.domain.cue_cleaning import Stretch, put_back, stretches
from app.domain.file_transcript import Cue, FileTranscript

MOST = 400


def transcript(
    *texts: str, speakers: tuple[str, ...] = (), languages: tuple[str, ...] = ()
) -> FileTranscript:
    who = speakers or ("",) * len(texts)
    cues = tuple(Cue(float(at), at + 1.0, text, speaker=who[at]) for at, text in enumerate(texts))
    return FileTranscript("talk.mp3", cues, "en", "base", float(len(texts)), languages=languages)


def only(*texts: str) -> Stretch:
    """All of them in one."""
    (stretch,) = stretches(transcript(*texts), 10_000)
    return stretch


def parts(*texts: str, most: int = MOST) -> list[str]:
    return [one.text for one in stretches(transcript(*texts), most)]


# --- stretches ---


def test_halves_of_a_sentence_come_together() -> None:
    assert parts("The train leaves", "at eight, and we", "need two tickets.") == [
        "The train leaves at eight, and we need two tickets."
    ]


def test_a_stretch_ends_where_a_sentence_does() -> None:
    texts = ("The train leaves at eight.", "We need two", "tickets for it.", "The others come", "by car.")
    assert parts(*texts, most=50) == [
        "The train leaves at eight.",
        "We need two tickets for it.",
        "The others come by car.",
    ]
    assert parts(*texts, most=70) == [
        "The train leaves at eight. We need two tickets for it.",
        "The others come by car.",
    ]


def test_where_no_sentence_ends_it_holds_what_fits() -> None:
    assert parts("one and", "two and", "three and", "four", most=16) == ["one and two and", "three and four"]


def test_an_abbreviation_ends_no_sentence() -> None:
    assert parts("It was done.", "We asked Dr.", "No about the", "results", most=36) == [
        "It was done.",
        "We asked Dr. No about the results",
    ]


def test_a_correction_stays_with_what_it_takes_back() -> None:
    texts = ("The keys are here.", "We meet on Tuesday.", "No wait, on Thursday.", "Bring them.")
    assert parts(*texts, most=50) == [
        "The keys are here.",
        "We meet on Tuesday. No wait, on Thursday.",
        "Bring them.",
    ]


def test_a_cue_that_does_not_fit_is_a_stretch_of_its_own() -> None:
    long = "and so on " * 100 + "we went."
    assert parts("Well.", long, "Yes.") == ["Well.", long, "Yes."]


def test_speakers_and_languages_are_not_mixed() -> None:
    found = list(stretches(transcript("Yes", "yes", "No", "no", speakers=("A", "A", "B", "B")), MOST))
    assert [(one.first, one.text) for one in found] == [(0, "Yes yes"), (2, "No no")]
    found = list(stretches(transcript("Yes", "Ja", "ja", languages=("en", "de", "de")), MOST, "en"))
    assert [(one.text, one.language) for one in found] == [("Yes", "en"), ("Ja ja", "de")]
    (one,) = stretches(transcript("Yes", "yes"), MOST, "en")
    assert one.language == "en"


def test_scripts_without_spaces_are_joined_without() -> None:
    assert parts("今日は天気が", "いい。", "Yes", "yes") == ["今日は天気がいい。Yes yes"]


def test_empty_cues_are_kept_and_say_nothing() -> None:
    assert list(stretches(transcript("", ""), MOST)) == []
    assert list(stretches(transcript(), MOST)) == []
    assert put_back(only("", "we went", "", "home", ""), "We went home.") == ("", "We went", "", "home.", "")


# --- put back ---


@pytest.mark.parametrize(
    ("said", "written", "put"),
    [
        (("so um the the", "train leaves"), "So the train leaves.", ("So the", "train leaves.")),
        (("we sat and then", "we we slept"), "We sat, and then we slept.", ("We sat, and then", "we slept.")),
        # Another word for one that was said stands in its place.
        (("they was at", "the station"), "They were at the station.", ("They were at", "the station.")),
        # A new word goes with those before it, but a sentence begins where it begins.
        (("we went to", "cinema"), "We went to the cinema.", ("We went to the", "cinema.")),
        (("we went.", "then we slept"), "We went. And then we slept.", ("We went.", "And then we slept.")),
        # A cue of which nothing is left stays as it was.
        (("um", "we slept"), "We slept.", ("um", "We slept.")),
        (("今日は天気", "いい", "雨"), "今日は天気いい。雨。", ("今日は天気", "いい。", "雨。")),
        (("we went", "home"), "We went\n\nhome.", ("We went", "home.")),
    ],
)  # fmt: skip
def test_words_come_into_the_cue_in_which_they_were_spoken(
    said: tuple[str, ...], written: str, put: tuple[str, ...]
) -> None:
    assert put_back(only(*said), written) == put


@pytest.mark.parametrize(
    ("said", "written"),
    [
        # Written as one word, it belongs to both.
        (("send it by e", "mail"), "Send it by email."),
        # Used up by what it takes back: left standing, it would take back something else.
        (("we meet on Tuesday", "no wait", "on Thursday"), "We meet on Thursday."),
        # Its words stand elsewhere: left standing, they would be there twice.
        (("we are there", "tomorrow"), "Tomorrow we are there."),
    ],
)
def test_what_cannot_be_told_apart_is_not_put_back(said: tuple[str, ...], written: str) -> None:
    assert put_back(only(*said), written) is None


WORDS = (
    "the train leaves at eight. We need no tickets, do we? Dr. No um tomorrow e mail 日本語。 明日は – Über"
)
words = st.sampled_from(WORDS.split(" "))
cue_texts = st.lists(words, max_size=8).map(" ".join)
many = st.lists(cue_texts, max_size=12)


def squeezed(text: str) -> str:
    return "".join(text.split())


@given(many, st.integers(1, 120), st.lists(st.sampled_from("AB"), min_size=12, max_size=12))
def test_stretches_behind_each_other_are_the_transcript(texts: list[str], most: int, who: list[str]) -> None:
    whole = transcript(*texts, speakers=tuple(who[: len(texts)]))
    behind = 0
    for one in stretches(whole, most):
        assert all(not cue.text for cue in whole.cues[behind : one.first])
        mine = whole.cues[one.first : one.first + one.count]
        assert len({cue.speaker for cue in mine}) == 1
        assert squeezed(one.text) == squeezed("".join(cue.text for cue in mine))
        for number, cue in enumerate(mine):
            assert one.text[one.starts[number] :].startswith(cue.text)
        assert one.count == 1 or len(one.text.encode()) <= most or sum(bool(cue.text) for cue in mine) == 1
        behind = one.first + one.count
    assert all(not cue.text for cue in whole.cues[behind:])


@given(many.filter(any), st.lists(words, min_size=1, max_size=60).map(" ".join))
def test_every_written_word_lands_in_one_cue(texts: list[str], written: str) -> None:
    stretch = only(*texts)
    put = put_back(stretch, written)
    assume(put is not None)
    assert put is not None
    assert len(put) == stretch.count == len(texts)
    # Each cue has the next share of what was written, or what it had before.
    left = {squeezed(written)}
    for text, before in zip(put, texts, strict=True):
        share = squeezed(text)
        taken = {rest[len(share) :] for rest in left if rest.startswith(share)}
        left = taken | left if text == before else taken
    assert "" in left


@given(many.filter(any))
def test_what_was_not_changed_comes_back_as_it_was(texts: list[str]) -> None:
    stretch = only(*texts)
    assert put_back(stretch, stretch.text) == tuple(texts)


@given(many.filter(any))
def test_cues_without_text_stay_without(texts: list[str]) -> None:
    put = put_back(only(*texts), "Something else was written, of which nobody spoke.")
    assert put is None or all(bool(text) == bool(before) for text, before in zip(put, texts, strict=True))
