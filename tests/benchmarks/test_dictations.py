from __future__ import annotations

import wave
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from app.domain.audio import SAMPLE_RATE, Samples, to_pcm16
from app.domain.tail import WINDOW_SAMPLES
from app.domain.transcript import Transcript
from tests.benchmarks.decodes import Call
from tests.benchmarks.dictations import (
    FADE,
    ROOM_SECONDS,
    Dictation,
    Recording,
    faded,
    joined,
    looped,
    noise,
    quietest,
    recorded,
    room_tone,
    short,
    whole,
)
from tests.benchmarks.latency_figures import Agreement, Errors, Figures, Length, PlainTimes, load, spread
from tests.benchmarks.latency_report import picture, table
from tests.benchmarks.rounds import Outcome, with_calls
from tests.benchmarks.speech_set import Clip, Score
from tests.fakes.sound import LoudnessDetector

RANDOM = np.random.default_rng(7)


def hear(samples: Samples) -> Sequence[float]:
    return LoudnessDetector().feed(samples)


def room(seconds: float) -> Samples:
    return RANDOM.normal(0.0, 0.002, round(seconds * SAMPLE_RATE)).astype(np.float32)


def words(seconds: float) -> Samples:
    """Loud for that long, rounded to whole windows of the detector."""
    count = round(seconds * SAMPLE_RATE / WINDOW_SAMPLES) * WINDOW_SAMPLES
    return RANDOM.normal(0.0, 0.2, count).astype(np.float32)


def clip(folder: Path, name: str, sound: Samples, reference: str = "words") -> Clip:
    with wave.open(str(folder / f"{name}.wav"), "wb") as file:
        file.setparams((1, 2, SAMPLE_RATE, 0, "NONE", ""))
        file.writeframes(to_pcm16(sound))
    return Clip(folder / f"{name}.wav", len(sound) / SAMPLE_RATE, "en", "speech", reference, (), False)


def spoken(folder: Path, name: str, *seconds: float) -> Recording:
    """A recording of words of `seconds`, with half a second of the room around and between them."""
    windows = 16 * WINDOW_SAMPLES / SAMPLE_RATE
    pieces = [room(windows)]
    for one in seconds:
        pieces += [words(one), room(windows)]
    return recorded(clip(folder, name, np.concatenate(pieces), f"words of {name}"), hear)


# --- room tone ---


def test_the_quietest_stretch_is_found() -> None:
    sound = np.concatenate((words(1.0), room(0.5), words(1.0)))
    start = len(words(1.0))
    place = quietest(sound, 4800)
    assert place is not None
    assert start <= place <= start + SAMPLE_RATE // 2 - 4800


def test_digital_silence_is_no_room_tone() -> None:
    silence = np.zeros(SAMPLE_RATE, np.float32)
    place = quietest(np.concatenate((silence, room(0.5), words(1.0))), 4800)
    assert place is not None
    # A tenth of it may be silent, no more.
    assert place >= SAMPLE_RATE - 4800
    assert quietest(silence, 4800) is None
    tone = room_tone(silence, 1000, hear)
    assert len(tone) == 1000
    assert np.ptp(tone) > 0.0


def test_room_tone_is_never_taken_for_speech() -> None:
    tone = room_tone(words(2.0), SAMPLE_RATE, hear)
    assert max(hear(tone)) < 0.35


def test_a_loop_has_no_seams() -> None:
    ramp = np.linspace(0.2, 0.5, 2000, dtype=np.float32)
    made = looped(ramp, 9000)
    assert len(made) == 9000
    # The jump back to the beginning is spread over the cross-fade.
    assert float(np.abs(np.diff(made)).max()) < 0.3 / 20


def test_a_cross_fade_keeps_both_outside_of_it() -> None:
    first, second = np.full(500, 1.0, np.float32), np.full(400, -1.0, np.float32)
    made = faded(first, second)
    assert len(made) == 900 - FADE
    assert np.array_equal(made[: 500 - FADE], first[FADE:])
    assert np.array_equal(made[500:], second[FADE:])


# --- single clips ---


def test_a_clip_ends_with_its_last_word(tmp_path: Path) -> None:
    one = spoken(tmp_path, "a", 1.0, 0.8)
    said = whole(one)
    assert said.speech_begins == one.speech[0].start / SAMPLE_RATE
    assert said.last_word_ends == one.speech[-1].end / SAMPLE_RATE
    end = one.speech[-1].end
    assert np.array_equal(said.sound[:end], one.samples[:end])
    assert len(said.sound) == end + round(ROOM_SECONDS * SAMPLE_RATE)
    assert max(hear(said.sound[end:])) == 0.0
    assert np.ptp(said.sound[-1000:]) > 0.0
    assert said.reference == "words of a"


