"""Number words of each language: English, German, French and Spanish here, others in numerals_more.py.

Compounds that are written in one word (German, Dutch, Italian) are made here once. Pure.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.domain.guard.numeral_rules import Numerals, phrases_of, row
from app.domain.guard.numerals_more import CHINESE, DUTCH, ITALIAN, POLISH, PORTUGUESE, SWEDISH

_EN: Final = Numerals(
    atoms={
        **row(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
            "sixteen seventeen eighteen nineteen"
        ),
        **row(
            "twenty/twenties thirty/thirties forty/fourty/forties fifty/fifties sixty/sixties "
            "seventy/seventies eighty/eighties ninety/nineties",
            20,
            10,
        ),
        "hundred": 100,
        "thousand": 1000,
        "grand": 1000,
        "million": 10**6,
        "billion": 10**9,
        "hundreds": 100,
        "thousands": 1000,
        "millions": 10**6,
        "billions": 10**9,
        "dozen": 12,
        "dozens": 12,
        "k": 1000,
        "mil": 10**6,
    },
    ordinals={
        **row(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
            "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth",
            1,
        ),
        **row("twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth", 20, 10),
        "hundredth": 100,
        "thousandth": 1000,
    },
    ands=frozenset({"and"}),
    points=frozenset({"point"}),
    zeros=frozenset({"oh", "o"}),
    halves=phrases_of("and a half|and one half"),
    past=frozenset({"past"}),
    before=frozenset({"to"}),
    half_past_first=phrases_of("half past|half after"),
    quarter_past_first=phrases_of("quarter past|a quarter past|quarter after"),
    quarter_to_first=phrases_of("quarter to|a quarter to|quarter of|quarter till"),
)
_DE_UNITS: Final = row("null eins/ein/eine zwei/zwo drei vier fünf sechs sieben acht neun")
_DE_TEENS: Final = row("zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn", 10)
_DE_TENS: Final = row("zwanzig dreißig/dreissig vierzig fünfzig sechzig siebzig achtzig neunzig", 20, 10)


def _german() -> dict[str, int]:
    below = (
        {word: value for word, value in _DE_UNITS.items() if word not in ("ein", "eine")}
        | _DE_TEENS
        | _DE_TENS
    )
    for ten, tens in _DE_TENS.items():
        for unit, value in _DE_UNITS.items():
            if value > 0 and unit not in ("eins", "eine"):
                below[f"{unit}und{ten}"] = tens + value
    found = dict(below)
    for unit, value in (_DE_UNITS | _DE_TEENS).items():
        if value and unit not in ("eins", "eine"):
            hundreds = f"{unit}hundert"
            found[hundreds] = value * 100
            for word, rest in below.items():
                if rest:
                    found[hundreds + word] = found[hundreds + "und" + word] = value * 100 + rest
    for word, rest in below.items():
        if rest:
            found["hundert" + word] = 100 + rest
    found.update({word + "tausend": value * 1000 for word, value in found.items() if value})
    for unit, value in (_DE_UNITS | _DE_TEENS).items():
        if value and unit not in ("eins", "eine"):
            thousands = f"{unit}tausend"
            found[thousands] = value * 1000
            for word, rest in below.items():
                if rest:
                    found[thousands + word] = found[thousands + "und" + word] = value * 1000 + rest
    return found


def _german_ordinals(atoms: Mapping[str, int]) -> dict[str, int]:
    stems = {"ers": 1, "drit": 3, "sieb": 7, "ach": 8}
    for word, value in atoms.items():
        if 0 < value < 20 and value not in (1, 3, 8):
            stems[word] = value
        elif 20 <= value < 100:
            stems[word + "s"] = value
    return {stem + "te" + end: value for stem, value in stems.items() for end in ("", "r", "n", "s", "m")}


_DE_ATOMS: Final = _german()
_DE: Final = Numerals(
    atoms={
        **_DE_ATOMS,
        "hundert": 100,
        "tausend": 1000,
        "million": 10**6,
        "millionen": 10**6,
        "milliarde": 10**9,
        "milliarden": 10**9,
        "dutzend": 12,
    },
    ordinals={key: value for key, value in _german_ordinals(_DE_ATOMS).items() if key not in _DE_ATOMS},
    points=frozenset({"komma"}),
    articles=frozenset({"ein", "eine", "einen", "einer", "einem"}),
    half_before=phrases_of("halb"),
    past=frozenset({"nach"}),
    before=frozenset({"vor"}),
    fixed={
        "anderthalb": "1.5",
        "eineinhalb": "1.5",
        **{f"{unit}einhalb": f"{value}.5" for unit, value in _DE_UNITS.items() if value > 1},
    },
    quarter_past_first=phrases_of("viertel nach"),
    quarter_to_first=phrases_of("viertel vor"),
    ands=frozenset({"und"}),
)
_FR: Final = Numerals(
    atoms={
        **row(
            "zéro un/une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze "
            "seize"
        ),
        **row("vingt/vingts trente quarante cinquante soixante septante huitante/octante nonante", 20, 10),
        "cent": 100,
        "cents": 100,
        "mille": 1000,
        "million": 10**6,
        "millions": 10**6,
        "milliard": 10**9,
        "milliards": 10**9,
        "douzaine": 12,
    },
    ordinals=row(
        "premier/première deuxième/second/seconde troisième quatrième cinquième sixième septième huitième "
        "neuvième dixième",
        1,
    ),
    ands=frozenset({"et"}),
    points=frozenset({"virgule"}),
    articles=frozenset({"un", "une"}),
    twenties=True,
    half_after=phrases_of("heures et demie|heure et demie|heures et demi|et demie|et demi"),
    quarter_after=phrases_of("heures et quart|heure et quart|et quart"),
    quarter_less=phrases_of("heures moins le quart|heure moins le quart|moins le quart"),
)
_ES_UNITS: Final = row("cero uno/un/una dos tres cuatro cinco seis siete ocho nueve")
_ES: Final = Numerals(
    atoms={
        **_ES_UNITS,
        **row("diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve", 10),
        **row(
            "veinte veintiuno/veintiún/veintiuna veintidós veintitrés veinticuatro veinticinco veintiséis "
            "veintisiete veintiocho veintinueve",
            20,
        ),
        **row("treinta cuarenta cincuenta sesenta setenta ochenta noventa", 30, 10),
        **row(
            "cien/ciento doscientos/doscientas trescientos/trescientas cuatrocientos/cuatrocientas "
            "quinientos/quinientas seiscientos/seiscientas setecientos/setecientas ochocientos/ochocientas "
            "novecientos/novecientas",
            100,
            100,
        ),
        "mil": 1000,
        "millón": 10**6,
        "millones": 10**6,
        "docena": 12,
    },
    ordinals=row(
        "primero/primera/primer segundo/segunda tercero/tercera/tercer cuarto/cuarta quinto/quinta "
        "sexto/sexta séptimo/séptima octavo/octava noveno/novena décimo/décima",
        1,
    ),
    ands=frozenset({"y"}),
    points=frozenset({"coma", "punto"}),
    articles=frozenset({"un", "una", "uno"}),
    half_after=phrases_of("y media|y medio"),
    quarter_after=phrases_of("y cuarto"),
    quarter_less=phrases_of("menos cuarto"),
)

NUMERALS: Final[Mapping[str, Numerals]] = {
    "en": _EN,
    "de": _DE,
    "fr": _FR,
    "es": _ES,
    "it": ITALIAN,
    "nl": DUTCH,
    "pt": PORTUGUESE,
    "pl": POLISH,
    "sv": SWEDISH,
    "zh": CHINESE,
    "ja": CHINESE,
}
