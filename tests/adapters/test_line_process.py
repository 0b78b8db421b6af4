"""A child that tells line by line, with real processes; and the memory of one's own."""

from __future__ import annotations

import json
import subprocess
import sys
import threading

import pytest

from app.adapters.line_process import Ended, LineProcess
from app.adapters.nvidia import NvidiaCards
from app.adapters.own_memory import OwnMemory, resident_of
from app.domain.hardware import Graphics, GraphicsCard

STATUS = "Name:\tpython ü\nVmPeak:\t  900 kB\nVmHWM:\t  300 kB\nVmRSS:\t  200 kB\n"


def python(code: str) -> LineProcess:
    return LineProcess([sys.executable, "-c", code])


def test_its_lines_its_arguments_its_task_and_its_status() -> None:
    code = "import sys; print(sys.argv[1]); print(sys.stdin.readline().strip(), flush=True); sys.exit(3)"
    lines: list[bytes] = []
    assert python(code).run(lines.append, ("--lines",), b"task\n") == 3
    assert [line.strip() for line in lines] == [b"--lines", b"task"]


def test_lines_come_as_they_are_said_and_its_input_stays_open_meanwhile() -> None:
    # It goes on only when it is told to, which a stop is: had its input ended, it would end by itself.
    code = "import sys; print('first', flush=True); sys.stdin.read(); print('ended', flush=True)"
    process = python(code)
    lines: list[bytes] = []

    def hear(line: bytes) -> None:
        lines.append(line.strip())
        process.stop()

    assert process.run(hear) is None
    assert lines == [b"first"]


def test_what_the_listener_raises_ends_it() -> None:
    def hear(line: bytes) -> None:
        raise KeyboardInterrupt

    process = python("print('x', flush=True); import sys; sys.stdin.read()")
    with pytest.raises(KeyboardInterrupt):
        process.run(hear)
    # And the next one can be run.
    assert python("print()").run(lambda _: None) == 0


def test_one_that_cannot_be_started_has_no_status() -> None:
    assert LineProcess(["no-such-program-anywhere"]).run(lambda _: None) is None


def test_one_that_reads_no_task_is_no_failure() -> None:
    assert python("import os; os.close(0); print(1)").run(lambda _: None, task=b"x" * 1_000_000) == 0


def test_what_it_said_before_it_failed_is_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    code = "import sys; sys.stderr.write('x' * 9000 + 'the driver is gone'); sys.exit(1)"
    assert python(code).run(lambda _: None) == 1
    assert "the driver is gone" in caplog.text
    assert len(caplog.text) < 2000


def test_one_that_does_not_keep_its_time_is_ended() -> None:
    lines: list[bytes] = []
    process = python("import sys; print('x', flush=True); sys.stdin.read()")
    ended = process.follow(lines.append, limit=1.0)
    assert (ended.in_time, ended.was_stopped) == (False, False)
    assert ended.status != 0
    assert python("pass").follow(lines.append, limit=100.0) == Ended(0)


def test_what_is_added_to_its_environment_is_there_beside_the_rest() -> None:
    lines: list[bytes] = []
    code = "import os; print(os.environ['SAYSO_ADDED'], 'PATH' in os.environ)"
    assert python(code).follow(lines.append, environment={"SAYSO_ADDED": "x"}) == Ended(0)
    assert [line.split() for line in lines] == [[b"x", b"True"]]


def test_closed_it_ends_and_starts_none_any_more() -> None:
    process = python("print('x', flush=True); import sys; sys.stdin.read()")
    begun = threading.Event()
    answers: list[int | None] = []
    thread = threading.Thread(target=lambda: answers.append(process.run(lambda _: begun.set())))
    thread.start()
    assert begun.wait(30)
    process.close()
    thread.join(30)
    assert answers == [None]
    assert process.follow(lambda _: None) == Ended(was_stopped=True)


# --- memory ---


def test_the_fields_of_the_status_are_in_bytes() -> None:
    assert resident_of(STATUS, "VmHWM") == 300 * 1024
    with pytest.raises(ValueError, match="VmSwap"):
        resident_of(STATUS, "VmSwap")


class Cards(NvidiaCards):
    """Cards that are told beforehand."""

    def __init__(self, *cards: GraphicsCard) -> None:
        super().__init__()
        self._found = cards

    def look(self) -> Graphics:
        return Graphics("570.1", self._found)


def test_what_is_used_of_the_cards_is_added_up() -> None:
    cards = Cards(GraphicsCard("a", 8_000, 6_500), GraphicsCard("b", None, None), GraphicsCard("c", 100, 90))
    assert OwnMemory(cards).card_used() == 1_510_000_000
    assert OwnMemory(Cards()).card_used() is None


GROWING = """
import json
from app.adapters.own_memory import OwnMemory
memory = OwnMemory()
before = memory.used()
held = bytearray(b"x" * 50_000_000)
lost = bytearray(b"x" * 90_000_000)
del lost
print(json.dumps([before, memory.used(), memory.peak_above(), len(held)]))
"""


@pytest.mark.skipif(sys.platform not in ("linux", "win32", "darwin"), reason="not told elsewhere")
def test_memory_grows_by_what_is_held_and_its_peak_by_what_was() -> None:
    done = subprocess.run([sys.executable, "-c", GROWING], capture_output=True, text=True, check=True)
    before, after, peak, _ = json.loads(done.stdout)
    assert 45_000_000 <= after - before <= 70_000_000
    # What was lost was there twice, for a moment, beside what is held.
    assert 200_000_000 <= peak <= 280_000_000
