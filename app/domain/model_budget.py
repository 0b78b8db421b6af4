"""Which speech models stay in memory: what a model takes, what goes next, and in which order to load ahead.

The problem: models are large, loading one takes seconds, and a user who switches between two should not wait
for either. So several are kept, within a budget of memory for each device and for as long as they are used.

The rules:
- Where a budget would be passed, the least recently used model on that device goes first, and one that was
  loaded ahead and never used before any other.
- A model in use never goes. What is over the budget because of that, or because a single model is larger
  than all of it, is allowed: the user asked for it.
- Otherwise the model used last stays, however large it is: it would only have to be loaded again.

Pure. Sizes are bytes, times are seconds of one monotonic clock. Fails with ValueError on wrong limits.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from app.domain.catalogue import CatalogueModel
from app.domain.compute import CPU, CUDA, default_compute_type, memory_megabytes
from app.domain.hardware import MEGABYTE
from app.domain.model_settings import ModelSettings
from app.domain.models import EngineFacts
from app.domain.problems import Problem
from app.domain.settings import Apart, ComputeType, Device, SpeechEngine, SpeechSettings

IDLE_SECONDS: Final = 30 * 60.0

PUBLISHED_BYTES_PER_PARAMETER: Final = 2
"""Models are published as float16, so the size of the file tells how many parameters there are."""


@dataclass(frozen=True, slots=True)
class ModelWish:
    """What a loaded model depends on, of all the settings; the beam, because it was proved with it."""

    model: str
    engine: SpeechEngine
    apart: Apart
    device: Device
    compute_type: ComputeType
    flash_attention: bool
    threads: int
    workers: int
    beam_size: int


def wish_of(settings: SpeechSettings) -> ModelWish:
    """The model that `settings` ask for: two settings with the same wish share one model."""
    return ModelWish(
        settings.model,
        settings.engine,
        settings.apart,
        settings.device,
        settings.compute_type,
        settings.flash_attention,
        settings.threads,
        settings.workers,
        settings.beam_size,
    )


def settings_for(model: str, speech: SpeechSettings, models: ModelSettings) -> SpeechSettings:
    """`speech` for another model, on the device that the user wants that one on."""
    device = speech.device
    if model in models.on_card:
        device = Device.CUDA
    elif model in models.on_processor:
        device = Device.CPU
    return replace(speech, model=model, device=device)


@dataclass(frozen=True, slots=True)
class Footprint:
    """What a model takes: a device ("cpu" or "cuda") and bytes of its memory."""

    device: str
    size_bytes: int


def footprint(
    settings: SpeechSettings, model: CatalogueModel | None, weights_bytes: int, *, has_card: bool
) -> Footprint:
    """What the model of `settings` will take, before it is loaded.

    Args:
        model: its entry of the catalogue; None for a folder of the user's own.
        weights_bytes: the size of that folder's model.bin; not looked at where there is an entry.
        has_card: whether there is a graphics card that can compute.
    """
    device = CUDA if settings.device is Device.CUDA or (settings.device is Device.AUTO and has_card) else CPU
    wished = settings.compute_type
    compute_type = default_compute_type(device) if wished is ComputeType.AUTO else wished
    if model is not None:
        return Footprint(device, model.memory_megabytes(compute_type) * MEGABYTE)
    millions = round(weights_bytes / PUBLISHED_BYTES_PER_PARAMETER / MEGABYTE)
    return Footprint(device, memory_megabytes(millions, compute_type) * MEGABYTE)


def exactly(settings: SpeechSettings, facts: EngineFacts) -> SpeechSettings:
    """`settings` with what is really in use; a compute type that Sayso never asks for is left as it was."""
    compute_type = settings.compute_type
    if facts.compute_type in tuple(ComputeType):
        compute_type = ComputeType(facts.compute_type)
    return replace(
        settings, device=Device.CUDA if facts.device == CUDA else Device.CPU, compute_type=compute_type
    )


def measured_size(expected: int, given_back: int) -> int:
    """The bytes a model is counted with after its unloading gave `given_back` bytes.

    The rest of the program takes and gives memory at the same time, so a figure far from the expected one
    is not believed beyond a quarter and twice of it.
    """
    return min(max(given_back, expected // 4), expected * 2)


@dataclass(frozen=True, slots=True)
class Limits:
    """How much memory loaded models may take, in bytes for each device, and how long one may be idle, in
    seconds. 0 is no limit."""

    cpu_bytes: int = 0
    cuda_bytes: int = 0
    idle_seconds: float = IDLE_SECONDS

    def __post_init__(self) -> None:
        if self.cpu_bytes < 0 or self.cuda_bytes < 0:
            raise ValueError("a budget of memory must be 0 or more")
        if not self.idle_seconds >= 0:
            raise ValueError("idle_seconds must be 0 or more")

    def budget(self, device: str) -> int:
        """Bytes of `device`; 0 is no limit."""
        return self.cuda_bytes if device == CUDA else self.cpu_bytes


SHARE_OF_MEMORY: Final = 0.25
LEFT_TO_OTHERS: Final = 0.15
"""Of a graphics card: for the screen and what else draws."""


def limits_for(models: ModelSettings, memory_megabytes: int | None, card_megabytes: int | None) -> Limits:
    """What `models` allow on a computer with so much memory, and a graphics card with so much; None where
    that is not known, so that there is no limit but the user's own."""
    memory = models.memory_megabytes or round((memory_megabytes or 0) * SHARE_OF_MEMORY)
    card = models.card_megabytes or round((card_megabytes or 0) * (1 - LEFT_TO_OTHERS))
    return Limits(memory * MEGABYTE, card * MEGABYTE, models.idle_minutes * 60)


