"""Changing what a person's record holds, one value at a time."""

from typing import TYPE_CHECKING

from relationdesk.work.later import on_first_use

if TYPE_CHECKING:
    from . import (
        accounts,
        addresses,
        addressing,
        audiences,
        belonging,
        keeping,
        own_fields,
        reaching,
        texts,
    )

__all__ = [
    "accounts",
    "addresses",
    "addressing",
    "audiences",
    "belonging",
    "keeping",
    "own_fields",
    "reaching",
    "texts",
]

__getattr__ = on_first_use(__name__, __all__)
