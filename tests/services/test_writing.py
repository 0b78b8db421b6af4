"""The writing service with a writer whose answers are given: enhancements, limits and failures."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.clean_up_pieces import SEVERAL_BYTES, rest
from app.domain.enhancement import EnhancementBegun, EnhancementFailed, TokenWritten
from app.domain.passages import MAX_BYTES
from app.domain.problems import (
    Problem,
    Unexpected,
    WriterModelMissing,
    WriterNotRunning,
    WritingContextTooSmall,
    WritingCutOff,
    WritingLimitReached,
    WritingUnfinished,
)
from app.domain.writing import ModelTraits, Thinking, WriteRequest
from app.services.writing import WritingService
from app.services.writing_events import WriterLoading, WriterReady
from tests.fakes import ScriptedWriter
from tests.services.writing_bench import (
    FIRST,
    SECOND,
    SETTINGS,
    SPOKEN,
    STYLES,
    THIRD,
    WRITTEN,
    Answer,
    Bench,
)

# --- one enhancement ---


def test_tokens_come_and_the_judged_text_ends_it() -> None:
    bench = Bench(WRITTEN)
    bench.enhance(1, SPOKEN)
    ended = bench.ended(1)
    assert ended.enhanced.cleaned.text == WRITTEN == bench.shown(1)
    assert ended.enhanced.cleaned.verdict.accepted
    assert [type(one) for one in bench.posted].index(EnhancementBegun) == 0
    assert sum(isinstance(one, TokenWritten) for one in bench.posted) == len(WRITTEN.split())
    assert (ended.enhanced.figures.first_token_seconds, ended.enhanced.figures.tokens) == (0.1, 6)
    assert (ended.enhanced.figures.pieces, ended.enhanced.figures.ready) == (1, 0)


def test_an_answer_that_is_not_true_is_not_delivered() -> None:
    bench = Bench("The train to Berlin leaves at nine.")
    bench.enhance(1, SPOKEN)
    cleaned = bench.ended(1).enhanced.cleaned
    assert cleaned.text == cleaned.spoken == SPOKEN
    assert cleaned.written == "The train to Berlin leaves at nine."
    assert cleaned.verdict.reasons


def test_the_style_asked_for_is_the_one_that_is_used() -> None:
    bench = Bench("- Paper\n- Pens\n- A new lamp", WRITTEN)
    bench.enhance(1, "we need paper and pens and a new lamp", "list")
    assert bench.ended(1).enhanced.cleaned.verdict.accepted
    bench.enhance(2, SPOKEN)
    first, second = (request.messages[0].content for request in bench.asked())
    assert "as a list" in first
    assert second.startswith(STYLES.default.instruction)
    assert second.endswith("Spell as here: Sayso.")


def test_the_users_own_style_is_asked_for_in_the_users_words() -> None:
    bench = Bench(WRITTEN, settings=replace(SETTINGS, style="own", own_style=" Write it as a poem. "))
    bench.enhance(1, SPOKEN)
    assert bench.asked()[0].messages[0].content.startswith("Write it as a poem. Spell")


def test_nothing_said_asks_for_nothing() -> None:
    bench = Bench()
    bench.enhance(1, "")
    assert bench.ended(1).enhanced.cleaned.text == ""
    assert bench.asked() == []


# --- getting ready ---


def test_the_model_is_loaded_and_warmed_with_the_options_of_the_request() -> None:
    bench = Bench(WRITTEN)
    bench.service.prepare()
    bench.inbox.run()
    bench.enhance(1, SPOKEN)
    assert [what for what, _ in bench.writer.asked] == ["load", "warm", "write"]
    load, warm, write = (request for _, request in bench.writer.asked)
    for request in (load, warm):
        assert request.model == write.model == "mini:1b"
        assert request.num_ctx == write.num_ctx == 4096
        assert (request.temperature, request.keep_alive) == (write.temperature, write.keep_alive)
        assert request.messages[:-1] == write.messages[:-1]


def test_a_loaded_model_is_only_warmed() -> None:
    bench = Bench().on_gpu(0.5)
    bench.service.prepare()
    bench.inbox.run()
    assert [what for what, _ in bench.writer.asked] == ["warm"]
    assert bench.posted == [WriterReady("mini:1b", 0.5)]


def test_loading_is_told() -> None:
    bench = Bench(WRITTEN)
    bench.writer.is_loaded = False
    bench.enhance(1, SPOKEN)
    assert WriterLoading("mini:1b") in bench.posted


def test_what_fails_in_advance_is_told_when_it_is_asked_for() -> None:
    bench = Bench()
    bench.writer.refuses = WriterNotRunning("http://localhost:11434")
    bench.service.prepare()
    bench.hear(1, FIRST + SECOND)
    assert bench.posted == []
    failed = bench.enhance(1, FIRST)
    assert isinstance(failed, EnhancementFailed)
    assert isinstance(failed.problem, WriterNotRunning)


def test_switched_off_nothing_is_done_in_advance_but_all_that_is_asked_for() -> None:
    bench = Bench(WRITTEN, settings=replace(SETTINGS, enabled=False))
    bench.service.prepare()
    bench.hear(1, FIRST + SECOND)
    assert bench.writer.asked == []
    bench.enhance(2, SPOKEN)
    assert bench.ended(2).enhanced.cleaned.text == WRITTEN


def test_a_model_that_is_not_kept_is_kept_while_more_is_to_come() -> None:
    bench = Bench(settings=replace(SETTINGS, keep_alive_minutes=0)).on_gpu()
    bench.service.prepare()
    bench.hear(1, FIRST + SECOND)
    bench.enhance(1, FIRST + SECOND + THIRD)
    assert [request.keep_alive for _, request in bench.writer.asked] == [300.0, 300.0, 0.0]


def test_other_settings_are_used_from_the_next_request_on() -> None:
    bench = Bench(WRITTEN, WRITTEN)
    bench.enhance(1, SPOKEN)
    bench.service.apply(replace(SETTINGS, model="other", host="http://desk:11434", temperature=0.0))
    bench.enhance(2, SPOKEN)
    assert bench.writer.host == "http://desk:11434"
    assert [(one.model, one.temperature) for one in bench.asked()] == [("mini:1b", 0.3), ("other", 0.0)]


# --- limits ---


def test_long_text_goes_in_passages_and_comes_back_whole() -> None:
    text = (FIRST + SECOND) * 60
    passages = rest(text, most=SEVERAL_BYTES)
    bench = Bench(*(one.strip() for one in passages))
    bench.enhance(1, text.strip())
    assert len(bench.asked()) == len(passages) > 2
    assert bench.ended(1).enhanced.cleaned.text == text.strip() == bench.shown(1)
    assert {request.num_ctx for request in bench.asked()} == {4096}
    assert all(request.tokens_needed <= request.num_ctx for request in bench.asked())


def test_a_text_that_reaches_its_limit_is_not_cut_but_fails() -> None:
    bench = Bench(("So the train", WritingLimitReached()))
    failed = bench.enhance(1, SPOKEN)
    assert isinstance(failed, EnhancementFailed)
    assert isinstance(failed.problem, WritingLimitReached)


@pytest.mark.parametrize("problem", [WritingLimitReached(), WritingUnfinished()])
def test_one_passage_that_is_not_whole_stands_as_it_was_spoken(problem: Problem) -> None:
    text = ((FIRST + SECOND) * 60).strip()
    passages = [one.strip() for one in rest(text, most=SEVERAL_BYTES)]
    bench = Bench()
    bench.writer.answers = [passages[0], ("We will", problem), *passages[2:]]
    bench.enhance(1, text)
    cleaned = bench.ended(1).enhanced.cleaned
    assert cleaned.text == cleaned.written == text
    assert cleaned.refused == 1
    assert cleaned.verdict.reasons[0].sentence == problem.sentence


def test_a_long_sentence_that_is_not_finished_is_tried_in_parts() -> None:
    text = "we go on and on, " * 40
    bench = Bench(("we go", WritingLimitReached()))
    bench.enhance(1, text.strip())
    halves = bench.dictated()[1:]
    assert len(halves) == 2
    assert " ".join(halves) == text.strip()
    assert bench.ended(1).enhanced.cleaned.spoken == text.strip()


def test_what_does_not_fit_into_the_context_is_split() -> None:
    text, half = FIRST * 8, (FIRST * 4).strip()
    bench = Bench(WritingContextTooSmall(), half, half)
    bench.enhance(1, text.strip())
    assert bench.ended(1).enhanced.cleaned.text == text.strip()
    assert bench.dictated()[1:] == [half] * 2


class SmallWriter(ScriptedWriter):
    """Of a model whose context is small."""

    def traits(self, model: str) -> ModelTraits:
        return ModelTraits(True, Thinking.ALWAYS, 1024)


def test_a_model_of_small_context_gets_smallerrest() -> None:
    bench = Bench()
    bench.writer = SmallWriter()
    service = WritingService(bench.inbox, bench.writer, bench.posted.append, STYLES, SETTINGS, lambda: True)
    text = ((FIRST + SECOND) * 20).strip()
    service.enhance(1, text, language="en")
    bench.inbox.run()
    assert len(bench.asked()) > 1
    for request in bench.asked():
        assert request.num_ctx == 1024
        assert request.tokens_needed <= 1024
    assert bench.ended(1).enhanced.cleaned.spoken == text


# --- failing ---


@pytest.mark.parametrize(
    "problem", [WriterNotRunning("http://localhost:11434"), WriterModelMissing("mini:1b"), WritingCutOff()]
)
def test_a_failure_is_told_and_the_next_one_works(problem: Problem) -> None:
    bench = Bench(("So the", problem), WRITTEN)
    failed = bench.enhance(1, SPOKEN)
    assert failed == EnhancementFailed(1, problem)
    bench.enhance(2, SPOKEN)
    assert bench.ended(2).enhanced.cleaned.text == WRITTEN


def test_a_failure_in_the_middle_of_a_long_text_is_one_failure() -> None:
    text = ((FIRST + SECOND) * 60).strip()
    bench = Bench(rest(text, most=SEVERAL_BYTES)[0].strip(), WritingCutOff())
    bench.enhance(1, text)
    assert [type(one) for one in bench.answers(1)] == [EnhancementFailed]


def test_a_defect_is_a_failure_and_leaves_no_words_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    bench = Bench(WRITTEN)

    def fail(kind: str, request: WriteRequest) -> Answer:
        raise RuntimeError(request.messages[-1].content)

    bench.writer.begin = fail  # type: ignore[method-assign]  # of a fake
    failed = bench.enhance(1, SPOKEN)
    assert isinstance(failed, EnhancementFailed)
    assert isinstance(failed.problem, Unexpected)
    assert "train" not in caplog.text


def test_a_long_e_mail_has_one_greeting() -> None:
    text = ((FIRST + SECOND) * 60).strip()
    passages = [one.strip() for one in rest(text, most=MAX_BYTES)]
    bench = Bench()
    bench.writer.answers = [f"Hello,\n\n{passages[0]}", *passages[1:]]
    bench.enhance(1, text, style="email")
    assert bench.ended(1).enhanced.cleaned.text == f"Hello,\n\n{text}"
    email, *others = (request.messages[0].content for request in bench.asked())
    assert len(others) > 1
    assert "e-mail" in email
    assert all("e-mail" not in other for other in others)
