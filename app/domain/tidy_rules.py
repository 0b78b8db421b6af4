"""What the clean-up without a language model knows of each language: fillers, stutters, spoken punctuation.

Every list is kept short on purpose. A filler is a sound that means nothing ("um"), or a word that is one only
between commas (", like,"). A stutter is a small word that never stands twice in a row in good writing: "that
that", "had had", "no no" and numbers are none. A word that is missing here stays in the text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final


class Fit(StrEnum):
    """How a punctuation mark stands between words."""

    BEHIND = "behind"  # against the word before it
    BEFORE = "before"  # against the word after it
    BETWEEN = "between"  # against both
    APART = "apart"  # spaces on both sides
    BREAK = "break"  # a line break


@dataclass(frozen=True, slots=True)
class Mark:
    """What a spoken command writes."""

    text: str
    fit: Fit = Fit.BEHIND


@dataclass(frozen=True, slots=True)
class TidyRules:
    """Rules of one language; all words in small letters.

    `asides` are fillers only where commas stand on both sides. `doubled` are the stutters; `openers` begin a
    repeated group of words ("I want to I want to"), which holds nothing but `glue`. `capital_i` says that "i"
    alone is "I". `commands` are spoken marks by their words; none is one behind a word of `determiners`.
    """

    fillers: frozenset[str] = frozenset()
    asides: frozenset[str] = frozenset()
    doubled: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    glue: frozenset[str] = frozenset()
    capital_i: bool = False
    space_before_marks: bool = False
    commands: Mapping[tuple[str, ...], Mark] = field(default_factory=dict)
    determiners: frozenset[str] = frozenset()


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _commands(text: str) -> dict[tuple[str, ...], Mark]:
    """Lines of "words = mark [fit]"; \\n and \\n\\n stand for line breaks."""
    found = {}
    for line in text.strip().splitlines():
        words, _, rest = line.partition(" = ")
        mark, _, fit = rest.strip().partition(" ")
        mark = mark.replace("\\n", "\n")
        how = Fit.BREAK if "\n" in mark else Fit(fit.strip() or "behind")
        for one in words.split("|"):
            found[tuple(one.split())] = Mark(mark, how)
    return found


_SOUNDS: Final = _words("um umm ummm uh uhh uhhh uhm uhmm ehm hm hmm hmmm mm mmm erm errm")
_ENGLISH: Final = TidyRules(
    fillers=_SOUNDS | {"er"},
    asides=frozenset({"like", "you know", "well", "i guess", "sort of", "kind of"}),
    doubled=_words(
        "a an the i we they she my our your their and but or of from with for to i'm i'll i've we're they're "
        "it's because if when"
    ),
    openers=_words("i we they she he it the in of to on at for with from and but my our your their if when"),
    glue=_words(
        "i we they she he it the a an in of to on at for with from and but my our your their if when want "
        "wanted need needed think thought would could should will can was were am are is have had going go "
        "just i'm i'll we're it's they're that this be been do did not don't"
    ),
    capital_i=True,
    commands=_commands(
        r"""
comma = ,
period|full stop = .
question mark = ?
exclamation mark|exclamation point = !
colon = :
semicolon|semi colon = ;
ellipsis|dot dot dot = …
hyphen = - between
dash|em dash = – apart
open bracket|open parenthesis|open paren|open brackets = ( before
close bracket|close parenthesis|close paren|close brackets = )
open quote|open quotes = “ before
close quote|close quotes|unquote|end quote = ”
new line|newline = \n
new paragraph = \n\n
"""
    ),
    determiners=_words(
        "a an the this that these those each every any another no my your his her our their first last "
        "next time trial grace short long same some which what with without of as for per in missing"
    ),
)
_GERMAN: Final = TidyRules(
    fillers=(_SOUNDS - {"um"}) | _words("äh ähm ähh ähhm öh öhm ähem hmpf"),
    asides=frozenset({"sozusagen", "ne", "weißt du", "wie soll ich sagen"}),
    doubled=_words(
        "ich wir er es ein eine einen dem den und oder aber von mit für zu im am ist hat dass weil wenn"
    ),
    openers=_words("ich wir er es ein eine in im am auf mit von für und aber wenn dass weil der die das zu"),
    glue=_words(
        "ich wir er sie es ein eine einen einem einer in im am auf mit von für und aber wenn dass weil der "
        "die das dem den zu zum zur will wollte wollen würde kann könnte habe hat haben hatte bin ist sind "
        "war muss müssen möchte glaube denke nicht"
    ),
    commands=_commands(
        r"""
