"""How the guard does on the corpus of clean-ups; `python -m tests.domain.guard.corpus_figures` prints it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files
from typing import Final

from app.domain.guard.guard import judge
from app.domain.guard.verdict import Verdict
from app.domain.styles import parse_styles
from tests.data.cleanup import Ask, Pair, is_held_back, load_asks, load_pairs

STYLES: Final = parse_styles(files("resources").joinpath("styles.toml").read_text(encoding="utf-8"))
NAMES: Final = {
    "clean up": "clean-up",
    "formal": "formal",
    "e-mail": "email",
    "list": "list",
    "notes": "notes",
}
"""The styles by the corpus' names for them."""
_Z: Final = 1.959964


@dataclass(frozen=True)
class Share:
    """`right` of `all`, with its 95 % interval after Wilson."""

    right: int
    all: int

    @property
    def value(self) -> float:
        return self.right / self.all

    @property
    def interval(self) -> tuple[float, float]:
        share, count = self.value, self.all
        middle = (share + _Z**2 / (2 * count)) / (1 + _Z**2 / count)
        half = _Z / (1 + _Z**2 / count) * math.sqrt(share * (1 - share) / count + _Z**2 / (4 * count**2))
        return max(0.0, middle - half), min(1.0, middle + half)

    def __str__(self) -> str:
        low, high = self.interval
        return f"{self.right} of {self.all}: {self.value:.1%} ({low:.1%} to {high:.1%})"


def verdict(pair: Pair | Ask) -> Verdict:
    """The guard's verdict, in the style that had been asked for."""
    style = STYLES.find(NAMES[pair.style]) if isinstance(pair, Pair) else STYLES.default
    assert style is not None
    return judge(pair.spoken, pair.written, style, pair.language)


def figures(pairs: Iterable[Pair | Ask]) -> dict[str, Share]:
    """Of good and bad pairs, and of each fault, how many got the right verdict."""
    right, everything = Counter[str](), Counter[str]()
    for pair in pairs:
        names = [pair.label, *([f"bad: {pair.fault}"] if pair.fault else [])]
        everything.update(names)
        if verdict(pair).accepted == (pair.label == "good"):
            right.update(names)
    return {name: Share(right[name], everything[name]) for name in sorted(everything)}


def main() -> None:
    """Prints the figures of both halves and of the dictations that ask."""
    pairs = load_pairs()
    for title, part in (
        ("tuned on", [pair for pair in pairs if not is_held_back(pair)]),
        ("held back", [pair for pair in pairs if is_held_back(pair)]),
        ("dictations that ask, command or inject", load_asks()),
    ):
        print(f"\n{title}")
        for name, share in figures(part).items():
            print(f"  {name:34} {share}")


if __name__ == "__main__":
    main()
