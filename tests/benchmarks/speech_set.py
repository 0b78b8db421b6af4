"""The recordings that benchmarks measure with, their scoring, and the models they load.

A set is a folder with a manifest.jsonl, one recording a line: file, seconds, language, kind (speech, long,
noise, format), reference or must_contain, and derived where a clean clip is repeated with noise; speaker and
conditions in words. Without a folder the project's own synthesised set in tests/data is taken.
"""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from app.adapters.audio_files import AudioFiles
from app.adapters.model_hub import HuggingFaceHub
from app.adapters.model_store import LocalModels, bundled_catalogue
from app.domain.audio import Samples

OWN_SET: Final = Path(__file__).parents[1] / "data"
APART: Final = ("mfastyle_", "cards_", "one_two_three", "beach")
"""Clips that are reported apart from the average: odd voices, and references that spell numbers out."""

_NOT_NATIVE: Final = re.compile(r"\b(non|not)[ -]native\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Clip:
    """One recording of a set."""

    path: Path
    seconds: float
    language: str
    kind: str
    reference: str
    must_contain: tuple[str, ...]
    derived: bool
    is_native: bool = True

    @property
    def name(self) -> str:
        """Its file's name without the ending."""
        return self.path.stem

    @property
    def is_average(self) -> bool:
        """Whether it counts for the average word error rate of English speech."""
        return self.is_scored and not self.derived and not self.name.startswith(APART)

    @property
    def is_scored(self) -> bool:
        """Whether it is English speech whose words are known."""
        return self.kind == "speech" and self.language == "en" and bool(self.reference)

    def samples(self) -> Samples:
        """Its sound, float32 mono 16 kHz."""
        return AudioFiles().read(self.path)


def load_set(folder: Path | None) -> tuple[Clip, ...]:
    """All recordings of the set in `folder`; of the project's own when it is None."""
    folder = folder or OWN_SET
    lines = (folder / "manifest.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(_clip(folder, json.loads(line)) for line in lines if line.strip())


def _clip(folder: Path, row: dict[str, object]) -> Clip:
    words = row.get("must_contain")
    return Clip(
        path=folder / str(row["file"]),
        seconds=float(str(row["seconds"])),
        language=str(row.get("language") or ""),
        kind=str(row["kind"]),
        reference=str(row.get("reference") or ""),
        must_contain=tuple(str(word) for word in words) if isinstance(words, list) else (),
        derived=bool(row.get("derived")),
        is_native=not _NOT_NATIVE.search(f"{row.get('speaker')} {row.get('conditions')}"),
    )


# --- scoring ---


@dataclass(frozen=True, slots=True)
class Score:
    """Edits (substitutions, deletions, insertions) and the words of the reference."""

    edits: int
    words: int


def normaliser() -> Callable[[str], str]:
    """Whisper's own English normaliser, so that spelling and punctuation do not count."""
    from whisper_normalizer.english import EnglishTextNormalizer

    normalise: Callable[[str], str] = EnglishTextNormalizer()
    return normalise


def score(reference: Sequence[str], heard: Sequence[str]) -> Score:
    """The smallest number of word edits that make `heard` out of `reference` (Levenshtein)."""
    row = list(range(len(heard) + 1))
    for count, word in enumerate(reference, start=1):
        diagonal, row[0] = row[0], count
        for index, other in enumerate(heard, start=1):
            change = diagonal + (word != other)
            diagonal = row[index]
            row[index] = min(change, row[index] + 1, row[index - 1] + 1)
    return Score(row[-1], len(reference))


def word_error_rate(scores: Iterable[Score]) -> float:
    """All edits over all words, in per cent."""
    taken = tuple(scores)
    words = sum(one.words for one in taken)
    return 100.0 * sum(one.edits for one in taken) / words if words else 0.0


# --- models ---


@contextmanager
def models() -> Iterator[LocalModels]:
    """The models of the installed packages, joined into a folder that lasts as long as the context."""
    with tempfile.TemporaryDirectory(prefix="sayso-benchmark-") as folder:
        yield LocalModels(
            bundled_catalogue(), Path(folder) / "models", Path(folder) / "cache", HuggingFaceHub()
        )
