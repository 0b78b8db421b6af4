"""A dictation of the past is cleaned up once more, and the user chooses which text stays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from app.domain.clean_up_pieces import SEVERAL_BYTES, rest
from app.domain.enhancement import (
    EnhancementBegun,
    EnhancementEnded,
    EnhancementFailed,
    EnhancementStopped,
    TokenWritten,
)
from app.domain.history import EnhancementRecord, Fate, HistoryEntry, Judgement, Version
from app.domain.history_changes import Change
from app.domain.problems import Problem, WriterBusy, WriterNotRunning, WriterSilent
from app.services.dispatcher import Dispatcher
from app.services.history_enhancing import FIRST, EntryLookedUp, HistoryEnhancing
from app.services.view_anew import AnewView, Choice, CleanedAnew, trouble_of
from app.services.writing_events import WriterLoading, WriterReady
from tests.services.writing_bench import FIRST as STATION
from tests.services.writing_bench import SECOND as KEYS
from tests.services.writing_bench import SETTINGS, SPOKEN, THIRD, WRITTEN, Answer, Bench

LONG = (
    f"um {STATION}{KEYS}Then somebody has to look after the dog while we are away for the whole week. "
    "I asked the neighbour about it and she said she would be glad to take him for a walk every morning. "
    "There is enough food in the cupboard below the stairs, and the number of the vet hangs on the door. "
    f"The key of the garden is with the neighbour as well, if somebody wants to water the roses. {THIRD}"
)
INVENTED = "So the train leaves at nine from Berlin."
KEPT = EnhancementRecord("The train leaves at 8.", "The train leaves at 8.", Judgement.ACCEPTED, (), "formal")
ENTRY = HistoryEntry(
    "rec", 1000.0, Fate.WRITTEN, KEPT.text, SPOKEN, "So the train leaves at eight", enhancement=KEPT, id=7
)
PLAIN = replace(ENTRY, text=ENTRY.spoken, enhancement=None)


class Desk:
    """The service with a real writing service behind it; the model's answers are given."""

    def __init__(self, *answers: Answer, entry: HistoryEntry | None = ENTRY) -> None:
        self.entry = entry
        self.shown: list[AnewView | None] = []
        self.bench = Bench(*answers)
        self.service = HistoryEnhancing(self, self.bench.service, self._post, self._change, self)
        self._dispatcher = self._wired()
        self.bench.when = self._post

    def find(self, recording: str, answer: Callable[[HistoryEntry | None], None]) -> None:
        answer(self.entry if self.entry and self.entry.recording == recording else None)

    def show_anew(self, recording: str, anew: AnewView | None) -> None:
        assert recording == "rec"
        self.shown.append(anew)

    def run(self) -> AnewView | None:
        """All that is to be done on the worker; what is to be seen then."""
        self.bench.inbox.run()
        return self.shown[-1]

    def enhance(self, style: str = "") -> AnewView:
        """What is to be seen in the end."""
        self.service.enhance("rec", style)
        last = self.run()
        assert last is not None
        return last

    def at(self, kind: type[object], act: Callable[[], None]) -> None:
        """Do that at the first event of the kind, when all have heard it."""

        def hear(event: object) -> None:
            self._post(event)
            if isinstance(event, kind):
                self.bench.when = self._post
                act()

        self.bench.when = hear

    def _post(self, event: object) -> None:
        self._dispatcher.dispatch(event)

    def _change(self, recording: str, change: Change) -> None:
        assert self.entry is not None
        assert recording == self.entry.recording
        self.entry = change(self.entry)

    def _wired(self) -> Dispatcher:
        def fail(error: Exception) -> None:
            raise error

        dispatcher, service = Dispatcher(fail), self.service
        dispatcher.on(EntryLookedUp, service.looked_up)
        dispatcher.on(WriterLoading, service.loading)
        dispatcher.on(WriterReady, service.ready)
        dispatcher.on(EnhancementBegun, service.written)
        dispatcher.on(TokenWritten, service.written)
        dispatcher.on(EnhancementEnded, service.ended)
        dispatcher.on(EnhancementStopped, service.stopped)
        dispatcher.on(EnhancementFailed, service.failed)
        return dispatcher


