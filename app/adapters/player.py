"""The loudspeaker that files are played on, by PortAudio.

The problem: what a device has taken is not yet heard; how far it lags behind differs by system and moment,
and a transcript whose highlighted word runs ahead of the voice is of no use.

The rules:
- The system's default output is opened, at its own rate, and the sound is brought to that rate by a streaming
  resampler on the caller's thread. The callback copies and returns; nothing may escape it.
- At each callback the sound library says when the block's first frame will be heard, and it is noted which
  frames of the sound the block holds. The newest of these times counts, since the first ones, told before the
  device runs, come too early. So the place of what is heard is exact between two callbacks, and stands where
  a block had nothing but silence in it.
- All of PortAudio is called on its own thread with a time limit; closing is left to that thread.
- Where there is a sound server it moves the stream when the default changes. Elsewhere the list of devices is
  renewed before each opening.

Failure mode: Problems, see `open` and `problem`. An opening that fails is tried once more with a fresh list,
since after a restart of the sound server PortAudio knows no device until it is begun anew.
"""

from __future__ import annotations

import logging
import sys
import threading
import time
from collections import deque
from typing import Any, Final

import numpy as np

from app.adapters.portaudio import PortAudio
from app.adapters.resampler import Resampler
from app.domain.audio import SAMPLE_RATE, Samples
from app.domain.problems import (
    MicrophoneStalled,
    NoSpeaker,
    Problem,
    SpeakerLost,
    SpeakerStalled,
)

logger = logging.getLogger(__name__)

LATENCY_SECONDS: Final = 0.1
"""Asked of PortAudio: a busy computer seldom makes it stutter, and after a pause it is silent so soon that a
microphone opened then does not hear it."""

STALL_SECONDS: Final = 2.0
"""Without a callback; then the device takes nothing any more."""

_MAX_LATENCY: Final = 1.0
"""What a driver says beyond this, or below nothing, is not believed."""


class PortAudioSpeaker:
    """Fits the Loudspeaker port.

    Args:
        portaudio: shared with the microphone.
    """

    def __init__(self, portaudio: PortAudio) -> None:
        self._portaudio = portaudio

    def open(self) -> PortAudioSounding:
        """Open the default output. Raises NoSpeaker or SpeakerStalled."""
        if not sys.platform.startswith("linux"):
            self._portaudio.refresh()
        try:
            return self._open()
        except NoSpeaker as problem:
            logger.info("opening the loudspeaker failed, once more with a fresh list: %s", problem.detail)
            self._portaudio.refresh()
            return self._open()

    def _open(self) -> PortAudioSounding:
        try:
            return self._portaudio.call(self._begin, late=PortAudioSounding.close)
        except MicrophoneStalled as problem:
            raise SpeakerStalled(problem.detail) from problem
        except Problem as problem:  # PortAudio's refusals are told as the microphone's, who has most of them
            raise NoSpeaker(problem.detail) from problem

    def _begin(self, library: Any) -> PortAudioSounding:  # noqa: ANN401  sounddevice has no types
        device = _default_output(library)
        sounding = PortAudioSounding(self._portaudio, round(device["default_samplerate"]))
        sounding.begin(library, int(device["index"]), min(2, int(device["max_output_channels"])))
        return sounding


