from __future__ import annotations

import logging
import threading
from collections.abc import Sequence

import numpy as np
import pytest

from app.domain.audio import Samples
from app.domain.dictation_events import Failed, SpeechEnded
from app.domain.problems import ModelDamaged, ModelMissing, Problem, RecognitionFailed, Unexpected
from app.domain.settings import SpeechSettings
from app.services.events import ModelFailed, ModelLoading, ModelReady, NotTranscribedAgain, TranscribedAgain
from app.services.ports import Recognizer
from app.services.speech import SpeechService
from app.services.worker import Worker
from tests.fakes.speech import FakeLoader, FakeRecognizer, pool_of
from tests.fakes.time import FakeClock, FakeInbox

BLOCK = np.full(512 * 4, 0.1, np.float32)
VOICE = (0.2, 0.9, 0.95, 0.9)
SILENCE = (0.02, 0.1, 0.2, 0.05)


class Bench:
    """A speech service whose inbox is worked off by hand."""

    def __init__(self, *recognizers: Recognizer | Problem, settings: SpeechSettings | None = None) -> None:
        self.posted: list[object] = []
        self.inbox = FakeInbox(FakeClock())
        self.loader = FakeLoader(*recognizers)
        self.settings = settings or SpeechSettings()
        self.pool = pool_of(self.loader)
        self.service = SpeechService(self.inbox, self.pool, self.posted.append, self.settings)

    def ready(self) -> Bench:
        self.service.prepare()
        self.inbox.run()
        self.posted.clear()
        return self

    def speak(self, id: int, blocks: int = 3, speech: Sequence[float] = VOICE) -> None:
        self.service.begin(id, f"recording-{id}")
        for _ in range(blocks):
            self.service.hear(id, BLOCK, speech)

    def ended(self) -> dict[int, str]:
        """The texts that came, by dictation."""
        return {one.id: one.transcript.text for one in self.posted if isinstance(one, SpeechEnded)}


def test_all_that_was_said_is_decoded_as_one_phrase_at_its_end() -> None:
    recognizer = FakeRecognizer("hello")
    bench = Bench(recognizer).ready()
    bench.speak(1, blocks=2)
    bench.inbox.run()
    assert recognizer.phrases == []
    bench.service.finish(1)
    bench.inbox.run()
    assert recognizer.phrases == [2 * len(BLOCK) / 16_000]
    assert bench.ended() == {1: "hello"}


def test_overlapping_dictations_keep_their_sound_apart() -> None:
    recognizer = FakeRecognizer("one", "two")
    bench = Bench(recognizer).ready()
    bench.speak(1, blocks=2)
    bench.speak(2, blocks=4)
    bench.service.hear(1, BLOCK, VOICE)
    bench.service.finish(1)
    bench.service.finish(2)
    bench.inbox.run()
    assert [round(one * 16_000) for one in recognizer.phrases] == [3 * len(BLOCK), 4 * len(BLOCK)]
    assert bench.ended() == {1: "one", 2: "two"}


def test_a_dictation_while_the_model_loads_is_decoded_behind_it() -> None:
    bench = Bench(FakeRecognizer("hello"))
    bench.service.prepare(bench.settings)
    bench.speak(1)
    bench.service.finish(1)
    bench.inbox.run()
    assert isinstance(bench.posted[-2], ModelReady)
    assert bench.ended() == {1: "hello"}


def test_without_a_model_the_dictation_fails_with_its_problem_and_a_good_model_mends_it() -> None:
    damaged = ModelDamaged("base", "model.bin")
    bench = Bench(damaged, FakeRecognizer("hello"))
    bench.service.prepare(bench.settings)
    bench.speak(1)
    bench.service.finish(1)
    bench.inbox.run()
    assert bench.posted[1:] == [ModelFailed("base", damaged), Failed(1, damaged)]
    bench.service.apply(SpeechSettings(model="small"))
    bench.speak(2)
    bench.service.finish(2)
    bench.inbox.run()
    assert bench.ended() == {2: "hello"}


@pytest.mark.parametrize("id", [1, 7])
def test_silence_gives_an_empty_transcript_without_decoding(id: int) -> None:
    recognizer = FakeRecognizer("invented")
    bench = Bench(recognizer).ready()
    bench.speak(id, speech=SILENCE)
    bench.service.finish(id)
    bench.inbox.run()
    assert recognizer.heard == []
    assert bench.ended() == {id: ""}
    (answer,) = bench.posted
    assert isinstance(answer, SpeechEnded)
    assert answer.transcript.seconds == 3 * len(BLOCK) / 16_000


