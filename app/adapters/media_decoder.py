"""Decodes the sound of any file that FFmpeg knows, block by block, and tells a broken one from a silent one.

Runs only in a process of its own (`app.commands.decode_sound`): a file may crash or hang FFmpeg.

Rules:
- Samples are read from as many planes as there are channels, never by `to_ndarray` or `planes`, which can
  crash on odd layouts.
- Frames are put together to some 65,000 samples before anything is done with them: what Python does for each
  of them would cost more than decoding.
- Damaged packets are skipped. Where the file's times leave a gap, there is silence as long: what is heard
  keeps its time. Which gaps are losses is for `app.adapters.sound_losses` to say.
- A seek lands ahead of the wanted second, and what is decoded until then is dropped. Where a container cannot
  seek or has no times, all is decoded from the beginning.

Fails with AudioUnreadable, naming the file and one reason. Nothing here can notice a loss in ADTS files, or
in MP3 files without a count of frames, that were cut between two packets.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
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
from app.adapters.media_log import MediaLog
from app.adapters.media_sizes import is_cut
from app.adapters.sound_hash import Plane, SoundHash
from app.adapters.sound_losses import SoundLosses
from app.adapters.sound_mix import KINDS, Mixer, clean, planes_of
from app.domain.audio import SAMPLE_RATE, Samples
from app.domain.media import Channels, MediaFacts, SoundChoice, SoundTrack
from app.domain.problems import AudioUnreadable
from app.domain.texts import shown

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
COUNTS_SAMPLES: Final = frozenset({"flac"})
"""Those whose times are numbers of samples, which leave no gap unless something is lost."""
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
            stream = _chosen(container, facts, choice, path)
            with closing(MediaLog(container.format.name)) as log:
                track = _Track(container, stream, lengths, choice.channels, start, log)
                try:
                    yield from track.blocks(seeks=seeks)
                except _NoSeek:
                    continue
            if track.has_failed and track.seconds == 0.0:
                raise AudioUnreadable(str(path), "its sound is damaged", detail=track.error)
            yield track.end(is_short)
            return


def _chosen(
    container: av.container.InputContainer, facts: MediaFacts, choice: SoundChoice, path: Path
) -> av.AudioStream:
    default = next((one.place for one in facts.tracks if one.is_default), 0)
    place = default if choice.track is None else choice.track
    if not 0 <= place < len(facts.tracks):
        there = ", ".join(map(_called, facts.tracks))
        reason = shown(f"it has no sound track number {place + 1}, but {there}")
        raise AudioUnreadable(str(path), reason, remedy="Choose a track that it has.")
    if not facts.tracks[place].codec:
        raise AudioUnreadable(str(path), "its sound is protected or of an unknown kind")
    return container.streams.audio[place]


def _called(track: SoundTrack) -> str:
    """A track as the user chooses it, with what the file says of it: 2 (deu, Commentary)."""
    said = ", ".join(part for part in (track.language, track.title) if part)
    return f"{track.place + 1} ({said})" if said else f"{track.place + 1}"


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

    `seconds` is how much sound there was, gaps that are no damage counted in; `has_failed` whether FFmpeg
    could not read some of it.
    """

    def __init__(
        self,
        container: av.container.InputContainer,
        stream: av.AudioStream,
        lengths: Lengths,
        channels: Channels,
        start: float,
        log: MediaLog,
    ) -> None:
        self._container = container
        self._stream = stream
        self._log = log
        self._declared = lengths.promised(stream)
        self._losses = SoundLosses(
            self._declared,
            has_times=lengths.has_times,
            counts_samples=container.format.name in COUNTS_SAMPLES,
        )
        self._whole = lengths.of_all()
        self._mixer = Mixer(channels)
        self._start = start
        # A film's sound may begin later than its picture; its time is that of the film.
        self._zero = (container.start_time or 0) / av.time_base
        self._tick = float(stream.time_base or 0)  # once: PyAV makes a fraction for each frame
        self._late = max(0.0, (stream.start_time or 0) * self._tick - self._zero)
        self._hash = SoundHash()
        self._at: float | None = None
        self._drop = 0
        self._gaps = 0.0
        self._resampler: av.AudioResampler | None = None
        self.seconds = 0.0
        self.has_failed = False
        self.error = ""
        only(container, stream)

    def end(self, is_short: bool) -> SoundEnd:
        """What there is to say at the end, once; `is_short` where the file is shorter than it says."""
        at = self._start if self._at is None else max(self._at, self._start)
        if self._start and self._at is None:  # the end of the sound is ahead of what is wanted
            return SoundEnd(at if is_short else None, None, self.error)
        ends, damage = self._losses.found(at, self.seconds, is_cut=is_short)
        return SoundEnd(ends, damage, self.error, "" if self._start else self._hash.finish())

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
            self.seconds = max(0.0, time - self._late)
            return 0.0
        self._at = 0.0
        self._drop = round(self._start * SAMPLE_RATE)
        if time is None or time <= OFFSET_SECONDS or not self._may_fill(time, time):
            return 0.0
        # Behind the beginning that the container names, it is a gap like any other; until there nothing is.
        self._pass_over(max(0.0, time - self._late))
        return time

    def _gap_before(self, frame: av.audio.AudioFrame) -> float:
        """The seconds of silence between what was decoded and this frame."""
        assert self._at is not None
        time = self._time_of(frame)
        gap = 0.0 if time is None else time - self._at
        if -1.0 < gap <= GAP_SECONDS:
            return 0.0
        if gap > 0 and self._may_fill(gap, self._at + gap):
            self._pass_over(gap)
            return gap
        # The times have begun anew, as in recordings that were put together.
        self._zero += gap
        return 0.0

    def _pass_over(self, gap: float) -> None:
        """There are so many seconds without sound; those that are no loss count as sound."""
        assert self._at is not None
        if gap <= GAP_SECONDS or not self._losses.gap(self._at, gap):
            self.seconds += gap

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
            assert self._at is not None
            self._losses.sound(self._at)
            if gap:
                yield from self._silence(gap)
            chunk = chunk or _Chunk(shape)
            chunk.add(frame)
            length = frame.samples / shape[2]
            self.seconds += length
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
            for frame in self._frames_of(packet):
                if not isinstance(frame, av.AudioFrame) or not frame.samples:
                    continue
                if shape := _shape(frame):
                    yield frame, shape
                else:
                    self._note(ValueError("not a frame of sound"))

    def _frames_of(self, packet: av.Packet[av.AudioStream]) -> Sequence[object]:
        """What a packet holds; nothing where it is damaged."""
        frames: Sequence[object] = ()
        try:
            frames = packet.decode()
        except av.error.MemoryError:
            raise
        except av.error.FFmpegError as error:
            self._note(error)
            # Rubbish in front of the first sound is usual in MP3 files and costs nothing.
            if self.seconds and packet.duration and packet.time_base:
                self._losses.fail(float(packet.duration * packet.time_base))
        if speaker := self._log.complaint():
            self._losses.complain(self._at or 0.0)
            self.error = self.error or f"{speaker} complains"
        return frames

    def _note(self, error: Exception) -> None:
        self._losses.complain(self._at or 0.0)
        if not self.has_failed:
            self.has_failed, self.error = True, kind(error)


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
