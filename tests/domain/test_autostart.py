"""What systems keep of that which they start, as text and back."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.autostart import (
    Autostart,
    command_line,
    desktop_entry,
    is_approved,
    is_on,
    is_to_be_repaired,
    launch_agent,
    read_command_line,
    read_desktop_entry,
    read_launch_agent,
)

PLAIN = ("/usr/bin/sayso", "--hidden")
ODD = (
    '/home/ada/My Programs/100 % "Sayso"/bin/sayso',
    "-c",
    "import sys; sys.path.insert(0, '/home/ada/$HOME/`x`/a\\\\b'); main()",
    "--hidden",
)
WORDS = st.lists(
    st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1), min_size=1, max_size=4
).map(tuple)


@pytest.mark.parametrize("command", [PLAIN, ODD])
def test_what_is_written_is_read_again(command: tuple[str, ...]) -> None:
    assert read_desktop_entry(desktop_entry(command)) == Autostart(command)
    assert read_launch_agent(launch_agent(command)) == Autostart(command)
    assert read_command_line(command_line(command)) == command


@given(WORDS)
def test_any_command_is_read_as_it_was_written(command: tuple[str, ...]) -> None:
    assert read_desktop_entry(desktop_entry(command)) == Autostart(command)
    assert read_command_line(command_line(command)) == command


def test_a_plain_command_reads_plainly() -> None:
    assert "\nExec=/usr/bin/sayso --hidden\n" in desktop_entry(PLAIN)
    assert desktop_entry(PLAIN).startswith("[Desktop Entry]\nType=Application\n")


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="the system's checker is not here")
def test_the_systems_own_checker_is_content(tmp_path: object) -> None:
    path = os.path.join(str(tmp_path), "sayso.desktop")
    for command in (PLAIN, ODD):
        with open(path, "w", encoding="utf-8") as file:
            file.write(desktop_entry(command))
        done = subprocess.run(
            shlex.split(f"desktop-file-validate {shlex.quote(path)}"),
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_what_the_desktop_has_switched_off_is_off(line: str) -> None:
    key = line.partition("=")[0]
    kept = [one for one in desktop_entry(PLAIN).splitlines() if not one.startswith(key)]
    found = read_desktop_entry("\n".join([*kept, line]))
    assert found == Autostart(PLAIN, is_on=False)
    assert not is_on(found)


@pytest.mark.parametrize("text", ["", "[Desktop Entry]\nType=Application", "Exec=x", "[Other]\nExec=x"])
def test_what_starts_nothing_is_none(text: str) -> None:
    assert read_desktop_entry(text) is None
    assert not is_on(None)


@pytest.mark.parametrize("content", [b"", b"x", b"<plist><dict/></plist>", launch_agent(())])
def test_what_is_no_agent_is_none(content: bytes) -> None:
    assert read_launch_agent(content) is None


def test_an_agent_that_is_disabled_is_off() -> None:
    content = launch_agent(PLAIN).replace(b"<true/>", b"<false/>")
    assert read_launch_agent(content) == Autostart(PLAIN, is_on=False)


def test_windows_says_in_a_byte_of_its_own_whether_it_is_off() -> None:
    assert is_approved(b"")
    assert is_approved(b"\x02" + bytes(11))
    assert not is_approved(b"\x03" + bytes(11))


def test_it_is_put_right_only_where_it_leads_to_nowhere() -> None:
    mine = ("/opt/new/sayso", "--hidden")

    def repaired(found: Autostart | None, *paths: str) -> bool:
        return is_to_be_repaired(found, mine, lambda path: path in paths)

    assert not repaired(None)
    assert not repaired(Autostart(mine))
    assert not repaired(Autostart(PLAIN, is_on=False))
    assert repaired(Autostart(PLAIN))
    assert not repaired(Autostart(PLAIN), "/usr/bin/sayso")
    assert repaired(Autostart(("sayso", "--hidden")))
    both = Autostart(("/usr/bin/python", "/srv/sayso.py"))
    assert repaired(both, "/usr/bin/python")
    assert not repaired(both, "/usr/bin/python", "/srv/sayso.py")
    windows = Autostart((r"C:\Sayso\sayso.exe", "--hidden"))
    assert repaired(windows)
    assert not repaired(windows, r"C:\Sayso\sayso.exe")
