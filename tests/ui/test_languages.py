"""Every language that can be set has a name to be shown."""

from __future__ import annotations

from app.domain.languages import CODES
from app.ui.languages import language_name, languages


def test_every_code_has_a_name_and_every_name_a_code() -> None:
    codes = [code for code, _ in languages()]
    assert len(codes) == len(set(codes))
    assert set(codes) == CODES
    names = [name for _, name in languages()]
    assert names == sorted(names)
    assert len(set(names)) == len(names)


def test_a_code_without_a_name_is_shown_as_it_is() -> None:
    assert (language_name("de"), language_name("xx")) == ("German", "xx")
