"""People: the list, the record, and making new ones."""

from typing import TYPE_CHECKING

from relationdesk.work.later import on_first_use

if TYPE_CHECKING:
    from . import commands, introductions, knowledge, likeness, noting, pictures, queries, record, told

__all__ = [
    "commands",
    "introductions",
    "knowledge",
    "likeness",
    "noting",
    "pictures",
    "queries",
    "record",
    "told",
]

__getattr__ = on_first_use(__name__, __all__)
