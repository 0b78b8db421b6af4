"""The gate that every connection to another program passes, and the wall behind it.

Problem: "this computer only" must hold for what Sayso's own code asks for and for what a library does by
    itself: a server that sends one on to another place, a proxy that the system names, a name that has come
    to mean another computer since it was looked at.
Rules: whoever connects asks `check` first, which refuses in the user's words, before any name is looked up.
    Behind that, `guard` looks at the address that a socket is really connected to, in this process, and
    refuses it to the library. Sockets of one computer (Unix domain) are no connections to another.
Failure: a table of hosts that cannot be read is an empty one; then fewer names count as this computer's.
"""

from __future__ import annotations

import errno
import os
import socket
import sys
import weakref
from collections.abc import Callable
from pathlib import Path
from typing import Final

from app.domain.connections import Hosts, Purpose, host_of, is_loopback, own_addresses, read_hosts
from app.domain.privacy_settings import PrivacySettings
from app.domain.problems import ConnectionRefused, WriterRefused

CONNECTING: Final = frozenset({"socket.connect", "socket.sendto", "socket.sendmsg"})
LOOKING_UP: Final = frozenset({"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"})
"""What Python tells of sockets (its table of audit events)."""
NETWORK: Final = (socket.AF_INET, socket.AF_INET6)


class Refusal(PermissionError):
    """What a library is told whose connection was refused."""

    def __init__(self, host: str) -> None:
        super().__init__(errno.EPERM, "connections to other computers are switched off")
        self.host = host


class Connections:
    """Says what may be connected to. Any thread.

    Args:
        settings: those of the start; `apply` takes later ones.
        hosts: reads the computer's table of hosts.
    """

    def __init__(
        self, settings: PrivacySettings | None = None, hosts: Callable[[], Hosts] | None = None
    ) -> None:
        self._only = settings is not None and settings.this_computer_only
        self._hosts = hosts or system_hosts

    def apply(self, settings: PrivacySettings) -> None:
        """These hold from now on."""
        self._only = settings.this_computer_only

    @property
    def this_computer_only(self) -> bool:
        """Whether all others are refused."""
        return self._only

    def is_own(self, address: str) -> bool:
        """Whether what is at `address` ("http://localhost:11434") runs on this computer."""
        return bool(own_addresses(host_of(address), self._hosts()))

    def check(self, purpose: Purpose, address: str) -> tuple[str, ...]:
        """The numbers by which `address` is to be reached, in the order to try them; none where any will do.
        Raises ConnectionRefused, for the clean-up WriterRefused."""
        if not self._only:
            return ()
        host = host_of(address)
        found = own_addresses(host, self._hosts())
        if not found:
            raise WriterRefused(host) if purpose is Purpose.CLEAN_UP else ConnectionRefused(host)
        return found

    def guard(self) -> Connections:
        """Look from now on at every socket of this process that is connected. It ends with this object."""
        sys.addaudithook(_watching(weakref.ref(self)))
        return self

    def close(self) -> None:
        """Refuse nothing any more."""
        self._only = False

    def refuse(self, host: object) -> None:
        """What `guard` does with the name or number of whom a socket wants. Raises Refusal."""
        if not self._only or not isinstance(host, str | bytes):
            return
        name = os.fsdecode(host)
        if not is_loopback(name) and not own_addresses(name, self._hosts()):
            raise Refusal(name)


def keep_to_this_computer() -> Connections:
    """For the processes that connect to nothing: they cannot, either. The answer is to be kept."""
    return Connections(PrivacySettings(this_computer_only=True)).guard()


def refusal_in(error: BaseException | None) -> Refusal | None:
    """The one that `error` came of."""
    while error is not None and not isinstance(error, Refusal):
        error = error.__cause__ or error.__context__
    return error


def system_hosts() -> Hosts:
    """This computer's table of hosts."""
    folder = (
        Path(os.environ.get("SYSTEMROOT", r"C:\Windows"), "System32", "drivers", "etc")
        if sys.platform == "win32"
        else Path("/etc")
    )
    try:
        return read_hosts((folder / "hosts").read_text("utf-8", "replace"))
    except OSError:
        return {}


def _watching(gate: weakref.ref[Connections]) -> Callable[[str, tuple[object, ...]], None]:
    """A hook of Python's; it can never be taken away again, so it holds nothing."""

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if not event.startswith("socket."):
            return
        watcher = gate()
        if watcher is None:
            return
        if event in CONNECTING:
            connecting, address = arguments[0], arguments[1]
            is_network = isinstance(connecting, socket.SocketType) and connecting.family in NETWORK
            if is_network and isinstance(address, tuple) and address:
                watcher.refuse(address[0])
        elif event in LOOKING_UP:
            watcher.refuse(arguments[0])

    return hook
