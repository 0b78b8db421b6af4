"""Transcribes one file with a loaded model: sound to pieces, pieces to batches, batches to cues, in order.

Each of `lanes` threads decodes a batch by itself while the next sound is read and cut here. A group is a
batch for each lane, its pieces sorted by length, so that those that share a window are alike. One group is
being decoded while another waits: more is never held, however long the file is.

A recording of no more than `SHORT_PIECES` is short: its pieces are decoded with care from the beginning, a
lane each, so that its first words are there soon as well. That is so on each computer alike: how many lanes
there are changes no way of decoding.

Before each block of sound, and between two groups, it is asked whether anybody still wants the rest. Raises
TaskStopped, and what reading and decoding raise.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from itertools import chain, islice
from typing import Final, Protocol

from app.adapters.file_messages import Begun, Ended, Order, Transcribed
from app.adapters.piece_reader import Detector, PieceReader, SoundPiece
from app.adapters.piece_writer import PieceText, PieceWriter
from app.domain.audio import Samples
from app.domain.cue_seams import mended
from app.domain.media import Damage, MediaFacts
from app.domain.models import EngineFacts
from app.domain.problems import AudioIncomplete, Problem, TaskStopped
from app.domain.sound_pieces import PieceCutter

logger = logging.getLogger(__name__)

WAITING_GROUPS: Final = 2
SHORT_PIECES: Final = 4
"""About a minute of speech."""


class Stream(Protocol):
    """Sound that is being decoded, as `app.services.file_ports.SoundStream` is."""

    @property
    def facts(self) -> MediaFacts: ...

    def read(self, samples: int) -> Samples: ...

    @property
    def loss(self) -> Problem | None: ...

    @property
    def fingerprint(self) -> str: ...


class FileTranscription:
    """One task.

    Args:
        order: what is wanted.
        facts: of the model in use.
        writer: writes pieces down.
        lanes: how many threads may do so at once.
        batch: how many pieces suit one call.
        tell: hears how far it is.
        is_wanted: whether it is to go on.
    """

    def __init__(
        self,
        order: Order,
        facts: EngineFacts,
        writer: PieceWriter,
        lanes: int,
        batch: int,
        tell: Callable[[Begun | Transcribed], None],
        is_wanted: Callable[[], bool],
    ) -> None:
        self._order = order
        self._facts = facts
        self._writer = writer
        self._lanes = lanes
        self._batch = batch
        self._tell = tell
        self._is_wanted = is_wanted
        self._language = order.language or order.task.decoding.language or ""
        self._probability = order.language_probability
        self._last = order.last
        self._is_short = False
        if not facts.multilingual:
            self._language = "en"

    def run(self, sound: Stream, detector: Detector) -> Ended:
        """Transcribe all of `sound`, which the caller closes."""
        self._tell(Begun(sound.facts))
        options = self._order.task.decoding
        cutter = PieceCutter(options.minimum_silence_ms, keep_all=not options.voice_detection)
        reader = PieceReader(sound, detector, cutter, self._order.begin, self._check)
        pool = ThreadPoolExecutor(self._lanes, "decode")
        try:
            self._write_all(iter(reader), pool)
        finally:
            # A decode that runs cannot be stopped, and is waited for: the model is not free before.
            pool.shutdown(wait=True, cancel_futures=True)
        logger.info("%.1f s of sound are transcribed; %d pieces twice", reader.seconds, self._writer.again)
        cut_short, damage = _missing(sound.loss, reader.seconds)
        return Ended(
            self._facts.model,
            self._language,
            self._probability,
            reader.seconds,
            cut_short,
            sound.fingerprint,
            self._facts.fallbacks,
            damage,
        )

    def _write_all(self, pieces: Iterator[SoundPiece], pool: ThreadPoolExecutor) -> None:
        first = list(islice(pieces, SHORT_PIECES))
        following = next(pieces, None)
        is_short = self._is_short = following is None and self._order.begin == 0.0
        size = self._lanes if is_short else self._lanes * self._batch
        left = chain(first, () if following is None else (following,), pieces)
        waiting: deque[_Group] = deque()
        while group := list(islice(left, size)):
            if not self._language:
                self._language, self._probability = self._writer.language_of(first)
            write = partial(self._writer.write, language=self._language, is_short=is_short)
            waiting.append(_Group(group, write, pool, self._lanes))
            if len(waiting) >= WAITING_GROUPS:
                self._tell_of(waiting.popleft())
        while waiting:
            self._tell_of(waiting.popleft())

    def _check(self) -> None:
        if not self._is_wanted():
            raise TaskStopped

    def _tell_of(self, group: _Group) -> None:
        self._check()
        texts = group.texts()
        self._check()
        by_piece = self._order.task.language_by_piece and self._facts.multilingual
        pieces, goes_on = mended([text.cues for text in texts], self._last)
        cues = [(cue, text.language) for text, own in zip(texts, pieces, strict=True) for cue in own]
        self._last = cues[-1][0] if cues else self._last
        self._tell(
            Transcribed(
                group.end,
                tuple(cue for cue, _ in cues),
                tuple(doubt for text in texts for doubt in text.doubts),
                tuple(language for _, language in cues) if by_piece else (),
                self._language,
                self._probability,
                goes_on,
                self._is_short,
            )
        )


def _missing(loss: Problem | None, seconds: float) -> tuple[float | None, Damage | None]:
    """Where the end of the sound is missing, and what is before."""
    if isinstance(loss, AudioIncomplete):
        return loss.cut_short, loss.damage
    return (None if loss is None else seconds), None


class _Group:
    """Pieces that are being written down, shared out among the threads."""

    def __init__(
        self,
        pieces: Sequence[SoundPiece],
        write: Callable[[Sequence[SoundPiece]], list[PieceText]],
        pool: ThreadPoolExecutor,
        lanes: int,
    ) -> None:
        self.end = pieces[-1].piece.end
        self._places: list[Sequence[int]] = []
        self._futures: list[Future[list[PieceText]]] = []
        by_length = sorted(range(len(pieces)), key=lambda at: -len(pieces[at].audio))
        size = -(-len(pieces) // lanes)
        for begin in range(0, len(pieces), size):
            places = by_length[begin : begin + size]
            self._places.append(places)
            part = [pieces[at] for at in places]
            self._futures.append(pool.submit(write, part))

    def texts(self) -> list[PieceText]:
        """What they say, in their order; waits for it."""
        found: dict[int, PieceText] = {}
        for places, future in zip(self._places, self._futures, strict=True):
            found.update(zip(places, future.result(), strict=True))
        return [found[at] for at in sorted(found)]
