from __future__ import annotations

import logging
import sys
import threading
from importlib.util import find_spec

import pytest

from app.adapters.nvidia import HANGS_REASON, NvidiaCards, Nvml, management_library
from app.domain.hardware import Graphics, GraphicsCard
from tests.fakes.hardware import FakeNvml

NAMES = ("NVIDIA GeForce RTX 5090", "NVIDIA T400")
BOTH = tuple(GraphicsCard(name, 34_190, 31_000, "12.0") for name in NAMES)


def seen(library: FakeNvml) -> Graphics:
    found = NvidiaCards(lambda: library).look()
    assert library.open == 0  # what was opened was closed again
    return found


@pytest.mark.parametrize("as_bytes", [False, True])
def test_cards_are_told_with_driver_name_memory_and_capability(as_bytes: bool) -> None:
    assert seen(FakeNvml(NAMES, as_bytes=as_bytes)) == Graphics("570.86.10", BOTH)


def test_memory_is_that_of_the_moment() -> None:
    library = FakeNvml(NAMES[:1])
    cards = NvidiaCards(lambda: library)
    assert cards.look().cards[0].free_megabytes == 31_000
    library.memory = type(library.memory)(34_190_000_000, 2_000_000_000)
    assert cards.look().cards[0].free_megabytes == 2_000


def test_a_driver_without_cards_is_told_as_such() -> None:
    assert seen(FakeNvml()) == Graphics("570.86.10", ())


@pytest.mark.parametrize("broken", ["nvmlInit", "nvmlSystemGetDriverVersion", "nvmlDeviceGetCount"])
def test_a_driver_that_does_not_answer_is_none(broken: str) -> None:
    assert seen(FakeNvml(NAMES, broken=frozenset({broken}))) == Graphics()


def test_a_driver_that_is_not_there_is_logged_once_until_it_was(caplog: pytest.LogCaptureFixture) -> None:
    library = FakeNvml(NAMES, broken=frozenset({"nvmlInit"}))
    cards = NvidiaCards(lambda: library)
    with caplog.at_level(logging.INFO):
        for _ in range(3):
            assert cards.look() == Graphics()
        assert len(caplog.records) == 1
        library.broken = frozenset()
        assert cards.look().cards == BOTH
        library.broken = frozenset({"nvmlInit"})
        assert cards.look() == Graphics()
    assert [record.getMessage().partition(":")[0] for record in caplog.records] == [
        "no NVIDIA driver can be asked"
    ] * 2


@pytest.mark.parametrize("broken", ["nvmlDeviceGetHandleByIndex 0", "nvmlDeviceGetName 0"])
def test_a_card_that_does_not_answer_does_not_hide_the_other(broken: str) -> None:
    assert seen(FakeNvml(NAMES, broken=frozenset({broken}))).cards == BOTH[1:]


def test_what_a_card_does_not_tell_is_left_out() -> None:
    broken = frozenset({"nvmlDeviceGetMemoryInfo", "nvmlDeviceGetCudaComputeCapability", "nvmlShutdown"})
    assert seen(FakeNvml(NAMES[:1], broken=broken)).cards == (GraphicsCard(NAMES[0]),)


def test_a_driver_that_hangs_is_told_in_time_and_works_again_when_it_comes_back() -> None:
    comes_back = threading.Event()
    is_back = threading.Event()
    library = FakeNvml(NAMES[:1])

    def hanging() -> Nvml:
        assert comes_back.wait(60)
        is_back.set()
        return library

    cards = NvidiaCards(hanging, limit=0.1)
    assert cards.look() == Graphics(problem=HANGS_REASON)
    assert cards.look() == Graphics(problem=HANGS_REASON)
    comes_back.set()
    assert is_back.wait(60)
    assert any(cards.look().cards == BOTH[:1] for _ in range(100))  # each waits for a moment


@pytest.mark.parametrize("error", [ImportError("no module"), OSError("wrong ELF class")])
def test_without_the_library_there_is_simply_nothing(error: Exception) -> None:
    def refuse() -> Nvml:
        raise error

    assert NvidiaCards(refuse).look() == Graphics()


def test_without_the_wheel_there_is_simply_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pynvml", None)
    assert NvidiaCards().look() == Graphics()


def test_looking_for_real_never_raises() -> None:
    found = NvidiaCards().look()
    assert all(card.name for card in found.cards)
    assert found.driver or not found.cards


@pytest.mark.skipif(find_spec("pynvml") is None, reason="macOS has no NVIDIA driver, and no wheel for it")
def test_the_wheel_has_every_function_that_is_used() -> None:
    library = management_library()
    used = [name for name in dir(FakeNvml) if name.startswith("nvml")]
    assert len(used) == 8
    assert all(callable(getattr(library, name)) for name in used)
