"""Who makes way for a dictation, and when."""

from __future__ import annotations

from app.domain.dictation_states import Dictations, Finishing, Opening
from app.domain.transcript import NO_TEXT
from app.services.right_of_way import RightOfWay

IDLE = Dictations()
OPENING = Dictations((Opening(1),))
FINISHING_AND_OPENING = Dictations((Finishing(1, NO_TEXT), Opening(2)))


def test_each_is_told_once_when_one_begins_and_once_when_none_goes_on() -> None:
    told: list[tuple[str, bool]] = []
    way = RightOfWay(
        [lambda taken: told.append(("files", taken)), lambda taken: told.append(("sound", taken))]
    )
    way.follow(IDLE)
    assert told == []
    way.follow(OPENING)
    way.follow(OPENING)
    assert told == [("files", True), ("sound", True)]
    way.follow(FINISHING_AND_OPENING)
    assert len(told) == 2
    way.follow(IDLE)
    way.follow(IDLE)
    assert told[2:] == [("files", False), ("sound", False)]
