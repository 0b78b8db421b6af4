"""The speech engine's process is killed while somebody dictates: nothing is lost, and the window lives on."""

from __future__ import annotations

import os
import random
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QTimer

from tests.desktop.desk import Desk
from tests.desktop.journey import Journey, said, words
from tests.desktop.sayso_program import speak

# As in test_journeys: every wait has an end of its own.
pytestmark = [pytest.mark.desktop, pytest.mark.timeout(3600)]

SETTINGS = '[enhancement]\nenabled = false\n[speech]\napart = "always"\nlanguage = "en"\n'
CLIPS = ("s02", "s04", "s05", "s06", "s08", "s09", "s10", "s21")


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    """Where the window's heartbeat is written."""
    return tmp_path / "answers"


@pytest.fixture
def journey(desk: Desk, tmp_path: Path, answers: Path) -> Iterator[Journey]:
    journey = Journey(desk, tmp_path / "s", SETTINGS, ("-m", "tests.desktop.heartbeat", str(answers)))
    yield journey
    journey.close()


def engines_of(parent: int) -> list[int]:
    """The process ids of the engines that `parent` runs now."""
    found = []
    for entry in Path("/proc").iterdir():
        try:
            status = (entry / "stat").read_text()
            command = (entry / "cmdline").read_bytes()
        except (OSError, ValueError):
            continue
        state, of = status.rpartition(")")[2].split()[:2]
        if int(of) == parent and state != "Z" and b"speech-engine" in command:
            found.append(int(entry.name))
    return found


def dictate_and_kill(journey: Journey, name: str, delay_ms: int, signals: signal.Signals) -> None:
    """Speak `name`, and kill the engine so long after the key has gone down."""
    journey.press()
    journey.sayso.wait_for("listening")
    killed: list[int] = []

    def kill() -> None:
        killed.extend(engines_of(journey.sayso.process.pid) or [0])
        for pid in filter(None, killed):
            os.kill(pid, signals)

    QTimer.singleShot(delay_ms, kill)
    speak(name, journey.until)
    journey.release()
    journey.until(lambda: killed)


def dictate_through(journey: Journey, kills: int, seed: int) -> None:
    """Dictations in which the engine is killed at random moments; each text is there all the same, once."""
    if sys.platform == "win32":  # which has no such signals, and no virtual desktop either
        return
    choice = random.Random(seed)
    spoken: list[str] = []
    for number in range(kills):
        name = CLIPS[number % len(CLIPS)]
        kind = signal.SIGSEGV if number % 4 == 3 else signal.SIGKILL
        # From the key's going down to after the text is usually there.
        dictate_and_kill(journey, name, choice.randint(0, 6000), kind)
        spoken.append(name)
        journey.until(lambda: len(words(journey.editor.text)) >= len(said(*spoken)))
        journey.rest()
    journey.expect(*spoken)
    assert len(journey.sayso.history()) == kills


def test_a_killed_engine_costs_no_word(journey: Journey, answers: Path) -> None:
    dictate_through(journey, 3, seed=1)
    assert len(answers.read_text().splitlines()) > 100  # the window answered all the time


@pytest.mark.slow
def test_twenty_kills_at_random_moments_cost_no_word(journey: Journey, answers: Path) -> None:
    before = len(answers.read_text().splitlines())
    dictate_through(journey, 20, seed=20)
    took = [1000 * float(line) for line in answers.read_text().splitlines()[before:]]
    median, nearly_all, longest = (float(np.percentile(took, share)) for share in (50, 99.9, 100))
    print(
        f"\nThe window answered {len(took)} times, in {median:.1f} ms in the median, in {nearly_all:.0f} ms "
        f"in 99.9 %, in {longest:.0f} ms at the most"
    )
