"""Cleaning a transcript up: stretch by stretch, behind everything else, with times that stay."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from app.domain.enhancement import EnhancementEnded
from app.domain.file_transcript import Cue, FileTranscript
from app.domain.problems import Problem, Unexpected, WriterNotRunning, WritingLimitReached
from app.domain.writing import RunningModel, WriteRequest
from app.services.file_events import CleaningEnded, CueCleaned
from app.services.transcript_cleaning import POLL_SECONDS, UNTOLD, SharedModel, TranscriptCleaning
from app.services.writing import WritingService
from tests.fakes import FakeClock, FakeInbox, ScriptedWriter
from tests.services.writing_bench import SETTINGS, SPOKEN, STYLES, WRITTEN, Answer

JOB = 7
CUES = (
    "so um the train leaves",
    "at eight and we need two tickets for it.",
    "The the others come by car, they bring the ladder and the long",
    "rope, the red paint, twelve boards, a box of nails and all the tools that are still missing here.",
    "We do not know where the key to the cellar is, so somebody has to ask the neighbour about it today, "
    "and also whether he still has the saw that he borrowed in the spring and has to bring back.",
    "My brother repairs the broken door.",
)
CLEAN = (
    "So the train leaves at eight and we need two tickets for it. The others come by car, they bring the "
    "ladder and the long rope, the red paint, twelve boards, a box of nails and all the tools that are still "
    "missing here.",
    "We do not know where the key to the cellar is, so somebody has to ask the neighbour about it today, and "
    "also whether he still has the saw that he borrowed in the spring and has to bring back. My brother "
    "repairs the broken door.",
)
PUT = (
    (
        "So the train leaves",
        "at eight and we need two tickets for it.",
        "The others come by car, they bring the ladder and the long",
        CUES[3],
    ),
    CUES[4:],
)


def transcript(*texts: str) -> FileTranscript:
    cues = tuple(Cue(float(at), at + 1.0, text) for at, text in enumerate(texts))
    return FileTranscript("talk.mp3", cues, "en", "base", float(len(texts)))


class InterruptedWriter(ScriptedWriter):
    """Does `at_write` when the first request runs, before a word of it is written."""

    at_write: Callable[[], None] | None = None

    def begin(self, kind: str, request: WriteRequest) -> str | Problem | tuple[str, Problem]:
        answer = super().begin(kind, request)
        act, self.at_write = self.at_write, None
        if act is not None:
            act()
        return answer


class Bench:
    """Both services of the writing worker, whose inbox is worked off by hand."""

    def __init__(self, *answers: Answer) -> None:
        self.inbox = FakeInbox(FakeClock())
        self.writer = InterruptedWriter(*answers)
        self.writer.loaded = [RunningModel(SETTINGS.model, 1000, 1.0, None, None)]
        self.posted: list[object] = []
        self.when: Callable[[object], None] = lambda _: None
        self.is_idle = True
        self.writing = WritingService(self.inbox, self.writer, self._post, STYLES, SETTINGS, self._idle)
        shared = SharedModel(self.writing.runs, self.writing.model, self._idle)
        self.cleaning = TranscriptCleaning(self.inbox, self.writer, self._post, SETTINGS, shared)

    def _idle(self) -> bool:
        return self.is_idle

    def _post(self, event: object) -> None:
        self.posted.append(event)
        self.when(event)

    def clean(self, *texts: str, job: int = JOB, style: str = "") -> None:
        self.cleaning.clean(job, transcript(*texts), style)
        self.inbox.run()

    @property
    def cleaned(self) -> list[CueCleaned]:
        return [one for one in self.posted if isinstance(one, CueCleaned)]

    @property
    def ends(self) -> list[CleaningEnded]:
        return [one for one in self.posted if isinstance(one, CleaningEnded)]

    @property
    def asked(self) -> list[str]:
        """The texts that the model was asked for, in order."""
        return [
            request.messages[-1].content.removeprefix("Dictated:\n").rpartition("\n\n")[0]
            for kind, request in self.writer.asked
            if kind == "write"
        ]


def test_a_transcript_is_cleaned_up_in_its_own_cues() -> None:
    bench = Bench(*CLEAN)
    bench.clean(*CUES)
    assert bench.asked == [" ".join(CUES[:4]), " ".join(CUES[4:])]
    assert bench.cleaned == [CueCleaned(JOB, 0, PUT[0]), CueCleaned(JOB, 4, PUT[1])]
    assert bench.ends == [CleaningEnded(JOB)]
    assert bench.posted[-1] == CleaningEnded(JOB)


def test_what_was_cleaned_up_goes_along_with_what_follows() -> None:
    bench = Bench(*CLEAN)
    bench.clean(*CUES)
    first, second = (request for kind, request in bench.writer.asked if kind == "write")
    assert first.num_ctx == second.num_ctx
    assert second.messages[: len(first.messages) - 1] == first.messages[:-1]


def test_what_the_guard_refuses_stays_as_it_was() -> None:
    bench = Bench("The moon is made of cheese, and the king of France is bald.", CLEAN[1])
    bench.clean(*CUES)
    refused, kept = bench.cleaned
    assert (refused.kept, refused.first, refused.texts) == (False, 0, CUES[:4])
    assert refused.sentence.endswith(".")
    assert kept == CueCleaned(JOB, 4, PUT[1])
    assert bench.ends == [CleaningEnded(JOB)]


def test_what_cannot_be_told_apart_stays_as_it_was() -> None:
    bench = Bench("Send the plan to me today by email.")
    bench.clean("send the plan to me today by e", "mail")
    assert bench.cleaned == [
        CueCleaned(JOB, 0, ("send the plan to me today by e", "mail"), kept=False, sentence=UNTOLD)
    ]


def test_a_stretch_that_the_model_does_not_end_stays_as_it_was() -> None:
    bench = Bench(WritingLimitReached(), CLEAN[1])
    bench.clean(*CUES)
    assert [one.kept for one in bench.cleaned] == [False, True]
    assert bench.cleaned[0].texts == CUES[:4]


@pytest.mark.parametrize("texts", [(), ("", "")])
def test_where_nothing_was_said_the_model_writes_nothing(texts: tuple[str, ...]) -> None:
    bench = Bench()
    bench.clean(*texts)
    assert bench.posted == [CleaningEnded(JOB)]
    assert bench.asked == []


@pytest.mark.parametrize("style", ["email", "list", "notes"])
def test_styles_with_a_layout_are_not_for_transcripts(style: str) -> None:
    bench = Bench(*CLEAN)
    bench.clean(*CUES, style=style)
    assert STYLES.default.instruction in bench.writer.asked[0][1].messages[0].content
    assert len(bench.cleaned) == 2


@pytest.mark.parametrize("error", [WriterNotRunning("away"), RuntimeError("a defect")])
def test_what_fails_ends_it_and_it_can_begin_anew(error: Exception) -> None:
    bench = Bench(*CLEAN)
    bench.writer.refuses = error
    bench.clean(*CUES)
    (ended,) = bench.ends
    assert ended.problem is error if isinstance(error, Problem) else isinstance(ended.problem, Unexpected)
    bench.writer.refuses = None
    bench.clean(*CUES)
    assert len(bench.cleaned) == 2
    assert bench.ends[-1] == CleaningEnded(JOB)


def test_a_stop_keeps_what_is_through() -> None:
    bench = Bench(*CLEAN)
    bench.when = lambda event: bench.cleaning.stop() if isinstance(event, CueCleaned) else None
    bench.clean(*CUES)
    assert bench.cleaned == [CueCleaned(JOB, 0, PUT[0])]
    assert len(bench.asked) == 1
    bench.cleaning.stop()
    assert bench.ends == [CleaningEnded(JOB)]


def test_another_transcript_ends_the_one_before() -> None:
    bench = Bench()
    bench.cleaning.clean(1, transcript(*CUES))
    bench.clean("The train leaves at eight.", job=2)
    assert bench.posted[0] == CleaningEnded(1)
    assert [one.job for one in bench.cleaned] == [2]
    assert bench.ends == [CleaningEnded(1), CleaningEnded(2)]


def test_while_a_dictation_goes_on_nothing_runs() -> None:
    bench = Bench(*CLEAN)
    bench.cleaning.make_way(True)
    bench.clean(*CUES)
    assert bench.asked == []
    bench.cleaning.make_way(False)
    bench.cleaning.make_way(False)
    bench.inbox.run()
    assert len(bench.asked) == 2
    assert bench.ends == [CleaningEnded(JOB)]


def test_a_dictation_that_begins_ends_the_request_that_runs() -> None:
    bench = Bench(CLEAN[0], *CLEAN)
    bench.writer.at_write = lambda: bench.cleaning.make_way(True)
    bench.clean(*CUES)
    assert len(bench.asked) == 1
    assert bench.cleaned == []
    bench.cleaning.make_way(False)
    bench.inbox.run()
    assert bench.asked[1] == bench.asked[0]
    assert bench.cleaned == [CueCleaned(JOB, 0, PUT[0]), CueCleaned(JOB, 4, PUT[1])]


def test_a_text_that_is_to_be_cleaned_up_goes_first() -> None:
    bench = Bench(CLEAN[0], WRITTEN, *CLEAN)
    bench.writer.at_write = lambda: bench.writing.enhance(1, SPOKEN, "", "en")
    bench.clean(*CUES)
    assert bench.asked[1] == SPOKEN
    kinds = [type(one) for one in bench.posted if isinstance(one, EnhancementEnded | CueCleaned)]
    assert kinds == [EnhancementEnded, CueCleaned, CueCleaned]
    assert bench.cleaned == [CueCleaned(JOB, 0, PUT[0]), CueCleaned(JOB, 4, PUT[1])]


def test_a_stop_while_the_model_writes() -> None:
    bench = Bench(*CLEAN)
    bench.writer.at_write = bench.cleaning.stop
    bench.clean(*CUES)
    assert bench.cleaned == []
    assert bench.ends == [CleaningEnded(JOB)]
    assert len(bench.asked) == 1


def test_on_the_processor_it_waits_for_the_recognizer() -> None:
    bench = Bench(*CLEAN)
    bench.writer.loaded = [RunningModel(SETTINGS.model, 1000, 0.0, None, None)]
    bench.is_idle = False
    bench.clean(*CUES)
    bench.inbox.advance(1.0)
    assert bench.asked == []
    assert bench.inbox.waiting == 1
    bench.is_idle = True
    bench.inbox.advance(POLL_SECONDS)
    assert len(bench.cleaned) == 2
    assert bench.inbox.waiting == 0


def test_what_is_done_in_advance_does_not_wait_for_the_whole() -> None:
    bench = Bench()
    bench.when = lambda event: bench.writing.prepare() if isinstance(event, CueCleaned) else None
    bench.clean(*CUES)
    assert [kind for kind, _ in bench.writer.asked] == ["write", "warm", "write", "warm"]


def test_other_settings_hold_from_the_next_stretch_on() -> None:
    bench = Bench(*CLEAN)
    other = replace(SETTINGS, model="other:1b")
    bench.when = lambda event: bench.cleaning.apply(other) if isinstance(event, CueCleaned) else None
    bench.clean(*CUES)
    models = [request.model for kind, request in bench.writer.asked if kind == "write"]
    assert models == [SETTINGS.model, "other:1b"]


@pytest.mark.parametrize("who", ["cleaning", "writing"])
def test_at_the_end_nothing_is_asked_any_more(who: str) -> None:
    bench = Bench(*CLEAN)
    (bench.cleaning.close if who == "cleaning" else bench.writing.close)()
    bench.clean(*CUES)
    assert bench.asked == []
    assert bench.ends == [CleaningEnded(JOB)]
