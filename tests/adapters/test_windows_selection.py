"""UI Automation, asked for what is selected, against interfaces that lie in memory as those of Windows."""

from __future__ import annotations

import ctypes
from collections.abc import Callable

import pytest

from app.adapters import windows_selection
from app.adapters.windows_selection import PROTOTYPE, UiAutomation, guid

FAILED = 0x8000_4005
"""E_FAIL."""
OUT = ctypes.POINTER(ctypes.c_void_p)
COUNT = ctypes.POINTER(ctypes.c_int)


class Interface:
    """An object of COM: a pointer to a table of pointers to methods; a method that is not given fails."""

    def __init__(self, log: list[str], name: str) -> None:
        self.log, self.name = log, name
        self.methods: dict[int, object] = {}
        self.table = (ctypes.c_void_p * 20)()
        self.memory = ctypes.c_void_p(ctypes.addressof(self.table))
        self.answer(windows_selection.RELEASE, lambda: log.append(f"{name} released"))

    @property
    def address(self) -> int:
        return ctypes.addressof(self.memory)

    def method(self, place: int, function: Callable[..., int], *kinds: type) -> None:
        made = PROTOTYPE(ctypes.c_uint32, ctypes.c_void_p, *kinds)(function)
        self.methods[place] = made
        self.table[place] = ctypes.cast(made, ctypes.c_void_p).value

    def answer(self, place: int, then: Callable[[], object]) -> None:
        def function(this: int) -> int:
            then()
            return 0

        self.method(place, function)

    def hands_out(self, place: int, value: int, *kinds: type, status: int = 0) -> None:
        """A method whose last argument is where it puts `value`."""

        def function(this: int, *arguments: object) -> int:
            *given, out = arguments
            self.log.append(f"{self.name} {place} {given}")
            out[0] = value  # type: ignore[index]  # a pointer of ctypes
            return status

        self.method(place, function, *kinds, OUT)


class Windows:
    """A field with `text` selected in `ranges` places."""

    def __init__(self, text: str = "words", ranges: int = 1) -> None:
        self.log: list[str] = []
        self.freed: list[int] = []
        self.text = ctypes.create_unicode_buffer(text)
        names = ("client", "field", "pattern", "ranges", "range")
        self.client, self.field, self.pattern, self.ranges, self.range = (
            Interface(self.log, name) for name in names
        )
        self.client.hands_out(8, self.field.address)
        self.field.method(14, self._pattern, ctypes.c_int, ctypes.c_void_p, OUT)
        self.pattern.hands_out(5, self.ranges.address)
        self.ranges.method(3, lambda this, out: self._count(out, ranges), COUNT)
        self.ranges.hands_out(4, self.range.address, ctypes.c_int)
        self.range.hands_out(12, ctypes.addressof(self.text), ctypes.c_int)
        self.automation = UiAutomation(lambda: self.client.address, self.freed.append)

    def _pattern(self, this: int, kind: int, wanted: int, out: object) -> int:
        assert kind == 10014
        assert ctypes.string_at(wanted, 16) == guid("32eba289-3583-42c9-9c59-3b6d9a1e9b6a").raw
        out[0] = self.pattern.address  # type: ignore[index]  # a pointer of ctypes
        return 0

    def _count(self, out: object, ranges: int) -> int:
        out[0] = ranges  # type: ignore[index]  # a pointer of ctypes
        return 0

    @property
    def released(self) -> list[str]:
        return [line.split()[0] for line in self.log if line.endswith("released")]


@pytest.mark.parametrize("text", ["words", "Grüße, 日本 🙂 "])
def test_the_selected_text_is_told_and_all_is_let_go(text: str) -> None:
    system = Windows(text)
    assert system.automation.selected() == text
    assert system.released == ["range", "ranges", "pattern", "field"]
    assert system.freed == [ctypes.addressof(system.text)]
    assert "ranges 4 [0]" in system.log
    assert "range 12 [8000]" in system.log


def test_nothing_selected_is_an_empty_text() -> None:
    system = Windows(ranges=0)
    assert system.automation.selected() == ""
    assert system.released == ["ranges", "pattern", "field"]


def test_several_selections_are_not_told() -> None:
    assert Windows(ranges=2).automation.selected() is None


@pytest.mark.parametrize("status", [0, FAILED])
def test_a_field_without_the_pattern_is_not_told(status: int) -> None:
    system = Windows()
    system.field.hands_out(14, 0, ctypes.c_int, ctypes.c_void_p, status=status)
    assert system.automation.selected() is None
    assert system.released == ["field"]


def test_no_field_with_the_focus_is_not_told() -> None:
    system = Windows()
    system.client.hands_out(8, 0, status=FAILED)
    assert system.automation.selected() is None
    assert system.released == []


def test_a_windows_without_ui_automation_is_not_told() -> None:
    def create() -> int:
        raise OSError

    assert UiAutomation(create, lambda _: None).selected() is None


def test_identifiers_are_laid_out_as_windows_has_them() -> None:
    assert guid(windows_selection.CLIENT).raw == bytes.fromhex("a4db48ffef600142aa8754103eef594e")
