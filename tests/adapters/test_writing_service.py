"""The writing service with a real small model behind the stand-in for Ollama: dictations in a row, stops at
each moment, reloading, a server that goes away, and long texts that come back whole.

The small model is often wrong, which is the point: what it makes of a text must never lose a word of it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from importlib.resources import files

import pytest

from app.adapters.ollama import OllamaWriter
from app.domain.enhancement import (
    EnhancementBegun,
    EnhancementEnded,
    EnhancementFailed,
    EnhancementStopped,
    TokenWritten,
)
from app.domain.enhancement_settings import EnhancementSettings
from app.domain.problems import WritingCutOff
from app.domain.styles import parse_styles
from app.domain.transcript import LiveText
from app.services.worker import Worker
from app.services.writing import WritingService
from app.services.writing_events import WriterLoading, WriterReady
from tests.fakes import FakeClock
from tests.ollama_standin.process import MODEL, StandInProcess

LONG = 90.0
SETTINGS = EnhancementSettings(model=MODEL, temperature=0.0)
STYLES = parse_styles(files("resources").joinpath("styles.toml").read_text(encoding="utf-8"))
SPOKEN = "um so the the train leaves at eight and uh we need two tickets"
FIRST = "We will meet at the station on Tuesday."
SECOND = "Bring the keys and the long ladder with you."
STORY = (
    "So um the garden behind the house is larger than we thought.",
    "There are four apple trees and a small shed with a broken door.",
    "My brother Thomas wants to to repair the door before the winter.",
    "Can you ask the neighbour whether he still has the ladder?",
    "We need twelve boards, a box of nails and some green paint.",
    "On Friday the truck does not come, it comes on Saturday at nine.",
    "Write a list of the tools that are missing and bring it along.",
    "I do not know where the key to the cellar is.",
)


def story(count: int) -> str:
    """A text of at least `count` words."""
    sentences: list[str] = []
    words = 0
    while words < count:
        sentences.append(STORY[len(sentences) % len(STORY)])
        words += len(sentences[-1].split())
    return " ".join(sentences)


class Bench:
    """The service on a worker of its own; `until` waits for an event."""

    def __init__(self, writer: OllamaWriter, host: str) -> None:
        self.posted: list[object] = []
        self._changed = threading.Condition()
        self._hooks: list[Callable[[object], None]] = []
        self.errors: list[Exception] = []
        self.worker = Worker("writing", FakeClock(), self.errors.append)
        self.service = WritingService(
            self.worker, writer, self._post, STYLES, replace(SETTINGS, host=host), lambda: True
        )
        self.worker.start()

    def at(self, hook: Callable[[object], None]) -> None:
        """Called with every event, on the thread that posts it."""
        self._hooks.append(hook)

    def _post(self, event: object) -> None:
        with self._changed:
            self.posted.append(event)
            self._changed.notify_all()
        for hook in self._hooks:
            hook(event)

    def answer(self, id: int, seconds: float = LONG) -> object:
        """What became of an enhancement; exactly one answer."""
        with self._changed:
            assert self._changed.wait_for(lambda: self.answers(id), seconds), self.posted[-3:]
            (answer,) = self.answers(id)
        return answer

    def until(self, kind: type) -> None:
        with self._changed:
            assert self._changed.wait_for(lambda: any(isinstance(one, kind) for one in self.posted), LONG)

    def settle(self) -> None:
        """Wait until the worker has done all that was put in."""
        done = threading.Event()
        self.worker.call(done.set)
        assert done.wait(LONG)

    def ended(self, id: int, seconds: float = LONG) -> EnhancementEnded:
        answer = self.answer(id, seconds)
        assert isinstance(answer, EnhancementEnded), answer
        return answer

    def answers(self, id: int) -> list[object]:
        """What was answered for an enhancement so far."""
        kinds = EnhancementEnded | EnhancementStopped | EnhancementFailed
        return [one for one in self.posted if isinstance(one, kinds) and one.id == id]


@contextmanager
def benched(writer: OllamaWriter, host: str) -> Iterator[Bench]:
    bench = Bench(writer, host)
    try:
        yield bench
        assert bench.errors == []
    finally:
        bench.service.close()
        bench.worker.close()


@pytest.fixture
def bench(writer: OllamaWriter, ollama: StandInProcess) -> Iterator[Bench]:
    with benched(writer, ollama.host) as made:
        yield made


def nothing_is_lost(ended: EnhancementEnded, text: str) -> None:
    """Every passage is there, written faithfully or as it was spoken."""
    assert ended.enhanced.cleaned.spoken == text
    assert "".join(piece.spoken for piece in ended.enhanced.cleaned.pieces) == text
    assert all(piece.text for piece in ended.enhanced.cleaned.pieces)
    refused = [piece for piece in ended.enhanced.cleaned.pieces if not piece.verdict.accepted]
    assert all(piece.text == piece.spoken.strip() for piece in refused)
    assert bool(refused) != ended.enhanced.cleaned.verdict.accepted


def test_a_key_press_loads_and_warms_and_the_request_reads_only_what_is_new(
    bench: Bench, ollama: StandInProcess
) -> None:
    bench.service.prepare()
    ollama.wait("generations")
    bench.service.enhance(1, SPOKEN, language="en")
    nothing_is_lost(bench.ended(1), SPOKEN)
    seen = ollama.seen()
    assert seen.loads == 1
    warming, writing = seen.generations
    assert warming.written == 1
    assert writing.cached > warming.read * 0.8
    assert writing.read < 60
    assert [type(one) for one in bench.posted[:2]] == [WriterLoading, WriterReady]


def test_two_dictations_in_a_row_do_not_load_twice(bench: Bench, ollama: StandInProcess) -> None:
    bench.service.enhance(1, SPOKEN, language="en")
    bench.service.enhance(2, FIRST, language="en")
    nothing_is_lost(bench.ended(1), SPOKEN)
    nothing_is_lost(bench.ended(2), FIRST)
    seen = ollama.seen()
    assert seen.loads == 1
    _, second = seen.generations
    assert second.cached > 100 > second.read
    order = [one.id for one in bench.posted if isinstance(one, EnhancementBegun | EnhancementEnded)]
    assert order == sorted(order)


def test_what_is_settled_is_written_before_it_is_asked_for(bench: Bench, ollama: StandInProcess) -> None:
    bench.service.heard(1, LiveText(FIRST), "en")
    ollama.wait("generations", 1)
    bench.service.heard(1, LiveText(f"{FIRST} {SECOND}"), "en")
    ollama.wait("generations", 2)
    bench.settle()
    bench.service.enhance(1, f"{FIRST} {SECOND} Lock the door.", language="en")
    ended = bench.ended(1)
    nothing_is_lost(ended, f"{FIRST} {SECOND} Lock the door.")
    assert (ended.enhanced.figures.ready, ended.enhanced.figures.pieces) == (2, 3)
    assert len(ollama.seen().generations) == 3


@pytest.mark.parametrize("moment", ["before its turn", "while loading", "between tokens"])
def test_a_stop_is_answered_at_once_and_the_next_one_works(
    bench: Bench, ollama: StandInProcess, moment: str
) -> None:
    if moment == "before its turn":
        ollama.order("slowload")
        bench.service.prepare()
        ollama.wait("held")
    elif moment == "while loading":
        ollama.order("slowload")
    else:
        ollama.order("stall", after=2)
    bench.service.enhance(1, SPOKEN, language="en")
    if moment != "before its turn":
        ollama.wait("held")
    bench.service.stop(1)
    assert bench.answer(1) == EnhancementStopped(1)
    ollama.release()
    bench.service.enhance(2, SPOKEN, language="en")
    nothing_is_lost(bench.ended(2), SPOKEN)
    if moment != "before its turn":
        ollama.wait("cancelled")


def test_abandoning_in_the_middle_frees_the_model(bench: Bench, ollama: StandInProcess) -> None:
    ollama.order("stall", after=1)
    bench.service.enhance(1, SPOKEN, language="en")
    ollama.wait("held")
    bench.service.abandon(1)
    ollama.wait("cancelled")
    bench.settle()
    # A token that was there before the end may have been told.
    told = len(bench.posted)
    bench.service.enhance(2, SPOKEN, language="en")
    nothing_is_lost(bench.ended(2), SPOKEN)
    assert bench.answers(1) == []
    assert all(one.id == 2 for one in bench.posted[told:] if isinstance(one, EnhancementBegun | TokenWritten))


@pytest.mark.parametrize(
    "fault",
    [
        "crash",
        "odd",
        *(pytest.param(one, marks=pytest.mark.slow) for one in ("http500", "eof", "busy", "memory")),
    ],
)
def test_a_server_that_fails_is_told_and_the_next_one_works(
    bench: Bench, ollama: StandInProcess, fault: str
) -> None:
    ollama.order(fault)
    bench.service.enhance(1, SPOKEN, language="en")
    failed = bench.answer(1)
    assert isinstance(failed, EnhancementFailed)
    assert failed.problem.remedy
    bench.service.enhance(2, SPOKEN, language="en")
    nothing_is_lost(bench.ended(2), SPOKEN)


def test_a_stream_without_an_end_is_no_clean_up(bench: Bench, ollama: StandInProcess) -> None:
    ollama.order("nodone", after=3)
    bench.service.enhance(1, SPOKEN, language="en")
    assert isinstance(bench.answer(1), EnhancementFailed)


def test_a_server_that_ends_in_the_middle(writer: OllamaWriter) -> None:
    process = StandInProcess()
    try:
        with benched(writer, process.host) as bench:
            writer.use_host(process.host)
            process.order("stall", after=2)
            bench.service.enhance(1, SPOKEN, language="en")
            process.wait("held")
            bench.until(TokenWritten)
            process.end()
            failed = bench.answer(1)
            assert isinstance(failed, EnhancementFailed)
            assert isinstance(failed.problem, WritingCutOff)
    finally:
        process.end()


def test_after_unloading_the_next_one_loads_again(
    bench: Bench, writer: OllamaWriter, ollama: StandInProcess
) -> None:
    bench.service.enhance(1, SPOKEN, language="en")
    bench.ended(1)
    writer.unload(MODEL)
    bench.service.enhance(2, SPOKEN, language="en")
    nothing_is_lost(bench.ended(2), SPOKEN)
    assert ollama.seen().loads == 2
    assert sum(isinstance(one, WriterLoading) for one in bench.posted) == 2


def test_closing_unloads_where_the_user_wants_that(
    bench: Bench, writer: OllamaWriter, ollama: StandInProcess
) -> None:
    bench.service.apply(replace(SETTINGS, host=ollama.host, unload_at_exit=True))
    bench.service.enhance(1, SPOKEN, language="en")
    bench.ended(1)
    bench.service.close()
    bench.settle()
    assert writer.running() == ()


@pytest.mark.timeout(1000)
@pytest.mark.parametrize(
    "words", [100, pytest.param(1000, marks=pytest.mark.slow), pytest.param(5000, marks=pytest.mark.slow)]
)
def test_long_text_comes_back_whole(bench: Bench, ollama: StandInProcess, words: int) -> None:
    text = story(words)
    bench.service.enhance(1, text, language="en")
    ended = bench.ended(1, seconds=900)
    nothing_is_lost(ended, text)
    # The prompt was never cut: every request fitted the context it asked for.
    for body in ollama.chats():
        assert body["truncate"] is False
        assert body["options"]["num_ctx"] == 2048
    said = [word.strip(".,?").casefold() for word in text.split()]
    wrote = ended.enhanced.cleaned.text.casefold()
    assert len(wrote.split()) > 0.8 * len(said)
    assert {word for word in said if word.isalpha()} - {"so", "um"} <= {
        word.strip(".,?!") for word in wrote.split()
    }