def test_a_dictation_that_never_began_is_answered_with_nothing() -> None:
    bench = Bench(FakeRecognizer("invented")).ready()
    bench.service.finish(4)
    bench.inbox.run()
    assert bench.ended() == {4: ""}


def test_a_tap_shorter_than_a_window_is_nothing() -> None:
    bench = Bench(FakeRecognizer("invented")).ready()
    bench.service.begin(1, "r")
    bench.service.hear(1, BLOCK[:300], ())
    bench.service.finish(1)
    bench.inbox.run()
    assert bench.ended() == {1: ""}


def test_without_a_detector_everything_is_decoded() -> None:
    recognizer = FakeRecognizer("hello")
    bench = Bench(recognizer).ready()
    bench.speak(1, speech=())
    bench.service.finish(1)
    bench.inbox.run()
    assert bench.ended() == {1: "hello"}


def test_with_voice_detection_off_silence_is_decoded() -> None:
    recognizer = FakeRecognizer("hello")
    bench = Bench(recognizer, settings=SpeechSettings(voice_detection=False)).ready()
    bench.speak(1, speech=SILENCE)
    bench.service.finish(1)
    bench.inbox.run()
    assert bench.ended() == {1: "hello"}
    assert recognizer.options[0].voice_detection is False


def test_an_abandoned_dictation_is_never_answered_nor_decoded() -> None:
    recognizer = FakeRecognizer("unwanted", "wanted")
    bench = Bench(recognizer).ready()
    bench.speak(1)
    bench.service.abandon(1)
    bench.speak(2)
    bench.service.finish(2)
    bench.service.finish(1)
    bench.service.abandon(9)
    bench.inbox.run()
    assert bench.ended() == {2: "unwanted"}
    assert len(recognizer.phrases) == 1


def test_what_is_abandoned_while_it_is_decoded_is_dropped() -> None:
    bench = Bench()

    def cancelled_meanwhile() -> str:
        bench.service.abandon(1)
        return "too late"

    bench.loader.recognizers = [FakeRecognizer(cancelled_meanwhile, "next")]
    bench.ready()
    for id in (1, 2):
        bench.speak(id)
        bench.service.finish(id)
    bench.inbox.run()
    assert bench.ended() == {2: "next"}


def test_a_problem_fails_its_dictation_alone() -> None:
    problem = RecognitionFailed("engine")
    bench = Bench(FakeRecognizer(problem, problem, "next")).ready()
    for id in (1, 2):
        bench.speak(id)
        bench.service.finish(id)
    bench.inbox.run()
    assert bench.posted[0] == Failed(1, problem)
    assert bench.ended() == {2: "next"}


def test_a_mistake_fails_its_dictation_alone_and_the_log_holds_no_text(
    caplog: pytest.LogCaptureFixture,
) -> None:
    spoken = "-".join(("se", "cret"))  # not as it stands in this file, which the stack quotes

    def mistake() -> str:
        raise KeyError(spoken)

    bench = Bench(FakeRecognizer(mistake, "next")).ready()
    with caplog.at_level(logging.DEBUG):
        for id in (1, 2):
            bench.speak(id)
            bench.service.finish(id)
        bench.inbox.run()
    failed = bench.posted[0]
    assert isinstance(failed, Failed)
    assert isinstance(failed.problem, Unexpected)
    assert bench.ended() == {2: "next"}
    assert "KeyError" in caplog.text
    assert spoken not in caplog.text + failed.problem.detail


def test_settings_that_need_no_other_model_load_none() -> None:
    recognizer = FakeRecognizer("hallo")
    bench = Bench(recognizer).ready()
    bench.service.apply(SpeechSettings(language="de", hints=("Sayso",)))
    bench.speak(1)
    bench.service.finish(1)
    bench.inbox.run()
    assert len(bench.loader.loaded) == 1
    assert (recognizer.options[0].language, recognizer.options[0].hints) == ("de", ("Sayso",))


def test_a_stored_recording_is_decoded_once_more() -> None:
    problem = RecognitionFailed("engine")
    bench = Bench(FakeRecognizer("hello", problem, "as a dictation")).ready()
    bench.service.transcribe_again("r1", BLOCK)
    bench.service.transcribe_again("r2", BLOCK)
    bench.service.transcribe(5, BLOCK)
    bench.inbox.run()
    again, failed, ended = bench.posted
    assert isinstance(again, TranscribedAgain)
    assert (again.recording, again.transcript.text) == ("r1", "hello")
    assert failed == NotTranscribedAgain("r2", problem)
    assert isinstance(ended, SpeechEnded)


