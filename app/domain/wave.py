"""The 44 bytes in front of a recording: RIFF WAVE, 16-bit PCM, mono, 16 kHz.

A recording that grows has a header whose sizes may lag behind the file, and after a crash they do. So
sizes are written for other programs, and read from the file's length by this one. (Microsoft and IBM,
"Multimedia Programming Interface and Data Specifications 1.0", 1991, chapter 3.)
"""

from __future__ import annotations

import struct
from typing import Final

from app.domain.audio import SAMPLE_RATE

HEADER_BYTES: Final = 44
SAMPLE_BYTES: Final = 2
MAX_DATA_BYTES: Final = 0xFFFF_FFFF - (HEADER_BYTES - 8)
"""A RIFF size has 32 bits; 37 hours at 16 kHz."""

_LAYOUT: Final = struct.Struct("<4sI4s4sIHHIIHH4sI")
_PCM: Final = 1


def header(data_bytes: int) -> bytes:
    """The header of a file with `data_bytes` bytes of samples behind it."""
    size = min(data_bytes, MAX_DATA_BYTES)
    return _LAYOUT.pack(
        b"RIFF",
        HEADER_BYTES - 8 + size,
        b"WAVE",
        b"fmt ",
        16,
        _PCM,
        1,
        SAMPLE_RATE,
        SAMPLE_RATE * SAMPLE_BYTES,
        SAMPLE_BYTES,
        8 * SAMPLE_BYTES,
        b"data",
        size,
    )


def is_header(start: bytes) -> bool:
    """Whether `start` (the first bytes of a file) is such a header, whatever sizes it names."""
    if len(start) < HEADER_BYTES:
        return False
    riff, _, wave, fmt, *numbers, data, _ = _LAYOUT.unpack(start[:HEADER_BYTES])
    named = (riff, wave, fmt, data) == (b"RIFF", b"WAVE", b"fmt ", b"data")
    return named and numbers == [16, _PCM, 1, SAMPLE_RATE, SAMPLE_RATE * SAMPLE_BYTES, SAMPLE_BYTES, 16]


def data_bytes(file_bytes: int) -> int:
    """How many bytes of whole samples a file of `file_bytes` holds behind its header."""
    return max(0, (file_bytes - HEADER_BYTES) // SAMPLE_BYTES * SAMPLE_BYTES)
