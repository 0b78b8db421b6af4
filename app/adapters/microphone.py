"""The microphone, by PortAudio.

The problem: a stream that opens late loses the first word, one that stops by itself says so in three
different ways or not at all, and device names mean something else on every system.

The rules:
- A stream is opened at the device's own rate in blocks of 20 ms and brought to 16 kHz by a streaming
  resampler on the caller's thread; the sound library's own converters stay out of it.
- The callback copies, puts and returns. No exception may escape it, or PortAudio ends the stream.
- Under PulseAudio and PipeWire the microphones are the server's; one is chosen by the environment
  variable its client reads (PULSE_SOURCE; PIPEWIRE_NODE for PipeWire's ALSA plug-in), set for the moment
  of opening. An empty name follows the server's default by itself.
- Elsewhere PortAudio's list counts (WASAPI on Windows). It is renewed before each opening, so that the
  default is the present one.
- An opening that fails is tried once more with a fresh list, since after a restart of the sound server
  PortAudio knows no device until it is begun anew.

Failure mode: Problems, see `open`. A stream that stops sending without ending is the caller's to notice.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

from app.adapters.portaudio import PortAudio
from app.adapters.pulse import PulseSources, PulseWatch
from app.adapters.resampler import Resampler
from app.domain.audio import Samples
from app.domain.devices import InputDevice
from app.domain.problems import MicrophoneLost, MicrophoneUnknown, NoMicrophone, Problem

logger = logging.getLogger(__name__)

BLOCK_SECONDS: Final = 0.02
LATENCY_SECONDS: Final = 0.04
"""Asked of PortAudio: two blocks, so that a busy moment does not lose sound on a bare sound card."""

MAX_LATENCY: Final = 0.5
"""What a driver says beyond this is not believed."""

_SERVER_DEVICES: Final = ("pulse", "pipewire", "default")


@dataclass(frozen=True, slots=True)
class _Choice:
    """What to open. `index` and `rate` are PortAudio's; `environment` is set while opening."""

    index: int
    rate: int
    label: str
    environment: Mapping[str, str]


class PortAudioMicrophone:
    """Fits the Microphone port.

    Args:
        portaudio: shared with the cues.
        sources: the sound server's microphones; None where there is no such server.
    """

    def __init__(self, portaudio: PortAudio, sources: PulseSources | None) -> None:
        self._portaudio = portaudio
        self._sources = sources

    def devices(self) -> tuple[InputDevice, ...]:
        """Those there are now. Raises MicrophoneStalled or NoMicrophone."""
        if (sources := self._list_sources()) is not None:
            return tuple(one.device for one in sources)
        return self._portaudio.call(lambda library: tuple(one for _, one, _ in _inputs(library)))

    def refresh(self) -> None:
        """Forget the list of devices and look again, in the background; while nothing is open."""
        self._portaudio.refresh()
        self._portaudio.submit(_look)

    def open(
        self, device: str, deliver: Callable[[Samples], None], lost: Callable[[Problem], None]
    ) -> PortAudioCapture:
        """Open `device`, or the default when empty. See the port.

        Raises NoMicrophone, MicrophoneUnknown, MicrophoneDenied or MicrophoneStalled.
        """
        if self._sources is None:
            self._portaudio.refresh()
        try:
            return self._open(device, deliver, lost)
        except (NoMicrophone, MicrophoneUnknown) as problem:
            logger.info("opening the microphone failed, once more with a fresh list: %s", problem.detail)
            self._portaudio.refresh()
            return self._open(device, deliver, lost)

    def _open(
        self, device: str, deliver: Callable[[Samples], None], lost: Callable[[Problem], None]
    ) -> PortAudioCapture:
        sources = self._list_sources()
        if sources is not None and device and device not in {one.device.name for one in sources}:
            raise MicrophoneUnknown(device)

        def begin(library: Any) -> PortAudioCapture:  # noqa: ANN401  sounddevice has no types
            choice = self._choose(library, device, sources)
            capture = PortAudioCapture(self._portaudio, choice.label, choice.rate, deliver, lost)
            with _environment(choice.environment):
                capture.begin(library, choice.index)
            if sources is not None:
                capture.follow_server()
            return capture

        return self._portaudio.call(begin, late=PortAudioCapture.close)

    def _list_sources(self) -> tuple[Any, ...] | None:
        return self._sources.list() if self._sources else None

    def _choose(self, library: Any, device: str, sources: tuple[Any, ...] | None) -> _Choice:  # noqa: ANN401  as above
        """On PortAudio's thread. `sources` are those of the sound server, if there is one."""
        if sources is None:
            return _choose_by_name(library, device)
        source = next((one for one in sources if one.device.name == device), None)
        source = source or next((one for one in sources if one.device.is_default), None)
        names = {str(one["name"]): int(one["index"]) for one in _all_inputs(library)}
        index = next((names[name] for name in _SERVER_DEVICES if name in names), None)
        if index is None or source is None:
            raise NoMicrophone("the sound server is not among PortAudio's devices")
        environment = {"PULSE_SOURCE": device, "PIPEWIRE_NODE": device} if device else {}
        return _Choice(index, source.rate, source.device.label, environment)


