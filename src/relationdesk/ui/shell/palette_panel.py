"""The palette as it floats below the search field."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from relationdesk.language.words import _
from relationdesk.ui.shell.palette import CommandChoice, FilterChoice, OrganisationChoice, PaletteRow
from relationdesk.ui.shell.palette_list import PaletteDelegate, PaletteModel
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.undo_line import announce

_TALLEST = 480
_LEAST_WIDTH = 420


class Palette(QFrame):
    """Floats over the window below the field, which keeps the focus."""

    person_chosen = Signal(object)
    organisation_chosen = Signal(object)
    command_chosen = Signal(object)
    completion_chosen = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setProperty("ground", "card")
        self._model = PaletteModel(self)
        self.list = QListView()
        self.list.setObjectName("search.results")
        self.list.setAccessibleName(_("Found"))
        self.list.setModel(self._model)
        self.list.setItemDelegate(PaletteDelegate(self.list))
        self.list.setMouseTracking(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.clicked.connect(self._on_clicked)
        self._nothing = Label("", Look.SECONDARY, wraps=True)
        self._nothing.setMargin(Space.MEDIUM)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, Space.TIGHT, 1, Space.TIGHT)
        column.addWidget(self.list)
        column.addWidget(self._nothing)
        self.hide()

    def show_rows(self, typed: str, rows: Sequence[PaletteRow]) -> None:
        """Show rows, the first choice among them chosen, or that nothing was found."""
        self._model.show_rows(rows)
        self._nothing.setText(_("Nothing found for “{text}”").format(text=typed.strip()[:60]))
        self._nothing.setVisible(not rows)
        self.list.setVisible(bool(rows))
        if rows:
            self.list.scrollToTop()
            self._choose(self._model.next_choice(-1, 1))

    def place_below(self, field: QWidget) -> None:
        """Take the room that the rows need, below `field`."""
        corner = field.mapTo(self._window, QPoint(0, field.height() + Space.TIGHT))
        room = self._window.height() - corner.y() - Space.LARGE
        self.list.setFixedHeight(min(self._model.height(), _TALLEST, room))
        width = max(field.width(), _LEAST_WIDTH)
        corner.setX(max(0, min(corner.x(), self._window.width() - width - Space.SMALL)))
        self.setFixedWidth(min(width, self._window.width()))
        self.move(corner)
        self.show()
        self.adjustSize()
        self.raise_()

    def step(self, by: int) -> None:
        """Choose another row, and say it."""
        self._choose(self._model.next_choice(self.list.currentIndex().row(), by))
        spoken = self.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
        announce(self.list, str(spoken))

    def take(self) -> None:
        """Open the person or the organisation, or do what the command says."""
        if self.list.currentIndex().isValid():
            self._on_clicked(self.list.currentIndex())

    def _choose(self, row: int) -> None:
        self.list.setCurrentIndex(self._model.index(row))
        if self._model.next_choice(row, -1) == row:
            self.list.scrollToTop()

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        choice = self._model.choice(index.row())
        if isinstance(choice, CommandChoice):
            self.command_chosen.emit(choice.command)
        elif isinstance(choice, FilterChoice):
            self.completion_chosen.emit(choice.text)
        elif isinstance(choice, OrganisationChoice):
            self.organisation_chosen.emit(choice.organisation_id)
        elif choice is not None:
            self.person_chosen.emit(choice.person_id)
