"""What is in the bundle and what is left out of it: the lists that the spec and the tests read.

Problem: PyInstaller takes along whatever the libraries name, more than Sayso needs; and it cannot see what is
    only known while the program runs.
Rules: modules and files are named here and nowhere else. Of Qt's plug-ins those named stay and all others go,
    so that a new release brings none by surprise. Libraries that belong to the desktop of whoever installs
    (its fonts, its sound system, its graphics drivers) are the system's, since a copy of ours would be loaded
    in their place; those that many systems lack are ours.
Failure mode: what is missing shows in smoke.py, and in the comparison of modules in modules_seen.py.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from fnmatch import fnmatchcase
from pathlib import PurePath
from typing import Final

METADATA: Final = (
    "av",
    "ctranslate2",
    "faster-whisper",
    "huggingface-hub",
    "numpy",
    "ollama",
    "onnxruntime",
    "PySide6-Essentials",
    "sounddevice",
    "tokenizers",
)
"""Packages whose version is asked for while the program runs."""

DATA: Final = ("faster_whisper", "docx")
"""Packages with files of their own that they read."""

HIDDEN: Final = (
    "xcffib.xproto",
    "xcffib.xkb",
    "xcffib.xtest",
    "xcffib.record",
    "PySide6.support.deprecated",
)
"""Modules that are imported by a name that no analysis sees. (All of `app` is taken besides.)"""

LEFT_OUT_MODULES: Final = (
    # The second engine, which needs PyTorch: whoever wants it installs Sayso with pip.
    "torch",
    "whisper",
    "triton",
    "numba",
    "tiktoken",
    # What libraries use where it happens to be there, and Sayso does not.
    "tkinter",
    "_tkinter",
    "IPython",
    "PIL",
    "matplotlib",
    "pandas",
    "scipy",
    "sympy",
    "tensorflow",
    "jax",
    "transformers",
    "curses",
    "readline",
    "onnxruntime.backend",
    "onnxruntime.datasets",
    "onnxruntime.quantization",
    "onnxruntime.tools",
    "onnxruntime.transformers",
    "numpy.f2py",
    "lxml.isoschematron",
    "ctranslate2.converters",
    "ctranslate2.specs.transformer_spec",
    # What builds and checks.
    "pip",
    "setuptools",
    "pkg_resources",
    "wheel",
    "pytest",
    "_pytest",
    "hypothesis",
    "mypy",
    "PyInstaller",
    "lib2to3",
    "ensurepip",
    "idlelib",
    "turtledemo",
    "test",
)

KEPT_PLUGINS: Final = (
    "platforms/libqxcb.so",
    "platforms/libqwayland*.so",
    "platforms/libqoffscreen.so",
    "platforms/qwindows.dll",
    "platforms/libqcocoa.dylib",
    "platforminputcontexts/libcompose*",
    "platforminputcontexts/libibus*",
    "platformthemes/libqxdgdesktopportal.so",
    "iconengines/*qsvgicon*",
    "imageformats/*qsvg.*",
    "styles/*",
    "wayland-decoration-client/libadwaita.so",
    "wayland-decoration-client/libbradient.so",
    "wayland-shell-integration/libxdg-shell.so",
    # Programs draw with OpenGL on Wayland through this one; without it Qt warns at each start.
    "wayland-graphics-integration-client/libqt-plugin-wayland-egl.so",
)
"""Of Qt's plug-ins, below its folder `plugins`."""

KEPT_TRANSLATIONS: Final = ("qtbase_de.qm", "qtbase_he.qm")
"""Of Qt's own sentences, in the languages that Sayso speaks."""

LEFT_OUT_FILES: Final = (
    # Parts of Qt that no window of Sayso uses, and what only they need.
    "*Qt6Quick*",
    "*Qt6Qml*",
    "*Qt6Pdf*",
    "*Qt6VirtualKeyboard*",
    "*Qt6EglF*",
    "*Qt6Network*",
    "*opengl32sw.dll",
    "*d3dcompiler_*.dll",
    "PySide6/QtNetwork.*",
    "PySide6/QtQml.*",
    "PySide6/QtQuick.*",
    "PySide6/QtOpenGL.*",
    "resources/pictures/*",
    "resources/desktop/*",
    "resources/languages/*.ts",
    # For those who compile or train.
    "*.pyi",
    "*.pxd",
    "*.pyx",
    "*.h",
    "*/py.typed",
    "onnxruntime/*.so.*.debug",
)
"""Patterns of names in the bundle, with slashes."""

SYSTEM_LIBRARIES: Final = (
    # The compiler's, which graphics drivers need in a version of their own.
    "libstdc++.so.6",
    "libgcc_s.so.1",
    # Belongs to the C library, whose other parts are never taken.
    "libmvec.so.1",
    "libz.so.1",
    # Sound: its plug-ins are the system's.
    "libasound.so.2",
    "libpulse.so.0",
    "libpulsecommon*",
    # Fonts and their cache.
    "libfontconfig.so.1",
    "libfreetype.so.6",
    "libexpat.so.1",
    "libpng16.so.16",
    "libbrotli*",
    # The desktop's bus, main loop and settings.
    "libdbus-1.so.3",
    "libsystemd.so.0",
    "libglib-2.0.so.0",
    "libgthread-2.0.so.0",
    "libpcre2-8.so.0",
    "libcap.so.2",
    "libgcrypt.so.20",
    "libgpg-error.so.0",
    "liblz4.so.1",
    "liblzma.so.5",
    "libzstd.so.1",
    # The screen and its drivers.
    "libEGL.so.1",
    "libGL.so.1",
    "libGLX.so.0",
    "libGLdispatch.so.0",
    "libOpenGL.so.0",
    "libdrm.so.2",
    "libgbm.so.1",
    "libwayland-client.so.0",
    "libwayland-cursor.so.0",
    "libwayland-egl.so.1",
    "libX11.so.6",
    "libX11-xcb.so.1",
    "libXau.so.6",
    "libXdmcp.so.6",
    "libxcb.so.1",
    "libbsd.so.0",
    "libmd.so.0",
)
"""Left to the system on Linux. Those that something asks for are in the package's list of needs."""


def is_kept(name: str) -> bool:
    """Whether the file `name`, its place in the bundle, is to be there."""
    name = PurePath(name.replace("\\", "/")).as_posix()
    if "/plugins/" in name and name.startswith("PySide6/"):
        return _matches(name.partition("/plugins/")[2], KEPT_PLUGINS)
    if name.startswith("PySide6/") and name.endswith(".qm"):
        return _matches(PurePath(name).name, KEPT_TRANSLATIONS)
    if sys.platform == "linux" and "/" not in name and _matches(name, SYSTEM_LIBRARIES):
        return False
    return not _matches(name, LEFT_OUT_FILES)


def _matches(name: str, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in patterns)
