"""Says quietly that somebody else has the same address or account, and leads to them."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from relationdesk.language.words import _
from relationdesk.ui.places.people.record.card import RecordCard
from relationdesk.ui.theme.tokens import FontSize, Space, Tint
from relationdesk.ui.widgets.text_link import TextLink
from relationdesk.ui.widgets.value_line import LABEL_WIDTH
from relationdesk.work.people.reached import Namesake


class AlsoWith(QWidget):
    """A link to who else has it, below a value; hidden while nobody does."""

    def __init__(self, card: RecordCard, indent: int = LABEL_WIDTH + Space.SMALL) -> None:
        super().__init__()
        self._card = card
        self._other: Namesake | None = None
        self.link = TextLink("", FontSize.SMALL, tint=Tint.WARN)
        self.link.clicked.connect(self._on_clicked)
        line = QHBoxLayout(self)
        line.setContentsMargins(indent + Space.SMALL, 0, 0, Space.TIGHT)
        line.addWidget(self.link)
        line.addStretch(1)
        self.hide()

    def show_other(self, other: Namesake | None) -> None:
        """Show who else has it, or nobody."""
        self._other = other
        if other is not None:
            self.link.show_text(_("Also with {name}").format(name=other.name))
        self.setVisible(other is not None)

    @Slot()
    def _on_clicked(self) -> None:
        if self._other is not None:
            self._card.person_asked.emit(self._other.person_id)
