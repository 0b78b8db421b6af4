"""The start sound: played by PortAudio's default output, once per dictation.

The rules: `play_start` returns at once and never raises; the sound is opened, played and closed on
PortAudio's thread. One that could not begin within half a second is dropped, since a cue that comes late
says the wrong thing.

Failure mode: no loudspeaker means no sound, and one line in the log.
"""

from __future__ import annotations

import io
import logging
import time
import wave
from importlib.resources import files
from typing import Any, Final

from app.adapters.portaudio import PortAudio
from app.domain.problems import Problem

logger = logging.getLogger(__name__)

LATEST_SECONDS: Final = 0.5

_TRAIL_SECONDS: Final = 0.1
"""Silence behind the sound: what a sound server still holds when the stream ends may never be heard."""


def start_sound() -> bytes:
    """The bundled start sound, a WAV file."""
    return (files("resources") / "sounds" / "start.wav").read_bytes()


class PortAudioCues:
    """Fits the Cues port.

    Args:
        portaudio: shared with the microphone.
        sound: a WAV file, 16-bit PCM.
    """

    def __init__(self, portaudio: PortAudio, sound: bytes) -> None:
        self._portaudio = portaudio
        with wave.open(io.BytesIO(sound)) as file:
            self._rate = file.getframerate()
            self._channels = file.getnchannels()
            self._frame_bytes = self._channels * file.getsampwidth()
            silence = bytes(round(self._rate * _TRAIL_SECONDS) * self._frame_bytes)
            self._frames = file.readframes(file.getnframes()) + silence

    def play_start(self) -> None:
        """Say that Sayso is listening. Returns at once; never raises."""
        asked = time.monotonic()
        self._portaudio.submit(lambda library: self._play(library, asked))

    def _play(self, library: Any, asked: float) -> None:  # noqa: ANN401  sounddevice has no types
        if time.monotonic() - asked > LATEST_SECONDS:
            return
        try:
            _Playing(self._portaudio, self._frames, self._frame_bytes).begin(
                library, self._rate, self._channels
            )
        except Problem:
            raise
        except Exception as error:  # PortAudio's own kinds; a missing loudspeaker is nobody's problem
            logger.info("the start sound could not be played: %s", type(error).__name__)


class _Playing:
    """One sound on its way out."""

    def __init__(self, portaudio: PortAudio, frames: bytes, frame_bytes: int) -> None:
        self._portaudio = portaudio
        self._frames = frames
        self._frame_bytes = frame_bytes
        self._at = 0
        self._stream: Any = None
        self._stop: type[Exception] = StopIteration

    def begin(self, library: Any, rate: int, channels: int) -> None:  # noqa: ANN401  as above
        """On PortAudio's thread."""
        self._stop = library.CallbackStop
        self._stream = library.RawOutputStream(
            samplerate=rate,
            channels=channels,
            dtype="int16",
            latency="high",
            callback=self._fill,
            finished_callback=self._ended,
        )
        self._portaudio.opened(self._stream)
        try:
            self._stream.start()
        except BaseException:  # an interrupt leaves no stream open either
            self._portaudio.close_stream(self._stream)
            raise

    def _fill(self, out: Any, frames: int, _times: object, _status: object) -> None:  # noqa: ANN401  as above
        wanted = frames * self._frame_bytes
        piece = self._frames[self._at : self._at + wanted]
        self._at += wanted
        out[:] = piece + bytes(wanted - len(piece))
        if self._at >= len(self._frames):
            raise self._stop

    def _ended(self) -> None:
        self._portaudio.close_stream(self._stream)
