"""Dossiers about one person."""

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from relationdesk.dossier.content import Dossier as Dossier

    from . import commands, queries

__all__ = ["commands", "queries"]


def __getattr__(name: str) -> ModuleType:
    if name in __all__:
        return import_module(f"{__name__}.{name}")
    raise AttributeError(name)
