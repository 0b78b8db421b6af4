"""Which numbers two texts do not have in common, however their groups are cut.

"nineteen eighty-four" is two groups and "1984" one; "three fifty" is "$3.50"; "five five five" is "555". So
neighbouring groups of one side may make one of the other. Pure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from app.domain.guard.numbers import Number


@dataclass(frozen=True, slots=True)
class NumberDifference:
    """Places of groups, in the lists given, that the other side does not have."""

    lost: tuple[int, ...] = ()
    new: tuple[int, ...] = ()


def compare_numbers(
    spoken: Sequence[Number],
    written: Sequence[Number],
    droppable: Sequence[bool],
    addable: Sequence[bool],
    *,
    any_order: bool = False,
) -> NumberDifference:
    """What the two do not have in common, in order or, with `any_order`, in any.

    `droppable` and `addable` say of each group whether it may be missing on the other side.
    """
    if any_order:
        left = list(range(len(written)))
        rest = []
        for place, number in enumerate(spoken):
            match = next((at for at in left if set(written[at].readings) & set(number.readings)), None)
            if match is None:
                rest.append(place)
            else:
                left.remove(match)
        inner = compare_numbers(
            [spoken[at] for at in rest],
            [written[at] for at in left],
            [droppable[at] for at in rest],
            [addable[at] for at in left],
        )
        return NumberDifference(tuple(rest[at] for at in inner.lost), tuple(left[at] for at in inner.new))
    same = 0
    if len(spoken) > _MANY:
        # In a long text most numbers agree; only what comes behind them is searched.
        for one, other in zip(spoken, written, strict=False):
            if not set(one.readings) & set(other.readings):
                break
            same += 1
    found = _in_order(spoken[same:], written[same:], droppable[same:], addable[same:])
    return NumberDifference(tuple(at + same for at in found.lost), tuple(at + same for at in found.new))


_MANY: Final = 60
_MOST_JOINED: Final = 12


def _in_order(
    spoken: Sequence[Number], written: Sequence[Number], droppable: Sequence[bool], addable: Sequence[bool]
) -> NumberDifference:
    """The cheapest way through both lists: a group that is skipped costs 10, or 1 where that is allowed."""
    rows, columns = len(spoken), len(written)
    cost = [[0] * (columns + 1) for _ in range(rows + 1)]
    step: list[list[tuple[int, int]]] = [[(0, 0)] * (columns + 1) for _ in range(rows + 1)]
    for row in range(rows, -1, -1):
        for column in range(columns, -1, -1):
            if row == rows and column == columns:
                continue
            choices: list[tuple[int, tuple[int, int]]] = []
            if row < rows:
                choices.append((cost[row + 1][column] + (1 if droppable[row] else 10), (1, 0)))
            if column < columns:
                choices.append((cost[row][column + 1] + (1 if addable[column] else 10), (0, 1)))
            if row < rows and column < columns:
                choices.extend(
                    (cost[row + up][column + along], (up, along))
                    for up, along in _joins(spoken[row:], written[column:])
                )
            cost[row][column], step[row][column] = min(choices)
    lost, new, row, column = [], [], 0, 0
    while row < rows or column < columns:
        up, along = step[row][column]
        if not along and not droppable[row]:
            lost.append(row)
        if not up and not addable[column]:
            new.append(column)
        row, column = row + up, column + along
    return NumberDifference(tuple(lost), tuple(new))


def _joins(spoken: Sequence[Number], written: Sequence[Number]) -> list[tuple[int, int]]:
    """How many of the first groups of each side say the same digits."""
    first, other = spoken[0], written[0]
    if set(first.readings) & set(other.readings):
        return [(1, 1)]
    if first.clock and set(first.readings) & set(other.loose):
        return [(1, 1)]  # "15.30" is a time
    found = []
    for up, text in _concatenations(spoken):
        for along, against in _concatenations(written):
            if text == against and (up, along) != (1, 1):
                found.append((up, along))
    loose = [
        (2, 1)
        for text in other.loose
        if len(spoken) > 1 and spoken[0].readings[0] + spoken[1].readings[0].zfill(2) == text
    ]
    return found + loose


def _concatenations(numbers: Sequence[Number]) -> list[tuple[int, str]]:
    texts = [(1, reading) for reading in numbers[0].readings]
    whole = numbers[0].readings[0]
    for size in range(2, min(len(numbers), _MOST_JOINED) + 1):
        if numbers[size - 1].run != numbers[0].run or "." in whole:
            break
        whole += numbers[size - 1].readings[0]
        texts.append((size, whole))
    return texts
