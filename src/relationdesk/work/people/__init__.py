"""People: the list, the record, and making new ones."""

from typing import TYPE_CHECKING

from relationdesk.work.later import on_first_use

if TYPE_CHECKING:
    from . import (
        commands,
        duplicates,
        editing,
        filter_values,
        introductions,
        keeping,
        knowledge,
        likeness,
        merging,
        noting,
        own_fields,
        pictures,
        queries,
        reached,
        record,
        record_values,
        relations,
        several,
        sides,
        told,
    )

__all__ = [
    "commands",
    "duplicates",
    "editing",
    "filter_values",
    "introductions",
    "keeping",
    "knowledge",
    "likeness",
    "merging",
    "noting",
    "own_fields",
    "pictures",
    "queries",
    "reached",
    "record",
    "record_values",
    "relations",
    "several",
    "sides",
    "told",
]

__getattr__ = on_first_use(__name__, __all__)
