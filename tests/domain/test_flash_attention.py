from __future__ import annotations

import pytest

from app.domain.compute import CPU, CUDA, Way
from app.domain.compute_proof import Proof, Verdict
from app.domain.flash_attention import (
    NOT_BUILT,
    REFUSED_BY_BUILD,
    TOO_OLD,
    WRONG_TYPE,
    FlashAttention,
    flash_facts,
    flash_words,
    unfit,
)
from app.domain.hardware import Graphics, GraphicsCard
from app.domain.settings import ComputeType

WORKS = Proof(Verdict.WORKS, model="base", beam_size=5, sentence_seconds=0.12)


def cards(*capabilities: str) -> Graphics:
    return Graphics("570.1", tuple(GraphicsCard("A card", capability=one) for one in capabilities))


@pytest.mark.parametrize(
    ("graphics", "has_cuda", "is_built", "proof", "is_offered", "sentence"),
    [
        (Graphics(), False, True, None, False, "needs an NVIDIA graphics card that can compute."),
        (cards("8.9"), False, None, WORKS, False, "needs an NVIDIA graphics card that can compute."),
        (cards("8.9"), True, False, None, False, f"cannot be had: {NOT_BUILT}."),
        (cards("7.5"), True, True, None, False, f"cannot be had: {TOO_OLD}."),
        (cards("7.5", "8.0"), True, True, None, True, "has not been tried yet."),
        (cards(""), True, None, None, True, "has not been tried yet."),
        (cards("8.9"), True, True, WORKS, True, "works: a short sentence took 0.12 s."),
        (cards("8.9"), True, None, REFUSED_BY_BUILD, False, f"does not work: {NOT_BUILT}."),
        (cards("8.9"), True, True, Proof(Verdict.NO_ROOM, "short"), True, "has not been tried yet."),
    ],
)
def test_whether_it_can_be_had_is_said_with_its_reason(
    graphics: Graphics,
    has_cuda: bool,
    is_built: bool | None,
    proof: Proof | None,
    is_offered: bool,
    sentence: str,
) -> None:
    expected = FlashAttention(is_offered, f"Flash attention {sentence}")
    assert flash_facts(graphics, has_cuda, is_built, proof) == expected


def test_it_suits_16_bit_numbers_alone() -> None:
    suits = {one for one in ComputeType if not unfit(Way(CUDA, one), cards("8.9"))}
    assert suits == {
        ComputeType.FLOAT16,
        ComputeType.BFLOAT16,
        ComputeType.INT8_FLOAT16,
        ComputeType.INT8_BFLOAT16,
    }
    assert unfit(Way(CUDA, "float32"), cards("8.9")) == WRONG_TYPE
    assert unfit(Way(CPU, "int8"), Graphics()) == WRONG_TYPE


@pytest.mark.parametrize(
    ("graphics", "reason"),
    [
        (cards("7.5"), TOO_OLD),
        (cards("7.5", "6.1"), TOO_OLD),
        (cards("12.0"), ""),
        (cards("7.5", "8.6"), ""),
        (cards("unknown"), ""),
        (Graphics(), ""),
    ],
)
def test_a_card_that_is_known_to_be_too_old_is_not_tried(graphics: Graphics, reason: str) -> None:
    assert unfit(Way(CUDA, "float16"), graphics) == reason


def test_a_reason_becomes_a_sentence() -> None:
    assert flash_words(NOT_BUILT) == (
        "Flash attention could not be used: this build of CTranslate2 comes without it."
    )
