"""Where the strip stands: on the screen of the caret, near an edge, never on the caret."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.overlay_place import (
    CLEARANCE,
    MARGIN,
    Area,
    Focused,
    Place,
    ScreenFacts,
    corner_of,
    place_at,
    screen_of,
)

SIZE = (320.0, 52.0)
ROOM = Area(0, 30, 1280, 740)


@pytest.mark.parametrize(
    ("place", "corner"),
    [
        (Place(0.5, 0.0), (480, 42)),
        (Place(0.0, 1.0), (12, 706)),
        (Place(1.0, 0.5), (948, 374)),
    ],
)
def test_it_stands_in_the_room_that_panels_leave(place: Place, corner: tuple[float, float]) -> None:
    assert corner_of(ROOM, SIZE, place, None) == corner


def test_from_a_caret_it_makes_way_and_stays_as_near_as_it_can() -> None:
    top = Place(0.5, 0.0)
    assert corner_of(ROOM, SIZE, top, Area(600, 300, 2, 18)) == (480, 42)
    assert corner_of(ROOM, SIZE, top, Area(600, 50, 2, 18)) == (480, 50 + 18 + CLEARANCE)
    bottom = Place(0.5, 1.0)
    assert corner_of(ROOM, SIZE, bottom, Area(600, 720, 2, 18)) == (480, 720 - CLEARANCE - 52)
    # A screen that is too low for both: beside it.
    low = Area(0, 0, 1000, 90)
    assert corner_of(low, SIZE, top, Area(500, 40, 2, 18)) == (500 - CLEARANCE - 320, 12)


shares = st.floats(0, 1)


@given(
    across=shares,
    down=shares,
    x=st.floats(0, 1278),
    y=st.floats(30, 750),
    height=st.floats(1, 40),
)
def test_it_never_covers_the_caret_and_never_leaves_the_room(
    across: float, down: float, x: float, y: float, height: float
) -> None:
    caret = Area(x, y, 2, height)
    left, top = corner_of(ROOM, SIZE, Place(across, down), caret)
    assert Area(left, top, *SIZE).overlap(caret) == 0
    assert ROOM.x <= left <= ROOM.x + ROOM.width - SIZE[0]
    assert ROOM.y <= top <= ROOM.y + ROOM.height - SIZE[1]


@given(across=shares, down=shares)
def test_a_place_that_was_given_it_is_the_place_that_it_has(across: float, down: float) -> None:
    corner = corner_of(ROOM, SIZE, Place(across, down), None)
    again = place_at(ROOM, SIZE, corner)
    assert again.across == pytest.approx(across, abs=0.001)
    assert again.down == pytest.approx(down, abs=0.001)


def test_a_place_outside_the_room_is_its_edge() -> None:
    assert place_at(ROOM, SIZE, (-500, 5000)) == Place(0.0, 1.0)
    assert place_at(Area(0, 0, 300, 40), SIZE, (10, 10)) == Place(0.0, 0.0)
    x, y = corner_of(Area(0, 0, 300, 40), SIZE, Place(1.0, 1.0), None)
    assert (x, y) == (MARGIN, MARGIN)


def screens() -> list[ScreenFacts]:
    """One of 1280 by 800, and right of it one of 2560 by 1440 at 200 %."""
    return [
        ScreenFacts(Area(0, 0, 1280, 800), Area(0, 0, 1280, 770), (0, 0), 1.0),
        ScreenFacts(Area(1280, 0, 2560, 1440), Area(1280, 0, 1280, 700), (1280, 0), 2.0),
    ]


@pytest.mark.parametrize(
    ("focused", "number"),
    [
        (None, 0),
        (Focused(), 0),
        (Focused(Area(1000, 100, 200, 200)), 0),
        (Focused(Area(1200, 100, 400, 200)), 1),
        (Focused(Area(100, 100, 200, 200), Area(3000, 900, 0, 18)), 1),
        (Focused(Area(-9000, -9000, 10, 10)), 0),
    ],
)
def test_the_screen_is_that_of_the_caret_or_of_most_of_the_window(
    focused: Focused | None, number: int
) -> None:
    assert screen_of(screens(), focused) == number


def test_a_caret_is_told_in_the_systems_own_pixels() -> None:
    assert screens()[1].logical(Area(1480, 400, 2, 36)) == Area(1380, 200, 1, 18)
