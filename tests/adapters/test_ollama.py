"""Writing, warming, loading and stopping with a real small model behind the stand-in for Ollama.

Whatever could be told by time is told by tokens, notes of the stand-in, or events.
"""

from __future__ import annotations

import socket
import threading
from dataclasses import replace

import pytest

from app.adapters.ollama import OllamaWriter
from app.domain.clean_up import Message
from app.domain.problems import (
    WriterNotRunning,
    WritingContextTooSmall,
    WritingLimitReached,
)
from app.domain.writing import EndReason, Loading, WriteEnd, WriteRequest, WrittenToken
from app.services.writing_ports import Writer, Writing
from tests.fakes import ScriptedWriter
from tests.ollama_standin.process import ALWAYS_THINKER, MODEL, THINKER, StandInProcess

LONG = 60.0
FIXED = (
    Message("system", "Repair the dictated text: punctuation, capitals, fillers."),
    Message("user", "Dictated:\num we meet at nine\n\nThe repaired text alone."),
    Message("assistant", "We meet at nine."),
    Message("user", "Dictated:\nwhat is the uh capital of france\n\nThe repaired text alone."),
    Message("assistant", "What is the capital of France?"),
)
SPOKEN = Message("user", "Dictated:\nso the the train leaves at uh eight\n\nThe repaired text alone.")
REQUEST = WriteRequest(MODEL, (*FIXED, SPOKEN), num_ctx=2048, num_predict=64, temperature=0.0, seed=1)


def digits(count: int) -> tuple[Message, ...]:
    """A text whose tokens the estimate takes for a third of what they are."""
    return (Message("user", "7" * count),)


class InBackground:
    """A request that runs on a thread of its own; `end` waits for what became of it."""

    def __init__(self, writing: Writing) -> None:
        self.tokens: list[WrittenToken] = []
        self._ends: list[WriteEnd] = []
        self._thread = threading.Thread(target=lambda: self._ends.append(writing.run(self._keep)))
        self._thread.start()

    def _keep(self, part: object) -> None:
        if isinstance(part, WrittenToken):
            self.tokens.append(part)

    @property
    def end(self) -> WriteEnd:
        self._thread.join(LONG)
        return self._ends[0]


def test_the_adapter_and_the_fake_fit_the_port(writer: OllamaWriter) -> None:
    both: tuple[Writer, Writer] = (writer, ScriptedWriter())
    assert all(one.host.startswith("http://") for one in both)


def test_tokens_come_as_they_are_written_and_make_up_the_text(writer: OllamaWriter) -> None:
    parts: list[object] = []
    end = writer.write(REQUEST).run(parts.append)
    assert parts[0] == Loading(MODEL)
    tokens = [part for part in parts if isinstance(part, WrittenToken)]
    assert len(tokens) == len(parts) - 1 > 3
    assert "".join(token.text for token in tokens) == end.text
    assert [token.number for token in tokens] == list(range(1, len(tokens) + 1))
    assert [token.seconds for token in tokens] == sorted(token.seconds for token in tokens)
    assert end.reason is EndReason.COMPLETE
    assert end.first_token_seconds == tokens[0].seconds > end.prompt_seconds > 0
    # The last token ends the answer and is not shown.
    assert end.tokens in (len(tokens), len(tokens) + 1)
    assert end.prompt_tokens > 50
    assert end.tokens_per_second is not None
    assert end.tokens_per_second > 0


def test_a_loaded_model_is_not_said_to_load(writer: OllamaWriter, ollama: StandInProcess) -> None:
    assert writer.load(REQUEST).run().text == ""
    parts: list[object] = []
    writer.write(REQUEST).run(parts.append)
    assert Loading(MODEL) not in parts
    assert ollama.seen().loads == 1


def test_the_words_come_on_the_thread_that_waits(writer: OllamaWriter) -> None:
    threads: set[str] = set()
    writer.write(REQUEST).run(lambda part: threads.add(threading.current_thread().name))
    assert threads == {threading.current_thread().name}


# --- warm ---


def test_a_warm_prefix_is_not_read_again(writer: OllamaWriter, ollama: StandInProcess) -> None:
    cold = writer.write(REQUEST).run()
    writer.unload(MODEL)
    writer.warm(replace(REQUEST, messages=FIXED)).run()
    warm = writer.write(REQUEST).run()
    first, reading, second = ollama.seen().generations
    assert first.cached == 0
    assert (reading.cached, reading.written) == (0, 1)
    # All that was warmed but the template's last words, which ask for an answer there.
    assert second.cached > reading.read * 0.95
    assert second.read < first.read / 2
    assert (warm.text, warm.prompt_tokens) == (cold.text, cold.prompt_tokens)
    assert ollama.seen().loads == 2


