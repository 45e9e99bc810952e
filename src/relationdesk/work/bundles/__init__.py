"""Carrying a desk to another computer and back in a bundle, and bringing two copies of it together."""

from typing import TYPE_CHECKING

from relationdesk.work.later import on_first_use

if TYPE_CHECKING:
    from . import bringing, carrying, settling

__all__ = ["bringing", "carrying", "settling"]

__getattr__ = on_first_use(__name__, __all__)
