"""The channel of Windows, its code run over a socket: a name nobody can foresee and a password."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from multiprocessing.connection import Client
from pathlib import Path

import pytest

from app.adapters.instance.named_pipe import DOOR_NAME, PipeEndpoint, PipeLine, connect
from app.adapters.local_socket import InstanceServer, send
from app.domain.problems import NotRunning
from app.domain.remote import MAX_LINE, Command, Reply, Request, encode_request
from tests.adapters.instance_bench import answer, asked, folder

__all__ = ["answer", "asked", "folder"]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="it stands in for the pipe by a Unix socket")

FAMILY = "AF_UNIX"


@pytest.fixture
def server(folder: Path, answer: Callable[[Request], Reply]) -> Iterator[InstanceServer]:
    server = InstanceServer(folder, answer, lambda folder: PipeEndpoint(folder, FAMILY))
    server.start()
    yield server
    server.close()


def ask(folder: Path, command: Command, timeout: float = 5.0) -> Reply:
    return send(
        folder,
        Request(command),
        timeout,
        connect=lambda folder, deadline: connect(folder, deadline, FAMILY),
    )


def door(folder: Path) -> tuple[bytes, str]:
    """The password and the address, as whoever can read the user's folder finds them."""
    password, _, address = (folder / DOOR_NAME).read_bytes().partition(b"\n")
    return password, os.fsdecode(address)


def test_a_request_is_answered_again_and_again(
    server: InstanceServer, folder: Path, asked: list[Request]
) -> None:
    for _ in range(20):
        assert ask(folder, Command.STATUS) == Reply(ok=True, text="idle")
    assert asked == [Request(Command.STATUS)] * 20


def test_only_its_user_can_read_name_and_password(server: InstanceServer, folder: Path) -> None:
    assert (folder / DOOR_NAME).stat().st_mode & 0o777 == 0o600
    assert folder.stat().st_mode & 0o777 == 0o700
    password, _ = door(folder)
    assert len(password) == 64


def test_each_start_draws_another_password(server: InstanceServer, folder: Path) -> None:
    first = door(folder)
    server.close()
    assert not (folder / DOOR_NAME).exists()
    second = InstanceServer(folder, lambda _: Reply(ok=True), lambda folder: PipeEndpoint(folder, FAMILY))
    second.start()
    assert door(folder)[0] != first[0]
    second.close()


@pytest.mark.parametrize("password", [b"", b"0" * 64])
def test_without_the_password_nothing_is_read(
    server: InstanceServer, folder: Path, asked: list[Request], password: bytes
) -> None:
    with Client(door(folder)[1], FAMILY) as stranger:
        stranger.send_bytes(password + encode_request(Request(Command.START)))
        with pytest.raises(EOFError):
            stranger.recv_bytes()
    assert ask(folder, Command.PING).ok
    assert asked == [Request(Command.PING)]


def test_clients_that_say_nothing_too_much_or_nonsense_block_nobody(
    server: InstanceServer, folder: Path, asked: list[Request]
) -> None:
    password, address = door(folder)
    silent, leaving = (Client(address, FAMILY) for _ in range(2))
    leaving.close()
    chatty = Client(address, FAMILY)
    # It is hung up on as soon as it has said too much.
    with suppress(BrokenPipeError, ConnectionResetError):
        chatty.send_bytes(password + b"x" * (10 * MAX_LINE))
    odd = Client(address, FAMILY)
    odd.send_bytes(password + b'{"request": "format the disk"}\n')
    assert b"does not understand" in odd.recv_bytes()
    assert ask(folder, Command.TOGGLE).ok
    assert asked == [Request(Command.TOGGLE)]
    for client in (silent, chatty, odd):
        client.close()


def test_nobody_there_or_a_name_that_a_crash_left_behind(server: InstanceServer, folder: Path) -> None:
    left_behind = (folder / DOOR_NAME).read_bytes()
    server.close()
    with pytest.raises(NotRunning):
        ask(folder, Command.PING)
    (folder / DOOR_NAME).write_bytes(left_behind)
    with pytest.raises(NotRunning):
        ask(folder, Command.PING)


def test_an_answer_that_does_not_come_is_not_waited_for(folder: Path) -> None:
    folder.mkdir(mode=0o700)
    endpoint = PipeEndpoint(folder, FAMILY)
    try:
        assert ask(folder, Command.PING, timeout=0.2) == Reply(
            ok=False, text="Sayso is running, but does not answer."
        )
    finally:
        endpoint.close()


def test_a_line_is_its_message_without_the_password(folder: Path) -> None:
    folder.mkdir(mode=0o700)
    endpoint = PipeEndpoint(folder, FAMILY)
    line = connect(folder, 0.0, FAMILY)
    line.write(b"hello\n", 0.0)
    other = endpoint.accept()
    assert isinstance(other, PipeLine)
    assert other.read(time.monotonic() + 5.0) == b"hello\n"
    line.close()
    other.close()
    endpoint.close()
