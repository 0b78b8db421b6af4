"""The judge of decodes: each fault at its threshold, and what people really say is believed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.phrase_judge import (
    COMPRESSION_RATIO_THRESHOLD,
    FEWEST_CHARACTERS_PER_SECOND,
    LEAST_VOICE_SECONDS,
    LOG_PROBABILITY_THRESHOLD,
    LONGEST_REPEATED,
    MOST_CHARACTERS_PER_SECOND,
    MOST_TIMES,
    MOST_TIMES_ONE_WORD,
    PAUSE_SECONDS,
    UNFINISHED_LOG_PROBABILITY,
    Decoded,
    Fault,
    Repetition,
    fault,
    most_tokens,
    repeats_itself,
    repetition,
)

SENTENCE = "She opened the window and looked at the garden."
GOOD = Decoded(SENTENCE, average_log_probability=-0.3, compression_ratio=1.1, voiced=3.0)
BROKEN_OFF = Decoded("at that high level", -0.46, compression_ratio=1.0, voiced=1.2, pause=PAUSE_SECONDS)
FILLING = st.lists(st.sampled_from(["so", "then", "we", "left"]), max_size=4, unique=True)


def of_length(characters: int) -> str:
    """Text of so many characters that does not repeat itself."""
    words = " ".join(f"{number:b}" for number in range(1000))
    return words[:characters].rstrip().ljust(characters, "x")


# --- fault ---


def test_what_looks_as_it_was_said_is_believed() -> None:
    assert fault(GOOD) is None


@pytest.mark.parametrize(
    ("decoded", "expected"),
    [
        (replace(GOOD, reached_limit=True), Fault.CUT_OFF),
        (replace(GOOD, compression_ratio=COMPRESSION_RATIO_THRESHOLD), None),
        (replace(GOOD, compression_ratio=COMPRESSION_RATIO_THRESHOLD + 0.01), Fault.REPETITIVE),
        (replace(GOOD, text="the end the end the end", voiced=2.0), Fault.REPETITIVE),
        (replace(GOOD, average_log_probability=LOG_PROBABILITY_THRESHOLD), None),
        (replace(GOOD, average_log_probability=LOG_PROBABILITY_THRESHOLD - 0.01), Fault.UNSURE),
        (replace(GOOD, text=of_length(60), voiced=2.0), None),
        (replace(GOOD, text=of_length(61), voiced=2.0), Fault.TOO_MANY),
        (replace(GOOD, text=of_length(6), voiced=1.99), None),
        (replace(GOOD, text=of_length(5), voiced=1.99), Fault.TOO_FEW),
        (replace(GOOD, text=of_length(24), voiced=3.0), None),
        (replace(GOOD, text=of_length(23), voiced=3.0), Fault.TOO_FEW),
        (replace(GOOD, text="今日はいい天気です", voiced=2.5), None),
        (replace(GOOD, text="今日はい", voiced=2.5), Fault.TOO_FEW),
        (replace(GOOD, text=f"{SENTENCE} {SENTENCE}", voiced=6.0), Fault.REPETITIVE),
        (replace(BROKEN_OFF, average_log_probability=UNFINISHED_LOG_PROBABILITY), None),
        (BROKEN_OFF, Fault.UNFINISHED),
        (replace(BROKEN_OFF, pause=PAUSE_SECONDS - 0.03), None),
        (replace(BROKEN_OFF, text="at that high level."), None),
        (replace(GOOD, text="", voiced=2.0), Fault.TOO_FEW),
        (replace(GOOD, text="   ", voiced=2.0), Fault.TOO_FEW),
        (replace(GOOD, text=f"  {of_length(60)}  ", voiced=2.0), None),
    ],
)
def test_each_fault_begins_behind_its_threshold(decoded: Decoded, expected: Fault | None) -> None:
    assert fault(decoded) is expected


@pytest.mark.parametrize("voiced", [0.0, 0.2, LEAST_VOICE_SECONDS - 0.001])
@pytest.mark.parametrize("text", ["", "I", "No.", "Yes, of course, why not?"])
def test_with_little_voice_one_short_word_may_be_all(text: str, voiced: float) -> None:
    assert fault(replace(GOOD, text=text, voiced=voiced)) is None


def test_with_a_second_of_voice_there_must_be_something() -> None:
    assert fault(replace(GOOD, text="I", voiced=LEAST_VOICE_SECONDS)) is Fault.TOO_FEW


def test_little_voice_is_no_leave_to_write_a_page() -> None:
    assert fault(replace(GOOD, text=of_length(31), voiced=0.1)) is Fault.TOO_MANY


def test_being_cut_off_is_told_before_all_else() -> None:
    bad = Decoded("no " * 200, average_log_probability=-3.0, compression_ratio=9.0, voiced=1.0)
    assert fault(bad) is Fault.REPETITIVE
    assert fault(replace(bad, reached_limit=True)) is Fault.CUT_OFF


@pytest.mark.parametrize(
    ("text", "voiced"),
    [
        ("No.", 0.4),
        ("Well, I don't know.", 2.3),
        ("I would like to go, and you would like to stay.", 3.0),
        ("我们今天去公园玩，我们今天去公园看花。", 4.0),
        ("No, no, no, no!", 1.5),
        ("It was very, very, very good.", 2.0),
        ("我们今天去公园玩好吗", 2.5),
        ("今日はコーヒーを飲みます", 2.0),
        ("哈哈哈哈", 1.1),
        ("对对对，你说得很好", 2.0),
        ("สวัสดีครับ ยินดีที่ได้รู้จัก", 2.2),
    ],
)
def test_what_people_say_is_believed(text: str, voiced: float) -> None:
    assert fault(replace(GOOD, text=text, voiced=voiced)) is None


@given(
    text=st.text(max_size=200),
    log_probability=st.floats(-10, 0),
    ratio=st.floats(0, 20),
    voiced=st.floats(0, 30),
    reached=st.booleans(),
)
def test_every_decode_gets_a_verdict_and_the_believed_ones_are_within_bounds(
    text: str, log_probability: float, ratio: float, voiced: float, reached: bool
) -> None:
    decoded = Decoded(text, log_probability, ratio, voiced, reached)
    if fault(decoded) is None:
        characters = len(text.strip())
        assert not reached
        assert not repeats_itself(text)
        assert ratio <= COMPRESSION_RATIO_THRESHOLD
        assert log_probability >= LOG_PROBABILITY_THRESHOLD
        assert characters <= MOST_CHARACTERS_PER_SECOND * max(voiced, LEAST_VOICE_SECONDS) + 1e-6
        assert voiced < LEAST_VOICE_SECONDS or characters >= FEWEST_CHARACTERS_PER_SECOND * voiced - 1e-6


# --- repeats_itself ---


@pytest.mark.parametrize(
    "text",
    [
        "no no no no no",
        "No, no. NO! no? no…",
        "I know, I know, I know.",
        "and so on and so on and so on",
        "we left. And so on, and so on, and so on, he said",
        "So, I'm going to play this, I'm going to play this, I'm going to play this",
        "err err err err err",
        "♪ ♪ ♪ ♪ ♪",
        "- - - - - ",
        "谢谢谢谢谢谢谢谢",
        "我们去我们去我们去",
        "好。我们去，我们去，我们去。",
        "はいはいはいはいはいはいはい",
        "ครับครับครับ",
    ],
)
def test_loops_are_found(text: str) -> None:
    assert repeats_itself(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "no",
        SENTENCE,
        "no no no no",
        "I know, I know.",
        "bye bye, bye bye",
        "the more the better, the less the worse",
        "one two three one two three",
        "one two, one three, one four, one five",
        "ha ha ha, he said, ha ha ha",
        "我们去，我们去。",
        "哈哈哈哈",
        "看看看",
        "1 0 1 1 0 0 1 0",
    ],
)
def test_what_is_said_twice_on_purpose_is_no_loop(text: str) -> None:
    assert not repeats_itself(text)


@given(
    run=st.integers(2, LONGEST_REPEATED).map(lambda count: [f"word{number}" for number in range(count)]),
    before=FILLING,
    behind=FILLING,
    times=st.integers(1, 6),
)
def test_a_run_of_words_may_come_twice_wherever_it_stands(
    run: list[str], before: list[str], behind: list[str], times: int
) -> None:
    text = " ".join([*before, *run * times, *behind])
    assert repeats_itself(text) is (times > MOST_TIMES)


@given(before=FILLING, behind=FILLING, times=st.integers(1, 12), mark=st.sampled_from(["", ",", "...", "!"]))
def test_one_word_may_come_four_times(before: list[str], behind: list[str], times: int, mark: str) -> None:
    text = " ".join([*before, *[f"no{mark}"] * times, *behind])
    assert repeats_itself(text) is (times > MOST_TIMES_ONE_WORD)


@given(words=st.lists(st.sampled_from(["a", "b", "c"]), max_size=30))
def test_a_loop_is_a_loop_in_capitals_and_with_commas_too(words: list[str]) -> None:
    plain = " ".join(words)
    assert repeats_itself(plain.upper()) is repeats_itself(plain)
    assert repeats_itself(", ".join(words)) is repeats_itself(plain)


@given(words=st.lists(st.sampled_from(["a", "b", "c"]), max_size=30))
def test_it_is_what_counting_says(words: list[str]) -> None:
    def times(start: int, length: int) -> int:
        run, count = words[start : start + length], 1
        while words[start + count * length : start + (count + 1) * length] == run:
            count += 1
        return count

    looping = any(
        times(start, length) > (MOST_TIMES_ONE_WORD if length == 1 else MOST_TIMES)
        for length in range(1, min(LONGEST_REPEATED, len(words)) + 1)
        for start in range(len(words) - length + 1)
    )
    assert repeats_itself(" ".join(words)) is looping


@pytest.mark.parametrize(
    ("text", "run", "times"),
    [
        ("Well, no, no. NO! no? no…", ("no",), 5),
        ("we left and so on and so on, and so on he said", ("and", "so", "on"), 3),
        ("err err err err err err and so and so and so", ("err",), 6),
        ("no no no no yes yes yes yes yes", ("yes",), 5),
        (SENTENCE, None, 0),
        ("", None, 0),
    ],
)
def test_what_is_repeated_and_how_often_is_told(text: str, run: tuple[str, ...] | None, times: int) -> None:
    assert repetition(text) == (None if run is None else Repetition(run, times))


# --- most_tokens ---


@pytest.mark.parametrize(("seconds", "tokens"), [(0.0, 16), (0.5, 22), (1.0, 28), (10.0, 136), (28.0, 352)])
def test_the_limit_of_tokens(seconds: float, tokens: int) -> None:
    assert most_tokens(seconds) == tokens


@pytest.mark.parametrize(("language", "tokens"), [("de", 12), ("zh", 12), ("hi", 45), ("ka", 45), ("my", 45)])
def test_a_language_written_letter_by_letter_has_more(language: str, tokens: int) -> None:
    assert most_tokens(10.0, language) == 16 + 10 * tokens


@given(seconds=st.floats(0, 30), more=st.floats(0, 30))
def test_there_is_room_for_the_fastest_talkers_and_more_sound_never_has_less(
    seconds: float, more: float
) -> None:
    assert most_tokens(seconds) >= 10 * seconds
    assert most_tokens(seconds + more) >= most_tokens(seconds)
