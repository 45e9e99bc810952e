"""Reading a module of a package in when it is first asked for.

Commands draw in the ORM and writers their libraries, which would cost the window its quick start; asked
for inside the work of a desk's thread, they are read in there.
"""

from collections.abc import Callable, Collection
from importlib import import_module
from types import ModuleType


def on_first_use(package: str, modules: Collection[str]) -> Callable[[str], ModuleType]:
    """The `__getattr__` (PEP 562) of a package that reads these modules of its own in when they are used."""

    def read_in(name: str) -> ModuleType:
        if name in modules:
            return import_module(f"{package}.{name}")
        raise AttributeError(name)

    return read_in
