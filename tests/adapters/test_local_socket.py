"""The one running instance: a real socket, clients that behave and clients that do not."""

from __future__ import annotations

import contextlib
import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.adapters.local_socket import InstanceServer, send
from app.domain.problems import AlreadyRunning, NotRunning
from app.domain.remote import Command, Reply, Request
from tests.adapters.instance_bench import answer, asked, folder

__all__ = ["answer", "asked", "folder"]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="these are Unix sockets")


@pytest.fixture
def server(folder: Path, answer: Callable[[Request], Reply]) -> Iterator[InstanceServer]:
    server = InstanceServer(folder, answer)
    server.start()
    yield server
    server.close()


def raw(folder: Path) -> socket.socket:
    """A client that says what it likes."""
    if sys.platform == "win32":
        pytest.skip("these are Unix sockets")
    (path,) = [path for path in folder.iterdir() if path.is_socket()]
    client = socket.socket(socket.AF_UNIX)
    client.connect(str(path))
    return client


def test_a_request_is_answered(server: InstanceServer, folder: Path, asked: list[Request]) -> None:
    assert send(folder, Request(Command.STATUS)) == Reply(ok=True, text="idle")
    assert asked == [Request(Command.STATUS)]


def test_only_its_user_can_reach_it(server: InstanceServer, folder: Path) -> None:
    assert folder.stat().st_mode & 0o777 == 0o700
    assert all(path.stat().st_mode & 0o077 == 0 for path in folder.iterdir())


def test_a_second_instance_is_refused_until_the_first_has_ended(server: InstanceServer, folder: Path) -> None:
    second = InstanceServer(folder, lambda _: Reply(ok=True, text="second"))
    with pytest.raises(AlreadyRunning):
        second.start()
    server.close()
    second.start()
    assert send(folder, Request(Command.STATUS)).text == "second"
    second.close()


def test_one_that_retires_answers_nobody_and_is_still_the_one_that_runs(
    server: InstanceServer, folder: Path, answer: Callable[[Request], Reply]
) -> None:
    server.retire()
    with pytest.raises(NotRunning):
        send(folder, Request(Command.SHOW))
    second = InstanceServer(folder, answer)
    with pytest.raises(AlreadyRunning):
        second.start()
    server.retire()
    server.close()
    second.start()
    assert send(folder, Request(Command.STATUS)).ok
    second.close()


def test_nobody_there(folder: Path, server: InstanceServer) -> None:
    server.close()
    with pytest.raises(NotRunning):
        send(folder, Request(Command.PING))


def test_what_a_crash_left_behind_is_replaced(folder: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("these are Unix sockets")
    folder.mkdir(mode=0o700)
    first = InstanceServer(folder, lambda _: Reply(ok=True))
    first.start()
    (path,) = [path for path in folder.iterdir() if path.is_socket()]
    first.close()
    stale = socket.socket(socket.AF_UNIX)
    stale.bind(str(path))
    stale.close()
    second = InstanceServer(folder, lambda _: Reply(ok=True, text="second"))
    second.start()
    assert send(folder, Request(Command.STATUS)).text == "second"
    second.close()


def test_clients_that_say_nothing_too_much_or_nonsense_block_nobody(
    server: InstanceServer, folder: Path, asked: list[Request]
) -> None:
    silent, leaving, chatty, odd = raw(folder), raw(folder), raw(folder), raw(folder)
    leaving.close()
    odd.sendall(b'{"request": "format the disk"}\n')
    with contextlib.suppress(OSError):  # it is turned away before it has said it all
        chatty.sendall(b"x" * 1_000_000)
    assert send(folder, Request(Command.TOGGLE)) == Reply(ok=True, text="idle")
    assert asked == [Request(Command.TOGGLE)]
    for client in (silent, chatty, odd):
        client.close()
