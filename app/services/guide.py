"""Leads through the guide of the first start: what each step tries, and what came of it.

The way through is `app.domain.guide`; here its effects are carried out, and what the parts tell is followed,
so that a step is passed by what was really seen: a microphone that sends speech, the talk key going down and
up, a dictation with words in it.

Rules: everything is called on the deciding thread. What a step tries ends when it is left or goes out of
    view: the talk key dictates again at once. Only what happens while a step is entered counts for it.
Failure mode: nothing here fails; what fails elsewhere is a sentence in the view.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from app.domain.dictation_states import Dictations
from app.domain.guide import (
    Effect,
    Enter,
    Event,
    Finish,
    Guide,
    GuideStep,
    Keep,
    Leave,
    PermissionsFound,
    StepProved,
    step,
)
from app.domain.history import Fate, HistoryEntry
from app.domain.microphone_report import MicrophoneVerdict
from app.domain.permissions import PermissionFacts, permissions_of
from app.domain.problems import HotkeyProblem, HotkeysStopped, HotkeysUnavailable
from app.domain.settings import HotkeySettings
from app.services.events import Noticed, TalkKeyHeld
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
from app.services.view import Notice


@dataclass(frozen=True, slots=True)
class GuideHands:
    """What the guide has others do.

    Args:
        keep: write the states of the steps down.
        finish: it is over: show the place to dictate.
        try_key: the talk key is only looked at from now on, or dictates again.
        look: find out what a step shows.
        drop_check: end the check of the microphone, if there is one.
        make_way: the same, as a dictation began; the user is told.
    """

    keep: Callable[[Guide], None]
    finish: Callable[[], None]
    try_key: Callable[[bool], None]
    look: Callable[[GuideStep], None]
    drop_check: Callable[[], None]
    make_way: Callable[[], None]


class GuideService:
    """The guide.

    Args:
        guide: as it was kept.
        hands: those that do what it wants.
        show: gets each new view.
    """

    def __init__(self, guide: Guide, hands: GuideHands, show: Callable[[GuideView], None]) -> None:
        self._hands = hands
        self._show = show
        self._view = GuideView(guide)
        self._last: HistoryEntry | None = None
        self._before = ""
        """The recording that was the last one when the step of the dictation was entered."""
        self._notices: frozenset[str] = frozenset()
        """The keys of those that were there when the dictation began that is tried."""

    @property
    def view(self) -> GuideView:
        """What is to be seen of it."""
        return self._view

    def handle(self, event: Event) -> None:
        """What the user wants of it, or what was found."""
        guide, effects = step(self._view.guide, event)
        self._change(replace(self._view, guide=guide))
        for effect in effects:
            self._carry_out(effect)

    # --- what the parts tell ---

    def checked(self, check: MicrophoneCheckView) -> None:
        """How far the check of the microphone is."""
        self._change(replace(self._view, microphone=check))
        found = check.report
        if found is not None and found.verdict is MicrophoneVerdict.GOOD:
            self.handle(StepProved(GuideStep.MICROPHONE))

    def talk_key(self, event: TalkKeyHeld) -> None:
        """The talk key went down or came up."""
        if self._view.guide.entered is not GuideStep.KEY:
            return
        if event.is_held:
            self._change(replace(self._view, key=KeyView(KeyStage.HELD)))
        elif self._view.key.stage is KeyStage.HELD:
            self._change(replace(self._view, key=KeyView(KeyStage.SEEN)))
            self.handle(StepProved(GuideStep.KEY))

    def noticed(self, event: Noticed) -> None:
        """Something went wrong; what is wrong with the keys belongs to their step."""
        problem = event.problem
        if isinstance(problem, HotkeyProblem) and not isinstance(problem, HotkeysStopped):
            self._change(replace(self._view, key=KeyView(problem=problem)))

    def keys_changed(self, _: HotkeySettings) -> None:
        """Other keys, which have to be tried anew; what was wrong with the ones before is over."""
        self._change(replace(self._view, key=KeyView()))

    def backend_chosen(self, event: HotkeysChosen) -> None:
        """Keys can be heard now."""
        if event.name and isinstance(self._view.key.problem, HotkeysUnavailable):
            self._change(replace(self._view, key=KeyView()))

    def permissions_found(self, facts: PermissionFacts) -> None:
        """What this system allows."""
        found = permissions_of(facts)
        self._change(replace(self._view, permissions=found))
        self.handle(PermissionsFound(bool(found)))

    def followed(
        self, dictations: Dictations, last: HistoryEntry | None, notices: Sequence[Notice] = ()
    ) -> None:
        """How it stands with the dictations; told after each event. `notices` are those in view."""
        self._last = last
        check = self._view.microphone
        if dictations.capturing and check.stage in (CheckStage.OPENING, CheckStage.LISTENING):
            self._hands.make_way()
        if self._view.guide.entered is not GuideStep.DICTATION:
            return
        tried = self._try_of(dictations, last, notices)
        if tried == self._view.dictation:
            return
        self._change(replace(self._view, dictation=tried))
        if tried.stage is TryStage.WORKED:
            self.handle(StepProved(GuideStep.DICTATION))

    # --- within ---

    def _try_of(
        self, dictations: Dictations, last: HistoryEntry | None, notices: Sequence[Notice]
    ) -> TryView:
        before = self._view.dictation
        if dictations.ongoing:
            if before.stage is not TryStage.UNDER_WAY:
                self._notices = frozenset(one.key for one in notices)
            return TryView(TryStage.UNDER_WAY)
        if last is not None and last.recording != self._before:
            return _outcome(last)
        if before.stage is TryStage.UNDER_WAY:
            # Nothing came of it: the key was tapped, or the microphone could not be opened.
            new = [one for one in notices if one.key not in self._notices]
            return TryView(TryStage.FAILED, sentence=_words(new[-1])) if new else TryView()
        return before

    def _carry_out(self, effect: Effect) -> None:
        match effect:
            case Enter(entered):
                self._enter(entered)
            case Leave(left):
                self._leave(left)
            case Keep():
                self._hands.keep(self._view.guide)
            case Finish():
                self._hands.finish()
            case _:
                assert_never(effect)

    def _enter(self, entered: GuideStep) -> None:
        if entered is GuideStep.KEY:
            # A key that is taken is told once, so what is known of it stays.
            self._change(replace(self._view, key=KeyView(problem=self._view.key.problem)))
            self._hands.try_key(True)
        elif entered is GuideStep.DICTATION:
            self._before = self._last.recording if self._last else ""
            self._change(replace(self._view, dictation=TryView()))
        self._hands.look(entered)

    def _leave(self, left: GuideStep) -> None:
        if left is GuideStep.KEY:
            self._hands.try_key(False)
        elif left is GuideStep.MICROPHONE:
            self._hands.drop_check()

    def _change(self, view: GuideView) -> None:
        if view != self._view:
            self._view = view
            self._show(view)


def _outcome(entry: HistoryEntry) -> TryView:
    """What came of a dictation."""
    match entry.fate:
        case Fate.WRITTEN:
            return TryView(TryStage.WORKED, entry.text, entry.times.wait)
        case Fate.NOTHING_HEARD:
            return TryView(TryStage.NOTHING_HEARD)
        case _:
            return TryView(TryStage.FAILED, sentence=entry.problem)


def _words(notice: Notice) -> str:
    return f"{notice.sentence} {notice.remedy}".strip()
