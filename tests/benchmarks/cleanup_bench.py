"""The clean-up service on a real worker, the server that it asks, and the texts that are dictated to it."""

from __future__ import annotations

import json
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from importlib.resources import files
from itertools import pairwise
from typing import Any, Final

from app.adapters.clock import SystemClock
from app.adapters.ollama import OllamaWriter
from app.domain.clean_up import Message
from app.domain.clean_up_pieces import Piece, unwritten
from app.domain.enhancement import EnhancementEnded, EnhancementFailed, EnhancementStopped
from app.domain.enhancement_settings import EnhancementSettings
from app.domain.guard.verdict import Reason
from app.domain.passages import sentences
from app.domain.problems import WritingLimitReached, WritingProblem, WritingUnfinished
from app.domain.styles import Check, parse_styles
from app.domain.transcript import LiveText
from app.domain.writing import Thinking, WriteRequest
from app.services.worker import Worker
from app.services.writing import WritingService
from app.services.writing_requests import Requests
from tests.benchmarks.cleanup_figures import Wait
from tests.benchmarks.cleanup_quality import quality_of, total

LANGUAGE: Final = "en"
WORDS_PER_SECOND: Final = 2.5
SETTLING_SECONDS: Final = 1.0
PATIENCE: Final = 600.0

SAID: Final = (
    "So um the garden behind the house is larger than we thought at first.",
    "There are four apple trees and and a small shed with a broken door.",
    "My brother Thomas wants to repair the door before the winter comes.",
    "Can you ask the neighbour whether uh he still has the long ladder?",
    "We need twelve boards, a box of nails and a can of green paint.",
    "On Friday the truck does not come, it comes on Saturday at nine.",
    "Write a list of the tools that are missing and bring it along.",
    "I do not know where the the key to the cellar is at the moment.",
    "The meeting with the roofer was moved to the last week of October.",
    "He told us that the old tiles can stay on the northern side.",
    "Um we should also think about the fence along the road this year.",
    "What does a new gate cost and how long does it take to arrive?",
    "The children want to plant beans and pumpkins beside the path.",
    "Please tell Maria that the soup was very good and we liked it.",
    "It rained so much that the the water stood in the cellar again.",
    "Tomorrow I will call the bank and ask about the second account.",
)


