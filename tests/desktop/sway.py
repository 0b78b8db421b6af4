"""A sway of the test's own: a Wayland desktop without a screen, and what its user does.

sway refuses to be root's, as a machine of tests often is; there it runs as an ordinary user of a namespace.
"""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, TextIO

from PySide6.QtGui import QImage

from tests.desktop.wayland_pointer import WaylandPointer

NEEDED: Final = ("sway", "swaymsg", "Xwayland", "wtype", "grim")
FIRST, SECOND = "HEADLESS-1", "HEADLESS-2"
CONFIG: Final = f"""
output {FIRST} resolution 1280x800 position 0 0
output {SECOND} resolution 1024x768 position 1280 0
xwayland force
focus_follows_mouse no
default_border none
exec env > "$XDG_RUNTIME_DIR/session"
"""
START_SECONDS: Final = 20.0
LONG_MS: Final = 3_600_000
AS_A_USER: Final = ("unshare", "--user", "--map-user=1000", "--map-group=1000")
SESSION: Final = ("DISPLAY", "WAYLAND_DISPLAY", "SWAYSOCK")


def _opened(pipe: Path) -> int:
    """A pipe of that name, for reading; opening it does not wait for who writes."""
    if sys.platform == "win32":
        raise RuntimeError("Windows has no sway")
    os.mkfifo(pipe)
    return os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)


def _lines(pipe: int) -> TextIO:
    """What comes out of it, waited for from now on."""
    if sys.platform == "win32":
        raise RuntimeError("Windows has no sway")
    os.set_blocking(pipe, True)
    return os.fdopen(pipe, encoding="utf-8")


def _is_root() -> bool:
    return sys.platform != "win32" and os.geteuid() == 0


class Sway:
    """A running one. `environment` is for programs that are to be seen on it."""

    def __init__(self, folder: Path) -> None:
        self._runtime = folder / "run"
        self._runtime.mkdir(mode=0o700)
        config = folder / "config"
        config.write_text(CONFIG, encoding="utf-8")
        without = {name: value for name, value in os.environ.items() if name not in SESSION}
        self._own = {
            **without,
            "XDG_RUNTIME_DIR": str(self._runtime),
            "WLR_BACKENDS": "headless",
            "WLR_HEADLESS_OUTPUTS": "2",
            "WLR_LIBINPUT_NO_DEVICES": "1",
            "WLR_RENDERER": "pixman",
        }
        pipe = self._runtime / "session"
        told = _opened(pipe)
        with (folder / "log").open("wb") as log:
            command = (*(AS_A_USER if _is_root() else ()), "sway", "-c", str(config))
            self._process = subprocess.Popen(command, env=self._own, stdout=log, stderr=log)
        self.environment = {**self._own, **self._session(told), "QT_QPA_PLATFORM": "wayland"}
        socket = self._runtime / self.environment["WAYLAND_DISPLAY"]
        self._pointer = WaylandPointer(socket, (1280 + 1024, 800))
        # Where there is no keyboard at all, no window can have it.
        self._keyboard = subprocess.Popen(
            ("wtype", "-s", str(LONG_MS), "-k", "Shift_L"), env=self.environment
        )

    def _session(self, told: int) -> dict[str, str]:
        """What it tells its programs, by that pipe."""
        try:
            if not select.select([told], [], [], START_SECONDS)[0]:
                raise RuntimeError("sway did not start")
            with _lines(told) as lines:
                found = dict(line.rstrip("\n").split("=", 1) for line in lines if "=" in line)
            return {name: found[name] for name in SESSION}
        except BaseException:
            self._end()
            raise

    def close(self) -> None:
        self._pointer.close()
        self._keyboard.terminate()
        self._keyboard.wait()
        self._end()

    def _end(self) -> None:
        self._process.terminate()
        self._process.wait()

    # --- what its user does and sees ---

    def focused(self) -> dict[str, Any]:
        """The window that has the keys, as sway has it."""
        nodes = [json.loads(self.run("swaymsg", "-t", "get_tree", "-r"))]
        while nodes:
            node: dict[str, Any] = nodes.pop()
            if node["focused"]:
                return node
            nodes += [*node["nodes"], *node["floating_nodes"]]
        raise AssertionError("nothing has the focus")

    def do(self, command: str) -> None:
        """A command of sway's."""
        answers = json.loads(self.run("swaymsg", "-r", command))
        assert all(answer["success"] for answer in answers), answers

    def click(self, x: int, y: int) -> None:
        """The pointer goes there, and its button down and up."""
        self._pointer.move(x, y)
        self._pointer.click()

    def type(self, text: str) -> None:
        """At the keyboard."""
        self.run("wtype", text)

    def picture(self, file: Path) -> QImage:
        """What is on its screens, beside one another."""
        self.run("grim", str(file))
        return QImage(str(file))

    def run(self, *command: str) -> str:
        """What a program prints that is run on it."""
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True, check=True)
        return done.stdout


@contextmanager
def running_sway(folder: Path) -> Iterator[Sway]:
    """One that lives as long as the block."""
    sway = Sway(folder)
    try:
        yield sway
    finally:
        sway.close()
