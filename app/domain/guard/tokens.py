"""A text as the guard sees it: words in one spelling, numbers as digits, with their place in the text.

"don't" and "do not", "gonna" and "going to", "25 %" and "twenty-five percent" come out alike. Pure.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from app.domain.guard.language import Language, words
from app.domain.guard.numbers import TIME_WORDS, Number, Raw, read_numbers

_CJK: Final = r"\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af\u0e00-\u0eff"
_PIECE: Final = re.compile(
    rf"(?P<dense>[{_CJK}])"
    r"|(?P<initials>\b(?:[^\W\d_]\.){2,}|\b[ap]\.m\b)"
    r"|(?P<number>\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\d])|\d+(?:[.,:'’]\d+)*)"
    r"|(?P<minus>(?<![\w.,])[-−](?=\d))"
    r"|(?P<suffix>(?<=\d)(?:st|nd|rd|th|er|ère|ème|e|º|ª|ste|de)\b)"
    rf"|(?P<word>(?:(?![{_CJK}])[^\W\d_])+(?:['’](?:(?![{_CJK}])[^\W\d_])+)*['’]?)"
    r"|(?P<dot>(?<=[^\W\d_])\.(?=[^\W\d_]))"
    r"|(?P<sign>[%$€£°&@½¼¾])"
)
_SOUND: Final = re.compile(
    r"^(u+h*m*|e+h*m+|e{2,}|y{2,}|ä+h*m*|ö+h*m*|h+m+|m+|mh+m+|(.)\2{2,}|e+r+m+|e+u*h+m*|a+h+|o+h+|heu)$"
)
"""Sounds that mean nothing in any language."""
_TITLES: Final = words("mr mrs ms dr prof herr frau st sr sra dra mme m mlle hr fr sig dott ing")
_OPENING: Final = re.compile(r"[.!?:;…\n\"“„«»”—–•*·。！？¿¡(]|(?:^|\s)[-–]\s")
_SIGN_WORDS: Final = {"&": "and", "@": "at"}
_PERCENT: Final = frozenset(
    (("per", "cent"), ("pour", "cent"), ("por", "ciento"), ("per", "cento"), ("por", "cento"))
)
_SCALES: Final = words(
    "k thousand million billion tausend million millionen mille millions mil millones milioni miljoen milhões"
)
_TAILS: Final = {"re": "are", "ve": "have", "ll": "will", "d": "would", "m": "am", "s": ""}
_HALVES: Final = {"½": ".5", "¼": ".25", "¾": ".75"}


class Kind(Enum):
    """What a token carries."""

    NUMBER = auto()
    CONTENT = auto()
    SOFT = auto()  # content that only hedges
    STOP = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """One word or number. `key` is its common spelling; `word` what stands there, in small letters.

    `opens` says that a sentence or a line begins with it; `capital` that it is written with a capital letter.
    """

    text: str
    word: str
    key: str
    kind: Kind
    start: int
    end: int
    opens: bool
    number: Number | None = None

    @property
    def capital(self) -> bool:
        """Whether a capital letter begins it."""
        return self.text[:1].isupper()


def tokens_of(text: str, language: Language) -> list[Token]:
    """The tokens of `text`, in order."""
    raws = _raws(unicodedata.normalize("NFC", text), language)
    numbers = {first: (last, number) for first, last, number in _by_first(raws, language.code)}
    found: list[Token] = []
    at = 0
    while at < len(raws):
        raw = raws[at]
        if at in numbers:
            last, number_list = numbers[at]
            found.extend(_number_token(raws[at:last], number) for number in number_list)
            at = last
            continue
        found.append(_token(raw, language, after_number=bool(found) and found[-1].number is not None))
        at += 1
    return found


def _number_token(raws: Sequence[Raw], number: Number) -> Token:
    text = " ".join(one.text for one in raws)
    first = raws[0]
    key = "#" + number.readings[0]
    return Token(text, first.word, key, Kind.NUMBER, first.start, raws[-1].end, first.opens, number)


def _by_first(raws: Sequence[Raw], code: str) -> list[tuple[int, int, list[Number]]]:
    """Numbers by their first place; a date in digits has several at one."""
    found: list[tuple[int, int, list[Number]]] = []
    for first, last, number in read_numbers(raws, code):
        if found and found[-1][0] == first:
            found[-1][2].append(number)
        else:
            found.append((first, last, [number]))
    return found


def _token(raw: Raw, language: Language, *, after_number: bool) -> Token:
    word = raw.word
    key = language.dates.get(word) or language.same.get(word, word)
    kind = Kind.CONTENT
    if after_number and word in ("am", "pm"):
        key = word[0] + ".m."
    elif after_number and word in TIME_WORDS:
        kind = Kind.STOP
    elif word in language.negations or word in language.dates:
        kind = Kind.CONTENT if word in language.dates else Kind.STOP
    elif _SOUND.match(word):
        kind = Kind.STOP
    elif word in language.soft:
        kind = Kind.SOFT
    elif word in language.stop or _is_small(word, language):
        kind = Kind.STOP
    return Token(raw.text, word, key, kind, raw.start, raw.end, raw.opens)


def _is_small(word: str, language: Language) -> bool:
    if len(word) == 1 and "\u3040" <= word <= "\u309f":
        return True  # hiragana: grammar for the most part
    if word in "的了吧呢啊嗯呃吗哦就那这是个呀嘛么地得着过也都还和跟与在把被给":
        return True
    return not language.code and len(word) <= 2 and word < "\u2e80"


def _raws(text: str, language: Language) -> list[Raw]:
    found: list[Raw] = []
    before = 0
    currency: list[Raw] = []
    for match in _PIECE.finditer(text):
        between = text[before : match.start()]
        titled = between == ". " and bool(found) and found[-1].word in _TITLES
        opens = not found or (not titled and bool(_OPENING.search(between)))
        before = match.end()
        piece = match[0]
        if match.lastgroup == "suffix" or (match.lastgroup == "dot" and not piece):
            continue
        if (
            match.lastgroup == "sign"
            and piece in "$€£"
            and text[match.end() : match.end() + 2].strip()[:1].isdigit()
        ):
            currency.append(Raw(piece, piece, match.start(), match.end()))
            continue
        for word in _spellings(match, language):
            found.append(Raw(word, piece, match.start(), match.end(), opens))
            opens = False
        if currency and found[-1].word not in _SCALES and not found[-1].word[:1].isdigit():
            found[-1:-1] = currency  # behind the number it was written before: "5 dollars"
            currency = []
        pair = tuple(raw.word for raw in found[-2:])
        if pair in (("a", "m"), ("p", "m")) and len(found) > 2 and found[-3].word not in language.stop:
            found[-2:] = [Raw("".join(pair), f"{found[-2].text} {piece}", found[-2].start, match.end())]
        elif pair in _PERCENT:
            found[-2:] = [Raw("%", f"{found[-2].text} {piece}", found[-2].start, match.end())]
        elif piece in _HALVES and len(found) > 1 and found[-2].word.isdigit():
            whole = found[-2]
            found[-2:] = [
                Raw(whole.word + _HALVES[piece], whole.text + piece, whole.start, match.end(), whole.opens)
            ]
    return found + currency


def _spellings(match: re.Match[str], language: Language) -> tuple[str, ...]:
    piece = match[0]
    if match.lastgroup == "initials":
        return (piece.replace(".", "").lower(),)
    if match.lastgroup in ("dot", "minus"):
        return (match.lastgroup,)
    if match.lastgroup != "word":
        return (_SIGN_WORDS.get(piece, piece),)
    # Not casefold, which writes "ß" as "ss".
    word = piece.lower().replace("’", "'").rstrip("'")
    if word in language.spelled:
        return language.spelled[word]
    if "'" not in word or word in language.dates:
        return (word,)
    if language.elides:
        return tuple(part for part in word.split("'") if part)
    base, _, tail = word.rpartition("'")
    if tail in _TAILS:
        return (*language.spelled.get(base, (base,)), *_TAILS[tail].split())
    return (word,)
