"""The rules of capturing, with a microphone, a clock and an inbox that do exactly what they are told."""

from __future__ import annotations

import numpy as np
import pytest

from app.domain.audio import SAMPLE_RATE
from app.domain.dictation_events import CaptureOpened
from app.services.capture import Outlet
from app.services.events import CaptureClosed, LevelHeard, MicrophoneChosen, Noticed
from tests.services.capture_bench import BLOCK, Bench, Recorded, quiet, speech, zeros


@pytest.fixture
def bench() -> Bench:
    return Bench()


def test_it_is_open_at_the_first_block_and_not_before(bench: Bench) -> None:
    bench.start()
    assert bench.microphone.is_open
    assert not bench.told(CaptureOpened)
    assert bench.cues.starts == 0
    bench.sound(speech(BLOCK))
    assert bench.told(CaptureOpened) == [CaptureOpened(1)]
    assert bench.cues.starts == 1
    bench.sound(speech(0.2))
    assert bench.told(CaptureOpened) == [CaptureOpened(1)]
    assert bench.cues.starts == 1


def test_without_the_start_sound_none_is_played() -> None:
    bench = Bench(start_sound=False)
    bench.start()
    bench.sound(speech(BLOCK))
    assert bench.told(CaptureOpened)
    assert bench.cues.starts == 0


def test_every_sample_arrives_once_and_in_order(bench: Bench) -> None:
    bench.start()
    words = np.concatenate([speech(1.0), quiet(0.1), speech(0.5)])
    bench.sound(words)
    bench.stop()
    bench.sound(quiet(0.5))
    heard = bench.sink.heard(1)
    assert np.array_equal(heard[: len(words)], words)
    assert bench.sink.windows[1] == len(heard) // 512
    assert bench.sink.calls == [("begin", 1), ("finish", 1)]
    assert bench.events[-1] == CaptureClosed(1)
    assert not bench.microphone.is_open


def test_the_tail_ends_early_with_silence(bench: Bench) -> None:
    bench.start()
    bench.sound(speech(1.0))
    bench.stop()
    bench.sound(quiet(0.5))
    tail = len(bench.sink.heard(1)) / SAMPLE_RATE - 1.0
    assert 0.12 <= tail <= 0.12 + 2 * 0.032 + BLOCK


def test_silence_before_the_release_counts(bench: Bench) -> None:
    bench.start()
    bench.sound(np.concatenate([speech(1.0), quiet(0.3)]))
    bench.stop()
    bench.sound(quiet(0.1))
    assert len(bench.sink.heard(1)) / SAMPLE_RATE <= 1.3 + 0.032 + BLOCK
    assert ("finish", 1) in bench.sink.calls


def test_speech_goes_on_until_the_tail_is_full(bench: Bench) -> None:
    bench.start()
    bench.sound(speech(1.0))
    bench.stop()
    bench.sound(speech(1.0))
    assert len(bench.sink.heard(1)) / SAMPLE_RATE == pytest.approx(1.3, abs=BLOCK + 0.001)


def test_what_is_under_way_at_the_release_is_heard(bench: Bench) -> None:
    """Blocks come 200 ms late. The release comes while the last word is still under way, behind a silence
    that would end the tail at once."""
    bench.start()
    bench.microphone.opened[0].latency = 0.2
    said = np.concatenate([speech(0.5), quiet(0.2), speech(0.1)])
    bench.inbox.advance(0.2)  # nothing has come yet of what is being said
    bench.sound(said[: round(0.7 * SAMPLE_RATE)])
    bench.stop()
    bench.sound(said[round(0.7 * SAMPLE_RATE) :])
    bench.sound(quiet(0.5))
    heard = bench.sink.heard(1)
    assert np.array_equal(heard[: len(said)], said)
    assert len(heard) / SAMPLE_RATE >= 0.7 + 0.2


def test_a_tap_of_40_ms_opens_hears_its_tail_and_finishes(bench: Bench) -> None:
    bench.start()
    bench.inbox.advance(0.04)
    bench.stop()
    assert bench.sink.calls == []
    bench.sound(quiet(0.5))
    assert bench.told(CaptureOpened, CaptureClosed) == [CaptureOpened(1), CaptureClosed(1)]
    assert bench.sink.calls == [("begin", 1), ("finish", 1)]
    assert 0.12 <= len(bench.sink.heard(1)) / SAMPLE_RATE <= 0.3
    assert bench.cues.starts == 0


def test_stopped_in_the_same_moment_as_started(bench: Bench) -> None:
    bench.service.start(1, "rec1")
    bench.service.stop(1)
    bench.inbox.run()
    bench.sound(quiet(0.5))
    assert bench.sink.calls == [("begin", 1), ("finish", 1)]


def test_stopping_twice_or_too_late_is_harmless(bench: Bench) -> None:
    bench.start()
    bench.sound(speech(0.5))
    bench.stop()
    bench.sound(quiet(0.06))
    bench.stop()
    bench.sound(quiet(0.3))
    bench.stop()
    bench.stop(99)
    assert bench.sink.calls == [("begin", 1), ("finish", 1)]


