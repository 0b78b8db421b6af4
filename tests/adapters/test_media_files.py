from __future__ import annotations

import hashlib
import os
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from app.adapters.media_files import MediaFiles
from app.adapters.media_length import measured
from app.domain.audio import SAMPLE_RATE, Samples
from app.domain.media import ANY_SOUND, Channels, MediaFacts, SoundChoice, SoundTrack
from app.domain.problems import AudioMissing, AudioUnreadable, TaskStopped
from tests.adapters.media_reading import LEFT, RIGHT, heard, heard_here, likeness, read_all, shift
from tests.media_maker import Track, mono, noise, rewrap, stereo, write_everything, write_media

# --- what a file says of itself ---


def test_tracks_are_told_with_their_languages_and_titles(tmp_path: Path) -> None:
    tracks = [
        Track(mono(LEFT), "flac", metadata={"language": "eng", "title": "Original"}),
        Track(stereo(LEFT, RIGHT), "libopus", 48_000, metadata={"language": "deu"}, is_default=True),
    ]
    facts = MediaFiles().look(write_media(tmp_path / "film.mkv", tracks, picture=True))
    assert facts.has_picture
    assert facts.seconds == pytest.approx(4.0, abs=0.1)
    first, second = facts.tracks
    assert (first.place, first.codec, first.channels, first.rate) == (0, "flac", 1, SAMPLE_RATE)
    assert (first.language, first.title) == ("eng", "Original")
    assert (second.place, second.codec, second.channels, second.rate) == (1, "opus", 2, 48_000)
    assert (second.language, second.title, second.is_default) == ("deu", "", True)
    assert second.seconds == pytest.approx(4.0, abs=0.1)


def test_a_cover_is_no_picture_and_a_guessed_length_no_length(tmp_path: Path) -> None:
    with closing(MediaFiles().open(write_media(tmp_path / "a.aac", [Track(mono(LEFT))]))) as sound:
        facts = sound.facts
    assert facts.seconds is None
    assert facts.tracks[0].seconds is None
    assert not facts.has_picture


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("live.webm", {"live": "1"}),
        ("live.mkv", {"live": "1"}),
        ("a.aac", {}),
        ("b.mp3", {"write_xing": "0"}),
    ],
)
def test_a_look_measures_the_length_that_a_file_does_not_say(
    tmp_path: Path, name: str, options: dict[str, str]
) -> None:
    codec, rate = ("libopus", 48_000) if name.startswith("live") else ("", 0)
    path = write_media(tmp_path / name, [Track(mono(LEFT), codec, rate)], options=options)
    with closing(MediaFiles().open(path)) as sound:
        assert sound.facts.seconds is None
    facts = MediaFiles().look(path)
    assert facts.seconds == pytest.approx(4.0, abs=0.15)  # encoders pad
    assert facts.tracks[0].seconds == facts.seconds


def test_each_track_of_a_live_recording_has_its_own_length(tmp_path: Path) -> None:
    tracks = [Track(mono(one), "libopus", 48_000, delay=delay) for one, delay in ((LEFT, 0.0), (RIGHT, 2.0))]
    path = write_media(tmp_path / "two.mkv", tracks, picture=True, options={"live": "1"})
    facts = MediaFiles().look(path)
    assert [one.seconds for one in facts.tracks] == [pytest.approx(4.0, abs=0.1), pytest.approx(6.0, abs=0.1)]
    assert facts.seconds == facts.tracks[1].seconds


def test_a_length_that_takes_too_long_to_measure_stays_unknown() -> None:
    said = MediaFacts("matroska,webm", None, (SoundTrack(0, "opus", 1, 48_000),))
    clock = iter(range(100))
    read = iter([(0, float(second), 1.0) for second in range(100)])
    assert measured(said, read, lambda: float(next(clock))) == said
    assert next(read)[1] < 10.0  # and was given up soon


def test_times_that_begin_anew_go_on_where_they_were_and_known_lengths_are_not_measured() -> None:
    said = MediaFacts("matroska,webm", None, (SoundTrack(0, "opus", 1, 48_000),))
    pieces = [(0, 0.0, 1.0), (0, 1.0, 1.0), (0, 0.0, 1.0), (0, 1.0, 1.0), (0, 1.1, 0.5)]
    assert measured(said, pieces).seconds == 4.0
    assert measured(said, []) == said
    known = replace(said, seconds=3.0)
    assert measured(known, pieces) is known


def test_mpeg_audio_that_counts_its_frames_says_its_length(tmp_path: Path) -> None:
    path = write_media(tmp_path / "a.mp3", [Track(mono(LEFT))])
    assert MediaFiles().look(path).seconds == pytest.approx(4.0, abs=0.01)
    uncounted = write_media(tmp_path / "b.mp3", [Track(mono(LEFT))], options={"write_xing": "0"})
    with closing(MediaFiles().open(uncounted)) as sound:
        assert sound.facts.seconds is None


# --- tracks and channels ---


@pytest.fixture(scope="module")
def two_tracks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("media") / "two.mkv"
    return write_media(path, [Track(mono(LEFT), "flac"), Track(mono(RIGHT), "flac", is_default=True)])


