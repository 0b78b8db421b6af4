"""Spoken words that a good clean-up leaves out: fillers, stutters, and what the speaker took back.

"on Tuesday, no wait, Thursday" is to be written "on Thursday": the words of the correction go, and so do the
words before it that it replaces. Only what stands directly before the correction may go with it, so a
clean-up that keeps "Tuesday" and loses "Thursday" is not excused. Pure.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from app.domain.guard.alignment import Alignment
from app.domain.guard.language import Language, words
from app.domain.guard.tokens import Kind, Token

_REPAIRED: Final = 9
"""Tokens before a correction that it may replace."""
_ERASED: Final = 60
_RESTARTED: Final = 4
EARLY: Final = words("morning morgen vormittag matin mañana mattina ochtend manhã")
LATE: Final = words(
    "afternoon evening tonight nachmittag abend nacht mittag après-midi soir tarde noche pomeriggio sera "
    "middag avond noite"
)
PARTS_OF_DAY: Final = EARLY | LATE
"""As keys of the languages' dates."""
_WEAK: Final = frozenset(
    (("no",), ("nein",), ("non",), ("nee",), ("nö",), ("wait",), ("rather",), ("actually",))
)
"""Words that are corrections only where what follows replaces what went before."""


def excused(alignment: Alignment, language: Language) -> frozenset[int]:
    """Places of spoken tokens that are lost and may be."""
    spoken = alignment.spoken
    said = [token.word for token in spoken]
    lost = set(alignment.lost())
    free: set[int] = set()
    _phrases(said, lost, _as_tokens(language.asides, language), free)
    _corrections(alignment, language, said, lost, free)
    _repeats(alignment, lost, free)
    _parts_of_day(alignment, language, lost, free)
    return frozenset(free)


def _as_tokens(phrases: tuple[tuple[str, ...], ...], language: Language) -> list[tuple[str, ...]]:
    """The phrases as the text's tokens are spelled ("let's" is "let us")."""
    return [
        tuple(
            part for word in phrase for one in word.split("'") for part in language.spelled.get(one, (one,))
        )
        if language.elides
        else tuple(part for word in phrase for part in language.spelled.get(word, (word,)))
        for phrase in phrases
    ]


def _phrases(words: Sequence[str], lost: set[int], asides: Sequence[tuple[str, ...]], free: set[int]) -> None:
    for at in range(len(words)):
        for phrase in asides:
            if words[at] != phrase[0]:
                continue
            span = range(at, at + len(phrase))
            if tuple(words[at : at + len(phrase)]) == phrase and lost.issuperset(span):
                free.update(span)


def _corrections(
    alignment: Alignment, language: Language, words: Sequence[str], lost: set[int], free: set[int]
) -> None:
    erasers, repairs = _as_tokens(language.erasers, language), _as_tokens(language.repairs, language)
    for at in range(1, len(words)):
        for phrases, most in ((erasers, _ERASED), (repairs, _REPAIRED)):
            phrase = next((one for one in phrases if tuple(words[at : at + len(one)]) == one), None)
            if phrase is None or at + len(phrase) > len(words):
                continue
            marker = set(range(at, at + len(phrase)))
            # A word of the correction may have found itself again in the written text ("no", "I").
            strong = [one for one in marker if one in lost]
            if len(strong) * 2 < len(marker):
                continue
            removed = _before(alignment, at, lost, most)
            behind = at + len(phrase)
            if (phrases is erasers and not removed) or lost.issuperset(range(behind, len(words))):
                continue  # nothing was taken back, or nothing came instead
            if phrase in _WEAK and not (
                removed and (_replaces(alignment, removed, behind, lost) or _says_again(words, at, behind))
            ):
                continue
            free.update(marker & lost)
            free.update(removed)
            free.update(_shifted(alignment, removed, at + len(phrase), lost))
            break


