"""The place of the trash: what is in it, how long it stays, and putting it back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from relationdesk.domain.clock import Clock, today
from relationdesk.domain.ids import PersonId
from relationdesk.language.words import _
from relationdesk.ui.places.trash.list import TrashList
from relationdesk.ui.places.trash.panel import TrashPanel
from relationdesk.ui.places.trash.remove_dialog import RemoveDialog
from relationdesk.ui.places.trash.words import belongings_words, title_of
from relationdesk.ui.tasks import Asked, Tasks
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.widgets.empty_state import EmptyState
from relationdesk.ui.widgets.picture_store import PictureStore
from relationdesk.work import erasing, trash
from relationdesk.work.desks import Changes, Desk, Reader
from relationdesk.work.trash.queries import Belongings, Kind, Trashed, TrashLine, belongings
from relationdesk.work.trash.queries import trash as trash_lines

_LIST_WIDTH = 320
_SHOWN_TABLES = frozenset({"person", "organisation", "partnership"})


class TrashPlace(QWidget):
    """Says `said` for what was done, and `people_asked` where there is nothing to see."""

    said = Signal(str)
    people_asked = Signal()

    def __init__(self, tasks: Tasks[Reader, Desk], clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._clock = clock
        self._asked: Asked | None = None
        self._line: TrashLine | None = None
        self._belongings: Belongings | None = None
        self._removal: Asked | None = None
        self.setAccessibleName(_("Trash"))
        self.list = TrashList(tasks)
        self.panel = TrashPanel(PictureStore(tasks, self))
        self._empty = EmptyState(
            Icon.TRASH_2,
            _("The trash is empty"),
            _(
                "Whoever you move to the trash waits here for thirty days, and comes back whole with one "
                "click. Press Delete in the list of people, or use the menu beside a name."
            ),
            _("Go to People"),
        )
        self._empty.acted.connect(self.people_asked)
        self._join()
        self._arrange()
        self._read()

    @property
    def line(self) -> TrashLine | None:
        """What is looked at."""
        return self._line

    def refresh(self, changes: Changes | None) -> None:
        """Read again after changes to what may be here, or in any case for None."""
        if changes is None or changes.tables & _SHOWN_TABLES:
            self._read()

    def show_again(self) -> None:
        """Come into view: the keyboard goes to the list."""
        if self._line is None:
            self._empty.setFocus()
        else:
            self.list.take_focus()

    def state(self) -> object:
        """What is looked at, and what is typed into the filter."""
        return self.list.key, self.list.filter.text()

    def restore(self, state: object) -> None:
        """Look at what was looked at."""
        if isinstance(state, tuple):
            key, text = state
            self.list.filter.setText(text)
            self.list.model.narrow(text)
            self.list.look_at(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.panel.isAncestorOf(self.focusWidget()):
            self.list.take_focus()
        else:
            super().keyPressEvent(event)

    @Slot()
    def put_back(self) -> None:
        """Put back what is looked at."""
        line = self._line
        if line is None:
            return
        kind, row_id, name = line.trashed.kind, line.trashed.id, title_of(line.trashed)
        self._tasks.change(
            self,
            lambda desk: trash.commands.restore(desk, kind, row_id),
            lambda _none: self._on_gone(_("{name} is back").format(name=name)),
        )

    @Slot()
    def ask_to_remove(self) -> None:
        """Ask whether what is looked at is to go for good, saying exactly what goes."""
        line = self._line
        if line is not None:
            self._removal = self._tasks.ask(
                self,
                lambda reader: _goes_with(reader, line.trashed),
                lambda goes: self._ask_to_remove(line, goes),
                instead_of=self._removal,
            )

    def _ask_to_remove(self, line: TrashLine, goes: Sequence[str]) -> None:
        if self._line is None or self._line.trashed != line.trashed:
            return
        dialog = RemoveDialog(line.trashed, goes, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._remove(line))
        dialog.open()

    def _remove(self, line: TrashLine) -> None:
        kind, row_id, name = line.trashed.kind, line.trashed.id, title_of(line.trashed)
        self._tasks.change(
            self,
            lambda desk: trash.commands.remove_for_good(desk, kind, row_id),
            lambda _none: self._on_gone(_("{name} is gone for good").format(name=name)),
        )

    def _on_gone(self, told: str) -> None:
        self.said.emit(told)
        self.list.take_focus()

    def _read(self) -> None:
        day, zone = today(self._clock), self._clock.zone()
        self._asked = self._tasks.ask(
            self,
            lambda reader: trash_lines(reader, day, zone),
            self._show,
            instead_of=self._asked,
        )

    def _show(self, lines: list[TrashLine]) -> None:
        is_focused = self._empty.isAncestorOf(self.focusWidget()) or self.focusWidget() is self._empty
        self._pages.setCurrentIndex(0 if lines else 1)
        self.list.show_lines(lines, today(self._clock))
        if lines and is_focused:
            self.list.take_focus()

    @Slot(object)
    def _on_chosen(self, line: TrashLine | None) -> None:
        is_same = line is not None and self._line is not None and line.trashed == self._line.trashed
        self._line = line
        if line is None:
            self.panel.show_nothing()
            return
        self.panel.show_line(line, today(self._clock))
        if is_same and self._belongings is not None:
            return
        self._belongings = None
        kind, row_id = line.trashed.kind, line.trashed.id
        self._tasks.ask(
            self,
            lambda reader: belongings(reader, kind, row_id),
            lambda own: self._on_belongings(line, own),
        )

    def _on_belongings(self, line: TrashLine, own: Belongings) -> None:
        if self._line is not None and self._line.trashed == line.trashed:
            self._belongings = own
            self.panel.show_belongings(own)

    def _join(self) -> None:
        self.list.chosen.connect(self._on_chosen)
        self.list.entered.connect(self.panel.put_back.setFocus)
        self.list.remove_asked.connect(self.ask_to_remove)
        self.panel.put_back_asked.connect(self.put_back)
        self.panel.remove_asked.connect(self.ask_to_remove)

    def _arrange(self) -> None:
        both = QWidget()
        across = QHBoxLayout(both)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        edge = QFrame()
        edge.setProperty("ground", "line")
        edge.setFixedWidth(1)
        self.list.setMaximumWidth(_LIST_WIDTH)
        across.addWidget(self.list, 2)
        across.addWidget(edge)
        across.addWidget(self.panel, 3)
        self._pages = QStackedWidget()
        self._pages.addWidget(both)
        self._pages.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)


def _goes_with(reader: Reader, trashed: Trashed) -> list[str]:
    """What goes for good with something, in lines; with a person everything, as when they are erased."""
    if trashed.kind is not Kind.PERSON:
        return belongings_words(trashed.kind, belongings(reader, trashed.kind, trashed.id))
    everything = erasing.queries.belongings(reader, PersonId(trashed.id))
    return [] if everything is None else erasing.sentences.what_goes(everything)
