"""Money: an exact amount and its currency, never added across currencies."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Money:
    """An exact decimal amount in a currency named by its ISO 4217 code."""

    amount: Decimal
    currency: str
