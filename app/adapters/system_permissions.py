"""What the system allows Sayso: read from the system's own records, never asked of the user.

macOS: the frameworks that hold each permission tell of it without a dialog, and are called by the C library,
    since no binding of them is among the dependencies (AXUIElement.h, IOHIDLib.h, AVCaptureDevice.h).
Windows: the microphone's consent, as the settings keep it in the registry: one switch for all programs, one
    for those that are not from the store; an administrator's for all users comes first.
Linux: nothing is allowed by the user. On Wayland the portal passes keys on, or not, and a tool types, or not.

Failure mode: what cannot be found out is UNKNOWN; nothing is raised.
"""

from __future__ import annotations

import ctypes
import logging
import os
import shutil
import sys
from collections.abc import Callable, Mapping
from typing import Final

from app.adapters.inserter_wayland import tool
from app.adapters.portal_shortcuts import has_global_shortcuts
from app.domain.permissions import Grant, PermissionFacts

logger = logging.getLogger(__name__)

_FRAMEWORKS: Final = "/System/Library/Frameworks"

# IOHIDLib.h: kIOHIDRequestTypeListenEvent, and the answers of IOHIDCheckAccess.
_LISTEN_EVENT: Final = 1
_IOHID: Final = {0: Grant.GIVEN, 1: Grant.MISSING}

# AVCaptureDevice.h: AVAuthorizationStatus; 0 is "not asked yet".
_CAPTURE: Final = {1: Grant.MISSING, 2: Grant.MISSING, 3: Grant.GIVEN}

_CONSENT: Final = r"Software\Microsoft\Windows\CurrentVersion\CapabilityAccessManager\ConsentStore\microphone"
_CONSENTS: Final = {"Allow": Grant.GIVEN, "Deny": Grant.MISSING}


class ThisSystem:
    """Fits the port SystemPermissions."""

    def look(self) -> PermissionFacts:
        """See the port."""
        if sys.platform == "darwin":
            return PermissionFacts(
                sys.platform,
                microphone=_known(_mac_microphone),
                accessibility=_known(_mac_accessibility),
                input_monitoring=_known(_mac_input_monitoring),
            )
        if sys.platform == "win32":
            return PermissionFacts(sys.platform, microphone=_known(_windows_microphone))
        return linux_facts(os.environ, has_global_shortcuts, shutil.which)


def linux_facts(
    environment: Mapping[str, str],
    has_shortcuts: Callable[[], bool],
    which: Callable[[str], str | None],
) -> PermissionFacts:
    """What can be had in the session that `environment` tells of; the portal is asked on Wayland alone."""
    if not environment.get("WAYLAND_DISPLAY"):
        return PermissionFacts("linux")
    return PermissionFacts(
        "linux",
        is_wayland=True,
        shortcuts=Grant.GIVEN if has_shortcuts() else Grant.MISSING,
        typing=Grant.GIVEN if tool(environment, which) else Grant.MISSING,
    )


def consent(values: tuple[str | None, ...]) -> Grant:
    """What the microphone's switches say together, each "Allow", "Deny" or not there: one that is off is
    enough."""
    said = [_CONSENTS[value] for value in values if value in _CONSENTS]
    if Grant.MISSING in said:
        return Grant.MISSING
    return Grant.GIVEN if said else Grant.UNKNOWN


def _known(ask: Callable[[], Grant]) -> Grant:
    try:
        return ask()
    except (OSError, AttributeError, ValueError) as error:
        # A library or a symbol that this version of the system does not have.
        logger.info("a permission could not be looked up: %s", type(error).__name__)
        return Grant.UNKNOWN


if sys.platform == "darwin":

    def _mac_accessibility() -> Grant:
        library = ctypes.CDLL(f"{_FRAMEWORKS}/ApplicationServices.framework/ApplicationServices")
        library.AXIsProcessTrusted.restype = ctypes.c_bool
        library.AXIsProcessTrusted.argtypes = []
        return Grant.GIVEN if library.AXIsProcessTrusted() else Grant.MISSING

    def _mac_input_monitoring() -> Grant:
        library = ctypes.CDLL(f"{_FRAMEWORKS}/IOKit.framework/IOKit")
        library.IOHIDCheckAccess.restype = ctypes.c_uint32
        library.IOHIDCheckAccess.argtypes = [ctypes.c_uint32]
        return _IOHID.get(int(library.IOHIDCheckAccess(_LISTEN_EVENT)), Grant.UNKNOWN)

    def _mac_microphone() -> Grant:
        capture = ctypes.CDLL(f"{_FRAMEWORKS}/AVFoundation.framework/AVFoundation")
        runtime = ctypes.CDLL("/usr/lib/libobjc.dylib")
        for function in (runtime.objc_getClass, runtime.sel_registerName):
            function.restype = ctypes.c_void_p
            function.argtypes = [ctypes.c_char_p]
        # objc_msgSend has the type of the method that it calls.
        status = ctypes.CFUNCTYPE(ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)(
            ("objc_msgSend", runtime)
        )
        sound = ctypes.c_void_p.in_dll(capture, "AVMediaTypeAudio")
        device = runtime.objc_getClass(b"AVCaptureDevice")
        question = runtime.sel_registerName(b"authorizationStatusForMediaType:")
        return _CAPTURE.get(int(status(device, question, sound)), Grant.UNKNOWN)


if sys.platform == "win32":
    import winreg

    def _windows_microphone() -> Grant:
        mine, everybodys = winreg.HKEY_CURRENT_USER, winreg.HKEY_LOCAL_MACHINE
        return consent(
            (
                _registry(everybodys, _CONSENT),
                _registry(mine, _CONSENT),
                _registry(mine, rf"{_CONSENT}\NonPackaged"),
            )
        )

    def _registry(root: int, path: str) -> str | None:
        try:
            with winreg.OpenKey(root, path) as key:
                value, _kind = winreg.QueryValueEx(key, "Value")
        except FileNotFoundError:
            return None
        return str(value)
