"""Ollama's interface: the only place that knows the official client, asynchronous, for one event loop.

Problem: the client has no time-outs, follows redirects, takes proxies for the computer's own address, and
    cannot forbid the server to cut a prompt that is too long. The server ends streams without saying so.
Rules: no word leaves for anywhere but the set host. An answer is one only when the server says that it is
    done and why. Fixed options in every request, so that none loads the model anew.
Failure: WritingProblems only; what the library raises is translated by `ollama_errors`. Neither what was
    said nor what the server answers gets into a problem's detail.

Imported late: with its libraries it takes 0.4 s.
"""

from __future__ import annotations

import asyncio
import contextlib
import errno
import json
import socket
import time
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Iterator
from contextlib import aclosing
from typing import Any, Final, Literal, TypeVar

import httpx
import ollama

from app.adapters.connections import Connections
from app.adapters.ollama_errors import Failure, Trouble, problem_of, pull_problem
from app.adapters.ollama_limits import Limits
from app.domain.connections import Purpose
from app.domain.problems import (
    Problem,
    WriterSilent,
    WritingContextTooSmall,
    WritingLimitReached,
    WritingUnfinished,
)
from app.domain.writing import (
    EndReason,
    ModelTraits,
    PullProgress,
    RunningModel,
    Thinking,
    WriteEnd,
    WriteRequest,
    WriterModel,
    WrittenToken,
    same_model,
)

T = TypeVar("T")
Think = Literal["low"] | bool | None

CONNECTIONS_KEPT_SECONDS: Final = 300.0
NANOSECONDS: Final = 1e9
LAST_LINE_SECONDS: Final = 1.0
"""How long the end of a stream is waited for, once the answer is whole, to use the connection again."""
NO_WAY: Final = (errno.EHOSTUNREACH, errno.ENETUNREACH, errno.ETIMEDOUT)
ALWAYS_THINKING: Final = ("gptoss", "gpt-oss")


class _WholePrompts(httpx.AsyncHTTPTransport):
    """Passes the gate with each request, and adds to each chat what the client has no argument for: a prompt
    or an answer that does not fit is an error, and nothing of it is thrown away. Servers before 0.13 do not
    know the words and ignore them."""

    def __init__(self, connections: Connections, limits: httpx.Limits) -> None:
        super().__init__(trust_env=False, limits=limits)
        self._connections = connections

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        addresses = self._connections.check(Purpose.CLEAN_UP, str(request.url))
        if request.url.path.endswith("/api/chat"):
            body = json.loads(request.content) | {"truncate": False, "shift": False}
            headers = [
                (name, value) for name, value in request.headers.raw if name.lower() != b"content-length"
            ]
            request = httpx.Request(
                request.method, request.url, headers=headers, json=body, extensions=request.extensions
            )
        if not addresses:
            return await super().handle_async_request(request)
        return await self._at(addresses, request)

    async def _at(self, addresses: tuple[str, ...], request: httpx.Request) -> httpx.Response:
        """By these numbers alone, so that no name can have come to mean another computer."""
        name = request.url.host
        request.extensions = {**request.extensions, "sni_hostname": name}
        for address in addresses[:-1]:
            request.url = request.url.copy_with(host=address)
            with contextlib.suppress(httpx.ConnectError):
                return await super().handle_async_request(request)
        request.url = request.url.copy_with(host=addresses[-1])
        return await super().handle_async_request(request)


