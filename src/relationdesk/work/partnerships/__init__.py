"""Partnerships between clients and people."""

from typing import TYPE_CHECKING

from relationdesk.work.later import on_first_use

if TYPE_CHECKING:
    from . import commands, queries, terms

__all__ = ["commands", "queries", "terms"]

__getattr__ = on_first_use(__name__, __all__)
