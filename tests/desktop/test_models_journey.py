"""The models as their user has them: loaded ahead, changed, tried out, got, and out of the way when idle.

What the page shows cannot be read from outside, so in the first two tests the whole program is built in the
test's own process, on the same desktop: keys come from the X server, sound from the virtual microphone, and
what stands on the page is read from it.
"""

from __future__ import annotations

import os
import sys
import threading
import tomllib
from collections.abc import Generator, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from app.adapters.allocator import ProcessMemory
from app.adapters.folders import Folders
from app.adapters.history_store import SqliteHistory
from app.adapters.local_socket import send
from app.adapters.model_store import bundled_catalogue
from app.domain.history import HistoryEntry
from app.domain.model_budget import Held
from app.domain.remote import Command, Request
from app.front import build_front
from app.program import start
from app.ui.model_row import ModelRow
from app.ui.models_page import ModelsPage
from app.wiring import Program
from tests.desktop.desk import Desk
from tests.desktop.journey import GRACE_MS, KEY, LONG_WAIT_MS, Journey, said, words
from tests.desktop.photograph import photograph
from tests.desktop.sayso_program import speak
from tests.desktop.test_clean_up_journey import keep
from tests.desktop.test_engine_kills import engines_of
from tests.hub_standin import Fault, HubStandIn, Repository
from tests.hub_standin.fixtures import FILES, TOTAL
from tests.ui.windows import settle

# As in test_journeys: every wait has an end of its own.
pytestmark = [pytest.mark.desktop, pytest.mark.timeout(1200)]

ENGLISH = '[enhancement]\nenabled = false\n[speech]\nlanguage = "en"\n'
UNPINNED = "distil-large-v3.5"
"""Of the catalogue. No hash of its weights is known, so a hub may give it any."""

MOST_TABS = 150


class Inside:
    """The whole program in this process, and what its user does at the keys."""

    def __init__(self, desk: Desk, program: Program) -> None:
        self.desk = desk
        self.program = program
        self.until(lambda: "ready" in self.status and " by " in self.status)
        self.editor = desk.window()

    def until(self, condition: object) -> None:
        assert callable(condition)
        self.desk.bot.waitUntil(lambda: bool(condition()), timeout=LONG_WAIT_MS)

    @property
    def status(self) -> str:
        return self.program.screen.status

    @property
    def page(self) -> ModelsPage:
        return self.program.face.window.models

    def row(self, model: str) -> ModelRow:
        return self.page.rows[model]

    @property
    def held(self) -> dict[str, Held]:
        """The models in memory by name."""
        return {one.model: one for one in self.program.engine.models.pool.state}

    @property
    def preloaded(self) -> list[str]:
        """As the settings file has them."""
        path = self.program.folders.settings_file
        return list(tomllib.loads(path.read_text("utf-8")).get("models", {}).get("preload", []))

    def history(self) -> tuple[HistoryEntry, ...]:
        store, problems = SqliteHistory.open(self.program.folders.history_file)
        try:
            assert not problems
            return store.find()
        finally:
            store.close()

    # --- at the keys ---

    def open_models(self) -> None:
        """Sayso's window to the front, its page of the models in view and told of all models."""
        send(self.program.folders.runtime, Request(Command.SHOW))
        self.until(lambda: self._in_front() == "Sayso" and self.program.face.window.isActiveWindow())
        self.desk.xdotool("key", "ctrl+4")
        self.until(lambda: self.page.isVisible() and UNPINNED in self.page.rows)

    def _in_front(self) -> str:
        """By what the X server says; Qt hears of it a little later."""
        return self.desk.run("xdotool", "getwindowfocus", "getwindowname").decode().strip()

    def go_to(self, control: QWidget, key: str = "Tab") -> None:
        """With the tab key, from wherever the keyboard is."""
        window = self.program.face.window
        for _ in range(MOST_TABS):
            before = window.focusWidget()
            if before is control:
                return
            self.desk.xdotool("key", key)
            self.until(lambda before=before: window.focusWidget() is not before)
        raise AssertionError(f"the tab key does not come to “{control.accessibleName()}”")

    def press(self, control: QWidget, key: str = "Tab") -> None:
        self.go_to(control, key)
        self.desk.xdotool("key", "space")

    def look(self, name: str) -> None:
        """A picture of the window, for the eye."""
        settle()
        keep(photograph("Sayso"), f"models-journey-{name}")

    def dictate(self, clip: str) -> None:
        """Into the foreign window, while that is in front."""
        self.desk.xdotool("search", "--onlyvisible", "--name", "^Foreign$", "windowactivate")
        self.until(self.editor.has_focus)
        self.desk.bot.wait(GRACE_MS)
        self.desk.xdotool("keydown", KEY)
        self.until(lambda: self.status.startswith("listening"))
        speak(clip, self.until)
        self.desk.xdotool("keyup", KEY)

    def expect(self, *clips: str) -> None:
        """The foreign window holds the words of these, in order, and nothing else."""
        self.until(lambda: len(words(self.editor.text)) >= len(said(*clips)))
        assert words(self.editor.text) == said(*clips)
        self.until(lambda: self.status.startswith("idle"))


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[HubStandIn]:
    """Of one small model under the name of a large one."""
    entry = next(one for one in bundled_catalogue().models if one.name == UNPINNED)
    server = HubStandIn({entry.repository: Repository({entry.revision: dict(FILES)})})
    server.start()
    monkeypatch.setenv("HF_ENDPOINT", server.address)
    yield server
    server.close()


