"""What a system has to allow before Sayso can listen, hear keys and type; and which of it applies where.

macOS asks for three things, Windows for one. On Wayland, nothing is allowed by the user, but keys and typing
are to be had only where the desktop offers them, which comes to the same. X11 keeps nothing from anybody.
Pure: what is so on this computer is found by an adapter.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Permission(StrEnum):
    """What may be allowed or not."""

    MICROPHONE = "microphone"
    ACCESSIBILITY = "accessibility"
    """macOS: to press the keys that paste."""
    INPUT_MONITORING = "input monitoring"
    """macOS: to hear the talk key in other programs."""
    SHORTCUTS = "shortcuts"
    """Wayland: the desktop's portal passes the talk key on."""
    TYPING = "typing"
    """Wayland: a tool presses the keys that paste."""


class Grant(StrEnum):
    """What the system says of one."""

    GIVEN = "given"
    MISSING = "missing"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class PermissionFacts:
    """What an adapter has found. `platform` is that of `sys`; what was not looked for is UNKNOWN."""

    platform: str
    is_wayland: bool = False
    microphone: Grant = Grant.UNKNOWN
    accessibility: Grant = Grant.UNKNOWN
    input_monitoring: Grant = Grant.UNKNOWN
    shortcuts: Grant = Grant.UNKNOWN
    typing: Grant = Grant.UNKNOWN


@dataclass(frozen=True, slots=True)
class PermissionState:
    """A permission that applies here, and whether it is given."""

    permission: Permission
    grant: Grant


def permissions_of(facts: PermissionFacts) -> tuple[PermissionState, ...]:
    """Those that apply, in the order in which a dictation needs them; none where the system has none."""
    match facts.platform:
        case "darwin":
            return (
                PermissionState(Permission.MICROPHONE, facts.microphone),
                PermissionState(Permission.INPUT_MONITORING, facts.input_monitoring),
                PermissionState(Permission.ACCESSIBILITY, facts.accessibility),
            )
        case "win32":
            return (PermissionState(Permission.MICROPHONE, facts.microphone),)
        case _ if facts.is_wayland:
            return (
                PermissionState(Permission.SHORTCUTS, facts.shortcuts),
                PermissionState(Permission.TYPING, facts.typing),
            )
        case _:
            return ()


_SECURITY: Final = "x-apple.systempreferences:com.apple.preference.security?Privacy_"

_PAGES: Final = {
    ("darwin", Permission.MICROPHONE): f"{_SECURITY}Microphone",
    ("darwin", Permission.ACCESSIBILITY): f"{_SECURITY}Accessibility",
    ("darwin", Permission.INPUT_MONITORING): f"{_SECURITY}ListenEvent",
    ("win32", Permission.MICROPHONE): "ms-settings:privacy-microphone",
}


def settings_page(permission: Permission, platform: str) -> str:
    """The address of the page of the system's settings where it is given; empty where there is none."""
    return _PAGES.get((platform, permission), "")
