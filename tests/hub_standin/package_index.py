"""A stand-in for a package index with one wheel: its listing as JSON (PEP 691), and the file in ranges."""

from __future__ import annotations

import json
from urllib.parse import unquote, urlparse

from tests.hub_standin.server import Asked, Handler, HubStandIn, sha256

LISTING = "application/vnd.pypi.simple.v1+json"


class IndexStandIn(HubStandIn):
    """The index. Faults are ordered for "list" and for the wheel's name, as at the hub.

    `url` is where the listing says that the file is; `told` is the hash that it tells, the file's own when
    empty; `listing` is sent in place of the listing, when there is one.
    """

    def __init__(self, name: str, content: bytes) -> None:
        super().__init__({})
        self.RequestHandlerClass = IndexHandler
        self.name, self.content = name, content
        self.url = f"../../packages/{name}"
        self.told = ""
        self.listing: bytes | None = None
        self.accepted: list[str] = []

    @property
    def index(self) -> str:
        """The address of the listing."""
        return f"{self.address}/simple/nvidia-cublas-cu12/"


class IndexHandler(Handler):
    server: IndexStandIn

    def do_GET(self) -> None:  # noqa: N802 - the library's name
        path = unquote(urlparse(self.path).path)
        if path == "/simple/nvidia-cublas-cu12/":
            self.send_index()
        elif path == f"/packages/{self.server.name}":
            self.send_range(self.server.name, self.server.content)
        else:
            self.answer(404, b"")

    def send_index(self) -> None:
        self.server.accepted.append(self.headers.get("Accept", ""))
        fault = self.server.note(Asked("list", "", "", self.headers.get("Authorization", "")))
        if self.fails(fault):
            return
        listed = [self.entry("other-1.0-py3-none-any.whl", "0" * 64, "other.whl")]
        told = self.server.told or sha256(self.server.content)
        listed.append(self.entry(self.server.name, told, self.server.url))
        body = json.dumps({"meta": {"api-version": "1.1"}, "files": listed}).encode()
        if self.server.listing is not None:
            body = self.server.listing
        self.answer(200, body, {"Content-Type": LISTING})

    def entry(self, name: str, hash: str, url: str) -> dict[str, object]:
        return {"filename": name, "hashes": {"sha256": hash}, "url": url, "yanked": False}
