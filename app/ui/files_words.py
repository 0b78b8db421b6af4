"""What the page of the files says: sentences and figures made of values, apart from any widget.

Everything here is a pure function of its arguments and of the language that Qt was told to speak. Where
something is counted, Qt chooses the form by the number; the sentence for one is a text of its own, so that
English needs no table of forms.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from pathlib import PurePath
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale

from app.domain.clock_times import short_clock
from app.domain.file_queue import FileJob, FileQueue, JobState
from app.domain.file_settings import ExportFormat, FileSettings
from app.domain.media import ANY_SOUND, Channels, SoundChoice, SoundTrack
from app.services.file_events import FilesAdded
from app.ui.told import told
from app.ui.words import size_words

_CONTEXT: Final = "files"
_OVER: Final = (JobState.DONE, JobState.FAILED, JobState.CANCELLED)
_WITH_EARLIER: Final = (JobState.WAITING, JobState.PAUSED, JobState.CANCELLED)
_MEGABYTE: Final = 1_000_000
_HOUR: Final = 60
_LONGEST: Final = 60
"""Letters of a name within a sentence: the whole of it stands above."""
_UNSEEN: Final = frozenset({"Cc", "Zl", "Zp"})
"""Unicode's control characters, and its ends of lines and paragraphs."""
_TENS: Final = 10
"""Minutes beside hours are told in tens: nobody knows them better ahead."""


def _tr(text: str) -> str:
    return QCoreApplication.translate(_CONTEXT, text)


def _count(number: int, one: str, many: str) -> str:
    """`one` of one, else `many` with the number for %n."""
    return _tr(one) if number == 1 else QCoreApplication.translate(_CONTEXT, many, "", number)


def _filled(text: str, *parts: str) -> str:
    for number, part in enumerate(parts, start=1):
        text = text.replace(f"%{number}", part)
    return text


# --- figures ---


def left_words(seconds: float) -> str:
    """ "about 4 minutes left", "less than a minute left"."""
    minutes = round(seconds / 60)
    if seconds < 60:
        return _tr("less than a minute left")
    if minutes < _HOUR:
        return _count(minutes, "about 1 minute left", "about %n minutes left")
    hours, rest = divmod(round(minutes / _TENS) * _TENS, _HOUR)
    if not rest or hours >= 10:
        return _count(hours, "about 1 hour left", "about %n hours left")
    spelt = _count(hours, "1 hour", "%n hours")
    return _filled(_tr("about %1 %2 left"), spelt, _count(rest, "1 minute", "%n minutes"))


def share_of(job: FileJob) -> float:
    """How much of it is transcribed, 0 to 1; 0 where its length is not known."""
    return min(1.0, job.done_seconds / job.seconds) if job.seconds else 0.0


def whole_share(queue: FileQueue) -> float:
    """How much of all that is to be transcribed is, 0 to 1; a file of unknown length counts as long as the
    others are on average, so that nothing seems to be nearly done while most is not known yet."""
    counted = [job for job in queue.jobs if job.state not in (JobState.FAILED, JobState.CANCELLED)]
    known = [job.seconds for job in counted if job.seconds is not None]
    usual = sum(known) / len(known) if known else 0.0
    length = done = 0.0
    for job in counted:
        seconds = usual if job.seconds is None else job.seconds
        length += seconds
        done += seconds if job.state is JobState.DONE else min(job.done_seconds, seconds)
    return done / length if length else 0.0


# --- a row ---


def name_of(job: FileJob) -> str:
    """The file's name without its folder, on one line."""
    return plain_line(PurePath(job.path).name or job.path)


def plain_line(name: str) -> str:
    """`name` with a space for each sign that would break the line or draw nothing sensible."""
    return "".join(" " if unicodedata.category(each) in _UNSEEN else each for each in name)


def job_words(job: FileJob, queue: FileQueue) -> str:
    """How far a file is, on one line or more."""
    match job.state:
        case JobState.RUNNING:
            words = _running_words(job, queue)
        case JobState.PAUSED:
            words = _paused_words(job)
        case JobState.DONE:
            words = _done_words(job)
        case JobState.FAILED:
            failed = _told_of(job) or _tr("It could not be transcribed.")
            return f"{failed}\n{_tr('The earlier transcript is here.')}" if job.has_transcript else failed
        case JobState.CANCELLED:
            words = _tr("Cancelled")
        case _:
            far = _far_words(job)
            words = f"{_tr('Waiting')} · {far}" if far else _tr("Waiting")
    chosen = choice_words(job.choice)
    first = f"{words} · {chosen}" if chosen else words
    if job.has_transcript and job.state in _WITH_EARLIER:
        first += " · " + _tr("the earlier transcript is here")
    return f"{first}\n{_told_of(job)}".strip()


