"""The speech engine in a process of its own while nothing happens to it: the same port, texts and problems as
in this process, with the real model."""

from __future__ import annotations

import io
import logging
import os
import shutil
import signal
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from app.adapters.engine_messages import pack, to_plain
from app.adapters.engine_process import ApartLoader, ApartRecognizer, Limits
from app.adapters.folders import Folders
from app.adapters.own_process import SPEECH_ENGINE, own_command
from app.adapters.spoken_parts import speech_probabilities
from app.adapters.whisper import WhisperRecognizer
from app.adapters.whisper_loader import WhisperLoader
from app.cli import parser
from app.commands.speech_engine import run
from app.domain.audio import SAMPLE_RATE
from app.domain.problems import Problem, RecognitionFailed
from app.domain.settings import ComputeType, SpeechSettings
from app.parts import models_of
from app.services.ports import Recognizer, RecognizerLoader
from tests.adapters.engines_apart import (
    OPTIONS,
    PATIENCE,
    SETTINGS,
    behind,
    clip,
    is_gone,
    load_apart,
    ways_to_ask,
)

pytestmark = pytest.mark.timeout(300)
linux = pytest.mark.skipif(sys.platform != "linux", reason="processes are looked at as on Linux")
LIMITS = Limits(PATIENCE, PATIENCE)


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Folders:
    return Folders.at(tmp_path_factory.mktemp("home"))


@pytest.fixture(scope="module")
def apart(folders: Folders) -> Iterator[ApartRecognizer]:
    recognizer = load_apart(folders)
    yield recognizer
    recognizer.close()


# --- the same as in this process ---


def test_it_fits_the_ports(apart: ApartRecognizer, folders: Folders) -> None:
    loader: RecognizerLoader = ApartLoader(folders)
    recognizer: Recognizer = apart
    assert callable(loader.load)
    assert recognizer.facts.apart


def test_the_facts_are_the_engines_own(apart: ApartRecognizer, tiny: WhisperRecognizer) -> None:
    same = replace(tiny.facts, apart=True, load_seconds=apart.facts.load_seconds)
    assert apart.facts == same
    assert apart.facts.load_seconds > 0
    assert apart.is_alive


@pytest.mark.parametrize("name", ["s01", pytest.param("long", marks=pytest.mark.slow), "silence"])
def test_a_recording_gives_the_same_transcript(
    apart: ApartRecognizer, tiny: WhisperRecognizer, name: str
) -> None:
    options = replace(OPTIONS, word_times=True, beam_size=2)
    told: list[float] = []
    here: list[float] = []
    assert apart.transcribe(clip(name), options, told.append) == tiny.transcribe(
        clip(name), options, here.append
    )
    assert told == here


@pytest.mark.parametrize(
    ("name", "how"),
    [("s01", {}), ("s05", {"draft": True}), ("s01", {"careful": True}), ("hiss", {"once": True})],
)
def test_a_phrase_gives_the_same_transcript(
    apart: ApartRecognizer, tiny: WhisperRecognizer, name: str, how: dict[str, bool]
) -> None:
    speech = speech_probabilities(clip(name))
    options = replace(OPTIONS, hints=("garden",))
    heard = apart.decode_phrase(clip(name), speech, options, **how)
    assert heard == tiny.decode_phrase(clip(name), speech, options, **how)


def test_probabilities_may_be_of_any_kind(apart: ApartRecognizer, tiny: WhisperRecognizer) -> None:
    speech = speech_probabilities(clip("s01"))
    as_array: Any = np.array(speech, np.float32)
    assert apart.decode_phrase(clip("s01"), as_array, OPTIONS) == tiny.decode_phrase(
        clip("s01"), speech, OPTIONS
    )


def test_no_sound_at_all_is_an_empty_transcript(apart: ApartRecognizer, tiny: WhisperRecognizer) -> None:
    nothing = np.zeros(0, np.float32)
    assert apart.transcribe(nothing, OPTIONS) == tiny.transcribe(nothing, OPTIONS)


def test_a_long_recording_crosses_as_well(apart: ApartRecognizer) -> None:
    # Longer than all before; the detector alone computes on it.
    heard = apart.transcribe(np.zeros(120 * SAMPLE_RATE, np.float32), OPTIONS)
    assert (heard.seconds, heard.text) == (120.0, "")


class Enough(Exception):
    pass


def test_who_is_told_of_progress_can_stop_it(apart: ApartRecognizer, tiny: WhisperRecognizer) -> None:
    told: list[float] = []

    def stop(progress: float) -> None:
        told.append(progress)
        raise Enough

    with pytest.raises(Enough):
        apart.transcribe(clip("long"), OPTIONS, stop)
    assert len(told) == 1
    # What is heard next belongs to what was asked next.
    assert apart.transcribe(clip("s01"), OPTIONS) == tiny.transcribe(clip("s01"), OPTIONS)


# --- the same problems ---


def both(folders: Folders, settings: SpeechSettings) -> tuple[Problem, Problem]:
    """The problem of loading apart, and of loading here."""
    problems: list[Problem] = []
    for loader in (ApartLoader(folders), WhisperLoader(models_of(folders).locate)):
        with pytest.raises(Problem) as raised:
            loader.load(settings)
        problems.append(raised.value)
    return problems[0], problems[1]


