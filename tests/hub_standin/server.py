"""The server, what it holds, and what can be made to go wrong."""

from __future__ import annotations

import hashlib
import json
import re
import socket
import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlparse

LARGE_BYTES = 100_000
"""From here on a file is kept apart, with a pointer in its place, and its SHA-256 is told."""
HELD_SECONDS = 60
"""A held answer is let go at the latest then, so that a failed test ends."""


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def git_hash(content: bytes) -> str:
    """The name of the git object that holds `content`."""
    return hashlib.sha1(b"blob %d\0%s" % (len(content), content)).hexdigest()


@dataclass(frozen=True)
class Asked:
    """One request: "list" and a revision, or "file", a name and the range that was asked for."""

    kind: str
    name: str
    range: str = ""
    authorization: str = ""


@dataclass
class Fault:
    """What goes wrong with requests for `name` (a file, or "list"), `times` times.

    `status` and `headers` answer in place of what was asked for. `cut` sends only so many bytes of what was
    promised and closes. `short` promises and sends only so many. `whole` leaves the range out of account.
    `held` sends nothing before it is set.
    """

    name: str
    times: int = 1
    status: int = 0
    headers: Mapping[str, str] = field(default_factory=dict)
    cut: int | None = None
    short: int | None = None
    whole: bool = False
    held: threading.Event | None = None


@dataclass
class Repository:
    """Commits by their hash, the newest last; each holds files by name. `told` overrides what the listing
    says of a file's content, where that is to be another than what is sent."""

    commits: dict[str, dict[str, bytes]]
    told: dict[str, bytes] = field(default_factory=dict)

    @property
    def newest(self) -> str:
        return list(self.commits)[-1]


class HubStandIn(ThreadingHTTPServer):
    """The hub. `repositories` by name, `faults` as ordered, `asked` in order; `arrived` is set at each
    request for a file."""

    daemon_threads = True

    def __init__(self, repositories: dict[str, Repository]) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.repositories = repositories
        self.faults: list[Fault] = []
        self.asked: list[Asked] = []
        self.arrived = threading.Event()
        self._thread = threading.Thread(
            target=self.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        )
        self._lock = threading.Lock()
        self._connections: list[socket.socket] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def start(self) -> None:
        self._thread.start()

    def close(self) -> None:
        """Let go what is held, and end, with all connections; a second time does nothing."""
        for fault in self.faults:
            if fault.held:
                fault.held.set()
        self.shutdown()
        self.server_close()
        self._thread.join(5)
        for connection in self._connections:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        self._connections.clear()

    def get_request(self) -> tuple[socket.socket, object]:
        connection, client = super().get_request()
        self._connections.append(connection)
        return connection, client

    def ranges(self, name: str) -> list[str]:
        """The ranges that were asked for of a file, in order."""
        return [one.range for one in self.asked if (one.kind, one.name) == ("file", name)]

    def wait_for(self, name: str, times: int, seconds: float) -> None:
        """Wait until a file was asked for so often; `seconds` from one request to the next at most."""
        while len(self.ranges(name)) < times:
            self.arrived.clear()
            if len(self.ranges(name)) < times:
                assert self.arrived.wait(seconds)

    def note(self, asked: Asked) -> Fault | None:
        """Note a request; what is to go wrong with it."""
        with self._lock:
            self.asked.append(asked)
            if asked.kind == "file":
                self.arrived.set()
            about = "list" if asked.kind == "list" else asked.name
            for fault in self.faults:
                if fault.name == about and fault.times:
                    fault.times -= 1
                    return fault
        return None

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that left while it was answered is nothing to tell."""


class Handler(BaseHTTPRequestHandler):
    server: HubStandIn
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        address = urlparse(self.path)
        path = unquote(address.path)
        if found := re.fullmatch(r"/api/models/([^/]+/[^/]+)(?:/revision/(.+))?", path):
            self.send_listing(found[1], found[2] or "", "blobs" in parse_qs(address.query))
        elif found := re.fullmatch(r"/([^/]+/[^/]+)/resolve/([^/]+)/(.+)", path):
            self.send_file(found[1], found[2], found[3], is_apart=False)
        elif found := re.fullmatch(r"/apart/([^/]+/[^/]+)/([^/]+)/(.+)", path):
            self.send_file(found[1], found[2], found[3], is_apart=True)
        else:
            self.answer(404, b"")

    def commit(self, name: str, revision: str) -> tuple[str, dict[str, bytes]] | None:
        """The commit that is asked for; answers itself where there is none, as the hub does."""
        repository = self.server.repositories.get(name)
        if repository is None:
            self.answer(401, b"", {"X-Error-Code": "RepoNotFound"})
            return None
        revision = repository.newest if revision in ("", "main") else revision
        if revision not in repository.commits:
            self.answer(404, b"", {"X-Error-Code": "RevisionNotFound"})
            return None
        return revision, repository.commits[revision]

    def send_listing(self, name: str, revision: str, is_full: bool) -> None:
        fault = self.server.note(Asked("list", revision, "", self.headers.get("Authorization", "")))
        if self.fails(fault):
            return
        if found := self.commit(name, revision):
            told = self.server.repositories[name].told
            siblings = [
                listed(file, told.get(file, content)) if is_full else {"rfilename": file}
                for file, content in found[1].items()
            ]
            body = {"id": name, "modelId": name, "sha": found[0], "siblings": siblings, "private": False}
            self.answer(200, json.dumps(body).encode(), {"Content-Type": "application/json"})

    def send_file(self, name: str, revision: str, file: str, is_apart: bool) -> None:
        found = self.commit(name, revision)
        if found is None:
            return
        content = found[1].get(file)
        if content is None:
            self.answer(404, b"", {"X-Error-Code": "EntryNotFound"})
            return
        if len(content) >= LARGE_BYTES and not is_apart:
            self.answer(302, b"", {"Location": f"/apart/{name}/{found[0]}/{file}"})
            return
        self.send_range(file, content)

    def send_range(self, file: str, content: bytes) -> None:
        """The part of a file that is asked for, or what is to go wrong with it."""
        asked = self.headers.get("Range", "").removeprefix("bytes=")
        fault = self.server.note(Asked("file", file, asked, self.headers.get("Authorization", "")))
        if self.fails(fault):
            return
        first, _, last = asked.partition("-")
        if not asked or (fault and fault.whole):
            self.answer(200, content)
            return
        piece = content[int(first) : int(last) + 1]
        if fault and fault.short is not None:
            piece = piece[: fault.short]
        self.answer(206, piece, cut=fault.cut if fault else None)

    def fails(self, fault: Fault | None) -> bool:
        """Whether a fault was the answer."""
        if fault and fault.held:
            fault.held.wait(HELD_SECONDS)
        if fault and fault.status:
            self.answer(fault.status, b"", fault.headers)
            return True
        return False

    def answer(
        self, status: int, body: bytes, headers: Mapping[str, str] | None = None, cut: int | None = None
    ) -> None:
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body if cut is None else body[:cut])
        if cut is not None:
            self.close_connection = True

    def log_message(self, format: str, *values: object) -> None:
        """Tests read `asked`."""


def listed(name: str, content: bytes) -> dict[str, object]:
    """A file as the hub lists it."""
    entry: dict[str, object] = {"rfilename": name, "size": len(content), "blobId": git_hash(content)}
    if len(content) >= LARGE_BYTES:
        entry["blobId"] = git_hash(b"a pointer")
        entry["lfs"] = {"sha256": sha256(content), "size": len(content), "pointerSize": 130}
    return entry