def named(sentence: str, path: str) -> str:
    """What is said of the file at `path`, where its name, or both ends of a long one, are enough to know it
    by."""
    name = PurePath(path).name
    return sentence.replace(path, _tr("“%1”").replace("%1", _short(name))) if name else sentence


def _short(name: str) -> str:
    line = plain_line(name)
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 20]}…{line[-20:]}"


def _told_of(job: FileJob) -> str:
    said = f"{told(job.sentence)} {told(job.remedy)}".strip()
    return plain_line(named(said, job.path)) if said else ""


def job_shape(job: FileJob, queue: FileQueue) -> tuple[str, str]:
    """The icon that tells the state by its shape, and its colour."""
    match job.state:
        case JobState.RUNNING if queue.is_paused:
            return "pause", "muted"
        case JobState.RUNNING:
            return ("mic", "muted") if queue.is_overtaken else ("working", "work")
        case JobState.PAUSED:
            return "pause", "muted"
        case JobState.DONE:
            return ("info", "accent") if job.sentence else ("check", "done")
        case JobState.FAILED:
            return "triangle", "live"
        case JobState.CANCELLED:
            return "close", "muted"
        case _:
            return "history", "muted"


def _running_words(job: FileJob, queue: FileQueue) -> str:
    far = _far_words(job)
    if queue.is_paused:
        return _paused_words(job)
    if queue.is_overtaken:
        waits = _tr("Waits for your dictation")
        return f"{waits} · {far}" if far else waits
    if not far:
        return _tr("Getting the speech model ready") if queue.is_loading else _tr("Beginning")
    return far if job.seconds_left is None else f"{far}, {left_words(job.seconds_left)}"


def _far_words(job: FileJob) -> str:
    """ "12:03 of 58:20"; nothing before the first words."""
    if job.done_seconds <= 0:
        return ""
    done = short_clock(job.done_seconds)
    if job.seconds is None:
        return _filled(_tr("%1 written"), done)
    return _filled(_tr("%1 of %2"), done, short_clock(job.seconds))


def _paused_words(job: FileJob) -> str:
    if far := _far_words(job):
        return _filled(_tr("Paused at %1"), far)
    return _tr("Paused")


def _done_words(job: FileJob) -> str:
    words = _tr("From the cache") if job.is_from_cache else _tr("Done")
    saved = _formats([path for path in job.saved if path not in job.outdated])
    # What was saved again since is in step, whatever lies beside it under another name.
    outdated = tuple(each for each in _formats(job.outdated) if each not in saved)
    if job.is_edited and not outdated:
        words += ", " + _tr("corrected")
    if job.doubts:
        words += ", " + _count(job.doubts, "1 place to listen to again", "%n places to listen to again")
    parts = [words]
    if job.is_silent:
        parts.append(_tr("nobody was heard speaking"))
    if saved:
        parts.append(_filled(_tr("saved as %1"), list_words(saved)))
    if outdated:
        parts.append(_filled(_tr("corrected since it was saved as %1"), list_words(outdated)))
    return " · ".join(parts)


def _formats(paths: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(PurePath(path).suffix[1:].upper() for path in paths))


def lost_words(jobs: Sequence[FileJob]) -> str:
    """What is lost with the transcripts of `jobs`: the user's corrections, or also what was kept of an
    earlier time."""
    if all(job.is_edited for job in jobs):
        lost = _count(
            len(jobs),
            "Your corrections of “%1” would be lost.",
            "Your corrections of %n transcripts would be lost.",
        )
    else:
        lost = _count(
            len(jobs), "The earlier transcript of “%1” would be lost.", "%n transcripts would be lost."
        )
    return f"{_filled(lost, name_of(jobs[0]))} {_tr('Files that were exported stay.')}"


# --- the page ---


def whole_words(queue: FileQueue) -> str:
    """How far all of it is: "2 of 12 done, about 35 minutes left"."""
    states = [job.state for job in queue.jobs]
    done, failed = states.count(JobState.DONE), states.count(JobState.FAILED)
    wanted = len(states) - states.count(JobState.CANCELLED)
    words = _filled(_tr("%1 of %2 done"), QLocale().toString(done), QLocale().toString(wanted))
    if failed:
        words += ", " + _count(failed, "1 failed", "%n failed")
    if all(state in _OVER for state in states):
        return words
    if queue.is_paused:
        return f"{words} · {_tr('all is paused')}"
    if queue.is_overtaken:
        return f"{words} · {_tr('files wait for your dictation')}"
    left = _whole_left_words(queue)
    return f"{words}, {left}" if left else words


def _whole_left_words(queue: FileQueue) -> str:
    if queue.seconds_left is None:
        return ""
    if not queue.is_more_left:
        return left_words(queue.seconds_left)
    # Nothing is less than a minute where nobody knows how much comes on top.
    return _filled(_tr("at least %1"), left_words(queue.seconds_left)) if queue.seconds_left >= 60 else ""


def is_over(queue: FileQueue) -> bool:
    """Whether nothing is left to be transcribed."""
    return all(job.state in _OVER for job in queue.jobs)


