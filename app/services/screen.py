"""Composes the one value that every window draws, from what the parts have told.

Window, tray and overlay are functions of `ViewState`, so there is no way out of a state that one of them
could forget. It is handed out only when it has changed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from app.domain.compute import CPU, device_words
from app.domain.dictation_states import Dictations, Enhancement, Listening, Opening
from app.domain.history import Fate, HistoryEntry, Judgement, Version
from app.domain.languages import language_problem
from app.domain.model_budget import Held
from app.domain.models import EngineFacts
from app.domain.problems import (
    InsertionProblem,
    KeysPaused,
    LanguageProblem,
    MicrophoneProblem,
    ModelProblem,
    Problem,
    WritingProblem,
)
from app.domain.settings import HotkeySettings
from app.domain.transcript import LiveText
from app.services.events import (
    Inserted,
    MicrophoneChosen,
    ModelFailed,
    ModelLoading,
    ModelReady,
    NotInserted,
)
from app.services.first_view import key_label
from app.services.hardware_events import ProofBegun, ProofEnded
from app.services.hotkeys import HotkeysChosen
from app.services.notices import Notices
from app.services.text_actions import NO_DICTATION
from app.services.view import CleanUpStage, CleanUpView, Delivery, Phase, Readiness, ViewState
from app.services.writing_events import WriterLoading, WriterReady


class Screen:
    """What is to be seen now.

    Args:
        notices: the stack above the pane.
        show: gets each new `ViewState`; called on the deciding thread.
    """

    def __init__(self, notices: Notices, show: Callable[[ViewState], None]) -> None:
        self._notices = notices
        self._show = show
        self._shown: ViewState | None = None
        self._last: HistoryEntry | None = None
        self._facts = ViewState()
        self._engine: EngineFacts | None = None
        self._asked_model = ""
        # What the model in use may be called among those in memory.
        self._names: tuple[str, ...] = ()
        self._refusals: list[Problem] = []
        self._language = ""
        self._writer_loading = ""
        self._is_trying = False

    def draw(
        self, dictations: Dictations, last: HistoryEntry | None, beside: Enhancement | None = None
    ) -> None:
        """Show what has changed. `beside` is the clean-up of `last` that is under way, if there is one."""
        if last is not self._last:
            self._last = last
            self._facts = replace(self._facts, delivery=_undelivered(last))
        state = replace(
            _with_dictations(self._facts, dictations),
            notices=self._notices.all,
            text=last.text if last else "",
            has_suppressed=bool(last and last.suppressed),
            clean_up=self._clean_up(dictations, last, beside),
        )
        if state != self._shown:
            self._shown = state
            self._show(state)

    @property
    def status(self) -> str:
        """One line for whoever asks from outside: phase, model and key. May be read from any thread."""
        state = self._shown or self._facts
        model = f"model {state.model or 'unknown'} {state.readiness}"
        key = f"key {state.hotkey} by {state.hotkey_backend}" if state.hotkey_backend else "no key"
        if state.key_paused:
            key = f"key {state.hotkey} paused"
        return f"{state.phase}; {model}; {key}; {state.unfinished} unfinished"

    @property
    def uses_card(self) -> bool:
        """Whether the model in use computes on a graphics card."""
        return self._engine is not None and self._engine.device != CPU

    def _clean_up(
        self, dictations: Dictations, last: HistoryEntry | None, beside: Enhancement | None
    ) -> CleanUpView:
        view = clean_up_of(dictations, last, beside)
        return replace(view, loading=self._writer_loading) if view.stage is CleanUpStage.WRITING else view

    # --- what the parts tell ---

    def key(self, settings: HotkeySettings) -> None:
        """The key to talk, as the user reads it, and what holding and tapping it mean."""
        self._facts = replace(self._facts, hotkey=key_label(settings.talk), hotkey_mode=settings.mode)

    def hotkeys_chosen(self, event: HotkeysChosen) -> None:
        """The way in which keys are heard."""
        self._facts = replace(self._facts, hotkey_backend=event.name, hotkey_hint=event.hint)

    def key_paused(self, is_paused: bool) -> None:
        """The user has paused the keys, or wants them to be heard again."""
        self._facts = replace(self._facts, key_paused=is_paused)
        if is_paused:
            self._notices.add(KeysPaused())
        else:
            self._notices.solved(KeysPaused)

    def microphone_chosen(self, event: MicrophoneChosen) -> None:
        """Sound comes from there, so whatever was wrong with microphones is over."""
        self._facts = replace(self._facts, microphone=event.label)
        self._notices.solved(MicrophoneProblem)

    def pre_roll(self, is_on: bool) -> None:
        """The microphone is open before the key."""
        self._facts = replace(self._facts, pre_roll=is_on)

    def language(self, code: str) -> None:
        """The language to write, or empty to detect it. A model that does not write it is told of."""
        self._language = code
        self._judge_language()

    def _judge_language(self) -> None:
        self._notices.solved(LanguageProblem)
        if self._engine and (problem := language_problem(self._engine, self._language)):
            self._notices.add(problem)

    def model_loading(self, event: ModelLoading) -> None:
        """A model is on its way."""
        self._asked_model = event.model
        self._facts = replace(self._facts, model=event.model, readiness=self._on_its_way, engine="")

    def proof_told(self, event: ProofBegun | ProofEnded) -> None:
        """The graphics card is tried, or not any more; whoever asked for it, a model on its way waits."""
        self._is_trying = isinstance(event, ProofBegun) and event.way.device != CPU
        if self._facts.readiness in (Readiness.LOADING, Readiness.TRYING):
            self._facts = replace(self._facts, readiness=self._on_its_way)

    @property
    def _on_its_way(self) -> Readiness:
        return Readiness.TRYING if self._is_trying else Readiness.LOADING

    def model_ready(self, event: ModelReady) -> None:
        """It can be used."""
        self._facts = replace(
            self._facts, model=event.facts.model, readiness=Readiness.READY, engine=engine_line(event.facts)
        )
        self._notices.solved(ModelProblem)
        for refusal in self._refusals:
            self._notices.take_back(refusal)
        self._refusals.clear()
        self._engine = event.facts
        self._names = (self._asked_model, event.facts.model)
        self._judge_language()

    def model_failed(self, event: ModelFailed) -> None:
        """It cannot. The one before it, where there is one, still writes."""
        if event.instead is None:
            self._facts = replace(self._facts, model=event.model, readiness=Readiness.FAILED, engine="")
        else:
            self._facts = replace(
                self._facts,
                model=event.instead.model,
                readiness=Readiness.READY,
                engine=engine_line(event.instead),
            )
        self.model_refused(event.problem)

    def model_refused(self, problem: Problem) -> None:
        """Why a model, in use or not, is not there. It is over once one is ready."""
        self._refusals.append(problem)
        self._notices.add(problem)

    def models_held(self, held: Sequence[Held]) -> None:
        """Those in memory. The model in use may be gone from it, until somebody speaks."""
        if self._engine is None or self._facts.readiness not in (Readiness.READY, Readiness.UNLOADED):
            return
        if any(one.model in self._names for one in held):
            self._facts = replace(self._facts, readiness=Readiness.READY, engine=engine_line(self._engine))
        else:
            self._facts = replace(self._facts, readiness=Readiness.UNLOADED, engine="")

    def writer_loading(self, event: WriterLoading) -> None:
        """A language model is on its way."""
        self._writer_loading = event.model

    def writer_loaded(self) -> None:
        """It writes, or nothing comes of it: in any case it is not waited for any more."""
        self._writer_loading = ""

    def writer_ready(self, event: WriterReady) -> None:
        """It can be used, so whatever was wrong with it is over."""
        self._writer_loading = ""
        self._notices.solved(WritingProblem)

    def inserted(self, event: Inserted) -> None:
        """A text is at the cursor. Notices about other texts stay: those are still one key away."""
        delivery = Delivery(Fate.WRITTEN, event.way, event.target, self._wait_for(event))
        self._facts = replace(self._facts, delivery=delivery)
        self._notices.solved(InsertionProblem, subject=event.recording)

    def _wait_for(self, event: Inserted) -> float | None:
        """The seconds that the user waited for the text, where it is that of the last dictation and comes to
        the cursor for the first time."""
        last = self._last
        if last is None or last.recording != event.recording or event.id == NO_DICTATION:
            return None
        return last.times.wait

    def not_inserted(self, event: NotInserted) -> None:
        """A text waits in the pane."""
        self._facts = replace(self._facts, delivery=Delivery(fate=Fate.WRITTEN))


def engine_line(facts: EngineFacts) -> str:
    """What computes, as one line: "processor, int8"."""
    return f"{device_words(facts.device)}, {facts.compute_type}"


def _undelivered(last: HistoryEntry | None) -> Delivery | None:
    """What there is to say before anything was done with `last`: only that there was no text."""
    return Delivery(last.fate) if last and last.fate is not Fate.WRITTEN else None


def clean_up_of(dictations: Dictations, last: HistoryEntry | None, beside: Enhancement | None) -> CleanUpView:
    """The clean-up of the text in view: of the dictation that is waited for, else of the last one."""
    if dictations.enhancing and not dictations.finishing:
        newest = dictations.enhancing[-1]
        spoken = newest.plan.spoken or newest.transcript.text
        return CleanUpView(CleanUpStage.WRITING, spoken, newest.written, Version.ENHANCED)
    if last is None or not last.text:
        return CleanUpView()
    if beside is not None:
        return CleanUpView(CleanUpStage.WRITING, last.spoken, beside.written, last.version)
    record = last.enhancement
    if record is None:
        return CleanUpView(CleanUpStage.SKIPPED, last.spoken, remark=last.skipped)
    return CleanUpView(
        _STAGES[record.judgement],
        last.spoken,
        record.shown,
        last.version,
        remark=" ".join(record.reasons),
        style=record.style,
        writer=record.writer,
        first_token_seconds=record.first_token,
        tokens_per_second=record.tokens_per_second,
        gpu_share=record.gpu_share,
    )


_STAGES: Final = {
    Judgement.ACCEPTED: CleanUpStage.DONE,
    Judgement.PARTLY: CleanUpStage.PARTLY,
    Judgement.REFUSED: CleanUpStage.REFUSED,
    Judgement.OVERRULED: CleanUpStage.OVERRULED,
}


def _with_dictations(state: ViewState, dictations: Dictations) -> ViewState:
    """`state` with phase, live text and the number of those that are not delivered yet."""
    waiting = len(dictations.finishing) + len(dictations.enhancing)
    match dictations.capturing:
        case Opening():
            return replace(state, phase=Phase.OPENING, unfinished=waiting)
        case Listening(text=text):
            return replace(state, phase=Phase.LISTENING, live=text, unfinished=waiting)
        case None if dictations.finishing:
            live = dictations.finishing[-1].text
            return replace(state, phase=Phase.WRITING, live=live, unfinished=waiting - 1)
        case None if dictations.enhancing:
            live = LiveText(dictations.enhancing[-1].transcript.text)
            return replace(state, phase=Phase.ENHANCING, live=live, unfinished=waiting - 1)
        case None:
            return state
