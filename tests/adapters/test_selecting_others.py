"""Selecting on Windows, macOS and Wayland: which keys, and where none at all."""

from __future__ import annotations

import pytest

from app.adapters.inserter_macos import MacInserter
from app.adapters.inserter_windows import WindowsInserter
from app.adapters.key_plans import EXTENDED, KEY_UP, KeyInput, MacKey
from app.domain.problems import InsertionFailed
from tests.adapters.test_inserter_others import SmallMac, SmallWindows, Tools


def test_windows_selects_by_shift_and_the_left_arrow_and_lets_shift_go_each_time() -> None:
    system = SmallWindows()
    inserter = WindowsInserter(system)
    steps = inserter.select_left(45, inserter.target())
    assert system.sent == []
    assert all(delay > 0 for delay in steps)
    shift = [key.flags for key in system.sent if key.virtual_key == 0x10]
    assert shift == [0, KEY_UP] * 3
    arrows = [key.flags for key in system.sent if key.virtual_key == 0x25]
    assert arrows == [EXTENDED, EXTENDED | KEY_UP] * 45
    assert len(system.sent) == len(shift) + len(arrows)
    assert system.sent[0] == KeyInput(0x10)
    assert system.sent[-1] == KeyInput(0x10, flags=KEY_UP)
    system.sent.clear()
    inserter.unselect()
    assert system.sent == [KeyInput(0x27, flags=EXTENDED), KeyInput(0x27, flags=EXTENDED | KEY_UP)]


@pytest.mark.parametrize("kind", ["ConsoleWindowClass", "CASCADIA_HOSTING_WINDOW_CLASS"])
def test_windows_selects_nothing_in_a_console(kind: str) -> None:
    system = SmallWindows()
    system.kind = kind
    inserter = WindowsInserter(system)
    with pytest.raises(InsertionFailed):
        inserter.select_left(5, inserter.target())
    system.kind, system.path = "mintty", r"C:\Program Files\Git\usr\bin\mintty.exe"
    with pytest.raises(InsertionFailed):
        inserter.select_left(5, inserter.target())
    assert system.sent == []


def test_windows_selects_nothing_where_the_program_does_not_tell_what_is_selected() -> None:
    system = SmallWindows()
    inserter = WindowsInserter(system)
    assert inserter.selected() == ""
    system.selection = None
    assert inserter.selected() is None
    with pytest.raises(InsertionFailed):
        inserter.select_left(5, inserter.target())
    assert system.sent == []


def test_windows_tells_when_keys_or_pointer_were_used() -> None:
    system = SmallWindows()
    inserter = WindowsInserter(system)
    assert inserter.last_input() == 3.0
    system.idle_seconds = None
    assert inserter.last_input() is None


def test_mac_selects_by_shift_and_the_left_arrow() -> None:
    system = SmallMac()
    inserter = MacInserter(system)
    steps = inserter.select_left(45, inserter.target())
    assert system.sent == []
    assert all(delay > 0 for delay in steps)
    assert system.sent == [MacKey(123, "", 0xA2_0000)] * 45
    system.sent.clear()
    inserter.unselect()
    assert system.sent == [MacKey(124, "", 0xA0_0000)]


def test_mac_selects_nothing_where_the_program_does_not_tell_what_is_selected() -> None:
    system = SmallMac()
    inserter = MacInserter(system)
    assert inserter.last_input() == 3.0
    assert inserter.selected() == ""
    system.selection = None
    assert inserter.selected() is None
    with pytest.raises(InsertionFailed):
        inserter.select_left(5, inserter.target())
    assert system.sent == []


def test_wayland_tells_neither_of_input_nor_of_a_selection() -> None:
    tools = Tools("wtype")
    inserter = tools.inserter()
    assert inserter.last_input() is None
    assert inserter.selected() is None
    with pytest.raises(InsertionFailed):
        inserter.select_left(5, None)
    with pytest.raises(InsertionFailed):
        inserter.unselect()
    assert tools.commands == []