@pytest.fixture
def broken(folders: Folders, tmp_path: Path) -> Path:
    """A model of the user's own whose weights were cut off."""
    own = Path(shutil.copytree(models_of(folders).locate("tiny.en"), tmp_path / "own"))
    weights = own / "model.bin"
    weights.write_bytes(weights.read_bytes()[:100_000])
    return own


@pytest.mark.parametrize("model", ["no such model", "broken"])
def test_what_cannot_be_loaded_is_told_in_the_same_words(folders: Folders, broken: Path, model: str) -> None:
    apart, here = both(folders, replace(SETTINGS, model=str(broken) if model == "broken" else model))
    assert type(apart) is type(here)
    assert (str(apart), apart.action, apart.detail) == (str(here), here.action, here.detail)


def test_what_cannot_be_had_is_replaced_and_said(folders: Folders) -> None:
    recognizer = ApartLoader(folders).load(replace(SETTINGS, compute_type=ComputeType.FLOAT16))
    recognizer.close()
    assert recognizer.facts.compute_type.startswith("int8")
    assert recognizer.facts.fallbacks == ("The processor does not offer float16; int8 is used.",)


def test_what_goes_wrong_inside_is_told_without_its_message(folders: Folders) -> None:
    code = (
        "import app.adapters.whisper as w\n"
        "def fail(*_, **__): raise AttributeError('the secret words')\n"
        "w.WhisperRecognizer.transcribe, kept = fail, w.WhisperRecognizer.transcribe\n"
        "import app.adapters.whisper_loader as l\n"
        "class Proof(w.WhisperRecognizer):\n    transcribe = kept\n"
        "l.WhisperRecognizer = Proof\n"
        "l._recognizer = lambda e, n, s, t: w.WhisperRecognizer(e, l._facts(e, n, s, t))"
    )
    recognizer = load_apart(folders, behind(code), LIMITS)
    with pytest.raises(Problem) as raised:
        recognizer.transcribe(clip("s01"), OPTIONS)
    assert "AttributeError in <string>, line 2" in raised.value.detail
    assert "secret" not in str(raised.value) + raised.value.detail
    speech = speech_probabilities(clip("s01"))
    assert recognizer.decode_phrase(clip("s01"), speech, OPTIONS).text  # it lives on
    recognizer.close()


# --- its end, its log, its command ---


@linux
def test_keys_that_interrupt_a_terminal_do_not_reach_it(apart: ApartRecognizer) -> None:
    if sys.platform == "win32":  # it has neither sessions nor process groups
        return
    assert os.readlink(f"/proc/{apart.pid}/fd/0") == os.devnull  # nor can a library take a command away
    assert os.getsid(apart.pid) == os.getpgid(apart.pid) == apart.pid
    os.kill(apart.pid, signal.SIGINT)
    assert apart.transcribe(clip("s01"), OPTIONS).text


@linux
def test_closing_ends_the_process_and_what_is_asked_then_is_told(folders: Folders) -> None:
    recognizer = load_apart(folders)
    assert not is_gone(recognizer.pid)
    recognizer.close()
    assert is_gone(recognizer.pid)
    recognizer.close()
    assert not recognizer.is_alive
    for ask in ways_to_ask(recognizer):
        with pytest.raises(RecognitionFailed) as raised:
            ask()
        assert raised.value.detail == "the model has been unloaded"


def test_its_log_is_in_ours_and_what_else_it_writes_is_neither_there_nor_an_answer(
    folders: Folders, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.INFO, "app")
    # Far more than a pipe holds.
    code = (
        "import os, warnings, app.adapters.spoken_parts as w\n"
        "os.write(2, b'secret words\\n' * 100_000); warnings.warn('secret words')\n"
        "def heard(audio, kept=w.speech_probabilities):\n"
        "    print('secret', flush=True); os.write(1, b'secret' * 100_000); return kept(audio)\n"
        "w.speech_probabilities = heard"
    )
    recognizer = load_apart(folders, behind(code), LIMITS)
    assert recognizer.transcribe(clip("s01"), OPTIONS).text
    recognizer.close()
    said = [record.getMessage() for record in caplog.records]
    assert any("tiny.en is loaded on cpu" in one and str(recognizer.pid) in one for one in said)
    assert "secret" not in "".join(said) + "".join(capfd.readouterr())


def test_the_command_is_the_programs_own_and_hidden() -> None:
    assert parser().parse_args([own_command(SPEECH_ENGINE)[-1]]).command == SPEECH_ENGINE
    assert SPEECH_ENGINE not in parser().format_help()


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"hello\n",
        pack({}),
        pack({"load": {}, "folders": {}, "file": 3}),
        pack({"load": to_plain(SETTINGS), "folders": to_plain(Folders.at(Path("x"))), "file": "3"}),
    ],
)
def test_who_calls_it_by_hand_is_told_in_one_line(said: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(io.BytesIO(said)) == 2
    assert capsys.readouterr() == ("", "sayso: This command is for Sayso itself alone.\n")
