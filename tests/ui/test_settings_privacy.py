"""The privacy of the settings: what is kept, the question before it goes, the connections, the report."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.connections import Places, Purpose, connections, host_of, own_addresses
from app.domain.enhancement_settings import EnhancementSettings
from app.domain.privacy import Amount, Kept
from app.domain.privacy_settings import PrivacySettings
from app.domain.problems import FolderUnwritable, ReportNotMade
from app.domain.settings import Settings
from app.services.privacy_events import KeptMeasured, KeptRemoved, ReportEnded
from app.ui.main_window import MainWindow
from app.ui.privacy_places import PlaceLine
from app.ui.settings_privacy import PrivacyRows
from tests.ui.settings_bench import row
from tests.ui.settings_scenes import PLACES
from tests.ui.windows import button

LEADS = Places("https://hub.example", "https://index.example/simple/", "https://feed.example/latest")
ONLY = PrivacySettings(this_computer_only=True)


@pytest.fixture
def rows(settings_window: MainWindow) -> PrivacyRows:
    settings_window.settings.show_places(PLACES)
    settings_window.settings.browser.go_to(8)
    return settings_window.settings.form.privacy


def line(rows: PrivacyRows, kept: Kept) -> PlaceLine:
    rows.show_amounts(KeptMeasured(dict.fromkeys(Kept, Amount(412, 1_200_000))))
    return rows.places[kept]


def lead(rows: PrivacyRows, leads: Places = LEADS) -> None:
    rows.show_connections(
        lambda settings: connections(settings, leads, lambda it: bool(own_addresses(host_of(it), {})))
    )


# --- what is kept ---


def test_each_place_tells_how_much_is_there_and_nothing_can_be_deleted_where_nothing_is(
    rows: PrivacyRows,
) -> None:
    told = line(rows, Kept.HISTORY)
    assert told.amount.text() == "412 dictations, 1 MB"
    assert told.remove.isEnabled()
    rows.show_amounts(KeptMeasured(dict.fromkeys(Kept, Amount())))
    assert told.amount.text() == "Nothing."
    assert not told.remove.isEnabled()
    assert rows.places[Kept.SETTINGS].remove.isEnabled()


@pytest.mark.parametrize("kept", list(Kept))
def test_it_is_asked_before_anything_goes_and_the_harmless_answer_has_the_keys(
    rows: PrivacyRows, qtbot: QtBot, kept: Kept
) -> None:
    asked = line(rows, kept)
    with qtbot.assertNotEmitted(rows.remove_wanted):
        asked.remove.click()
        assert asked.question.isVisible()
        assert asked.question.words.text().endswith((".", "?"))
        assert asked.question.keep.hasFocus()
        QTest.keyClick(asked.question.keep, Qt.Key.Key_Escape)
    assert not asked.question.isVisible()
    assert asked.remove.hasFocus()
    asked.remove.click()
    with qtbot.waitSignal(rows.remove_wanted) as wanted:
        asked.question.go_on.click()
    assert wanted.args == [kept]
    assert not asked.question.isVisible()


def test_what_went_is_told_and_what_stays_too(rows: PrivacyRows) -> None:
    told = line(rows, Kept.RECORDINGS)
    rows.show_removed(KeptRemoved(Kept.RECORDINGS, Amount(3, 96_000), Amount(1, 32_000)))
    assert told.told.words.text() == "Removed: 3 recordings, 96 kB. In use, and kept: 1 recording."
    assert told.amount.text() == "1 recording, 32 kB"
    told.remove.click()
    assert told.told.words.text() == ""


def test_why_it_could_not_go_is_told_with_its_remedy(rows: PrivacyRows) -> None:
    problem = FolderUnwritable("/data")
    told = line(rows, Kept.LOG)
    rows.show_removed(KeptRemoved(Kept.LOG, Amount(), Amount(1, 5000), problem))
    assert told.told.words.text() == str(problem)
    assert told.told.glyph.name == "triangle"


def test_nothing_to_remove_is_told_as_well(rows: PrivacyRows) -> None:
    told = line(rows, Kept.MODELS)
    rows.show_removed(KeptRemoved(Kept.MODELS, Amount(), Amount(1, 145_000_000)))
    assert told.told.words.text() == "Nothing was there to be removed. In use, and kept: 1 model."


# --- connections ---


def test_connections_are_not_shown_before_they_are_known(rows: PrivacyRows) -> None:
    assert not any(each.isVisible() for each in rows.connections.values())
    lead(rows)
    assert all(not each.isHidden() for each in rows.connections.values())


def states(rows: PrivacyRows) -> dict[Purpose, tuple[str, str]]:
    return {
        purpose: (each.state.words.text(), each.state.glyph.name)
        for purpose, each in rows.connections.items()
    }


def test_each_tells_where_it_leads_and_whether_it_is_made(rows: PrivacyRows) -> None:
    lead(rows)
    assert states(rows) == {
        Purpose.CLEAN_UP: ("On, and stays on this computer.", "check"),
        Purpose.MODELS: ("Only when you ask for it.", "info"),
        Purpose.CUDA: ("Only when you ask for it.", "info"),
        Purpose.UPDATES: ("Off.", "close"),
    }
    assert rows.connections[Purpose.MODELS].shown.text() == "https://hub.example"


def test_with_this_computer_only_they_are_refused_and_the_promise_is_true(rows: PrivacyRows) -> None:
    lead(rows)
    away = Settings(privacy=ONLY, enhancement=EnhancementSettings(host="http://attic:11434"))
    rows.show_settings(away)
    assert {words for words, _ in states(rows).values()} == {"Refused: this computer only.", "Off."}
    assert "gets nothing" in rows.clean_up.remark.words.text()
    rows.show_settings(replace(away, privacy=PrivacySettings(update_notice=True)))
    assert states(rows)[Purpose.CLEAN_UP] == ("On, and leaves this computer.", "triangle")
    assert states(rows)[Purpose.UPDATES] == ("On, and leaves this computer.", "triangle")
    assert "http://attic:11434" in rows.clean_up.remark.words.text()


def test_a_model_that_ollama_passes_words_on_to_is_named(rows: PrivacyRows) -> None:
    lead(rows)
    rows.show_settings(Settings(enhancement=EnhancementSettings(model="big:cloud")))
    words, shape = states(rows)[Purpose.CLEAN_UP]
    assert "big:cloud" in words
    assert shape == "triangle"


def test_without_a_feed_the_notice_is_not_offered(settings_window: MainWindow, rows: PrivacyRows) -> None:
    tick = row(settings_window, "update_notice")
    lead(rows, replace(LEADS, updates=""))
    assert not tick.control.isEnabled()
    assert "knows no place" in tick.hint.text()
    lead(rows)
    assert tick.control.isEnabled()


# --- the report ---


def test_what_is_in_a_report_is_told_before_it_is_saved(rows: PrivacyRows, qtbot: QtBot) -> None:
    assert rows.report.parts.text().endswith("No word that you said or wrote is in it.")
    path = Path("/there/sayso-report.zip")
    with qtbot.waitSignal(rows.report.wanted) as wanted:
        rows.report.begin(path)
    assert wanted.args == [path]
    assert not rows.report.save.isEnabled()
    rows.report.show_ended(ReportEnded(path, ReportNotMade("/there")))
    assert rows.report.told.glyph.name == "triangle"
    rows.report.show_ended(ReportEnded(path))
    assert rows.report.told.words.text() == f"Saved: {path}"
    assert rows.report.save.isEnabled()


def test_every_button_of_the_places_has_a_name_of_its_own(
    settings_window: MainWindow, rows: PrivacyRows
) -> None:
    for kept, each in rows.places.items():
        each.show_amount(Amount(1, 1))
        each.remove.click()
        title = each.title.text()
        assert button(settings_window, f"{each.remove.text()}: {title}").isEnabled(), kept
        assert button(settings_window, f"Keep: {title}").isVisible()
        each.question.forget()
