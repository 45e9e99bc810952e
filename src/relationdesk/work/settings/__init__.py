"""The user's own details, and what follows from them."""

from typing import TYPE_CHECKING

from relationdesk.work.later import on_first_use

if TYPE_CHECKING:
    from . import commands, mapping_commands, mappings, odd_words, queries

__all__ = ["commands", "mapping_commands", "mappings", "odd_words", "queries"]

__getattr__ = on_first_use(__name__, __all__)
