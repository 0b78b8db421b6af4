"""The guard: whether a clean-up still says what was spoken, and if not, why.

A language model that cleans up also answers questions, obeys commands, refuses, invents, translates, drops
ends and changes numbers. What it wrote is delivered only when every check agrees; else the spoken text is,
with the reasons in plain words. Removing fillers, stutters and what the speaker took back, writing number
words as digits and joining or splitting words are good edits and pass. A style's allowances widen what
passes, but numbers, names and negations are kept in all of them. Pure; some milliseconds for a passage of 2
KB.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final

from app.domain.guard.alignment import Alignment, align, distance
from app.domain.guard.case import Case
from app.domain.guard.excuses import excused
from app.domain.guard.facts import check_dates, check_names, check_negations, check_numbers, check_person
from app.domain.guard.language import Language
from app.domain.guard.tokens import tokens_of
from app.domain.guard.verdict import Reason, Verdict
from app.domain.guard.voice import check_answer, check_language
from app.domain.guard.wording import check_cut_off, check_length, check_repetition, check_words
from app.domain.guard.words_more import LANGUAGES, guessed, language_for, sign_counts
from app.domain.styles import Allowance, Check, Style

_CHECKS: Final[tuple[tuple[Check, Callable[[Case], list[Reason]]], ...]] = (
    (Check.ANSWER, check_answer),
    (Check.LANGUAGE, check_language),
    (Check.NUMBERS, check_numbers),
    (Check.DATES, check_dates),
    (Check.NEGATIONS, check_negations),
    (Check.NAMES, check_names),
    (Check.PERSON, check_person),
    (Check.CUT_OFF, check_cut_off),
    (Check.WORDS, check_words),
    (Check.REPETITION, check_repetition),
    (Check.LENGTH, check_length),
)
_NUMBERED: Final = re.compile(r"^(\s*)(\d{1,2})[.)](?=\s)", re.MULTILINE)


def judge(
    spoken: str, written: str, style: Style, language: str = "", vocabulary: Iterable[str] = ()
) -> Verdict:
    """Whether `written` is a true clean-up of `spoken`.

    Args:
        style: what was asked for; its allowances and the checks that it turns off.
        language: the Whisper code of the spoken text, or empty to guess it.
        vocabulary: the user's names and terms; one of them may stand where something like it was heard.
    """
    if not written.strip():
        return Verdict((Reason(Check.LENGTH, "Nothing was written."),) if spoken.strip() else ())
    case = _case(spoken, written, style, language, tuple(vocabulary))
    reasons = [reason for check, find in _CHECKS if style.checks(check) for reason in find(case)]
    return Verdict(tuple(reasons))


def _case(spoken: str, written: str, style: Style, code: str, vocabulary: tuple[str, ...]) -> Case:
    language = _language(spoken, code)
    laid_out = _without_numbering(written) if style.may(Allowance.LISTS) else written
    target = _language(written, "") if style.may(Allowance.CHANGE_LANGUAGE) else language
    alignment = align(
        tokens_of(spoken, language),
        tokens_of(laid_out, target),
        language,
        any_order=style.may(Allowance.REORDER) or style.may(Allowance.REWORD),
    )
    terms = frozenset(token.word for term in vocabulary for token in tokens_of(term, language))
    return Case(
        spoken,
        written,
        style,
        language,
        target,
        alignment,
        excused(alignment, language),
        _respelled(alignment, terms),
        terms - language.stop,
    )


def _language(spoken: str, code: str) -> Language:
    """The language set, unless the text clearly is in another one."""
    words = re.findall(r"[^\W\d_]+", spoken.casefold())
    guess = guessed(words)
    known = language_for(code)
    if not code:
        return language_for(guess)
    if guess in LANGUAGES and guess != known.code:
        counts = sign_counts(words)
        if counts[guess] >= 4 and counts[guess] >= 3 * counts.get(known.code, 0):
            return language_for(guess)
    return known


def _without_numbering(text: str) -> str:
    """`text` with "1." and so on at its lines' beginnings as dashes, where they count up from 1."""
    numbers = [int(match[2]) for match in _NUMBERED.finditer(text)]
    if len(numbers) < 2 or numbers != list(range(1, len(numbers) + 1)):
        return text
    return _NUMBERED.sub(r"\1-", text)


def _respelled(alignment: Alignment, terms: frozenset[str]) -> tuple[frozenset[int], frozenset[int]]:
    """Written words of the vocabulary, and the lost spoken words that they stand for."""
    ours: set[int] = set()
    theirs: set[int] = set()
    for at in alignment.new():
        word = alignment.written[at].word
        if word not in terms:
            continue
        before = next(
            (alignment.to_spoken[one] for one in range(at, -1, -1) if alignment.to_spoken[one] is not None),
            -1,
        )
        gap = []
        place = (before if before is not None else -1) + 1
        while place < len(alignment.spoken) and alignment.to_written[place] is None:
            gap.append(place)
            place += 1
        for size in range(1, len(gap) + 1):
            for first in range(len(gap) - size + 1):
                heard = "".join(alignment.spoken[one].word for one in gap[first : first + size])
                if distance(heard, word) * 2 <= max(len(heard), len(word)):
                    ours.update(gap[first : first + size])
                    theirs.add(at)
    return frozenset(ours), frozenset(theirs)
