"""Removing what is kept, each by those who own it."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.adapters.model_store import bundled_catalogue
from app.domain.catalogue import Place, ShelvedModel
from app.domain.diagnostics import ReportPart
from app.domain.privacy import Amount, Kept
from app.domain.privacy_settings import PrivacySettings
from app.domain.problems import FolderUnwritable, ModelStays, Problem, ReportNotMade, UpdatesNotTold
from app.domain.updates import DAY_SECONDS, RECHECK_SECONDS, Release
from app.services.autostart import AutostartFound, AutostartService
from app.services.diagnostics import ReportDesk, collected
from app.services.events import HistoryChanged, ModelRemoveEnded, Noticed
from app.services.privacy import Privacy
from app.services.privacy_events import KeptMeasured, KeptRemoved, ReportEnded
from app.services.updates import UpdateFound, UpdateService
from tests.fakes import FakeClock, FakeInbox


class KeptInMemory:
    """A disk with so much of each on it; what is `stuck` is not removed."""

    def __init__(self) -> None:
        self.amounts = {kept: Amount(3, 3000) for kept in Kept}
        self.in_use = dict.fromkeys(Kept, Amount())
        self.stuck: Problem | None = None

    def amount(self, kept: Kept) -> Amount:
        return self.amounts[kept]

    def remove(self, kept: Kept) -> None:
        if self.stuck:
            raise self.stuck
        self.amounts[kept] = self.in_use[kept]


class Bench:
    def __init__(self) -> None:
        self.disk = FakeInbox(FakeClock())
        self.store = KeptInMemory()
        self.posted: list[object] = []
        self.asked: list[str] = []
        self.privacy = Privacy(
            self.disk,
            self.store,
            lambda: self.asked.append("files"),
            self.asked.append,
            self.posted.append,
        )

    def removed(self) -> KeptRemoved:
        self.disk.run()
        (found,) = [one for one in self.posted if isinstance(one, KeptRemoved)]
        self.posted.clear()
        return found


@pytest.fixture
def bench() -> Bench:
    return Bench()


def test_all_amounts_are_told_at_once(bench: Bench) -> None:
    bench.privacy.look()
    assert bench.posted == []
    bench.disk.run()
    assert bench.posted == [KeptMeasured(dict.fromkeys(Kept, Amount(3, 3000)))]


@pytest.mark.parametrize("kept", [Kept.HISTORY, Kept.RECORDINGS, Kept.COPIES, Kept.LOG])
def test_what_went_and_what_is_left_is_told(bench: Bench, kept: Kept) -> None:
    bench.store.in_use[kept] = Amount(1, 1000)
    bench.privacy.remove(kept)
    assert bench.removed() == KeptRemoved(kept, Amount(2, 2000), Amount(1, 1000))


def test_the_history_is_shown_anew(bench: Bench) -> None:
    bench.privacy.remove(Kept.RECORDINGS)
    bench.disk.run()
    assert HistoryChanged() in bench.posted
    assert isinstance(bench.posted[-1], KeptMeasured)


def test_what_cannot_be_removed_is_told_and_the_thread_lives_on(bench: Bench) -> None:
    bench.store.stuck = FolderUnwritable("/data")
    bench.privacy.remove(Kept.LOG)
    assert bench.removed() == KeptRemoved(Kept.LOG, Amount(), Amount(3, 3000), bench.store.stuck)
    bench.store.stuck = None
    bench.privacy.remove(Kept.LOG)
    assert bench.removed().removed == Amount(3, 3000)


def test_files_are_cleared_by_their_desk_and_told_when_it_has_done_so(bench: Bench) -> None:
    bench.privacy.files_cleared()
    bench.disk.run()
    assert bench.posted == []
    bench.privacy.remove(Kept.FILES)
    assert bench.asked == ["files"]
    bench.disk.run()
    assert bench.posted == []
    bench.store.amounts[Kept.FILES] = Amount(2, 2000)
    bench.privacy.files_cleared()
    assert bench.removed() == KeptRemoved(Kept.FILES, Amount(3, 3000), Amount())


def shelved(name: str, *, holds: int = 10, place: Place = Place.MODELS_FOLDER) -> ShelvedModel:
    return ShelvedModel(name, bundled_catalogue().get(name), place, Path(name), 0, holds)


def test_models_go_by_their_desk_but_those_in_use(bench: Bench) -> None:
    shelf = (shelved("base"), shelved("tiny"), shelved("small"), shelved("medium", holds=0))
    bench.privacy.remove(Kept.MODELS, shelf, {"base", ""})
    bench.privacy.remove(Kept.MODELS, shelf, {"base", ""})
    assert bench.asked == ["small", "tiny"]
    bench.privacy.model_removed(ModelRemoveEnded("small", 100, None))
    bench.privacy.model_removed(ModelRemoveEnded("other", 900, None))
    bench.disk.run()
    assert bench.posted == []
    stays = ModelStays("tiny")
    bench.privacy.model_removed(ModelRemoveEnded("tiny", 0, stays))
    assert bench.removed() == KeptRemoved(Kept.MODELS, Amount(1, 100), Amount(3, 3000), stays)


def test_where_all_models_are_in_use_none_goes(bench: Bench) -> None:
    bench.privacy.remove(Kept.MODELS, (shelved("base"),), {"base"})
    assert bench.removed() == KeptRemoved(Kept.MODELS, Amount(), Amount(3, 3000))
    assert bench.asked == []


# --- starting with the system ---


class SystemInMemory:
    def __init__(self) -> None:
        self.started = False
        self.refusal: Problem | None = None

    def is_on(self) -> bool:
        return self.started

    def repair(self) -> bool:
        return self.started

    def set(self, is_on: bool) -> None:
        if self.refusal:
            raise self.refusal
        self.started = is_on


def test_what_is_there_is_told_and_a_wish_made_meanwhile_is_newer() -> None:
    disk, system, posted = FakeInbox(FakeClock()), SystemInMemory(), list[object]()
    service = AutostartService(disk, system, posted.append)
    service.look()
    service.apply(True)
    disk.run()
    looked, wished = posted
    assert looked == AutostartFound(False, 0)
    assert wished == AutostartFound(True, 1)
    assert isinstance(looked, AutostartFound)
    assert isinstance(wished, AutostartFound)
    assert not service.is_newest(looked)
    assert service.is_newest(wished)
    assert system.started


def test_one_that_cannot_be_set_is_told_as_it_is() -> None:
    disk, system, posted = FakeInbox(FakeClock()), SystemInMemory(), list[object]()
    system.refusal = FolderUnwritable("/home/ada/.config/autostart")
    AutostartService(disk, system, posted.append).apply(True)
    disk.run()
    assert posted == [Noticed(system.refusal), AutostartFound(False, 1)]


# --- newer versions ---


class FeedOf:
    def __init__(self, *answers: Release | Problem) -> None:
        self.answers = list(answers)

    def latest(self) -> Release:
        answer = self.answers.pop(0)
        if isinstance(answer, Problem):
            raise answer
        return answer


class AskedInMemory:
    def __init__(self) -> None:
        self.when = 0.0

    def load(self) -> float:
        return self.when

    def save(self, when: float) -> None:
        self.when = when


WANTED = PrivacySettings(update_notice=True)


class UpdateBench:
    def __init__(self, *answers: Release | Problem) -> None:
        self.clock = FakeClock()
        self.inbox = FakeInbox(self.clock)
        self.begun = 0
        self.feed = FeedOf(*answers)
        self.posted: list[object] = []
        self.asked = AskedInMemory()
        self.service = UpdateService(
            self._begin, self.feed, self.asked, self.clock, "1.0.0", self.posted.append
        )

    def _begin(self) -> FakeInbox:
        self.begun += 1
        return self.inbox


def test_nobody_is_asked_before_the_user_wants_it() -> None:
    bench = UpdateBench(Release("2.0.0"))
    bench.service.apply(PrivacySettings())
    bench.service.apply(PrivacySettings(this_computer_only=True, update_notice=True))
    bench.inbox.run()
    assert (bench.begun, len(bench.feed.answers)) == (0, 1)


def test_a_newer_one_is_told_and_asked_for_once_a_day() -> None:
    bench = UpdateBench(Release("2.0.0"), Release("1.0.0"), UpdatesNotTold(), Release("3.0.0"))
    bench.service.apply(WANTED)
    bench.inbox.run()
    assert bench.posted == [UpdateFound(Release("2.0.0"))]
    left = []
    for _ in range(3):
        bench.inbox.advance(DAY_SECONDS - RECHECK_SECONDS)
        left.append(len(bench.feed.answers))
        bench.inbox.advance(RECHECK_SECONDS)
        left.append(len(bench.feed.answers))
    assert left == [3, 2, 2, 1, 1, 0]
    assert bench.posted == [UpdateFound(Release("2.0.0")), UpdateFound(Release("3.0.0"))]
    assert bench.begun == 1


def test_switched_off_it_is_not_asked_any_more_and_switched_on_at_once() -> None:
    bench = UpdateBench(Release("1.0.0"), Release("2.0.0"))
    bench.service.apply(WANTED)
    bench.inbox.run()
    bench.service.apply(PrivacySettings())
    bench.inbox.advance(2 * DAY_SECONDS)
    assert len(bench.feed.answers) == 1
    bench.service.apply(WANTED)
    bench.inbox.run()
    assert bench.posted == [UpdateFound(Release("2.0.0"))]


def test_where_there_is_no_feed_nothing_is_begun() -> None:
    bench = UpdateBench()
    service = UpdateService(bench._begin, None, bench.asked, bench.clock, "1.0.0", bench.posted.append)
    service.apply(WANTED)
    assert bench.begun == 0


# --- the report ---


def test_a_part_that_fails_costs_no_other() -> None:
    def fails() -> str:
        raise RuntimeError("a secret")

    def refuses() -> str:
        raise FolderUnwritable("/home/ada")

    sources = dict.fromkeys(ReportPart, lambda: "fine at home")
    sources |= {ReportPart.LOG: fails, ReportPart.DOCTOR: refuses}
    files = {one.name: one.text for one in collected(sources, lambda text: text.replace("home", "~"))}
    assert list(files) == [part.value for part in ReportPart]
    assert files["about.txt"] == "fine at ~"
    assert files["log.txt"] == "It could not be found out: RuntimeError.\n"
    assert files["doctor.txt"].startswith("Sayso cannot write to /~/ada.")


class ReportOf:
    def __init__(self, status: int | None) -> None:
        self.status = status
        self.arguments: tuple[str, ...] = ()

    def run(self, on_line: object, arguments: tuple[str, ...]) -> int | None:
        self.arguments = arguments
        return self.status


@pytest.mark.parametrize("status", [0, 1, None])
def test_a_report_is_made_by_another_process_and_its_end_is_told(status: int | None) -> None:
    inbox, process, posted = FakeInbox(FakeClock()), ReportOf(status), list[object]()
    desk = ReportDesk(lambda: inbox, process, posted.append)
    desk.save(Path("/there/report.zip"))
    inbox.run()
    assert process.arguments == ("/there/report.zip", "--replace")
    (ended,) = posted
    assert isinstance(ended, ReportEnded)
    assert isinstance(ended.problem, ReportNotMade) is (status != 0)
