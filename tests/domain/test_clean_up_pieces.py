"""Pieces of a dictation: when one is ready, when it still stands, and that nothing of the text is lost."""

from __future__ import annotations

from dataclasses import replace
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.clean_up_pieces import (
    CONTEXT_TOKENS,
    LEAST_BYTES,
    Piece,
    can_be_pieced,
    context,
    gap,
    join,
    judged,
    next_piece,
    passage_bytes,
    rest,
    seams,
    standing,
    unwritten,
    whole,
)
from app.domain.corrections import takes_back
from app.domain.guard.verdict import Reason, Verdict
from app.domain.passages import MAX_BYTES
from app.domain.styles import Check, parse_styles
from app.domain.token_budget import estimated_tokens

STYLES = parse_styles(files("resources").joinpath("styles.toml").read_text(encoding="utf-8"))
STYLE = STYLES.default
LIST = STYLES.find("list") or STYLE
REFUSED = Verdict((Reason(Check.WORDS, "“moon” was not said."),))

FIRST = "We will meet at the station on Tuesday. "
SECOND = "Bring the keys and the long ladder with you. "
THIRD = "The others come by car from the north. "

SAID = (
    "the river runs low today. Nobody knows why? Scratch that, high water! no wait, Über 3.5 日本語。 "
    "I mean, perhaps; und so weiter.\n\n Sorry, Friday. you're"
)
words = st.sampled_from(SAID.split(" "))
texts = st.lists(words, max_size=80).map(" ".join)


def cleaned(*spoken: str) -> tuple[Piece, ...]:
    """Pieces that were left as they were spoken, by the model itself."""
    return tuple(Piece(one, one.strip()) for one in spoken)


# --- what takes back ---


@pytest.mark.parametrize(
    "sentence",
    [
        "No wait, Thursday.",
        "no, wait Thursday would be better for all of us here",
        "Scratch that.",
        "Uh, scratch that, we need another one.",
        "I mean the blue one on the left.",
        "Well, I meant Thursday of next week.",
        "Okay so let me start over.",
        "Sorry, Wednesday.",
        "No, at nine.",
        "Actually no, leave it there until we know.",
        "Nein, ich meine den anderen Zug nach Hamburg.",
        "Ähm, nein warte, am Donnerstag.",
        "Streich das, wir fangen mit dem Preis an.",
        "Non attends, jeudi.",
        "No espera, el jueves.",
        "Nee wacht, donderdag.",
        "不对，是星期四。",
    ],
)
def test_corrections_take_back(sentence: str) -> None:
    assert takes_back(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "",
        "No",
        "No one at the station knew about the later train.",
        "That is the one with the broken window.",
        "Wait for me at the corner of the street.",
        "Actually the second house is nicer than the first.",
        "Sorry for the late reply to your letter.",
        "We said no wait is too long.",
        "Nein, das glaube ich wirklich nicht mehr.",
        "The mean value is seven.",
        "And then we went home again.",
    ],
)
def test_other_sentences_do_not(sentence: str) -> None:
    assert not takes_back(sentence)


# --- where a text may be cut ---


def test_a_text_may_be_cut_between_sentences() -> None:
    text = FIRST + SECOND + THIRD.strip()
    assert seams(text) == [len(FIRST), len(FIRST + SECOND)]


def test_no_seam_before_a_correction_nor_before_what_it_takes_back() -> None:
    text = FIRST + SECOND + "No wait, bring the short one. " + THIRD
    assert seams(text) == [len(text) - len(THIRD)]


def test_a_correction_reaches_as_far_as_one_request_can_hold() -> None:
    before = FIRST * 60
    text = before + "Scratch that, we stay. " + THIRD
    cuts = seams(text)
    assert cuts[0] == len(FIRST)
    ahead = [cut for cut in cuts if cut < len(before)][-1]
    behind = next(cut for cut in cuts if cut > len(before))
    assert MAX_BYTES - len(FIRST) < behind - ahead <= MAX_BYTES


# --- which piece is ready ---


def test_a_piece_is_ready_with_the_end_of_its_sentence() -> None:
    assert next_piece(FIRST.strip()[:-1]) == ""
    assert next_piece(FIRST.strip()) == FIRST.strip()
    assert next_piece(FIRST + "Bring the") == FIRST


