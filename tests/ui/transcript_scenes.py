"""The page of a transcript in the states that people will see it in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from app.domain.file_queue import FileJob, JobState
from app.domain.file_transcript import Cue, Doubt, DoubtKind, FileTranscript
from app.domain.problems import FolderUnwritable
from app.domain.transcript import Word
from app.services.file_events import CueCleaned
from app.ui.main_window import MainWindow
from app.ui.places import Place
from app.ui.transcript_page import TranscriptPage

Scene = Callable[[MainWindow], None]

TEXTS: Final = (
    "Good morning, and thank you all for coming in on such a wet day.",
    "um so before we begin I would like to go through the minutes of the last meeting, which went to "
    "everybody who was there and to the two who could not come, as we agreed on thursday",
    "There were three points that nobody had answered by then.",
    "The first one is the price.",
    "I think we said four hundred and fifty, didn't we?",
    "Four hundred and fifteen, with the delivery, and that was before the new tariff came in force in March.",
)
DONE: Final = FileJob(1, "/recordings/talk.m4a", JobState.DONE, seconds=3720.0)


def cue_of(text: str, start: float, speaker: str = "") -> Cue:
    """Three words in a second, with their times."""
    found = text.split(" ")
    words = tuple(Word(f" {word}", start + n / 3, start + (n + 1) / 3, 0.9) for n, word in enumerate(found))
    return Cue(start, words[-1].end, text, words, speaker)


def transcript_of(
    count: int = 24, *, speakers: bool = True, doubts: bool = True, texts: tuple[str, ...] = TEXTS
) -> FileTranscript:
    """A talk of an hour and two minutes."""
    cues: list[Cue] = []
    for number in range(count):
        name = ("Ada Lovelace", "Ada Lovelace", "Ada Lovelace", "", "Charles")[number % 5] if speakers else ""
        cues.append(cue_of(texts[number % len(texts)], cues[-1].end + 0.5 if cues else 1.0, name))
    return FileTranscript(
        "/recordings/Board meeting, 3rd of October (second half).m4a",
        tuple(cues),
        "en",
        "large-v3-turbo",
        3720.0,
        doubts=_doubts(cues) if doubts and count > 5 else (),
    )


def _doubts(cues: list[Cue]) -> tuple[Doubt, ...]:
    return (
        Doubt(DoubtKind.UNSURE, cues[1].start + 0.6, cues[1].start + 1.6, "before we begin"),
        Doubt(DoubtKind.MISSING, cues[3].end, cues[4].start),
        Doubt(DoubtKind.INVENTED, cues[5].end - 0.5, cues[5].end, "Thank you for watching!"),
    )


def transcript_page(window: MainWindow) -> TranscriptPage:
    """The page, in view."""
    window.open_place(Place.TRANSCRIPT)
    page = window.pages.findChild(TranscriptPage)
    assert page is not None
    return page


def transcript_scenes() -> dict[str, Scene]:
    """Each by its name."""
    return {
        "90-transcript": _scene(transcript_of()),
        "91-transcript-playing": _scene(transcript_of(), _playing),
        "92-transcript-doubt": _scene(transcript_of(speakers=False), lambda page: page.doubts_bar.step(1)),
        "93-transcript-find": _scene(transcript_of(), _finding),
        "94-transcript-cleaned": _scene(transcript_of(doubts=False), _cleaned),
        "95-transcript-speaker": _scene(transcript_of(doubts=False), lambda page: page.head.speaker.click()),
        "96-transcript-running": _scene(
            replace(transcript_of(5, speakers=False), seconds=0.0), state=JobState.RUNNING
        ),
        "97-transcript-empty": _scene(replace(transcript_of(0), cues=())),
        "98-transcript-problem": _scene(transcript_of(doubts=False), _problem),
        "99-transcript-scripts": _scene(
            transcript_of(
                texts=("שלום לכולם, וברוכים הבאים לפגישה.", "会議の議事録は全員に送ります。", *TEXTS)
            ),
            _playing_first,
        ),
    }


def _scene(
    transcript: FileTranscript,
    act: Callable[[TranscriptPage], None] | None = None,
    state: JobState = JobState.DONE,
) -> Scene:
    def prepare(window: MainWindow) -> None:
        page = transcript_page(window)
        page.show_transcript(replace(DONE, id=page.job_id + 1, state=state), transcript)
        if act is not None:
            act(page)

    return prepare


def _playing(page: TranscriptPage) -> None:
    page.show_playing(page.book.present.cues[1].words[9].start + 0.1)


def _playing_first(page: TranscriptPage) -> None:
    page.show_playing(page.book.present.cues[0].words[1].start + 0.1)


def _finding(page: TranscriptPage) -> None:
    page.find_bar.open_search("the", can_replace=True)


def _cleaned(page: TranscriptPage) -> None:
    page.head.clean_up.click()
    page.show_cleaning(True)
    page.show_cleaned(
        CueCleaned(
            page.job_id,
            0,
            (
                TEXTS[0],
                "Before we begin, I would like to go through the minutes of the last meeting, which went to "
                "everybody who was there and to the two who could not come, as we agreed on Thursday.",
            ),
        )
    )
    page.show_cleaned(
        CueCleaned(page.job_id, 4, (TEXTS[4],), kept=False, sentence="The number “450” is missing.")
    )
    page.text.go_to(1)


def _problem(page: TranscriptPage) -> None:
    page.show_problem(FolderUnwritable("the transcript"))
