"""Bringing people in from other programs."""

from typing import TYPE_CHECKING

from relationdesk.work.later import on_first_use

if TYPE_CHECKING:
    from . import commands, own_fields, preview, reading

__all__ = ["commands", "own_fields", "preview", "reading"]

__getattr__ = on_first_use(__name__, __all__)
