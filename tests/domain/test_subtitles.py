"""Subtitles: the limits of lines, times and speed, and that no word is lost."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.file_settings import FileSettings
from app.domain.file_transcript import Cue, FileTranscript
from app.domain.subtitles import GAP, LONGEST, SHORTEST, Subtitle, subtitles
from app.domain.text_layout import Joint, atoms, width
from app.domain.transcript import Word

STANDARD = FileSettings()
WORDS = st.one_of(
    st.sampled_from(
        ["a", "the", "I", "and", "because", "never,", "yes.", "“no?”", "3.5", "(aside)", "l’homme"]
    ),
    st.text("abcdefgäñ", min_size=1, max_size=16),
    st.sampled_from(
        [
            "東京へ行きました。",
            "ありがとう、",
            "3年",
            "مرحبا",
            "שלום",
            "สวัสดีครับ",
            "नमस्ते",
            "안녕하세요",
            "👩‍👩‍👧",
        ]
    ),
    st.just("x" * 60),
)


@st.composite
def transcripts(draw: st.DrawFn) -> FileTranscript:
    """Cues in order, near and far from each other, some with times of words, some of named speakers."""
    cues: list[Cue] = []
    clock = 0.0
    for words in draw(st.lists(st.lists(WORDS, min_size=1, max_size=30), max_size=8)):
        clock += draw(st.sampled_from([0.0, 0.02, 0.3, 1.0, 5.0, 20.0]))
        start = clock
        clock += draw(st.floats(0.0, 1.0)) * len(words)
        step = (clock - start) / len(words)
        timed: tuple[Word, ...] = ()
        if draw(st.booleans()):
            timed = tuple(
                Word(f" {word}", start + number * step, start + (number + 0.8) * step, 0.9)
                for number, word in enumerate(words)
            )
        speaker = draw(st.sampled_from(["", "", "Anna", "Dr. Bo Li"]))
        cues.append(Cue(start, clock, " ".join(words), timed, speaker))
    return FileTranscript(
        "talk.mp3", tuple(cues), draw(st.sampled_from(["en", "de", "ja", "xx"])), "m", clock
    )


LIMITS = st.builds(
    FileSettings,
    subtitle_characters=st.integers(20, 60),
    subtitle_lines=st.integers(1, 4),
    subtitle_speed=st.floats(8.0, 40.0),
)


def bare(texts: list[str]) -> str:
    return "".join("".join(texts).split())


def of(*cues: Cue, language: str = "en") -> FileTranscript:
    return FileTranscript("talk.mp3", cues, language, "base", cues[-1].end)


@settings(max_examples=100)
@given(transcripts(), LIMITS)
def test_no_word_is_lost_or_moved(transcript: FileTranscript, limits: FileSettings) -> None:
    shown = subtitles(transcript, limits)
    assert bare([line for one in shown for line in one.lines]) == bare([cue.text for cue in transcript.cues])
    assert all(line == line.strip() and line for one in shown for line in one.lines)


@settings(max_examples=100)
@given(transcripts(), LIMITS, st.booleans())
def test_lines_keep_to_their_width_and_number(
    transcript: FileTranscript, limits: FileSettings, labelled: bool
) -> None:
    for one in subtitles(transcript, limits, labelled=labelled):
        too_wide = [line for line in one.lines if width(line) > limits.subtitle_characters]
        assert all(len(atoms(line)) == 1 for line in too_wide)
        if not too_wide:
            assert len(one.lines) <= limits.subtitle_lines


@settings(max_examples=100)
@given(transcripts(), LIMITS)
def test_times_keep_their_order_and_limits(transcript: FileTranscript, limits: FileSettings) -> None:
    shown = subtitles(transcript, limits)
    for one, following in pairwise(shown):
        assert milliseconds(following.start) - milliseconds(one.end) >= GAP
    for number, one in enumerate(shown):
        start, end = milliseconds(one.start), milliseconds(one.end)
        assert 0 <= start < end <= start + LONGEST
        room = milliseconds(shown[number + 1].start) - GAP - start if number + 1 < len(shown) else LONGEST
        needed = sum(width(line) for line in one.lines) * 1000 / limits.subtitle_speed
        assert end - start >= min(max(SHORTEST, int(needed)), LONGEST, room)


def milliseconds(seconds: float) -> int:
    return round(seconds * 1000)


def shown_of(text: str, seconds: float, language: str, limits: FileSettings = STANDARD) -> list[list[str]]:
    return [list(one.lines) for one in subtitles(of(Cue(0.0, seconds, text), language=language), limits)]


@pytest.mark.parametrize(
    ("language", "text", "seconds", "expected"),
    [
        ("en", "She opened the window.", 2.0, [["She opened the window."]]),
        (
            "en",
            "The committee met on Tuesday afternoon, and although the chairman was absent, they agreed that "
            "the new bridge should be built.",
            9.0,
            [
                ["The committee met on Tuesday afternoon,", "and although the chairman was absent,"],
                ["they agreed that the new bridge", "should be built."],
            ],
        ),
        (
            "de",
            "Wir haben gestern Abend lange darüber gesprochen, ob wir noch einmal nach Italien fahren oder "
            "lieber zu Hause bleiben.",
            8.0,
            [
                ["Wir haben gestern Abend", "lange darüber gesprochen,"],
                ["ob wir noch einmal nach Italien fahren", "oder lieber zu Hause bleiben."],
            ],
        ),
        (
            "ja",
            "値段が少し高かったので、次は別の店を探してみます。",
            5.0,
            [["値段が少し高かったので、", "次は別の店を探してみます。"]],
        ),
        ("he", "הלכנו אתמול לשוק הגדול במרכז העיר, וקנינו הרבה פירות וירקות.", 5.0,
         [["הלכנו אתמול לשוק הגדול במרכז העיר,", "וקנינו הרבה פירות וירקות."]]),
    ],
)  # fmt: skip
def test_text_is_parted_where_it_reads_best(
    language: str, text: str, seconds: float, expected: list[list[str]]
) -> None:
    assert shown_of(text, seconds, language) == expected


def test_no_line_ends_with_an_article() -> None:
    text = "We walked along the river until we reached the old mill that a miller had built for the abbey"
    lines = [line for one in shown_of(text, 6.0, "en") for line in one]
    assert len(lines) > 2
    assert not [line for line in lines if line.rpartition(" ")[2] in ("the", "a", "we", "for")]


def test_words_tell_when_the_second_part_begins() -> None:
    heard = (
        "This is the first half of what she said that morning, and this is the other half of what she said."
    )
    said = heard.split()
    # All of the first half in 3 s, a silence, and the rest from second 5 on.
    starts = [0.27 * place if place < 11 else 5.0 + 0.2 * (place - 11) for place in range(len(said))]
    words = tuple(Word(f" {word}", at, at + 0.2, 0.9) for word, at in zip(said, starts, strict=True))
    first, second = subtitles(of(Cue(0.0, 7.4, heard, words)), STANDARD)
    assert first.text.endswith("morning,")
    assert (first.start, second.start) == (0.0, 5.0)


def test_text_changed_since_it_was_heard_keeps_the_times_of_the_words_that_stayed() -> None:
    words = (Word(" Anna", 4.0, 4.4, 0.9), Word(" left", 6.0, 6.3, 0.9))
    text = (
        "Dear Hannah, it was Anna who at last and to our great surprise and sorrow left. She did not return."
    )
    shown = subtitles(of(Cue(0.0, 12.0, text, words)), STANDARD)
    assert shown[-1].text == "She did not return."
    assert 6.3 <= shown[-1].start < 7.0


def test_a_short_word_stays_into_the_silence_behind_it_and_a_long_text_as_long_as_reading_takes() -> None:
    text = "Forty characters said in half a second"
    first, second = subtitles(of(Cue(1.0, 1.2, "No."), Cue(10.0, 10.5, text)), STANDARD)
    assert (first.start, first.end) == (1.0, 1.834)
    assert second.end == pytest.approx(10.0 + len(text) / 17.0, abs=0.002)


def test_a_cue_too_short_to_be_seen_joins_its_neighbour_of_the_same_speaker_alone() -> None:
    cues = (Cue(0.0, 0.2, "No."), Cue(0.25, 2.5, "That is not what I meant."))
    assert [one.text for one in subtitles(of(*cues), STANDARD)] == ["No. That is not what I meant."]
    two = (replace(cues[0], speaker="Bo"), cues[1])
    assert [one.text for one in subtitles(of(*two), STANDARD)] == ["No.", "That is not what I meant."]


def test_cues_that_can_be_read_stay_as_they_are() -> None:
    cues = (Cue(0.0, 2.0, "We went home,"), Cue(2.2, 4.0, "and then it rained."))
    shown = subtitles(of(*cues), STANDARD)
    assert [one.text for one in shown] == ["We went home,", "and then it rained."]
    assert shown[0].end == 2.116  # two frames before the next: a gap of 0.2 s would flicker


def test_a_label_comes_where_the_speaker_changes_and_counts_as_text() -> None:
    cues = (
        Cue(0.0, 2.0, "Shall we go?", speaker="Anna"),
        Cue(2.0, 4.0, "Not until the rain has stopped.", speaker="Anna"),
        Cue(4.0, 6.0, "It will not stop today.", speaker="Bo"),
        Cue(6.0, 8.0, "Nobody knows."),
    )
    texts = [one.text for one in subtitles(of(*cues), STANDARD, labelled=True)]
    assert texts == [
        "ANNA: Shall we go?",
        "Not until the rain has stopped.",
        "BO: It will not stop today.",
        "Nobody knows.",
    ]
    unlabelled = subtitles(of(*cues), STANDARD)
    assert [one.speaker for one in unlabelled] == ["Anna", "Anna", "Bo", ""]
    assert unlabelled[0].text == "Shall we go?"


def test_cues_out_of_order_and_on_top_of_each_other_are_shown_one_after_the_other() -> None:
    cues = (Cue(5.0, 6.0, "Third."), Cue(1.0, 3.0, "First."), Cue(1.0, 9.0, "Second.", speaker="Bo"))
    shown = subtitles(of(*cues), STANDARD)
    assert [one.text for one in shown] == ["First.", "Second.", "Third."]
    assert all(one.end < following.start for one, following in pairwise(shown))


def test_nothing_said_is_nothing_shown() -> None:
    assert subtitles(FileTranscript("a", (), "en", "base", 3.0), STANDARD) == ()
    assert subtitles(of(Cue(0.0, 1.0, " \n ")), STANDARD) == ()


def test_the_text_of_a_subtitle_is_its_lines() -> None:
    assert Subtitle(0.0, 1.0, ("One", "two.")).text == "One two."
    assert Subtitle(0.0, 1.0, ("東京", "大阪")).text == "東京大阪"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("東京へ、行った。", ["東", "京", "へ、", "行っ", "た。"]),
        ("「はい」と", ["「は", "い」", "と"]),
        ("3年前", ["3年", "前"]),
        ("ラーメン", ["ラー", "メ", "ン"]),
        ("ＡＢＣの", ["ＡＢＣ", "の"]),
        ("안녕 하세요", ["안녕", "하세요"]),
        ("เด็กดี", ["เด็", "ก", "ดี"]),
        ("quoi\u00a0?", ["quoi\u00a0?"]),
        ("👩‍👩‍👧 yes", ["👩‍👩‍👧", "yes"]),
    ],
)
def test_atoms_are_what_no_line_may_part(text: str, parts: list[str]) -> None:
    cut = atoms(text)
    assert [one.text for one in cut] == parts
    assert all(text[one.at : one.end] == one.text for one in cut)
    assert cut[0].joint is Joint.SPACE


def test_widths_are_columns() -> None:
    assert [width(text) for text in ("abc", "東京", "नमस्ते", "e\u0301", "ｱ")] == [3, 4, 4, 1, 1]