komma = ,
punkt = .
fragezeichen = ?
ausrufezeichen|ausrufungszeichen = !
doppelpunkt = :
semikolon|strichpunkt = ;
bindestrich = - between
gedankenstrich = – apart
klammer auf = ( before
klammer zu = )
anführungszeichen auf|anführungsstriche auf = „ before
anführungszeichen zu|anführungsstriche zu = “
neue zeile = \n
neuer absatz|absatz = \n\n
"""
    ),
    determiners=_words(
        "der die das dem den des ein eine einen einem einer eines dieser dieses diesen diesem dieser jeder "
        "jedes jeden kein keine keinen im am zum zur vom beim erster erste ersten letzter letzten nächster "
        "nächsten wichtiger wichtige wichtigen mein dein sein unser welcher welchen pro mit ohne als"
    ),
)
_FRENCH: Final = TidyRules(
    fillers=_SOUNDS | _words("euh euhh euhm heu hum"),
    asides=frozenset({"tu vois", "vous voyez", "genre", "quoi"}),
    doubled=_words(
        "je j'ai il elle on le la les un une des et ou mais de du à pour avec dans que c'est ils elles"
    ),
    openers=_words("je j'ai il elle on le la les un une de du à pour avec dans et mais que c'est ils elles"),
    glue=_words(
        "je j'ai il elle on le la les un une des de du à au pour avec dans et mais que c'est ils elles veux "
        "voulais voudrais peux pense crois suis est sont était ai as a avait va vais faut ne pas"
    ),
    space_before_marks=True,
    commands=_commands(
        r"""
virgule = ,
point = .
point d'interrogation = ?
point d'exclamation = !
deux points|deux-points = :
point virgule|point-virgule = ;
points de suspension = …
trait d'union = - between
tiret = – apart
ouvrir la parenthèse|ouvrez la parenthèse = ( before
fermer la parenthèse|fermez la parenthèse = )
ouvrir les guillemets|ouvrez les guillemets = « apart
fermer les guillemets|fermez les guillemets = » apart
à la ligne|nouvelle ligne = \n
nouveau paragraphe = \n\n
"""
    ),
    determiners=_words(
        "le la les un une des ce cet cette ces au aux du mon ton son notre votre leur chaque quel quelle ne "
        "n'est premier dernier prochain bon autre même aucun de à en sur sans avec"
    ),
)
_SPANISH: Final = TidyRules(
    fillers=_SOUNDS | _words("eh ehh ehhh mmmm"),
    asides=frozenset({"o sea", "digamos", "bueno", "sabes"}),
    doubled=_words(
        "yo el la los las un una de del en con para por y o pero que mi su es lo se al porque cuando"
    ),
    openers=_words("a yo el la los las un una de del en con para por y pero que mi su se lo al"),
    glue=_words(
        "yo el la los las un una de del en con para por y pero que mi su se lo al a me quiero quería puedo "
        "podría creo pienso es son era está están voy va tengo tiene había he ha hay ser no"
    ),
    commands=_commands(
        r"""
