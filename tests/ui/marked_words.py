"""All words that were given to a translator in marks, so that those that were not are seen."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QTranslator

BEGIN: Final = "⟦"
END: Final = "⟧"

_MARKED: Final = re.compile(f"{BEGIN}[^{BEGIN}{END}]*{END}")
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_MARKUP: Final = re.compile(r"<[^>]*>")


class MarkedWords(QTranslator):
    """Stands in for a translation; Qt's own words are left to Qt."""

    def isEmpty(self) -> bool:
        return False

    def translate(
        self, context: bytes | str, source: bytes | str, disambiguation: object = None, n: int = -1
    ) -> str | None:
        name = context if isinstance(context, str) else context.decode()
        text = source if isinstance(source, str) else source.decode()
        return None if name.startswith("QS") else f"{BEGIN}{text}{END}"


def untranslated(text: str, names: Iterable[str]) -> list[str]:
    """The words of `text` outside all marks, but for `names`, regular expressions."""
    text = _MARKUP.sub("", text)
    while (rest := _MARKED.sub("", text)) != text:
        text = rest
    for name in names:
        text = re.sub(rf"(?<!\w)(?:{name})(?!\w)", "", text)
    return _WORD.findall(text)