def test_other_settings_come_into_use_behind_the_dictation_that_is_going_on() -> None:
    bench = Bench(FakeRecognizer(*["by the first"] * 3), FakeRecognizer("by the other")).ready()
    bench.speak(1)
    bench.service.apply(SpeechSettings(model="small"))
    bench.inbox.run()
    assert len(bench.loader.loaded) == 1
    bench.service.finish(1)
    bench.speak(2)
    bench.service.finish(2)
    bench.inbox.run()
    assert bench.ended() == {1: "by the first", 2: "by the other"}
    assert [one.model for one in bench.loader.loaded] == ["base", "small"]


def test_abandoning_the_last_dictation_lets_other_settings_come_into_use() -> None:
    bench = Bench(FakeRecognizer(), FakeRecognizer()).ready()
    bench.speak(1)
    bench.service.apply(SpeechSettings(model="small"))
    bench.service.abandon(1)
    bench.inbox.run()
    assert [one.model for one in bench.loader.loaded] == ["base", "small"]


def test_an_unloaded_model_is_loaded_while_the_first_words_are_spoken() -> None:
    bench = Bench(FakeRecognizer(), FakeRecognizer("awake")).ready()
    bench.pool.unload("base")
    bench.service.begin(1, "recording-1")
    bench.inbox.run()
    assert [type(one) for one in bench.posted] == [ModelLoading, ModelReady]
    bench.service.hear(1, BLOCK, VOICE)
    bench.service.finish(1)
    bench.inbox.run()
    assert bench.ended() == {1: "awake"}


def test_a_model_that_was_missing_is_used_from_the_moment_it_is_got() -> None:
    bench = Bench(ModelDamaged("base", "model.bin"), FakeRecognizer("hello"))
    bench.service.prepare()
    bench.service.got("small")
    bench.speak(1)
    bench.inbox.run()
    assert len(bench.loader.loaded) == 1
    # Also by a dictation that is going on.
    bench.service.got("base")
    bench.service.finish(1)
    bench.inbox.run()
    assert bench.ended() == {1: "hello"}
    bench.service.got("base")
    bench.inbox.run()
    assert len(bench.loader.loaded) == 2


def test_a_model_that_was_refused_comes_into_use_behind_what_the_one_before_it_is_writing() -> None:
    old = FakeRecognizer()
    old.said = lambda audio, speech: "old"
    bench = Bench(old, ModelMissing("small"), FakeRecognizer()).ready()
    bench.service.apply(SpeechSettings(model="small"))
    bench.speak(1)
    bench.service.got("small")
    bench.inbox.run()
    assert len(bench.loader.loaded) == 2
    bench.service.finish(1)
    bench.inbox.run()
    assert bench.ended() == {1: "old"}
    assert [one.model for one in bench.loader.loaded] == ["base", "small", "small"]


def test_a_folder_that_came_back_is_found_at_the_next_dictation() -> None:
    bench = Bench(ModelMissing("base"), FakeRecognizer("hello"))
    bench.service.prepare()
    bench.speak(1)
    bench.service.finish(1)
    bench.inbox.run()
    assert bench.ended() == {1: "hello"}


def test_on_a_real_worker_every_dictation_is_answered_once() -> None:
    answers: list[object] = []
    done = threading.Event()

    def post(event: object) -> None:
        answers.append(event)
        if len([one for one in answers if isinstance(one, SpeechEnded)]) == 20:
            done.set()

    failures: list[Exception] = []
    worker = Worker("speech", FakeClock(), failures.append)
    worker.start()
    service = SpeechService(worker, pool_of(FakeLoader(FakeRecognizer())), post, SpeechSettings())
    service.prepare(SpeechSettings())

    def dictate(ids: range) -> None:
        for id in ids:
            service.begin(id, "r")
            service.hear(id, block(id), VOICE)
            service.finish(id)

    threads = [threading.Thread(target=dictate, args=(range(n, n + 10),)) for n in (0, 10)]
    for thread in threads:
        thread.start()
    assert done.wait(10)
    for thread in threads:
        thread.join(5)
    worker.close()
    ended = [one for one in answers if isinstance(one, SpeechEnded)]
    assert sorted(one.id for one in ended) == list(range(20))
    assert all(round(one.transcript.seconds * 16_000) == len(block(one.id)) for one in ended)
    assert failures == []


def block(id: int) -> Samples:
    """A block whose length tells whose it is."""
    return np.zeros(1000 + id, np.float32)
