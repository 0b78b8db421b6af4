"""Transcripts and jobs as JSON: they come back as they were, and nothing else comes back at all."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.file_job_codec import job_json, read_job
from app.domain.file_queue import FileJob, JobState
from app.domain.file_transcript import Cue, Doubt, DoubtKind, FileTranscript
from app.domain.file_transcript_codec import read_transcript, transcript_data, transcript_json, transcript_of
from app.domain.media import Channels, Damage, SoundChoice, SoundTrack
from app.domain.transcript import Word

WHOLE: Final = FileTranscript(
    source="/home/ä/\udcff talk.mp4",
    cues=(
        Cue(0.0, 2.5, "Grüße 🙂", (Word(" Grüße", 0.0, 1.0, 0.9), Word(" 🙂", 1.0, 2.5, 0.25)), "Anna"),
        Cue(2.5, 4.0, "zweite"),
    ),
    language="de",
    model="base",
    seconds=61.25,
    language_probability=0.75,
    choice=SoundChoice(1, Channels.SECOND),
    cut_short=60.0,
    doubts=(Doubt(DoubtKind.REPEATED, 1.0, 2.0, "la la"), Doubt(DoubtKind.MISSING, 3.0, 4.0)),
    languages=("de", "en"),
    damage=Damage(11.5, 8.25, 2),
)
JOB: Final = FileJob(
    7,
    "/home/\udcff/talk.mp4",
    JobState.FAILED,
    SoundChoice(0, Channels.FIRST),
    (SoundTrack(0, "aac", 2, 48_000, 60.0, "ger", "Kommentar", True), SoundTrack(1, "ac3", 6, 44_100)),
    seconds=60.0,
    sentence="It cannot be read.",
    remedy="Convert it.",
    saved=("/home/talk.txt",),
    is_from_cache=True,
    doubts=3,
    size=12_345,
    changed=1_700_000_000_000_000_000,
    has_transcript=True,
    is_edited=True,
    outdated=("/home/talk.txt",),
    is_silent=True,
)
TIMES = st.floats(0, 1e6, allow_nan=False)
CUES = st.builds(
    Cue,
    TIMES,
    TIMES,
    st.text(),
    st.lists(st.builds(Word, st.text(), TIMES, TIMES, TIMES), max_size=3).map(tuple),
    st.text(),
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


def test_a_transcript_comes_back_as_it_was() -> None:
    written = transcript_json(WHOLE)
    assert read_transcript(written) == WHOLE
    assert written.isascii()  # half a pair of surrogates, too


def test_what_was_kept_before_damage_was_told_apart_is_read() -> None:
    data = transcript_data(WHOLE)
    del data["damage"]
    assert transcript_of(data) == replace(WHOLE, damage=None)


@given(st.lists(CUES, max_size=4).map(tuple))
def test_whatever_was_said_comes_back(cues: tuple[Cue, ...]) -> None:
    transcript = FileTranscript("/a", cues, "en", "base", 1.0)
    assert read_transcript(transcript_json(transcript)) == transcript


@given(JSON)
def test_what_is_no_transcript_is_a_value_error(data: object) -> None:
    with pytest.raises(ValueError, match="no transcript"):
        transcript_of(data)


@given(st.sampled_from(sorted(transcript_data(WHOLE).keys() - {"damage"})), JSON)
def test_a_transcript_with_one_thing_wrong_is_a_value_error_or_a_transcript(name: str, data: object) -> None:
    try:
        read = transcript_of(transcript_data(WHOLE) | {name: data})
    except ValueError:
        return
    assert read_transcript(transcript_json(read)) == read


@pytest.mark.parametrize("name", sorted(transcript_data(WHOLE).keys() - {"damage"}))
def test_a_transcript_lacks_nothing(name: str) -> None:
    data = transcript_data(WHOLE)
    del data[name]
    with pytest.raises(ValueError, match="no transcript"):
        transcript_of(data)


@pytest.mark.parametrize("written", ["", "{", "null", "[" * 100_000, '{"version": 2}', "NaN"])
def test_what_is_no_json_is_a_value_error(written: str) -> None:
    with pytest.raises(ValueError, match="no transcript"):
        read_transcript(written)
    with pytest.raises(ValueError, match="no job"):
        read_job(1, written)


def test_a_time_that_is_no_number_is_a_value_error() -> None:
    with pytest.raises(ValueError, match="no transcript"):
        read_transcript(transcript_json(WHOLE).replace("61.25", "Infinity"))


def test_a_job_comes_back_as_it_was() -> None:
    assert read_job(7, job_json(JOB)) == JOB
    assert read_job(1, job_json(FileJob(1, "/a"))) == FileJob(1, "/a")


def test_a_job_of_an_older_version_is_read() -> None:
    data: dict[str, Any] = json.loads(job_json(JOB))
    del data["changed"]
    assert read_job(7, json.dumps(data)) == replace(JOB, changed=0)


@pytest.mark.parametrize(
    ("job", "expected"),
    [
        (FileJob(1, "/a"), False),
        (FileJob(1, "/a", JobState.CANCELLED), False),
        (FileJob(1, "/a", JobState.DONE), True),
        (FileJob(1, "/a", JobState.CANCELLED, is_edited=True), True),
        (FileJob(1, "/a", JobState.FAILED, saved=("/a.txt",)), True),
        (FileJob(1, "/a", JobState.WAITING, doubts=1), True),
    ],
)
def test_whether_a_job_of_an_older_version_has_a_transcript_is_seen_by_its_traces(
    job: FileJob, expected: bool
) -> None:
    data: dict[str, Any] = json.loads(job_json(job))
    del data["has_transcript"]
    assert read_job(1, json.dumps(data)).has_transcript is expected


def test_a_job_of_an_earlier_version_is_read_without_what_that_did_not_keep() -> None:
    data = json.loads(job_json(JOB))
    for name in ("outdated", "is_silent", "done_seconds"):
        del data[name]
    assert read_job(7, json.dumps(data)) == replace(JOB, outdated=(), is_silent=False)


@pytest.mark.parametrize("state", [JobState.PAUSED, JobState.WAITING])
def test_one_that_stands_in_the_middle_stands_there_after_the_program(state: JobState) -> None:
    standing = FileJob(1, "/a", state, seconds=60.0, done_seconds=30.0)
    assert read_job(1, job_json(standing)) == standing


@pytest.mark.parametrize("seconds", ['"much"', "true", "NaN", "null"])
def test_a_place_that_is_none_is_no_job(seconds: str) -> None:
    written = job_json(FileJob(1, "/a", JobState.PAUSED, done_seconds=30.0))
    with pytest.raises(ValueError, match="no job"):
        read_job(1, written.replace('"done_seconds":30.0', f'"done_seconds":{seconds}'))


def test_how_far_one_has_come_that_runs_is_not_kept() -> None:
    running = FileJob(1, "/a", JobState.RUNNING, seconds=60.0, done_seconds=30.0, seconds_left=3.0)
    assert read_job(1, job_json(running)) == FileJob(1, "/a", JobState.RUNNING, seconds=60.0)
    done = FileJob(1, "/a", JobState.DONE, seconds=60.0, done_seconds=60.0, has_transcript=True)
    assert read_job(1, job_json(done)) == done


@given(st.sampled_from(sorted(json.loads(job_json(JOB)))), JSON)
def test_a_job_with_one_thing_wrong_is_a_value_error_or_a_job(name: str, value: object) -> None:
    data: dict[str, Any] = json.loads(job_json(JOB)) | {name: value}
    try:
        read = read_job(7, json.dumps(data))
    except ValueError:
        return
    assert read_job(7, job_json(read)) == read
