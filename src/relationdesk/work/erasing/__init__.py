"""Erasing a person: off the desk, its indexes, its drafts and its backups."""

from typing import TYPE_CHECKING

from relationdesk.work.later import on_first_use

if TYPE_CHECKING:
    from . import commands, in_backups, queries, sentences

__all__ = ["commands", "in_backups", "queries", "sentences"]

__getattr__ = on_first_use(__name__, __all__)
