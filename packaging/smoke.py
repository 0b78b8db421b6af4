"""Tries out what was built, as a user would: keys, a voice, a foreign window, files, and its end.

    python packaging/smoke.py [--root DIR] [--weights DIR] [--starts 5] PROGRAM

Problem: a bundle lacks a file that only one of its processes asks for, and only on a computer without Python.
Rules: it opens a virtual desktop of its own. PROGRAM gets a home of its own and nothing of the environment
    that this script runs in; with --root it runs inside that folder, a Debian of its own (needs the rights of
    root), and sees of the outside the desktop's sockets alone. Every hidden command must have been seen at
    work, a process each. All is judged by what a user gets: words in a foreign window, lines on the output.
Failure: exit status 1 and the first thing that did not happen; the program's log is printed.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import Final

HERE: Final = Path(__file__).resolve().parent
ROOT: Final = HERE.parent
sys.path.insert(0, str(ROOT))

from smoke_desk import Failed, Foreign  # noqa: E402
from smoke_program import Started, Surroundings  # noqa: E402

from app.adapters.own_process import (  # noqa: E402  the script finds the project only now
    BENCH_MODEL,
    DECODE_SOUND,
    DRAW_STRIP,
    KEEP_CLIPBOARD,
    PROVE_COMPUTE,
    SPEECH_ENGINE,
    TRANSCRIBE_FILES,
)
from app.domain.word_errors import word_errors  # noqa: E402

FIRST, SECOND, FILE = "s02", "s05", "s08"
"""Clips of the tests' data: what is dictated before and after the kill, and what is transcribed as a file."""

WORST_PER_CENT: Final = 25.0
"""Word errors that a small model may make of a clear sentence, and a broken program does not stay below."""

SETTINGS: Final = '[enhancement]\nenabled = false\n[speech]\napart = "always"\nlanguage = "en"\n'
EXPECTED: Final = {
    SPEECH_ENGINE,
    TRANSCRIBE_FILES,
    DECODE_SOUND,
    DRAW_STRIP,
    BENCH_MODEL,
    KEEP_CLIPBOARD,
    PROVE_COMPUTE,
}
HELD: Final = "held across the end"


class Smoke:
    """One try of a program on a desktop that is there."""

    def __init__(self, around: Surroundings, weights: Path | None, starts: int) -> None:
        self._around = around
        self._weights = weights
        self._starts = starts

    def run(self) -> None:
        """All of it, in order. Raises Failed with the first thing that did not happen."""
        self.step("says its version", self.version)
        if self._weights:
            self.step("gets a model from a folder", self.get_model)
        self.step(f"starts {self._starts} times", self.start_times)
        with self._around.started() as program, Foreign() as window:
            program.wait_until_ready()
            self.step("dictates into a foreign window", lambda: self.dictate(program, window, FIRST))
            self.step("lives on when its engine is killed", lambda: self.kill_engine(program))
            self.step("dictates again", lambda: self.dictate(program, window, SECOND))
            self.step("transcribes a file", self.transcribe)
            self.step("examines itself", self.doctor)
            self.step("quits", program.quit)
        self.step("keeps the clipboard beyond its end", self.keep_clipboard)
        self.step("draws the strip for Wayland", self.draw_strip)
        self.step("tries a way of computing", self.prove)
        self.step("measures a model", self.measure)
        self.see_all_commands()

    def step(self, name: str, action: Callable[[], str | None]) -> None:
        print(f"  {name} ...", end=" ", flush=True)
        print(action() or "yes", flush=True)

    def version(self) -> str:
        said = self._around.output("--version")
        if not said.startswith("sayso "):
            raise Failed(f"--version said “{said.strip()}”")
        return said.strip()

    def get_model(self) -> None:
        """As a user without a network does."""
        assert self._weights
        self._around.output("models", "get", "base", "--from", str(self._around.lend(self._weights)))

    def start_times(self) -> str:
        """From the start of the process to its window on the screen."""
        took = []
        for _ in range(self._starts):
            with self._around.started() as program:
                took.append(program.seconds_to_window())
                program.wait_until_ready()  # an end in the middle of its start is another matter
                program.quit()
        return f"{median(took):.2f} s in the median ({', '.join(f'{one:.2f}' for one in took)})"

    def dictate(self, program: Started, window: Foreign, clip: str) -> str:
        """Hold the key, speak, let go: the words are in the foreign window."""
        window.clear()
        program.hold_key()
        self._around.play(clip)
        program.release_key()
        return self.judged(clip, window.wait_for_words(self._around.reference(clip)))

    def kill_engine(self, program: Started) -> str:
        """SIGKILL, as the system does when memory is short."""
        number = program.kill_child(SPEECH_ENGINE)
        return f"process {number}"

    def transcribe(self) -> str:
        sound = self._around.lend(self._around.clip(FILE))
        return self.judged(FILE, self._around.output("transcribe", "--language", "en", str(sound)))

    def judged(self, clip: str, heard: str) -> str:
        errors = word_errors(self._around.reference(clip), heard).percent
        if errors is None or errors > WORST_PER_CENT:
            raise Failed(f"of {clip} it wrote: {heard!r}")
        return f"{errors:.0f} % word errors"

    def doctor(self) -> str:
        lines = self._around.output("doctor").splitlines()
        if not lines:
            raise Failed("doctor said nothing")
        return f"{len(lines)} lines"

    def keep_clipboard(self) -> None:
        self._around.hold_clipboard(KEEP_CLIPBOARD, HELD)

    def draw_strip(self) -> None:
        self._around.show_strip(DRAW_STRIP)

    def prove(self) -> None:
        self._around.ask_what_computes(PROVE_COMPUTE)

    def measure(self) -> str:
        reference = self._around.reference(FILE)
        sound = str(self._around.lend(self._around.clip(FILE)))
        said = self._around.output(
            "bench", "--model", "base", "--no-clean-up", "--file", sound, "--reference", reference
        )
        if "base" not in said:
            raise Failed(f"bench said: {said}")
        return "yes"

    def see_all_commands(self) -> None:
        """Each hidden command was at work in a process of the program's own."""
        seen = self._around.seen()
        if missing := sorted(EXPECTED - seen):
            raise Failed(f"never at work: {', '.join(missing)}")
        print(f"  processes seen: {', '.join(sorted(seen))}")


