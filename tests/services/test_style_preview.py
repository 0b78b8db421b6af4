"""Trying a style out: what is shown at each step, and that it keeps out of the way of everything else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import groupby

import pytest

from app.domain.dictation_events import StartRequested
from app.domain.enhancement import (
    EnhancementBegun,
    EnhancementEnded,
    EnhancementFailed,
    EnhancementStopped,
    TokenWritten,
)
from app.domain.problems import WriterModelMissing, WriterNotRunning, WritingCutOff
from app.services.dispatcher import Dispatcher
from app.services.style_preview import NO_PREVIEW, PreviewState, StylePreview
from app.services.writing_events import WriterLoading, WriterReady
from tests.services.writing_bench import SETTINGS, SPOKEN, WRITTEN, Answer, Bench

LIST = "- The train leaves at eight"


def wired(preview: StylePreview) -> Dispatcher:
    """Brings it the events that it wants; a handler that raises fails the test."""

    def fail(error: Exception) -> None:
        raise error

    dispatcher = Dispatcher(fail)
    dispatcher.on(StartRequested, preview.started)
    dispatcher.on(WriterLoading, preview.loading)
    dispatcher.on(WriterReady, preview.ready)
    dispatcher.on(EnhancementBegun, preview.begun)
    dispatcher.on(TokenWritten, preview.written)
    dispatcher.on(EnhancementEnded, preview.ended)
    dispatcher.on(EnhancementStopped, preview.stopped)
    dispatcher.on(EnhancementFailed, preview.failed)
    return dispatcher


class Editor:
    """A style editor's view of it: what it was shown. `at` is done at the first state that it is true of."""

    def __init__(self, *answers: Answer) -> None:
        self.shown: list[PreviewState] = []
        self._hooks: list[tuple[Callable[[PreviewState], bool], Callable[[], None]]] = []
        self.bench = Bench(*answers)
        self.preview = StylePreview(self.bench.service, self._show)
        self.dispatcher = wired(self.preview)
        self.bench.when = self.dispatcher.dispatch

    def _show(self, state: PreviewState) -> None:
        self.shown.append(state)
        for hook in tuple(self._hooks):
            if hook[0](state):
                self._hooks.remove(hook)
                hook[1]()

    def at(self, is_true: Callable[[PreviewState], bool], act: Callable[[], None]) -> None:
        self._hooks.append((is_true, act))

    def try_out(self, text: str = SPOKEN, style: str = "clean-up") -> PreviewState:
        """The last state of it."""
        self.preview.try_out(text, style)
        self.bench.inbox.run()
        return self.shown[-1]


def test_a_text_grows_token_by_token_and_ends_with_its_verdict_and_figures() -> None:
    editor = Editor(WRITTEN)
    last = editor.try_out()
    assert editor.shown[0] == PreviewState(running=True)
    texts = [state.text for state in editor.shown if state.running]
    assert texts == sorted(texts, key=len)
    assert texts[-1] == WRITTEN
    assert all(WRITTEN.startswith(text) for text in texts)
    assert last == PreviewState(text=WRITTEN, figures=last.figures)
    assert last.figures is not None
    assert (last.figures.model, last.figures.style) == (SETTINGS.model, "clean-up")
    assert last.figures.tokens == len(WRITTEN.split())


def test_it_is_tried_in_the_style_that_is_named_with_the_settings_in_force() -> None:
    editor = Editor(LIST, WRITTEN)
    last = editor.try_out(style="list")
    assert last.text == LIST
    assert last.reasons == ()
    editor.bench.service.apply(replace(SETTINGS, own_style="Write it as a pirate would."))
    editor.try_out(style="own")
    first, second = editor.bench.asked()
    assert "list" in first.messages[0].content
    assert second.messages[0].content.startswith("Write it as a pirate would.")


def test_what_the_guard_refuses_is_shown_with_its_reasons() -> None:
    invented = "So the train leaves at nine from Berlin."
    last = Editor(invented).try_out()
    assert last.text == invented
    assert last.figures is not None
    assert any("nine" in reason for reason in last.reasons)
    assert all(reason.endswith(".") for reason in last.reasons)
    assert last.problem == ""


def test_a_model_that_is_loaded_first_is_named_until_it_is() -> None:
    editor = Editor(WRITTEN)
    editor.bench.writer.is_loaded = False
    last = editor.try_out()
    loading = [key for key, _ in groupby(state.loading for state in editor.shown)]
    assert loading == ["", SETTINGS.model, ""]
    assert all(state.running and not state.text for state in editor.shown if state.loading)
    assert last.text == WRITTEN


