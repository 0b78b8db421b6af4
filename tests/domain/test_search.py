"""Words are found whatever their case and accents, in every script."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.search import MAX_QUERY_WORDS, Query, fold


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("", "anything"),
        ("cafe", "Ein Café am See"),
        ("CAFÉ", "ein cafe"),
        ("Cafe\u0301", "Café"),
        ("meet tomorrow", "Tomorrow we meet."),
        ("tom", "tomorrow"),
        ("don't", "I don't know"),
        ('"AND" NOT (', "not and"),
        ("*** -- !", "anything"),
        ("ΟΔΥΣ", "Οδυσσέας"),
        ("STRASSE", "die Straße"),
        ("istanbul", "İstanbul"),
        ("42", "in 42 days"),
        ("किताब", "यह किताब है"),
        ("한", "한국어"),
        ("手机", "我的手机坏了"),
        ("กิน", "ฉันกินข้าว"),
    ],
)
def test_found(words: str, text: str) -> None:
    assert Query.parse(words).is_held_by(fold(text))


@pytest.mark.parametrize(
    ("words", "text"), [("morrow", "tomorrow"), ("meet never", "we meet"), ("a", ""), ("电脑", "我的手机")]
)
def test_not_found(words: str, text: str) -> None:
    assert not Query.parse(words).is_held_by(fold(text))


@given(st.text())
def test_a_text_holds_itself(text: str) -> None:
    assert Query.parse(text).is_held_by(fold(text))


@given(st.text())
def test_folded_words_hold_no_syntax(text: str) -> None:
    assert not set(fold(text)) & set("\"'*%_-+()^:\\\0\n")


def test_a_pasted_page_is_cut() -> None:
    query = Query.parse("word " * 1000)
    assert len(query.beginnings) == MAX_QUERY_WORDS
