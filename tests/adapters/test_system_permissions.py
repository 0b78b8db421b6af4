"""What the system allows: read as each system keeps it."""

from __future__ import annotations

import sys

import pytest

from app.adapters.system_permissions import ThisSystem, consent, linux_facts
from app.domain.permissions import Grant, PermissionFacts

WAYLAND = {"WAYLAND_DISPLAY": "wayland-0"}


def never() -> bool:
    raise AssertionError("the portal is asked on Wayland alone")


def test_on_x11_nothing_is_asked() -> None:
    assert linux_facts({"DISPLAY": ":0"}, never, lambda _: None) == PermissionFacts("linux")


@pytest.mark.parametrize(("has_shortcuts", "shortcuts"), [(True, Grant.GIVEN), (False, Grant.MISSING)])
@pytest.mark.parametrize(("found", "typing"), [("wtype", Grant.GIVEN), ("other", Grant.MISSING)])
def test_on_wayland_the_portal_and_the_tools_are_looked_for(
    has_shortcuts: bool, shortcuts: Grant, found: str, typing: Grant
) -> None:
    facts = linux_facts(
        WAYLAND, lambda: has_shortcuts, lambda name: f"/usr/bin/{name}" if name == found else None
    )
    assert facts == PermissionFacts("linux", is_wayland=True, shortcuts=shortcuts, typing=typing)


@pytest.mark.parametrize(
    ("values", "grant"),
    [
        (("Allow", "Allow", "Allow"), Grant.GIVEN),
        ((None, "Allow", None), Grant.GIVEN),
        (("Allow", "Allow", "Deny"), Grant.MISSING),
        (("Deny", "Allow", "Allow"), Grant.MISSING),
        ((None, None, None), Grant.UNKNOWN),
        (("Prompt", None, None), Grant.UNKNOWN),
    ],
)
def test_one_switch_that_is_off_is_enough_on_windows(values: tuple[str | None, ...], grant: Grant) -> None:
    assert consent(values) is grant


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the others say what is so there")
def test_this_system_answers_without_a_desktop(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert ThisSystem().look() == PermissionFacts("linux")
