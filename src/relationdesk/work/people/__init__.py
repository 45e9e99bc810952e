"""People: the list, the record, and making new ones."""

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import commands, introductions, pictures, queries, record

__all__ = ["commands", "introductions", "pictures", "queries", "record"]


def __getattr__(name: str) -> ModuleType:
    if name in __all__:
        return import_module(f"{__name__}.{name}")
    raise AttributeError(name)
