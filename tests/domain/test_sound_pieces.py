"""Pieces: dense, no longer than allowed, cut in silences, with every window of speech in exactly one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.domain.sound_pieces import Piece, PieceCutter, quietest
from app.domain.speech_regions import SPEECH_THRESHOLD
from app.domain.tail import WINDOW_SAMPLES

SECOND = 31
"""Windows in about a second."""


def speech(seconds: float) -> list[float]:
    return [0.9] * round(seconds * SECOND)


def silence(seconds: float) -> list[float]:
    return [0.02] * round(seconds * SECOND)


def cut(heard: Sequence[float], block: int = 100, *, keep_all: bool = False) -> list[Piece]:
    cutter = PieceCutter(500, keep_all=keep_all)
    found = [piece for at in range(0, len(heard), block) for piece in cutter.feed(heard[at : at + block])]
    return [*found, *cutter.finish(len(heard) * WINDOW_SAMPLES)]


def test_a_sentence_between_silences_is_one_padded_piece() -> None:
    (piece,) = cut([*silence(5), *speech(3), *silence(5)])
    (region,) = piece.regions
    assert abs(region.start / 16_000 - (5 - 0.4)) < 0.1
    assert abs(region.end / 16_000 - (8 + 0.4)) < 0.1
    assert len(piece.speech) * WINDOW_SAMPLES == piece.samples


def test_sentences_are_packed_and_the_silence_between_them_is_left_out() -> None:
    sentence = [*speech(3), *silence(4)]
    pieces = cut(sentence * 8)
    assert [len(piece.regions) for piece in pieces] == [4, 4]
    assert all(piece.seconds <= 15.0 for piece in pieces)


def test_a_pause_too_short_to_be_left_out_stays_in_the_piece() -> None:
    (piece,) = cut([*silence(1), *speech(2), *silence(0.4), *speech(2), *silence(2)])
    assert len(piece.regions) == 1
    assert piece.seconds > 4.4


def test_speech_without_a_pause_is_cut_where_it_is_quietest() -> None:
    heard = [*speech(10), 0.4, *speech(10), *silence(1)]
    first, second = cut(heard)
    assert first.regions[-1].end == second.regions[0].start == 10 * SECOND * WINDOW_SAMPLES


def test_nothing_is_left_out_where_all_is_to_be_kept() -> None:
    heard = [*silence(20), *speech(5), *silence(20)]
    pieces = cut(heard, keep_all=True)
    regions = [region for piece in pieces for region in piece.regions]
    assert regions[0].start == 0
    assert regions[-1].end == len(heard) * WINDOW_SAMPLES
    assert all(one.end == other.start for one, other in pairwise(regions))


def test_silence_is_no_piece() -> None:
    assert cut(silence(60)) == []
    assert cut([]) == []


def test_the_last_window_ends_with_the_sound() -> None:
    cutter = PieceCutter(500)
    assert cutter.feed(speech(2)) == []
    (piece,) = cutter.finish(len(speech(2)) * WINDOW_SAMPLES - 100)
    assert piece.regions[-1].end == len(speech(2)) * WINDOW_SAMPLES - 100


def test_silence_that_goes_on_is_not_kept() -> None:
    cutter = PieceCutter(500)
    cutter.feed(silence(3600))
    assert cutter.needed_from > 3590 * SECOND * WINDOW_SAMPLES


def test_what_was_said_before_a_long_silence_does_not_wait_for_its_end() -> None:
    cutter = PieceCutter(500)
    (piece,) = cutter.feed([*speech(3), *silence(600)])
    assert 3.0 < piece.seconds < 4.0
    assert 600 * SECOND * WINDOW_SAMPLES - cutter.needed_from < 16_000
    assert cutter.finish(603 * SECOND * WINDOW_SAMPLES) == []


def test_the_middle_of_the_longest_silence_is_the_place_to_cut() -> None:
    assert quietest([0.9, 0.1, 0.9, 0.1, 0.1, 0.1, 0.9], 0, 7) == 4
    assert quietest([0.9, 0.5, 0.9], 0, 3) == 1


@given(
    st.lists(st.tuples(st.sampled_from([0.02, 0.4, 0.6, 0.95]), st.integers(1, 700)), max_size=12),
    st.integers(1, 300),
)
def test_all_speech_is_in_one_piece_whatever_the_blocks(runs: list[tuple[float, int]], block: int) -> None:
    heard = [value for value, count in runs for _ in range(count)]
    pieces = cut(heard, block)
    assert pieces == cut(heard, len(heard) + 1)
    regions = [region for piece in pieces for region in piece.regions]
    assert all(one.end <= other.start for one, other in pairwise(regions))
    inside = {at for one in regions for at in range(one.start // WINDOW_SAMPLES, one.end // WINDOW_SAMPLES)}
    assert {at for at, value in enumerate(heard) if value >= SPEECH_THRESHOLD} <= inside
    for piece in pieces:
        assert piece.seconds <= 15.5
        windows = [
            heard[at]
            for one in piece.regions
            for at in range(one.start // WINDOW_SAMPLES, one.end // WINDOW_SAMPLES)
        ]
        assert list(piece.speech) == windows
