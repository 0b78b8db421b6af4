"""Fixtures with a running stand-in; a conftest.py that imports them has them."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack

import pytest

from app.adapters.ollama import OllamaWriter
from tests.ollama_standin.foreign import ForeignServer
from tests.ollama_standin.process import StandInProcess, missing


@pytest.fixture(scope="session")
def ollama_process() -> Iterator[StandInProcess]:
    """One for all tests of the session."""
    if reason := missing():
        pytest.skip(reason)
    process = StandInProcess()
    yield process
    process.end()


@pytest.fixture
def ollama(ollama_process: StandInProcess) -> StandInProcess:
    """It, as if just started."""
    ollama_process.reset()
    return ollama_process


@pytest.fixture
def writer(ollama: StandInProcess) -> Iterator[OllamaWriter]:
    """The adapter, on the stand-in."""
    writer = OllamaWriter(ollama.host)
    yield writer
    writer.close()


@pytest.fixture
def serve_foreign() -> Iterator[Callable[..., ForeignServer]]:
    """Starts servers that are no Ollama."""
    with ExitStack() as servers:

        def serve(answers: Mapping[str, object], elsewhere: str = "") -> ForeignServer:
            server = ForeignServer(answers, elsewhere)
            thread = threading.Thread(target=server.serve_forever, daemon=True)
            thread.start()
            servers.callback(thread.join, 5)
            servers.callback(server.server_close)
            servers.callback(server.shutdown)
            return server

        yield serve
