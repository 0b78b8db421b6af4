"""Playing on a real loudspeaker: real PortAudio, a real PulseAudio whose loudspeaker is recorded, and all
that can happen to a device while it plays."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from app.adapters.clock import SystemClock
from app.adapters.media_files import MediaFiles
from app.adapters.microphone import PortAudioCapture, PortAudioMicrophone
from app.adapters.player import PortAudioSounding, PortAudioSpeaker
from app.adapters.portaudio import PortAudio
from app.domain.audio import SAMPLE_RATE, Samples
from app.domain.media import ANY_SOUND
from app.domain.problems import NoSpeaker, Problem, SpeakerLost, SpeakerStalled
from app.services.file_events import PlayingEnded, PlayingMoved
from app.services.file_ports import MediaFiles as AnyFiles
from app.services.playback import Playback
from app.services.worker import Worker
from tests.data import FOLDER, load
from tests.desktop.sound_server import SoundServer, likeness, wait_for
from tests.fakes.playing import FakeMediaFiles

pytestmark = [pytest.mark.desktop, pytest.mark.alone]

TALK = Path("talk")
EXACT = 0.05
"""Seconds."""
ATTEMPTS = 4
WHOLE = 0.98
"""Of a correlation: nothing is missing in between."""


class Recording:
    """What the loudspeaker plays, and when: its monitor is a microphone like any other."""

    def __init__(self, microphone: PortAudioMicrophone) -> None:
        self._blocks: list[tuple[float, Samples]] = []
        self.problems: list[Problem] = []
        self._capture: PortAudioCapture = microphone.open("speaker.monitor", self._hear, self.problems.append)
        wait_for("a block of sound", lambda: self._blocks)

    def _hear(self, block: Samples) -> None:
        self._blocks.append((time.monotonic(), block))

    def end(self) -> Heard:
        """All of it and half a second of what follows; ends the recording."""
        asked = time.monotonic()
        wait_for("what is under way", lambda: self._blocks[-1][0] > asked + 0.5)
        self._capture.close()
        pieces = [self._capture.convert(block) for _, block in self._blocks]
        ends = np.cumsum([len(block) for _, block in self._blocks]) / len(self._blocks[0][1]) * 0.02
        # Each block had been played when it came; the one that came soonest tells when the first sample was.
        begin = min(at - end for (at, _), end in zip(self._blocks, ends, strict=True))
        return Heard(np.concatenate([*pieces, self._capture.flush()]), begin)


@dataclass(frozen=True)
class Heard:
    """The sound (float32 mono 16 kHz) and the monotonic second of its beginning."""

    sound: Samples
    begin: float

    def when(self, part: Samples) -> float:
        """The monotonic second at which `part` began to be heard."""
        size = len(self.sound) + len(part)
        spectrum = np.fft.rfft(self.sound, size) * np.conj(np.fft.rfft(part, size))
        return self.begin + int(np.argmax(np.fft.irfft(spectrum, size)[: len(self.sound)])) / SAMPLE_RATE


class Speaker(PortAudioSpeaker):
    """The real one, which remembers what it opened."""

    def __init__(self, portaudio: PortAudio) -> None:
        super().__init__(portaudio)
        self.opened: list[PortAudioSounding] = []

    def open(self) -> PortAudioSounding:
        self.opened.append(super().open())
        return self.opened[-1]


class Bench:
    """Playback on its own thread and a real loudspeaker; each event with the moment at which it was told."""

    def __init__(self, portaudio: PortAudio, files: AnyFiles, path: Path = TALK) -> None:
        self.errors: list[Exception] = []
        self.told: list[tuple[float, object]] = []
        self.path = path
        self.worker = Worker("player", SystemClock(), self.errors.append)
        self.speaker = Speaker(portaudio)
        self.pause = threading.Event()
        self.playback = Playback(self.worker, files, self.speaker, self._post)
        self.worker.start()

    def _post(self, event: object) -> None:
        self.told.append((time.monotonic(), event))

    def play(self, start: float = 0.0) -> None:
        self.playback.play(self.path, ANY_SOUND, start)

    def close(self) -> None:
        self.playback.close()
        self.worker.close()
        assert self.errors == []

    @property
    def moves(self) -> list[tuple[float, float]]:
        return [(at, one.seconds) for at, one in self.told if isinstance(one, PlayingMoved)]

    def heard_whole(
        self, microphone: PortAudioMicrophone, end: Samples, start: float = 0.0
    ) -> tuple[PlayingEnded, Heard]:
        """Played to the end, of which `end` is heard in one piece. Where the computer was so busy that the
        loudspeaker or the recording of it stuttered, it is listened to anew."""
        for _ in range(ATTEMPTS):
            self.told.clear()
            recording = Recording(microphone)
            self.play(start)
            ended, heard = self.end(), recording.end()
            if not self.speaker.opened[-1].stutters and likeness(heard.sound, end) > WHOLE:
                return ended, heard
        raise AssertionError("the loudspeaker stuttered each time")

    def until(self, seconds: float) -> None:
        wait_for(f"second {seconds}", lambda: any(place >= seconds for _, place in self.moves))

    def end(self) -> PlayingEnded:
        """Waited for; there is only one."""
        wait_for("the end", lambda: any(isinstance(one, PlayingEnded) for _, one in self.told))
        (ended,) = (one for _, one in self.told if isinstance(one, PlayingEnded))
        return ended


@pytest.fixture
def talk() -> Samples:
    return np.concatenate([load(FOLDER / "s01.flac"), load(FOLDER / "s02.flac")])


@pytest.fixture
def files(talk: Samples) -> FakeMediaFiles:
    return FakeMediaFiles(talk=talk)


@pytest.fixture
def bench(portaudio: PortAudio, files: FakeMediaFiles, microphone: PortAudioMicrophone) -> Iterator[Bench]:
    bench = Bench(portaudio, files)
    yield bench
    bench.close()


def test_what_is_played_is_heard_and_its_place_told(
    bench: Bench, microphone: PortAudioMicrophone, talk: Samples
) -> None:
    ended, heard = bench.heard_whole(microphone, talk)
    assert ended.problem is None
    assert ended.seconds == pytest.approx(len(talk) / SAMPLE_RATE, abs=0.001)
    begin = heard.when(talk)
    # The very end is told at the next turn, when it is over.
    late = [at - begin - seconds for at, seconds in bench.moves[:-1]]
    assert len(late) > 15 * ended.seconds
    assert max(map(abs, late)) < EXACT


def test_a_place_in_the_middle_of_a_file_under_load(
    bench: Bench, files: FakeMediaFiles, microphone: PortAudioMicrophone, talk: Samples
) -> None:
    """Decoding comes late several times: there is silence, and the place told is that of the voice."""
    pieces: dict[PortAudioSounding, int] = {}

    def hesitate() -> None:
        sounding = bench.speaker.opened[-1]
        pieces[sounding] = pieces.get(sounding, 0) + 1
        if pieces[sounding] in (12, 25):
            wait_for("silence", lambda: sounding.ahead == 0)
            bench.pause.wait(0.4)

    files.reading = hesitate
    ended, heard = bench.heard_whole(microphone, talk[-SAMPLE_RATE:], start=2.0)
    assert ended.problem is None
    assert ended.seconds == pytest.approx(len(talk) / SAMPLE_RATE, abs=0.001)
    # The last second comes behind both gaps.
    last = len(talk) / SAMPLE_RATE - 1.0
    begin = heard.when(talk[round(last * SAMPLE_RATE) :])
    late = [at - begin - (seconds - last) for at, seconds in bench.moves[:-1] if seconds > last]
    assert len(late) > 15
    assert max(map(abs, late)) < EXACT
    # And the first one before them.
    first = heard.when(talk[2 * SAMPLE_RATE : 3 * SAMPLE_RATE])
    assert begin - first > last - 2.0 + 0.5


def test_a_file_is_decoded_apart_and_heard(portaudio: PortAudio, microphone: PortAudioMicrophone) -> None:
    path = FOLDER / "s03.flac"
    bench = Bench(portaudio, MediaFiles(), path)
    speech = load(path)
    ended, _ = bench.heard_whole(microphone, speech[SAMPLE_RATE:], start=1.0)
    bench.close()
    assert ended.problem is None
    assert ended.seconds == pytest.approx(len(speech) / SAMPLE_RATE, abs=0.03)


def test_pause_is_heard_at_once(bench: Bench, microphone: PortAudioMicrophone, talk: Samples) -> None:
    recording = Recording(microphone)
    bench.play()
    bench.until(1.0)
    asked = time.monotonic()
    bench.playback.pause()
    took = time.monotonic() - asked
    ended = bench.end()
    heard = recording.end()
    assert took < 0.05
    begin = heard.when(talk[: round(0.9 * SAMPLE_RATE)])
    assert asked - begin == pytest.approx(ended.seconds, abs=EXACT)
    silent = heard.sound[round((asked + 0.2 - heard.begin) * SAMPLE_RATE) :]
    assert np.max(np.abs(silent)) < 1e-3
    bench.playback.toggle()
    bench.until(ended.seconds + 0.3)


def test_a_dictation_hears_the_microphone_alone(
    bench: Bench, microphone: PortAudioMicrophone, talk: Samples
) -> None:
    recording = Recording(microphone)
    bench.play()
    bench.until(1.0)
    asked = time.monotonic()
    bench.playback.make_way(True)
    spoken = microphone.open("mic.monitor", lambda _: None, lambda _: None)
    opened = time.monotonic() - asked
    spoken.close()
    heard = recording.end()
    assert opened < 0.2
    assert len(heard.sound) > (asked + 0.4 - heard.begin) * SAMPLE_RATE
    silent = heard.sound[round((asked + 0.25 - heard.begin) * SAMPLE_RATE) :]
    assert np.max(np.abs(silent)) < 1e-3


def test_without_a_sound_server_there_is_no_loudspeaker(bench: Bench, server: SoundServer) -> None:
    server.kill()
    bench.play(start=1.0)
    ended = bench.end()
    assert isinstance(ended.problem, NoSpeaker)
    assert ended.seconds == 1.0
    assert bench.moves == []


def test_a_server_that_dies_ends_it(bench: Bench, server: SoundServer) -> None:
    bench.play()
    bench.until(0.5)
    server.kill()
    ended = bench.end()
    assert isinstance(ended.problem, SpeakerLost)
    assert 0.4 < ended.seconds < 3.0


def test_after_the_server_s_restart_it_plays_on(
    bench: Bench, server: SoundServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.play()
    bench.until(0.5)
    server.kill()
    ended = bench.end()
    again = SoundServer()
    try:
        monkeypatch.setenv("PULSE_SERVER", again.address)
        bench.told.clear()
        bench.playback.toggle()
        bench.until(ended.seconds + 0.5)
        bench.playback.close()
        wait_for("the end", lambda: any(isinstance(one, PlayingEnded) for _, one in bench.told))
    finally:
        again.close()


def test_a_server_that_stops_answering_ends_it_and_blocks_nobody(bench: Bench, server: SoundServer) -> None:
    bench.play()
    bench.until(0.5)
    server.stop()
    stopped = time.monotonic()
    ended = bench.end()
    assert isinstance(ended.problem, SpeakerStalled)
    assert time.monotonic() - stopped < 5.0
    asked = time.monotonic()
    bench.told.clear()
    bench.playback.toggle()
    bench.playback.pause()
    assert time.monotonic() - asked < 0.05
    server.go_on()


def test_unplugged_the_server_moves_the_sound(bench: Bench, server: SoundServer) -> None:
    number = server.plug_in("headset")
    server.control("set-default-sink", "headset")
    bench.play()
    bench.until(0.5)
    server.unplug(number)
    bench.until(2.0)
    bench.playback.pause()
    assert bench.end().problem is None
