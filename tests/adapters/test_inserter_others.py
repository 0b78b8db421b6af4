"""Windows, macOS and Wayland: every decision, against small systems that remember what they were sent."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.adapters import inserter_wayland, inserter_windows, key_plans
from app.adapters.inserter_macos import FrontWindow, MacInserter
from app.adapters.inserter_wayland import WaylandInserter
from app.adapters.inserter_windows import Input, WindowsInserter, pack
from app.adapters.key_plans import EXTENDED, KEY_UP, MAC_UNITS, UNICODE, KeyInput, MacKey
from app.domain.problems import InsertionFailed, InsertionUnavailable

texts = st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=80)


# --- Windows ---


class SmallWindows:
    """One window and a keyboard; `elevated` refuses every key."""

    def __init__(self) -> None:
        self.window = 0x42
        self.pid = 7
        self.path = r"C:\Windows\System32\notepad.exe"
        self.down: set[int] = set()
        self.elevated = False
        self.kind = "Notepad"
        self.idle_seconds: float | None = 3.0
        self.selection: str | None = ""
        self.sent: list[KeyInput] = []

    def foreground(self) -> int:
        return self.window

    def process(self, window: int) -> int:
        return self.pid

    def program(self, process: int) -> str:
        return self.path

    def window_class(self, window: int) -> str:
        return self.kind

    def idle(self) -> float | None:
        return self.idle_seconds

    def selected(self) -> str | None:
        return self.selection

    def is_down(self, virtual_key: int) -> bool:
        return virtual_key in self.down

    def send(self, inputs: Sequence[KeyInput]) -> int:
        if self.elevated:
            return 0
        self.sent += inputs
        return len(inputs)


def test_windows_describes_its_foreground_window() -> None:
    system = SmallWindows()
    target = WindowsInserter(system).target()
    assert target
    assert (target.id, target.name, target.is_own, target.is_terminal) == (
        "win:0x42",
        "notepad",
        False,
        False,
    )
    system.pid, system.path = os.getpid(), r"C:\Program Files\PuTTY\PUTTY.EXE"
    target = WindowsInserter(system).target()
    assert target
    assert target.is_own
    assert target.is_terminal
    system.window = 0
    assert WindowsInserter(system).target() is None


def test_windows_pastes_by_ctrl_v_and_in_some_programs_by_shift_insert() -> None:
    system = SmallWindows()
    inserter = WindowsInserter(system)
    inserter.paste(inserter.target())
    assert system.sent == [
        KeyInput(0x11), KeyInput(0x56), KeyInput(0x56, flags=KEY_UP), KeyInput(0x11, flags=KEY_UP)
    ]  # fmt: skip
    system.sent.clear()
    system.path = "mintty.exe"
    inserter.paste(inserter.target())
    assert [key.virtual_key for key in system.sent] == [0x10, 0x2D, 0x2D, 0x10]
    assert system.sent[1].flags == EXTENDED


def test_windows_waits_for_each_modifier() -> None:
    system = SmallWindows()
    inserter = WindowsInserter(system)
    assert inserter.modifiers_are_up()
    for key in (0x10, 0x11, 0x12, 0x5B, 0x5C):
        system.down = {key}
        assert not inserter.modifiers_are_up()


def test_windows_tells_of_a_window_that_refuses_and_of_none() -> None:
    system = SmallWindows()
    system.elevated = True
    with pytest.raises(InsertionFailed, match="administrator"):
        WindowsInserter(system).paste(None)
    system.window = 0
    with pytest.raises(InsertionFailed, match="focus"):
        list(WindowsInserter(system).type_text("a"))


@given(texts)
def test_windows_types_the_whole_of_unicode(text: str) -> None:
    system = SmallWindows()
    list(WindowsInserter(system).type_text(text))
    units = [key.scan for key in system.sent if key.flags == UNICODE]
    assert b"".join(unit.to_bytes(2, "little") for unit in units).decode("utf-16-le") == text
    assert len(system.sent) == 2 * len(units)


def test_windows_types_lines_by_the_keys_that_make_them() -> None:
    keys = key_plans.windows_typing("a\r\nb\tc")
    assert [key.virtual_key for key in keys if not key.flags & KEY_UP] == [0, 0x0D, 0, 0x09, 0]


def test_windows_structures_have_the_size_that_send_input_demands() -> None:
    assert ctypes.sizeof(Input) == (40 if sys.maxsize > 2**32 else 28)
    packed = pack([KeyInput(scan=0x20AC, flags=UNICODE)])
    assert (packed[0].type, packed[0].union.keyboard.scan, packed[0].union.keyboard.flags) == (1, 0x20AC, 4)


@pytest.mark.skipif(sys.platform == "win32", reason="there it is available")
def test_windows_is_not_available_elsewhere() -> None:
    inserter = WindowsInserter()
    assert not inserter.is_available()
    assert inserter.target() is None
    assert inserter.last_input() is None
    assert inserter.selected() is None
    with pytest.raises(InsertionFailed):
        inserter.select_left(1, None)
    assert inserter_windows.WindowsInserter.name


# --- macOS ---


class SmallMac:
    """A frontmost program and a keyboard; `allowed` is the user's leave."""

    def __init__(self) -> None:
        self.allowed = True
        self.window: FrontWindow | None = FrontWindow(7, 99, "TextEdit")
        self.held = 0
        self.selection: str | None = ""
        self.sent: list[MacKey] = []

    def may_send(self) -> bool:
        return self.allowed

    def front(self) -> FrontWindow | None:
        return self.window

    def flags(self) -> int:
        return self.held

    def idle(self) -> float:
        return 3.0

    def selected(self) -> str | None:
        return self.selection

    def send(self, key: MacKey) -> None:
        self.sent.append(key)