def test_both_texts_are_shown_and_nothing_is_changed_before_the_choice() -> None:
    desk = Desk(WRITTEN)
    assert desk.enhance("notes") == AnewView(SETTINGS.model, KEPT.text, WRITTEN, CleanedAnew("notes"))
    assert desk.shown[0] == AnewView(cleaned=CleanedAnew("notes"))
    grown = [anew.cleaned.written for anew in desk.shown if anew and anew.cleaned and anew.is_busy]
    assert grown == sorted(grown, key=len)
    assert grown[-1] == WRITTEN
    (request,) = desk.bench.asked()
    assert "notes" in request.messages[0].content
    assert desk.bench.dictated() == [SPOKEN]
    assert desk.entry == ENTRY
    desk.service.choose("rec", Choice.NEW)
    assert desk.shown[-1] is None
    assert desk.entry.enhancement is not None
    assert (desk.entry.text, desk.entry.version) == (WRITTEN, Version.ENHANCED)
    assert (desk.entry.enhancement.style, desk.entry.enhancement.writer) == ("notes", SETTINGS.model)
    assert desk.entry.spoken == ENTRY.spoken


def test_the_old_text_and_its_clean_up_are_kept_when_that_is_wanted() -> None:
    desk = Desk(WRITTEN)
    desk.enhance()
    desk.service.choose("rec", Choice.OLD)
    desk.service.choose("rec", Choice.NEW)
    assert desk.shown[-1] is None
    assert desk.entry == ENTRY


def test_what_the_guard_refuses_is_seen_with_its_reasons_and_used_only_against_it() -> None:
    desk = Desk(INVENTED, entry=PLAIN)
    seen = desk.enhance("formal")
    assert (seen.old, seen.new) == (PLAIN.text, INVENTED)
    assert seen.cleaned is not None
    assert seen.cleaned.is_refused
    assert any("nine" in reason for reason in seen.cleaned.reasons)
    assert desk.entry == PLAIN
    desk.service.choose("rec", Choice.WHOLE)
    assert desk.entry.text == INVENTED
    assert desk.entry.enhancement is not None
    assert desk.entry.enhancement.judgement is Judgement.OVERRULED


@pytest.mark.parametrize(
    ("choice", "judgement"), [(Choice.NEW, Judgement.PARTLY), (Choice.WHOLE, Judgement.OVERRULED)]
)
def test_of_a_text_that_is_refused_in_part_both_the_part_and_the_whole_can_be_used(
    choice: Choice, judgement: Judgement
) -> None:
    entry = replace(PLAIN, heard=LONG, spoken=LONG, text=LONG)
    first, second = rest(LONG, (), SEVERAL_BYTES)
    invented = second.strip().replace("north", "north, from Berlin")
    desk = Desk(first.strip().replace("um ", ""), invented, entry=entry)
    seen = desk.enhance()
    assert seen.cleaned is not None
    assert seen.new is not None
    assert "Berlin" in seen.cleaned.whole
    assert "Berlin" not in seen.new
    assert not seen.cleaned.is_refused
    assert seen.cleaned.reasons
    desk.service.choose("rec", choice)
    assert desk.entry is not None
    assert desk.entry.text == (seen.cleaned.whole if choice is Choice.WHOLE else seen.new)
    assert desk.entry.enhancement is not None
    assert desk.entry.enhancement.judgement is judgement


@pytest.mark.parametrize(
    "problem", [WriterNotRunning("http://localhost:11434"), WriterBusy(), WriterSilent(60.0)]
)
def test_a_model_that_is_away_busy_or_silent_is_told_in_the_text_s_place(problem: Problem) -> None:
    desk = Desk(("So the", problem), WRITTEN)
    seen = desk.enhance("list")
    assert seen == AnewView(cleaned=CleanedAnew("list"), trouble=trouble_of(problem, "rec"))
    assert not seen.is_busy
    assert desk.entry == ENTRY
    # And once more.
    assert desk.enhance("list").new == WRITTEN


