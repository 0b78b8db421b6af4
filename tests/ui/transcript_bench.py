"""A short transcript on its page, and how its user finds and presses it."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QPoint, Qt, SignalInstance
from PySide6.QtTest import QTest

from app.domain.file_transcript import FileTranscript
from app.ui.main_window import MainWindow
from app.ui.transcript_blocks import text_in
from app.ui.transcript_marks import Mark
from app.ui.transcript_page import TranscriptPage
from tests.ui.transcript_scenes import DONE, cue_of, transcript_page
from tests.ui.windows import settle

CONTROL: Final = Qt.KeyboardModifier.ControlModifier
ONE, TWO, THREE = (
    cue_of("one two three", 1.0),
    cue_of("four five", 10.0, "Ada"),
    cue_of("six seven eight", 20.0, "Ada"),
)
SHORT: Final = FileTranscript("/talks/short.wav", (ONE, TWO, THREE), "en", "base", 30.0)


def with_short(window: MainWindow) -> TranscriptPage:
    """The page with a short transcript, the cursor at its beginning."""
    page = transcript_page(window)
    page.show_playing(None)
    page.file_wanted = None
    show(page, SHORT)
    page.text.setFocus()
    settle()
    return page


def show(page: TranscriptPage, transcript: FileTranscript) -> None:
    """The transcript of another job, which is done."""
    page.show_transcript(replace(DONE, id=page.job_id + 1), transcript)


def texts(page: TranscriptPage) -> list[str]:
    """As the transcript has them; the document says the same."""
    found = [cue.text for cue in page.book.present.cues]
    document = page.text.document()
    blocks = [text_in(document.findBlockByNumber(n)) for n in range(document.blockCount())]
    assert [each.strip() for each in blocks] == (found or [""])
    return found


def press(page: TranscriptPage, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    QTest.keyClick(page.text, key, modifier or Qt.KeyboardModifier.NoModifier)


def heard(signal: SignalInstance) -> list[object]:
    """What it carries, from now on; the last of several things."""
    found: list[object] = []
    signal.connect(lambda *told: found.append(told[-1] if told else None))
    return found


def middle_of(page: TranscriptPage, cue: int, x: int) -> QPoint:
    place = page.text.place_of(cue)
    return QPoint(x, round(place.top()) + 8)


def marks_of(page: TranscriptPage, cue: int) -> list[tuple[int, int, Mark]]:
    """What is drawn in a cue."""
    page.text.bring_into_view(cue)
    page.text.viewport().grab()
    return page.text.marks_in(cue)
