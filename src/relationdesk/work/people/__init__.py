"""People: the list, the record, and making new ones."""

from typing import TYPE_CHECKING

from relationdesk.work.later import on_first_use

if TYPE_CHECKING:
    from . import commands, introductions, knowledge, likeness, pictures, queries, record

__all__ = ["commands", "introductions", "knowledge", "likeness", "pictures", "queries", "record"]

__getattr__ = on_first_use(__name__, __all__)
