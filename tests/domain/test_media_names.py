"""Names of files: what may speak, what is hidden, what a transcript is called."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.media_names import MEDIA_ENDINGS, export_name, is_hidden, may_hold_sound


@pytest.mark.parametrize(
    "name", ["a.mp3", "Talk.MP4", "a.b.Opus", "レッスン.m4a", "x.mkv", "REC.WMA", "v.ogg"]
)
def test_sound_and_video_may_speak(name: str) -> None:
    assert may_hold_sound(name)


@pytest.mark.parametrize("name", ["a.txt", "a.srt", "a.m3u", "a.jpg", "mp3", ".mp3", "a", "a.mp3.part", ""])
def test_other_files_are_no_sound(name: str) -> None:
    assert not may_hold_sound(name)


def test_endings_are_written_as_they_are_compared() -> None:
    assert all(ending == ending.casefold() and "." not in ending for ending in MEDIA_ENDINGS)


def test_hidden_are_those_whose_name_says_so() -> None:
    assert [is_hidden(name) for name in (".a.mp3", "._a.mp3", "~$a.mp4", "a.mp3", "a.b")] == [True] * 3 + [
        False
    ] * 2


@pytest.mark.parametrize(
    ("source", "number", "expected"),
    [
        ("talk.mp4", 1, "talk.srt"),
        ("talk.mp4", 3, "talk (3).srt"),
        ("v1.2.final.wav", 1, "v1.2.final.srt"),
        ("voice", 1, "voice.srt"),
        (".mp3", 1, ".mp3.srt"),
    ],
)
def test_a_transcript_is_called_as_its_source(source: str, number: int, expected: str) -> None:
    assert export_name(source, "srt", number) == expected


@given(
    st.one_of(
        st.text(min_size=1),
        st.text("e\u0301a🇩🇪👩\u200d🚀각\u1100\u1161 .x\udce4", min_size=60, max_size=400),
    ),
    st.sampled_from(["txt", "json", "docx"]),
    st.integers(1, 12_000),
)
def test_a_transcripts_name_is_never_longer_than_a_name_can_be(stem: str, ending: str, number: int) -> None:
    stem = stem.replace("/", "").replace("\\", "").replace("\0", "")
    name = export_name(f"{stem}.wav", ending, number)
    assert 0 < len(name.encode("utf-8", "surrogatepass")) <= 255
    assert len(name.encode("utf-16-le", "surrogatepass")) <= 2 * 255
    assert name.endswith(f".{ending}" if number == 1 else f" ({number}).{ending}")


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("n" * 251, "n" * 250),
        ("e\u0301" * 84, "e\u0301" * 83),
        ("ab" + "👩\u200d🚀" * 23, "ab" + "👩\u200d🚀" * 22),
        ("🇩🇪" * 32, "🇩🇪" * 31),
        ("n" * 249 + " etc", "n" * 249),
        ("a" + "\u0301" * 200, "transcript"),
    ],
)
def test_a_long_name_is_cut_between_two_characters(stem: str, expected: str) -> None:
    assert export_name(f"{stem}.wav", "json") == f"{expected}.json"
    assert export_name(f"{expected}.wav", "json") == f"{expected}.json"
