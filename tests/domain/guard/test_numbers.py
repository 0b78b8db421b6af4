"""Numbers: how they are said and how they are written, in several languages."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.guard.number_differences import NumberDifference, compare_numbers
from app.domain.guard.numbers import Number
from app.domain.guard.tokens import tokens_of
from app.domain.guard.words_more import language_for


def numbers(text: str, language: str) -> list[Number]:
    return [token.number for token in tokens_of(text, language_for(language)) if token.number]


def difference(language: str, spoken: str, written: str) -> NumberDifference:
    ours, theirs = numbers(spoken, language), numbers(written, language)
    assert ours or theirs
    return compare_numbers(ours, theirs, [False] * len(ours), [False] * len(theirs))


@pytest.mark.parametrize(
    ("language", "spoken", "written"),
    [
        ("en", "twenty five", "25"),
        ("en", "twenty-five percent of two hundred and three", "25% of 203"),
        ("en", "one hundred twenty three", "123"),
        ("en", "two hundred and three hundred", "200 and 300"),
        ("en", "a hundred", "100"),
        ("en", "twenty five hundred", "2,500"),
        ("en", "one thousand two hundred", "1,200"),
        ("en", "two point five million dollars", "$2.5 million"),
        ("en", "two point five million", "2,500,000"),
        ("en", "5k", "5,000"),
        ("en", "three point one four", "3.14"),
        ("en", "at three thirty pm", "at 3:30 PM"),
        ("en", "half past three", "3:30"),
        ("en", "quarter to one", "12:45"),
        ("en", "at three", "at 3:00"),
        ("en", "nineteen eighty four", "1984"),
        ("en", "twenty first of march twenty twenty five", "March 21, 2025"),
        ("en", "two thousand and nine", "2009"),
        ("en", "five five five one two three four", "555-1234"),
        ("en", "oh four one two", "0412"),
        ("en", "room two oh five", "room 205"),
        ("en", "three fifty", "$3.50"),
        ("en", "two and a half hours", "2½ hours"),
        ("en", "two and a half hours", "2.5 hours"),
        ("en", "ten to twelve", "10-12"),
        ("en", "the third and the twenty second", "the 3rd and the 22nd"),
        ("en", "a dozen", "12"),
        ("de", "um halb vier", "um 3:30 Uhr"),
        ("de", "um halb vier", "um 15:30 Uhr"),
        ("de", "viertel vor acht", "7:45"),
        ("de", "drei Uhr dreißig", "3:30 Uhr"),
        ("de", "zweihundertfünfzig Euro", "250 €"),
        ("de", "einundzwanzig", "21"),
        ("de", "neunzehnhundertvierundachtzig", "1984"),
        ("de", "am dritten März zweitausendfünfundzwanzig", "am 3. März 2025"),
        ("de", "eine Million zweihunderttausend", "1.200.000"),
        ("de", "drei Komma fünf", "3,5"),
        ("fr", "quatre-vingt-dix-sept", "97"),
        ("fr", "quatre vingts", "80"),
        ("fr", "soixante et onze", "71"),
        ("fr", "vingt et un", "21"),
        ("fr", "deux mille vingt-cinq", "2025"),
        ("fr", "trois heures et demie", "3h30"),
        ("fr", "dix heures moins le quart", "9 h 45"),
        ("fr", "mille deux cents", "1 200"),
        ("fr", "trois virgule cinq pour cent", "3,5 %"),
        ("es", "treinta y cinco", "35"),
        ("es", "las tres y media", "las 3:30"),
        ("es", "doscientos cincuenta", "250"),
        ("es", "mil novecientos ochenta y cuatro", "1984"),
        ("it", "ventuno", "21"),
        ("it", "centoventi", "120"),
        ("nl", "vijfentwintig", "25"),
        ("nl", "half vier", "3:30"),
        ("pt", "vinte e cinco", "25"),
    ],
)
def test_a_number_is_the_same_as_a_word_and_in_digits(language: str, spoken: str, written: str) -> None:
    assert difference(language, spoken, written) == NumberDifference()
    assert difference(language, spoken, spoken) == NumberDifference()
    assert difference(language, written, written) == NumberDifference()


@pytest.mark.parametrize(
    ("language", "spoken", "written", "lost", "new"),
    [
        ("en", "fifteen", "50", (0,), (0,)),
        ("en", "two hundred and three", "230", (0,), (0,)),
        ("en", "three point five", "35", (0,), (0,)),
        ("en", "thirty five", "3.5", (0,), (0,)),
        ("en", "three and four", "3", (1,), ()),
        ("en", "three", "3 and 4", (), (1,)),
        ("en", "half past three", "3:15", (0,), (0,)),
        ("de", "halb vier", "4:30", (0,), (0,)),
        ("fr", "soixante-dix", "60", (0,), (0,)),
        ("es", "treinta y cinco", "53", (0,), (0,)),
    ],
)
def test_another_number_is_told_on_both_sides(
    language: str, spoken: str, written: str, lost: tuple[int, ...], new: tuple[int, ...]
) -> None:
    assert difference(language, spoken, written) == NumberDifference(lost, new)


def test_the_order_matters_unless_it_is_free() -> None:
    ours, theirs = numbers("from thirty to forty", "en"), numbers("from 40 to 30", "en")
    no = [False, False]
    found = compare_numbers(ours, theirs, no, no)
    assert found.lost
    assert found.new
    assert compare_numbers(ours, theirs, no, no, any_order=True) == NumberDifference()


def test_what_may_be_dropped_or_added_is_no_difference() -> None:
    ours, theirs = numbers("at 5 or at 6", "en"), numbers("at 6, number 7", "en")
    assert compare_numbers(ours, theirs, [True, False], [False, True]) == NumberDifference()
    assert compare_numbers(ours, theirs, [False, False], [False, True]).lost == (0,)


@settings(deadline=None)
@given(st.lists(st.integers(0, 10**7), min_size=1, max_size=30))
def test_digits_are_read_as_they_stand(values: list[int]) -> None:
    text = ", then ".join(map(str, values))
    assert [number.readings[0] for number in numbers(text, "en")] == [str(value) for value in values]
    assert difference("en", text, text.replace(", then ", " and ")) == NumberDifference()
