"""Several channels as one: the mean, but not where it cancels what is said or drowns it in silence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import pytest

from app.adapters.sound_hash import Plane
from app.adapters.sound_mix import Mixer, mono_of
from app.domain.audio import SAMPLE_RATE, Samples
from app.domain.media import Channels
from tests.data import FOLDER, load

SPEECH = load(FOLDER / "s02.flac")
OTHER = load(FOLDER / "s05.flac")[: len(SPEECH)]
LENGTH = min(len(SPEECH), len(OTHER))
ONE, TWO = SPEECH[:LENGTH], OTHER[:LENGTH]
BLOCK = 8_000


def whole(samples: Samples) -> Plane:
    """As whole numbers of 16 bits."""
    return np.round(samples * 32_767 * 0.9).astype(np.int16)


def mixed(planes: Sequence[Plane], block: int = BLOCK, channels: Channels = Channels.MIXED) -> Samples:
    mixer = Mixer(channels)

    def blocks() -> Iterator[Samples]:
        for begin in range(0, len(planes[0]), block):
            yield mixer.mix([plane[begin : begin + block] for plane in planes], SAMPLE_RATE)

    return np.concatenate(list(blocks()))


def loudness(samples: Samples) -> float:
    return float(np.sqrt(np.mean(np.square(samples))))


def likeness(one: Samples, other: Samples) -> float:
    """The amount of their correlation."""
    return abs(float(np.corrcoef(one, other)[0, 1]))


NOISE = np.random.default_rng(3).standard_normal((6, LENGTH)).astype(np.float32) * 0.01


@pytest.mark.parametrize(
    "planes",
    [
        [ONE],
        [ONE, ONE],
        [ONE, TWO],
        [ONE, np.zeros_like(ONE)],
        [np.zeros_like(ONE), np.zeros_like(ONE)],
        [ONE, np.concatenate((ONE[40:], ONE[:40]))],
        [ONE, TWO, *NOISE[:4]],
        [ONE * 0.5 + NOISE[0], -ONE * 0.3 + TWO],
    ],
)
@pytest.mark.parametrize("kind", ["int16", "float32", "uint8"])
def test_ordinary_sound_is_the_plain_mean_to_the_bit(planes: list[Samples], kind: str) -> None:
    made: dict[str, list[Plane]] = {
        "int16": [whole(one) for one in planes],
        "float32": list(planes),
        "uint8": [np.round(one * 100 + 128).astype(np.uint8) for one in planes],
    }
    assert np.array_equal(mixed(made[kind]), mono_of(made[kind], Channels.MIXED))


@pytest.mark.parametrize("kind", ["int16", "float32"])
def test_a_channel_that_is_wired_the_wrong_way_round_does_not_cancel_the_other(kind: str) -> None:
    sound = whole(ONE) if kind == "int16" else ONE
    mix = mixed([sound, -sound])
    assert likeness(mix, ONE) > 0.9999
    assert loudness(mix) == pytest.approx(loudness(mono_of([sound], Channels.MIXED)), rel=1e-3)


def test_what_only_one_of_them_has_is_heard_as_well() -> None:
    quiet = TWO * 0.2
    mix = mixed([whole(ONE * 0.7 + quiet), whole(-ONE * 0.7)])
    rest = mix - mixed([whole(ONE * 0.7), whole(-ONE * 0.7)])
    assert likeness(rest, quiet) > 0.99


def test_silence_before_the_speech_decides_nothing() -> None:
    silence = np.zeros(BLOCK * 3, np.float32)
    sound = whole(np.concatenate((silence, ONE)))
    assert likeness(mixed([sound, -sound])[len(silence) :], ONE) > 0.99


def test_of_forty_channels_the_one_that_speaks_is_as_loud_as_alone() -> None:
    planes = [np.zeros(LENGTH, np.int16) for _ in range(40)]
    planes[7] = whole(ONE)
    mix = mixed(planes)
    assert likeness(mix, ONE) > 0.9999
    assert loudness(mix) == pytest.approx(loudness(ONE) * 0.9, rel=1e-3)
    # The next who speaks is heard from the first word on, and the level does not leap.
    planes[8] = whole(np.concatenate((np.zeros(BLOCK, np.float32), TWO))[:LENGTH])
    later = mixed(planes)[BLOCK + 320 :]
    assert likeness(later, ONE[BLOCK + 320 :] + TWO[320 : LENGTH - BLOCK]) > 0.99


def test_nothing_clicks_where_it_is_decided_anew() -> None:
    time = np.arange(SAMPLE_RATE * 12) / SAMPLE_RATE
    hum = (0.5 * np.sin(2 * np.pi * 100 * time)).astype(np.float32)
    turned = hum.copy()
    turned[BLOCK * 2 :] *= -1  # a splice of another take
    mix = mixed([hum, turned, np.zeros_like(hum)])
    steepest = 0.5 * 2 * np.pi * 100 / SAMPLE_RATE
    splice = BLOCK * 2
    steps = np.abs(np.diff(mix))
    steps[splice - 1] = 0.0  # that of the file itself
    assert float(steps.max()) < steepest * 1.2
    assert likeness(mix[-SAMPLE_RATE:], hum[-SAMPLE_RATE:]) > 0.99


def test_it_never_leaves_full_scale() -> None:
    loud = np.full(LENGTH, 32_767, np.int16) * np.sign(np.sin(np.arange(LENGTH) / 9)).astype(np.int16)
    for planes in ([loud, -loud], [loud, -loud, loud], [loud, *([loud * 0] * 9)]):
        assert float(np.abs(mixed(planes)).max()) <= 1.0


def test_damage_and_other_numbers_of_channels_on_the_way_are_borne() -> None:
    broken = ONE.copy()
    broken[10] = np.inf
    broken[20] = np.nan
    mixer = Mixer(Channels.MIXED)
    assert len(mixer.mix([broken, -ONE], SAMPLE_RATE)) == LENGTH
    assert likeness(mixer.mix([ONE, -ONE], SAMPLE_RATE), ONE) > 0.999
    assert np.array_equal(mixer.mix([ONE], SAMPLE_RATE), ONE)
    assert len(mixer.mix([ONE[:0], ONE[:0]], SAMPLE_RATE)) == 0
    assert likeness(mixer.mix([ONE, *NOISE[:3] * 1e-4], SAMPLE_RATE), ONE) > 0.999


def test_a_channel_that_was_chosen_is_left_as_it_is() -> None:
    planes = [whole(ONE), -whole(ONE)]
    assert np.array_equal(mixed(planes, channels=Channels.SECOND), mono_of(planes, Channels.SECOND))
