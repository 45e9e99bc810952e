"""What leaves the desk: people as cards, tables or JSON, and the whole desk as an archive."""

from typing import TYPE_CHECKING

from relationdesk.work.later import on_first_use

if TYPE_CHECKING:
    from . import commands as commands
    from . import errors as errors

__all__ = ["commands", "errors"]

__getattr__ = on_first_use(__name__, __all__)
