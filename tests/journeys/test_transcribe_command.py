"""`sayso transcribe` with many files, as its users run it: a process of its own, real weights, real files."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any, cast

import psutil
import pytest

from tests.data import FOLDER, clips, load
from tests.media_maker import Track, mono, stereo, tone, write_media

SAID = {
    name: next(clip.reference for clip in clips() if clip.path.stem == name) for name in ("s02", "s05", "s06")
}
"""What is said in clips that the smallest model writes down to the letter."""
PATIENCE = 240
"""Seconds: what transcribes is of low priority, and starves beside other tests."""

pytestmark = pytest.mark.timeout(300)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the commands of this module keep settings and cache. The text of one clip is in the cache."""
    folder = tmp_path_factory.mktemp("home")
    clip = write_media(folder / "clip.flac", [Track(mono(load(FOLDER / "s02.flac")), "flac")])
    done = transcribe(folder, clip)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{SAID['s02']}\n", "")
    return folder


def environment(home: Path) -> dict[str, str]:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "COLUMNS")
    kept = {name: value for name, value in os.environ.items() if name not in hidden}
    return {**kept, "SAYSO_HOME": str(home), "TERM": "xterm"}


def command(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "app.cli", "transcribe", "--model", "tiny.en", *map(str, arguments)]


def transcribe(
    home: Path, *arguments: str | Path, cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    root = Path(__file__).parents[2]
    return subprocess.run(
        command(*arguments),
        env={**environment(home), "PYTHONPATH": str(root)},
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )


def left_behind(home: Path) -> list[psutil.Process]:
    """The processes that were started with that home and are still there after a while."""
    found = []
    for process in psutil.process_iter():
        with suppress(psutil.Error):
            if process.environ().get("SAYSO_HOME") == str(home):
                found.append(process)
    return psutil.wait_procs(found, timeout=10)[1]


def events(stdout: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in stdout.splitlines()]


def put(folder: Path, clip: str, name: str = "") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return Path(shutil.copy(FOLDER / f"{clip}.flac", folder / f"{name or clip}.flac"))


def test_files_folders_and_patterns_come_in_order_whatever_fails(home: Path, tmp_path: Path) -> None:
    put(tmp_path / "talks" / "inner", "s05")
    (tmp_path / "talks" / "notes.txt").write_text("no sound")
    put(tmp_path, "s06", "c [1]")
    put(tmp_path, "s02", "c [2]")
    (tmp_path / "broken.wav").write_bytes(b"no sound at all")
    wanted: tuple[str | Path, ...] = ("c*.flac", "broken.wav", "talks", "no*.mp3")
    done = transcribe(home, "--jobs", "2", "--no-cache", *wanted, cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout.splitlines() == [SAID["s06"], SAID["s02"], SAID["s05"]]
    first, second = done.stderr.splitlines()
    assert first.startswith(f"sayso: {tmp_path / 'broken.wav'} cannot be read: ")
    assert second == "sayso: No file matches no*.mp3. Check the pattern and the folder."
    assert left_behind(home) == []


def test_formats_are_files_events_are_json_and_the_cache_answers(home: Path, tmp_path: Path) -> None:
    files = [put(tmp_path / "a", "s02", "talk"), put(tmp_path / "b", "s06", "talk")]
    missing = tmp_path / "missing.wav"
    out = tmp_path / "out" / "texts"
    wanted: tuple[str | Path, ...] = (
        "--format",
        "srt,text",
        "--format",
        "json",
        "--output",
        out,
        missing,
        *files,
    )
    done = transcribe(home, "--json-lines", *wanted)
    assert (done.returncode, done.stderr) == (1, "")
    said = events(done.stdout)
    failed = said[0]
    assert (failed["event"], failed["file"], failed["number"]) == ("failed", str(missing), 0)
    (problem,) = failed["problems"]
    assert problem["kind"] == "AudioMissing"
    assert problem["sentence"] == f"There is no file {missing}."
    names = ["talk.srt", "talk.txt", "talk.json", "talk (2).srt", "talk (2).txt", "talk (2).json"]
    for number, file, text, saved in ((1, files[0], "s02", names[:3]), (2, files[1], "s06", names[3:])):
        begun, *progress, last = [one for one in said if one["file"] == str(file)]
        seconds = last["transcript"]["seconds"]
        assert (begun["event"], begun["number"]) == ("begun", number)
        assert begun["seconds"] == pytest.approx(seconds, abs=0.1)
        assert begun["tracks"] == [{"number": 1, "language": "", "title": "", "channels": 1}]
        assert {one["event"] for one in progress} == {"progress"}
        heard = [segment["text"] for one in progress for segment in one["segments"]]
        assert " ".join(heard) == SAID[text]
        assert seconds - 1 < progress[-1]["done"] <= seconds
        assert (last["event"], last["from_cache"], last["problems"]) == ("done", False, [])
        assert last["saved"] == [str(out / name) for name in saved]
        assert (last["transcript"]["text"], last["transcript"]["language"]) == (SAID[text], "en")
    assert (out / "talk.txt").read_text("utf-8") == SAID["s02"] + "\n"
    row = json.loads((out / "talk (2).json").read_text("utf-8"))
    assert (row["text"], row["file"]) == (SAID["s06"], str(files[1]))
    assert [word["word"] for word in row["segments"][0]["words"]] == SAID["s06"].split()

    again = transcribe(home, *wanted)
    # What was written before is Sayso's own, and is written anew.
    assert again.stdout.splitlines() == [str(out / name) for name in names]
    assert again.stderr.startswith(f"sayso: There is no file {missing}.")
    assert sorted(path.name for path in out.iterdir()) == sorted(names)
    # One format alone is printed, and of the same transcript.
    printed = transcribe(home, "--format", "srt", files[0])
    assert printed.stdout == (out / "talk.srt").read_text("utf-8")
    assert printed.stdout.startswith("1\n00:00:0")
    known = events(transcribe(home, "--json-lines", *files).stdout)
    assert [(one["event"], one["from_cache"], one["saved"]) for one in known] == [("done", True, [])] * 2


def test_another_track_is_the_same_sound_as_in_a_file_of_its_own(home: Path, tmp_path: Path) -> None:
    tracks = [Track(mono(tone(4.25)), "flac"), Track(mono(load(FOLDER / "s02.flac")), "flac")]
    file = write_media(tmp_path / "two.mkv", tracks)
    (done,) = events(transcribe(home, "--json-lines", "--no-words", "--track", "2", file).stdout)
    assert (done["transcript"]["text"], done["from_cache"]) == (SAID["s02"], True)
    none = transcribe(home, "--track", "3", file)
    assert none.returncode == 1
    assert f"{file} cannot be read: it has no sound track number 3, but 1, 2." in none.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal to a console's child there")
def test_interrupted_it_ends_with_all_its_processes_and_keeps_what_is_done(tmp_path: Path) -> None:
    # Long enough for the signal to come in the middle of it.
    long = write_media(tmp_path / "long.wav", [Track(mono(tone(300.0)), "pcm_s16le")])
    settings = tmp_path / "home" / "config" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text("version = 1\n[speech]\nvoice_detection = false\n", encoding="utf-8")
    first = put(tmp_path, "s02")
    with subprocess.Popen(
        command("--json-lines", "--no-cache", "--format", "text", first, long),
        env=environment(tmp_path / "home"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as child:
        said = (json.loads(line) for line in cast(IO[str], child.stdout))
        done = next(one for one in said if one["event"] == "done")
        assert next(said)["event"] == "begun"
        child.send_signal(signal.SIGINT)
        rest = list(said)
        assert child.stderr is not None
        assert child.stderr.read() == ""
        assert child.wait(PATIENCE) == 130
    assert "done" not in [one["event"] for one in rest]
    assert done["saved"] == [str(tmp_path / "s02.txt")]
    assert (tmp_path / "s02.txt").read_text("utf-8") == SAID["s02"] + "\n"
    assert not (tmp_path / "long.txt").exists()
    assert left_behind(tmp_path / "home") == []


if sys.platform != "win32":

    @contextmanager
    def terminal() -> Iterator[tuple[int, int]]:
        """Both ends of one, 80 columns wide: ours, and that of a program, which is closed by the caller."""
        import termios

        ours, theirs = os.openpty()
        termios.tcsetwinsize(theirs, (24, 80))
        try:
            yield ours, theirs
        finally:
            os.close(ours)

    def seen(ours: int) -> str:
        """All that is written to it."""
        drawn = b""
        with suppress(OSError):  # nobody writes to it any more
            while piece := os.read(ours, 4096):
                drawn += piece
        return drawn.decode()

    def test_a_terminal_sees_how_far_it_is_and_keeps_only_the_results(home: Path, tmp_path: Path) -> None:
        left, right = (load(FOLDER / f"{clip}.flac") for clip in ("s05", "s02"))
        sides = write_media(tmp_path / "sides.wav", [Track(stereo(left, right), "pcm_s16le")])
        with (
            terminal() as (ours, theirs),
            subprocess.Popen(
                command("--channels", "second", sides, tmp_path / "missing.wav"),
                env=environment(home),
                stdout=subprocess.PIPE,
                stderr=theirs,
            ) as child,
        ):
            os.close(theirs)
            drawn = seen(ours)
            assert child.stdout is not None
            said = child.stdout.read().decode()
            assert child.wait(PATIENCE) == 1
        assert said == f"{SAID['s02']}\n"
        assert "1 of 2  sides.wav  getting ready" in drawn
        assert "1 of 2  sides.wav  0%  0:00:00 of 0:00:0" in drawn
        # Before anything is told, the lines are taken away.
        assert "\r\x1b[Ksayso: There is no file " in drawn


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--format", "docx", "x.wav"), "A document cannot be printed: "),
        (("--format", "srt", "x.wav", "y.wav"), "Several files cannot be printed as one srt: "),
        (("--by-piece", "--language", "en", "x.wav"), "--by-piece finds the language of each piece: "),
        (("--format", "srt,nosuch", "x.wav"), "argument --format: must be among text, txt, md, "),
        (("--track", "0", "x.wav"), "argument --track: must be between 1 and 999"),
        (("--jobs", "many", "x.wav"), "argument --jobs: invalid whole number value: 'many'"),
    ],
)
def test_wrong_usage_is_status_2_and_told(home: Path, arguments: tuple[str, ...], sentence: str) -> None:
    done = transcribe(home, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert sentence in done.stderr.splitlines()[-1]


def test_a_folder_that_cannot_be_made_is_told_before_anything_is_done(home: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = transcribe(home, "--output", tmp_path / "file" / "texts", FOLDER / "s02.flac")
    assert (done.returncode, done.stdout) == (1, "")
    (line,) = done.stderr.splitlines()
    folder = tmp_path / "file" / "texts"
    assert line == f"sayso: Sayso cannot write to {folder}. Name another folder with --output."
