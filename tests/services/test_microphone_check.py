"""The check of a microphone over the real capture service, by the sample and by the second."""

from __future__ import annotations

import numpy as np
import pytest

from app.domain.microphone_report import MicrophoneVerdict
from app.domain.problems import MicrophoneDenied
from app.services.events import MicrophoneChosen
from app.services.guide_view import CheckStage, MicrophoneCheckView
from app.services.microphone_check import DICTATING, LISTEN_SECONDS, MicrophoneCheck
from tests.services.capture_bench import Bench, quiet, speech


class Desk:
    """A check over a capture service."""

    def __init__(self, **settings: object) -> None:
        self.bench = Bench(**settings)
        self.views: list[MicrophoneCheckView] = []
        self.is_dictating = False
        self.check = MicrophoneCheck(
            self.bench.service, self.bench.clock, lambda: self.is_dictating, self.views.append
        )

    def run(self) -> None:
        self.check.run()
        self.bench.inbox.run()

    @property
    def stages(self) -> list[CheckStage]:
        """Each once."""
        return list(dict.fromkeys(view.stage for view in self.views))

    @property
    def last(self) -> MicrophoneCheckView:
        return self.views[-1]


OPENINGS = 1.5
"""Seconds in which all openings but the last are over."""


def test_it_opens_three_times_listens_once_and_tells_delay_and_level() -> None:
    desk = Desk()
    desk.run()
    assert desk.views == [MicrophoneCheckView(CheckStage.OPENING)]
    desk.bench.sound(np.concatenate([quiet(OPENINGS), speech(LISTEN_SECONDS), quiet(1.0)]))
    assert desk.stages == [CheckStage.OPENING, CheckStage.LISTENING, CheckStage.DONE]
    assert len(desk.bench.microphone.opened) == 3
    assert not desk.bench.microphone.is_open
    report = desk.last.report
    assert report is not None
    assert report.delay_ms == 20  # one block
    assert report.verdict is not MicrophoneVerdict.NOTHING_HEARD
    assert report.speech_dbfs is not None
    assert -12.0 < report.speech_dbfs < 0.0


def test_nothing_of_it_reaches_journal_recognizer_or_machine_and_no_start_sound_is_played() -> None:
    desk = Desk()
    desk.run()
    desk.bench.sound(np.concatenate([quiet(OPENINGS), speech(LISTEN_SECONDS), quiet(1.0)]))
    assert desk.last.stage is CheckStage.DONE
    assert desk.bench.sink.calls == []
    assert desk.bench.events == [MicrophoneChosen("Desk")]
    assert desk.bench.cues.starts == 0


def test_while_it_listens_the_seconds_run_down_and_the_level_is_told() -> None:
    desk = Desk()
    desk.run()
    desk.bench.sound(np.concatenate([quiet(OPENINGS), speech(LISTEN_SECONDS), quiet(1.0)]))
    heard = [view for view in desk.views if view.stage is CheckStage.LISTENING and view.level_dbfs]
    left = [view.seconds_left for view in heard]
    assert left == sorted(left, reverse=True)
    assert left[-1] == 0.0
    assert 15 * LISTEN_SECONDS < len(heard) < 25 * LISTEN_SECONDS


def test_a_room_in_which_nobody_speaks_is_told_so() -> None:
    desk = Desk()
    desk.run()
    desk.bench.sound(quiet(OPENINGS + LISTEN_SECONDS + 1.0))
    assert desk.last.report is not None
    assert desk.last.report.verdict is MicrophoneVerdict.NOTHING_HEARD


def test_a_microphone_that_sends_digital_silence_is_said_to_be_muted() -> None:
    desk = Desk()
    desk.run()
    desk.bench.sound(np.zeros(round(16_000 * (OPENINGS + LISTEN_SECONDS + 1.0)), np.float32))
    assert desk.last.stage is CheckStage.FAILED
    assert "sends only silence" in desk.last.sentence


def test_a_microphone_that_is_refused_is_one_sentence_with_the_remedy() -> None:
    desk = Desk()
    desk.bench.microphone.refuses = MicrophoneDenied()
    desk.run()
    assert desk.last == MicrophoneCheckView(CheckStage.FAILED, sentence=str(MicrophoneDenied()))
    # The next one begins afresh.
    desk.bench.microphone.refuses = None
    desk.run()
    assert desk.last.stage is CheckStage.OPENING


def test_while_somebody_dictates_it_does_not_begin() -> None:
    desk = Desk()
    desk.is_dictating = True
    desk.run()
    assert desk.views == [MicrophoneCheckView(CheckStage.FAILED, sentence=DICTATING)]
    assert desk.bench.microphone.opened == []


@pytest.mark.parametrize("seconds", [0.1, 0.7, 2.0])
def test_a_dictation_takes_over_whenever_it_begins(seconds: float) -> None:
    desk = Desk()
    desk.run()
    desk.bench.sound(speech(seconds))
    desk.bench.start(7)
    desk.bench.inbox.run()
    desk.check.make_way()
    desk.bench.sound(speech(0.5))
    assert desk.last == MicrophoneCheckView(CheckStage.FAILED, sentence=DICTATING)
    assert ("begin", 7) in desk.bench.sink.calls
    assert desk.bench.microphone.is_open
    assert [call for call in desk.bench.sink.calls if call[1] < 0] == []


def test_a_check_that_is_dropped_tells_nothing_more_and_closes_the_microphone() -> None:
    desk = Desk()
    desk.run()
    desk.bench.sound(speech(2.0))
    desk.check.drop()
    desk.bench.inbox.run()
    assert desk.last == MicrophoneCheckView()
    told = len(desk.views)
    desk.bench.sound(speech(1.0))
    assert len(desk.views) == told
    assert not desk.bench.microphone.is_open


def test_a_second_check_ends_the_first() -> None:
    desk = Desk()
    desk.run()
    desk.bench.sound(quiet(0.3))
    desk.run()
    desk.bench.sound(np.concatenate([quiet(OPENINGS), speech(LISTEN_SECONDS), quiet(1.0)]))
    assert [view.stage for view in desk.views].count(CheckStage.DONE) == 1
