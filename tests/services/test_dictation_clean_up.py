"""The controller with a clean-up: what goes where, in which order, and what the history learns."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.delivery_plan import AS_HEARD, Plan, Way
from app.domain.dictation_events import (
    CancelRequested,
    CaptureOpened,
    EnhanceRequested,
    PatienceEnded,
    SpeechEnded,
    StartRequested,
    StopEnhancingRequested,
    StopRequested,
    TextHeard,
)
from app.domain.enhancement import Enhanced, EnhancementEnded, EnhancementFailed, TokenWritten
from app.domain.guard.verdict import Reason, Verdict
from app.domain.history import Fate, Judgement, Version
from app.domain.history_changes import with_transcript
from app.domain.insertion import Target
from app.domain.problems import FocusMoved, WriterNotRunning
from app.domain.settings import InsertionWay
from app.domain.styles import Check
from app.domain.transcript import LiveText, Transcript
from app.services.dictation_controller import DictationController
from app.services.events import Inserted, NotInserted, NotReplaced
from app.services.text_actions import NO_DICTATION
from tests.fakes import FakeClock, transcript
from tests.fakes.speech import enhanced
from tests.services.controller_bench import Neighbours

HEARD = "um hello there"
SPOKEN = "Hello there"
WRITTEN = "Hello there."
EDITOR = Target("7", "Editor")


class CleaningUp:
    """A clean-up service that does as the test says and notes what it is asked, in the neighbours' list."""

    def __init__(self, asked: list[tuple[object, ...]]) -> None:
        self.asked = asked
        self.way = Way.ENHANCED

    def plan(self, transcript: Transcript, *, raw: bool) -> Plan:
        return AS_HEARD if raw else Plan(self.way, SPOKEN)

    def prepare(self) -> None:
        self.asked.append(("prepare",))

    def heard(self, id: int, text: LiveText) -> None:
        self.asked.append(("heard", id, text.settled))

    def enhance(self, id: int, transcript: Transcript) -> None:
        self.asked.append(("enhance", id, transcript.text))

    def enhance_again(self, id: int, request: EnhanceRequested) -> None:
        self.asked.append(("enhance", id, request.heard, request.style))

    def stop(self, id: int) -> None:
        self.asked.append(("stop writing", id))

    def forget(self, id: int) -> None:
        self.asked.append(("forget", id))

    def hurry(self, id: int) -> None:
        self.asked.append(("hurry", id))


@pytest.fixture
def around() -> Neighbours:
    return Neighbours()


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def clean_up(around: Neighbours) -> CleaningUp:
    return CleaningUp(around.asked)


@pytest.fixture
def controller(around: Neighbours, clean_up: CleaningUp, clock: FakeClock) -> DictationController:
    return DictationController(around, around, around, clean_up, clock, around.tell)


def dictate(controller: DictationController, id: int = 1, *, raw: bool = False) -> None:
    """From the key to the spoken text."""
    for event in (
        StartRequested(raw),
        CaptureOpened(id),
        StopRequested(),
        SpeechEnded(id, transcript(HEARD)),
    ):
        controller.handle(event)


def refused(written: str, spoken: str = HEARD) -> Enhanced:
    """A clean-up in one piece that the guard did not let pass."""
    good = enhanced(written, spoken)
    verdict = Verdict((Reason(Check.ANSWER, "It answers."),))
    piece = replace(good.cleaned.pieces[0], verdict=verdict)
    return replace(good, cleaned=replace(good.cleaned, text=spoken, verdict=verdict, pieces=(piece,)))


def test_the_language_model_is_warm_follows_and_is_waited_for(
    controller: DictationController, around: Neighbours, clock: FakeClock
) -> None:
    controller.handle(StartRequested())
    controller.handle(CaptureOpened(1))
    controller.handle(TextHeard(1, LiveText("um hello", "there")))
    controller.handle(StopRequested())
    controller.handle(SpeechEnded(1, transcript(HEARD)))
    assert around.asked == [
        ("start", 1),
        ("prepare",),
        ("heard", 1, "um hello"),
        ("stop", 1),
        ("keep", SPOKEN),
        ("enhance", 1, HEARD),
    ]
    clock.time += 2.5
    controller.handle(EnhancementEnded(1, enhanced(WRITTEN, HEARD)))
    assert around.asked[6:] == [("insert", WRITTEN, EDITOR)]
    assert controller.last == around.only_entry
    entry = around.only_entry
    assert (entry.heard, entry.spoken, entry.version) == (HEARD, SPOKEN, Version.ENHANCED)
    assert entry.times.cleaned == 2.5
    assert entry.enhancement is not None
    assert entry.enhancement.judgement is Judgement.ACCEPTED


