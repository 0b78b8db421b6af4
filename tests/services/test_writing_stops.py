"""Stopping, abandoning and closing the writing service at each moment."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest

from app.domain.enhancement import EnhancementStopped, TokenWritten
from app.domain.transcript import LiveText
from app.domain.writing import WriteRequest
from app.services.worker import Worker
from app.services.writing import WritingService
from tests.fakes import FakeClock, ScriptedWriter
from tests.services.writing_bench import (
    FIRST,
    LONG,
    SECOND,
    SETTINGS,
    SPOKEN,
    STYLES,
    WRITTEN,
    Answer,
    Bench,
)

# --- stopping ---


def test_a_stop_between_tokens_ends_it_at_once() -> None:
    bench = Bench(WRITTEN)
    bench.when = lambda event: bench.service.stop(1) if isinstance(event, TokenWritten) else None
    assert bench.enhance(1, SPOKEN) == EnhancementStopped(1)
    assert sum(isinstance(one, TokenWritten) for one in bench.posted) == 1
    assert len(bench.answers(1)) == 1


def test_a_stop_at_any_event_is_answered_once() -> None:
    whole = Bench(WRITTEN)
    whole.writer.is_loaded = False
    whole.enhance(1, SPOKEN)
    for number in range(1, len(whole.posted)):
        bench = Bench(WRITTEN)
        bench.writer.is_loaded = False
        bench.when = lambda _, bench=bench, number=number: (  # type: ignore[misc]  # not inferred
            bench.service.stop(1) if len(bench.posted) == number else None
        )
        bench.enhance(1, SPOKEN)
        assert bench.answers(1) == [EnhancementStopped(1)], number
        assert len(bench.posted) == number + 1


def test_a_stop_before_its_turn_is_answered_without_the_worker() -> None:
    bench = Bench(WRITTEN)
    bench.service.enhance(1, SPOKEN)
    bench.service.stop(1)
    assert bench.posted == [EnhancementStopped(1)]
    bench.inbox.run()
    assert bench.posted == [EnhancementStopped(1)]
    assert bench.asked() == []


def test_a_stop_before_it_is_asked_for_holds() -> None:
    bench = Bench(WRITTEN).on_gpu()
    bench.service.stop(1)
    bench.hear(1, FIRST)
    assert bench.enhance(1, SPOKEN) == EnhancementStopped(1)
    assert bench.asked() == []


def test_a_stop_that_comes_too_late_changes_nothing() -> None:
    bench = Bench(WRITTEN)
    bench.enhance(1, SPOKEN)
    bench.service.stop(1)
    bench.inbox.run()
    assert bench.ended(1).enhanced.cleaned.text == WRITTEN


@pytest.mark.parametrize("moment", ["before", "waiting", "writing"])
def test_an_abandoned_one_is_not_answered(moment: str) -> None:
    bench = Bench(WRITTEN)
    if moment == "before":
        bench.service.abandon(1)
    if moment == "writing":
        bench.when = lambda event: bench.service.abandon(1) if isinstance(event, TokenWritten) else None
    bench.service.enhance(1, SPOKEN)
    if moment == "waiting":
        bench.service.abandon(1)
    bench.inbox.run()
    assert bench.answers(1) == []
    assert len(bench.asked()) == (moment == "writing")
    bench.writer.answers = [WRITTEN]
    bench.enhance(2, SPOKEN)
    assert bench.ended(2).enhanced.cleaned.text == WRITTEN


def test_an_abandoned_dictation_is_not_cleaned_up_any_further() -> None:
    bench = Bench().on_gpu()
    bench.hear(1, FIRST)
    bench.service.abandon(1)
    bench.hear(1, FIRST + SECOND)
    assert len(bench.asked()) == 1


def test_stopping_one_leaves_the_other() -> None:
    bench = Bench(WRITTEN, WRITTEN)
    bench.service.enhance(1, SPOKEN)
    bench.service.enhance(2, SPOKEN)
    bench.service.stop(1)
    bench.inbox.run()
    assert bench.answers(1) == [EnhancementStopped(1)]
    assert bench.ended(2).enhanced.cleaned.text == WRITTEN


def test_a_piece_of_another_dictation_makes_way_for_what_is_asked_for() -> None:
    bench = Bench(FIRST.strip(), WRITTEN).on_gpu()
    bench.service.heard(2, LiveText(FIRST))
    write = bench.writer.begin

    def begin(kind: str, request: WriteRequest) -> Answer:
        answer = write(kind, request)
        if len(bench.asked()) == 1:
            bench.service.enhance(1, SPOKEN)
        return answer

    bench.writer.begin = begin  # type: ignore[method-assign]  # of a fake
    bench.inbox.run()
    # The piece was begun, dropped, and written once the other was done.
    assert bench.dictated() == [FIRST.strip(), SPOKEN, FIRST.strip()]
    assert bench.ended(1).enhanced.cleaned.text == WRITTEN


def test_closing_ends_what_runs_and_unloads_if_the_user_wants() -> None:
    bench = Bench(WRITTEN, settings=replace(SETTINGS, unload_at_exit=True))
    bench.when = lambda event: bench.service.close() if isinstance(event, TokenWritten) else None
    bench.service.enhance(1, SPOKEN)
    bench.inbox.run()
    assert sum(isinstance(one, TokenWritten) for one in bench.posted) == 1
    assert not bench.writer.is_loaded
    bench.hear(2, FIRST)
    bench.service.prepare()
    bench.inbox.run()
    assert len(bench.writer.asked) == 1


# --- on a worker ---


def test_a_stop_from_another_thread_while_the_model_writes() -> None:
    posted: list[object] = []
    writing, answered = threading.Event(), threading.Event()
    go_on = threading.Event()

    def post(event: object) -> None:
        posted.append(event)
        if isinstance(event, TokenWritten):
            writing.set()
            go_on.wait(LONG)
        if isinstance(event, EnhancementStopped):
            answered.set()

    errors: list[Exception] = []
    worker = Worker("writing", FakeClock(), errors.append)
    writer = ScriptedWriter(WRITTEN)
    service = WritingService(worker, writer, post, STYLES, SETTINGS, lambda: True)
    worker.start()
    service.enhance(1, SPOKEN)
    assert writing.wait(LONG)
    service.stop(1)
    go_on.set()
    assert answered.wait(LONG)
    service.close()
    worker.close()
    assert errors == []
    assert sum(isinstance(one, TokenWritten) for one in posted) == 1
