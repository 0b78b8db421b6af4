"""A clipboard manager: reads every new clipboard at once, as Klipper and its like do.

    python clipboard_manager.py [--owns-selection] [--late-ms N]

`--owns-selection` makes it the owner of CLIPBOARD_MANAGER, by which such programs can be recognised;
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
from PySide6.QtCore import QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication


def own_manager_selection() -> object:
    """Own CLIPBOARD_MANAGER for as long as the connection lives."""
    library: Any = xcffib  # generated, without types
    connection = library.connect()
    core = connection.core
    name = "CLIPBOARD_MANAGER"
    atom = core.InternAtom(False, len(name), name).reply().atom
    window = connection.generate_id()
    root = connection.get_setup().roots[0].root
    core.CreateWindow(0, window, root, -1, -1, 1, 1, 0, 2, 0, 0, [])
    core.SetSelectionOwner(window, atom, 0)
    connection.flush()
    assert core.GetSelectionOwner(atom).reply().owner == window
    kept: object = connection
    return kept


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--owns-selection", action="store_true")
    parser.add_argument("--late-ms", type=int, default=0)
    arguments = parser.parse_args()
    app = QApplication(sys.argv[:1])
    clipboard = app.clipboard()
    connection = own_manager_selection() if arguments.owns_selection else None

    def read() -> None:
        data = clipboard.mimeData()
        print(json.dumps({"formats": data.formats(), "text": data.text()}), flush=True)

    clipboard.dataChanged.connect(lambda: QTimer.singleShot(arguments.late_ms, read))
    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(lambda *_: app.quit())
    print(json.dumps("ready"), flush=True)
    app.exec()
    del connection


if __name__ == "__main__":
    main()
