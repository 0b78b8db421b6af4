"""The guide's service: what each step begins and ends, and what it is passed by."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.dictation_states import Dictations, Finishing, Listening
from app.domain.guide import (
    Guide,
    GuideClosed,
    GuideSeen,
    GuideStep,
    StepChosen,
    StepPassed,
    StepState,
    kept_guide,
    kept_words,
)
from app.domain.history import Fate, HistoryEntry, StageTimes
from app.domain.microphone_report import MicrophoneReport
from app.domain.permissions import Grant, Permission, PermissionFacts, PermissionState
from app.domain.problems import (
    HotkeysStopped,
    HotkeysUnavailable,
    HotkeyTaken,
    MicrophoneDenied,
    NoMicrophone,
    Problem,
)
from app.domain.settings import HotkeySettings
from app.services.events import Noticed, TalkKeyHeld
from app.services.guide import GuideHands, GuideService
from app.services.guide_view import (
    CheckStage,
    GuideView,
    KeyStage,
    KeyView,
    MicrophoneCheckView,
    TryStage,
    TryView,
)
from app.services.hotkeys import HotkeysChosen
from app.services.notices import Notices

LISTENING = Dictations(ongoing=(Listening(1),), next_id=2)
FINISHING = Dictations(ongoing=(Finishing(1),), next_id=2)
IDLE = Dictations()


class Desk:
    """A guide in view, and what it has others do."""

    def __init__(self, guide: Guide | None = None) -> None:
        self.done: list[str] = []
        self.kept: list[tuple[str, ...]] = []
        self.views: list[GuideView] = []
        self.notices = Notices()
        hands = GuideHands(
            keep=lambda guide: self.kept.append(kept_words(guide)),
            finish=lambda: self.done.append("finish"),
            try_key=lambda is_tried: self.done.append(f"try {is_tried}"),
            look=lambda step: self.done.append(f"look {step}"),
            drop_check=lambda: self.done.append("drop"),
            make_way=lambda: self.done.append("make way"),
        )
        self.service = GuideService(guide or Guide(), hands, self.views.append)
        self.service.handle(GuideSeen(True))

    @property
    def view(self) -> GuideView:
        return self.service.view

    def go_to(self, step: GuideStep) -> None:
        self.service.handle(StepChosen(step))
        self.done.clear()

    def state_of(self, step: GuideStep) -> StepState:
        return self.view.guide.state_of(step)

    def follow(self, dictations: Dictations = IDLE, last: HistoryEntry | None = None) -> TryView:
        self.service.followed(dictations, last, self.notices.all)
        return self.view.dictation


def entry(fate: Fate = Fate.WRITTEN, text: str = "Good morning.", recording: str = "r1") -> HistoryEntry:
    return HistoryEntry(
        recording=recording,
        begun=1.0,
        fate=fate,
        text=text if fate is Fate.WRITTEN else "",
        times=StageTimes(released=2.0, written=2.4),
        problem="It could not be decoded." if fate is Fate.FAILED else "",
    )


def test_each_step_is_looked_at_when_it_is_entered_and_ended_when_it_is_left() -> None:
    desk = Desk()
    assert desk.done == ["look microphone"]
    desk.service.handle(StepPassed())
    desk.service.handle(StepPassed())
    assert desk.done == [
        "look microphone",
        "drop",
        "try True",
        "look key",
        "try False",
        "look model",
    ]
    assert desk.kept == [("microphone passed",), ("microphone passed", "key passed")]


def test_out_of_view_the_key_dictates_again() -> None:
    desk = Desk()
    desk.go_to(GuideStep.KEY)
    desk.service.handle(GuideSeen(False))
    assert desk.done == ["try False"]
    desk.service.handle(GuideSeen(True))
    assert desk.done == ["try False", "try True", "look key"]


def test_it_goes_on_where_it_was_kept() -> None:
    desk = Desk(kept_guide(("microphone later", "key passed")))
    assert desk.done == ["look model"]


def test_closing_it_finishes_it() -> None:
    desk = Desk()
    desk.service.handle(GuideClosed())
    assert desk.done[-1] == "finish"


# --- the microphone ---


def test_a_microphone_that_hears_well_passes_its_step() -> None:
    desk = Desk()
    desk.service.checked(MicrophoneCheckView(CheckStage.LISTENING, -20.0, 2.0))
    assert desk.state_of(GuideStep.MICROPHONE) is StepState.OPEN
    good = MicrophoneCheckView(CheckStage.DONE, report=MicrophoneReport(40, -9.0, -24.0))
    desk.service.checked(good)
    assert desk.state_of(GuideStep.MICROPHONE) is StepState.PASSED
    assert desk.view.microphone == good
    assert desk.view.guide.at is GuideStep.MICROPHONE


@pytest.mark.parametrize(
    "check",
    [
        MicrophoneCheckView(CheckStage.DONE, report=MicrophoneReport(40, -40.0, -60.0)),
        MicrophoneCheckView(CheckStage.FAILED, sentence=str(NoMicrophone())),
    ],
)
def test_one_that_does_not_leaves_it_open(check: MicrophoneCheckView) -> None:
    desk = Desk()
    desk.service.checked(check)
    assert desk.state_of(GuideStep.MICROPHONE) is StepState.OPEN


def test_a_dictation_takes_the_microphone_from_the_check() -> None:
    desk = Desk()
    desk.follow(LISTENING)
    assert "make way" not in desk.done
    desk.service.checked(MicrophoneCheckView(CheckStage.OPENING))
    desk.follow(LISTENING)
    assert desk.done[-1] == "make way"


# --- the key ---


def test_the_key_is_passed_by_going_down_and_up() -> None:
    desk = Desk()
    desk.go_to(GuideStep.KEY)
    desk.service.talk_key(TalkKeyHeld(True))
    assert desk.view.key == KeyView(KeyStage.HELD)
    assert desk.state_of(GuideStep.KEY) is StepState.OPEN
    desk.service.talk_key(TalkKeyHeld(False))
    assert desk.view.key == KeyView(KeyStage.SEEN)
    assert desk.state_of(GuideStep.KEY) is StepState.PASSED


def test_a_key_that_is_pressed_elsewhere_or_was_held_before_proves_nothing() -> None:
    desk = Desk()
    desk.service.talk_key(TalkKeyHeld(True))
    desk.go_to(GuideStep.KEY)
    desk.service.talk_key(TalkKeyHeld(False))
    assert desk.view.key == KeyView()
    assert desk.state_of(GuideStep.KEY) is StepState.OPEN


def test_a_key_that_another_program_holds_is_told_until_another_one_is_set() -> None:
    desk = Desk()
    taken = HotkeyTaken("F9")
    # Told once, long before the step is entered.
    desk.service.noticed(Noticed(taken))
    desk.go_to(GuideStep.KEY)
    assert desk.view.key.problem is taken
    desk.service.keys_changed(HotkeySettings(talk="f8"))
    assert desk.view.key == KeyView()


def test_what_has_nothing_to_do_with_keys_is_no_trouble_of_theirs() -> None:
    desk = Desk()
    for problem in (NoMicrophone(), HotkeysStopped()):
        desk.service.noticed(Noticed(problem))
    assert desk.view.key.problem is None


def test_a_way_to_hear_keys_that_comes_later_ends_the_trouble() -> None:
    desk = Desk()
    desk.service.noticed(Noticed(HotkeysUnavailable("no portal")))
    desk.service.backend_chosen(HotkeysChosen("", ""))
    assert desk.view.key.problem is not None
    desk.service.backend_chosen(HotkeysChosen("X11 key grab", ""))
    assert desk.view.key.problem is None


# --- the permissions ---


def test_permissions_make_a_step_only_where_there_are_some() -> None:
    desk = Desk()
    desk.service.permissions_found(PermissionFacts("linux"))
    assert GuideStep.PERMISSIONS not in desk.view.guide.steps
    desk.service.permissions_found(PermissionFacts("win32", microphone=Grant.MISSING))
    assert GuideStep.PERMISSIONS in desk.view.guide.steps
    assert desk.view.permissions == (PermissionState(Permission.MICROPHONE, Grant.MISSING),)


# --- the dictation ---


def last_step() -> Desk:
    desk = Desk()
    desk.go_to(GuideStep.DICTATION)
    return desk


def test_a_dictation_with_words_in_it_passes_the_last_step_with_its_wait() -> None:
    desk = last_step()
    assert desk.follow(LISTENING).stage is TryStage.UNDER_WAY
    assert desk.follow(FINISHING).stage is TryStage.UNDER_WAY
    tried = desk.follow(IDLE, entry())
    assert (tried.stage, tried.text) == (TryStage.WORKED, "Good morning.")
    assert tried.wait_seconds == pytest.approx(0.4)
    assert desk.view.guide.has_proved
    assert desk.kept[-1] == ("dictation passed",)


def test_an_earlier_dictation_does_not_count() -> None:
    desk = Desk()
    desk.follow(IDLE, entry())
    desk.go_to(GuideStep.DICTATION)
    assert desk.follow(IDLE, entry()) == TryView()
    assert not desk.view.guide.has_proved


@pytest.mark.parametrize(
    ("fate", "stage", "sentence"),
    [
        (Fate.NOTHING_HEARD, TryStage.NOTHING_HEARD, ""),
        (Fate.FAILED, TryStage.FAILED, "It could not be decoded."),
    ],
)
def test_one_without_words_is_told_and_the_next_may_work(fate: Fate, stage: TryStage, sentence: str) -> None:
    desk = last_step()
    desk.follow(LISTENING)
    assert desk.follow(IDLE, entry(fate)) == TryView(stage, sentence=sentence)
    assert not desk.view.guide.has_proved
    assert desk.follow(LISTENING, entry(fate)).stage is TryStage.UNDER_WAY
    assert desk.follow(IDLE, entry(recording="r2")).stage is TryStage.WORKED


def test_a_microphone_that_cannot_be_opened_is_told_with_its_remedy() -> None:
    desk = last_step()
    desk.notices.add(NoMicrophone())
    desk.follow(LISTENING)
    problem: Problem = MicrophoneDenied()
    desk.notices.add(problem)
    assert desk.follow() == TryView(TryStage.FAILED, sentence=str(problem))


def test_a_tap_of_the_key_is_no_failure() -> None:
    desk = last_step()
    desk.notices.add(NoMicrophone())
    desk.follow(LISTENING)
    assert desk.follow() == TryView()


def test_a_dictation_at_another_step_is_left_alone() -> None:
    desk = Desk()
    desk.follow(LISTENING)
    assert desk.follow(IDLE, entry()) == TryView()


def test_nothing_is_shown_twice() -> None:
    desk = last_step()
    shown = len(desk.views)
    desk.follow(LISTENING)
    desk.follow(replace(LISTENING, next_id=3))
    assert len(desk.views) == shown + 1