class PortAudioSounding:
    """An open loudspeaker. Fits the port Sounding.

    Args:
        rate: of the device, hertz.
    """

    def __init__(self, portaudio: PortAudio, rate: int) -> None:
        self._portaudio = portaudio
        self._rate = rate
        self._resampler = Resampler(SAMPLE_RATE, rate)
        self._stream: Any = None
        self._latency = LATENCY_SECONDS
        # Frames of the device: given, of those taken by the callback, of those heard.
        self._given = self._taken = 0
        self._heard = 0.0
        self._waiting: deque[Samples] = deque()
        self._at = 0
        self._frames = 0
        """Of the device, silence included."""
        self._anchor = (0.0, 0)
        """When some frame of the device is heard, as last told, and the number of that frame."""
        self._blocks: deque[tuple[int, int, int]] = deque()
        """The device's frame with which some of the sound begins, the sound's own, and how many follow."""
        self._reading = threading.Lock()
        self._is_finished = self._is_hushed = self._is_closed = self._has_ended = False
        self._called = time.monotonic()
        self._defect: Exception | None = None
        self.stutters = 0
        """How often the device had nothing to play because this computer was too busy to give it anything."""

    def begin(self, library: Any, index: int, channels: int) -> None:  # noqa: ANN401  sounddevice has no types
        """On PortAudio's thread: open and start the stream."""
        self._stream = library.OutputStream(
            device=index,
            samplerate=self._rate,
            channels=channels,
            dtype="float32",
            latency=LATENCY_SECONDS,
            callback=self._fill,
            finished_callback=self._ended,
        )
        self._portaudio.opened(self._stream)
        try:
            self._latency = min(float(self._stream.latency), _MAX_LATENCY)
            self._called = time.monotonic()
            self._stream.start()
        except BaseException:  # an interrupt leaves no stream open either
            self.close()
            raise

    def give(self, samples: Samples) -> None:
        """See the port."""
        self._put(self._resampler.convert(samples))

    def finish(self) -> None:
        """See the port."""
        if not self._is_finished:
            self._put(self._resampler.flush())
            self._is_finished = True

    @property
    def ahead(self) -> float:
        """See the port."""
        return (self._given - self._taken) / self._rate

    @property
    def heard(self) -> float:
        """See the port."""
        with self._reading:
            if not self._is_hushed:
                self._heard = max(self._heard, self._place(time.monotonic()))
            return self._heard / self._rate

    @property
    def is_over(self) -> bool:
        """See the port."""
        return self._is_finished and self.heard * self._rate >= self._given

    @property
    def problem(self) -> Problem | None:
        """See the port."""
        if self._has_ended:
            return SpeakerLost("the stream ended by itself")
        if not self._is_closed and time.monotonic() - self._called > STALL_SECONDS:
            return SpeakerStalled("no callback any more")
        return None

    def hush(self) -> None:
        """See the port. What was heard stays as it is now."""
        with self._reading:
            if not self._is_hushed:
                self._heard = max(self._heard, self._place(time.monotonic()))
                self._is_hushed = True

    def close(self) -> None:
        """See the port: PortAudio's own thread does it, however long."""
        self.hush()
        if self._is_closed:
            return
        self._is_closed = True
        if self._defect is not None:
            logger.error("the loudspeaker's callback failed", exc_info=self._defect)
        if self.stutters:
            logger.info("the loudspeaker stuttered %d times: the computer was too busy", self.stutters)
        self._portaudio.close_stream(self._stream)

    def _put(self, block: Samples) -> None:
        if len(block):
            self._given += len(block)
            self._waiting.append(block)

    def _place(self, now: float) -> float:
        """The frame that is heard at `now`, or where the sound stands."""
        moment, frame = self._anchor
        at = frame + (now - moment) * self._rate
        while len(self._blocks) > 1 and self._blocks[1][0] <= at:
            self._blocks.popleft()
        if not self._blocks:
            return 0.0
        begin, first, count = self._blocks[0]
        return first + min(max(at - begin, 0.0), count)

    # --- on the sound library's threads ---

    def _fill(self, out: Any, frames: int, times: Any, status: Any) -> None:  # noqa: ANN401  as above
        # Logging could block here, so a defect waits for `close`.
        filled = 0
        try:
            now = self._called = time.monotonic()
            self.stutters += bool(status.output_underflow)
            lag = float(times.outputBufferDacTime - times.currentTime)
            if not 0.0 <= lag <= _MAX_LATENCY:
                lag = self._latency
            if not self._is_hushed:
                filled = self._copy(out, frames)
            if filled:
                self._blocks.append((self._frames, self._taken, filled))
                self._taken += filled
            self._anchor = (now + lag, self._frames)
            self._frames += frames
        except Exception as error:  # on the sound library's thread nobody hears of it
            self._defect = error
        out[filled:] = np.float32(0.0)

    def _copy(self, out: Any, frames: int) -> int:  # noqa: ANN401  as above
        """Of what waits, as much as there is and fits; how many frames that was."""
        filled = 0
        while filled < frames and self._waiting:
            block = self._waiting[0]
            part = block[self._at : self._at + frames - filled]
            out[filled : filled + len(part)] = part[:, None]
            filled += len(part)
            self._at += len(part)
            if self._at >= len(block):
                self._waiting.popleft()
                self._at = 0
        return filled

    def _ended(self) -> None:
        if not self._is_closed:
            self._has_ended = True


def _default_output(library: Any) -> Any:  # noqa: ANN401  sounddevice has no types
    """PortAudio's facts of the system's default output. Raises NoSpeaker, or sounddevice's own error."""
    # Windows' own default way is an old one that lags far behind.
    best = next((api for api in library.query_hostapis() if api["name"] == "Windows WASAPI"), None)
    if best is not None and int(best["default_output_device"]) >= 0:
        device = library.query_devices(int(best["default_output_device"]))
    else:
        device = library.query_devices(kind="output")
    if int(device["max_output_channels"]) < 1:
        raise NoSpeaker("the default output has no channels")
    return device
