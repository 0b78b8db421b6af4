"""A built Sayso as smoke.py holds it: started with nothing of this environment, asked, spoken to, ended.

Rules: it is driven from outside, by keys of the X server, a voice in the virtual microphone and its own
    commands; every wait has an end. What it runs in is undone when it ends: mounts, processes.
Failure mode: raises Failed, with what was waited for.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import time
from base64 import b64encode
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Final, cast

from smoke_desk import PATIENCE, Failed, ProcessWatch, parent_of, processes, wait_for, window_named

from app.adapters.compute_proof import Ask, Question, write_question
from app.adapters.engine_messages import send, to_plain
from app.domain.overlay_look import OverlayDress, OverlayLook
from app.domain.overlay_place import Place

HERE: Final = Path(__file__).resolve().parent
DATA: Final = HERE.parent / "tests" / "data"
KEY: Final = "F9"
ASK_SECONDS: Final = 0.2
"""Between two questions to the program: each is a process."""

GRACE_SECONDS: Final = 0.2
"""Between two presses: a release within this may be a flicker of the key."""

PASSED_ON: Final = (
    "DISPLAY",
    "XDG_RUNTIME_DIR",
    "DBUS_SESSION_BUS_ADDRESS",
    "PULSE_SERVER",
    "PULSE_COOKIE",
    "ALSA_CONFIG_PATH",
)
"""What a desktop session tells its programs."""

LIMIT_OF_TRIAL: Final = 60.0
STRIP: Final = "Sayso dictates"
"""The name of the strip's window."""


