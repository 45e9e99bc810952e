"""The user's own details, and what follows from them."""

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import commands, mapping_commands, mappings, queries

__all__ = ["commands", "mapping_commands", "mappings", "queries"]


def __getattr__(name: str) -> ModuleType:
    if name in __all__:
        return import_module(f"{__name__}.{name}")
    raise AttributeError(name)
