"""How long Ollama is waited for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """In seconds: for a connection, for a short answer, for the first sign of a text while a model loads, and
    for each further one."""

    connect: float = 2.0
    answer: float = 10.0
    first_token: float = 600.0
    silence: float = 60.0
