"""Whether there is a newer Sayso, and when that is asked for again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

DAY_SECONDS: Final = 24 * 3600.0
RECHECK_SECONDS: Final = 3600.0
"""How often it is looked whether a day is over: the clock of waiting stands still while a computer sleeps."""


@dataclass(frozen=True, slots=True)
class Release:
    """One that was published: its version, "1.2.3", and the page about it, or empty."""

    version: str
    page: str = ""


def read_release(answer: object) -> Release:
    """What a feed tells. Raises ValueError where that is no release."""
    if not isinstance(answer, dict):
        raise ValueError("it is no object")
    version = answer.get("tag_name", answer.get("version"))
    page = answer.get("html_url", answer.get("page", ""))
    if not isinstance(version, str) or not numbers(version):
        raise ValueError("it has no version")
    if not isinstance(page, str) or urlsplit(page).scheme != "https":
        page = ""
    return Release(".".join(map(str, numbers(version))), page)


def numbers(version: str) -> tuple[int, ...]:
    """The numbers of "v1.2.3"; none where it is no plain version, as one for trying out is."""
    found = re.fullmatch(r"v?(\d{1,6}(?:\.\d{1,6}){1,3})", version.strip())
    return tuple(map(int, found[1].split("."))) if found else ()


def is_newer(release: Release, running: str) -> bool:
    """Whether `release` is newer than the version that runs."""
    one, other = numbers(release.version), numbers(running)
    length = max(len(one), len(other))
    return bool(one and other) and _filled(one, length) > _filled(other, length)


def is_due(asked: float, now: float) -> bool:
    """Whether it is time to ask, `asked` being when it was asked last (seconds since the epoch; 0 is never).
    A clock that was set back does not keep it from being asked for ever."""
    return not 0 <= now - asked < DAY_SECONDS


def _filled(version: tuple[int, ...], length: int) -> tuple[int, ...]:
    return version + (0,) * (length - len(version))
