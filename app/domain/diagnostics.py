"""What a report for finding a mistake may hold, and what is left out of it.

Rules: a report is made of what is listed here and nothing else. No text that the user has said or written is
in any of its sources: not the history, not the files, not their transcripts. Of the settings, only numbers,
choices and switches are told, and those texts that name a thing of the computer; whatever is added to the
settings later is left out until it is named here. Names of folders lose the user's own, and other computers
their names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Final

from app.domain.connections import host_of, own_addresses
from app.domain.settings import Settings


class ReportPart(StrEnum):
    """The files of a report, by their names in it."""

    ABOUT = "about.txt"
    DOCTOR = "doctor.txt"
    MICROPHONES = "microphones.txt"
    MODELS = "models.txt"
    SETTINGS = "settings.txt"
    LOG = "log.txt"
    CRASHES = "crashes.txt"


MANIFEST: Final = "manifest.txt"
"""The list of all others, with the size and the hash of each."""

NAMES_OF_THINGS: Final = frozenset(
    {
        "microphone.device",
        "hotkeys.talk",
        "hotkeys.raw",
        "hotkeys.cancel",
        "speech.model",
        "speech.language",
        "enhancement.model",
        "enhancement.style",
        "files.model",
        "models.preload",
        "models.on_processor",
        "models.on_card",
    }
)
"""Texts of the settings that are told: names of devices, keys, models, languages and styles."""

A_FOLDER: Final = "a folder of one's own"
HOME: Final = "~"
ELSEWHERE: Final = "another computer"


@dataclass(frozen=True, slots=True)
class ReportFile:
    """One file of a report."""

    name: str
    text: str


def settings_words(settings: Settings) -> str:
    """The settings, a line for each: "speech.beam_size = 5"."""
    return "".join(f"{line}\n" for line in _lines(settings))


def _lines(settings: Settings) -> Iterator[str]:
    for part in fields(settings):
        values = getattr(settings, part.name)
        for field in fields(values):
            name = f"{part.name}.{field.name}"
            yield f"{name} = {_told(name, getattr(values, field.name))}"


def _told(name: str, value: object) -> str:
    if name == "enhancement.host":
        return host_words(str(value))
    if isinstance(value, bool | int | float | StrEnum):
        return str(value)
    if isinstance(value, tuple):
        is_plain = all(isinstance(one, bool | int | float | StrEnum) for one in value)
        if is_plain or name in NAMES_OF_THINGS:
            return ", ".join(_thing(str(one)) for one in value) or "none"
        return f"{len(value)} left out"
    text = str(value)
    if not text:
        return "empty"
    return _thing(text) if name in NAMES_OF_THINGS else "left out"


def _thing(text: str) -> str:
    """A name; a folder of models is one of the user's."""
    return (
        A_FOLDER
        if ("/" in text and (text.startswith(("/", "~", ".")) or ":\\" in text)) or "\\" in text
        else text
    )


def host_words(address: str) -> str:
    """Where a server is, without its name."""
    port = re.search(r":(\d+)(?:/|$)", address.partition("://")[2] or address)
    place = "this computer" if own_addresses(host_of(address), {}) else ELSEWHERE
    return f"{place}, port {port[1]}" if port else place


def scrubbed(text: str, home: str, hosts: Sequence[str] = ()) -> str:
    """`text` without the name of the user's folder, and without those of other computers."""
    for path in {home, home.replace("\\", "/"), home.replace("\\", "\\\\")}:
        if len(path) > 1:
            text = re.sub(f"{re.escape(path)}(?![\\w.-])", HOME, text)
    for host in hosts:
        if host and not own_addresses(host, {}):
            text = re.sub(rf"(?<![\w.-]){re.escape(host)}(?![\w-])", ELSEWHERE, text, flags=re.IGNORECASE)
    return text


def manifest(parts: Sequence[tuple[str, int, str]]) -> str:
    """The list of a report: each file's name, its size in bytes and its SHA-256."""
    lines = [f"{sha256}  {size:>9}  {name}" for name, size, sha256 in parts]
    head = "A report of Sayso's. These are all files in it: hash (SHA-256), bytes, name.\n\n"
    return head + "\n".join(lines) + "\n"
