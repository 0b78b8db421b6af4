"""The gate: who is refused, and that nothing gets past it, by whatever library."""

from __future__ import annotations

import http.server
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.adapters.connections import Connections, Refusal, refusal_in, system_hosts
from app.adapters.cuda_runtime import PackageIndex
from app.adapters.model_hub import HuggingFaceHub, hub_address
from app.adapters.model_store import bundled_catalogue
from app.adapters.ollama import OllamaWriter
from app.adapters.update_feed import UpdateFeed, bundled_feed
from app.domain.clean_up import Message
from app.domain.connections import Purpose
from app.domain.cuda_runtime import parse_cuda_wheels
from app.domain.privacy_settings import PrivacySettings
from app.domain.problems import (
    ConnectionRefused,
    Problem,
    UpdatesNotTold,
    WriterElsewhere,
    WriterRefused,
)
from app.domain.updates import Release
from app.domain.writing import WriteRequest
from tests.hub_standin import HubStandIn
from tests.hub_standin.fixtures import hub

__all__ = ["hub"]

ROOT = Path(__file__).resolve().parents[2]
ONLY = PrivacySettings(this_computer_only=True)
AWAY = "http://192.0.2.7:11434"
"""Of the block that is nobody's (RFC 5737)."""


def gate(*hosts: tuple[str, str]) -> Connections:
    return Connections(ONLY, lambda: {name: (address,) for name, address in hosts})


def no_progress(*_: int) -> None:
    """Nobody looks."""


# --- who is refused ---


def test_all_is_allowed_until_the_user_says_otherwise() -> None:
    one = Connections()
    assert one.check(Purpose.MODELS, "https://hub.example") == ()
    one.apply(ONLY)
    with pytest.raises(ConnectionRefused, match=r"hub\.example"):
        one.check(Purpose.MODELS, "https://hub.example/a/b")
    one.apply(PrivacySettings())
    assert one.check(Purpose.MODELS, "https://hub.example") == ()


def test_this_computer_is_reached_by_its_numbers_alone() -> None:
    one = gate(("study", "127.0.1.1"), ("attic", "192.0.2.7"))
    assert one.check(Purpose.CLEAN_UP, "http://localhost:11434") == ("127.0.0.1", "::1")
    assert one.check(Purpose.CLEAN_UP, "http://study:11434") == ("127.0.1.1",)
    assert one.check(Purpose.CLEAN_UP, "http://[::1]:11434") == ("::1",)
    with pytest.raises(WriterRefused, match="attic"):
        one.check(Purpose.CLEAN_UP, "http://attic:11434")


def test_the_system_has_a_table_of_hosts() -> None:
    assert "127.0.0.1" in system_hosts().get("localhost", ("127.0.0.1",))


# --- all who connect ---


def test_ollama_elsewhere_is_refused_for_everything_that_is_asked_of_it() -> None:
    writer = OllamaWriter(AWAY, connections=gate())
    request = WriteRequest("mistral", (Message("user", "a secret"),), 4096, 64)
    try:
        for ask in (
            writer.version,
            writer.models,
            writer.running,
            lambda: writer.traits("mistral"),
            lambda: writer.unload("mistral"),
            writer.write(request).run,
            writer.warm(request).run,
            writer.load(request).run,
            writer.pull("mistral").run,
        ):
            with pytest.raises(WriterRefused, match="192"):
                ask()
    finally:
        writer.close()


def test_a_model_that_words_are_passed_on_to_is_refused_before_anything_is_sent() -> None:
    writer = OllamaWriter("http://127.0.0.1:9", connections=gate())
    try:
        with pytest.raises(WriterElsewhere, match="big:cloud"):
            writer.write(WriteRequest("big:cloud", (Message("user", "a secret"),), 4096, 64)).run()
    finally:
        writer.close()


