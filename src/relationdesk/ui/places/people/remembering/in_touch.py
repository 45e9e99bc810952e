"""How often to be in touch with a person: where it is said, and from which tag it comes."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from relationdesk.domain.cadence import ANY_GAP_DAYS, LabelKind
from relationdesk.language.dates import gap_words
from relationdesk.language.words import _, begun
from relationdesk.ui.places.people.person_view import PersonView
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.balance_words import balance_words, peace_words
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.cadence_field import CadenceField
from relationdesk.ui.widgets.cadence_words import NOTHING_SAID, Gap
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.text_button import EDGE, TextButton
from relationdesk.work.people.record import PersonPage


class InTouch(QWidget):
    """A line that opens into a choice; says `chosen` with the gap, for whoever is shown."""

    chosen = Signal(object)

    def __init__(self, view: PersonView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._line = self._way_in()
        self._line.setObjectName("person.cadence")
        self._line.clicked.connect(self.open)
        self._field: CadenceField | None = None
        self._room = QWidget()
        self._room.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._line)
        column.addWidget(self._room)
        for words in told_of_balance(view):
            label = Label(words, Look.HINT, wraps=True)
            label.setContentsMargins(EDGE, 1, EDGE, 1)
            column.addWidget(label)

    def _way_in(self) -> QAbstractButton:
        text, detail = cadence_line(self._view.page)
        if not text:
            return Button(_("Say how often"), Role.QUIET, Icon.PLUS, compact=True)
        return TextButton(text, detail, _("Say how often to be in touch"), ends_with=Icon.PENCIL_LINE)

    @Slot()
    def open(self) -> None:
        """Show what can be chosen."""
        field = self._field or self._made()
        self._room.show()
        field.setFocus()

    def _made(self) -> CadenceField:
        record = self._view.page.record
        name = _("How often to be in touch with {name}").format(name=self._view.name)
        self._field = CadenceField(name, _others(self._view.page))
        self._field.show_gap((record.ideal_gap_days, record.longest_gap_days))
        self._field.chosen.connect(self._on_chosen)
        room = QVBoxLayout(self._room)
        room.setContentsMargins(EDGE, 0, EDGE, Space.TIGHT)
        room.addWidget(self._field)
        return self._field

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._room.isVisible():
            self._room.hide()
            self._line.setFocus()
        else:
            super().keyPressEvent(event)

    @Slot(object)
    def _on_chosen(self, gap: Gap) -> None:
        if self._field is not None:
            with QSignalBlocker(self._field):
                self._room.hide()
        self._line.setFocus()
        self.chosen.emit(gap)


def told_of_balance(view: PersonView) -> list[str]:
    """How often the user asked and gave, and why to leave them in peace."""
    balance = view.page.balance
    peace = "" if balance.peace is None else peace_words(balance.peace, view.today)
    return [words for words in (balance_words(balance), peace) if words]


def cadence_line(page: PersonPage) -> tuple[str, str]:
    """How often, and where that comes from: `Every 6 weeks`, `from tag running`; empty for nothing."""
    if page.cadence is None:
        return (_("How often does not matter") if page.record.longest_gap_days is not None else "", "")
    text = begun(gap_words(page.cadence.cadence.ideal))
    origin = page.cadence.origin
    if origin is None:
        return (text, "")
    words = _("from tag {name}") if origin.kind is LabelKind.TAG else _("from topic {name}")
    return (text, words.format(name=origin.name))


def _others(page: PersonPage) -> list[tuple[Gap, str]]:
    """What a person alone can be given: that it does not matter, and what their tags say."""
    origin = page.cadence.origin if page.cadence is not None else None
    told = _("As {name} says") if origin is not None else _("As tags and topics say")
    return [
        (NOTHING_SAID, told.format(name=origin.name if origin is not None else "")),
        ((None, ANY_GAP_DAYS), _("Doesn’t matter")),
    ]