@pytest.mark.parametrize(("track", "original"), [(None, RIGHT), (0, LEFT), (1, RIGHT)])
def test_the_track_that_is_wanted_is_heard(two_tracks: Path, track: int | None, original: Samples) -> None:
    assert likeness(heard(two_tracks, SoundChoice(track)), original) > 0.99


def test_a_track_that_is_not_there_is_told(two_tracks: Path) -> None:
    with pytest.raises(AudioUnreadable, match=r"it has no sound track number 3, but 1, 2\.") as caught:
        MediaFiles().open(two_tracks, SoundChoice(2)).read(1)
    assert caught.value.remedy == "Choose a track that it has."


def test_the_tracks_that_are_there_are_told_with_what_they_are_called(tmp_path: Path) -> None:
    said = [{"language": "eng"}, {"language": "deu", "title": "Kommentar"}, {"title": "Music"}, {}]
    path = write_media(tmp_path / "a.mkv", [Track(mono(LEFT), "flac", metadata=one) for one in said])
    there = r"number 9, but 1 \(eng\), 2 \(deu, Kommentar\), 3 \(Music\), 4\."
    with pytest.raises(AudioUnreadable, match=there):
        MediaFiles().open(path, SoundChoice(8)).read(1)


@pytest.mark.parametrize(
    ("name", "codec"), [("a.wav", "pcm_s16le"), ("a.m4a", "aac"), ("a.mka", "pcm_f32le")]
)
def test_one_channel_of_two_is_heard_alone(tmp_path: Path, name: str, codec: str) -> None:
    path = write_media(tmp_path / name, [Track(stereo(LEFT, RIGHT), codec)])
    first = heard(path, SoundChoice(channels=Channels.FIRST))
    second = heard(path, SoundChoice(channels=Channels.SECOND))
    mixed = heard(path)
    assert likeness(first, LEFT) > 0.95
    assert likeness(first, RIGHT) < 0.1
    assert likeness(second, RIGHT) > 0.95
    length = min(map(len, (first, second, mixed)))
    assert np.abs((first[:length] + second[:length]) / 2 - mixed[:length]).max() < 1e-3


def test_the_second_channel_of_one_is_that_one(tmp_path: Path) -> None:
    path = write_media(tmp_path / "a.wav", [Track(mono(LEFT))])
    assert likeness(heard(path, SoundChoice(channels=Channels.SECOND)), LEFT) > 0.99


def test_who_speaks_in_one_of_six_channels_is_heard(tmp_path: Path) -> None:
    for place in range(6):
        sound = np.zeros((6, len(LEFT)), np.float32)
        sound[place] = LEFT
        path = write_media(tmp_path / f"{place}.wav", [Track(sound, layout="5.1")])
        samples = heard(path)
        assert likeness(samples, LEFT) > 0.99
        assert np.abs(samples).max() == pytest.approx(np.abs(LEFT).max(), rel=0.02)


@pytest.mark.parametrize(
    ("name", "codec", "channels"),
    [("a.mka", "aac", 8), ("b.wv", "wavpack", 8), ("c.wv", "wavpack", 16), ("d.wav", "pcm_s16le", 16)],
)
def test_many_channels_are_read_whether_they_alternate_or_not(
    tmp_path: Path, name: str, codec: str, channels: int
) -> None:
    sound = np.repeat(mono(LEFT), channels, axis=0)
    assert likeness(heard(write_media(tmp_path / name, [Track(sound, codec)])), LEFT) > 0.95


# --- containers and codecs ---


@pytest.mark.parametrize("picture", [False, True], ids=["sound", "video"])
def test_whatever_can_be_written_is_read(tmp_path: Path, picture: bool) -> None:
    """Left out: what says neither its rate nor its codec, and what FFmpeg does not read again itself."""
    pcm = {f"{sign}{bits}{end}" for sign in "su" for bits in (16, 24, 32) for end in ("le", "be")}
    pcm |= {"s8", "u8", "f32le", "f32be", "f64le", "f64be"}
    excused = {"alaw", "mulaw", "sbc", "vidc", "g726", "g726le", "asf_stream", *pcm}
    read, failed = set(), {}
    for kind, path in write_everything(tmp_path, LEFT, picture=picture):
        if kind in excused:
            continue
        try:
            samples = heard_here(path)
        except AudioUnreadable as problem:
            failed[kind] = str(problem)
            continue
        late = abs(shift(samples, LEFT))
        if abs(len(samples) / SAMPLE_RATE - 4.0) > 0.15 or late > 0.08:
            failed[kind] = f"{len(samples) / SAMPLE_RATE:.2f} s, {late:.3f} s late"
        read.add(kind)
    assert not failed
    assert {"matroska", "mp4", "mov", "avi", "webm"} <= read
    if not picture:
        assert {"wav", "flac", "mp3", "aiff", "caf", "pcm_s24le", "alac", "wavpack", "tta", "vorbis"} <= read


# --- time ---