def test_the_next_dictation_finds_the_prefix_of_the_one_before(
    writer: OllamaWriter, ollama: StandInProcess
) -> None:
    other = Message("user", "Dictated:\nplease uh water the plants\n\nThe repaired text alone.")
    writer.write(REQUEST).run()
    writer.write(replace(REQUEST, messages=(*FIXED, other))).run()
    first, second = ollama.seen().generations
    assert second.cached > first.read / 2
    assert ollama.seen().loads == 1


def test_loading_warming_and_writing_ask_for_the_same_options(
    writer: OllamaWriter, ollama: StandInProcess
) -> None:
    request = replace(REQUEST, keep_alive=1800, stop=("\n\n",))
    writer.load(request).run()
    writer.warm(replace(request, messages=FIXED)).run()
    writer.write(request).run()
    load, warm, write = ollama.chats()
    assert load["messages"] == []
    assert warm["options"] == {**write["options"], "num_predict": 1}
    assert load["options"] == write["options"]
    assert write["options"] == {
        "num_ctx": 2048,
        "num_predict": 64,
        "temperature": 0.0,
        "seed": 1,
        "stop": ["\n\n"],
    }
    assert [body["keep_alive"] for body in (load, warm, write)] == [1800] * 3
    assert ollama.seen().loads == 1


def test_another_context_loads_the_model_anew_and_loses_the_cache(
    writer: OllamaWriter, ollama: StandInProcess
) -> None:
    writer.write(REQUEST).run()
    parts: list[object] = []
    writer.write(replace(REQUEST, num_ctx=1024)).run(parts.append)
    assert parts[0] == Loading(MODEL)
    assert ollama.seen().loads == 2
    assert ollama.seen().generations[1].cached == 0


# --- too long ---


def test_a_prompt_that_does_not_fit_is_not_sent(writer: OllamaWriter, ollama: StandInProcess) -> None:
    long = replace(REQUEST, messages=(*FIXED, Message("user", "one more word " * 600)))
    with pytest.raises(WritingContextTooSmall):
        writer.write(long).run()
    assert ollama.seen().requests == []


def test_a_prompt_that_the_estimate_lets_pass_is_refused_and_not_cut(
    writer: OllamaWriter, ollama: StandInProcess
) -> None:
    request = replace(REQUEST, messages=digits(3000))
    assert request.tokens_needed < request.num_ctx
    with pytest.raises(WritingContextTooSmall):
        writer.write(request).run()
    with pytest.raises(WritingContextTooSmall):
        writer.warm(request).run()
    assert all(body["truncate"] is body["shift"] is False for body in ollama.chats())
    assert ollama.seen().generations == []


def test_an_answer_that_reaches_its_limit_is_no_answer(writer: OllamaWriter) -> None:
    tokens: list[object] = []
    with pytest.raises(WritingLimitReached):
        writer.write(replace(REQUEST, num_predict=3)).run(tokens.append)
    assert sum(isinstance(part, WrittenToken) for part in tokens) == 3


# --- stop ---


def test_stopped_before_it_is_run_nothing_is_sent(writer: OllamaWriter, ollama: StandInProcess) -> None:
    writing = writer.write(REQUEST)
    writing.stop()
    assert writing.run() == WriteEnd(EndReason.STOPPED)
    assert ollama.seen().requests == []


@pytest.mark.parametrize("kind", ["write", "warm"])
def test_stopped_while_the_model_loads(writer: OllamaWriter, ollama: StandInProcess, kind: str) -> None:
    ollama.order("slowload")
    writing = writer.write(REQUEST) if kind == "write" else writer.warm(REQUEST)
    running = InBackground(writing)
    ollama.wait("held")
    writing.stop()
    assert running.end == WriteEnd(EndReason.STOPPED)
    ollama.wait("cancelled")
    assert writer.write(REQUEST).run().text  # the server is free again


