"""Files kept with people."""

from typing import TYPE_CHECKING

from relationdesk.work.later import on_first_use

if TYPE_CHECKING:
    from . import commands, queries

__all__ = ["commands", "queries"]

__getattr__ = on_first_use(__name__, __all__)
