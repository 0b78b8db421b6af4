"""What a clean-up changed is told word by word, and nothing of either text is lost on the way."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.domain.differences import Change, Run, differences, in_one

KEPT, ADDED, REMOVED = Change.KEPT, Change.ADDED, Change.REMOVED

WORDS = st.sampled_from(
    ["the", "The", "so", "um", "um,", "e", "mail", "e-mail", "tuesday", "Tuesday.", "—", "it's", "its"]
)
OTHERS = st.sampled_from(["Straße", "naïve", "🎉", "会", "議", "は", "12", "ß", "\u0130"])
SPACES = st.sampled_from(["", " ", "  ", "\n", "\n\n", "\t", "\u00a0", "\u2028"])
DICTATIONS = st.lists(st.one_of(WORDS, OTHERS, SPACES), max_size=40).map("".join)
TEXTS = st.one_of(DICTATIONS, st.text(max_size=30))


def told(spoken: str, enhanced: str) -> list[tuple[Change, str]]:
    return [(run.change, run.text) for run in differences(spoken, enhanced)]


def text_of(runs: tuple[Run, ...], *changes: Change) -> str:
    return "".join(run.text for run in runs if run.change in changes)


@given(spoken=TEXTS, enhanced=TEXTS)
@example(spoken="the the the", enhanced="the")
@example(spoken=" so\n", enhanced="So")
def test_both_texts_can_be_put_together_again(spoken: str, enhanced: str) -> None:
    runs = differences(spoken, enhanced)
    assert text_of(runs, KEPT, REMOVED) == spoken
    assert text_of(runs, KEPT, ADDED) == enhanced
    assert all(run.text for run in runs)
    assert not any(
        (one.change, one.is_small) == (other.change, other.is_small) for one, other in pairwise(runs)
    )


@given(text=TEXTS)
def test_an_untouched_text_is_kept_as_a_whole(text: str) -> None:
    assert told(text, text) == ([(KEPT, text)] if text else [])


@given(spoken=TEXTS, enhanced=TEXTS)
def test_in_one_text_no_removed_word_touches_another(spoken: str, enhanced: str) -> None:
    shown = in_one(differences(spoken, enhanced))
    assert text_of(shown, KEPT, ADDED) == enhanced
    assert "\n" not in text_of(shown, REMOVED)
    for one, other in pairwise(shown):
        assert REMOVED not in (one.change, other.change) or one.text[-1].isspace() or other.text[0].isspace()


def test_fillers_repeats_and_what_was_taken_back_are_removed() -> None:
    assert told("um the room is free on Tuesday no wait Wednesday", "the room is free on Wednesday") == [
        (REMOVED, "um "),
        (KEPT, "the room is free on "),
        (REMOVED, "Tuesday no wait "),
        (KEPT, "Wednesday"),
    ]


def test_an_exchanged_word_is_removed_and_added_where_it_stands() -> None:
    assert told("they was late", "they were late") == [
        (KEPT, "they "),
        (REMOVED, "was "),
        (ADDED, "were "),
        (KEPT, "late"),
    ]


@pytest.mark.parametrize(
    ("spoken", "enhanced", "new"),
    [
        ("so we go", "So we go.", ["So", "go."]),
        ("its late", "it's late", ["it's"]),
        ("send an e mail now", "send an e-mail now", ["e-mail "]),
        ("one two", "one\n\ntwo", ["\n\n"]),
        ("straße ZWEI", "STRASSE zwei", ["STRASSE", "zwei"]),
    ],
)
def test_case_punctuation_and_white_space_are_small_changes(
    spoken: str, enhanced: str, new: list[str]
) -> None:
    runs = differences(spoken, enhanced)
    assert [run.text for run in runs if run.change is ADDED] == new
    assert all(run.is_small for run in runs if run.change is not KEPT)
    assert text_of(in_one(runs), REMOVED) == ""


def test_a_character_of_a_script_without_spaces_is_a_word() -> None:
    assert told("会議は火曜です", "会議は水曜です") == [
        (KEPT, "会議は"),
        (REMOVED, "火"),
        (ADDED, "水"),
        (KEPT, "曜です"),
    ]


def test_punctuation_that_stands_alone_is_a_word() -> None:
    assert told("he came — late", "he came late") == [(KEPT, "he came "), (REMOVED, "— "), (KEPT, "late")]


def test_a_word_moved_across_the_text_does_not_hide_those_that_stayed() -> None:
    spoken = "tomorrow " + " ".join(f"word{n}" for n in range(50))
    enhanced = " ".join(f"word{n}" for n in range(50)) + " tomorrow"
    runs = differences(spoken, enhanced)
    assert text_of(runs, REMOVED).split() == ["tomorrow"]
    assert text_of(runs, ADDED).split() == ["tomorrow"]


def test_in_one_text_a_removed_end_stands_apart() -> None:
    shown = in_one(differences("we go home um", "We go home."))
    assert [(run.change, run.text) for run in shown] == [
        (ADDED, "We"),
        (KEPT, " go "),
        (ADDED, "home."),
        (REMOVED, " um"),
    ]