@pytest.mark.parametrize(
    ("name", "codec", "rate"),
    [
        ("a.wav", "pcm_s16le", 16_000),
        ("a.flac", "flac", 44_100),
        ("a.mp3", "libmp3lame", 44_100),
        ("a.aac", "aac", 44_100),
        ("a.m4a", "aac", 44_100),
        ("a.opus", "libopus", 48_000),
        ("a.mkv", "libopus", 48_000),
        ("a.ts", "mp2", 48_000),
        ("a.wma", "wmav2", 44_100),
        ("a.tta", "tta", 16_000),
    ],
)
def test_a_start_is_exact(tmp_path: Path, name: str, codec: str, rate: int) -> None:
    path = write_media(tmp_path / name, [Track(mono(noise(40.0)), codec, rate)])
    whole, rest = heard(path), heard(path, start=31.234)
    expected = whole[round(31.234 * SAMPLE_RATE) :]
    assert abs(len(rest) - len(expected)) <= 0.02 * SAMPLE_RATE
    assert abs(shift(rest, expected)) <= 0.02


def test_a_start_behind_the_end_is_silence_not_damage(tmp_path: Path) -> None:
    sound = MediaFiles().open(write_media(tmp_path / "a.flac", [Track(mono(LEFT))]), start=100.0)
    assert len(read_all(sound)) == 0
    assert sound.loss is None
    assert sound.fingerprint == ""


def test_sound_that_begins_later_than_its_picture_keeps_its_time(tmp_path: Path) -> None:
    path = write_media(tmp_path / "a.mkv", [Track(mono(LEFT), "flac", delay=1.5)], picture=True)
    sound = MediaFiles().open(path)
    samples = read_all(sound)
    assert shift(samples, LEFT) == pytest.approx(1.5, abs=0.01)
    assert not samples[:SAMPLE_RATE].any()
    assert sound.loss is None
    assert shift(heard(path, start=2.0), LEFT[SAMPLE_RATE // 2 :]) == pytest.approx(0.0, abs=0.02)


def test_a_gap_in_the_times_is_silence_as_long(tmp_path: Path) -> None:
    path = write_media(tmp_path / "a.mkv", [Track(mono(LEFT), "flac", gap=2.0, gap_seconds=3.0)])
    sound = MediaFiles().open(path)
    samples = read_all(sound)
    assert len(samples) == pytest.approx(7 * SAMPLE_RATE, abs=0.1 * SAMPLE_RATE)
    assert likeness(samples[: 2 * SAMPLE_RATE], LEFT[: 2 * SAMPLE_RATE]) > 0.99
    assert shift(samples[3 * SAMPLE_RATE :], LEFT[2 * SAMPLE_RATE :]) == pytest.approx(2.0, abs=0.1)
    assert sound.loss is None


# --- fingerprints ---


@pytest.mark.parametrize("wide", [False, True], ids=["16 bit", "24 bit"])
def test_the_same_sound_has_the_same_fingerprint_in_whatever_container(tmp_path: Path, wide: bool) -> None:
    source = write_media(
        tmp_path / "a.wav", [Track(stereo(LEFT, RIGHT), "pcm_s24le" if wide else "pcm_s16le", 44_100)]
    )
    same = {
        "flac": rewrap(source, tmp_path / "b.flac", "flac"),
        "pcm in matroska": rewrap(source, tmp_path / "c.mkv"),
        "alac": rewrap(source, tmp_path / "d.m4a", "alac"),
        "wavpack": rewrap(source, tmp_path / "e.wv", "wavpack"),
        "tta": rewrap(source, tmp_path / "f.tta", "tta"),
        "aiff": rewrap(source, tmp_path / "g.aiff", "pcm_s24be" if wide else "pcm_s16be"),
    }
    prints = {name: fingerprint(path) for name, path in same.items()}
    assert set(prints.values()) == {fingerprint(source)}, prints
    assert len(fingerprint(source)) == 64


def fingerprint(path: Path, choice: SoundChoice = ANY_SOUND) -> str:
    sound = MediaFiles().open(path, choice)
    read_all(sound)
    return sound.fingerprint


def test_other_sound_has_another_fingerprint(tmp_path: Path) -> None:
    one = write_media(tmp_path / "a.wav", [Track(mono(LEFT))])
    longer = write_media(tmp_path / "b.wav", [Track(mono(np.append(LEFT, np.float32(0.0))))])
    swapped = write_media(tmp_path / "c.wav", [Track(stereo(RIGHT, LEFT))])
    straight = write_media(tmp_path / "d.wav", [Track(stereo(LEFT, RIGHT))])
    assert len({fingerprint(path) for path in (one, longer, swapped, straight)}) == 4
    # It is of the track, not of the channel that is heard.
    assert fingerprint(straight, SoundChoice(channels=Channels.SECOND)) == fingerprint(straight)


def test_a_files_hash_is_of_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.bin"
    path.write_bytes(os.urandom(3_000_001))
    assert MediaFiles().file_hash(path) == hashlib.blake2b(path.read_bytes(), digest_size=32).hexdigest()
    with pytest.raises(AudioMissing):
        MediaFiles().file_hash(tmp_path / "none")

    def stop() -> None:
        raise TaskStopped

    with pytest.raises(TaskStopped):
        MediaFiles().file_hash(path, stop)
