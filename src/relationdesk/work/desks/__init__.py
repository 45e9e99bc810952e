"""Making, finding, unlocking and opening a desk; and the desk's types, for those above."""

from relationdesk.desk.changes import Changes
from relationdesk.desk.desk import Desk, UndoState
from relationdesk.desk.key import DeskKey
from relationdesk.desk.reader import Reader

__all__ = ["Changes", "Desk", "DeskKey", "Reader", "UndoState"]
