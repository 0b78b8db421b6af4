"""Sentences of the domain are recognised with their gaps filled, and put into another language whole."""

from __future__ import annotations

import pytest

from app.domain.guard.case import quoted
from app.domain.problems import MicrophoneLost, MicrophoneMuted
from app.ui.sentences import Sentences

WORDS = {
    "The microphone": "Das Mikrofon",
    "The microphone “%1”": "Das Mikrofon „%1“",
    "%1 went away while you were speaking.": "%1 ist beim Sprechen verschwunden.",
    "%1 sends only silence.": "Nur Stille kommt von: %1.",
    "The %1, could not be used: %2.": "Nicht verwendbar (%2): %1.",
    "graphics card": "Grafikkarte",
    "its driver does not answer": "der Treiber antwortet nicht",
    "“%1”": "„%1“",
    "%1 and %2": "%1 und %2",
    "%1 were not said.": "Nicht gesagt: %1.",
    "%1 is missing.": "Es fehlt: %1.",
    "%1 takes about %2 MB with %3.": "%1 braucht mit %3 etwa %2 MB.",
    "A short sentence takes %1 s with it.": "Ein kurzer Satz dauert %1 s.",
    "Sayso %1 is there.": "Es gibt Sayso %1.",
    "the %1": "die %1",
    "%1 cores": "%1 Kerne",
    "%1 MB free": "%1 MB frei",
}


@pytest.fixture
def sentences() -> Sentences:
    """German, as far as the words above go."""
    return Sentences(WORDS, WORDS.get, lambda value, decimals: f"{value:.{decimals}f}".replace(".", ","))


@pytest.mark.parametrize(
    ("english", "german"),
    [
        ("The microphone", "Das Mikrofon"),
        (MicrophoneLost().sentence, "Das Mikrofon ist beim Sprechen verschwunden."),
        (MicrophoneMuted("Yeti, left").sentence, "Nur Stille kommt von: Das Mikrofon „Yeti, left“."),
        (
            "The graphics card, float16, could not be used: its driver does not answer.",
            "Nicht verwendbar (der Treiber antwortet nicht): Grafikkarte, float16.",
        ),
        (
            "The graphics card, could not be used: AMD, 4 cores, 21,000 MB free.",
            "Nicht verwendbar (AMD, 4 Kerne, 21000 MB frei): Grafikkarte.",
        ),
        ("The processor, int8, could not be used: why.", "Nicht verwendbar (why): processor, int8."),
        (f"{quoted(['a', 'b', 'c'])} were not said.", "Nicht gesagt: „a“, „b“ und „c“."),
        ("“a” is missing. “b” and “c” were not said.", "Es fehlt: „a“. Nicht gesagt: „b“ und „c“."),
        ("“a” is missing. Nobody knows why.", "Es fehlt: „a“. Nobody knows why."),
    ],
    ids=["plain", "word", "quoted", "parts", "figures", "unknown-gaps", "list", "several", "one-of-two"],
)
def test_a_sentence_is_put_into_the_other_language(sentences: Sentences, english: str, german: str) -> None:
    assert sentences.told(english) == german


@pytest.mark.parametrize(
    "text",
    ["", "Nobody said this.", "Tom and Jerry.mp4", "the “graphics card” and more", "graphics cards", "%1"],
)
def test_what_is_not_recognised_stays(sentences: Sentences, text: str) -> None:
    assert sentences.told(text) == text


def test_what_somebody_named_is_not_translated(sentences: Sentences) -> None:
    assert sentences.told("The microphone “graphics card” sends only silence.") == (
        "Nur Stille kommt von: Das Mikrofon „graphics card“."
    )


def test_figures_are_written_as_the_language_does_and_versions_are_none(sentences: Sentences) -> None:
    assert sentences.told("base takes about 1,250 MB with int8.") == "base braucht mit int8 etwa 1250 MB."
    assert sentences.told("A short sentence takes 0.5 s with it.") == "Ein kurzer Satz dauert 0,5 s."
    assert sentences.told("Sayso 0.5 is there.") == "Es gibt Sayso 0.5."