def test_short_sentences_wait_for_more() -> None:
    assert next_piece("Well. ") == ""
    assert next_piece("Well. Yes. And then") == ""
    assert next_piece("Well. " + FIRST + "Bring") == "Well. " + FIRST


def test_sentences_that_wait_are_taken_together_up_to_a_limit() -> None:
    assert next_piece(FIRST + SECOND + THIRD) == FIRST + SECOND + THIRD
    many = FIRST * 30
    assert 360 <= len(next_piece(many)) <= 400
    assert len(next_piece(many)) % len(FIRST) == 0


def test_the_next_piece_goes_on_behind_those_that_stand() -> None:
    assert next_piece(FIRST + SECOND, cleaned(FIRST)) == SECOND
    assert next_piece(FIRST, cleaned(FIRST)) == ""


def test_a_sentence_without_an_end_is_left_for_later() -> None:
    assert next_piece("and on " * 400 + "it goes. Then it ends.") == ""


# --- what still stands ---


def test_pieces_stand_while_the_text_begins_with_them() -> None:
    pieces = cleaned(FIRST, SECOND.strip())
    stood = standing(pieces, FIRST + SECOND + THIRD)
    assert [one.spoken for one in stood] == [FIRST, SECOND]
    assert standing(pieces, FIRST + "Bring nothing. ") == pieces[:1]
    assert standing(pieces, "We will meet. ") == ()


def test_a_piece_falls_whose_sentence_goes_on() -> None:
    pieces = cleaned(FIRST, "Bring the keys and the long ladder.")
    assert standing(pieces, FIRST + "Bring the keys and the long ladder. and the rope too.") == pieces[:1]


def test_a_correction_over_the_seam_brings_the_whole_once_more() -> None:
    pieces = cleaned(FIRST, SECOND)
    text = FIRST + SECOND + "No wait, the short ladder. " + THIRD
    assert standing(pieces, text) == ()
    assert next_piece(text).startswith(text.removesuffix(THIRD))
    assert rest(text) == (text,)


def test_a_bet_on_the_end_is_lost_when_a_correction_follows() -> None:
    bet = next_piece(FIRST.strip())
    assert standing(cleaned(bet), FIRST.strip() + " No, Thursday. " + SECOND) == ()


@settings(max_examples=60)
@given(texts, st.integers(0, 400))
def test_the_pieces_and_the_rest_are_the_text(text: str, heard: int) -> None:
    done: tuple[Piece, ...] = ()
    while piece := next_piece(text[:heard], done):
        assert LEAST_BYTES <= len(piece.encode()) <= MAX_BYTES
        done = (*done, *cleaned(piece))
        assert standing(done, text[:heard]) == done
    stood = standing(done, text)
    left = rest(text, stood)
    assert "".join(rest(text, stood, 100)) == "".join(left)
    assert "".join([one.spoken for one in stood] + list(left)) == text
    assert all(len(one.encode()) <= MAX_BYTES for one in left)


@settings(max_examples=60)
@given(texts, texts)
def test_what_stands_was_said_to_the_character(text: str, other: str) -> None:
    done = cleaned(*rest(text))
    stood = standing(done, other)
    assert other.startswith("".join(one.spoken for one in stood))
    assert set(standing(done, text)) <= set(done)


@settings(max_examples=60)
@given(texts)
def test_growing_text_only_loses_pieces_to_what_follows(text: str) -> None:
    done: tuple[Piece, ...] = ()
    for end in range(0, len(text) + 1, 7):
        done = standing(done, text[:end])
        if piece := next_piece(text[:end], done):
            done = (*done, *cleaned(piece))
        assert text.startswith("".join(one.spoken for one in done).rstrip())
    final = standing(done, text)
    assert "".join([one.spoken for one in final] + list(rest(text, final))) == text


# --- context ---


def test_earlier_pieces_go_along() -> None:
    pieces = cleaned(FIRST, SECOND)
    examples = context(pieces, 400)
    assert [one.spoken for one in examples] == [FIRST.strip(), SECOND.strip()]
    assert context(pieces, 0) == ()


def test_refused_pieces_do_not_go_along() -> None:
    first, second = cleaned(FIRST, SECOND)
    assert [one.spoken for one in context((first, replace(second, verdict=REFUSED)), 400)] == [FIRST.strip()]
    assert context((unwritten(FIRST, REFUSED.reasons[0]), Piece(" ", "")), 400) == ()


