"""Which permissions apply where."""

from __future__ import annotations

import pytest

from app.domain.permissions import (
    Grant,
    Permission,
    PermissionFacts,
    PermissionState,
    permissions_of,
    settings_page,
)

GIVEN, MISSING, UNKNOWN = Grant.GIVEN, Grant.MISSING, Grant.UNKNOWN


def test_x11_has_none() -> None:
    assert permissions_of(PermissionFacts("linux", shortcuts=GIVEN)) == ()


def test_wayland_has_what_its_desktop_and_tools_give() -> None:
    facts = PermissionFacts("linux", is_wayland=True, shortcuts=GIVEN, typing=MISSING)
    assert permissions_of(facts) == (
        PermissionState(Permission.SHORTCUTS, GIVEN),
        PermissionState(Permission.TYPING, MISSING),
    )


def test_macos_has_three_in_the_order_of_a_dictation() -> None:
    facts = PermissionFacts("darwin", microphone=GIVEN, accessibility=MISSING, input_monitoring=UNKNOWN)
    assert permissions_of(facts) == (
        PermissionState(Permission.MICROPHONE, GIVEN),
        PermissionState(Permission.INPUT_MONITORING, UNKNOWN),
        PermissionState(Permission.ACCESSIBILITY, MISSING),
    )


def test_windows_has_the_microphone_alone() -> None:
    assert permissions_of(PermissionFacts("win32", microphone=MISSING, accessibility=MISSING)) == (
        PermissionState(Permission.MICROPHONE, MISSING),
    )


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_each_permission_of_a_system_that_has_a_page_for_it_names_that(platform: str) -> None:
    pages = [settings_page(one.permission, platform) for one in permissions_of(PermissionFacts(platform))]
    assert all(pages)
    assert len(set(pages)) == len(pages)


def test_a_desktop_without_such_pages_has_none() -> None:
    assert settings_page(Permission.SHORTCUTS, "linux") == ""