def test_mac_describes_its_front_window() -> None:
    system = SmallMac()
    target = MacInserter(system).target()
    assert target
    assert (target.id, target.name, target.is_own) == ("mac:7:99", "TextEdit", False)
    system.window = FrontWindow(os.getpid(), 1, "Sayso")
    target = MacInserter(system).target()
    assert target
    assert target.is_own
    system.window = None
    assert MacInserter(system).target() is None


def test_mac_pastes_by_command_v() -> None:
    system = SmallMac()
    MacInserter(system).paste(None)
    assert system.sent == [MacKey(9, "v", 0x100000)]


def test_mac_waits_for_modifiers_but_not_for_caps_lock() -> None:
    system = SmallMac()
    for flag in (0x20000, 0x40000, 0x80000, 0x100000):
        system.held = flag
        assert not MacInserter(system).modifiers_are_up()
    system.held = 0x10000
    assert MacInserter(system).modifiers_are_up()


@given(texts)
def test_mac_types_the_whole_of_unicode_in_pieces(text: str) -> None:
    system = SmallMac()
    list(MacInserter(system).type_text(text))
    assert "".join(key.text for key in system.sent) == text
    assert all(len(key_plans.utf16_units(key.text)) <= MAC_UNITS for key in system.sent)


def test_mac_types_lines_by_the_keys_that_make_them() -> None:
    assert list(key_plans.mac_typing("a\nb\t")) == [
        MacKey(text="a"),
        MacKey(36),
        MacKey(text="b"),
        MacKey(48),
    ]


def test_mac_without_leave_says_so() -> None:
    system = SmallMac()
    system.allowed = False
    inserter = MacInserter(system)
    assert not inserter.is_available()
    with pytest.raises(InsertionUnavailable):
        inserter.paste(None)
    with pytest.raises(InsertionUnavailable):
        list(inserter.type_text("a"))
    with pytest.raises(InsertionUnavailable):
        inserter.select_left(1, inserter.target())
    assert system.sent == []


# --- Wayland ---


class Tools:
    """Programs that are installed, and how they end."""

    def __init__(self, *installed: str, status: int = 0) -> None:
        self.installed = installed
        self.status = status
        self.commands: list[tuple[str, ...]] = []

    def which(self, name: str) -> str | None:
        return f"/usr/bin/{name}" if name in self.installed else None

    def run(self, command: Sequence[str]) -> int:
        self.commands.append(tuple(command))
        return self.status

    def inserter(self, **environment: str) -> WaylandInserter:
        return WaylandInserter({"WAYLAND_DISPLAY": "wayland-0", **environment}, self.which, self.run)


def test_wayland_without_a_tool_is_not_available() -> None:
    inserter = Tools().inserter()
    assert not inserter.is_available()
    with pytest.raises(InsertionUnavailable):
        inserter.paste(None)
    assert not WaylandInserter({}, Tools("wtype").which).is_available()


def test_wayland_pastes_and_types_by_wtype() -> None:
    tools = Tools("wtype", "ydotool")
    inserter = tools.inserter()
    assert inserter.is_available()
    inserter.paste(None)
    list(inserter.type_text("-日本 🙂" + "x" * 20))
    assert tools.commands[0] == ("wtype", "-M", "ctrl", "-k", "v", "-m", "ctrl")
    assert [command[:2] for command in tools.commands[1:]] == [("wtype", "--")] * 2
    assert "".join(command[2] for command in tools.commands[1:]) == "-日本 🙂" + "x" * 20


def test_wayland_uses_ydotool_only_where_its_daemon_listens(tmp_path: Path) -> None:
    tools = Tools("ydotool")
    socket = tmp_path / "socket"
    inserter = tools.inserter(YDOTOOL_SOCKET=str(socket))
    assert not inserter.is_available()
    socket.touch()
    assert inserter.is_available()
    inserter.paste(None)
    list(inserter.type_text("plain"))
    assert tools.commands == [
        ("ydotool", "key", "29:1", "47:1", "47:0", "29:0"),
        ("ydotool", "type", "--", "plain"),
    ]
    with pytest.raises(InsertionFailed):
        list(inserter.type_text("ß"))


def test_wayland_gives_up_when_the_compositor_refuses_but_not_when_it_is_slow() -> None:
    slow = Tools("wtype", status=inserter_wayland.TIMED_OUT).inserter()
    with pytest.raises(InsertionUnavailable):
        slow.paste(None)
    assert slow.is_available()
    refused = Tools("wtype", status=1).inserter()
    with pytest.raises(InsertionUnavailable):
        refused.paste(None)
    assert not refused.is_available()


@pytest.mark.skipif(sys.platform == "win32", reason="has none of these programs")
def test_a_tool_is_run_to_its_end() -> None:
    assert inserter_wayland.run_tool(["true"]) == 0
    assert inserter_wayland.run_tool(["false"]) == 1
    assert inserter_wayland.run_tool(["/no/such/program"]) == 127
