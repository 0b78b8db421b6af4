"""Reads sound out of any file that FFmpeg knows, and tells a broken one from a silent one.

Rules:
- The file is opened here and handed over as a stream, so FFmpeg never sees a name and cannot follow one
  into other files or the network (playlists do that).
- FFmpeg makes mono 16 kHz 16-bit sound of each frame; with integer output its mixing matrix is normalised,
  so two channels are averaged and nothing clips. The result is read from the plane's own bytes, never by
  `to_ndarray`, which can crash on odd channel layouts.
- Damaged packets are skipped. When sound is missing for it, `AudioCutShort` is told and what there is given.

Fails with `AudioMissing` or `AudioUnreadable`, each naming the file and one reason. Nothing here can notice
a loss in MP3, Ogg or ADTS files that were cut between two packets: they do not say how long they should be.
"""

from __future__ import annotations

import io
import logging
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

import numpy as np

from app.domain.audio import SAMPLE_RATE, Samples
from app.domain.problems import AudioCutShort, AudioMissing, AudioUnreadable, Problem

if TYPE_CHECKING:
    import av.audio
    import av.container

logger = logging.getLogger(__name__)

LONGEST_HOURS: Final = 12
"""Longer files are refused: as one array they would take more than 2.7 GB."""
MISSING_SECONDS: Final = 0.25
"""Sound that is missing at the end before a file counts as cut short; encoders pad by up to 0.1 s."""
GUESSED_LENGTH: Final = frozenset({"mp3", "aac", "ac3", "eac3"})
"""FFmpeg's formats whose length is a guess from the bit rate, so that nothing follows from it."""
UNKNOWN_RIFF_SIZES: Final = frozenset({0, 0xFFFFFFFF, 0x7FFFFFFF, 0x80000000})
"""What programs that stream a WAV file write in place of a size they do not know yet."""
PCM16_SCALE: Final = np.float32(1.0 / 32768.0)


class AudioFiles:
    """Reads sound files with PyAV."""

    def read(self, path: Path, on_problem: Callable[[Problem], None] | None = None) -> Samples:
        """The whole first sound track of `path` as float32 mono 16 kHz (samples,).

        A file that is cut short gives what there is and tells `on_problem` AudioCutShort; one that is
        whole but holds no samples gives an empty array.
        Raises AudioMissing or AudioUnreadable.
        """
        _check(path)
        try:
            with path.open("rb") as file:
                pcm, loss = _decode(file, path)
        except PermissionError as error:
            raise AudioUnreadable(str(path), "your user may not read it", detail=str(error)) from error
        except OSError as error:
            raise AudioUnreadable(str(path), "the disk does not give it", detail=str(error)) from error
        except MemoryError as error:
            raise AudioUnreadable(str(path), "it is too long for this computer's memory") from error
        samples = np.frombuffer(pcm, dtype="<i2").astype(np.float32)
        samples *= PCM16_SCALE
        if loss is not None:
            logger.info("an audio file is damaged after %.2f s", loss)
            if on_problem is not None:
                on_problem(AudioCutShort(str(path), loss))
        return samples


def _check(path: Path) -> None:
    """Refuse what is no regular file: opening a pipe or a device could wait for ever."""
    try:
        state = path.stat()
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise AudioMissing(str(path)) from error
    except OSError as error:
        raise AudioUnreadable(str(path), "your user may not read it", detail=str(error)) from error
    if stat.S_ISDIR(state.st_mode):
        raise AudioUnreadable(str(path), "it is a folder")
    if not stat.S_ISREG(state.st_mode):
        raise AudioUnreadable(str(path), "it is not a file but a device or a pipe")
    if state.st_size == 0:
        raise AudioUnreadable(str(path), "it is empty")


