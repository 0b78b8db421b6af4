"""The command line as its users run it: a process of its own, real weights, real files."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from app import __version__
from app.adapters.compute_proof import library_version
from app.adapters.computer import this_computer
from app.adapters.folders import Folders
from app.adapters.proof_file import FILE_NAME, ProofFile
from app.domain.compute import CPU, Way
from app.domain.compute_proof import Proof, Verdict, key_of
from app.domain.hardware import Graphics
from tests.data import FOLDER, load
from tests.media_maker import Track, mono, write_media
from tests.ollama_standin.fixtures import ollama, ollama_process
from tests.ollama_standin.process import EMBEDDER, MODEL, StandInProcess

__all__ = ["ollama", "ollama_process"]

SAID = "She opened the window and looked at the garden."


def sayso(home: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run `sayso` with a home of its own and without a screen; `variables` join the environment."""
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "COLUMNS")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    return subprocess.run(
        [sys.executable, "-m", "app.cli", *arguments],
        env={**environment, "SAYSO_HOME": str(home), **variables},
        capture_output=True,
        encoding="utf-8",
        timeout=100,
        check=False,
    )


def set_up(home: Path, settings: str) -> None:
    """Give that home a settings file."""
    file = home / "config" / "settings.toml"
    file.parent.mkdir(parents=True)
    file.write_text(f"version = 1\n{settings}", encoding="utf-8")


def test_transcribe_prints_the_words_alone(tmp_path: Path) -> None:
    done = sayso(tmp_path, "transcribe", "--model", "tiny.en", str(FOLDER / "s02.flac"))
    assert (done.returncode, done.stdout, done.stderr) == (0, SAID + "\n", "")


def test_tidied_where_that_is_asked_for_as_the_settings_say(tmp_path: Path) -> None:
    set_up(tmp_path, '[tidy]\nreplacements = ["the garden = The Garden"]\n')
    tidied = SAID.replace("the garden", "The Garden")
    arguments = ("transcribe", "--tidy", "--model", "tiny.en", str(FOLDER / "s02.flac"))
    assert sayso(tmp_path, *arguments).stdout == f"{tidied}\n"
    row = json.loads(sayso(tmp_path, *arguments, "--format", "json").stdout)
    assert row["text"] == tidied
    # Segments and words stay as they were heard: they have their times and probabilities.
    assert " ".join(word["word"] for segment in row["segments"] for word in segment["words"]) == SAID


def test_a_file_that_cannot_be_read_does_not_stop_the_others(tmp_path: Path) -> None:
    broken = tmp_path / "broken.wav"
    broken.write_bytes(b"no sound at all")
    files = (str(broken), str(tmp_path / "missing.wav"), str(FOLDER / "s02.flac"))
    done = sayso(tmp_path / "home", "transcribe", "--model", "tiny.en", *files)
    assert done.returncode == 1
    assert done.stdout == SAID + "\n"
    first, second = done.stderr.splitlines()
    assert first.startswith(f"sayso: {broken} cannot be read: ")
    assert second.startswith("sayso: There is no file ")


def test_json_has_times_and_probabilities(tmp_path: Path) -> None:
    done = sayso(
        tmp_path,
        "transcribe",
        "--format",
        "json",
        "--language",
        "en",
        "--beam",
        "2",
        str(FOLDER / "s02.flac"),
    )
    row = json.loads(done.stdout)
    assert (row["text"], row["language"], row["model"]) == (SAID, "en", "base")
    spoken = [word for segment in row["segments"] for word in segment["words"]]
    assert " ".join(word["word"] for word in spoken) == SAID
    assert all(0 <= word["start"] <= word["end"] <= row["seconds"] for word in spoken)
    assert all(0 < word["probability"] <= 1 for word in spoken)


def test_of_silence_it_is_said_that_nobody_speaks(tmp_path: Path) -> None:
    done = sayso(tmp_path, "transcribe", "--model", "tiny.en", str(FOLDER / "silence.flac"))
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.startswith("sayso: No speech was found in “")
    assert done.stderr.endswith("silence.flac”. Play it to hear whether somebody speaks.\n")


