"""Checks of who is speaking: the text must still be the user's, not an answer to it, nor a translation of it.

Models answer dictated questions, obey dictated commands, refuse, announce what they did, and repeat their own
instructions. Pure.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from typing import Final

from app.domain.guard.case import Case
from app.domain.guard.language import words
from app.domain.guard.tokens import Kind, Token, tokens_of
from app.domain.guard.verdict import Reason
from app.domain.guard.words_more import sign_counts
from app.domain.styles import Allowance, Check

_OPENINGS: Final = re.compile(
    r"^[\s\"'“*#>`-]*("
    + "|".join(
        (
            r"sure\b|certainly\b|absolutely\b|of course\b|no problem\b|here(?:'s| is| are)\b|yes\b|yep\b",
            r"i(?:'m| am) (?:sorry|unable|afraid|an ai|just an)\b|sorry,? (?:but )?i\b|unfortunately\b",
            r"i (?:can(?:no|')t|can not|apologi[sz]e|do not have|don't have|understand)\b",
            r"i(?: would|'d) be happy\b",
            r"as an? (?:ai|language|large|assistant)\b|thank you for\b|great question\b|good question\b",
            r"(?:the )?(?:corrected|cleaned|revised|edited|rewritten|tidied|improved|final|formatted)\b",
            r"(?:output|answer|response|result|note|transcript|text|dictated|dictation|translation|summary)\s*:",
            r"(?:assistant|user|system)\s*:",
            r"natürlich\b|selbstverständlich\b|gerne?\b|hier (?:ist|sind)\b|es tut mir leid\b|leider\b|ja,",
            r"ich kann (?:dir|ihnen|das)\b|als ki\b|sicher\b",
            r"bien sûr\b|voici\b|(?:je suis )?désolée?\b|je ne peux pas\b|en tant qu|certainement\b|oui\b",
            r"claro\b|por supuesto\b|aquí (?:está|tienes|tiene)\b|lo siento\b|no puedo\b|sí\b",
            r"como (?:ia|modelo)\b",
            r"certo\b|ecco\b|mi dispiace\b|hier is\b|natuurlijk\b|het spijt me\b|aqui está\b|desculpe\b",
        )
    )
    + ")",
    re.IGNORECASE,
)
_ANYWHERE: Final = re.compile(
    "|".join(
        (
            r"as an ai\b|\blanguage model\b|\bi hope this (?:helps|message|email)|feel free to\b|```",
            r"is there anything else|let me know if you (?:need|have|would)",
            r"how (?:can|may) i (?:help|assist)",
            r"(?:cleaned[- ]up|corrected) (?:text|version)|\bi(?:'m| am) (?:here to help|unable to)",
            r"i (?:don't|do not) have (?:access|information|real-time)",
            r"als ki-|sprachmodell|modèle de langage|modelo de lenguaje|<\|?\w+\|?>",
            r"\[(?:your|name|date|insert|recipient|dein|ihr|votre|nom|tu|su)\b[^\]]*\]",
        )
    ),
    re.IGNORECASE,
)
_LABEL: Final = re.compile(r"[\s\"'“*#>`-]*([^\W\d_][^:.!?\n]{1,30}):(?=\s)")
_ECHO: Final = 5
_ECHO_NEW: Final = 3
"""Words in a row that the prompt has as well, and how many of them nothing spoken explains."""
_LEAST_SIGNS: Final = 3
_ASKING: Final = words(
    "who whom whose which what where why how wer wen wem wann wo wohin woher warum wieso weshalb wie qui "
    "quoi quand où comment pourquoi quel quelle combien qué quién cuál cuándo dónde cómo cuánto chi cosa "
    "dove perché quale quanto wie wat waar wanneer hoe waarom quem qual onde"
)
"""What a question begins with that is no verb; it is still there when the question is."""
_LAYOUT: Final = "Dictated"


def check_answer(case: Case) -> list[Reason]:
    """No answer, no refusal, no remark, no piece of the prompt."""
    for pattern in (_OPENINGS, _ANYWHERE):
        for match in pattern.finditer(case.written_text):
            if _was_said(case, match[0]):
                continue
            said = match[0].strip(" \n\"'“*#>`-,")
            return [Reason(Check.ANSWER, f"“{said}” is the language model speaking, not you.", (), (said,))]
    if label := _label(case):
        return [Reason(Check.ANSWER, f"“{label}:” stands in front of it.", (), (label,))]
    if echo := _echo(case):
        return [
            Reason(Check.ANSWER, f"“{echo}” belongs to the instructions, not to what was said.", (), (echo,))
        ]
    if _is_answered(case):
        return [Reason(Check.ANSWER, "Your question was turned into a statement.")]
    return []


_REGRET: Final = words("unfortunately leider malheureusement lamentablemente")


def _regrets(text: str) -> bool:
    """Whether a polite text says no."""
    return not _REGRET.isdisjoint(re.findall(r"[^\W\d_]+", text.lower()))


def _was_said(case: Case, text: str) -> bool:
    """Whether the spoken text has these words in a row, or the style has others for what it says there."""
    tokens = tokens_of(text, case.language)
    keys_said = [token.key for token in tokens]
    if not keys_said:
        return text.strip() in case.spoken_text
    keys = [token.key for token in case.spoken]
    if any(keys[at : at + len(keys_said)] == keys_said for at in range(len(keys) - len(keys_said) + 1)):
        return True
    denied = any(token.word in case.language.negations for token in case.spoken)
    if case.style.may(Allowance.REWORD) and denied and _regrets(text):
        return True
    polite = case.style.may(Allowance.REWORD) or case.style.may(Allowance.ADD_GREETING)
    formal = case.language.formal
    heard = {formal.get(token.word, token.key) for token in case.spoken} | set(keys)
    strange = [
        token for token in tokens if token.key not in heard and formal.get(token.word, token.key) not in heard
    ]
    return (
        polite and all(token.word in case.language.stop for token in strange) and len(strange) < len(tokens)
    )


def _label(case: Case) -> str:
    """A word in front of the text with a colon behind it, as models announce what they wrote."""
    match = _LABEL.match(case.written_text)
    if match is None:
        return ""
    strange = [case.written[at] for at in case.new() if case.written[at].start < match.end(1)]
    if case.style.may(Allowance.ADD_GREETING):
        strange = [token for token in strange if token.word not in case.language.greetings]
    return match[1] if any(token.kind is Kind.CONTENT for token in strange) else ""


def _echo(case: Case) -> str:
    style = case.style
    prompt = [style.instruction, f"{style.reminder} {_LAYOUT}"]
    prompt += [text for example in style.examples for text in (example.spoken, example.written)]
    written = [token.key for token in case.written]
    heard = _grams([token.key for token in case.spoken], _ECHO)
    new = set(case.alignment.new())
    ours = {
        gram
        for at, gram in enumerate(_grams(written, _ECHO))
        if len(new.intersection(range(at, at + _ECHO))) >= _ECHO_NEW
    } - set(heard)
    for text in prompt:
        keys = [token.key for token in tokens_of(text, case.language)]
        for gram in _grams(keys, _ECHO):
            if gram in ours and not _mostly(gram, case.spoken):
                return " ".join(word.lstrip("#") for word in gram)
    return ""


def _mostly(gram: Sequence[str], spoken: Sequence[Token]) -> bool:
    """Whether all the words were said, if not in a row."""
    heard = Counter(token.key for token in spoken)
    return not Counter(gram) - heard


def _grams(keys: Sequence[str], size: int) -> list[tuple[str, ...]]:
    return [tuple(keys[at : at + size]) for at in range(len(keys) - size + 1)]


def _is_answered(case: Case) -> bool:
    """A question whose words were put in the order of a statement."""
    if "?" in case.written_text:
        return False
    kept = [at for at, place in enumerate(case.alignment.to_written) if place is not None]
    if not kept or not case.written:
        return False
    first = case.spoken[kept[0]]
    place = next(
        (
            at
            for at, token in enumerate(case.spoken)
            if token.word not in case.language.soft and at not in case.excused
        ),
        None,
    )
    begins = None if place is None else case.spoken[place]
    if begins is None or place is None or begins.word not in case.language.questions:
        return False
    if case.alignment.to_written[place] == 0:
        return False
    asked = "?" in case.spoken_text or not re.search(r"[.!]\s*$", case.spoken_text)
    lost = place in set(case.lost())
    if asked and lost and begins.word in _ASKING:
        return True
    if case.style.may(Allowance.REWORD) or case.style.may(Allowance.DROP_WORDS):
        return False
    return (
        asked
        and (lost or case.written[0].key != first.key)
        and case.written[0].key != first.key
        and begins.key != case.written[0].key
    )


def check_language(case: Case) -> list[Reason]:
    """It is in the language that was spoken."""
    if case.style.may(Allowance.CHANGE_LANGUAGE):
        return []
    script, written_script = _script(case.spoken_text), _script(case.written_text)
    if script and written_script and script != written_script and {script, written_script} != {"CJK", "KANA"}:
        return [Reason(Check.LANGUAGE, "It is written in another script than that of your language.")]
    spoken, written = (
        sign_counts([token.word for token in tokens]) for tokens in (case.spoken, case.written)
    )
    ours = max(spoken, key=lambda code: spoken[code])
    theirs = max(written, key=lambda code: written[code])
    if spoken[ours] < _LEAST_SIGNS or written[theirs] < _LEAST_SIGNS or ours == theirs:
        return []
    if written[ours] * 2 <= written[theirs] and spoken[theirs] * 2 <= spoken[ours]:
        return [Reason(Check.LANGUAGE, "It was translated into another language.")]
    return []


def _script(text: str) -> str:
    """The script of most letters: LATIN, CYRILLIC, CJK, KANA and so on; empty for none."""
    scripts = Counter(unicodedata.name(letter, "?").split()[0] for letter in text if letter.isalpha())
    if not scripts:
        return ""
    name = scripts.most_common(1)[0][0]
    return "KANA" if name in ("HIRAGANA", "KATAKANA") else name
