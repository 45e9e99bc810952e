from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relationdesk.domain.card import Birthday, HandleEntry
from relationdesk.domain.figures import count
from relationdesk.domain.money import Money
from relationdesk.exchange.tables import dates, values
from relationdesk.exchange.tables.columns import Column, DateOrder
from relationdesk.exchange.tables.headers import recognised


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12,4k", 12_400),
        ("1.2M", 1_200_000),
        ("38 000", 38_000),
        ("38\u202f000", 38_000),
        ("38.000", 38_000),
        ("12,345", 12_345),
        ("10K+", 10_000),
        ("~15k", 15_000),
        ("2,5 millions", 2_500_000),
        ("0", 0),
        ("", None),
        ("k", None),
        ("1-2k", None),
        ("١٢", None),
    ],
)
def test_followers_are_read_as_people_round_them(text: str, number: int | None):
    assert count(text) == number


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1 200", "1200"),
        ("350,00", "350.00"),
        ("1.200,50 €", "1200.50"),
        ("€1,200.50", "1200.50"),
        ("1'200", "1200"),
        ("450 HT", "450"),
        ("2.5", "2.5"),
    ],
)
def test_fees_are_exact(text: str, amount: str):
    assert values.fee(text, "EUR") == Money(Decimal(amount), "EUR")


@pytest.mark.parametrize("text", ["sur devis", "500-800", "", "1e5", "--3"])
def test_what_is_no_fee_is_none(text: str):
    assert values.fee(text, "EUR") is None


def test_accounts_are_names_links_or_neither():
    assert values.accounts("@zoelit", "instagram").handles == (HandleEntry("instagram", "zoelit"),)
    link = "https://www.instagram.com/yann.voile/"
    assert values.accounts(link, "").handles == (HandleEntry("instagram", "yann.voile", link),)
    assert values.accounts("@a / @b", "x").handles == (HandleEntry("x", "a"), HandleEntry("x", "b"))
    assert values.accounts("pas de compte", "x") == values.Accounts((), "pas de compte")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-09-21", date(2026, 9, 21)),
        ("2026/9/1", date(2026, 9, 1)),
        ("21.09.2026", date(2026, 9, 21)),
        ("02 Oct 2024", date(2024, 10, 2)),
        ("15 mars 2023", date(2023, 3, 15)),
        ("1er août 2025", date(2025, 8, 1)),
        ("Oct 2, 2024", date(2024, 10, 2)),
        ("21/09/2026 14:30", date(2026, 9, 21)),
        ("45000", date(2023, 3, 15)),
        ("31/02/2026", None),
        ("bientôt", None),
        ("99/99/9999", None),
    ],
)
def test_days_are_read_in_figures_and_words(text: str, day: date | None):
    found = dates.day(text, None)
    assert (found.day if found else None) == day


def test_a_day_that_could_be_two_says_so_and_follows_its_column():
    assert dates.day("05/10/2026", None) == dates.DayReading(date(2026, 10, 5), ambiguous=True)
    assert dates.day("05/10/2026", DateOrder.MONTH_FIRST) == dates.DayReading(date(2026, 5, 10))
    assert dates.day("05/05/2026", None) == dates.DayReading(date(2026, 5, 5))


@pytest.mark.parametrize(
    ("text", "birthday"),
    [
        ("--11-24", Birthday(11, 24)),
        ("1991-04-03", Birthday(4, 3, 1991)),
        ("24/11", Birthday(11, 24)),
        ("3 avril", Birthday(4, 3)),
        ("29/02/85", None),
        ("28/02/85", Birthday(2, 28, 1985)),
    ],
)
def test_birthdays_may_lack_the_year(text: str, birthday: Birthday | None):
    found = dates.birthday(text, DateOrder.DAY_FIRST, None)
    assert (found[0] if found else None) == birthday


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_in_iso_is_read_exactly(day: date):
    assert dates.day(day.isoformat(), None) == dates.DayReading(day)


@given(st.text(max_size=30))
def test_no_cell_breaks_a_value_reader(text: str):
    count(text)
    values.fee(text, "EUR")
    values.accounts(text, "x")
    values.items(text)
    dates.day(text, None)
    dates.birthday(text, None, None)


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("Prénom", Column.GIVEN_NAME),
        ("E-MAIL", Column.EMAIL),
        ("E-mail 3 Address", Column.EMAIL),
        ("Business Phone 2", Column.PHONE),
        ("Date de naissance", Column.BIRTHDAY),
        ("Abonnés TikTok", Column.AUDIENCE),
        ("Nombre d’abonnés", Column.AUDIENCE),
        ("Lien Youtube", Column.HANDLE),
        ("Twitter", Column.HANDLE),
        ("Rémunération", Column.FEE),
        ("A EVITER", Column.AVOIDS),
        ("Manager's Name", None),
        ("", None),
    ],
)
def test_headers_are_known_in_english_and_french(header: str, column: Column | None):
    found = recognised(header)
    assert (found.column if found else None) == column
