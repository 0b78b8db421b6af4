"""Files over the network in ranges: resumed where they were broken off, and patient with who sends them.

Each piece is asked for by itself over one session, so that a download can be stopped after any of them and be
gone on with on another day; a piece takes about a second. What arrives is hashed on the way. Who is busy or
does not answer for a moment is asked again, five times.

The session is the one of the hub's own library: it knows the user's proxies and brings certificates, also
where the system's are not found. It is imported only while a download runs. No token is sent.

Fails with the problems that its user makes; what the disk raises passes through. What has arrived is kept.
What `on_progress` and `on_wait` raise passes through, which is how a download is stopped: they are called
after each piece, and four times a second while it is waited, for an answer or to ask again. An answer that
comes later is nobody's.
"""

from __future__ import annotations

import hashlib
import logging
import os
import re
import threading
import time
from collections.abc import Callable, Mapping
from concurrent.futures import Future, wait
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final, Protocol, TypeVar

from app.adapters.connections import Connections, refusal_in
from app.domain.connections import Purpose
from app.domain.problems import ConnectionRefused, Problem
from app.domain.texts import shown

logger = logging.getLogger(__name__)

Answer = TypeVar("Answer")

CHUNK_BYTES: Final = 4 * 1024 * 1024
PART: Final = ".part"
"""Ends the name of a file that is not whole yet."""

SMALLEST_PIECE: Final = 256 * 1024
LARGEST_PIECE: Final = 16 * 1024 * 1024
FIRST_PIECE: Final = 1024 * 1024
PIECE_SECONDS: Final = 1.0
"""How long one piece should take: a stop waits no longer, and asking costs little beside it."""

TIMEOUT: Final = 10.0
WAITS: Final = (1.0, 2.0, 4.0, 8.0, 8.0)
"""Seconds between one attempt and the next."""
LONGEST_WAIT: Final = 60.0
"""Who asks for more seconds than this is not waited for."""
WAIT_STEP: Final = 0.25

THROWN_AWAY: Final = "Try again: what was wrong is thrown away."


class Failures(Protocol):
    """Makes the problems that the user is told."""

    def failed(self, reason: str, remedy: str = "", detail: str = "") -> Problem:
        """What is asked for could not be had: half a sentence why, and another remedy than the usual one."""

    def absent(self, detail: str) -> Problem:
        """Who is asked does not have it."""


