"""Flash attention: whether it can be had, and what is said where it cannot.

It computes attention without ever writing the large table of it to memory: the same text, sooner, on graphics
cards from about 2020 on, with 16 bit numbers. Few builds of CTranslate2 hold it, and those without say so
only when they compute, so that it is proved like a way of computing. Pure; the words are shown to the user.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from app.domain.compute import CUDA, Way, device_words
from app.domain.compute_proof import Proof, Verdict
from app.domain.hardware import Graphics
from app.domain.texts import shown

FIRST_CAPABILITY: Final = (8, 0)
"""CUDA's compute capability of the first cards that CTranslate2 does it on."""

NOT_BUILT: Final = shown("this build of CTranslate2 comes without it")
TOO_OLD: Final = shown("it needs a graphics card from about 2020 on")
WRONG_TYPE: Final = shown("it needs float16 or bfloat16")

REFUSED_BY_BUILD: Final = Proof(Verdict.REFUSED, NOT_BUILT)
"""What is remembered where the build itself tells that it has none."""


@dataclass(frozen=True, slots=True)
class FlashAttention:
    """Whether it may be switched on, and the sentence that says why not, or how it is."""

    is_offered: bool
    sentence: str


UNKNOWN: Final = FlashAttention(False, "Whether flash attention can be had has not been found out yet.")


def unfit(way: Way, graphics: Graphics) -> str:
    """Why it need not even be tried with `way`, in half a sentence; empty where it can be tried."""
    if "16" not in way.compute_type:
        return WRONG_TYPE
    return TOO_OLD if graphics.cards and all(_is_old(card.capability) for card in graphics.cards) else ""


def flash_words(reason: str) -> str:
    """What the user is told where it was wished and is not used."""
    return f"Flash attention could not be used: {reason}."


def flash_facts(
    graphics: Graphics, has_cuda: bool, is_built: bool | None, proof: Proof | None
) -> FlashAttention:
    """What a page shows.

    Args:
        has_cuda: whether CTranslate2 can compute on a graphics card at all.
        is_built: whether this build of it holds flash attention; None where that cannot be seen.
        proof: the one that was made with it, if any; one that works before one that does not.
    """
    if not has_cuda:
        return FlashAttention(
            False, f"Flash attention needs an NVIDIA {device_words(CUDA)} that can compute."
        )
    if is_built is False:
        return FlashAttention(False, f"Flash attention cannot be had: {NOT_BUILT}.")
    if graphics.cards and all(_is_old(card.capability) for card in graphics.cards):
        return FlashAttention(False, f"Flash attention cannot be had: {TOO_OLD}.")
    if proof is None or not proof.lasts:
        return FlashAttention(True, "Flash attention has not been tried yet.")
    if proof.works:
        return FlashAttention(
            True, f"Flash attention works: a short sentence took {proof.sentence_seconds:.2f} s."
        )
    return FlashAttention(False, f"Flash attention does not work: {proof.reason}.")


def _is_old(capability: str) -> bool:
    """Whether a card is known to be too old. `capability` is such as "8.6", or empty."""
    major, _, minor = capability.partition(".")
    if not (major.isdecimal() and minor.isdecimal()):
        return False
    return (int(major), int(minor)) < FIRST_CAPABILITY
