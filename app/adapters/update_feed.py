"""Asks whether there is a newer Sayso: one GET of a small public file, with nothing in it of whoever asks.

The feed is JSON: an object with `tag_name` (or `version`) and `html_url` (or `page`), as forges answer for
the latest release. No redirect is followed, no cookie is kept, no identification is sent but
the program's bare name, and no more than 64 kB are read.

Failure: UpdatesNotTold, whatever it was; ConnectionRefused by the gate.
"""

from __future__ import annotations

import json
import os
import tomllib
from contextlib import suppress
from importlib.resources import files
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from app.adapters.connections import Connections, refusal_in
from app.adapters.disk import write_whole
from app.domain.connections import Purpose
from app.domain.problems import ConnectionRefused, Problem, UpdatesNotTold
from app.domain.updates import Release, read_release

FEED_FILE: Final = "updates.toml"
TIMEOUT_SECONDS: Final = 10.0
MOST_BYTES: Final = 64 * 1024


def bundled_feed() -> str:
    """The address that this Sayso comes with; empty where it has none."""
    text = files("resources").joinpath(FEED_FILE).read_text(encoding="utf-8")
    return str(tomllib.loads(text).get("feed", ""))


class UpdateFeed:
    """The releases at `address`. `connections` is the gate."""

    def __init__(self, address: str, connections: Connections) -> None:
        self.address = address
        self._connections = connections

    def latest(self) -> Release:
        """The newest one. Raises UpdatesNotTold or ConnectionRefused. Waits for some seconds at most."""
        self._connections.check(Purpose.UPDATES, self.address)
        if urlsplit(self.address).scheme not in ("http", "https"):
            raise UpdatesNotTold(detail="the address of the feed is none")
        try:
            return read_release(json.loads(_get(self.address)))
        except Exception as error:  # foreign exceptions stop at the adapter
            if refusal := refusal_in(error):
                raise ConnectionRefused(refusal.host) from error
            raise UpdatesNotTold(detail=type(error).__name__) from error


def _get(address: str) -> bytes:
    """What is there. Raises whatever the library raises."""
    # Imported here: few ask for it, and it brings certificates and a client.
    from urllib.request import HTTPRedirectHandler, Request, build_opener

    class Nowhere(HTTPRedirectHandler):
        def redirect_request(self, *_: object) -> None:
            """One that was sent elsewhere is not told."""

    request = Request(address, headers={"User-Agent": "sayso", "Accept": "application/json"})
    with build_opener(Nowhere).open(request, timeout=TIMEOUT_SECONDS) as answer:
        content: bytes = answer.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise ValueError("it is too long")
    return content


class AskedFile:
    """Keeps when it was asked last in `path`, by the time of the file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> float:
        """Seconds since the epoch; 0 is never."""
        try:
            return self._path.stat().st_mtime
        except OSError:
            return 0.0

    def save(self, when: float) -> None:
        """Where that cannot be kept it is asked again at the next start, which does no harm."""
        with suppress(OSError, Problem):
            write_whole(self._path, b"")
            os.utime(self._path, (when, when))
