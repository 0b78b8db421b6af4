"""What a screen reader is told of dictations by itself: what goes on, what became of a text, what went wrong.

Problem: the state is a shape, a colour and a few words somewhere in a window that has not the focus; who does
    not see it hears nothing of it.
Rules: each change of state is told once, and nothing for each level, word or token. What has to be heard now
    (it listens; something is wrong) interrupts the reader, the rest waits for its turn. While somebody speaks
    no outcome of an earlier text is told: the microphone would hear it.
Failure mode: a screen reader may leave out what comes from a window that is not in front; the sound at the
    start of a dictation is heard all the same.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from app.services.view import CleanUpStage, Delivery, Phase, ViewState
from app.ui import clean_up_words, words
from app.ui.screen_reader import Announcement
from app.ui.told import told


class Announcer:
    """Follows the state and tells what has changed.

    Args:
        tell: gets each announcement; called on the GUI thread.
    """

    def __init__(self, tell: Callable[[Announcement], None]) -> None:
        self._tell = tell
        self._before: ViewState | None = None
        self._said = ""
        self._told: Delivery | None = None

    def show_state(self, state: ViewState) -> None:
        """Tell what is new in it; of the first one nothing."""
        before, self._before = self._before, state
        if before is None:
            self._said, self._told = _activity(state), state.delivery
            return
        news = [*_new_notices(before, state), *self._outcome(before, state)]
        news += self._new_activity(before, state, is_answered=bool(news))
        # An urgent one would cut the others short.
        for said in sorted(news, key=lambda said: not said.is_urgent):
            self._tell(said)

    def _outcome(self, before: ViewState, state: ViewState) -> list[Announcement]:
        """What became of the last text, once nobody speaks."""
        if state.phase is not Phase.IDLE:
            return []
        news = []
        if verdict := _verdict(before, state):
            news.append(Announcement(verdict))
        # Two of them may say the same; that of another text is another value.
        if state.delivery is not None and state.delivery is not self._told:
            news.append(Announcement(words.delivery_words(replace(state.delivery, wait=None))))
        self._told = state.delivery
        return news

    def _new_activity(self, before: ViewState, state: ViewState, *, is_answered: bool) -> list[Announcement]:
        said = _activity(state)
        if not said or said == self._said:
            return []
        self._said = said
        is_over = state.phase is Phase.IDLE and before.phase is not Phase.IDLE
        if is_over and (is_answered or _has_new_text(before, state)):
            # What becomes of the text says more than that there is nothing to do.
            return []
        return [Announcement(said, is_urgent=state.phase is Phase.LISTENING)]


def _activity(state: ViewState) -> str:
    """What goes on; of the moment before the microphone is open there is nothing to say."""
    if state.phase is Phase.OPENING:
        return ""
    return words.state_words(replace(state, unfinished=0)).replace(" · ", ", ")


def _has_new_text(before: ViewState, state: ViewState) -> bool:
    return state.text != before.text or state.delivery is not before.delivery


def _new_notices(before: ViewState, state: ViewState) -> list[Announcement]:
    known = {notice.key for notice in before.notices}
    return [
        Announcement(f"{told(notice.sentence)} {told(notice.remedy)}".strip(), notice.is_trouble)
        for notice in state.notices
        if notice.key not in known
    ]


def _verdict(before: ViewState, state: ViewState) -> str:
    """What came of the clean-up that has just ended."""
    view = state.clean_up
    if before.clean_up.stage is not CleanUpStage.WRITING or view.stage is CleanUpStage.WRITING:
        return ""
    return clean_up_words.verdict_words(view)
