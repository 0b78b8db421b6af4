"""A clipboard manager: reads every new clipboard at once, as Klipper and its like do.

    python clipboard_manager.py [--owns-selection] [--late-ms N]

`--owns-selection` makes it the owner of CLIPBOARD_MANAGER, by which such programs can be recognised, and
has it save what is on the clipboard when a program that ends asks for that (SAVE_TARGETS);
`--late-ms` makes it read that long after the news. Prints a line of JSON for each thing: "ready" first, then
the formats and the text of each clipboard it read.
"""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any

import xcffib
import xcffib.xproto
from PySide6.QtCore import QMimeData, QSocketNotifier, QTimer
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication

NOBODY = 0
"""The owner of a selection that nobody has."""

QUESTIONS = {"TARGETS", "MULTIPLE", "TIMESTAMP", "SAVE_TARGETS"}
"""What Qt lists beside the contents."""


class ManagerSelection:
    """Owns CLIPBOARD_MANAGER, and saves the clipboard of whoever asks for it."""

    def __init__(self, clipboard: QClipboard) -> None:
        library: Any = xcffib  # generated, without types
        self._clipboard = clipboard
        self._library = library
        self._connection = library.connect()
        core = self._connection.core
        atom = self._atom("CLIPBOARD_MANAGER")
        self._clipboard_atom = self._atom("CLIPBOARD")
        window = self._connection.generate_id()
        root = self._connection.get_setup().roots[0].root
        core.CreateWindow(0, window, root, -1, -1, 1, 1, 0, 2, 0, 0, [])
        core.SetSelectionOwner(window, atom, 0)
        self._connection.flush()
        assert core.GetSelectionOwner(atom).reply().owner == window
        self._notifier = QSocketNotifier(self._connection.get_file_descriptor(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._hear)

    def _atom(self, name: str) -> int:
        return int(self._connection.core.InternAtom(False, len(name), name).reply().atom)

    def _hear(self) -> None:
        while (event := self._connection.poll_for_event()) is not None:
            if isinstance(event, self._library.xproto.SelectionRequestEvent):
                self._save()
                answer = self._library.xproto.SelectionNotifyEvent.synthetic(
                    event.time, event.requestor, event.selection, event.target, event.property
                )
                self._connection.core.SendEvent(False, event.requestor, 0, answer.pack())
                self._connection.flush()

    def _save(self) -> None:
        there = self._clipboard.mimeData()
        kept = {name: there.data(name) for name in there.formats() if name not in QUESTIONS}
        giver = self._owner()
        # The X server refuses whoever has not heard yet that the clipboard changed hands; Qt hears that by
        # another connection than this request came by.
        while self._owner() in (giver, NOBODY):
            QApplication.processEvents()
            saved = QMimeData()
            for name, data in kept.items():
                saved.setData(name, data)
            self._clipboard.setMimeData(saved)
        print(json.dumps("saved"), flush=True)

    def _owner(self) -> int:
        """The window that has the clipboard."""
        return int(self._connection.core.GetSelectionOwner(self._clipboard_atom).reply().owner)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--owns-selection", action="store_true")
    parser.add_argument("--late-ms", type=int, default=0)
    arguments = parser.parse_args()
    app = QApplication(sys.argv[:1])
    clipboard = app.clipboard()
    selection = ManagerSelection(clipboard) if arguments.owns_selection else None

    def read() -> None:
        data = clipboard.mimeData()
        print(json.dumps({"formats": data.formats(), "text": data.text()}), flush=True)

    clipboard.dataChanged.connect(lambda: QTimer.singleShot(arguments.late_ms, read))
    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(lambda *_: app.quit())
    print(json.dumps("ready"), flush=True)
    app.exec()
    del selection


if __name__ == "__main__":
    main()
