"""What leaves the desk: people as vCard, and the whole desk as an archive that can be read back."""

from typing import TYPE_CHECKING

from relationdesk.work.later import on_first_use

if TYPE_CHECKING:
    from . import commands as commands

__all__ = ["commands"]

__getattr__ = on_first_use(__name__, __all__)
