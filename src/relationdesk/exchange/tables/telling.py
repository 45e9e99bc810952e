"""What the child that reads a table tells of it."""

from collections.abc import Callable, Iterator
from typing import BinaryIO

from relationdesk.exchange import wire
from relationdesk.exchange.errors import Unreadable, UnreadableFileError
from relationdesk.exchange.reports import FileKind, IncomingCard, RowReport
from relationdesk.exchange.tables.guessing import guess
from relationdesk.exchange.tables.reader import cards
from relationdesk.exchange.tables.table import LARGEST_TABLE, Table, open_table

_SAMPLES = 20


def tell_table(
    file: BinaryIO,
    size: int,
    request: wire.Json,
    send: Callable[[Iterator[IncomingCard | RowReport]], None],
) -> wire.Json:
    """Read a table of `size` bytes as `request` wishes, `send` its people, and return what it is.

    Raises:
        UnreadableFileError: TOO_BIG, or no table.
    """
    if size > LARGEST_TABLE:
        raise UnreadableFileError(Unreadable.TOO_BIG, limit=LARGEST_TABLE)
    table = open_table(file, codec=request["encoding"])
    mapping = wire.mapping_from_wire(request["mapping"]) if request["mapping"] else guess(table)
    send(cards(table, mapping))
    return {
        "done": FileKind.TABLE,
        "encoding": table.encoding(),
        "remark": _second_opinion(table),
        "mapping": wire.mapping_to_wire(mapping),
        "headers": table.headers,
        "samples": [row.cells for row in table.first_rows[:_SAMPLES]],
    }


def _second_opinion(table: Table) -> str:
    """What the statistics of the letters suggest for a file in an undeclared encoding."""
    if not table.encodings.foreign:
        return ""
    from charset_normalizer import from_bytes  # noqa: PLC0415  (heavy, and seldom needed)

    best = from_bytes(table.head).best()
    return best.encoding if best else ""
