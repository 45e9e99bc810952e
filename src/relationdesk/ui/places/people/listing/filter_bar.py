"""The filter of the list: what is typed, what of it is wrong, the order, and keeping it as a view."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relationdesk.domain.clock import Clock
from relationdesk.domain.filters.clauses import Mistake
from relationdesk.domain.filters.mistakes import told_mistake
from relationdesk.domain.filters.reading import may_name_own_field, read_filter
from relationdesk.language.words import _
from relationdesk.ui.places.people.listing.order_button import OrderButton
from relationdesk.ui.tasks import Asked, Tasks
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Space, Tone
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.field import Field
from relationdesk.ui.widgets.filter_completion import FilterCompletion
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.undo_line import announce
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.people.filtering import read_on

_PAUSE = 700
"""Milliseconds after the last key until a mistake in the word at the cursor is told."""


class FilterBar(QWidget):
    """Says `changed` when the user filters or orders otherwise, and `said` for what was kept.

    Says `table_asked` with whether the list is to be a table, and `columns_asked` when they are to be chosen.
    """

    changed = Signal()
    said = Signal(str)
    table_asked = Signal(bool)
    columns_asked = Signal()

    def __init__(self, tasks: Tasks[Reader, Desk], clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._asked: Asked | None = None
        self._mistakes: Sequence[Mistake] = ()
        self.field = Field(_("Filter people"), _("Name, topic, place, handle…"), Icon.SEARCH)
        self.field.setObjectName("people.filter")
        self.field.edited.connect(self._on_edited)
        self.field.textChanged.connect(self._on_text_changed)
        self.completion = FilterCompletion(tasks, clock, self.field)
        self.order = OrderButton()
        self.order.chosen.connect(self.changed)
        self.shape = Button(_("Table"), Role.QUIET, compact=True)
        self.shape.setObjectName("people.table")
        self.shape.clicked.connect(self._on_shape_asked)
        self.columns = Button(_("Columns"), Role.QUIET, Icon.CHEVRON_DOWN, compact=True)
        self.columns.setObjectName("people.columns")
        self.columns.clicked.connect(self.columns_asked)
        self.show_table(is_table=False)
        self.told = Label("", Look.HINT, wraps=True)
        self.told.setObjectName("people.filter.told")
        self.told.show_tone(Tone.WARN)
        self.told.hide()
        self._telling = QTimer(self, singleShot=True, interval=_PAUSE)
        self._telling.timeout.connect(self._tell)
        self.keep = Button(_("Save view"), Role.QUIET, Icon.PLUS, compact=True)
        self.keep.setObjectName("people.view.save")
        self.keep.setToolTip(_("Keep this filter under a name, below the places"))
        self.keep.clicked.connect(self.begin_view)
        self.keep.hide()
        self.name = Field(_("Name of the view"), _("Name of the view, then Enter"))
        self.name.setObjectName("people.view.name")
        self.name.installEventFilter(self)
        self.name.returnPressed.connect(self._on_named)
        self.name.hide()
        self._arrange()

    @Slot()
    def _on_shape_asked(self) -> None:
        self.table_asked.emit(self.columns.isHidden())

    def offer_table(self, *, is_offered: bool) -> None:
        """Offer a table, or not where it has no room."""
        self.shape.setVisible(is_offered)

    def show_table(self, *, is_table: bool) -> None:
        """Offer the other of table and list, and the columns of a table."""
        self.columns.setVisible(is_table)
        self.shape.setText(_("List") if is_table else _("Table"))
        tip = (
            _("Each person in a line, and beside them whoever is open")
            if is_table
            else _("Everyone in columns, over the whole width")
        )
        self.shape.setToolTip(tip)

    @Slot()
    def begin_view(self) -> None:
        """Ask for the name of the view that this filter becomes."""
        if self.field.text().strip():
            self.name.show()
            self.name.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_key = watched is self.name and event.type() == QEvent.Type.KeyPress
        if is_key and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self._leave_name()
            return True
        return super().eventFilter(watched, event)

    @Slot()
    def _on_edited(self) -> None:
        self.changed.emit()

    @Slot(str)
    def _on_text_changed(self, text: str) -> None:
        self.keep.setVisible(bool(text.strip()))
        if not text.strip():
            self.name.hide()
        self._telling.stop()
        if may_name_own_field(text):
            self._asked = self._tasks.ask(
                self,
                lambda reader: read_on(reader, text).mistakes,
                lambda mistakes: self._show_mistakes(text, mistakes),
                instead_of=self._asked,
            )
        else:
            self._show_mistakes(text, read_filter(text).mistakes)

    def _show_mistakes(self, text: str, mistakes: Sequence[Mistake]) -> None:
        """Tell what of a text is not understood, but of the word at the cursor only after a pause."""
        if text != self.field.text():
            return
        self._mistakes = mistakes
        cursor = self.field.cursorPosition()
        if mistakes and all(one.start < cursor <= one.end for one in mistakes) and self.field.hasFocus():
            self.told.hide()
            self._telling.start()
        else:
            self._tell()

    @Slot()
    def _tell(self) -> None:
        mistakes = self._mistakes
        self.told.setText(told_mistake(mistakes[0]) if mistakes else "")
        self.told.setVisible(bool(mistakes))
        if mistakes:
            announce(self.told, self.told.text())

    @Slot()
    def _on_named(self) -> None:
        from relationdesk.work.views import commands  # noqa: PLC0415 - only when a view is kept

        name, typed = self.name.text(), self.field.text()
        self._tasks.change(
            self,
            lambda desk: commands.save_view(desk, name=name, typed=typed),
            lambda _view: self._on_saved(name.strip()),
        )

    def _on_saved(self, name: str) -> None:
        self._leave_name()
        self.said.emit(_("The view “{name}” is kept below the places").format(name=name))

    def _leave_name(self) -> None:
        self.name.clear()
        self.name.hide()
        self.field.setFocus()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.MEDIUM, Space.MEDIUM, Space.MEDIUM, Space.SMALL)
        column.setSpacing(Space.TIGHT)
        column.addWidget(self.field)
        column.addWidget(self.told)
        below = QHBoxLayout()
        below.setSpacing(Space.TIGHT)
        below.addWidget(self.order)
        below.addStretch(1)
        below.addWidget(self.keep)
        below.addWidget(self.columns)
        below.addWidget(self.shape)
        column.addLayout(below)
        column.addWidget(self.name)
