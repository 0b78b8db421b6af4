"""`sayso start`, `stop`, `toggle`, `cancel`, `show`, `status`: one request to the running Sayso."""

from __future__ import annotations

import sys

from app.adapters.folders import Folders
from app.adapters.local_socket import send
from app.domain.remote import Request


def run(request: Request, folders: Folders) -> int:
    """Ask and print the answer, if it says anything. Raises NotRunning."""
    reply = send(folders.runtime, request)
    if reply.text:
        print(reply.text, file=sys.stdout if reply.ok else sys.stderr)
    return 0 if reply.ok else 1
