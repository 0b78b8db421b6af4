"""Sound goes to the journal and to the recognizer, and stops going when it should."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from app.domain.audio import Samples
from app.services.fan_out import FanOut


class Both:
    """Writes down what journal and recognizer are told, in order."""

    def __init__(self) -> None:
        self.told: list[tuple[object, ...]] = []


class JournalSide(Both):
    def begin(self, recording: str) -> None:
        self.told.append(("begin", recording))

    def hear(self, recording: str, samples: Samples) -> None:
        self.told.append(("hear", recording, len(samples)))

    def discard(self, recording: str) -> None:
        self.told.append(("discard", recording))


class SpeechSide(Both):
    def released(self, id: int) -> None:
        self.told.append(("released", id))

    def begin(self, id: int, recording: str) -> None:
        self.told.append(("begin", id))

    def hear(self, id: int, samples: Samples, speech: Sequence[float]) -> None:
        self.told.append(("hear", id, len(samples), list(speech)))

    def finish(self, id: int) -> None:
        self.told.append(("finish", id))

    def abandon(self, id: int) -> None:
        self.told.append(("abandon", id))


BLOCK = np.zeros(320, np.float32)


def test_two_overlapping_dictations_keep_apart() -> None:
    journal, speech = JournalSide(), SpeechSide()
    sink = FanOut(journal, speech)
    sink.begin(1, "a")
    sink.hear(1, BLOCK, [0.5])
    sink.begin(2, "b")
    sink.hear(1, BLOCK, [])
    sink.hear(2, BLOCK, [0.1])
    sink.finish(1)
    assert journal.told == [
        ("begin", "a"),
        ("hear", "a", 320),
        ("begin", "b"),
        ("hear", "a", 320),
        ("hear", "b", 320),
    ]
    assert speech.told == [
        ("begin", 1),
        ("hear", 1, 320, [0.5]),
        ("begin", 2),
        ("hear", 1, 320, []),
        ("hear", 2, 320, [0.1]),
        ("finish", 1),
    ]


def test_after_the_end_nothing_is_heard_any_more() -> None:
    journal, speech = JournalSide(), SpeechSide()
    sink = FanOut(journal, speech)
    sink.begin(1, "a")
    sink.finish(1)
    sink.hear(1, BLOCK, [])
    sink.finish(1)
    assert journal.told == [("begin", "a")]
    assert speech.told == [("begin", 1), ("finish", 1)]


def test_a_dictation_can_be_abandoned_after_its_sound_has_ended() -> None:
    journal, speech = JournalSide(), SpeechSide()
    sink = FanOut(journal, speech)
    sink.begin(1, "a")
    sink.finish(1)
    sink.abandon(1)
    assert journal.told == [("begin", "a"), ("discard", "a")]
    assert speech.told == [("begin", 1), ("finish", 1), ("abandon", 1)]


def test_abandoning_drops_the_recording_and_the_decode() -> None:
    journal, speech = JournalSide(), SpeechSide()
    sink = FanOut(journal, speech)
    sink.begin(1, "a")
    sink.abandon(1)
    sink.hear(1, BLOCK, [])
    assert journal.told == [("begin", "a"), ("discard", "a")]
    assert speech.told == [("begin", 1), ("abandon", 1)]
