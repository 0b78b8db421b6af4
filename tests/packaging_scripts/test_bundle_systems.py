"""What other systems are told about the program: it must agree with the program, as it cannot be run here."""

from __future__ import annotations

import ast
import configparser
import plistlib
import re
import struct
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QImage

from app import __version__
from app.adapters.autostart import VALUE
from app.adapters.folders import Folders
from app.cli import parser
from tests.packaging_scripts.scripts import FOLDER, ROOT, script

systems = script("bundle_systems")
icons = script("bundle_icons")
build = script("build")

ISS = (FOLDER / "windows" / "sayso.iss").read_text("utf-8")
SPEC = (FOLDER / "sayso.spec").read_text("utf-8")
ICON = ROOT / "resources" / "icons" / "sayso.svg"


def test_there_is_one_version() -> None:
    assert __version__ == systems.VERSION
    assert re.findall(r'#define Version "(.+)"', ISS) == [__version__]


@pytest.mark.parametrize(
    ("version", "numbers"),
    [("0.1.0", (0, 1, 0, 0)), ("1.2.3.4", (1, 2, 3, 4)), ("2.0rc1", (2, 0, 1, 0)), ("7", (7, 0, 0, 0))],
)
def test_windows_gets_four_numbers(version: str, numbers: tuple[int, ...]) -> None:
    assert systems.version_numbers(version) == numbers


def test_the_version_resource_is_python_and_names_program_and_version(tmp_path: Path) -> None:
    text = Path(systems.windows_version(tmp_path, "sayso-app")).read_text("utf-8")
    strings = {
        node.args[0].value: node.args[1].value
        for node in ast.walk(ast.parse(text, mode="eval"))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "StringStruct"
        and isinstance(node.args[0], ast.Constant)
        and isinstance(node.args[1], ast.Constant)
    }
    assert strings["OriginalFilename"] == "sayso-app.exe"
    assert strings["ProductVersion"] == strings["FileVersion"] == __version__


# --- Windows ---


def section(name: str) -> list[str]:
    """The lines of a section of the installer's script, without comments."""
    body = re.split(r"^\[(\w+)\]$", ISS, flags=re.MULTILINE)
    found = dict(zip(body[1::2], body[2::2], strict=True))[name]
    return [line for line in found.splitlines() if line.strip() and not line.startswith((";", "#"))]


def test_the_installer_starts_programs_that_the_spec_makes() -> None:
    made = {f"{name}.exe" for name in re.findall(r'program\("([\w-]+)"', SPEC)}
    used = set(re.findall(r"\{app\}\\([\w-]+\.exe)", ISS))
    assert used <= made
    assert "sayso-app.exe" in used


def test_the_installer_asks_no_administrator() -> None:
    assert "PrivilegesRequired=lowest" in section("Setup")
    assert not any("HKLM" in line for line in section("Registry"))


def test_the_autostart_is_the_one_that_the_setting_reads() -> None:
    first, second = section("Registry")
    assert f'ValueName: "{VALUE}"' in first
    assert f'ValueName: "{VALUE}"' in second
    assert '"""{app}\\sayso-app.exe"" --hidden"' in first
    assert "Tasks: autostart" in first
    assert "uninsdeletevalue" in second
    parser().parse_args(["--hidden"])  # ends the process where there is no such option


def test_every_sentence_of_the_installer_is_in_both_languages() -> None:
    lines = section("CustomMessages")
    keys = {
        language: {line[3:].split("=")[0] for line in lines if line.startswith(f"{language}.")}
        for language in ("en", "de")
    }
    assert keys["en"] == keys["de"]
    used = set(re.findall(r"\{cm:(\w+)\}|CustomMessage\('(\w+)'\)", ISS))
    assert {first or second for first, second in used} == keys["en"]


def test_the_installers_paths_lead_to_files() -> None:
    (licence,) = re.findall(r"LicenseFile=(.+)", ISS)
    assert (FOLDER / "windows" / licence.replace("\\", "/")).resolve() == ROOT / "LICENSE"
    assert "%LOCALAPPDATA%\\sayso" in ISS  # as README says, where platformdirs puts it
    assert "{localappdata}\\sayso'" in ISS


# --- macOS ---


def test_macos_is_told_why_the_microphone_is_wanted() -> None:
    keys = systems.mac_information()
    assert keys["CFBundleVersion"] == __version__
    assert keys["NSMicrophoneUsageDescription"].startswith("Sayso listens while you hold the key")
    assert keys["LSMinimumSystemVersion"] == "14.0"