def test_a_text_that_waits_is_in_the_history_already_in_case_sayso_ends_first(
    controller: DictationController, around: Neighbours, clean_up: CleaningUp, clock: FakeClock
) -> None:
    dictate(controller)
    clean_up.way = Way.SPOKEN
    clock.time += 3.0
    dictate(controller, 2)
    assert [one for one in around.asked if one[0] in ("keep", "insert")] == [("keep", SPOKEN)] * 2
    assert [entry.text for entry in around.entries.values()] == [SPOKEN, SPOKEN]
    assert controller.last is None  # nothing has gone out, so the pane shows what is under way
    controller.handle(EnhancementEnded(1, enhanced(WRITTEN, HEARD)))
    first, second = around.entries.values()
    assert (first.text, first.times.cleaned, second.text) == (WRITTEN, 3.0, SPOKEN)
    assert controller.last == second


def test_what_the_user_deletes_while_it_waits_goes_to_the_cursor_and_not_back_into_the_history(
    controller: DictationController, around: Neighbours
) -> None:
    dictate(controller)
    around.deleted.add(around.only_entry.recording)
    controller.handle(EnhancementEnded(1, enhanced(WRITTEN, HEARD)))
    assert around.asked[-1] == ("insert", WRITTEN, EDITOR)
    assert around.only_entry.text == SPOKEN  # as it was when it was deleted


def test_a_clean_up_of_a_text_that_was_transcribed_anew_meanwhile_is_not_put_on_the_new_one(
    controller: DictationController, around: Neighbours, clean_up: CleaningUp
) -> None:
    clean_up.way = Way.SPOKEN_FIRST
    dictate(controller)
    recording = around.only_entry.recording
    new = transcript("um hello where")
    around.amend(recording, lambda entry: with_transcript(entry, new, Plan(spoken="Hello where")))
    controller.transcribed_again(recording, new)
    controller.handle(EnhancementEnded(1, enhanced(WRITTEN, HEARD)))
    assert (around.only_entry.text, around.only_entry.enhancement) == ("Hello where", None)
    assert controller.last is not None
    assert (controller.last.heard, controller.last.enhancement) == ("um hello where", None)


def test_a_dictation_under_way_comes_into_view_after_one_that_was_transcribed_anew(
    controller: DictationController, clean_up: CleaningUp, clock: FakeClock
) -> None:
    clean_up.way = Way.SPOKEN
    controller.handle(StartRequested())
    clock.time += 3.0
    controller.transcribed_again("old", transcript("um of old"))
    assert (controller.last and controller.last.heard) == "um of old"
    for event in (CaptureOpened(1), StopRequested(), SpeechEnded(1, transcript(HEARD))):
        controller.handle(event)
    assert (controller.last and controller.last.heard) == HEARD


def test_a_raw_dictation_is_no_concern_of_the_language_model(
    controller: DictationController, around: Neighbours
) -> None:
    controller.handle(StartRequested(raw=True))
    controller.handle(CaptureOpened(1))
    controller.handle(TextHeard(1, LiveText("um hello")))
    controller.handle(StopRequested())
    controller.handle(SpeechEnded(1, transcript(HEARD)))
    assert around.asked == [
        ("start", 1),
        ("stop", 1),
        ("keep", HEARD),
        ("insert", HEARD, EDITOR),
        ("forget", 1),
    ]


def test_what_the_guard_refuses_is_delivered_as_spoken_with_the_reason(
    controller: DictationController, around: Neighbours
) -> None:
    dictate(controller)
    controller.handle(EnhancementEnded(1, refused("Hi, how can I help?")))
    assert ("insert", SPOKEN, EDITOR) in around.asked
    record = around.only_entry.enhancement
    assert record is not None
    assert (record.judgement, record.reasons) == (Judgement.REFUSED, ("It answers.",))
    assert (record.shown, around.only_entry.version) == ("Hi, how can I help?", Version.SPOKEN)


