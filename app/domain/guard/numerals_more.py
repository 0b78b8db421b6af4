"""Number words of Italian, Dutch, Portuguese, Polish, Swedish and Chinese. Pure."""

from __future__ import annotations

from typing import Final

from app.domain.guard.numeral_rules import Numerals, phrases_of, row

_IT_TENS: Final = row("venti trenta quaranta cinquanta sessanta settanta ottanta novanta", 20, 10)
_IT_UNITS: Final = row("zero uno/un/una due tre quattro cinque sei sette otto nove")


def _italian() -> dict[str, int]:
    below = {
        **_IT_UNITS,
        **row("dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove", 10),
        **_IT_TENS,
    }
    for ten, tens in _IT_TENS.items():
        for unit, value in _IT_UNITS.items():
            if value and unit not in ("un", "una"):
                below[(ten[:-1] if unit[0] in "uo" else ten) + unit.replace("tre", "tré")] = tens + value
                below[(ten[:-1] if unit[0] in "uo" else ten) + unit] = tens + value
    found = dict(below)
    for unit, value in _IT_UNITS.items():
        prefix = "" if value == 1 else unit
        if value and unit not in ("un", "una"):
            for word, rest in {**below, "": 0}.items():
                found[f"{prefix}cento{word}"] = value * 100 + rest
    return found


ITALIAN: Final = Numerals(
    atoms={
        **_italian(),
        "mille": 1000,
        "mila": 1000,
        "duemila": 2000,
        "tremila": 3000,
        "milione": 10**6,
        "milioni": 10**6,
    },
    ordinals=row("primo/prima secondo/seconda terzo/terza quarto/quarta quinto/quinta sesto/sesta", 1),
    ands=frozenset({"e"}),
    points=frozenset({"virgola"}),
    articles=frozenset({"un", "una", "uno"}),
    half_after=phrases_of("e mezza|e mezzo"),
    quarter_after=phrases_of("e un quarto"),
    quarter_less=phrases_of("meno un quarto"),
)
_NL_UNITS: Final = row("nul een/één twee drie vier vijf zes zeven acht negen")
_NL_TENS: Final = row("twintig dertig veertig vijftig zestig zeventig tachtig negentig", 20, 10)


def _dutch() -> dict[str, int]:
    found = {
        **_NL_UNITS,
        **row("tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien", 10),
        **_NL_TENS,
    }
    for ten, tens in _NL_TENS.items():
        for unit, value in _NL_UNITS.items():
            if value:
                found[unit + ("ën" if unit.endswith("e") else "en") + ten] = tens + value
    return found


DUTCH: Final = Numerals(
    atoms={
        **_dutch(),
        "honderd": 100,
        "duizend": 1000,
        "miljoen": 10**6,
        **{unit + "honderd": value * 100 for unit, value in _NL_UNITS.items() if value > 1},
    },
    ordinals=row("eerste tweede derde vierde vijfde zesde zevende achtste negende tiende", 1),
    ands=frozenset({"en"}),
    points=frozenset({"komma"}),
    articles=frozenset({"een"}),
    half_before=phrases_of("half"),
    halves=phrases_of("en een half|en een halve|en half"),
    past=frozenset({"over"}),
    before=frozenset({"voor"}),
    fixed={"anderhalf": "1.5", "anderhalve": "1.5"},
    quarter_past_first=phrases_of("kwart over"),
    quarter_to_first=phrases_of("kwart voor"),
)
PORTUGUESE: Final = Numerals(
    atoms={
        **row(
            "zero um/uma dois/duas três quatro cinco seis sete oito nove dez onze doze treze "
            "catorze/quatorze quinze dezesseis dezessete dezoito dezenove"
        ),
        **row("vinte trinta quarenta cinquenta sessenta setenta oitenta noventa", 20, 10),
        **row(
            "cem/cento duzentos/duzentas trezentos/trezentas quatrocentos quinhentos seiscentos setecentos "
            "oitocentos novecentos",
            100,
            100,
        ),
        "mil": 1000,
        "milhão": 10**6,
        "milhões": 10**6,
    },
    ordinals=row("primeiro/primeira segundo terceiro/terceira quarto quinto", 1),
    ands=frozenset({"e"}),
    points=frozenset({"vírgula"}),
    articles=frozenset({"um", "uma"}),
    half_after=phrases_of("e meia|e meio"),
)

POLISH: Final = Numerals(
    atoms={
        **row(
            "zero jeden/jedna/jedno dwa/dwie trzy cztery pięć sześć siedem osiem dziewięć dziesięć "
            "jedenaście dwanaście trzynaście czternaście piętnaście szesnaście siedemnaście osiemnaście "
            "dziewiętnaście"
        ),
        **row(
            "dwadzieścia trzydzieści czterdzieści pięćdziesiąt sześćdziesiąt siedemdziesiąt osiemdziesiąt "
            "dziewięćdziesiąt",
            20,
            10,
        ),
        **row("sto dwieście trzysta czterysta pięćset sześćset siedemset osiemset dziewięćset", 100, 100),
        "tysiąc": 1000,
        "tysiące": 1000,
        "tysięcy": 1000,
        "milion": 10**6,
    },
    ordinals={
        **row(
            "pierwsza/pierwszej/pierwszy druga/drugiej/drugi trzecia/trzeciej/trzeci "
            "czwarta/czwartej/czwarty piąta/piątej/piąty szósta/szóstej/szósty siódma/siódmej/siódmy "
            "ósma/ósmej/ósmy dziewiąta/dziewiątej dziesiąta/dziesiątej jedenasta/jedenastej "
            "dwunasta/dwunastej trzynasta/trzynastej czternasta/czternastej piętnasta/piętnastej "
            "szesnasta/szesnastej siedemnasta/siedemnastej osiemnasta/osiemnastej "
            "dziewiętnasta/dziewiętnastej dwudziesta/dwudziestej",
            1,
        )
    },
)
_SV_UNITS: Final = row("noll ett/en två tre fyra fem sex sju åtta nio")
_SV_TENS: Final = row("tjugo trettio fyrtio femtio sextio sjuttio åttio nittio", 20, 10)
SWEDISH: Final = Numerals(
    atoms={
        **_SV_UNITS,
        **row("tio elva tolv tretton fjorton femton sexton sjutton arton nitton", 10),
        **_SV_TENS,
        **{
            ten + unit: tens + value
            for ten, tens in _SV_TENS.items()
            for unit, value in _SV_UNITS.items()
            if value and unit != "en"
        },
        "hundra": 100,
        "tusen": 1000,
        "miljon": 10**6,
        "miljoner": 10**6,
    },
    ordinals=row("första andra tredje fjärde femte sjätte sjunde åttonde nionde tionde", 1),
    points=frozenset({"komma"}),
    articles=frozenset({"en", "ett"}),
    half_before=phrases_of("halv"),
)
CHINESE: Final = Numerals(
    atoms={
        **row("零/〇 一 二/两 三 四 五 六 七 八 九 十"),
        "百": 100,
        "千": 1000,
        "万": 10_000,
        "亿": 10**8,
    },
    points=frozenset({"点"}),
    multiplies=True,
)
