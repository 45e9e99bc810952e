"""What the columns of a table became the last time, by its headers."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass

from relationdesk.desk.reader import Reader, Statement
from relationdesk.exchange import wire
from relationdesk.exchange.tables.columns import Mapping


@dataclass(frozen=True, slots=True)
class _Kept:
    value: str


_KEPT = Statement(_Kept, "SELECT value FROM setting WHERE name = :name")


def mapping_for(reader: Reader, headers: Sequence[str]) -> Mapping | None:
    """What the user made of a table with these headers, or None when that is not known."""
    name = setting_name(headers)
    kept = reader.ask_one(_KEPT, name=name) if name else None
    return None if kept is None else _mapping_in(kept.value, len(headers))


def setting_name(headers: Sequence[str]) -> str:
    """Under which name a table's mapping is kept; empty for a table without a header row."""
    if not any(headers):
        return ""
    told = json.dumps(list(headers), ensure_ascii=False)
    return f"import.columns.{hashlib.sha256(told.encode()).hexdigest()[:32]}"


def mapping_text(mapping: Mapping) -> str:
    """A mapping as it is kept."""
    return json.dumps(wire.mapping_to_wire(mapping), ensure_ascii=False)


def _mapping_in(text: str, width: int) -> Mapping | None:
    """The mapping that a text tells; one of a later version, or cut, is as good as none."""
    try:
        mapping = wire.mapping_from_wire(json.loads(text))
    except (ValueError, TypeError):
        return None
    return mapping if len(mapping.columns) == width else None
