"""Fixtures of the tests with real sound: a server of the test's own, PortAudio on it, a microphone of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.adapters.microphone import PortAudioMicrophone
from app.adapters.portaudio import PortAudio
from app.adapters.pulse import PulseSources
from app.domain.audio import SAMPLE_RATE
from tests.desktop.sound_server import SoundServer

pytestmark = pytest.mark.desktop

MOST = 2 * SAMPLE_RATE
"""What of a spoken file is certainly through when it has been played: some of its end is still under way."""


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[SoundServer]:
    server = SoundServer()
    # libpulse reads this at every connection.
    monkeypatch.setenv("PULSE_SERVER", server.address)
    yield server
    server.go_on()
    server.close()


@pytest.fixture
def portaudio(server: SoundServer) -> Iterator[PortAudio]:
    portaudio = PortAudio()
    yield portaudio
    server.go_on()
    portaudio.close()


@pytest.fixture
def microphone(portaudio: PortAudio) -> PortAudioMicrophone:
    microphone = PortAudioMicrophone(portaudio, PulseSources())
    # The library is one for the whole process: it may still know the server of the test before.
    microphone.refresh()
    return microphone