def saves_words(settings: FileSettings) -> str:
    """What is saved of each file, and where: "Saves TXT and SRT beside each file"."""
    formats = list_words(tuple(str(each).upper() for each in settings.formats))
    if not formats:
        return _tr("Saves nothing by itself")
    if not settings.folder:
        return _filled(_tr("Saves %1 beside each file"), formats)
    return _filled(_tr("Saves %1 in “%2”"), formats, _folder_name(settings.folder))


def watching_words(folder: str, *, is_watched: bool = True) -> str:
    """That a folder is watched, or is not though it should be; nothing where none is wanted."""
    words = _tr("Watches “%1”") if is_watched else _tr("Cannot watch “%1” now")
    return _filled(words, _folder_name(folder)) if folder else ""


def cache_words(size: int, transcripts: int) -> str:
    """What clearing the cache would free."""
    if not transcripts:
        return _tr("The cache is empty")
    held = _count(transcripts, "1 transcript", "%n transcripts")
    room = size_words(size) if size >= _MEGABYTE else _tr("less than 1 MB")
    return _filled(_tr("Clear the cache (%1, %2)"), held, room)


def drop_words(files: int) -> str:
    """What letting go of files over the page does."""
    return _count(files, "Drop it here to transcribe it", "Drop them here to transcribe all %n")


def refusal_words(refused: int, files: int) -> str:
    """That `refused` of `files` things that were dropped are no files of this computer; nothing of none."""
    if not refused:
        return ""
    if refused == files:
        return _tr("Only files on this computer can be transcribed. Save it first, then add it here.")
    return _count(
        refused,
        "1 of them is not on this computer and was left out.",
        "%n of them are not on this computer and were left out.",
    )


def added_words(told: FilesAdded) -> str:
    """What gave no row of what was handed in: "3 added, 12 were transcribed before."."""
    said = []
    if told.known:
        came = _count(told.added, "1 added", "%n added") if told.added else _tr("Nothing added")
        before = _count(told.known, "1 was transcribed before", "%n were transcribed before")
        said.append(f"{came}, {before}.")
    if told.listed:
        each = _count(len(told.listed), "“%1” is in the list already.", "%n files are in the list already.")
        said.append(_filled(each, _short(PurePath(told.listed[0]).name)))
    if told.empty:
        each = _count(
            len(told.empty), "Nothing to transcribe in “%1”.", "Nothing to transcribe in %n folders."
        )
        said.append(_filled(each, _short(_folder_name(told.empty[0]))))
    return " ".join(said)


def list_words(items: Sequence[str]) -> str:
    """ "TXT, SRT and DOCX"."""
    if len(items) < 2:
        return "".join(items)
    return _filled(_tr("%1 and %2"), ", ".join(items[:-1]), items[-1])


def _folder_name(folder: str) -> str:
    return PurePath(folder).name or folder


def format_words(format: ExportFormat) -> str:
    """What a format is for."""
    return {
        ExportFormat.TXT: _tr("TXT, plain text"),
        ExportFormat.MD: _tr("MD, text with headings and times"),
        ExportFormat.SRT: _tr("SRT, subtitles"),
        ExportFormat.VTT: _tr("VTT, subtitles for the web"),
        ExportFormat.JSON: _tr("JSON, for programs"),
        ExportFormat.CSV: _tr("CSV, a table"),
        ExportFormat.DOCX: _tr("DOCX, a document for Word"),
    }[format]


# --- tracks and channels ---


def choice_words(choice: SoundChoice) -> str:
    """Which sound was chosen: "track 2, left channel"; nothing where nobody has chosen."""
    if choice == ANY_SOUND:
        return ""
    parts = [] if choice.track is None else [_filled(_tr("track %1"), str(choice.track + 1))]
    if choice.channels is Channels.FIRST:
        parts.append(_tr("left channel"))
    elif choice.channels is Channels.SECOND:
        parts.append(_tr("right channel"))
    return ", ".join(parts)


def channels_words(channels: Channels) -> str:
    """Which channels are heard."""
    return {
        Channels.MIXED: _tr("All channels"),
        Channels.FIRST: _tr("Left channel only"),
        Channels.SECOND: _tr("Right channel only"),
    }[channels]


def track_words(track: SoundTrack) -> str:
    """A track to choose: "Track 2 · German · Commentary · 2 channels"."""
    code = track.language
    language = QLocale.codeToLanguage(code) if code else QLocale.Language.AnyLanguage
    is_known = language not in (QLocale.Language.AnyLanguage, QLocale.Language.C)
    name = QLocale.languageToString(language) if is_known else "" if code == "und" else code
    channels = _count(track.channels, "1 channel", "%n channels")
    parts = (_filled(_tr("Track %1"), str(track.place + 1)), name, track.title, channels)
    return " · ".join(part for part in parts if part)