class OllamaClient:
    """Connections to one host. Belongs to the event loop that it is made in.

    Args:
        host: as `checked_host` gives it.
        limits: how long is waited.
        connections: the gate.
    """

    def __init__(self, host: str, limits: Limits, connections: Connections | None = None) -> None:
        self.host = host
        self._limits = limits
        self._transport = _WholePrompts(
            connections or Connections(), httpx.Limits(keepalive_expiry=CONNECTIONS_KEPT_SECONDS)
        )
        # Reading has no time-out of its own: what may take how long differs within one answer.
        self._timeout = httpx.Timeout(limits.answer, connect=limits.connect, read=None)
        self._client = ollama.AsyncClient(
            host,
            timeout=self._timeout,
            transport=self._transport,
            trust_env=False,
            follow_redirects=False,
        )

    async def close(self) -> None:
        await self._transport.aclose()

    # --- short answers ---

    async def version(self) -> str:
        # The client has no call for it. The transport is shared, so this one is not closed.
        client = httpx.AsyncClient(transport=self._transport, timeout=self._timeout, trust_env=False)
        with self._told():
            reply = await self._soon(client.get(f"{self.host}/api/version"))
            if not reply.is_success:
                raise ollama.ResponseError("", reply.status_code)
            return str(reply.json()["version"])

    async def models(self) -> tuple[WriterModel, ...]:
        with self._told():
            listed = await self._soon(self._client.list())
            return tuple(_model(one) for one in listed.models if one.model)

    async def running(self) -> tuple[RunningModel, ...]:
        with self._told():
            listed = await self._soon(self._client.ps())
            return tuple(_running(one) for one in listed.models if one.model or one.name)

    async def traits(self, model: str) -> ModelTraits:
        with self._told(model):
            return _traits(await self._soon(self._client.show(model)))

    async def unload(self, model: str) -> None:
        with self._told(model):
            await self._soon(self._client.chat(model, messages=[], keep_alive=0))

    async def is_loaded(self, request: WriteRequest) -> bool:
        """Whether the model is loaded as `request` needs it."""
        return any(
            same_model(one.name, request.model) and one.num_ctx in (None, request.num_ctx)
            for one in await self.running()
        )

    # --- answers that take their time ---

    async def load(self, request: WriteRequest) -> WriteEnd:
        """Load the model with the options of `request`."""
        begun = time.monotonic()
        with self._told(request.model):
            async with _within(self._limits.first_token):
                await self._client.chat(
                    request.model, messages=[], options=_options(request), keep_alive=request.keep_alive
                )
        return WriteEnd(EndReason.COMPLETE, load_seconds=time.monotonic() - begun)

    async def warm(self, request: WriteRequest, think: Think) -> WriteEnd:
        """Read the prompt into the server's cache: one token is the least that an answer can have."""
        options = _options(request) | {"num_predict": 1}
        end = None
        with self._told(request.model):
            async with aclosing(self._chat(request, options, think)) as parts:
                async for part in parts:
                    end = part if part.done else end
            return _checked_end(end, request, "", None)

    async def write(
        self, request: WriteRequest, think: Think, on_token: Callable[[WrittenToken], None]
    ) -> WriteEnd:
        """The answer to `request`, told piece by piece."""
        begun = time.monotonic()
        texts: list[str] = []
        first: float | None = None
        end = None
        with self._told(request.model):
            async with aclosing(self._chat(request, _options(request), think)) as parts:
                async for part in parts:
                    if text := part.message.content:
                        texts.append(text)
                        seconds = time.monotonic() - begun
                        first = seconds if first is None else first
                        on_token(WrittenToken(text, len(texts), seconds))
                    end = part if part.done else end
            done = _checked_end(end, request, "".join(texts), first)
            if end is not None and end.done_reason == "length":
                spent = done.tokens >= request.num_predict or not done.tokens
                raise WritingLimitReached() if spent else WritingContextTooSmall(detail="while writing")
            return done

    async def pull(self, model: str, on_progress: Callable[[PullProgress], None]) -> None:
        """Get a model. Verifying a large one takes minutes without a sign, so the long limit holds."""
        arrived = _Arrived()
        succeeded = False
        with self._told(model, pull_problem):
            stream = await self._client.pull(model, stream=True)
            limit = self._limits.first_token
            async with aclosing(_each(stream, limit, limit)) as parts:
                async for part in parts:
                    succeeded = part.status == "success"
                    on_progress(arrived.count(part))
            if not succeeded:
                raise ollama.ResponseError("the stream ended early")

    async def _chat(
        self, request: WriteRequest, options: dict[str, Any], think: Think
    ) -> AsyncGenerator[ollama.ChatResponse, None]:
        stream = await self._client.chat(
            request.model,
            messages=[{"role": one.role, "content": one.content} for one in request.messages],
            stream=True,
            think=think,
            options=options,
            keep_alive=request.keep_alive,
        )
        async with aclosing(_each(stream, self._limits.first_token, self._limits.silence)) as parts:
            async for part in parts:
                yield part
                if part.done:
                    # Read to its end, or the connection could not be used again.
                    with contextlib.suppress(Exception):
                        async with asyncio.timeout(LAST_LINE_SECONDS):
                            await anext(parts, None)
                    return

    # --- failing ---

    async def _soon(self, answer: Awaitable[T]) -> T:
        async with _within(self._limits.answer):
            return await answer

    @contextlib.contextmanager
    def _told(self, model: str = "", problem: Callable[[Trouble], Problem] = problem_of) -> Iterator[None]:
        """Turns whatever fails inside into a WritingProblem."""
        try:
            yield
        except Problem:
            raise
        except Exception as error:  # foreign exceptions stop at the adapter
            raise problem(_trouble(error, self.host, model)) from error


@contextlib.asynccontextmanager
async def _within(seconds: float) -> AsyncIterator[None]:
    """Raises WriterSilent when it takes longer. httpx has time-outs of another kind."""
    try:
        async with asyncio.timeout(seconds):
            yield
    except TimeoutError:
        raise WriterSilent(seconds) from None


async def _each(stream: AsyncIterator[T], first: float, further: float) -> AsyncGenerator[T, None]:
    """All of `stream`: the first one is waited for longer. Raises WriterSilent."""
    limit = first
    try:
        while True:
            async with _within(limit):
                part = await anext(stream, None)
            if part is None:
                return
            limit = further
            yield part
    finally:
        # The client gives a generator and says it is an iterator. Left open, it would keep its connection.
        if isinstance(stream, AsyncGenerator):
            await stream.aclose()


