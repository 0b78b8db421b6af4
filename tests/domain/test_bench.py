"""Benchmarks as values and as JSON."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from app.domain.bench import (
    PLAN,
    STEADY_ROUNDS,
    BenchProgress,
    BenchStep,
    BenchTable,
    ModelResult,
    Step,
    steps_of_model,
)
from app.domain.bench_codec import UNREADABLE, Line, TableKept, line_of, read_line, read_table, table_json
from app.domain.problems import Problem
from tests.fakes.bench import AWAY, BASE, CARD, NO_ROOM, ON_CARD, TABLE, TABLES, TINY


def test_steady_is_the_median_and_speed_follows_from_it() -> None:
    result = replace(TINY, rounds_s=(0.5, 9.0, 0.4, 0.6, 0.5))
    assert result.steady_s == 0.5
    assert result.times_real_time(12.5) == 25.0


def test_what_failed_has_no_figures() -> None:
    assert not NO_ROOM.is_measured
    assert NO_ROOM.times_real_time(10.0) is None
    assert NO_ROOM.steady_s == 0.0
    assert not AWAY.is_measured
    assert NO_ROOM.errors.percent is None


def test_progress_is_a_share_that_never_exceeds_one() -> None:
    assert BenchProgress(0, 0).share == 0.0
    assert BenchProgress(3, 12).share == 0.25
    assert BenchProgress(13, 12).share == 1.0
    assert steps_of_model(3) == 1 + 1 + STEADY_ROUNDS + 3


def test_the_plan_is_what_its_author_told() -> None:
    assert (PLAN.recognition.low, PLAN.recognition.high, PLAN.load_s) == (5, 10, 10)
    assert (PLAN.clean_up_s, PLAN.total_s, PLAN.speech_s, PLAN.machine) == (55, 65, 13, "RTX 5090")
    assert (PLAN.aimed_recognition.low, PLAN.aimed_recognition.high) == (0.8, 2)
    assert (PLAN.aimed_clean_up.low, PLAN.aimed_clean_up.high) == (15, 20)


@pytest.mark.parametrize("table", TABLES, ids=("whole", "without", "card"))
def test_a_table_comes_back_from_its_file_as_it_was(table: BenchTable) -> None:
    assert read_table(table_json(table)) == table
    assert read_table(table_json(table).encode()) == table


def test_the_file_tells_what_follows_from_the_figures_and_the_plan_as_the_plan() -> None:
    data = json.loads(table_json(TABLE))
    tiny = data["models"][0]
    assert tiny["steady_s"] == TINY.steady_s
    assert tiny["times_real_time"] == pytest.approx(12.59 / TINY.steady_s)
    assert tiny["error_percent"] == pytest.approx(100 / 33)
    assert data["plan"]["machine"] == "RTX 5090"
    assert "not measured here" in data["plan"]["source"]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("version",), 2),
        (("begun",), "yesterday"),
        (("models",), 7),
        (("models", 0, "load_s"), -1.0),
        (("models", 0, "load_s"), float("nan")),
        (("models", 0, "rounds_s"), ["fast"]),
        (("models", 0, "errors"), {"edits": True, "words": 3}),
        (("models", 0, "fallbacks"), [3]),
        (("machine", "cores"), 2.5),
        (("clean_up",), {"model": "mistral"}),
        (("speech",), None),
    ],
)
def test_what_makes_no_sense_is_refused(path: tuple[str | int, ...], value: object) -> None:
    data = json.loads(table_json(TABLE))
    place = data
    for name in path[:-1]:
        place = place[name]
    place[path[-1]] = value
    with pytest.raises(UNREADABLE):
        read_table(json.dumps(data))


LINES: tuple[Line, ...] = (
    BenchProgress(3, 18, "base", Step.STEADY, 2, 5),
    BenchStep(Step.ERRORS, 1, 2),
    BASE,
    CARD,
    NO_ROOM,
    TableKept(ON_CARD),
)


@pytest.mark.parametrize("said", LINES, ids=lambda said: type(said).__name__)
def test_lines_come_back_as_they_were_said(said: Line) -> None:
    line = line_of(said)
    assert "\n" not in line
    assert line.isascii()
    assert read_line(line) == said
    assert read_line(f"{line}\r\n".encode()) == said


def test_a_problem_crosses_with_its_sentence_and_remedy() -> None:
    said = read_line(line_of(Problem("The disk is “full”.", "Free some space.", detail="errno 28")))
    assert isinstance(said, Problem)
    assert (said.sentence, said.remedy, said.detail) == ("The disk is “full”.", "Free some space.", "")


@pytest.mark.parametrize(
    "line",
    [
        "",
        "loading libcudnn",
        "[1, 2]",
        "{}",
        '{"model": {}}',
        '{"progress": {"done": 1}}',
        '{"step": {"step": "dancing", "number": 1, "of": 1}}',
        '{"other": {}}',
        '{"model": {}, "step": {}}',
        b"\xff\xfe",
    ],
)
def test_lines_of_others_are_nothing(line: str | bytes) -> None:
    assert read_line(line) is None


def test_a_result_says_nothing_of_what_was_spoken() -> None:
    assert "text" not in ModelResult.__dataclass_fields__