def test_a_model_that_is_loaded_first_is_named() -> None:
    desk = Desk(WRITTEN)
    desk.bench.writer.is_loaded = False
    desk.enhance()
    loading = [anew.cleaned.loading for anew in desk.shown if anew and anew.cleaned]
    assert SETTINGS.model in loading
    assert loading[-1] == ""


def test_a_dictation_goes_first_and_it_is_begun_anew_afterwards() -> None:
    desk = Desk(WRITTEN, WRITTEN)
    desk.at(TokenWritten, lambda: desk.service.make_way(True))
    held = desk.enhance("notes")
    assert held == AnewView(cleaned=CleanedAnew("notes", is_waiting=True))
    assert desk.bench.answers(FIRST) == []
    desk.service.make_way(False)
    seen = desk.run()
    assert seen is not None
    assert seen.new == WRITTEN
    assert len(desk.bench.asked()) == 2


def test_nothing_is_asked_of_the_model_while_a_dictation_goes_on() -> None:
    desk = Desk(WRITTEN)
    desk.service.make_way(True)
    assert desk.enhance() == AnewView(cleaned=CleanedAnew(is_waiting=True))
    assert desk.bench.asked() == []
    # What is to be chosen or has failed does not wait for anything.
    desk.service.make_way(False)
    seen = desk.run()
    desk.service.make_way(True)
    desk.service.make_way(False)
    assert desk.run() == seen
    assert len(desk.bench.asked()) == 1


def test_stop_ends_it_at_once() -> None:
    desk = Desk(WRITTEN)
    desk.at(TokenWritten, lambda: desk.service.choose("rec", Choice.OLD))
    desk.service.enhance("rec")
    assert desk.run() is None
    assert desk.bench.answers(FIRST) == []
    assert desk.entry == ENTRY


def test_the_last_style_asked_for_is_shown() -> None:
    desk = Desk(WRITTEN, "- The train leaves at eight")
    desk.at(EnhancementBegun, lambda: desk.service.enhance("rec", "list"))
    seen = desk.enhance("notes")
    assert seen.cleaned == CleanedAnew("list")
    assert desk.bench.asked()[-1].messages[0].content.count("list")


@pytest.mark.parametrize("entry", [None, replace(PLAIN, heard="something else")], ids=["gone", "other words"])
def test_an_entry_that_is_gone_or_has_other_words_by_then_stays_so(entry: HistoryEntry | None) -> None:
    desk = Desk(WRITTEN)
    desk.at(EnhancementBegun, lambda: setattr(desk, "entry", entry))
    desk.service.enhance("rec")
    assert desk.run() is None
    assert desk.entry == entry


def test_an_entry_that_gets_other_words_before_the_choice_keeps_them() -> None:
    desk = Desk(WRITTEN)
    desk.enhance()
    desk.entry = replace(PLAIN, heard="something else", text="Something else.")
    desk.service.choose("rec", Choice.NEW)
    assert desk.entry.text == "Something else."


def test_it_is_compared_with_the_text_that_is_in_use_when_it_is_written() -> None:
    desk = Desk(WRITTEN)
    desk.at(EnhancementBegun, lambda: setattr(desk, "entry", replace(ENTRY, text=ENTRY.spoken)))
    assert desk.enhance().old == ENTRY.spoken


def test_nothing_is_left_to_choose_when_the_program_ends() -> None:
    desk = Desk(WRITTEN)
    desk.at(TokenWritten, desk.bench.service.close)
    desk.service.enhance("rec")
    assert desk.run() is None
    assert desk.entry == ENTRY


def test_dictations_and_tries_are_none_of_its_business() -> None:
    desk = Desk(WRITTEN, WRITTEN)
    desk.bench.enhance(1, SPOKEN)
    desk.bench.enhance(-1, SPOKEN)
    desk.service.loading(WriterLoading("mini:1b"))
    desk.service.ready(WriterReady("mini:1b", 1.0))
    assert desk.shown == []
