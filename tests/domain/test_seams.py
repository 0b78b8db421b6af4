"""Seams: exact cases of many scripts, and that no letter is ever lost, invented or parted from its word."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.domain import seams
from app.domain.seams import beginning_like, is_spaceless, joined, kept_share, split_after, with_skipped

WORDS = (
    "I",
    "can",
    "can't",
    "Can",
    "go",
    "well-known",
    "3.5",
    "10,000",
    "the",
    "Straße",
    "naïve",
    "ÜBER",
    "a",
)
MARKS = ("", "", "", ",", ".", "?", "!", "…", '"', " –")
CHINESE = "我们今天去公园玩好吗"
JAPANESE = "今日はコーヒーを飲みます"
THAI = "สวัสดีครับ"
SPACELESS = CHINESE + JAPANESE + THAI

spoken = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(MARKS)), min_size=1, max_size=8)
wild = st.text(
    st.sampled_from("abIſßİé’'-.,!?\"()«»  \n\u0301\u200cकिाषД١3０ａ" + SPACELESS + "。、？「」"), max_size=20
)


def text_of(pairs: list[tuple[str, str]]) -> str:
    return " ".join(word + mark for word, mark in pairs)


def letters(text: str) -> list[str]:
    """What is heard of `text`: everything but spaces and ASCII punctuation, in order."""
    return [one for one in text.casefold() if one.isalnum()]


# --- split_after ---


@pytest.mark.parametrize(
    ("text", "beginning", "head", "rest"),
    [
        ("We went home and slept.", "We went home", "We went home", "and slept."),
        ("we went home, and slept", "We went home.", "we went home,", "and slept"),
        ("WE WENT HOME and slept", "we went home", "WE WENT HOME", "and slept"),
        ('"Yes," he said.', "yes", '"Yes,"', "he said."),
        ("- No. Why?", "no", "- No.", "Why?"),
        ("Wait... what?", "wait", "Wait...", "what?"),
        ("Take it (or leave it).", "Take it.", "Take it", "(or leave it)."),
        ("all of it", "All of it!", "all of it", ""),
        ("all of it!", "All of it", "all of it!", ""),
        ("  all of it  ", "all", "all", "of it"),
        ("all\nof it", "all", "all", "of it"),
        ("all  of  it", "all of", "all  of", "it"),
        ("I can't go", "I can't", "I can't", "go"),
        ("I can’t go", "I can't", "I can’t", "go"),
        ("I cant go", "I can't", "I cant", "go"),
        ("the dogs' bowl", "the dogs", "the dogs'", "bowl"),
        ("'tis so", "tis", "'tis", "so"),
        ("3.5 miles", "3.5", "3.5", "miles"),
        ("3,5 Meilen", "3.5", "3,5", "Meilen"),
        ("well-known facts", "Well known", "well-known", "facts"),
        ("100% sure", "100", "100%", "sure"),
        ("Die Straße ist lang", "die STRASSE", "Die Straße", "ist lang"),
        ("DIE STRASSE ist lang", "die Straße", "DIE STRASSE", "ist lang"),
        ("Привет, мир", "привет", "Привет,", "мир"),
        ("안녕하세요 여러분", "안녕하세요", "안녕하세요", "여러분"),
        ("मैं किताब पढ़ता हूँ", "मैं किताब", "मैं किताब", "पढ़ता हूँ"),
        ("我们今天去公园。", "我们今天", "我们今天", "去公园。"),
        ("我们今天，去公园。", "我们今天。", "我们今天，", "去公园。"),
        ("他说「你好」", "他说", "他说", "「你好」"),
        ("他说：「你好」", "他说", "他说：", "「你好」"),
        ("今日はコーヒーを飲みます。", "今日は", "今日は", "コーヒーを飲みます。"),
        ("สวัสดีครับ", "สวัสดี", "สวัสดี", "ครับ"),
        ("2024年の夏", "2024", "2024", "年の夏"),
        ("我用Python编程", "我用", "我用", "Python编程"),
        ("我用Python编程", "我用Python", "我用Python", "编程"),
        ("Hello，world", "hello", "Hello，", "world"),
    ],
)
def test_the_head_keeps_its_own_punctuation(text: str, beginning: str, head: str, rest: str) -> None:
    assert split_after(text, beginning) == (head, rest)


@pytest.mark.parametrize(
    ("text", "beginning"),
    [
        ("", ""),
        ("something", ""),
        ("something", "…"),
        ("", "something"),
        ("...", "something"),
        ("We went", "We went home"),
        ("We want home", "We went home"),
        ("Oh, we went home", "We went home"),
        ("We went homeward", "We went home"),
        ("I can't go", "I can"),
        ("I can’t go", "I can"),
        ("the dog's bowl", "the dog"),
        ("well-known facts", "well"),
        ("self‑made", "self"),  # the hyphen that does not break
        ("3.5 miles", "3"),
        ("10,000 people", "10"),
        ("at 10:30 sharp", "at 10"),
        ("write to me@example.org", "write to me"),
        ("the U.S. Army", "the U"),
        ("so—well", "so"),
        ("2024 was", "20"),
        ("daß", "das"),
        ("résume\u0301", "résume"),  # the accent is a sign of its own
        ("किताब", "क"),  # the vowel belongs to its letter
        ("किताब", "का"),
        ("می‌خواهم", "می"),  # parted by a joiner without width
        ("안녕하세요", "안녕"),
        ("ที่นี่", "ท"),
        ("１００円です", "１"),
        ("ｓａｙｓｏ", "ｓａｙ"),
        ("Python编程", "Py"),
    ],
)
def test_what_does_not_begin_so_or_goes_on_inside_a_word(text: str, beginning: str) -> None:
    assert split_after(text, beginning) is None


@given(head=spoken, rest=spoken)
def test_what_was_put_together_comes_apart_between_the_same_words(
    head: list[tuple[str, str]], rest: list[tuple[str, str]]
) -> None:
    whole = f"{text_of(head)} {text_of(rest)}"
    parts = split_after(whole, text_of(head).upper())
    assert parts is not None
    # Punctuation that stands apart, as a dash does, is nobody's word: it may go either way.
    assert letters(parts[0]) == letters(text_of(head))
    assert letters(parts[1]) == letters(text_of(rest))


@given(head=spoken, rest=spoken, cut=st.integers(1, 60))
def test_no_word_is_ever_halved(head: list[tuple[str, str]], rest: list[tuple[str, str]], cut: int) -> None:
    whole = f"{text_of(head)} {text_of(rest)}"
    parts = split_after(whole, whole[:cut])
    if parts is not None:
        assert parts[0].split() + parts[1].split() == whole.split()


@given(text=wild, cut=st.integers(0, 20))
def test_no_character_is_lost_or_moved(text: str, cut: int) -> None:
    parts = split_after(text, text[:cut])
    if parts is not None:
        assert "".join("".join(parts).split()) == "".join(text.split())
        assert letters(parts[0]) == letters(text[:cut])


@given(text=wild, beginning=wild)
def test_any_two_texts_are_split_or_not_but_never_fail(text: str, beginning: str) -> None:
    parts = split_after(text, beginning)
    if parts is not None:
        assert letters(parts[0]) == letters(beginning)
        assert split_after(parts[0], beginning) == (parts[0], "")


@given(text=st.text(st.sampled_from(CHINESE + "はヒを"), min_size=2, max_size=12), data=st.data())
def test_chinese_and_japanese_are_split_at_any_letter(text: str, data: st.DataObject) -> None:
    cut = data.draw(st.integers(1, len(text) - 1))
    assert split_after(text, text[:cut]) == (text[:cut], text[cut:])


# --- beginning_like ---


@pytest.mark.parametrize(
    ("text", "example", "expected"),
    [
        ("And then we left.", "and then we", "and then we left."),
        ("and then we left.", "And then", "And then we left."),
        ("And", "and", "and"),
        ("And,  so", "and", "and,  so"),
        ('"And so', "and so", '"and so'),
        ("And so", '"and', "and so"),
        ("It works", "IT works", "IT works"),
        ("IT works", "it works", "it works"),
        ("Iphone users", "iPhone users", "iPhone users"),
        ("I'm here", "i’m", "i'm here"),
        ("Über alles", "über", "über alles"),
        ("Then we left", "and then", "Then we left"),
        ("Andy left", "and", "Andy left"),
        ("STRASSE", "straße", "STRASSE"),  # not letter for letter
        ("我们", "我们", "我们"),
        ("", "and", ""),
        ("And", "", "And"),
        ("... and", "… And", "... and"),
    ],
)
def test_the_case_of_the_first_word(text: str, example: str, expected: str) -> None:
    assert beginning_like(text, example) == expected


@given(text=wild, example=wild)
def test_nothing_but_case_is_changed(text: str, example: str) -> None:
    assert beginning_like(text, example).casefold() == text.casefold()


@given(pairs=spoken)
def test_a_text_like_itself_is_itself(pairs: list[tuple[str, str]]) -> None:
    text = text_of(pairs)
    assert beginning_like(text, text) == text
    word = text.split(" ")[0]
    if len(word.upper()) == len(word):
        assert beginning_like(word.upper() + text[len(word) :], text) == text


# --- with_skipped ---


@pytest.mark.parametrize(
    ("text", "earlier", "expected"),
    [
        (
            "The dreams built around it. But, though on the whole, it failed.",
            "The dreams built around it. Go forward ten meters. But they want",
            "The dreams built around it. Go forward ten meters. But, though on the whole, it failed.",
        ),
        # Two words may be a stutter that more of the sentence has mended.
        ("I think we can go.", "I think I think we can", "I think we can go."),
        # What stood at the end, or at the beginning, may have been misheard.
        ("We went home.", "We went to the zoo with", "We went home."),
        ("We went home.", "Thank you very much. We went", "We went home."),
        # Other words in the same place are a correction.
        ("He said a red fox ran away.", "He said the wrecked box ran", "He said a red fox ran away."),
        ("Nothing in common", "quite another sentence here", "Nothing in common"),
        ("", "We went home.", ""),
        ("今日は散歩に行きます。", "今日はいい天気です。散歩に", "今日は散歩に行きます。"),
    ],
)
def test_what_was_passed_over_between_two_words_is_put_back(text: str, earlier: str, expected: str) -> None:
    assert with_skipped(text, earlier) == expected


@given(
    st.lists(
        st.sampled_from(["one", "two", "three", "four", "five", "six", "seven", "eight"]),
        min_size=4,
        unique=True,
    ),
    st.data(),
)
def test_any_run_between_others_comes_back_whole(words: list[str], data: st.DataObject) -> None:
    start = data.draw(st.integers(1, len(words) - 2))
    end = data.draw(st.integers(start, len(words) - 2))
    text = " ".join([*words[:start], *words[end:]])
    expected = " ".join(words) if end - start >= seams.SKIPPED_WORDS else text
    assert with_skipped(text, " ".join(words)) == expected


@given(wild, wild)
def test_nothing_of_a_text_is_ever_lost(text: str, earlier: str) -> None:
    assert kept_share(with_skipped(text, earlier), text) == 1.0
    assert len(seams.words_of(with_skipped(text, earlier))) >= len(seams.words_of(text))


# --- kept_share ---


@pytest.mark.parametrize(
    ("text", "earlier", "share"),
    [
        ("We went home and slept", "we went home", 1.0),
        ("we, WENT; home!", "We went home.", 1.0),
        ("Yesterday we went home", "we went home", 1.0),
        ("we all went straight home", "we went home", 1.0),
        ("home", "we went to the old home", 1 / 6),
        ("and slept", "we went home", 0.0),
        ("home went we", "we went home", 1 / 3),
        ("we we we", "we went home", 1 / 3),
        ("homeward", "home", 0.0),
        ("", "we went home", 0.0),
        ("...", "we went home", 0.0),
        ("we went home", "", 1.0),
        ("we went home", "…", 1.0),
        ("", "", 1.0),
        ("我们今天，去公园。", "我们今天", 1.0),
        ("我们去公园", "我们今天", 0.5),
        ("คน", "คนดี", 0.5),
    ],
)
def test_how_much_of_the_words_is_kept(text: str, earlier: str, share: float) -> None:
    assert kept_share(text, earlier) == pytest.approx(share)


@given(text=wild, earlier=wild)
def test_a_share_is_a_share(text: str, earlier: str) -> None:
    assert 0.0 <= kept_share(text, earlier) <= 1.0
    assert kept_share(earlier, earlier) == 1.0


@given(before=spoken, earlier=spoken, behind=spoken)
def test_words_with_more_around_them_are_kept(
    before: list[tuple[str, str]], earlier: list[tuple[str, str]], behind: list[tuple[str, str]]
) -> None:
    text = " ".join(map(text_of, (before, earlier, behind)))
    assert kept_share(text, text_of(earlier).upper()) == 1.0


# --- joined ---


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ((), ""),
        (("",), ""),
        (("", "  ", ""), ""),
        (("one",), "one"),
        (("", "one", ""), "one"),
        (("one", "two", "three"), "one two three"),
        ((" one ", " two"), "one two"),
        (("one.", "Two"), "one. Two"),
        (("我们", "今天"), "我们今天"),
        (("我们。", "今天"), "我们。今天"),
        (("他说", "「你好」", "世界"), "他说「你好」世界"),
        (("他说", "“你好”", "世界"), "他说“你好”世界"),
        (("我们...", "今天"), "我们...今天"),
        (("コーヒー", "を"), "コーヒーを"),
        (("ｺｰﾋｰ", "を"), "ｺｰﾋｰを"),
        (("๑๐", "บาท"), "๑๐บาท"),
        (("ที่", "นี่"), "ที่นี่"),
        (("我用", "Python"), "我用 Python"),
        (("Python", "编程"), "Python 编程"),
        (("你好", "3"), "你好 3"),
        (("안녕", "여러분"), "안녕 여러분"),
        (("♪", "♪"), "♪ ♪"),
    ],
)
def test_a_space_between_but_not_between_scripts_that_have_none(
    texts: tuple[str, ...], expected: str
) -> None:
    assert joined(*texts) == expected


@given(texts=st.lists(wild, max_size=5))
def test_joining_adds_spaces_alone(texts: list[str]) -> None:
    whole = joined(*texts)
    assert "".join(whole.split()) == "".join("".join(texts).split())
    assert whole == whole.strip()


@given(first=wild, second=wild)
def test_joined_text_only_grows(first: str, second: str) -> None:
    assert joined(first, second).startswith(first.strip())


@given(texts=st.lists(spoken.map(text_of), max_size=5))
def test_words_stay_words(texts: list[str]) -> None:
    assert joined(*texts).split() == [word for text in texts for word in text.split()]


@given(pairs=spoken, rest=spoken)
def test_what_is_split_and_joined_is_the_same(
    pairs: list[tuple[str, str]], rest: list[tuple[str, str]]
) -> None:
    whole = f"{text_of(pairs)} {text_of(rest)}"
    parts = split_after(whole, text_of(pairs))
    assert parts is not None
    assert joined(*parts) == whole


@given(
    text=st.text(st.sampled_from(CHINESE + "はヒを。、「」"), min_size=2, max_size=12), cut=st.integers(1, 11)
)
def test_so_it_is_without_spaces(text: str, cut: int) -> None:
    parts = split_after(text, text[:cut])
    assume(parts is not None)
    assert joined(*(parts or ())) == text


@pytest.mark.parametrize("letter", [*"我はヒー々สี。、「」？３ｺ"])
def test_scripts_without_spaces(letter: str) -> None:
    assert is_spaceless(letter)


@pytest.mark.parametrize("letter", [*"aßД한क3.'\"“… \n"])
def test_scripts_with_spaces(letter: str) -> None:
    assert not is_spaceless(letter)