def test_a_clip_that_ends_loud_keeps_its_last_word(tmp_path: Path) -> None:
    sound = np.concatenate((room(0.512), words(1.024)))
    one = recorded(clip(tmp_path, "tight", sound), hear)
    assert one.speech[-1].end == len(sound)
    assert np.array_equal(whole(one).sound[: len(sound)], one.samples)


def test_noise_is_heard_to_its_end(tmp_path: Path) -> None:
    one = recorded(clip(tmp_path, "n", room(1.0)), hear)
    assert noise(one).last_word_ends == 1.0
    assert whole(one).last_word_ends == 1.0


def test_short_ones_are_cut_at_the_nearest_end_of_speech(tmp_path: Path) -> None:
    clips = [
        spoken(tmp_path, "a", 1.0, 1.0, 1.0),
        spoken(tmp_path, "b", 0.6),
        spoken(tmp_path, "c", 2.0, 0.5),
    ]
    said = short(clips, 3.0, 3)
    assert [one.name.split()[0] for one in said] == ["a", "c", "b"]
    assert said[0].last_word_ends == clips[0].speech[1].end / SAMPLE_RATE
    assert all(not one.reference for one in said)


def test_there_are_as_many_as_asked_for(tmp_path: Path) -> None:
    said = short([spoken(tmp_path, "a", 1.0)], 2.0, 3)
    assert len(said) == 3


# --- joined clips ---


@pytest.fixture
def some(tmp_path: Path) -> list[Recording]:
    return [
        spoken(tmp_path, name, *seconds)
        for name, seconds in {"a": [2.0], "b": [1.0, 1.0], "c": [3.5]}.items()
    ]


def test_longer_ones_begin_like_shorter_ones(some: list[Recording]) -> None:
    said = joined(some, (13.0, 30.0), 2)
    for short_one, long_one in zip(said[13.0], said[30.0], strict=True):
        end = round(short_one.last_word_ends * SAMPLE_RATE)
        assert np.array_equal(short_one.sound[:end], long_one.sound[:end])
        assert long_one.reference.startswith(short_one.reference)
        assert long_one.recording == short_one.recording
    assert not np.array_equal(said[13.0][0].sound, said[13.0][1].sound)


def test_joined_ones_are_whole_clips_of_about_that_length(some: list[Recording]) -> None:
    for length, said in joined(some, (13.0, 30.0), 2).items():
        for one in said:
            assert one.last_word_ends == pytest.approx(length, rel=0.15)
            end = round(one.last_word_ends * SAMPLE_RATE)
            heard = hear(one.sound)
            last = max(index for index, value in enumerate(heard) if value)
            assert (last + 1) * WINDOW_SAMPLES == pytest.approx(end, abs=WINDOW_SAMPLES)
            assert one.reference.count("words of") >= 3


def test_pauses_are_those_of_people(some: list[Recording]) -> None:
    (one,) = joined(some, (30.0,), 1)[30.0]
    begin, end = round(one.speech_begins * SAMPLE_RATE), round(one.last_word_ends * SAMPLE_RATE)
    loud = "".join("x" if value else " " for value in hear(one.sound[begin:end]))
    pauses = [len(pause) * WINDOW_SAMPLES / SAMPLE_RATE for pause in loud.strip().split("x") if pause]
    assert len(pauses) > 5
    # Windows that are loud in part count as loud.
    assert min(pauses) >= 0.25 - 2 * WINDOW_SAMPLES / SAMPLE_RATE
    assert max(pauses) <= 1.2


def test_the_same_set_gives_the_same_dictations(some: list[Recording]) -> None:
    first, again = (joined(some, (13.0,), 1)[13.0][0] for _ in range(2))
    assert np.array_equal(first.sound, again.sound)


def test_no_lengths_no_dictations(some: list[Recording]) -> None:
    assert joined(some, (), 3) == {}


# --- figures ---


def outcome(after: float, wait: float) -> Outcome:
    said = Dictation("d", np.zeros(0, np.float32), 0.5, 10.0, "reference", "r")
    return Outcome(said, after, Transcript((), "en", 1.0, "base", 10.0), wait, 0.1, 0.8, True, 5.0)


