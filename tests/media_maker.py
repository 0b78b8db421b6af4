"""Makes media files for tests: whatever container and codec the installed FFmpeg can write, and broken ones.

Sound is given as float32 (channels, samples) of 16 kHz, and brought to the rate and layout that are wanted.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any, Final

import av
import av.container
import av.error
import numpy as np
import numpy.typing as npt
from av.audio.plane import AudioPlane

from app.domain.audio import SAMPLE_RATE, Samples

Sound = npt.NDArray[np.float32]
"""(channels, samples), 16 kHz."""
PICTURE_RATE: Final = 5
ONLY_RATES: Final = {
    "libopencore_amrnb": 8_000,
    "amr_nb": 8_000,
    "aptx": 48_000,
    "aptx_hd": 48_000,
    "dfpwm": 48_000,
}
"""Of encoders that do not say which they take."""
QUICK_PICTURES: Final = ("mpeg4", "mpeg1video", "mjpeg")


@dataclass(frozen=True)
class Track:
    """One sound track. `delay` seconds of nothing are before it; `gap` is the second at which its times leap
    by `gap_seconds`."""

    sound: Sound
    codec: str = ""
    rate: int = 0
    layout: str = ""
    format: str = ""
    metadata: Mapping[str, str] = field(default_factory=dict)
    is_default: bool = False
    delay: float = 0.0
    gap: float | None = None
    gap_seconds: float = 0.0


LAYOUTS: Final = {1: "mono", 2: "stereo", 6: "5.1", 8: "7.1", 16: "hexadecagonal"}


def mono(samples: Samples) -> Sound:
    """`samples` as one channel."""
    return samples[np.newaxis, :]


def stereo(left: Samples, right: Samples) -> Sound:
    """Different sound left and right; the shorter one ends in silence."""
    length = max(len(left), len(right))
    both: Sound = np.stack([np.pad(one, (0, length - len(one))) for one in (left, right)])
    return both


def noise(seconds: float, seed: int = 1, amplitude: float = 0.3) -> Samples:
    """Speech-like noise below 3 kHz that is found again wherever it lies."""
    count = round(seconds * SAMPLE_RATE)
    spectrum = np.fft.rfft(np.random.default_rng(seed).standard_normal(count))
    spectrum[np.fft.rfftfreq(count, 1 / SAMPLE_RATE) > 3000] = 0
    made = np.fft.irfft(spectrum, count)
    loud: Samples = (made / np.abs(made).max() * amplitude).astype(np.float32)
    return loud


def tone(seconds: float, hertz: float = 440.0, amplitude: float = 0.5) -> Samples:
    """A sine."""
    time = np.arange(round(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    made: Samples = (amplitude * np.sin(2 * np.pi * hertz * time)).astype(np.float32)
    return made


def write_media(
    path: Path,
    tracks: Sequence[Track],
    *,
    container: str | None = None,
    picture: bool = False,
    options: Mapping[str, str] | None = None,
) -> Path:
    """A file of `tracks`, in the container that its name asks for. Raises what PyAV raises."""
    seconds = max((track.delay + track.sound.shape[1] / SAMPLE_RATE for track in tracks), default=2.0)
    with av.open(str(path), "w", format=container, options=dict(options or {})) as out:
        parts: list[Iterator[tuple[float, Callable[[], None]]]] = []
        if picture:
            parts.append(_picture(out, seconds))
        parts += [_encoded(out, track) for track in tracks]
        _interleave(parts)
    return path


def _interleave(parts: Sequence[Iterator[tuple[float, Callable[[], None]]]]) -> None:
    """Write what each has to give in the order of its time."""
    waiting = {place: one for place, part in enumerate(parts) if (one := next(part, None))}
    while waiting:
        place = min(waiting, key=lambda key: waiting[key][0])
        waiting[place][1]()
        following = next(parts[place], None)
        if following is None:
            del waiting[place]
        else:
            waiting[place] = following


def _encoded(out: av.container.OutputContainer, track: Track) -> Iterator[tuple[float, Callable[[], None]]]:
    codec = track.codec or out.default_audio_codec
    encoder = av.Codec(codec, "w")
    rates = encoder.audio_rates
    usual = SAMPLE_RATE if not rates or SAMPLE_RATE in rates else max(rates)
    rate = track.rate or ONLY_RATES.get(codec, usual)
    layout = track.layout or LAYOUTS[len(track.sound)]
    stream = out.add_stream(codec, rate=rate, layout=layout)
    assert isinstance(stream, av.AudioStream)
    if track.format:
        stream.codec_context.format = av.AudioFormat(track.format)
    elif encoder.audio_formats:
        stream.codec_context.format = encoder.audio_formats[0]
    stream.codec_context.options = {"strict": "experimental"}
    if codec.startswith("wma"):
        stream.bit_rate = 64_000  # more than its own choice it does not take
    stream.metadata.update(track.metadata)
    if track.is_default:
        stream.disposition = av.stream.Disposition.default
    stream.codec_context.open()
    return _packets(out, stream, track, rate, layout)


def _packets(
    out: av.container.OutputContainer, stream: av.AudioStream, track: Track, rate: int, layout: str
) -> Iterator[tuple[float, Callable[[], None]]]:
    whole = av.AudioFrame(format="fltp", layout=layout, samples=track.sound.shape[1])
    whole.sample_rate = SAMPLE_RATE
    for place, channel in enumerate(track.sound):
        # Not `planes`, which goes astray with eight channels and more.
        AudioPlane(whole, place).update(np.ascontiguousarray(channel).tobytes())
    size = stream.codec_context.frame_size or 1024
    shaper = av.AudioResampler(stream.codec_context.format.name, layout, rate, size)
    done = 0
    for frame in (*shaper.resample(whole), *shaper.resample(None)):
        at = done / rate
        leap = track.gap_seconds if track.gap is not None and at >= track.gap else 0.0
        frame.time_base = Fraction(1, rate)
        frame.pts = done + round((track.delay + leap) * rate)
        done += frame.samples
        yield at + track.delay + leap, lambda frame=frame: out.mux(stream.encode(frame))  # type: ignore[misc]
    yield done / rate + track.delay + track.gap_seconds, lambda: out.mux(stream.encode(None))


def _picture(out: av.container.OutputContainer, seconds: float) -> Iterator[tuple[float, Callable[[], None]]]:
    quick = [name for name in QUICK_PICTURES if name in out.supported_codecs]
    stream = out.add_stream(quick[0] if quick else out.default_video_codec, rate=PICTURE_RATE)
    assert isinstance(stream, av.VideoStream)
    stream.width, stream.height = 176, 144  # which the oldest codecs take, too
    formats = stream.codec_context.codec.video_formats
    if formats:
        stream.pix_fmt = formats[0].name
    stream.codec_context.open()

    def packets() -> Iterator[tuple[float, Callable[[], None]]]:
        for place in range(round(seconds * PICTURE_RATE)):
            image = av.VideoFrame.from_ndarray(
                np.full((144, 176, 3), place % 256, np.uint8), format="rgb24"
            ).reformat(format=stream.pix_fmt)
            image.pts, image.time_base = place, Fraction(1, PICTURE_RATE)
            yield place / PICTURE_RATE, lambda image=image: out.mux(stream.encode(image))  # type: ignore[misc]
        yield seconds, lambda: out.mux(stream.encode(None))

    return packets()


# --- everything that can be written ---

ANY_CODEC: Final = "matroska"
# fmt: off
NO_FILES: Final = frozenset({
    "alsa", "audiotoolbox", "caca", "crc", "dash", "fbdev", "ffmetadata", "fifo", "framecrc",
    "framehash", "framemd5", "hash", "hds", "hls", "image2", "md5", "null", "opengl", "oss", "pulse",
    "rtp", "rtp_mpegts", "rtsp", "sap", "sdl", "sdl,sdl2", "segment", "smoothstreaming",
    "stream_segment", "streamhash", "tee", "ttml", "uncodedframecrc", "webm_chunk",
    "webm_dash_manifest", "xv",
})
# fmt: on
"""What is called a container, but writes folders, sums, or to devices and networks."""


def sound_encoders() -> list[str]:
    """The names of all encoders of sound that are FFmpeg's own or its libraries'."""
    names = []
    for name in sorted(av.codecs_available):
        with suppress(av.error.FFmpegError, ValueError):
            codec = av.Codec(name, "w")
            if codec.type == "audio":
                names.append(name)
    return names


def containers() -> list[tuple[str, str]]:
    """The names of all containers that can be written, and an ending for each."""
    found = []
    for name in sorted(av.formats_available):
        with suppress(ValueError):
            format = av.ContainerFormat(name, "w")
            if format.is_output and name not in NO_FILES:
                found.append((name, min(format.extensions, key=lambda one: (len(one), one), default="bin")))
    return found


def write_everything(folder: Path, samples: Samples, *, picture: bool = False) -> Iterator[tuple[str, Path]]:
    """The same sound in each container with the codec that it has by default, and with each codec in
    Matroska; what the installed FFmpeg refuses to write so is left out. Gives the kind and the file."""
    for name, ending in containers():
        path = folder / f"container {name}.{ending}"
        if _written(path, Track(mono(samples)), name, picture=picture):
            yield name, path
    if picture:
        return
    for codec in sound_encoders():
        path = folder / f"codec {codec}.mka"
        if _written(path, Track(mono(samples), codec), ANY_CODEC):
            yield codec, path


def _written(path: Path, track: Track, container: str, *, picture: bool = False) -> bool:
    for layout in ("mono", "stereo"):
        sound = track.sound if layout == "mono" else np.repeat(track.sound, 2, axis=0)
        try:
            write_media(path, [Track(sound, track.codec)], container=container, picture=picture)
        except (av.error.FFmpegError, ValueError, OSError, TypeError, AttributeError, KeyError):
            path.unlink(missing_ok=True)
            continue
        if path.is_file() and path.stat().st_size:
            return True
    return False


# --- the same sound in other containers ---


def rewrap(source: Path, target: Path, codec: str = "") -> Path:
    """Every sample of `source` in the container that `target` asks for, in a codec that loses nothing; its
    packets themselves where no codec is named."""
    with av.open(str(source)) as old, av.open(str(target), "w") as out:
        stream: Any = old.streams.audio[0]
        if not codec:
            copy = out.add_stream_from_template(stream)
            for packet in old.demux(stream):
                if packet.dts is not None:
                    packet.stream = copy
                    out.mux(packet)
            return target
        layout = LAYOUTS[stream.layout.nb_channels]  # which a WAV file of 16 bits does not name
        made = out.add_stream(codec, rate=stream.rate, layout=layout)
        assert isinstance(made, av.AudioStream)
        wanted = av.Codec(codec, "w").audio_formats or [stream.format]
        names = [one.name for one in wanted]
        same = (stream.format.name, f"{stream.format.name}p", stream.format.name.removesuffix("p"))
        made.codec_context.format = next((one for one in wanted if one.name in same), wanted[0])
        assert set(same) & set(names), f"{codec} would change the samples"
        made.codec_context.open()
        size = made.codec_context.frame_size or 1000
        shaper = av.AudioResampler(made.codec_context.format.name, layout, stream.rate, size)
        frames = (*old.decode(stream), None)
        for frame in frames:
            if frame is not None:
                frame.pts = None
            for part in shaper.resample(frame):
                out.mux(made.encode(part))
        out.mux(made.encode(None))
    return target


# --- broken ones ---


def cut(source: Path, target: Path, share: float) -> Path:
    """The first `share` of a file."""
    data = source.read_bytes()
    target.write_bytes(data[: int(len(data) * share)])
    return target


def flipped(data: bytes, random_: random.Random, share: float = 0.001) -> bytes:
    """`data` with so many of its bits turned round."""
    changed = bytearray(data)
    for _ in range(max(1, int(len(changed) * share))):
        changed[random_.randrange(len(changed))] ^= 1 << random_.randrange(8)
    return bytes(changed)


def spliced(data: bytes, other: bytes, random_: random.Random) -> bytes:
    """The beginning of one file and the end of another."""
    return data[: random_.randrange(len(data) + 1)] + other[random_.randrange(len(other) + 1) :]


def playlists(target: Path) -> dict[str, str]:
    """Texts that lead a player to `target`, by the names that they go under."""
    return {
        "list.m3u8": "#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:10\n#EXTINF:2.0,\n"
        f"file://{target}\n#EXT-X-ENDLIST\n",
        "plain.m3u8": f"#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:2.0,\n{target}\n#EXT-X-ENDLIST\n",
        "list.m3u": f"#EXTM3U\n#EXTINF:2,\n{target}\n",
        "parts.ffconcat": f"ffconcat version 1.0\nfile '{target}'\n",
        "named.mp3": f"ffconcat version 1.0\nfile '{target}'\n",
        "shown.mpd": '<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" '
        'mediaPresentationDuration="PT2S"><Period><AdaptationSet mimeType="audio/mp4"><Representation '
        f'id="1" bandwidth="1"><BaseURL>file://{target}</BaseURL></Representation></AdaptationSet></Period></MPD>',
        "broadcast.sdp": "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\n"
        "m=audio 5004 RTP/AVP 0\n",
    }
