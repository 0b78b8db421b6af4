"""A dictation written down or cleaned up once more: both texts in view, and the choice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.differences import Change
from app.domain.enhancement_settings import EnhancementSettings
from app.domain.history import Fate, HistoryEntry
from app.domain.history_search import Search
from app.domain.models import ModelState
from app.domain.problems import WriterBusy, WriterModelMissing
from app.domain.settings import Settings
from app.services.view_anew import AnewView, Choice, CleanedAnew, trouble_of
from app.ui.buttons import Button
from app.ui.history_page import HistoryPage
from app.ui.main_window import MainWindow
from app.ui.places import Place
from app.ui.theme import Theme
from tests.ui.settings_scenes import bundled_styles
from tests.ui.windows import button, labels, main_window, settle, show_history

OLD, NEW = "It rains at moon.", "It rains at noon."
ENTRY = HistoryEntry("rec", 1_760_000_000.0, Fate.WRITTEN, OLD, f"um {OLD}", OLD, has_audio=True, id=7)
OTHER = replace(ENTRY, recording="other", id=6)


@pytest.fixture
def window(theme: Theme) -> Iterator[MainWindow]:
    with main_window(theme) as window:
        window.show()
        window.open_place(Place.HISTORY)
        show_history(window, (ENTRY, OTHER))
        settle()
        yield window


@pytest.fixture
def page(window: MainWindow) -> HistoryPage:
    return window.history


def state(name: str, *, is_here: bool) -> ModelState:
    return ModelState(name, "", 1, False, Path(name) if is_here else None, "")


def test_the_models_of_this_computer_are_offered_where_there_is_a_choice(
    window: MainWindow, page: HistoryPage, qtbot: QtBot
) -> None:
    window.show_models((state("base", is_here=True), state("medium", is_here=False)))
    assert not page.detail.acts.by.isVisible()
    window.show_models((state("base", is_here=True), state("small", is_here=True)))
    assert page.detail.acts.by.isVisible()
    base, small = page.detail.acts.by.menu().actions()
    assert (base.text(), small.text()) == ("base", "small")
    with qtbot.waitSignal(window.history_again) as asked:
        small.trigger()
    assert asked.args == ["rec", "small"]
    show_history(window, (replace(ENTRY, has_audio=False),))
    assert not page.detail.acts.by.isVisible()


def test_the_text_stays_in_view_until_the_new_one_is_there(page: HistoryPage) -> None:
    page.show_anew("rec", AnewView("small"))
    assert "Writing it down with small …" in labels(page)
    assert page.detail.text.isVisible()
    assert not page.detail.acts.again.isEnabled()
    page.show_anew("rec", AnewView("small", OLD, NEW))
    assert not page.detail.text.isVisible()
    runs = page.detail.anew.text.runs
    assert [run.text.strip() for run in runs if run.change is Change.REMOVED] == ["moon."]
    assert [run.text.strip() for run in runs if run.change is Change.ADDED] == ["noon."]


@pytest.mark.parametrize(
    ("words", "choice"), [("Use the new text", Choice.NEW), ("Keep the old one", Choice.OLD)]
)
def test_the_user_chooses(
    window: MainWindow, page: HistoryPage, qtbot: QtBot, words: str, choice: Choice
) -> None:
    page.show_anew("rec", AnewView("small", OLD, NEW))
    with qtbot.waitSignal(window.history_chosen) as chosen:
        button(page, words).click()
    assert chosen.args == ["rec", choice]
    page.show_anew("rec", None)
    assert page.detail.text.isVisible()
    assert page.detail.acts.again.isEnabled()
    assert not page.detail.anew.isVisible()


def test_the_same_text_leaves_no_choice(page: HistoryPage) -> None:
    page.show_anew("rec", AnewView("small", OLD, OLD))
    assert "small wrote the same." in labels(page)
    assert not page.detail.anew.use.isVisible()
    assert page.detail.anew.keep.isVisible()


def test_it_belongs_to_its_entry_alone(page: HistoryPage) -> None:
    page.show_anew("rec", AnewView("small", OLD, NEW))
    page.list.setCurrentIndex(page.model.index(1))
    assert page.detail.text.isVisible()
    assert not page.detail.anew.isVisible()
    page.list.setCurrentIndex(page.model.index(0))
    assert page.detail.anew.isVisible()
    assert not page.detail.text.isVisible()


# --- by its words ---

REASONS = ("“noon” was not said.",)


def test_the_styles_are_offered_with_the_one_that_is_set_first(
    window: MainWindow, page: HistoryPage, qtbot: QtBot
) -> None:
    assert not page.detail.acts.enhance.isVisible()
    styles = bundled_styles()
    window.show_styles(styles)
    window.show_settings(Settings(enhancement=EnhancementSettings(style="notes")))
    settle()
    assert page.detail.acts.enhance.isVisible()
    page.detail.acts.enhance.menu().aboutToShow.emit()
    first, *others = page.detail.acts.enhance.menu().actions()
    assert (first.text(), first.isChecked()) == ("Notes", True)
    assert [each.text() for each in others] == [each.title for each in styles.all if each.name != "notes"]
    assert others[-1].text() == "Your own"
    with qtbot.waitSignal(window.history_enhance) as asked:
        others[1].trigger()
    assert asked.args == ["rec", "formal"]


def test_there_is_nothing_to_clean_up_without_a_text(window: MainWindow, page: HistoryPage) -> None:
    window.show_styles(bundled_styles())
    show_history(window, (replace(ENTRY, text="", heard="", spoken="", fate=Fate.INTERRUPTED),))
    settle()
    assert not page.detail.acts.enhance.isVisible()
    assert page.detail.acts.again.isVisible()


def test_a_text_that_is_tidied_up_can_be_watched_and_stopped(
    window: MainWindow, page: HistoryPage, qtbot: QtBot
) -> None:
    window.show_styles(bundled_styles())
    page.show_anew("rec", AnewView(cleaned=CleanedAnew("formal", written="It is")))
    settle()
    assert "Tidying it up in the style “Formal” …" in labels(page)
    assert page.detail.anew.text.toPlainText() == "It is"
    assert page.detail.text.toPlainText() == OLD
    assert not page.detail.acts.enhance.isEnabled()
    page.show_anew("rec", AnewView(cleaned=CleanedAnew("formal", loading="mistral:7b-instruct")))
    assert "Loading mistral …" in labels(page)
    page.show_anew("rec", AnewView(cleaned=CleanedAnew("formal", is_waiting=True)))
    assert "What you are saying comes first; then it is tidied up." in labels(page)
    with qtbot.waitSignal(window.history_chosen) as chosen:
        button(page, "Stop").click()
    assert chosen.args == ["rec", Choice.OLD]


def test_a_refused_text_is_used_only_all_the_same(
    window: MainWindow, page: HistoryPage, qtbot: QtBot
) -> None:
    page.show_anew(
        "rec", AnewView("mini:1b", OLD, NEW, CleanedAnew("formal", reasons=REASONS, is_refused=True))
    )
    assert f"This would not be used: {REASONS[0]}" in labels(page)
    box = page.detail.anew
    assert box.text.toPlainText().strip()
    assert box.first_button is box.keep
    assert (box.keep.property("kind"), box.use.property("kind")) == ("primary", "")
    with qtbot.waitSignal(window.history_chosen) as chosen:
        button(page, "Use it all the same").click()
    assert chosen.args == ["rec", Choice.WHOLE]


def test_what_was_refused_of_a_text_can_be_seen_and_used(
    window: MainWindow, page: HistoryPage, qtbot: QtBot
) -> None:
    box, whole = page.detail.anew, f"{NEW} Sir."
    page.show_anew("rec", AnewView("mini:1b", OLD, NEW, CleanedAnew("formal", reasons=REASONS, whole=whole)))
    assert f"Some of it stays as it was spoken: {REASONS[0]}" in labels(page)
    assert "Sir" not in box.text.toPlainText()
    with qtbot.waitSignal(window.history_chosen) as chosen:
        button(page, "Use the new text").click()
    assert chosen.args == ["rec", Choice.NEW]
    assert box.first_button is box.use
    assert (box.keep.property("kind"), box.use.property("kind")) == ("", "primary")
    box.whole.click()
    assert "Sir" in box.text.toPlainText()
    with qtbot.waitSignal(window.history_chosen) as chosen:
        button(page, "Use it all the same").click()
    assert chosen.args == ["rec", Choice.WHOLE]
    page.show_anew("rec", AnewView("mini:1b", OLD, f"{NEW} Now.", CleanedAnew("formal", whole=whole)))
    assert not box.whole.isChecked()


def test_what_went_wrong_stands_there_with_its_remedy_and_its_button(
    window: MainWindow, page: HistoryPage, qtbot: QtBot
) -> None:
    window.show_styles(bundled_styles())
    notice = trouble_of(WriterModelMissing("mistral"), "rec")
    page.show_anew("rec", AnewView(cleaned=CleanedAnew("formal"), trouble=notice))
    settle()
    assert f"{notice.sentence} {notice.remedy}" in labels(page)
    assert page.detail.text.isVisible()
    with qtbot.waitSignal(page.detail.anew.acted) as acted:
        button(page, "Get the model").click()
    assert acted.args == [notice]
    # Where the remedy is to choose that once more, its button is at hand.
    page.show_anew("rec", AnewView(cleaned=CleanedAnew("formal"), trouble=trouble_of(WriterBusy(), "rec")))
    assert not page.detail.anew.act.isVisible()
    assert page.detail.acts.enhance.text() == "Enhance again"
    assert page.detail.acts.enhance.isEnabled()
    with qtbot.waitSignal(window.history_chosen) as chosen:
        button(page, "Close").click()
    assert chosen.args == ["rec", Choice.OLD]


@pytest.mark.parametrize("size", [(420, 360), (760, 560), (900, 560)])
def test_every_button_is_whole_however_little_room_there_is(
    window: MainWindow, page: HistoryPage, size: tuple[int, int]
) -> None:
    window.show_styles(bundled_styles())
    window.show_models((state("base", is_here=True), state("small", is_here=True)))
    window.resize(*size)
    page.list.clicked.emit(page.model.index(0))
    for anew in (None, AnewView("small", OLD, NEW, CleanedAnew("formal", whole=f"{NEW} Sir."))):
        page.show_anew("rec", anew)
        settle()
        shown = [each for each in page.detail.findChildren(Button) if each.isVisible()]
        assert shown
        for each in shown:
            assert each.width() >= each.sizeHint().width(), each.text()
            assert each.height() >= each.sizeHint().height(), each.text()
            place = each.mapTo(page.detail, each.rect().bottomRight())
            assert page.detail.rect().contains(place), each.text()
            parent = each.parentWidget()
            assert parent is not None
            assert parent.rect().contains(each.geometry()), each.text()
    assert page.detail.anew.text.height() >= 44


def test_the_keyboard_stays_with_what_it_has_begun(window: MainWindow, page: HistoryPage) -> None:
    window.show_styles(bundled_styles())
    settle()
    acts, box = page.detail.acts, page.detail.anew
    acts.enhance.setFocus()
    page.show_anew("rec", AnewView(cleaned=CleanedAnew("formal")))
    assert window.focusWidget() is box.keep
    # Who goes elsewhere meanwhile is left there.
    acts.copy.setFocus()
    page.show_anew("rec", AnewView(cleaned=CleanedAnew("formal", written="It")))
    assert window.focusWidget() is acts.copy
    page.show_anew("rec", AnewView("mini:1b", OLD, NEW, CleanedAnew("formal")))
    assert window.focusWidget() is box.use
    page.show_anew("rec", None)
    assert window.focusWidget() is page.detail.text
    acts.again.setFocus()
    page.show_anew("rec", AnewView("small"))
    assert window.focusWidget() is page.detail.text
    show_history(window, (replace(OTHER, text="", heard="", spoken="", fate=Fate.INTERRUPTED),))
    settle()
    acts.again.setFocus()
    page.show_anew("other", AnewView())
    assert window.focusWidget() is page.detail.replay.play


# --- from a notice ---


def test_the_entry_of_a_notice_is_opened_whatever_was_searched_for(
    window: MainWindow, page: HistoryPage, qtbot: QtBot
) -> None:
    page.search.setText("nothing of it")
    page.show_found(replace(page.filter.chosen, words="nothing of it"), ())
    searched: list[object] = []
    window.history_searched.connect(searched.append)
    page.open_entry(OTHER.id)
    assert searched[-1] == Search()
    show_history(window, (ENTRY, OTHER))
    settle()
    assert page.detail.isVisible()
    assert page.detail.recording == OTHER.recording
    # It is opened once; afterwards the user goes where he likes.
    page.list.setCurrentIndex(page.model.index(0))
    show_history(window, (ENTRY, OTHER))
    assert page.detail.recording == ENTRY.recording
