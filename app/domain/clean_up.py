"""What is sent to the language model for one clean-up: the messages of a chat.

A model reuses what it has read before as long as the beginning is the same. So the fixed part comes first and
is the same for every dictation of a style: the instruction with the user's vocabulary, then the examples. The
dictated text comes last, in the layout of the examples, with a short reminder behind it, because small models
follow what they read last. Pure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from app.domain.styles import Example, Style

Role = Literal["system", "user", "assistant"]

MAX_VOCABULARY: Final = 600
"""Characters of the user's vocabulary that are sent; what comes after is left out."""


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a chat."""

    role: Role
    content: str


def fixed_part(style: Style, vocabulary: Sequence[str] = ()) -> tuple[Message, ...]:
    """What every request of `style` begins with; read it in advance to have it in the model's cache."""
    examples = [message for example in style.examples for message in _turn(style, example)]
    return (Message("system", _system(style, vocabulary)), *examples)


def clean_up_messages(
    style: Style, text: str, vocabulary: Sequence[str] = (), earlier: Sequence[Example] = ()
) -> tuple[Message, ...]:
    """The messages that ask for `text` in `style`.

    Args:
        vocabulary: the user's names and terms, as in `fixed_part`.
        earlier: the pieces of the same dictation that come before `text` and how they were written, so that
            the pieces fit together.
    """
    before = [message for piece in earlier for message in _turn(style, piece)]
    return (*fixed_part(style, vocabulary), *before, Message("user", _request(style, text)))


def _turn(style: Style, example: Example) -> tuple[Message, Message]:
    return Message("user", _request(style, example.spoken)), Message("assistant", example.written)


def _request(style: Style, text: str) -> str:
    return f"Dictated:\n{text.strip()}\n\n{style.reminder}".strip()


def _system(style: Style, vocabulary: Sequence[str]) -> str:
    terms: list[str] = []
    for term in vocabulary:
        clean = " ".join(term.split())
        if not clean or clean in terms:
            continue
        if len(", ".join([*terms, clean])) > MAX_VOCABULARY:
            break
        terms.append(clean)
    return f"{style.instruction} Spell as here: {', '.join(terms)}." if terms else style.instruction
