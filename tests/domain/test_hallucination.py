from __future__ import annotations

import pytest

from app.domain.hallucination import Signal, sift, signals
from app.domain.invented_phrases import BEGINNINGS, WHOLE, plain
from app.domain.transcript import Segment

SILENCE = [0.02] * 200
SPEECH = [0.95] * 200


def segment(text: str, end: float = 2.0, **confidence: float) -> Segment:
    return Segment(
        text,
        0.0,
        end,
        average_log_probability=confidence.get("log_probability", -0.3),
        no_speech_probability=confidence.get("no_speech", 0.05),
        compression_ratio=confidence.get("compression", 1.2),
    )


@pytest.mark.parametrize(
    ("one", "windows", "expected"),
    [
        (segment(" We met at noon."), SPEECH, set()),
        (segment(" We met at noon."), SILENCE, {Signal.LITTLE_SPEECH}),
        (segment(" We met at noon.", no_speech=0.7), SPEECH, {Signal.NO_SPEECH}),
        (segment(" We met at noon.", log_probability=-1.1), SPEECH, {Signal.UNSURE}),
        (segment(" We met at noon.", compression=2.5), SPEECH, {Signal.REPETITIVE}),
        (segment(" We met at noon in the large hall."), SPEECH, set()),
        (segment(" We met at noon in the large hall.", end=0.4), SPEECH, {Signal.TOO_FAST}),
        (segment(" Thank you."), SPEECH, {Signal.KNOWN_PHRASE}),
    ],
)
def test_each_signal_speaks_alone(one: Segment, windows: list[float], expected: set[Signal]) -> None:
    assert signals(one, windows) == expected


def test_one_signal_deletes_nothing_and_two_do() -> None:
    spoken = segment(" Thank you.")
    assert sift([spoken], SPEECH) == ((spoken,), ())
    assert sift([spoken], SILENCE) == ((), (spoken,))


def test_a_last_word_that_alignment_has_squeezed_is_not_too_fast() -> None:
    # As measured on a recording that ends with it: 0.32 s of speech after a short pause, of which alignment
    # gave it 0.14 s.
    windows = [0.95] * 150 + [0.2] * 6 + [0.95] * 10 + [0.02] * 40
    before = Segment(" That should be all.", 3.2, 4.8)
    thanks = Segment(" Thanks!", 4.95, 5.09)
    assert sift([before, thanks], windows) == ((before, thanks), ())


def test_one_that_has_no_speech_of_its_own_is_too_fast() -> None:
    before = Segment(" That should be all.", 3.2, 4.8)
    thanks = Segment(" Thanks!", 4.8, 4.9)
    after = Segment(" And here is more of it.", 4.9, 6.4)
    assert sift([before, thanks, after], SPEECH) == ((before, after), (thanks,))
    assert sift([before, thanks], [0.95] * 150 + [0.02] * 50) == ((before,), (thanks,))


def test_one_without_any_time_is_told_by_the_speech_around_it() -> None:
    timeless = Segment(" Thank you.", 5.0, 5.0)
    assert Signal.TOO_FAST not in signals(timeless, SPEECH)
    assert Signal.TOO_FAST in signals(timeless, SILENCE)


def test_a_quiet_voice_on_the_telephone_may_say_thank_you() -> None:
    # As measured on a recorded call: the detector reaches 0.89 in a third of the windows.
    windows = [0.03] * 40 + [0.6, 0.75, 0.89] * 8
    spoken = segment(" Thank you.", log_probability=-0.58)
    assert sift([spoken], windows) == ((spoken,), ())


def test_a_moment_of_voice_in_a_long_noise_is_hardly_speech() -> None:
    windows = [0.02] * 900 + [0.9] * 20
    at_the_moment = Segment(" Thank you.", 28.8, 29.4)
    assert Signal.LITTLE_SPEECH in signals(at_the_moment, windows)


def test_a_segment_that_says_the_same_as_its_neighbour_repeats_itself() -> None:
    loop = [segment(" I'm going to play the game.") for _ in range(3)]
    kept, suppressed = sift(loop, SILENCE)
    assert kept == ()
    assert len(suppressed) == 3
    assert sift(loop, SPEECH)[1] == ()


def test_hints_given_back_are_a_known_phrase() -> None:
    echo = segment(" Sayso, Kubernetes")
    assert Signal.KNOWN_PHRASE in signals(echo, SPEECH, ("Sayso", "Kubernetes", "Grafana"))
    assert signals(segment(" Start Sayso"), SPEECH, ("Sayso", "Kubernetes")) == frozenset()
    assert signals(segment(" bern"), SPEECH, ("Sayso", "Kubernetes")) == frozenset()


def test_punctuation_alone_is_no_text() -> None:
    assert Signal.KNOWN_PHRASE in signals(segment(" ..."), SPEECH)


@pytest.mark.parametrize(
    "text",
    [
        " You",
        " Thanks for watching!",
        " Vielen Dank.",
        " ご視聴ありがとうございました",
        " Untertitel der Amara.org-Community",
        " Sous-titrage ST' 501",
        " Bye-bye.",
        " Спасибо!",
    ],
)
def test_phrases_are_known_in_several_languages(text: str) -> None:
    assert signals(segment(text), SPEECH) == {Signal.KNOWN_PHRASE}


def test_words_that_only_begin_like_a_phrase_are_not_known() -> None:
    assert signals(segment(" You are late."), SPEECH) == frozenset()
    assert signals(segment(" Thank you for the cake."), SPEECH) == frozenset()


def test_the_phrases_are_written_as_they_are_compared() -> None:
    assert all(plain(phrase) == phrase for phrase in (*WHOLE, *BEGINNINGS))