class PortAudioCapture:
    """An open microphone. Fits the port Capture, and tells how late its sound is."""

    def __init__(
        self,
        portaudio: PortAudio,
        label: str,
        rate: int,
        deliver: Callable[[Samples], None],
        lost: Callable[[Problem], None],
    ) -> None:
        self.device = label
        """The label of the microphone in use; changes when the sound server moves the stream."""
        self._portaudio = portaudio
        self._rate = rate
        self._deliver = deliver
        self._lost = lost
        self._resampler = Resampler(rate)
        self._stream: Any = None
        self._watch: PulseWatch | None = None
        self._is_closing = False
        self._way = self._least = 0.0
        self._defect: Exception | None = None

    def begin(self, library: Any, index: int) -> None:  # noqa: ANN401  sounddevice has no types
        """On PortAudio's thread: open and start the stream."""
        self._stream = library.InputStream(
            device=index,
            samplerate=self._rate,
            blocksize=round(self._rate * BLOCK_SECONDS),
            channels=1,
            dtype="float32",
            latency=LATENCY_SECONDS,
            callback=self._hear,
            finished_callback=self._ended,
        )
        self._portaudio.opened(self._stream)
        try:
            self._way = self._least = min(float(self._stream.latency), MAX_LATENCY)
            self._stream.start()
        except BaseException:  # an interrupt leaves no microphone open either
            self.close()
            raise

    def follow_server(self) -> None:
        """Keep `device` right when the sound server moves the stream to another microphone."""
        self._watch = PulseWatch(self._moved)

    @property
    def latency(self) -> float:
        """Seconds from a sound at the microphone to its sample coming out of `convert`, at most."""
        return self._way + self._resampler.lag

    def convert(self, raw: Samples) -> Samples:
        """See the port."""
        return self._resampler.convert(raw)

    def flush(self) -> Samples:
        """See the port."""
        return self._resampler.flush()

    def close(self) -> None:
        """Stop and free the stream. Returns at once: PortAudio's own thread does it, however long."""
        if self._is_closing:
            return
        self._is_closing = True
        if self._watch is not None:
            self._watch.stop()
        if self._defect is not None:
            logger.error("the microphone's callback failed", exc_info=self._defect)
        self._portaudio.close_stream(self._stream)

    # --- on the sound library's threads ---

    def _hear(self, block: Any, frames: int, times: Any, _status: object) -> None:  # noqa: ANN401  as above
        # Logging could block here, so a defect waits for `close`.
        try:
            if not self._is_closing:
                age = float(times.currentTime - times.inputBufferAdcTime) - frames / self._rate
                # PulseAudio's plug-in tells next to nothing, so the stream's own figure is the least.
                self._way = min(max(age, self._least), MAX_LATENCY)
                self._deliver(block[:, 0].copy())
        except Exception as error:  # on the sound library's thread nobody hears of it
            self._defect = error

    def _ended(self) -> None:
        try:
            if not self._is_closing:
                self._lost(MicrophoneLost(self.device, "the stream ended by itself"))
        except Exception as error:  # as above
            self._defect = error

    def _moved(self, label: str) -> None:
        self.device = label


def _look(_library: object) -> None:
    """Nothing: that PortAudio is ready afterwards is what counts."""


def _all_inputs(library: Any) -> list[Any]:  # noqa: ANN401  sounddevice has no types
    return [one for one in library.query_devices() if one["max_input_channels"] > 0]


def _inputs(library: Any) -> Iterator[tuple[int, InputDevice, int]]:  # noqa: ANN401  as above
    """Index, device and rate of each input of the system's best way to its microphones, each name once."""
    apis = library.query_hostapis()
    best = next((number for number, api in enumerate(apis) if api["name"] == "Windows WASAPI"), None)
    if best is None:
        best = max(int(library.default.hostapi), 0)
    default = apis[best]["default_input_device"] if apis else -1
    seen: set[str] = set()
    for one in _all_inputs(library):
        if one["hostapi"] == best and one["name"] not in seen:
            seen.add(one["name"])
            name = str(one["name"])
            index = int(one["index"])
            yield index, InputDevice(name, name, index == default), round(one["default_samplerate"])


def _choose_by_name(library: Any, device: str) -> _Choice:  # noqa: ANN401  sounddevice has no types
    found = list(_inputs(library))
    if not found:
        raise NoMicrophone("PortAudio lists no input")
    for index, one, rate in found:
        if one.name == device or (not device and one.is_default):
            return _Choice(index, rate, one.label, {})
    if device:
        raise MicrophoneUnknown(device)
    index, one, rate = found[0]
    return _Choice(index, rate, one.label, {})


@contextmanager
def _environment(values: Mapping[str, str]) -> Iterator[None]:
    """Set `values` for the moment: libpulse reads them when a stream connects."""
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def sound_server() -> PulseSources | None:
    """The sound server's microphones, on the systems that have one."""
    return PulseSources() if sys.platform.startswith("linux") else None