@dataclass(frozen=True, slots=True)
class Held:
    """A model that is in memory. `last_used` is None for one that was loaded ahead and not used so far."""

    wish: ModelWish
    device: str
    compute_type: str
    size_bytes: int
    loaded_at: float
    last_used: float | None
    in_use: bool

    @property
    def model(self) -> str:
        """A name of the catalogue, or the folder of a converted model."""
        return self.wish.model


def _age_order(one: Held) -> tuple[bool, float]:
    """Sorts the model that may go first to the front."""
    return (one.last_used is not None, one.loaded_at if one.last_used is None else one.last_used)


def over_budget(held: Sequence[Held], limits: Limits, device: str, coming: int = 0) -> int:
    """By how many bytes `held` and `coming` more are above the budget of `device`; 0 where they are not."""
    budget = limits.budget(device)
    taken = sum(one.size_bytes for one in held if one.device == device) + coming
    return max(0, taken - budget) if budget else 0


def making_room(held: Sequence[Held], limits: Limits, coming: Footprint) -> tuple[ModelWish, ...]:
    """The models to unload, in this order, before `coming` is loaded. All that can go where even that is not
    enough."""
    excess = over_budget(held, limits, coming.device, coming.size_bytes)
    return _oldest([one for one in held if one.device == coming.device], excess)


def surplus(held: Sequence[Held], limits: Limits) -> tuple[ModelWish, ...]:
    """The models to unload, in this order, because there is more in memory than the budgets allow.

    `held` is in the order of loading; of two that were used at the same moment the later one stays.
    """
    latest = max(reversed(held), key=_age_order, default=None)
    return tuple(
        wish
        for device in (CUDA, CPU)
        for wish in _oldest(
            [one for one in held if one.device == device and one is not latest],
            over_budget(held, limits, device),
        )
    )


def _oldest(held: Sequence[Held], excess: int) -> tuple[ModelWish, ...]:
    """As many of those not in use, oldest first, as give `excess` bytes back."""
    going: list[ModelWish] = []
    for one in sorted(held, key=_age_order):
        if excess <= 0:
            break
        if not one.in_use:
            going.append(one.wish)
            excess -= one.size_bytes
    return tuple(going)


def idle(held: Sequence[Held], limits: Limits, now: float) -> tuple[ModelWish, ...]:
    """The models that nobody has used for the time that is allowed."""
    if not limits.idle_seconds:
        return ()
    return tuple(
        one.wish
        for one in sorted(held, key=_age_order)
        if not one.in_use and now - max(one.loaded_at, one.last_used or 0.0) >= limits.idle_seconds
    )


def preload_order(
    selected: SpeechSettings,
    others: Sequence[SpeechSettings],
    sizes: Callable[[SpeechSettings], Footprint],
) -> tuple[SpeechSettings, ...]:
    """What to load ahead: the selected model, then the others from the smallest up, so that as many as can
    fit do. None twice."""
    found = {wish_of(selected): selected}
    for one in sorted(others, key=lambda other: sizes(other).size_bytes):
        found.setdefault(wish_of(one), one)
    return tuple(found.values())


# --- what is told of it ---


class Why(enum.StrEnum):
    """Why a model was unloaded."""

    IDLE = "idle"
    ROOM = "room"
    ASKED = "asked"
    DIED = "died"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class LoadBegan:
    """A model is being loaded, by its name or folder."""

    model: str


@dataclass(frozen=True, slots=True)
class LoadAwaited:
    """Somebody waits for a model that is already being loaded."""

    model: str


@dataclass(frozen=True, slots=True)
class Loaded:
    """A model is in memory."""

    held: Held


@dataclass(frozen=True, slots=True)
class LoadFailed:
    """A model could not be loaded."""

    model: str
    problem: Problem


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A model was not loaded ahead: `device` has no room for its `size_bytes`."""

    model: str
    device: str
    size_bytes: int


@dataclass(frozen=True, slots=True)
class OverBudget:
    """With `model`, which was asked for, the models on `device` take `excess_bytes` more than is allowed."""

    model: str
    device: str
    excess_bytes: int


@dataclass(frozen=True, slots=True)
class Unloaded:
    """A model is no longer in memory; `held` is how it was last."""

    held: Held
    why: Why
