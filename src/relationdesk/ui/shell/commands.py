"""What the window can be told to do, by keys, by the menu and by the palette."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


def _always() -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Command:
    """An action as the palette offers it: by its own words, or by `also`, other words for the same.

    `can` tells whether it would do anything now; a useful one is offered before anything is typed.
    """

    action: QAction
    also: str = ""
    can: Callable[[], bool] = _always
    is_useful: bool = False

    @property
    def title(self) -> str:
        """What it does, in its own words."""
        return self.action.text().removesuffix("…").rstrip()

    @property
    def keys(self) -> QKeySequence | None:
        """The keys that do the same."""
        shortcuts = self.action.shortcuts()
        return shortcuts[0] if shortcuts else None


class Commands(QObject):
    """Every action of the window; the shortcuts go when this goes."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._all: list[Command] = []
        self._more: list[Command] = []

    @property
    def offered(self) -> list[Command]:
        """Those that would do something now, in the order in which they were added."""
        return [command for command in (*self._all, *self._more) if command.can()]

    def show_more(self, commands: list[Command]) -> None:
        """Offer these as well, after all that were added, instead of those shown before."""
        for command in self._more:
            command.action.deleteLater()
        self._more = commands

    def add(
        self,
        name: str,
        keys: Sequence[str],
        act: Callable[[], object],
        *,
        also: str = "",
        can: Callable[[], bool] = _always,
        is_useful: bool = False,
    ) -> QAction:
        """Have `keys` do something while the window is active; `name` is what the action is called."""
        action = QAction(name, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.triggered.connect(lambda _checked: act())
        self._window.addAction(action)
        self._all.append(Command(action, also, can, is_useful))
        return action
