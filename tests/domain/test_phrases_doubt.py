"""Takes that look wrong: what is done about them, and what is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.phrases import Phrases
from app.domain.takes import Purpose, Stretch
from app.domain.transcript import Segment

VOICE, QUIET = 0.95, 0.02


def doubted(phrases: Phrases) -> Stretch:
    """A take of two seconds of speech that looked wrong."""
    phrases.hear([VOICE] * 60 + [QUIET] * 8)
    take = phrases.next()
    assert take is not None
    assert take.purpose is Purpose.TAKE
    phrases.doubted(take, 0.5)
    return take


@pytest.mark.parametrize(("released", "over"), [(False, False), (True, False), (False, True)])
def test_a_take_that_looks_wrong_is_decoded_with_care_while_it_is_silent(released: bool, over: bool) -> None:
    phrases = Phrases()
    take = doubted(phrases)
    phrases.hear([QUIET] * 5)
    careful = phrases.next(released=released, over=over)
    assert careful == replace(take, purpose=Purpose.CAREFUL)
    phrases.decoded(careful, Segment(" We went to town.", 0.0, 2.0), 2.0)
    assert phrases.next(over=True) is None
    assert [one.text for one in phrases.answer] == ["We went to town."]


@pytest.mark.parametrize("pause", [8, 40])
def test_it_is_not_where_speech_has_gone_on(pause: int) -> None:
    """Be the phrase over by then or not: the next take hears all of it."""
    phrases = Phrases()
    first = doubted(phrases)
    phrases.hear([VOICE] * 60 + [QUIET] * pause)
    take = phrases.next()
    assert take is not None
    assert (take.purpose, take.start) == (Purpose.TAKE, first.start)
    assert take.speech_end == first.speech_end + 68
    phrases.decoded(take, Segment(" We went to town. Then it rained.", 0.0, 4.0), 0.6)
    assert phrases.next(over=True) is None
    assert "".join(one.text for one in phrases.answer) == "We went to town. Then it rained."


def test_speech_behind_it_is_no_draft_and_no_bet_until_there_is_some_more() -> None:
    phrases = Phrases()
    doubted(phrases)
    phrases.hear([VOICE] * 2)
    assert phrases.next() is None
