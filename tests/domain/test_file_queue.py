"""The queue of files: what the user asks for, what happens, in whatever order it comes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import file_queue as rules
from app.domain.file_origin import Stamp
from app.domain.file_queue import OVER, FileJob, FileQueue, JobState
from app.domain.file_times import with_times
from app.domain.media import Channels, MediaFacts, SoundChoice, SoundTrack, length_of

WAITING, PAUSED, RUNNING = JobState.WAITING, JobState.PAUSED, JobState.RUNNING
DONE, FAILED, CANCELLED = JobState.DONE, JobState.FAILED, JobState.CANCELLED
LEFT: Final = SoundChoice(0, Channels.FIRST)


def queue_of(*states: JobState) -> FileQueue:
    """Jobs 1, 2, 3 … in these states, of /a1, /a2 …, ten seconds each."""
    return FileQueue(tuple(FileJob(id, f"/a{id}", state, seconds=10.0) for id, state in enumerate(states, 1)))


def states(queue: FileQueue) -> list[JobState]:
    return [job.state for job in queue.jobs]


def ids(queue: FileQueue) -> list[int]:
    return [job.id for job in queue.jobs]


def test_files_come_behind_the_others_and_none_twice_while_it_is_to_be_done() -> None:
    queue = queue_of(DONE, WAITING)
    coming = [FileJob(3, "/a1"), FileJob(4, "/a2"), FileJob(5, "/b"), FileJob(6, "/b")]
    # The one that is done may be wanted again; the one that waits is not.
    assert ids(rules.added(queue, coming)) == [1, 2, 3, 5]
    assert rules.added(queue, coming[1:2]) is queue


@pytest.mark.parametrize(
    ("id", "place", "order"),
    [(3, 0, [3, 1, 2]), (1, 2, [2, 3, 1]), (1, 99, [2, 3, 1]), (2, -5, [2, 1, 3]), (9, 0, [1, 2, 3])],
)
def test_jobs_change_places(id: int, place: int, order: list[int]) -> None:
    assert ids(rules.moved(queue_of(WAITING, WAITING, WAITING), id, place)) == order


@pytest.mark.parametrize(
    ("rule", "changes"),
    [
        (rules.paused, {WAITING: PAUSED, RUNNING: PAUSED}),
        (rules.resumed, {PAUSED: WAITING}),
        (rules.cancelled, {WAITING: CANCELLED, PAUSED: CANCELLED, RUNNING: CANCELLED}),
        (rules.retried, dict.fromkeys(OVER, WAITING)),
        (rules.begun, {WAITING: RUNNING}),
        (rules.gone_on, {PAUSED: RUNNING}),
        (lambda queue, id: rules.chosen(queue, id, LEFT), dict.fromkeys({*JobState} - {PAUSED}, WAITING)),
        (
            lambda queue, id: rules.failed(queue, id, "No.", ""),
            dict.fromkeys((WAITING, PAUSED, RUNNING), FAILED),
        ),
        (lambda queue, id: rules.lost(queue, id, "No.", ""), {DONE: FAILED}),
        (
            lambda queue, id: rules.ended(queue, id, seconds=9, doubts=0, is_from_cache=False, saved=()),
            {RUNNING: DONE},
        ),
    ],
)
def test_what_each_rule_does_in_each_state(
    rule: Callable[[FileQueue, int], FileQueue], changes: dict[JobState, JobState]
) -> None:
    for before in JobState:
        queue = queue_of(before, CANCELLED)
        after = rule(queue, 1)
        assert states(after)[0] is changes.get(before, before), before
        # Nobody else is touched, and nothing is where there is no such job.
        assert after.jobs[1] == queue.jobs[1]
        assert rule(queue, 77) is queue


def test_what_is_begun_anew_forgets_how_it_ended() -> None:
    ended = replace(
        queue_of(DONE).jobs[0], sentence="S.", remedy="R.", doubts=2, is_from_cache=True, saved=("/x",)
    )
    again = rules.retried(FileQueue((ended,)), 1).jobs[0]
    assert (again.sentence, again.remedy, again.is_from_cache, again.done_seconds) == ("", "", False, 0.0)
    # Its transcript and files are still there.
    assert (again.doubts, again.saved) == (2, ("/x",))


def test_a_transcript_stays_until_there_is_another() -> None:
    queue = rules.edited(queue_of(DONE), 1, 2)
    queue = replace(queue, jobs=(replace(queue.jobs[0], has_transcript=True),))
    again = rules.retried(queue, 1)
    for after in (
        rules.cancelled(again, 1),
        rules.failed(again, 1, "Gone.", ""),
        rules.paused(again, 1),
        rules.cancelled(rules.begun(again, 1), 1),
        rules.restored(rules.begun(again, 1)),
        rules.chosen(queue, 1, LEFT),
    ):
        job = after.jobs[0]
        assert (job.has_transcript, job.is_edited, job.is_precious) == (True, True, True)
    done = rules.ended(rules.begun(again, 1), 1, seconds=1, doubts=0, is_from_cache=False, saved=())
    assert (done.jobs[0].has_transcript, done.jobs[0].is_precious) == (True, False)
    # What was not corrected is more than the row looks like, too.
    assert rules.cancelled(rules.retried(done, 1), 1).jobs[0].is_precious
    assert not queue_of(CANCELLED).jobs[0].is_precious


def test_a_transcript_that_cannot_be_read_any_more_is_no_more_offered() -> None:
    for state in JobState:
        job = replace(queue_of(state).jobs[0], has_transcript=True, is_edited=True, doubts=2)
        after = rules.lost(FileQueue((job,)), 1, "Lost.", "Again.").jobs[0]
        assert (after.has_transcript, after.is_edited, after.doubts) == (False, False, 0)
        assert (after.sentence == "Lost.") is (state not in (WAITING, RUNNING))


def test_the_same_choice_changes_nothing_and_another_keeps_a_pause() -> None:
    queue = queue_of(DONE, PAUSED)
    chosen = rules.chosen(rules.chosen(queue, 1, LEFT), 2, LEFT)
    assert states(chosen) == [WAITING, PAUSED]
    assert rules.chosen(chosen, 1, LEFT) is chosen


def test_those_that_are_over_are_cleared_away_and_one_is_removed() -> None:
    queue = queue_of(DONE, WAITING, FAILED, RUNNING, CANCELLED, PAUSED)
    assert ids(rules.cleared(queue)) == [2, 4, 6]
    assert ids(rules.removed(queue, 4)) == [1, 2, 3, 5, 6]


def test_the_first_that_waits_is_next_unless_all_is_to_stand_still() -> None:
    queue = queue_of(DONE, PAUSED, WAITING, WAITING)
    following = rules.next_job(queue)
    assert following is not None
    assert following.id == 3
    assert rules.next_job(replace(queue, is_paused=True)) is None
    assert rules.next_job(replace(queue, is_overtaken=True)) is None
    assert rules.next_job(rules.begun(queue, 3)) is None
    assert rules.next_job(queue_of(DONE, PAUSED)) is None


def test_progress_never_goes_back_and_a_pause_shows_how_far_it_was() -> None:
    queue = rules.progressed(rules.begun(queue_of(WAITING), 1), 1, 6.0)
    assert rules.progressed(queue, 1, 4.0).jobs[0].done_seconds == 6.0
    paused = rules.paused(queue, 1)
    assert paused.jobs[0].done_seconds == 6.0
    assert rules.gone_on(paused, 1).jobs[0].done_seconds == 6.0
    # Another may have the engine by now.
    waiting = rules.resumed(paused, 1)
    assert waiting.jobs[0].done_seconds == 6.0
    begun = rules.begun(waiting, 1)
    assert begun.jobs[0].done_seconds == 6.0
    # Only the engine knows whether what was written then still counts.
    assert rules.found_at(begun, 1, 2.0).jobs[0].done_seconds == 2.0
    assert rules.found_at(rules.paused(begun, 1), 1, 2.0).jobs[0].done_seconds == 2.0
    assert rules.found_at(waiting, 1, 2.0) is waiting
    assert rules.wanted_anew(waiting, {1}).jobs[0].done_seconds == 0.0
    assert rules.wanted_anew(waiting, {2}) == waiting
    assert rules.wanted_anew(begun, {1}) == begun
    # One that does not run makes no progress.
    assert rules.progressed(paused, 1, 9.0) is paused


def test_the_end_is_told_with_all_that_came_of_it() -> None:
    queue = replace(queue_of(RUNNING), is_loading=False)
    job = rules.ended(queue, 1, seconds=12.5, doubts=3, is_from_cache=True, saved=["/a1.txt"]).jobs[0]
    assert (job.seconds, job.done_seconds, job.doubts) == (12.5, 12.5, 3)
    assert (job.is_from_cache, job.saved, job.is_edited) == (True, ("/a1.txt",), False)
    queue = rules.exported(rules.edited(FileQueue((job,)), 1, 1), 1, ["/a1.srt", "/a1.txt"])
    assert (queue.jobs[0].is_edited, queue.jobs[0].doubts) == (True, 1)
    assert queue.jobs[0].saved == ("/a1.txt", "/a1.srt")
    assert queue.jobs[0].outdated == ()
    told = rules.told(queue, 1, "Damaged.", "Look.")
    assert (told.jobs[0].state, told.jobs[0].sentence, told.jobs[0].remedy) == (DONE, "Damaged.", "Look.")


def test_a_job_knows_how_its_file_was_when_it_was_heard() -> None:
    job = replace(rules.job_of(1, "/a", Stamp(5, 6)), state=RUNNING)
    assert job.stamp == Stamp(5, 6)

    def ended(heard: Stamp | None) -> FileJob:
        queue = FileQueue((job,))
        return rules.ended(queue, 1, seconds=1, doubts=0, is_from_cache=False, saved=(), heard=heard).jobs[0]

    assert ended(Stamp(7, 8)).stamp == Stamp(7, 8)
    assert (ended(None).stamp, ended(None).size) == (None, 5)
    assert rules.job_of(1, "/a", None) == FileJob(1, "/a")
    assert rules.job_of(1, "/a", Stamp(5, -6)).stamp is None


def test_files_that_were_written_before_a_correction_are_outdated_until_they_are_written_again() -> None:
    queue = rules.ended(
        queue_of(RUNNING), 1, seconds=1, doubts=0, is_from_cache=False, saved=["/a.txt", "/a.srt"]
    )
    assert queue.jobs[0].outdated == ()
    queue = rules.edited(queue, 1, 0)
    assert queue.jobs[0].outdated == ("/a.txt", "/a.srt")
    queue = rules.exported(queue, 1, ["/a.srt"])
    assert queue.jobs[0].outdated == ("/a.txt",)
    late = rules.exported(queue, 1, ["/a.srt"], is_latest=False)
    assert late.jobs[0].outdated == ("/a.txt", "/a.srt")
    anew = rules.ended(
        rules.begun(rules.retried(queue, 1), 1), 1, seconds=1, doubts=0, is_from_cache=False, saved=["/a.txt"]
    )
    assert anew.jobs[0].outdated == ()


def test_after_a_crash_what_ran_waits() -> None:
    queue = replace(queue_of(DONE, RUNNING, PAUSED), is_overtaken=True, is_loading=True, is_paused=True)
    after = rules.restored(queue)
    assert states(after) == [DONE, WAITING, PAUSED]
    assert (after.is_overtaken, after.is_loading, after.is_paused) == (False, False, True)


def test_the_length_is_that_of_the_chosen_track() -> None:
    tracks = (
        SoundTrack(0, "aac", 2, 48_000, 9.0),
        SoundTrack(1, "aac", 2, 48_000, 7.0, is_default=True),
        SoundTrack(2, "ac3", 6, 48_000),
    )
    facts = MediaFacts("mov", 8.0, tracks)
    assert length_of(facts, SoundChoice()) == 7.0
    assert length_of(facts, SoundChoice(0)) == 9.0
    assert length_of(facts, SoundChoice(2)) == 8.0
    assert length_of(replace(facts, tracks=tracks[:1]), SoundChoice()) == 9.0
    looked = rules.looked_at(queue_of(WAITING), 1, facts).jobs[0]
    assert (looked.tracks, looked.seconds) == (tracks, 7.0)
    assert [rules.chosen(FileQueue((looked,)), 1, SoundChoice(n)).jobs[0].seconds for n in (0, 2)] == [
        9.0,
        7.0,
    ]
    # A file that does not know its length takes none away.
    unknown = MediaFacts("mp3", None, tracks[2:])
    assert rules.looked_at(FileQueue((looked,)), 1, unknown).jobs[0].seconds == 7.0


def test_the_time_left_follows_from_the_pace() -> None:
    queue = rules.progressed(queue_of(DONE, RUNNING, WAITING, PAUSED), 2, 4.0)
    timed = with_times(queue, 2.0)
    assert [job.seconds_left for job in timed.jobs] == [None, 3.0, None, None]
    assert timed.seconds_left == 8.0
    assert not timed.is_more_left
    # Nothing measured: nothing is promised.
    assert with_times(timed, None).seconds_left is None
    # That of a file whose length nobody knows comes on top.
    unknown = with_times(replace(timed, jobs=(*timed.jobs, FileJob(9, "/u"))), 2.0)
    assert (unknown.seconds_left, unknown.is_more_left) == (8.0, True)
    alone = with_times(FileQueue((FileJob(9, "/u"),)), 2.0)
    assert (alone.seconds_left, alone.is_more_left) == (None, False)
    assert with_times(queue_of(DONE, PAUSED), 2.0).seconds_left is None


RULES: Final[tuple[Callable[[FileQueue, int], FileQueue], ...]] = (
    rules.paused,
    rules.resumed,
    rules.cancelled,
    rules.retried,
    rules.removed,
    rules.gone_on,
    lambda queue, id: rules.begun(queue, id) if queue.running is None else queue,
    lambda queue, id: rules.moved(queue, id, id),
    lambda queue, id: rules.chosen(queue, id, LEFT),
    lambda queue, id: rules.failed(queue, id, "No.", ""),
    lambda queue, id: rules.ended(queue, id, seconds=1, doubts=0, is_from_cache=False, saved=()),
    lambda queue, id: rules.added(queue, [FileJob(100 + id, f"/a{id}")]),
)


@given(st.lists(st.tuples(st.sampled_from(range(len(RULES))), st.integers(1, 6)), max_size=40))
def test_whatever_comes_in_whatever_order_numbers_stay_unlike(steps: list[tuple[int, int]]) -> None:
    queue = queue_of(WAITING, WAITING, WAITING, WAITING)
    for number, id in steps:
        if RULES[number] is RULES[-1] and queue.find(100 + id):
            continue
        queue = with_times(RULES[number](queue, id), 2.0)
        assert len(set(ids(queue))) == len(queue.jobs)
        following = rules.next_job(queue)
        assert following is None or following.state is WAITING
        to_do = [job.path for job in queue.jobs if job.state is WAITING]
        assert queue.seconds_left is None or queue.seconds_left >= 0
        assert to_do == [] or rules.next_job(queue) or queue.running


def test_a_length_that_was_measured_stays_where_the_file_says_none() -> None:
    track = SoundTrack(0, "opus", 1, 48_000)
    measured = MediaFacts("matroska,webm", 12.0, (replace(track, seconds=12.0),))
    said = MediaFacts("matroska,webm", None, (track,))
    queue = rules.looked_at(FileQueue((FileJob(1, "/a"),)), 1, measured)
    again = rules.looked_at(queue, 1, said)
    assert (again.jobs[0].seconds, again.jobs[0].tracks[0].seconds) == (12.0, 12.0)
