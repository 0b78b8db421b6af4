"""The steps of Whisper that take much memory, kept from meeting in the threads that share a model.

The problem: encoding a window and aligning a text with it take a moment each, and much memory. Measured
    with base, int8, on the processor: the attention of the encoder 70 MB for a window of 30 s, which grows
    with its square, and an alignment 0.4 MB for each token of the text, as it holds two numbers for each
    word of the vocabulary. Where large steps of two threads meet they make the peak, and over hours they
    will: kept apart so, three hours took 385 MB at the peak with tiny.en, and ten minutes 372. The search of
    two pieces grows to some 80 MB, and is most of the time: what made the peak of an hour with base was a
    full window beside the end of a search (515 MB; without it 490).
Rules: steps in work take together no more than two thirds of a full window for each thread; a larger one
    comes alone. So the steps of pieces (18 s for one of 15 s: 0.36) wait for nothing, and the searches of all
    threads have room. With two threads a full window comes beside the search of one piece, as those of a
    short recording do, and waits for one of two pieces, for a piece that is encoded, and for another full
    window. Steps come as they were wanted: a large one would wait for ever.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final

import numpy.typing as npt

FULL_FRAMES: Final = 3000
"""Of the features of a full window of 30 s."""
TOKENS_OF_A_WINDOW: Final = 175
"""So many tokens to be aligned take as much as encoding a full window: 72 MB at 0.41 MB each, with base."""
OWN_SHARE: Final = 0.65
"""Of a full window, for each thread: with half of one they wait for each other, and with more a piece is
encoded beside a full window."""
SEARCH_OF_A_PIECE: Final = 0.3
"""Of a full window, whatever the model is."""
MOST_COUNTED: Final = 2
"""Pieces of a search: less than the share of a thread, so that searches never wait for each other. By what
they take, those of large models and of larger batches would."""
ROUNDED: Final = 1e-6


class Room:
    """What the steps in work may take together: `size`, in full windows."""

    def __init__(self, size: float) -> None:
        self._size = size + ROUNDED
        self._taken: list[float] = []
        self._wanted: deque[object] = deque()
        self._changed = threading.Condition()

    @contextmanager
    def of(self, need: float) -> Iterator[None]:
        """Have so much of it; waits for whoever came before, and until there is, or nothing is in work."""
        wish = object()
        with self._changed:
            self._wanted.append(wish)
            self._changed.wait_for(lambda: self._wanted[0] is wish and self._has(need))
            self._wanted.popleft()
            self._taken.append(need)
            self._changed.notify_all()
        try:
            yield
        finally:
            with self._changed:
                self._taken.remove(need)
                self._changed.notify_all()

    def _has(self, need: float) -> bool:
        return not self._taken or sum(self._taken) + need <= self._size


def keep_apart(engine: Any, threads: int) -> None:  # noqa: ANN401 - faster-whisper has no types
    """Have the large steps of `engine`, a faster_whisper.WhisperModel that so many threads use, not meet. The
    methods are replaced: it calls them itself as well."""
    room = Room(OWN_SHARE * threads)
    for name, need in (("encode", window_need), ("find_alignment", alignment_need)):
        setattr(engine, name, _kept_apart(getattr(engine, name), need, room))
    engine.model = _Searching(engine.model, room)


def window_need(features: npt.NDArray[Any], *_further: object, **_named: object) -> float:
    """What encoding takes, in full windows. `features` are (bands, frames), or such of several pieces."""
    pieces = features.shape[0] if features.ndim > 2 else 1
    return float(pieces * (features.shape[-1] / FULL_FRAMES) ** 2)


def alignment_need(
    _tokenizer: object, text_tokens: Sequence[Sequence[int]], *_further: object, **_named: object
) -> float:
    """What aligning texts takes, in full windows; all are filled up to the longest."""
    return len(text_tokens) * max(map(len, text_tokens), default=0) / TOKENS_OF_A_WINDOW


def search_need(_encoded: object, prompts: Sequence[object], *_further: object, **_named: object) -> float:
    """What the search for texts takes, in full windows; `prompts` has one for each piece."""
    return SEARCH_OF_A_PIECE * min(len(prompts), MOST_COUNTED)


class _Searching:
    """A model of CTranslate2 whose searches have their room; around it, as its methods cannot be replaced."""

    def __init__(self, model: Any, room: Room) -> None:  # noqa: ANN401 - CTranslate2 has no types
        self._model = model
        self.generate = _kept_apart(model.generate, search_need, room)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever it has
        return getattr(self._model, name)


def _kept_apart(step: Callable[..., Any], need: Callable[..., float], room: Room) -> Callable[..., Any]:
    def taken(*arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - the step's own
        with room.of(need(*arguments, **named)):
            return step(*arguments, **named)

    return taken
