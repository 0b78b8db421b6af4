from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.benchmarks.onlooker import EDGE, is_painted
from tests.benchmarks.plots import OURS, OVER, Bar, Group, svg
from tests.benchmarks.start import (
    Figures,
    Start,
    cpu_seconds,
    family,
    fields_of,
    groups,
    memory,
    pss_of,
    report,
    until,
)

FIGURES = Figures(
    starts=(Start(0.7, 0.8, 3.0, 0.6), Start(0.8, 1.4, 3.2, 0.7), Start(0.6, 0.9, 3.1, 0.6)),
    idle_core_percent=0.2,
    idle_core_percent_pre_roll=2.6,
    memory_mb=250.0,
    bare_memory_mb=140.0,
    idle_seconds=60.0,
)

ROLLUP = """55d0a0a00000-7ffd5b3fe000 ---p 00000000 00:00 0                          [rollup]
Rss:              300000 kB
Pss:              250000 kB
Pss_Dirty:        100000 kB
"""

BLUE = b"\xd6\x57\x2b\x00"
GREY = b"\xfa\xfa\xfa\x00"


def test_the_names_under_which_results_are_compared() -> None:
    table = FIGURES.as_table()
    assert (table["window_s"], table["window_s_worst"]) == (0.9, 1.4)
    assert (table["memory_mb"], table["bare_memory_mb"]) == (250.0, 140.0)
    assert (table["idle_core_percent"], table["idle_core_percent_pre_roll"]) == (0.2, 2.6)


def test_the_table_says_which_limit_is_missed(capsys: pytest.CaptureFixture[str]) -> None:
    report(FIGURES)
    missed = [line for line in capsys.readouterr().out.splitlines() if "MISSED" in line]
    assert [line.split("  ")[1].strip() for line in missed] == ["with pre-roll"]


def test_a_ground_with_a_border_is_not_painted() -> None:
    assert not is_painted(b"")
    assert not is_painted(GREY * EDGE)
    assert not is_painted(GREY * EDGE + BLUE)


def test_drawn_icons_are_painted() -> None:
    shades = b"".join(bytes((shade, shade, 200, 0)) for shade in range(8))
    assert is_painted(GREY * EDGE + shades)


def test_a_process_may_have_any_name() -> None:
    stat = "4711 (a) b (c) S 42 4711 0"
    assert fields_of(stat)[:2] == ["S", "42"]


def test_the_proportional_set_size_is_read() -> None:
    assert pss_of(ROLLUP) == 256.0
    with pytest.raises(ValueError, match="Pss"):
        pss_of("Rss: 1 kB")


HELD_MB = 400


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_what_a_child_takes_counts() -> None:
    takes = (
        f"held = bytearray({HELD_MB * 1_000_000})\nfor page in range(0, len(held), 1024): held[page] = 1\n"
    )
    spends = "import os, sys\nwhile os.times().user < 0.3: pass\nprint(flush=True)\nsys.stdin.read()"
    before = cpu_seconds(os.getpid())
    with subprocess.Popen(
        [sys.executable, "-c", takes + spends], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as child:
        assert child.stdin
        assert child.stdout
        child.stdout.readline()
        assert child.pid in family(os.getpid())
        # What this process has alone changes meanwhile, by others that come and go with the same libraries.
        assert memory(child.pid) > HELD_MB
        assert memory(os.getpid()) > HELD_MB + pss_of(Path("/proc/self/smaps_rollup").read_text()) * 0.9
        assert cpu_seconds(os.getpid()) >= before + 0.29
        child.stdin.close()
    assert child.pid not in family(os.getpid())
    assert cpu_seconds(os.getpid()) >= before + 0.29


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_child_that_has_ended_takes_nothing() -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as child:
        ended = until(lambda: fields_of(Path(f"/proc/{child.pid}/stat").read_text())[0] == "Z", every=0.01)
        assert ended
        assert child.pid in family(os.getpid())
        assert memory(child.pid) == 0.0
        assert memory(os.getpid()) > 0.0


def test_waiting_answers_with_what_was_found() -> None:
    answers = iter((0, None, "there"))
    assert until(lambda: next(answers), every=0.0) == "there"


# --- the picture ---


def drawn(*groups: Group) -> ElementTree.Element:
    return ElementTree.fromstring(svg(groups))


def rectangles(picture: ElementTree.Element) -> list[ElementTree.Element]:
    """The bars, without the ground."""
    return [one for one in picture.iter() if one.tag.endswith("rect")][1:]


def test_bars_of_a_group_are_drawn_to_one_scale() -> None:
    short, long = rectangles(drawn(Group("times", (Bar("a", 1.0, "s"), Bar("b", 4.0, "s")))))
    assert float(long.attrib["width"]) == pytest.approx(4 * float(short.attrib["width"]), abs=0.5)


def test_a_missed_limit_is_red_and_the_limit_is_in_the_picture() -> None:
    picture = drawn(Group("times", (Bar("kept", 1.0, "s", 2.0), Bar("missed", 3.0, "s", 2.0))))
    assert [one.attrib["fill"] for one in rectangles(picture)] == [OURS, OVER]
    lines = [one for one in picture.iter() if one.tag.endswith("line")]
    kept, missed = rectangles(picture)
    edge = float(missed.attrib["x"]) + float(missed.attrib["width"])
    assert float(kept.attrib["x"]) < float(lines[0].attrib["x1"]) < edge


def test_words_are_safe_in_the_picture() -> None:
    texts = [one.text for one in drawn(Group("a < b", (Bar("x & y", 0.0, "s"),))).iter() if one.text]
    assert texts == ["a < b", "x & y: 0.00 s"]


def test_a_group_without_bars_is_left_out() -> None:
    assert "nothing" not in svg((Group("nothing", ()),))


def test_all_figures_are_in_the_picture() -> None:
    texts = [one.text or "" for one in drawn(*groups(FIGURES)).iter()]
    for words in ("start 2: 1.40 s, limit 1", "Sayso: 250.00 MB, limit 290", "bare script: 140.00 MB"):
        assert words in texts
