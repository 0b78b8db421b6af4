from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.catalogue import CatalogueModel
from app.domain.compute import CPU, CUDA
from app.domain.hardware import MEGABYTE as MB
from app.domain.model_budget import (
    Footprint,
    Held,
    Limits,
    exactly,
    footprint,
    idle,
    limits_for,
    making_room,
    measured_size,
    over_budget,
    preload_order,
    settings_for,
    surplus,
    wish_of,
)
from app.domain.model_settings import ModelSettings
from app.domain.models import EngineFacts
from app.domain.settings import Apart, ComputeType, Device, SpeechEngine, SpeechSettings

BASE = CatalogueModel("base", "", "", 145_000_000, 74, False, {})
LIMITS = Limits(cpu_bytes=500 * MB, cuda_bytes=2000 * MB, idle_seconds=60.0)


def held(
    name: str,
    size: int,
    last_used: float | None = 10.0,
    *,
    device: str = CPU,
    in_use: bool = False,
    loaded_at: float = 5.0,
) -> Held:
    """A model of `size` MB."""
    wish = wish_of(SpeechSettings(model=name))
    return Held(wish, device, "int8", size * MB, loaded_at, last_used, in_use)


def names(wishes: tuple[object, ...]) -> list[object]:
    return [getattr(wish, "model", None) for wish in wishes]


def test_settings_that_only_decode_otherwise_share_one_model() -> None:
    settings = SpeechSettings(model="base")
    assert wish_of(replace(settings, language="de", hints=("Sayso",))) == wish_of(settings)
    assert wish_of(replace(settings, threads=2)) != wish_of(settings)
    assert wish_of(replace(settings, beam_size=1)) != wish_of(settings)
    assert wish_of(replace(settings, engine=SpeechEngine.OPENAI_WHISPER)) != wish_of(settings)
    assert wish_of(replace(settings, apart=Apart.ALWAYS)) != wish_of(settings)
    assert wish_of(replace(settings, flash_attention=True)) != wish_of(settings)


def test_each_model_may_have_a_device_of_its_own() -> None:
    models = ModelSettings(on_processor=("tiny",), on_card=("medium",))
    speech = SpeechSettings(model="base", device=Device.AUTO, language="de")
    assert settings_for("tiny", speech, models) == replace(speech, model="tiny", device=Device.CPU)
    assert settings_for("medium", speech, models).device is Device.CUDA
    assert settings_for("small", speech, models) == replace(speech, model="small")


def test_the_users_budget_counts_and_else_a_share_of_what_there_is() -> None:
    assert limits_for(ModelSettings(), 16_000, 8_000) == Limits(4_000 * MB, 6_800 * MB, 1800.0)
    assert limits_for(ModelSettings(memory_megabytes=900, card_megabytes=500), 16_000, 8_000) == Limits(
        900 * MB, 500 * MB, 1800.0
    )
    assert limits_for(ModelSettings(idle_minutes=0), None, None) == Limits(0, 0, 0.0)


@pytest.mark.parametrize(
    "wrong",
    [{"idle_minutes": -1}, {"memory_megabytes": -1}, {"card_megabytes": 2_000_000}, {"preload": ("",)}],
)
def test_what_cannot_be_is_refused_by_name(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=next(iter(wrong))):
        ModelSettings(**wrong)


def test_the_least_recently_used_goes_first_and_no_more_than_must() -> None:
    models = [held("a", 200, 30.0), held("b", 150, 10.0), held("c", 100, 20.0)]
    assert names(making_room(models, LIMITS, Footprint(CPU, 100 * MB))) == ["b"]
    assert names(making_room(models, LIMITS, Footprint(CPU, 250 * MB))) == ["b", "c"]
    assert making_room(models, LIMITS, Footprint(CPU, 50 * MB)) == ()


def test_what_was_loaded_ahead_and_never_used_goes_before_all_others() -> None:
    models = [held("used", 200, 6.0), held("ahead", 200, None, loaded_at=100.0)]
    assert names(making_room(models, LIMITS, Footprint(CPU, 200 * MB))) == ["ahead"]


def test_a_model_in_use_never_goes() -> None:
    models = [held("a", 400, 1.0, in_use=True), held("b", 100, 2.0)]
    assert names(making_room(models, LIMITS, Footprint(CPU, 400 * MB))) == ["b"]
    assert surplus([held("a", 400, 1.0, in_use=True), held("b", 400, 2.0, in_use=True)], LIMITS) == ()


def test_card_and_processor_are_counted_apart() -> None:
    models = [held("on card", 1900, 1.0, device=CUDA), held("on processor", 450, 2.0)]
    assert surplus(models, LIMITS) == ()
    assert names(making_room(models, LIMITS, Footprint(CUDA, 200 * MB))) == ["on card"]
    assert names(making_room(models, LIMITS, Footprint(CPU, 200 * MB))) == ["on processor"]


def test_one_larger_than_the_whole_budget_stays_until_another_is_used() -> None:
    large, small = held("large", 900, 10.0), held("small", 100, 20.0)
    assert surplus([large], LIMITS) == ()
    assert over_budget([large], LIMITS, CPU) == 400 * MB
    assert names(surplus([large, small], LIMITS)) == ["large"]


def test_of_two_that_were_used_at_the_same_moment_the_later_one_stays() -> None:
    # A clock may tick so slowly that the model just loaded is no younger than one in use.
    models = [held("in use", 400, 10.0, in_use=True), held("just loaded", 400, 10.0)]
    assert surplus(models, LIMITS) == ()


