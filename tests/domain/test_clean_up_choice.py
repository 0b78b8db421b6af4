"""The switch and the rules of the clean-up as one choice, and back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.clean_up_choice import CleanUpChoice, clean_up_choice, with_clean_up
from app.domain.enhancement_settings import EnhancementSettings
from app.domain.settings import Settings, SpeechSettings


def settings(*, enabled: bool = True, always: tuple[str, ...] = (), never: tuple[str, ...] = ()) -> Settings:
    part = EnhancementSettings(enabled=enabled, always=always, never=never)
    return Settings(speech=SpeechSettings(model="small"), enhancement=part)


@pytest.mark.parametrize(
    ("held", "choice"),
    [
        (settings(), CleanUpChoice.BY_MODEL),
        (settings(always=("base",), never=("tiny",)), CleanUpChoice.BY_MODEL),
        (settings(always=("base", "small")), CleanUpChoice.ALWAYS),
        (settings(never=("small",)), CleanUpChoice.OFF),
        (settings(enabled=False), CleanUpChoice.OFF),
        (settings(enabled=False, always=("small",)), CleanUpChoice.OFF),
    ],
)
def test_what_holds_is_that_of_the_model_in_use(held: Settings, choice: CleanUpChoice) -> None:
    assert clean_up_choice(held) is choice


@pytest.mark.parametrize("choice", CleanUpChoice)
@pytest.mark.parametrize(
    "before",
    [
        settings(),
        settings(enabled=False),
        settings(always=("small", "base"), never=("tiny",)),
        settings(always=("base",), never=("small", "tiny")),
    ],
)
def test_what_is_chosen_holds_and_the_rules_of_other_models_stay(
    before: Settings, choice: CleanUpChoice
) -> None:
    after = with_clean_up(before, choice)
    assert clean_up_choice(after) is choice
    for rules in ("always", "never"):
        others = [[n for n in getattr(s.enhancement, rules) if n != "small"] for s in (before, after)]
        assert others[0] == others[1]
    assert replace(after, enhancement=before.enhancement) == before
    assert with_clean_up(after, choice) == after


def test_off_and_back_keeps_the_rule_of_the_model() -> None:
    before = settings(always=("small",))
    off = with_clean_up(before, CleanUpChoice.OFF)
    assert with_clean_up(off, CleanUpChoice.ALWAYS) == before