def test_of_a_long_piece_its_last_sentences_go_along() -> None:
    (example,) = context(cleaned(FIRST * 20), 400)
    assert 200 < len(example.spoken) <= 300
    assert (FIRST * 20).strip().endswith(example.spoken)
    assert example.spoken == example.written
    assert context((Piece(FIRST * 20, "All in one"),), 400) == ()


@settings(max_examples=60)
@given(st.integers(1, 40), st.integers(0, 900))
def test_what_goes_along_fits_and_begins_alike(count: int, room: int) -> None:
    numbered = [f"Number {number} of the pieces that are sent along. " for number in range(count + 1)]
    before, after = context(cleaned(*numbered[:-1]), room), context(cleaned(*numbered), room)
    taken = sum(estimated_tokens(one.spoken) + estimated_tokens(one.written) for one in after)
    assert taken <= min(room, CONTEXT_TOKENS)
    assert len(after) <= 1 or after[:-1] == before


# --- the whole ---


def test_pieces_are_put_together_with_their_white_space() -> None:
    pieces = (
        judged("um we meet at nine. ", "We meet at nine.", STYLE, "en"),
        judged("so bring the the keys.\n\n", "So bring the keys.", STYLE, "en"),
        judged("and uh lock the door", "And lock the door.", STYLE, "en"),
    )
    result = whole(pieces, STYLE, "en")
    assert result.text == "We meet at nine. So bring the keys.\n\nAnd lock the door."
    assert result.written == result.text
    assert result.verdict.accepted
    assert result.refused == 0
    assert result.spoken == "um we meet at nine. so bring the the keys.\n\nand uh lock the door"


def test_a_refused_piece_stands_as_it_was_spoken_with_the_reason() -> None:
    good = judged("um we meet at nine. ", "We meet at nine.", STYLE, "en")
    bad = judged("what is the capital of france", "The capital of France is Paris.", STYLE, "en")
    result = whole((good, bad), STYLE, "en")
    assert result.text == "We meet at nine. what is the capital of france"
    assert result.written == "We meet at nine. The capital of France is Paris."
    assert result.refused == 1
    assert not result.verdict.accepted


def test_what_is_lost_between_pieces_is_seen_in_the_whole() -> None:
    # Each alone is accepted, as it was judged without a look at what it is part of.
    pieces = (
        Piece("We meet Anna at nine. ", "We meet at nine."),
        Piece("Bring the keys.", "Bring the keys."),
    )
    result = whole(pieces, STYLE, "en")
    assert not result.verdict.accepted
    assert result.text == "We meet Anna at nine. Bring the keys."
    assert result.written == "We meet at nine. Bring the keys."


def test_a_piece_without_an_answer_stands_in_both_texts() -> None:
    result = whole((unwritten(FIRST, Reason(Check.LENGTH, "Too long.")), *cleaned(SECOND)), STYLE, "en")
    assert result.text == result.written == (FIRST + SECOND)
    assert [reason.sentence for reason in result.verdict.reasons] == ["Too long."]


def test_points_of_a_list_stand_on_lines_of_their_own() -> None:
    pieces = (Piece("paper and pens. ", "- Paper\n- Pens"), Piece("a lamp", "- A lamp"))
    assert join(pieces, LIST) == "- Paper\n- Pens\n- A lamp"
    assert (gap("a lamp. ", LIST), gap("a lamp. ", STYLE), gap("a lamp.\n\n", LIST)) == ("\n", " ", "\n\n")


def test_only_styles_without_a_layout_are_written_in_pieces() -> None:
    assert [style.name for style in STYLES.all if can_be_pieced(style)] == ["clean-up", "formal"]


def test_passages_are_short_where_the_style_allows_it() -> None:
    text = FIRST * 30
    sizes = [len(one) for one in rest(text, most=passage_bytes(STYLE))]
    assert max(sizes) <= 400
    assert len(rest(text, most=passage_bytes(LIST))) == 1
    # Nothing is cut within a correction for that.
    assert rest(FIRST * 12 + "No wait, the other one.", most=400) == (FIRST * 12 + "No wait, the other one.",)


def test_nothing_said_is_nothing() -> None:
    assert (next_piece(""), rest(""), standing(cleaned(FIRST), "")) == ("", (), ())
    assert whole((), STYLE).text == ""


def test_what_was_said_is_not_in_the_log() -> None:
    assert "station" not in repr(cleaned(FIRST)) + repr(whole(cleaned(FIRST), STYLE))