def test_ready_ends_loading_before_the_first_token() -> None:
    editor = Editor(WRITTEN)
    editor.preview.try_out(SPOKEN, "")
    editor.preview.loading(WriterLoading("mini:1b"))
    editor.preview.ready(WriterReady("mini:1b", 1.0))
    assert [state.loading for state in editor.shown] == ["", "mini:1b", ""]


def test_a_model_that_loads_for_a_dictation_is_none_of_its_business() -> None:
    editor = Editor(WRITTEN)
    editor.preview.loading(WriterLoading("mini:1b"))
    editor.preview.ready(WriterReady("mini:1b", 1.0))
    assert editor.shown == []


@pytest.mark.parametrize(
    ("problem", "remedy"),
    [
        (WriterNotRunning("http://localhost:11434"), ""),
        (WriterModelMissing("mini:1b"), WriterModelMissing("mini:1b").remedy),
    ],
)
def test_what_fails_is_a_sentence_and_names_no_button_of_another_place(
    problem: WriterNotRunning | WriterModelMissing, remedy: str
) -> None:
    editor = Editor()
    editor.bench.writer.refuses = problem
    last = editor.try_out()
    assert last == PreviewState(problem=problem.sentence, remedy=remedy)


def test_what_was_written_before_a_failure_stays_in_view() -> None:
    editor = Editor(("So the train", WritingCutOff()), WRITTEN)
    last = editor.try_out()
    assert (last.text, last.running) == ("So the train", False)
    assert last.problem == WritingCutOff().sentence
    assert editor.try_out().text == WRITTEN


def test_a_defect_is_told_without_its_text() -> None:
    editor = Editor()
    editor.bench.writer.refuses = RuntimeError("secret words")
    last = editor.try_out()
    assert "Something went wrong" in last.problem
    assert "secret" not in repr(last)


# --- ending ---


def test_a_stop_while_it_writes_keeps_what_there_is() -> None:
    editor = Editor(WRITTEN)
    editor.at(lambda state: state.text == "So the", editor.preview.stop)
    last = editor.try_out()
    assert last == PreviewState(text="So the")


def test_a_stop_before_its_turn_ends_it_at_once() -> None:
    editor = Editor(WRITTEN)
    editor.preview.try_out(SPOKEN, "clean-up")
    editor.preview.stop()
    assert editor.shown == [PreviewState(running=True), NO_PREVIEW]
    editor.bench.inbox.run()
    assert editor.bench.asked() == []
    assert editor.shown[-1] == NO_PREVIEW


def test_a_stop_without_a_try_does_nothing() -> None:
    editor = Editor(WRITTEN)
    editor.preview.stop()
    last = editor.try_out()
    editor.preview.stop()
    assert editor.shown[-1] == last
    assert last.text == WRITTEN


def test_a_dictation_that_begins_ends_it() -> None:
    editor = Editor(WRITTEN)
    editor.at(lambda state: state.text == "So the", lambda: editor.dispatcher.dispatch(StartRequested()))
    assert editor.try_out() == PreviewState(text="So the")


@pytest.mark.parametrize("moment", ["waiting", "writing"])
def test_a_new_one_ends_the_old_one_and_nothing_of_that_is_shown(moment: str) -> None:
    editor = Editor(WRITTEN, LIST) if moment == "writing" else Editor(LIST)
    if moment == "writing":
        editor.at(lambda state: state.text == "So the", lambda: editor.preview.try_out(SPOKEN, "list"))
        last = editor.try_out()
    else:
        editor.preview.try_out(SPOKEN, "clean-up")
        last = editor.try_out(style="list")
    assert last.text == LIST
    begun = max(at for at, state in enumerate(editor.shown) if state == PreviewState(running=True))
    assert all(LIST.startswith(state.text) for state in editor.shown[begun:])
    assert sum(not state.running for state in editor.shown) == 1


def test_an_empty_text_asks_nothing_and_ends_what_runs() -> None:
    editor = Editor(WRITTEN)
    assert editor.try_out(" \n") == NO_PREVIEW
    assert editor.bench.writer.asked == []
    editor.preview.try_out(SPOKEN, "clean-up")
    assert editor.try_out("") == NO_PREVIEW
    assert editor.bench.asked() == []


def test_dictations_are_not_taken_for_it_nor_it_for_them() -> None:
    editor = Editor(WRITTEN, WRITTEN)
    editor.bench.enhance(1, SPOKEN)
    assert editor.shown == []
    editor.try_out()
    tries = {
        event.id
        for event in editor.bench.posted
        if isinstance(event, EnhancementBegun | TokenWritten | EnhancementEnded) and event.id != 1
    }
    assert len(tries) == 1
    assert max(tries) < 0


def test_what_was_said_is_in_no_repr() -> None:
    last = Editor("So the train leaves at nine.").try_out()
    assert last.reasons
    assert "train" not in repr(last)
    assert "nine" not in repr(last)