class Server:
    """Who is asked. Raises what `failures` makes, ConnectionRefused, and what is raised while it waits.

    Args:
        name: as it stands in a sentence: "the hub".
        purpose: what for.
        failures: makes the problems.
        pause: waits so many seconds.
        connections: the gate.
    """

    def __init__(
        self,
        name: str,
        purpose: Purpose,
        failures: Failures,
        pause: Callable[[float], None] = time.sleep,
        connections: Connections | None = None,
    ) -> None:
        self.name = name
        self.failures = failures
        self._purpose = purpose
        self._pause = pause
        self._connections = connections or Connections()

    def check(self, address: str) -> None:
        """Raises ConnectionRefused where it may not be asked."""
        self._connections.check(self._purpose, address)

    def get(self, address: str, headers: Mapping[str, str], on_wait: Callable[[], None]) -> bytes:
        """All of a small file. Not asked again where nobody answers at all."""
        self.check(address)
        return self.patiently(lambda: _get(address, headers), on_wait, waits_for_answers=False)

    def piece(self, address: str, at: int, size: int, on_wait: Callable[[], None]) -> bytes:
        """`size` bytes of a file from byte `at` on, or fewer; never none and never more."""
        self.check(address)
        # As it is: a range of a compressed file would be no range of the file.
        headers = {"Range": f"bytes={at}-{at + size - 1}", "Accept-Encoding": "identity"}
        content = self.patiently(lambda: _get(address, headers), on_wait)
        if not 0 < len(content) <= size:
            raise self.failures.failed(f"{self.name} sent something else than asked for")
        return content

    def patiently(
        self, question: Callable[[], Answer], on_wait: Callable[[], None], waits_for_answers: bool = True
    ) -> Answer:
        """The answer. What libraries raise differs by release, so only the status is looked at. Without
        `waits_for_answers` a server that cannot be reached at all is not asked again."""
        for pause in (*WAITS, None):
            answer = _ask(question)
            while not wait((answer,), WAIT_STEP).done:
                on_wait()
            error = answer.exception()
            if error is None:
                return answer.result()
            asked_for = self._asked_for(error, waits_for_answers)
            if pause is None:
                raise self._silent(error) from error
            logger.info("%s is asked again: %r", self.name, error)
            self._wait(max(pause, asked_for), on_wait)
        raise AssertionError("unreachable")

    def _asked_for(self, error: BaseException, waits_for_answers: bool) -> float:
        """How many seconds it asks to be left alone; raises where asking again is of no use."""
        if refusal := refusal_in(error):
            raise ConnectionRefused(refusal.host) from error
        status = _status(error)
        if status in (401, 403, 404) or isinstance(error, FileNotFoundError):
            raise self.failures.absent(repr(error)) from error
        seconds = _asked_wait(error)
        if seconds > LONGEST_WAIT:
            minutes = -(-int(seconds) // 60)
            remedy = f"Try again in {minutes} minutes; what has arrived is kept."
            raise self.failures.failed(f"{self.name} is busy", remedy, repr(error)) from error
        if not (status == 429 or status >= 500 or (status == 0 and waits_for_answers)):
            raise self._silent(error) from error
        return seconds

    def _silent(self, error: BaseException) -> Problem:
        name = self.name
        reason = shown(f"{name} is busy") if _status(error) else shown(f"{name} does not answer")
        return self.failures.failed(reason, detail=repr(error))

    def _wait(self, seconds: float, on_wait: Callable[[], None]) -> None:
        left = seconds
        while left > 0:
            on_wait()
            self._pause(min(left, WAIT_STEP))
            left -= WAIT_STEP


class Digest:
    """The SHA-256 of a file as it arrives."""

    def __init__(self) -> None:
        self._sha256 = hashlib.sha256()

    @property
    def sha256(self) -> str:
        return self._sha256.hexdigest()

    def update(self, piece: bytes) -> None:
        """Take in what follows."""
        self._sha256.update(piece)

    def read(self, path: Path, on_chunk: Callable[[int], None] = lambda _: None) -> int:
        """Take in all of a file; its length in bytes. `on_chunk` gets how many were read, and what it raises
        stops it."""
        length = 0
        with path.open("rb") as file:
            while chunk := file.read(CHUNK_BYTES):
                self.update(chunk)
                length += len(chunk)
                on_chunk(length)
        return length


@dataclass(frozen=True, slots=True)
class Download:
    """A file on a server that is on its way into `part`. `clock` measures the pace, in seconds."""

    server: Server
    address: str
    size: int
    part: Path
    clock: Callable[[], float] = time.monotonic

    def receive(self, digest: Digest, on_progress: Callable[[int], None]) -> None:
        """Ask for piece after piece until the part is whole, going on from what has arrived before; `digest`
        takes in all of it. Raises the server's problems and OSError."""
        if self.part.is_file() and self.part.stat().st_size > self.size:
            self.part.unlink()
        received = digest.read(self.part, on_progress) if self.part.is_file() else 0
        size = FIRST_PIECE
        with self.part.open("ab") as out:
            while received < self.size:
                began = self.clock()
                wanted = min(size, self.size - received)
                piece = self.server.piece(self.address, received, wanted, partial(on_progress, received))
                size = next_piece(len(piece), self.clock() - began)
                out.write(piece)
                out.flush()
                digest.update(piece)
                received += len(piece)
                if os.fstat(out.fileno()).st_size != received:
                    raise self.server.failures.failed(
                        "another program is getting it, too", "Stop one of the two."
                    )
                on_progress(received)
            os.fsync(out.fileno())


def next_piece(received: int, seconds: float) -> int:
    """How many bytes to ask for next, when so many came in so many seconds: what takes about a second."""
    pace = received / max(seconds, 0.001)
    return max(SMALLEST_PIECE, min(LARGEST_PIECE, int(pace * PIECE_SECONDS)))


def _ask(question: Callable[[], Answer]) -> Future[Answer]:
    """What `question` is going to answer, asked on a thread of its own: a server that hangs answers no sooner
    than `TIMEOUT` lets it, and whoever wants to stop does not wait for that."""
    answer: Future[Answer] = Future()

    def ask() -> None:
        try:
            answer.set_result(question())
        except BaseException as error:  # it is raised on the thread that waits for it
            answer.set_exception(error)

    threading.Thread(target=ask, name="download", daemon=True).start()
    return answer


def _get(address: str, headers: Mapping[str, str]) -> bytes:
    """What is at `address`. Raises whatever the library raises."""
    # Imported here: only a download needs it, and it brings a whole network stack.
    import huggingface_hub.utils

    library: Any = huggingface_hub.utils
    answer = library.get_session().get(address, headers={"User-Agent": "sayso", **headers}, timeout=TIMEOUT)
    library.hf_raise_for_status(answer)
    content: bytes = answer.content
    return content


def _status(error: BaseException) -> int:
    """The status of the answer that made the library raise; 0 where nothing was answered."""
    return int(getattr(getattr(error, "response", None), "status_code", 0) or 0)


def _asked_wait(error: BaseException) -> float:
    """How many seconds the server asks to be left alone; 0 where it does not say."""
    headers = getattr(getattr(error, "response", None), "headers", None) or {}
    told = str(headers.get("Retry-After", "")) or str(headers.get("RateLimit", ""))
    found = re.fullmatch(r"\s*(\d+)\s*", told) or re.search(r"\bt=(\d+)", told)
    return float(found[1]) if found else 0.0
