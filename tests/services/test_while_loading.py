"""What is spoken while the speech model is still being loaded: all of it is kept, and written down behind it.

Microphone, journal and recognizer are the real services; the loader waits until it is let go.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence

import numpy as np
import pytest

from app.domain.audio import Samples
from app.domain.dictation_events import CaptureOpened, Failed, SpeechEnded
from app.domain.problems import ModelUnusable, Problem
from app.domain.settings import HistorySettings, MicrophoneSettings, SpeechSettings
from app.services.capture import CaptureService, SoundParts
from app.services.events import ModelFailed, ModelReady
from app.services.fan_out import FanOut
from app.services.ports import Recognizer
from app.services.speech import SpeechService
from app.services.storage import StorageService
from app.services.worker import Worker
from tests.fakes import (
    FakeClock,
    FakeCues,
    FakeHistory,
    FakeInbox,
    FakeJournal,
    FakeLoader,
    FakeMicrophone,
    FakeRecognizer,
    LoudnessDetector,
    pool_of,
)
from tests.services.capture_bench import BLOCK, quiet, speech

WAIT = 20.0


class HeldLoader(FakeLoader):
    """Loads only when it is let go."""

    def __init__(self, *recognizers: Recognizer | Problem) -> None:
        super().__init__(*recognizers)
        self.began = threading.Event()
        self.go = threading.Event()

    def load(self, settings: SpeechSettings) -> Recognizer:
        self.began.set()
        assert self.go.wait(WAIT)
        return super().load(settings)


class Started:
    """Sayso just after its start. Sound and disk go by hand, recognizing on a thread of its own."""

    def __init__(self, *recognizers: Recognizer | Problem) -> None:
        self.clock = FakeClock()
        self.microphone = FakeMicrophone()
        self.journal = FakeJournal()
        self.posted: list[object] = []
        self.failures: list[Exception] = []
        self._told = threading.Condition()
        self.sound, self.disk = FakeInbox(self.clock), FakeInbox(self.clock)
        self.worker = Worker("speech", self.clock, self.failures.append)
        self.loader = HeldLoader(*recognizers)
        storage = StorageService(
            self.journal, FakeHistory(), self.disk, self.clock, self.post, HistorySettings()
        )
        self.speech = SpeechService(self.worker, pool_of(self.loader), self.post, SpeechSettings())
        parts = SoundParts(self.microphone, FakeCues(), LoudnessDetector)
        sink = FanOut(storage, self.speech)
        self.capture = CaptureService(parts, self.sound, self.clock, sink, self.post, MicrophoneSettings())
        self.worker.start()
        self.speech.prepare()
        assert self.loader.began.wait(WAIT)

    def post(self, event: object) -> None:
        with self._told:
            self.posted.append(event)
            self._told.notify_all()

    def wait_for(self, kind: type, count: int = 1) -> list[object]:
        """The events of `kind`, once there are so many."""
        with self._told:
            assert self._told.wait_for(lambda: len(self.of(kind)) >= count, WAIT), self.posted
            return self.of(kind)

    def of(self, kind: type) -> list[object]:
        return [event for event in self.posted if isinstance(event, kind)]

    def dictate(self, id: int, words: Samples) -> None:
        """From key down to the end of the tail, which needs no model."""
        self.capture.start(id, f"r{id}")
        self.sound.run()
        self.hear(words)
        self.capture.stop(id)
        self.hear(quiet(0.4))

    def hear(self, samples: Samples) -> None:
        for start in range(0, len(samples), FakeMicrophone.BLOCK):
            self.sound.advance(BLOCK)
            if self.microphone.is_open:
                self.microphone.say(samples[start : start + FakeMicrophone.BLOCK])
            self.sound.run()
        self.disk.run()

    def kept(self, id: int) -> Samples:
        """What is on the disk of it."""
        return np.concatenate(self.journal.open[f"r{id}"])


@pytest.fixture
def start() -> Iterator[Callable[..., Started]]:
    made: list[Started] = []

    def begin(*recognizers: Recognizer | Problem) -> Started:
        made.append(Started(*recognizers))
        return made[-1]

    yield begin
    for one in made:
        one.loader.go.set()
        one.worker.close()
        assert one.failures == []


def counting() -> FakeRecognizer:
    """Writes how many samples it heard."""
    recognizer = FakeRecognizer()

    def said(audio: Samples, probabilities: Sequence[float]) -> str:
        return f"{len(audio)}"

    recognizer.said = said
    return recognizer


def test_every_sample_is_on_the_disk_before_the_model_is_there_and_is_written_down_behind_it(
    start: Callable[..., Started],
) -> None:
    recognizer = counting()
    sayso = start(recognizer)
    words = speech(3.0)
    sayso.dictate(1, words)
    # It has listened at once, and waited for nothing.
    assert sayso.of(CaptureOpened) == [CaptureOpened(1)]
    assert not sayso.of(ModelReady)
    assert not sayso.of(SpeechEnded)
    kept = sayso.kept(1)
    assert np.array_equal(kept[: len(words)], words)
    sayso.loader.go.set()
    (ended,) = sayso.wait_for(SpeechEnded)
    assert isinstance(ended, SpeechEnded)
    assert ended.id == 1
    # The transcript is of all that was kept, and one decode has had all of its speech.
    assert round(ended.transcript.seconds * 16_000) == len(kept)
    assert max(recognizer.phrases) * 16_000 >= len(words)
    assert len(sayso.of(ModelReady)) == 1
    assert not sayso.of(Failed)


def test_several_are_written_down_in_their_order_and_only_those_that_are_wanted(
    start: Callable[..., Started],
) -> None:
    sayso = start(counting())
    for id in (1, 2, 3):
        sayso.dictate(id, speech(id / 2))
    sayso.capture.abandon(2)
    sayso.sound.run()
    sayso.disk.run()
    sayso.loader.go.set()
    ended = [one for one in sayso.wait_for(SpeechEnded, 2) if isinstance(one, SpeechEnded)]
    assert [one.id for one in ended] == [1, 3]
    assert all(one.transcript.text for one in ended)
    assert ended[0].transcript.seconds < ended[1].transcript.seconds
    assert sorted(sayso.journal.open) == ["r1", "r3"]


def test_one_that_is_still_being_spoken_when_the_model_comes_loses_nothing_of_its_beginning(
    start: Callable[..., Started],
) -> None:
    recognizer = counting()
    sayso = start(recognizer)
    first, rest = speech(2.0), speech(1.0)
    sayso.capture.start(1, "r1")
    sayso.sound.run()
    sayso.hear(first)
    sayso.loader.go.set()
    sayso.wait_for(ModelReady)
    sayso.hear(rest)
    sayso.capture.stop(1)
    sayso.hear(quiet(0.4))
    (ended,) = sayso.wait_for(SpeechEnded)
    assert isinstance(ended, SpeechEnded)
    assert round(ended.transcript.seconds * 16_000) == len(sayso.kept(1))
    assert max(recognizer.phrases) * 16_000 >= len(first) + len(rest)


def test_where_the_model_cannot_be_had_the_recording_is_kept(start: Callable[..., Started]) -> None:
    problem = ModelUnusable("base", "the file is too short")
    sayso = start(problem)
    words = speech(1.0)
    sayso.dictate(1, words)
    sayso.loader.go.set()
    assert sayso.wait_for(Failed) == [Failed(1, problem)]
    assert sayso.of(ModelFailed) == [ModelFailed("base", problem)]
    assert np.array_equal(sayso.kept(1)[: len(words)], words)
