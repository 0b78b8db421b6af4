"""Decodes the sound of any file that FFmpeg knows, block by block, and tells a broken one from a silent one.

Runs only in a process of its own (`app.commands.decode_sound`): a file may crash or hang FFmpeg.

Rules:
- Samples are read from as many planes as there are channels, never by `to_ndarray` or `planes`, which can
  crash on odd layouts.
- Frames are put together to some 65,000 samples before anything is done with them: what Python does for each
  of them would cost more than decoding.
- Damaged packets are skipped. Where the file's times leave a gap, there is silence as long: what is heard
  keeps its time.
- A seek lands ahead of the wanted second, and what is decoded until then is dropped. Where a container cannot
  seek or has no times, all is decoded from the beginning.

Fails with AudioUnreadable, naming the file and one reason. Nothing here can notice a loss in ADTS files, or
in MP3 files without a count of frames, that were cut between two packets.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

import av
import av.audio
import av.container
import av.error
import numpy as np
from av.audio.plane import AudioPlane

from app.adapters.decoder_messages import SoundEnd
from app.adapters.media_facts import Lengths, facts_of, kind, only, opened, pieces_of
from app.adapters.media_length import measured
from app.adapters.media_sizes import is_cut
from app.adapters.sound_hash import Plane, SoundHash
from app.adapters.sound_mix import KINDS, Mixer, clean, planes_of
from app.domain.audio import SAMPLE_RATE, Samples
from app.domain.media import Channels, MediaFacts, SoundChoice
from app.domain.problems import AudioUnreadable

MISSING_SECONDS: Final = 0.25
"""Sound that is missing at the end before a file counts as cut short; encoders pad by up to 0.1 s."""
GAP_SECONDS: Final = 0.2
"""Shorter gaps between a file's times are no silence: some containers count in coarse steps."""
OFFSET_SECONDS: Final = 0.01
"""As much later than the picture the sound may begin without silence before it."""
LONGEST_GAP: Final = 60.0
"""Longer ones must lie within the length that the file says."""
ALL_GAPS: Final = 12 * 3600.0
"""More silence than this is not put into a file, whatever its times say."""
PREROLL_SECONDS: Final = 0.6
"""How far ahead of the wanted second a seek lands: decoders need some packets to come into their stride."""
CHUNK_SAMPLES: Final = 65_536
"""So many samples of a channel are worked on at once, and at most `CHUNK_VALUES` of all."""
CHUNK_VALUES: Final = 1 << 20
LOSES_COUNT: Final = frozenset({"argo_asf"})
"""Containers whose times are wrong behind a seek."""
RATES: Final = range(1_000, 6_000_001)
"""Hertz; others are damage."""

Shape = tuple[str, int, int]
"""The kind of samples, how many channels, and the rate."""

_NO_SOUND: Final = np.zeros(0, np.float32)


def look(file: BinaryIO, path: Path) -> MediaFacts:
    """What the file says of itself; its length is measured where it does not say it. Raises
    AudioUnreadable."""
    with opened(file, path) as container:
        return measured(facts_of(container, Lengths(container, file)), pieces_of(container))


def decode(
    file: BinaryIO, path: Path, choice: SoundChoice, start: float = 0.0
) -> Iterator[MediaFacts | Samples | SoundEnd]:
    """What the file says of itself, then its sound from second `start` on as float32 mono 16 kHz blocks,
    some of them empty, and its end. Raises AudioUnreadable."""
    is_short = is_cut(file)
    is_told = False
    for seeks in (True, False):
        with opened(file, path) as container:
            lengths = Lengths(container, file)
            facts = facts_of(container, lengths)
            if not is_told:
                yield facts
            is_told = True
            track = _Track(
                container, _chosen(container, facts, choice, path), lengths, choice.channels, start
            )
            try:
                yield from track.blocks(seeks=seeks)
            except _NoSeek:
                continue
            if track.first_error is not None and track.seconds == 0.0:
                raise AudioUnreadable(str(path), "its sound is damaged", detail=track.error)
            yield SoundEnd(track.loss(is_short), track.error, "" if start else track.fingerprint)
            return


def _chosen(
    container: av.container.InputContainer, facts: MediaFacts, choice: SoundChoice, path: Path
) -> av.AudioStream:
    default = next((one.place for one in facts.tracks if one.is_default), 0)
    place = default if choice.track is None else choice.track
    if not 0 <= place < len(facts.tracks):
        raise AudioUnreadable(str(path), f"it has no sound track number {place + 1}")
    if not facts.tracks[place].codec:
        raise AudioUnreadable(str(path), "its sound is protected or of an unknown kind")
    return container.streams.audio[place]


