"""What there is in this computer to compute with, and what each compute type costs there.

Values and words alone; who looks is `app.adapters`. Sizes are in MB of 1,000,000 bytes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from app.domain.compute import CPU, CUDA, default_compute_type, device_words, memory_megabytes
from app.domain.settings import ComputeType
from app.domain.texts import shown

MEGABYTE: Final = 1_000_000
"""Bytes."""


@dataclass(frozen=True, slots=True)
class Computer:
    """The processor, as the system names it, its logical cores, and the memory, in MB; a size is None where
    the system does not tell."""

    processor: str
    cores: int
    memory_megabytes: int | None = None
    available_megabytes: int | None = None


@dataclass(frozen=True, slots=True)
class GraphicsCard:
    """An NVIDIA card and its memory, in MB; a size is None where the driver does not tell, as for cards that
    share the computer's memory. `capability` is CUDA's compute capability, such as "12.0", or empty."""

    name: str
    memory_megabytes: int | None = None
    free_megabytes: int | None = None
    capability: str = ""


@dataclass(frozen=True, slots=True)
class Graphics:
    """NVIDIA's driver and its cards, in the driver's order; none of either where there is no driver.
    `problem` says in half a sentence why a driver that is there could not be asked; empty if it could."""

    driver: str = ""
    cards: tuple[GraphicsCard, ...] = ()
    problem: str = ""

    @property
    def name(self) -> str:
        """All cards in one name. CUDA counts them in another order than the driver, so that which of several
        computes is not known here; what holds for one of them is kept under all their names."""
        return ", ".join(card.name for card in self.cards)


@dataclass(frozen=True, slots=True)
class Torch:
    """PyTorch, where it is installed: its version, the version of CUDA that it was built for, empty for none,
    and what it can compute on beside the processor."""

    version: str
    cuda: str = ""
    uses_cuda: bool = False
    uses_metal: bool = False

    @property
    def words(self) -> str:
        """All in one sentence."""
        on = shown(f"the {device_words(CPU)}")
        if self.uses_metal:
            on = shown(f"Metal and {on}")
        if self.uses_cuda:
            on = shown(f"the {device_words(CUDA)} and {on}")
        if self.cuda:
            return f"PyTorch {self.version}, built for CUDA {self.cuda}, computes on {on}."
        return f"PyTorch {self.version} computes on {on}."


@dataclass(frozen=True, slots=True)
class Cost:
    """What a compute type costs: about how much memory a model takes, in MB, None for one of unknown size;
    speed and accuracy in words."""

    memory_megabytes: int | None
    speed: str
    accuracy: str

    @property
    def words(self) -> str:
        """All in one line."""
        size = "" if self.memory_megabytes is None else shown(f"About {self.memory_megabytes:,} MB.") + " "
        return f"{size}{self.speed} {self.accuracy}"


_ACCURACY: Final = {
    ComputeType.FLOAT32: "Accuracy as published.",
    ComputeType.FLOAT16: "Accuracy about as published.",
    ComputeType.BFLOAT16: "A trace less accurate.",
}
_ROUNDED_WEIGHTS: Final = "Slightly less accurate."

_SPEED_ON_CARD: Final = {
    ComputeType.FLOAT32: "The slowest; works on every card.",
    ComputeType.FLOAT16: "Fast on cards from 2017 on.",
    ComputeType.BFLOAT16: "Fast on cards from 2020 on.",
    ComputeType.INT8: "Fast on cards with integer units.",
    ComputeType.INT8_FLOAT32: "Fast on cards with integer units.",
    ComputeType.INT8_FLOAT16: "Fast and small.",
    ComputeType.INT8_BFLOAT16: "Fast on cards from 2020 on.",
}
_SPEED_ON_PROCESSOR: Final = {
    ComputeType.FLOAT32: "Takes nearly twice as long as int8.",
    ComputeType.INT8: "The fastest on a processor.",
    ComputeType.INT8_FLOAT32: "The same as int8 on a processor.",
}
_ONLY_SOME_PROCESSORS: Final = "Fast on few processors only."


def cost_of(device: str, compute_type: ComputeType, parameters_millions: int | None) -> Cost:
    """What `compute_type` costs on `device` ("cpu" or "cuda") for a model of that many parameters, None where
    that is not known. AUTO is no type of its own and costs what the device's default does."""
    if compute_type is ComputeType.AUTO:
        compute_type = default_compute_type(device)
    if device == CUDA:
        speed = _SPEED_ON_CARD[compute_type]
    else:
        speed = _SPEED_ON_PROCESSOR.get(compute_type, _ONLY_SOME_PROCESSORS)
    accuracy = _ACCURACY.get(compute_type, _ROUNDED_WEIGHTS)
    memory = None if parameters_millions is None else memory_megabytes(parameters_millions, compute_type)
    return Cost(memory, speed, accuracy)


def device_sentence(device: str, computer: Computer, graphics: Graphics) -> str:
    """What `device` ("cpu" or "cuda") is, with its memory."""
    if device == CUDA:
        cards = cards_words(graphics)
        return shown(f"The {device_words(CUDA)}: {cards}.") if cards else f"There is a {device_words(CUDA)}."
    return shown(f"The {device_words(device)}: {computer_words(computer)}.")


def computer_words(computer: Computer) -> str:
    """The processor, its cores and the memory, without an end."""
    cores = shown("1 core") if computer.cores == 1 else shown(f"{computer.cores} cores")
    sizes = _sizes(computer.memory_megabytes, computer.available_megabytes)
    return f"{computer.processor or shown('unknown')}, {cores}{sizes}"


def cards_words(graphics: Graphics) -> str:
    """The cards and their memory, without an end; empty where there is none."""
    return "; ".join(
        f"{card.name}{_sizes(card.memory_megabytes, card.free_megabytes)}" for card in graphics.cards
    )


def missing_words(device: str, graphics: Graphics, problem: str) -> str:
    """Why `device` cannot be computed on, and the remedy where there is one.

    `problem` says in half a sentence why it could not be asked; empty if it could.
    """
    problem = problem or (graphics.problem if device == CUDA else "")
    if problem:
        return f"The {device_words(device)} cannot be used: {problem}."
    if device == CUDA and graphics.cards:
        return f"{graphics.name} is there but cannot be computed on. Update NVIDIA's driver."
    if device == CUDA:
        return "No NVIDIA graphics card was found."
    return f"The {device_words(device)} cannot be computed on."


def _sizes(whole: int | None, free: int | None) -> str:
    if whole is None:
        return ""
    memory = shown(f"{whole:,} MB of memory")
    return f", {memory}" if free is None else f", {memory}, " + shown(f"{free:,} MB free")
