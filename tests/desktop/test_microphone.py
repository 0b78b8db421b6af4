"""The real microphone adapter: real PortAudio, a real PulseAudio, played speech, and everything that can
happen to a microphone while it is open."""

from __future__ import annotations

import threading
from contextlib import suppress

import numpy as np
import pytest

from app.adapters.cues import PortAudioCues, start_sound
from app.adapters.microphone import PortAudioCapture, PortAudioMicrophone
from app.adapters.portaudio import PortAudio
from app.domain.audio import SAMPLE_RATE, Samples, is_digital_silence
from app.domain.problems import (
    MicrophoneLost,
    MicrophoneStalled,
    MicrophoneUnknown,
    NoMicrophone,
    Problem,
)
from tests.data import FOLDER, load
from tests.desktop.sound_server import SoundServer, likeness, wait_for

pytestmark = pytest.mark.desktop


class Ear:
    """Keeps what one open microphone delivers."""

    def __init__(self, microphone: PortAudioMicrophone, device: str = "") -> None:
        self.blocks: list[Samples] = []
        self.problems: list[Problem] = []
        self.capture: PortAudioCapture = microphone.open(device, self.blocks.append, self.problems.append)

    def wait_for_sound(self) -> None:
        """Until a block comes that is not here yet."""
        before = len(self.blocks)
        wait_for("a block of sound", lambda: len(self.blocks) > before)

    def heard(self) -> Samples:
        """All of it at 16 kHz; ends the hearing."""
        self.wait_for_sound()
        self.capture.close()
        pieces = [self.capture.convert(block) for block in self.blocks]
        return np.concatenate([*pieces, self.capture.flush()])


def test_what_is_played_is_heard(server: SoundServer, microphone: PortAudioMicrophone) -> None:
    ear = Ear(microphone)
    ear.wait_for_sound()
    speech = load(FOLDER / "s01.flac")
    server.play(speech)
    assert likeness(ear.heard(), speech) > 0.98
    assert ear.problems == []
    assert ear.capture.device == "Monitor of Mic"
    assert 0.0 < ear.capture.latency < 0.2