def dictation(seconds: float, number: int) -> str:
    """What is said in about so many seconds; another text for each number."""
    said: list[str] = []
    while len(" ".join(said).split()) < seconds * WORDS_PER_SECOND * 0.95:
        said.append(SAID[(number * 5 + len(said)) % len(SAID)])
    return " ".join(said)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of one plain streamed call. `is_whole` when the model found an end of its own; times are
    seconds from the request on, tokens as the server counts them, 0 where it broke off and did not say."""

    text: str = field(repr=False)
    seconds: float
    first_token: float | None
    prompt_tokens: int
    tokens: int
    is_whole: bool


class Bench:
    """The service on its worker, and the server that it asks.

    `is_idle` says whether the recognizer does nothing; may be set to that of a running one.
    """

    def __init__(self, host: str, model: str) -> None:
        self.host = host
        self.writer = OllamaWriter(host)
        self.settings = EnhancementSettings(host=host, model=model, temperature=0.0, keep_alive_minutes=30)
        self.styles = parse_styles(files("resources").joinpath("styles.toml").read_text(encoding="utf-8"))
        self.is_idle: Callable[[], bool] = lambda: True
        self._answered = threading.Event()
        self._answer: EnhancementEnded | EnhancementFailed | EnhancementStopped | None = None
        self._at = 0.0
        self._ids = 0
        self.worker = Worker("writing", SystemClock(), _raise)
        self.service = WritingService(
            self.worker, self.writer, self._post, self.styles, self.settings, self._has_idle_recognizer
        )
        self.worker.start()
        self.requests = Requests(
            model, self.styles.default, (), 0.0, self.settings.keep_alive_seconds, self.writer.traits(model)
        )

    def close(self) -> None:
        self.service.close()
        self.worker.close()
        self.writer.close()

    def request(self, text: str) -> WriteRequest:
        """For the whole of a short text."""
        request = self.requests.writing(text)
        assert request is not None
        return request

    def warm(self) -> None:
        """Only the fixed part of the prompt is cached afterwards."""
        self.writer.warm(self.requests.warming()).run()

    # --- requests of their own ---

    def first_token(self, state: str, text: str) -> float:
        """Seconds to the first token with the model in that state."""
        if state == "warm":
            self.warm()
        else:
            self.writer.unload(self.settings.model)
            if state == "cold":
                self.writer.load(self.requests.warming()).run()
        first = self.writer.write(self.request(text)).run().first_token_seconds
        assert first is not None
        return first

    def ask(self, messages: Sequence[Message], num_predict: int) -> Answer:
        """One streamed call, as anybody would write it."""
        body: dict[str, Any] = {
            "model": self.settings.model,
            "messages": [{"role": one.role, "content": one.content} for one in messages],
            "stream": True,
            "keep_alive": self.settings.keep_alive_seconds,
            "options": {
                "num_ctx": self.requests.num_ctx,
                "num_predict": num_predict,
                "temperature": self.settings.temperature,
            },
        }
        # As little as the model can, as the program asks for it: what it thinks would count as its answer.
        if self.requests.traits.thinking is not Thinking.NEVER:
            body["think"] = False if self.requests.traits.thinking is Thinking.SWITCHABLE else "low"
        asked = urllib.request.Request(f"{self.host}/api/chat", json.dumps(body).encode())
        text, first, last = "", None, {}
        began = time.perf_counter()
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(
            asked, timeout=PATIENCE
        ) as lines:
            for line in lines:
                last = json.loads(line)
                if "error" in last:
                    raise RuntimeError(last["error"])
                if last["message"]["content"]:
                    text += last["message"]["content"]
                    first = first or time.perf_counter() - began
        return Answer(
            text,
            time.perf_counter() - began,
            first,
            last.get("prompt_eval_count", 0),
            last.get("eval_count", 0),
            last.get("done_reason") == "stop",
        )

    def plain(self, text: str) -> Wait:
        """What the service would ask in one piece, by one streamed call."""
        self.warm()
        request = self.request(text)
        answer = self.ask(request.messages, request.num_predict)
        return Wait(answer.seconds, answer.first_token, answer.tokens)

    # --- dictations ---

    def begin(self) -> int:
        """The number of a dictation that begins: what is asked of the model is the same as at key-down."""
        self._ids += 1
        self._answered.clear()
        self._answer = None
        self.service.prepare()
        return self._ids

    def wait(self, text: str, *, in_pieces: bool) -> Wait:
        """One dictation: from its text in hand to its clean-up."""
        self.service.apply(replace(self.settings, pieces=in_pieces))
        id = self.begin()
        self.idle_within(PATIENCE)
        if in_pieces:
            self._speak(id, text)
        began = time.perf_counter()
        self.service.enhance(id, text, language=LANGUAGE)
        return self.ended(text, began)

    def ended(self, text: str, began: float) -> Wait:
        """What came of the clean-up of `text` that was asked for at `began` (`time.perf_counter`).

        Raises the problem of one that failed for another reason than that the model did not find an end.
        """
        if not self._answered.wait(PATIENCE) or self._answer is None:
            raise TimeoutError("no answer came")
        if isinstance(self._answer, EnhancementEnded):
            figures, cleaned = self._answer.enhanced.figures, self._answer.enhanced.cleaned
            return Wait(
                self._at - began,
                figures.first_token_seconds,
                figures.tokens,
                figures.ready / figures.pieces,
                figures.pieces,
                cleaned.refused,
                total([quality_of(piece, LANGUAGE) for piece in cleaned.pieces]),
            )
        if isinstance(self._answer, EnhancementStopped):
            raise RuntimeError("nobody stopped it")
        if not isinstance(self._answer.problem, WritingLimitReached | WritingUnfinished):
            raise self._answer.problem
        # The spoken text is delivered, as when the guard refuses.
        return Wait(
            self._at - began,
            None,
            0,
            refused=1,
            quality=quality_of(endless(text, self._answer.problem), LANGUAGE),
        )

    def _speak(self, id: int, text: str) -> None:
        """All but the last sentence, at the pace of speech; what the service does not need is skipped."""
        settled = ""
        said = sentences(text)
        for number, (sentence, following) in enumerate(pairwise(said), start=2):
            settled += sentence
            self.service.heard(id, LiveText(settled.strip()), LANGUAGE)
            # The key comes up as the last one ends; the one before it was settled late.
            late = SETTLING_SECONDS if number == len(said) else 0.0
            self.idle_within(len(following.split()) / WORDS_PER_SECOND - late)

    def idle_within(self, seconds: float) -> None:
        """Until nothing is left to do, but no longer than that."""
        done = threading.Event()

        def mark() -> Iterator[None]:
            done.set()
            yield

        # Behind the pieces, which are a job as well.
        self.worker.call(lambda: self.worker.spare(mark()))
        if seconds > 0:
            done.wait(seconds)

    def _has_idle_recognizer(self) -> bool:
        return self.is_idle()

    def _post(self, event: object) -> None:
        if isinstance(event, EnhancementEnded | EnhancementFailed | EnhancementStopped):
            self._at = time.perf_counter()
            self._answer = event
            self._answered.set()


def endless(spoken: str, problem: WritingProblem) -> Piece:
    """A passage that the model did not write to its end."""
    return unwritten(spoken, Reason(Check.LENGTH, problem.sentence))


def _raise(error: Exception) -> None:
    raise error
