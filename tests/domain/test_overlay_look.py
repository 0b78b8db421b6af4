"""Who draws the strip, and how much of a text it is given."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.overlay_look import MOST_LETTERS, OverlayWay, last_words, overlay_way


@pytest.mark.parametrize(
    ("platform", "x_display", "way"),
    [
        ("xcb", ":0", OverlayWay.HERE),
        ("windows", "", OverlayWay.HERE),
        ("cocoa", "", OverlayWay.HERE),
        ("offscreen", "", OverlayWay.HERE),
        ("wayland", ":0", OverlayWay.APART),
        ("wayland-egl", ":1", OverlayWay.APART),
        ("wayland", "", OverlayWay.NONE),
    ],
)
def test_on_wayland_another_process_draws_it_where_there_is_an_x_server(
    platform: str, x_display: str, way: OverlayWay
) -> None:
    assert overlay_way(platform, x_display) is way


def test_short_texts_are_on_one_line_and_whole() -> None:
    assert last_words("It is\nraining", " in \n Rome") == ("It is raining", "in Rome")
    assert last_words("", "") == ("", "")


@given(st.text(max_size=600), st.text(max_size=300))
def test_the_end_is_kept_and_never_more_than_there_may_be_room_for(settled: str, tentative: str) -> None:
    told, open_words = last_words(settled, tentative)
    assert len(told) + len(open_words) <= MOST_LETTERS
    assert " ".join(tentative.split()).endswith(open_words)
    assert " ".join(settled.split()).endswith(told)
    if len(told) + len(open_words) < MOST_LETTERS:
        assert open_words == " ".join(tentative.split())


def test_the_end_of_a_text_of_an_hour_fills_the_room() -> None:
    told, open_words = last_words("word " * 10_000, "more")
    assert len(told) + len(open_words) == MOST_LETTERS
