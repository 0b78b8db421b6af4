"""Icons in the forms that systems want, drawn from the one SVG: PNG (Linux), .ico (Windows), .icns (macOS).

Both containers hold PNG pictures behind a few bytes of header, so they are written here: no tool is needed
that one of the systems lacks.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

LINUX_SIZES: Final = (16, 22, 24, 32, 48, 64, 128, 256, 512)
"""Edges in pixels, each a folder of the icon theme."""

ICO_SIZES: Final = (16, 24, 32, 48, 64, 128, 256)
ICNS_KINDS: Final[Mapping[int, bytes]] = {
    16: b"icp4",
    32: b"icp5",
    64: b"icp6",
    128: b"ic07",
    256: b"ic08",
    512: b"ic09",
    1024: b"ic10",
}
"""The kind of entry of an .icns file that holds a PNG of that size."""


def drawn(svg: Path, size: int) -> bytes:
    """A PNG of `size` by `size` pixels, on nothing. Raises ValueError where `svg` is no drawing."""
    renderer = QSvgRenderer(str(svg))
    if not renderer.isValid():
        raise ValueError(f"{svg} is no drawing")
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload]
        raise ValueError(f"{svg} cannot be drawn")
    return bytes(buffer.data().data())


def ico(pictures: Mapping[int, bytes]) -> bytes:
    """An .ico of PNG pictures by their size, 256 pixels at the most."""
    head = struct.pack("<HHH", 0, 1, len(pictures))
    offset = len(head) + 16 * len(pictures)
    entries = b""
    for size, picture in pictures.items():
        edge = size % 256  # 0 stands for 256
        entries += struct.pack("<BBBBHHII", edge, edge, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    return head + entries + b"".join(pictures.values())


def icns(pictures: Mapping[int, bytes]) -> bytes:
    """An .icns of PNG pictures by their size, which must be those of `ICNS_KINDS`."""
    body = b"".join(
        ICNS_KINDS[size] + struct.pack(">I", 8 + len(picture)) + picture for size, picture in pictures.items()
    )
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


def write_icons(svg: Path, folder: Path) -> None:
    """Write sayso.ico and sayso.icns into `folder`."""
    (folder / "sayso.ico").write_bytes(ico({size: drawn(svg, size) for size in ICO_SIZES}))
    (folder / "sayso.icns").write_bytes(icns({size: drawn(svg, size) for size in ICNS_KINDS}))


def write_theme(svg: Path, hicolor: Path) -> None:
    """Write the icons of a Linux theme folder, the drawing itself among them."""
    for size in LINUX_SIZES:
        place = hicolor / f"{size}x{size}" / "apps" / "sayso.png"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(drawn(svg, size))
    place = hicolor / "scalable" / "apps" / "sayso.svg"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(svg.read_bytes())
