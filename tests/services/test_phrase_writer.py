"""One dictation written down while it is spoken: what is decoded when, and what happens when that fails."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from app.domain.audio import Samples
from app.domain.decoding import DecodingOptions
from app.domain.dictation_events import SpeechEnded, TextHeard
from app.domain.problems import EngineDied, RecognitionFailed, TookLonger
from app.domain.settings import SpeechSettings
from app.domain.takes import windows
from app.domain.transcript import LiveText, Transcript
from app.services.events import ModelLoading, ModelReady, Noticed
from app.services.phrase_writer import PhraseWriter, Recording
from app.services.recognizers import Recognizers
from app.services.speech import SpeechService
from app.services.worker import Worker
from tests.fakes.speech import FakeLoader, FakeRecognizer, pool_of, transcript
from tests.fakes.time import FakeClock, FakeInbox

WINDOW = 512
OPTIONS = DecodingOptions()


def sound(count: int) -> Samples:
    return np.full(count * WINDOW, 0.1, np.float32)


def voice(seconds: float) -> list[float]:
    return [0.95] * windows(seconds)


def quiet(seconds: float) -> list[float]:
    return [0.02] * windows(seconds)


def loaded(recognizer: FakeRecognizer) -> Recognizers:
    return loaded_by(FakeLoader(recognizer))


def loaded_by(loader: FakeLoader) -> Recognizers:
    recognizers = Recognizers(pool_of(loader), lambda _: None)
    recognizers.load(SpeechSettings())
    return recognizers


def write(writer: PhraseWriter, speech: Sequence[float], *, piecewise: bool = True) -> None:
    """Let the writer hear `speech`, doing what it wants to do after each window."""
    for probability in speech:
        writer.hear(sound(1), [probability])
        while piecewise and writer.piece():
            pass


class CountingRecognizer(FakeRecognizer):
    """Says how many seconds of voice it heard, as words."""

    def __init__(self) -> None:
        super().__init__()
        self.said = lambda _, speech: " ".join(["word"] * (sum(one > 0.5 for one in speech) // 16)) or "word"


def test_a_closed_phrase_is_written_while_the_next_is_spoken() -> None:
    recognizer = CountingRecognizer()
    writer = PhraseWriter(loaded(recognizer), OPTIONS)
    write(writer, voice(2.0) + quiet(1.0))
    assert writer.live.settled == "word word word"
    write(writer, voice(1.0))
    assert writer.finish().text == "word word word word"
    assert recognizer.heard == []


def test_after_a_bet_the_end_needs_no_decode() -> None:
    recognizer = CountingRecognizer()
    writer = PhraseWriter(loaded(recognizer), OPTIONS)
    write(writer, voice(1.0) + quiet(0.2))
    decodes = len(recognizer.phrases)
    assert writer.finish().text == "word"
    assert len(recognizer.phrases) == decodes


def test_a_phrase_that_failed_is_mended_by_decoding_the_whole_once_more() -> None:
    problem = RecognitionFailed("engine")
    recognizer = FakeRecognizer(problem, "all of it")
    writer = PhraseWriter(loaded(recognizer), OPTIONS)
    write(writer, voice(1.0) + quiet(1.0) + voice(1.0))
    assert writer.finish().text == "all of it"
    assert writer.took_longer
    assert recognizer.heard == [(len(voice(1.0)) * 2 + len(quiet(1.0))) * WINDOW / 16_000]


def test_an_engine_that_dies_at_a_phrase_again_is_started_once_more_for_the_whole() -> None:
    dying = [FakeRecognizer(EngineDied("signal 9")) for _ in range(2)]
    loader = FakeLoader(*dying, FakeRecognizer("all of it"))
    writer = PhraseWriter(loaded_by(loader), OPTIONS)
    write(writer, voice(1.0) + quiet(1.0) + voice(1.0))
    assert [len(one.phrases) for one in dying] == [1, 1]
    assert len(loader.loaded) == 2
    assert writer.finish().text == "all of it"
    assert writer.took_longer
    assert len(loader.loaded) == 3


def test_speech_that_gave_no_words_is_decoded_once_more_as_a_whole() -> None:
    recognizer = FakeRecognizer()
    recognizer.said = lambda audio, speech: ""
    recognizer.answers = ["there were words"]
    writer = PhraseWriter(loaded(recognizer), OPTIONS)
    write(writer, voice(2.0) + quiet(1.0))
    assert writer.finish().text == "there were words"
    assert writer.took_longer


def test_a_cough_that_gave_no_words_is_not() -> None:
    recognizer = FakeRecognizer()
    recognizer.said = lambda audio, speech: ""
    writer = PhraseWriter(loaded(recognizer), OPTIONS)
    write(writer, voice(0.3) + quiet(1.0))
    assert writer.finish().text == ""
    assert not writer.took_longer
    assert recognizer.heard == []


def test_without_voice_detection_the_whole_is_decoded_at_the_end() -> None:
    recognizer = FakeRecognizer("all of it")
    writer = PhraseWriter(loaded(recognizer), replace(OPTIONS, voice_detection=False))
    write(writer, voice(2.0) + quiet(1.0))
    assert writer.finish().text == "all of it"
    assert recognizer.phrases == []


@pytest.mark.parametrize("heard", [0, 10])
def test_without_a_detector_the_whole_is_decoded_at_the_end(heard: int) -> None:
    recognizer = FakeRecognizer("all of it")
    writer = PhraseWriter(loaded(recognizer), OPTIONS)
    writer.hear(sound(100), [0.02] * heard)
    assert writer.finish().text == "all of it"
    assert not writer.took_longer


class Polyglot(FakeRecognizer):
    """Finds German wherever it is asked to find a language."""

    def __init__(self, probability: float) -> None:
        super().__init__()
        self.probability = probability

    def decode_phrase(
        self,
        audio: Samples,
        speech: Sequence[float],
        options: DecodingOptions,
        *,
        draft: bool = False,
        careful: bool = False,
        once: bool = False,
    ) -> Transcript:
        self.options.append(options)
        found = transcript("Wort", duration=len(audio) / 16_000)
        return replace(found, language=options.language or "de", language_probability=self.probability)


@pytest.mark.parametrize(("probability", "asked"), [(0.9, ["de"]), (0.4, [None])])
def test_the_language_is_found_once_where_it_is_sure(probability: float, asked: list[str | None]) -> None:
    recognizer = Polyglot(probability)
    writer = PhraseWriter(loaded(recognizer), OPTIONS)
    write(writer, voice(2.5) + quiet(1.0))
    before = len(recognizer.options)
    write(writer, voice(2.5) + quiet(0.5))
    result = writer.finish()
    assert {one.language for one in recognizer.options[before + 1 :]} == set(asked)
    assert (result.language, result.text) == ("de", "Wort Wort")


def test_a_recording_grows_without_losing_a_sample() -> None:
    recording = Recording()
    rng = np.random.default_rng(1)
    blocks = [rng.standard_normal(size).astype(np.float32) for size in (1, 300_000, 512, 700_000)]
    for block in blocks:
        recording.add(block)
    whole = np.concatenate(blocks)
    assert np.array_equal(recording.samples, whole)
    assert np.array_equal(recording.windows(3, 5), whole[3 * WINDOW : 5 * WINDOW])


class Sceptic(FakeRecognizer):
    """Takes every phrase of less than a second of voice for invented."""

    def decode_phrase(
        self,
        audio: Samples,
        speech: Sequence[float],
        options: DecodingOptions,
        *,
        draft: bool = False,
        careful: bool = False,
        once: bool = False,
    ) -> Transcript:
        is_short = sum(one > 0.5 for one in speech) < windows(1.0)
        words = {"suppressed": "hm"} if is_short else {}
        return transcript("" if is_short else "word", duration=len(audio) / 16_000, **words)


def test_a_suppressed_phrase_among_words_can_be_brought_back() -> None:
    writer = PhraseWriter(loaded(Sceptic()), OPTIONS)
    write(writer, voice(2.0) + quiet(1.0) + voice(0.8) + quiet(1.0) + voice(2.0) + quiet(1.0))
    result = writer.finish()
    assert (result.text, result.suppressed_text) == ("word word", "hm")
    assert 2.0 < result.suppressed[0].start < result.suppressed[0].end < 5.0


# --- through the service ---


class Bench:
    """A speech service whose inbox is worked off by hand, one thing at a time."""

    def __init__(self, recognizer: FakeRecognizer) -> None:
        self.posted: list[object] = []
        self.inbox = FakeInbox(FakeClock())
        self.service = SpeechService(
            self.inbox, pool_of(FakeLoader(recognizer)), self.posted.append, SpeechSettings()
        )
        self.service.prepare()
        self.inbox.run()
        self.posted.clear()

    def speak(self, id: int, speech: Sequence[float]) -> None:
        for probability in speech:
            self.service.hear(id, sound(1), [probability])
            self.inbox.run()

    @property
    def lives(self) -> list[LiveText]:
        return [one.text for one in self.posted if isinstance(one, TextHeard)]


def test_words_are_told_while_they_are_spoken_and_settled_ones_only_grow() -> None:
    bench = Bench(CountingRecognizer())
    bench.service.begin(1, "r")
    bench.speak(1, voice(1.0) + quiet(1.0) + voice(1.0) + quiet(0.2))
    assert bench.lives[0].tentative == "word"
    assert bench.lives[-1] == LiveText("word", "word")
    bench.service.finish(1)
    bench.inbox.run()
    ended = bench.posted[-1]
    assert isinstance(ended, SpeechEnded)
    assert ended.transcript.text == "word word"


def test_between_two_phrases_the_inbox_comes_first() -> None:
    recognizer = CountingRecognizer()
    bench = Bench(recognizer)
    bench.service.begin(1, "r")
    for _ in range(3):
        bench.service.hear(1, sound(len(voice(1.0) + quiet(1.0))), voice(1.0) + quiet(1.0))
    bench.service.begin(2, "r2")
    while not recognizer.phrases:
        bench.inbox.step()
    bench.service.abandon(1)
    bench.inbox.run()
    assert len(recognizer.phrases) == 1


def test_a_dictation_that_took_longer_says_so() -> None:
    problem = RecognitionFailed("engine")
    bench = Bench(FakeRecognizer(problem, "all of it"))
    bench.service.begin(1, "r")
    bench.speak(1, voice(1.0) + quiet(1.0))
    bench.service.finish(1)
    bench.inbox.run()
    ended, noticed = bench.posted[-2:]
    assert isinstance(ended, SpeechEnded)
    assert ended.transcript.text == "all of it"
    assert isinstance(noticed, Noticed)
    assert isinstance(noticed.problem, TookLonger)
    assert noticed.subject == "r"


class HeldRecognizer(FakeRecognizer):
    """Decodes until it is let go, as a running call does that nobody can interrupt."""

    def __init__(self) -> None:
        super().__init__()
        self.entered = threading.Semaphore(0)
        self.may_go = threading.Semaphore(0)

    def decode_phrase(
        self,
        audio: Samples,
        speech: Sequence[float],
        options: DecodingOptions,
        *,
        draft: bool = False,
        careful: bool = False,
        once: bool = False,
    ) -> Transcript:
        self.entered.release()
        assert self.may_go.acquire(timeout=10)
        return super().decode_phrase(audio, speech, options, draft=draft, careful=careful, once=once)


def test_cancelled_during_a_decode_the_result_is_dropped_and_the_next_dictation_follows_at_once() -> None:
    recognizer, posted, failures = HeldRecognizer(), [], list[Exception]()
    answered = threading.Event()

    def post(event: object) -> None:
        posted.append(event)
        if isinstance(event, SpeechEnded):
            answered.set()

    worker = Worker("speech", FakeClock(), failures.append)
    worker.start()
    service = SpeechService(worker, pool_of(FakeLoader(recognizer)), post, SpeechSettings())
    service.prepare()
    service.begin(1, "r1")
    service.hear(1, sound(len(voice(1.0) + quiet(0.3))), voice(1.0) + quiet(0.3))
    assert recognizer.entered.acquire(timeout=10)
    service.abandon(1)  # returns at once, although the call is running
    service.begin(2, "r2")
    service.hear(2, sound(len(voice(1.0) + quiet(0.3))), voice(1.0) + quiet(0.3))
    service.finish(2)
    recognizer.may_go.release()
    assert recognizer.entered.acquire(timeout=10)
    recognizer.may_go.release()
    assert answered.wait(10)
    worker.close()
    assert [one.id for one in posted if isinstance(one, SpeechEnded | TextHeard)] == [2]
    assert len(recognizer.phrases) == 2
    assert failures == []


def test_released_during_a_decode_the_answer_comes_when_it_returns() -> None:
    calls: list[str] = []
    bench = Bench(recognizer := FakeRecognizer())

    def said(audio: Samples, speech: Sequence[float]) -> str:
        if len(audio) < 16_000:
            return ""  # the draft of the first words
        if not calls:
            # The key comes up while the call runs; the tail and the end wait in the inbox.
            bench.service.released(1)
            bench.service.hear(1, sound(4), [0.02] * 4)
            bench.service.finish(1)
        calls.append("decode")
        return "word"

    recognizer.said = said
    bench.service.begin(1, "r")
    bench.speak(1, voice(1.0) + quiet(0.2))
    ended = bench.posted[-1]
    assert isinstance(ended, SpeechEnded)
    assert ended.transcript.text == "word"
    assert calls == ["decode"]


def test_a_graphics_card_that_fails_at_a_phrase_is_replaced_by_the_processor() -> None:
    card = FakeRecognizer(RecognitionFailed("cuBLAS"))
    card.facts = replace(card.facts, device="cuda")
    posted: list[object] = []
    recognizers = Recognizers(pool_of(FakeLoader(card, FakeRecognizer("draft", "word"))), posted.append)
    recognizers.load(SpeechSettings())
    writer = PhraseWriter(recognizers, OPTIONS)
    write(writer, voice(1.0) + quiet(0.2))
    assert writer.finish().text == "word"
    assert not writer.took_longer
    assert [type(one) for one in posted] == [ModelLoading, ModelReady, ModelLoading, ModelReady]
