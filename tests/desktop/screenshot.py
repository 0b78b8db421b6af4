"""Makes the README's pictures: starts Sayso on the virtual desktop, dictates, and photographs its window.

    VD_PRIVATE_HOME=1 bash tests/desktop/virtual-desktop.sh \
        python -m tests.desktop.screenshot [--dictation FILE.png [--models FILE.png]] [--clips CLIP…]
            [--files FILE.png FILE.png] [--uses FILE.png FILE.png FILE.png FILE.png]

The text is cleaned up by the small real model of the stand-in for Ollama (packaging/no-deps.txt), so that the
picture shows the spoken and the enhanced text as two tabs. Another picture is of the models page, with the
model in use and one that is loaded ahead; what it says of the computer it was taken on is scrolled away.
`--files` names those of the list of files and of a transcript (`tests.desktop.screenshot_files`), `--uses`
those of the strip, the history, the guide and the settings in Hebrew (`tests.desktop.screenshot_uses`).
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.history import Judgement
from app.domain.remote import Command
from tests.desktop.foreign import ForeignWindow
from tests.desktop.photograph import photograph
from tests.desktop.sayso_program import SaysoProgram, speak
from tests.desktop.screenshot_files import take_pictures
from tests.desktop.screenshot_uses import UsesPictured
from tests.ollama_standin.process import StandInProcess, missing

PATIENCE_MS = 60_000
LONG_PATIENCE_MS = 600_000
"""For a long file to be on its way."""
SETTLE_MS = 1_000
LOOK_MS = 4_000
"""For the models page to look at the computer: until it has, it grows."""
CLIPS = ("s22", "medium")
"""A clip of tests/data each, spoken one after the other."""

AHEAD = '[models]\npreload = ["tiny.en"]\n'
MODELS_KEY = "ctrl+4"
WHEEL_DOWN = "5"
"""The button that a turn of the wheel is to X."""
TURNS = 5
"""So many bring the list of models up to the top."""


class Loop:
    """Lets Qt's event loop run until something holds."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE_MS) -> None:
        end = time.monotonic() + timeout / 1000
        while not callback():
            if time.monotonic() > end:
                raise SystemExit("what the picture waits for did not come")
            QTest.qWait(20)

    def wait(self, condition: Callable[[], object]) -> None:
        self.waitUntil(lambda: bool(condition()))

    def wait_long(self, condition: Callable[[], object]) -> None:
        self.waitUntil(lambda: bool(condition()), timeout=LONG_PATIENCE_MS)


def main(options: argparse.Namespace) -> None:
    """Take the pictures that are asked for."""
    if reason := missing():
        raise SystemExit(f"the clean-up {reason}")
    application = QApplication(sys.argv[:1])
    loop = Loop()
    if options.dictation:
        _take_dictation(loop, options.dictation, options.models, options.clips)
    if options.files:
        _save_all(take_pictures(application, loop.wait_long), options.files)
    if options.uses:
        uses = UsesPictured(application, loop, loop.wait)
        _save_all((*uses.dictating(), uses.guide(), uses.hebrew()), options.uses)


def _take_dictation(loop: Loop, file: Path, models: Path | None, clips: Sequence[str]) -> None:
    """Dictate `clips` into another window and save the picture of Sayso's, and of its `models` page."""
    wait = loop.wait
    ollama = StandInProcess()
    try:
        with tempfile.TemporaryDirectory(prefix="sayso.") as home:
            sayso = SaysoProgram(Path(home), wait, f"{ollama.settings}\n{AHEAD}")
            try:
                _dictate(sayso, loop, wait, clips)
                _save(photograph("Sayso"), file)
                if models is not None:
                    _turn_to_models()
                    _save(photograph("Sayso"), models)
            finally:
                sayso.close()
    finally:
        ollama.end()


def _save(picture: QImage, file: Path) -> None:
    if not picture.save(str(file)):
        raise SystemExit(f"cannot write {file}")


def _save_all(pictures: Iterable[QImage], files: Sequence[Path]) -> None:
    for picture, file in zip(pictures, files, strict=True):
        _save(picture, file)


def _turn_to_models() -> None:
    """Sayso's window is in front, and has the keyboard."""
    _xdotool("key", MODELS_KEY)
    QTest.qWait(LOOK_MS)
    focused = subprocess.run(["xdotool", "getwindowfocus"], capture_output=True, text=True, check=True)
    # Over the page, and over none of its buttons.
    _xdotool("mousemove", "--window", focused.stdout.strip(), "300", "280")
    _xdotool("click", "--repeat", str(TURNS), "--delay", "50", WHEEL_DOWN)
    QTest.qWait(SETTLE_MS)


def _xdotool(*arguments: str) -> None:
    subprocess.run(["xdotool", *arguments], check=True)


def _dictate(
    sayso: SaysoProgram, loop: Loop, wait: Callable[[Callable[[], object]], None], clips: Sequence[str]
) -> None:
    """Until the clean-up of `clips` is at the cursor, and Sayso's window in front."""
    sayso.wait_until_ready()
    editor = ForeignWindow(loop, title="Letter")
    editor.wait()
    wait(editor.has_focus)
    sayso.ask(Command.START)
    sayso.wait_for("listening")
    for clip in clips:
        speak(clip, wait)
    sayso.ask(Command.STOP)
    wait(lambda: editor.text)
    sayso.wait_for("idle")
    editor.close()
    (entry,) = sayso.history()
    made = entry.enhancement
    print(f"spoken:   {entry.spoken}\nenhanced: {made and made.answer}")
    if made is None or made.judgement is not Judgement.ACCEPTED or made.text == entry.spoken:
        raise SystemExit("there is no enhanced text that differs, and was used: speak other clips")
    sayso.ask(Command.SHOW)
    QTest.qWait(SETTLE_MS)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--dictation", type=Path, metavar="FILE.png")
    parser.add_argument("--models", type=Path, metavar="FILE.png")
    parser.add_argument("--clips", nargs="+", default=CLIPS, metavar="CLIP")
    parser.add_argument("--files", type=Path, nargs=2, default=(), metavar="FILE.png")
    parser.add_argument("--uses", type=Path, nargs=4, default=(), metavar="FILE.png")
    main(parser.parse_args())
