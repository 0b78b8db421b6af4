"""Dictations with the real microphone adapter: real PortAudio, a real PulseAudio, played speech, and what can
happen to a microphone in their middle."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import pytest

from app.adapters.clock import SystemClock
from app.adapters.cues import PortAudioCues, start_sound
from app.adapters.microphone import PortAudioMicrophone
from app.adapters.portaudio import PortAudio
from app.adapters.speech_detector import SpeechDetectors
from app.domain.audio import SAMPLE_RATE, Samples
from app.domain.dictation_events import CaptureOpened, Failed
from app.domain.problems import (
    MicrophoneLost,
    MicrophoneMuted,
    MicrophoneStalled,
    Problem,
)
from app.domain.settings import MicrophoneSettings
from app.services.capture import CaptureService, SoundParts
from app.services.events import CaptureClosed, MicrophoneChosen, Noticed
from app.services.worker import Worker
from tests.data import FOLDER, load
from tests.desktop.sound_server import SoundServer, likeness, wait_for

pytestmark = pytest.mark.desktop

MOST = 2 * SAMPLE_RATE
"""What of a spoken file is certainly through when it has been played: some of its end is still under way."""


class Sink:
    """Keeps the sound of each dictation."""

    def __init__(self) -> None:
        self.sound: dict[int, list[Samples]] = {}

    def begin(self, id: int, recording: str) -> None:
        self.sound[id] = []

    def hear(self, id: int, samples: Samples, speech: Sequence[float]) -> None:
        self.sound[id].append(samples)

    def released(self, id: int) -> None: ...

    def finish(self, id: int) -> None: ...

    def abandon(self, id: int) -> None: ...

    def heard(self, id: int) -> Samples:
        return np.concatenate([np.zeros(0, np.float32), *self.sound.get(id, [])])


class Dictating:
    """The capture service as it is in the program."""

    def __init__(self, portaudio: PortAudio, microphone: PortAudioMicrophone) -> None:
        clock = SystemClock()
        self.events: list[object] = []
        self.sink = Sink()
        self.worker = Worker("microphone", clock, self.events.append)
        parts = SoundParts(microphone, PortAudioCues(portaudio, start_sound()), SpeechDetectors().new)
        self.service = CaptureService(
            parts, self.worker, clock, self.sink, self.events.append, MicrophoneSettings()
        )
        self.worker.start()
        self.service.prepare()

    def begin(self, id: int) -> None:
        self.service.start(id, f"rec{id}")
        self.wait_for(CaptureOpened(id))

    def end(self, id: int) -> None:
        self.service.stop(id)
        self.wait_for(CaptureClosed(id))

    def wait_for(self, event: object) -> None:
        wait_for(str(event), lambda: event in self.events)

    def problem(self, kind: type[Problem]) -> Problem:
        """The first problem that is told; it must be of that kind."""
        found: list[Problem] = []

        def look() -> bool:
            found[:] = [one.problem for one in list(self.events) if isinstance(one, Failed | Noticed)]
            return bool(found)

        wait_for(kind.__name__, look)
        assert isinstance(found[0], kind)
        return found[0]


@pytest.fixture
def dictating(portaudio: PortAudio, microphone: PortAudioMicrophone) -> Iterator[Dictating]:
    dictating = Dictating(portaudio, microphone)
    yield dictating
    dictating.service.close()
    dictating.worker.close()
    assert [event for event in dictating.events if isinstance(event, Exception)] == []


def test_a_dictation_has_every_word(server: SoundServer, dictating: Dictating) -> None:
    dictating.begin(1)
    speech = load(FOLDER / "s06.flac")
    server.play(speech)
    dictating.end(1)
    assert likeness(dictating.sink.heard(1), speech) > 0.98
    assert MicrophoneChosen("Monitor of Mic") in dictating.events
    assert not [event for event in dictating.events if isinstance(event, Failed | Noticed)]


def test_the_last_word_is_in_when_let_go_at_its_end(server: SoundServer, dictating: Dictating) -> None:
    """Sound that stops dead, and the key goes up at once: the last third of a second is heard in full."""
    speech = load(FOLDER / "s07.flac")[: 2 * SAMPLE_RATE]
    dictating.begin(1)
    server.play(speech)
    dictating.end(1)
    last = speech[-SAMPLE_RATE // 3 :]
    assert likeness(dictating.sink.heard(1)[-SAMPLE_RATE:], last) > 0.95


def test_a_tap_finishes(dictating: Dictating) -> None:
    dictating.service.start(1, "rec1")
    dictating.service.stop(1)
    dictating.wait_for(CaptureClosed(1))
    assert len(dictating.sink.heard(1)) >= 0.12 * SAMPLE_RATE


def test_suspended_in_the_middle(server: SoundServer, dictating: Dictating) -> None:
    dictating.begin(1)
    speech = load(FOLDER / "s08.flac")
    server.play(speech)
    server.control("suspend-sink", "mic", "1")
    dictating.problem(MicrophoneStalled)
    dictating.wait_for(CaptureClosed(1))
    assert likeness(dictating.sink.heard(1), speech[:MOST]) > 0.98
    server.control("suspend-sink", "mic", "0")
    dictating.begin(2)
    dictating.end(2)


def test_unplugged_in_the_middle_for_good(server: SoundServer, dictating: Dictating) -> None:
    dictating.begin(1)
    speech = load(FOLDER / "s09.flac")
    server.play(speech)
    server.kill()
    dictating.problem(MicrophoneLost)
    dictating.wait_for(CaptureClosed(1))
    assert likeness(dictating.sink.heard(1), speech[:MOST]) > 0.98


def test_a_server_that_stops_in_the_middle(server: SoundServer, dictating: Dictating) -> None:
    dictating.begin(1)
    speech = load(FOLDER / "s10.flac")
    server.play(speech)
    server.stop()
    dictating.problem(MicrophoneStalled)
    dictating.wait_for(CaptureClosed(1))
    assert likeness(dictating.sink.heard(1), speech[:MOST]) > 0.98
    server.go_on()
    dictating.begin(2)
    dictating.end(2)


def test_a_muted_microphone_is_told(server: SoundServer, dictating: Dictating) -> None:
    server.control("set-source-mute", "mic.monitor", "1")
    dictating.begin(1)
    dictating.problem(MicrophoneMuted)
    dictating.end(1)
