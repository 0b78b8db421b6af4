"""Python runs this at the start of each process that has this folder in its PYTHONPATH: it writes down every
address that a socket of the process is connected to or sends to, and every name that is looked up."""

import os
import sys

FILE = os.environ.get("WATCHED_SOCKETS", "")
EVENTS = {
    "socket.connect": 1,
    "socket.sendto": 1,
    "socket.sendmsg": 1,
    "socket.bind": 1,
    "socket.getaddrinfo": 0,
    "socket.gethostbyname": 0,
}


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    place = EVENTS.get(event)
    if place is None or arguments[place] is None:
        return
    line = f"{event.removeprefix('socket.')}\t{arguments[place]!r}\n".encode(errors="replace")
    # In one write each, as several processes have one file.
    descriptor = os.open(FILE, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(descriptor, line)
    finally:
        os.close(descriptor)


if FILE:
    sys.addaudithook(_watch)