def _decode(file: BinaryIO, path: Path) -> tuple[bytes, float | None]:
    """16-bit mono 16 kHz sound, and the second after which it is damaged, if it is."""
    # PyAV takes a fifth of a second to import, and the window does without it.
    import av
    import av.error

    is_short = _riff_is_short(file)
    try:
        with av.open(file, mode="r", metadata_errors="ignore") as container:
            if not container.streams.audio:
                raise AudioUnreadable(str(path), "it holds no sound")
            track = _Track(container)
            pcm = io.BytesIO()
            for block in track.blocks():
                pcm.write(block)
                if pcm.tell() > LONGEST_HOURS * 3600 * SAMPLE_RATE * 2:
                    raise AudioUnreadable(str(path), f"it is longer than {LONGEST_HOURS} hours")
            if track.first_error is not None and track.seconds == 0.0:
                raise AudioUnreadable(str(path), "its sound is damaged", detail=track.error)
            return pcm.getvalue(), track.loss(is_short)
    except (av.error.FFmpegError, ValueError, IndexError, EOFError) as error:
        # PyAV also raises plain ValueError and IndexError for files it makes nothing of.
        raise AudioUnreadable(str(path), "it is not a sound file", detail=_kind(error)) from error


class _Track:
    """The first sound track of an open container, decoded packet by packet."""

    def __init__(self, container: av.container.InputContainer) -> None:
        self._container = container
        self._stream = container.streams.audio[0]
        self.seconds = 0.0
        self.first_error: float | None = None
        self.error = ""
        self._lost = 0.0

    def blocks(self) -> Iterator[memoryview]:
        """Mono 16 kHz 16-bit sound, little-endian."""
        import av

        resampler: av.AudioResampler | None = None
        shape: tuple[str, str, int] | None = None
        for frame in self._frames():
            if shape != (shape := (frame.format.name, frame.layout.name, frame.sample_rate)):
                # A stream may change its shape on the way (chained Ogg, HE-AAC): a resampler takes one.
                yield from _flushed(resampler)
                resampler = av.AudioResampler(format="s16", layout="mono", rate=SAMPLE_RATE)
            frame.pts = None  # times with gaps would make the resampler refuse the frame
            self.seconds += frame.samples / frame.sample_rate
            if resampler is not None:
                yield from map(_bytes, resampler.resample(frame))
        yield from _flushed(resampler)

    def _frames(self) -> Iterator[av.audio.AudioFrame]:
        import av.error

        packets = self._container.demux(self._stream)
        while True:
            packet = None
            try:
                packet = next(packets, None)
                if packet is None:
                    return
                yield from packet.decode()
            except av.error.InvalidDataError as error:
                self._note(error)
                if packet is None:
                    return
                # Rubbish in front of the first sound is usual in MP3 files and costs nothing.
                if self.seconds and packet.duration and packet.time_base:
                    self._lost += float(packet.duration * packet.time_base)
            except av.error.FFmpegError as error:
                self._note(error)
                return

    def _note(self, error: Exception) -> None:
        if self.first_error is None:
            self.first_error, self.error = self.seconds, _kind(error)

    def loss(self, is_short: bool) -> float | None:
        """The second after which sound is missing; None when nothing that matters is."""
        declared = self._declared()
        missing = self._lost if declared is None else declared - self.seconds
        if missing > MISSING_SECONDS:
            return self.seconds if self.first_error is None else self.first_error
        return self.seconds if is_short else None

    def _declared(self) -> float | None:
        """How long the track says it is, in seconds, where it knows."""
        if set(self._container.format.name.split(",")) & GUESSED_LENGTH:
            return None
        duration, base = self._stream.duration, self._stream.time_base
        return float(duration * base) if duration and base else None


def _flushed(resampler: av.AudioResampler | None) -> Iterator[memoryview]:
    if resampler is not None:
        yield from map(_bytes, resampler.resample(None))


def _bytes(frame: av.audio.AudioFrame) -> memoryview:
    """The samples of a mono 16-bit frame; its plane may be longer than they are."""
    return memoryview(frame.planes[0])[: frame.samples * 2]


def _riff_is_short(file: BinaryIO) -> bool:
    """Whether a WAV file is shorter than its own header says; FFmpeg passes over that in silence."""
    head = file.read(12)
    end = file.seek(0, io.SEEK_END)
    file.seek(0)
    if head[:4] != b"RIFF" or head[8:] != b"WAVE":
        return False
    size = int.from_bytes(head[4:8], "little")
    return size not in UNKNOWN_RIFF_SIZES and size + 8 > end + 1


def _kind(error: Exception) -> str:
    """An error for the log, without the file's name."""
    return f"{type(error).__name__} {getattr(error, 'errno', '')}".strip()
