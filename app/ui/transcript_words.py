"""What the page of a transcript says."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QKeySequence

from app.domain.clock_times import short_clock
from app.domain.file_queue import FileJob, FileQueue, JobState
from app.domain.file_transcript import Cue, Doubt, DoubtKind, FileTranscript
from app.domain.problems import Problem, WriterNotRunning
from app.ui.files_words import job_words, named, plain_line
from app.ui.languages import language_name
from app.ui.told import told


def _tr(text: str) -> str:
    return QCoreApplication.translate("TranscriptPage", text)


def _count(number: int, one: str, many: str) -> str:
    """`one` of one, else `many` with the number for %n."""
    return _tr(one) if number == 1 else QCoreApplication.translate("TranscriptPage", many, "", number)


class Extent(Enum):
    """How much of a file's text is on the page."""

    WHOLE = auto()
    EARLIER = auto()
    """All of what was written before, until the file is transcribed anew: to be read and exported."""
    GROWING = auto()
    """What has been heard so far, and more is coming."""
    PARTIAL = auto()
    """What had been heard when the job failed, was cancelled or put off: nothing to be kept or exported."""

    @property
    def is_complete(self) -> bool:
        """Whether it is a transcript of all of the file, be there another one to come."""
        return self in (Extent.WHOLE, Extent.EARLIER)


def extent_of(job: FileJob) -> Extent:
    """That of the transcript which is found of a job."""
    if job.state is JobState.RUNNING:
        return Extent.GROWING
    return Extent.WHOLE if job.is_over else Extent.EARLIER


def file_name(transcript: FileTranscript) -> str:
    """The name of the file that speaks."""
    return plain_line(PurePath(transcript.source.replace("\\", "/")).name or transcript.source)


def length_of(transcript: FileTranscript) -> float:
    """How many seconds of sound there are; where that is not known yet, of text."""
    return max(transcript.seconds, transcript.cues[-1].end if transcript.cues else 0.0)


def facts_words(transcript: FileTranscript, extent: Extent = Extent.WHOLE) -> str:
    """How long it is, in which language, by which model, and up to where the file is whole."""
    seconds = length_of(transcript)
    parts = [short_clock(seconds, seconds) if seconds else ""]
    parts.append(language_name(transcript.language) if transcript.language else "")
    parts.append(transcript.model)
    if transcript.damage is not None:
        parts.append(_tr("damaged at %1").replace("%1", short_clock(transcript.damage.at, seconds)))
    if transcript.cut_short is not None:
        parts.append(_tr("end missing after %1").replace("%1", short_clock(transcript.cut_short, seconds)))
    if extent is Extent.GROWING:
        parts.append(_tr("still being written"))
    if extent is Extent.PARTIAL:
        parts.append(_tr("not complete"))
    return " · ".join(part for part in parts if part)


def empty_words(extent: Extent, *, can_undo: bool, is_edited: bool) -> str:
    """Why there is no text, and how the user has it back who has taken it away."""
    if not extent.is_complete:
        return _tr("Nothing has been heard so far.")
    if can_undo:
        keys = QKeySequence(QKeySequence.StandardKey.Undo)
        undo = keys.toString(QKeySequence.SequenceFormat.NativeText)
        return _tr("All passages are deleted. %1 brings them back.").replace("%1", undo)
    if is_edited:
        return _tr("All passages were deleted. Transcribe the file again to have them back.")
    return _tr("There is no text. Nobody was heard speaking in this file.")


def problem_words(problem: Problem | None, source: str) -> str:
    """What went wrong with the transcript of `source` and what helps, by the names that things have here."""
    if problem is None:
        return ""
    remedy = told(problem.remedy).replace(_tr("Enhance again"), _tr("Clean up"))
    if isinstance(problem, WriterNotRunning):
        # Its own remedy tells what a dictation does meanwhile.
        remedy = _tr("Start it, then choose Clean up again.")
    return named(f"{told(problem.sentence)} {remedy}".strip(), source)


def said_of(job: FileJob, extent: Extent) -> tuple[str, str]:
    """What is to be known of a job: why it failed, or else a fact beside the others, such as why it is not
    written on; the other of the two is empty."""
    said = " ".join(job_words(job, FileQueue()).split())
    if job.state is JobState.FAILED:
        return said, ""
    if extent is Extent.EARLIER:
        return "", _tr("The earlier transcript, until the new one is here")
    if extent is Extent.PARTIAL:
        return "", said
    # Why there is no other is in the list.
    return "", told(job.sentence) if job.state in (JobState.DONE, JobState.RUNNING) else ""


def saved_words(files: Sequence[str]) -> str:
    """That what was changed is kept; of files that were written of it, their names."""
    names = ", ".join(plain_line(PurePath(path).name) for path in files)
    return _tr("Saved as %1").replace("%1", names) if names else _tr("Saved")


def doubts_words(count: int) -> str:
    """How many places are in doubt."""
    return _count(count, "1 place to listen to again", "%n places to listen to again")


def doubt_words(doubt: Doubt) -> str:
    """Why that place should be listened to again."""
    return {
        DoubtKind.UNSURE: _tr("These words are unsure."),
        DoubtKind.REPEATED: _tr("The text repeats itself here."),
        DoubtKind.MISSING: _tr("Somebody speaks here, and there is no text."),
        DoubtKind.INVENTED: _tr("Text was left out here, as hardly anybody speaks."),
    }[doubt.kind]


def doubt_line(doubt: Doubt, number: int, count: int, whole: float) -> str:
    """The place that is stepped to: "2 of 3 · 12:03 · These words are unsure." """
    of = _tr("%1 of %2").replace("%1", str(number)).replace("%2", str(count))
    line = f"{of} · {short_clock(doubt.start, whole)} · {doubt_words(doubt)}"
    return f"{line} “{doubt.text}”" if doubt.kind is DoubtKind.INVENTED and doubt.text else line


def changes_words(count: int) -> str:
    """How many cues the clean-up has changed."""
    return _count(count, "1 passage was cleaned up.", "%n passages were cleaned up.")


def found_words(number: int, count: int) -> str:
    """Which of the places found is shown: "2 of 14"."""
    if not count:
        return _tr("Nothing found")
    if not number:
        return _tr("%1 found").replace("%1", QLocale().toString(count))
    return _tr("%1 of %2").replace("%1", str(number)).replace("%2", QLocale().toString(count))


def cue_words(cue: Cue, doubts: Sequence[Doubt], whole: float) -> str:
    """What stands beside a cue, for a screen reader: its time, who speaks, and why it is in doubt."""
    parts = [short_clock(cue.start, whole), cue.speaker, *(doubt_words(doubt) for doubt in doubts)]
    return ". ".join(part.rstrip(".") for part in parts if part)


def unnamed_speaker() -> str:
    """Above a cue that nobody in particular speaks, behind one that somebody does."""
    return _tr("Speaker not named")


def copied_words(cues: Sequence[Cue]) -> str:
    """The text as it is copied: a line for each cue, and a speaker's name where another begins to speak."""
    lines, speaker = [], ""
    for cue in cues:
        if cue.speaker != speaker and cue.speaker:
            lines.append(f"{cue.speaker}: {cue.text}")
        else:
            lines.append(cue.text)
        speaker = cue.speaker
    return "\n".join(lines)
