"""A recording of the history is played: looked up first, silent at once, and told as far as it is heard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from app.domain.media import SoundChoice
from app.domain.problems import AudioMissing, NoSpeaker, Problem
from app.services.file_events import PlayingEnded, PlayingMoved
from app.services.history_replay import HistoryReplay, RecordingLookedUp, Replayed

SOUND = Path("rec.wav")


@dataclass
class Desk:
    """The service's whole surroundings. Look-ups are answered when the test says so."""

    asked: list[tuple[str, Callable[[Path | None], None]]] = field(default_factory=list)
    played: list[tuple[Path, float]] = field(default_factory=list)
    pauses: int = 0
    posted: list[object] = field(default_factory=list)
    told: list[tuple[Problem, str]] = field(default_factory=list)
    shown: list[tuple[str, float | None]] = field(default_factory=list)

    def service(self) -> HistoryReplay:
        return HistoryReplay(
            self,
            self,
            self.posted.append,
            lambda problem, subject: self.told.append((problem, subject)),
            self,
        )

    def locate(self, recording: str, answer: Callable[[Path | None], None]) -> None:
        self.asked.append((recording, answer))

    def play(self, path: Path, choice: SoundChoice, start: float) -> None:
        assert choice == SoundChoice()
        self.played.append((path, start))

    def pause(self) -> None:
        self.pauses += 1

    def close(self) -> None:
        """The part that built the player closes it."""

    def show_replay(self, recording: str, seconds: float | None) -> None:
        self.shown.append((recording, seconds))

    def answer(self, service: HistoryReplay, path: Path | None = SOUND) -> None:
        self.asked.pop(0)[1](path)
        event = self.posted.pop()
        assert isinstance(event, RecordingLookedUp)
        service.looked_up(event)


def test_it_is_looked_up_played_and_told_as_it_is_heard() -> None:
    desk = Desk()
    service = desk.service()
    service.play("rec", 2.0)
    assert desk.played == []
    desk.answer(service)
    service.replayed(Replayed(PlayingMoved(2.1)))
    service.replayed(Replayed(PlayingEnded(2.2)))
    assert desk.played == [(SOUND, 2.0)]
    assert desk.shown == [("rec", 2.0), ("rec", 2.1), ("rec", None)]
    assert desk.told == []


def test_what_is_told_after_the_end_is_passed_over() -> None:
    desk = Desk()
    service = desk.service()
    service.replayed(Replayed(PlayingMoved(1.0)))
    service.play("rec", 0.0)
    desk.answer(service)
    service.replayed(Replayed(PlayingEnded(1.0)))
    service.replayed(Replayed(PlayingMoved(1.1)))
    assert desk.shown == [("rec", 0.0), ("rec", None)]


def test_one_that_is_not_wanted_any_more_is_not_played_when_it_is_found() -> None:
    desk = Desk()
    service = desk.service()
    service.play("first", 0.0)
    service.play("second", 1.0)
    desk.answer(service, Path("first.wav"))
    assert desk.played == []
    desk.answer(service, Path("second.wav"))
    assert desk.played == [(Path("second.wav"), 1.0)]
    service.play("third", 0.0)
    service.pause()
    desk.answer(service, Path("third.wav"))
    assert desk.played == [(Path("second.wav"), 1.0)]
    assert desk.pauses == 1


def test_a_recording_that_is_gone_and_one_that_cannot_be_played_are_told() -> None:
    desk = Desk()
    service = desk.service()
    service.play("gone", 0.0)
    desk.answer(service, None)
    service.play("rec", 0.0)
    desk.answer(service)
    service.replayed(Replayed(PlayingEnded(0.0, NoSpeaker("none"))))
    assert [(type(problem), subject) for problem, subject in desk.told] == [
        (AudioMissing, "gone"),
        (NoSpeaker, "rec"),
    ]
    assert desk.shown == [("gone", None), ("rec", 0.0), ("rec", None)]
