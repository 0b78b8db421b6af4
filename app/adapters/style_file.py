"""What comes with Sayso for the clean-up, read from data files: the styles, and the recommended models.

Fails with ValueError when the data itself is wrong.
"""

from __future__ import annotations

import importlib.resources
from typing import Final

from app.domain.styles import Styles, parse_styles
from app.domain.writer_catalogue import RecommendedWriter, parse_writers

STYLES_FILE: Final = "styles.toml"
WRITERS_FILE: Final = "writers.toml"


def bundled_styles() -> Styles:
    """The styles that come with Sayso."""
    return parse_styles(_text(STYLES_FILE))


def bundled_writers() -> tuple[RecommendedWriter, ...]:
    """The language models that Sayso recommends, in the order in which they are shown."""
    return parse_writers(_text(WRITERS_FILE))


def _text(file: str) -> str:
    return importlib.resources.files("resources").joinpath(file).read_text(encoding="utf-8")