def size_of(program: Path) -> str:
    """What the bundle takes on the disk; empty for what is none."""
    folder = program.resolve().parent
    if not (folder / "_internal").is_dir():
        return ""
    files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    return f"{sum(path.stat().st_size for path in files) / 1e6:.0f} MB in {len(files)} files"


def on_a_desktop(arguments: Sequence[str]) -> int:
    """Run this script again, on a virtual desktop."""
    desktop = ROOT / "tests" / "desktop" / "virtual-desktop.sh"
    command = ["bash", str(desktop), sys.executable, str(Path(__file__).resolve()), *arguments]
    return subprocess.run(command, check=False, env={**os.environ, "VD_PRIVATE_HOME": "1"}).returncode


def main() -> int:
    parser = argparse.ArgumentParser(description="Tries out a built Sayso.")
    parser.add_argument(
        "program", nargs="+", metavar="PROGRAM", help="the program, by its path inside --root"
    )
    parser.add_argument("--root", type=Path, default=None, help="a root folder to run it in, by chroot")
    parser.add_argument("--weights", type=Path, default=None, help="a model's folder, where none is inside")
    parser.add_argument("--starts", type=int, default=5, help="how often to measure the start (%(default)s)")
    parser.add_argument("--modules", type=Path, default=None, help="write there what a Python imports")
    options = parser.parse_args()
    if "VD_MIC_SINK" not in os.environ:
        return on_a_desktop(sys.argv[1:])
    inside = (options.root or Path("/")) / options.program[0].lstrip("/")
    print(f"{' '.join(options.program)}: {size_of(inside) or 'no bundle'}")
    folder = Path(tempfile.mkdtemp(dir=os.environ["VD_DIR"]))  # a short path: a socket's must be short
    with Surroundings(
        options.program, folder, SETTINGS, root=options.root, modules=options.modules
    ) as around:
        try:
            Smoke(around, options.weights, options.starts).run()
        except Failed as reason:
            print(f"no\n{around.log()}\n{around.errors()}\nsmoke: {reason}", file=sys.stderr)
            return 1
    print("smoke: all of it works")
    return 0


if __name__ == "__main__":
    sys.exit(main())
