"""What goes wrong while capturing, devices that change, and pre-roll; as exact as the rules themselves."""

from __future__ import annotations

import numpy as np
import pytest

from app.domain.audio import SAMPLE_RATE
from app.domain.dictation_events import CaptureOpened, Failed
from app.domain.problems import (
    MicrophoneLost,
    MicrophoneMuted,
    MicrophoneStalled,
    NoMicrophone,
    Unexpected,
)
from app.domain.settings import MicrophoneSettings
from app.services.capture_parts import BlockQueue
from app.services.events import CaptureClosed, DevicesFound, LevelHeard, MicrophoneChosen, Noticed
from tests.services.capture_bench import BLOCK, Bench, quiet, speech, zeros


@pytest.fixture
def bench() -> Bench:
    return Bench()


def test_a_microphone_that_cannot_be_opened(bench: Bench) -> None:
    bench.microphone.refuses = NoMicrophone()
    bench.start()
    assert bench.told(Failed) == [Failed(1, bench.microphone.refuses)]
    # Answered all the same, for the machine may be waiting for its text already.
    assert bench.sink.calls == [("begin", 1), ("finish", 1)]
    bench.microphone.refuses = None
    bench.start(2)
    bench.sound(speech(0.1))
    assert CaptureOpened(2) in bench.events


def test_unplugged_in_the_middle_what_was_said_is_finished(bench: Bench) -> None:
    bench.start()
    words = speech(0.5)
    bench.sound(words)
    lost = MicrophoneLost("Desk")
    bench.microphone.unplug(lost)
    bench.inbox.run()
    assert bench.told(Failed, CaptureClosed) == [Failed(1, lost), CaptureClosed(1)]
    assert np.array_equal(bench.sink.heard(1), words)
    assert bench.sink.calls == [("begin", 1), ("finish", 1)]
    assert not bench.microphone.is_open
    bench.start(2)
    assert len(bench.microphone.opened) == 2


def test_unplugged_in_the_tail_is_nobodys_trouble(bench: Bench) -> None:
    bench.start()
    bench.sound(speech(0.5))
    bench.stop()
    bench.microphone.unplug(MicrophoneLost())
    bench.inbox.run()
    assert bench.problems() == []
    assert bench.sink.calls == [("begin", 1), ("finish", 1)]


def test_unplugged_blocks_that_wait_are_heard_first(bench: Bench) -> None:
    bench.start()
    words = speech(0.5)
    bench.microphone.say(words)
    bench.microphone.unplug(MicrophoneLost())
    bench.inbox.run()
    assert np.array_equal(bench.sink.heard(1), words)


def test_a_stream_that_falls_silent_has_stalled(bench: Bench) -> None:
    bench.start()
    words = speech(0.5)
    bench.sound(words)
    bench.inbox.advance(0.6)
    assert bench.problems() == []
    bench.inbox.advance(0.7)
    [problem] = bench.problems()
    assert isinstance(problem, MicrophoneStalled)
    assert np.array_equal(bench.sink.heard(1), words)
    assert bench.sink.calls == [("begin", 1), ("finish", 1)]


def test_a_computer_that_stood_still_is_no_stall(bench: Bench) -> None:
    bench.start()
    bench.sound(speech(0.5))
    bench.clock.time += 5.0
    bench.inbox.run()
    bench.sound(speech(0.5))
    assert bench.problems() == []
    assert len(bench.sink.heard(1)) == SAMPLE_RATE


def test_no_first_block_within_three_seconds(bench: Bench) -> None:
    bench.start()
    bench.inbox.advance(2.9)
    assert bench.problems() == []
    bench.inbox.advance(1.0)
    [problem] = bench.problems()
    assert isinstance(problem, MicrophoneStalled)
    assert bench.sink.calls == [("begin", 1), ("finish", 1)]
    assert bench.inbox.waiting == 0


