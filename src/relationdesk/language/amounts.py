"""Amounts of money as people write them, in the current language."""

from decimal import Decimal

from relationdesk.language.words import Language, current_language

_LOCALES = {Language.ENGLISH: "en_GB", Language.FRENCH: "fr_FR"}


def money_text(amount: Decimal, currency: str) -> str:
    """`€400`, `400 €`, `€12.50`: exact, in euros where no currency is named, without empty cents.

    No line ends between a number and its sign.
    """
    from babel import Locale  # noqa: PLC0415 - babel is not wanted before first paint
    from babel.numbers import format_currency  # noqa: PLC0415 - see above

    locale = Locale.parse(_LOCALES[current_language()])
    pattern = locale.currency_formats["standard"].pattern
    if amount == amount.to_integral_value():
        pattern = pattern.replace("0.00", "0")
    return str(
        format_currency(
            amount,
            currency or "EUR",
            pattern,
            locale=locale,
            currency_digits=False,
            decimal_quantization=False,
        )
    )
