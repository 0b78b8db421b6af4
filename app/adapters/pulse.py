"""Which microphones PulseAudio or PipeWire has, and which of them Sayso hears (pulsectl, Linux only).

The problem: under PulseAudio PortAudio shows two devices, "pulse" and "default", however many
microphones there are; and when the one in use is unplugged, the server moves the stream to another
without a word. This file tells the real ones by name, and watches the stream.

The rules: each question opens a connection of its own, on a lane with a time limit, because a server
that is stopped never answers. Never with pulsectl's own limit: it waits that out, however soon the server
answers, and the user holds the key meanwhile. Real microphones are listed before the monitors of
loudspeakers.

Failure mode: no server gives None, and PortAudio's own list counts. A server that does not answer gives
MicrophoneStalled, before PortAudio would hang at it.
"""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from app.adapters.lane import Lane, LaneHangs
from app.domain.devices import InputDevice
from app.domain.problems import MicrophoneStalled

logger = logging.getLogger(__name__)

_CLIENT: Final = "Sayso"
ANSWER_LIMIT: Final = 1.5
_WATCH_SECONDS: Final = 1.0


@dataclass(frozen=True, slots=True)
class PulseSource:
    """A source as the server knows it. `rate` is its own, in samples a second."""

    device: InputDevice
    rate: int


class PulseSources:
    """Asks the server. Constructing it asks nothing yet."""

    def __init__(self) -> None:
        self._lane = Lane("pulse")

    def list(self) -> tuple[PulseSource, ...] | None:
        """All sources, real microphones first; None without a server. Raises MicrophoneStalled."""
        try:
            return self._lane.call(_ask, ANSWER_LIMIT)
        except LaneHangs as error:
            # A connection that hangs disturbs no other one: the next question gets a thread of its own.
            self._lane = Lane("pulse")
            raise MicrophoneStalled(detail="the sound server does not answer") from error


class PulseWatch:
    """Tells which source this process records from, whenever that changes.

    `changed` gets the label, on the watch's own thread; it must return at once.
    """

    def __init__(self, changed: Callable[[str], None]) -> None:
        self._changed = changed
        self._stopped = threading.Event()
        self._label = ""
        threading.Thread(target=self._run, name="pulse watch", daemon=True).start()

    def stop(self) -> None:
        """Returns at once; the thread ends within a second, or when libpulse gives a hanging server up."""
        self._stopped.set()

    def _run(self) -> None:
        import pulsectl

        try:
            with pulsectl.Pulse(f"{_CLIENT} watch", connect=False) as pulse:
                pulse.connect()
                pulse.event_mask_set("source_output")
                pulse.event_callback_set(_stop_listening)
                while not self._stopped.is_set():
                    self._look(pulse)
                    pulse.event_listen(timeout=_WATCH_SECONDS)
        except (pulsectl.PulseError, pulsectl.PulseDisconnected):
            # The server went away: PortAudio tells of that by itself.
            logger.debug("the sound server is not watched any more", exc_info=True)

    def _look(self, pulse: Any) -> None:  # noqa: ANN401  pulsectl has no types
        mine = [one for one in pulse.source_output_list() if _is_mine(one)]
        if not mine:
            return
        source = max(mine, key=lambda one: int(one.index)).source
        for one in pulse.source_list():
            if one.index == source and one.description != self._label:
                self._label = str(one.description)
                if not self._stopped.is_set():
                    self._changed(self._label)


def _ask() -> tuple[PulseSource, ...] | None:
    # Imported here: it loads libpulse, which a system without PulseAudio does not have.
    try:
        import pulsectl
    except (ImportError, OSError):
        return None
    try:
        with pulsectl.Pulse(_CLIENT, connect=False) as pulse:
            pulse.connect()
            default = str(pulse.server_info().default_source_name)
            found = sorted(pulse.source_list(), key=_is_monitor)
            return tuple(
                PulseSource(
                    InputDevice(str(one.name), str(one.description), one.name == default),
                    int(one.sample_spec.rate),
                )
                for one in found
            )
    except (pulsectl.PulseError, pulsectl.PulseDisconnected):
        return None


def _is_monitor(source: Any) -> bool:  # noqa: ANN401  pulsectl has no types
    return bool(source.monitor_of_sink_name)


def _is_mine(output: Any) -> bool:  # noqa: ANN401  pulsectl has no types
    return bool(output.proplist.get("application.process.id") == str(os.getpid()))


def _stop_listening(_event: object) -> None:
    import pulsectl

    raise pulsectl.PulseLoopStop
