"""The clean-up without a language model: cases by language, and that no word with a meaning is lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.tidy import PLAIN, tidy, without_fillers
from app.domain.tidy_options import Replacement, TidyOptions
from app.domain.tidy_rules import RULES, rules_for

ENGLISH = [
    # fillers
    ("um so I, um, think we go", "So I think we go"),
    ("Um, I think so.", "I think so."),
    ("Uh. Okay then.", "Okay then."),
    ("well um yes", "Well yes"),
    ("We went home, um, and slept.", "We went home, and slept."),
    ("apples, um, pears", "Apples, pears"),
    ("what is this, um?", "What is this?"),
    ("I was there, uh. Then I left.", "I was there. Then I left."),
    ("it was, like, great", "It was great"),
    ("it was, you know, great", "It was great"),
    ("um", ""),
    ("Um, uh, erm.", ""),
    # what only looks like one
    ("I like it, and it looks like rain", "I like it, and it looks like rain"),
    ("so far so good", "So far so good"),
    ("he is well, so we go", "He is well, so we go"),
    ("words such as so, like, well, and maybe", "Words such as so, like, well, and maybe"),
    ("you know him", "You know him"),
    ("5 mm of rain", "5 mm of rain"),
    ("take her to the ER", "Take her to the ER"),
    ("uh-huh, that is right", "Uh-huh, that is right"),
    # stutters
    ("the the report is on the desk", "The report is on the desk"),
    ("I I think we we can", "I think we can"),
    ("I, I think so", "I think so"),
    ("I want to I want to go", "I want to go"),
    ("in the in the morning", "In the morning"),
    ("w-w-what is it", "What is it"),
    ("b-but why", "But why"),
    ("The the end.", "The end."),
    # what only looks like one
    ("I know that that is so", "I know that that is so"),
    ("he had had enough", "He had had enough"),
    ("no no, not that", "No no, not that"),
    ("it is very very good", "It is very very good"),
    ("one one two", "One one two"),
    ("call 5 5 5", "Call 5 5 5"),
    ("log in in the morning", "Log in in the morning"),
    ("he told me you you", "He told me you you"),
    ("again and again and again", "Again and again and again"),
    ("the more the more", "The more the more"),
    ("what it is is clear", "What it is is clear"),
    ("we saw it. It was there.", "We saw it. It was there."),
    ("this is the end. The end came.", "This is the end. The end came."),
    ("re-read the t-test and co-operate", "Re-read the t-test and co-operate"),
    ("bye bye", "Bye bye"),
    # spacing and capitals
    ("hello   world , how are you ?", "Hello world, how are you?"),
    ("one,two and 3,5 and 1,000", "One, two and 3,5 and 1,000"),
    ("first line \n  second line", "First line\nSecond line"),
    ("i think i'm late. i'll run", "I think I'm late. I'll run"),
    ("see e.g. this one. Then that", "See e.g. this one. Then that"),
    ("iPhone and eBay", "iPhone and eBay"),
    ("write to a@b.com. www.a.com is ours", "Write to a@b.com. www.a.com is ours"),
    ("wait... what", "Wait... what"),
    ("really,, yes", "Really, yes"),
    ("a smile :) here", "A smile :) here"),
    ("- milk\n- bread", "- milk\n- bread"),
    ("", ""),
]
GERMAN = [
    ("ähm ich ich glaube das Haus ist äh groß", "Ich glaube das Haus ist groß"),
    ("Äh, wir, ähm, gehen.", "Wir gehen."),
    ("ich wollte ich wollte fragen", "Ich wollte fragen"),
    ("ich sehe das das du siehst", "Ich sehe das das du siehst"),
    ("die, die kommen, sind da", "Die, die kommen, sind da"),
    ("sie sie sie", "Sie sie sie"),
    ("er fährt um um zehn da zu sein", "Er fährt um um zehn da zu sein"),
    ("das war, sozusagen, gut", "Das war gut"),
    ("am 3. Mai. Wir kommen", "Am 3. Mai. Wir kommen"),
    ("nein nein", "Nein nein"),
    ("er geht um um die Ecke", "Er geht um um die Ecke"),
    ("er hat z.B. recht", "Er hat z.B. recht"),
]
FRENCH = [
    ("euh je je voudrais un café", "Je voudrais un café"),
    ("ça va ?", "Ça va ?"),
    ("nous nous lavons, vous vous lavez", "Nous nous lavons, vous vous lavez"),
    ("il y a, euh, dix personnes", "Il y a dix personnes"),
    ("je pense que je pense que oui", "Je pense que oui"),
    ("un bon point", "Un bon point"),
    ("c'est très très bien", "C'est très très bien"),
]
SPANISH = [
    ("eh yo yo quiero ir", "Yo quiero ir"),
    ("el el coche es rojo", "El coche es rojo"),
    ("es muy muy bueno", "Es muy muy bueno"),
    ("este coche, o sea, es rojo", "Este coche es rojo"),
    ("no no quiero", "No no quiero"),
    ("quiero ir a la a la playa", "Quiero ir a la playa"),
]


@pytest.mark.parametrize(
    ("language", "spoken", "tidied"),
    [
        (language, *case)
        for language, table in (("en", ENGLISH), ("de", GERMAN), ("fr", FRENCH), ("es", SPANISH))
        for case in table
    ],
)
def test_tidying(language: str, spoken: str, tidied: str) -> None:
    assert tidy(spoken, language) == tidied
    assert tidy(tidied, language) == tidied


@pytest.mark.parametrize(
    ("language", "spoken", "tidied"),
    [
        ("it", "ehm io io vorrei un caffè", "Io vorrei un caffè"),
        ("nl", "eh ik ik wil de de auto", "Ik wil de auto"),
        ("pt", "um carro e um livro", "Um carro e um livro"),
        ("pt", "eu eu quero o o carro", "Eu quero o carro"),
        ("en-GB", "um the the end", "The end"),
        ("ja", "えーと、今日は行きます", "今日は行きます"),
        ("zh", "嗯，我们走吧", "我们走吧"),
        ("sv", "ja ja det är um bra", "Ja ja det är um bra"),
        ("", "the the um end", "The the um end"),
    ],
)
def test_other_languages(language: str, spoken: str, tidied: str) -> None:
    assert tidy(spoken, language) == tidied


PUNCTUATION = TidyOptions(spoken_punctuation=True)


@pytest.mark.parametrize(
    ("language", "spoken", "tidied"),
    [
        ("en", "hello comma how are you question mark", "Hello, how are you?"),
        ("en", "Hello, comma, world. Full stop.", "Hello, world."),
        ("en", "one new line two new paragraph three", "One\nTwo\n\nThree"),
        ("en", "open quote hi close quote he said", "“Hi” he said"),
        ("en", "mother hyphen in hyphen law", "Mother-in-law"),
        ("en", "it dash maybe dash works", "It – maybe – works"),
        ("en", "see open bracket page 3 close bracket period", "See (page 3)."),
        ("en", "a period of time is over period", "A period of time is over."),
        ("en", "the comma is missing", "The comma is missing"),
        ("en", "items colon milk semicolon bread exclamation mark", "Items: milk; bread!"),
        ("de", "hallo Komma wie geht es Fragezeichen neue Zeile gut Punkt", "Hallo, wie geht es?\nGut."),
        ("de", "der Punkt ist klar Punkt neuer Absatz Ende", "Der Punkt ist klar.\n\nEnde"),
        ("de", "3 Komma 5", "3 Komma 5"),
        ("de", "Klammer auf Seite 3 Klammer zu", "(Seite 3)"),
        ("fr", "bonjour virgule ça va point d'interrogation", "Bonjour, ça va\u00a0?"),
        ("fr", "le point est clair point à la ligne fin", "Le point est clair.\nFin"),
        ("es", "hola coma qué tal punto y aparte adiós punto", "Hola, qué tal.\nAdiós."),
        ("es", "abrir interrogación vienes cerrar interrogación", "¿Vienes?"),
        ("it", "ciao virgola come stai punto interrogativo", "Ciao, come stai?"),
        ("nl", "hallo komma gaat het goed vraagteken", "Hallo, gaat het goed?"),
        ("pt", "olá vírgula tudo bem ponto de interrogação", "Olá, tudo bem?"),
    ],
)
def test_spoken_punctuation_is_an_option(language: str, spoken: str, tidied: str) -> None:
    assert tidy(spoken, language, PUNCTUATION) == tidied
    words = re.findall(r"\w+", spoken.casefold())
    assert re.findall(r"\w+", tidy(spoken, language).casefold()) == words


@pytest.mark.parametrize(
    ("spoken", "tidied"),
    [
        ("we use sayso here", "We use Sayso here"),
        ("SAYSO is loud", "Sayso is loud"),
        ("write to my address.", "Write to 1 High Street, York."),
        ("my addresses are long", "My addresses are long"),
        ("The btw was small. BTW loud.", "The by the way was small. BY THE WAY loud."),
        ("Btw it works", "By the way it works"),
        ("my, address", "My, address"),
        ("sayso's icon", "Sayso's icon"),
    ],
)
def test_the_users_replacements_are_whole_words_with_their_case(spoken: str, tidied: str) -> None:
    options = TidyOptions(
        replacements=(
            Replacement("sayso", "Sayso"),
            Replacement("my address", "1 High Street, York"),
            Replacement("btw", "by the way"),
        )
    )
    assert tidy(spoken, "en", options) == tidied


def test_a_replacement_needs_something_spoken() -> None:
    with pytest.raises(ValueError, match="spoken"):
        Replacement("  ", "x")


def test_each_part_can_be_left_out() -> None:
    text = "um the the end . i go"
    assert tidy(text, "en", TidyOptions(fillers=False)) == "Um the end. I go"
    assert tidy(text, "en", TidyOptions(stutters=False)) == "The the end. I go"
    assert tidy(text, "en", TidyOptions(capitals=False)) == "the end. i go"
    assert without_fillers("Um, yes. uh", "en") == "Yes."


def test_every_language_has_what_is_promised_of_it() -> None:
    for language, rules in RULES.items():
        assert rules.fillers, language
        assert rules.doubled, language
        written = {mark.text for mark in rules.commands.values()}
        assert {",", ".", "?", "!", ":", "\n", "\n\n"} <= written | {".\n"}, language
        assert not rules.fillers & rules.doubled, language


KEPT = [
    "like",
    "so",
    "well",
    "that",
    "had",
    "no",
    "one",
    "two",
    "very",
    "the",
    "I",
    "we",
    "it",
    "3",
    "5.5",
    "don't",
]
KEPT += ["Anna,", "park.", "home?", "yes!", "my"]
NOISE = ["um", "uh,", "Um,", "er", "hmm."]
any_words = st.lists(st.sampled_from([*KEPT, *NOISE, "the the", "I I", "\n", "…", "(so)"]), max_size=25).map(
    " ".join
)
wild = st.text(st.sampled_from("abiI umher,.-?!'’\n \u00a0ßé\"“”()1…äh"), max_size=40)


def heard(text: str) -> list[str]:
    """The words of `text` that are no fillers, each once where it stands in a row."""
    words = [
        word for word in re.findall(r"[\w.']*\w", text.casefold()) if word not in rules_for("en").fillers
    ]
    return [word for at, word in enumerate(words) if at == 0 or word != words[at - 1]]


@settings(deadline=None)
@given(any_words)
def test_no_word_but_fillers_is_lost(text: str) -> None:
    assert set(heard(tidy(text, "en"))) == set(heard(text))


@settings(deadline=None)
@given(st.one_of(any_words, wild), st.sampled_from(["en", "de", "fr", "es", "", "ja"]))
def test_tidying_twice_is_tidying_once(text: str, language: str) -> None:
    once = tidy(text, language)
    assert tidy(once, language) == once


@settings(deadline=None)
@given(wild)
def test_letters_come_only_from_the_text(text: str) -> None:
    before, after = text.casefold(), tidy(text, "en", PLAIN).casefold()
    letters = iter(one for one in before if one.isalnum())
    assert all(one in letters for one in after if one.isalnum())
