from __future__ import annotations

import sys

import pytest

from app.adapters.computer import memory_of, processor_of, this_computer
from app.adapters.cores import usable_cores

MEMINFO = """MemTotal:       32768000 kB
MemFree:          500000 kB
MemAvailable:   20480000 kB
HugePages_Total:       0
DirectMap4k:      broken kB
"""
PC = "processor\t: 0\nmodel\t\t: 33\nmodel name\t: AMD  Ryzen 7 5800X\n\nprocessor\t: 1\n"
PI = "processor\t: 0\nBogoMIPS\t: 108.00\nCPU part\t: 0xd0b\n\nModel\t\t: Raspberry Pi 5 Model B Rev 1.0\n"


def test_this_computer_is_told_for_real() -> None:
    found = this_computer()
    assert found.processor
    assert found.cores == usable_cores()
    assert found.memory_megabytes is not None
    assert found.memory_megabytes > 100
    if sys.platform != "darwin":
        assert found.available_megabytes is not None
        assert 0 < found.available_megabytes <= found.memory_megabytes


def test_memory_is_read_in_megabytes() -> None:
    assert memory_of(MEMINFO) == (33_554, 20_971)


@pytest.mark.parametrize("text", ["", "MemTotal: kB", "MemTotal: a lot kB", "MemTotal:\n\n:", "MemTotal: 5"])
def test_memory_that_is_not_told_is_not_made_up(text: str) -> None:
    assert memory_of(text) == (None, None)


@pytest.mark.parametrize(
    ("text", "name"),
    [(PC, "AMD Ryzen 7 5800X"), (PI, "Raspberry Pi 5 Model B Rev 1.0"), ("processor : 0\n", ""), ("", "")],
)
def test_a_processor_is_called_by_its_name(text: str, name: str) -> None:
    assert processor_of(text) == name
