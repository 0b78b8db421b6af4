"""A process that loads, uses and unloads real models by the pool again and again, and tells its memory.

    python -m tests.adapters.pool_cycles FOLDER CYCLES MODEL...

Prints one JSON list for each cycle: resident bytes before, with all models loaded, and after all went idle.
"""

from __future__ import annotations

import json
import re
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Final

from app.adapters.allocator import ProcessMemory
from app.adapters.model_hub import HuggingFaceHub
from app.adapters.model_store import LocalModels, bundled_catalogue
from app.adapters.spoken_parts import speech_probabilities
from app.adapters.spoken_proof import PROOF_WORDS, PROOF_WORDS_NEEDED, proof_clip
from app.adapters.whisper_loader import WhisperLoader
from app.domain.decoding import DecodingOptions
from app.domain.model_budget import Footprint, Limits, footprint
from app.domain.settings import SpeechSettings
from app.services.model_pool import ModelPool
from app.services.model_pool_parts import Scales
from app.services.ports import Recognizer
from tests.fakes import FakeClock

OPTIONS: Final = DecodingOptions(language="en", beam_size=1, temperatures=(0.0,))


def settings_of(name: str) -> SpeechSettings:
    return SpeechSettings(model=name, beam_size=1)


def expected(settings: SpeechSettings) -> Footprint:
    """What a model of the catalogue will take on a computer without a graphics card."""
    return footprint(settings, bundled_catalogue().get(settings.model), 0, has_card=False)


def resident() -> int:
    """Resident bytes of this process, from a source of its own."""
    found = re.search(r"^VmRSS:\s+(\d+) kB$", Path("/proc/self/status").read_text(), re.MULTILINE)
    assert found
    return int(found[1]) * 1024


def is_right(recognizer: Recognizer) -> bool:
    """Whether it writes down the proof's sentence as a dictated phrase, as far as small models understand its
    synthetic voice."""
    clip = proof_clip()
    text = recognizer.decode_phrase(clip, speech_probabilities(clip), OPTIONS).text
    heard = {word.strip(".,!?").lower() for word in text.split()}
    return len(heard & PROOF_WORDS) >= PROOF_WORDS_NEEDED


def main(folder: Path, cycles: int, models: list[str]) -> None:
    store = LocalModels(bundled_catalogue(), folder / "models", folder / "cache", HuggingFaceHub())
    clock = FakeClock()
    pool = ModelPool(
        WhisperLoader(store.locate),
        lambda settings: store.locate(settings.model),
        clock,
        lambda event: None,
        Scales(expected, ProcessMemory()),
        Limits(idle_seconds=60.0),
    )
    for _ in range(cycles):
        before = resident()
        with ExitStack() as leases:
            for name in models:
                recognizer = leases.enter_context(pool.lease(settings_of(name)))
                assert is_right(recognizer)
                # A recording takes more memory than a phrase.
                assert recognizer.transcribe(proof_clip(), DecodingOptions(language="en")).text
            loaded = resident()
        clock.time += 60.0
        pool.tick()
        assert pool.state == ()
        print(json.dumps([before, loaded, resident()]), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3:])