def test_nothing_is_watched_between_dictations(bench: Bench) -> None:
    bench.start()
    bench.sound(speech(0.5))
    bench.stop()
    bench.sound(quiet(1.0))
    assert bench.inbox.waiting == 0


def test_digital_silence_for_a_second_is_told_once(bench: Bench) -> None:
    bench.start()
    bench.sound(zeros(0.98))
    assert bench.problems() == []
    bench.sound(zeros(3.0))
    [notice] = bench.told(Noticed)
    assert isinstance(notice, Noticed)
    assert isinstance(notice.problem, MicrophoneMuted)
    assert notice.subject == "rec1"
    bench.service.abandon(1)
    bench.start(2)
    bench.sound(zeros(1.5))
    assert len(bench.told(Noticed)) == 2


def test_pauses_in_speech_are_not_taken_for_a_muted_microphone(bench: Bench) -> None:
    bench.start()
    bench.sound(np.concatenate([zeros(0.9), speech(0.1), zeros(0.9), quiet(2.0)]))
    assert bench.problems() == []


def test_levels_come_about_twenty_times_a_second(bench: Bench) -> None:
    bench.start()
    bench.sound(speech(2.0))
    levels = [event.dbfs for event in bench.events if isinstance(event, LevelHeard)]
    assert 30 <= len(levels) <= 40
    assert all(-12 < level < -8 for level in levels)


def test_it_tells_which_microphone_is_heard_and_when_that_changes(bench: Bench) -> None:
    bench.start()
    assert bench.told(MicrophoneChosen) == [MicrophoneChosen("Desk")]
    bench.sound(speech(0.1))
    bench.microphone.opened[0].device = "Headset"
    bench.sound(speech(0.3))
    assert bench.told(MicrophoneChosen) == [MicrophoneChosen("Desk"), MicrophoneChosen("Headset")]


def test_pre_roll_goes_in_front(bench: Bench) -> None:
    bench.service.apply(MicrophoneSettings(pre_roll_seconds=0.4))
    bench.inbox.run()
    assert bench.microphone.is_open
    early = speech(2.0)
    bench.sound(early)
    assert bench.sink.calls == []
    assert not bench.told(LevelHeard)
    bench.start()
    # At once: nothing has to be opened and no block waited for.
    assert CaptureOpened(1) in bench.events
    late = speech(0.5)
    bench.sound(late)
    heard = bench.sink.heard(1)
    assert 0.9 <= len(heard) / SAMPLE_RATE <= 0.9 + BLOCK
    assert np.array_equal(heard, np.concatenate([early, late])[-len(heard) :])


def test_pre_roll_never_holds_what_another_dictation_has(bench: Bench) -> None:
    bench.service.apply(MicrophoneSettings(pre_roll_seconds=1.0))
    bench.inbox.run()
    bench.start(1)
    first = speech(0.5)
    bench.sound(first)
    bench.stop(1)
    bench.sound(quiet(0.3))
    bench.start(2)
    second = speech(0.3)
    bench.sound(second)
    ends = len(bench.sink.heard(1))
    whole = np.concatenate([first, quiet(0.3), second])
    assert np.array_equal(bench.sink.heard(2), whole[ends:])
    assert len(bench.microphone.opened) == 1


def test_without_pre_roll_the_microphone_closes(bench: Bench) -> None:
    bench.service.apply(MicrophoneSettings(pre_roll_seconds=0.4))
    bench.inbox.run()
    bench.service.apply(MicrophoneSettings())
    bench.inbox.run()
    assert not bench.microphone.is_open


def test_a_microphone_kept_open_is_opened_again_after_a_loss(bench: Bench) -> None:
    bench.service.apply(MicrophoneSettings(pre_roll_seconds=0.4))
    bench.inbox.run()
    bench.microphone.refuses = NoMicrophone()
    bench.microphone.unplug(MicrophoneLost())
    bench.inbox.advance(30.0)
    assert [type(problem) for problem in bench.problems()] == [MicrophoneLost]
    bench.microphone.refuses = None
    bench.inbox.advance(5.1)
    assert bench.microphone.is_open


