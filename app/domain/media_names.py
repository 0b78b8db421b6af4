"""Names of files: which may hold sound, and how a transcript's file is called. Pure.

The endings are for folders, whose files nobody has chosen one by one; a file that is chosen by itself is
taken whatever its name, and the decoder says what is in it. They are those of FFmpeg's demuxers for sound and
video, without those that are mostly something else: pictures (gif, png), texts (txt, srt) and playlists
(m3u, ram), which only point at other files.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import Final

from app.domain.graphemes import cluster_starts

_SOUND: Final = (
    "aa aac aax ac3 act adts adx aif aifc aiff alac amr ape apc aptx au awb bwf caf dff dsf dss dts dtshd dvf"
    " eac3 f4a flac g722 g723 g726 g729 gsm ircam lc3 loas m4a m4b m4r mka mlp mp1 mp2 mp3 mpa mpc msv oga"
    " ogg ogx oma opus pvf qcp ra rf64 sbc sln snd sph spx tak thd tta voc vox vqf w64 wav wave wma wv"
)
_VIDEO: Final = (
    "3g2 3gp 3gpp amv asf avi divx dv dvr-ms evo f4v flv gxf ivf m1v m2p m2t m2ts m2v m4v mj2 mkv mov mp4 mpe"
    " mpeg mpg mpv mts mxf nsv nut ogm ogv pva qt rm rmvb roq tod trp ts vob webm wmv wtv"
)

MEDIA_ENDINGS: Final = frozenset(f"{_SOUND} {_VIDEO}".split())
"""Lower case, without the dot."""
LONGEST_NAME: Final = 255
"""Bytes in UTF-8 on Linux, units of UTF-16 on Windows and macOS."""


def may_hold_sound(name: str) -> bool:
    """Whether a file found in a folder is taken for one that speaks."""
    return PurePath(name).suffix[1:].casefold() in MEDIA_ENDINGS


def is_hidden(name: str) -> bool:
    """Whether the name says that the file is not for its user's eyes, as that of half a download, or of the
    second half of a file on a disk of another system ("._talk.mp3")."""
    return name.startswith((".", "~$"))


def export_name(source: str, ending: str, number: int = 1) -> str:
    """The name of a transcript's file: "talk.mp4" -> "talk.srt", and "talk (2).srt" as the second choice. A
    stem that would make it longer than a name can be is cut between two characters."""
    stem = PurePath(source).stem or "transcript"
    tail = f".{ending}" if number < 2 else f" ({number}).{ending}"
    return _shortened(stem, LONGEST_NAME - len(tail)) + tail


def _shortened(stem: str, room: int) -> str:
    if _length(stem) <= room:
        return stem
    ends = [*cluster_starts(stem)[1:], len(stem)]
    fitting = [end for end in ends if _length(stem[:end]) <= room]
    # A character with more marks than a name has room for is no name.
    return stem[: fitting[-1]].rstrip() if fitting else "transcript"


def _length(name: str) -> int:
    """Bytes as Linux counts, or the units of Windows and macOS where those are more. Bytes that are no text,
    which Python puts as halves of a pair, are taken for three."""
    units = len(name.encode("utf-16-le", "surrogatepass")) // 2
    return max(len(name.encode("utf-8", "surrogatepass")), units)