class _NoSeek(Exception):
    """It is to be decoded from its beginning."""


class _Chunk:
    """Frames of one shape that follow each other without a gap."""

    def __init__(self, shape: Shape) -> None:
        self.shape = shape
        self.samples = 0
        self._parts: list[list[bytes]] = []

    @property
    def is_full(self) -> bool:
        return self.samples >= CHUNK_SAMPLES or self.samples * self.shape[1] >= CHUNK_VALUES

    def add(self, frame: av.audio.AudioFrame) -> None:
        self._parts.append(_plane_bytes(frame))
        self.samples += frame.samples

    def planes(self) -> list[Plane]:
        """The channels' samples."""
        kind, channels, _ = self.shape
        return planes_of(self._parts, kind, channels)


class _Track:
    """One sound track of an open container, decoded packet by packet. Times are seconds.

    `seconds` is how much sound there was, gaps that are no damage counted in; `fingerprint` is of all of it.
    """

    def __init__(
        self,
        container: av.container.InputContainer,
        stream: av.AudioStream,
        lengths: Lengths,
        channels: Channels,
        start: float,
    ) -> None:
        self._container = container
        self._stream = stream
        self._declared = lengths.promised(stream)
        self._whole = lengths.of_all()
        self._mixer = Mixer(channels)
        self._start = start
        # A film's sound may begin later than its picture; its time is that of the film.
        self._zero = (container.start_time or 0) / av.time_base
        self._tick = float(stream.time_base or 0)  # once: PyAV makes a fraction for each frame
        self._hash = SoundHash()
        self._at: float | None = None
        self._drop = 0
        self._gaps = 0.0
        self._lost = 0.0
        self._resampler: av.AudioResampler | None = None
        self.seconds = 0.0
        self.first_error: float | None = None
        self.error = ""
        only(container, stream)

    @property
    def fingerprint(self) -> str:
        """To be asked once, at the end."""
        return self._hash.finish()

    def loss(self, is_short: bool) -> float | None:
        """The second after which sound is missing; None when nothing that matters is."""
        missing = self._lost if self._declared is None else self._declared - self.seconds
        at = self._start if self._at is None else max(self._at, self._start)
        if missing > MISSING_SECONDS and not (self._start and self._at is None):
            return at if self.first_error is None else self.first_error
        return at if is_short else None

    def blocks(self, *, seeks: bool) -> Iterator[Samples]:
        """The sound, and an empty block now and then. Raises _NoSeek."""
        if self._start and seeks:
            self._seek()
        for block in self._all(is_sought=bool(self._start and seeks)):
            dropped = min(self._drop, len(block))
            self._drop -= dropped
            yield block[dropped:]

    # --- time ---

    def _seek(self) -> None:
        target = max(0.0, self._start - PREROLL_SECONDS) + self._zero
        if not self._tick or self._container.format.name in LOSES_COUNT:
            raise _NoSeek
        try:
            self._container.seek(int(target / self._tick), stream=self._stream)
        except (av.error.FFmpegError, OverflowError) as error:
            raise _NoSeek from error

    def _time_of(self, frame: av.audio.AudioFrame) -> float | None:
        """When it is to be heard."""
        return None if frame.pts is None or not self._tick else frame.pts * self._tick - self._zero

    def _begin(self, frame: av.audio.AudioFrame, *, is_sought: bool) -> float:
        """Take the time of the first frame; the seconds of silence before it. Raises _NoSeek."""
        time = self._time_of(frame)
        if is_sought:
            if time is None or time > self._start + OFFSET_SECONDS:
                raise _NoSeek
            self._at = time
            self._drop = round((self._start - time) * SAMPLE_RATE)
            offset = (self._stream.start_time or 0) * self._tick - self._zero
            self.seconds = max(0.0, time - max(0.0, offset))
            return 0.0
        self._at = 0.0
        self._drop = round(self._start * SAMPLE_RATE)
        return time if time is not None and time > OFFSET_SECONDS and self._may_fill(time, time) else 0.0

    def _gap_before(self, frame: av.audio.AudioFrame) -> float:
        """The seconds of silence between what was decoded and this frame."""
        assert self._at is not None
        time = self._time_of(frame)
        gap = 0.0 if time is None else time - self._at
        if -1.0 < gap <= GAP_SECONDS:
            return 0.0
        if gap > 0 and self._may_fill(gap, self._at + gap):
            if self.first_error is None:  # behind damage it is what was lost
                self.seconds += gap
            return gap
        # The times have begun anew, as in recordings that were put together.
        self._zero += gap
        return 0.0

    def _may_fill(self, gap: float, until: float) -> bool:
        if self._gaps + gap > ALL_GAPS:
            return False
        length = self._whole or self._declared
        return until <= length + 1.0 if length is not None else gap <= LONGEST_GAP

    # --- sound ---

    def _all(self, *, is_sought: bool) -> Iterator[Samples]:
        chunk: _Chunk | None = None
        for frame, shape in self._frames():
            gap = self._gap_before(frame) if self._at is not None else self._begin(frame, is_sought=is_sought)
            if chunk is not None and (gap or shape != chunk.shape or chunk.is_full):
                yield self._worked(chunk)
                # A stream may change its shape on the way (chained Ogg, HE-AAC): a resampler takes one.
                if gap or shape != chunk.shape:
                    yield self._flushed()
                chunk = None
            if gap:
                yield from self._silence(gap)
            chunk = chunk or _Chunk(shape)
            chunk.add(frame)
            length = frame.samples / shape[2]
            self.seconds += length
            assert self._at is not None
            self._at += length
        if chunk is not None:
            yield self._worked(chunk)
        yield self._flushed()

    def _silence(self, seconds: float) -> Iterator[Samples]:
        assert self._at is not None
        self._at += seconds
        self._gaps += seconds
        left = round(seconds * SAMPLE_RATE)
        while left:
            count = min(left, CHUNK_SAMPLES)
            left -= count
            yield np.zeros(count, np.float32)

    def _worked(self, chunk: _Chunk) -> Samples:
        """Hashed, mixed and brought to 16 kHz."""
        planes = chunk.planes()
        rate = chunk.shape[2]
        if not self._start:
            self._hash.add(planes, rate)
        mono = self._mixer.mix(planes, rate)
        if rate == SAMPLE_RATE:
            return clean(mono)
        if self._resampler is None:
            self._resampler = av.AudioResampler(format="flt", layout="mono", rate=SAMPLE_RATE)
        frame = av.AudioFrame(format="flt", layout="mono", samples=len(mono))
        frame.sample_rate = rate
        frame.planes[0].update(mono.tobytes())
        return _joined(self._resampler.resample(frame))

    def _flushed(self) -> Samples:
        """What the resampler still holds; the next sound gets a new one."""
        if self._resampler is None:
            return _NO_SOUND
        frames = self._resampler.resample(None)
        self._resampler = None
        return _joined(frames)

    def _frames(self) -> Iterator[tuple[av.audio.AudioFrame, Shape]]:
        """The frames that can be heard, and the shape of each."""
        packets = self._container.demux(self._stream)
        while True:
            try:
                packet = next(packets, None)
            except av.error.FFmpegError as error:
                self._note(error)
                return
            if packet is None:
                return
            try:
                for frame in packet.decode():
                    if not isinstance(frame, av.AudioFrame) or not frame.samples:
                        continue
                    if shape := _shape(frame):
                        yield frame, shape
                    else:
                        self._note(ValueError("not a frame of sound"))
            except av.error.MemoryError:
                raise
            except av.error.FFmpegError as error:
                self._note(error)
                # Rubbish in front of the first sound is usual in MP3 files and costs nothing.
                if self.seconds and packet.duration and packet.time_base:
                    self._lost += float(packet.duration * packet.time_base)

    def _note(self, error: Exception) -> None:
        if self.first_error is None:
            self.first_error, self.error = self._at or self._start, kind(error)


def _shape(frame: av.audio.AudioFrame) -> Shape | None:
    """The shape of a frame; None of one that cannot be heard."""
    name, channels, rate = frame.format.name.removesuffix("p"), frame.layout.nb_channels, frame.sample_rate
    return (name, channels, rate) if name in KINDS and channels > 0 and rate in RATES else None


def _plane_bytes(frame: av.audio.AudioFrame) -> list[bytes]:
    """The samples of each plane, which may be longer than they are. Raises ValueError."""
    format, channels = frame.format, frame.layout.nb_channels
    planes = channels if format.is_planar else 1
    count = frame.samples * format.bytes * (1 if format.is_planar else channels)
    # Not `frame.planes`: that counts on behind the last of eight and more channels, into foreign memory.
    data = [bytes(memoryview(AudioPlane(frame, place))[:count]) for place in range(planes)]
    if any(len(one) != count for one in data):
        raise ValueError("a frame is shorter than it says")
    return data


def _joined(frames: list[av.AudioFrame]) -> Samples:
    parts = [np.frombuffer(memoryview(one.planes[0])[: one.samples * 4], np.float32) for one in frames]
    return clean(np.concatenate(parts)) if parts else _NO_SOUND
