"""Find and replace in a transcript: all places are found, and nothing else is changed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.file_transcript import Cue, FileTranscript
from app.domain.transcript_find import Place, Search, places, replaced

TEXTS = st.lists(st.text("aAbé .*\\", max_size=20).map(str.strip), min_size=1, max_size=4)


def transcript_of(*texts: str) -> FileTranscript:
    cues = tuple(Cue(2.0 * n, 2.0 * n + 2, text) for n, text in enumerate(texts))
    return FileTranscript("talk.wav", cues, "en", "base", 2.0 * len(cues))


def texts_of(transcript: FileTranscript) -> list[str]:
    return [cue.text for cue in transcript.cues]


@pytest.mark.parametrize(
    ("search", "found"),
    [
        (Search("an"), [Place(0, 0, 2), Place(0, 3, 5), Place(1, 1, 3), Place(1, 11, 13)]),
        (Search("an", whole_words=True), [Place(0, 0, 2), Place(0, 3, 5)]),
        (Search("An", match_case=True), [Place(0, 0, 2)]),
        (Search("the man"), [Place(1, 4, 13)]),
        (Search("."), [Place(0, 5, 6)]),
        (Search(" "), []),
        (Search(""), []),
    ],
)
def test_what_is_looked_for_is_found_as_it_is_written(search: Search, found: list[Place]) -> None:
    transcript = transcript_of("An an.", "man the   man")
    assert list(places(transcript, search)) == found


@given(
    texts=TEXTS, text=st.text("aAbé.*\\", min_size=1, max_size=3), by=st.text("xy\\1", min_size=1, max_size=3)
)
def test_replacing_changes_those_places_and_nothing_else(texts: list[str], text: str, by: str) -> None:
    transcript = transcript_of(*texts)
    changed = replaced(transcript, places(transcript, Search(text, match_case=True)), by)
    assert texts_of(changed) == [each.replace(text, by) for each in texts]
    assert [(cue.start, cue.end) for cue in changed.cues] == [(cue.start, cue.end) for cue in transcript.cues]


def test_a_word_taken_away_leaves_one_space_and_no_empty_cue() -> None:
    transcript = transcript_of("um, so um, yes", "um,", "and um,")
    changed = replaced(transcript, places(transcript, Search("um,")), "")
    assert texts_of(changed) == ["so yes", "and"]


def test_one_place_alone_can_be_replaced() -> None:
    transcript = transcript_of("one two one")
    assert texts_of(replaced(transcript, [Place(0, 8, 11)], "three")) == ["one two three"]
    assert replaced(transcript, [], "three") is transcript
