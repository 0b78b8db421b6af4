"""The process that draws the strip, as seen from Sayso: begun, told, asked to end, and dead."""

from __future__ import annotations

import json
import logging
import sys
import threading
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import pytest

from app.adapters.overlay_process import STARTS, OverlayProcess
from app.adapters.own_process import DRAW_STRIP, own_command
from app.domain.overlay_look import OverlayDress, OverlayLook
from app.domain.overlay_place import Place

PATIENCE_SECONDS = 30.0
DRESS = OverlayDress(is_dark=True, has_motion=False, is_right_to_left=False)
TOP = Place(0.5, 0.0)
LISTENING = OverlayLook("listening", settled="It is", tentative="raining", has_level=True, can_stop=True)

CHILD = """
import json, struct, sys

def say(message):
    data = json.dumps(message).encode()
    sys.stdout.buffer.write(struct.pack(">I", len(data)) + data)
    sys.stdout.buffer.flush()

with open(sys.argv[1], "a") as heard:
    while head := sys.stdin.buffer.read(4):
        message = json.loads(sys.stdin.buffer.read(struct.unpack(">I", head)[0]))
        print(json.dumps(message), file=heard, flush=True)
        if "level" in message:
            say({"moved": {"across": 0.25, "down": message["level"]}})
        elif message.get("look"):
            say({"stop": True})
            if message["look"]["mark"] == "writing":
                sys.exit(3)
"""
"""Writes down what it hears, and answers; a look of writing is its death."""


class Told:
    """What the user has done to the strip, as it comes."""

    def __init__(self) -> None:
        self._come = threading.Condition()
        self.all: list[Place | None] = []

    def __call__(self, place: Place | None) -> None:
        with self._come:
            self.all.append(place)
            self._come.notify_all()

    def wait_for(self, *places: Place | None) -> None:
        with self._come:
            assert self._come.wait_for(lambda: len(self.all) >= len(places), PATIENCE_SECONDS)
        assert self.all == list(places)


class Ends(logging.Handler):
    """Counts the deaths that the log tells of."""

    def __init__(self) -> None:
        super().__init__()
        self._come = threading.Condition()
        self._count = 0

    def emit(self, record: logging.LogRecord) -> None:
        with self._come:
            self._count += 1
            self._come.notify_all()

    def wait_for(self, count: int) -> None:
        with self._come:
            assert self._come.wait_for(lambda: self._count >= count, PATIENCE_SECONDS)


@pytest.fixture
def ends() -> Iterator[Ends]:
    ends = Ends()
    logger = logging.getLogger("app.adapters.overlay_process")
    logger.addHandler(ends)
    yield ends
    logger.removeHandler(ends)


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def heard(tmp_path: Path) -> Path:
    """The file of what the child has heard."""
    return tmp_path / "heard"


@pytest.fixture
def process(told: Told, heard: Path) -> Iterator[OverlayProcess]:
    process = OverlayProcess((sys.executable, "-c", CHILD, str(heard)), told)
    yield process
    process.close()


def messages(heard: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in heard.read_text("utf-8").splitlines()]


def test_what_is_to_be_seen_goes_there_and_what_was_done_comes_back(
    process: OverlayProcess, told: Told, heard: Path
) -> None:
    process.begin(DRESS)
    process.show(LISTENING, TOP)
    process.show_level(0.75)
    told.wait_for(None, Place(0.25, 0.75))
    process.show(None, TOP)
    process.close()
    dressed, listening, level, gone = messages(heard)
    assert dressed == {"dress": asdict(DRESS)}
    assert listening["place"] == {"across": 0.5, "down": 0.0}
    assert isinstance(look := listening["look"], dict)
    assert (look["mark"], look["tentative"], look["can_stop"]) == ("listening", "raining", True)
    assert level == {"level": 0.75}
    assert gone["look"] is None


def test_one_that_has_died_is_started_again_a_few_times(
    process: OverlayProcess, told: Told, heard: Path, ends: Ends, caplog: pytest.LogCaptureFixture
) -> None:
    process.begin(DRESS)
    for dictation in range(1, STARTS + 1):
        process.show(OverlayLook("writing"), TOP)
        ends.wait_for(dictation)
    process.show(LISTENING, TOP)
    process.show_level(0.5)
    process.close()
    told.wait_for(*[None] * STARTS)
    assert ["dress" in one for one in messages(heard)] == [True, False] * STARTS
    assert [each.message for each in caplog.records] == ["the strip has ended with status 3"] * STARTS


def test_one_that_cannot_be_started_is_told_by_the_log(
    told: Told, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    process = OverlayProcess((str(tmp_path / "none"),), told)
    process.begin(DRESS)
    process.show(LISTENING, TOP)
    process.close()
    assert caplog.messages[0] == "the strip could not be started: FileNotFoundError"
    assert told.all == []


def test_one_that_hangs_does_not_hold_up_the_end(told: Told, caplog: pytest.LogCaptureFixture) -> None:
    hangs = (sys.executable, "-c", "import threading; threading.Event().wait()")
    process = OverlayProcess(hangs, told, patience=0.1)
    process.begin(DRESS)
    # More than any pipe holds.
    process.show(OverlayLook("listening", settled="word " * 100_000), TOP)
    process.close()
    assert all(message.startswith("the strip ") for message in caplog.messages)
    assert told.all == []


def test_the_real_one_draws_without_a_screen_and_ends_with_its_input(
    told: Told, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    process = OverlayProcess(
        own_command(DRAW_STRIP), told, {"QT_QPA_PLATFORM": "offscreen"}, PATIENCE_SECONDS
    )
    process.begin(DRESS)
    process.show(LISTENING, TOP)
    process.show_level(-20.0)
    # The windows look otherwise.
    process.begin(OverlayDress(is_dark=False, has_motion=True, is_right_to_left=True))
    process.show(None, TOP)
    process.close()
    assert caplog.messages == []
