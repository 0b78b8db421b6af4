"""From an empty home to a dictation in another program, led by the guide: with real keys, a real microphone
and a real model. It prints its steps and the seconds that each took."""

from __future__ import annotations

import time
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from app.adapters.folders import Folders
from app.domain.guide import GuideStep, StepState
from app.services.microphone_check import LISTEN_SECONDS
from app.ui.guide_page import GuidePage
from app.ui.places import Place
from tests.desktop.desk import Desk
from tests.desktop.inside import Inside, running_inside
from tests.desktop.journey import GRACE_MS, KEY, said, words
from tests.desktop.sayso_program import speak
from tests.desktop.test_hotkeys_x11 import KEYCODE_F9, Client

# As in test_journeys: every wait has an end of its own.
pytestmark = [pytest.mark.desktop, pytest.mark.timeout(1200)]

MODEL = "tiny.en"


class GuideInside(Inside):
    """In the guide."""

    @property
    def page(self) -> GuidePage:
        return self.window.guide.page

    @property
    def at(self) -> GuideStep:
        return self.page.box.step

    def state_of(self, step: GuideStep) -> StepState:
        return self.page.marks.marks[step].state

    @property
    def shown(self) -> str:
        """All that is said in the step."""
        found = self.page.box.findChildren(QLabel)
        return "\n".join(one.text() for one in found if one.isVisible() and one.text())

    @property
    def kept(self) -> dict[str, object]:
        """The general settings as the file has them."""
        table = tomllib.loads(self.program.folders.settings_file.read_text("utf-8"))
        return dict(table["general"])

    def hold(self) -> None:
        self.desk.bot.wait(GRACE_MS)
        self.desk.xdotool("keydown", KEY)

    def let_go(self) -> None:
        self.desk.xdotool("keyup", KEY)

    def go_on_to(self, step: GuideStep) -> None:
        self.press(self.page.next)
        self.until(lambda: self.at is step)


