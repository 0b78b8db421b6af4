"""PortAudio itself: the one place that imports sounddevice, and the one thread that calls it.

The problem: PortAudio is not thread-safe where it opens, closes and lists; it keeps the list of devices
from the moment it was initialised; and with a sound server that stopped answering its calls never
return, not even the import, which initialises it. (Measured with PulseAudio under SIGSTOP.)

The rules: every call runs on one `Lane`, with a time limit. The list of devices is renewed by ending
PortAudio and beginning anew, which is done only while no stream is open, since it would end those too.

Failure mode: a call that hangs gives MicrophoneStalled after its limit; the worker goes on. Once the
server is back, the call ends by itself, whatever it opened is closed, and PortAudio is begun anew.
"""

from __future__ import annotations

import atexit
import logging
from collections.abc import Callable
from typing import Any, Final, TypeVar

from app.adapters.lane import Lane, LaneHangs
from app.domain.problems import MicrophoneDenied, MicrophoneStalled, NoMicrophone, Problem

logger = logging.getLogger(__name__)

T = TypeVar("T")

OPEN_LIMIT: Final = 5.0
"""Seconds for opening: Bluetooth headsets take up to two to change their profile."""

CLOSE_LIMIT: Final = 1.0

_HOST_ERROR: Final = -9999  # paUnanticipatedHostError in portaudio.h
_DEVICE_UNAVAILABLE: Final = -9985  # paDeviceUnavailable
_ACCESS_DENIED: Final = -0x7FF8_FFFB  # E_ACCESSDENIED: Windows' privacy settings forbid the microphone


class PortAudio:
    """PortAudio, shared by the microphone and the cues. Nothing is loaded before the first call."""

    def __init__(self) -> None:
        self._lane = Lane("portaudio")
        self._library: Any = None
        self._open_streams: list[Any] = []
        self._is_stale = False

    def call(
        self, task: Callable[[Any], T], limit: float = OPEN_LIMIT, late: Callable[[T], None] | None = None
    ) -> T:
        """Do `task(sounddevice)` on PortAudio's thread and wait for it.

        `late` gets a result that came after `limit` seconds. Raises what `task` raises when that is a
        Problem, else NoMicrophone, MicrophoneDenied or MicrophoneStalled.
        """
        try:
            return self._lane.call(lambda: self._do(task), limit, late)
        except LaneHangs as error:
            self._is_stale = True
            raise MicrophoneStalled(detail="the sound system does not answer") from error

    def submit(self, task: Callable[[Any], None]) -> None:
        """Do `task(sounddevice)` on PortAudio's thread some time soon; what it raises is logged."""
        self._lane.submit(lambda: self._do(task))

    def refresh(self) -> None:
        """Look for devices anew, before the next call that finds no stream open."""
        self._is_stale = True

    def opened(self, stream: Any) -> None:  # noqa: ANN401  sounddevice has no types
        """On PortAudio's thread: `stream` is open, the list of devices stays."""
        self._open_streams.append(stream)

    def close_stream(self, stream: Any) -> None:  # noqa: ANN401  sounddevice has no types
        """Abort and close `stream`, on PortAudio's thread; returns at once, never raises."""
        self.submit(lambda _: self._close_stream(stream))

    def close(self) -> None:
        """End PortAudio; waits for at most `CLOSE_LIMIT`. A server that hangs then must not hold up the
        program's end, so PortAudio's own clean-up at exit is called off."""
        if self._library is None:
            return
        try:
            self._lane.call(self._end, CLOSE_LIMIT)
        except LaneHangs:
            logger.warning("PortAudio did not end in time")
            # Private, but the alternative is a program that never exits.
            atexit.unregister(self._library._exit_handler)

    # --- on PortAudio's thread ---

    def _do(self, task: Callable[[Any], T]) -> T:
        try:
            return task(self._fresh())
        except Problem:
            raise
        except Exception as error:  # foreign exceptions stop at the adapter
            raise problem_of(error) from error

    def _fresh(self) -> Any:  # noqa: ANN401  sounddevice has no types
        if self._library is None:
            # Imported here: it initialises PortAudio, which takes its time and may hang.
            import sounddevice

            self._library = sounddevice
            self._is_stale = False
        if self._is_stale and not self._open_streams:
            self._is_stale = False
            # sounddevice has no public way to renew its list of devices.
            self._library._terminate()
            self._library._initialize()
        return self._library

    def _close_stream(self, stream: Any) -> None:  # noqa: ANN401  sounddevice has no types
        if stream in self._open_streams:
            self._open_streams.remove(stream)
            stream.abort(ignore_errors=True)
            stream.close(ignore_errors=True)

    def _end(self) -> None:
        for stream in list(self._open_streams):
            self._close_stream(stream)


def problem_of(error: Exception) -> Problem:
    """What an exception of sounddevice's means to the user."""
    detail = f"{type(error).__name__}: {error}"
    match error.args[1:]:
        case (code, *_) if code == _DEVICE_UNAVAILABLE:
            return MicrophoneDenied(detail)
        case (code, (_, host_code, _)) if code == _HOST_ERROR and host_code == _ACCESS_DENIED:
            return MicrophoneDenied(detail)
        case _:
            return NoMicrophone(detail)
