"""The guard on single cases: what is kept, what is refused and by which check, and what it says of it."""

from __future__ import annotations

from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.guard.guard import judge
from app.domain.guard.language import words
from app.domain.guard.verdict import Verdict
from app.domain.styles import Allowance, Check, Style, Styles, parse_styles
from tests.domain.guard.cases import cases


def bundled() -> Styles:
    return parse_styles(files("resources").joinpath("styles.toml").read_text(encoding="utf-8"))


GOOD = cases("good")
BAD = cases("bad")
STYLES = bundled()
CLEAN_UP = STYLES.default
WORDS = sorted(words("the parcel house garden we send tomorrow 12 seven not Anna on friday letter she and"))


def verdict(style: str, language: str, spoken: str, written: str) -> Verdict:
    found = STYLES.find(style)
    assert found is not None
    return judge(spoken, written, found, language)


def told(found: Verdict) -> list[str]:
    return [f"{reason.check}: {reason.sentence}" for reason in found.reasons]


@pytest.mark.parametrize(("kind", "style", "language", "spoken", "written"), GOOD)
def test_a_good_clean_up_is_kept(kind: str, style: str, language: str, spoken: str, written: str) -> None:
    assert told(verdict(style, language, spoken, written)) == [], kind


@pytest.mark.parametrize(("check", "style", "language", "spoken", "written"), BAD)
def test_a_bad_clean_up_is_refused_by_its_check(
    check: str, style: str, language: str, spoken: str, written: str
) -> None:
    found = verdict(style, language, spoken, written)
    assert not found.accepted
    assert Check(check) in {reason.check for reason in found.reasons}, told(found)


@pytest.mark.parametrize(("check", "style", "language", "spoken", "written"), BAD)
def test_each_reason_is_a_plain_sentence(
    check: str, style: str, language: str, spoken: str, written: str
) -> None:
    for reason in verdict(style, language, spoken, written).reasons:
        assert reason.sentence.endswith(".")
        assert len(reason.sentence) < 160
        assert "#" not in reason.sentence
        assert "please" not in reason.sentence.casefold().replace(spoken.casefold(), "")


@pytest.mark.parametrize(("kind", "style", "language", "spoken", "written"), GOOD)
def test_what_was_said_itself_is_always_kept(
    kind: str, style: str, language: str, spoken: str, written: str
) -> None:
    assert told(verdict(style, language, spoken, spoken)) == [], kind


def test_the_words_concerned_are_told() -> None:
    found = verdict("clean-up", "en", "it costs fifteen dollars", "It costs $50.")
    assert [(reason.check, reason.spoken, reason.written) for reason in found.reasons] == [
        (Check.NUMBERS, ("fifteen",), ("50",))
    ]
    assert found.reasons[0].sentence == "The number “fifteen” became “50”."


def test_nothing_written_for_something_spoken_is_refused() -> None:
    assert not judge("the parcel is late", "  \n", CLEAN_UP).accepted
    assert judge("", "", CLEAN_UP).accepted


def test_a_term_of_the_vocabulary_may_replace_what_sounds_like_it() -> None:
    spoken, written = "we run it on cooper netties now", "We run it on Kubernetes now."
    assert not judge(spoken, written, CLEAN_UP, "en").accepted
    assert judge(spoken, written, CLEAN_UP, "en", ["Kubernetes"]).accepted
    # But not something else.
    assert not judge("we run it on my laptop now", written, CLEAN_UP, "en", ["Kubernetes"]).accepted


def test_a_term_of_the_vocabulary_is_a_name_without_a_capital() -> None:
    notes = STYLES.find("notes")
    assert notes is not None
    spoken, written = "the new kubectl and the old pump are broken", "- New and old pump broken"
    found = judge(spoken, written, notes, "en", ["kubectl"])
    assert Check.NAMES in {reason.check for reason in found.reasons}


def styled(*allows: Allowance, off: frozenset[Check] = frozenset()) -> Style:
    return Style("test", "Test", "Tidy.", allows=frozenset(allows), checks_off=off)


@pytest.mark.parametrize(
    ("allowance", "spoken", "written"),
    [
        (Allowance.ADD_GREETING, "the parcel is here", "Hello,\n\nThe parcel is here.\n\nKind regards"),
        (Allowance.LISTS, "milk and bread", "- Milk\n- Bread"),
        (
            Allowance.DROP_WORDS,
            "the long report is ready on the large table",
            "The report is ready on the table.",
        ),
        (
            Allowance.REORDER,
            "after lunch near the harbour we visit the castle",
            "We visit the castle near the harbour after lunch.",
        ),
        (Allowance.CHANGE_LANGUAGE, "the house is big and we like it", "Das Haus ist groß und wir mögen es."),
        (
            Allowance.REWORD,
            "we got the letter and need help with the reply",
            "We received the letter and require assistance with the reply.",
        ),
    ],
)
def test_what_a_style_allows_passes_and_is_refused_without(
    allowance: Allowance, spoken: str, written: str
) -> None:
    assert told(judge(spoken, written, styled(allowance), "en")) == []
    assert not judge(spoken, written, styled(), "en").accepted


@pytest.mark.parametrize(
    "check", [check for check in Check if check not in ("numbers", "names", "negations")]
)
def test_a_check_that_is_off_does_not_speak(check: Check) -> None:
    off = styled(off=frozenset({check}))
    for _, _, language, spoken, written in BAD:
        assert check not in {reason.check for reason in judge(spoken, written, off, language).reasons}


@settings(deadline=None)
@given(st.text(max_size=80), st.text(max_size=80), st.sampled_from(["", "en", "de", "fr", "zh", "xx"]))
def test_every_text_gets_a_verdict(spoken: str, written: str, language: str) -> None:
    found = judge(spoken, written, CLEAN_UP, language)
    assert found.accepted == (not found.reasons)
    assert judge(spoken, written, CLEAN_UP, language) == found


plain_words = st.lists(
    st.sampled_from(WORDS),
    min_size=1,
    max_size=40,
).map(" ".join)


@settings(deadline=None)
@given(plain_words)
def test_an_unchanged_text_is_kept_and_a_new_word_is_not(spoken: str) -> None:
    assert told(judge(spoken, spoken, CLEAN_UP, "en")) == []
    assert not judge(spoken, spoken + " zebra", CLEAN_UP, "en").accepted
