"""Checks of what must stay in every style: numbers, dates, negations, names, and who is meant. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from app.domain.guard.case import Case, is_name, quoted
from app.domain.guard.excuses import LATE
from app.domain.guard.language import words
from app.domain.guard.number_differences import compare_numbers
from app.domain.guard.numbers import Number
from app.domain.guard.numerals import NUMERALS
from app.domain.guard.tokens import Kind, Token
from app.domain.guard.verdict import Reason
from app.domain.styles import Allowance, Check

_UNITS: Final = words(
    "week month year hour minute weekly daily monthly yearly quarterly woche monat jahr stunde minute "
    "semaine mois an heure semana mes año hora minuto settimana mese anno ora uur maand jaar minuut ano mês "
    "spring summer autumn"
)
"""Among the words of dates, those that measure: they are content like other words."""
_ARTICLES: Final = words("a an ein eine einen einem einer un une una uno um uma een il")
_BARE_NO: Final = frozenset(("no", "nope", "nah", "nein", "nee", "non", "não"))
_NEAR: Final = 8
_POLITE: Final = (
    {"you", "sie"},
    {"you", "vous"},
    {"we", "on"},
    {"you", "usted"},
    *({"su", one} for one in ("you", "usted", "he", "she", "they")),
)
"""Persons that stand for each other, in polite speech or in all but careful writing."""


def check_numbers(case: Case) -> list[Reason]:
    """Numbers are the same, however they are written."""
    spoken = [(at, token) for at, token in enumerate(case.spoken) if token.number]
    written = [token for token in case.written if token.number]
    article_lost = any(case.spoken[at].word in _ARTICLES for at in case.alignment.lost())
    # Where number words cannot be read, digits may stand for some that are lost.
    unread = case.language.code not in NUMERALS and bool(set(case.lost()))
    difference = compare_numbers(
        [_with_afternoon(case, at) for at, _ in spoken],
        _numbers(written),
        [at in case.excused or _is_small(case, at) for at, _ in spoken],
        [unread or _is_one(token) or (article_lost and token.key == "#1") for token in written],
        any_order=case.style.may(Allowance.REORDER),
    )
    lost = tuple(spoken[at][1].text for at in difference.lost)
    new = tuple(written[at].text for at in difference.new)
    if not lost and not new:
        return []
    if lost and new:
        sentence = f"The number {quoted(lost)} became {quoted(new)}."
    else:
        sentence = (
            f"The number {quoted(lost)} is missing." if lost else f"The number {quoted(new)} was not said."
        )
    return [Reason(Check.NUMBERS, sentence, lost, new)]


def _numbers(tokens: Iterable[Token]) -> list[Number]:
    return [token.number for token in tokens if token.number]


def _with_afternoon(case: Case, at: int) -> Number:
    """The number at `at`, read as an hour of the afternoon as well where "in the evening" follows."""
    number = case.spoken[at].number
    assert number is not None
    late = any(
        token.key in LATE and token.word in case.language.dates for token in case.spoken[at + 1 : at + 5]
    )
    hour = number.readings[0]
    if not late or not hour.isdigit() or not 1 <= int(hour[: -2 if len(hour) > 2 else None]) <= 11:
        return number
    size = -2 if len(hour) > 2 else len(hour)
    afternoon = str(int(hour[:size]) + 12) + hour[size:]
    return replace(number, readings=(*number.readings, afternoon))


def _is_one(token: Token) -> bool:
    """ "one" as a word is a pronoun as often as a number."""
    return token.number is not None and token.number.spoken and token.number.readings[0] == "1"


def _is_small(case: Case, at: int) -> bool:
    token = case.spoken[at]
    if token.number is None or not token.number.spoken:
        return False
    if _is_one(token):
        return True
    listed = case.style.may(Allowance.LISTS)
    if token.number.ordinal and listed:
        return True
    before = case.spoken[at - 1].word if at else ""
    return token.word == "second" and before in ("a", "one", "just")


def check_dates(case: Case) -> list[Reason]:
    """Weekdays, months and words like "tomorrow" are the same."""
    if case.target is not case.language:
        return []
    dates = case.language.dates

    def hard(token: Token) -> bool:
        return token.word in dates and dates[token.word] not in _UNITS and token.number is None

    lost = [case.spoken[at] for at in case.lost() if hard(case.spoken[at])]
    new = [case.written[at] for at in case.new() if hard(case.written[at])]
    if case.style.may(Allowance.ADD_GREETING):
        new = [token for token in new if token.word not in case.language.greetings]
    spoken_keys = {token.key for token in case.spoken}
    new = [token for token in new if token.key not in spoken_keys]
    written_keys = {token.key for token in case.written}
    lost = [token for token in lost if token.key not in written_keys]
    gone, come = tuple(token.text for token in lost), tuple(token.text for token in new)
    if gone and come:
        return [Reason(Check.DATES, f"{quoted(gone)} became {quoted(come)}.", gone, come)]
    if gone or come:
        sentence = f"{quoted(gone)} is missing." if gone else f"{quoted(come)} was not said."
        return [Reason(Check.DATES, sentence, gone, come)]
    return []


def check_negations(case: Case) -> list[Reason]:
    """Nothing that was denied is asserted, and the other way round."""
    spoken, written = case.spoken, case.written
    if case.target is not case.language:
        return _negations_translated(case)
    negative = case.language.negations
    lost = [at for at in case.lost() if spoken[at].word in negative]
    new = [at for at in case.new() if written[at].word in negative]
    to_spoken = case.alignment.to_spoken
    free = case.style.may(Allowance.REWORD) or case.style.may(Allowance.REORDER)
    for other in list(new):
        place = next((to_spoken[at] for at in range(other, -1, -1) if to_spoken[at] is not None), 0) or 0
        near = [at for at in lost if free or abs(at - place) <= _NEAR]
        if near:
            lost.remove(min(near, key=lambda at, place=place: abs(at - place)))  # type: ignore[misc]  # not inferred
            new.remove(other)
    lost = [at for at in lost if not _is_doubled(case, at)]
    if lost:
        word = _phrase(spoken, lost[0])
        return [Reason(Check.NEGATIONS, f"The “{spoken[lost[0]].text}” in “{word}” is missing.", (word,))]
    if new:
        word = _phrase(written, new[0])
        return [Reason(Check.NEGATIONS, f"“{word}” says no where you did not.", (), (word,))]
    if not free and (moved := _moved_negation(case)):
        return [Reason(Check.NEGATIONS, f"What “{moved}” belongs to has changed.", (moved,))]
    return []


def _negations_translated(case: Case) -> list[Reason]:
    """In another language it can only be told whether anything is denied at all."""
    ours = [token.text for token in case.spoken if token.word in case.language.negations]
    theirs = [token.text for token in case.written if token.word in case.target.negations]
    if ours and not theirs:
        return [Reason(Check.NEGATIONS, f"The {quoted(ours[:1])} is missing.", (ours[0],))]
    if theirs and not ours:
        return [Reason(Check.NEGATIONS, f"{quoted(theirs[:1])} says no where you did not.", (), (theirs[0],))]
    return []


def _is_doubled(case: Case, at: int) -> bool:
    """Whether another negation nearby is kept ("don't say nothing", "No, I can't")."""
    near = range(max(0, at - 5), min(len(case.spoken), at + 6))
    if case.spoken[at].word in _BARE_NO and at + 1 < len(case.spoken) and case.spoken[at].opens:
        near = range(at, min(len(case.spoken), at + 6))
    return any(
        case.spoken[place].word != case.spoken[at].word
        and case.spoken[place].word in case.language.negations
        and case.alignment.to_written[place] is not None
        and not (case.spoken[place].word in _BARE_NO and place < at)
        for place in near
    )


def _phrase(tokens: Sequence[Token], at: int) -> str:
    """The token with some of its neighbours, as they stand in the text."""
    texts: list[str] = []
    for token in tokens[max(0, at - 1) : at + 3]:
        if not texts or texts[-1] != token.text:
            texts.append(token.text)
    return " ".join(texts)


def _moved_negation(case: Case) -> str:
    spoken, to_written = case.spoken, case.alignment.to_written
    content = [
        at
        for at, token in enumerate(spoken)
        if token.kind in (Kind.CONTENT, Kind.NUMBER)
        and to_written[at] is not None
        and at not in case.alignment.moved
    ]
    for at, token in enumerate(spoken):
        place = to_written[at]
        if place is None or token.word not in case.language.negations:
            continue
        before = [one for one in content if one < at][-1:]
        behind = [one for one in content if one > at][:1]
        crossed_left = before and place < (to_written[before[0]] or 0)
        crossed_right = behind and place > (to_written[behind[0]] or 0)
        if crossed_left or crossed_right:
            return token.text
    return ""


def check_names(case: Case) -> list[Reason]:
    """Names are kept, spelled as they were, and none is added."""
    spoken, written = case.spoken, case.written
    shouting = sum(token.capital for token in spoken) * 2 > len(spoken) > 3
    known = case.vocabulary
    lost = [
        spoken[at]
        for at in case.lost()
        if (is_name(spoken[at], case.language) and not shouting) or spoken[at].word in known
    ]
    kept = {token.word for token in written}
    lost = [token for token in lost if token.word not in kept]
    heard = {token.word for token in spoken} | {token.key for token in spoken}
    allowed = case.language.greetings if case.style.may(Allowance.ADD_GREETING) else frozenset()
    new = [
        written[at]
        for at in case.new()
        if (is_name(written[at], case.target) or written[at].word in known)
        and written[at].word not in heard
        and written[at].word not in allowed
        and written[at].kind is Kind.CONTENT
        and written[at].key not in ("a.m.", "p.m.")
        and not _is_titled(written, at)
    ]
    gone, come = tuple(token.text for token in lost), tuple(token.text for token in new)
    if gone and come:
        return [Reason(Check.NAMES, f"{quoted(gone)} became {quoted(come)}.", gone, come)]
    if gone or come:
        sentence = (
            f"The name {quoted(gone)} is missing." if gone else f"The name {quoted(come)} was not said."
        )
        return [Reason(Check.NAMES, sentence, gone, come)]
    if case.style.may(Allowance.REORDER) or case.style.may(Allowance.REWORD):
        return []
    return _swapped(case)


def _is_titled(written: Sequence[Token], at: int) -> bool:
    """In a line of capitals, as in a title, one more tells nothing."""
    near = written[max(0, at - 3) : at + 4]
    return len(near) > 3 and all(token.capital or token.kind is Kind.STOP for token in near)


def _swapped(case: Case) -> list[Reason]:
    """Names that changed places with each other."""
    places = [
        (place, case.spoken[at])
        for at, place in enumerate(case.alignment.to_written)
        if place is not None
        and (is_name(case.written[place], case.language) or is_name(case.spoken[at], case.language))
    ]
    for (one, first), (other, second) in pairwise(places):
        if other < one and first.key != second.key:
            names = (first.text, second.text)
            return [Reason(Check.NAMES, f"{quoted(names)} have changed places.", names, names[::-1])]
    return []


def check_person(case: Case) -> list[Reason]:
    """Who speaks, who is spoken to and who is spoken of stays."""
    if case.target is not case.language:
        return []
    persons = case.language.persons
    spoken = Counter(
        persons[token.word]
        for at, token in enumerate(case.spoken)
        if token.word in persons and at not in case.excused
    )
    written = Counter(persons[token.word] for token in case.written if token.word in persons)
    down = [person for person in spoken if spoken[person] > written[person]]
    up = [person for person in written if written[person] > spoken[person]]
    if case.style.may(Allowance.REWORD):
        down = [person for person in down if not written[person]]
    pairs = [(gone, come) for gone in down for come in up]
    if not (case.style.may(Allowance.REWORD) or case.style.may(Allowance.REORDER)):
        pairs += _have_changed_places(case)
    for gone, come in pairs:
        if any({gone, come} <= pair for pair in _POLITE):
            continue
        said, put = _first(case.spoken, persons, gone), _first(case.written, persons, come)
        sentence = f"“{said}” became “{put}”: somebody else is meant."
        return [Reason(Check.PERSON, sentence, (said,), (put,))]
    return []


def _have_changed_places(case: Case) -> list[tuple[str, str]]:
    """The first two persons that stand in another order; "me and him" may become "he and I"."""
    persons = case.language.persons
    ours = [
        persons[token.word]
        for at, token in enumerate(case.spoken)
        if token.word in persons and at not in case.excused
    ]
    theirs = [persons[token.word] for token in case.written if token.word in persons]
    if sorted(ours) != sorted(theirs):
        return []
    differences = [at for at, (one, other) in enumerate(zip(ours, theirs, strict=True)) if one != other]
    if not differences:
        return []
    words_said = [token.word for token in case.spoken]
    joined = any(
        word in ("and", "or") and words_said[at - 1] in persons and words_said[at + 1] in persons
        for at, word in enumerate(words_said[1:-1], 1)
    )
    return [] if joined and len(differences) == 2 else [(ours[differences[0]], theirs[differences[0]])]


def _first(tokens: Sequence[Token], persons: Mapping[str, str], person: str) -> str:
    return next(token.text for token in tokens if persons.get(token.word) == person)
