"""Where two pieces meet: the stop in the middle of a sentence goes, and every other stays."""

from __future__ import annotations

import pytest

from app.domain.cue_seams import mended, without_stop
from app.domain.cue_words import spans
from app.domain.file_transcript import Cue, FileTranscript
from app.domain.transcript import Word
from app.domain.transcript_texts import LONG, paragraphs


def cue(text: str, start: float = 0.0, end: float = 3.0) -> Cue:
    """With its words, which share its time."""
    parts = text.split()
    step = (end - start) / len(parts)
    words = tuple(
        Word(f" {part}", start + step * at, start + step * (at + 1), 0.9) for at, part in enumerate(parts)
    )
    return Cue(start, end, text, words)


def texts(*pieces: str, pause: float = 0.4) -> list[str]:
    """Of pieces of one cue each."""
    cues = [(cue(text, at * (3.0 + pause), at * (3.0 + pause) + 3.0),) for at, text in enumerate(pieces)]
    found, _ = mended(cues)
    return [one.text for piece in found for one in piece]


@pytest.mark.parametrize("stop", [".", "...", "…", " ..."])
def test_a_stop_goes_where_the_sentence_goes_on(stop: str) -> None:
    assert texts(f"no more cost incurred in casting{stop}", "setting or printing.") == [
        "no more cost incurred in casting",
        "setting or printing.",
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("It was cast.", "Setting followed."),
        ("Was it cast?", "and set"),
        ("Oh, stop!", "and set"),
        ("It was cast,", "and set"),
        ("printed in black letter, i.e.", "the letter of the time"),
        ("salters, etc.", "produced in the century"),
        ("It was written by J.", "and not by him"),
        ("It was printed in 1455.", "and again later"),
        ("He came from the U.S.A.", "and went back"),
        ("We like it.", "iPhone sales are up."),
        ("so it was. and then it was.", "and so it is."),
        ("He said so.", "so it was. and then it was."),
        ("我们去了商店.", "然后回家."),
        ("დიახ.", "არა."),
        ("...", "and set"),
        ("He called it “cast.”", "and set"),
    ],
)
def test_any_other_end_stays(before: str, after: str) -> None:
    assert texts(before, after) == [before, after]


def test_behind_a_pause_it_may_be_another_sentence() -> None:
    both = ["found on the sandy beach.", "small children came to see him."]
    assert texts(*both, pause=1.18) == both


def test_other_scripts_with_case_are_mended_as_well() -> None:
    assert texts("Мы пошли в магазин.", "и потом домой.")[0] == "Мы пошли в магазин"


def test_only_where_pieces_meet_and_over_those_in_which_nothing_is_said() -> None:
    pieces = [(cue("One two,", 0, 3), cue("three four.", 3, 6)), (), (cue("five six.", 6.2, 9),)]
    found, goes_on = mended(pieces)
    assert [[one.text for one in piece] for piece in found] == [
        ["One two,", "three four"],
        [],
        ["five six."],
    ]
    assert not goes_on


def test_the_cue_before_all_of_them_is_told_of() -> None:
    last = cue("incurred in casting.")
    assert mended([[], [cue("setting or printing.", 3.3, 6.0)]], last)[1]
    assert not mended([[cue("Setting or printing.", 3.3, 6.0)]], last)[1]
    assert mended([[]], last) == ([()], False)


@pytest.mark.parametrize("text", ["incurred in casting.", "and then...", "and then ..."])
def test_words_spell_the_text(text: str) -> None:
    changed = without_stop(cue(text))
    assert not changed.text.endswith((".", " "))
    assert len(spans(changed)) == len(changed.text.split())
    assert (changed.words[0].start, changed.words[0].end) == (0.0, cue(text).words[0].end)


def test_cues_without_words_have_none_afterwards() -> None:
    assert without_stop(Cue(0.0, 1.0, "casting.")) == Cue(0.0, 1.0, "casting")


def test_no_paragraph_begins_in_the_middle_of_a_sentence() -> None:
    long = "It goes on and on. " * (LONG // 19 + 1)
    cues = (Cue(0, 3, long.strip()), Cue(3, 6, "and so on."), Cue(6, 9, "Then it ends."))
    first, second = paragraphs(FileTranscript("a", cues, "en", "base", 9.0))
    assert first.text.endswith("on. and so on.")
    assert second.text == "Then it ends."
    # Georgian has no capitals: whatever follows begins a sentence.
    others = (Cue(0, 3, "ეს არის წინადადება. " * 60), Cue(3, 6, "ეს კი სხვა."))
    assert len(paragraphs(FileTranscript("a", others, "ka", "base", 6.0))) == 2
