"""The people as a list of lines, or as a table with a column for each thing that is told of them."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from relationdesk.language.words import _
from relationdesk.ui.places.people.listing.columns import WIDTHS, order_word
from relationdesk.ui.places.people.listing.list_model import PeopleModel
from relationdesk.ui.places.people.listing.order_button import ListOrder
from relationdesk.ui.places.people.listing.table_parts import NARROWEST, CellDelegate, Heads
from relationdesk.ui.theme.tokens import Height
from relationdesk.ui.widgets.person_row import PersonRowDelegate
from relationdesk.ui.widgets.row_table import RowTable
from relationdesk.work.people.ordering import PeopleOrder

_ALL: Final = tuple(WIDTHS)


class PeopleTable(RowTable):
    """Says `order_asked` for the head that is clicked, and `arranged` when columns come, go or change width.

    As a table a click chooses a row, and a double click or Enter opens it.
    """

    order_asked = Signal(object)
    arranged = Signal()

    def __init__(self, model: PeopleModel, parent: QWidget | None = None) -> None:
        super().__init__("people.list", _("People"), parent)
        self._people = model
        self._shown: tuple[PeopleOrder, ...] = _ALL
        self._widths = dict(WIDTHS)
        self.is_table = False
        self.setModel(model)
        self.allow_several()
        self._lines, self._cells = PersonRowDelegate(self), CellDelegate(self)
        self.verticalHeader().setMinimumSectionSize(Height.TABLE_ROW)
        self.heads = Heads(self)
        self.setHorizontalHeader(self.heads)
        self.heads.hide()
        self.heads.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.heads.sectionClicked.connect(self._on_head_clicked)
        self.heads.sectionResized.connect(self._on_resized)
        self.heads.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.heads.customContextMenuRequested.connect(self._on_menu_asked)

    @property
    def shown(self) -> tuple[PeopleOrder, ...]:
        """The columns of the table."""
        return self._shown

    @property
    def widths(self) -> Mapping[PeopleOrder, int]:
        """How wide each column is, in pixels."""
        return self._widths

    def arrange(self, shown: Sequence[PeopleOrder], widths: Mapping[PeopleOrder, int]) -> None:
        """Have these columns, in their order, so wide; the name always stands first."""
        self._shown = tuple(by for by in _ALL if by is PeopleOrder.NAME or by in shown)
        self._widths |= {by: max(NARROWEST, width) for by, width in widths.items()}
        if self.is_table:
            self._show_columns()

    def show_as(self, *, is_table: bool) -> None:
        """Be a table, or a list of lines again; who is chosen stays so, and what is in view too."""
        if is_table == self.is_table:
            return
        top = self.rowAt(0)
        self.is_table = is_table
        self.setItemDelegate(self._cells if is_table else self._lines)
        self._show_columns()
        self.verticalHeader().setDefaultSectionSize(Height.TABLE_ROW if is_table else Height.PERSON_ROW)
        if top > 0:
            self.scrollTo(self._people.index(top, 0), self.ScrollHint.PositionAtTop)

    def show_order(self, order: ListOrder) -> None:
        """Mark the column by which the people stand."""
        self.heads.show_order(self._shown.index(order.by) if order.by in self._shown else None, order)

    def columns_menu(self) -> QMenu:
        """A menu in which columns are chosen; it goes when it is closed."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for by in _ALL[1:]:
            action = menu.addAction(order_word(by))
            action.setCheckable(True)
            action.setChecked(by in self._shown)
            action.toggled.connect(lambda on, by=by: self._on_column_toggled(by, is_on=on))
        return menu

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self.rowAt(event.position().toPoint().y())
        if self.is_table and row >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.activated_row.emit(row)
        else:
            super().mouseDoubleClickEvent(event)

    def _show_columns(self) -> None:
        chosen, current = self.chosen_rows(), self.currentIndex().row()
        resizing = self.heads.blockSignals(True)  # noqa: FBT003 - Qt's
        self._people.show_columns(self._shown if self.is_table else ())
        self.heads.setVisible(self.is_table)
        self.setHorizontalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAsNeeded if self.is_table else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        if self.is_table:
            self.heads.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
            self.heads.setStretchLastSection(True)
            for place, by in enumerate(self._shown):
                self.heads.resizeSection(place, self._widths[by])
        else:
            self.heads.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.heads.blockSignals(resizing)
        self.updateGeometries()
        self.mark(current if current >= 0 else None)
        if len(chosen) > 1:
            self.choose_several(chosen)

    @Slot(int)
    def _on_head_clicked(self, place: int) -> None:
        self.order_asked.emit(self._shown[place])

    @Slot(int, int, int)
    def _on_resized(self, place: int, _before: int, width: int) -> None:
        if self.is_table and place < len(self._shown) - 1:
            self._widths[self._shown[place]] = max(NARROWEST, width)
            self.arranged.emit()

    @Slot(QPoint)
    def _on_menu_asked(self, place: QPoint) -> None:
        self.columns_menu().popup(self.heads.mapToGlobal(place))

    def _on_column_toggled(self, by: PeopleOrder, *, is_on: bool) -> None:
        kept = [*self._shown, by] if is_on else [one for one in self._shown if one is not by]
        self.arrange(kept, {})
        self.arranged.emit()


def arrangement_of(told: object) -> tuple[list[PeopleOrder], dict[PeopleOrder, int]]:
    """Columns and widths as they were kept; what is not understood is left out."""
    shown: list[PeopleOrder] = []
    widths: dict[PeopleOrder, int] = {}
    for column in told if isinstance(told, list) else ():
        with suppress(ValueError, TypeError):
            name, width, is_shown = column
            by = PeopleOrder(name)
            widths[by] = int(width)
            if is_shown:
                shown.append(by)
    return shown, widths
