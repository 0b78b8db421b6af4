"""Where the user writes, as sway's socket tells it, and where it tells nothing."""

from __future__ import annotations

import json
import socket
import struct
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from app.adapters.caret_sway import SwayFocusedPlace
from app.domain.overlay_place import Area, Focused

if sys.platform == "win32":
    pytest.skip("there is no sway", allow_module_level=True)

Answer = Callable[[bytes], None]


def node(x: int, *below: object, focused: bool = False) -> dict[str, object]:
    rect = {"x": x, "y": 20, "width": 300, "height": 200}
    return {"focused": focused, "rect": rect, "nodes": list(below), "floating_nodes": []}


def packed(answer: bytes, magic: bytes = b"i3-ipc") -> bytes:
    return struct.pack("=6sII", magic, len(answer), 4) + answer


@pytest.fixture
def answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Answer]:
    """What the compositor answers to one question."""
    path = tmp_path / "sway"
    monkeypatch.setenv("SWAYSOCK", str(path))
    with ExitStack() as stack:

        def give(data: bytes) -> None:
            server = stack.enter_context(socket.socket(socket.AF_UNIX, socket.SOCK_STREAM))
            server.bind(str(path))
            server.listen()

            def serve() -> None:
                line, _ = server.accept()
                with line:
                    assert line.recv(100) == struct.pack("=6sII", b"i3-ipc", 0, 4)
                    line.sendall(data)

            thread = threading.Thread(target=serve)
            thread.start()
            stack.callback(thread.join)

        yield give


def test_the_focused_window_is_found_among_all(answer: Answer) -> None:
    floating = {**node(0, node(1)), "floating_nodes": [node(1290, focused=True)]}
    answer(packed(json.dumps(node(0, node(0), floating)).encode()))
    assert SwayFocusedPlace().look() == Focused(Area(1290, 20, 300, 200))


@pytest.mark.parametrize(
    "data",
    [
        packed(json.dumps(node(0)).encode()),
        packed(b"{}"),
        packed(b"[1]"),
        packed(b"no JSON"),
        packed(b"{}", b"others"),
        b"i3",
        b"",
    ],
)
def test_what_makes_no_sense_tells_nothing(answer: Answer, data: bytes) -> None:
    answer(data)
    assert SwayFocusedPlace().look() is None


def test_one_that_has_gone_tells_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SWAYSOCK", str(tmp_path / "none"))
    assert SwayFocusedPlace().look() is None
    assert SwayFocusedPlace().has_compositor()
