"""What the tests of the one running instance share: a folder, and an instance that says that it is idle."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.domain.remote import Reply, Request


@pytest.fixture
def folder() -> Iterator[Path]:
    """The instance's; not there yet."""
    # Not pytest's: a socket's path must be short.
    with tempfile.TemporaryDirectory(prefix="run.") as name:
        yield Path(name) / "sayso"


@pytest.fixture
def asked() -> list[Request]:
    """All that the instance was asked, in order."""
    return []


@pytest.fixture
def answer(asked: list[Request]) -> Callable[[Request], Reply]:
    """What the instance answers with."""

    def idle(request: Request) -> Reply:
        asked.append(request)
        return Reply(ok=True, text="idle")

    return idle
