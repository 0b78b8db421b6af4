"""A language model whose answers are given beforehand."""

from __future__ import annotations

from collections.abc import Callable

from app.domain.problems import Problem
from app.domain.writer_host import checked_host
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
)


def _ignore(_: object) -> None:
    """For those who only want the end."""


def tokens_of(text: str) -> list[str]:
    """A token for each word, with the blank before it, as models write them."""
    first, *others = text.split(" ")
    return [first, *(f" {word}" for word in others)]


class ScriptedWriter:
    """Writes given answers in turn, the request's last message when there are none left.

    A `Problem` in an answer's place is raised; a pair of both is written first and then raised. `asked`
    notes what was run, as ("write", request). With `is_loaded` False the next one has to load.
    """

    def __init__(self, *answers: str | Problem | tuple[str, Problem]) -> None:
        self.host = "http://localhost:11434"
        self.answers = list(answers)
        self.installed: list[WriterModel] = []
        self.loaded: list[RunningModel] = []
        self.asked: list[tuple[str, WriteRequest]] = []
        self.refuses: Exception | None = None
        self.is_loaded = True
        self.is_closed = False

    def use_host(self, host: str) -> None:
        self.host = checked_host(host)

    def version(self) -> str:
        self._check()
        return "0.33.0"

    def models(self) -> tuple[WriterModel, ...]:
        self._check()
        return tuple(self.installed)

    def running(self) -> tuple[RunningModel, ...]:
        self._check()
        return tuple(self.loaded)

    def traits(self, model: str) -> ModelTraits:
        self._check()
        return ModelTraits(True, Thinking.NEVER, 32_768)

    def write(self, request: WriteRequest) -> ScriptedWriting:
        return ScriptedWriting(self, "write", request)

    def load(self, request: WriteRequest) -> ScriptedWriting:
        return ScriptedWriting(self, "load", request)

    def warm(self, request: WriteRequest) -> ScriptedWriting:
        return ScriptedWriting(self, "warm", request)

    def unload(self, model: str) -> None:
        self._check()
        self.is_loaded = False

    def pull(self, model: str) -> ScriptedPulling:
        return ScriptedPulling(self, model)

    def close(self) -> None:
        self.is_closed = True

    def begin(self, kind: str, request: WriteRequest) -> str | Problem | tuple[str, Problem]:
        """Note what is run; the answer it is to have."""
        self.asked.append((kind, request))
        self._check()
        if kind != "write":
            return ""
        return self.answers.pop(0) if self.answers else request.messages[-1].content

    def _check(self) -> None:
        if self.refuses:
            raise self.refuses


class ScriptedWriting:
    """One request. May be stopped from within `on_part`, which is exact, or from another thread."""

    def __init__(self, writer: ScriptedWriter, kind: str, request: WriteRequest) -> None:
        self._writer, self._kind, self._request = writer, kind, request
        self.is_stopped = False

    def run(self, on_part: Callable[[WritingPart], None] = _ignore) -> WriteEnd:
        if self.is_stopped:
            return WriteEnd(EndReason.STOPPED)
        answer = self._writer.begin(self._kind, self._request)
        if not self._writer.is_loaded:
            self._writer.is_loaded = True
            on_part(Loading(self._request.model))
        text, problem = answer if isinstance(answer, tuple) else (answer, None)
        if isinstance(text, Problem):
            raise text
        written = self._tell(text, on_part)
        if problem is not None and not self.is_stopped:
            raise problem
        reason = EndReason.STOPPED if self.is_stopped else EndReason.COMPLETE
        first = 0.1 if written else None
        return WriteEnd(reason, "".join(written), len(written), 10, first_token_seconds=first)

    def _tell(self, text: str, on_part: Callable[[WritingPart], None]) -> list[str]:
        written: list[str] = []
        for token in tokens_of(text) if text else []:
            if self.is_stopped:
                break
            written.append(token)
            on_part(WrittenToken(token, len(written), len(written) / 10))
        return written

    def stop(self) -> None:
        self.is_stopped = True


class ScriptedPulling:
    """A download in two steps, which installs a model of 1,000 bytes."""

    def __init__(self, writer: ScriptedWriter, model: str) -> None:
        self._writer, self._model = writer, model
        self.is_stopped = False

    def run(self, on_progress: Callable[[PullProgress], None] = _ignore) -> bool:
        for received in (500, 1000):
            if self.is_stopped:
                return False
            if self._writer.refuses:
                raise self._writer.refuses
            on_progress(PullProgress(received, 1000, "pulling"))
        self._writer.installed.append(WriterModel(self._model, 1000, "Q4_0", "1B", "llama"))
        return True

    def stop(self) -> None:
        self.is_stopped = True
