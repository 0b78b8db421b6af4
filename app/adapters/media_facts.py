"""Opens a file that FFmpeg is to read, and tells what it says of itself. Only in the decoder's process.

Rules: FFmpeg gets a stream, and of the file's name its ending alone, by which it knows some formats. Whatever
it wants to open besides is refused, and so is every protocol: playlists, lists of parts and descriptions of
broadcasts lead nowhere. What a file says of itself is cut to a length and to one line.

Raises AudioUnreadable, naming the file and one reason.
"""

from __future__ import annotations

import errno
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Final, NoReturn

import av
import av.audio
import av.container
import av.error
from av.stream import Discard, Disposition, Stream

from app.adapters.media_sizes import counts_frames, has_lost_end
from app.domain.media import MediaFacts, SoundTrack
from app.domain.problems import AudioUnreadable
from app.domain.problems.sound import CONNECT_IT, GET_IT_AGAIN

GUESSED_LENGTH: Final = frozenset(
    {"mp3", "aac", "loas", "ac3", "eac3", "ac4", "dts", "truehd", "mlp", "amr", "amrnb", "amrwb"}
)
"""FFmpeg's formats whose length is a guess from the bit rate, so that nothing follows from it."""
LAST_TIMES: Final = frozenset({"mpegts", "mpeg"})
"""Those whose length is the distance of the last time from the first, which is none where recordings were put
together: nothing is missing because of it."""
BUFFER_BYTES: Final = 256 * 1024
"""What FFmpeg asks for at once; a film has gigabytes between its sounds."""
LONGEST_TEXT: Final = 200
LONGEST_SECONDS: Final = 10 * 365 * 24 * 3600.0
"""What claims to be longer does not know."""

Piece = tuple[int, float, float]
"""A packet of sound: the place of its track, when it begins, and how long it is, in seconds."""


class _Bytes:
    """A file as FFmpeg sees it: no more than its bytes and the ending of its name."""

    def __init__(self, file: BinaryIO, suffix: str) -> None:
        self.name = f"sound{suffix}" if re.fullmatch(r"\.[A-Za-z0-9]{1,8}", suffix) else "sound"
        self.read = file.read
        self.tell = file.tell
        self._file = file

    def seek(self, offset: int, whence: int = 0) -> int:
        """Where it is now. A damaged file may name places that there are not: FFmpeg takes a negative answer,
        and an exception would be told as the disk's."""
        try:
            return self._file.seek(offset, whence)
        except (OSError, ValueError):
            return -errno.EINVAL


class _LeadsElsewhere(Exception):
    """A file wants FFmpeg to open another."""


def _refuse(*_: object) -> NoReturn:
    raise _LeadsElsewhere


@contextmanager
def opened(file: BinaryIO, path: Path) -> Iterator[av.container.InputContainer]:
    """`file` as FFmpeg reads it; it holds sound. Whatever is wrong with it in the meantime is told as
    AudioUnreadable."""
    try:
        file.seek(0)
        with av.open(
            _Bytes(file, path.suffix),
            mode="r",
            metadata_errors="ignore",
            buffer_size=BUFFER_BYTES,
            container_options={"protocol_whitelist": "none"},
            io_open=_refuse,
        ) as container:
            if not container.streams.audio:
                raise AudioUnreadable(str(path), "it holds no sound")
            yield container
    except (MemoryError, av.error.MemoryError) as error:
        raise AudioUnreadable(str(path), "it takes too much memory") from error
    except (av.error.FFmpegError, ValueError, IndexError, EOFError) as error:
        if has_lost_end(file):
            raise AudioUnreadable(str(path), "its end is missing", kind(error), GET_IT_AGAIN) from error
        # PyAV also raises plain ValueError and IndexError for files it makes nothing of.
        raise AudioUnreadable(str(path), "it is not a sound file", detail=kind(error)) from error
    except _LeadsElsewhere as error:
        raise AudioUnreadable(str(path), "it is a list of other files") from error
    except OSError as error:  # of the file itself, not FFmpeg's
        raise AudioUnreadable(str(path), "the disk does not give it", kind(error), CONNECT_IT) from error


def kind(error: Exception) -> str:
    """An error for the log, without the file's name."""
    return f"{type(error).__name__} {getattr(error, 'errno', '')}".strip()


def only(container: av.container.InputContainer, wanted: Stream) -> None:
    """Have the container pass over everything but one track."""
    for stream in container.streams:
        if stream is not wanted:
            with suppress(AttributeError):  # before PyAV 15
                stream.discard = Discard.all


