"""What the process of a trial is asked and answers, as it crosses."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from app.adapters.compute_proof import (
    MARK,
    Ask,
    ChildProofs,
    Question,
    library_version,
    read_question,
    write_answer,
)
from app.domain.compute import CPU, Way
from app.domain.compute_proof import Offers, Proof, ProofTask, Verdict
from tests.adapters.proof_bench import (
    GOOD,
    LONG,
    TASK,
    answering,
    proof_of,
    python,
)


@pytest.mark.parametrize("around", ["", "noise\n", f"\n{MARK}not JSON\n", "\N{SNOWMAN}\n"])
def test_the_answer_is_found_among_what_libraries_write(around: str) -> None:
    assert proof_of(answering(dict(GOOD), around=around)) == Proof(
        Verdict.WORKS, "", "base", 5, "float16", 2.0, 0.5
    )


@pytest.mark.parametrize(
    "answer",
    [
        {**GOOD, "verdict": "splendid"},
        {**GOOD, "load_seconds": "soon"},
        {**GOOD, "sentence_seconds": None},
        {"verdict": "works"},
        {},
        MARK + "[1, 2]",
        MARK + "{",
    ],
)
def test_an_answer_that_makes_no_sense_is_none(answer: object) -> None:
    assert proof_of(answering(answer)).verdict is Verdict.CRASHED


@pytest.mark.parametrize(("told", "understood"), [(True, True), (False, False), (None, None), ("no", None)])
def test_whether_flash_attention_was_built_in_crosses(told: object, understood: bool | None) -> None:
    offers = answering({"offers": {"cpu": ["int8"]}, "flash_attention": told}).offers()
    assert offers == Offers(library_version(), {CPU: frozenset({"int8"})}, "", understood)


@pytest.mark.parametrize("offers", [5, {"cpu": 5}, [["cpu"]], None])
def test_offers_that_make_no_sense_are_none(offers: object) -> None:
    assert dict(answering({"offers": offers}).offers().types) == {}


def test_an_answer_counts_though_the_process_crashed_behind_it() -> None:
    line = write_answer(GOOD)
    code = f"import os, sys; sys.stdin.readline(); os.write(1, {line!r}); os.abort()"
    assert proof_of(python(code)).works


@pytest.mark.parametrize("task", [TASK, ProofTask(Path("a b"), "own", Way(CPU, "int8"), 1, 3, 2, True)])
def test_a_task_crosses_as_it_is(task: ProofTask, tmp_path: Path) -> None:
    kept = tmp_path / "task.json"
    python(
        f"import pathlib, sys; pathlib.Path({str(kept)!r}).write_bytes(sys.stdin.buffer.readline())", 77.0
    ).prove(task)
    assert read_question(kept.read_bytes()) == Question(Ask.PROOF, 77.0, task)


def test_the_folder_of_nvidias_library_crosses(tmp_path: Path) -> None:
    kept = tmp_path / "question.json"
    code = f"import pathlib, sys; pathlib.Path({str(kept)!r}).write_bytes(sys.stdin.buffer.readline())"
    ChildProofs([sys.executable, "-c", code], LONG, 55.0, tmp_path / "cuda").offers()
    assert read_question(kept.read_bytes()) == Question(Ask.OFFERS, 55.0, None, tmp_path / "cuda")


# --- ending it ---
