"""What choosing a speech model, its device or its folder makes of the settings. Pure: new settings come back.

Models are named as in `SpeechSettings.model`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from app.domain.settings import Device, Settings


def with_own_names(settings: Settings, name_of: Callable[[str], str]) -> Settings:
    """Every model once and by its own name, as `name_of` tells it, where the user has written another one:
    under two names it would be loaded twice."""

    def named(names: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(map(name_of, names)))

    speech, models, clean_up = settings.speech, settings.models, settings.enhancement
    return replace(
        settings,
        speech=replace(speech, model=name_of(speech.model)),
        models=replace(
            models,
            preload=named(models.preload),
            on_processor=named(models.on_processor),
            on_card=named(models.on_card),
        ),
        enhancement=replace(clean_up, always=named(clean_up.always), never=named(clean_up.never)),
    )


def with_model(settings: Settings, model: str) -> Settings:
    """Dictate with `model`; the one before stays loaded where it was ticked."""
    return replace(settings, speech=replace(settings.speech, model=model))


def with_preload(settings: Settings, model: str, *, is_on: bool) -> Settings:
    """Load `model` ahead, or do not."""
    return replace(settings, models=settings.models.with_preload(model, wanted=is_on))


def with_device(settings: Settings, model: str, device: Device) -> Settings:
    """Compute `model` on `device`; AUTO is as for all the others."""
    models = settings.models
    return replace(
        settings,
        models=replace(
            models,
            on_processor=_with(models.on_processor, model, device is Device.CPU),
            on_card=_with(models.on_card, model, device is Device.CUDA),
        ),
    )


def with_folder(settings: Settings, folder: str) -> Settings:
    """List the model in `folder` with the others."""
    return replace(
        settings, models=replace(settings.models, folders=_with(settings.models.folders, folder, True))
    )


def without_folder(settings: Settings, folder: str, instead: str) -> Settings:
    """Know nothing of `folder` any more; where it was in use, dictate with the model `instead`."""
    found = with_preload(with_device(settings, folder, Device.AUTO), folder, is_on=False)
    found = replace(found, models=replace(found.models, folders=_with(found.models.folders, folder, False)))
    return with_model(found, instead) if found.speech.model == folder else found


def _with(names: tuple[str, ...], name: str, is_in: bool) -> tuple[str, ...]:
    """`names` with or without `name`, the others in their order."""
    if is_in:
        return names if name in names else (*names, name)
    return tuple(each for each in names if each != name)
