"""`sayso bench` as the user runs it: real models, real processes; and its table."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from app.adapters.bench_file import BenchFiles
from app.adapters.bench_speech import bundled_clip
from app.adapters.folders import Folders
from app.adapters.own_process import BENCH_MODEL
from app.cli import parser
from app.commands import bench_model
from app.commands.bench import DIED, NO_TEXT, OFF, Measuring, run
from app.commands.bench_model import ModelTask, read_task, write_task
from app.commands.bench_report import WIDTH, report, seconds_words, step_words
from app.domain.bench import BenchProgress, BenchStep, BenchTable, ModelResult, Step
from app.domain.bench_codec import Line, TableKept, read_line, read_table
from app.domain.enhancement_settings import EnhancementSettings
from app.domain.problems import Problem
from tests.adapters.engines_apart import children_of, is_gone, until
from tests.data import FOLDER
from tests.fakes.bench import BASE, CARD, NO_ROOM, ON_CARD, TABLE, TABLES, TINY, WITHOUT, ScriptedBench
from tests.ollama_standin.fixtures import ollama, ollama_process
from tests.ollama_standin.process import MODEL, StandInProcess

__all__ = ["ollama", "ollama_process"]

NOBODY = '[enhancement]\nhost = "http://127.0.0.1:9"\n'


def command(*arguments: str, word: str = "bench") -> list[str]:
    return [sys.executable, "-m", "app.cli", word, *arguments]


def environment(home: Path) -> dict[str, str]:
    return {**os.environ, "SAYSO_HOME": str(home), "PYTHONUTF8": "1"}


def bench(home: Path, *arguments: str, settings: str = NOBODY) -> subprocess.CompletedProcess[str]:
    file = home / "config" / "settings.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"version = 1\n{settings}", encoding="utf-8")
    return subprocess.run(
        command(*arguments),
        env=environment(home),
        capture_output=True,
        encoding="utf-8",
        timeout=110,
        check=False,
    )


def kept(home: Path) -> tuple[BenchTable, ...]:
    return BenchFiles(home / "data").load()


def test_a_model_is_measured_kept_and_written_where_it_is_wanted(tmp_path: Path) -> None:
    file = tmp_path / "figures.json"
    done = bench(tmp_path / "home", "--model", "tiny.en", "--beam", "2", "--json", str(file))
    assert done.returncode == 0, done.stderr
    assert done.stderr.splitlines() == ["Measuring tiny.en", "Measuring mistral:7b-instruct"]
    (table,) = kept(tmp_path / "home")
    assert read_table(file.read_bytes()) == table
    assert done.stdout == report(table)
    (tiny,) = table.models
    assert (tiny.model, tiny.device, tiny.beam_size, len(tiny.rounds_s)) == ("tiny.en", "cpu", 2, 5)
    assert 0 < tiny.steady_s < 60
    assert 0 < tiny.first_s < 60
    assert 0 < tiny.load_s < 90
    assert tiny.errors.words == 35
    assert tiny.errors.edits <= 3
    assert tiny.memory_mb is not None
    assert tiny.peak_mb is not None
    # Its weights alone are 40 MB at 8 bits.
    assert 30 < tiny.memory_mb < 300
    assert tiny.memory_mb <= tiny.peak_mb < 600
    assert table.clean_up is not None
    assert table.clean_up.problem == "Ollama is not running at http://127.0.0.1:9."
    assert "Clean-up: Ollama is not running at http://127.0.0.1:9." in done.stdout


@pytest.mark.slow
def test_for_the_window_every_step_is_a_line(tmp_path: Path, ollama: StandInProcess) -> None:
    file = str(FOLDER / "s02.flac")
    said = "She opened the window and looked at the garden."
    arguments = ("--lines", "--model", "nosuch", "tiny.en", "--file", file, "--reference", said)
    done = bench(tmp_path, *arguments, settings=ollama.settings)
    # One of them could not be measured.
    assert (done.returncode, done.stderr) == (1, "")
    lines = [read_line(line) for line in done.stdout.splitlines()]
    assert None not in lines
    progress = [line for line in lines if isinstance(line, BenchProgress)]
    assert progress[0] == BenchProgress(0, 1)
    shares = [each.share for each in progress[1:]]
    assert shares == sorted(shares)
    steps = [each.step for each in progress if each.model == "tiny.en"]
    assert steps == [Step.STARTING, Step.LOADING, Step.FIRST, *[Step.STEADY] * 5, Step.ERRORS]
    assert [each.step for each in progress if each.model == MODEL] == [Step.WARMING, Step.WRITING]
    missing, tiny = (line for line in lines if isinstance(line, ModelResult))
    assert missing.problem == "There is no speech model called “nosuch”."
    assert tiny.is_measured
    (whole,) = (line for line in lines if isinstance(line, TableKept))
    assert whole.table.models == (missing, tiny)
    assert kept(tmp_path) == (whole.table,)
    clean_up = whole.table.clean_up
    assert clean_up is not None
    assert (clean_up.model, clean_up.problem) == (MODEL, "")
    assert clean_up.first_token_s is not None
    assert 0 < clean_up.first_token_s <= clean_up.total_s
    assert clean_up.ready_s > 0
    # Neither lines nor what is kept hold what was said.
    assert "garden" not in done.stdout
    assert "garden" not in "".join(one.read_text("utf-8") for one in (tmp_path / "data").rglob("*.json"))


def test_in_lines_a_problem_is_one_too(tmp_path: Path) -> None:
    done = bench(tmp_path, "--lines", "--file", str(tmp_path / "gone.wav"))
    assert (done.returncode, done.stderr) == (1, "")
    problem = read_line(done.stdout.splitlines()[-1])
    assert isinstance(problem, Problem)
    assert "gone.wav" in problem.sentence
    assert kept(tmp_path) == ()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--reference", "Yes."), "A reference belongs to a recording."),
        (("--compute-type", "int3"), "There is no compute type called “int3”."),
        (("--language", "xx"), "Whisper knows no language by the code “xx”."),
        (("--speech", "nowhere"), "There is no file "),
        (("--file", "nowhere.wav"), "There is no file "),
    ],
)
def test_what_cannot_be_done_gets_one_sentence_and_a_remedy(
    tmp_path: Path, arguments: tuple[str, ...], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(Problem) as raised:
        run(parser().parse_args(["bench", *arguments]), Folders.at(tmp_path))
    assert raised.value.sentence.startswith(sentence)
    assert raised.value.remedy
    assert capsys.readouterr() == ("", "")


def test_several_models_may_be_named_and_one_kind_of_speech(capsys: pytest.CaptureFixture[str]) -> None:
    assert parser().parse_args(["bench", "--model", "a", "b", "--model", "c"]).model == ["a", "b", "c"]
    with pytest.raises(SystemExit):
        parser().parse_args(["bench", "--speech", "x", "--file", "y"])
    assert "not allowed with" in capsys.readouterr().err


@contextmanager
def in_the_middle(home: Path, standard_input: int) -> Iterator[subprocess.Popen[bytes]]:
    """`sayso bench --lines`, which is just loading a model."""
    arguments = command("--lines", "--model", "tiny.en", "--no-clean-up")
    with subprocess.Popen(
        arguments, env=environment(home), stdin=standard_input, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            step = read_line(line)
            if isinstance(step, BenchProgress) and step.step is Step.LOADING:
                break
        yield process


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal to a console's child there")
def test_interrupted_nothing_is_kept_and_nothing_stays_behind(tmp_path: Path) -> None:
    with in_the_middle(tmp_path, subprocess.DEVNULL) as process:
        assert process.stdout is not None
        process.send_signal(signal.SIGINT)
        # The model's process has the same standard error alone; that our own pipe ends is Sayso's end.
        process.stdout.read()
        assert process.wait(60) == 130
    assert kept(tmp_path) == ()


def test_a_window_that_crashes_leaves_no_run_behind(tmp_path: Path) -> None:
    with in_the_middle(tmp_path, subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        models = children_of(process.pid, BENCH_MODEL) if sys.platform == "linux" else []
        process.stdin.close()
        rest = [read_line(line) for line in process.stdout]
        assert process.wait(60) == 1
    assert not any(isinstance(line, ModelResult | TableKept) for line in rest)
    assert kept(tmp_path) == ()
    assert len(models) == (1 if sys.platform == "linux" else 0)
    until(lambda: all(map(is_gone, models)), "the model's process ends as well")


def test_the_model_s_process_ends_when_whoever_started_it_has_gone(tmp_path: Path) -> None:
    task = write_task(ModelTask("tiny.en", (bundled_clip(),)))
    with subprocess.Popen(
        command(word=BENCH_MODEL),
        env=environment(tmp_path),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(task)
        process.stdin.flush()
        said = process.stdout.readline()
        assert read_line(said) == BenchStep(Step.LOADING)
        process.stdin.close()
        rest = [read_line(line) for line in process.stdout]
        assert process.wait(60) == 1
    assert not any(isinstance(line, ModelResult) for line in rest)


@pytest.mark.parametrize("task", [b"", b"{}\n", b"[1]\n", b'{"model": "x", "clips": []}\n'])
def test_the_hidden_command_is_for_sayso_alone(
    tmp_path: Path, task: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bench_model.run(io.BytesIO(task), Folders.at(tmp_path)) == 2
    assert capsys.readouterr() == ("", "sayso: This command is for Sayso itself alone.\n")


def test_a_task_crosses_whole() -> None:
    clip = replace(bundled_clip(), path=FOLDER / "s01.flac")
    for task in (ModelTask("base", (bundled_clip(), clip)), ModelTask("x", (clip,), "int8", 3)):
        assert read_task(write_task(task)) == task


# --- one run, with a process that says given lines ---


def tasks(*models: str) -> list[ModelTask]:
    return [ModelTask(model, (bundled_clip(),)) for model in models]


def test_a_process_that_dies_is_a_row_and_the_next_one_goes_on() -> None:
    said: list[Line] = []
    run = Measuring(tasks("base", "/models/mine"), said.append, 0)
    assert run.models(ScriptedBench(BenchStep(Step.LOADING), status=-11)) == (
        ModelResult("base", problem=DIED),
        ModelResult("mine", problem=DIED),
    )
    assert [(each.done, each.total) for each in said if isinstance(each, BenchProgress)] == [
        (0, 16),
        (0, 16),
        (8, 16),
        (8, 16),
    ]


def test_noise_of_libraries_is_passed_over() -> None:
    process = ScriptedBench(b"warning: slow\n", BenchStep(Step.LOADING), BASE)
    assert Measuring(tasks("base"), lambda _: None, 0).models(process) == (BASE,)


def test_a_clean_up_that_is_off_or_has_nothing_to_do_says_so() -> None:
    run = Measuring(tasks("base"), lambda _: None, 2)
    off = run.clean_up(EnhancementSettings(enabled=False), bundled_clip())
    assert off.problem == OFF
    nothing = run.clean_up(EnhancementSettings(), replace(bundled_clip(), reference=""))
    assert nothing.problem == NO_TEXT


# --- the table ---


@pytest.mark.parametrize("table", TABLES, ids=("whole", "without", "card"))
def test_the_table_fits_80_columns(table: BenchTable) -> None:
    long = replace(
        table, models=(*table.models, replace(TINY, model="a-folder-with-a-very-long-name", load_s=123.4))
    )
    lines = report(long).splitlines()
    assert max(map(len, lines)) <= WIDTH
    assert any(line.startswith("…with-a-very-long-n") or "very-long-name" in line for line in lines)


def test_the_table_has_a_row_for_each_model_and_the_plan_as_somebody_else_s() -> None:
    text = report(WITHOUT)
    row = next(line for line in text.splitlines() if line.startswith("tiny.en "))
    figures = ["0.82", "s", "0.41", "s", "0.40", "s", "31.5×", "66", "MB", "185", "MB", "3.0", "%"]
    assert row.split()[1:] == figures
    assert f"small              {NO_ROOM.problem}" in text.replace("\n                   ", " ")
    joined = " ".join(text.split())
    assert "on somebody else's machine, an RTX 5090" in joined
    assert "5 to 10 s for 13 s of speech, 10 s more the first time" in joined
    assert "65 s in all. It aimed at 0.8 to 2 s, and 15 to 20 s for the clean-up." in joined
    assert "By processor, int8_float32, beam 5: base, distil-small.en" in joined


def test_a_clean_up_has_its_row_and_the_guard_s_word() -> None:
    lines = report(TABLE).splitlines()
    row = next(line for line in lines if line.startswith("mistral"))
    assert row.split()[1:] == ["12.1", "s", "0.31", "s", "4.20", "s", "24.0"]
    assert "The guard let its text pass; 0% of it on the graphics card." in " ".join(lines)


def test_a_graphics_card_has_its_own_column_and_what_could_not_be_had_is_told() -> None:
    text = report(ON_CARD)
    assert "Card" in text.splitlines()[3]
    assert CARD.fallbacks[0].split(",")[0] in " ".join(text.split())
    assert "Clean-up" not in text


def test_figures_have_as_many_digits_as_tell_something() -> None:
    assert [seconds_words(each) for each in (0.4141, 9.99, 12.34, 123.4)] == [
        "0.41 s",
        "9.99 s",
        "12.3 s",
        "123 s",
    ]


def test_steps_are_said_in_words() -> None:
    assert step_words(BenchProgress(1, 9, "base", Step.STEADY, 2, 5)) == "base: transcribing again, 2 of 5"
    assert step_words(BenchProgress(0, 1)) == "getting ready"
    assert all(step_words(BenchProgress(0, 1, "x", step)) for step in Step)


def test_the_json_is_what_others_may_read(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    BenchFiles(tmp_path).export(path, TABLE)
    data = json.loads(path.read_text("utf-8"))
    assert [one["model"] for one in data["models"]] == ["tiny.en", "base"]
    assert data["models"][1]["times_real_time"] == pytest.approx(12.59 / 1.2)
