from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relationdesk.domain.money import Money, money_typed
from relationdesk.language.amounts import money_text
from relationdesk.language.words import Language, use_language


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("1 250,50 €", "1250.50", "EUR"),
        ("1\N{NARROW NO-BREAK SPACE}250,50\N{NO-BREAK SPACE}€", "1250.50", "EUR"),
        ("€1,250.50", "1250.50", "EUR"),
        ("1.250,50", "1250.50", "EUR"),
        ("1'250.50 CHF", "1250.50", "CHF"),
        ("chf 1'250", "1250", "CHF"),
        ("£400", "400", "GBP"),
        ("$ 12.5", "12.5", "USD"),
        ("400", "400", "EUR"),
        ("400 €", "400", "EUR"),
        ("1,250", "1250", "EUR"),
        ("1.250", "1250", "EUR"),
        ("1.250.000", "1250000", "EUR"),
        ("0,5", "0.5", "EUR"),
    ],
)
def test_money_is_read_as_people_type_it(text: str, amount: str, currency: str):
    assert money_typed(text) == Money(Decimal(amount), currency)


def test_without_a_currency_it_is_in_the_one_that_stands_there():
    assert money_typed("90", "CHF") == Money(Decimal(90), "CHF")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a lot",
        "-5",
        "€",
        "1,2,3",
        "1.250.50",
        "1,25,000",
        "12,3456",
        "4 or 5",
        "€5$",
        "5 euros",
        "1e9",
        "٣",
        "1" * 13,
        "1234,567",
    ],
)
def test_what_is_no_amount_is_not_read(text: str):
    assert money_typed(text) is None


@given(
    cents=st.integers(0, 10**11),
    currency=st.sampled_from(["EUR", "USD", "GBP", "CHF", "SEK"]),
    language=st.sampled_from(Language),
)
def test_an_amount_as_it_is_shown_is_read_back(cents: int, currency: str, language: Language):
    use_language(language)
    amount = Decimal(cents) / 100
    shown = money_text(amount, currency)
    use_language(Language.ENGLISH)

    assert money_typed(shown, currency) == Money(amount, currency)


@pytest.mark.parametrize("amount", [Decimal(3000), Decimal("1250.50")])
def test_no_line_ends_between_a_number_and_its_sign(amount: Decimal):
    use_language(Language.FRENCH)
    shown = money_text(amount, "EUR")
    use_language(Language.ENGLISH)

    assert " " not in shown
