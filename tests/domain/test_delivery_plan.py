"""What becomes of a text by the settings in force."""

from __future__ import annotations

import pytest

from app.domain.delivery_plan import AS_HEARD, Plan, Way, may_enhance, plan_for
from app.domain.enhancement_settings import EnhancementSettings, InsertedText
from app.domain.tidy_settings import TidySettings
from app.domain.transcript import Segment, Transcript

HEARD = "um we meet on Tuesday at the the harbour"
TIDIED = "We meet on Tuesday at the harbour"


def of(text: str, model: str = "base") -> Transcript:
    return Transcript((Segment(f" {text}", 0.0, 2.0),), "en", 0.99, model, 2.0)


@pytest.mark.parametrize(
    ("insert", "way"),
    [
        (InsertedText.ENHANCED, Way.ENHANCED),
        (InsertedText.SPOKEN, Way.SPOKEN_FIRST),
        (InsertedText.REPLACED, Way.REPLACED),
    ],
)
def test_a_small_models_text_is_tidied_and_cleaned_up_as_set(insert: InsertedText, way: Way) -> None:
    plan = plan_for(of(HEARD), TidySettings(), EnhancementSettings(insert=insert))
    assert plan == Plan(way, TIDIED)
    assert plan.way.asks_writer


def test_a_large_models_text_is_tidied_alone_and_the_reason_said() -> None:
    plan = plan_for(of(HEARD, "large-v3"), TidySettings(), EnhancementSettings())
    assert (plan.way, plan.spoken) == (Way.SPOKEN, TIDIED)
    assert "large-v3" in plan.skipped
    assert not plan.way.asks_writer


def test_who_has_switched_it_off_is_not_told_each_time() -> None:
    assert plan_for(of(HEARD), TidySettings(), EnhancementSettings(enabled=False)) == Plan(spoken=TIDIED)


def test_a_rule_for_one_model_goes_before_what_is_usual() -> None:
    rules = EnhancementSettings(always=("large-v3",), never=("base",))
    assert plan_for(of(HEARD, "large-v3"), TidySettings(), rules).way is Way.ENHANCED
    assert plan_for(of(HEARD), TidySettings(), rules).way is Way.SPOKEN
    assert may_enhance("large-v3", rules)
    assert not may_enhance("base", rules)
    assert may_enhance("small", rules)
    assert not may_enhance("small", EnhancementSettings(enabled=False))


@pytest.mark.parametrize("folder", ["/models/my-large", "C:\\models\\my-large\\"])
def test_a_rule_for_a_folder_holds_for_what_its_model_writes(folder: str) -> None:
    # A transcript bears the last part of it.
    always, never = EnhancementSettings(always=(folder,)), EnhancementSettings(never=(folder,))
    assert plan_for(of(HEARD, "my-large"), TidySettings(), always).way is Way.ENHANCED
    assert plan_for(of(HEARD, "my-large"), TidySettings(), never).way is Way.SPOKEN
    assert may_enhance(folder, always)
    assert not may_enhance(folder, never)
    assert plan_for(of(HEARD, "other"), TidySettings(), never).way is Way.ENHANCED


def test_a_text_of_two_words_is_not_worth_it_whatever_the_model() -> None:
    plan = plan_for(of("thank you"), TidySettings(), EnhancementSettings())
    assert plan.way is Way.SPOKEN
    assert "short" in plan.skipped


def test_without_any_tidying_the_text_is_as_it_was_heard() -> None:
    off = TidySettings(fillers=False, stutters=False, capitals=False)
    assert plan_for(of(HEARD), off, EnhancementSettings()).spoken == HEARD
    assert AS_HEARD.spoken == ""
