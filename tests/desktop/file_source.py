"""A foreign program that files are dragged from and to, as a file manager: run as a process of its own.

    python file_source.py [--title T] [--place X,Y]

Answers commands on stdin, each a list in a line of JSON, with one line of JSON: `carry PATH…` (what the next
drag from its window carries, under all three actions, moving first), `ended` (the action that the last drag
ended with, empty while it goes on), `taken` (text, files and proposed action of every
drop on it), `middle` (of its window, on
the screen).
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator

from PySide6.QtCore import QMimeData, QSocketNotifier, Qt, QUrl
from PySide6.QtGui import QDrag, QDragEnterEvent, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel

ACTIONS = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction | Qt.DropAction.LinkAction


class Window(QLabel):
    """Files lie in it."""

    def __init__(self, title: str) -> None:
        super().__init__("Files")
        self.paths: list[str] = []
        self.taken: list[dict[str, object]] = []
        self.ended = ""
        self.setWindowTitle(title)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAcceptDrops(True)
        self.resize(240, 160)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self.paths or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(path) for path in self.paths])
        self.paths = []
        drag = QDrag(self)
        drag.setMimeData(data)
        self.ended = drag.exec(ACTIONS, Qt.DropAction.MoveAction).name or ""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        data = event.mimeData()
        files = [url.toLocalFile() for url in data.urls()]
        text = data.text() if data.hasFormat("text/plain") else ""
        self.taken.append({"text": text, "files": files, "proposed": event.proposedAction().name})
        event.acceptProposedAction()

    def answer(self, command: list[str]) -> object:
        match command:
            case ["carry", *paths]:
                self.paths, self.ended = list(paths), ""
                return len(paths)
            case ["ended"]:
                return self.ended
            case ["taken"]:
                return self.taken
            case ["middle"]:
                middle = self.mapToGlobal(self.rect().center())
                return [middle.x(), middle.y()]
            case _:
                raise ValueError(command)


class Commands:
    """What has come on standard input, line by line."""

    def __init__(self) -> None:
        self._rest = b""

    def read(self) -> Iterator[list[str]]:
        """Whole lines; an end of input is the command to end."""
        data = os.read(sys.stdin.fileno(), 65536)
        *lines, self._rest = (self._rest + data).split(b"\n")
        for line in lines:
            yield json.loads(line)
        if not data:
            yield ["quit"]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--title", default="Folder")
    parser.add_argument("--place", default="900,60")
    arguments = parser.parse_args()
    application = QApplication([arguments.title])
    window = Window(arguments.title)
    window.move(*map(int, arguments.place.split(",")))
    window.show()
    commands = Commands()

    def read() -> None:
        for command in commands.read():
            if command == ["quit"]:
                application.quit()
            else:
                print(json.dumps(window.answer(command)), flush=True)

    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(lambda *_: read())
    print(json.dumps("shown"), flush=True)
    application.exec()


if __name__ == "__main__":
    main()
