"""Trying a model out: what is heard, written and shown of it, and how a dictation overtakes it."""

from __future__ import annotations

import threading

import numpy as np
import pytest

from app.domain.dictation_events import CaptureOpened, StartRequested
from app.domain.settings import SpeechSettings
from app.services.events import CaptureClosed, LevelHeard, MicrophoneChosen
from app.services.model_trial import DICTATING, OVERTAKEN, TRIAL_SECONDS, ModelTrial
from app.services.view_trial import TrialStage, TrialView
from app.services.worker import Worker
from tests.fakes import FakeRecognizer
from tests.services.capture_bench import BLOCK, quiet, speech
from tests.services.trial_bench import Desk

WAIT = 20.0


def test_it_listens_for_five_seconds_and_shows_the_text_and_what_it_took() -> None:
    recognizer = FakeRecognizer()
    desk = Desk(recognizer)
    recognizer.answers = [desk.writes("good morning")]
    desk.try_out(SpeechSettings(model="small", language="de", hints=("Sayso",)))
    assert desk.views == [TrialView("small", TrialStage.LISTENING, TRIAL_SECONDS)]
    desk.say(8.0)
    assert desk.last == TrialView("small", TrialStage.WRITING)
    assert desk.loader.loaded == []
    desk.inbox.run()
    assert desk.stages == [TrialStage.LISTENING, TrialStage.WRITING, TrialStage.DONE]
    assert desk.last.text == "good morning"
    assert desk.last.seconds == pytest.approx(0.4)
    assert desk.last.sentence == "Loaded in 1.2 s."
    # The five seconds, and the tail of a word that was under way.
    assert recognizer.heard == [pytest.approx(TRIAL_SECONDS + 0.3, abs=0.1)]
    assert (recognizer.options[0].language, recognizer.options[0].hints) == ("de", ("Sayso",))
    assert desk.bench.cues.starts == 1
    assert not desk.bench.microphone.is_open


def test_while_it_listens_the_seconds_run_down_and_the_level_moves() -> None:
    desk = Desk(FakeRecognizer())
    desk.try_out()
    desk.say(8.0)
    heard = [
        view for view in desk.views if view.stage is TrialStage.LISTENING and view.level_dbfs is not None
    ]
    left = [view.seconds_left for view in heard]
    assert left == sorted(left, reverse=True)
    assert TRIAL_SECONDS - left[0] < 0.1
    assert left[-1] == 0.0
    assert 15 * TRIAL_SECONDS < len(heard) < 25 * TRIAL_SECONDS
    assert all(-12.0 < view.level_dbfs < 0.0 for view in heard if view.level_dbfs is not None)


def test_neither_journal_nor_recognizer_nor_machine_hears_of_it() -> None:
    desk = Desk(FakeRecognizer("good morning"))
    desk.try_out()
    desk.say()
    desk.inbox.run()
    assert desk.last.stage is TrialStage.DONE
    assert desk.bench.sink.calls == []
    assert desk.bench.sink.sound == {}
    assert desk.bench.events == [MicrophoneChosen("Desk")]


def test_a_model_that_is_loaded_already_says_nothing_of_loading() -> None:
    desk = Desk(FakeRecognizer("one", "two"))
    for _ in range(2):
        desk.try_out()
        desk.say()
        desk.inbox.run()
    assert (desk.last.text, desk.last.sentence) == ("two", "")
    assert len(desk.loader.loaded) == 1


def test_it_can_be_stopped_sooner_and_keeps_its_tail() -> None:
    recognizer = FakeRecognizer("hello")
    desk = Desk(recognizer)
    desk.try_out()
    desk.bench.sound(speech(1.0))
    desk.trial.stop()
    desk.bench.sound(quiet(0.5))
    desk.inbox.run()
    assert desk.last.text == "hello"
    assert recognizer.heard == [pytest.approx(1.0 + 0.15, abs=0.1)]
    desk.trial.stop()
    assert desk.last.stage is TrialStage.DONE


def test_stopped_once_more_while_it_writes_it_is_forgotten() -> None:
    recognizer = FakeRecognizer()
    desk = Desk(recognizer)

    def stopped() -> str:
        desk.trial.stop()
        return "unwanted"

    recognizer.answers = [stopped]
    desk.try_out()
    desk.bench.sound(speech(1.0))
    desk.trial.stop()
    desk.trial.stop()
    desk.bench.sound(quiet(0.5))
    assert desk.last.stage is TrialStage.WRITING
    desk.inbox.run()
    assert desk.last == TrialView()
    assert [held.in_use for held in desk.pool.state] == [False]


def test_what_a_pre_roll_brings_does_not_count() -> None:
    recognizer = FakeRecognizer("hello")
    desk = Desk(recognizer, pre_roll_seconds=2.0)
    desk.bench.service.prepare()
    desk.bench.sound(speech(3.0))
    desk.try_out()
    desk.say(8.0)
    desk.inbox.run()
    assert recognizer.heard == [pytest.approx(2.0 + TRIAL_SECONDS + 0.3, abs=0.15)]


