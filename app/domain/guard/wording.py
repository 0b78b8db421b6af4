"""Checks of the words themselves: none invented, no run of them lost, the end kept, nothing said twice.
Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from app.domain.guard.alignment import is_inflected
from app.domain.guard.case import Case, quoted
from app.domain.guard.excuses import EARLY, LATE
from app.domain.guard.language import words
from app.domain.guard.numerals import NUMERALS
from app.domain.guard.tokens import Kind, Token
from app.domain.guard.verdict import Reason
from app.domain.styles import Allowance, Check

_GREETING_LINES: Final = 4
_LONGEST_RUN: Final = 1
_LOST_SHARE: Final = 0.02
"""A short text loses nothing; in a long one a word that says little may go."""
_DROPPED_RUN: Final = 2
_DROPPED_SHARE: Final = 0.5
_REWORDED_SHARE: Final = 0.25
_MOVED_SHARE: Final = 0.25
_SMALL_RUN: Final = 2
_NEAR: Final = 5
_GRAM: Final = 4
_HANGING: Final = words(
    "a an the and or but of to for with from in at by because if that which my your our their his der die "
    "das den dem "
    "ein eine einen und oder aber mit von für zu weil wenn dass le la les un une de du des et ou mais pour "
    "avec que el "
    "los las una y o pero con por para il lo di e ma con per het een en of van met"
)
_CURRENCIES: Final = words("$ € £ dollar dollars bucks euro euros pound pounds pfund libras livres")
_BEING: Final = {
    "en": words("is are was were am be been"),
    "de": words("ist sind war waren"),
    "fr": words("est sont était étaient"),
    "es": words("es son está están era"),
    "it": words("è sono era"),
    "nl": words("is zijn was waren"),
}
_FRAME: Final = words(
    "need needs want wants get buy have remember forget bring add put please brauchen brauche kaufen holen "
    "müssen muss faut acheter prendre besoin necesito necesitamos comprar hay devo comprare serve servono "
    "kopen preciso"
)
_BULLET: Final = re.compile(r"^\s*(?:[-*•–]\s|\d{1,2}[.)]\s)", re.MULTILINE)


def check_words(case: Case) -> list[Reason]:
    """No new content, no lost run of it, the first and last of it still there, and in its order."""
    if case.target is not case.language:
        return []  # a translation keeps no word
    return _invented(case) or _lost(case) or _unverbed(case) or _gap(case) or _moved(case) or _layout(case)


def check_repetition(case: Case) -> list[Reason]:
    """Nothing stands there more often than it was said."""
    places = case.alignment.to_spoken
    written_keys = [
        token.key if (place := places[at]) is None else case.spoken[place].key
        for at, token in enumerate(case.written)
    ]
    spoken = Counter(_grams(case.spoken, [token.key for token in case.spoken]))
    written = Counter(_grams(case.written, written_keys))
    for gram, count in written.items():
        if count > max(1, spoken[gram]):
            words = " ".join(word.lstrip("#") for word in gram)
            return [Reason(Check.REPETITION, f"“{words}” is there {count} times.", (), (words,))]
    return []


def check_length(case: Case) -> list[Reason]:
    """Neither much longer nor much shorter than what was said."""
    said = len(case.spoken) - len(case.excused)
    written = len(case.written)
    roomy = case.style.may(Allowance.ADD_GREETING) or case.style.may(Allowance.REWORD)
    most = said * 2.2 + 14 if roomy else said * 1.4 + 5
    if written > most:
        return [Reason(Check.LENGTH, "It is much longer than what was said.")]
    short = case.style.may(Allowance.DROP_WORDS) or case.style.may(Allowance.REWORD)
    heard = sum(token.kind is not Kind.SOFT for at, token in enumerate(case.spoken) if at not in case.excused)
    if written < (0.25 if short else 0.5) * heard - 1:
        return [Reason(Check.LENGTH, "It is much shorter than what was said.")]
    return []


def check_cut_off(case: Case) -> list[Reason]:
    """It ends where the dictation ends, not in the middle of it."""
    written, spoken = case.written, case.spoken
    if not written or not spoken:
        return []
    text = case.written_text.rstrip().rstrip("\"'”’»)*_")
    last = written[-1]
    bare = text[-1:].isalnum() or text[-1:] in ",-–("
    hangs = last.word in _HANGING and spoken[-1].word != last.word and bare
    comma = text.endswith((",", "-", "–", "(")) and not case.spoken_text.rstrip().endswith(text[-1])
    closing = comma and case.style.may(Allowance.ADD_GREETING) and last.word in case.language.greetings
    if (hangs or comma) and not closing:
        ending = " ".join(token.text for token in written[-3:])
        return [Reason(Check.CUT_OFF, f"It ends in the middle, after “{ending}”.", (), (ending,))]
    if case.target is not case.language:
        return []
    gone = set(case.lost())
    content = [at for at, token in enumerate(spoken) if token.kind is Kind.CONTENT and at not in case.excused]
    tail: list[int] = []
    for at in reversed(content):
        if at not in gone or _is_reworded(case, at) or _is_said_elsewhere(case, at):
            break
        tail.insert(0, at)
    free = case.style.may(Allowance.REORDER) or case.style.may(Allowance.REWORD)
    last_content = [at for at, token in enumerate(written) if token.kind is Kind.CONTENT][-1:]
    ends_new = bool(set(last_content) & set(case.new()))
    if len(tail) > free and not (case.style.may(Allowance.REWORD) and ends_new):
        texts = tuple(spoken[at].text for at in tail)
        return [Reason(Check.CUT_OFF, f"The end is missing: {quoted(texts)}.", texts)]
    return []


# --- new words ---


def _invented(case: Case) -> list[Reason]:
    written, style = case.written, case.style
    new = [at for at in case.new() if written[at].kind is Kind.CONTENT]
    if style.may(Allowance.CHANGE_LANGUAGE):
        return []
    if style.may(Allowance.ADD_GREETING):
        edges = _edges(case)
        new = [at for at in new if not (at in edges and written[at].word in case.language.greetings)]
    strange = _strange_sentence(case, new)
    new = [at for at in new if not _is_heard(case, at)] or strange
    if not any(case.spoken[at].word in _CURRENCIES for at in case.lost()):
        new = [at for at in new if written[at].word not in _CURRENCIES]  # "three fifty" is money
    if not new:
        return []
    if style.may(Allowance.REWORD):
        ours = {case.language.formal.get(token.word, token.key) for token in case.spoken}
        ours |= {case.language.formal.get(token.key, token.key) for token in case.spoken}
        new = [at for at in new if case.language.formal.get(written[at].word) not in ours]
        content = [at for at, token in enumerate(written) if token.kind is Kind.CONTENT]
        if len(new) <= max(1, _REWORDED_SHARE * len(content)) and not (new := _strange_sentence(case, new)):
            return []
    texts = tuple(written[at].text for at in new)
    return [
        Reason(
            Check.WORDS, f"{quoted(texts)} {'were' if len(set(texts)) > 1 else 'was'} not said.", (), texts
        )
    ]


def _strange_sentence(case: Case, new: Sequence[int]) -> list[int]:
    """The new words of a sentence of which no content was said."""
    written = case.written
    first = 0
    for behind in range(1, len(written) + 1):
        if behind < len(written) and not written[behind].opens:
            continue
        content = [at for at in range(first, behind) if written[at].kind in (Kind.CONTENT, Kind.NUMBER)]
        if content and set(content) <= set(new):
            return content
        first = behind
    return []


def _is_heard(case: Case, at: int) -> bool:
    """Whether a written word was said elsewhere, or stands for a phrase that was."""
    word = case.written[at]
    if word.key in ("a.m.", "p.m."):
        parts = EARLY if word.key == "a.m." else LATE
        return any(case.spoken[place].key in parts for place in case.alignment.lost())
    same = [
        token
        for token in case.spoken
        if token.key == word.key or is_inflected(token.word, word.word, case.language)
    ]
    if same:
        again = sum(token.key == word.key for token in case.written)
        return again <= len(same) + 1
    said = [token.word for token in case.spoken]
    return any(
        tuple(said[place : place + len(phrase)]) == phrase
        for phrase in case.language.implied.get(word.word, ())
        for place in range(len(said))
    )


def _edges(case: Case) -> set[int]:
    """The written places in the first and the last lines, where greetings stand."""
    text = case.written_text
    lines = [match.span() for match in re.finditer(r"[^\n]+", text)]
    near = lines[:2] + lines[-_GREETING_LINES:]
    if len(lines) == 1:
        near = lines
    return {
        at for at, token in enumerate(case.written) if any(low <= token.start < high for low, high in near)
    }


# --- lost words ---


def _lost(case: Case) -> list[Reason]:
    spoken, style = case.spoken, case.style
    gone = set(case.lost())
    content = [at for at, token in enumerate(spoken) if token.kind is Kind.CONTENT and at not in case.excused]
    lost = [
        at for at in content if at in gone and not _is_reworded(case, at) and not _is_said_elsewhere(case, at)
    ]
    if case.language.code not in NUMERALS:
        # Number words that cannot be read may have become digits.
        digits = sum(case.written[at].number is not None for at in case.new())
        lost = lost[2 * digits :]
    if not lost:
        return []
    if style.may(Allowance.LISTS) and not style.may(Allowance.REORDER):
        # A list drops what frames it ("we need", "and also buy"), no point of it.
        kept = [at for at in content if at not in lost]
        lost = [at for at in lost if kept and at > kept[0] and spoken[at].word not in _FRAME]
        if not lost:
            return []
    run = _longest_run(content, set(lost))
    free = style.may(Allowance.DROP_WORDS) or style.may(Allowance.REWORD)
    longest = _DROPPED_RUN if free else _LONGEST_RUN
    share = _DROPPED_SHARE if free else _LOST_SHARE
    if style.may(Allowance.LISTS) and not style.may(Allowance.REORDER):
        longest, share, free = _LONGEST_RUN, _LOST_SHARE, False
    if len(run) <= longest and len(lost) <= share * len(content) + free:
        return []
    texts = tuple(spoken[at].text for at in (run if len(run) > longest else lost))
    return [Reason(Check.WORDS, f"{quoted(texts)} {'are' if len(set(texts)) > 1 else 'is'} missing.", texts)]


def _gap(case: Case) -> list[Reason]:
    """A run of small words that is missing: "talk about this on the phone", "talk the phone"."""
    if case.style.may(Allowance.DROP_WORDS) or case.style.may(Allowance.REWORD):
        return []
    run: list[int] = []
    for at in case.lost():
        token = case.spoken[at]
        near = [one.key for one in case.spoken[max(0, at - _NEAR) : at + _NEAR + 1]]
        if token.kind is not Kind.STOP or len(token.word) < 2 or near.count(token.key) > 1:
            continue
        run = [*run, at] if run and run[-1] == at - 1 else [at]
        if len(run) > _SMALL_RUN:
            texts = tuple(case.spoken[one].text for one in run)
            return [Reason(Check.WORDS, f"“{' '.join(texts)}” is missing.", texts)]
    return []


def _unverbed(case: Case) -> list[Reason]:
    """ "the meeting is at four" is no more "the meeting at four"."""
    if case.style.may(Allowance.DROP_WORDS) or case.style.may(Allowance.REWORD):
        return []
    being = _BEING.get(case.language.code, frozenset())
    lost = [at for at in case.lost() if case.spoken[at].word in being]
    new = [at for at in case.new() if case.written[at].word in being]
    if len(lost) <= len(new):
        return []
    texts = (case.spoken[lost[0]].text,)
    return [Reason(Check.WORDS, f"{quoted(texts)} is missing.", texts)]


def _is_reworded(case: Case, at: int) -> bool:
    """Whether a style that may reword has another word for it."""
    if not case.style.may(Allowance.REWORD):
        return False
    formal = case.language.formal
    group = formal.get(case.spoken[at].word, formal.get(case.spoken[at].key))
    return group is not None and any(formal.get(token.word) == group for token in case.written)


def _is_said_elsewhere(case: Case, at: int) -> bool:
    """Whether the same word was said twice and is written once."""
    key = case.spoken[at].key
    return any(
        token.key == key and place != at and case.alignment.to_written[place] is not None
        for place, token in enumerate(case.spoken)
        if abs(place - at) <= 10
    )


def _longest_run(content: Sequence[int], lost: set[int]) -> list[int]:
    best: list[int] = []
    run: list[int] = []
    for at in content:
        run = [*run, at] if at in lost else []
        best = max(best, run, key=len)
    return best


def _moved(case: Case) -> list[Reason]:
    if case.style.may(Allowance.REORDER) or case.style.may(Allowance.REWORD):
        return []
    content = [at for at, token in enumerate(case.spoken) if token.kind is Kind.CONTENT]
    moved = [at for at in content if at in case.alignment.moved]
    if len(moved) > max(2, _MOVED_SHARE * len(content)):
        texts = tuple(case.spoken[at].text for at in moved)
        return [Reason(Check.WORDS, f"{quoted(texts)} stand in another order.", texts)]
    return []


def _layout(case: Case) -> list[Reason]:
    if case.style.may(Allowance.LISTS):
        return []
    if len(_BULLET.findall(case.written_text)) >= 2 and len(_BULLET.findall(case.spoken_text)) < 2:
        return [Reason(Check.WORDS, "It was made into a list.")]
    return []


def _grams(tokens: Sequence[Token], keys: Sequence[str]) -> list[tuple[str, ...]]:
    return [
        tuple(keys[at : at + _GRAM])
        for at in range(len(keys) - _GRAM + 1)
        if any(token.kind in (Kind.CONTENT, Kind.NUMBER) for token in tokens[at : at + _GRAM])
    ]