def test_the_hub_is_refused_before_its_library_is_asked(tmp_path: Path) -> None:
    hub = HuggingFaceHub("https://hub.example", connections=gate())
    with pytest.raises(ConnectionRefused, match=r"hub\.example"):
        hub.download(bundled_catalogue().get("tiny"), tmp_path / "tiny", no_progress)
    assert not (tmp_path / "tiny").exists()


def test_a_hub_on_this_computer_that_sends_one_elsewhere_is_not_followed(
    hub: HubStandIn, tmp_path: Path
) -> None:
    # In a process of its own, as what watches the sockets stays until the end of it.
    done = run_python(f"""
from pathlib import Path
from app.adapters.connections import Connections
from app.adapters.download import Server
from app.adapters.model_hub import _Failures
from app.domain.connections import Purpose
from app.domain.privacy_settings import PrivacySettings
from app.domain.problems import ConnectionRefused
import http.server, threading
class Elsewhere(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(302); self.send_header("Location", "{AWAY}/x"); self.end_headers()
    def log_message(self, *_): pass
site = http.server.HTTPServer(("127.0.0.1", 0), Elsewhere)
threading.Thread(target=site.serve_forever, daemon=True).start()
gate = Connections(PrivacySettings(this_computer_only=True)).guard()
server = Server("the hub", Purpose.MODELS, _Failures("tiny"), lambda _: None, gate)
try:
    server.piece(f"http://127.0.0.1:{{site.server_port}}/file", 0, 10, lambda: None)
except ConnectionRefused as refused:
    print("refused", refused)
""")
    assert done.startswith("refused")
    assert "192.0.2.7" in done


def test_the_package_index_is_refused(tmp_path: Path) -> None:
    text = (ROOT / "resources" / "cuda.toml").read_text("utf-8")
    for wheel in parse_cuda_wheels(text):
        with pytest.raises(ConnectionRefused, match=r"pypi\.org"):
            PackageIndex(connections=gate()).download(wheel, tmp_path / "part", no_progress)
    assert not (tmp_path / "part").exists()


def test_the_feed_of_releases_is_refused() -> None:
    with pytest.raises(ConnectionRefused, match=r"feed\.example"):
        UpdateFeed("https://feed.example/latest", gate()).latest()


def test_the_hubs_address_is_the_public_one_or_that_of_the_environment() -> None:
    assert hub_address({}) == "https://huggingface.co"
    assert hub_address({"HF_ENDPOINT": "http://127.0.0.1:9/"}) == "http://127.0.0.1:9"


# --- the wall behind ---

WALL = """
import asyncio, socket, sys, urllib.request
from app.adapters.connections import Connections, Refusal
from app.domain.privacy_settings import PrivacySettings
gate = Connections(PrivacySettings(this_computer_only=True), lambda: {"study": ("127.0.1.1",)}).guard()
refused = []
def attempt(what, act):
    try:
        act()
    except Refusal as error:
        refused.append(what)
    except OSError as error:
        cause = getattr(error, "reason", None)
        refused.append(what if isinstance(cause, Refusal) else f"{what}: {error!r}")
    else:
        refused.append(f"{what} got through")
def connect(family, address):
    with socket.socket(family, socket.SOCK_STREAM) as one:
        one.settimeout(0.2)
        one.connect(address)
def send():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one:
        one.sendto(b"x", ("192.0.2.7", 9))
attempt("v4", lambda: connect(socket.AF_INET, ("192.0.2.7", 9)))
attempt("v6", lambda: connect(socket.AF_INET6, ("2001:db8::1", 9)))
attempt("mapped", lambda: connect(socket.AF_INET6, ("::ffff:192.0.2.7", 9)))
attempt("name", lambda: socket.create_connection(("example.com", 80), 0.2))
attempt("lookup", lambda: socket.gethostbyname("example.com"))
attempt("datagram", send)
attempt("urllib", lambda: urllib.request.urlopen("http://192.0.2.7:9", timeout=0.2))
attempt("asyncio", lambda: asyncio.run(asyncio.open_connection("192.0.2.7", 9)))
print(refused)
with socket.socket() as listening:
    listening.bind(("127.0.0.1", 0)); listening.listen()
    socket.create_connection(("localhost", listening.getsockname()[1])).close()
one, other = socket.socketpair()
other.sendall(b"x")
gate.close()
socket.getaddrinfo("192.0.2.7", 80)
print("own allowed")
"""


