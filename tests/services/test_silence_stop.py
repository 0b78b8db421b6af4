"""A silence ends a dictation once, and only after something was said."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from app.domain.audio import Samples
from app.domain.dictation_events import StopRequested
from app.domain.tail import WINDOW_SECONDS
from app.services.silence_stop import SilenceStop

WINDOW = np.zeros(512, np.float32)


class Sink:
    """Writes down what arrives."""

    def __init__(self) -> None:
        self.heard: list[tuple[object, ...]] = []

    def begin(self, id: int, recording: str) -> None:
        self.heard.append(("begin", id, recording))

    def hear(self, id: int, samples: Samples, speech: Sequence[float]) -> None:
        self.heard.append(("hear", id, len(samples)))

    def released(self, id: int) -> None:
        self.heard.append(("released", id))

    def finish(self, id: int) -> None:
        self.heard.append(("finish", id))

    def abandon(self, id: int) -> None:
        self.heard.append(("abandon", id))


@pytest.fixture
def posted() -> list[object]:
    return []


def hear(stop: SilenceStop, *probabilities: float) -> None:
    for probability in probabilities:
        stop.hear(1, WINDOW, [probability])


def test_it_waits_for_the_first_word_and_then_for_the_whole_silence(posted: list[object]) -> None:
    stop = SilenceStop(Sink(), posted.append, 3 * WINDOW_SECONDS)
    stop.begin(1, "a")
    hear(stop, *[0.1] * 50)
    assert posted == []
    hear(stop, 0.9, 0.1, 0.1, 0.8, 0.1, 0.1)
    assert posted == []
    hear(stop, 0.1)
    assert posted == [StopRequested()]
    hear(stop, *[0.1] * 50)
    assert posted == [StopRequested()]


def test_the_next_dictation_starts_afresh(posted: list[object]) -> None:
    stop = SilenceStop(Sink(), posted.append, 2 * WINDOW_SECONDS)
    stop.begin(1, "a")
    hear(stop, 0.9, 0.1, 0.1)
    stop.begin(2, "b")
    hear(stop, *[0.1] * 50)
    assert posted == [StopRequested()]


def test_everything_passes_in_order() -> None:
    sink = Sink()
    stop = SilenceStop(sink, lambda _: None, 1.0)
    stop.begin(1, "a")
    hear(stop, 0.9)
    stop.finish(1)
    stop.abandon(1)
    assert sink.heard == [("begin", 1, "a"), ("hear", 1, 512), ("finish", 1), ("abandon", 1)]