def pieces_of(container: av.container.InputContainer) -> Iterator[Piece]:
    """The packets of all sound tracks as they come, without decoding them; those before damage. The container
    is of no further use then. Raises MemoryError."""
    zero = (container.start_time or 0) / av.time_base
    places = {one.index: place for place, one in enumerate(container.streams.audio)}
    # Once for each track: PyAV makes a fraction for each packet.
    ticks = [float(one.time_base or 0) for one in container.streams.audio]
    try:
        for packet in container.demux(*container.streams.audio):
            if packet.pts is not None:  # as of what ends a stream
                place = places[packet.stream_index]
                yield place, packet.pts * ticks[place] - zero, (packet.duration or 0) * ticks[place]
    except av.error.MemoryError:
        raise
    except av.error.FFmpegError:
        return


# --- what it says of itself ---


class Lengths:
    """What the container says of how long its sound is, as far as it knows."""

    def __init__(self, container: av.container.InputContainer, file: BinaryIO) -> None:
        names = set(container.format.name.split(","))
        self._container = container
        self._is_guess = bool(names & GUESSED_LENGTH)
        self._has_times = not self._is_guess
        self._is_promise = not names & LAST_TIMES
        if "mp3" in names:
            at = file.tell()
            self._is_guess = not counts_frames(file)
            file.seek(at)  # where FFmpeg left it

    @property
    def has_times(self) -> bool:
        """Whether it says when each piece is to be heard; elsewhere FFmpeg counts what it finds."""
        return self._has_times

    def of_track(self, track: Stream) -> float | None:
        """Of a track by itself, in seconds."""
        if self._is_guess:
            return None
        if track.duration and track.time_base:
            return sensible(float(track.duration * track.time_base))
        return _from_clock(track.metadata.get("DURATION", ""))  # so Matroska says it

    def promised(self, track: Stream) -> float | None:
        """How much sound must be in a track that is whole, in seconds."""
        if not self._is_promise:
            return None
        if track.duration:
            return self.of_track(track)
        # Matroska and its like count from the beginning of the film, and a film may be longer than its sound.
        until = self.of_track(track)
        if until is None and not self._container.streams.video:
            until = self.of_all()
        begin = float(track.start_time * track.time_base) if track.start_time and track.time_base else 0.0
        return None if until is None else until - max(0.0, begin)

    def of_all(self) -> float | None:
        """Of the whole file, in seconds."""
        if self._is_guess or not self._container.duration:
            return None
        return sensible(self._container.duration / av.time_base)


def facts_of(container: av.container.InputContainer, lengths: Lengths) -> MediaFacts:
    """The tracks and their names."""
    tracks = tuple(_track(place, one, lengths) for place, one in enumerate(container.streams.audio))
    known = [track.seconds for track in tracks if track.seconds is not None]
    whole = lengths.of_all()
    return MediaFacts(
        container=container.format.name,
        seconds=whole if whole is not None else max(known, default=None),
        tracks=tracks,
        has_picture=any(
            not one.disposition & (Disposition.attached_pic | Disposition.still_image)
            for one in container.streams.video
        ),
    )


def _track(place: int, stream: av.AudioStream, lengths: Lengths) -> SoundTrack:
    # PyAV says otherwise, but there is none where FFmpeg has no decoder.
    codec: av.AudioCodecContext | None = stream.codec_context
    language = _text(stream.metadata.get("language", ""))
    return SoundTrack(
        place=place,
        codec=codec.codec.canonical_name if codec is not None else "",
        channels=codec.layout.nb_channels if codec is not None else 0,
        rate=codec.sample_rate if codec is not None else 0,
        seconds=lengths.of_track(stream),
        language="" if language == "und" else language,
        title=_text(stream.metadata.get("title", "")),
        is_default=bool(stream.disposition & Disposition.default),
    )


def _text(said: str) -> str:
    return " ".join(said.split())[:LONGEST_TEXT]


def sensible(seconds: float) -> float | None:
    """`seconds` as a length; None where nothing is so long."""
    return seconds if 0 < seconds < LONGEST_SECONDS else None


def _from_clock(text: str) -> float | None:
    """Seconds of a text as 01:02:03.456; None of any other."""
    found = re.fullmatch(r"(\d{1,4}):(\d\d):(\d\d(?:\.\d{1,12})?)", text)
    if found is None:
        return None
    hours, minutes, seconds = found.groups()
    return sensible(int(hours) * 3600 + int(minutes) * 60 + float(seconds))
