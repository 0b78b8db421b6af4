"""The languages that Whisper can be told to write, by the codes it uses.

Source: the table LANGUAGES of openai/whisper, whisper/tokenizer.py (100 with Cantonese, which only the large
models of the third generation know).
"""

from __future__ import annotations

from typing import Final

from app.domain.models import EngineFacts
from app.domain.problems import EnglishOnly, Problem

ENGLISH: Final = "en"

_CODES: Final = """
af am ar as az ba be bg bn bo br bs ca cs cy da de el en es et eu fa fi fo fr gl gu ha haw he hi hr ht hu
hy id is it ja jw ka kk km kn ko la lb ln lo lt lv mg mi mk ml mn mr ms mt my ne nl nn no oc pa pl ps pt
ro ru sa sd si sk sl sn so sq sr su sv sw ta te tg th tk tl tr tt uk ur uz vi yi yo yue zh
"""

CODES: Final = frozenset(_CODES.split())


def language_problem(facts: EngineFacts, language: str) -> Problem | None:
    """Why the model in use does not write `language`, a code or empty to detect it; None where it does."""
    if facts.multilingual or language in ("", ENGLISH):
        return None
    return EnglishOnly(facts.model, language)