def _options(request: WriteRequest) -> dict[str, Any]:
    """The same for loading, warming and writing: another num_ctx, or none, loads the model anew."""
    options: dict[str, Any] = {
        "num_ctx": request.num_ctx,
        "num_predict": request.num_predict,
        "temperature": request.temperature,
    }
    if request.seed is not None:
        options["seed"] = request.seed
    if request.stop:
        options["stop"] = list(request.stop)
    return options


def _checked_end(
    end: ollama.ChatResponse | None, request: WriteRequest, text: str, first: float | None
) -> WriteEnd:
    """The figures of a whole answer. Raises WritingUnfinished or WritingContextTooSmall."""
    if end is None:
        raise WritingUnfinished(detail="the stream ended without “done”")
    if end.done_reason not in (None, "stop", "length"):
        raise WritingUnfinished(detail="the stream ended for another reason than stop or length")
    tokens, prompt = end.eval_count or 0, end.prompt_eval_count or 0
    # A server that knows no `truncate` may have cut the prompt, or shifted the beginning out of the context.
    if tokens + prompt > request.num_ctx:
        raise WritingContextTooSmall(detail="the context overflowed")
    seconds = (end.eval_duration or 0) / NANOSECONDS
    return WriteEnd(
        reason=EndReason.COMPLETE,
        text=text,
        tokens=tokens,
        prompt_tokens=prompt,
        prompt_seconds=(end.prompt_eval_duration or 0) / NANOSECONDS,
        load_seconds=(end.load_duration or 0) / NANOSECONDS,
        first_token_seconds=first,
        # Of one token, the time is that of nothing.
        tokens_per_second=tokens / seconds if tokens > 1 and seconds > 0 else None,
    )


class _Arrived:
    """Adds the parts of a download up: each line tells of one part, by its digest."""

    def __init__(self) -> None:
        self._parts: dict[str, tuple[int, int]] = {}

    def count(self, line: ollama.ProgressResponse) -> PullProgress:
        if line.digest:
            received, total = self._parts.get(line.digest, (0, 0))
            self._parts[line.digest] = max(received, line.completed or 0), max(total, line.total or 0)
        received = sum(part[0] for part in self._parts.values())
        return PullProgress(received, sum(part[1] for part in self._parts.values()), line.status or "")


def _model(one: ollama.ListResponse.Model) -> WriterModel:
    details = one.details
    return WriterModel(
        name=one.model or "",
        size_bytes=int(one.size or 0),
        quantisation=(details and details.quantization_level) or "",
        parameter_size=(details and details.parameter_size) or "",
        family=(details and details.family) or "",
    )


def _running(one: ollama.ProcessResponse.Model) -> RunningModel:
    size = int(one.size or 0)
    share = min(1.0, int(one.size_vram or 0) / size) if size else None
    expires = one.expires_at.timestamp() if one.expires_at else None
    return RunningModel(one.model or one.name or "", size, share, expires, one.context_length)


def _traits(shown: ollama.ShowResponse) -> ModelTraits:
    family = ((shown.details and shown.details.family) or "").lower()
    # Servers before 0.6.4 tell no capabilities; then it is tried.
    can = ["completion"] if shown.capabilities is None else shown.capabilities
    thinking = Thinking.NEVER
    if "thinking" in can:
        thinking = Thinking.ALWAYS if family in ALWAYS_THINKING else Thinking.SWITCHABLE
    lengths = [
        value
        for key, value in (shown.modelinfo or {}).items()
        if key.endswith(".context_length") and isinstance(value, int)
    ]
    return ModelTraits("completion" in can, thinking, max(lengths, default=None))


def _trouble(error: Exception, host: str, model: str) -> Trouble:
    """What the libraries raise, as a value. Of texts only the server's is kept, to look for words in it."""
    name = type(error).__name__
    if isinstance(error, ollama.ResponseError):
        return Trouble(Failure.ANSWERED, host, model, name, error.status_code, str(error.error))
    if isinstance(error, (httpx.ConnectError, ConnectionError)):
        far = any(isinstance(one, socket.gaierror) or one.errno in NO_WAY for one in _os_errors(error))
        return Trouble(Failure.UNREACHABLE if far else Failure.REFUSED, host, model, name)
    if isinstance(error, httpx.TimeoutException):
        return Trouble(Failure.UNREACHABLE, host, model, name)  # all but reading, which has none
    if isinstance(error, (httpx.NetworkError, httpx.RemoteProtocolError)):
        return Trouble(Failure.CUT_OFF, host, model, name)
    return Trouble(Failure.ODD, host, model, name)


def _os_errors(error: BaseException) -> Iterator[OSError]:
    """The system's errors that it came of: one for each address that was tried."""
    if isinstance(error, OSError):
        yield error
    if isinstance(error, BaseExceptionGroup):
        for one in error.exceptions:
            yield from _os_errors(one)
    if (cause := error.__cause__ or error.__context__) is not None:
        yield from _os_errors(cause)
