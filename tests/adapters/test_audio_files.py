from __future__ import annotations

import os
import sys
import wave
from collections.abc import Callable
from pathlib import Path

import av
import numpy as np
import pytest

from app.adapters.audio_files import AudioFiles
from app.domain.audio import SAMPLE_RATE, Samples
from app.domain.problems import AudioCutShort, AudioDamaged, AudioMissing, AudioUnreadable, Problem

DATA = Path(__file__).parents[1] / "data"
WriteWav = Callable[..., Path]


def tone(seconds: float = 2.0, hertz: float = 440.0, amplitude: float = 0.5) -> Samples:
    time = np.arange(round(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    return (amplitude * np.sin(2 * np.pi * hertz * time)).astype(np.float32)


def wav_of(path: Path, channels: list[Samples], rate: int = SAMPLE_RATE, width: int = 2) -> Path:
    """A WAV file of several channels, 16 or 8 bit."""
    frames = np.stack(channels, axis=1)
    pcm = (frames * 32767).astype("<i2") if width == 2 else (frames * 127 + 128).astype("u1")
    with path.open("wb") as file, wave.open(file, "wb") as out:
        out.setnchannels(len(channels))
        out.setsampwidth(width)
        out.setframerate(rate)
        out.writeframes(pcm.tobytes())
    return path


def encode(path: Path, codec: str, samples: Samples, *, rate: int = SAMPLE_RATE) -> Path:
    """`samples` in the container that the file's name asks for."""
    with av.open(str(path), "w") as out:
        stream = out.add_stream(codec, rate=rate, layout="mono")
        assert isinstance(stream, av.AudioStream)
        resampler = av.AudioResampler(stream.format.name, "mono", rate, stream.frame_size or None)
        frame = av.AudioFrame.from_ndarray(samples[np.newaxis, :], format="flt", layout="mono")
        frame.sample_rate = SAMPLE_RATE
        for part in (*resampler.resample(frame), *resampler.resample(None), None):
            out.mux(stream.encode(part))
    return path


def rms(samples: Samples) -> float:
    return float(np.sqrt(np.mean(np.square(samples))))


def test_sound_comes_as_float32_mono_16_khz(write_wav: WriteWav) -> None:
    samples = AudioFiles().read(write_wav(tone()))
    assert samples.dtype == np.float32
    assert samples.shape == (2 * SAMPLE_RATE,)
    assert np.abs(samples - tone()).max() < 1e-3


@pytest.mark.parametrize(
    ("name", "codec", "rate"),
    [
        ("a.flac", "flac", 44_100),
        ("a.mp3", "libmp3lame", 44_100),
        ("a.ogg", "libopus", 48_000),
        ("a.m4a", "aac", 44_100),
    ],
)
def test_containers_and_rates_are_read(tmp_path: Path, name: str, codec: str, rate: int) -> None:
    samples = AudioFiles().read(encode(tmp_path / name, codec, tone(), rate=rate))
    assert len(samples) / SAMPLE_RATE == pytest.approx(2.0, abs=0.15)
    assert rms(samples[8000:24000]) == pytest.approx(rms(tone()), rel=0.1)


@pytest.mark.parametrize("width", [1, 2])
@pytest.mark.parametrize("rate", [8_000, 11_025, 48_000])
def test_odd_widths_and_rates_keep_their_length(tmp_path: Path, width: int, rate: int) -> None:
    samples = AudioFiles().read(wav_of(tmp_path / "a.wav", [tone()], rate, width))
    assert len(samples) / SAMPLE_RATE == pytest.approx(2.0 * SAMPLE_RATE / rate, abs=0.01)


def test_two_channels_are_averaged(tmp_path: Path) -> None:
    silent = np.zeros_like(tone())
    samples = AudioFiles().read(wav_of(tmp_path / "a.wav", [tone(), silent]))
    assert rms(samples) == pytest.approx(rms(tone()) / 2, rel=0.02)


@pytest.mark.parametrize("channels", [3, 5, 6, 7, 10, 24])
def test_odd_channel_layouts_neither_crash_nor_clip(tmp_path: Path, channels: int) -> None:
    samples = AudioFiles().read(wav_of(tmp_path / "a.wav", [tone(amplitude=0.9)] * channels))
    assert len(samples) == 2 * SAMPLE_RATE
    assert 0.3 < np.abs(samples).max() <= 1.0


@pytest.mark.parametrize("name", ["a.flac", "a.m4a"])
def test_a_file_that_is_cut_short_gives_what_there_is_and_says_so(tmp_path: Path, name: str) -> None:
    path = encode(tmp_path / name, "flac" if name == "a.flac" else "aac", spoken())
    if name == "a.m4a":
        damage(path, 0.4)
    else:
        os.truncate(path, path.stat().st_size * 6 // 10)
    problems: list[Problem] = []
    samples = AudioFiles().read(path, problems.append)
    # Where a stretch in the middle is damaged there is silence, and what follows keeps its time.
    assert 0 < np.count_nonzero(samples) < len(spoken())
    assert len(samples) <= len(spoken()) + 0.1 * SAMPLE_RATE
    assert [type(one) for one in problems] == [AudioCutShort if name == "a.flac" else AudioDamaged]
    assert str(path) in problems[0].sentence


def damage(path: Path, at: float) -> None:
    """Overwrite a third of the file's sound with noise."""
    data = bytearray(path.read_bytes())
    begin = int(len(data) * at)
    data[begin : begin + len(data) // 3] = os.urandom(len(data) // 3)
    path.write_bytes(data)


def spoken() -> Samples:
    return AudioFiles().read(DATA / "medium.flac")


def test_a_wav_file_shorter_than_its_header_says_is_cut_short(write_wav: WriteWav) -> None:
    path = write_wav(tone())
    os.truncate(path, path.stat().st_size // 2)
    problems: list[Problem] = []
    assert len(AudioFiles().read(path, problems.append)) == pytest.approx(SAMPLE_RATE, abs=40)
    assert [type(one) for one in problems] == [AudioCutShort]


def test_a_wav_file_of_unknown_length_is_whole(write_wav: WriteWav) -> None:
    path = write_wav(tone())
    data = bytearray(path.read_bytes())
    data[4:8] = data[40:44] = b"\xff\xff\xff\xff"
    path.write_bytes(data)
    problems: list[Problem] = []
    assert len(AudioFiles().read(path, problems.append)) == 2 * SAMPLE_RATE
    assert problems == []


def test_a_file_without_samples_is_empty_not_broken(write_wav: WriteWav) -> None:
    assert len(AudioFiles().read(write_wav(np.zeros(0, np.float32)))) == 0


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.wav", b"", "it is empty"),
        ("text.mp3", b"This is a letter, not a song.\n" * 20, "it is not a sound file"),
        ("bytes.m4a", bytes(range(256)) * 40, "it is not a sound file"),
        ("playlist.mp3", b"#EXTM3U\n#EXTINF:1,\n/etc/passwd\n", "it is not a sound file"),
    ],
)
def test_what_is_no_sound_is_told_with_its_reason(
    tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(AudioUnreadable) as caught:
        AudioFiles().read(path)
    assert caught.value.sentence == f"{path} cannot be read: {reason}."
    assert name not in caught.value.detail


def test_a_video_without_sound_says_so(tmp_path: Path) -> None:
    path = tmp_path / "silent.mp4"
    with av.open(str(path), "w") as out:
        stream = out.add_stream("mpeg4", rate=5)
        stream.width, stream.height, stream.pix_fmt = 32, 32, "yuv420p"
        frame = av.VideoFrame.from_ndarray(np.zeros((32, 32, 3), np.uint8), format="rgb24")
        for part in (frame, None):
            out.mux(stream.encode(part))
    with pytest.raises(AudioUnreadable, match="it holds no sound"):
        AudioFiles().read(path)


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    with pytest.raises(AudioMissing):
        AudioFiles().read(tmp_path / "none.wav")
    with pytest.raises(AudioMissing):
        AudioFiles().read(Path("with\0null.wav"))
    with pytest.raises(AudioMissing):
        AudioFiles().read(tmp_path / ("long" * 100 + ".wav"))
    with pytest.raises(AudioUnreadable, match="it is a folder") as caught:
        AudioFiles().read(tmp_path)
    assert caught.value.remedy == "Choose a file in it."


def test_links_that_lead_in_a_circle_are_told_as_such(tmp_path: Path) -> None:
    one, other = tmp_path / "one.wav", tmp_path / "other.wav"
    try:
        one.symlink_to(other)
        other.symlink_to(one)
    except OSError:
        pytest.skip("this user may make no links")
    with pytest.raises(AudioUnreadable, match="it is a link that leads back to itself") as caught:
        AudioFiles().read(one)
    assert caught.value.remedy == "Choose the file itself."


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes in folders")
def test_pipes_and_devices_are_refused_at_once(tmp_path: Path) -> None:
    if sys.platform != "win32":  # said again for the type checker
        os.mkfifo(tmp_path / "pipe.wav")
    for path in (tmp_path / "pipe.wav", Path("/dev/zero")):
        with pytest.raises(AudioUnreadable, match="a device or a pipe") as caught:
            AudioFiles().read(path)
        assert caught.value.remedy == "Record its sound to a file, and choose that."


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="the administrator may read every file"
)
def test_a_file_that_may_not_be_read_says_so(write_wav: WriteWav) -> None:
    path = write_wav(tone())
    path.chmod(0)
    with pytest.raises(AudioUnreadable, match="your user may not read it"):
        AudioFiles().read(path)