def test_a_microphone_kept_open_that_died_unnoticed_is_opened_again(bench: Bench) -> None:
    bench.service.apply(MicrophoneSettings(pre_roll_seconds=0.4))
    bench.inbox.run()
    bench.sound(speech(0.2))
    bench.inbox.advance(60.0)
    bench.start()
    assert len(bench.microphone.opened) == 2
    bench.sound(speech(0.1))
    assert len(bench.sink.heard(1)) == round(0.1 * SAMPLE_RATE)


def test_another_device_counts_from_the_next_opening(bench: Bench) -> None:
    bench.start()
    bench.sound(speech(0.1))
    bench.service.apply(MicrophoneSettings(device="Headset"))
    bench.sound(speech(0.1))
    assert len(bench.microphone.opened) == 1
    bench.stop()
    bench.sound(quiet(0.4))
    bench.start(2)
    assert bench.microphone.opened[-1].device == "Headset"


def test_another_device_is_kept_open_at_once_with_pre_roll() -> None:
    bench = Bench(pre_roll_seconds=0.5)
    bench.service.prepare()
    bench.inbox.run()
    bench.service.apply(MicrophoneSettings(device="Headset", pre_roll_seconds=0.5))
    bench.inbox.run()
    assert [one.device for one in bench.microphone.opened] == ["Desk", "Headset"]
    assert bench.microphone.opened[0].is_closed


def test_devices_are_listed_anew(bench: Bench) -> None:
    bench.service.list_devices()
    bench.inbox.run()
    assert bench.microphone.refreshed == 1
    assert bench.told(DevicesFound) == [DevicesFound(bench.microphone.devices())]


def test_a_missing_detector_is_told_once_and_tails_are_full(bench: Bench) -> None:
    bench.detector_fails = Unexpected("the speech detector")
    for id in (1, 2):
        bench.start(id)
        bench.sound(speech(0.5))
        bench.stop(id)
        bench.sound(quiet(0.5))
        assert len(bench.sink.heard(id)) / SAMPLE_RATE == pytest.approx(0.8, abs=BLOCK + 0.001)
    assert bench.told(Noticed) == [Noticed(bench.detector_fails)]


def test_a_detector_that_fails_in_the_middle_costs_no_sound_and_is_told_once(bench: Bench) -> None:
    for id in (1, 2):
        bench.start(id)
        words = speech(0.5)
        bench.sound(words[:4000])
        bench.detectors[-1].fails = True
        bench.sound(words[4000:])
        bench.stop(id)
        bench.sound(quiet(0.5))
        assert np.array_equal(bench.sink.heard(id)[: len(words)], words)
        assert len(bench.sink.heard(id)) / SAMPLE_RATE == pytest.approx(0.8, abs=BLOCK + 0.001)
        assert bench.sink.calls[-1] == ("finish", id)
    ((noticed,)) = bench.told(Noticed)
    assert isinstance(noticed, Noticed)
    assert isinstance(noticed.problem, Unexpected)


def test_closing_leaves_the_recording_to_be_recovered() -> None:
    bench = Bench(pre_roll_seconds=0.5)
    bench.start()
    bench.sound(speech(0.5))
    bench.service.close()
    bench.inbox.run()
    assert not bench.microphone.is_open
    assert bench.sink.calls == [("begin", 1)]
    bench.inbox.advance(10.0)
    assert not bench.microphone.is_open


def test_the_queue_wakes_the_worker_once() -> None:
    queue = BlockQueue(opened=0.0)
    block = np.zeros(320, np.float32)
    assert [queue.put(block, 0.02), queue.put(block, 0.04)] == [True, False]
    assert queue.next() is not None
    assert queue.next() is not None
    assert queue.put(block, 0.06) is False
    assert queue.next() is not None
    assert queue.next() is None
    assert queue.put(block, 0.08) is True
