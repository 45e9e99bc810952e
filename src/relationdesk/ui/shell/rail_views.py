"""The saved views in the rail, below the places."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from relationdesk.domain.ids import ViewId
from relationdesk.language.words import _
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.field import Field
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.rail_item import RailItem
from relationdesk.work.views.queries import SavedView

_LEFT = 10


class RailViews(QWidget):
    """Says `view_chosen` with a view, and what is to become of one: `renamed`, `moved`, `deleted`.

    A view is acted on by its menu, or while it has the keys: F2, Alt+Up, Alt+Down and Delete.
    """

    view_chosen = Signal(object)
    renamed = Signal(object, str)
    moved = Signal(object, int)
    deleted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Views"))
        self._is_folded = False
        self._views: tuple[SavedView, ...] = ()
        self._items: list[RailItem] = []
        self._moved: ViewId | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, Space.MEDIUM, 0, 0)
        self._column.setSpacing(2)
        self._title = Label(_("Views"), Look.TINY, self)
        self._title.setContentsMargins(_LEFT, 0, 0, Space.TIGHT)
        self._column.addWidget(self._title)
        self._name = Field(_("Name of the view"), parent=self)
        self._name.setObjectName("rail.view.name")
        self._name.installEventFilter(self)
        self._name.hide()
        self._column.addWidget(self._name)
        self.hide()

    @property
    def views(self) -> tuple[SavedView, ...]:
        """The views shown."""
        return self._views

    def show_views(self, views: Sequence[SavedView]) -> None:
        """Show these views in their order; the keys stay with the view that had them."""
        kept = self._moved or next(
            (view.id for view, item in zip(self._views, self._items, strict=True) if item.hasFocus()), None
        )
        self._moved = None
        self._leave_name()
        for item in self._items:
            self._column.removeWidget(item)
            item.deleteLater()
        self._views = tuple(views)
        self._items = [self._item(view) for view in self._views]
        self.setVisible(bool(self._views))
        for view, item in zip(self._views, self._items, strict=True):
            if view.id == kept:
                item.setFocus()

    def fold(self, *, is_folded: bool) -> None:
        """Show icons alone, or icons and words."""
        self._is_folded = is_folded
        self._title.setVisible(not is_folded)
        for item in self._items:
            item.fold(is_folded=is_folded)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if watched is self._name:
                return self._key_in_name(Qt.Key(event.key()))
            if isinstance(watched, RailItem) and watched in self._items:
                return self._key_on(self._views[self._items.index(watched)], event)
        return super().eventFilter(watched, event)

    def _key_on(self, view: SavedView, event: QKeyEvent) -> bool:
        is_alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        match event.key():
            case Qt.Key.Key_F2:
                self._rename(view)
            case Qt.Key.Key_Delete:
                self.deleted.emit(view)
            case Qt.Key.Key_Up if is_alt:
                self._move(view, -1)
            case Qt.Key.Key_Down if is_alt:
                self._move(view, 1)
            case _:
                return False
        return True

    def _key_in_name(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_Escape:
            self._leave_name()
            return True
        return False

    def _item(self, view: SavedView) -> RailItem:
        item = RailItem(view.name, Icon.LIST_FILTER, self)
        item.setObjectName(f"view.{view.name}")
        item.setAccessibleDescription(view.typed)
        item.setCheckable(False)
        item.fold(is_folded=self._is_folded)
        item.clicked.connect(lambda: self.view_chosen.emit(view))
        item.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        item.customContextMenuRequested.connect(lambda at: self._show_menu(view, item.mapToGlobal(at)))
        item.installEventFilter(self)
        self._column.addWidget(item)
        item.show()
        return item

    def menu_of(self, view: SavedView) -> QMenu:
        """What can be done with a view; it goes with its closing."""
        place = self._views.index(view)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Rename"), lambda: self._rename(view)).setShortcut("F2")
        up = menu.addAction(_("Move up"), lambda: self._move(view, -1))
        up.setShortcut("Alt+Up")
        up.setEnabled(place > 0)
        down = menu.addAction(_("Move down"), lambda: self._move(view, 1))
        down.setShortcut("Alt+Down")
        down.setEnabled(place < len(self._views) - 1)
        menu.addAction(_("Delete the view"), lambda: self.deleted.emit(view)).setShortcut("Del")
        return menu

    def _show_menu(self, view: SavedView, at: QPoint) -> None:
        self.menu_of(view).popup(at)

    def _move(self, view: SavedView, by: int) -> None:
        self._moved = view.id
        self.moved.emit(view, by)

    def _rename(self, view: SavedView) -> None:
        self._leave_name()
        self._name.returnPressed.connect(lambda: self._on_named(view))
        self._name.setText(view.name)
        self._column.insertWidget(self._column.indexOf(self._items[self._views.index(view)]), self._name)
        self._name.show()
        self._name.setFocus()
        self._name.selectAll()

    def _on_named(self, view: SavedView) -> None:
        name = self._name.text().strip()
        self._leave_name()
        if name and name != view.name:
            self.renamed.emit(view, name)

    @Slot()
    def _leave_name(self) -> None:
        if self._name.isVisibleTo(self):
            self._name.hide()
            self._name.returnPressed.disconnect()
