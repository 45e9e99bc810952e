"""The sheet of keys that `?` shows."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from relationdesk.language.words import _
from relationdesk.ui.theme.tokens import Height, Space
from relationdesk.ui.widgets.button import Button
from relationdesk.ui.widgets.label import Label, Look

Keys = list[tuple[str, str]]
_AROUND = 2 * Space.WIDE


class KeysSheet(QDialog):
    """What the keys do, everywhere and on Today; Escape closes it.

    As high as the keys need, within the window it belongs to: what does not fit is scrolled to.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Keys"))
        self.setObjectName("keys.sheet")
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.WIDE, Space.WIDE, Space.WIDE, Space.LARGE)
        column.setSpacing(Space.MEDIUM)
        column.addWidget(_Tables(self))
        close = Button(_("Close"))
        close.clicked.connect(self.accept)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        if parent is not None:
            self.setMaximumHeight(parent.height() - _AROUND)


class _Tables(QScrollArea):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Keys"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setWidgetResizable(True)
        self._inside = inside = QWidget()
        table = QGridLayout(inside)
        table.setContentsMargins(0, 0, Space.LARGE, 0)
        table.setHorizontalSpacing(Space.WIDE)
        table.setVerticalSpacing(Space.TIGHT)
        table.setColumnStretch(1, 1)
        _add(table, _("Everywhere"), _everywhere())
        _add(table, _("On Today"), _on_today())
        _add(table, _("About a person"), _about_a_person())
        self._inside = inside
        self.setWidget(inside)
        self.setMinimumWidth(inside.sizeHint().width())

    def sizeHint(self) -> QSize:
        return self._inside.sizeHint()


def _add(table: QGridLayout, title: str, keys: Keys) -> None:
    first = table.rowCount()
    table.addWidget(Label(title, Look.HEADING), first, 0, 1, 2)
    table.setRowMinimumHeight(first, Height.HIT)
    for row, (key, what) in enumerate(keys, first + 1):
        table.addWidget(Label(key, Look.STRONG), row, 0)
        table.addWidget(Label(what, Look.SECONDARY), row, 1)


def _everywhere() -> Keys:
    return [
        (_("Ctrl+K"), _("Search people and everything written")),
        (_("Ctrl+1, Ctrl+2, Ctrl+3, Ctrl+4"), _("Today, Agenda, People, Organisations")),
        (_("Alt+Left, Alt+Right"), _("Back and forward")),
        (_("Ctrl+N"), _("New person")),
        (_("Delete"), _("Move to the trash, in the list of people")),
        (_("Ctrl+Z, Ctrl+Shift+Z"), _("Undo and redo")),
        (_("Ctrl+I"), _("Bring people in")),
        (_("Ctrl+,"), _("Settings")),
        (_("Ctrl+L"), _("Lock the desk")),
        (_("F5"), _("Read the page again")),
        (_("Ctrl+Shift+T"), _("People as a table, or as a list")),
        (_("Ctrl+Q"), _("Quit")),
        (_("Escape"), _("One step back; what you typed stays")),
        (_("?"), _("This sheet")),
    ]


def _about_a_person() -> Keys:
    return [
        (_("Ctrl+Enter"), _("Keep the note")),
        (_("Ctrl+D"), _("In the note: who reached out")),
        (_("Ctrl+T"), _("In the note: whether you asked or gave")),
        (_("Ctrl+F, then Enter or F3"), _("Find in the history, then the match after")),
        (_("E"), _("In the history: edit the entry in its place")),
        (_("Menu, or Shift+F10"), _("In the history: what it was, who reached out; remove it")),
        (_("Ctrl+Left, Ctrl+Right"), _("On the record: a topic or a language earlier, later")),
    ]


def _on_today() -> Keys:
    return [
        (_("Up, Down or K, J"), _("The row before, the row after")),
        (_("Enter"), _("Open the person")),
        (_("D"), _("Done: say what happened; or what was lent came back")),
        (_("S"), _("Snooze, plan, or ask for what was lent")),
        (_("X"), _("Drop, with a word why")),
    ]
