"""A foreign program: one text window, run as a process of its own, that can be told to be slow.

    python foreign_window.py [--toolkit qt|tk] [--busy-ms N] [--title T]

Answers commands on stdin, one a line, with one line of JSON each: `text`, `keys` (all presses it received),
`clear`, `focus` (whether it has it). `--busy-ms` makes it do nothing for that long when a paste begins,
before it looks at the clipboard.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections.abc import Callable
from typing import Any


def answer(value: object) -> None:
    print(json.dumps(value), flush=True)


def run_qt(title: str, busy: float) -> None:
    from PySide6.QtCore import QSocketNotifier
    from PySide6.QtGui import QKeyEvent, QKeySequence
    from PySide6.QtWidgets import QApplication, QPlainTextEdit

    class Window(QPlainTextEdit):
        def __init__(self) -> None:
            super().__init__()
            self.keys: list[str] = []

        def keyPressEvent(self, event: QKeyEvent) -> None:
            self.keys.append(QKeySequence(event.keyCombination()).toString() or event.text())
            if event.matches(QKeySequence.StandardKey.Paste):
                time.sleep(busy)
            super().keyPressEvent(event)

    app = QApplication([title])
    window = Window()
    window.setWindowTitle(title)
    window.resize(300, 200)
    window.show()

    def read() -> None:
        for command in commands():
            match command:
                case "text":
                    answer(window.toPlainText())
                case "keys":
                    answer(window.keys)
                case "clear":
                    window.clear()
                    answer(True)
                case "focus":
                    answer(window.hasFocus())
                case _:
                    app.quit()

    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(lambda *_: read())
    answer(int(window.winId()))
    app.exec()


def run_tk(title: str, busy: float) -> None:
    import tkinter

    root = tkinter.Tk(className=title)
    root.title(title)
    text = tkinter.Text(root, width=30, height=10)
    text.pack()
    text.focus_set()
    keys: list[str] = []
    text.bind("<KeyPress>", lambda event: keys.append(event.keysym))
    text.bind("<<Paste>>", lambda event: time.sleep(busy))

    def read(*_: object) -> None:
        answers: dict[str, Callable[[], object]] = {
            "text": lambda: text.get("1.0", "end-1c"),
            "keys": lambda: keys,
            "clear": lambda: text.replace("1.0", "end", ""),
            "focus": lambda: root.focus_get() is text,
        }
        for command in commands():
            if command in answers:
                answer(answers[command]())
            else:
                root.destroy()

    tk: Any = root.tk  # has no such method on every system
    tk.createfilehandler(sys.stdin, tkinter.READABLE, read)
    root.update()
    answer(root.winfo_id())
    root.mainloop()


def commands() -> list[str]:
    """The commands that have come; an end of input is the command to end."""
    data = os.read(sys.stdin.fileno(), 4096).decode()
    return data.split() if data else ["quit"]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--toolkit", choices=["qt", "tk"], default="qt")
    parser.add_argument("--busy-ms", type=int, default=0)
    parser.add_argument("--title", default="Foreign")
    arguments = parser.parse_args()
    run = run_qt if arguments.toolkit == "qt" else run_tk
    run(arguments.title, arguments.busy_ms / 1000)


if __name__ == "__main__":
    main()