class Surroundings:
    """What a program runs in, from `with` to its end.

    Args:
        program: its path and what stands before its arguments; inside `root`, if that is given.
        folder: for all that it writes. Below `root` it has the same path.
        settings: the text of its settings file.
        root: the folder that it takes for the whole disk.
        modules: where a Python that runs it writes down what it imports.
    """

    def __init__(
        self,
        program: Sequence[str],
        folder: Path,
        settings: str,
        *,
        root: Path | None = None,
        modules: Path | None = None,
    ) -> None:
        self._program = tuple(program)
        self.folder = folder
        self.home = folder / "s"
        self._root = root
        self._modules = modules
        self._stack = ExitStack()
        self._watch = ProcessWatch(self._name_of_program())
        self._errors = folder / "errors"
        (self.home / "config").mkdir(parents=True)
        (self.home / "config" / "settings.toml").write_text(settings, encoding="utf-8")

    def __enter__(self) -> Surroundings:
        if self._root:
            shared = Path(os.environ["VD_DIR"])
            for place in (Path("/proc"), Path("/dev"), Path("/tmp/.X11-unix"), shared):
                self._mount(place, self._root / place.relative_to("/"))
        self._stack.enter_context(self._watch)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def _mount(self, place: Path, inside: Path) -> None:
        inside.mkdir(parents=True, exist_ok=True)
        subprocess.run(["mount", "--bind", str(place), str(inside)], check=True)
        # Lazily: whatever still has a file open in there goes with the desktop.
        self._stack.callback(subprocess.run, ["umount", "--lazy", str(inside)], check=False)

    def _name_of_program(self) -> str:
        return Path(self._program[0]).name

    # --- running it ---

    def command(self, *arguments: str) -> list[str]:
        """What runs the program with these arguments, and with nothing of this environment."""
        environment = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
        environment |= {
            "HOME": str(self.folder),
            "SAYSO_HOME": str(self.home),
            "LANG": "C.UTF-8",
            "PATH": "/usr/bin:/bin",
            # Whatever asks a hub for a model asks nobody.
            "HF_ENDPOINT": "http://127.0.0.1:9",
        }
        if self._modules:
            environment |= {"PYTHONPATH": str(HERE / "recorder"), "SAYSO_MODULES": str(self._modules)}
        inside = ["chroot", str(self._root)] if self._root else []
        clean = ["/usr/bin/env", "-i", *(f"{name}={value}" for name, value in environment.items())]
        return [*inside, *clean, *self._program, *arguments]

    def output(self, *arguments: str) -> str:
        """What the program writes with these arguments. Raises Failed where it ends with another status."""
        done = subprocess.run(
            self.command(*arguments),
            capture_output=True,
            stdin=subprocess.DEVNULL,
            text=True,
            check=False,
            timeout=4 * PATIENCE,
            cwd="/",
        )
        if done.returncode:
            raise Failed(f"{arguments[0]}: status {done.returncode}\n{done.stdout}{done.stderr}")
        return done.stdout

    def started(self) -> Started:
        """The program with its window; use it in a `with`."""
        return Started(self)

    def open_errors(self) -> int:
        """A descriptor that is appended to."""
        return os.open(self._errors, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def log(self) -> str:
        """The program's own log."""
        path = self.home / "log" / "sayso.log"
        return path.read_text(encoding="utf-8") if path.exists() else ""

    def errors(self) -> str:
        """What the program wrote where errors go."""
        return self._errors.read_text(encoding="utf-8", errors="replace") if self._errors.exists() else ""

    def seen(self) -> set[str]:
        """The hidden commands that were at work."""
        return self._watch.seen

    # --- what it is given ---

    def lend(self, source: Path) -> Path:
        """A copy of a file or folder, where the program sees it."""
        target = self.folder / source.name
        if not target.exists():
            (shutil.copytree if source.is_dir() else shutil.copy)(source, target)
        return target

    def clip(self, name: str) -> Path:
        return DATA / f"{name}.flac"

    def reference(self, name: str) -> str:
        """What is said in a clip."""
        rows = map(json.loads, (DATA / "manifest.jsonl").read_text(encoding="utf-8").splitlines())
        return next(str(row["reference"]) for row in rows if row["file"] == f"{name}.flac")

    def play(self, name: str) -> None:
        """Into the virtual microphone, to its end."""
        subprocess.run(["paplay", "-d", os.environ["VD_MIC_SINK"], str(self.clip(name))], check=True)

    # --- single hidden commands ---

    def hold_clipboard(self, word: str, text: str) -> None:
        """Have `text` held, and see that other programs get it."""
        task = {"clipboard": {"text/plain": b64encode(text.encode()).decode()}}
        with subprocess.Popen(
            self.command(word), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.open_errors()
        ) as keeper:
            assert keeper.stdin
            assert keeper.stdout
            keeper.stdin.write(json.dumps(task).encode())
            keeper.stdin.close()
            first = keeper.stdout.readline()
            wait_for("the keeper is seen", lambda: word in self.seen())
            pasted = subprocess.run(
                ["xclip", "-selection", "clipboard", "-t", "UTF8_STRING", "-o"],
                capture_output=True,
                text=True,
                check=False,
            ).stdout
            keeper.kill()
        if first.strip() != b"held" or pasted != text:
            raise Failed(f"{word} said {first!r} and held {pasted!r}")

    def show_strip(self, word: str) -> None:
        """Have it draw the strip of a dictation, see that, and let it end."""
        dress = OverlayDress(is_dark=False, has_motion=False, is_right_to_left=False)
        look = OverlayLook(mark="listening", settled="So it is", has_level=True)
        with subprocess.Popen(
            self.command(word), stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=self.open_errors()
        ) as strip:
            assert strip.stdin
            pipe = cast(BinaryIO, strip.stdin)
            send(pipe, {"dress": to_plain(dress)})
            send(pipe, {"look": to_plain(look), "place": to_plain(Place(0.5, 0.0))})
            wait_for("the strip", lambda: window_named(STRIP))
            wait_for("its process is seen", lambda: word in self.seen())
            strip.stdin.close()
            if status := strip.wait(PATIENCE):
                raise Failed(f"{word} ended with status {status}")

    def ask_what_computes(self, word: str) -> None:
        """Have it answer which ways of computing there are."""
        with subprocess.Popen(
            self.command(word), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.open_errors()
        ) as trial:
            assert trial.stdin
            assert trial.stdout
            trial.stdin.write(write_question(Question(Ask.OFFERS, LIMIT_OF_TRIAL)))
            trial.stdin.flush()
            wait_for("the trial is seen", lambda: word in self.seen())
            answer = trial.stdout.read()
        if b"int8" not in answer:
            raise Failed(f"{word} answered {answer!r}")


class Started:
    """The program with its window, until the end of the block."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._errors = around.open_errors()
        self._began = time.monotonic()
        self._process = subprocess.Popen(
            around.command(), stdin=subprocess.DEVNULL, stdout=self._errors, stderr=self._errors, cwd="/"
        )

    def __enter__(self) -> Started:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()
        os.close(self._errors)

    def seconds_to_window(self) -> float:
        """From the start of the process until its window is on the screen."""
        wait_for("the window", lambda: self._is_alive() and window_named("Sayso"))
        return time.monotonic() - self._began

    def wait_until_ready(self) -> None:
        """The model is loaded and the key is heard."""
        wait_for("ready", lambda: "ready" in (status := self.status()) and " by " in status)

    def status(self) -> str:
        """Its own line on what it is doing."""
        self._is_alive()
        time.sleep(ASK_SECONDS)
        done = subprocess.run(
            self._around.command("status"), capture_output=True, text=True, check=False, cwd="/"
        )
        return done.stdout

    def _is_alive(self) -> bool:
        if self._process.poll() is not None:
            raise Failed(f"it ended with status {self._process.returncode}")
        return True

    def hold_key(self) -> None:
        """Until it listens."""
        time.sleep(GRACE_SECONDS)
        subprocess.run(["xdotool", "keydown", KEY], check=True)
        wait_for("listening", lambda: self.status().startswith("listening"))

    def release_key(self) -> None:
        subprocess.run(["xdotool", "keyup", KEY], check=True)

    def kill_child(self, word: str) -> int:
        """SIGKILL for the process of that hidden command; its number."""
        wait_for("idle", lambda: self.status().startswith("idle"))
        numbers = [number for number, parts in processes() if word.encode() in parts]
        numbers = [number for number in numbers if parent_of(number) == self._process.pid]
        if len(numbers) != 1:
            raise Failed(f"{len(numbers)} processes of {word} in place of one")
        os.kill(numbers[0], signal.SIGKILL)
        return numbers[0]

    def quit(self) -> None:
        """As a session does that ends. Raises Failed where it ends with a complaint."""
        self._process.terminate()
        try:
            status = self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired as error:
            raise Failed("it does not quit") from error
        if status or "Traceback" in self._around.log():
            raise Failed(f"it quit with status {status}")
