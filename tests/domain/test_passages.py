"""Passages: where sentences end, and that every character is kept."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.passages import MAX_BYTES, join, sentences, split


@pytest.mark.parametrize(
    "parts",
    [
        ["One. ", "Two! ", "Three?"],
        ["It costs 3.5 million. ", "That is much."],
        ["Dr. No met Mr. Hansen. ", "They spoke."],
        ["See e.g. this. ", "Then that."],
        ["He left at 5 p.m. yesterday. ", "She stayed."],
        ["Am 3. Mai kommen wir. ", "Dann essen wir."],
        ["Das ist z. B. richtig. ", "Gut."],
        ["No. ", "Why? ", "Because."],
        ["See No. 5. It is there."],
        ["She said “Stop.” ", "He did not."],
        ['He asked: "Why?" ', "Nobody knew."],
        ["Wait... what? ", "Yes."],
        ["He waited… ", "Then he left."],
        ["我们走吧。", "好吗？", "好。"],
        ["「行きます。」", "彼は言った。"],
        ["First line\n", "second line\n\n", "third"],
        ["www.example.com is ours. ", "Write to a.b@c.de now."],
        ["J. S. Bach wrote it. ", "We sang it."],
        ["So do I. ", "Well then."],
        ["(It rained.) ", "We went home."],
        ["Really?! ", "Yes."],
        ["no capitals here. none at all"],
    ],
)
def test_sentences_end_where_they_end(parts: list[str]) -> None:
    assert list(sentences("".join(parts))) == parts


def test_a_short_text_is_one_passage() -> None:
    assert split("Hello. World.") == ("Hello. World.",)
    assert split("") == ()


def test_paragraphs_are_kept_whole_where_that_suffices() -> None:
    paragraphs = [f"Paragraph {number}. " + "Word " * 20 + "end.\n\n" for number in range(10)]
    passages = split("".join(paragraphs), 300)
    assert all(passage.endswith("end.\n\n") and len(passage) <= 300 for passage in passages)
    assert len(passages) == 5


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    text = "This sentence has about forty characters. " * 200
    passages = split(text)
    assert all(passage.endswith("characters. ") for passage in passages)
    assert len(passages) == 5
    assert all(MAX_BYTES - 50 < len(passage) <= MAX_BYTES for passage in passages[:-1])


def test_a_long_sentence_is_cut_at_commas_then_at_spaces_then_anywhere() -> None:
    assert split("one two, three four, five six", 12) == ("one two, ", "three four, ", "five six")
    assert split("one two three four", 9) == ("one two ", "three ", "four")
    assert split("x" * 10, 4) == ("xxxx", "xxxx", "xx")
    assert split("我们今天去", 7) == ("我们", "今天", "去")


def test_a_limit_below_a_character_is_refused() -> None:
    with pytest.raises(ValueError, match="4 bytes"):
        split("hello", 3)


def test_joining_keeps_the_white_space_between_passages() -> None:
    passages = ("um one. ", "two\n\n", "\n", "three")
    assert join(passages, ["One.", " Two. ", "", "Three."]) == "One. Two.\n\n\nThree."
    with pytest.raises(ValueError, match="1 written passages for 4"):
        join(passages, ["One."])


texts = st.text(st.sampled_from('abc .!?…\n,;"”’「。！我é3 Dr' + "\U0001f600"), max_size=300)


@settings(deadline=None)
@given(texts)
def test_sentences_are_the_text(text: str) -> None:
    assert "".join(sentences(text)) == text


@settings(deadline=None)
@given(st.one_of(texts, st.text(max_size=100)), st.integers(4, 60))
def test_passages_are_the_text_and_short_enough(text: str, most: int) -> None:
    passages = split(text, most)
    assert "".join(passages) == text
    assert all(0 < len(passage.encode("utf-8", "surrogatepass")) <= most for passage in passages)


@settings(deadline=None)
@given(texts, st.integers(4, 60))
def test_joining_what_was_not_changed_gives_the_text_back(text: str, most: int) -> None:
    passages = split(text, most)
    assert join(passages, passages) == text


@pytest.mark.parametrize("words", [200, 1000, 5000])
def test_long_texts_come_back_whole(words: int) -> None:
    text = " ".join(f"word{number}" + ("." if number % 13 == 0 else "") for number in range(words))
    passages = split(text)
    assert join(passages, passages) == text
