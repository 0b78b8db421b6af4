"""Benchmarks as JSON: kept, saved for others to read, and told line by line while they run.

Names in the file are those of the values, with their units (`_s` seconds, `_mb` MB of 1,000,000 bytes).
Beside them stands what follows from the values (median, times real time, error rate), so that whoever reads
the file need not reckon. That, and the plan's figures, are not read back.
Failure: what is no benchmark, or is of a newer version, is one of `UNREADABLE`; a line that is none of ours
is None.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final, TypeAlias, assert_never

from app.domain.bench import (
    PLAN,
    BenchProgress,
    BenchStep,
    BenchTable,
    CleanUpResult,
    Machine,
    ModelResult,
    Speech,
    Step,
)
from app.domain.problems import Problem
from app.domain.word_errors import WordErrors

VERSION: Final = 1

UNREADABLE: Final = (ValueError, KeyError, TypeError, AttributeError, RecursionError)
"""What reading raises for whatever is no benchmark."""


@dataclass(frozen=True, slots=True)
class TableKept:
    """The last line of a run that came to its end."""

    table: BenchTable


Line: TypeAlias = BenchProgress | BenchStep | ModelResult | TableKept | Problem


# --- the whole ---


def table_json(table: BenchTable) -> str:
    """`table` for a file."""
    return json.dumps(_table(table) | {"plan": asdict(PLAN)}, indent=2, ensure_ascii=False) + "\n"


def read_table(text: str | bytes) -> BenchTable:
    """What `table_json` wrote. Raises one of `UNREADABLE`."""
    return _read_table(json.loads(text))


def _table(table: BenchTable) -> dict[str, Any]:
    return {
        "version": VERSION,
        "sayso": table.version,
        "begun": table.begun,
        "machine": asdict(table.machine),
        "speech": asdict(table.speech),
        "models": [_model(one, table.speech.seconds) for one in table.models],
        "clean_up": None if table.clean_up is None else asdict(table.clean_up),
    }


def _read_table(data: Mapping[str, Any]) -> BenchTable:
    if data["version"] != VERSION:
        raise ValueError("a benchmark of another version")
    machine, speech, clean_up = data["machine"], data["speech"], data["clean_up"]
    return BenchTable(
        begun=_number(data["begun"]),
        version=_text(data["sayso"]),
        machine=Machine(
            processor=_text(machine["processor"]),
            cores=_count(machine["cores"]),
            memory_mb=None if machine["memory_mb"] is None else _count(machine["memory_mb"]),
            card=_text(machine["card"]),
        ),
        speech=Speech(_text(speech["name"]), _number(speech["seconds"]), _count(speech["clips"])),
        models=tuple(map(_read_model, data["models"])),
        clean_up=None if clean_up is None else _read_clean_up(clean_up),
    )


def _model(result: ModelResult, speech_s: float) -> dict[str, Any]:
    reckoned = {
        "steady_s": result.steady_s,
        "times_real_time": result.times_real_time(speech_s),
        "error_percent": result.errors.percent,
    }
    return asdict(result) | reckoned


def _read_model(data: Mapping[str, Any]) -> ModelResult:
    errors = data["errors"]
    return ModelResult(
        model=_text(data["model"]),
        device=_text(data["device"]),
        compute_type=_text(data["compute_type"]),
        beam_size=_count(data["beam_size"]),
        load_s=_number(data["load_s"]),
        first_s=_number(data["first_s"]),
        rounds_s=tuple(map(_number, data["rounds_s"])),
        memory_mb=_maybe(data["memory_mb"]),
        peak_mb=_maybe(data["peak_mb"]),
        card_mb=_maybe(data["card_mb"]),
        errors=WordErrors(_count(errors["edits"]), _count(errors["words"])),
        fallbacks=tuple(map(_text, data["fallbacks"])),
        problem=_text(data["problem"]),
    )


def _read_clean_up(data: Mapping[str, Any]) -> CleanUpResult:
    return CleanUpResult(
        model=_text(data["model"]),
        ready_s=_number(data["ready_s"]),
        first_token_s=_maybe(data["first_token_s"]),
        total_s=_number(data["total_s"]),
        tokens=_count(data["tokens"]),
        tokens_per_second=_maybe(data["tokens_per_second"]),
        gpu_share=_maybe(data["gpu_share"]),
        is_kept=data["is_kept"] is True,
        problem=_text(data["problem"]),
    )


# --- line by line ---


def line_of(said: Line) -> str:
    """One line, without its end."""
    data: dict[str, Any]
    match said:
        case BenchProgress():
            data = {"progress": asdict(said)}
        case BenchStep():
            data = {"step": asdict(said)}
        case ModelResult():
            data = {"model": asdict(said)}
        case TableKept():
            data = {"table": _table(said.table)}
        case Problem():
            data = {"problem": {"sentence": said.sentence, "remedy": said.remedy}}
        case _:
            assert_never(said)
    # Letters beyond ASCII are written as escapes: the line is the same in whatever code page it crosses.
    return json.dumps(data)


def read_line(text: str | bytes) -> Line | None:
    """What a line says; None where it is none of ours, as of a library that writes what it likes."""
    try:
        ((kind, data),) = json.loads(text).items()
        match kind:
            case "progress":
                done, total, number, of = (_count(data[name]) for name in ("done", "total", "number", "of"))
                return BenchProgress(done, total, _text(data["model"]), Step(data["step"]), number, of)
            case "step":
                return BenchStep(Step(data["step"]), _count(data["number"]), _count(data["of"]))
            case "model":
                return _read_model(data)
            case "table":
                return TableKept(_read_table(data))
            case "problem":
                return Problem(_text(data["sentence"]), _text(data["remedy"]))
    except UNREADABLE:
        pass
    return None


# --- values ---


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("no text")
    return value


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise TypeError("no number")
    if not (math.isfinite(value) and value >= 0):
        raise ValueError("no length, size or rate")
    return float(value)


def _count(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError("no count")
    if value < 0:
        raise ValueError("no count")
    return value


def _maybe(value: object) -> float | None:
    return None if value is None else _number(value)
