"""Where two texts of the same speech meet: what was heard twice alike, and how the rest begins.

Texts are compared by their letters, digits and the signs upon them alone, without case, since the same words
come back with other commas and capitals when more of the sentence is known. Pure.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import Final

_SPACELESS = (
    "CJK",
    "HIRAGANA",
    "KATAKANA",
    "HALFWIDTH KATAKANA",
    "FULLWIDTH",
    "THAI",
    "LAO",
    "KHMER",
    "MYANMAR",
)
_OPENING = ("Ps", "Pi")

SENTENCE_ENDS: Final = tuple(".!?…。！？")
CLAUSE_ENDS: Final = tuple(",;:、，；：")
CLOSING: Final = "\"'”’)]}»"
"""What may stand behind the end of a sentence; some of it opens in other places."""

SKIPPED_WORDS: Final = 3
"""A shorter run may be a stutter or a slip that more of the sentence has mended."""


def split_after(text: str, beginning: str) -> tuple[str, str] | None:
    """`text` as (head, rest), where head says the same as `beginning` and keeps its own punctuation; None
    when `text` does not begin so, or goes on inside a word.

    "I can" is no beginning of "I can't go", nor "3" of "3.5 miles", nor "well" of "well-known": a word is
    what stands between spaces. Scripts without spaces are split at any letter.
    """
    wanted = _letters(beginning)
    if not wanted:
        return None
    at = matched = 0
    while at < len(text) and matched < len(wanted):
        letters = _letters(text[at])
        if letters != wanted[matched : matched + len(letters)]:
            return None
        matched += len(letters)
        at += 1
    if matched < len(wanted) or _goes_on(text, at):
        return None
    while at < len(text) and not (text[at].isspace() or _is_letter(text[at]) or _is_opening(text[at])):
        at += 1
    return text[:at].strip(), text[at:].strip()


def beginning_like(text: str, example: str) -> str:
    """`text` with the case of its first word as in `example`, where both begin with the same word.

    Whisper begins each phrase with a capital; `example` was heard together with the words before it.
    """
    word, space, rest = text.partition(" ")
    ours = [one for one in word if _is_letter(one)]
    theirs = [one for one in example.partition(" ")[0] if _is_letter(one)]
    if [one.casefold() for one in ours] != [one.casefold() for one in theirs]:
        return text
    cased = iter(theirs)
    return "".join(next(cased) if _is_letter(one) else one for one in word) + space + rest


def kept_share(text: str, earlier: str) -> float:
    """The share, 0..1, of the words of `earlier` that come in `text`, in their order."""
    words, wanted = words_of(text), words_of(earlier)
    if not wanted:
        return 1.0
    blocks = SequenceMatcher(None, wanted, words, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / len(wanted)


def with_skipped(text: str, earlier: str) -> str:
    """`text` with each run of at least `SKIPPED_WORDS` words of `earlier` that it passes over between others.

    Whisper now and then leaves a whole sentence out between two others; whoever heard it before, knows it.
    Words at the end of `earlier` are no loss: what follows them may have shown that they were misheard.
    Only for scripts with spaces; texts in others come back as they are.
    """
    spans, wanted = _spans(text), _spans(earlier)
    if any(is_spaceless(word[0]) for word, _, _ in (*spans, *wanted)):
        return text
    matcher = SequenceMatcher(None, [one[0] for one in wanted], [one[0] for one in spans], autojunk=False)
    whole, place = "", 0
    for kind, start, end, at, _ in matcher.get_opcodes():
        if kind == "delete" and end - start >= SKIPPED_WORDS and start > 0 and end < len(wanted):
            before = spans[at - 1][2] if at else 0
            run = earlier[wanted[start][1] : wanted[end - 1][2]]
            whole = joined(whole, text[place:before], run)
            place = before
    return joined(whole, text[place:]) if whole else text


def _spans(text: str) -> list[tuple[str, int, int]]:
    """The words of `text`, without case and punctuation, each with where it begins and ends with them."""
    found: list[tuple[str, int, int]] = []
    end = 0
    for word in text.split():
        start = text.index(word, end)
        end = start + len(word)
        if bare := _letters(word):
            found.append((bare, start, end))
        elif found:
            found[-1] = (found[-1][0], found[-1][1], end)
    return found


def joined(*texts: str) -> str:
    """Texts behind each other: with a space between, but none between scripts that have none."""
    whole = ""
    for text in (text.strip() for text in texts):
        if not whole or not text:
            whole = whole or text
        elif _is_spaceless_edge(reversed(whole)) and _is_spaceless_edge(text):
            whole += text
        else:
            whole += f" {text}"
    return whole


def begins_closing(text: str) -> bool:
    """Whether `text` begins with marks that belong to what is before them. Where a letter is at once behind
    them, as in "'tis", ".5" or "…and", they may belong to that, unless the script has no spaces."""
    if not text.startswith((*SENTENCE_ENDS, *CLAUSE_ENDS, *CLOSING)):
        return False
    return is_spaceless(text[0]) or not any(map(_is_letter, text.split(maxsplit=1)[0]))


def is_spaceless(letter: str) -> bool:
    """Whether `letter` is of a script that is written without spaces (Chinese, Japanese, Thai and their kin),
    or of its punctuation."""
    return "\u3000" <= letter <= "\u303f" or unicodedata.name(letter, "").startswith(_SPACELESS)


def words_of(text: str) -> list[str]:
    """Words without case and punctuation; letter by letter in scripts without spaces."""
    words: list[str] = []
    for word in (_letters(one) for one in text.split()):
        words.extend(word if word and is_spaceless(word[0]) else [word] if word else [])
    return words


def _letters(text: str) -> str:
    return "".join(one for one in text.casefold() if _is_letter(one))


def _is_letter(one: str) -> bool:
    """Whether `one` makes a difference between words: the vowels of Indian scripts are marks on letters."""
    return one.isalnum() or _is_mark(one)


def _is_mark(one: str) -> bool:
    return unicodedata.category(one).startswith("M")


def _is_opening(one: str) -> bool:
    """Whether `one` is a bracket or quotation mark that belongs to what follows."""
    return unicodedata.category(one) in _OPENING


def _goes_on(text: str, at: int) -> bool:
    """Whether position `at`, behind a letter, is inside a word: a mark on the letter follows, or more letters
    without a space, unless the script has none."""
    end = at
    while end < len(text) and not text[end].isspace() and not _is_letter(text[end]):
        end += 1
    if end == len(text) or text[end].isspace():
        return False
    return _is_mark(text[end]) or not any(_parts_words(one) for one in text[at - 1 : end + 1])


def _parts_words(one: str) -> bool:
    """Whether a word may end or begin beside `one` without a space. Wide Latin letters and digits are still
    the letters of one word, or the digits of one number."""
    return is_spaceless(one) and not (one.isalnum() and unicodedata.name(one, "").startswith("FULLWIDTH"))


def _is_spaceless_edge(letters: Iterable[str]) -> bool:
    """Whether text that begins with `letters` wants no space before it: its first letter is of such a script,
    or the punctuation before that letter is."""
    for one in letters:
        if is_spaceless(one):
            return True
        if _is_letter(one):
            return False
    return False
