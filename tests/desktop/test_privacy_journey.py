"""What the user does about his privacy in the program that runs: deletes, forbids, has it start by itself."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.adapters.autostart import DesktopFile, start_command
from app.adapters.folders import Folders
from app.domain.connections import Leave, Purpose
from app.domain.privacy import Kept
from app.domain.problems import ConnectionRefused
from app.domain.remote import Command
from tests.desktop.desk import Desk
from tests.desktop.inside import Inside, running_inside
from tests.desktop.journey import KEY, Journey, said, words
from tests.desktop.sayso_program import SaysoProgram, speak

pytestmark = [pytest.mark.desktop, pytest.mark.timeout(600)]

SETTINGS = """
[general]
guide_done = true
[enhancement]
enabled = false
[speech]
language = "en"
model = "tiny.en"
"""


@pytest.fixture
def autostart() -> Iterator[Path]:
    """The file by which this desktop starts Sayso; the home is the test's own."""
    path = Path(os.environ["XDG_CONFIG_HOME"]) / "autostart" / "sayso.desktop"
    path.unlink(missing_ok=True)
    yield path
    path.unlink(missing_ok=True)


@pytest.fixture
def inside(desk: Desk, tmp_path: Path, qapp: QApplication, autostart: Path) -> Iterator[Inside]:
    folders = Folders.at(tmp_path / "s")
    folders.config.mkdir(parents=True)
    folders.settings_file.write_text(SETTINGS, "utf-8")
    with running_inside(folders, qapp) as program:
        yield Inside(desk, program, "privacy")


def holding(folder: Path, word: str) -> list[str]:
    """The files below `folder` in which `word` stands."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return sorted(path.name for path in files if word.encode() in path.read_bytes().lower())


def test_the_history_is_deleted_while_somebody_speaks_and_what_he_says_is_kept(inside: Inside) -> None:
    folders = inside.program.folders
    inside.dictate("s16")
    inside.expect("s16")
    inside.until(lambda: holding(folders.data, "raining"))
    inside.window.open_settings("this_computer_only")
    line = inside.window.settings.form.privacy.places[Kept.HISTORY]
    inside.until(lambda: line.amount.text().startswith("1 dictation,"))

    inside.desk.xdotool("search", "--onlyvisible", "--name", "^Foreign$", "windowactivate")
    inside.until(inside.editor.has_focus)
    inside.desk.xdotool("keydown", KEY)
    inside.until(lambda: inside.status.startswith("listening"))
    line.remove.click()
    line.question.go_on.click()
    inside.until(line.told.words.text)
    assert line.told.words.text().startswith("Removed: 1 dictation")
    assert holding(folders.data, "raining") == []
    assert inside.history() == ()
    speak("s21", inside.until)
    inside.desk.xdotool("keyup", KEY)
    inside.expect("s16", "s21")
    inside.until(inside.history)
    (entry,) = inside.history()
    assert words(entry.text) == said("s21")
    assert entry.has_audio
    inside.until(lambda: line.amount.text().startswith("1 dictation,"))


def test_this_computer_only_holds_at_once_and_is_told_with_the_way_to_it(inside: Inside) -> None:
    program = inside.program
    current = program.settings.current
    program.settings.accept(replace(current, privacy=replace(current.privacy, this_computer_only=True)))
    found = {one.purpose: one.leave for one in program.privacy.connections(program.settings.current)}
    assert found[Purpose.CLEAN_UP] is Leave.OFF
    # Where the environment names a hub of this computer, that stays allowed.
    is_own = program.privacy.gate.is_own(program.privacy.leads.models)
    assert found[Purpose.MODELS] is (Leave.ASKED if is_own else Leave.REFUSED)
    assert found[Purpose.CUDA] is Leave.REFUSED
    problem = ConnectionRefused("hub.example")
    program.notices.add(problem)
    notice = program.notices.all[-1]
    inside.window.notice_acted.emit(notice)
    assert notice not in program.notices.all
    tick = inside.window.settings.form.privacy.only.control
    inside.until(tick.isVisible)


def test_starting_with_the_system_is_as_it_is_there(inside: Inside, autostart: Path) -> None:
    program, page = inside.program, inside.window.settings

    def is_set() -> bool:
        return program.settings.current.general.start_with_system

    inside.until(lambda: program.face.window is not None)
    assert not is_set()
    general = replace(program.settings.current.general, start_with_system=True)
    program.settings.accept(replace(program.settings.current, general=general))
    inside.until(autostart.exists)
    found = DesktopFile(autostart).read()
    assert found is not None
    assert found.command == start_command()
    # Removed elsewhere, it shows as off as soon as the settings are looked at.
    autostart.unlink()
    page.looked_at.emit()
    inside.until(lambda: not is_set())
    # Put there by somebody else, it shows as on.
    DesktopFile(autostart).write(start_command())
    page.looked_at.emit()
    inside.until(is_set)
    # And one that leads to a program that is gone is put right.
    DesktopFile(autostart).write(("/nowhere/sayso", "--hidden"))
    page.looked_at.emit()

    def is_right() -> bool:
        entry = DesktopFile(autostart).read()
        return entry is not None and entry.command == start_command()

    inside.until(is_right)
    assert is_set()


def test_who_starts_it_while_it_ends_gets_a_new_one(desk: Desk, tmp_path: Path) -> None:
    journey = Journey(desk, tmp_path / "s", SETTINGS)
    first = journey.sayso.process
    first.terminate()
    second = SaysoProgram(tmp_path / "s", journey.until)
    try:
        journey.until(lambda: first.poll() is not None)
        assert first.returncode == 0
        second.wait_until_ready()
        assert second.process.poll() is None
        second.ask(Command.SHOW)
    finally:
        second.close()


@pytest.mark.slow
def test_who_starts_it_after_a_kill_gets_a_new_one(desk: Desk, tmp_path: Path) -> None:
    journey = Journey(desk, tmp_path / "s", SETTINGS)
    journey.sayso.kill()
    journey.sayso.start_again()
    journey.sayso.wait_until_ready()
    journey.close()
