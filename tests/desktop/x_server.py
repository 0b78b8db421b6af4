"""An X server of a test's own: bare, with neither window manager nor tray, and free to be killed."""

from __future__ import annotations

import os
import signal
import subprocess


class Server:
    """`Xvfb`. `display` is what DISPLAY must say to reach it."""

    def __init__(self) -> None:
        read, write = os.pipe()
        self.process = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", "320x240x24", "-nolisten", "tcp"],
            pass_fds=[write],
            stderr=subprocess.DEVNULL,
        )
        os.close(write)
        with os.fdopen(read) as number:
            self.display = f":{number.readline().strip()}"

    def end(self) -> None:
        self.process.send_signal(signal.Signals["SIGCONT"])
        self.process.kill()
        self.process.wait(20)