def test_no_budget_is_no_limit() -> None:
    models = [held("a", 9000), held("b", 9000, device=CUDA)]
    assert making_room(models, Limits(), Footprint(CPU, 9000 * MB)) == ()
    assert over_budget(models, Limits(), CPU) == over_budget(models, Limits(), CUDA) == 0


def test_idle_models_are_those_that_nobody_used_for_the_time() -> None:
    models = [
        held("just used", 1, 50.0),
        held("long ago", 1, 40.0),
        held("in use", 1, 10.0, in_use=True),
        held("ahead", 1, None, loaded_at=30.0),
        held("just ahead", 1, None, loaded_at=50.0),
    ]
    assert names(idle(models, LIMITS, 100.0)) == ["ahead", "long ago"]
    assert idle(models, replace(LIMITS, idle_seconds=0.0), 1e9) == ()


@pytest.mark.parametrize(
    "wrong", [{"cpu_bytes": -1}, {"cuda_bytes": -1}, {"idle_seconds": -1.0}, {"idle_seconds": float("nan")}]
)
def test_wrong_limits_are_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="0 or more"):
        Limits(**wrong)  # type: ignore[arg-type]  # any of its fields


@pytest.mark.parametrize(
    ("device", "compute_type", "has_card", "expected"),
    [
        (Device.AUTO, ComputeType.AUTO, False, Footprint(CPU, 242 * MB)),
        (Device.AUTO, ComputeType.AUTO, True, Footprint(CUDA, 242 * MB)),
        (Device.CPU, ComputeType.FLOAT32, True, Footprint(CPU, 520 * MB)),
        (Device.CUDA, ComputeType.FLOAT16, False, Footprint(CUDA, 335 * MB)),
    ],
)
def test_what_a_model_will_take(
    device: Device, compute_type: ComputeType, has_card: bool, expected: Footprint
) -> None:
    settings = SpeechSettings(device=device, compute_type=compute_type)
    assert footprint(settings, BASE, 0, has_card=has_card) == expected
    # A folder of the user's own with the same weights.
    assert footprint(settings, None, 148 * MB, has_card=has_card) == expected


def test_what_is_really_in_use_is_said_exactly() -> None:
    wished = SpeechSettings(device=Device.AUTO, compute_type=ComputeType.FLOAT16, language="de")
    facts = EngineFacts("base", "cuda", "int8_float32", True, 0.1)
    exact = replace(wished, device=Device.CUDA, compute_type=ComputeType.INT8_FLOAT32)
    assert exactly(wished, facts) == exact
    unknown = exactly(wished, replace(facts, device="cpu", compute_type="int16"))
    assert (unknown.device, unknown.compute_type) == (Device.CPU, ComputeType.FLOAT16)


@pytest.mark.parametrize(("given_back", "counted"), [(150, 150), (-40, 50), (10, 50), (900, 400)])
def test_a_measured_size_is_believed_within_reason(given_back: int, counted: int) -> None:
    assert measured_size(200, given_back) == counted


def test_the_selected_model_is_loaded_first_then_the_small_ones() -> None:
    size = {"tiny": 1, "base": 2, "small": 4}
    one = {name: SpeechSettings(model=name) for name in size}

    def sizes(settings: SpeechSettings) -> Footprint:
        return Footprint(CPU, size[settings.model])

    order = preload_order(one["base"], [one["small"], one["base"], one["tiny"], one["small"]], sizes)
    assert order == (one["base"], one["tiny"], one["small"])


MODELS = st.lists(
    st.builds(
        held,
        st.sampled_from("abcdefgh"),
        st.integers(1, 600),
        st.none() | st.floats(0, 100),
        device=st.sampled_from([CPU, CUDA]),
        in_use=st.booleans(),
        loaded_at=st.floats(0, 100),
    ),
    unique_by=lambda one: one.wish,
)


@given(MODELS, st.sampled_from([CPU, CUDA]), st.integers(0, 900))
def test_room_is_made_by_the_oldest_alone_and_only_if_needed(
    models: list[Held], device: str, coming: int
) -> None:
    limits = Limits(cpu_bytes=500 * MB, cuda_bytes=300 * MB)
    going = making_room(models, limits, Footprint(device, coming * MB))
    gone = [one for one in models if one.wish in going]
    rest = [one for one in models if one.wish not in going]
    assert all(one.device == device and not one.in_use for one in gone)
    could_go = [one for one in rest if one.device == device and not one.in_use]
    assert not could_go or not over_budget(rest, limits, device, coming * MB)
    if going:
        last = next(one for one in models if one.wish == going[-1])
        assert over_budget([*rest, last], limits, device, coming * MB)
        assert all((one.last_used or -1.0) >= (last.last_used or -1.0) for one in could_go)


@given(MODELS)
def test_after_the_surplus_went_only_what_must_stay_is_over(models: list[Held]) -> None:
    limits = Limits(cpu_bytes=500 * MB, cuda_bytes=300 * MB)
    going = surplus(models, limits)
    rest = [one for one in models if one.wish not in going]
    assert all(not one.in_use for one in models if one.wish in going)
    assert surplus(rest, limits) == ()
    for device in (CPU, CUDA):
        if over_budget(rest, limits, device):
            assert sum(not one.in_use for one in rest if one.device == device) <= 1
    if models:
        assert rest