def test_a_file_that_is_cut_short_is_written_down_so_far_and_makes_the_status_1(tmp_path: Path) -> None:
    sound = load(FOLDER / "s02.flac")
    whole = write_media(tmp_path / "whole.wav", [Track(mono(np.concatenate((sound, sound))), "pcm_s16le")])
    cut = tmp_path / "cut.wav"
    cut.write_bytes(whole.read_bytes()[: whole.stat().st_size * 6 // 10])
    done = sayso(tmp_path, "transcribe", "--model", "tiny.en", str(cut))
    assert done.returncode == 1
    assert done.stdout.strip()
    assert "cut.wav ends after" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("transcribe", "--model", "nosuch", "x.wav"), "There is no speech model called “nosuch”."),
        (("transcribe", "--language", "xx", "x.wav"), "Whisper knows no language by the code “xx”."),
        (("dictate", "--language", "German"), "Whisper knows no language by the code “German”."),
        (
            ("transcribe", "--model", "tiny.en", "--language", "de", "x.wav"),
            "The speech model “tiny.en” writes English alone, but the language is set to “de”.",
        ),
        (("toggle",), "Sayso is not running."),
        ((), "There is no screen to open the window on."),
    ],
)
def test_what_cannot_be_done_gets_one_sentence_and_a_remedy(
    tmp_path: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    if not sys.platform.startswith("linux") and not arguments:
        pytest.skip("other systems always have a screen")
    done = sayso(tmp_path, *arguments)
    assert (done.returncode, done.stdout) == (1, "")
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"sayso: {sentence} ")


def test_a_damaged_model_is_told_by_its_hash(tmp_path: Path) -> None:
    folder = tmp_path / "home" / "data" / "models" / "tiny.en"
    folder.mkdir(parents=True)
    for name in ("model.bin", "config.json", "tokenizer.json", "vocabulary.txt"):
        (folder / name).write_bytes(b"{}")
    done = sayso(tmp_path / "home", "transcribe", "--model", "tiny.en", str(FOLDER / "s02.flac"))
    assert done.returncode == 1
    assert "The speech model “tiny.en” is damaged" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    done = sayso(in_the_way, "dictate")
    assert done.returncode == 1
    assert "Sayso cannot write to " in done.stderr
    assert "Traceback" not in done.stderr


def test_bad_settings_are_told_and_the_rest_is_used(tmp_path: Path) -> None:
    set_up(tmp_path, '[speech]\nmodel = "tiny.en"\nbeam_size = 99\nlanguage = "xx"\n')
    done = sayso(tmp_path, "transcribe", str(FOLDER / "s02.flac"))
    assert (done.returncode, done.stdout) == (0, SAID + "\n")
    assert "speech.beam_size, speech.language" in done.stderr


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("not = [toml", "The settings file could not be read, so the standard settings are used."),
        pytest.param(
            "version = 99",
            "The settings were made by a newer version of Sayso.",
            marks=pytest.mark.slow,
        ),
    ],
)
def test_a_settings_file_that_is_none_is_told_and_dictation_goes_on(
    tmp_path: Path, text: str, sentence: str
) -> None:
    settings = tmp_path / "config" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text(text, encoding="utf-8")
    done = sayso(tmp_path, "transcribe", "--model", "tiny.en", str(FOLDER / "s02.flac"))
    assert (done.returncode, done.stdout) == (0, SAID + "\n")
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"sayso: {sentence} ")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux has a disk that is always full")
def test_a_full_disk_behind_the_output_is_told(tmp_path: Path) -> None:
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "app.cli", "models"],
            env={**os.environ, "SAYSO_HOME": str(tmp_path)},
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            timeout=100,
            check=False,
        )
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert line == ("sayso: The disk that the output goes to is full. Free some space, or send it elsewhere.")


def test_no_letter_is_lost_to_an_old_code_page(tmp_path: Path) -> None:
    done = sayso(tmp_path, "dictate", "--help", PYTHONIOENCODING="cp437")
    assert done.returncode == 0
    assert "“sayso devices”" in " ".join(done.stdout.split())
    done = sayso(tmp_path, "transcribe", "--model", "größer", "x.wav", PYTHONIOENCODING="ascii")
    assert "“größer”" in done.stderr


