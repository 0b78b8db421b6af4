"""The buttons beside notices: at once where nothing can be lost, else both texts are compared."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pytest

from app.domain.history import EnhancementRecord, Fate, HistoryEntry, Judgement
from app.services.history_choice import HistoryChoice
from app.services.history_notices import HistoryNotices, NoticeEntryRead
from app.services.view_anew import Choice

EMPTY = HistoryEntry("rec", 1000.0, Fate.FAILED, id=7)
SPOKEN = replace(EMPTY, fate=Fate.WRITTEN, text="At noon.", heard="at noon", spoken="At noon.")
ENHANCED = replace(SPOKEN, enhancement=EnhancementRecord("At noon.", "At noon.", Judgement.ACCEPTED))


@dataclass
class Desk:
    """All that the service turns to; `done` says what was asked of them."""

    entry: HistoryEntry | None
    done: list[tuple[object, ...]] = field(default_factory=list)

    def service(self) -> HistoryNotices:
        def post(event: object) -> None:
            assert isinstance(event, NoticeEntryRead)
            service.entry_read(event)

        service = HistoryNotices(
            self, self, HistoryChoice(self, self), lambda id: self.done.append(("open", id)), post
        )
        return service

    def find(self, recording: str, answer: Callable[[HistoryEntry | None], None]) -> None:
        answer(self.entry)

    def transcribe_again(self, recording: str) -> None:
        self.done.append(("transcribed at once", recording))

    def enhance_again(self, recording: str) -> None:
        self.done.append(("enhanced at once", recording))

    def transcribe(self, recording: str, model: str = "") -> None:
        self.done.append(("transcribe", recording, model))

    def enhance(self, recording: str, style: str = "") -> None:
        self.done.append(("enhance", recording, style))

    def choose(self, recording: str, choice: Choice) -> None:
        self.done.append(("choose", recording, choice))

    def forget(self, recording: str) -> None:
        self.done.append(("forget", recording))


@pytest.mark.parametrize("entry", [None, EMPTY], ids=["no entry", "no text"])
def test_a_dictation_without_a_text_is_transcribed_at_once(entry: HistoryEntry | None) -> None:
    desk = Desk(entry)
    desk.service().transcribe_again("rec")
    assert desk.done == [("transcribed at once", "rec")]


@pytest.mark.parametrize("entry", [None, SPOKEN], ids=["no entry", "no clean-up"])
def test_one_without_a_clean_up_is_cleaned_up_at_once(entry: HistoryEntry | None) -> None:
    desk = Desk(entry)
    desk.service().enhance_again("rec")
    assert desk.done == [("enhanced at once", "rec")]


@pytest.mark.parametrize("entry", [SPOKEN, ENHANCED], ids=["spoken", "enhanced"])
def test_a_text_that_there_is_is_compared_with_the_one_of_another_transcription(entry: HistoryEntry) -> None:
    desk = Desk(entry)
    desk.service().transcribe_again("rec")
    assert desk.done == [("forget", "rec"), ("transcribe", "rec", ""), ("open", 7)]


def test_a_clean_up_that_there_is_is_compared_with_the_new_one() -> None:
    desk = Desk(ENHANCED)
    desk.service().enhance_again("rec")
    assert desk.done == [("forget", "rec"), ("enhance", "rec", ""), ("open", 7)]


def test_the_choice_goes_to_both() -> None:
    desk = Desk(ENHANCED)
    HistoryChoice(desk, desk).choose("rec", Choice.NEW)
    assert desk.done == [("choose", "rec", Choice.NEW)] * 2