def test_the_next_dictation_hears_while_the_last_is_in_its_tail(bench: Bench) -> None:
    bench.start(1)
    bench.sound(speech(0.5))
    bench.stop(1)
    bench.sound(speech(0.1))
    bench.start(2)
    both = speech(0.3)
    bench.sound(both)
    bench.sound(speech(0.5))
    bench.stop(2)
    bench.sound(quiet(0.4))
    assert len(bench.microphone.opened) == 1
    assert bench.sink.calls == [("begin", 1), ("begin", 2), ("finish", 1), ("finish", 2)]
    assert np.array_equal(bench.sink.heard(2)[: len(both)], both)
    assert np.array_equal(bench.sink.heard(1)[round(0.6 * SAMPLE_RATE) :][:3200], both[:3200])
    assert bench.sink.windows[2] == len(bench.sink.heard(2)) // 512


def test_abandoned_while_speaking(bench: Bench) -> None:
    bench.start()
    bench.sound(speech(0.5))
    bench.service.abandon(1)
    bench.inbox.run()
    assert bench.sink.calls == [("begin", 1), ("abandon", 1)]
    assert not bench.microphone.is_open
    assert not bench.told(CaptureClosed)


def test_abandoning_one_leaves_the_other(bench: Bench) -> None:
    bench.start(1)
    bench.sound(speech(0.5))
    bench.stop(1)
    bench.start(2)
    bench.sound(speech(0.06))
    bench.service.abandon(2)
    bench.inbox.run()
    assert bench.microphone.is_open
    bench.sound(quiet(0.4))
    assert bench.sink.calls[-2:] == [("abandon", 2), ("finish", 1)]


def test_abandoned_after_its_end_the_sink_still_hears_of_it(bench: Bench) -> None:
    bench.start()
    bench.sound(speech(0.5))
    bench.stop()
    bench.sound(quiet(0.4))
    bench.service.abandon(1)
    bench.inbox.run()
    assert bench.sink.calls == [("begin", 1), ("finish", 1), ("abandon", 1)]


class Aside:
    """Listens for another end than a dictation."""

    def __init__(self) -> None:
        self.sink = Recorded()
        self.events: list[object] = []
        self.outlet = Outlet(self.sink, self.events.append)

    def told(self, *kinds: type) -> list[object]:
        return [event for event in self.events if isinstance(event, kinds)]


def test_what_is_captured_aside_is_no_dictation_to_anybody(bench: Bench) -> None:
    aside = Aside()
    bench.service.start(-1, "", aside.outlet)
    words = speech(1.0)
    bench.sound(words)
    bench.stop(-1)
    bench.sound(quiet(0.4))
    assert np.array_equal(aside.sink.heard(-1)[: len(words)], words)
    assert aside.sink.calls == [("begin", -1), ("finish", -1)]
    assert aside.sink.releases == [-1]
    assert aside.told(CaptureOpened, CaptureClosed) == [CaptureOpened(-1), CaptureClosed(-1)]
    assert 15 <= len(aside.told(LevelHeard)) <= 30
    assert bench.sink.calls == []
    assert bench.events == [MicrophoneChosen("Desk")]
    assert not bench.microphone.is_open


def test_a_dictation_and_one_aside_share_the_stream_and_nothing_else(bench: Bench) -> None:
    aside = Aside()
    bench.service.start(-1, "", aside.outlet)
    bench.sound(speech(0.5))
    bench.start(1)
    bench.service.abandon(-1, aside.outlet)
    words = speech(0.5)
    bench.sound(words)
    bench.stop(1)
    bench.sound(quiet(0.4))
    assert len(bench.microphone.opened) == 1
    assert aside.sink.calls == [("begin", -1), ("abandon", -1)]
    assert bench.sink.calls == [("begin", 1), ("finish", 1)]
    assert np.array_equal(bench.sink.heard(1)[: len(words)], words)
    assert not aside.told(CaptureClosed)


def test_a_muted_microphone_is_told_to_those_who_listen(bench: Bench) -> None:
    aside = Aside()
    bench.service.start(-1, "", aside.outlet)
    bench.sound(zeros(1.5))
    assert [type(event) for event in aside.told(Noticed)] == [Noticed]
    assert not bench.told(Noticed)
    bench.start(1)
    bench.sound(zeros(1.5))
    assert [type(event) for event in bench.told(Noticed)] == [Noticed]
    assert len(aside.told(Noticed)) == 1


def test_both_levels_move_while_both_listen(bench: Bench) -> None:
    aside = Aside()
    bench.service.start(-1, "", aside.outlet)
    bench.start(1)
    bench.start(2)
    bench.sound(speech(1.0))
    levels = bench.told(LevelHeard)
    assert 15 <= len(levels) <= 25
    assert aside.told(LevelHeard) == levels
