"""What the writing service does before it is asked: pieces while the user speaks, beside the recognizer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.enhancement import EnhancementBegun, EnhancementFailed, TokenWritten
from app.domain.problems import WriterNotRunning, WritingCutOff
from app.domain.transcript import LiveText
from app.services.writing import MOST_INTERRUPTIONS, POLL_SECONDS, WritingService
from tests.services.writing_bench import (
    FIRST,
    SECOND,
    SETTINGS,
    SPOKEN,
    STYLES,
    THIRD,
    WRITTEN,
    Bench,
)

# --- pieces ---


def test_settled_text_is_cleaned_up_while_the_user_speaks() -> None:
    bench = Bench(FIRST.strip(), SECOND.strip(), THIRD).on_gpu()
    bench.hear(1, FIRST.strip())
    bench.hear(1, FIRST + SECOND + "The others")
    assert bench.dictated() == [FIRST.strip(), SECOND.strip()]
    assert not any(isinstance(one, EnhancementBegun | TokenWritten) for one in bench.posted)
    bench.enhance(1, FIRST + SECOND + THIRD)
    assert bench.dictated()[2:] == [THIRD]
    ended = bench.ended(1)
    assert ended.enhanced.cleaned.text == FIRST + SECOND + THIRD == bench.shown(1)
    assert (ended.enhanced.figures.pieces, ended.enhanced.figures.ready) == (3, 2)


def test_earlier_pieces_go_along_with_the_next_one() -> None:
    bench = Bench(FIRST.strip()).on_gpu()
    bench.hear(1, FIRST)
    bench.hear(1, FIRST + SECOND)
    before, after = bench.asked()
    assert after.messages[: len(before.messages)] == before.messages
    assert after.messages[len(before.messages)].content == FIRST.strip()


def test_all_in_advance_leaves_nothing_to_wait_for() -> None:
    bench = Bench(FIRST.strip()).on_gpu()
    bench.hear(1, FIRST.strip())
    bench.enhance(1, FIRST.strip())
    assert len(bench.asked()) == 1
    assert bench.ended(1).enhanced.figures.first_token_seconds is None
    assert bench.shown(1) == bench.ended(1).enhanced.cleaned.text == FIRST.strip()


def test_what_was_cleaned_up_falls_with_its_text() -> None:
    bench = Bench(FIRST.strip(), "We will meet at the harbour on Tuesday.").on_gpu()
    bench.hear(1, FIRST)
    bench.enhance(1, "We will meet at the harbour on Tuesday.")
    assert bench.ended(1).enhanced.cleaned.text == "We will meet at the harbour on Tuesday."
    assert len(bench.asked()) == 2


def test_a_correction_brings_the_whole_once_more() -> None:
    answer = "We will meet at the station on Thursday."
    bench = Bench(FIRST.strip(), answer).on_gpu()
    bench.hear(1, FIRST)
    bench.enhance(1, FIRST + "No wait, on Thursday.")
    assert bench.dictated() == [FIRST.strip(), FIRST + "No wait, on Thursday."]
    assert bench.ended(1).enhanced.cleaned.text == answer


def test_pieces_can_be_switched_off() -> None:
    bench = Bench(settings=replace(SETTINGS, pieces=False)).on_gpu()
    bench.hear(1, FIRST + SECOND)
    assert bench.asked() == []


@pytest.mark.parametrize("style", ["email", "list", "notes", "own"])
def test_styles_with_a_layout_are_not_written_in_pieces(style: str) -> None:
    bench = Bench(settings=replace(SETTINGS, style=style)).on_gpu()
    bench.hear(1, FIRST + SECOND)
    assert bench.asked() == []


def test_another_style_does_not_use_what_was_cleaned_up() -> None:
    bench = Bench(FIRST.strip(), FIRST.strip()).on_gpu()
    bench.hear(1, FIRST)
    bench.enhance(1, FIRST.strip(), "formal")
    assert len(bench.asked()) == 2
    assert bench.ended(1).enhanced.figures.ready == 0


def test_text_that_comes_after_its_enhancement_is_not_cleaned_up() -> None:
    bench = Bench(FIRST.strip()).on_gpu()
    bench.enhance(1, FIRST.strip())
    bench.hear(1, FIRST + SECOND)
    assert len(bench.asked()) == 1


def test_a_piece_that_fails_is_written_when_it_is_asked_for() -> None:
    bench = Bench(WritingCutOff(), FIRST.strip()).on_gpu()
    bench.hear(1, FIRST)
    bench.hear(1, FIRST + SECOND)
    assert len(bench.asked()) == 1
    bench.enhance(1, FIRST.strip())
    assert bench.ended(1).enhanced.cleaned.text == FIRST.strip()


# --- beside the recognizer ---


def test_on_the_processor_all_in_advance_waits_for_the_recognizer() -> None:
    bench = Bench().on_gpu(0.0)
    bench.is_idle = False
    bench.service.prepare()
    bench.hear(1, FIRST[:20])
    bench.hear(1, FIRST)
    assert bench.writer.asked == []
    assert bench.inbox.waiting == 1
    bench.is_idle = True
    bench.inbox.advance(POLL_SECONDS)
    assert [what for what, _ in bench.writer.asked] == ["warm", "write"]
    assert bench.inbox.waiting == 0


def test_on_the_graphics_card_nothing_waits() -> None:
    bench = Bench().on_gpu()
    bench.service.prepare()
    bench.inbox.run()
    bench.is_idle = False
    bench.service.prepare()
    bench.hear(1, FIRST)
    assert [what for what, _ in bench.writer.asked] == ["warm", "warm", "write"]


def test_the_user_can_let_it_compute_beside_the_recognizer() -> None:
    bench = Bench(settings=replace(SETTINGS, yields_to_speech=False)).on_gpu(0.0)
    bench.is_idle = False
    bench.hear(1, FIRST)
    assert len(bench.asked()) == 1


def test_what_is_asked_for_does_not_wait() -> None:
    bench = Bench(WRITTEN).on_gpu(0.0)
    bench.is_idle = False
    bench.enhance(1, SPOKEN)
    assert bench.ended(1).enhanced.cleaned.text == WRITTEN


class Busy:
    """A recognizer that begins to compute as soon as it was found idle so often."""

    def __init__(self, looks: int) -> None:
        self.looks = looks

    def is_idle(self) -> bool:
        self.looks -= 1
        return self.looks >= 0


def test_a_piece_makes_way_for_the_recognizer_and_is_written_later() -> None:
    bench = Bench(FIRST.strip(), FIRST.strip()).on_gpu(0.0)
    recognizer = Busy(3)
    service = WritingService(
        bench.inbox, bench.writer, bench.posted.append, STYLES, SETTINGS, recognizer.is_idle
    )
    service.heard(1, LiveText(FIRST))
    bench.inbox.run()
    assert len(bench.asked()) == 1
    recognizer.looks = 1000
    bench.inbox.advance(POLL_SECONDS)
    assert len(bench.asked()) == 2
    service.enhance(1, FIRST.strip(), language="en")
    bench.inbox.run()
    assert len(bench.asked()) == 2
    assert bench.ended(1).enhanced.figures.ready == 1


def test_after_some_interruptions_the_rest_waits_for_the_release() -> None:
    bench = Bench().on_gpu(0.0)
    recognizer = Busy(0)
    service = WritingService(
        bench.inbox, bench.writer, bench.posted.append, STYLES, SETTINGS, recognizer.is_idle
    )
    service.heard(1, LiveText(FIRST))
    for _ in range(3 * MOST_INTERRUPTIONS):
        recognizer.looks = 2
        bench.inbox.advance(POLL_SECONDS)
    assert len(bench.asked()) == MOST_INTERRUPTIONS


def test_a_server_that_is_away_is_waited_for_once_and_tried_anew_when_the_user_asks() -> None:
    away = WriterNotRunning("http://localhost:11434")
    bench = Bench(WRITTEN)
    bench.writer.refuses = away
    bench.service.prepare()
    bench.inbox.run()
    bench.writer.refuses = None
    failed = bench.enhance(1, SPOKEN)
    assert isinstance(failed, EnhancementFailed)
    assert failed.problem is away
    assert bench.writer.asked == []
    bench.enhance(2, SPOKEN)
    assert bench.ended(2).enhanced.cleaned.text == WRITTEN


def test_a_server_that_comes_back_is_found_by_the_next_dictation() -> None:
    bench = Bench(WRITTEN)
    bench.writer.refuses = WriterNotRunning("http://localhost:11434")
    bench.service.prepare()
    bench.inbox.run()
    bench.writer.refuses = None
    bench.service.prepare()
    bench.inbox.run()
    bench.enhance(1, SPOKEN)
    assert bench.ended(1).enhanced.cleaned.text == WRITTEN


def test_a_server_that_was_away_for_a_dictation_that_is_dropped_is_asked_when_the_user_asks() -> None:
    bench = Bench(WRITTEN)
    bench.writer.refuses = WriterNotRunning("http://localhost:11434")
    bench.service.prepare()
    bench.inbox.run()
    bench.writer.refuses = None
    bench.service.abandon(1)
    bench.enhance(2, SPOKEN)
    assert bench.ended(2).enhanced.cleaned.text == WRITTEN