@pytest.mark.parametrize("is_released", [False, True])
def test_a_dictation_overtakes_it_and_takes_the_open_stream_over(is_released: bool) -> None:
    desk = Desk(FakeRecognizer("unwanted"))
    desk.try_out()
    desk.bench.sound(speech(1.0))
    if is_released:
        desk.trial.stop()
        desk.bench.sound(speech(BLOCK))
    desk.dictate()
    assert desk.last == TrialView("small", TrialStage.FAILED, sentence=OVERTAKEN)
    shown = len(desk.views)
    words = speech(TRIAL_SECONDS)
    desk.bench.sound(words)
    desk.bench.stop()
    desk.bench.sound(quiet(0.5))
    desk.inbox.run()
    assert len(desk.views) == shown
    assert desk.loader.loaded == []
    assert len(desk.bench.microphone.opened) == 1
    assert np.array_equal(desk.bench.sink.heard(1)[: len(words)], words)
    assert desk.bench.sink.calls == [("begin", 1), ("finish", 1)]
    assert desk.bench.told(CaptureOpened, CaptureClosed) == [CaptureOpened(1), CaptureClosed(1)]
    # Its own level meter moves again.
    assert desk.bench.told(LevelHeard)


def test_a_dictation_that_begins_while_it_waits_for_its_turn_costs_no_loading() -> None:
    desk = Desk(FakeRecognizer("unwanted"))
    desk.try_out()
    desk.say()
    assert desk.last.stage is TrialStage.WRITING
    desk.dictate()
    desk.inbox.run()
    assert desk.last.sentence == OVERTAKEN
    assert desk.loader.loaded == []


def test_what_is_written_after_a_dictation_began_is_not_shown_and_the_model_given_back() -> None:
    recognizer = FakeRecognizer()
    desk = Desk(recognizer)

    def overtaken() -> str:
        desk.dictate()
        return "too late"

    recognizer.answers = [overtaken]
    desk.try_out()
    desk.say()
    desk.inbox.run()
    assert desk.last == TrialView("small", TrialStage.FAILED, sentence=OVERTAKEN)
    assert [held.in_use for held in desk.pool.state] == [False]


def test_a_dictation_that_begins_while_the_model_loads_keeps_it_from_being_used() -> None:
    recognizer = FakeRecognizer("unwanted")
    desk = Desk(recognizer)
    desk.loader.meanwhile = desk.dictate
    desk.try_out()
    desk.say()
    desk.inbox.run()
    assert desk.last.sentence == OVERTAKEN
    assert recognizer.heard == []
    assert [held.in_use for held in desk.pool.state] == [False]


def test_while_a_dictation_has_the_microphone_none_begins() -> None:
    desk = Desk(FakeRecognizer())
    desk.bench.start()
    desk.is_dictating = True
    desk.try_out()
    desk.say()
    assert desk.views == [TrialView("small", TrialStage.FAILED, sentence=DICTATING)]
    assert desk.bench.sink.calls[0] == ("begin", 1)


def test_a_new_one_ends_the_one_before() -> None:
    recognizer = FakeRecognizer("hello")
    desk = Desk(recognizer)
    desk.try_out()
    desk.bench.sound(speech(2.0))
    desk.try_out(SpeechSettings(model="base"))
    desk.say()
    desk.inbox.run()
    assert [one.model for one in desk.loader.loaded] == ["base"]
    assert (desk.last.model, desk.last.text) == ("base", "hello")
    assert recognizer.heard == [pytest.approx(TRIAL_SECONDS + 0.15, abs=0.1)]


def test_it_can_be_dropped_without_a_word() -> None:
    desk = Desk(FakeRecognizer())
    desk.trial.drop()
    assert desk.views == []
    desk.try_out()
    desk.bench.sound(speech(1.0))
    desk.trial.drop()
    desk.bench.inbox.run()
    assert desk.last == TrialView()
    assert not desk.bench.microphone.is_open


def test_on_a_real_worker_a_dictation_overtakes_one_whose_model_is_loading() -> None:
    desk = Desk()
    began, go = threading.Event(), threading.Event()

    def held_up() -> str:
        began.set()
        assert go.wait(WAIT)
        return "too late"

    desk.loader.recognizers = [FakeRecognizer(held_up, "next")]
    failures: list[Exception] = []
    ended = threading.Event()

    def show(view: TrialView) -> None:
        desk.views.append(view)
        if view.stage is TrialStage.DONE:
            ended.set()

    worker = Worker("trial", desk.bench.clock, failures.append)
    worker.start()
    desk.trial = ModelTrial(desk.bench.service, worker, desk.bench.clock, desk.pool, lambda: False, show)
    desk.try_out()
    desk.say()
    assert began.wait(WAIT)
    # It returns although the model is in use, and the next one waits for its turn.
    desk.trial.dictation_began(StartRequested())
    assert desk.last.sentence == OVERTAKEN
    desk.try_out()
    desk.say()
    go.set()
    assert ended.wait(WAIT)
    worker.close()
    assert failures == []
    assert [view.text for view in desk.views if view.text] == ["next"]