@pytest.fixture
def inside(desk: Desk, hub: HubStandIn, tmp_path: Path, qapp: QApplication) -> Iterator[Inside]:
    folders = Folders.at(tmp_path / "s")
    folders.create()
    folders.settings_file.write_text(ENGLISH, encoding="utf-8")
    with ExitStack() as stack:
        front = build_front(folders, qapp, stack)
        stack.callback(front.window.deleteLater)
        front.window.show()
        program = at_once(start(front, ProcessMemory(), stack))
        stack.callback(program.face.tray.hide)
        front.dispatcher.go_on()
        yield Inside(desk, program)


def at_once(steps: Generator[None, None, Program]) -> Program:
    """What comes of all `steps`."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            program: Program = end.value
            return program


def sayso(desk: Desk, folders: Folders, *arguments: str) -> None:
    """What the user types in a terminal, to its end."""
    home = folders.config.parent
    desk.run("env", f"SAYSO_HOME={home}", sys.executable, "-m", "app.cli", *arguments)


def shown(widget: QWidget) -> str:
    """All that is said in it."""
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible() and one.text())


def test_a_model_is_loaded_ahead_used_tried_out_and_changed_back_at_once(inside: Inside) -> None:
    inside.open_models()
    tiny, base = inside.row("tiny.en"), inside.row("base")
    inside.press(tiny.preload)
    inside.until(lambda: "tiny.en" in inside.held)
    inside.until(lambda: "loaded just now, not used so far" in shown(tiny))
    inside.until(lambda: inside.preloaded == ["tiny.en"])
    assert "2 are loaded" in shown(inside.page)
    loaded = {name: one.loaded_at for name, one in inside.held.items()}

    inside.press(tiny.main, "shift+Tab")
    inside.until(lambda: "model tiny.en ready" in inside.status)
    inside.until(lambda: shown(tiny).find("In use") >= 0 and base.main.isVisible())
    inside.look("used")
    inside.dictate("s21")
    inside.expect("s21")
    assert [(one.model, words(one.text)) for one in inside.history()] == [("tiny.en", said("s21"))]

    inside.open_models()
    inside.press(base.main)
    inside.until(lambda: "model base ready" in inside.status)
    inside.dictate("s05")
    inside.expect("s21", "s05")
    assert inside.history()[0].model == "base"
    # Both were there all the while: nothing was loaded again.
    assert {name: one.loaded_at for name, one in inside.held.items()} == loaded

    inside.open_models()
    inside.press(tiny.attempt)
    inside.until(lambda: tiny.trial is not None and "4 s left" in shown(tiny.trial))
    speak("s20", inside.until)
    inside.until(lambda: tiny.trial is not None and "Written in " in shown(tiny.trial))
    assert tiny.trial is not None
    inside.look("tried")
    assert words(tiny.trial.text.text()) == said("s20")
    assert len(inside.history()) == 2

    sayso(inside.desk, inside.program.folders, "models", "preload", "--off", "tiny.en")
    inside.until(lambda: not inside.preloaded)
    inside.until(lambda: not tiny.preload.isChecked())


def test_a_model_arrives_by_the_page_with_a_pause_and_goes_on_where_it_was(
    inside: Inside, hub: HubStandIn
) -> None:
    held = threading.Event()
    # The first piece comes at once, the second one when it is let go.
    hub.faults += [Fault("model.bin"), Fault("model.bin", held=held)]
    inside.open_models()
    row = inside.row(UNPINNED)
    inside.press(row.main, "shift+Tab")
    inside.until(lambda: row.bar.isVisible() and row.bar.value() > 0)
    arrived = row.bar.value()
    assert "1 MB of 3 MB here" in shown(row)
    assert row.main.text() == "Pause"

    inside.desk.xdotool("key", "space")
    inside.until(lambda: row.main.text().startswith("Go on"))
    # Only now: it would have been the whole rest of the file.
    held.set()
    inside.look("paused")
    # What was found out of the computer meanwhile has pushed it down, but not out of sight.
    assert not row.main.visibleRegion().isEmpty()
    asked = len(hub.ranges("model.bin"))
    assert 0 < arrived < 1000

    inside.desk.xdotool("key", "space")
    inside.until(lambda: "It is here now, checked against the hub only." in shown(row))
    inside.until(lambda: row.facts.is_here and row.main.text() == "Use")
    assert row.facts.shelved.holds_bytes >= TOTAL
    assert int(hub.ranges("model.bin")[asked].partition("-")[0]) > 0
    inside.look("arrived")


@pytest.fixture
def apart(desk: Desk, tmp_path: Path) -> Iterator[Journey]:
    settings = f'{ENGLISH}apart = "always"\n[models]\nidle_minutes = 0.1\n'
    journey = Journey(desk, tmp_path / "s", settings)
    yield journey
    journey.close()


def is_alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def test_an_idle_model_gives_its_process_back_the_next_dictation_has_it_again_and_none_outlives_sayso(
    apart: Journey,
) -> None:
    program, seen = apart.sayso, set[int]()

    def engines() -> list[int]:
        found = engines_of(program.process.pid)
        seen.update(found)
        return found

    sayso(apart.desk, program.folders, "models", "preload", "tiny.en")
    apart.until(lambda: len(engines()) == 2)
    assert tomllib.loads(program.folders.settings_file.read_text("utf-8"))["models"]["preload"] == ["tiny.en"]
    apart.until(lambda: not engines())
    apart.until(lambda: "model base unloaded" in program.status)

    apart.hold_and_speak("s21")
    apart.expect("s21")
    assert len(engines()) == 1
    apart.rest()
    assert [(one.model, words(one.text)) for one in program.history()] == [("base", said("s21"))]
    program.close()
    assert len(seen) >= 3
    assert not any(map(is_alive, seen))
    assert not os.path.exists(f"/proc/{program.process.pid}")
