"""Windows of a language that runs from right to left are mirrored; texts run their own way, time as ever."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListView, QVBoxLayout, QWidget

from app.domain.differences import Change
from app.domain.file_queue import JobState
from app.domain.transcript import LiveText
from app.ui.buttons import Button
from app.ui.controls import Choice, Tick, label, margins
from app.ui.directions import Direction, apart, direction_of, gaps_apart, mirrored
from app.ui.file_row import FileDelegate
from app.ui.history_list import row_plan
from app.ui.history_replay import PlaceLine
from app.ui.icons import DIRECTED
from app.ui.main_window import MainWindow
from app.ui.marked_text import MarkedTextEdit
from app.ui.places import Place
from app.ui.progress_line import ProgressLine
from app.ui.rail import Rail
from app.ui.search_field import SearchField
from app.ui.theme import Theme
from app.ui.transcript_marks import GUTTER
from app.ui.transcript_view import WIDEST
from tests.ui.files_scenes import running
from tests.ui.scenes import all_scenes
from tests.ui.test_fit import description, lacks_room, overlaps, parts, sticks_out
from tests.ui.transcript_bench import heard, middle_of, with_short
from tests.ui.windows import main_window, settle

HEBREW = "שלום לכולם."
ROW = QRectF(0, 0, 400, 60)


@contextmanager
def running_from(direction: Direction, then: Direction = Direction.LayoutDirectionAuto) -> Iterator[None]:
    """Whatever is built and drawn meanwhile runs that way."""
    QApplication.setLayoutDirection(direction)
    try:
        yield
    finally:
        QApplication.setLayoutDirection(then)


@pytest.fixture(scope="module")
def mirrored_theme(qapp: QApplication) -> Iterator[Theme]:
    """Of windows that run from right to left, as all do in this file."""
    with running_from(Direction.RightToLeft):
        yield Theme(qapp, Qt.ColorScheme.Light, motion=False)


@pytest.fixture(scope="module")
def window(mirrored_theme: Theme) -> Iterator[MainWindow]:
    with main_window(mirrored_theme) as window:
        window.show()
        yield window


@pytest.fixture
def small_window(window: MainWindow) -> Iterator[MainWindow]:
    before = window.size()
    window.resize(420, 360)
    yield window
    window.resize(before)


def drawn(make: Callable[[], QWidget], direction: Direction, size: QSize | None = None) -> QImage:
    """A widget as it looks in a window that runs that way."""
    with running_from(direction, then=QApplication.layoutDirection()):
        widget = make()
        widget.resize(size or widget.sizeHint())
        return widget.grab().toImage()


def both(make: Callable[[], QWidget], size: QSize | None = None) -> tuple[QImage, QImage]:
    """As it looks in either direction."""
    return drawn(make, Direction.LeftToRight, size), drawn(make, Direction.RightToLeft, size)


def distance(one: QImage, other: QImage) -> int:
    """How much lightness the two differ in; edges that are smoothed are no mirror of each other."""
    assert one.size() == other.size()
    return sum(
        abs(one.pixelColor(x, y).lightness() - other.pixelColor(x, y).lightness())
        for x in range(one.width())
        for y in range(one.height())
    )


# --- which way ---


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Hello", Direction.LeftToRight),
        (HEBREW, Direction.RightToLeft),
        ("مرحبا", Direction.RightToLeft),
        ("12: שלום, Anna", Direction.RightToLeft),
        ("„Guten Tag“, שלום", Direction.LeftToRight),
        ("12:05 …", Direction.RightToLeft),
    ],
)
def test_a_text_runs_as_its_first_letter_and_without_one_as_the_windows(
    mirrored_theme: Theme, text: str, direction: Direction
) -> None:
    assert direction_of(text) is direction


def test_only_what_runs_the_other_way_is_set_apart(mirrored_theme: Theme) -> None:
    assert apart(HEBREW) == HEBREW
    assert apart("Yeti (USB)") == "\u2068Yeti (USB)\u2069"


def test_what_is_put_into_a_text_is_set_apart_with_its_unit() -> None:
    assert gaps_apart("%1 מתוך %2 MB, %n") == "\u2068%1\u2069 מתוך \u2068%2 MB\u2069, %n"
    assert gaps_apart("4 GB, %1%, %2 %") == "\u20684 GB\u2069, \u2068%1%\u2069, \u2068%2 %\u2069"


def test_what_is_mirrored_keeps_its_distance_from_the_other_side() -> None:
    whole, rect = QRectF(10, 0, 100, 20), QRectF(15, 2, 30, 8)
    turned = mirrored(rect, whole, Direction.RightToLeft)
    assert (turned.left(), turned.right(), turned.top()) == (75, 105, 2)
    assert mirrored(turned, whole, Direction.RightToLeft) == rect
    assert mirrored(rect, whole, Direction.LeftToRight) == rect


# --- windows are mirrored ---


def test_the_rail_stands_at_the_right_and_its_line_between_it_and_the_page(window: MainWindow) -> None:
    rail = window.findChild(Rail)
    assert rail is not None
    assert rail.geometry().right() == window.rect().right()
    image = rail.grab().toImage()
    line = window._theme.colours.line.rgb()
    assert image.pixel(0, rail.height() - 4) == line
    assert image.pixel(rail.width() - 1, rail.height() - 4) != line


def test_the_sign_of_a_row_of_the_history_stands_at_the_right_of_its_words(mirrored_theme: Theme) -> None:
    plan = row_plan(ROW, has_sign=True)
    assert plan.sign is not None
    assert ROW.right() - plan.sign.right() == 12
    assert plan.head.right() < plan.sign.left()
    assert plan.head.left() == ROW.left() + 12
    assert (plan.facts.left(), plan.facts.right()) == (plan.head.left(), plan.head.right())
    assert row_plan(ROW, has_sign=False).head.right() == plan.sign.right()


@pytest.mark.parametrize("state", [JobState.RUNNING, JobState.WAITING, JobState.FAILED])
def test_a_row_of_the_files_is_the_other_one_seen_in_a_mirror(mirrored_theme: Theme, state: JobState) -> None:
    one = replace(running(), state=state)
    delegate = FileDelegate(mirrored_theme, QListView())
    turned = delegate.plan(one, 640)
    with running_from(Direction.LeftToRight, then=Direction.RightToLeft):
        plain = delegate.plan(one, 640)
    assert turned == plain.mirrored(640)
    assert turned.glyph.right() == 640 - 1 - plain.glyph.left() == 627
    assert turned.name.right() < turned.glyph.left()
    assert turned.words.right() == turned.name.right()
    assert [act for act, _ in turned.buttons] == [act for act, _ in plain.buttons]
    assert all(rect.right() < turned.name.left() for _, rect in turned.buttons)
    act, rect = turned.buttons[0]
    assert delegate.button_at(one, QRect(0, 60, 640, 60), QPointF(rect.center()) + QPointF(0, 60)) is act


def test_margins_and_the_room_for_a_glass_are_on_the_side_on_which_words_begin(mirrored_theme: Theme) -> None:
    box = QVBoxLayout()
    margins(box, 16, 1, 4, 2, 8)
    assert (box.contentsMargins().left(), box.contentsMargins().right()) == (4, 16)
    field = SearchField(mirrored_theme, "Search", "Search")
    assert (field.textMargins().left(), field.textMargins().right()) == (0, 24)
    tick = Tick(mirrored_theme, "Start with the computer")
    tick.resize(300, 32)
    assert tick.box.right() == 300


def test_a_line_fills_from_the_right(mirrored_theme: Theme) -> None:
    def half() -> QWidget:
        line = ProgressLine(mirrored_theme)
        line.show_share(0.25)
        return line

    plain, turned = both(half, QSize(200, 6))
    assert distance(turned, plain.flipped(Qt.Orientation.Horizontal)) < distance(turned, plain) / 20
    assert turned.pixel(180, 3) == mirrored_theme.colours.accent.rgb()
    assert turned.pixel(20, 3) == mirrored_theme.colours.line.rgb()


@pytest.mark.parametrize("icon", ["back", "undo", "play", "search"])
def test_a_sign_that_says_a_direction_is_turned_round_and_that_of_a_player_is_not(
    mirrored_theme: Theme, icon: str
) -> None:
    plain, turned = both(lambda: Button(mirrored_theme, "Go", icon, "icon"))
    mirror = plain.flipped(Qt.Orientation.Horizontal)
    if icon in DIRECTED:
        assert distance(turned, mirror) < distance(turned, plain) / 4
    else:
        assert turned == plain
        assert turned != mirror


def test_a_button_has_its_icon_at_the_right_and_its_chevron_at_the_left(mirrored_theme: Theme) -> None:
    def button() -> Button:
        made = Button(mirrored_theme, "", "stop", "flat")
        made.has_chevron = True
        return made

    _, turned = both(button, QSize(120, 32))
    ink = mirrored_theme.colours.text.rgb()
    dark = [x for x in range(turned.width()) if turned.pixel(x, 16) == ink]
    assert dark
    assert min(dark) > 60
    muted = {turned.pixelColor(x, y).lightness() for x in range(60) for y in range(10, 22)}
    assert min(muted) < 140


# --- texts run their own way ---


def test_a_sentence_of_the_windows_that_begins_with_a_name_runs_as_they_do(mirrored_theme: Theme) -> None:
    sentence = "Ollama לא פועל."
    told = label(sentence, "good")
    assert (
        drawn(lambda: told, Direction.RightToLeft, QSize(200, 24))
        == drawn(lambda: _marked(sentence), Direction.RightToLeft, QSize(200, 24))
        != drawn(lambda: QLabel(sentence), Direction.RightToLeft, QSize(200, 24))
    )


def _marked(sentence: str) -> QLabel:
    made = QLabel(f"\u200f{sentence}")
    made.setProperty("kind", "good")
    return made


def test_each_line_of_wrapped_words_begins_at_the_right_edge(mirrored_theme: Theme) -> None:
    words = "עוד אי אפשר להשתמש במודל הזה, כי הוא עדיין לא נמצא במחשב, ואפשר להוריד אותו עכשיו."
    told = label(words, "good", wrap=True)
    told.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    told.ensurePolished()
    told.resize(150, told.heightForWidth(150))
    image, step = told.grab().toImage(), told.fontMetrics().height()
    ground = image.pixel(0, image.height() - 1)
    edges = [
        max(x for x in range(150) for y in range(top, top + step) if image.pixel(x, y) != ground)
        for top in range(0, image.height() - step + 1, step)
    ]
    assert len(edges) >= 4
    assert min(edges) >= 146


def test_paragraphs_of_what_was_said_stand_on_the_side_on_which_they_begin(mirrored_theme: Theme) -> None:
    edit = MarkedTextEdit(mirrored_theme, Change.ADDED)
    edit.resize(400, 200)
    edit.show_text(LiveText(f"Guten Tag, Anna.\n{HEBREW}\nHello, and שלום.", ""))
    edit.show()
    settle()
    width, sides = edit.viewport().width(), []
    for number in range(3):
        block = edit.document().findBlockByNumber(number)
        words = block.layout().lineAt(0).naturalTextRect()
        sides.append("left" if words.left() < width - words.right() else "right")
    assert sides == ["left", "right", "left"]
    edit.close()


def test_a_name_to_choose_is_read_in_its_own_direction(mirrored_theme: Theme) -> None:
    choice = Choice(mirrored_theme)
    for name in ("Yeti (USB)", HEBREW):
        choice.add(name, name)
    assert choice.value == "Yeti (USB)"
    assert (choice.itemText(0), choice.itemText(1)) == (apart("Yeti (USB)"), HEBREW)


# --- the transcript, and time ---


def test_the_times_of_a_transcript_stand_at_the_right_and_are_pressed_there(window: MainWindow) -> None:
    page = with_short(window)
    text, wishes = page.text, heard(page.text.heard_wanted)
    width = text.viewport().width()
    form = text.document().findBlockByNumber(0).blockFormat()
    assert (form.leftMargin() < GUTTER, form.rightMargin()) == (True, GUTTER)
    assert text.is_gutter(width - 1)
    assert not text.is_gutter(1)
    for x in (20, width - 20):
        QTest.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(page, 1, x))
    assert wishes == [10.0]


def test_in_a_wide_window_the_lines_of_a_transcript_begin_at_its_right(window: MainWindow) -> None:
    page, before = with_short(window), window.size()
    window.resize(1400, 700)
    settle()
    text = page.text
    view = text.viewport()
    right = view.mapTo(text, QPoint(view.width(), 0)).x()
    assert view.width() == WIDEST
    assert text.width() - right < 16
    window.resize(before)
    settle()
    assert view.width() > before.width() - 200


def test_time_runs_from_left_to_right_all_the_same(mirrored_theme: Theme, window: MainWindow) -> None:
    def line() -> QWidget:
        made = PlaceLine(mirrored_theme)
        made.setRange(0, 100)
        made.setValue(25)
        return made

    plain, turned = both(line, QSize(200, 24))
    assert turned == plain
    replay = window.history.detail.replay
    assert replay.layoutDirection() is Direction.LeftToRight
    replay.show_length(10.0)
    QTest.keyClick(replay.line, Qt.Key.Key_Right)
    assert replay.place == 1.0


# --- everything has its room ---


@pytest.mark.parametrize(
    "scene",
    [
        "08-notices",
        "17-tidied-beside",
        "27-history-question",
        "61-files",
        "63-models-card",
        "73-bench-away",
        "95-transcript-speaker",
        "96-guide-key",
    ],
)
def test_everything_fits(small_window: MainWindow, scene: str) -> None:
    small_window.open_place(Place.DICTATE)
    all_scenes()[scene](small_window)
    settle()
    for judge in (lacks_room, sticks_out, overlaps):
        assert [description(each) for each in parts(small_window) if judge(each)] == [], judge.__name__
