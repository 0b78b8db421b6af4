from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.compute import CPU, CUDA, Attempt, Way, fallback_words, memory_megabytes, threads_for, ways
from app.domain.settings import ComputeType, Device

CPU_OFFERS = frozenset({"int8", "int8_float32", "float32"})
GPU_OFFERS = frozenset({"int8", "int8_float16", "int8_float32", "float16", "float32"})
BOTH = {CPU: CPU_OFFERS, CUDA: GPU_OFFERS}


def test_a_graphics_card_is_tried_down_to_float32_and_then_the_processor() -> None:
    assert ways(Device.AUTO, ComputeType.AUTO, BOTH) == (
        Way(CUDA, "int8_float16"),
        Way(CUDA, "float16"),
        Way(CUDA, "float32"),
        Way(CPU, "int8"),
        Way(CPU, "int8_float32"),
        Way(CPU, "float32"),
    )


def test_what_the_user_wants_comes_first_and_nothing_above_it_is_tried() -> None:
    found = ways(Device.CUDA, ComputeType.FLOAT16, BOTH)
    assert found[:2] == (Way(CUDA, "float16"), Way(CUDA, "float32"))
    assert Way(CUDA, "int8_float16") not in found
    assert found[2] == Way(CPU, "int8")


def test_the_processor_alone_is_tried_when_it_is_wanted() -> None:
    assert {way.device for way in ways(Device.CPU, ComputeType.AUTO, BOTH)} == {CPU}
    assert ways(Device.CPU, ComputeType.FLOAT32, BOTH) == (Way(CPU, "float32"),)


@given(
    st.sampled_from(Device),
    st.sampled_from(ComputeType),
    st.dictionaries(st.sampled_from([CPU, CUDA]), st.frozensets(st.sampled_from([*ComputeType]))),
)
def test_only_what_is_offered_is_tried_and_nothing_twice(
    device: Device, wished: ComputeType, offers: dict[str, frozenset[str]]
) -> None:
    found = ways(device, wished, offers)
    assert len(set(found)) == len(found)
    assert all(way.compute_type in offers[way.device] for way in found)
    assert all(way.compute_type != ComputeType.AUTO for way in found) or ComputeType.AUTO in offers.get(
        CPU, ()
    )


def test_every_wish_ends_on_the_processor_where_it_can_do_int8() -> None:
    for device, wished in product(Device, ComputeType):
        assert any(way.device == CPU for way in ways(device, wished, BOTH))


def test_nothing_is_said_when_all_went_as_wished() -> None:
    used = Way(CUDA, "int8_float16")
    assert fallback_words(Device.AUTO, ComputeType.AUTO, BOTH, (), used) == ()
    # No graphics card is nothing to be told of where none was asked for.
    assert fallback_words(Device.AUTO, ComputeType.AUTO, {CPU: CPU_OFFERS}, (), Way(CPU, "int8")) == ()


def test_what_failed_is_said_with_its_reason_and_what_is_used_instead() -> None:
    failed = [Attempt(Way(CUDA, "float16"), "there is not enough memory for it")]
    said = fallback_words(Device.CUDA, ComputeType.FLOAT16, BOTH, failed, Way(CPU, "int8"))
    assert said == (
        "The graphics card, float16, could not be used: there is not enough memory for it.",
        "In use instead: processor, int8.",
    )


def test_a_missing_card_and_a_missing_compute_type_are_said() -> None:
    said = fallback_words(Device.CUDA, ComputeType.FLOAT16, {CPU: CPU_OFFERS}, (), Way(CPU, "int8"))
    assert said == (
        "No NVIDIA graphics card that can compute was found, so the processor is used.",
        "The processor does not offer float16; int8 is used.",
    )


@pytest.mark.parametrize(("smaller", "larger"), [("int8", "float16"), ("int8_float16", "float32")])
def test_narrower_weights_take_less_memory(smaller: str, larger: str) -> None:
    assert memory_megabytes(244, smaller) < memory_megabytes(244, larger)


@pytest.mark.parametrize(
    ("wished", "cores", "threads"),
    [(0, 1, 1), (0, 2, 1), (0, 4, 3), (0, 5, 4), (0, 64, 4), (2, 2, 2), (8, 4, 8)],
)
def test_one_core_is_left_to_everything_else_unless_the_user_wants_it(
    wished: int, cores: int, threads: int
) -> None:
    assert threads_for(wished, cores) == threads
