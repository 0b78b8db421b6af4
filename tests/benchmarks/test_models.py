"""The table of models: which clips count where, what one process tells, and the ratios at the end."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from app.adapters.model_store import LocalModels
from tests.benchmarks.models import (
    Row,
    answer_of,
    groups_of,
    headline,
    line,
    picture,
    report,
    scored,
    timed_clip,
)
from tests.benchmarks.models_child import FASTER, OPENAI
from tests.benchmarks.speech_set import OWN_SET, Score, load_set

CLEAN = (Score(0, 10), Score(1, 10))
OURS = Row(
    "base", FASTER, "int8", "int8_float32", (0.5, 0.4), (1.2, 1.1), (1.0, 1.0), 100.0, 200.0, 260.0,
    {"clean": CLEAN, "noisy": (Score(3, 10),), "not native": ()},
)  # fmt: skip
THEIRS = replace(
    OURS,
    engine=OPENAI,
    compute_type="float32",
    used="float32",
    steady=(9.0, 5.0),
    load=(1.0, 0.8),
    libraries_mb=300.0,
    memory_mb=800.0,
)


def write_set(folder: Path) -> Path:
    rows: list[dict[str, object]] = [
        {"file": "a.flac", "speaker": "LJ"},
        {"file": "b.flac", "speaker": "LJ", "derived": True},
        {"file": "c.flac", "speaker": "MM (not native)", "language": "ja"},
        {"file": "d.flac", "conditions": "read, non-native speaker"},
        {"file": "mfastyle_um.flac"},
        {"file": "e.flac", "language": "sv"},
        {"file": "f.flac", "reference": ""},
        {"file": "g.flac", "kind": "noise"},
    ]
    common = {"seconds": 9.0, "language": "en", "kind": "speech", "reference": "words"}
    text = "\n".join(json.dumps({**common, **row}) for row in rows)
    (folder / "manifest.jsonl").write_text(text, encoding="utf-8")
    return folder


def test_clips_are_grouped_by_what_the_manifest_says(tmp_path: Path) -> None:
    clips = load_set(write_set(tmp_path))
    found = {
        name: [clip.name for clip in group] for name, group in groups_of(clips, english_only=False).items()
    }
    assert found == {"clean": ["a"], "noisy": ["b"], "not native": ["c", "d"]}
    assert [clip.name for clip in groups_of(clips, english_only=True)["not native"]] == ["d"]


def test_the_timed_clip_is_the_one_nearest_to_13_seconds() -> None:
    assert timed_clip(load_set(OWN_SET)).name == "medium"


def test_where_no_spaces_are_each_sign_counts(tmp_path: Path) -> None:
    clip = replace(load_set(write_set(tmp_path))[2], reference="本を読んだ。")
    assert scored(clip, "本を呼んだ") == Score(1, 5)
    assert scored(replace(clip, language="en", reference="Two colours."), "2 colors") == Score(0, 2)


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_one_process_tells_costs_and_texts(tmp_path: Path) -> None:
    from tests.benchmarks.speech_set import models

    with models() as local:
        answer = answer_of(command(local))
    costs = answer["costs"]
    (text,) = answer["texts"]
    assert "garden" in text.lower()
    assert costs["compute_type"] == "int8_float32"
    assert len(costs["steady"]) == 2
    for spent in (costs["imported"], costs["load"], costs["first"], *costs["steady"]):
        assert spent["clock"] > 0
        assert spent["work"] > 0
    # Libraries alone are some tens of MB, and the weights of tiny.en 40 MB in int8.
    assert 30 < costs["libraries_mb"] < costs["memory_mb"] - 20
    assert costs["memory_mb"] < costs["peak_mb"] < 1500


def command(local: LocalModels) -> list[str]:
    task = {
        "engine": FASTER,
        "weights": str(local.locate("tiny.en")),
        "model": "tiny.en",
        "compute_type": "int8_float32",
        "threads": 1,
        "beam_size": 1,
        "repeats": 2,
        "timed": str(OWN_SET / "s02.flac"),
        "clips": [[str(OWN_SET / "s02.flac"), "en"]],
    }
    return [sys.executable, "-m", "tests.benchmarks.models_child", json.dumps(task)]


def test_the_ratios_are_of_openais_program_to_the_default_type() -> None:
    other = replace(OURS, compute_type="float32", steady=(3.0, 3.0))
    found = headline([other, OURS, THEIRS], "base")
    assert found is not None
    assert (found.steady, found.steady_work, found.load_work) == (9.0, 5.0, 2.0)
    assert (found.memory, found.memory_of_model) == (4.0, 5.0)
    assert (found.wer, found.openai_wer, found.interval) == (5.0, 5.0, (0.0, 0.0))
    said = report("base", found)
    assert "time    5.0 times (on the clock 9.0)" in said
    assert "memory  4.0 times, without the libraries 5.0" in said


@pytest.mark.parametrize("rows", [[OURS], [THEIRS], [replace(OURS, model="tiny.en"), THEIRS]])
def test_without_one_of_the_two_there_is_no_ratio(rows: list[Row]) -> None:
    assert headline(rows, "base") is None


def test_a_row_tells_what_it_lacks() -> None:
    cells = line(OURS).split("  ")
    assert [cell.strip() for cell in cells if cell.strip()] == [
        "int8 (int8_float32)",
        "0.50 (0.40) s",
        "1.20 (1.10) s",
        "1.00 (1.00) s",
        "200 MB",
        "260 MB",
        "5.00 %",
        "30.00 %",
        "–",
    ]
    assert line(THEIRS).strip().startswith("OpenAI Whisper, float32")


def test_the_picture_shows_every_row() -> None:
    drawn = picture([OURS, THEIRS], ["base", "tiny.en"])
    assert "base: processor time of a transcription" in drawn
    assert "OpenAI Whisper, float32: 800.00 MB" in drawn
    assert "tiny.en: memory" not in drawn
