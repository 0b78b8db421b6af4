"""Subtitles as the text of a file: SubRip and WebVTT.

They are written here and not by pysubs2, which goes by way of its own markup and loses words on it: it takes
braces for commands and leaves them out with all that is in them, takes a backslash before n or h for a break,
and escapes nothing in WebVTT, where "<" begins a tag. It knows no speakers either.

Sources: WebVTT, W3C Candidate Recommendation (sections "WebVTT cue text" and "WebVTT voice object"); SubRip
has no standard: what is written is what VLC, mpv and the libraries that read it agree on. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from app.domain.subtitles import Subtitle
from app.domain.text_layout import begins_left_to_right, is_right_to_left, plain

_RIGHT_TO_LEFT_MARK: Final = "\u200f"
_WORD_JOINER: Final = "\u2060"
"""It has no width, and no line breaks at it."""
_TAG: Final = re.compile(r"<(?=[A-Za-z/])")
_COMMAND: Final = re.compile(r"\{(?=\\)|--(?=>)")
"""What players take for a command or a time line; SubRip has no way to escape it."""
_NOTHING: Final = "1\r\n00:00:00,000 --> 00:00:00,001\r\n\r\n"
_ESCAPES: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def as_srt(subtitles: Iterable[Subtitle]) -> str:
    r"""SubRip, with \r\n as its first players want it; what would be taken for markup is written such that
    it is shown. Without any, there is one of no text: in an empty file FFmpeg and others find no subtitles
    and refuse it, and of this one they show nothing."""
    blocks = (
        "\r\n".join((str(number), _times(one, ","), *(_shielded(line) for line in _lines(one)), "", ""))
        for number, one in enumerate(subtitles, start=1)
    )
    return "".join(blocks) or _NOTHING


def as_vtt(subtitles: Iterable[Subtitle]) -> str:
    """WebVTT, each subtitle with its speaker as a voice."""
    blocks = ("\n".join((_times(one, "."), _voiced(one), "", "")) for one in subtitles)
    return "".join(("WEBVTT\n\n", *blocks))


def _voiced(subtitle: Subtitle) -> str:
    text = "\n".join(_lines(subtitle)).translate(_ESCAPES)
    speaker = plain(subtitle.speaker).translate(_ESCAPES)
    return f"<v {speaker}>{text}</v>" if speaker else text


def _lines(subtitle: Subtitle) -> Iterable[str]:
    """The lines; one of a text from right to left that begins with a foreign word says how it runs, since
    players would let it begin at the wrong side."""
    turned = is_right_to_left(subtitle.text)
    for line in subtitle.lines:
        yield _RIGHT_TO_LEFT_MARK + line if turned and begins_left_to_right(line) else line


def _shielded(line: str) -> str:
    # Some readers leave out whatever stands between the signs of a tag; one that looks like them stays.
    return _TAG.sub("‹", _COMMAND.sub(rf"\g<0>{_WORD_JOINER}", line))


def _times(subtitle: Subtitle, point: str) -> str:
    return f"{_time(subtitle.start, point)} --> {_time(subtitle.end, point)}"


def _time(seconds: float, point: str) -> str:
    whole, thousandths = divmod(round(seconds * 1000), 1000)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}{point}{thousandths:03}"
