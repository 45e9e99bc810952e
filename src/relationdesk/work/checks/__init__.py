"""Checking the desk: all of its file, what is made from it, and what keeps it safe."""

from typing import TYPE_CHECKING

from relationdesk.work.later import on_first_use

if TYPE_CHECKING:
    from . import checking, sentences

__all__ = ["checking", "sentences"]

__getattr__ = on_first_use(__name__, __all__)
