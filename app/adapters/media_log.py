"""Hears what FFmpeg says to its log while one file is read: most demuxers pass over damage and tell it
nowhere else. Only in the decoder's process, where there is no other file.

Rules: what is heard is forgotten at once, since it may quote the file. Errors count, and of MPEG transport
streams two remarks that FFmpeg makes on a lower level: a packet that was received with errors, and packets
that are missing between two others.
Failure mode: a message says that something is wrong, not what it costs; only together with a gap in the sound
does anything follow from it (`app.adapters.sound_losses`).
"""

from __future__ import annotations

from typing import Final

import av.logging

STREAM: Final = "mpegts"
STREAM_REMARKS: Final = ("Continuity check failed", "Packet had TEI flag set")


class MediaLog:
    """Of a file in the container that FFmpeg calls `container`; heard until it is closed, on all threads."""

    def __init__(self, container: str) -> None:
        av.logging.set_level(av.logging.DEBUG if STREAM in container.split(",") else av.logging.ERROR)
        # The same words again tell of another place.
        av.logging.set_skip_repeated(False)
        self._capture = av.logging.Capture(local=False)
        self._said = self._capture.__enter__()

    def complaint(self) -> str:
        """Which part of FFmpeg has complained since this was asked, "" where none has."""
        if not self._said:  # asked for every packet
            return ""
        said = self._said[:]
        self._said.clear()
        for level, speaker, words in said:
            if level <= av.logging.ERROR or (speaker == STREAM and words.startswith(STREAM_REMARKS)):
                return speaker
        return ""

    def close(self) -> None:
        """Have FFmpeg say nothing."""
        self._capture.__exit__(None, None, None)
        av.logging.set_level(None)
        av.logging.set_skip_repeated(True)
