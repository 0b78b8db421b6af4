"""A writing service on a table, for tests: its inbox, its writer, its events, and hands to work it with."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files

from app.domain.enhancement import (
    EnhancementBegun,
    EnhancementEnded,
    EnhancementFailed,
    EnhancementStopped,
    TokenWritten,
)
from app.domain.enhancement_settings import EnhancementSettings
from app.domain.problems import (
    Problem,
)
from app.domain.styles import parse_styles
from app.domain.transcript import LiveText
from app.domain.writing import RunningModel, WriteRequest
from app.services.writing import WritingService
from tests.fakes import FakeClock, FakeInbox, ScriptedWriter

STYLES = parse_styles(files("resources").joinpath("styles.toml").read_text(encoding="utf-8"))
SETTINGS = EnhancementSettings(model="mini:1b", vocabulary=("Sayso",))
SPOKEN = "um so the the train leaves at eight"
WRITTEN = "So the train leaves at eight."
FIRST, SECOND, THIRD = (
    "We will meet at the station on Tuesday. ",
    "Bring the keys and the long ladder with you. ",
    "The others come by car from the north.",
)
LONG = 30.0
Answer = str | Problem | tuple[str, Problem]


class Bench:
    """A writing service whose inbox is worked off by hand; `when` is asked at every event that is posted."""

    def __init__(self, *answers: Answer, settings: EnhancementSettings = SETTINGS) -> None:
        self.clock = FakeClock()
        self.inbox = FakeInbox(self.clock)
        self.writer = ScriptedWriter(*answers)
        self.posted: list[object] = []
        self.when: Callable[[object], None] = lambda _: None
        self.is_idle = True
        self.service = WritingService(
            self.inbox, self.writer, self._post, STYLES, settings, lambda: self.is_idle
        )

    def _post(self, event: object) -> None:
        self.posted.append(event)
        self.when(event)

    def on_gpu(self, share: float = 1.0) -> Bench:
        """The model is loaded there."""
        self.writer.loaded = [RunningModel(SETTINGS.model, 1000, share, None, None)]
        return self

    def hear(self, id: int, settled: str) -> None:
        self.service.heard(id, LiveText(settled))
        self.inbox.run()

    def enhance(self, id: int, text: str, style: str = "") -> object:
        """Its answer."""
        self.service.enhance(id, text, style, "en")
        self.inbox.run()
        return self.answers(id)[-1]

    def answers(self, id: int) -> list[object]:
        kinds = EnhancementEnded | EnhancementStopped | EnhancementFailed
        return [one for one in self.posted if isinstance(one, kinds) and one.id == id]

    def ended(self, id: int) -> EnhancementEnded:
        (answer,) = self.answers(id)
        assert isinstance(answer, EnhancementEnded), answer
        return answer

    def shown(self, id: int) -> str:
        """What a pane shows that only adds what it is told."""
        text = ""
        for event in self.posted:
            if isinstance(event, EnhancementBegun) and event.id == id:
                text = event.written
            elif isinstance(event, TokenWritten) and event.id == id:
                text += event.token
        return text

    def asked(self, kind: str = "write") -> list[WriteRequest]:
        return [request for what, request in self.writer.asked if what == kind]

    def dictated(self) -> list[str]:
        """The texts that the model was asked for, in order."""
        return [
            request.messages[-1].content.removeprefix("Dictated:\n").rpartition("\n\n")[0]
            for request in self.asked()
        ]
