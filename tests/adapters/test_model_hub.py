"""Downloads against a stand-in for the hub on this computer: its listing and its files, in ranges."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlparse

import pytest

from app.adapters.model_hub import PIECE_BYTES, HuggingFaceHub
from app.domain.catalogue import CatalogueModel
from app.domain.problems import DownloadFailed

COMMIT = "a" * 40
WEIGHTS = bytes(range(256)) * (PIECE_BYTES // 256 * 2 + 100)
FILES = {
    "model.bin": WEIGHTS,
    "config.json": b"{}",
    "tokenizer.json": b"{}",
    "vocabulary.txt": b"a\n",
    "README.md": b"Not needed.",
}
HASH = hashlib.sha256(WEIGHTS).hexdigest()


class StandIn(ThreadingHTTPServer):
    """Answers as the hub does for one repository. `asked` notes the ranges; `broken_after` fails then."""

    daemon_threads = True

    def __init__(self, files: dict[str, bytes]) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.files = files
        self.asked: list[str] = []
        self.tokens: list[str] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def listing(self) -> list[dict[str, object]]:
        return [
            {
                "type": "file",
                "path": name,
                "size": len(content),
                "oid": "b" * 40,
                **({"lfs": lfs(content)} if len(content) > 1000 else {}),
            }
            for name, content in self.files.items()
        ]


def lfs(content: bytes) -> dict[str, object]:
    return {"oid": hashlib.sha256(content).hexdigest(), "size": len(content), "pointerSize": 130}


class Handler(BaseHTTPRequestHandler):
    server: StandIn

    def do_GET(self) -> None:
        self.server.tokens.append(self.headers.get("Authorization", ""))
        path = unquote(urlparse(self.path).path)
        if "/tree/" in path:
            self.send_json(self.server.listing())
        elif path.startswith("/api/models/house/one"):
            self.send_json({"id": "house/one", "sha": COMMIT, "siblings": []})
        elif path.startswith("/house/one/resolve/"):
            self.send_file(path.rsplit("/", 1)[-1])
        else:
            self.send_error(404)

    do_HEAD = do_GET  # noqa: N815

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.send_json(self.server.listing() if "paths-info" in self.path else {})

    def send_json(self, answer: object) -> None:
        body = json.dumps(answer).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def send_file(self, name: str) -> None:
        content = self.server.files[name]
        asked = self.headers.get("Range", "bytes=0-").removeprefix("bytes=")
        self.server.asked.append(f"{name} {asked}")
        first, _, last = asked.partition("-")
        piece = content[int(first) : int(last) + 1 if last else None]
        self.send_response(206)
        self.send_header("Content-Length", str(len(piece)))
        self.end_headers()
        self.wfile.write(piece)

    def log_message(self, format: str, *values: object) -> None:
        pass


@pytest.fixture
def hub() -> Iterator[StandIn]:
    server = StandIn(dict(FILES))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join(5)


def model(hash: str = "") -> CatalogueModel:
    hashes = {"model.bin": hash} if hash else {}
    return CatalogueModel("one", "Good.", "house/one", len(WEIGHTS), 39, False, hashes)


def test_all_that_is_needed_arrives_with_its_progress(hub: StandIn, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    HuggingFaceHub(hub.address).download(model(HASH), tmp_path / "one", lambda *step: seen.append(step))
    arrived = {file.name: file.read_bytes() for file in (tmp_path / "one").iterdir()}
    assert arrived == {name: content for name, content in FILES.items() if name != "README.md"}
    total = sum(len(content) for content in arrived.values())
    assert seen[-1] == (total, total)
    assert [done for done, _ in seen] == sorted({done for done, _ in seen})
    assert set(hub.tokens) == {""}


class Stopped(Exception):
    """The user stopped it."""


def test_a_stopped_download_goes_on_where_it_was(hub: StandIn, tmp_path: Path) -> None:
    def stop(received: int, total: int) -> None:
        if received > PIECE_BYTES:
            raise Stopped

    with pytest.raises(Stopped):
        HuggingFaceHub(hub.address).download(model(HASH), tmp_path, stop)
    assert (tmp_path / "model.bin.part").stat().st_size == PIECE_BYTES
    hub.asked.clear()
    HuggingFaceHub(hub.address).download(model(HASH), tmp_path, lambda *_: None)
    assert (tmp_path / "model.bin").read_bytes() == WEIGHTS
    assert all(not one.startswith("model.bin 0-") for one in hub.asked)


@pytest.mark.parametrize("expected", ["0" * 64, ""])
def test_weights_with_another_hash_are_thrown_away(hub: StandIn, tmp_path: Path, expected: str) -> None:
    if not expected:  # the catalogue has no hash: the hub's own must agree
        truth = hub.listing()
        hub.files["model.bin"] = WEIGHTS[:-1] + b"?"
        hub.listing = lambda: truth  # type: ignore[method-assign]
    with pytest.raises(DownloadFailed, match="not what was published"):
        HuggingFaceHub(hub.address).download(model(expected), tmp_path, lambda *_: None)
    assert not list(tmp_path.glob("model.bin*"))


def test_a_repository_without_all_files_is_refused(hub: StandIn, tmp_path: Path) -> None:
    del hub.files["tokenizer.json"]
    with pytest.raises(DownloadFailed, match="does not have all"):
        HuggingFaceHub(hub.address).download(model(HASH), tmp_path, lambda *_: None)


def test_a_hub_that_knows_no_such_model_is_told(hub: StandIn, tmp_path: Path) -> None:
    unknown = CatalogueModel("two", "Good.", "house/two", 5, 39, False, {})
    with pytest.raises(DownloadFailed, match="no such model"):
        HuggingFaceHub(hub.address).download(unknown, tmp_path, lambda *_: None)
