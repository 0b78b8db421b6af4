"""The real microphone adapter: real PortAudio, a real PulseAudio, played speech, and everything that can
happen to a microphone while somebody speaks."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import suppress

import numpy as np
import pytest

from app.adapters.clock import SystemClock
from app.adapters.cues import PortAudioCues, start_sound
from app.adapters.microphone import PortAudioCapture, PortAudioMicrophone
from app.adapters.portaudio import PortAudio
from app.adapters.speech_detector import SpeechDetectors
from app.domain.audio import SAMPLE_RATE, Samples, is_digital_silence
from app.domain.dictation_events import CaptureOpened, Failed
from app.domain.problems import (
    MicrophoneLost,
    MicrophoneMuted,
    MicrophoneStalled,
    MicrophoneUnknown,
    NoMicrophone,
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


# --- the whole way: microphone, worker, detector, tail ---


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
