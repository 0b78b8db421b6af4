"""Spoken and noisy test files (made by make_speech.py), and the way to read them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from app.domain.audio import Samples, from_pcm16

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Clip:
    """A row of manifest.jsonl. `reference` is empty where nothing is said."""

    path: Path
    seconds: float
    language: str
    reference: str
    kind: str


def clips(kind: str = "speech") -> list[Clip]:
    """The rows of that kind, in the manifest's order."""
    rows = map(json.loads, (FOLDER / "manifest.jsonl").read_text(encoding="utf-8").splitlines())
    return [
        Clip(FOLDER / row["file"], row["seconds"], row["language"], row["reference"], row["kind"])
        for row in rows
        if row["kind"] == kind
    ]


def load(path: Path) -> Samples:
    """A FLAC file of this folder, float32 mono 16 kHz."""
    import av

    with av.open(str(path)) as container:
        frames = [frame.to_ndarray().astype("<i2").tobytes() for frame in container.decode(audio=0)]
    return from_pcm16(b"".join(frames))