@pytest.mark.parametrize("rate", [16000, 44100, 48000])
def test_a_microphone_is_heard_at_its_own_rate(
    server: SoundServer, microphone: PortAudioMicrophone, rate: int
) -> None:
    server.plug_in("headset", rate)
    ear = Ear(microphone, "headset.monitor")
    ear.wait_for_sound()
    speech = load(FOLDER / "s02.flac")
    server.play(speech, "headset")
    assert {len(block) for block in ear.blocks} == {rate // 50}
    assert ear.capture.device == "Monitor of Headset"
    assert likeness(ear.heard(), speech) > 0.98


def test_the_devices_are_the_server_s(server: SoundServer, microphone: PortAudioMicrophone) -> None:
    names = {one.name: one for one in microphone.devices()}
    assert set(names) == {"speaker.monitor", "mic.monitor"}
    assert [one.name for one in names.values() if one.is_default] == ["mic.monitor"]
    server.plug_in("headset")
    assert "headset.monitor" in {one.name for one in microphone.devices()}


def test_without_a_server_portaudio_s_own_list_counts(portaudio: PortAudio, server: SoundServer) -> None:
    microphone = PortAudioMicrophone(portaudio, None)
    assert {one.name for one in microphone.devices()} >= {"pulse", "default"}
    ear = Ear(microphone, "pulse")
    ear.wait_for_sound()
    speech = load(FOLDER / "s03.flac")
    server.play(speech)
    assert likeness(ear.heard(), speech) > 0.98
    with pytest.raises(MicrophoneUnknown):
        microphone.open("no such device", lambda _: None, lambda _: None)


def test_an_unknown_device(microphone: PortAudioMicrophone) -> None:
    with pytest.raises(MicrophoneUnknown) as caught:
        microphone.open("no such device", lambda _: None, lambda _: None)
    assert "no such device" in caught.value.sentence


def test_the_default_is_followed(server: SoundServer, microphone: PortAudioMicrophone) -> None:
    first = Ear(microphone)
    first.wait_for_sound()
    first.capture.close()
    server.plug_in("headset")
    server.control("set-default-source", "headset.monitor")
    second = Ear(microphone)
    assert second.capture.device == "Monitor of Headset"
    second.wait_for_sound()
    speech = load(FOLDER / "s04.flac")
    server.play(speech, "headset")
    assert likeness(second.heard(), speech) > 0.98


def test_a_stream_that_is_moved_tells_its_new_microphone(
    server: SoundServer, microphone: PortAudioMicrophone
) -> None:
    number = server.plug_in("headset")
    ear = Ear(microphone, "headset.monitor")
    ear.wait_for_sound()
    server.unplug(number)
    wait_for("the other label", lambda: ear.capture.device != "Monitor of Headset")
    assert ear.capture.device in ("Monitor of Mic", "Monitor of Speaker")
    ear.wait_for_sound()
    ear.capture.close()


def test_a_muted_microphone_sends_digital_silence(
    server: SoundServer, microphone: PortAudioMicrophone
) -> None:
    server.control("set-source-mute", "mic.monitor", "1")
    ear = Ear(microphone)
    ear.wait_for_sound()
    server.play(load(FOLDER / "s05.flac"))
    assert is_digital_silence(ear.heard())


def test_a_server_that_dies_is_told(server: SoundServer, microphone: PortAudioMicrophone) -> None:
    ear = Ear(microphone)
    ear.wait_for_sound()
    server.kill()
    wait_for("the loss", lambda: ear.problems)
    assert [type(problem) for problem in ear.problems] == [MicrophoneLost]
    ear.capture.close()
    with pytest.raises(NoMicrophone):
        microphone.open("", lambda _: None, lambda _: None)


def test_after_the_server_s_restart_it_works_again(
    server: SoundServer, microphone: PortAudioMicrophone, monkeypatch: pytest.MonkeyPatch
) -> None:
    ear = Ear(microphone)
    ear.wait_for_sound()
    server.kill()
    wait_for("the loss", lambda: ear.problems)
    ear.capture.close()
    with pytest.raises(NoMicrophone):
        microphone.open("", lambda _: None, lambda _: None)
    again = SoundServer()
    try:
        monkeypatch.setenv("PULSE_SERVER", again.address)
        second = Ear(microphone)
        second.wait_for_sound()
        second.capture.close()
    finally:
        again.close()


def test_a_server_that_stops_answering_blocks_nobody(
    server: SoundServer, microphone: PortAudioMicrophone
) -> None:
    ear = Ear(microphone)
    ear.wait_for_sound()
    server.stop()
    ear.capture.close()
    for _ in range(2):
        with pytest.raises(MicrophoneStalled):
            microphone.open("", lambda _: None, lambda _: None)
    server.go_on()
    again = Ear(microphone)
    again.wait_for_sound()
    again.capture.close()


def opened_again(microphone: PortAudioMicrophone) -> Ear:
    """As soon as what hung has come back; on a busy computer that takes a moment, and until then each try is
    answered soon."""
    ears: list[Ear] = []

    def opens() -> bool:
        with suppress(MicrophoneStalled):
            ears.append(Ear(microphone))
        return bool(ears)

    wait_for("the microphone", opens)
    return ears[0]


def test_portaudio_that_hangs_blocks_nobody(portaudio: PortAudio, server: SoundServer) -> None:
    """Nobody asks the server first, so that PortAudio itself runs into it."""
    microphone = PortAudioMicrophone(portaudio, None)
    Ear(microphone).capture.close()
    server.stop()
    late: list[Samples] = []
    for _ in range(2):
        with pytest.raises(MicrophoneStalled):
            microphone.open("", late.append, lambda _: None)
    server.go_on()
    again = opened_again(microphone)
    again.wait_for_sound()
    again.capture.close()
    # What was opened too late has been closed again.
    assert portaudio.call(lambda _: True)
    assert len(portaudio._open_streams) == 0


def test_no_exception_escapes_the_callback(
    microphone: PortAudioMicrophone, caplog: pytest.LogCaptureFixture
) -> None:
    heard = threading.Semaphore(0)

    def fail(_: Samples) -> None:
        heard.release()
        raise RuntimeError("a mistake")

    capture = microphone.open("", fail, lambda _: None)
    # PortAudio would have ended the stream at the first exception.
    assert all(heard.acquire(timeout=20) for _ in range(3))
    capture.close()
    assert "the microphone's callback failed" in caplog.text


@pytest.mark.light
def test_the_start_sound_comes_out_of_the_loudspeaker(
    portaudio: PortAudio, microphone: PortAudioMicrophone
) -> None:
    ear = Ear(microphone, "speaker.monitor")
    ear.wait_for_sound()
    PortAudioCues(portaudio, start_sound()).play_start()
    wait_for("the sound", lambda: any(np.max(np.abs(block)) > 0.01 for block in ear.blocks))
    wait_for("its end", lambda: np.max(np.abs(ear.blocks[-1])) == 0)
    ear.wait_for_sound()
    heard = ear.heard()
    loud = np.flatnonzero(np.abs(heard) > 0.002)
    assert 0.06 < (loud[-1] - loud[0]) / SAMPLE_RATE < 0.1
    assert np.max(np.abs(heard)) < 0.1


def test_no_loudspeaker_is_no_trouble(portaudio: PortAudio, server: SoundServer) -> None:
    server.kill()
    portaudio.refresh()
    PortAudioCues(portaudio, start_sound()).play_start()
    assert portaudio.call(lambda _: True)
