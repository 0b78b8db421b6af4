"""A PulseAudio of a test's own, so that it may be stopped and killed, and hands to work it with."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np

from app.domain.audio import Samples, to_pcm16

WAIT_SECONDS = 15.0
_TURN = threading.Event()


def wait_for(what: str, condition: Callable[[], object]) -> None:
    """Until `condition` holds; fails the test when it never does."""
    for _ in range(int(WAIT_SECONDS / 0.01)):
        if condition():
            return
        _TURN.wait(0.01)
    raise AssertionError(f"{what} did not come in {WAIT_SECONDS:g} s")


class SoundServer:
    """PulseAudio with a virtual microphone: what is played into the sink `mic` comes from `mic.monitor`."""

    def __init__(self, rate: int = 48000) -> None:
        # Not pytest's folder: a socket's path must be short.
        self.folder = Path(tempfile.mkdtemp(prefix="snd."))
        self.address = f"unix:{self.folder}/native"
        script = self.folder / "setup.pa"
        script.write_text(
            ".fail\n"
            f"load-module module-native-protocol-unix auth-anonymous=1 socket={self.folder}/native\n"
            + self._sink("speaker", 48000)
            + self._sink("mic", rate)
            + "set-default-sink speaker\nset-default-source mic.monitor\n"
        )
        command = ["pulseaudio", "-n", "-F", str(script), "--daemonize=no", "--use-pid-file=no"]
        options = ["--exit-idle-time=-1", "--high-priority=no", "--realtime=no", "--log-target=stderr"]
        # One server on a bus keeps all others from starting; the runtime folder and a display lead to it.
        outside = ("PULSE_SERVER", "DBUS_SESSION_BUS_ADDRESS", "DISPLAY")
        environment = {name: value for name, value in os.environ.items() if name not in outside}
        places = ("PULSE_RUNTIME_PATH", "PULSE_STATE_PATH", "XDG_RUNTIME_DIR")
        environment |= {name: str(self.folder) for name in places}
        self._process = subprocess.Popen(
            [*command, *options],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            wait_for("the sound server", lambda: self._pactl("info").returncode == 0)
        except AssertionError:
            self.close()
            raise

    @staticmethod
    def _sink(name: str, rate: int) -> str:
        return (
            f"load-module module-null-sink sink_name={name} norewinds=1 rate={rate} channels=1 "
            f"channel_map=mono sink_properties=device.description={name.capitalize()}\n"
        )

    def _pactl(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = ["pactl", "--server", self.address, *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    def control(self, *arguments: str) -> str:
        """One pactl command; what it prints."""
        done = self._pactl(*arguments)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def plug_in(self, name: str, rate: int = 48000) -> str:
        """Another virtual microphone; the number by which it is unplugged."""
        return self.control(*self._sink(name, rate).split())

    def unplug(self, number: str) -> None:
        self.control("unload-module", number)

    def play(self, sound: Samples, sink: str = "mic") -> None:
        """Play `sound` (float32 mono 16 kHz) to its end."""
        options = ["--raw", "--format=s16le", "--rate=16000", "--channels=1"]
        command = ["paplay", f"--server={self.address}", "-d", sink, *options]
        subprocess.run(command, input=to_pcm16(sound), check=True, timeout=60)

    def stop(self) -> None:
        """It answers nobody any more."""
        if sys.platform != "win32":
            self._process.send_signal(signal.SIGSTOP)

    def go_on(self) -> None:
        if sys.platform != "win32":
            self._process.send_signal(signal.SIGCONT)

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()

    def close(self) -> None:
        self.kill()
        shutil.rmtree(self.folder, ignore_errors=True)


def likeness(heard: Samples, played: Samples) -> float:
    """The correlation, 0..1, of `played` with the place in `heard` that is most like it."""
    if len(heard) < len(played):
        return 0.0
    size = len(heard) + len(played)
    spectrum = np.fft.rfft(heard, size) * np.conj(np.fft.rfft(played, size))
    place = int(np.argmax(np.fft.irfft(spectrum, size)[: len(heard) - len(played) + 1]))
    part = heard[place : place + len(played)].astype(np.float64)
    product = float(np.dot(part, played))
    return product / max(float(np.linalg.norm(part) * np.linalg.norm(played)), 1e-12)
