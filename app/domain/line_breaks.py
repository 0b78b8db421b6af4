"""Where a subtitle's text may best be parted, and its lines.

Sources: the BBC's Subtitle Guidelines (section "Line breaks": break at natural points; after punctuation,
before conjunctions and prepositions; never between an article and its noun, a pronoun and its verb, a title
and its name) and Netflix's Timed Text Style Guide: General Requirements ("Line Treatment": one line where the
text fits; the same rules of parting; a shorter upper line rather than a shorter lower one). Pure.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Sequence
from typing import Final

from app.domain.passages import sentence_ends
from app.domain.text_layout import Atom, Joint

SENTENCE: Final = 0.0
"""What it costs to part a text behind a sentence; other places cost more, up to `NEVER`."""
NEVER: Final = 1e6
_CLAUSE: Final = 12.0
_CONJUNCTION: Final = 25.0
_PREPOSITION: Final = 32.0
_PLAIN: Final = 45.0
_INSIDE: Final = 70.0
_TIED: Final = 90.0
_UNEVEN: Final = 45.0
"""Of a line twice as wide as it should be, or of none."""
_TOP_HEAVY: Final = 4.0

_CLAUSE_END: Final = re.compile(r"[,;:–—،؛，；：、][\"'”’»)\]」』]*$|[)\]”»」』]$")
_SENTENCE_END: Final = re.compile(r"[.!?…。！？｡؟۔।][\"'”’»)\]」』）]*$")
_BARE: Final = re.compile(r"^\W+|\W+$")

_CONJUNCTIONS: Final = {
    "en": "and or but so because that which who when while if although though since until where whether than",
    "de": "und oder aber denn weil dass wenn als ob damit obwohl während sondern wo welche welcher welches",
    "fr": "et ou mais car que qui quand lorsque si comme parce puisque où dont donc",
    "es": "y e o u pero sino porque que quien cuando si como aunque mientras donde pues",
    "it": "e ed o ma perché che quando se come mentre dove anche quindi",
    "pt": "e ou mas porque que quem quando se como embora enquanto onde pois",
    "nl": "en of maar want omdat dat die wanneer als hoewel terwijl waar toen zodat",
}
# English verbs that help others stand with them as prepositions do with their nouns.
_PREPOSITIONS: Final = {
    "en": "of to in on at by for with from into about over under after before between through without "
    "will would can could should must may might has have had do does did is are was were",
    "de": "in im am an auf aus bei mit nach von vom zum zur zu für über unter vor durch gegen ohne um",
    "fr": "de du des à au aux en dans sur sous avec sans pour par chez entre vers",
    "es": "de del a al en con sin por para sobre entre desde hasta hacia",
    "it": "di del della a al alla in nel nella con senza per su tra fra da dal dalla",
    "pt": "de do da dos das em no na nos nas com sem por para sobre entre",
    "nl": "van in op aan bij met naar voor door over onder tussen zonder uit",
}
_TYING: Final = {
    "en": "a an the my your his her its our their these those this i you he she we they it not very no "
    "mr mrs ms dr",
    "de": "der die das den dem des ein eine einen einem einer eines kein keine mein meine dein deine sein "
    "seine ihr ihre unser unsere ich du er sie wir es nicht sehr herr frau dr",
    "fr": "le la les un une ce cette ces mon ma mes ton ta tes son sa ses notre votre leur leurs je tu il "
    "elle on nous vous ils elles ne pas très",
    "es": "el la los las un una unos unas mi mis tu tus su sus este esta estos estas yo él ella no muy",
    "it": "il lo la i gli le un uno una mio mia tuo tua suo sua questo questa io tu lui lei noi non molto",
    "pt": "o a os as um uma uns umas meu minha seu sua este esta esse essa eu ele ela nós não muito",
    "nl": "de het een mijn jouw zijn haar ons onze hun deze dit ik jij hij zij wij we ze niet heel",
}


def parting_costs(text: str, parts: Sequence[Atom], language: str) -> list[float]:
    """What it costs to part `text` before each of its atoms; nothing before the first.

    `language` is Whisper's code; of a language that is not known here, punctuation alone counts.
    """
    words = [frozenset(table.get(language, "").split()) for table in (_CONJUNCTIONS, _PREPOSITIONS, _TYING)]
    ends = set(sentence_ends(text))
    costs = [0.0] * len(parts)
    for place in range(1, len(parts)):
        before, after = parts[place - 1], parts[place]
        costs[place] = SENTENCE if after.at in ends else _cost(before.text, after, *words)
    return costs


def cost_at_end(text: str) -> float:
    """What it costs to part behind `text`, a whole cue: its speaker made a break there, or Whisper did."""
    return SENTENCE if _SENTENCE_END.search(text) else _CLAUSE


def _cost(
    before: str,
    after: Atom,
    conjunctions: frozenset[str],
    prepositions: frozenset[str],
    tying: frozenset[str],
) -> float:
    if _CLAUSE_END.search(before):
        return _CLAUSE
    if after.joint is Joint.INSIDE:
        return _INSIDE
    if after.joint is Joint.CHARACTERS:
        return _cost_between(before[-1], after.text[0])
    last, following = _bare(before), _bare(after.text)
    if last in tying or last in prepositions or last in conjunctions:
        return _TIED
    if following in conjunctions:
        return _CONJUNCTION
    return _PREPOSITION if following in prepositions else _PLAIN


def _cost_between(before: str, after: str) -> float:
    """Between two characters without a space; Japanese phrases end with the hiragana of their particles."""
    first, second = (unicodedata.name(one, "").partition(" ")[0] for one in (before, after))
    if second == "HIRAGANA" or (first == second == "KATAKANA"):
        return _INSIDE
    return _PREPOSITION if first == "HIRAGANA" else _PLAIN


def _bare(word: str) -> str:
    return _BARE.sub("", word).casefold()


class Measure:
    """The widths of stretches of atoms: `joints` tells of each whether a space is before it."""

    def __init__(self, widths: Sequence[int], spaced: Sequence[bool]) -> None:
        self._spaced = spaced
        self._sums = [0]
        for one, space in zip(widths, spaced, strict=True):
            self._sums.append(self._sums[-1] + one + space)

    def width(self, start: int, end: int) -> int:
        """Of atoms `start` to `end`, the last not included, on one line."""
        return self._sums[end] - self._sums[start] - self._spaced[start]

    def lines_needed(self, start: int, end: int, columns: int) -> int:
        """The fewest lines that take atoms `start` to `end`; an atom wider than a line has one of its own."""
        lines, first = 0, start
        while first < end:
            lines += 1
            last = first + 1
            while last < end and self.width(first, last + 1) <= columns:
                last += 1
            first = last
        return lines


def lines(measure: Measure, costs: Sequence[float], start: int, end: int, columns: int) -> list[int]:
    """Where the lines of atoms `start` to `end` end: as few lines as can be, of like widths, parted where it
    costs little (`costs` has what it costs before each atom).
    """
    count = measure.lines_needed(start, end, columns)
    if count <= 1:
        return [end]
    ideal = measure.width(start, end) / count
    known: dict[tuple[int, int], tuple[float, list[int]]] = {}

    def shape(first: int, last: int) -> float:
        return _UNEVEN * ((measure.width(first, last) - ideal) / ideal) ** 2

    def best(first: int, left: int) -> tuple[float, list[int]]:
        """The cheapest way to write all from `first` on in `left` lines."""
        if left == 1:
            fits = first == end - 1 or measure.width(first, end) <= columns
            return (shape(first, end) if fits and first < end else math.inf), [end]
        if (first, left) in known:
            return known[first, left]
        found: tuple[float, list[int]] = (math.inf, [])
        for last in range(first + 1, end - left + 2):
            if last > first + 1 and measure.width(first, last) > columns:
                break
            rest, places = best(last, left - 1)
            if not places:
                continue
            # An upper line that is longer than the lower one covers more of the picture.
            heavy = _TOP_HEAVY if measure.width(first, last) > measure.width(last, places[0]) else 0.0
            cost = shape(first, last) + costs[last] + heavy + rest
            if cost < found[0]:
                found = cost, [last, *places]
        known[first, left] = found
        return found

    return best(start, count)[1]
