"""Amounts of money as people write them, in the current language."""

from decimal import Decimal

from relationdesk.language.words import Language, current_language


def money_text(amount: Decimal, currency: str) -> str:
    """`€400`, `400 €`, `€12.50`: an amount, in euros where no currency is named, without empty cents."""
    from babel.numbers import format_currency  # noqa: PLC0415 - babel is not wanted before first paint

    is_whole = amount == amount.to_integral_value()
    whole = "¤#,##0" if current_language() is Language.ENGLISH else "#,##0 ¤"
    return format_currency(
        amount,
        currency or "EUR",
        locale=current_language().value,
        format=whole if is_whole else None,
        currency_digits=not is_whole,
    )
