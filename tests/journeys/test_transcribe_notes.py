"""What `sayso transcribe` says beside the text: that nobody speaks, and which places are doubtful."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from app.commands.transcribe_notes import doubts_line
from app.commands.transcribe_reports import Events, Result, Results
from app.domain.file_transcript import Cue, Doubt, DoubtKind, FileTranscript
from app.domain.media import ANY_SOUND, Channels, MediaFacts, SoundChoice, SoundTrack
from app.services.file_run import FileOutcome
from tests.journeys.test_transcribe_parts import nowhere, source, wishes

NOTHING = FileTranscript("/music/x.wav", (Cue(0, 2, " "),), "en", "base", 2.0)


def facts_with(tracks: int, channels: int) -> MediaFacts:
    """Of a file with so many tracks of so many channels each."""
    return MediaFacts(
        "wav", 2.0, tuple(SoundTrack(place, "flac", channels, 16_000) for place in range(tracks))
    )


@pytest.mark.parametrize(
    ("facts", "choice", "remedy"),
    [
        (None, ANY_SOUND, "Play it to hear whether somebody speaks."),
        (facts_with(1, 1), ANY_SOUND, "Play it to hear whether somebody speaks."),
        (
            facts_with(1, 2),
            ANY_SOUND,
            "Listen to one channel alone with --channels first or --channels second.",
        ),
        (facts_with(3, 1), ANY_SOUND, "Choose one of its 3 sound tracks with --track N."),
        (
            facts_with(2, 2),
            ANY_SOUND,
            "Choose one of its 2 sound tracks with --track N, or listen to one channel alone with"
            " --channels first or --channels second.",
        ),
        (
            facts_with(1, 2),
            SoundChoice(0, Channels.SECOND),
            "Play it to hear whether somebody speaks.",
        ),
    ],
)
def test_that_nobody_speaks_is_told_with_other_sound_to_try(
    facts: MediaFacts | None, choice: SoundChoice, remedy: str, capsys: pytest.CaptureFixture[str]
) -> None:
    silent = FileOutcome(replace(NOTHING, choice=choice))
    result = Result(source(0, "x.wav"), silent, facts=facts)
    assert not result.is_failed
    Results(wishes(), nowhere()).take(result)
    assert capsys.readouterr() == ("", f"sayso: No speech was found in “x.wav”. {remedy}\n")
    Events(wishes("--json-lines"), nowhere()).take(result)
    row = json.loads(capsys.readouterr().out)
    assert [one["kind"] for one in row["problems"]] == ["NoSpeechFound"]


def test_doubtful_places_are_told_beside_the_text(capsys: pytest.CaptureFixture[str]) -> None:
    two = (Doubt(DoubtKind.UNSURE, 36.2, 51.0), Doubt(DoubtKind.REPEATED, 14.0, 36.2, "so so so"))
    talk = FileTranscript("/music/x.flac", (Cue(0, 51, "So."),), "en", "base", 51.0, doubts=two)
    results = Results(wishes(), nowhere())
    results.take(Result(source(0, "x.flac"), FileOutcome(talk)))
    assert capsys.readouterr() == ("So.\n", "sayso: x.flac: 2 doubtful places: 0:14–0:36, 0:36–0:51\n")
    many = tuple(Doubt(DoubtKind.MISSING, 600.0 * at, 600.0 * at + 0.5) for at in range(8))
    results.take(Result(source(1, "y.flac"), FileOutcome(replace(talk, doubts=many))))
    listed = "0:00, 10:00, 20:00, 30:00, 40:00 and 3 more"
    assert capsys.readouterr().err == f"sayso: y.flac: 8 doubtful places: {listed}\n"
    one = (Doubt(DoubtKind.MISSING, 3_725.0, 3_731.0),)
    assert doubts_line(source(0, "z"), replace(talk, doubts=one)) == "z: 1 doubtful place: 1:02:05–1:02:11"
