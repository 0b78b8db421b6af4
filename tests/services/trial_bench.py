"""A trial of models over the real capture service and the real pool, by the sample and by the second."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import numpy as np

from app.domain.dictation_events import StartRequested
from app.domain.problems import Problem
from app.domain.settings import SpeechSettings
from app.services.model_trial import TRIAL_SECONDS, ModelTrial
from app.services.ports import Recognizer
from app.services.view_trial import TrialStage, TrialView
from tests.fakes import FakeInbox, FakeLoader, pool_of
from tests.services.capture_bench import Bench, quiet, speech

LOADING: Final = 1.2
SMALL: Final = SpeechSettings(model="small")


class Desk:
    """A trial over a capture service; `now` makes the seconds that loading and writing take."""

    def __init__(self, *recognizers: Recognizer | Problem, **microphone: object) -> None:
        self.bench = Bench(**microphone)
        self.inbox = FakeInbox(self.bench.clock)
        self.loader = SlowLoader(self, *recognizers)
        self.pool = pool_of(self.loader, self.bench.clock)
        self.views: list[TrialView] = []
        self.is_dictating = False
        self.trial = ModelTrial(
            self.bench.service,
            self.inbox,
            self.bench.clock,
            self.pool,
            lambda: self.is_dictating,
            self.views.append,
        )

    def pass_time(self, duration: float) -> None:
        self.bench.clock.time += duration

    def writes(self, text: str, duration: float = 0.4) -> Callable[[], str]:
        """An answer that takes so long."""

        def answer() -> str:
            self.pass_time(duration)
            return text

        return answer

    def try_out(self, settings: SpeechSettings = SMALL) -> None:
        self.trial.try_out(settings)
        self.bench.inbox.run()

    def say(self, duration: float = TRIAL_SECONDS) -> None:
        """Speech from now on, until a tail behind it."""
        self.bench.sound(np.concatenate([speech(duration), quiet(0.4)]))

    def dictate(self, id: int = 1) -> None:
        """A dictation begins, as the program tells it: first to the microphone."""
        self.bench.start(id)
        self.trial.dictation_began(StartRequested())
        self.bench.inbox.run()

    @property
    def last(self) -> TrialView:
        return self.views[-1]

    @property
    def stages(self) -> list[TrialStage]:
        """Those it went through."""
        found = [view.stage for view in self.views]
        return [one for place, one in enumerate(found) if place == 0 or found[place - 1] is not one]


class SlowLoader(FakeLoader):
    """Loading takes `LOADING` seconds, also in vain; `meanwhile` happens in them."""

    def __init__(self, desk: Desk, *recognizers: Recognizer | Problem) -> None:
        super().__init__(*recognizers)
        self.meanwhile: Callable[[], None] = lambda: None
        self._desk = desk

    def load(self, settings: SpeechSettings) -> Recognizer:
        self._desk.pass_time(LOADING)
        self.meanwhile()
        return super().load(settings)
