"""Playing, second by second: what is told, and what becomes of everything that may come in between."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from app.domain.audio import SAMPLE_RATE, Samples
from app.domain.media import ANY_SOUND, Channels, SoundChoice
from app.domain.problems import (
    AudioCutShort,
    AudioMissing,
    AudioUnreadable,
    NoSpeaker,
    Problem,
    SpeakerLost,
    Unexpected,
)
from app.services.file_events import PlayingEnded, PlayingMoved
from app.services.playback import AHEAD_SECONDS, TICK_SECONDS, TRAIL_SECONDS, Playback
from tests.fakes import FakeClock, FakeInbox
from tests.fakes.playing import FakeLoudspeaker, FakeMediaFiles, FakeSounding

TALK, SONG = Path("talk"), Path("song")
SECONDS = 3.0


def sound(seed: int, seconds: float = SECONDS) -> Samples:
    noise = np.random.default_rng(seed).uniform(-0.5, 0.5, round(seconds * SAMPLE_RATE))
    return noise.astype(np.float32)


class Bench:
    """Playback whose thread is worked off by hand; `when` is asked at every event that is posted."""

    def __init__(self) -> None:
        self.inbox = FakeInbox(FakeClock())
        self.talk, self.song = sound(1), sound(2)
        self.files = FakeMediaFiles(talk=self.talk, song=self.song)
        self.speaker = FakeLoudspeaker()
        self.posted: list[object] = []
        self.when: Callable[[object], None] = lambda _: None
        self.playback = Playback(self.inbox, self.files, self.speaker, self._post)

    def _post(self, event: object) -> None:
        self.posted.append(event)
        self.when(event)

    def play(self, path: Path = TALK, start: float = 0.0, choice: SoundChoice = ANY_SOUND) -> None:
        self.playback.play(path, choice, start)
        self.inbox.run()

    @property
    def sounding(self) -> FakeSounding:
        return self.speaker.opened[-1]

    def hear(self, seconds: float) -> None:
        """Time passes, for the loudspeaker too."""
        for _ in range(round(seconds / TICK_SECONDS)):
            self.sounding.play(TICK_SECONDS)
            self.inbox.advance(TICK_SECONDS)

    @property
    def moves(self) -> list[float]:
        return [one.seconds for one in self.posted if isinstance(one, PlayingMoved)]

    @property
    def ends(self) -> list[PlayingEnded]:
        return [one for one in self.posted if isinstance(one, PlayingEnded)]

    def end(self) -> PlayingEnded:
        """The only one, and the last that was told; nothing is held any more."""
        (ended,) = self.ends
        assert self.posted[-1] is ended
        self.inbox.advance(TRAIL_SECONDS)
        assert all(one.is_closed for one in self.speaker.opened)
        assert all(one.is_closed for one in self.files.streams)
        assert self.inbox.waiting == 0
        return ended


def test_a_file_is_heard_to_its_end() -> None:
    bench = Bench()
    bench.play()
    bench.hear(SECONDS + 1)
    assert np.array_equal(bench.sounding.given, bench.talk)
    assert bench.end() == PlayingEnded(SECONDS)
    assert bench.moves == pytest.approx([TICK_SECONDS * n for n in range(1, 61)])


def test_it_begins_where_it_is_asked_to() -> None:
    bench = Bench()
    choice = SoundChoice(1, Channels.FIRST)
    bench.play(start=1.25, choice=choice)
    bench.hear(0.5)
    assert bench.files.opened == [(TALK, choice, 1.25)]
    assert np.array_equal(bench.sounding.given[:1600], bench.talk[20_000:21_600])
    assert bench.moves[-1] == pytest.approx(1.75)


def test_no_more_is_decoded_than_is_needed_soon() -> None:
    bench = Bench()
    bench.play()
    bench.hear(1.0)
    assert AHEAD_SECONDS <= bench.sounding.ahead < AHEAD_SECONDS + 0.1


def test_pause_is_heard_and_told_at_once() -> None:
    bench = Bench()
    bench.play()
    bench.hear(1.0)
    bench.playback.pause()
    assert bench.sounding.is_closed
    assert bench.posted[-1] == PlayingEnded(1.0)
    bench.inbox.run()
    assert bench.end() == PlayingEnded(1.0)


def test_pause_while_decoding_hangs() -> None:
    """It is the reading thread that hangs, so another one pauses, and hears nothing more."""
    bench = Bench()
    bench.files.reading = bench.playback.pause
    bench.play()
    assert bench.end() == PlayingEnded(0.0)
    assert bench.sounding.heard == 0.0


@pytest.mark.parametrize("moment", ["before", "files", "speaker"])
def test_pause_before_anything_is_heard(moment: str) -> None:
    bench = Bench()
    if moment == "files":
        bench.files.opening = bench.playback.pause
    elif moment == "speaker":
        bench.speaker.opening = bench.playback.pause
    bench.playback.play(TALK, ANY_SOUND, 2.0)
    if moment == "before":
        bench.playback.pause()
    bench.inbox.run()
    assert bench.end() == PlayingEnded(2.0)
    assert bench.moves == []


def test_pause_without_playing_says_nothing() -> None:
    bench = Bench()
    bench.playback.pause()
    bench.playback.toggle()
    bench.playback.make_way(True)
    bench.inbox.run()
    assert bench.posted == []
    assert bench.files.opened == []


def test_toggle_plays_on_where_it_was_paused() -> None:
    bench = Bench()
    bench.play(start=0.5)
    bench.hear(1.0)
    bench.playback.toggle()
    bench.inbox.run()
    assert bench.ends == [PlayingEnded(1.5)]
    bench.playback.toggle()
    bench.inbox.run()
    assert [start for _, _, start in bench.files.opened] == [0.5, 1.5]
    bench.hear(2.0)
    assert bench.ends[1:] == [PlayingEnded(SECONDS)]


def test_toggle_at_the_end_begins_anew() -> None:
    bench = Bench()
    bench.play(start=2.5)
    bench.hear(1.0)
    assert bench.ends == [PlayingEnded(SECONDS)]
    bench.playback.toggle()
    bench.inbox.run()
    assert bench.files.opened[-1] == (TALK, ANY_SOUND, 0.0)


def test_another_sound_takes_the_place_of_the_first() -> None:
    bench = Bench()
    bench.play(TALK)
    bench.hear(1.0)
    first = bench.sounding
    bench.playback.play(SONG, ANY_SOUND, 0.25)
    assert first.is_closed
    bench.inbox.run()
    bench.hear(0.5)
    assert bench.ends == []
    assert bench.files.streams[0].is_closed
    assert bench.moves[-1] == pytest.approx(0.75)
    assert np.array_equal(bench.sounding.given[:1600], bench.song[4000:5600])
    bench.playback.pause()
    bench.inbox.run()
    assert bench.end() == PlayingEnded(0.75)


def test_a_jump_while_the_file_is_being_opened() -> None:
    bench = Bench()

    def jump() -> None:
        bench.files.opening = lambda: None
        bench.playback.play(TALK, ANY_SOUND, 2.0)

    bench.files.opening = jump
    bench.play()
    bench.hear(0.5)
    assert len(bench.speaker.opened) == 1
    assert bench.moves[0] > 2.0
    assert [one.is_closed for one in bench.files.streams] == [True, False]


def test_a_dictation_has_silence_at_once_and_the_sound_library_to_itself() -> None:
    bench = Bench()
    bench.play()
    bench.hear(1.0)
    bench.playback.make_way(True)
    assert bench.sounding.is_hushed
    assert not bench.sounding.is_closed
    assert bench.posted[-1] == PlayingEnded(1.0)
    bench.inbox.run()
    assert bench.files.streams[0].is_closed
    assert not bench.sounding.is_closed
    bench.playback.make_way(False)
    assert bench.end() == PlayingEnded(1.0)
    assert len(bench.files.opened) == 1


def test_when_decoding_falls_behind_the_place_stands() -> None:
    bench = Bench()
    bench.play()
    heard = bench.sounding.ahead
    for _ in range(40):
        bench.sounding.play(TICK_SECONDS)
    bench.inbox.advance(TICK_SECONDS)
    assert bench.moves == pytest.approx([heard])
    bench.hear(0.1)
    assert bench.moves[-1] == pytest.approx(heard + 0.1)


def test_what_does_not_move_is_not_told() -> None:
    bench = Bench()
    bench.play()
    bench.inbox.advance(1.0)
    assert bench.posted == []


@pytest.mark.parametrize("problem", [NoSpeaker("none"), SpeakerLost("gone")])
def test_without_a_loudspeaker_it_says_so(problem: Problem) -> None:
    bench = Bench()
    bench.speaker.refuses = problem
    bench.play(start=1.0)
    assert bench.end() == PlayingEnded(1.0, problem)


def test_a_loudspeaker_that_goes_away_ends_it() -> None:
    bench = Bench()
    bench.play()
    bench.hear(1.0)
    bench.sounding.problem = SpeakerLost("gone")
    bench.inbox.advance(TICK_SECONDS)
    ended = bench.end()
    assert (ended.seconds, ended.problem) == (1.0, bench.sounding.problem)
    bench.playback.toggle()
    bench.inbox.run()
    assert bench.files.opened[-1] == (TALK, ANY_SOUND, 1.0)


def test_a_file_that_is_not_there() -> None:
    bench = Bench()
    bench.play(Path("gone"))
    ended = bench.end()
    assert isinstance(ended.problem, AudioMissing)
    assert bench.speaker.opened == []


def raising(error: Exception) -> Callable[[], None]:
    def fail() -> None:
        raise error

    return fail


@pytest.mark.parametrize("error", [AudioUnreadable("talk", "it is no sound"), RuntimeError("a defect")])
def test_a_file_that_cannot_be_read(error: Exception) -> None:
    bench = Bench()
    bench.files.reading = raising(error)
    bench.play()
    ended = bench.end()
    assert ended.problem is error if isinstance(error, Problem) else isinstance(ended.problem, Unexpected)
    bench.files.reading = lambda: None
    bench.play()
    bench.hear(0.5)
    assert bench.moves


def test_a_damaged_file_is_heard_as_far_as_it_goes() -> None:
    bench = Bench()
    bench.files.loss = AudioCutShort("talk", SECONDS)
    bench.play()
    bench.hear(SECONDS + 1)
    assert bench.end() == PlayingEnded(SECONDS, bench.files.loss)
    bench.playback.toggle()
    bench.inbox.run()
    assert bench.files.opened[-1] == (TALK, ANY_SOUND, 0.0)


def test_who_hears_of_the_end_may_play_again() -> None:
    bench = Bench()
    bench.play(start=2.5)

    def again(event: object) -> None:
        if isinstance(event, PlayingEnded):
            bench.when = lambda _: None
            bench.playback.play(SONG, ANY_SOUND, 1.0)

    bench.when = again
    bench.hear(1.5)
    assert bench.files.opened[-1] == (SONG, ANY_SOUND, 1.0)
    assert bench.moves[-1] > 1.0


def test_after_the_end_of_all_nothing_is_played() -> None:
    bench = Bench()
    bench.play()
    bench.hear(0.5)
    bench.playback.close()
    bench.inbox.run()
    assert bench.end() == PlayingEnded(0.5)
    bench.play()
    assert len(bench.files.opened) == 1
