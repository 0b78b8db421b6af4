"""What Ollama has, what it has loaded and where, and getting a model."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace

import pytest

from app.adapters.ollama import OllamaWriter
from app.domain.problems import WriterPullFailed
from app.domain.writing import ModelTraits, PullProgress, Thinking
from tests.adapters.test_ollama import LONG, REQUEST
from tests.ollama_standin.foreign import ForeignServer
from tests.ollama_standin.process import (
    ALWAYS_THINKER,
    EMBEDDER,
    MODEL,
    PULLABLE,
    THINKER,
    StandInProcess,
    weights,
)


def test_installed_models_are_listed_with_what_they_are(writer: OllamaWriter) -> None:
    models = {model.name: model for model in writer.models()}
    assert set(models) == {MODEL, THINKER, ALWAYS_THINKER, EMBEDDER}
    small, path = models[MODEL], weights()
    assert path is not None
    assert small.size_bytes == path.stat().st_size
    assert (small.quantisation, small.parameter_size, small.family) == ("Q4_1", "135M", "llama")
    assert not small.is_remote


def test_a_server_without_models_has_none(serve_foreign: Callable[..., ForeignServer]) -> None:
    server = serve_foreign({"/api/tags": {"models": []}, "/api/ps": {"models": []}})
    writer = OllamaWriter(server.host)
    try:
        assert writer.models() == ()
        assert writer.running() == ()
    finally:
        writer.close()


def test_what_a_model_can_do_is_told(writer: OllamaWriter) -> None:
    assert writer.traits(MODEL) == ModelTraits(True, Thinking.NEVER, 2048)
    assert writer.traits(THINKER).thinking is Thinking.SWITCHABLE
    assert writer.traits(ALWAYS_THINKER).thinking is Thinking.ALWAYS
    assert not writer.traits(EMBEDDER).can_write


def test_an_old_server_that_tells_no_capabilities_is_tried(
    serve_foreign: Callable[..., ForeignServer],
) -> None:
    writer = OllamaWriter(serve_foreign({"/api/show": {"model_info": None}}).host)
    try:
        assert writer.traits("mistral") == ModelTraits(True, Thinking.NEVER, None)
    finally:
        writer.close()


def test_what_is_loaded_is_told_and_unloaded(writer: OllamaWriter) -> None:
    assert writer.running() == ()
    writer.load(replace(REQUEST, keep_alive=-1)).run()
    (loaded,) = writer.running()
    assert (loaded.name, loaded.num_ctx, loaded.gpu_share) == (MODEL, 2048, 0.0)
    assert loaded.expires is not None
    assert loaded.expires > 10_000_000_000  # for ever
    writer.unload(MODEL)
    assert writer.running() == ()
    writer.unload(MODEL)


def test_a_model_that_is_not_to_be_kept_goes_after_its_answer(
    writer: OllamaWriter, ollama: StandInProcess
) -> None:
    writer.write(replace(REQUEST, keep_alive=0)).run()
    ollama.wait("unloads")
    assert writer.running() == ()


@pytest.mark.parametrize(
    ("sizes", "share"),
    [
        ({"size": 1000, "size_vram": 0}, 0.0),
        ({"size": 1000, "size_vram": 1000}, 1.0),
        ({"size": 1000, "size_vram": 250}, 0.25),
        ({"size": 1000, "size_vram": 1200}, 1.0),
        ({"size": 0, "size_vram": 0}, None),
        ({}, None),
    ],
)
def test_the_share_on_the_graphics_card_is_told(
    serve_foreign: Callable[..., ForeignServer], sizes: dict[str, int], share: float | None
) -> None:
    server = serve_foreign({"/api/ps": {"models": [{"name": "mistral:latest", **sizes}]}})
    writer = OllamaWriter(server.host)
    try:
        (loaded,) = writer.running()
    finally:
        writer.close()
    assert loaded.gpu_share == share
    assert (loaded.expires, loaded.num_ctx) == (None, None)


# --- getting one ---


def test_a_model_is_got_with_its_progress(writer: OllamaWriter) -> None:
    steps: list[PullProgress] = []
    assert writer.pull(PULLABLE).run(steps.append)
    assert PULLABLE in [model.name for model in writer.models()]
    received = [step.received for step in steps]
    assert received == sorted(received)
    assert (received[0], received[-1]) == (0, 1000)
    assert [step.total for step in steps] == sorted(step.total for step in steps)
    assert all(step.received <= step.total for step in steps)
    assert steps[-1] == PullProgress(1000, 1000, "success")


def test_a_stopped_one_is_stopped_at_the_server(writer: OllamaWriter, ollama: StandInProcess) -> None:
    ollama.order("stall", after=3)
    pulling = writer.pull(PULLABLE)
    results: list[bool] = []
    thread = threading.Thread(target=lambda: results.append(pulling.run()))
    thread.start()
    ollama.wait("held")
    pulling.stop()
    thread.join(LONG)
    assert results == [False]
    ollama.wait("cancelled")
    assert PULLABLE not in [model.name for model in writer.models()]
    assert writer.pull(PULLABLE).run()


def test_one_stopped_before_it_begins_is_not_asked_for(writer: OllamaWriter, ollama: StandInProcess) -> None:
    pulling = writer.pull(PULLABLE)
    pulling.stop()
    assert pulling.run() is False
    assert ollama.seen().requests == []


@pytest.mark.parametrize(("fault", "words"), [("crash", "disk"), ("eof", "lost"), ("nodone", "broke off")])
def test_one_that_fails_says_why(
    writer: OllamaWriter, ollama: StandInProcess, fault: str, words: str
) -> None:
    ollama.order(fault, after=2)
    with pytest.raises(WriterPullFailed, match=words) as raised:
        writer.pull(PULLABLE).run()
    assert raised.value.model == PULLABLE
    assert PULLABLE not in [model.name for model in writer.models()]


def test_one_that_the_library_does_not_have_is_told(writer: OllamaWriter) -> None:
    with pytest.raises(WriterPullFailed, match="no such model"):
        writer.pull("mistrall:7b").run()
