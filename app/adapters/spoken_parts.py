"""Which parts of a recording are decoded: those in which the detector hears speech.

Whisper invents words in silence, so silence is cut out before decoding, whatever engine decodes, and times
are put right again afterwards (`app.domain.speech_regions.Timeline`). Where nothing is heard, nothing is
decoded. The detector is the one that comes with faster-whisper: the whole recording at once, 300 times
faster than speech.

Raises whatever the detector's library raises.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from app.domain.audio import Samples
from app.domain.decoding import DecodingOptions
from app.domain.speech_regions import Region, speech_regions
from app.domain.tail import WINDOW_SAMPLES


@dataclass(frozen=True, slots=True)
class SpokenParts:
    """`regions` of a recording to decode, in order, in samples; none where nobody speaks. `probabilities` of
    speech, 0..1, one for each window of 512 samples of the whole recording."""

    regions: tuple[Region, ...]
    probabilities: Sequence[float]

    def pieces(self, most_samples: int) -> Iterator[tuple[Region, ...]]:
        """The regions in groups of at most so many samples, each ending in a silence. A region that is longer
        is a group of its own."""
        group: list[Region] = []
        for region in self.regions:
            if group and sum(one.samples for one in group) + region.samples > most_samples:
                yield tuple(group)
                group = []
            group.append(region)
        if group:
            yield tuple(group)


def spoken_parts(audio: Samples, options: DecodingOptions) -> SpokenParts:
    """What of `audio` (float32 mono 16 kHz) is to be decoded; all of it without voice detection."""
    probabilities = speech_probabilities(audio)
    if options.voice_detection:
        regions = speech_regions(probabilities, len(audio), options.minimum_silence_ms)
    else:
        regions = (Region(0, len(audio)),) if len(audio) else ()
    return SpokenParts(regions, probabilities)


def joined(audio: Samples, regions: Sequence[Region]) -> Samples:
    """The sound of the regions, one after the other (float32 mono); at least one region."""
    return np.concatenate([audio[region.start : region.end] for region in regions])


def speech_probabilities(audio: Samples) -> Sequence[float]:
    """Silero's probability of speech, 0..1, of each window of 512 samples, the last one filled with zeros."""
    # Imported here: it pulls in the inference libraries, which must not delay the window.
    from faster_whisper.vad import get_vad_model

    if not len(audio):
        return ()
    padded = np.pad(audio, (0, -len(audio) % WINDOW_SAMPLES))
    values: list[float] = get_vad_model()(padded).ravel().tolist()
    return values
