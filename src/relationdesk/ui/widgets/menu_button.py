"""A small button with what can be done with a line."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtWidgets import QMenu, QWidget

from relationdesk.language.words import _
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.widgets.button import Button, Role


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that can be done; `is_on` tells whether it holds already, None where that means nothing."""

    words: str
    act: Callable[[], None]
    is_on: bool | None = None
    can: bool = True


class MenuButton(Button):
    """Opens a menu of what `choices` gives at that moment; None stands for a line between."""

    def __init__(
        self, name: str, choices: Callable[[], Iterable[Choice | None]], parent: QWidget | None = None
    ) -> None:
        super().__init__("", Role.QUIET, Icon.ELLIPSIS, parent=parent, compact=True, name=name)
        self._choices = choices
        self._name = name
        self.clicked.connect(self._on_clicked)

    def name(self, what: str) -> None:
        """Tell a screen reader also which line it belongs to."""
        self.setAccessibleName(_("{button}: {what}").format(button=self._name, what=what))

    @Slot()
    def _on_clicked(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for choice in self._choices():
            if choice is None:
                menu.addSeparator()
                continue
            action = menu.addAction(choice.words)
            action.setEnabled(choice.can)
            if choice.is_on is not None:
                action.setCheckable(True)
                action.setChecked(choice.is_on)
            action.triggered.connect(lambda _on, act=choice.act: act())
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))
