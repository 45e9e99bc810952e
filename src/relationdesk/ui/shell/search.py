"""The search field at the top, and the palette below it: people, texts and everything that can be done."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from relationdesk.domain.clock import Clock, today
from relationdesk.domain.ids import PersonId
from relationdesk.language.words import _
from relationdesk.ui.shell.commands import Command, Commands
from relationdesk.ui.shell.opened import Opened
from relationdesk.ui.shell.palette import (
    MOST_PEOPLE,
    MOST_TEXTS,
    CommandChoice,
    PaletteRow,
    is_for_commands,
    rows_at_first,
    rows_found,
)
from relationdesk.ui.shell.palette_list import PaletteDelegate, PaletteModel
from relationdesk.ui.tasks import Asked, Tasks
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.field import Field
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.undo_line import announce
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.search.queries import Found, found_apart, people_named

_TALLEST = 480
_LEAST_WIDTH = 420


class Palette(QFrame):
    """Floats over the window below the field, which keeps the focus."""

    person_chosen = Signal(object)
    command_chosen = Signal(object)

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
        """Open the person, or do what the command says."""
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
        elif choice is not None:
            self.person_chosen.emit(choice.person_id)


class SearchField(Field):
    """Finds while one types; Up and Down choose, Enter opens, Escape closes the list and keeps the text."""

    person_chosen = Signal(object)
    answered = Signal()
    left = Signal()

    def __init__(
        self,
        tasks: Tasks[Reader, Desk],
        clock: Clock,
        window: QWidget,
        commands: Commands,
        opened: Opened,
    ) -> None:
        super().__init__(
            _("Search"),
            _("Search people, notes, promises…"),
            Icon.SEARCH,
            QKeySequence("Ctrl+K"),
        )
        self.setObjectName("search.field")
        self.setAccessibleDescription(_("Type > for commands alone"))
        self._tasks = tasks
        self._clock = clock
        self._commands = commands
        self._opened = opened
        self._asked: Asked | None = None
        self._results = Palette(window)
        self._results.person_chosen.connect(self._on_chosen)
        self._results.command_chosen.connect(self._on_command_chosen)
        self.edited.connect(self._on_edited)
        self.destroyed.connect(self._results.deleteLater)

    @property
    def results(self) -> Palette:
        """The list of what was found."""
        return self._results

    def begin(self) -> None:
        """Take the focus and show what is there, or where one may want to go before anything is typed."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
        self._on_edited(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self._on_escape()
        elif self._results.isVisible() and key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self._results.step(1 if key == Qt.Key.Key_Down else -1)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down}:
            self._results.take() if self._results.isVisible() else self._on_edited(self.text())
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._results.hide()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.text().strip() and event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self._on_edited(self.text())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Hide:
            self._results.hide()
        return super().event(event)

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        self._asked = self._tasks.ask(
            self,
            lambda reader: _answer(reader, text, self._opened),
            lambda answer: self._show(text, answer),
            instead_of=self._asked,
        )

    def _show(self, text: str, answer: Sequence[Found]) -> None:
        day, commands = today(self._clock), self._commands.offered
        if text.strip():
            rows = rows_found(text, answer, commands, day)
        else:
            rows = rows_at_first(answer, commands, day)
        self._results.show_rows(text, rows)
        if self.hasFocus():
            self._results.place_below(self)
        self.answered.emit()

    @Slot(object)
    def _on_chosen(self, person_id: PersonId) -> None:
        self._results.hide()
        self.person_chosen.emit(person_id)

    @Slot(object)
    def _on_command_chosen(self, command: Command) -> None:
        self.clear()
        self._results.hide()
        self.left.emit()
        command.action.trigger()

    def _on_escape(self) -> None:
        if self._results.isVisible():
            self._results.hide()
        else:
            self.left.emit()


def _answer(reader: Reader, text: str, opened: Opened) -> list[Found]:
    if not text.strip():
        return people_named(reader, opened.latest(reader))
    if is_for_commands(text):
        return []
    return found_apart(reader, text, people=MOST_PEOPLE, texts=MOST_TEXTS)
