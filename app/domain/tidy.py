"""The clean-up that works without a language model: fillers, stutters, spacing, capitals, replacements.

It runs on every dictation, so it may take no time (below a millisecond for 200 words), and nobody watches it,
so it never takes away a word that means something: what is removed is a sound, a word that is surely a filler
where it stands, or the first half of a stutter. Spoken punctuation ("comma", "new line") is written as marks
only where the user asked for it. A text that has been tidied comes out the same when tidied again. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from app.domain.passages import sentence_ends
from app.domain.tidy_options import Replacement, TidyOptions
from app.domain.tidy_rules import SPACELESS_FILLERS, Fit, Mark, TidyRules, rules_for

_WORD: Final = re.compile(r"(\S+)(\s*)")
_PARTS: Final = re.compile(r"^([\"'“‘«„(\[{¿¡*_-]*)(.*?)([\"'”’“»)\]},.;:!?…*_-]*)$", re.DOTALL)
_PREFIX: Final = re.compile(r"^((?P<bit>[^\W\d_]{1,2})-)(?:(?P=bit)-)*(?=(?P=bit))", re.IGNORECASE)
_LEAST_PREFIXES: Final = 2
_MOST_REPEATED: Final = 4
_STOPS: Final = frozenset(".!?…:;")
_GAPS: Final = ("", " ", "\n", "\u00a0", "\u202f")
"""White space that stays as it is: French has narrow and unbreakable spaces before marks."""
_NUMBER: Final = re.compile(r"^\d+([.,]\d+)*$")


PLAIN: Final = TidyOptions()


class _Word:
    """A word with the marks before and behind it and the white space that follows."""

    __slots__ = ("core", "gap", "key", "lead", "trail")

    def __init__(self, lead: str, core: str, trail: str, gap: str) -> None:
        self.lead, self.core, self.trail, self.gap = lead, core, trail, gap
        self.key = core.lower().replace("’", "'")


def tidy(text: str, language: str, options: TidyOptions = PLAIN) -> str:
    """`text` tidied after the rules of `language`, a Whisper code or empty."""
    rules = rules_for(language)
    if options.fillers:
        text = _without_sounds(text, language)
    words = _words(text)
    if options.fillers:
        words = _without_fillers(words, rules)
    if options.stutters:
        words = _without_stutters(words, rules)
    if options.replacements:
        words = _replaced(words, options.replacements)
    if options.spoken_punctuation:
        words = _punctuated(words, rules)
    tidied = _spaced(words, rules)
    return _capitalised(tidied, rules) if options.capitals else tidied


def without_fillers(text: str, language: str) -> str:
    """`text` without its fillers, and nothing else done to it but its spaces."""
    return tidy(text, language, TidyOptions(stutters=False, capitals=False))


def _words(text: str) -> list[_Word]:
    found = []
    for token, gap in _WORD.findall(text):
        if token.isalpha():
            found.append(_Word("", token, "", gap))
            continue
        lead, core, trail = _PARTS.match(token).groups()  # type: ignore[union-attr]  # matches anything
        if not core:  # marks alone, as in "- milk" or ":)"
            lead, trail = "", token
        found.append(_Word(lead, core, trail, gap))
    return found


def _without_sounds(text: str, language: str) -> str:
    for sound in SPACELESS_FILLERS.get(language.partition("-")[0], ()):
        if sound in text:
            text = re.sub(re.escape(sound) + "[、，,…]?", "", text)
    return text


# --- fillers ---


def _without_fillers(words: list[_Word], rules: TidyRules) -> list[_Word]:
    kept: list[_Word] = []
    at = 0
    capital = ""
    while at < len(words):
        suspect = words[at].key in rules.fillers or (kept and kept[-1].trail[-1:] == ",")
        size = _filler_at(words, at, kept, rules) if suspect else 0
        if not size:
            word = words[at]
            if capital and word.core[:1].islower():
                word.core = _with_capital(word.core)
            kept.append(word)
            capital = ""
            at += 1
            continue
        first, last = words[at], words[at + size - 1]
        if first.core[:1].isupper() and _begins_sentence(kept):
            capital = first.core[:1]
        _take_over(kept, first, last, words[at + size] if at + size < len(words) else None, rules)
        at += size
    return kept


def _filler_at(words: list[_Word], at: int, kept: list[_Word], rules: TidyRules) -> int:
    """How many words from `at` on are a filler; 0 for none."""
    word = words[at]
    if word.key in rules.fillers:
        shouted = len(word.core) > 1 and word.core.isupper()  # ER, UM: initials
        unit = word.key in ("mm", "hm", "er") and bool(kept) and kept[-1].core[-1:].isdigit()
        return 0 if shouted or unit or word.lead.strip("-") or "-" in word.trail else 1
    if not kept or not kept[-1].trail.endswith(",") or word.lead:
        return 0
    for size in (1, 2, 3, 4):
        group = words[at : at + size]
        if len(group) == size and " ".join(one.key for one in group) in rules.asides:
            inner = all(not one.trail for one in group[:-1]) and not any(one.lead for one in group)
            if inner and group[-1].trail == "," and all(one.core.islower() for one in group):
                # In a row of short things between commas ("like, well, so") it is one of them.
                after = words[at + size].trail if at + size < len(words) else ""
                before = kept[-2].trail if len(kept) > 1 else ""
                return 0 if after.startswith(",") or before.endswith(",") else size
    return 0


def _take_over(
    kept: list[_Word], first: _Word, last: _Word, following: _Word | None, rules: TidyRules
) -> None:
    """Gives the marks and the line break of what is removed to the word before it."""
    if not kept:
        return
    before = kept[-1]
    trail = last.trail.strip("-_*")
    if "\n" in last.gap:
        before.gap = last.gap
    if set(trail) & set(".!?") and trail.strip("."):
        before.trail = before.trail.rstrip(",;") + trail if not set(before.trail) & _STOPS else before.trail
    elif trail.startswith("."):
        if not set(before.trail) & _STOPS:
            before.trail = before.trail.rstrip(",;") + trail
    elif before.trail.endswith(",") and trail.endswith(","):
        # "I, um, think" and "he is, you know, late" are one thought; "pears, um, apples" is a list.
        if before.key in rules.glue or last.key not in rules.fillers:
            before.trail = before.trail[:-1]
    elif before.trail.endswith(",") and before.key in rules.glue and not trail:
        before.trail = before.trail[:-1]
    elif trail in (")", "”", "»", '"') or trail[:1] in (")", "”", "»"):
        before.trail += trail
    if following is None and before.trail.endswith(","):
        before.trail = before.trail[:-1]


def _begins_sentence(kept: list[_Word]) -> bool:
    return not kept or bool(set(kept[-1].trail) & set(".!?…")) or "\n" in kept[-1].gap


# --- stutters ---


def _without_stutters(words: list[_Word], rules: TidyRules) -> list[_Word]:
    kept: list[_Word] = []
    for word in words:
        if "-" in word.core:
            _whole(word, rules)
        kept.append(word)
        while _drop_repeat(kept, rules):
            pass
    return kept


def _whole(word: _Word, rules: TidyRules) -> None:
    """ "w-w-what" and "b-but" as the word that was meant."""
    match = _PREFIX.match(word.core)
    if match is None:
        return
    rest = word.core[match.end() :]
    tries = match[0].count("-")
    if not rest.isalpha() or (tries < _LEAST_PREFIXES and rest.lower() not in rules.glue | rules.doubled):
        return
    if len(rest) <= len(match["bit"]) and rest.lower() not in rules.doubled:
        return
    word.core = _with_capital(rest) if word.core[:1].isupper() else rest
    word.key = word.core.lower().replace("’", "'")


def _drop_repeat(kept: list[_Word], rules: TidyRules) -> bool:
    """Removes the first half when the last words stand there twice; whether it did."""
    for size in range(1, _MOST_REPEATED + 1):
        if len(kept) < 2 * size:
            return False
        if kept[-1].key != kept[-1 - size].key:  # most words end here
            continue
        second, first = kept[-size:], kept[-2 * size : -size]
        if [word.key for word in first] != [word.key for word in second]:
            continue
        if size == 1 and second[0].key not in rules.doubled:
            continue
        if size > 1 and not (first[0].key in rules.openers and all(word.key in rules.glue for word in first)):
            continue
        if not _is_one_breath(first, second):
            continue
        second[0].lead = first[0].lead or second[0].lead
        if first[0].core[:1].isupper():
            second[0].core = _with_capital(second[0].core)
        del kept[-2 * size : -size]
        return True
    return False


def _is_one_breath(first: list[_Word], second: list[_Word]) -> bool:
    """Whether nothing but a comma or a dash stands between and inside the two halves."""
    inner = [*first[:-1], *second[:-1]]
    between = first[-1]
    return (
        not any(word.trail or "\n" in word.gap for word in inner)
        and between.trail in ("", ",", "-", "...", "…")
        and "\n" not in between.gap
        and not any(word.lead for word in (*first[1:], *second))
    )


# --- the user's words, spoken marks ---


def _replaced(words: list[_Word], replacements: Iterable[Replacement]) -> list[_Word]:
    by_first: dict[str, list[tuple[list[str], str]]] = {}
    for replacement in replacements:
        keys = [word.key for word in _words(replacement.spoken)]
        by_first.setdefault(keys[0], []).append((keys, replacement.written))
    for rules in by_first.values():
        rules.sort(key=lambda rule: -len(rule[0]))
    found: list[_Word] = []
    at = 0
    while at < len(words):
        for keys, written in by_first.get(words[at].key, ()):
            group = words[at : at + len(keys)]
            if [word.key for word in group] == keys and not any(word.trail for word in group[:-1]):
                text = _cased(written, " ".join(word.core for word in group))
                found.append(_Word(group[0].lead, text, group[-1].trail, group[-1].gap))
                at += len(keys)
                break
        else:
            found.append(words[at])
            at += 1
    return found


def _cased(written: str, said: str) -> str:
    if not written.islower():
        return written
    letters = [one for one in said if one.isalpha()]
    if len(letters) > 1 and all(one.isupper() for one in letters):
        return written.upper()
    return _with_capital(written) if said[:1].isupper() else written


def _punctuated(words: list[_Word], rules: TidyRules) -> list[_Word]:
    longest = max((len(command) for command in rules.commands), default=0)
    firsts = {command[0] for command in rules.commands}
    found: list[_Word] = []
    at = 0
    while at < len(words):
        if words[at].key not in firsts:
            found.append(words[at])
            at += 1
            continue
        for size in range(min(longest, len(words) - at), 0, -1):
            group = words[at : at + size]
            mark = rules.commands.get(tuple(word.key for word in group))
            if mark and _is_command(words, at, size, rules):
                _write_mark(found, mark, group, rules)
                at += size
                break
        else:
            found.append(words[at])
            at += 1
    return found


def _is_command(words: list[_Word], at: int, size: int, rules: TidyRules) -> bool:
    before = words[at - 1] if at else None
    after = words[at + size] if at + size < len(words) else None
    joins = rules.commands[tuple(word.key for word in words[at : at + size])].fit is Fit.BETWEEN
    if before and not before.trail and before.key in rules.determiners and not joins:
        return False
    numbers = bool(after and _NUMBER.match(after.core))
    return not (size == 1 and numbers and before is not None and not words[at].trail and not before.trail)


def _write_mark(found: list[_Word], mark: Mark, group: list[_Word], rules: TidyRules) -> None:
    if mark.fit is Fit.BEFORE:
        found.append(_Word(mark.text, "", "", ""))
    elif mark.fit is Fit.APART:
        if found:
            found[-1].trail = found[-1].trail.rstrip(",.")
            found[-1].gap = found[-1].gap or " "
        found.append(_Word("", "", mark.text, " "))
    elif not found:
        is_break = mark.fit is Fit.BREAK
        found.append(_Word("", "", "" if is_break else mark.text, mark.text if is_break else " "))
    elif mark.fit is Fit.BREAK:
        stop = mark.text.rstrip("\n")
        found[-1].trail = found[-1].trail.rstrip("," + stop) + stop
        found[-1].gap = mark.text[len(stop) :]
    else:
        last = found[-1]
        space = "\u00a0" if rules.space_before_marks and mark.text in ";:!?" else ""
        last.trail = last.trail.rstrip(",.;:!?" if mark.text not in ")”“»" else ",") + space + mark.text
        last.gap = "" if mark.fit is Fit.BETWEEN else group[-1].gap or " "


# --- spaces and capitals ---


def _spaced(words: list[_Word], rules: TidyRules) -> str:
    pieces: list[str] = []
    for word in words:
        mark = word.trail
        # A mark that stands alone belongs to the word before it; French keeps a space before some.
        alone = not word.core and not word.lead and len(mark) == 1 and mark in ",.;:!?"
        if alone and pieces and not (rules.space_before_marks and mark in ";:!?"):
            pieces[-1] = pieces[-1].rstrip(" ")
        gap = word.gap
        if len(gap) > 1 or gap not in _GAPS:
            gap = re.sub(r"[^\S\n]*\n[^\S\n]*", "\n", gap) if "\n" in gap else " "
        pieces.append(word.lead + word.core + word.trail + gap)
    text = "".join(pieces)
    return re.sub(r"(?<=[^\W\d_]),(?=[^\W\d_])", ", ", re.sub(r",{2,}", ",", text)).strip().lstrip(", ")


def _capitalised(text: str, rules: TidyRules) -> str:
    if rules.capital_i:
        text = re.sub(r"(?<![\w.'’@/-])i(?=$|[\s,.;:!?]|['’](?:m|ll|ve|d)\b)(?!\.\w)", "I", text)
    pieces = []
    start = 0
    for end in [*sentence_ends(text), len(text)]:
        pieces.append(_sentence(text[start:end]))
        start = end
    return "".join(pieces)


def _sentence(text: str) -> str:
    match = re.match(r"[\s\"'“‘«„(\[¿¡]*([^\W\d_][^\s]*)", text)
    if match is None:
        return text
    word = match[1].rstrip(".,;:!?…\"'”’»)")
    if any(one.isupper() for one in word) or re.search(r"[\d_@/.\\]", word):
        return text
    at = match.start(1)
    return text[:at] + _with_capital(text[at:])


def _with_capital(text: str) -> str:
    first = text[:1].upper()
    return (first if len(first) == 1 else text[:1]) + text[1:]
