"""The model behind the stand-in: llama.cpp in this process, one model and one request at a time."""

from __future__ import annotations

import hashlib
import re
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import xllamacpp

from tests.ollama_standin.control import Control, Seen

DEFAULT_CTX: Final = 4096
DEFAULT_KEEP: Final = 300.0
FOREVER: Final = 9.2e9
"""Seconds; the longest that Ollama knows."""
FOREVER_SHOWN: Final = "2319-03-05T07:32:23.164139083Z"
_UNITS: Final = {"ns": 1e-9, "us": 1e-6, "µs": 1e-6, "ms": 1e-3, "s": 1.0, "m": 60.0, "h": 3600.0}
_DURATION: Final = re.compile(r"([+-]?)((?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|ms|s|m|h))+)")


def keep_alive_seconds(value: object) -> float | None:
    """A number is seconds, a string needs a unit ("5m"), below zero is for ever. Raises ValueError."""
    if value is None:
        return None
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return FOREVER if value < 0 else float(value)
    text = str(value)
    if text in ("0", "+0", "-0"):
        return 0.0
    match = _DURATION.fullmatch(text)
    if not match:
        missing = re.fullmatch(r"[+-]?[\d.]+", text)
        fault = "missing unit in duration" if missing else "invalid duration"
        raise ValueError(f'time: {fault} "{text}"')
    pieces = re.findall(r"([\d.]+)(ns|us|µs|ms|s|m|h)", match.group(2))
    total = sum(float(number) * _UNITS[unit] for number, unit in pieces)
    return FOREVER if match.group(1) == "-" and total > 0 else total


@dataclass(frozen=True)
class Model:
    """A file of weights under a name. `thinks` gives it that capability, `family` is what it claims to be."""

    name: str
    path: Path
    family: str = "llama"
    thinks: bool = False
    writes: bool = True

    @property
    def size(self) -> int:
        return self.path.stat().st_size

    @property
    def digest(self) -> str:
        return hashlib.sha256(f"{self.name}{self.size}".encode()).hexdigest()

    @property
    def modified(self) -> str:
        return datetime.fromtimestamp(self.path.stat().st_mtime, UTC).isoformat()

    @property
    def capabilities(self) -> list[str]:
        return ["completion"] * self.writes + ["thinking"] * self.thinks or ["embedding"]

    @property
    def details(self) -> dict[str, Any]:
        quantisation = re.search(r"(I?Q\d\w*|F16|BF16|F32)\.gguf$", self.path.name, re.IGNORECASE)
        size = re.search(r"(\d+(?:\.\d+)?[MB])", self.path.name)
        return {
            "parent_model": "",
            "format": "gguf",
            "family": self.family,
            "families": [self.family],
            "parameter_size": size.group(1).upper() if size else "?",
            "quantization_level": quantisation.group(1).upper() if quantisation else "unknown",
        }


class Runner:
    """The one loaded model. `busy` is held while a request loads or generates; others queue for it."""

    def __init__(self, control: Control, vram: float, threads: int) -> None:
        self.busy = threading.Lock()
        self.vram = vram
        self.threads = threads
        self._control = control
        self._state = threading.Lock()
        self._server: Any = None
        self._timer: threading.Timer | None = None
        self.model: Model | None = None
        self.ctx = 0
        self._keep = DEFAULT_KEEP
        self._expires = 0.0

    def ensure(self, model: Model, ctx: int) -> None:
        """Load `model`; any other context than the loaded one loads it anew, as Ollama does."""
        if self._server is not None and self.model == model and ctx == self.ctx:
            return
        self.unload()
        params = xllamacpp.CommonParams()
        params.model.path = str(model.path)
        params.n_ctx, params.n_parallel, params.warmup, params.verbosity = ctx, 1, False, -1
        params.cpuparams.n_threads = self.threads
        server = xllamacpp.Server(params)
        with self._state:
            self._server, self.model, self.ctx, self._keep = server, model, ctx, DEFAULT_KEEP

        self._control.note(_count_load)

    def chat(self, job: dict[str, Any], on_part: Callable[[dict[str, Any]], bool]) -> Any:  # noqa: ANN401
        """llama.cpp's own chat completion; `on_part` ends it by True."""
        return self._server.handle_chat_completions(job, on_part)

    def complete(self, job: dict[str, Any], on_part: Callable[[dict[str, Any]], bool]) -> Any:  # noqa: ANN401
        """The same for a bare prompt."""
        return self._server.handle_completions(job, on_part)

    def unload(self) -> None:
        with self._state:
            server, self._server, self.model = self._server, None, None
            self._stop_timer()
        if server is not None:
            del server  # outside the lock: it takes a moment
            self._control.note(_count_unload)

    def touch(self, keep: float | None) -> None:
        """A request has ended: the time to live begins anew."""
        with self._state:
            if keep is not None:
                self._keep = keep
            self._expires = time.time() + self._keep
            self._stop_timer()
            if self._keep < FOREVER and self._server is not None:
                self._timer = threading.Timer(self._keep, self._expire)
                self._timer.daemon = True
                self._timer.start()

    def listing(self) -> list[dict[str, Any]]:
        """The answer of /api/ps."""
        with self._state:
            model, expires, ctx = self.model, self._expires, self.ctx
        if model is None:
            return []
        until = datetime.fromtimestamp(expires, UTC).isoformat() if expires < FOREVER else FOREVER_SHOWN
        return [
            {
                "name": model.name,
                "model": model.name,
                "size": model.size,
                "digest": model.digest,
                "details": model.details,
                "expires_at": until,
                "size_vram": int(model.size * self.vram),
                "context_length": ctx,
            }
        ]

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _expire(self) -> None:
        with self.busy:
            if self._server is not None and time.time() >= self._expires - 0.05:
                self.unload()


def _count_load(seen: Seen) -> None:
    seen.loads += 1


def _count_unload(seen: Seen) -> None:
    seen.unloads += 1
