"""What `sayso transcribe` prints: results in the order of the files, or an event on each line for scripts.

Rules: standard output has what was asked for. Texts are a line for each file in which somebody speaks, JSON
for each file; where files are written, it has their paths. Problems go to standard error, or are events, and
so does it that nobody speaks; of doubtful places standard error has a line. What is done is not held back
where the command ends before its time.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final, Protocol

from app.commands.options import tell
from app.commands.transcribe_jobs import FileNews, JobEvent
from app.commands.transcribe_notes import doubts_line, no_speech
from app.commands.transcribe_progress import TranscribeProgress
from app.commands.transcribe_sources import Source
from app.commands.transcribe_wishes import TranscribeWishes
from app.domain.file_settings import ExportFormat
from app.domain.file_task import TaskBegun, TaskProgressed
from app.domain.file_transcript import Cue, FileTranscript
from app.domain.media import MediaFacts
from app.domain.problems import Problem
from app.domain.problems.sound import incomplete
from app.domain.seams import SENTENCE_ENDS, joined
from app.domain.tidy import tidy
from app.domain.tidy_options import TidyOptions
from app.domain.transcript_texts import json_value
from app.services.file_run import FileOutcome
from app.services.file_saving import Saved

_BYTE_ORDER_MARK: Final = "\ufeff"


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a file: an outcome, or a problem. `saved` are the files that were written of it; `facts`
    what it says of itself, where somebody has looked, as nothing was found in it."""

    source: Source
    outcome: FileOutcome | None = None
    problem: Problem | None = None
    saved: Saved = field(default_factory=Saved)
    facts: MediaFacts | None = None

    @property
    def is_failed(self) -> bool:
        """Whether not all that was wanted is there: of a damaged file a part is missing."""
        is_partial = self.outcome is not None and not self.outcome.transcript.is_whole
        return self.problem is not None or self.saved.problem is not None or is_partial

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What there is to tell."""
        heard = None if self.outcome is None else self.outcome.transcript
        told = (
            self.problem,
            heard and incomplete(str(self.source.path), heard.cut_short, heard.damage),
            heard and no_speech(self.source, heard, self.facts),
            self.saved.problem,
        )
        return tuple(problem for problem in told if problem)


class Report(Protocol):
    """Prints what happens, all on one thread."""

    def hear(self, event: JobEvent | None) -> None:
        """What happens while files are transcribed; None: nothing for a moment."""

    def take(self, result: Result) -> None:
        """A file is over."""

    def finish(self) -> None:
        """No more is to come."""


class Results:
    """For people and pipes: what came of the files, in their order."""

    def __init__(self, wishes: TranscribeWishes, progress: TranscribeProgress) -> None:
        self._wishes = wishes
        self._progress = progress
        self._held: dict[int, Result] = {}
        self._next = 0
        self._said: set[str] = set()

    def hear(self, event: JobEvent | None) -> None:
        self._progress.hear(event)

    def take(self, result: Result) -> None:
        self._held[result.source.number] = result
        while (ready := self._held.pop(self._next, None)) is not None:
            self._print(ready)

    def finish(self) -> None:
        """What was held back for others comes as well, where those will not come any more."""
        for number in sorted(self._held):
            self._print(self._held.pop(number))
        self._progress.clear()

    def _print(self, result: Result) -> None:
        self._next = result.source.number + 1
        with self._progress.aside():
            self._tell(result)
            if result.outcome is None:
                return
            if self._wishes.saves:
                for path in result.saved.paths:
                    print(path, flush=True)
                return
            print(printed(result.source, result.outcome.transcript, self._wishes), end="", flush=True)

    def _tell(self, result: Result) -> None:
        for sentence in result.outcome.said if result.outcome else ():
            # The same graphics card is missing to all of them.
            if sentence not in self._said:
                self._said.add(sentence)
                tell(Problem(sentence))
        for problem in result.problems:
            tell(problem)
        if result.outcome and (line := doubts_line(result.source, result.outcome.transcript)):
            tell(Problem(line))


class Events:
    """For programs: a JSON object on each line, as soon as something happens. Each has the "event", the
    "file" as it is called on the command line, and its "number", counted from 0. The last one of every file
    is "done" or "failed"."""

    def __init__(self, wishes: TranscribeWishes, progress: TranscribeProgress) -> None:
        self._wishes = wishes
        self._progress = progress

    def hear(self, event: JobEvent | None) -> None:
        if isinstance(event, FileNews):
            match event.news:
                case TaskBegun(facts):
                    tracks = [
                        {
                            "number": track.place + 1,
                            "language": track.language,
                            "title": track.title,
                            "channels": track.channels,
                        }
                        for track in facts.tracks
                    ]
                    self._say("begun", event.source, seconds=facts.seconds, tracks=tracks)
                case TaskProgressed(seconds, cues):
                    heard = [
                        {"start": round(cue.start, 3), "end": round(cue.end, 3), "text": cue.text}
                        for cue in cues
                    ]
                    self._say("progress", event.source, done=round(seconds, 3), segments=heard)
        self._progress.hear(event)

    def take(self, result: Result) -> None:
        problems = [
            {"kind": type(one).__name__, "sentence": one.sentence, "remedy": one.remedy}
            for one in result.problems
        ]
        outcome = result.outcome
        if outcome is None:
            self._say("failed", result.source, problems=problems)
            return
        self._say(
            "done",
            result.source,
            from_cache=outcome.is_from_cache,
            saved=list(result.saved.paths),
            problems=problems,
            said=list(outcome.said),
            transcript=_json_row(result.source, outcome.transcript, self._wishes.tidying),
        )

    def finish(self) -> None:
        self._progress.clear()

    def _say(self, event: str, source: Source, **more: object) -> None:
        row = {"event": event, "file": source.name, "number": source.number, **more}
        with self._progress.aside():
            print(json.dumps(row, ensure_ascii=False), flush=True)


# --- texts ---


def printed(source: Source, transcript: FileTranscript, wishes: TranscribeWishes) -> str:
    """What standard output has of a file, in the one format that is wanted, ending with a line's end; nothing
    of a text that is empty."""
    (format,) = wishes.formats
    match format:
        case ExportFormat.TXT:
            line = _line(transcript, wishes.tidying)
            return f"{line}\n" if line else ""
        case ExportFormat.JSON:
            row = _json_row(source, transcript, wishes.tidying)
            return f"{json.dumps(row, ensure_ascii=False)}\n"
    # Imported here: few want them, and text is to be there soon.
    from app.adapters.transcript_formats import text_of

    text = text_of(tidied(transcript, wishes.tidying), format, wishes.files)
    # Python makes the system's own line ends of them, and programs that read it take the mark for text.
    text = text.removeprefix(_BYTE_ORDER_MARK).replace("\r\n", "\n")
    return f"\n{text}" if format is ExportFormat.MD and source.number else text


def tidied(transcript: FileTranscript, options: TidyOptions | None) -> FileTranscript:
    """The transcript with each of its cues tidied; those that are changed have no words any more, as nobody
    knows when the new ones were said."""
    if options is None:
        return transcript
    return replace(transcript, cues=tuple(_tidied(transcript, options)))


def _tidied(transcript: FileTranscript, options: TidyOptions) -> Iterator[Cue]:
    languages: Iterable[str] = transcript.languages or [transcript.language] * len(transcript.cues)
    begins = True
    for cue, language in zip(transcript.cues, languages, strict=True):
        # In the middle of a sentence there is no capital to set.
        wanted = options if begins else replace(options, capitals=False)
        text = " ".join(tidy(cue.text, language, wanted).split())
        begins = cue.text.endswith(SENTENCE_ENDS)
        yield cue if text == cue.text else replace(cue, text=text, words=())


def _line(transcript: FileTranscript, options: TidyOptions | None) -> str:
    text = joined(*(cue.text for cue in transcript.cues))
    return text if options is None else tidy(text, transcript.language, options)


def _json_row(source: Source, transcript: FileTranscript, options: TidyOptions | None) -> dict[str, object]:
    """The file, its text, and the segments and words as they were heard."""
    return json_value(transcript, file=source.name) | {"text": _line(transcript, options)}
