"""Reads a whole file's sound into one array: recordings of the history, and files short enough for that.

The decoding itself is that of all files (`app.adapters.media_files`), in a process of its own, so whatever a
file is made of, it takes nothing along.

Fails with AudioMissing or AudioUnreadable, each naming the file and one reason.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

import numpy as np

from app.adapters.media_files import MediaFiles
from app.domain.audio import SAMPLE_RATE, Samples
from app.domain.problems import AudioUnreadable, Problem

LONGEST_HOURS: Final = 12
"""Longer files are refused: as one array they would take more than 2.7 GB."""
BLOCK_SAMPLES: Final = 60 * SAMPLE_RATE


class AudioFiles:
    """Reads sound files.

    Args:
        media: decodes them.
    """

    def __init__(self, media: MediaFiles | None = None) -> None:
        self._media = media or MediaFiles()

    def read(self, path: Path, on_problem: Callable[[Problem], None] | None = None) -> Samples:
        """The whole sound of `path` as float32 mono 16 kHz (samples,): of the track that the file marks as
        its default, or of the first.

        A file that is damaged gives what there is and tells `on_problem` AudioIncomplete; one that is
        whole but holds no samples gives an empty array.
        Raises AudioMissing or AudioUnreadable.
        """
        sound = self._media.open(path)
        try:
            blocks: list[Samples] = []
            while len(block := sound.read(BLOCK_SAMPLES)):
                blocks.append(block)
                if len(blocks) * BLOCK_SAMPLES > LONGEST_HOURS * 3600 * SAMPLE_RATE:
                    raise AudioUnreadable(str(path), f"it is longer than {LONGEST_HOURS} hours")
            samples = np.concatenate(blocks) if blocks else np.zeros(0, np.float32)
        except MemoryError as error:
            raise AudioUnreadable(str(path), "it is too long for this computer's memory") from error
        finally:
            sound.close()
        if sound.loss is not None and on_problem is not None:
            on_problem(sound.loss)
        return samples
