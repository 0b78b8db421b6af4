"""What the page of the files says of jobs, of all of them, and of what is dropped; and how rows are moved."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.file_queue import FileJob, FileQueue, JobState
from app.domain.file_settings import ExportFormat, FileSettings
from app.domain.media import Channels, SoundChoice
from app.services.file_events import FilesAdded
from app.ui import files_words as words
from app.ui.file_list import moves_to
from tests.ui.files_scenes import FILM, every_state, job, running, saved

WAITING = job(1, "a.mp3")
OVER = replace(saved(2, "b", "srt"), doubts=1)
CORRECTED = saved(3, "b", "srt", "txt")
CORRECTED = replace(CORRECTED, is_edited=True, outdated=CORRECTED.saved)


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        (0, "less than a minute left"),
        (59.9, "less than a minute left"),
        (60, "about 1 minute left"),
        (240, "about 4 minutes left"),
        (3540, "about 59 minutes left"),
        (3599, "about 1 hour left"),
        (4200, "about 1 hour 10 minutes left"),
        (8000, "about 2 hours 10 minutes left"),
        (7200, "about 2 hours left"),
        (40_000, "about 11 hours left"),
    ],
)
def test_the_time_left_is_told_as_exactly_as_it_is_known(seconds: float, told: str) -> None:
    assert words.left_words(seconds) == told


@pytest.mark.parametrize(
    ("one", "queue", "told", "shape"),
    [
        (WAITING, FileQueue(), "Waiting", "history"),
        (running(), FileQueue(), "12:03 of 58:20, about 4 minutes left", "working"),
        (running(left=None), FileQueue(), "12:03 of 58:20", "working"),
        (running(0), FileQueue(is_loading=True), "Getting the speech model ready", "working"),
        (running(0), FileQueue(), "Beginning", "working"),
        (running(0), FileQueue(is_overtaken=True), "Waits for your dictation", "mic"),
        (running(), FileQueue(is_overtaken=True), "Waits for your dictation · 12:03 of 58:20", "mic"),
        (running(), FileQueue(is_paused=True, is_overtaken=True), "Paused at 12:03 of 58:20", "pause"),
        (replace(running(left=None), seconds=None), FileQueue(), "12:03 written", "working"),
        (replace(running(), state=JobState.PAUSED), FileQueue(), "Paused at 12:03 of 58:20", "pause"),
        (job(1, "a.mp3", JobState.PAUSED), FileQueue(), "Paused", "pause"),
        (job(1, "a.mp3", JobState.CANCELLED), FileQueue(), "Cancelled", "close"),
        (
            replace(job(1, "a.mp3", JobState.CANCELLED), has_transcript=True),
            FileQueue(),
            "Cancelled · the earlier transcript is here",
            "close",
        ),
        (
            replace(WAITING, choice=SoundChoice(1), has_transcript=True),
            FileQueue(),
            "Waiting · track 2 · the earlier transcript is here",
            "history",
        ),
        (
            replace(job(1, "a.mp3", JobState.PAUSED), has_transcript=True),
            FileQueue(),
            "Paused · the earlier transcript is here",
            "pause",
        ),
        (
            replace(job(1, "a", JobState.FAILED), sentence="It is gone.", has_transcript=True),
            FileQueue(),
            "It is gone.\nThe earlier transcript is here.",
            "triangle",
        ),
        (replace(running(0), has_transcript=True), FileQueue(), "Beginning", "working"),
        (OVER, FileQueue(), "Done, 1 place to listen to again · saved as SRT", "check"),
        (saved(3, "b"), FileQueue(), "Done", "check"),
        (
            replace(saved(3, "b", "srt", "txt"), doubts=3),
            FileQueue(),
            "Done, 3 places to listen to again · saved as SRT and TXT",
            "check",
        ),
        (replace(saved(3, "b"), is_from_cache=True), FileQueue(), "From the cache", "check"),
        (
            replace(saved(3, "b", "srt"), is_edited=True),
            FileQueue(),
            "Done, corrected · saved as SRT",
            "check",
        ),
        (CORRECTED, FileQueue(), "Done · corrected since it was saved as SRT and TXT", "check"),
        (
            replace(CORRECTED, doubts=1, outdated=CORRECTED.saved[:1]),
            FileQueue(),
            "Done, 1 place to listen to again · saved as TXT · corrected since it was saved as SRT",
            "check",
        ),
        (
            replace(CORRECTED, saved=(*CORRECTED.saved, "/b (2).srt", "/b (2).txt")),
            FileQueue(),
            "Done, corrected · saved as SRT and TXT",
            "check",
        ),
        (replace(saved(3, "b"), is_edited=True), FileQueue(), "Done, corrected", "check"),
        (replace(saved(3, "b"), is_silent=True), FileQueue(), "Done · nobody was heard speaking", "check"),
        (
            replace(saved(3, "b", "json"), is_silent=True),
            FileQueue(),
            "Done · nobody was heard speaking · saved as JSON",
            "check",
        ),
        (
            replace(WAITING, seconds=300.0, done_seconds=61.0),
            FileQueue(),
            "Waiting · 1:01 of 5:00",
            "history",
        ),
        (
            replace(WAITING, choice=SoundChoice(1, Channels.SECOND)),
            FileQueue(),
            "Waiting · track 2, right channel",
            "history",
        ),
        (
            replace(saved(3, "b"), sentence="It ends after 61.2 seconds."),
            FileQueue(),
            "Done\nIt ends after 61.2 seconds.",
            "info",
        ),
        (
            replace(job(1, "a", JobState.FAILED), sentence="It holds no sound.", remedy="Choose another."),
            FileQueue(),
            "It holds no sound. Choose another.",
            "triangle",
        ),
        (job(1, "a", JobState.FAILED), FileQueue(), "It could not be transcribed.", "triangle"),
    ],
)
def test_a_job_says_how_far_it_is_in_words_and_by_a_shape(
    one: FileJob, queue: FileQueue, told: str, shape: str
) -> None:
    assert words.job_words(one, queue) == told
    assert words.job_shape(one, queue)[0] == shape


def test_all_states_can_be_told_apart_without_colour() -> None:
    shapes = {one.state: words.job_shape(one, FileQueue())[0] for one in reversed(every_state())}
    assert len(set(shapes.values())) == len(JobState)


@pytest.mark.parametrize(
    ("queue", "told"),
    [
        (FileQueue((OVER,)), "1 of 1 done"),
        (FileQueue((OVER, WAITING), seconds_left=130), "1 of 2 done, about 2 minutes left"),
        (
            FileQueue((OVER, WAITING), seconds_left=130, is_more_left=True),
            "1 of 2 done, at least about 2 minutes left",
        ),
        (FileQueue((OVER, WAITING), seconds_left=40, is_more_left=True), "1 of 2 done"),
        (FileQueue((OVER, WAITING)), "1 of 2 done"),
        (FileQueue((OVER, WAITING), is_paused=True, seconds_left=9), "1 of 2 done · all is paused"),
        (FileQueue((WAITING,), is_overtaken=True), "0 of 1 done · files wait for your dictation"),
        (FileQueue(every_state()[6:8]), "0 of 1 done, 1 failed"),
    ],
)
def test_all_of_them_say_how_far_they_are(queue: FileQueue, told: str) -> None:
    assert words.whole_words(queue) == told


def test_the_share_of_all_goes_by_length_and_leaves_out_what_will_not_be_done() -> None:
    half = replace(running(300.0), seconds=600.0)
    failed = job(5, "f.mp3", JobState.FAILED, 10_000.0)
    assert words.whole_share(FileQueue((half,))) == 0.5
    assert words.whole_share(FileQueue((half, replace(WAITING, seconds=1400.0), failed))) == 0.15
    assert words.whole_share(FileQueue((half, replace(OVER, seconds=1400.0)))) == 0.85
    assert words.whole_share(FileQueue((replace(WAITING, seconds=None),))) == 0
    unknown = tuple(replace(WAITING, id=100 + n, seconds=None) for n in range(9))
    assert words.whole_share(FileQueue((replace(OVER, seconds=600.0), *unknown))) == 0.1
    assert words.share_of(replace(half, done_seconds=700.0)) == 1


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        (FileSettings(), "Saves TXT and SRT beside each file"),
        (FileSettings(formats=()), "Saves nothing by itself"),
        (
            FileSettings(formats=(ExportFormat.TXT, ExportFormat.SRT, ExportFormat.DOCX), folder="/a/Notes"),
            "Saves TXT, SRT and DOCX in “Notes”",
        ),
        (FileSettings(formats=(ExportFormat.VTT,), folder="/"), "Saves VTT in “/”"),
    ],
)
def test_what_is_saved_is_said_ahead(settings: FileSettings, told: str) -> None:
    assert words.saves_words(settings) == told


def test_the_cache_says_what_clearing_it_frees() -> None:
    assert words.cache_words(12_400_000, 34) == "Clear the cache (34 transcripts, 12 MB)"
    assert words.cache_words(900, 1) == "Clear the cache (1 transcript, less than 1 MB)"
    assert words.cache_words(0, 0) == "The cache is empty"


def test_what_would_be_lost_is_named() -> None:
    edited = replace(OVER, is_edited=True)
    assert words.lost_words([edited]) == (
        f"Your corrections of “{words.name_of(OVER)}” would be lost. Files that were exported stay."
    )
    assert words.lost_words([edited, edited]).startswith("Your corrections of 2 transcripts would be lost.")
    earlier = job(1, "a.mp3", JobState.CANCELLED)
    assert words.lost_words([earlier]).startswith("The earlier transcript of “a.mp3” would be lost.")
    assert words.lost_words([edited, earlier]).startswith("2 transcripts would be lost.")


def test_what_is_refused_of_a_drop_is_said() -> None:
    assert words.refusal_words(0, 4) == ""
    assert words.refusal_words(1, 1).startswith("Only files on this computer can be transcribed.")
    assert words.refusal_words(1, 4) == "1 of them is not on this computer and was left out."
    assert words.refusal_words(3, 4) == "3 of them are not on this computer and were left out."


@pytest.mark.parametrize(
    ("added", "told"),
    [
        (FilesAdded(3, 12), "3 added, 12 were transcribed before."),
        (FilesAdded(1, 1), "1 added, 1 was transcribed before."),
        (FilesAdded(0, 12), "Nothing added, 12 were transcribed before."),
        (FilesAdded(listed=("/a/talk.flac",)), "“talk.flac” is in the list already."),
        (FilesAdded(2, listed=("/a/talk.flac", "/b")), "2 files are in the list already."),
        (FilesAdded(empty=("/a/empty",)), "Nothing to transcribe in “empty”."),
        (FilesAdded(empty=("/",)), "Nothing to transcribe in “/”."),
        (FilesAdded(empty=("/a", "/b", "/c")), "Nothing to transcribe in 3 folders."),
        (
            FilesAdded(1, 2, ("/a/talk.flac",), ("/a/empty",)),
            "1 added, 2 were transcribed before. “talk.flac” is in the list already. "
            "Nothing to transcribe in “empty”.",
        ),
    ],
)
def test_what_gave_no_row_is_said(added: FilesAdded, told: str) -> None:
    assert words.added_words(added) == told


def test_tracks_are_known_by_number_language_title_and_channels() -> None:
    assert [words.track_words(track) for track in FILM] == [
        "Track 1 · English · 6 channels",
        "Track 2 · German · Kommentar · 2 channels",
        "Track 3 · 1 channel",
    ]


def test_every_format_and_channel_has_words() -> None:
    assert len({words.format_words(each) for each in ExportFormat}) == len(ExportFormat)
    assert len({words.channels_words(each) for each in Channels}) == len(Channels)


# --- moving ---


@given(st.data())
def test_moves_bring_the_chosen_together_into_the_gap_and_leave_the_rest_in_order(
    data: st.DataObject,
) -> None:
    ids = list(range(data.draw(st.integers(1, 12))))
    chosen = sorted(data.draw(st.sets(st.sampled_from(ids), min_size=1)))
    gap = data.draw(st.integers(0, len(ids)))
    moved = list(ids)
    moves = moves_to(ids, chosen, gap)
    for one, place in moves:
        moved.remove(one)
        moved.insert(place, one)
    before = [one for one in ids[:gap] if one not in chosen]
    behind = [one for one in ids[gap:] if one not in chosen]
    assert moved == [*before, *chosen, *behind]
    assert moves or moved == ids


def test_a_name_is_told_on_one_line() -> None:
    broken = job(1, "a\nb\u2028c\td\x7f.mp3", JobState.FAILED)
    broken = replace(broken, sentence=f"{broken.path} cannot be read.")
    assert words.name_of(broken) == "a b c d .mp3"
    assert words.job_words(broken, FileQueue()) == "“a b c d .mp3” cannot be read."
    full = replace(OVER, sentence="Sayso cannot write to /a\nb.")
    assert words.job_words(full, FileQueue()).splitlines()[1] == "Sayso cannot write to /a b."
    assert words.plain_line("👩\u200d🚀 レッスン é") == "👩\u200d🚀 レッスン é"


def test_a_row_knows_its_file_by_its_name_and_not_by_its_folder() -> None:
    lost = job(5, "f.mp3", JobState.FAILED)
    lost = replace(lost, sentence=f"{lost.path} cannot be read.", remedy="Play it.")
    assert words.job_words(lost, FileQueue()) == "“f.mp3” cannot be read. Play it."
    damaged = replace(OVER, sentence=f"{OVER.path} is damaged.", remedy="")
    assert words.job_words(damaged, FileQueue()).endswith(f"\n“{words.name_of(OVER)}” is damaged.")
    assert words.named("Nothing of it.", "") == "Nothing of it."
    path = f"/a/{'n' * 240}.flac"
    assert words.named(f"{path} is gone.", path) == f"“{'n' * 40}…{'n' * 15}.flac” is gone."
