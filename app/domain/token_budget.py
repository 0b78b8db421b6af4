"""How many tokens a clean-up may take, and the context that it needs.

A context that is too small cuts the prompt without a word, its beginning first; another context than the one
loaded makes the model load again. So the context depends on the fixed part and the style alone, never on the
dictation: it holds the longest passage there can be (`passages.MAX_BYTES`) with a shorter one before it, and
is rounded up to steps. What does not fit is told, to be split. Pure.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from app.domain.clean_up import Message
from app.domain.passages import MAX_BYTES
from app.domain.styles import Style

CHARACTERS_PER_TOKEN: Final = 3
TOKENS_PER_MESSAGE: Final = 8
"""What a chat template writes round each message."""
LEAST_PREDICTED: Final = 64
CONTEXT_STEP: Final = 2048
PASSAGE_TOKENS: Final = math.ceil(MAX_BYTES / CHARACTERS_PER_TOKEN)
"""Of the longest passage, in every script: a Chinese or Japanese character is one token and three bytes."""
_DENSE = (
    "CJK",
    "HIRAGANA",
    "KATAKANA",
    "HANGUL",
    "HALFWIDTH",
    "FULLWIDTH",
    "THAI",
    "LAO",
    "KHMER",
    "MYANMAR",
)


@dataclass(frozen=True, slots=True)
class Budget:
    """The limits of one request, in tokens. With `must_split` the text has to be sent in smaller passages."""

    num_predict: int
    num_ctx: int
    must_split: bool = False


def estimated_tokens(text: str) -> int:
    """About how many tokens `text` has, rather too many: one for 3 characters, one for each of a dense
    script."""
    if text.isascii():
        return math.ceil(len(text) / CHARACTERS_PER_TOKEN)
    dense = sum(map(_is_dense, text))
    return dense + math.ceil((len(text) - dense) / CHARACTERS_PER_TOKEN)


def context_size(style: Style, fixed: Sequence[Message], largest: int | None = None) -> int:
    """The context to load the model with, for warming and for every request of `style` alike.

    Args:
        fixed: `clean_up.fixed_part` of the style.
        largest: what the model can hold at most, where it is known.
    """
    passage = PASSAGE_TOKENS + predicted_tokens(style, PASSAGE_TOKENS) + TOKENS_PER_MESSAGE
    # Half as much again: what was said before may be sent along with the way it was written.
    needed = prompt_tokens(fixed) + passage + passage // 2
    size = CONTEXT_STEP * math.ceil(needed / CONTEXT_STEP)
    return size if largest is None else min(size, largest)


def budget(
    style: Style,
    text: str,
    messages: Sequence[Message],
    fixed: Sequence[Message],
    largest: int | None = None,
) -> Budget:
    """The limits of the request `messages`, which ends with `text` and begins with `fixed`."""
    predicted = predicted_tokens(style, estimated_tokens(text))
    size = context_size(style, fixed, largest)
    too_long = len(text.encode()) > MAX_BYTES or prompt_tokens(messages) + predicted > size
    return Budget(predicted, size, too_long)


def predicted_tokens(style: Style, tokens: int) -> int:
    """How many tokens an answer to a text of `tokens` may have."""
    return max(LEAST_PREDICTED, math.ceil(tokens * style.output_factor))


def prompt_tokens(messages: Sequence[Message]) -> int:
    """About how many tokens the messages have together, the chat template's included."""
    return sum(TOKENS_PER_MESSAGE + estimated_tokens(message.content) for message in messages)


def _is_dense(character: str) -> bool:
    return character > "\u0dff" and unicodedata.name(character, "").startswith(_DENSE)
