"""What is in the bundle and what is not, and what that says of its size."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

from tests.packaging_scripts.scripts import ROOT, script

contents = script("bundle_contents")
sizes = script("bundle_sizes")
modules_seen = script("modules_seen")


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/plugins/styles/qmodernwindowsstyle.dll",
        "PySide6/Qt/plugins/iconengines/libqsvgicon.so",
        "PySide6/Qt/translations/qtbase_de.qm",
        "PySide6/Qt/translations/qtbase_he.qm",
        "PySide6/Qt/lib/libQt6Widgets.so.6",
        "PySide6\\plugins\\platforms\\qwindows.dll",
        "libportaudio.so.2",
        "resources/icons/mark.svg",
        "resources/languages/sayso_de.qm",
        "resources/models/base/model.bin",
        "faster_whisper/assets/silero_vad_v6.onnx",
        "ctranslate2.libs/libctranslate2.so",
        "numpy.libs/libgfortran.so.5",
    ],
)
def test_what_a_window_or_an_engine_needs_is_kept(name: str) -> None:
    assert contents.is_kept(name)


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/platforms/libqeglfs.so",
        "PySide6/Qt/plugins/platforms/libqvnc.so",
        "PySide6/Qt/plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/plugins/imageformats/libqpdf.so",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6/Qt/plugins/a-new-kind/libqnew.so",
        "PySide6/Qt/translations/qtbase_fr.qm",
        "PySide6/Qt/translations/designer_de.qm",
        "PySide6/Qt/lib/libQt6Quick.so.6",
        "PySide6/Qt/lib/libQt6VirtualKeyboard.so.6",
        "PySide6/opengl32sw.dll",
        "resources/pictures/main-window.png",
        "resources/languages/sayso_de.ts",
        "numpy/_core/include/numpy/arrayobject.h",
    ],
)
def test_what_nobody_asks_for_is_left_out(name: str) -> None:
    assert not contents.is_kept(name)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such libraries")
@pytest.mark.parametrize("name", ["libstdc++.so.6", "libasound.so.2", "libfontconfig.so.1", "libGL.so.1"])
def test_what_belongs_to_a_linux_desktop_is_the_systems(name: str) -> None:
    assert not contents.is_kept(name)
    assert contents.is_kept(f"numpy.libs/{name}")  # a wheel's own copy has a place of its own


def test_no_torch_is_inside() -> None:
    assert {"torch", "whisper"} <= set(contents.LEFT_OUT_MODULES)


def test_nothing_that_sayso_imports_is_left_out() -> None:
    left_out = {name for name in contents.LEFT_OUT_MODULES if name not in ("torch", "whisper")}
    for path in (ROOT / "app").rglob("*.py"):
        for line in path.read_text("utf-8").splitlines():
            word = line.split()
            if word[:1] in (["import"], ["from"]):
                assert word[1].rstrip(",") not in left_out, f"{path.name}: {line.strip()}"


@pytest.mark.skipif(sys.platform != "linux", reason="those of X11 are installed there alone")
def test_all_hidden_modules_are_there() -> None:
    assert [name for name in contents.HIDDEN if importlib.util.find_spec(name) is None] == []


# --- sizes ---


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("PySide6/Qt/lib/libQt6Core.so.6", "Qt"),
        ("av.libs/libavcodec.so", "av"),
        ("av/audio/frame.so", "av"),
        ("resources/models/base/model.bin", "weights of base"),
        ("resources/proof.wav", "resources"),
        ("libpython3.11.so.1.0", "Python and libraries of the system"),
    ],
)
def test_each_file_counts_for_a_part(name: str, part: str) -> None:
    assert sizes.part_of(name) == part


def test_sizes_are_added_up_and_links_count_nothing(tmp_path: Path) -> None:
    inner = tmp_path / "_internal"
    (inner / "av").mkdir(parents=True)
    (inner / "av" / "one.so").write_bytes(b"1" * 300)
    (inner / "two.so").symlink_to("av/one.so")
    (tmp_path / "sayso").write_bytes(b"1" * 20)
    assert sizes.sizes(tmp_path) == {"av": 300, "program": 20}


def test_the_table_has_the_largest_first_and_small_parts_together() -> None:
    rows = sizes.table({"Qt": 9_000_000, "a": 10, "b": 20}, {"Qt": 2_000_000, "av": 5_000_000, "a": 10})
    assert [row.split() for row in rows.splitlines()] == [
        ["MB", "named", "kept"],
        ["av", "0.0", "5.0"],
        ["Qt", "9.0", "2.0"],
        ["all", "others", "0.0", "0.0"],
        ["in", "all", "9.0", "7.0"],
    ]


# --- modules ---


def test_a_module_that_was_imported_and_is_not_bundled_is_told() -> None:
    imported = ["app.cli", "av.audio", "torch", "torch.nn", "sitecustomize", "_sysconfigdata_x86", "late"]
    assert modules_seen.missing(imported, {"app.cli", "av.audio"}) == ["late"]


@pytest.mark.parametrize(
    ("file", "name"),
    [("a/b.pyc", "a.b"), ("a/__init__.pyc", "a"), ("encodings/utf_8.pyc", "encodings.utf_8")],
)
def test_files_of_an_archive_are_modules(file: str, name: str) -> None:
    assert modules_seen.module_name(file) == name
