"""Sayso all day long: a thousand presses of the key in all the ways in which keys go wrong, and five hundred
dictations after which nothing has grown.

    sh packaging/test.sh slow tests/desktop/test_endurance.py -s

Both take about half an hour each, and print what they found.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import psutil
import pytest

from app.domain.history import Fate
from tests.desktop.desk import Desk
from tests.desktop.journey import KEY, Journey, words
from tests.desktop.test_hotkeys_x11 import Client

# As in test_journeys: every wait has an end of its own.
pytestmark = [pytest.mark.desktop, pytest.mark.slow, pytest.mark.timeout(7200)]

SETTINGS = """
[enhancement]
enabled = false
[hotkeys]
mode = "hold"
[speech]
model = "tiny.en"
language = "en"
"""
PRESSES = 1000
HELD_MS = 1000
"""What is shorter counts as a tap, and leaves nothing in the history by which it could be counted."""
DICTATIONS = 500
PART = 50
"""Dictations whose figures are put together."""
MAY_GROW = 1.05


@pytest.fixture
def journey(desk: Desk, tmp_path: Path) -> Iterator[Journey]:
    journey = Journey(desk, tmp_path / "s", SETTINGS)
    yield journey
    journey.close()


# --- keys ---


@pytest.fixture
def other() -> Iterator[Client]:
    client = Client()
    yield client
    client.x.disconnect()


@pytest.fixture
def breakable_grabs(desk: Desk, layout: Callable[[str], None]) -> Iterator[None]:
    """A key that ends all grabs, as some screen lockers do: what is held then is never heard to come up."""
    desk.run("setxkbmap", "-option", "grab:break_actions")
    yield
    desk.run("setxkbmap", "-option", "")


@dataclass(frozen=True)
class Fingers:
    """What goes wrong between the key's going down and its coming up. `layouts` changes the keyboard's."""

    journey: Journey
    other: Client
    layouts: Callable[[str], None]

    def plain(self) -> None:
        self.journey.release()

    def release_lost(self) -> None:
        self.journey.desk.xdotool("key", "XF86Ungrab", "keyup", KEY)

    def layout_changed(self) -> None:
        self.layouts("de")
        self.journey.release()
        self.layouts("us")

    def grab_refused(self) -> None:
        """Another program wants the keyboard while the key is held."""
        assert not self.other.grab_keyboard()
        self.journey.release()

    def pressed_unheard(self) -> None:
        """Another program has the keyboard: a whole press goes unheard, and the one after it does not."""
        self.journey.release()
        self.journey.rest()
        assert self.other.grab_keyboard()
        self.journey.desk.xdotool("key", KEY)
        self.other.ungrab_keyboard()


@pytest.mark.usefixtures("breakable_grabs")
def test_a_thousand_presses_are_a_thousand_dictations(
    journey: Journey, other: Client, layout: Callable[[str], None]
) -> None:
    fingers = Fingers(journey, other, layout)
    odd = [fingers.release_lost, fingers.layout_changed, fingers.grab_refused, fingers.pressed_unheard]
    choice = random.Random(1000)
    happened: dict[str, int] = {}
    for number in range(PRESSES):
        end = choice.choice(odd) if choice.random() < 0.2 else fingers.plain
        journey.press()
        journey.sayso.wait_for("listening")
        journey.desk.bot.wait(HELD_MS)
        end()
        journey.rest()
        happened[end.__name__] = happened.get(end.__name__, 0) + 1
        journey.until(lambda kept=number + 1: [one.id for one in journey.sayso.history(1)] == [kept])
    print(f"\n{PRESSES} presses: {happened}")
    kept = journey.sayso.history(2 * PRESSES)
    assert len(kept) == PRESSES
    assert {entry.fate for entry in kept} == {Fate.NOTHING_HEARD}
    assert journey.editor.text == ""


# --- nothing grows ---


@dataclass(frozen=True)
class Held:
    """What all processes of Sayso hold: megabytes, threads, open files and the like."""

    megabytes: float
    threads: int
    handles: int

    @staticmethod
    def by(pid: int) -> Held:
        parent = psutil.Process(pid)
        processes = [parent, *parent.children(recursive=True)]
        threads = sum(one.num_threads() for one in processes)
        if sys.platform != "linux":  # the virtual desktop is there alone
            return Held(0.0, threads, 0)
        megabytes = sum(one.memory_full_info().pss for one in processes) / 1e6
        return Held(megabytes, threads, sum(one.num_fds() for one in processes))


def test_after_five_hundred_dictations_nothing_has_grown(journey: Journey) -> None:
    names = ("s14", "s20", "s08", "s16")
    found: list[Held] = []
    for number in range(DICTATIONS):
        journey.hold_and_speak(names[number % len(names)])
        journey.rest()
        found.append(Held.by(journey.sayso.process.pid))
    entries = journey.sayso.history(2 * DICTATIONS)[::-1]
    assert len(entries) == DICTATIONS
    assert all(words(entry.text) for entry in entries)
    waits = [entry.times.wait for entry in entries if entry.times.wait is not None]
    # What is made once is there by then: caches, and pages that the allocator keeps.
    early, late = found[PART : 2 * PART], found[-PART:]
    memory = [float(np.median([one.megabytes for one in part])) for part in (early, late)]
    print(
        f"\nmemory {memory[0]:.1f} MB in the second {PART} dictations, {memory[1]:.1f} MB in the last {PART}"
        f"\nthreads {early[-1].threads} and {late[-1].threads}, handles {early[-1].handles} and "
        f"{late[-1].handles}\nwait {np.median(waits[:PART]):.3f} s in the median of the first {PART}, "
        f"{np.median(waits[-PART:]):.3f} s in that of the last"
    )
    assert memory[1] <= memory[0] * MAY_GROW
    assert max(one.threads for one in late) <= max(one.threads for one in early)
    assert max(one.handles for one in late) <= max(one.handles for one in early)
