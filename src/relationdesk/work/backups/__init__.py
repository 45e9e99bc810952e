"""Backups as the user meets them: made by themselves, looked into, copied to a second folder, restored."""

from typing import TYPE_CHECKING

from relationdesk.work.later import on_first_use

if TYPE_CHECKING:
    from . import arriving, making, person, queries, restoring, second_folder, source

__all__ = ["arriving", "making", "person", "queries", "restoring", "second_folder", "source"]

__getattr__ = on_first_use(__name__, __all__)
