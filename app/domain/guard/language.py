"""What the guard knows of a language: the words that carry no content, and those that carry all of it.

The data is in the files words_*.py, one language each or some smaller ones together. All words are in small
letters, with a straight apostrophe. Pure.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


def words(text: str) -> frozenset[str]:
    """The words of `text`."""
    return frozenset(text.split())


def phrases(text: str) -> tuple[tuple[str, ...], ...]:
    """The phrases of `text`, parted by "|", longest first."""
    found = [tuple(one.split()) for one in text.replace("\n", " ").split("|")]
    return tuple(sorted((one for one in found if one), key=len, reverse=True))


def groups(text: str) -> dict[str, str]:
    """Each word of a group, parted by "|", with the first word of its group."""
    return {word: group.split()[0] for group in text.split("|") for word in group.split()}


@dataclass(frozen=True, slots=True)
class Language:
    """One language.

    `stop`: words without content. `soft`: content words that a clean-up may drop, as they only hedge.
    `negations`: kept. `persons`: pronouns, by person. `dates`: names of days and months, parts of
    the day, and words like "tomorrow", each with the first of its group. `same`: words that mean the same,
    with the first of their group; `formal` the same for polite rewording. `spelled`: what a contraction
    stands for. `repairs`: what people say when they correct themselves; `erasers`: when they take a sentence
    back. `suffixes`: endings between which grammar chooses. `questions`: what a question begins with.
    `greetings`: the words of greetings and closings. `asides`: phrases that a clean-up may drop. `implied`:
    words that may be written where one of their phrases was said.
    """

    code: str
    stop: frozenset[str]
    negations: frozenset[str] = frozenset()
    soft: frozenset[str] = frozenset()
    persons: Mapping[str, str] = field(default_factory=dict)
    dates: Mapping[str, str] = field(default_factory=dict)
    same: Mapping[str, str] = field(default_factory=dict)
    formal: Mapping[str, str] = field(default_factory=dict)
    spelled: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    repairs: tuple[tuple[str, ...], ...] = ()
    erasers: tuple[tuple[str, ...], ...] = ()
    suffixes: frozenset[str] = frozenset()
    questions: frozenset[str] = frozenset()
    greetings: frozenset[str] = frozenset()
    asides: tuple[tuple[str, ...], ...] = ()
    implied: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    elides: bool = False
    nouns_are_capital: bool = False


def persons(**by_person: str) -> dict[str, str]:
    """Pronouns by person, as keyword arguments of words parted by spaces."""
    return {word: person for person, line in by_person.items() for word in line.split()}


def spelled(text: str) -> dict[str, tuple[str, ...]]:
    """Contractions: "gonna=going to|can't=can not"."""
    pairs = (one.strip().partition("=") for one in text.replace("\n", " ").split("|"))
    return {short: tuple(full.split()) for short, _, full in pairs if short}