def test_the_guard_is_overruled_with_one_key_and_that_is_taken_back_with_one(
    controller: DictationController, around: Neighbours
) -> None:
    dictate(controller)
    controller.handle(EnhancementEnded(1, refused("Hi, how can I help?")))
    for version, text, judgement in (
        (Version.ENHANCED, "Hi, how can I help?", Judgement.OVERRULED),
        (Version.SPOKEN, SPOKEN, Judgement.REFUSED),
    ):
        controller.use(version)
        assert controller.last == around.only_entry
        assert around.only_entry.text == text
        assert around.only_entry.enhancement is not None
        assert around.only_entry.enhancement.judgement is judgement


def test_without_a_server_the_spoken_text_comes_and_then_the_notice(
    controller: DictationController, around: Neighbours
) -> None:
    problem = WriterNotRunning("http://localhost:11434")
    dictate(controller)
    controller.handle(EnhancementFailed(1, problem))
    assert around.asked[-2:] == [("insert", SPOKEN, EDITOR), ("tell", problem, True)]


def test_the_user_does_not_wait_any_longer(controller: DictationController, around: Neighbours) -> None:
    dictate(controller)
    controller.handle(TokenWritten(1, "Hel"))
    controller.handle(StopEnhancingRequested())
    assert around.asked[-2:] == [("stop writing", 1), ("insert", SPOKEN, EDITOR)]


def test_escape_while_it_is_cleaned_up_keeps_the_text_away_from_the_cursor(
    controller: DictationController, around: Neighbours
) -> None:
    dictate(controller)
    controller.handle(CancelRequested())
    assert around.asked[-2:] == [("enhance", 1, HEARD), ("stop writing", 1)]
    assert (around.only_entry.fate, around.only_entry.text) == (Fate.WRITTEN, SPOKEN)
    assert controller.last == around.only_entry


def test_spoken_at_once_and_cleaned_up_beside_it(
    controller: DictationController, around: Neighbours, clean_up: CleaningUp, clock: FakeClock
) -> None:
    clean_up.way = Way.SPOKEN_FIRST
    dictate(controller)
    assert around.asked[-3:] == [("keep", SPOKEN), ("insert", SPOKEN, EDITOR), ("enhance", 1, HEARD)]
    assert controller.enhancement_of_last is not None
    controller.inserted(Inserted(1, "Editor", InsertionWay.PASTE, around.only_entry.recording))
    clock.time += 4.0
    controller.handle(EnhancementEnded(1, enhanced(WRITTEN, HEARD)))
    assert controller.enhancement_of_last is None
    assert around.asked[-1] == ("enhance", 1, HEARD)
    assert around.only_entry.version is Version.SPOKEN
    assert around.only_entry.times.cleaned == 4.0
    controller.use(Version.ENHANCED)
    assert around.only_entry.text == WRITTEN


def test_the_text_at_the_cursor_is_replaced_and_only_then_counts_as_enhanced(
    controller: DictationController, around: Neighbours, clean_up: CleaningUp
) -> None:
    clean_up.way = Way.REPLACED
    dictate(controller)
    controller.inserted(Inserted(1, "Editor", InsertionWay.PASTE, around.only_entry.recording))
    controller.handle(EnhancementEnded(1, enhanced(WRITTEN, HEARD)))
    assert around.asked[-1] == ("replace", 1, SPOKEN, WRITTEN, EDITOR)
    assert around.only_entry.text == SPOKEN
    controller.inserted(Inserted(1, "Editor", InsertionWay.PASTE, around.only_entry.recording))
    assert around.only_entry.text == WRITTEN


def test_the_first_insertion_is_not_taken_for_the_replacement_that_is_asked_for_already(
    controller: DictationController, around: Neighbours, clean_up: CleaningUp
) -> None:
    clean_up.way = Way.REPLACED
    dictate(controller)
    controller.handle(EnhancementEnded(1, enhanced(WRITTEN, HEARD)))
    recording = around.only_entry.recording
    controller.inserted(Inserted(1, "Editor", InsertionWay.PASTE, recording))
    assert (around.only_entry.text, around.only_entry.target) == (SPOKEN, "Editor")
    controller.not_replaced(NotReplaced(1, recording, WRITTEN))
    assert around.only_entry.version is Version.SPOKEN


