"""What is typed into own fields: understood in both languages, kept as typed where it is doubtful."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relationdesk.domain.own_values import NO, YES, is_doubtful, kept, told
from relationdesk.domain.texts import many_lines
from relationdesk.domain.vocabulary import OwnKind
from relationdesk.language.words import Language, speaking

LANGUAGES = st.sampled_from(list(Language))
NUMBERS = st.decimals(
    allow_nan=False, allow_infinity=False, places=3, min_value=Decimal(-(10**12)), max_value=Decimal(10**12)
)


@pytest.mark.parametrize(
    ("language", "typed", "value"),
    [
        (Language.ENGLISH, "39", "39"),
        (Language.ENGLISH, "1,250", "1250"),
        (Language.ENGLISH, "1,250.50", "1250.50"),
        (Language.ENGLISH, "12,5", "12.5"),
        (Language.ENGLISH, "-3", "-3"),
        (Language.ENGLISH, "007", "7"),
        (Language.FRENCH, "1 250,5", "1250.5"),
        (Language.FRENCH, "1\N{NARROW NO-BREAK SPACE}250", "1250"),
        (Language.FRENCH, "1,250", "1.250"),
        (Language.FRENCH, "1 250 000", "1250000"),
    ],
)
def test_a_number_is_read_with_the_marks_of_the_language(language: Language, typed: str, value: str):
    with speaking(language):
        assert kept(OwnKind.NUMBER, typed) == value
    assert not is_doubtful(OwnKind.NUMBER, value)


@pytest.mark.parametrize("typed", ["about 12", "39 EU", "1.2.3", "12-14", "٣", "1 25", "1e5", "inf", "-"])
def test_what_is_no_number_stays_as_it_was_typed_and_is_doubtful(typed: str):
    for language in Language:
        with speaking(language):
            assert kept(OwnKind.NUMBER, f" {typed} ") == typed
            assert told(OwnKind.NUMBER, typed) == typed
    assert is_doubtful(OwnKind.NUMBER, typed)


@pytest.mark.parametrize(
    "typed",
    ["2026-09-06", "6 September 2026", "6 sept. 2026", "September 6, 2026", "6/9/2026", "06.09.2026"],
)
def test_a_day_is_read_in_both_languages(typed: str):
    for language in Language:
        with speaking(language):
            assert kept(OwnKind.DAY, typed) == "2026-09-06"


@pytest.mark.parametrize("typed", ["6 September", "6/9/26", "30 February 2026", "soon", "6/9/2026 or later"])
def test_a_day_that_is_none_or_has_no_year_is_doubtful(typed: str):
    assert kept(OwnKind.DAY, typed) == typed
    assert is_doubtful(OwnKind.DAY, typed)


def test_yes_and_no_are_read_in_both_languages():
    assert [kept(OwnKind.YES_NO, typed) for typed in ("Oui", "YES", "x", "vrai")] == [YES] * 4
    assert [kept(OwnKind.YES_NO, typed) for typed in ("non", "No", "0")] == [NO] * 3
    assert is_doubtful(OwnKind.YES_NO, kept(OwnKind.YES_NO, "perhaps"))
    with speaking(Language.FRENCH):
        assert told(OwnKind.YES_NO, YES) == "oui"


def test_a_text_is_never_doubtful():
    assert kept(OwnKind.TEXT, "  = 1+1 ") == "= 1+1"
    assert not is_doubtful(OwnKind.TEXT, "anything")


@given(NUMBERS, LANGUAGES)
def test_a_number_that_is_told_is_read_back_as_the_same(number: Decimal, language: Language):
    with speaking(language):
        value = kept(OwnKind.NUMBER, f"{number:f}")
        assert not is_doubtful(OwnKind.NUMBER, value)
        assert Decimal(value) == number
        assert kept(OwnKind.NUMBER, told(OwnKind.NUMBER, value)) == value


@given(st.dates(min_value=date(1000, 1, 1)), LANGUAGES)
def test_a_day_that_is_told_is_read_back_as_the_same(day: date, language: Language):
    with speaking(language):
        assert kept(OwnKind.DAY, told(OwnKind.DAY, day.isoformat())) == day.isoformat()


@given(st.sampled_from(list(OwnKind)), st.text(max_size=40), LANGUAGES)
def test_whatever_is_kept_and_told_is_kept_as_the_same_again(kind: OwnKind, typed: str, language: Language):
    with speaking(language):
        value = kept(kind, typed)
        assert kept(kind, told(kind, value)) == value
        assert bool(value) == bool(many_lines(typed))
