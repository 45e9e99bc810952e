"""Organisations: brands, clients, agencies and media."""

from typing import TYPE_CHECKING

from relationdesk.work.later import on_first_use

if TYPE_CHECKING:
    from . import commands as commands
    from . import joining as joining
    from . import queries as queries
    from . import roles as roles

__all__ = ["commands", "joining", "queries", "roles"]

__getattr__ = on_first_use(__name__, __all__)
