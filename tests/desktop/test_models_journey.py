"""The models as their user has them: loaded ahead, changed, tried out, got, and out of the way when idle.

What the page shows cannot be read from outside, so in the first two tests the whole program is built in the
test's own process.
"""

from __future__ import annotations

import os
import sys
import threading
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from app.adapters.folders import Folders
from app.adapters.model_store import bundled_catalogue
from app.domain.model_budget import Held
from app.ui.model_row import ModelRow
from app.ui.models_page import ModelsPage
from tests.desktop.desk import Desk
from tests.desktop.inside import Inside, running_inside
from tests.desktop.journey import Journey, said, words
from tests.desktop.sayso_program import speak
from tests.desktop.test_engine_kills import engines_of
from tests.hub_standin import Fault, HubStandIn, Repository
from tests.hub_standin.fixtures import FILES, TOTAL

# As in test_journeys: every wait has an end of its own.
pytestmark = [pytest.mark.desktop, pytest.mark.timeout(1200)]

ENGLISH = '[enhancement]\nenabled = false\n[speech]\nlanguage = "en"\n'
UNPINNED = "distil-large-v3.5"
"""Of the catalogue. No hash of its weights is known, so a hub may give it any."""


class ModelsInside(Inside):
    """At the page of the models."""

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

    def open_models(self) -> None:
        """Sayso's window to the front, its page of the models in view and told of all models."""
        self.come_to_front()
        self.desk.xdotool("key", "ctrl+4")
        self.until(lambda: self.page.isVisible() and UNPINNED in self.page.rows)


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
def inside(desk: Desk, hub: HubStandIn, tmp_path: Path, qapp: QApplication) -> Iterator[ModelsInside]:
    folders = Folders.at(tmp_path / "s")
    folders.create()
    folders.settings_file.write_text(ENGLISH, encoding="utf-8")
    with running_inside(folders, qapp) as program:
        yield ModelsInside(desk, program, "models")


def sayso(desk: Desk, folders: Folders, *arguments: str) -> None:
    """What the user types in a terminal, to its end."""
    home = folders.config.parent
    desk.run("env", f"SAYSO_HOME={home}", sys.executable, "-m", "app.cli", *arguments)


def shown(widget: QWidget) -> str:
    """All that is said in it."""
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible() and one.text())


def test_a_model_is_loaded_ahead_used_tried_out_and_changed_back_at_once(inside: ModelsInside) -> None:
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
    inside: ModelsInside, hub: HubStandIn
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


@pytest.mark.slow
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
