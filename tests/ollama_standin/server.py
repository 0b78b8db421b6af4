"""The routes of the stand-in, on the loopback interface alone."""

from __future__ import annotations

import contextlib
import json
import socket
import struct
import sys
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Final

from tests.ollama_standin.control import Control, has_left
from tests.ollama_standin.generation import Gone, Request, serve
from tests.ollama_standin.runner import Model, Runner, keep_alive_seconds

VERSION: Final = "0.33.0"
LAYERS: Final = (("sha256:aa01", 900), ("sha256:bb02", 90), ("sha256:cc03", 10))
"""What every download consists of: digests and bytes."""
STEPS: Final = 3


class StandIn(ThreadingHTTPServer):
    """The server. `pullable` are names that its library has; they bring the weights of the first model."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(
        self, port: int, models: list[Model], pullable: list[str], vram: float, threads: int
    ) -> None:
        super().__init__(("127.0.0.1", port), Handler)
        self.installed = {model.name: model for model in models}
        self.models = dict(self.installed)
        self.pullable = pullable
        self.control = Control()
        self.runner = Runner(self.control, vram, threads)

    def reset(self) -> None:
        """As if just started."""
        self.control.reset()
        with self.runner.busy:
            self.runner.unload()
        self.models = dict(self.installed)


class Handler(BaseHTTPRequestHandler):
    """One connection."""

    server: StandIn
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # or every small part waits 40 ms for an answer
    is_streaming = False

    def log_message(self, format: str, *values: object) -> None:
        pass

    # --- the wire ---

    def send_json(self, status: int, answer: object) -> None:
        if self.is_streaming:
            self.send_part(answer)
            self.end_stream()
            return
        self._send(status, "application/json; charset=utf-8", json.dumps(answer).encode())

    def send_part(self, part: object) -> None:
        self.send_raw(json.dumps(part, ensure_ascii=False).encode())

    def send_raw(self, line: bytes) -> None:
        try:
            if not self.is_streaming:
                self.is_streaming = True
                self.send_response(200)
                self.send_header("Content-Type", "application/x-ndjson")
                self.send_header("Transfer-Encoding", "chunked")
                self.end_headers()
            self.wfile.write(b"%x\r\n%s\n\r\n" % (len(line) + 1, line))
            self.wfile.flush()
        except OSError:
            raise Gone from None

    def end_stream(self) -> None:
        if not self.is_streaming:
            self.send_raw(b"")
        with contextlib.suppress(OSError):
            self.wfile.write(b"0\r\n\r\n")
            self.wfile.flush()
        self.is_streaming = False

    def reset(self) -> None:
        shape = "hh" if sys.platform == "win32" else "ii"
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack(shape, 1, 0))
        self.close_connection = True
        self.connection.close()

    def has_left(self) -> bool:
        return has_left(self.connection)

    def hold(self) -> bool:
        return self.server.control.hold(self.connection)

    def _send(self, status: int, kind: str, body: bytes) -> None:
        with contextlib.suppress(OSError):
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(body)

    # --- routes ---

    def do_GET(self) -> None:
        if self.path == "/":
            self._send(200, "text/plain; charset=utf-8", b"Ollama is running")
        elif self.path == "/api/version":
            self.send_json(200, {"version": VERSION})
        elif self.path == "/api/tags":
            self.send_json(200, {"models": [_listed(model) for model in self.server.models.values()]})
        elif self.path == "/api/ps":
            self.send_json(200, {"models": self.server.runner.listing()})
        elif self.path == "/_standin/seen":
            self.send_json(200, self.server.control.seen())
        else:
            self._unknown()

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_POST(self) -> None:
        try:
            body = json.loads(self.rfile.read(int(self.headers.get("Content-Length") or 0)) or b"{}")
        except ValueError as error:
            self.send_json(400, {"error": str(error)})
            return
        self.is_streaming = False
        try:
            if self.path.startswith("/_standin/"):
                self._order(body)
            else:
                self.server.control.note(lambda seen: seen.requests.append({"path": self.path, **body}))
                self._ask(body)
        except Gone:
            self.close_connection = True

    def _order(self, body: dict[str, Any]) -> None:
        control = self.server.control
        answer: object = {}
        match self.path.removeprefix("/_standin/"):
            case "fault":
                control.order(**body)
            case "release":
                control.release()
            case "reset":
                self.server.reset()
            case "wait":
                answer = {"happened": control.wait(**body)}
            case _:
                self._unknown()
                return
        self.send_json(200, answer)

    def _ask(self, body: dict[str, Any]) -> None:
        name = str(body.get("model") or body.get("name") or "")
        if self.path not in ("/api/pull", "/api/chat", "/api/generate", "/api/show"):
            self._unknown()
        elif not name:
            self.send_json(400, {"error": "model is required"})
        elif self.path == "/api/pull":
            self._pull(name)
        elif (model := self.server.models.get(_tagged(name))) is None:
            self.send_json(404, {"error": f"model '{name}' not found"})
        elif self.path == "/api/show":
            self.send_json(200, _shown(model))
        else:
            self._run(name, model, body)

    def _run(self, name: str, model: Model, body: dict[str, Any]) -> None:
        try:
            keep = keep_alive_seconds(body.get("keep_alive"))
        except ValueError as error:
            self.send_json(400, {"error": str(error)})
            return
        if not model.writes:
            self.send_json(400, {"error": f'"{name}" does not support chat'})
        elif body.get("think") not in (None, False) and not model.thinks:
            self.send_json(400, {"error": f'"{name}" does not support thinking'})
        else:
            is_chat = self.path == "/api/chat"
            serve(Request(body, model, keep, is_chat), self, self.server.runner, self.server.control)

    def _pull(self, name: str) -> None:
        fault, parts = self.server.control.take_fault(), 0
        self.send_part({"status": "pulling manifest"})
        if name not in self.server.pullable:
            self.send_part({"error": "pull model manifest: file does not exist"})
            self.end_stream()
            return
        for digest, total in LAYERS:
            for step in range(STEPS + 1):
                line = {"status": f"pulling {digest[7:]}", "digest": digest, "total": total}
                # As a real one, it leaves a zero out.
                self.send_part(line | ({"completed": total * step // STEPS} if step else {}))
                parts += 1
                if parts != fault.after or not fault.kind:
                    continue
                if fault.kind == "stall" and not self.hold():
                    self.server.control.note(_count_cancelled)
                    raise Gone
                if fault.kind == "eof":
                    self.reset()
                    return
                if fault.kind == "crash":
                    self.send_part({"error": "write /usr/share/ollama/.ollama: no space left on device"})
                if fault.kind in ("crash", "nodone"):
                    self.end_stream()
                    return
        for status in ("verifying sha256 digest", "writing manifest", "success"):
            self.send_part({"status": status})
        first = next(iter(self.server.installed.values()))
        self.server.models[_tagged(name)] = replace(first, name=_tagged(name))
        self.end_stream()

    def _unknown(self) -> None:
        self._send(404, "text/plain", b"404 page not found")


def _count_cancelled(seen: Any) -> None:  # noqa: ANN401
    seen.cancelled += 1


def _tagged(name: str) -> str:
    return name if ":" in name else f"{name}:latest"


def _listed(model: Model) -> dict[str, Any]:
    return {
        "name": model.name,
        "model": model.name,
        "modified_at": model.modified,
        "size": model.size,
        "digest": model.digest,
        "details": model.details,
    }


def _shown(model: Model) -> dict[str, Any]:
    return {
        "modelfile": "",
        "parameters": "",
        "template": "",
        "details": model.details,
        "model_info": {"general.architecture": model.family, f"{model.family}.context_length": 2048},
        "capabilities": model.capabilities,
        "modified_at": model.modified,
    }
