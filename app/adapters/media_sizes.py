"""Whether a file is shorter than its own container says: FFmpeg passes over that in silence.

Read from the bytes of the container's outermost parts, so only what is certain is told: a RIFF, RF64 or IFF
chunk, a Matroska segment, an MP4 box or an Ogg page that ends behind the end of the file. MPEG audio as such
says nothing, but most encoders begin it with a frame that holds the number of all frames.

Failure mode: bytes that are none of these tell nothing. OSError where the disk does not give them.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import BinaryIO, Final

MP4_BEGINNINGS: Final = frozenset({b"ftyp", b"styp", b"moov", b"mdat", b"wide"})
"""The names of boxes that an MP4 file may begin with."""
UNKNOWN_SIZES: Final = frozenset({0, 0xFFFFFFFF, 0x7FFFFFFF, 0x80000000})
"""What programs that stream a RIFF file write in place of a size they do not know yet."""
MOST_BOXES: Final = 100_000
"""An MP4 file of fragments has two for each of some seconds."""
OGG_PAGE: Final = 65_307
"""Bytes of the longest page of an Ogg file."""
FIRST_BYTES: Final = 4096
"""As far into the first frame of MPEG audio as its count of frames is looked for."""


def is_cut(file: BinaryIO) -> bool:
    """Whether the file ends before its container says. Leaves the file at its beginning."""
    end = file.seek(0, io.SEEK_END)
    file.seek(0)
    head = file.read(64)
    try:
        if head[:4] in (b"RIFF", b"FORM", b"RF64", b"BW64"):
            return _chunk_is_cut(head, end)
        if head[:4] == b"\x1a\x45\xdf\xa3":
            return _segment_is_cut(head, end)
        if head[4:8] in MP4_BEGINNINGS:
            return any(until > end for _, until in _boxes(file))
        return head[:4] == b"OggS" and _page_is_cut(file, end)
    except IndexError:  # it ends in the middle of what says how long it is
        return True
    finally:
        file.seek(0)


def has_lost_end(file: BinaryIO) -> bool:
    """Whether the end of a file that FFmpeg cannot open is missing: it ends before its container says, or it
    is an MP4 file without the table of its contents, which recorders write last. Leaves the file at its
    beginning."""
    if is_cut(file):
        return True
    names = {name for name, _ in _boxes(file)} if file.read(8)[4:8] in MP4_BEGINNINGS else set()
    file.seek(0)
    # A picture has its table elsewhere.
    return b"mdat" in names and not names & {b"moov", b"meta"}


def counts_frames(file: BinaryIO) -> bool:
    """Whether a file of MPEG audio says how many frames it has. Leaves the file at its beginning."""
    file.seek(0)
    head = file.read(10)
    begin = 0
    if head[:3] == b"ID3" and len(head) == 10:
        # The size of such a tag has seven bits to a byte.
        begin = 10 + sum((byte & 0x7F) << shift for byte, shift in zip(head[6:], (21, 14, 7, 0), strict=True))
    file.seek(begin)
    first = file.read(FIRST_BYTES)
    file.seek(0)
    for mark in (b"Xing", b"Info"):
        at = first.find(mark)
        if at >= 0:
            return len(first) > at + 7 and bool(first[at + 7] & 1)  # the flag of the count
    return b"VBRI" in first


def _chunk_is_cut(head: bytes, end: int) -> bool:
    if head[:4] in (b"RF64", b"BW64"):
        if head[12:16] != b"ds64":
            return False
        size = int.from_bytes(head[20:28], "little")
    else:
        size = int.from_bytes(head[4:8], "little" if head[:4] == b"RIFF" else "big")
    return size not in UNKNOWN_SIZES and size + 8 > end + 1  # the byte that fills up may be left out


def _segment_is_cut(head: bytes, end: int) -> bool:
    size, at = _variable(head, 4)
    at += size
    if head[at : at + 4] != b"\x18\x53\x80\x67":
        return False
    size, at = _variable(head, at + 4)
    return size != _UNKNOWN_SEGMENT and at + size > end


_UNKNOWN_SEGMENT: Final = -1


def _variable(data: bytes, at: int) -> tuple[int, int]:
    """A number as Matroska writes it, and where the next begins. Raises IndexError."""
    first = data[at]
    if not first:
        raise IndexError
    length = 9 - first.bit_length()
    if at + length > len(data):
        raise IndexError
    bits = 7 * length
    value = int.from_bytes(data[at : at + length], "big") & ((1 << bits) - 1)
    return _UNKNOWN_SEGMENT if value == (1 << bits) - 1 else value, at + length


def _boxes(file: BinaryIO) -> Iterator[tuple[bytes, int]]:
    """The names of an MP4 file's outermost boxes, and where each says that it ends; 0 where it does not."""
    at = 0
    for _ in range(MOST_BOXES):
        file.seek(at)
        head = file.read(16)
        if len(head) < 8 or not head[4:8].isalnum():
            return  # the end, or rubbish behind it
        size = int.from_bytes(head[:4], "big")
        if size == 1:
            size = int.from_bytes(head[8:16], "big")
        if size < 8:
            yield head[4:8], 0  # the last one may leave its size open
            return
        at += size
        yield head[4:8], at


def _page_is_cut(file: BinaryIO, end: int) -> bool:
    begin = max(0, end - 2 * OGG_PAGE)
    file.seek(begin)
    tail = file.read()
    at = tail.rfind(b"OggS")
    if at < 0:
        return False
    page = tail[at:]
    segments = page[26]
    if len(page) < 27 + segments:
        return True
    return 27 + segments + sum(page[27 : 27 + segments]) > len(page)
