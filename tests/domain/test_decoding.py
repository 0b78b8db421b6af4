from __future__ import annotations

from app.domain.decoding import beam_size_for, decoding_options
from app.domain.settings import SpeechSettings


def test_the_beam_suits_the_model_unless_it_is_set() -> None:
    assert beam_size_for("base", 0) == 5
    assert beam_size_for("tiny.en", 0) == 1
    assert beam_size_for("tiny", 3) == 3


def test_options_follow_the_settings() -> None:
    settings = SpeechSettings(
        language="de", best_of=3, log_probability_threshold=-0.8, minimum_silence_ms=300, hints=("Sayso",)
    )
    options = decoding_options(settings, word_times=True)
    assert options.language == "de"
    assert (options.best_of, options.log_probability_threshold) == (3, -0.8)
    assert (options.minimum_silence_ms, options.hints, options.word_times) == (300, ("Sayso",), True)
    assert decoding_options(SpeechSettings()).language is None
