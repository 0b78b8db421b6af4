from __future__ import annotations

import pytest

from app.domain.enhancement_policy import Rule, Skipped, decide, is_accurate

TEXT = "so we meet on tuesday"


@pytest.mark.parametrize(
    "model", ["tiny", "base", "small", "tiny.en", "base.en", "small.en", "distil-small.en"]
)
def test_what_small_models_write_is_cleaned_up(model: str) -> None:
    decision = decide(TEXT, "en", model)
    assert (decision.enhance, decision.sentence) == (True, "")
    assert not decision.can_enhance_now


@pytest.mark.parametrize(
    "model",
    [
        "medium",
        "medium.en",
        "large-v3",
        "turbo",
        "distil-large-v3",
        "distil-medium.en",
        "/m/whisper-large-v3/",
    ],
)
def test_what_larger_models_write_is_not_and_that_is_said(model: str) -> None:
    decision = decide(TEXT, "en", model)
    name = model.strip("/").split("/")[-1]
    assert decision.skipped is Skipped.ACCURATE_ENOUGH
    assert decision.sentence == f"Not cleaned up: {name} writes well enough without it."
    assert decision.can_enhance_now


def test_a_model_of_which_nothing_is_known_is_cleaned_up() -> None:
    assert not is_accurate("C:\\models\\my-whisper")
    assert decide(TEXT, "en", "/models/my-whisper").enhance
    assert not is_accurate("/models/medium/base")


@pytest.mark.parametrize(
    ("model", "rule", "skipped"),
    [
        ("medium", Rule.ALWAYS, None),
        ("medium", Rule.AUTOMATIC, Skipped.ACCURATE_ENOUGH),
        ("medium", Rule.NEVER, Skipped.NEVER),
        ("base", Rule.ALWAYS, None),
        ("base", Rule.AUTOMATIC, None),
        ("base", Rule.NEVER, Skipped.NEVER),
    ],
)
def test_the_rule_of_a_model_can_be_set(model: str, rule: Rule, skipped: Skipped | None) -> None:
    assert decide(TEXT, "en", model, rules={model: rule, "other": Rule.NEVER}).skipped is skipped


@pytest.mark.parametrize(
    ("text", "language", "skipped"),
    [
        ("yes", "en", Skipped.TOO_SHORT),
        ("um yes uh please", "en", Skipped.TOO_SHORT),
        ("thank you", "en", Skipped.TOO_SHORT),
        ("thank you all", "en", None),
        ("好", "zh", Skipped.TOO_SHORT),
        ("我们今天去公园", "zh", None),
        ("", "en", Skipped.NOTHING_SAID),
        (" ... ", "en", Skipped.NOTHING_SAID),
        ("um, uh", "en", Skipped.NOTHING_SAID),
    ],
)
def test_what_is_too_short_is_left_alone(text: str, language: str, skipped: Skipped | None) -> None:
    assert decide(text, language, "base").skipped is skipped
    assert decide(text, language, "base", rules={"base": Rule.ALWAYS}).skipped is skipped


def test_switched_off_is_off_whatever_the_rule() -> None:
    decision = decide(TEXT, "en", "base", switched_on=False, rules={"base": Rule.ALWAYS})
    assert (decision.skipped, decision.sentence) == (Skipped.SWITCHED_OFF, "Clean-up is switched off.")


def test_each_reason_is_told_in_a_sentence() -> None:
    told = {
        decide(TEXT, "en", "base", switched_on=False).sentence,
        decide(TEXT, "en", "base", rules={"base": Rule.NEVER}).sentence,
        decide(TEXT, "en", "turbo").sentence,
        decide("yes", "en", "base").sentence,
        decide("", "en", "base").sentence,
    }
    assert len(told) == len(Skipped)
    assert all(sentence.endswith(".") and sentence[0].isupper() for sentence in told)
    assert not decide("", "en", "base").can_enhance_now
