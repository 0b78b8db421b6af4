"""The whole program on a desktop that has no tray."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import xcffib
import xcffib.xproto
from pytestqt.qtbot import QtBot

from tests.desktop.sayso_program import SaysoProgram
from tests.desktop.x_server import Server

pytestmark = [pytest.mark.desktop, pytest.mark.timeout(1200)]

WAIT_MS = 60_000


class Screen:
    """What there is to see on the bare server, and the hand of a window manager on it."""

    def __init__(self, display: str) -> None:
        library: Any = xcffib  # generated, without types
        self._x = library.connect(display=display)
        self._root = self._x.setup.roots[0].root

    def _atom(self, name: str) -> int:
        return int(self._x.core.InternAtom(False, len(name), name).reply().atom)

    def window(self, title: str) -> int | None:
        """A window of that title that is to be seen."""
        for window in self._x.core.QueryTree(self._root).reply().children:
            try:
                name = self._x.core.GetProperty(False, window, self._atom("_NET_WM_NAME"), 0, 0, 64).reply()
                shown = self._x.core.GetWindowAttributes(window).reply().map_state == 2
            except xcffib.xproto.WindowError:
                continue  # windows come and go
            if shown and bytes(name.value.buf()).decode() == title:
                return int(window)
        return None

    def close_window(self, window: int) -> None:
        """What the cross in a title bar does."""
        protocol: Any = xcffib.xproto
        data = protocol.ClientMessageData.synthetic([self._atom("WM_DELETE_WINDOW"), 0, 0, 0, 0], "IIIII")
        message = protocol.ClientMessageEvent.synthetic(32, window, self._atom("WM_PROTOCOLS"), data)
        self._x.core.SendEvent(False, window, 0, message.pack())
        self._x.flush()

    def close(self) -> None:
        self._x.disconnect()


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Iterator[Screen]:
    server = Server()
    monkeypatch.setenv("DISPLAY", server.display)
    screen = Screen(server.display)
    yield screen
    screen.close()
    server.end()


@pytest.fixture
def until(qtbot: QtBot) -> Callable[[Callable[[], object]], None]:
    return lambda condition: qtbot.waitUntil(lambda: bool(condition()), timeout=WAIT_MS)


def test_the_window_is_shown_even_where_it_was_to_stay_hidden_and_closing_it_ends_sayso(
    screen: Screen, until: Callable[[Callable[[], object]], None], tmp_path: Path
) -> None:
    settings = "version = 1\n[general]\nstart_hidden = true\nclose_to_tray = true\n"
    sayso = SaysoProgram(tmp_path / "s", until, settings)
    try:
        until(lambda: screen.window("Sayso"))
        sayso.wait_until_ready()
        window = screen.window("Sayso")
        assert window
        screen.close_window(window)
        until(lambda: sayso.process.poll() is not None)
    finally:
        sayso.kill()
    assert sayso.process.returncode == 0
    assert "Traceback" not in sayso.log()
