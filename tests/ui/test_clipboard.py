"""The clipboard by Qt: what is kept, lent and given back. Other programs come in tests/desktop."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui import clipboard
from app.ui.clipboard import Kept, Mode, QtClipboard, Snapshot, marks


class System:
    """A system with a manager, and with owners that hang."""

    def __init__(self, *, manager: bool = False, answers: bool = True) -> None:
        self.manager = manager
        self.answers = answers
        self.concealed = 0

    def has_manager(self) -> bool:
        return self.manager

    def owner_answers(self, primary: bool, within: float) -> bool:
        return self.answers

    def conceal(self) -> None:
        self.concealed += 1


@pytest.fixture
def lent(qtbot: QtBot) -> Iterator[QtClipboard]:
    yield QtClipboard(QApplication.clipboard())
    QApplication.clipboard().clear()


def ask() -> str:
    return QApplication.clipboard().text()


def test_every_format_is_given_back_byte_for_byte(lent: QtClipboard) -> None:
    before = {
        "text/plain": "ä 🙂".encode(),
        "text/html": b"<b>\xc3\xa4</b>",
        "text/uri-list": b"file:///tmp/a%20b\r\n",
        "image/png": b"\x89PNG\r\n\x1a\n\x00\xff",
        "application/x-something": bytes(range(256)),
    }
    data = QMimeData()
    for name, value in before.items():
        data.setData(name, value)
    QApplication.clipboard().setMimeData(data)
    kept = lent.snapshot()
    lent.offer("words", primary=False, concealed=True, on_request=lambda: None)
    assert ask() == "words"
    lent.restore(kept)
    after = QApplication.clipboard().mimeData()
    assert {name: after.data(name).data() for name in before} == before


def test_an_image_without_bytes_of_its_own_is_given_back(lent: QtClipboard) -> None:
    image = QImage(3, 2, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    QApplication.clipboard().setImage(image)
    kept = lent.snapshot()
    lent.offer("words", primary=False, concealed=True, on_request=lambda: None)
    lent.restore(kept)
    assert QApplication.clipboard().image().convertToFormat(image.format()) == image


def test_an_empty_clipboard_is_empty_again(lent: QtClipboard) -> None:
    QApplication.clipboard().clear()
    kept = lent.snapshot()
    lent.offer("words", primary=False, concealed=True, on_request=lambda: None)
    lent.restore(kept)
    assert ask() == ""


def test_requests_for_the_text_are_told_and_others_are_not(lent: QtClipboard) -> None:
    asked: list[bool] = []
    lent.offer("words", primary=False, concealed=True, on_request=lambda: asked.append(True))
    mime = QApplication.clipboard().mimeData()
    mime.formats()
    for mark in marks(sys.platform):
        mime.data(mark)
    assert asked == []
    assert mime.text() == "words"
    assert len(asked) >= 1


def test_a_later_copy_is_not_ours_and_is_not_overwritten(lent: QtClipboard) -> None:
    kept = lent.snapshot()
    assert not lent.is_ours()
    lent.offer("words", primary=False, concealed=True, on_request=lambda: None)
    assert lent.is_ours()
    QApplication.clipboard().setText("copied from our own window")
    assert not lent.is_ours()
    lent.restore(kept)
    assert ask() == "copied from our own window"


def test_a_copy_is_known_until_something_else_is_there(lent: QtClipboard) -> None:
    assert not lent.holds_copy("")
    lent.copy("words")
    assert ask() == "words"
    assert lent.holds_copy("words")
    assert not lent.holds_copy("other words")
    QApplication.clipboard().setText("words")
    assert not lent.holds_copy("words")


def test_an_offer_over_an_offer_still_gives_back_what_the_user_had(lent: QtClipboard) -> None:
    lent.copy("the user's")
    lent.snapshot()
    lent.offer("first", primary=False, concealed=True, on_request=lambda: None)
    kept = lent.snapshot()
    lent.offer("second", primary=False, concealed=True, on_request=lambda: None)
    lent.restore(kept)
    assert ask() == "the user's"


def test_marks_are_set_only_on_what_is_to_be_concealed(qtbot: QtBot) -> None:
    system = System()
    lent = QtClipboard(QApplication.clipboard(), system)
    lent.offer("words", primary=False, concealed=False, on_request=lambda: None)
    assert QApplication.clipboard().mimeData().formats() == ["text/plain"]
    assert system.concealed == 0
    lent.offer("words", primary=False, concealed=True, on_request=lambda: None)
    mime = QApplication.clipboard().mimeData()
    assert {name: mime.data(name).data() for name in marks(sys.platform)} == marks(sys.platform)
    assert system.concealed == 1
    QApplication.clipboard().clear()


def test_the_marks_of_each_system() -> None:
    assert marks("linux") == {"x-kde-passwordManagerHint": b"secret"}
    assert marks("darwin") == {}
    assert marks("win32") == {
        'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': bytes(4),
        'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': bytes(4),
        'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': bytes(4),
    }


def test_reading_stops_when_it_takes_too_long(qtbot: QtBot) -> None:
    moments = iter([0.0, 0.1, clipboard.READ_SECONDS])
    lent = QtClipboard(QApplication.clipboard(), None, lambda: next(moments, 9.0))
    data = QMimeData()
    for name in ("text/plain", "text/html", "text/rtf"):
        data.setData(name, name.encode())
    QApplication.clipboard().setMimeData(data)
    kept = lent.snapshot()
    assert list(kept.modes[Mode.Clipboard].formats) == ["text/plain"]
    QApplication.clipboard().clear()


def test_the_system_is_asked_for_a_manager(qtbot: QtBot) -> None:
    board = QApplication.clipboard()
    assert not QtClipboard(board).has_manager()
    assert QtClipboard(board, System(manager=True)).has_manager()


def test_what_another_process_held_is_put_there(lent: QtClipboard) -> None:
    lent.hold(Snapshot({Mode.Clipboard: Kept({"text/plain": b"kept", "application/x-some": b"\x00\xff"})}))
    assert ask() == "kept"
    assert QApplication.clipboard().mimeData().data("application/x-some").data() == b"\x00\xff"


def test_restore_takes_only_what_snapshot_gave(lent: QtClipboard) -> None:
    assert isinstance(lent.snapshot(), Snapshot)
    with pytest.raises(TypeError):
        lent.restore("text")
