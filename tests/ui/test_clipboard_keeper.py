"""What is handed to the process that keeps the clipboard; the process itself comes in tests/desktop."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.clipboard import Kept, Mode, QtClipboard, Snapshot
from app.ui.clipboard_keeper import hand_over, pack, unpack


def test_every_byte_arrives() -> None:
    held = Snapshot(
        {
            Mode.Clipboard: Kept({"image/png": bytes(range(256)), "text/plain": "ä 🙂".encode()}),
            Mode.Selection: Kept({"text/plain": b""}),
        }
    )
    assert unpack(pack(held)) == held


def test_where_the_system_itself_keeps_it_nothing_is_left_behind(qtbot: QtBot) -> None:
    clipboard = QtClipboard(QApplication.clipboard())
    clipboard.copy("words")
    left: list[bytes] = []
    hand_over(clipboard, left.append)
    assert left == []
    QApplication.clipboard().clear()
