"""Starting with the system: what each system keeps of it, as text and back, and when that is put right.

Rules: what really is there counts, not what was once set. One that the system or the user has switched off is
off. One that leads to a program that is gone is put right; one that leads to another Sayso that is there is
left as it is.

Desktop entries: freedesktop.org, Desktop Entry Specification 1.5 and Desktop Application Autostart
Specification 0.5. Windows' command lines: as the C runtime reads them.
"""

from __future__ import annotations

import plistlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final
from xml.parsers.expat import ExpatError

NAME: Final = "sayso"
LABEL: Final = "sayso.autostart"
"""Of macOS' launch agent."""

BLANKS: Final = " \t\r"

_QUOTED: Final = '"`$\\'
"""What has a backslash before it within the quotes of a desktop entry's Exec."""


@dataclass(frozen=True, slots=True)
class Autostart:
    """What is kept: the program with its arguments, and whether it is switched on."""

    command: tuple[str, ...]
    is_on: bool = True


def is_on(found: Autostart | None) -> bool:
    """Whether Sayso starts with the system."""
    return found is not None and found.is_on


def is_to_be_repaired(
    found: Autostart | None, command: Sequence[str], is_there: Callable[[str], bool]
) -> bool:
    """Whether `found` leads to a program that is not there any more, while this one is started by
    `command`."""
    if found is None or not found.is_on or found.command == tuple(command):
        return False
    # Of a program that another one runs (the interpreter), both must be there.
    paths = [word for word in found.command if word.startswith("/") or word[1:3] in (":\\", ":/")]
    return not paths or not all(map(is_there, paths))


# --- Linux ---


def desktop_entry(command: Sequence[str]) -> str:
    """The text of sayso.desktop for the folder `autostart`."""
    return "\n".join(
        (
            "[Desktop Entry]",
            "Type=Application",
            "Version=1.5",
            "Name=Sayso",
            "Comment=Push-to-talk dictation",
            f"Exec={' '.join(map(_exec_word, command))}",
            f"Icon={NAME}",
            "Terminal=false",
            "StartupNotify=false",
            "X-GNOME-Autostart-enabled=true",
            "",
        )
    )


def read_desktop_entry(text: str) -> Autostart | None:
    """What such a file says; None where it starts nothing."""
    values: dict[str, str] = {}
    group = ""
    # Not by `splitlines`, for which letters of other scripts end lines as well.
    for raw in text.split("\n"):
        line = raw.strip(BLANKS)
        if line.startswith("["):
            group = line
        elif group == "[Desktop Entry]" and "=" in line and not line.startswith("#"):
            key, _, value = line.partition("=")
            values.setdefault(key.strip(BLANKS), value.strip(BLANKS))
    command = _exec_words(_unescaped(values.get("Exec", "")))
    if not command:
        return None
    off = values.get("Hidden") == "true" or values.get("X-GNOME-Autostart-enabled") == "false"
    return Autostart(command, not off)


def _exec_word(word: str) -> str:
    escaped = "".join(f"\\{each}" if each in _QUOTED else each for each in word.replace("%", "%%"))
    # Once more, as every value of type string.
    value = escaped.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")
    return value if value and all(each.isalnum() or each in "/._-+,:@%" for each in value) else f'"{value}"'


def _unescaped(value: str) -> str:
    known = {"s": " ", "n": "\n", "t": "\t", "r": "\r", "\\": "\\"}
    parts: list[str] = []
    letters = iter(value)
    for each in letters:
        if each == "\\":
            follower = next(letters, "")
            parts.append(known.get(follower, f"\\{follower}"))
        else:
            parts.append(each)
    return "".join(parts)


def _exec_words(line: str) -> tuple[str, ...]:
    words: list[str] = []
    word: list[str] | None = None
    is_quoted = False
    letters = iter(line)
    for each in letters:
        if each == '"':
            is_quoted = not is_quoted
            word = [] if word is None else word
        elif each == "\\" and is_quoted:
            word = [*(word or ()), next(letters, "")]
        elif each in BLANKS and not is_quoted:
            if word is not None:
                words.append("".join(word))
            word = None
        else:
            word = [*(word or ()), each]
    if word is not None:
        words.append("".join(word))
    return tuple(one.replace("%%", "%") for one in words)


# --- macOS ---


def launch_agent(command: Sequence[str]) -> bytes:
    """The property list of the agent that starts Sayso at log-in."""
    return plistlib.dumps(
        {
            "Label": LABEL,
            "ProgramArguments": list(command),
            "RunAtLoad": True,
            "ProcessType": "Interactive",
            "LimitLoadToSessionType": "Aqua",
        }
    )


def read_launch_agent(content: bytes) -> Autostart | None:
    """What such a list says; None where it starts nothing."""
    try:
        agent = plistlib.loads(content)
    except (plistlib.InvalidFileException, ExpatError, ValueError):
        return None
    command = agent.get("ProgramArguments") if isinstance(agent, dict) else None
    if not isinstance(command, list) or not command or not all(isinstance(one, str) for one in command):
        return None
    return Autostart(tuple(command), agent.get("RunAtLoad") is True and not agent.get("Disabled"))


# --- Windows ---


def command_line(command: Sequence[str]) -> str:
    """`command` as one line, as the C runtime takes it apart."""
    # Imported here: the standard library has it beside what starts processes.
    from subprocess import list2cmdline

    return list2cmdline(command)


def read_command_line(line: str) -> tuple[str, ...]:
    """The words of such a line."""
    words: list[str] = []
    word, has_word, is_quoted, slashes = "", False, False, 0
    for each in f"{line} ":
        if each == "\\":
            slashes += 1
            continue
        if each == '"':
            word += "\\" * (slashes // 2)
            has_word = True
            if slashes % 2:
                word += '"'
            else:
                is_quoted = not is_quoted
            slashes = 0
            continue
        if slashes:
            word, has_word, slashes = word + "\\" * slashes, True, 0
        if each in BLANKS and not is_quoted:
            if has_word:
                words.append(word)
            word, has_word = "", False
        else:
            word, has_word = word + each, True
    return tuple(words)


def is_approved(state: bytes) -> bool:
    """Whether Windows' list of approved programs leaves one on: its first byte is odd where the user has
    switched it off (in Settings or the Task Manager)."""
    return not (state and state[0] & 1)
