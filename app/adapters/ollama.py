"""Ollama as a writer: fits the port `Writer` for callers that block, over a client that never does.

Problem: a request may wait minutes for a model to load, and the user may stop it at any moment of them.
Rules: the client lives on an event loop of its own and is imported there, with the first request. `think` is
    sent only to models that say they think. The options of loading, warming and writing are the same.
Failure: WritingProblems only; a request whose prompt would be cut is refused before it is sent.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from concurrent.futures import CancelledError
from typing import TYPE_CHECKING, Any, TypeVar

from app.adapters.connections import Connections
from app.adapters.event_loop import EventLoopThread, Run
from app.adapters.ollama_limits import Limits
from app.domain.problems import (
    WriterElsewhere,
    WriterModelUnfit,
    WriterNotRunning,
    WritingContextTooSmall,
    WritingProblem,
)
from app.domain.writer_host import DEFAULT_HOST, checked_host
from app.domain.writing import (
    EndReason,
    Loading,
    ModelTraits,
    PullProgress,
    RunningModel,
    Thinking,
    WriteEnd,
    WriteRequest,
    WriterModel,
    WritingPart,
    WrittenToken,
    runs_elsewhere,
)

if TYPE_CHECKING:
    from app.adapters.ollama_client import OllamaClient, Think

T = TypeVar("T")
Emit = Callable[[WritingPart], None]


def _ignore(_: object) -> None:
    """For those who only want the end."""


class OllamaWriter:
    """The Ollama at `host`.

    Args:
        host: its address. Raises WriterHostInvalid.
        limits: how long is waited.
        connections: the gate.
    """

    def __init__(
        self,
        host: str = DEFAULT_HOST,
        limits: Limits | None = None,
        connections: Connections | None = None,
    ) -> None:
        self._host = checked_host(host)
        self._limits = limits or Limits()
        self._connections = connections or Connections()
        self._loop = EventLoopThread("ollama")
        # The two below belong to the loop's thread.
        self._clients: dict[str, OllamaClient] = {}
        self._traits: dict[tuple[str, str], ModelTraits] = {}

    @property
    def host(self) -> str:
        return self._host

    def use_host(self, host: str) -> None:
        self._host = checked_host(host)

    # --- questions ---

    def version(self) -> str:
        async def ask() -> str:
            return await self._connected().version()

        return self._answer(ask())

    def models(self) -> tuple[WriterModel, ...]:
        async def ask() -> tuple[WriterModel, ...]:
            return await self._connected().models()

        return self._answer(ask())

    def running(self) -> tuple[RunningModel, ...]:
        async def ask() -> tuple[RunningModel, ...]:
            return await self._connected().running()

        return self._answer(ask())

    def traits(self, model: str) -> ModelTraits:
        async def ask() -> ModelTraits:
            client = self._connected()
            self._traits.pop((client.host, model), None)
            return await self._known_traits(client, model)

        return self._answer(ask())

    def unload(self, model: str) -> None:
        async def ask() -> None:
            await self._connected().unload(model)

        self._answer(ask())

    # --- what takes its time ---

    def write(self, request: WriteRequest) -> OllamaWriting:
        async def work(emit: Emit) -> WriteEnd:
            client, think = await self._prepared(request, emit)
            return await client.write(request, think, emit)

        return self._writing(request, work)

    def warm(self, request: WriteRequest) -> OllamaWriting:
        async def work(emit: Emit) -> WriteEnd:
            client, think = await self._prepared(request, emit)
            return await client.warm(request, think)

        return self._writing(request, work)

    def load(self, request: WriteRequest) -> OllamaWriting:
        async def work(emit: Emit) -> WriteEnd:
            client = self._connected()
            if not await client.is_loaded(request):
                emit(Loading(request.model))
            return await client.load(request)

        return self._writing(request, work)

    def pull(self, model: str) -> OllamaPulling:
        async def work(emit: Callable[[PullProgress], None]) -> bool:
            await self._connected().pull(model, emit)
            self._traits.clear()
            return True

        return OllamaPulling(Run(self._loop, work))

    def close(self) -> None:
        async def disconnect() -> None:
            for client in self._clients.values():
                await client.close()

        self._loop.close(disconnect)

    # --- on the loop's thread ---

    def _connected(self) -> OllamaClient:
        from app.adapters.ollama_client import OllamaClient

        # What still runs on another host goes on with its own client.
        host = self._host
        if host not in self._clients:
            self._clients[host] = OllamaClient(host, self._limits, self._connections)
        return self._clients[host]

    async def _prepared(self, request: WriteRequest, emit: Emit) -> tuple[OllamaClient, Think]:
        """Whom to ask, and how. Tells when the model will have to be loaded first."""
        if request.tokens_needed > request.num_ctx:
            raise WritingContextTooSmall(detail="before it was sent")
        if self._connections.this_computer_only and runs_elsewhere(request.model):
            raise WriterElsewhere(request.model)
        client = self._connected()
        traits = await self._known_traits(client, request.model)
        if not traits.can_write:
            raise WriterModelUnfit(request.model, "it does not write texts")
        if not await client.is_loaded(request):
            emit(Loading(request.model))
        return client, _think(traits.thinking)

    async def _known_traits(self, client: OllamaClient, model: str) -> ModelTraits:
        key = client.host, model
        if key not in self._traits:
            self._traits[key] = await client.traits(model)
        return self._traits[key]

    # --- on the caller's thread ---

    def _writing(
        self, request: WriteRequest, work: Callable[[Emit], Coroutine[Any, Any, WriteEnd]]
    ) -> OllamaWriting:
        async def begin(emit: Emit) -> WriteEnd:
            host = self._host
            try:
                return await work(emit)
            except WritingProblem:
                # The model may be another one under the same name by now.
                self._traits.pop((host, request.model), None)
                raise

        return OllamaWriting(Run(self._loop, begin))

    def _answer(self, question: Coroutine[Any, Any, T]) -> T:
        try:
            return self._loop.submit(question).result()
        except CancelledError:
            raise WriterNotRunning(self._host, "the writer is closed") from None


class OllamaWriting:
    """One request: fits the port `Writing`."""

    def __init__(self, run: Run[WritingPart, WriteEnd]) -> None:
        self._run = run

    def run(self, on_part: Callable[[WritingPart], None] = _ignore) -> WriteEnd:
        tokens: list[WrittenToken] = []

        def pass_on(part: WritingPart) -> None:
            if isinstance(part, WrittenToken):
                tokens.append(part)
            on_part(part)

        end = self._run.run(pass_on)
        return _stopped(tokens) if end is None else end

    def stop(self) -> None:
        self._run.stop()


class OllamaPulling:
    """One download: fits the port `Pulling`."""

    def __init__(self, run: Run[PullProgress, bool]) -> None:
        self._run = run

    def run(self, on_progress: Callable[[PullProgress], None] = _ignore) -> bool:
        return self._run.run(on_progress) is True

    def stop(self) -> None:
        self._run.stop()


def _stopped(tokens: list[WrittenToken]) -> WriteEnd:
    """What had come until it was stopped. The server tells no figures then."""
    text = "".join(token.text for token in tokens)
    first = tokens[0].seconds if tokens else None
    return WriteEnd(EndReason.STOPPED, text, tokens=len(tokens), first_token_seconds=first)


def _think(thinking: Thinking) -> Think:
    """What to send so that a model thinks as little as it can; nothing to one that would refuse the word."""
    answers: dict[Thinking, Think] = {
        Thinking.NEVER: None,
        Thinking.SWITCHABLE: False,
        Thinking.ALWAYS: "low",
    }
    return answers[thinking]
