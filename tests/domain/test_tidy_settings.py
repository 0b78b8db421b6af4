"""The settings of tidying: lines of replacements as the user writes them."""

from __future__ import annotations

import pytest

from app.domain.tidy import tidy
from app.domain.tidy_options import Replacement
from app.domain.tidy_settings import MAX_REPLACEMENT, TidySettings


def test_lines_become_replacements() -> None:
    settings = TidySettings(replacements=("say so = Sayso", "my sign=Kind regards\nAnna", "drop this ="))
    assert settings.options.replacements == (
        Replacement("say so", "Sayso"),
        Replacement("my sign", "Kind regards\nAnna"),
        Replacement("drop this", ""),
    )
    assert tidy("i use say so daily", "en", settings.options) == "I use Sayso daily"


@pytest.mark.parametrize("line", ["no sign", " = nothing said", "=", "a = " + "b" * MAX_REPLACEMENT])
def test_a_line_that_means_nothing_is_named(line: str) -> None:
    with pytest.raises(ValueError, match=r"^replacements"):
        TidySettings(replacements=("say so = Sayso", line))