coma = ,
punto|punto y seguido|punto final = .
punto y aparte = .\n
punto y coma = ;
dos puntos = :
puntos suspensivos = …
abrir interrogación|abre interrogación = ¿ before
cerrar interrogación|cierra interrogación|signo de interrogación = ?
abrir exclamación|abre exclamación = ¡ before
cerrar exclamación|cierra exclamación|signo de exclamación = !
guion|guión = - between
raya = – apart
abrir paréntesis|abre paréntesis = ( before
cerrar paréntesis|cierra paréntesis = )
abrir comillas|abre comillas = « before
cerrar comillas|cierra comillas = »
nueva línea = \n
nuevo párrafo = \n\n
"""
    ),
    determiners=_words(
        "el la los las un una unos unas este esta ese esa aquel cada qué que mi tu su nuestro otro mismo "
        "primer último próximo buen al del en de sin con hasta no se lo"
    ),
)
_ITALIAN: Final = TidyRules(
    fillers=_SOUNDS | _words("ehm eh mh"),
    asides=frozenset({"cioè", "diciamo", "sai"}),
    doubled=_words("io il lo la gli le un una di del in con per e o ma che mi è al da"),
    openers=_words("io il la un una di del in con per e ma che"),
    glue=_words(
        "io il la un una di del in con per e ma che voglio vorrei posso penso credo è sono era ho ha non"
    ),
    commands=_commands(
        r"""
virgola = ,
punto = .
punto interrogativo = ?
punto esclamativo = !
due punti = :
punto e virgola = ;
a capo|nuova riga = \n
nuovo paragrafo = \n\n
"""
    ),
    determiners=_words(
        "il lo la i gli le un una questo quel quello ogni al del dal sul mio suo primo ultimo altro a di in"
    ),
)
_DUTCH: Final = TidyRules(
    fillers=_SOUNDS | _words("eh ehm euh uhm"),
    asides=frozenset({"zeg maar", "weet je"}),
    doubled=_words("ik wij we hij het de een en of maar van met voor te in dat als"),
    openers=_words("ik we wij hij het de een van met voor in en maar dat als"),
    glue=_words(
        "ik we wij hij het de een van met voor in en maar dat als te wil wilde kan moet heb heeft ben is "
        "was niet"
    ),
    commands=_commands(
        r"""
komma = ,
punt = .
vraagteken = ?
uitroepteken = !
dubbele punt = :
puntkomma = ;
nieuwe regel = \n
nieuwe alinea = \n\n
"""
    ),
    determiners=_words(
        "de het een dit dat deze die elk elke geen mijn jouw zijn haar ons eerste laatste volgende op per"
    ),
)
_PORTUGUESE: Final = TidyRules(
    fillers=(_SOUNDS - {"um"}) | _words("ahn hã"),
    asides=frozenset({"tipo", "sabe", "quer dizer"}),
    doubled=_words("eu o os as um uma de do da em com para por e ou mas que meu sua se no na"),
    openers=_words("eu o um uma de do da em com para por e mas que no na"),
    glue=_words(
        "eu o a um uma de do da em com para por e mas que no na quero queria posso acho é são era está vou "
        "tem não"
    ),
    commands=_commands(
        r"""
vírgula = ,
ponto|ponto final = .
ponto de interrogação = ?
ponto de exclamação = !
dois pontos = :
ponto e vírgula = ;
nova linha = \n
novo parágrafo = \n\n
"""
    ),
    determiners=_words(
        "o a os as um uma este esse aquele cada meu seu nosso outro mesmo primeiro último ao do no de em"
    ),
)

RULES: Final[Mapping[str, TidyRules]] = {
    "en": _ENGLISH,
    "de": _GERMAN,
    "fr": _FRENCH,
    "es": _SPANISH,
    "it": _ITALIAN,
    "nl": _DUTCH,
    "pt": _PORTUGUESE,
}
UNKNOWN: Final = TidyRules(fillers=_words("uhm uhmm ehm hmm hmmm ähm"))
"""For a language of which nothing is known: only sounds that are a word nowhere."""

SPACELESS_FILLERS: Final[Mapping[str, tuple[str, ...]]] = {
    "ja": ("えーっと", "えーと", "えっと", "ええと", "うーんと", "あのー", "そのー"),
    "zh": ("嗯", "呃", "额嗯"),
}


def rules_for(language: str) -> TidyRules:
    """The rules of a language, given as a Whisper code ("en") or with its country ("en-GB")."""
    return RULES.get(language.casefold().replace("_", "-").partition("-")[0], UNKNOWN)
