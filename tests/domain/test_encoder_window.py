"""The encoder's window: its length for each phrase, and the models that were measured."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.adapters.model_store import bundled_catalogue
from app.domain.encoder_window import FULL_SECONDS, MEASURED, UNMEASURED, Window, window_for

windows = st.builds(Window, st.floats(0, FULL_SECONDS), st.floats(0, 10))
sounds = st.floats(0, FULL_SECONDS)


@pytest.mark.parametrize(
    ("sound", "expected"),
    [
        (0.0, 15.0),
        (3.0, 15.0),
        (12.0, 15.0),
        (12.5, 15.5),
        (20.0, 23.0),
        (27.0, 30.0),
        (28.0, 30.0),
        (30.0, 30.0),
        (31.0, 30.0),
    ],
)
def test_the_floor_then_the_margin_then_all_of_it(sound: float, expected: float) -> None:
    assert Window(15.0, 3.0).seconds(sound) == expected


def test_a_full_floor_is_always_full() -> None:
    assert {Window(FULL_SECONDS, 0.0).seconds(sound) for sound in (0.0, 5.0, 29.0)} == {FULL_SECONDS}


@given(window=windows, sound=sounds)
def test_no_sound_is_cut_off_and_the_window_is_never_longer_than_whisper_takes(
    window: Window, sound: float
) -> None:
    length = window.seconds(sound)
    assert sound <= length <= FULL_SECONDS
    assert length >= window.floor
    assert length == FULL_SECONDS or length >= sound + window.margin


@given(window=windows, sound=sounds, more=sounds)
def test_more_sound_never_gets_a_shorter_window(window: Window, sound: float, more: float) -> None:
    assert window.seconds(sound + more) >= window.seconds(sound)


@pytest.mark.parametrize("model", ["", "nobody-measured-this", "/home/user/models/mine"])
def test_a_model_that_was_not_measured_gets_the_careful_window(model: str) -> None:
    assert window_for(model) == UNMEASURED


@pytest.mark.parametrize("model", sorted(MEASURED))
def test_a_measured_model_is_of_the_catalogue_and_gets_its_window(model: str) -> None:
    assert model in {entry.name for entry in bundled_catalogue().models}
    assert window_for(model) == MEASURED[model]


@pytest.mark.parametrize("window", [UNMEASURED, *MEASURED.values()])
def test_each_window_in_use_leaves_silence_behind_the_sound_and_saves_time(window: Window) -> None:
    assert window.margin >= 1.0
    assert window.seconds(3.0) < FULL_SECONDS
