"""When a text at the cursor may be replaced."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.insertion import Target
from app.domain.replacement import (
    LONGEST,
    MARGIN,
    Placed,
    caret_steps,
    in_place_of,
    is_selectable,
    is_selected,
    is_untouched,
    may_replace,
)

EDITOR = Target("1", "Editor")
PLACED = Placed(7, "um so words ", EDITOR, 100.0)


def test_the_text_that_was_placed_last_may_be_replaced() -> None:
    assert may_replace(PLACED, 7, "um so words", EDITOR)
    assert may_replace(PLACED, 7, "um so words ", EDITOR)
    assert may_replace(PLACED, 7, "um so words", None)  # not known when the dictation began


@pytest.mark.parametrize(
    ("placed", "job_id", "old", "target"),
    [
        (None, 7, "um so words", EDITOR),
        (PLACED, 8, "um so words", EDITOR),
        (PLACED, 7, "words", EDITOR),
        (PLACED, 7, "um so words  ", EDITOR),
        (PLACED, 7, "", EDITOR),
        (PLACED, 7, "um so words", Target("2", "Other")),
        (replace(PLACED, target=None), 7, "um so words", EDITOR),
        (replace(PLACED, target=None), 7, "um so words", None),
        (replace(PLACED, target=replace(EDITOR, is_terminal=True)), 7, "um so words", EDITOR),
        (replace(PLACED, target=replace(EDITOR, is_own=True)), 7, "um so words", EDITOR),
        (replace(PLACED, text="um so\nwords"), 7, "um so\nwords", EDITOR),
    ],
)
def test_any_doubt_counts_against_it(
    placed: Placed | None, job_id: int, old: str, target: Target | None
) -> None:
    assert not may_replace(placed, job_id, old, target)


@pytest.mark.parametrize("text", ["one line", "Grüße — naïve", "日本語", "हिन्दी", "🙂👍🏽", "x" * LONGEST])
def test_one_line_from_left_to_right_can_be_selected(text: str) -> None:
    assert is_selectable(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x" * (LONGEST + 1),
        "two\nlines",
        "two\r\nlines",
        "two\u2028lines",
        "two\u2029parts",
        "a\ttab",
        "שלום",
        "abc שלום",
        "مرحبا",
        "١٢٣",
        "left \u202e turned",
    ],
)
def test_what_a_caret_may_step_over_otherwise_cannot(text: str) -> None:
    assert not is_selectable(text)


def test_untouched_is_what_has_seen_no_input_since_our_own_key() -> None:
    assert is_untouched(100.0, 5.0, 105.0, 105.0) is True
    assert is_untouched(100.0, 5.0 - MARGIN / 2, 105.0, 105.0) is True
    assert is_untouched(100.0, 5.0 - MARGIN * 2, 105.0, 105.0) is False
    assert is_untouched(100.0, 0.0, 105.0, 105.0) is False
    assert is_untouched(100.0, 90.0, 105.0, 105.0) is True  # a system that does not count our own keys


def test_where_the_system_does_not_tell_the_input_counts_as_touched() -> None:
    assert is_untouched(100.0, None, 105.0, 105.0) is False


def test_a_late_answer_is_no_answer_where_it_fits_both() -> None:
    assert is_untouched(100.0, 5.0, 105.0, 105.5) is None
    assert is_untouched(100.0, 5.6, 105.0, 105.5) is True
    assert is_untouched(100.0, 4.0, 105.0, 105.5) is False


def test_the_new_text_has_the_space_that_the_old_one_got() -> None:
    assert in_place_of("So: words.", "um so words", PLACED) == "So: words. "
    assert in_place_of("So: words.\n", "um so words", PLACED) == "So: words.\n"
    assert in_place_of("So: words.", "um so words ", PLACED) == "So: words."


def test_what_is_selected_is_compared_as_programs_tell_it() -> None:
    assert is_selected("words here ", "words here ")
    assert is_selected("words here ", "words here\u00a0")
    assert is_selected("Café ", "Cafe\u0301 ")
    assert not is_selected("words here ", "ords here ")
    assert not is_selected("words here ", " words here ")
    assert not is_selected("words", "")
    assert not is_selected("words", None)


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("", 0),
        ("words ", 6),
        ("naïve", 5),
        ("nai\u0308ve", 5),
        ("日本語", 3),
        ("नि", 1),
        ("กำ", 1),
        ("🙂", 1),
        ("👍🏽!", 2),
        ("👩‍👩‍👧 x", 3),
        ("❤️", 1),
        ("🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", 1),
        ("🇩🇪🇫🇷", 2),
        ("🇩🇪🇫", 2),
        ("\u1112\u1161\u11ab", 1),
        ("a\u200db", 2),
    ],
)
def test_caret_steps_are_what_the_reader_takes_for_characters(text: str, steps: int) -> None:
    assert caret_steps(text) == steps


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "Z"], max_codepoint=0x4FF)))
def test_letters_of_their_own_are_one_step_each(text: str) -> None:
    assert caret_steps(text) == len(text)


@given(st.text(), st.text())
def test_steps_never_grow_by_putting_texts_together(left: str, right: str) -> None:
    together = caret_steps(left + right)
    assert caret_steps(left) <= together <= caret_steps(left) + caret_steps(right)
