"""What plays the recordings of the history, and what gives its dictations new texts.

Recordings have a player of their own, so that a file that is open keeps its place.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass

from app.adapters.clock import SystemClock
from app.adapters.player import PortAudioSpeaker
from app.domain.delivery_plan import Plan
from app.domain.problems import Problem
from app.domain.transcript import Transcript
from app.parts.engine import Engine
from app.parts.files import media_files
from app.parts.workers import NO_PATIENCE, running_worker
from app.services.dictation_controller import DictationController
from app.services.file_events import PlayingEnded, PlayingMoved
from app.services.history_anew import HistoryAnew, View
from app.services.history_choice import HistoryChoice
from app.services.history_controller import HistoryController
from app.services.history_enhancing import HistoryEnhancing
from app.services.history_notices import HistoryNotices
from app.services.history_replay import HistoryReplay, Replayed, ReplayView
from app.services.playback import Playback
from app.services.ports import Post
from app.services.writing import WritingService


def build_replay(
    engine: Engine, post: Post, tell: Callable[[Problem, str], None], view: ReplayView, stack: ExitStack
) -> tuple[HistoryReplay, Playback]:
    """The service and its player, whose worker `stack` ends."""

    def told(event: object) -> None:
        post(Replayed(event) if isinstance(event, PlayingMoved | PlayingEnded) else event)

    worker = running_worker("replay", SystemClock(), post, stack, NO_PATIENCE)
    playback = Playback(worker, media_files(), PortAudioSpeaker(engine.portaudio), told)
    stack.callback(playback.close)
    return HistoryReplay(engine.storage.shelf, playback, post, tell, view), playback


@dataclass(frozen=True, slots=True)
class NewTexts:
    """What gives a dictation of the past a new text: from its `sound`, or from its `words`; the `choice`
    between old and new; and what the `notices` about it offer."""

    sound: HistoryAnew
    words: HistoryEnhancing
    choice: HistoryChoice
    notices: HistoryNotices


@dataclass(frozen=True, slots=True)
class TextsOfPast:
    """Who has the texts of the past: the history, and the pane with the last one. `plan` says what becomes of
    a text that was decoded once more."""

    history: HistoryController
    controller: DictationController
    plan: Callable[[Transcript], Plan]


def build_new_texts(
    engine: Engine,
    writing: WritingService,
    texts: TextsOfPast,
    post: Post,
    view: View,
    open_entry: Callable[[int], None],
) -> NewTexts:
    """The services. `view` shows both texts, `open_entry` the entry of an id."""
    sound = HistoryAnew(engine.storage, engine.speech, post, texts.plan, view)
    words = HistoryEnhancing(engine.storage, writing, post, texts.controller.change, view)
    choice = HistoryChoice(sound, words)
    notices = HistoryNotices(engine.storage, texts.history, choice, open_entry, post)
    return NewTexts(sound, words, choice, notices)
