"""What a feed of releases tells, and when it is asked."""

from __future__ import annotations

import pytest

from app.domain.updates import DAY_SECONDS, Release, is_due, is_newer, numbers, read_release


@pytest.mark.parametrize(
    ("version", "found"),
    [("v1.2.3", (1, 2, 3)), ("0.10", (0, 10)), ("1.2.3-rc1", ()), ("1", ()), ("", ()), ("1.2.3.4.5", ())],
)
def test_plain_versions_are_read(version: str, found: tuple[int, ...]) -> None:
    assert numbers(version) == found


@pytest.mark.parametrize(
    ("version", "running", "newer"),
    [
        ("0.1.1", "0.1.0", True),
        ("0.10.0", "0.9.9", True),
        ("1.0", "1.0.0", False),
        ("0.1.0", "0.1.0", False),
        ("0.0.9", "0.1.0", False),
        ("2.0.0", "1.0.dev3", False),
    ],
)
def test_newer_is_by_numbers(version: str, running: str, newer: bool) -> None:
    assert is_newer(Release(version), running) is newer


def test_a_release_is_read_in_either_of_two_forms() -> None:
    page = "https://example.com/releases/1"
    assert read_release({"tag_name": "v1.2.3", "html_url": page}) == Release("1.2.3", page)
    assert read_release({"version": "1.2", "page": page}) == Release("1.2", page)


def test_a_page_that_is_none_is_left_out() -> None:
    for page in ("file:///etc/passwd", "http://example.com", 3, None):
        assert read_release({"version": "1.2.3", "page": page}) == Release("1.2.3")


@pytest.mark.parametrize("answer", [[], {}, {"version": 3}, {"version": "<b>new</b>"}, "1.2.3", None])
def test_what_is_no_release_is_refused(answer: object) -> None:
    with pytest.raises(ValueError, match="it"):
        read_release(answer)


def test_it_is_asked_once_a_day_also_after_a_clock_was_set_back() -> None:
    now = 1_800_000_000.0
    assert is_due(0, now)
    assert not is_due(now, now)
    assert not is_due(now - DAY_SECONDS + 1, now)
    assert is_due(now - DAY_SECONDS, now)
    assert is_due(now + 3600, now)
