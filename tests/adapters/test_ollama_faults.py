"""Every way in which Ollama fails, in the middle of a request, and that the next request works."""

from __future__ import annotations

import logging
import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from app.adapters.ollama import OllamaWriter
from app.adapters.ollama_limits import Limits
from app.domain.problems import (
    Action,
    Problem,
    WriterAnswerOdd,
    WriterBusy,
    WriterDied,
    WriterModelMissing,
    WriterModelTooLarge,
    WriterModelUnfit,
    WriterNotRunning,
    WriterSilent,
    WriterUnreachable,
    WritingCutOff,
    WritingProblem,
    WritingUnfinished,
)
from app.domain.writing import WrittenToken
from tests.adapters.test_ollama import LONG, REQUEST, SPOKEN
from tests.ollama_standin.foreign import ForeignServer
from tests.ollama_standin.process import EMBEDDER, MODEL, StandInProcess, missing

SHORT = 0.2
SHOWN = {"model_info": {}, "capabilities": ["completion"]}


@pytest.fixture
def closed_port() -> int:
    """One where nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


@pytest.fixture
def impatient(ollama: StandInProcess) -> Iterator[Callable[[Limits], OllamaWriter]]:
    """Writers with other limits."""
    made: list[OllamaWriter] = []

    def make(limits: Limits) -> OllamaWriter:
        made.append(OllamaWriter(ollama.host, limits))
        return made[-1]

    yield make
    for writer in made:
        writer.close()


@pytest.mark.parametrize(
    ("fault", "after", "kind"),
    [
        ("http500", 0, WriterDied),
        ("busy", 0, WriterBusy),
        ("memory", 0, WriterModelTooLarge),
        ("crash", 2, WriterDied),
        ("eof", 2, WritingCutOff),
        ("nodone", 2, WritingUnfinished),
        ("odd", 2, WriterAnswerOdd),
    ],
)
def test_each_fault_has_its_problem_and_the_next_request_works(
    writer: OllamaWriter, ollama: StandInProcess, fault: str, after: int, kind: type[Problem]
) -> None:
    ollama.order(fault, after)
    parts: list[object] = []
    with pytest.raises(WritingProblem) as raised:
        writer.write(REQUEST).run(parts.append)
    assert type(raised.value) is kind
    assert sum(isinstance(part, WrittenToken) for part in parts) == after
    assert writer.write(REQUEST).run().text


@pytest.mark.parametrize("fault", ["http500", "eof", "nodone"])
def test_warming_fails_as_writing_does(writer: OllamaWriter, ollama: StandInProcess, fault: str) -> None:
    ollama.order(fault)
    with pytest.raises(WritingProblem):
        writer.warm(REQUEST).run()
    assert writer.warm(REQUEST).run().tokens == 1


def test_loading_tells_that_the_runner_died(writer: OllamaWriter, ollama: StandInProcess) -> None:
    ollama.order("http500")
    with pytest.raises(WriterDied):
        writer.load(REQUEST).run()


def test_silence_after_the_first_token_has_an_end(
    impatient: Callable[[Limits], OllamaWriter], ollama: StandInProcess
) -> None:
    writer = impatient(Limits(silence=SHORT))
    ollama.order("stall", after=1)
    with pytest.raises(WriterSilent):
        writer.write(REQUEST).run()
    ollama.wait("cancelled")


def test_silence_before_it_has_another(
    impatient: Callable[[Limits], OllamaWriter], ollama: StandInProcess
) -> None:
    writer = impatient(Limits(first_token=SHORT))
    for ask in (writer.write, writer.load):
        ollama.order("slowload")
        with pytest.raises(WriterSilent):
            ask(REQUEST).run()
    ollama.wait("cancelled", 2)


def test_the_time_of_loading_is_no_silence(
    impatient: Callable[[Limits], OllamaWriter], ollama: StandInProcess
) -> None:
    # A model that loads longer than the silence allowed between tokens.
    writer = impatient(Limits(silence=LONG))
    ollama.order("slowload")
    loading = threading.Event()
    ends: list[str] = []
    thread = threading.Thread(
        target=lambda: ends.append(writer.write(REQUEST).run(lambda part: loading.set()).text)
    )
    thread.start()
    assert loading.wait(LONG)
    ollama.wait("held")
    assert ends == []
    ollama.release()
    thread.join(LONG)
    assert ends[0]


def test_an_unknown_model_can_be_got(writer: OllamaWriter) -> None:
    for ask in (writer.write, writer.warm, writer.load):
        with pytest.raises(WriterModelMissing) as raised:
            ask(replace(REQUEST, model="mistral:7b-instruct")).run()
        assert raised.value.model == "mistral:7b-instruct"
        assert raised.value.action is Action.GET_WRITER
    for question in (writer.traits, writer.unload):
        with pytest.raises(WriterModelMissing):
            question("mistral:7b-instruct")


def test_a_model_that_does_not_write_is_refused_before_it_loads(
    writer: OllamaWriter, ollama: StandInProcess
) -> None:
    with pytest.raises(WriterModelUnfit):
        writer.write(replace(REQUEST, model=EMBEDDER)).run()
    assert ollama.chats() == []


def test_where_nobody_listens_all_say_the_same(closed_port: int) -> None:
    writer = OllamaWriter(f"127.0.0.1:{closed_port}")
    calls: list[Callable[[], object]] = [
        writer.version,
        writer.models,
        writer.running,
        lambda: writer.traits(MODEL),
        lambda: writer.unload(MODEL),
        writer.write(REQUEST).run,
        writer.warm(REQUEST).run,
        writer.load(REQUEST).run,
        writer.pull("mini").run,
    ]
    try:
        for call in calls:
            with pytest.raises(WriterNotRunning, match=str(closed_port)):
                call()
    finally:
        writer.close()


def test_a_name_that_leads_nowhere_is_no_server_that_is_not_running() -> None:
    writer = OllamaWriter("http://nowhere.invalid")
    try:
        with pytest.raises(WriterUnreachable):
            writer.version()
    finally:
        writer.close()


def test_ollama_ended_in_the_middle_is_told_and_then_is_not_running() -> None:
    if reason := missing():
        pytest.skip(reason)
    process = StandInProcess()
    writer = OllamaWriter(process.host)
    try:
        process.order("stall", after=1)
        failures: list[BaseException] = []

        def write() -> None:
            try:
                writer.write(REQUEST).run()
            except Problem as problem:
                failures.append(problem)

        thread = threading.Thread(target=write)
        thread.start()
        process.wait("held")
        process.end()
        thread.join(LONG)
        assert [type(one) for one in failures] == [WritingCutOff]
        with pytest.raises(WriterNotRunning):
            writer.write(REQUEST).run()
    finally:
        writer.close()
        process.end()


ODD: list[dict[str, object]] = [
    {"/api/chat": b"<html>hello</html>"},
    {"/api/chat": b"[1, 2]\n"},
    {"/api/chat": {"done": True}},
    {"/api/chat": {"message": {"role": "assistant", "content": {"no": "text"}}}},
    {"/api/chat": 404},
    {"/api/chat": 307},
]


@pytest.mark.parametrize("answers", ODD)
def test_what_is_no_ollama_is_told(
    serve_foreign: Callable[..., ForeignServer], answers: dict[str, object]
) -> None:
    elsewhere = serve_foreign({})
    server = serve_foreign({"/api/show": SHOWN, "/api/ps": {"models": []}, **answers}, elsewhere.host)
    writer = OllamaWriter(server.host)
    try:
        with pytest.raises(WriterAnswerOdd):
            writer.write(REQUEST).run()
    finally:
        writer.close()
    assert server.asked[-1] == "/api/chat"
    assert elsewhere.asked == []  # words are sent to no other place than the one that is set


@pytest.mark.parametrize("answer", [b"hello", {}, [], 404, 307, {"models": 3}, {"version": 3, "models": [3]}])
def test_what_is_no_ollama_is_told_by_questions_too(
    serve_foreign: Callable[..., ForeignServer], answer: object
) -> None:
    paths = ("/api/tags", "/api/ps", "/api/show")
    server = serve_foreign(dict.fromkeys(paths, answer))
    writer = OllamaWriter(server.host)
    try:
        for question in (writer.models, writer.running, lambda: writer.traits(MODEL)):
            with pytest.raises(WriterAnswerOdd):
                question()
        with pytest.raises(WriterAnswerOdd):
            writer.version()
    finally:
        writer.close()


def test_an_answer_without_reason_or_with_a_strange_one_is_not_taken_for_whole(
    serve_foreign: Callable[..., ForeignServer],
) -> None:
    message = {"role": "assistant", "content": "We meet at nine."}
    part = {"message": message, "done": True, "done_reason": "load"}
    server = serve_foreign({"/api/show": SHOWN, "/api/ps": {"models": []}, "/api/chat": part})
    writer = OllamaWriter(server.host)
    try:
        with pytest.raises(WritingUnfinished):
            writer.write(REQUEST).run()
    finally:
        writer.close()


def test_nothing_that_was_said_gets_into_the_log(
    writer: OllamaWriter, ollama: StandInProcess, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    writer.write(REQUEST).run()
    ollama.order("crash", 2)
    with pytest.raises(WriterDied) as raised:
        writer.write(REQUEST).run()
    logging.getLogger("test").error("failed", exc_info=raised.value)
    assert "train" in SPOKEN.content
    assert "train" not in caplog.text
