"""A network that has nothing but the computer's own loopback, and what is tried to get out of it.

    python -m tests.desktop.loopback                    the daily tests of the whole program, in that network
    python -m tests.desktop.loopback PATHS...           the daily ones of those
    python -m tests.desktop.loopback --program FILE ARGUMENTS...   `sayso ARGUMENTS`, for tests

The network is a namespace of Linux' without any route. Two watchers look at it: the kernel itself counts what
was to be sent somewhere to which there is no way, by whatever process, library or child and in whatever
language; and each Python process writes down whom it connects to and which names it looks up. The exit status
is 3 where anything was tried.

It needs a user who may make namespaces: root, or anybody where the system allows user namespaces.
"""

from __future__ import annotations

import ast
import ctypes
import os
import signal
import socket
import struct
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from app.domain.connections import is_loopback

NEW_NETWORK: Final = 0x40000000  # CLONE_NEWNET of linux/sched.h
NEW_USER: Final = 0x10000000  # CLONE_NEWUSER
SET_FLAGS: Final = 0x8914  # SIOCSIFFLAGS of linux/sockios.h
UP_AND_RUNNING: Final = 0x41  # IFF_UP | IFF_RUNNING of linux/if.h
GOT_OUT: Final = 3
ROOT: Final = Path(__file__).resolve().parents[2]
WATCHED: Final = Path(__file__).parent / "watched"
OWN_NAMES: Final = ("localhost", "")


@dataclass(frozen=True, slots=True)
class Watch:
    """What was tried: how often the kernel had no way (IPv4 and IPv6 together), and the addresses that were
    not this computer's, or names that were looked up."""

    no_routes: int
    foreign: tuple[str, ...] = ()
    own: tuple[str, ...] = ()

    @property
    def is_clean(self) -> bool:
        """Nothing was tried."""
        return not (self.no_routes or self.foreign)


def enter() -> None:
    """This process, and all that it starts, have a network with nothing but the loopback. Raises OSError."""
    if sys.platform != "linux":
        raise OSError("only Linux has networks of one's own")
    import fcntl

    library = ctypes.CDLL(None, use_errno=True)
    user, group = os.getuid(), os.getgid()
    kinds = NEW_NETWORK if user == 0 else NEW_NETWORK | NEW_USER
    if library.unshare(kinds):
        raise OSError(ctypes.get_errno(), "no network of its own can be had")
    if user:
        Path("/proc/self/setgroups").write_text("deny", "ascii")
        Path("/proc/self/uid_map").write_text(f"{user} {user} 1", "ascii")
        Path("/proc/self/gid_map").write_text(f"{group} {group} 1", "ascii")
    with socket.socket() as any_socket:
        fcntl.ioctl(any_socket, SET_FLAGS, struct.pack("16sH14s", b"lo", UP_AND_RUNNING, b""))


def can_enter() -> bool:
    """Whether such a network can be had here."""
    asked = [sys.executable, "-c", "from tests.desktop.loopback import enter; enter()"]
    if sys.platform != "linux":
        return False
    return subprocess.run(asked, cwd=ROOT, stderr=subprocess.DEVNULL, check=False).returncode == 0


def no_routes(process: int | str = "self") -> int:
    """How often a process in the network of `process` wanted to send where there is no way."""
    lines = Path(f"/proc/{process}/net/snmp").read_text("ascii").splitlines()
    names, values = (line.split() for line in lines if line.startswith("Ip:"))
    newer = dict(line.split() for line in Path(f"/proc/{process}/net/snmp6").read_text("ascii").splitlines())
    return int(dict(zip(names, values, strict=True))["OutNoRoutes"]) + int(newer["Ip6OutNoRoutes"])


def read_watch(text: str, routes: int) -> Watch:
    """What the Python processes wrote down."""
    foreign: set[str] = set()
    own: set[str] = set()
    for line in text.splitlines():
        event, _, told = line.partition("\t")
        try:
            address = ast.literal_eval(told)
        except (ValueError, SyntaxError):
            address = told
        # A Unix domain socket has a path for its address.
        if event in ("connect", "bind", "sendto", "sendmsg") and not isinstance(address, tuple):
            continue
        named = address[0] if isinstance(address, tuple) else address
        # Whoever looks a name up may have it as bytes already.
        host = os.fsdecode(named) if isinstance(named, bytes) else str(named)
        is_own = host in OWN_NAMES or is_loopback(host)
        (own if is_own else foreign).add(f"{event} {told}")
    return Watch(routes, tuple(sorted(foreign)), tuple(sorted(own)))


def run_watched(command: Sequence[str], environment: Mapping[str, str] = os.environ) -> tuple[int, Watch]:
    """Run `command` in the network of this process: its exit status, and what was tried."""
    before = no_routes()
    with tempfile.TemporaryDirectory(prefix="watched.") as folder:
        file = Path(folder) / "sockets"
        path = os.pathsep.join(filter(None, (str(WATCHED), environment.get("PYTHONPATH", ""))))
        watched = {**environment, "PYTHONPATH": path, "WATCHED_SOCKETS": str(file)}
        process = subprocess.Popen(command, cwd=ROOT, env=watched)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda number, _: _pass_on(process, number))
        status = process.wait()
        text = file.read_text("utf-8") if file.exists() else ""
    return status, read_watch(text, no_routes() - before)


def _pass_on(process: subprocess.Popen[bytes], number: int) -> None:
    with suppress(OSError):
        process.send_signal(number)


def main(arguments: Sequence[str]) -> int:
    """Run what is asked for; see the head of this file."""
    enter()
    if arguments[:1] == ["--program"]:
        status, watch = run_watched([sys.executable, "-m", "app.cli", *arguments[2:]])
        Path(arguments[1]).write_text(repr(watch), "utf-8")
        return status
    paths = list(arguments) or ["tests/desktop"]
    desktop = ["bash", str(ROOT / "tests" / "desktop" / "virtual-desktop.sh")]
    tests = [sys.executable, "-m", "pytest", "-m", "desktop and not slow", "-q", *paths]
    status, watch = run_watched([*desktop, *tests], {**os.environ, "VD_PRIVATE_HOME": "1"})
    print(f"\nsent to where there is no way: {watch.no_routes}")
    for what, found in (("this computer's own", watch.own), ("ELSEWHERE", watch.foreign)):
        print(f"{what}: {len(found)}")
        for one in found:
            print(f"    {one}")
    return status or (0 if watch.is_clean else GOT_OUT)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
