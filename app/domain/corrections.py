"""Sentences that take back what was said before them: "No, Thursday.", "I mean the other one."

A clean-up in pieces may not be cut before such a sentence, or the correction would not reach what it
corrects. Pure.
"""

from __future__ import annotations

import re
from typing import Final

from app.domain.guard.language import words
from app.domain.guard.words_more import LANGUAGES

_WORDS: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")

_LEADING: Final = words(
    "um uh uhm er erm hm hmm oh and but so well okay ok ah äh ähm öh und aber also ach na ja euh ben bah "
    "et mais alors bon eh este pues y pero e ma allora beh en maar dus nou mas então"
)
"""Words before a correction that it may begin with."""
_COMMON: Final = frozenset((("that", "is"), ("i", "should", "say"), ("o", "sea"), ("to", "znaczy")))
"""Corrections that far more sentences begin with than are corrected by them."""
_SHORT: Final = 5
"""Words of a sentence that corrects with one word: "No, Thursday.", but not "No, I do not think so"."""
_ALL: Final = frozenset(
    phrase for one in LANGUAGES.values() for phrase in (*one.repairs, *one.erasers) if phrase not in _COMMON
)
_PHRASES: Final = frozenset(one for one in _ALL if len(one) > 1 and not all(len(word) == 1 for word in one))
_SINGLE: Final = frozenset(one[0] for one in _ALL if len(one) == 1)
_DENSE: Final = tuple("".join(one) for one in _ALL if len(one) > 1 and all(len(word) == 1 for word in one))
"""Of scripts without spaces."""
_LONGEST: Final = max(map(len, _PHRASES))


def takes_back(sentence: str) -> bool:
    """Whether `sentence` begins by correcting what was said before it. Rather once too often: the price is
    time."""
    said = [word.casefold().replace("’", "'") for word in _WORDS.findall(sentence)]
    if not said:
        return False
    if "".join(said).startswith(_DENSE):
        return True
    for at in range(len(said)):
        for size in range(2, _LONGEST + 1):
            if tuple(said[at : at + size]) in _PHRASES:
                return True
        if said[at] in _SINGLE and 1 < len(said) - at <= _SHORT:
            return True
        if said[at] not in _LEADING:
            return False
    return False