def test_stopped_while_only_loading(writer: OllamaWriter, ollama: StandInProcess) -> None:
    ollama.order("slowload")
    loading = writer.load(REQUEST)
    running = InBackground(loading)
    ollama.wait("held")
    loading.stop()
    assert running.end.reason is EndReason.STOPPED
    ollama.wait("cancelled")
    assert ollama.seen().loads == 0


def test_stopped_between_tokens_what_had_come_is_there(writer: OllamaWriter, ollama: StandInProcess) -> None:
    ollama.order("stall", after=3)
    writing = writer.write(REQUEST)
    running = InBackground(writing)
    ollama.wait("held")
    writing.stop()
    end = running.end
    ollama.wait("cancelled")
    assert end.reason is EndReason.STOPPED
    # A token that is on its way may not be handed over any more.
    assert end.tokens == len(running.tokens) <= 3
    assert end.text == "".join(token.text for token in running.tokens)


def test_stopped_at_the_first_token_from_within(writer: OllamaWriter, ollama: StandInProcess) -> None:
    writing = writer.write(replace(REQUEST, num_predict=500))
    tokens: list[WrittenToken] = []

    def stop_at_first(part: object) -> None:
        if isinstance(part, WrittenToken):
            tokens.append(part)
            writing.stop()

    end = writing.run(stop_at_first)
    assert (end.reason, end.text, end.tokens) == (EndReason.STOPPED, tokens[0].text, 1)


def test_stopped_after_its_end_nothing_changes(writer: OllamaWriter) -> None:
    writing = writer.write(REQUEST)
    end = writing.run()
    writing.stop()
    assert end.reason is EndReason.COMPLETE
    assert writer.write(REQUEST).run().text == end.text


def test_stopped_while_it_waits_for_another_request(writer: OllamaWriter, ollama: StandInProcess) -> None:
    ollama.order("stall", after=1)
    first = InBackground(writer.write(REQUEST))
    ollama.wait("held")
    waiting = writer.write(REQUEST)
    second = InBackground(waiting)
    ollama.wait("requests", 3)  # what the model can do, and two chats
    waiting.stop()
    assert second.end == WriteEnd(EndReason.STOPPED)
    ollama.release()
    assert first.end.reason is EndReason.COMPLETE


def test_closing_stops_what_runs(writer: OllamaWriter, ollama: StandInProcess) -> None:
    ollama.order("stall", after=1)
    running = InBackground(writer.write(REQUEST))
    ollama.wait("held")
    writer.close()
    assert running.end.reason is EndReason.STOPPED
    ollama.wait("cancelled")
    assert writer.write(REQUEST).run().reason is EndReason.STOPPED
    with pytest.raises(WriterNotRunning):
        writer.version()


# --- thinking ---


def test_a_model_that_thinks_is_told_not_to(writer: OllamaWriter, ollama: StandInProcess) -> None:
    end = writer.write(replace(REQUEST, model=THINKER)).run()
    assert ollama.chats()[0]["think"] is False
    assert end.text == writer.write(REQUEST).run().text


def test_one_that_cannot_do_without_thinks_little_and_its_thoughts_are_not_the_text(
    writer: OllamaWriter, ollama: StandInProcess
) -> None:
    tokens: list[object] = []
    end = writer.write(replace(REQUEST, model=ALWAYS_THINKER)).run(tokens.append)
    assert ollama.chats()[0]["think"] == "low"
    assert "The user said something" not in end.text
    assert end.text == writer.write(REQUEST).run().text


def test_one_that_does_not_think_is_not_asked_about_it(writer: OllamaWriter, ollama: StandInProcess) -> None:
    writer.write(REQUEST).run()
    writer.write(REQUEST).run()
    assert all("think" not in body for body in ollama.chats())
    shows = [body for body in ollama.seen().requests if body["path"] == "/api/show"]
    assert len(shows) == 1  # known from then on


# --- hosts ---


def test_a_proxy_for_all_is_not_asked_for_this_computer(
    ollama: StandInProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{port}")
    writer = OllamaWriter(ollama.host)
    try:
        assert writer.version() == "0.33.0"
        assert writer.write(REQUEST).run().text
    finally:
        writer.close()


def test_another_host_is_asked_from_then_on(writer: OllamaWriter, ollama: StandInProcess) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    writer.use_host(f"127.0.0.1:{port}")
    assert writer.host == f"http://127.0.0.1:{port}"
    with pytest.raises(WriterNotRunning):
        writer.version()
    writer.use_host(ollama.host)
    assert writer.version() == "0.33.0"
