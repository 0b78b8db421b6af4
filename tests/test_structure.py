"""The plan of the house, checked: who imports whom, what lies where, what is loaded at the start.

A rule that nothing checks is gone within a month. Each test names the offender, so that its message is
enough to mend it.
"""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
APP = ROOT / "app"
LINES_AT_MOST = 400
TOP_LEVEL = {"app", "resources", "tests", "packaging", "pyproject.toml", "README.md", "LICENSE"}
GENERATED = {"build", "dist"}
LOADED_LATE = (
    "faster_whisper",
    "ctranslate2",
    "av",
    "onnxruntime",
    "torch",
    "tokenizers",
    "huggingface_hub",
    "ollama",
    "httpx",
)
# What the first file needs, and the window's start does not.
NEEDED_FOR_FILES = ("av", "docx", "lxml", "psutil", "pysubs2", "soxr", "watchdog")

# What each floor may import beside the standard library and Sayso itself; None is anything but Qt.
ALLOWED: dict[str, set[str] | None] = {
    "domain": {"numpy"},
    "services": {"numpy"},
    "ui": {"PySide6", "shiboken6"},  # shiboken6 is the part of PySide6 that knows whether an object is alive
    "adapters": None,
    # The roof puts parts together and needs no library itself, but for the application's own object.
    "commands": {"numpy"},
    "parts": set(),
    "cli.py": set(),
    "main.py": {"PySide6"},
    "program.py": {"PySide6"},
    "wiring": {"PySide6"},
    "front.py": {"PySide6"},
    "strip.py": {"PySide6"},
}

# Libraries that more than one module may import, and why. Any other is imported in exactly one.
EVERYWHERE = {
    "numpy": "sound is an array on every floor",
    "PySide6": "every window is made of it; the floors keep it out of everything else",
    "shiboken6": "belongs to PySide6",
}
SHARED: dict[str, set[str]] = {
    # Loading, recordings with the library's own detector, and phrases and batches, which go below its
    # transcribe().
    "faster_whisper": {
        "adapters/batch_whisper.py",
        "adapters/spoken_parts.py",
        "adapters/whisper_loader.py",
        "adapters/whisper_phrases.py",
    },
    # What a file says of itself, its sound, and its library's log; all in the decoder's process alone.
    "av": {"adapters/media_decoder.py", "adapters/media_facts.py", "adapters/media_log.py"},
    # The hub is asked by its library, whose session other downloads go over, too.
    "huggingface_hub": {"adapters/model_hub.py", "adapters/download.py"},
    # Two connections to the X server: keys are grabbed on one, windows are asked on the other.
    "xcffib": {"adapters/x11_display.py", "adapters/x11_keyboard.py"},
    # One library for three outside things: windows, the keyboard that is watched, and the keys that are sent.
    "Quartz": {"adapters/caret_macos.py", "adapters/hotkeys_macos.py", "adapters/inserter_macos.py"},
}


def sources(place: Path) -> Iterator[Path]:
    """The Python files in a folder, or the one file itself."""
    return iter([place] if place.is_file() else sorted(place.rglob("*.py")))


def outside_imports(path: Path) -> set[str]:
    """The libraries that a file imports, anywhere in it, by their first names."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            names.add(node.module)
    first = {name.split(".")[0] for name in names}
    return first - sys.stdlib_module_names - {"app", "resources", "__future__"}


def run_python(code: str) -> str:
    """Standard output of a fresh interpreter, so that nothing is loaded that the code does not load."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, env=environment, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_floors_hold(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"]
    done = subprocess.run(
        [*command, "--no-logo", "--cache-dir", str(tmp_path)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert " 0 broken" in done.stdout  # it did look


def test_each_floor_imports_only_what_it_may() -> None:
    in_app = {path.name for path in APP.iterdir()} - {"__init__.py", "__main__.py", "__pycache__", "py.typed"}
    assert in_app == ALLOWED.keys()
    offences = []
    for floor, allowed in ALLOWED.items():
        for path in sources(APP / floor):
            found = outside_imports(path)
            wrong = found & {"PySide6", "shiboken6"} if allowed is None else found - allowed
            offences += [f"{path.relative_to(ROOT)} imports {name}" for name in sorted(wrong)]
    assert not offences, "\n".join(offences)


def test_each_library_is_imported_in_one_place() -> None:
    users: dict[str, set[str]] = defaultdict(set)
    for path in sources(APP):
        for name in outside_imports(path) - EVERYWHERE.keys():
            users[name].add(str(path.relative_to(APP).as_posix()))
    scattered = {
        name: sorted(modules)
        for name, modules in users.items()
        if len(modules) > 1 and not modules <= SHARED.get(name, set())
    }
    assert not scattered, scattered


def test_no_exception_outlives_its_use() -> None:
    imported: dict[str, set[str]] = {name: set() for name in SHARED}
    for path in sources(APP):
        for name in outside_imports(path) & SHARED.keys():
            imported[name].add(str(path.relative_to(APP).as_posix()))
    assert imported == SHARED


@pytest.mark.parametrize("folder", ["app", "tests", "packaging"])
def test_no_file_is_too_long(folder: str) -> None:
    kinds = {".py", ".sh", ".ps1", ".toml", ".qss"}
    long = {
        str(path.relative_to(ROOT)): count
        for path in (ROOT / folder).rglob("*")
        if path.suffix in kinds and (count := len(path.read_text("utf-8").splitlines())) > LINES_AT_MOST
    }
    assert not long, long


def test_the_top_level_is_as_planned() -> None:
    names = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    generated = {name for name in names if name in GENERATED or name.endswith((".egg-info", "__pycache__"))}
    assert names - generated == TOP_LEVEL


def test_packaging_is_no_package() -> None:
    # With an __init__.py it would hide the library of the same name from everything started in this folder.
    assert not (ROOT / "packaging" / "__init__.py").exists()


@pytest.mark.parametrize("module", ["app.cli", "app.main"])
def test_nothing_heavy_is_loaded_at_the_start(module: str) -> None:
    code = f"import sys, {module}; print(*(name for name in {LOADED_LATE!r} if name in sys.modules))"
    assert run_python(code).split() == []


def test_nothing_is_loaded_for_files_before_there_is_one() -> None:
    code = f"import sys, app.program; print(*(name for name in {NEEDED_FOR_FILES!r} if name in sys.modules))"
    assert run_python(code).split() == []


def test_libraries_are_told_not_to_tell_before_any_is_loaded() -> None:
    names = ("ORT_DISABLE_TELEMETRY", "HF_HUB_DISABLE_TELEMETRY", "DO_NOT_TRACK")
    code = f"import app.adapters.speech_detector, os; print([os.environ[name] for name in {names!r}])"
    assert run_python(code).strip() == str(["1"] * len(names))


def test_the_command_line_does_without_qt() -> None:
    assert run_python("import sys, app.cli; print('PySide6' in sys.modules)").strip() == "False"


@pytest.mark.parametrize("module", ["app.cli", "app.main"])
def test_sound_and_screen_libraries_are_not_asked_for_by_importing(module: str) -> None:
    # On a machine without PortAudio or X11, importing these fails; what needs neither must work there.
    names = ("sounddevice", "pulsectl", "xcffib", "keyboard", "Quartz", "AppKit")
    code = f"import sys, {module}; print(*(name for name in {names!r} if name in sys.modules))"
    assert run_python(code).split() == []
