"""What the list of people is ordered by, and in which direction."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from relationdesk.language.words import _
from relationdesk.ui.places.people.listing.columns import order_word
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.work.people.ordering import PeopleOrder


@dataclass(frozen=True, slots=True)
class ListOrder:
    """What the list is ordered by; turned round where `is_turned`."""

    by: PeopleOrder = PeopleOrder.NAME
    is_turned: bool = False


class OrderButton(Button):
    """Opens the menu of orders; says `chosen` when the user chose one. The same again turns it round."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            order_word(PeopleOrder.NAME), Role.QUIET, Icon.CHEVRON_DOWN, parent=parent, compact=True
        )
        self.setObjectName("people.order")
        self._order = ListOrder()
        self._orders = QMenu(self)
        group = QActionGroup(self._orders)
        self._actions = {}
        for by in PeopleOrder:
            action = self._orders.addAction(order_word(by))
            action.setCheckable(True)
            action.setChecked(by is self._order.by)
            action.triggered.connect(lambda _checked, by=by: self.choose(by))
            group.addAction(action)
            self._actions[by] = action
        self.clicked.connect(self._on_clicked)
        self.show_order(self._order)

    @property
    def order(self) -> ListOrder:
        """The order in force."""
        return self._order

    def show_order(self, order: ListOrder) -> None:
        """Show another order without saying so."""
        self._order = order
        self._actions[order.by].setChecked(True)
        is_down = order.is_turned
        name = _("Ordered by: {order}, turned round") if is_down else _("Ordered by: {order}")
        spoken = name.format(order=order_word(order.by))
        self.setText(order_word(order.by))
        self.show_icon(Icon.CHEVRON_UP if is_down else Icon.CHEVRON_DOWN)
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)

    def choose(self, by: PeopleOrder) -> None:
        """Order by something, as a click does; what one was in touch with last comes first."""
        is_same = by is self._order.by
        is_turned = not self._order.is_turned if is_same else by is PeopleOrder.LAST_CONTACT
        self.show_order(ListOrder(by, is_turned))
        self.chosen.emit()

    def _on_clicked(self) -> None:
        self._orders.popup(self.mapToGlobal(self.rect().bottomLeft()))
