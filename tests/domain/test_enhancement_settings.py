from __future__ import annotations

from typing import Any

import pytest

from app.domain.enhancement_settings import EnhancementSettings


def test_the_defaults_are_valid() -> None:
    settings = EnhancementSettings()
    assert (settings.enabled, settings.model, settings.temperature) == (True, "mistral:7b-instruct", 0.3)
    assert settings.keep_alive_seconds == 1800


@pytest.mark.parametrize(("minutes", "seconds"), [(-1, -60), (0, 0), (2.5, 150)])
def test_minutes_become_seconds_and_below_zero_stays_so(minutes: float, seconds: float) -> None:
    assert EnhancementSettings(keep_alive_minutes=minutes).keep_alive_seconds == seconds


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("host", ""),
        ("host", "ftp://here"),
        ("model", " "),
        ("temperature", -0.1),
        ("temperature", 2.1),
        ("keep_alive_minutes", -2),
        ("keep_alive_minutes", -0.5),
        ("keep_alive_minutes", 10_081),
        ("vocabulary", ("Sayso", " ")),
        ("vocabulary", ("x" * 101,)),
        ("own_style", "x" * 401),
    ],
)
def test_a_wrong_field_is_named(field: str, value: Any) -> None:  # noqa: ANN401  any of its fields
    with pytest.raises(ValueError, match=f"^{field} "):
        EnhancementSettings(**{field: value})
