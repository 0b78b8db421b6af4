"""Requests from outside the process: from another `sayso`, and so from any desktop's own shortcut.

Rules: whatever would change something is posted to the deciding thread as the `Request` it is, and answered
at once: the one who asked does not wait for a microphone to open. Only what is known already is answered
here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.domain.remote import Command, Reply, Request

if TYPE_CHECKING:
    from app.services.ports import Post


class RemoteControl:
    """Answers requests, on whatever thread they come.

    Args:
        post: gets each `Request` but ping and status.
        status: one line on what Sayso is doing; called on the asking thread, so it reads a value and no more.
    """

    def __init__(self, post: Post, status: Callable[[], str]) -> None:
        self._post = post
        self._status = status

    def ask(self, status: Callable[[], str]) -> None:
        """Ask this one from now on."""
        self._status = status

    def answer(self, request: Request) -> Reply:
        """Returns at once."""
        match request.command:
            case Command.PING:
                return Reply(ok=True)
            case Command.STATUS:
                return Reply(ok=True, text=self._status())
            case _:
                self._post(request)
                return Reply(ok=True)