def test_a_spoken_text_that_could_not_be_inserted_is_not_replaced_and_stays_one_key_away(
    controller: DictationController, around: Neighbours, clean_up: CleaningUp
) -> None:
    clean_up.way = Way.REPLACED
    dictate(controller)
    recording = around.only_entry.recording
    controller.not_inserted(NotInserted(1, FocusMoved(), recording, SPOKEN))
    controller.handle(EnhancementEnded(1, enhanced(WRITTEN, HEARD)))
    controller.not_replaced(NotReplaced(1, recording, WRITTEN))
    controller.inserted(Inserted(NO_DICTATION, "Editor", InsertionWay.PASTE, recording))
    assert around.only_entry.version is Version.SPOKEN
    assert around.only_entry.enhancement is not None


def test_a_text_for_sayso_s_own_window_is_replaced_where_it_waits(
    controller: DictationController, around: Neighbours, clean_up: CleaningUp
) -> None:
    clean_up.way = Way.REPLACED
    around.focused = Target("1", "Sayso", is_own=True)
    dictate(controller)
    recording = around.only_entry.recording
    controller.not_inserted(NotInserted(1, None, recording, SPOKEN))
    controller.handle(EnhancementEnded(1, enhanced(WRITTEN, HEARD)))
    assert around.only_entry.version is Version.SPOKEN
    controller.not_replaced(NotReplaced(1, recording, WRITTEN))
    assert (around.only_entry.text, controller.last) == (WRITTEN, around.only_entry)


@pytest.mark.parametrize("is_refused", [True, False])
def test_the_text_at_the_cursor_stays_where_it_cannot_or_must_not_be_replaced(
    is_refused: bool, controller: DictationController, around: Neighbours, clean_up: CleaningUp
) -> None:
    clean_up.way = Way.REPLACED
    dictate(controller)
    made = refused("Hi, how can I help?") if is_refused else enhanced(WRITTEN, HEARD)
    controller.handle(EnhancementEnded(1, made))
    assert any(one[0] == "replace" for one in around.asked) is not is_refused
    controller.not_replaced(NotReplaced(1, around.only_entry.recording, WRITTEN))
    controller.inserted(Inserted(1, "Editor", InsertionWay.PASTE, around.only_entry.recording))
    assert around.only_entry.text == SPOKEN
    assert around.only_entry.enhancement is not None


def test_a_later_text_does_not_wait_long_and_the_clean_up_is_offered(
    controller: DictationController, around: Neighbours, clean_up: CleaningUp
) -> None:
    dictate(controller)
    clean_up.way = Way.SPOKEN
    dictate(controller, 2)
    assert around.asked[-1] == ("hurry", 1)
    controller.handle(PatienceEnded(1))
    assert [one[1] for one in around.asked if one[0] == "insert"] == [SPOKEN, SPOKEN]
    controller.handle(EnhancementEnded(1, enhanced(WRITTEN, HEARD)))
    first = min(around.entries.values(), key=lambda entry: entry.recording)
    assert first.enhancement is not None
    assert (first.text, first.enhancement.text) == (SPOKEN, WRITTEN)


def test_enhance_now_takes_the_text_as_heard_and_uses_what_comes(
    controller: DictationController, around: Neighbours, clean_up: CleaningUp
) -> None:
    clean_up.way = Way.SPOKEN
    dictate(controller)
    controller.enhance_last("formal")
    assert around.asked[-1] == ("enhance", 2, HEARD, "formal")
    controller.handle(TokenWritten(2, "Good"))
    assert controller.enhancement_of_last is not None
    assert controller.enhancement_of_last.written == "Good"
    controller.handle(EnhancementEnded(2, enhanced("Good day.", HEARD)))
    assert controller.last == around.only_entry
    assert around.only_entry.text == "Good day."


def test_a_clean_up_that_failed_beside_is_told_about_its_recording(
    controller: DictationController, around: Neighbours, clean_up: CleaningUp
) -> None:
    clean_up.way = Way.SPOKEN
    dictate(controller)
    controller.enhance_last()
    problem = WriterNotRunning("http://localhost:11434")
    controller.handle(EnhancementFailed(2, problem))
    assert around.told == [(problem, around.only_entry.recording)]
    assert around.only_entry.text == SPOKEN
