"""The paste sequence, in exact time: a small player obeys the effects and lets a target answer."""

from __future__ import annotations

import heapq
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import paste
from app.domain.insertion import Target
from app.domain.paste import (
    Asked,
    Ending,
    GiveBack,
    Look,
    Looked,
    Offer,
    Offered,
    Refused,
    Report,
    SendChord,
    Sent,
)
from app.domain.problems import FocusMoved, InsertionFailed, InsertionUnavailable, Problem

EDITOR = Target("1", "Editor")
OTHER = Target("2", "Other")


class Player:
    """Obeys the effects in exact time. What happens outside is put in with `at`."""

    def __init__(self, target: Target | None = EDITOR, *, manager: bool = False) -> None:
        self.now = 0.0
        self.target = target
        self.focused: Target | None = target
        self.modifiers_up = True
        self.ours = False
        self.log: list[tuple[float, str]] = []
        self.reports: list[Problem | None] = []
        self.refuses: Problem | None = None
        self._later: list[tuple[float, int, Callable[[], None]]] = []
        self._count = 0
        self.state, effects = paste.begin(target, manager, 0.0)
        self._first = effects

    def at(self, moment: float, task: Callable[[], None]) -> None:
        self._count += 1
        heapq.heappush(self._later, (moment, self._count, task))

    def ask_at(self, moment: float) -> None:
        self.at(moment, lambda: self.feed(Asked(self.now)))

    def end_at(self, moment: float) -> None:
        self.at(moment, lambda: self.feed(Ending()))

    def set_at(self, moment: float, **values: object) -> None:
        def change() -> None:
            for name, value in values.items():
                setattr(self, name, value)

        self.at(moment, change)

    def play(self) -> None:
        self._obey(self._first)
        while self._later:
            self.now, _, task = heapq.heappop(self._later)
            task()

    def when(self, what: str) -> float:
        (moment,) = [at for at, name in self.log if name == what]
        return moment

    def did(self, what: str) -> int:
        return sum(name == what for _, name in self.log)

    def feed(self, event: paste.PasteEvent) -> None:
        self.state, effects = paste.step(self.state, event)
        self._obey(effects)

    def _look(self) -> None:
        self.feed(Looked(self.now, self.modifiers_up, self.focused, self.ours))

    def _obey(self, effects: tuple[paste.PasteEffect, ...]) -> None:
        for effect in effects:
            match effect:
                case Look(after):
                    self.at(self.now + after, self._look)
                case Offer():
                    self.ours = True
                    self.log.append((self.now, "offer"))
                    self.feed(Offered(self.now))
                case SendChord():
                    assert self.modifiers_up
                    assert self.ours
                    assert not paste.has_moved(self.target, self.focused)
                    self.log.append((self.now, "send"))
                    self.feed(Refused(self.refuses) if self.refuses else Sent(self.now))
                case Report(problem):
                    self.reports.append(problem)
                    self.log.append((self.now, "report"))
                case GiveBack():
                    self.log.append((self.now, "give back"))


def test_a_quick_target_gets_the_text_and_the_clipboard_is_back_50_ms_later() -> None:
    player = Player()
    player.ask_at(0.06)
    player.play()
    assert player.reports == [None]
    assert player.when("offer") == 0.0
    assert player.when("send") == pytest.approx(0.05)
    assert player.when("report") == pytest.approx(0.06)
    assert player.when("give back") == pytest.approx(0.11)


def test_a_target_busy_for_a_second_is_waited_for() -> None:
    player = Player()
    player.ask_at(1.05)
    player.play()
    assert player.reports == [None]
    assert player.when("give back") == pytest.approx(1.10)


def test_several_requests_in_a_row_report_once() -> None:
    player = Player()
    for moment in (0.06, 0.07, 0.08):
        player.ask_at(moment)
    player.play()
    assert player.reports == [None]
    assert player.did("give back") == 1


def test_a_target_that_never_asks_is_told_as_failed() -> None:
    player = Player()
    player.play()
    (problem,) = player.reports
    assert isinstance(problem, InsertionFailed)
    assert player.when("give back") == pytest.approx(0.05 + paste.TIME_OUT)


def test_a_reader_before_the_chord_does_not_count_and_makes_it_hold() -> None:
    player = Player()
    player.ask_at(0.01)
    player.ask_at(0.55)
    player.play()
    assert player.reports == [None]
    assert player.when("give back") == pytest.approx(0.05 + paste.SHARED_HOLD)


def test_a_known_manager_makes_it_hold_even_if_it_reads_after_the_chord() -> None:
    player = Player(manager=True)
    player.ask_at(0.06)
    player.play()
    assert player.when("give back") == pytest.approx(0.05 + paste.SHARED_HOLD)


def test_a_slow_target_beside_a_manager_is_waited_for_beyond_the_hold() -> None:
    player = Player(manager=True)
    player.ask_at(1.2)
    player.play()
    assert player.when("give back") == pytest.approx(1.25)
    assert player.reports == [None]


def test_where_a_manager_has_read_silence_afterwards_is_no_failure() -> None:
    player = Player()
    player.ask_at(0.01)
    player.play()
    assert player.reports == [None]
    assert player.when("give back") == pytest.approx(0.05 + paste.TIME_OUT)


def test_held_modifiers_are_waited_for_before_anything_is_touched() -> None:
    player = Player()
    player.modifiers_up = False
    player.set_at(0.505, modifiers_up=True)
    player.ask_at(0.7)
    player.play()
    assert player.when("offer") == pytest.approx(0.51)
    assert player.when("send") == pytest.approx(0.56)
    assert player.reports == [None]


