"""The one running Sayso of a user, and how other processes of that user ask something of it.

`InstanceServer` is the running one, `send` asks it. Rules: whoever holds the lock is the running one, and the
system frees the lock when the process ends, so what a crash left behind is simply replaced. The server's
threads are its own ("remote"); a client that says nothing, too much or nonsense, or that leaves, costs one of
a few places for a second and nothing else. Nothing that comes in is ever unpickled.
"""

from __future__ import annotations

import logging
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from app.adapters.disk import make_guarded_folder, storage_problem
from app.adapters.instance.channel import Endpoint, Line
from app.adapters.instance.lock import InstanceLock
from app.domain.problems import NotRunning, StorageProblem
from app.domain.remote import (
    MalformedLine,
    Reply,
    Request,
    decode_reply,
    decode_request,
    encode_reply,
    encode_request,
)

if sys.platform == "win32":
    from app.adapters.instance.named_pipe import PipeEndpoint as SystemEndpoint
    from app.adapters.instance.named_pipe import connect
else:
    from app.adapters.instance.unix_socket import SocketEndpoint as SystemEndpoint
    from app.adapters.instance.unix_socket import connect

logger = logging.getLogger(__name__)

LOCK_NAME: Final = "sayso.lock"
CLIENT_SECONDS: Final = 1.0
"""How long a client may take to say its line."""

MAX_CLIENTS: Final = 8
"""At once; further ones are turned away."""

_RETRY_SECONDS: Final = 0.05
_NO_ANSWER: Final = Reply(ok=False, text="Sayso is running, but does not answer.")


class InstanceServer:
    """The running instance, from `start` to `close`.

    Args:
        folder: the runtime folder, one for each user.
        on_request: gives the reply; called on threads of the server's own, one call at a time.
        open_endpoint: where connections come in; the system's own kind.
    """

    def __init__(
        self,
        folder: Path,
        on_request: Callable[[Request], Reply],
        open_endpoint: Callable[[Path], Endpoint] = SystemEndpoint,
    ) -> None:
        self._folder = folder
        self._on_request = on_request
        self._open_endpoint = open_endpoint
        self._lock = InstanceLock(folder / LOCK_NAME)
        self._endpoint: Endpoint | None = None
        self._places = threading.BoundedSemaphore(MAX_CLIENTS)
        self._one_at_a_time = threading.Lock()
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._serve, name="remote", daemon=True)

    def start(self) -> None:
        """Become the running instance. Raises AlreadyRunning, FolderUnwritable or DiskFull."""
        make_guarded_folder(self._folder)
        self._lock.acquire()
        try:
            self._endpoint = self._open_endpoint(self._folder)
        except OSError as error:
            self._lock.release()
            raise storage_problem(error, self._folder) from error
        except BaseException:  # an interrupt leaves no lock behind either
            self._lock.release()
            raise
        self._thread.start()

    def retire(self) -> None:
        """Answer nobody any more, and still be the running one: whoever starts meanwhile waits for the end,
        and hands nothing over to one that is going. Never raises."""
        if self._endpoint is None:
            return
        self._closing.set()
        self._endpoint.wake()
        self._thread.join(CLIENT_SECONDS)
        self._endpoint.close()
        self._endpoint = None

    def close(self) -> None:
        """Answer nobody any more and let another be the running one. Never raises."""
        self.retire()
        self._lock.release()

    def _serve(self) -> None:
        endpoint = self._endpoint
        while endpoint is not None and not self._closing.is_set():
            try:
                line = endpoint.accept()
            except (OSError, EOFError) as error:
                # A client gone before it was let in, or no descriptor free: the next one may fare better.
                logger.warning("a request could not be let in: %s", type(error).__name__)
                self._closing.wait(_RETRY_SECONDS)
                continue
            if line is not None:
                self._let_in(line)

    def _let_in(self, line: Line) -> None:
        if self._closing.is_set() or not self._places.acquire(blocking=False):
            line.close()
            return
        # A thread for each, so that one that says nothing does not keep the next one waiting.
        threading.Thread(target=self._attend, args=(line,), name="remote-client", daemon=True).start()

    def _attend(self, line: Line) -> None:
        try:
            deadline = time.monotonic() + CLIENT_SECONDS
            reply = self._reply_to(line.read(deadline))
            line.write(encode_reply(reply), deadline + CLIENT_SECONDS)
        except (OSError, EOFError) as error:
            logger.debug("a client left or was turned away: %s", type(error).__name__)
        finally:
            line.close()
            self._places.release()

    def _reply_to(self, data: bytes) -> Reply:
        try:
            request = decode_request(data)
        except MalformedLine as error:
            return Reply(ok=False, text=f"Sayso does not understand this: {error}.")
        try:
            with self._one_at_a_time:
                return self._on_request(request)
        except Exception:  # whoever asked gets an answer all the same
            logger.exception("the request %s failed", request.command)
            return Reply(ok=False, text="Something went wrong in Sayso.")


def send(
    folder: Path,
    request: Request,
    timeout: float = 2.0,
    *,
    patience: float = 0.0,
    connect: Callable[[Path, float], Line] = connect,
) -> Reply:
    """Ask the running instance of `folder`; its reply, or one that says it does not answer in `timeout` s.

    `patience` is how many seconds to go on trying when nobody listens: for asking one that is only just
    starting. Raises NotRunning.
    """
    give_up = time.monotonic() + patience
    while True:
        deadline = time.monotonic() + timeout
        try:
            return _asked(connect(folder, deadline), request, deadline)
        except TimeoutError:
            return _NO_ANSWER
        except (OSError, StorageProblem) as error:
            if time.monotonic() >= give_up:
                raise NotRunning from error
            time.sleep(_RETRY_SECONDS)


def _asked(line: Line, request: Request, deadline: float) -> Reply:
    try:
        line.write(encode_request(request), deadline)
        return decode_reply(line.read(deadline))
    except (OSError, EOFError, MalformedLine) as error:
        logger.warning("the running instance did not answer: %s", type(error).__name__)
        return _NO_ANSWER
    finally:
        line.close()