def test_median_and_95th_percentile() -> None:
    found = spread([float(one) for one in range(1, 22)])
    assert (found.median, found.p95) == (11.0, 20.0)
    assert (spread([0.4]).median, spread([0.4]).p95) == (0.4, 0.4)


def test_cores_are_over_the_time_from_the_first_sound_to_the_text() -> None:
    one = outcome(0.3, 0.2)
    assert one.cores == pytest.approx(5.0 / 10.5)
    assert one.seconds == pytest.approx(10.4)


def test_a_release_waits_for_the_call_under_way() -> None:
    calls = [
        Call(1.0, 1.5, 2.0, True, b"a"),
        Call(2.0, 2.4, 2.0, False, b"a"),
        Call(3.0, 3.3, 2.0, False, b"a"),
        Call(4.0, 4.5, 1.0, False, b"b"),
    ]
    during, between = with_calls(outcome(0.3, 0.2), calls, 3.1), with_calls(outcome(0.0, 0.1), calls, 2.5)
    assert during.running == pytest.approx(0.2)
    assert between.running is None
    assert during.decoded_again == 1
    found = load([during, between])
    assert (found.releases, found.releases_in_call, found.decoded_again) == (2, 1, 2)
    assert found.longest_call == pytest.approx(0.5)
    assert found.drafts_per_minute == pytest.approx(60 * 2 / (10.4 + 10.1))


def test_real_and_simulated_agree_within_a_fifth_or_30_ms() -> None:
    assert Agreement(5.0, (0.13,), (0.10,), ()).agrees
    assert not Agreement(5.0, (0.14,), (0.10,), ()).agrees
    assert Agreement(5.0, (1.19,), (1.0,), ()).agrees
    assert not Agreement(5.0, (0.79,), (1.0,), ()).agrees


def test_an_interval_over_groups_adds_up_what_belongs_together() -> None:
    errors = Errors((Score(1, 10), Score(3, 10)), (Score(0, 10), Score(2, 10)), "prompted", ("r", "r"))
    assert errors.wer == 20.0
    assert errors.plain_wer == 10.0
    assert errors.interval_of_groups == (10.0, 10.0)


def figures() -> Figures:
    outcomes = tuple(outcome(after, wait) for after, wait in ((0.0, 0.3), (0.3, 0.1), (1.0, 0.1)))
    errors = Errors((Score(1, 10),), (Score(2, 10),), "prompted", ("r",))
    return Figures(
        lengths=[Length(13.0, outcomes, PlainTimes((1.2, 1.4), (0.8, 0.8))), Length(30.0, outcomes)],
        joined=errors,
        single={"average": errors},
        noise=(outcome(0.0, 0.1),),
        real_time=[Agreement(13.0, (0.1,), (0.1,), (0.5,))],
    )


def test_the_names_under_which_results_are_compared() -> None:
    found = figures().as_table()
    lengths = found["lengths"]
    assert isinstance(lengths, dict)
    assert lengths["13"] == {"median_s": 0.1, "p95_s": 0.28, "plain_beam5_s": 1.3, "plain_beam1_s": 0.8}
    assert found["wer"] == {"joined": 10.0, "single": 10.0}
    assert found["plain_wer"] == {"joined": 20.0, "single": 20.0}
    assert found["noise"] == {"clips": 1, "written": 0}
    assert found["first_words_s"] == {"median": 0.8, "p95": 0.8}
    assert set(found) - {"cores"} == {
        "lengths",
        "wer",
        "plain_wer",
        "noise",
        "first_words_s",
        "more",
    }


def test_the_table_says_which_limit_is_missed() -> None:
    found = figures()
    assert "MISSED" not in table(found)
    found.lengths.append(Length(60.0, (outcome(0.0, 0.2), outcome(0.3, 0.2), outcome(1.0, 0.2))))
    assert [line.split()[0] for line in table(found).splitlines() if "MISSED" in line] == ["60"]


def test_a_run_without_parts_can_be_told() -> None:
    assert "0 decodes" in table(Figures())


def test_the_picture_shows_all_lines() -> None:
    drawn = picture(figures())
    for name in (
        "Sayso, median: 0.10 s",
        "plain, beam 5: 1.30 s",
        "limit, median 0.15 s",
        "Sayso, 95th percentile: 0.28 s",
    ):
        assert name in drawn