def test_macos_lets_it_hear_and_shuts_it_into_no_sandbox() -> None:
    with (FOLDER / "macos" / "entitlements.plist").open("rb") as file:
        rights = plistlib.load(file)
    assert rights["com.apple.security.device.audio-input"] is True
    assert "com.apple.security.app-sandbox" not in rights
    assert "macos" in SPEC
    assert "entitlements.plist" in SPEC


def test_nothing_pretends_to_be_signed() -> None:
    assert 'os.environ.get("SAYSO_SIGN_AS")' in SPEC


# --- Linux ---


def test_the_menu_entry_has_what_a_desktop_wants() -> None:
    entry = configparser.ConfigParser(interpolation=None, delimiters=("=",))
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read(ROOT / "resources" / "desktop" / "sayso.desktop", encoding="utf-8")
    main = entry["Desktop Entry"]
    assert (main["Type"], main["Exec"], main["Icon"]) == ("Application", "sayso", "sayso")
    assert main["Terminal"] == "false"
    for key in ("Categories", "Keywords", "Actions"):
        assert main[key].endswith(";")
    for action in main["Actions"].rstrip(";").split(";"):
        name, command = entry[f"Desktop Action {action}"]["Exec"].split()
        assert name == "sayso"
        parser().parse_args([command])


def test_the_desktop_file_has_the_name_that_the_program_says_it_has() -> None:
    assert 'setDesktopFileName("sayso")' in (ROOT / "app" / "main.py").read_text("utf-8")


def test_appstreams_facts_tell_this_version() -> None:
    facts = ElementTree.fromstring(build.metainfo(datetime(2026, 3, 4, tzinfo=UTC)))
    release = facts.find("releases/release")
    assert release is not None
    assert release.attrib == {"version": __version__, "date": "2026-03-04"}
    assert facts.findtext("launchable") == "sayso.desktop"
    assert facts.findtext("id") == "org.sayso.Sayso"
    assert 'bundle_identifier="org.sayso.Sayso"' in SPEC
    assert facts.findtext("project_license") == "MIT"


def test_what_uninstalling_removes_is_where_sayso_keeps_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "SAYSO_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    folders = Folders.of_user()
    removed = {
        tmp_path / place
        for place in (".local/share/sayso", ".config/sayso", ".cache/sayso", ".local/state/sayso")
    }
    for folder in (folders.data, folders.config, folders.cache, folders.log):
        assert {folder, *folder.parents} & removed


# --- icons ---


def test_an_ico_holds_each_picture() -> None:
    pictures = {size: icons.drawn(ICON, size) for size in (16, 256)}
    data = icons.ico(pictures)
    assert struct.unpack("<HHH", data[:6]) == (0, 1, 2)
    for number, size in enumerate(pictures):
        width, height, _, _, _, depth, length, offset = struct.unpack(
            "<BBBBHHII", data[6 + 16 * number :][:16]
        )
        assert (width or 256, height or 256, depth) == (size, size, 32)
        image = QImage.fromData(data[offset : offset + length])
        assert (image.width(), image.height()) == (size, size)


def test_an_icns_holds_each_picture() -> None:
    data = icons.icns({size: icons.drawn(ICON, size) for size in (32, 128)})
    kind, length = struct.unpack(">4sI", data[:8])
    assert (kind, length) == (b"icns", len(data))
    first, first_length = struct.unpack(">4sI", data[8:16])
    second, _ = struct.unpack(">4sI", data[8 + first_length :][:8])
    assert (first, second) == (b"icp5", b"ic07")
    assert QImage.fromData(data[16 : 8 + first_length]).width() == 32


def test_the_icon_is_drawn_on_nothing() -> None:
    image = QImage.fromData(icons.drawn(ICON, 64))
    assert image.pixelColor(0, 0).alpha() == 0
    assert image.pixelColor(32, 10).name() == "#2b57d6"


@pytest.mark.qt_log_ignore("Start tag expected")
def test_what_is_no_drawing_is_told(tmp_path: Path) -> None:
    (tmp_path / "no.svg").write_text("nothing")
    with pytest.raises(ValueError, match="no drawing"):
        icons.drawn(tmp_path / "no.svg", 16)


def test_the_theme_has_every_size_in_its_folder(tmp_path: Path) -> None:
    icons.write_theme(ICON, tmp_path)
    for size in icons.LINUX_SIZES:
        image = QImage(str(tmp_path / f"{size}x{size}" / "apps" / "sayso.png"))
        assert image.width() == size
    assert (tmp_path / "scalable" / "apps" / "sayso.svg").read_bytes() == ICON.read_bytes()
    assert all(first < second for first, second in pairwise(icons.LINUX_SIZES))
