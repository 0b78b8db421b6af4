from __future__ import annotations

from itertools import product

import pytest

from app.domain.compute import CPU, CUDA
from app.domain.hardware import (
    Computer,
    Graphics,
    GraphicsCard,
    Torch,
    cost_of,
    device_sentence,
    missing_words,
)
from app.domain.settings import ComputeType

CARD = GraphicsCard("NVIDIA GeForce RTX 4070", 12_878, 11_000, "8.9")
HERE = Computer("Ryzen 7", 8, 32_000, 20_000)


def test_every_compute_type_says_what_it_costs_on_every_device() -> None:
    for device, compute_type in product((CPU, CUDA), ComputeType):
        cost = cost_of(device, compute_type, 244)
        assert cost.words.startswith(f"About {cost.memory_megabytes:,} MB. ")
        assert cost.words.endswith(".")
        assert cost.speed
        assert cost.accuracy


def test_automatic_costs_what_the_default_of_the_device_does() -> None:
    for device, default in ((CPU, ComputeType.INT8), (CUDA, ComputeType.INT8_FLOAT16)):
        assert cost_of(device, ComputeType.AUTO, 74) == cost_of(device, default, 74)


def test_a_model_of_unknown_size_has_no_memory_made_up() -> None:
    cost = cost_of(CPU, ComputeType.INT8, None)
    assert cost.memory_megabytes is None
    assert "MB" not in cost.words


@pytest.mark.parametrize(
    ("device", "computer", "graphics", "sentence"),
    [
        (CPU, HERE, Graphics(), "The processor: Ryzen 7, 8 cores, 32,000 MB of memory, 20,000 MB free."),
        (CPU, Computer("M2", 1, 8_000), Graphics(), "The processor: M2, 1 core, 8,000 MB of memory."),
        (CPU, Computer("", 2), Graphics(), "The processor: unknown, 2 cores."),
        (
            CUDA,
            HERE,
            Graphics("570.1", (CARD, GraphicsCard("Other"))),
            "The graphics card: NVIDIA GeForce RTX 4070, 12,878 MB of memory, 11,000 MB free; Other.",
        ),
        (CUDA, HERE, Graphics(), "There is a graphics card."),
    ],
)
def test_a_device_is_told_with_what_is_known_of_it(
    device: str, computer: Computer, graphics: Graphics, sentence: str
) -> None:
    assert device_sentence(device, computer, graphics) == sentence


@pytest.mark.parametrize(
    ("torch", "words"),
    [
        (Torch("2.9.0"), "PyTorch 2.9.0 computes on the processor."),
        (Torch("2.9.0", "12.8"), "PyTorch 2.9.0, built for CUDA 12.8, computes on the processor."),
        (
            Torch("2.9.0", "12.8", uses_cuda=True),
            "PyTorch 2.9.0, built for CUDA 12.8, computes on the graphics card and the processor.",
        ),
        (Torch("2.9.0", uses_metal=True), "PyTorch 2.9.0 computes on Metal and the processor."),
    ],
)
def test_pytorch_is_told_in_one_sentence(torch: Torch, words: str) -> None:
    assert torch.words == words


@pytest.mark.parametrize(
    ("device", "graphics", "problem", "sentence"),
    [
        (CUDA, Graphics(problem="it hangs"), "", "The graphics card cannot be used: it hangs."),
        (CUDA, Graphics(), "", "No NVIDIA graphics card was found."),
        (
            CUDA,
            Graphics("470", (GraphicsCard("GTX 750"),)),
            "",
            "GTX 750 is there but cannot be computed on. ",
        ),
        (CUDA, Graphics(), "its driver crashed", "The graphics card cannot be used: its driver crashed."),
        (CPU, Graphics(), "", "The processor cannot be computed on."),
    ],
)
def test_a_missing_device_says_why(device: str, graphics: Graphics, problem: str, sentence: str) -> None:
    assert missing_words(device, graphics, problem).startswith(sentence)
