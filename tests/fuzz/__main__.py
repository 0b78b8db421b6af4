"""Damages the files of a folder in many ways, and decodes each as Sayso does: in a process of its own, which
may die of it. `python -m tests.fuzz --files FOLDER [--rounds 1000] [--seed N] [--keep FOLDER]`

Every round takes a file and cuts it, turns bits of it round, overwrites stretches, or puts the end of another
behind its beginning. Its outcome must be sound, or AudioUnreadable; sound that breaks off is told as
AudioIncomplete. Nothing else may be raised, nothing may take longer than the limit, and no process may be
left.
Prints how often each outcome came, how many decoders died, and which round took longest; exit status 1 where
anything else happened. A round is the same for the same seed; `--keep` keeps the files that killed a decoder
or went wrong.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import psutil

from app.adapters.media_files import DecodedSound, MediaFiles
from app.domain.audio import SAMPLE_RATE
from app.domain.problems import AudioIncomplete, AudioUnreadable
from tests.media_maker import flipped, spliced

LIMIT_SECONDS: Final = 20.0
"""How long a decoder may be silent here; an ordinary one answers within a second."""
ROUND_SECONDS: Final = 60.0
LARGEST_BYTES: Final = 3_000_000
"""Of larger files as much is taken."""
LONGEST_SECONDS: Final = 4 * 3600.0
"""Damage may make a file claim silence for hours; more than this is not read of it."""


@dataclass(frozen=True)
class Outcome:
    """What came of one round. `kind` is its name in the table; `is_wrong` where it must not be."""

    kind: str
    seconds: float
    has_died: bool = False
    is_wrong: bool = False


def damaged(sources: Sequence[bytes], chance: random.Random) -> bytes:
    """One of the files, hurt in some way."""
    data = chance.choice(sources)
    match chance.randrange(6):
        case 0:
            return data[: chance.randrange(1, len(data) + 1)]
        case 1:
            return flipped(data, chance, chance.choice((0.0001, 0.001, 0.02)))
        case 2:  # the header alone, where most decisions are made
            head = min(len(data), 512)
            return flipped(data[:head], chance, 0.01) + data[head:]
        case 3:
            return spliced(data, chance.choice(sources), chance)
        case 4:
            at = chance.randrange(len(data))
            length = chance.randrange(1, max(2, len(data) // 4))
            return data[:at] + chance.randbytes(length) + data[at + length :]
        case _:
            at, until = sorted(chance.randrange(len(data) + 1) for _ in range(2))
            return data[:at] + data[until:] or b"\0"


def decoded(path: Path, media: MediaFiles) -> Outcome:
    """Read the whole sound of `path`."""
    began = time.perf_counter()
    sound: DecodedSound | None = None
    kind, has_died, is_wrong = "sound", False, False
    try:
        sound = media.open(path)
        count = 0
        while len(block := sound.read(SAMPLE_RATE * 30)) and count < LONGEST_SECONDS * SAMPLE_RATE:
            count += len(block)
        if sound.loss is not None:
            kind, has_died = "cut short", died(sound.loss.detail)
            is_wrong = not isinstance(sound.loss, AudioIncomplete)
    except AudioUnreadable as problem:
        kind, has_died = "unreadable", died(problem.detail)
    except Exception as error:  # whatever else it is, it is what is looked for
        kind, is_wrong = f"{type(error).__name__}: {error}", True
    finally:
        if sound is not None:
            sound.close()
            if psutil.pid_exists(sound.pid):
                kind, is_wrong = "a process was left", True
    taken = time.perf_counter() - began
    if taken > ROUND_SECONDS:
        kind, is_wrong = "too slow", True
    return Outcome(kind, taken, has_died, is_wrong)


def died(detail: str) -> bool:
    """Whether a problem's detail tells of a decoder that ended by itself or did not answer."""
    return detail.startswith("it ended with status") or detail == "it did not answer in time"


def fuzz(files: Sequence[Path], rounds: int, seed: int, keep: Path | None) -> int:
    """The exit status."""
    sources = [data for data in (one.read_bytes()[:LARGEST_BYTES] for one in files) if data]
    suffixes = [one.suffix for one in files]
    media = MediaFiles(silence=LIMIT_SECONDS)
    counts: Counter[str] = Counter()
    slowest, deaths, wrong = (0.0, -1), 0, 0
    with tempfile.TemporaryDirectory() as folder:
        for place in range(rounds):
            chance = random.Random(f"{seed} {place}")
            path = Path(folder) / f"damaged{chance.choice(suffixes)}"
            path.write_bytes(damaged(sources, chance))
            outcome = decoded(path, media)
            counts[outcome.kind] += 1
            deaths += outcome.has_died
            slowest = max(slowest, (outcome.seconds, place))
            if outcome.is_wrong:
                wrong += 1
                print(f"round {place}: {outcome.kind}", file=sys.stderr)
            if keep is not None and (outcome.is_wrong or outcome.has_died):
                shutil.copy(path, keep / f"{seed}-{place}{path.suffix}")
            path.unlink()
    for kind, count in counts.most_common():
        print(f"{count:6} {kind}")
    print(f"{deaths:6} decoders died; the slowest took {slowest[0]:.1f} s (round {slowest[1]}, seed {seed})")
    return 1 if wrong else 0


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--files", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--rounds", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, default=None, metavar="FOLDER")
    options = parser.parse_args(arguments)
    files = [one for one in sorted(options.files.iterdir()) if one.is_file() and one.stat().st_size]
    if not files:
        parser.error(f"{options.files} holds no files")
    if options.keep is not None:
        options.keep.mkdir(parents=True, exist_ok=True)
    return fuzz(files, options.rounds, options.seed, options.keep)


if __name__ == "__main__":
    sys.exit(main())
