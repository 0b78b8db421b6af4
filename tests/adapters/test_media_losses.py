"""Sound that is missing in the middle of a file, and gaps in files that are whole."""

from __future__ import annotations

import random
from pathlib import Path

import av.logging
import numpy as np
import pytest

from app.adapters.media_files import DecodedSound, MediaFiles
from app.domain.audio import SAMPLE_RATE
from app.domain.problems import AudioCutShort, AudioDamaged
from tests.adapters.media_reading import LEFT, heard_here, likeness, read_all, shift
from tests.media_maker import Track, cut, mono, noise, write_media

LONG = noise(30.0, seed=3)


def hurt(path: Path, at: float, share: float) -> Path:
    """Overwrite a share of the file's bytes."""
    data = bytearray(path.read_bytes())
    begin, length = int(len(data) * at), int(len(data) * share)
    data[begin : begin + length] = random.Random(4).randbytes(length)
    path.write_bytes(data)
    return path


def damage_of(sound: DecodedSound) -> AudioDamaged:
    assert isinstance(sound.loss, AudioDamaged)
    return sound.loss


@pytest.mark.parametrize(
    ("name", "codec", "rate"),
    [
        ("a.webm", "libopus", 48_000),
        ("a.mka", "pcm_s16le", 16_000),
        ("a.opus", "libopus", 48_000),
        ("a.flac", "flac", 16_000),
        ("a.ts", "aac", 16_000),
        ("a.m4a", "aac", 16_000),
    ],
)
def test_what_is_missing_in_the_middle_is_told(tmp_path: Path, name: str, codec: str, rate: int) -> None:
    path = write_media(tmp_path / name, [Track(mono(LONG), codec, rate)])
    assert read_all(whole := MediaFiles().open(path)).size
    assert whole.loss is None
    sound = MediaFiles().open(hurt(path, 0.4, 0.1))
    samples = read_all(sound)
    assert len(samples) == pytest.approx(len(LONG), abs=0.2 * SAMPLE_RATE)
    assert shift(samples[-5 * SAMPLE_RATE :], LONG[-5 * SAMPLE_RATE :]) == pytest.approx(0.0, abs=0.2)
    loss = damage_of(sound)
    assert loss.damage is not None
    assert loss.cut_short is None
    assert loss.damage.at == pytest.approx(12.0, abs=3.0)
    assert 0.5 < loss.damage.seconds < 12.0


@pytest.mark.parametrize(("name", "codec"), [("a.mp3", "libmp3lame"), ("a.aac", "aac")])
def test_damage_in_a_file_without_times_is_told(tmp_path: Path, name: str, codec: str) -> None:
    path = write_media(tmp_path / name, [Track(mono(LONG), codec)])
    sound = MediaFiles().open(hurt(path, 0.4, 0.1))
    read_all(sound)
    loss = damage_of(sound)
    assert loss.damage is not None
    assert loss.cut_short is None
    assert loss.damage.at == pytest.approx(12.0, abs=2.0)
    if name == "a.aac":  # which does not say how long it was
        assert loss.damage.seconds == 0.0
    else:
        assert loss.damage.seconds == pytest.approx(3.0, abs=1.0)


def test_a_few_bytes_may_cost_seconds(tmp_path: Path) -> None:
    path = write_media(tmp_path / "a.webm", [Track(mono(LONG), "libopus", 48_000)])
    data = bytearray(path.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 600] = bytes(600)
    path.write_bytes(data)
    sound = MediaFiles().open(path)
    samples = read_all(sound)
    loss = damage_of(sound)
    assert loss.damage is not None
    begin, end = (round(at * SAMPLE_RATE) for at in (loss.damage.at, loss.damage.at + loss.damage.seconds))
    assert end - begin > SAMPLE_RATE
    assert not samples[begin + 800 : end - 800].any()
    assert likeness(samples[: begin - 800], LONG[: begin - 800]) > 0.9


def test_the_end_may_be_missing_as_well(tmp_path: Path) -> None:
    path = hurt(write_media(tmp_path / "a.mka", [Track(mono(LONG), "pcm_s16le")]), 0.3, 0.1)
    sound = MediaFiles().open(cut(path, tmp_path / "b.mka", 0.8))
    read_all(sound)
    loss = damage_of(sound)
    assert loss.damage is not None
    assert loss.damage.at == pytest.approx(9.0, abs=3.0)
    assert loss.cut_short == pytest.approx(24.0, abs=1.0)


def test_an_end_that_is_missing_is_no_damage_in_the_middle(tmp_path: Path) -> None:
    path = write_media(tmp_path / "a.webm", [Track(mono(LONG), "libopus", 48_000)])
    sound = MediaFiles().open(cut(path, tmp_path / "b.webm", 0.6))
    read_all(sound)
    assert isinstance(sound.loss, AudioCutShort)
    assert sound.loss.cut_short == pytest.approx(18.0, abs=1.5)
    assert sound.loss.damage is None


@pytest.mark.parametrize(
    ("name", "codec", "rate"),
    [
        ("a.webm", "libopus", 48_000),
        ("a.mka", "pcm_s16le", 16_000),
        ("a.opus", "libopus", 48_000),
        ("a.ts", "aac", 16_000),
        ("a.m4a", "aac", 16_000),
    ],
)
def test_a_pause_of_the_recorder_is_no_damage(tmp_path: Path, name: str, codec: str, rate: int) -> None:
    track = Track(mono(LEFT), codec, rate, gap=2.0, gap_seconds=5.0)
    sound = MediaFiles().open(write_media(tmp_path / name, [track]))
    samples = read_all(sound)
    assert sound.loss is None
    assert len(samples) == pytest.approx(9 * SAMPLE_RATE, abs=0.2 * SAMPLE_RATE)


def test_ffmpeg_is_silent_again_afterwards(tmp_path: Path) -> None:
    path = write_media(tmp_path / "a.mka", [Track(mono(LEFT), "pcm_s16le")])
    assert len(heard_here(path))
    assert av.logging.get_level() is None
    assert av.logging.get_skip_repeated()


# --- sound that begins late ---


@pytest.mark.parametrize(("name", "codec"), [("a.mkv", "aac"), ("b.mkv", "flac"), ("c.mp4", "aac")])
def test_sound_that_begins_long_after_the_picture_is_whole(tmp_path: Path, name: str, codec: str) -> None:
    path = write_media(tmp_path / name, [Track(mono(LEFT), codec, delay=8.0)], picture=True)
    sound = MediaFiles().open(path)
    samples = read_all(sound)
    assert sound.loss is None
    assert shift(samples, LEFT) == pytest.approx(8.0, abs=0.1)
    rest = MediaFiles().open(path, start=9.0)
    assert shift(read_all(rest), LEFT[SAMPLE_RATE:]) == pytest.approx(0.0, abs=0.1)
    assert rest.loss is None


def test_late_sound_that_is_cut_is_told(tmp_path: Path) -> None:
    path = write_media(tmp_path / "a.mkv", [Track(mono(LONG), "flac", delay=8.0)], picture=True)
    sound = MediaFiles().open(cut(path, tmp_path / "b.mkv", 0.6))
    samples = read_all(sound)
    assert isinstance(sound.loss, AudioCutShort)
    assert sound.loss.cut_short == pytest.approx(len(samples) / SAMPLE_RATE, abs=0.1)
    assert np.count_nonzero(samples[: 7 * SAMPLE_RATE]) == 0
