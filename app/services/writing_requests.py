"""The requests of one style to one model: loading, warming and writing with the very same options.

Problem: another context size loads the model anew, and a prompt that does not fit is cut.
Rules: the context depends on style and model alone. Earlier pieces are sent along as far as there is room.
    What does not fit all the same is told, to be split.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from app.domain.clean_up import Message, clean_up_messages, fixed_part
from app.domain.clean_up_pieces import Piece, context
from app.domain.styles import Style
from app.domain.token_budget import budget, context_size, prompt_tokens
from app.domain.writing import ModelTraits, Thinking, WriteRequest

LEAST_KEPT_SECONDS: Final = 300.0
"""That the model stays loaded while more of the same dictation is to come."""
THINKING_TOKENS: Final = 512
"""On top, for a model that cannot do without thinking: its thoughts count as well."""


@dataclass(frozen=True, slots=True)
class Requests:
    """How `model` is asked for `style`. Two that are equal ask alike, so that what came of one may be used
    with the other.

    Args:
        keep_alive: seconds that the model stays loaded after the last request of a dictation.
    """

    model: str
    style: Style
    vocabulary: tuple[str, ...]
    temperature: float
    keep_alive: float
    traits: ModelTraits = field(compare=False)

    @property
    def num_ctx(self) -> int:
        """Of every request."""
        return context_size(self.style, self._fixed, self.traits.context_length)

    def warming(self) -> WriteRequest:
        """The fixed part, in the layout of a request."""
        return self._request(clean_up_messages(self.style, "", self.vocabulary), 1, is_last=False)

    def writing(self, text: str, done: Sequence[Piece] = (), *, is_last: bool = True) -> WriteRequest | None:
        """The request for `text`; None where it does not fit and has to be split.

        Args:
            done: the pieces of the same dictation before it.
            is_last: whether nothing more of the dictation is to come.
        """
        alone = clean_up_messages(self.style, text, self.vocabulary)
        limits = budget(self.style, text, alone, self._fixed, self.traits.context_length)
        if limits.must_split:
            return None
        predicted = limits.num_predict
        room = self.num_ctx - prompt_tokens(alone) - predicted
        if self.traits.thinking is Thinking.ALWAYS:
            predicted += min(THINKING_TOKENS, room)
            room -= predicted - limits.num_predict
        messages = clean_up_messages(self.style, text, self.vocabulary, context(done, room))
        if prompt_tokens(messages) + predicted > self.num_ctx:
            messages = alone
        return self._request(messages, predicted, is_last=is_last)

    @property
    def _fixed(self) -> tuple[Message, ...]:
        return fixed_part(self.style, self.vocabulary)

    def _request(self, messages: tuple[Message, ...], predicted: int, *, is_last: bool) -> WriteRequest:
        keep = self.keep_alive
        if not is_last and 0 <= keep < LEAST_KEPT_SECONDS:
            keep = LEAST_KEPT_SECONDS
        return WriteRequest(
            self.model,
            messages,
            num_ctx=self.num_ctx,
            num_predict=predicted,
            temperature=self.temperature,
            keep_alive=keep,
        )