def _before(alignment: Alignment, at: int, lost: set[int], most: int) -> list[int]:
    """The lost tokens that stand directly before `at`; small words among them may have been matched."""
    removed: list[int] = []
    place = at - 1
    while place >= 0 and at - place <= most:
        if place in lost:
            removed.append(place)
        elif alignment.spoken[place].kind is not Kind.STOP or place - 1 not in lost:
            break
        place -= 1
    return removed


def _shifted(alignment: Alignment, removed: Sequence[int], behind: int, lost: set[int]) -> set[int]:
    """Lost words behind a correction that were said before it as well and matched there ("at 5 no at 6")."""
    before = min(removed, default=behind)
    near = {alignment.spoken[place].key for place in range(max(0, before - _REPAIRED), before)}
    found = set()
    for place in range(behind, min(behind + _REPAIRED, len(alignment.spoken))):
        if place not in lost:
            break
        if alignment.spoken[place].key in near:
            found.add(place)
    return found


def _replaces(alignment: Alignment, removed: Sequence[int], behind: int, lost: set[int]) -> bool:
    """Whether something that is kept follows, of the kind of what was removed."""
    following = [
        alignment.spoken[place]
        for place in range(behind, min(behind + _REPAIRED, len(alignment.spoken)))
        if place not in lost
    ]
    gone = [alignment.spoken[place] for place in removed]
    for kind in (Kind.NUMBER, Kind.CONTENT):
        if any(token.kind is kind for token in gone):
            return any(token.kind is kind for token in following)
    return False


def _says_again(words: Sequence[str], at: int, behind: int) -> bool:
    """Whether what follows begins as what is taken back: "we can't no we can"."""
    return behind < len(words) and words[behind] in words[max(0, at - _RESTARTED) : at]


def _parts_of_day(alignment: Alignment, language: Language, lost: set[int], free: set[int]) -> None:
    """ "at three in the afternoon" is written "at 3 PM" or "at 15:00"."""
    for at in lost:
        if alignment.spoken[at].word not in language.dates or alignment.spoken[at].key not in PARTS_OF_DAY:
            continue
        for token in alignment.written:
            clock = token.number is not None and any(
                13 <= int(one[:2]) <= 23 for one in token.number.readings if one[:2].isdigit()
            )
            if clock or token.key in ("a.m.", "p.m."):
                free.add(at)


def _repeats(alignment: Alignment, lost: set[int], free: set[int]) -> None:
    """Lost words that were said twice in a row, or begun and begun again."""
    spoken = alignment.spoken
    runs: list[list[int]] = []
    for at in sorted(lost):
        if runs and runs[-1][-1] == at - 1:
            runs[-1].append(at)
        else:
            runs.append([at])
    before = -1
    while before != len(free):  # of three in a row the second is excused by the third
        before = len(free)
        for run in runs:
            _free_repeats(spoken, run, lost, free)


def _free_repeats(spoken: Sequence[Token], run: list[int], lost: set[int], free: set[int]) -> None:
    keys = [token.key for token in spoken]
    first, last = run[0], run[-1]
    for at in run:
        for size in range(1, 9):
            if at + size - 1 > last:
                break
            for twin in (at - size, at + size):
                copy = range(twin, twin + size)
                said_again = twin >= 0 and keys[at : at + size] == keys[twin : twin + size]
                if said_again and not lost.intersection(copy) - free:
                    free.update(range(at, at + size))
        cut = spoken[at].word
        following = spoken[at + 1].word if at + 1 < len(spoken) else ""
        if (
            spoken[at].number is None
            and len(cut) < len(following)
            and following.startswith(cut)
            and len(cut) <= 4
        ):
            free.add(at)  # a word that was begun: "mon monday"
    size = len(run)
    content = [at for at in run if spoken[at].kind is Kind.CONTENT]
    numbers = any(spoken[at].number for at in run)
    if size <= _RESTARTED and len(content) <= 1 and not numbers and last + 1 < len(spoken):
        restart = keys[first] == keys[last + 1] or (first > 0 and keys[first - 1] == keys[last])
        if restart and not any(spoken[at].capital and not spoken[at].opens for at in content):
            free.update(run)
