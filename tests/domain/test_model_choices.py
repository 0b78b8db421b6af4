from __future__ import annotations

from app.domain.enhancement_settings import EnhancementSettings
from app.domain.model_choices import (
    with_device,
    with_folder,
    with_model,
    with_own_names,
    with_preload,
    without_folder,
)
from app.domain.model_settings import ModelSettings
from app.domain.settings import Device, Settings, SpeechSettings

START = Settings()


def test_another_model_is_dictated_with_and_nothing_else_changes() -> None:
    new = with_model(START, "small")
    assert new.speech.model == "small"
    assert with_model(new, "base") == START


def test_ticks_come_and_go_and_keep_their_order() -> None:
    ticked = with_preload(with_preload(START, "tiny", is_on=True), "small", is_on=True)
    assert ticked.models.preload == ("tiny", "small")
    assert with_preload(ticked, "tiny", is_on=True) == ticked
    assert with_preload(ticked, "tiny", is_on=False).models.preload == ("small",)


def test_a_model_is_on_one_device_at_most() -> None:
    on_card = with_device(START, "medium", Device.CUDA)
    assert on_card.models == ModelSettings(on_card=("medium",))
    assert with_device(on_card, "medium", Device.CPU).models == ModelSettings(on_processor=("medium",))
    assert with_device(on_card, "medium", Device.AUTO) == START


def test_a_folder_that_is_taken_out_leaves_nothing_behind() -> None:
    mine = with_model(with_folder(START, "/mine"), "/mine")
    mine = with_preload(with_device(mine, "/mine", Device.CPU), "/mine", is_on=True)
    assert without_folder(mine, "/mine", "base") == START


def test_a_folder_that_is_not_in_use_changes_no_model() -> None:
    assert (
        without_folder(with_folder(with_model(START, "tiny"), "/mine"), "/mine", "base").speech.model
        == "tiny"
    )


def test_models_go_by_their_own_names_and_none_is_there_twice() -> None:
    names = {"large": "large-v3", "large-v3-turbo": "turbo"}
    written = Settings(
        speech=SpeechSettings(model="large-v3-turbo", beam_size=3),
        models=ModelSettings(
            preload=("large", "/mine", "large-v3", "tiny"),
            idle_minutes=5.0,
            on_processor=("large",),
            on_card=("turbo", "large-v3-turbo"),
            folders=("/mine",),
        ),
        enhancement=EnhancementSettings(always=("tiny", "large"), never=("large-v3-turbo",)),
    )
    assert with_own_names(written, lambda name: names.get(name, name)) == Settings(
        speech=SpeechSettings(model="turbo", beam_size=3),
        models=ModelSettings(
            preload=("large-v3", "/mine", "tiny"),
            idle_minutes=5.0,
            on_processor=("large-v3",),
            on_card=("turbo",),
            folders=("/mine",),
        ),
        enhancement=EnhancementSettings(always=("tiny", "large-v3"), never=("turbo",)),
    )
    assert with_own_names(START, lambda name: names.get(name, name)) == START
