"""A server that is no Ollama, or one that answers what no stand-in would: whole answers, given beforehand."""

from __future__ import annotations

import json
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class ForeignServer(ThreadingHTTPServer):
    """Answers each path as `answers` says: a JSON value, bytes, or a number, which is a bare status;
    307 leads to `elsewhere`. Any other path is a 404. `asked` notes the paths."""

    daemon_threads = True

    def __init__(self, answers: Mapping[str, object], elsewhere: str = "") -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers = answers
        self.elsewhere = elsewhere
        self.asked: list[str] = []

    @property
    def host(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Handler(BaseHTTPRequestHandler):
    """One request."""

    server: ForeignServer

    def do_GET(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.server.asked.append(self.path)
        answer = self.server.answers.get(self.path, 404)
        body = answer if isinstance(answer, bytes) else b"" if isinstance(answer, int) else _json(answer)
        self.send_response(answer if isinstance(answer, int) else 200)
        if answer == 307:
            self.send_header("Location", f"{self.server.elsewhere}{self.path}")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self) -> None:
        self.do_GET()

    def log_message(self, format: str, *values: object) -> None:
        pass


def _json(answer: object) -> bytes:
    return json.dumps(answer).encode()
