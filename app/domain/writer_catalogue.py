"""The language models that Sayso recommends, as data: what each costs and what it is good for.

The data is `resources/writers.toml`. Every other model that Ollama has, or can get, does as well. Fails with
ValueError, naming the model and the field, when the data itself is wrong.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from app.domain.writing import same_model

MAX_GIGABYTES: Final = 100.0


@dataclass(frozen=True, slots=True)
class WriterVariant:
    """The same model at another precision.

    Args:
        name: with the tag, as Ollama gets it.
        quantisation: of its weights, as Ollama says it.
        download_gb: about how much has to be got, in units of 1,000,000,000 bytes.
        memory_gb: about how much memory it takes when loaded, of the graphics card or the computer.
    """

    name: str
    quantisation: str
    download_gb: float
    memory_gb: float

    def __post_init__(self) -> None:
        if ":" not in self.name.strip(":"):
            raise ValueError("name must have a tag")
        if not self.quantisation:
            raise ValueError("quantisation is empty")
        if not 0 < self.download_gb < MAX_GIGABYTES:
            raise ValueError(f"download_gb must be above 0 and below {MAX_GIGABYTES:g}")
        if not self.download_gb < self.memory_gb < MAX_GIGABYTES:
            raise ValueError(f"memory_gb must be above download_gb and below {MAX_GIGABYTES:g}")


@dataclass(frozen=True, slots=True)
class RecommendedWriter:
    """A language model worth trying.

    Args:
        name: with the tag, as Ollama gets it.
        title: as people call it.
        summary: one sentence: what it is good for.
        languages: those it writes well, as a phrase: "mostly English".
        quantisation, download_gb, memory_gb: as of a variant.
        variants: the same model at chosen precisions; may name the one behind `name` once more.
    """

    name: str
    title: str
    summary: str
    languages: str
    quantisation: str
    download_gb: float
    memory_gb: float
    variants: tuple[WriterVariant, ...] = ()

    def __post_init__(self) -> None:
        WriterVariant(self.name, self.quantisation, self.download_gb, self.memory_gb)
        if not self.title:
            raise ValueError("title is empty")
        if not self.languages:
            raise ValueError("languages is empty")
        if not self.summary.endswith("."):
            raise ValueError("summary must be a sentence")

    def is_called(self, name: str) -> bool:
        """Whether `name` is this model, at any precision."""
        return any(same_model(name, one) for one in self.names())

    def names(self) -> Iterator[str]:
        """All its names, the recommended one first."""
        yield self.name
        for variant in self.variants:
            yield variant.name


def find_writer(writers: Sequence[RecommendedWriter], name: str) -> RecommendedWriter | None:
    """The one of `writers` that `name` is, at any precision; None where it is not recommended."""
    return next((writer for writer in writers if writer.is_called(name)), None)


def parse_writers(text: str) -> tuple[RecommendedWriter, ...]:
    """The models written in `text` (TOML), in the order in which they are shown. Raises ValueError."""
    tables = tomllib.loads(text).get("writer", [])
    if not isinstance(tables, list) or not tables:
        raise ValueError("writer must be a list of tables")
    writers = tuple(_writer(table) for table in tables)
    names = [name for writer in writers for name in writer.names()]
    if twice := [name for name in names if names.count(name) > 1]:
        raise ValueError(f"{twice[0]} is there twice")
    return writers


_VARIANT: Final = frozenset(("name", "quantisation", "download_gb", "memory_gb"))
_WRITER: Final = _VARIANT | {"title", "summary", "languages", "variant"}


def _writer(table: Mapping[str, Any]) -> RecommendedWriter:
    name = table.get("name", "?")
    try:
        _check(table, _WRITER)
        variants = table.get("variant", [])
        if not isinstance(variants, list):
            raise ValueError("variant must be a list of tables")
        return RecommendedWriter(
            name=_text(table, "name"),
            title=_text(table, "title"),
            summary=_text(table, "summary"),
            languages=_text(table, "languages"),
            quantisation=_text(table, "quantisation"),
            download_gb=_number(table, "download_gb"),
            memory_gb=_number(table, "memory_gb"),
            variants=tuple(_variant(each) for each in variants),
        )
    except ValueError as error:
        raise ValueError(f"the language model {name} is wrong: {error}") from error


def _variant(table: Mapping[str, Any]) -> WriterVariant:
    _check(table, _VARIANT)
    return WriterVariant(
        name=_text(table, "name"),
        quantisation=_text(table, "quantisation"),
        download_gb=_number(table, "download_gb"),
        memory_gb=_number(table, "memory_gb"),
    )


def _check(table: Mapping[str, Any], fields: frozenset[str]) -> None:
    if unknown := sorted(set(table) - fields):
        raise ValueError(f"{unknown[0]} is no field of it")


def _text(table: Mapping[str, Any], field: str) -> str:
    value = table.get(field)
    if not isinstance(value, str):
        raise ValueError(f"{field} must be a text")
    return value.strip()


def _number(table: Mapping[str, Any], field: str) -> float:
    value = table.get(field)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(f"{field} must be a number")
    return float(value)
