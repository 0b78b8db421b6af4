"""The system's clipboard by way of Qt: lent to a paste and given back as it was.

What is offered is rendered only when somebody asks for it, and each request is told: that is how a paste
knows when the target has its text. It carries the marks that keep it out of clipboard histories. What was
there before is kept in every format as bytes, and given back only where the offer is still in place.

Rules: between somebody else's copy and our own the event loop must run once, or the X server refuses us the
clipboard as too late. On X11 the PRIMARY selection is kept beside CLIPBOARD, as terminals paste that.

Failure mode: Qt waits 5 s for each format of a program that hangs. So the owner is asked first whether it
answers, and reading stops after `READ_SECONDS`; what could not be read is not given back, as the log says.
"""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final, Protocol, cast

import shiboken6
from PySide6.QtCore import QByteArray, QMetaType, QMimeData
from PySide6.QtGui import QClipboard, QImage

logger = logging.getLogger(__name__)

TEXT: Final = "text/plain"
QT_IMAGE: Final = "application/x-qt-image"
PROTOCOL_TARGETS: Final = frozenset({"TARGETS", "MULTIPLE", "TIMESTAMP", "SAVE_TARGETS", "DELETE"})
"""Questions about a selection, not contents of it (ICCCM 2.6.2)."""

ANSWER_SECONDS: Final = 1.0
"""How long the owner of the clipboard may take to say what it has. A live one takes some milliseconds; one
that is busy, or on a computer that is, half a second: what was copied there is worth waiting for."""

READ_SECONDS: Final = 1.0
"""How long reading all formats may take before the rest is left out."""

Mode = QClipboard.Mode


def marks(platform: str) -> dict[str, bytes]:
    """The formats that keep contents out of clipboard histories on `platform` (a value of sys.platform).

    KDE's Klipper: x-kde-passwordManagerHint. Windows: the three of "Clipboard formats" in its documentation,
    the last two a DWORD of 0. macOS wants a type that Qt cannot write: see `ClipboardSystem.conceal`.
    """
    if platform == "win32":
        no = (0).to_bytes(4, "little")
        return {
            _windows_format("ExcludeClipboardContentFromMonitorProcessing"): no,
            _windows_format("CanIncludeInClipboardHistory"): no,
            _windows_format("CanUploadToCloudClipboard"): no,
        }
    return {} if platform == "darwin" else {"x-kde-passwordManagerHint": b"secret"}


def _windows_format(name: str) -> str:
    """How Qt names a clipboard format of Windows that it knows nothing about."""
    return f'application/x-qt-windows-mime;value="{name}"'


class ClipboardSystem(Protocol):
    """What only the system can tell of its clipboard, or do to it."""

    def has_manager(self) -> bool:
        """Whether a program is known to read everything that is put there."""

    def owner_answers(self, primary: bool, within: float) -> bool:
        """Whether the program whose contents are on CLIPBOARD, or on PRIMARY, is alive."""

    def conceal(self) -> None:
        """Set those marks on what was just put there that Qt cannot."""


class PlainClipboardSystem:
    """A system that has nothing to tell."""

    def has_manager(self) -> bool:
        return False

    def owner_answers(self, primary: bool, within: float) -> bool:
        return True

    def conceal(self) -> None:
        pass


class _Offer(QMimeData):
    """Text that is rendered when asked for."""

    def __init__(self, text: str, extra: Mapping[str, bytes], on_request: Callable[[], None]) -> None:
        super().__init__()
        self._text = text
        self._extra = dict(extra)
        self._on_request = on_request

    def formats(self) -> list[str]:
        return [TEXT, *self._extra]

    def hasFormat(self, mimetype: str) -> bool:
        return mimetype in self.formats()

    def retrieveData(self, mimetype: str, preferred: QMetaType | QMetaType.Type) -> object:
        if mimetype == TEXT:
            self._on_request()
            return self._text
        # Qt takes bytes for a Python object of unknown kind, and sends nothing.
        return QByteArray(self._extra[mimetype]) if mimetype in self._extra else None


