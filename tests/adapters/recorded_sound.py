"""Sound that is there already, in place of a file that is being decoded."""

from __future__ import annotations

from app.domain.audio import SAMPLE_RATE, Samples
from app.domain.media import MediaFacts
from tests.fakes.files import facts_of


class RecordedSound:
    """Gives `samples` (float32 mono 16 kHz), undamaged."""

    def __init__(self, samples: Samples) -> None:
        self._left = samples
        self.facts: MediaFacts = facts_of(len(samples) / SAMPLE_RATE)
        self.loss = None
        self.fingerprint = "recorded"

    def read(self, samples: int) -> Samples:
        taken, self._left = self._left[:samples], self._left[samples:]
        return taken
