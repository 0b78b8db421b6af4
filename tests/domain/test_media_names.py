"""Names of files: what may speak, what is hidden, what a transcript is called."""

from __future__ import annotations

import pytest

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
