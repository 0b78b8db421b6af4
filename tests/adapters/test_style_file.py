"""The data files are found and read as they come with the program."""

from __future__ import annotations

from importlib.resources import files

from app.adapters.style_file import bundled_styles, bundled_writers
from app.domain.styles import parse_styles
from app.domain.writer_catalogue import parse_writers


def test_the_bundled_styles_are_those_of_the_file() -> None:
    text = files("resources").joinpath("styles.toml").read_text(encoding="utf-8")
    assert bundled_styles().all == parse_styles(text).all


def test_the_recommended_models_are_those_of_the_file() -> None:
    text = files("resources").joinpath("writers.toml").read_text(encoding="utf-8")
    assert bundled_writers() == parse_writers(text)
    assert len(bundled_writers()) > 5