@dataclass(frozen=True, slots=True)
class Kept:
    """What was on one of the clipboards: the bytes of each format, and an image that Qt alone can write."""

    formats: Mapping[str, bytes] = field(default_factory=dict)
    image: QImage | None = None


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What was on all of them."""

    modes: Mapping[Mode, Kept]


class QtClipboard:
    """The clipboard of the running application. Belongs to the GUI thread.

    Args:
        clipboard: the application's.
        system: what Qt cannot tell; None where there is nothing to tell.
        clock: monotonic seconds, for the time that reading may take.
    """

    def __init__(
        self,
        clipboard: QClipboard,
        system: ClipboardSystem | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._clipboard = clipboard
        self._system = system or PlainClipboardSystem()
        self._clock = clock
        self._offers: dict[Mode, _Offer] = {}
        self._last: Mapping[Mode, Kept] = {}
        self._copied: QMimeData | None = None

    # --- reading ---

    def snapshot(self) -> Snapshot:
        """All that is on CLIPBOARD and PRIMARY. Where our own offer is still in place: what it replaced."""
        kept: dict[Mode, Kept] = {}
        for mode in self._modes():
            if self._is_offer_in_place(mode) and mode in self._last:
                kept[mode] = self._last[mode]
            elif (found := self._read(mode)) is not None:
                kept[mode] = found
        self._last = kept
        return Snapshot(kept)

    def _modes(self) -> tuple[Mode, ...]:
        if self._clipboard.supportsSelection():
            return Mode.Clipboard, Mode.Selection
        return (Mode.Clipboard,)

    def _owns(self, mode: Mode) -> bool:
        if mode is Mode.Selection:
            return self._clipboard.ownsSelection()
        return self._clipboard.ownsClipboard()

    def _read(self, mode: Mode) -> Kept | None:
        """What is there now; None if its owner does not answer."""
        primary = mode is Mode.Selection
        if not self._owns(mode) and not self._system.owner_answers(primary, ANSWER_SECONDS):
            logger.warning("the program that holds the clipboard does not answer; its contents are let go")
            return None
        source = cast(QMimeData | None, self._clipboard.mimeData(mode))  # None when empty, on some systems
        if source is None:
            return Kept()
        names = [name for name in source.formats() if name not in PROTOCOL_TARGETS]
        has_image_bytes = any(name.startswith("image/") for name in names)
        end = self._clock() + READ_SECONDS
        formats: dict[str, bytes] = {}
        image: QImage | None = None
        for name in names:
            if self._clock() >= end:
                logger.warning("reading the clipboard took too long; only %d formats are kept", len(formats))
                break
            if name != QT_IMAGE:
                formats[name] = bytes(source.data(name).data())
            elif not has_image_bytes:
                found = source.imageData()
                image = found if isinstance(found, QImage) else None
        return Kept(formats, image)

    # --- lending ---

    def offer(self, text: str, *, primary: bool, concealed: bool, on_request: Callable[[], None]) -> None:
        """Put `text` there, rendered when asked for; `on_request` is told each time, in the middle of it."""
        extra = marks(sys.platform) if concealed else {}
        modes = self._modes() if primary else (Mode.Clipboard,)
        self._offers = {mode: _Offer(text, extra, on_request) for mode in modes}
        for mode, offer in self._offers.items():
            self._clipboard.setMimeData(offer, mode)
        if concealed:
            self._system.conceal()

    def is_ours(self) -> bool:
        """Whether the whole offer is still in place."""
        return bool(self._offers) and all(map(self._is_offer_in_place, self._offers))

    def _is_offer_in_place(self, mode: Mode) -> bool:
        return self._is_in_place(self._offers.get(mode), mode)

    def _is_in_place(self, data: QMimeData | None, mode: Mode) -> bool:
        # Qt deletes what it was given as soon as something else is there, be it of another program or ours.
        if data is None or not shiboken6.isValid(data):
            return False
        return self._owns(mode) or self._clipboard.mimeData(mode) is data

    def has_manager(self) -> bool:
        """Whether a program is known to read everything that is put there."""
        return self._system.has_manager()

    def restore(self, snapshot: object) -> None:
        """Give back what `snapshot` kept, wherever the offer is still in place."""
        if not isinstance(snapshot, Snapshot):
            raise TypeError("restore takes what snapshot gave")
        for mode in self._offers:
            if self._is_offer_in_place(mode):
                self._put(mode, snapshot.modes.get(mode, Kept()))
        self._offers = {}
        self._last = {}

    def _put(self, mode: Mode, kept: Kept) -> None:
        if not kept.formats and kept.image is None:
            self._clipboard.clear(mode)
            return
        data = QMimeData()
        for name, value in kept.formats.items():
            data.setData(name, value)
        if kept.image is not None:
            data.setImageData(kept.image)
        self._clipboard.setMimeData(data, mode)

    # --- beyond our end ---

    def held(self) -> Snapshot:
        """What is there by our own doing, but for an offer: what was given back, and what was copied."""
        kept: dict[Mode, Kept] = {}
        for mode in self._modes():
            if self._owns(mode) and not self._is_offer_in_place(mode) and (found := self._read(mode)):
                kept[mode] = found
        return Snapshot(kept)

    def hold(self, held: Snapshot) -> None:
        """Put there what another process held."""
        for mode, kept in held.modes.items():
            self._put(mode, kept)

    # --- the user's own copy ---

    def copy(self, text: str) -> None:
        """Put `text` on CLIPBOARD for good."""
        self._copied = QMimeData()
        self._copied.setText(text)
        self._clipboard.setMimeData(self._copied)

    def holds_copy(self, text: str) -> bool:
        """Whether `text` is on CLIPBOARD still, by `copy`, and nothing else was put there since."""
        copied = self._copied
        return copied is not None and self._is_in_place(copied, Mode.Clipboard) and copied.text() == text
