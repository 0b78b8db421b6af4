"""The whole program, for real: key, microphone, Whisper, the cursor of a foreign window, the history."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.exceptions import TimeoutError

from app.adapters.journal import FileJournal
from app.domain.audio import SAMPLE_RATE
from app.domain.history import Fate
from app.domain.remote import Command
from tests.benchmarks.speech_set import score
from tests.data import FOLDER
from tests.desktop.desk import Desk
from tests.desktop.journey import KEY, Journey, said, words
from tests.desktop.sayso_program import SaysoProgram
from tests.desktop.witness import Witness

# Every wait has an end of its own, and that is what ends a test. This limit must not: raised in the middle of
# the event loop it is lost in one of Qt's slots, and the loop goes on for ever.
pytestmark = [pytest.mark.desktop, pytest.mark.timeout(1200)]

CONCEALED = b"x-kde-passwordManagerHint"


@pytest.fixture
def journey(desk: Desk, tmp_path: Path) -> Iterator[Journey]:
    journey = Journey(desk, tmp_path / "s")
    yield journey
    journey.close()


@pytest.fixture
def witness(tmp_path: Path) -> Iterator[Witness]:
    witness = Witness(tmp_path / "heard.raw")
    yield witness
    witness.close()


def picture() -> QByteArray:
    """A small PNG."""
    image = QImage(24, 16, QImage.Format.Format_RGB32)
    image.fill(QColor("#2B57D6"))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return data


def test_hold_speak_let_go(journey: Journey) -> None:
    mime = QMimeData()
    mime.setText("what was copied before")
    mime.setData("image/png", picture())
    QApplication.clipboard().setMimeData(mime)

    journey.hold_and_speak("s21")
    journey.expect("s21")

    desk = journey.desk
    journey.until(lambda: desk.pasted() == b"what was copied before")
    assert desk.pasted("image/png") == picture().data()
    assert KEY not in journey.editor.keys
    journey.until(lambda: journey.sayso.history()[0].times.delivered is not None)
    (entry,) = journey.sayso.history()
    assert words(entry.text) == said("s21")
    assert (entry.fate, entry.model, entry.has_audio) == (Fate.WRITTEN, "base", True)
    assert entry.times.wait is not None
    assert entry.target


def test_a_tap_starts_and_a_second_one_ends(journey: Journey) -> None:
    journey.tap()
    journey.sayso.wait_for("listening")
    journey.speak("s02")
    journey.tap()
    journey.expect("s02")


def test_escape_forgets_the_dictation_and_only_while_there_is_one(journey: Journey) -> None:
    journey.press()
    journey.sayso.wait_for("listening")
    journey.speak("s03")
    journey.tap("Escape")
    journey.sayso.wait_for("idle")
    journey.release()
    journey.hold_and_speak("s04")
    journey.expect("s04")
    journey.rest()
    journey.tap("Escape")
    journey.until(lambda: "Esc" in journey.editor.keys)
    assert journey.editor.keys.count("Esc") == 1
    assert [words(entry.text) for entry in journey.sayso.history()] == [said("s04")]


def test_the_next_dictation_begins_while_the_first_is_written(journey: Journey) -> None:
    journey.hold_and_speak("medium")
    journey.hold_and_speak("s05")
    journey.expect("medium", "s05")


@pytest.fixture
def sound_cards(desk: Desk) -> Iterator[list[str]]:
    """The numbers of the virtual microphone and loudspeaker, which are there again afterwards."""
    lines = desk.run("pactl", "list", "short", "modules").decode().splitlines()
    cards = [line.split(maxsplit=2) for line in lines if "module-null-sink" in line]
    yield [number for number, _, _ in cards]
    for number, name, arguments in cards:
        desk.run("pactl", "unload-module", number)
        desk.run("pactl", "load-module", name, *arguments.split())
    desk.run("pactl", "set-default-sink", os.environ["VD_SPEAKER_SINK"])
    desk.run("pactl", "set-default-source", os.environ["VD_MIC_SINK"] + ".monitor")


def test_a_microphone_that_is_unplugged_keeps_what_was_said(sound_cards: list[str], journey: Journey) -> None:
    journey.press()
    journey.sayso.wait_for("listening")
    journey.speak("s06")
    # Both at once: the loudspeaker's monitor is a source, too, and the server would go on with that one.
    for number in sound_cards:
        journey.desk.run("pactl", "unload-module", number)
    journey.until(lambda: not journey.sayso.status.startswith("listening"))
    # As long as the key is held, no other program gets any keys, the paste chord among them.
    journey.release()
    journey.expect("s06")
    journey.rest()
    (entry,) = journey.sayso.history()
    assert words(entry.text) == said("s06")


def test_a_window_that_came_to_the_front_meanwhile_gets_nothing(journey: Journey) -> None:
    journey.press()
    journey.sayso.wait_for("listening")
    journey.speak("s07")
    other = journey.desk.window(title="Other")
    journey.release()
    journey.rest()
    journey.until(journey.sayso.history)
    assert words(journey.sayso.history()[0].text) == said("s07")
    assert journey.editor.text == ""
    assert other.text == ""


@pytest.mark.parametrize("options", [(), pytest.param(("--owns-selection",), marks=pytest.mark.slow)])
def test_a_clipboard_manager_that_reads_at_once(journey: Journey, options: tuple[str, ...]) -> None:
    journey.desk.copy(b"before")
    journey.desk.manager(*options)
    journey.hold_and_speak("s08")
    journey.expect("s08")
    journey.until(lambda: journey.desk.pasted() == b"before")


def test_a_target_that_is_busy_for_half_a_second(journey: Journey) -> None:
    journey.desk.copy(b"before")
    journey.editor = journey.desk.window(busy_ms=500, title="Busy")
    journey.hold_and_speak("s09")
    journey.expect("s09")
    journey.until(lambda: journey.desk.pasted() == b"before")


@pytest.mark.parametrize(
    ("manager", "busy_ms"),
    [((), 1000), (("--owns-selection",), 0)],
    ids=["no manager", "a manager that saves"],
)
def test_quitting_in_the_middle_of_a_paste_leaves_the_clipboard_as_it_was(
    journey: Journey, manager: tuple[str, ...], busy_ms: int
) -> None:
    desk = journey.desk
    desk.copy(bytes(picture().data()), "image/png")
    if manager:
        desk.manager(*manager)
    journey.editor = desk.window(busy_ms=busy_ms, title="Busy")
    journey.hold_and_speak("s11")
    journey.until(lambda: CONCEALED in desk.pasted("TARGETS").split())
    journey.sayso.process.terminate()
    journey.until(lambda: journey.sayso.process.poll() is not None)
    assert desk.pasted("image/png") == picture().data()
    # Where it ended before the chord the text waits in the history; never has what was put back been pasted.
    assert words(journey.editor.text) in ([], said("s11"))
    assert words(journey.sayso.history()[0].text) == said("s11")


@pytest.mark.light
def test_twenty_in_a_row(journey: Journey) -> None:
    # Not s01 and s13: the synthesised "chairs" is heard as "cars", "seven this" as anything.
    names = [f"s{number:02}" for number in range(2, 23) if number != 13]
    for name in names:
        journey.hold_and_speak(name)
        journey.rest()
    journey.until(lambda: len(journey.sayso.history()) == 20)
    kept = [entry.text for entry in reversed(journey.sayso.history())]
    # A synthetic voice may be misheard in a word or two; none is lost or doubled, each is in its place.
    edits = [score(said(name), words(text)).edits for name, text in zip(names, kept, strict=True)]
    assert max(edits) <= 2, edits
    whole = words(" ".join(kept))
    with suppress(TimeoutError):  # which words are wrong tells more
        journey.until(lambda: len(words(journey.editor.text)) >= len(whole))
    assert words(journey.editor.text) == whole


def test_silence_noise_and_a_short_tap_write_nothing(journey: Journey) -> None:
    for name in ("silence", "pink", "hum"):
        journey.hold_and_speak(name)
        journey.rest()
    journey.desk.xdotool("keydown", KEY, "sleep", "0.04", "keyup", KEY)
    journey.sayso.wait_for("listening")
    journey.tap()
    journey.rest()
    assert journey.editor.text == ""
    assert all(not entry.text for entry in journey.sayso.history())


@pytest.mark.parametrize("spoken", [pytest.param(0.6, marks=pytest.mark.slow), 4.0])
def test_killed_in_mid_sentence_a_quarter_second_is_lost_and_the_rest_offered(
    journey: Journey, witness: Witness, spoken: float
) -> None:
    journey.press()
    journey.sayso.wait_for("listening")
    journey.desk.start("paplay", "-d", os.environ["VD_MIC_SINK"], str(FOLDER / "medium.flac"))
    begin = witness.speech_begins(journey.until)
    journey.until(lambda: witness.seconds >= begin + spoken)
    heard = witness.seconds
    journey.sayso.kill()
    journey.release()

    journey.sayso.start_again()
    journey.sayso.wait_until_ready()
    journey.until(journey.sayso.history)
    (entry,) = journey.sayso.history()
    assert (entry.fate, entry.has_audio) == (Fate.INTERRUPTED, True)
    recorded = FileJournal(journey.sayso.folders.data).read(entry.recording)
    assert len(recorded) / SAMPLE_RATE == pytest.approx(entry.seconds)
    # One piece of what was to be heard, which ends a quarter of a second before the kill at most.
    place, alike = witness.place_of(recorded)
    assert alike > 0.95
    assert place < begin
    assert heard - (place + entry.seconds) <= 0.25


def test_other_programs_can_start_and_stop_it(journey: Journey) -> None:
    journey.sayso.ask(Command.TOGGLE)
    journey.sayso.wait_for("listening")
    journey.speak("s10")
    journey.sayso.ask(Command.STOP)
    journey.expect("s10")


def test_a_second_start_shows_the_first_window(journey: Journey) -> None:
    second = SaysoProgram(journey.sayso.folders.config.parent, journey.until)
    try:
        journey.until(lambda: second.process.poll() is not None)
    finally:
        second.kill()
    assert second.process.returncode == 0
    assert journey.sayso.process.poll() is None
