"""What is to be done and what is owed: follow-ups and promises."""

from typing import TYPE_CHECKING

from relationdesk.work.later import on_first_use

if TYPE_CHECKING:
    from . import commands, queries, rewording

__all__ = ["commands", "queries", "rewording"]

__getattr__ = on_first_use(__name__, __all__)