def run_python(code: str) -> str:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "http_proxy": "", "no_proxy": "*"}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=environment, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_no_socket_of_the_process_gets_past_it() -> None:
    refused, own = run_python(WALL).splitlines()
    assert refused == str(["v4", "v6", "mapped", "name", "lookup", "datagram", "urllib", "asyncio"])
    assert own == "own allowed"


def test_a_proxy_is_no_way_out() -> None:
    done = run_python("""
import os
os.environ["http_proxy"] = os.environ["HTTP_PROXY"] = "http://192.0.2.9:3128"
os.environ["no_proxy"] = ""
from app.adapters.connections import Connections
from app.adapters.update_feed import UpdateFeed
from app.domain.privacy_settings import PrivacySettings
from app.domain.problems import ConnectionRefused
gate = Connections(PrivacySettings(this_computer_only=True)).guard()
try:
    UpdateFeed("http://127.0.0.1:9/latest", gate).latest()
except ConnectionRefused as refused:
    print(refused)
""")
    assert "192.0.2.9" in done


def test_the_refusal_is_found_among_the_causes() -> None:
    try:
        try:
            raise Refusal("attic")
        except Refusal as inner:
            raise RuntimeError from inner
    except RuntimeError as error:
        found = refusal_in(error)
    assert found is not None
    assert found.host == "attic"
    assert refusal_in(ValueError()) is None


# --- the feed itself ---


class Feed(http.server.BaseHTTPRequestHandler):
    """Answers with what its server holds, and keeps what it was asked."""

    server: FeedServer

    def do_GET(self) -> None:
        self.server.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
        self.send_response(self.server.status)
        self.send_header("Location", "/elsewhere")
        self.end_headers()
        self.wfile.write(self.server.content)

    def log_message(self, format: str, *arguments: object) -> None:
        """Silent."""


class FeedServer(http.server.ThreadingHTTPServer):
    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Feed)
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.status = 200
        self.content = b'{"tag_name": "v9.8.7", "html_url": "https://example.com/9.8.7"}'

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/latest"


@pytest.fixture
def feed() -> Iterator[FeedServer]:
    with FeedServer() as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def test_one_request_tells_the_newest_and_says_nothing_of_who_asks(feed: FeedServer) -> None:
    assert UpdateFeed(feed.address, gate()).latest() == Release("9.8.7", "https://example.com/9.8.7")
    ((path, headers),) = feed.asked
    assert path == "/latest"
    assert headers.keys() == {"host", "user-agent", "accept", "accept-encoding", "connection"}
    assert headers["user-agent"] == "sayso"


@pytest.mark.parametrize(
    ("status", "content"),
    [(404, b""), (302, b""), (200, b"<html>"), (200, b"{}"), (200, b'{"version": "1.2"}' + b" " * 70_000)],
)
def test_whatever_else_is_answered_is_one_problem(feed: FeedServer, status: int, content: bytes) -> None:
    feed.status, feed.content = status, content
    with pytest.raises(UpdatesNotTold):
        UpdateFeed(feed.address, Connections()).latest()
    assert len(feed.asked) == 1


def test_nobody_there_is_the_same_problem() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{taken.getsockname()[1]}/latest"
        for wrong in (address, "ftp://127.0.0.1/x", ""):
            with pytest.raises(Problem):
                UpdateFeed(wrong, Connections()).latest()


def test_the_address_that_sayso_comes_with_is_a_safe_one_or_none() -> None:
    assert bundled_feed() == "" or bundled_feed().startswith("https://")
