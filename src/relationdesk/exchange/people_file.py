"""People as JSON: everything that is told of each, for other programs. `docs/archive.md` tells the form."""

import json
from base64 import b64encode
from collections.abc import Iterable, Iterator
from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import Any, Final

from relationdesk.domain.card import Card

NAME: Final = "relationdesk-people"
VERSION: Final = 1


def people_in_json(cards: Iterable[Card]) -> Iterator[bytes]:
    """The bytes of the file, one person on a line."""
    yield f'{{"people": "{NAME}", "version": {VERSION}, "persons": ['.encode()
    for number, card in enumerate(cards):
        yield f"{',' if number else ''}\n{json.dumps(_told(card), ensure_ascii=False)}".encode(
            "utf-8", "replace"
        )
    yield b"\n]}\n"


def _told(value: Any) -> Any:
    """A value as JSON has it; what is empty is left out."""
    if isinstance(value, bytes):
        return {"base64": b64encode(value).decode()}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, tuple):
        return [_told(one) for one in value]
    if hasattr(value, "__dataclass_fields__"):
        kept = {field.name: getattr(value, field.name) for field in fields(value)}
        return {name: _told(one) for name, one in kept.items() if one not in (None, "", (), False)}
    return value