@pytest.mark.skipif(
    not sys.platform.startswith("linux") or Path("/proc/asound/cards").exists(),
    reason="only on Linux can sound be taken away, and only from a computer without a sound card",
)
@pytest.mark.parametrize("command", ["dictate", "devices"])
def test_no_microphone_is_one_sentence_and_a_clean_end(tmp_path: Path, command: str) -> None:
    # The model is still being loaded when the end comes, and standard input is still waited for.
    nowhere = {"PULSE_SERVER": f"unix:{tmp_path}/none", "SAYSO_HOME": str(tmp_path)}
    environment = {**os.environ, **nowhere}
    with subprocess.Popen(
        [sys.executable, "-m", "app.cli", command],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as child:
        assert child.stdout
        assert child.stderr
        told, said = child.stderr.read(), child.stdout.read()
        assert child.wait(100) == 1
    assert said == ""
    (line,) = told.splitlines()
    assert line == "sayso: No microphone found. Plug one in, or choose another in Settings."


def test_models_and_version(tmp_path: Path) -> None:
    rows = sayso(tmp_path, "models").stdout.splitlines()
    assert any(row.startswith("base ") and "145 MB" in row and "installed" in row for row in rows)
    assert sayso(tmp_path, "--version").stdout == f"sayso {__version__}\n"


def test_the_doctor_tells_of_every_part(tmp_path: Path) -> None:
    done = sayso(tmp_path, "doctor")
    parts = [line[5:].split(":")[0] for line in done.stdout.splitlines() if line[:4].strip()]
    assert parts == [
        "Sayso",
        "Folders",
        "Settings",
        "Microphone",
        "Processor",
        "Graphics card",
        "Computing",
        "Speech model",
        "Files",
        "Clean-up",
        "Hotkey",
        "Insertion",
        "History",
        "Window",
        "Running Sayso",
    ]
    assert "ok   Speech model: base on cpu" in done.stdout
    assert "ok   Files: sound can be decoded, tried on 13 s in a process of its own\n" in done.stdout


@pytest.mark.parametrize(
    ("settings", "lines"),
    [
        pytest.param(
            "enabled = false", ["ok   Clean-up: switched off in the settings"], marks=pytest.mark.slow
        ),
        (f'model = "{MODEL}"', [f"ok   Clean-up: {MODEL}, 0.1 GB, by Ollama 0.33.0 at {{host}}"]),
        (
            'model = "mistral:7b-instruct"',
            [
                "FAIL Clean-up: Ollama does not have the model “mistral:7b-instruct”.",
                "     Get it with “ollama pull mistral:7b-instruct”, or choose another in Settings.",
            ],
        ),
        (
            f'model = "{EMBEDDER}"',
            [
                f"FAIL Clean-up: The model “{EMBEDDER}” cannot clean text up: it does not write texts.",
                "     Choose another in Settings.",
            ],
        ),
    ],
)
def test_the_doctor_asks_ollama_for_the_model_that_is_set(
    tmp_path: Path, ollama: StandInProcess, settings: str, lines: list[str]
) -> None:
    set_up(tmp_path, f'[speech]\nmodel = "tiny.en"\n[enhancement]\nhost = "{ollama.host}"\n{settings}\n')
    printed = sayso(tmp_path, "doctor").stdout.splitlines()
    at = next(number for number, line in enumerate(printed) if "Clean-up:" in line)
    assert printed[at : at + len(lines)] == [line.format(host=ollama.host) for line in lines]
    assert "Hotkey:" in printed[at + len(lines)]
    asked = {body["path"] for body in ollama.seen().requests}
    assert asked <= {"/api/version", "/api/tags", "/api/show"}  # it examines, and loads nothing


def test_the_doctor_tells_that_ollama_is_not_running(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    set_up(tmp_path, f'[speech]\nmodel = "tiny.en"\n[enhancement]\nhost = "127.0.0.1:{port}"\n')
    done = sayso(tmp_path, "doctor")
    assert f"warn Clean-up: Ollama is not running at http://127.0.0.1:{port}.\n     Start it" in done.stdout
    assert done.returncode == int("FAIL" in done.stdout)


def test_the_doctor_tells_what_was_measured(tmp_path: Path) -> None:
    key = key_of(Way(CPU, "int8"), this_computer(), Graphics(), library_version())
    proof = Proof(Verdict.WORKS, "", "base", 5, "int8", 1.5, 0.25)
    ProofFile(Folders.at(tmp_path).data / FILE_NAME).save({key: proof})
    set_up(tmp_path, '[speech]\nmodel = "tiny.en"\n')
    printed = sayso(tmp_path, "doctor").stdout
    assert "ok   Computing: processor, int8, works: 0.25 s for a short sentence with base\n" in printed
    assert f"ok   Processor: {this_computer().processor}, " in printed


def test_wrong_usage_is_status_2(tmp_path: Path) -> None:
    assert sayso(tmp_path, "transcribe", "--beam", "0", "x.wav").returncode == 2
