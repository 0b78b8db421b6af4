"""A stored recording is decoded by a model of the user's choice."""

from __future__ import annotations

from app.domain.problems import RecognitionFailed
from app.services.events import NotTranscribedAnew, TranscribedAnew
from tests.fakes.speech import FakeRecognizer
from tests.services.test_speech import BLOCK, Bench


def test_another_model_decodes_it_with_the_times_of_words_and_the_one_in_use_stays() -> None:
    used, other = FakeRecognizer("a dictation"), FakeRecognizer("by the other")
    bench = Bench(used, other).ready()
    bench.service.transcribe_by("small", "rec", BLOCK)
    bench.inbox.run()
    (anew,) = bench.posted
    assert isinstance(anew, TranscribedAnew)
    assert (anew.recording, anew.transcript.text) == ("rec", "by the other")
    assert other.options[0].word_times
    assert [one.model for one in bench.loader.loaded] == ["base", "small"]
    bench.speak(1)
    bench.service.finish(1)
    bench.inbox.run()
    assert bench.ended() == {1: "a dictation"}


def test_without_a_choice_the_one_in_use_decodes_it() -> None:
    bench = Bench(FakeRecognizer("once more")).ready()
    bench.service.transcribe_by("", "rec", BLOCK)
    bench.inbox.run()
    (anew,) = bench.posted
    assert isinstance(anew, TranscribedAnew)
    assert anew.transcript.text == "once more"
    assert len(bench.loader.loaded) == 1


def test_what_fails_is_told() -> None:
    problem = RecognitionFailed("engine")
    bench = Bench(FakeRecognizer(problem)).ready()
    bench.service.transcribe_by("", "rec", BLOCK)
    bench.inbox.run()
    assert bench.posted == [NotTranscribedAnew("rec", problem)]
