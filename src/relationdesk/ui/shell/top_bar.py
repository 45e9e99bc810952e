"""The bar over the places: back and forward, search, undo and redo, and everything else behind three dots."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from relationdesk.language.words import _
from relationdesk.ui.shell.search import SearchField
from relationdesk.ui.shell.undoing import what_changed
from relationdesk.ui.theme.icons import Icon, line_icon
from relationdesk.ui.theme.tokens import Height, IconSize, Space
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.card import Hairline
from relationdesk.work.desks import UndoState

_SEARCH_WIDTH = 394


class TopBar(QFrame):
    """Its buttons are said by their own signals; the window owns the shortcuts."""

    def __init__(self, search: SearchField, menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # A button does not keep its menu.
        self._menu = menu
        self.back = _square(self, Icon.ARROW_LEFT, _("Back"), "Alt+Left", "back")
        self.forward = _square(self, Icon.ARROW_RIGHT, _("Forward"), "Alt+Right", "forward")
        self.undo = Button(_("Undo"), icon=Icon.UNDO_2, parent=self)
        self.undo.setObjectName("undo")
        self.redo = _square(self, Icon.REDO_2, _("Redo"), "Ctrl+Shift+Z", "redo")
        search.setMaximumWidth(_SEARCH_WIDTH)
        line = QHBoxLayout()
        line.setContentsMargins(Space.LARGE, 9, Space.WIDE - Space.TIGHT, 9)
        line.setSpacing(Space.TIGHT)
        line.addWidget(self.back)
        line.addWidget(self.forward)
        line.addSpacing(Space.TIGHT)
        line.addWidget(search, 4)
        line.addStretch(1)
        line.addWidget(self.undo)
        line.addSpacing(Space.TIGHT)
        line.addWidget(self.redo)
        line.addWidget(_more(self, menu))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(Hairline(self))
        self.show_undo(UndoState(None, None))
        self.show_ways(can_go_back=False, can_go_forward=False)

    def show_undo(self, state: UndoState) -> None:
        """Say what undo and redo would do."""
        self.undo.setEnabled(state.undo is not None)
        self.redo.setEnabled(state.redo is not None)
        undo, redo = _("Nothing to undo"), _("Nothing to redo")
        if state.undo is not None:
            undo = _("Undo: {what}").format(what=what_changed(state.undo, state.undo_whose))
        if state.redo is not None:
            redo = _("Redo: {what}").format(what=what_changed(state.redo, state.redo_whose))
        for button, what in ((self.undo, undo), (self.redo, redo)):
            button.setToolTip(what)
            button.setAccessibleName(what)

    def show_ways(self, *, can_go_back: bool, can_go_forward: bool) -> None:
        """Say whether there is a way back or forward."""
        self.back.setEnabled(can_go_back)
        self.forward.setEnabled(can_go_forward)


def _square(bar: QWidget, icon: Icon, name: str, keys: str, object_name: str) -> Button:
    button = Button("", Role.QUIET, icon, parent=bar, name=name)
    button.setObjectName(object_name)
    button.setFixedWidth(Height.CONTROL)
    written = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    button.setToolTip(_("{name} ({keys})").format(name=name, keys=written))
    return button


def _more(bar: QWidget, menu: QMenu) -> QToolButton:
    more = QToolButton(bar)
    more.setObjectName("more")
    more.setIcon(line_icon(Icon.ELLIPSIS))
    more.setIconSize(QSize(IconSize.NORMAL, IconSize.NORMAL))
    more.setAccessibleName(_("More"))
    more.setToolTip(_("Import, export, language and look"))
    more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    more.setMenu(menu)
    return more
