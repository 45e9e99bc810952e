"""Organisations: brands, clients, agencies and media."""

from typing import TYPE_CHECKING

from relationdesk.work.later import on_first_use

if TYPE_CHECKING:
    from . import commands as commands

__all__ = ["commands"]

__getattr__ = on_first_use(__name__, __all__)