def test_modifiers_held_for_too_long_leave_the_text_one_key_away() -> None:
    player = Player()
    player.modifiers_up = False
    player.play()
    assert player.did("offer") == player.did("send") == 0
    assert isinstance(player.reports[0], InsertionFailed)
    assert player.now == pytest.approx(paste.MODIFIER_TIME_OUT)


def test_a_modifier_pressed_while_settling_holds_the_chord_back() -> None:
    player = Player()
    player.set_at(0.02, modifiers_up=False)
    player.set_at(0.303, modifiers_up=True)
    player.ask_at(0.4)
    player.play()
    assert player.when("send") == pytest.approx(0.31)


def test_a_modifier_held_on_while_settling_ends_it_and_gives_back() -> None:
    player = Player()
    player.set_at(0.02, modifiers_up=False)
    player.play()
    assert player.did("send") == 0
    assert player.did("give back") == 1
    assert isinstance(player.reports[0], InsertionFailed)


def test_another_window_gets_nothing_and_the_clipboard_is_not_touched() -> None:
    player = Player()
    player.focused = OTHER
    player.play()
    assert player.did("offer") == player.did("send") == 0
    assert isinstance(player.reports[0], FocusMoved)


def test_another_window_coming_up_while_settling_gets_nothing() -> None:
    player = Player()
    player.set_at(0.03, focused=OTHER)
    player.play()
    assert player.did("send") == 0
    assert player.did("give back") == 1
    assert isinstance(player.reports[0], FocusMoved)


def test_somebody_copying_while_settling_makes_the_text_be_offered_anew() -> None:
    player = Player()
    player.set_at(0.02, ours=False)
    player.ask_at(0.12)
    player.play()
    assert player.did("offer") == 2
    assert player.when("send") == pytest.approx(0.1)
    assert player.reports == [None]


def test_somebody_copying_again_and_again_ends_it() -> None:
    player = Player()
    for moment in (0.01, 0.06, 0.11):
        player.set_at(moment, ours=False)
    player.play()
    assert player.did("offer") == paste.OFFERS
    assert player.did("send") == 0
    assert isinstance(player.reports[0], InsertionFailed)


def test_somebody_copying_after_the_chord_ends_the_hold_early() -> None:
    player = Player(manager=True)
    player.ask_at(0.1)
    player.set_at(0.12, ours=False)
    player.play()
    assert player.reports == [None]
    assert player.when("give back") == pytest.approx(0.15)


def test_a_chord_that_cannot_be_sent_is_told_and_the_clipboard_given_back() -> None:
    player = Player()
    player.refuses = InsertionUnavailable()
    player.play()
    assert player.reports == [player.refuses]
    assert player.did("give back") == 1


@pytest.mark.parametrize(
    ("modifiers_up", "moment"), [(False, 0.5), (True, 0.02)], ids=["waiting", "settling"]
)
def test_before_the_chord_the_end_of_sayso_gives_the_clipboard_back_at_once(
    modifiers_up: bool, moment: float
) -> None:
    player = Player()
    player.modifiers_up = modifiers_up
    player.end_at(moment)
    player.play()
    assert player.did("send") == 0
    assert player.when("give back") == moment
    assert player.reports == []


def test_after_the_chord_the_end_of_sayso_waits_for_the_target() -> None:
    player = Player()
    player.end_at(0.1)
    player.ask_at(0.6)
    player.play()
    assert player.reports == [None]
    assert player.when("give back") == pytest.approx(0.65)


def test_the_end_of_sayso_waits_no_longer_than_the_time_out() -> None:
    player = Player()
    player.end_at(0.1)
    player.play()
    assert player.when("give back") == pytest.approx(0.05 + paste.TIME_OUT)


def test_an_unknown_target_is_not_compared_but_our_own_window_is_left_alone() -> None:
    assert not paste.has_moved(None, EDITOR)
    assert not paste.has_moved(None, None)
    assert paste.has_moved(None, Target("9", "Sayso", is_own=True))
    assert paste.has_moved(EDITOR, None)
    assert not paste.has_moved(EDITOR, Target("1", "Editor — changed title"))


moments = st.floats(0, 4, allow_nan=False)


@given(
    asks=st.lists(moments, max_size=6),
    changes=st.lists(
        st.tuples(
            moments,
            st.sampled_from(
                [
                    {"modifiers_up": False},
                    {"modifiers_up": True},
                    {"focused": OTHER},
                    {"focused": EDITOR},
                    {"focused": None},
                    {"ours": False},
                ]
            ),
        ),
        max_size=6,
    ),
    manager=st.booleans(),
    ending=st.none() | moments,
)
def test_whatever_happens_it_ends_once_and_never_sends_into_held_keys_or_another_window(
    asks: list[float], changes: list[tuple[float, dict[str, object]]], manager: bool, ending: float | None
) -> None:
    player = Player(manager=manager)
    for moment in asks:
        player.ask_at(moment)
    for moment, values in changes:
        player.set_at(moment, **values)
    if ending is not None:
        player.end_at(ending)
    player.play()
    assert isinstance(player.state, paste.Over)
    assert len(player.reports) == 1 or (ending is not None and player.did("send") == 0)
    assert player.did("give back") == 1
    assert player.did("send") <= 1
    give_back = player.when("give back")
    assert give_back <= 5.0
    if ending is not None and player.did("send"):
        assert player.when("send") <= ending or give_back <= ending
    if player.reports == [None]:
        assert player.did("send") == 1
        assert player.when("report") >= player.when("send")