class Steps:
    """What was done, and how long each took."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        self.seconds: dict[str, float] = {}

    @contextmanager
    def __call__(self, name: str) -> Iterator[None]:
        began = time.monotonic()
        yield
        self.seconds[name] = time.monotonic() - began

    def tell(self) -> None:
        for name, taken in self.seconds.items():
            print(f"{name:<40} {taken:6.1f} s")
        print(f"{'in all':<40} {time.monotonic() - self._began:6.1f} s")


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders.at(tmp_path / "s")


def test_from_an_empty_home_to_a_dictation_in_another_program(
    desk: Desk, folders: Folders, qapp: QApplication
) -> None:
    steps = Steps()
    assert not folders.config.exists()
    with running_inside(folders, qapp) as program:
        with steps("start"):
            inside = GuideInside(desk, program, "guide")
            page = inside.page
            assert inside.window.pages.currentIndex() == Place.GUIDE
            inside.come_to_front()
        assert inside.at is GuideStep.MICROPHONE
        # X11 gives everything to everybody.
        inside.until(lambda: not page.marks.marks[GuideStep.PERMISSIONS].isVisible())

        with steps("the microphone is tested"):
            inside.press(page.microphone.test)
            inside.until(lambda: f"{LISTEN_SECONDS:.0f} s left" in inside.shown)
            speak("s21", inside.until)
            inside.until(lambda: "You are heard well." in inside.shown)
            assert "ms after it is opened" in inside.shown
            print(page.microphone.figures.text())
            inside.look("1-microphone")
        assert inside.state_of(GuideStep.MICROPHONE) is StepState.PASSED
        assert not inside.history()

        with steps("the key is tried"):
            inside.go_on_to(GuideStep.KEY)
            assert "Press F9 and let it go." in inside.shown
            inside.hold()
            inside.until(lambda: "F9 is down." in inside.shown)
            inside.let_go()
            inside.until(lambda: "it was seen going down and up" in inside.shown)
            inside.look("2-key")
        assert inside.status.startswith("idle")

        with steps("a smaller model is chosen"):
            inside.go_on_to(GuideStep.MODEL)
            inside.until(lambda: "is ready." in inside.shown and page.model.advice.isVisible())
            inside.look("3-model")
            inside.go_to(page.model.model)
            while (before := page.model.model.value) != MODEL:
                inside.desk.xdotool("key", "Up")
                inside.until(lambda before=before: page.model.model.value != before)
            inside.until(lambda: f"model {MODEL} ready" in inside.status)

        with steps("Ollama is done without"):
            inside.go_on_to(GuideStep.CLEAN_UP)
            inside.until(lambda: page.next.text() == "Go on without it" and "Start it" in inside.shown)
            inside.look("4-clean-up")
            inside.go_on_to(GuideStep.DICTATION)
        assert not program.settings.current.enhancement.enabled

        with steps("the first dictation"):
            assert "Hold F9 anywhere and speak." in inside.shown
            inside.hold()
            inside.until(lambda: inside.status.startswith("listening"))
            speak("s20", inside.until)
            inside.let_go()
            inside.until(lambda: "It works: your text was there" in inside.shown)
            inside.look("5-dictation")
            assert words(page.dictation.text.shown.text) == said("s20")
            inside.until(lambda: inside.kept["guide_done"] is True)
            inside.press(page.next)
            inside.until(lambda: inside.window.pages.currentIndex() == Place.DICTATE)

        with steps("a dictation in another program"):
            inside.dictate("s21")
            inside.expect("s21")
    steps.tell()
    assert [one.text for one in inside.history()][1:]
    assert {one.model for one in inside.history()} == {MODEL}


@pytest.mark.slow
def test_it_goes_on_where_it_was_when_the_program_was_closed_and_comes_back_from_the_settings(
    desk: Desk, folders: Folders, qapp: QApplication
) -> None:
    with running_inside(folders, qapp) as program:
        inside = GuideInside(desk, program, "guide")
        inside.come_to_front()
        inside.press(inside.page.later)
        inside.until(lambda: inside.at is GuideStep.KEY)
        inside.desk.bot.wait(GRACE_MS)
        inside.desk.xdotool("key", KEY)
        inside.until(lambda: inside.state_of(GuideStep.KEY) is StepState.PASSED)
        inside.until(lambda: inside.kept.get("guide_steps") == ["microphone later", "key passed"])
    # The next one has a foreign window of its own.
    desk.windows.remove(inside.editor)
    inside.editor.close()
    with running_inside(folders, qapp) as program:
        again = GuideInside(desk, program, "guide")
        assert again.window.pages.currentIndex() == Place.GUIDE
        again.until(lambda: again.at is GuideStep.MODEL)
        assert again.state_of(GuideStep.MICROPHONE) is StepState.LATER
        again.come_to_front()
        # Out of the guide by the rail, and the key dictates.
        again.desk.xdotool("key", "ctrl+1")
        again.until(lambda: again.window.pages.currentIndex() == Place.DICTATE)
        again.dictate("s21")
        again.expect("s21")
        # Back by the settings, and closed for good.
        again.come_to_front()
        again.desk.xdotool("key", "ctrl+5")
        settings = again.window.settings
        again.until(settings.isVisible)
        again.press(settings.form.daily.guide.again)
        again.until(lambda: again.window.pages.currentIndex() == Place.GUIDE and again.at is GuideStep.MODEL)
        again.press(again.page.close_guide)
        again.until(lambda: again.window.pages.currentIndex() == Place.DICTATE)
        again.until(lambda: again.kept["guide_done"] is True)
    with running_inside(folders, qapp) as program:
        last = GuideInside(desk, program, "guide")
        assert last.window.pages.currentIndex() == Place.DICTATE
        assert not last.window.guide.is_made


def test_a_home_with_a_history_and_no_settings_is_not_guided(
    desk: Desk, folders: Folders, qapp: QApplication
) -> None:
    with running_inside(folders, qapp):
        pass
    folders.settings_file.unlink()
    with running_inside(folders, qapp) as program:
        assert program.face.window.pages.currentIndex() == Place.DICTATE


@pytest.mark.slow
def test_leaving_the_step_of_the_key_while_it_is_held_leaves_no_dictation_behind(
    desk: Desk, folders: Folders, qapp: QApplication
) -> None:
    with running_inside(folders, qapp) as program:
        inside = GuideInside(desk, program, "guide")
        inside.come_to_front()
        inside.press(inside.page.later)
        inside.until(lambda: inside.at is GuideStep.KEY)
        inside.hold()
        inside.until(lambda: "F9 is down." in inside.shown)
        inside.page.later.click()
        inside.until(lambda: inside.at is GuideStep.MODEL)
        inside.let_go()
        inside.dictate("s21")
        inside.expect("s21")
        assert len(inside.history()) == 1
        assert inside.state_of(GuideStep.KEY) is StepState.LATER


@pytest.mark.slow
def test_a_key_that_another_program_holds_is_told_and_another_one_is_taken(
    desk: Desk, folders: Folders, qapp: QApplication
) -> None:
    other = Client()
    other.grab_key(KEYCODE_F9)
    with running_inside(folders, qapp) as program:
        inside = GuideInside(desk, program, "guide")
        inside.come_to_front()
        inside.press(inside.page.later)
        inside.until(lambda: "Another program holds the key F9. Choose another one here." in inside.shown)
        inside.look("taken")
        inside.press(inside.page.key.chord)
        inside.until(lambda: inside.page.key.chord.text() == "Press the keys …")
        inside.desk.xdotool("key", "F8")
        inside.until(lambda: "Press F8 and let it go." in inside.shown)
        inside.desk.bot.wait(GRACE_MS)
        inside.desk.xdotool("key", "F8")
        inside.until(lambda: "F8 works" in inside.shown)
        assert program.settings.current.hotkeys.talk == "f8"
    other.x.disconnect()
