"""One request that loads or generates: Ollama's frames round llama.cpp's parts, and the ordered faults."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import Any, Final, Protocol

from tests.ollama_standin.control import Control, Fault, Generation, Seen
from tests.ollama_standin.runner import DEFAULT_CTX, Model, Runner

PASSED_ON: Final = ("temperature", "top_k", "top_p", "min_p", "seed", "repeat_penalty", "stop")
BREAKS: Final = ("crash", "eof", "nodone", "odd")
RUNNER_DIED: Final = (
    "model runner has unexpectedly stopped, this may be due to resource limitations or an internal error, "
    "check ollama server logs for details"
)
FAULT_ANSWERS: Final = {
    "http500": (500, RUNNER_DIED),
    "busy": (503, "server busy, please try again.  maximum pending requests exceeded"),
    "memory": (500, "model requires more system memory (5.6 GiB) than is available (3.1 GiB)"),
}


class Gone(Exception):
    """The client has left."""


class Wire(Protocol):
    """The connection to the client."""

    def send_json(self, status: int, answer: object) -> None:
        """A whole answer."""

    def send_part(self, part: object) -> None:
        """A line of a stream, which begins with it. Raises Gone."""

    def send_raw(self, line: bytes) -> None:
        """The same with a line that need not be JSON."""

    def end_stream(self) -> None: ...

    def reset(self) -> None:
        """Cut the connection as a process that dies does."""

    def has_left(self) -> bool: ...

    def hold(self) -> bool:
        """Wait for a release; False when the client left meanwhile."""


class Request:
    """A body of /api/chat or /api/generate, understood."""

    def __init__(self, body: dict[str, Any], model: Model, keep: float | None, is_chat: bool) -> None:
        self.body, self.model, self.keep, self.is_chat = body, model, keep, is_chat
        self.options: dict[str, Any] = body.get("options") or {}
        self.ctx = int(self.options.get("num_ctx") or DEFAULT_CTX)
        self.is_empty = not body.get("messages" if is_chat else "prompt")
        self.streams = body.get("stream", True)
        self.thinks = model.thinks and body.get("think") is not False

    def frame(self, text: str, thinking: str = "", **end: Any) -> dict[str, Any]:  # noqa: ANN401
        made = datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
        frame: dict[str, Any] = {"model": self.model.name, "created_at": made}
        if self.is_chat:
            frame["message"] = {"role": "assistant", "content": text}
            if thinking:
                frame["message"]["thinking"] = thinking
        else:
            frame["response"] = text
        return frame | (end or {"done": False})

    def job(self) -> dict[str, Any]:
        """What llama.cpp is asked."""
        limit = int(self.options.get("num_predict", -1))
        job: dict[str, Any] = {"stream": True, "cache_prompt": True, "timings_per_token": False}
        job |= {key: self.options[key] for key in PASSED_ON if key in self.options}
        if isinstance(job.get("stop"), str):
            job["stop"] = [job["stop"]]
        if self.body.get("raw"):
            return job | {"prompt": self.body["prompt"], "n_predict": limit if limit >= 0 else 10 * self.ctx}
        messages = self.body.get("messages") or [
            *([{"role": "system", "content": self.body["system"]}] if self.body.get("system") else []),
            {"role": "user", "content": self.body.get("prompt", "")},
        ]
        return job | {"messages": messages, "max_tokens": limit if limit >= 0 else 10 * self.ctx}


def serve(request: Request, wire: Wire, runner: Runner, control: Control) -> None:
    """Answer `request`, in its turn."""
    if request.is_empty and request.keep == 0:
        with runner.busy:
            if runner.model == request.model:
                runner.unload()
        wire.send_json(200, request.frame("", done=True, done_reason="unload"))
        return
    fault = control.take_fault()
    while not runner.busy.acquire(timeout=0.05):
        if wire.has_left():
            return
    try:
        _Answer(request, wire, runner, control, fault).run()
    except Gone:
        control.note(_count_cancelled)
    finally:
        runner.touch(request.keep)
        runner.busy.release()


def _count_cancelled(seen: Seen) -> None:
    seen.cancelled += 1


class _Answer:
    """One answer while it is made."""

    def __init__(self, request: Request, wire: Wire, runner: Runner, control: Control, fault: Fault) -> None:
        self.request, self.wire, self.runner, self.control, self.fault = request, wire, runner, control, fault
        self.began = time.perf_counter()
        self.parts = 0
        self.text = ""
        self.reason = "stop"
        self.timings: dict[str, Any] = {}
        self.error: dict[str, Any] = {}
        self.cut = ""
        self.is_gone = False

    def run(self) -> None:
        if self.fault.kind == "slowload" and not self.wire.hold():
            raise Gone
        if self.fault.kind in FAULT_ANSWERS:
            status, text = FAULT_ANSWERS[self.fault.kind]
            self.wire.send_json(status, {"error": text})
            return
        try:
            self.runner.ensure(self.request.model, self.request.ctx)
        except Exception as error:
            self.wire.send_json(500, {"error": f"llama-server process has terminated: {error}"})
            return
        self.load_seconds = time.perf_counter() - self.began
        if self.request.is_empty:
            self.wire.send_json(200, self.request.frame("", done=True, done_reason="load"))
            return
        if self.request.thinks:
            self.wire.send_part(self.request.frame("", thinking="The user said something."))
        self._generate()
        self._finish()

    def _generate(self) -> None:
        job = self.request.job()
        ask = self.runner.complete if "prompt" in job else self.runner.chat
        answer = ask(job, self._on_part)
        error = self._error_of(answer)
        may_cut = self.request.is_chat and self.request.body.get("truncate") is not False
        if error.get("type") == "exceed_context_size_error" and may_cut:
            # Ollama keeps the tail, about half a context of it, and with that loses the system prompt.
            tail = str(self.request.body["messages"][-1]["content"])
            share = (self.request.ctx * 0.5 - 30) / max(int(error.get("n_prompt_tokens", 1)), 1)
            kept = tail[-max(int(len(tail) * share), 1) :]
            self.error, job["messages"] = {}, [{"role": "user", "content": kept}]
            error = self._error_of(ask(job, self._on_part))
        self.error = error

    def _error_of(self, answer: object) -> dict[str, Any]:
        return (answer.get("error") if isinstance(answer, dict) else None) or self.error

    def _on_part(self, part: dict[str, Any]) -> bool:
        """True ends it."""
        try:
            return self._take(part)
        except Gone:
            # Not through llama.cpp, which called this.
            self.is_gone = True
            return True

    def _take(self, part: dict[str, Any]) -> bool:
        if "error" in part:
            self.error = part["error"]
            return True
        self.timings = part.get("timings") or self.timings
        choice = (part.get("choices") or [{}])[0]
        if choice.get("finish_reason"):
            self.reason = "length" if choice["finish_reason"] == "length" else "stop"
        text = (choice.get("delta") or {}).get("content") or choice.get("text") or ""
        if text:
            if self.request.streams:
                self.wire.send_part(self.request.frame(text))
            self.parts += 1
            self.text += text
        if self.fault.kind in BREAKS and self.parts >= self.fault.after:
            self.cut = self.fault.kind
            return True
        if text and self.fault.kind == "stall" and self.parts == self.fault.after:
            self.wire.hold()
        if self.wire.has_left():
            raise Gone
        return False

    def _finish(self) -> None:
        if self.is_gone:
            raise Gone
        if self.cut == "eof":
            self.wire.reset()
        elif self.cut == "nodone":
            self.wire.end_stream()
        elif self.cut == "odd":
            self.wire.send_raw(b"<html>")
            self.wire.end_stream()
        elif self.cut == "crash":
            self._fail("an error was encountered while running the model: unexpected EOF", 500)
        elif self.error:
            self._fail(str(self.error.get("message", "")), int(self.error.get("code", 500)))
        else:
            self._end()

    def _fail(self, text: str, status: int) -> None:
        if self.parts and self.request.streams:
            self.wire.send_part({"error": text})
            self.wire.end_stream()
        else:
            self.wire.send_json(status, {"error": text})

    def _end(self) -> None:
        times = self.timings
        cached, read = int(times.get("cache_n", 0)), int(times.get("prompt_n", 0))
        written = int(times.get("predicted_n", 0))
        self.control.note(lambda seen: seen.generations.append(Generation(cached, read, written)))
        frame = self.request.frame(
            "" if self.request.streams else self.text,
            done=True,
            done_reason=self.reason,
            total_duration=int((time.perf_counter() - self.began) * 1e9),
            load_duration=int(self.load_seconds * 1e9),
            prompt_eval_count=cached + read,
            prompt_eval_duration=int(times.get("prompt_ms", 0) * 1e6),
            eval_count=written,
            eval_duration=int(times.get("predicted_ms", 0) * 1e6),
        )
        if not self.request.streams:
            self.wire.send_json(200, frame)
            return
        self.wire.send_part(frame)
        self.wire.end_stream()
