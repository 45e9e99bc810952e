"""One offer read from a note: what it would set, ready to be corrected, accepted or dismissed."""

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from relationdesk.domain.phrases import BirthdayOffer, Offer
from relationdesk.language.words import _
from relationdesk.ui.places.people.noting.offer_fields import OfferFields, says_something
from relationdesk.ui.places.people.noting.offer_words import icon_of, reading_of
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Space, Tint, Tone
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.card import IconMark
from relationdesk.ui.widgets.elided_label import ElidedLabel
from relationdesk.ui.widgets.label import Label, Look


class OfferRow(QFrame):
    """Says `accepted` with the offer as it then reads, or `dismissed`; the pencil opens it for correction.

    `remark` stands below what it says, to be read before it is accepted.
    """

    accepted = Signal(object)
    dismissed = Signal()

    def __init__(
        self, offer: Offer, name: str, today: date, parent: QWidget | None = None, *, remark: str = ""
    ) -> None:
        super().__init__(parent)
        self.setProperty("ground", "card")
        self.setAccessibleName(_("Offer"))
        self.offer = offer
        self._name = name
        self._today = today
        self._reading = ElidedLabel("", Look.BODY)
        self._line = QHBoxLayout()
        self._line.setSpacing(Space.TIGHT)
        self._line.addWidget(IconMark(icon_of(offer), Tint.ACCENT))
        self._line.addSpacing(Space.TIGHT)
        self._line.addWidget(self._reading, 1)
        self._add_buttons()
        self.accept_button.setAccessibleDescription(remark)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.MEDIUM, Space.TIGHT, Space.TIGHT, Space.TIGHT)
        column.setSpacing(Space.TIGHT)
        column.addLayout(self._line)
        if remark:
            column.addWidget(_remark(remark))
        self._fields = self._correction()
        self._fields.hide()
        column.addWidget(self._fields)
        self._show_reading()

    @property
    def reading(self) -> str:
        """What the offer says now."""
        return self._reading.text()

    def _add_buttons(self) -> None:
        correct = Button("", Role.QUIET, Icon.PENCIL_LINE, compact=True, name=_("Correct this offer"))
        correct.setCheckable(True)
        correct.toggled.connect(self._on_correcting)
        if isinstance(self.offer, BirthdayOffer):
            correct.hide()
        self.accept_button = Button(_("Accept"), compact=True)
        self.accept_button.setObjectName("offer.accept")
        self.accept_button.clicked.connect(self._on_accepted)
        dismiss = Button("", Role.QUIET, Icon.X, compact=True, name=_("Dismiss this offer"))
        dismiss.clicked.connect(self.dismissed)
        self.buttons = (correct, self.accept_button, dismiss)
        for button in self.buttons:
            self._line.addWidget(button)

    def _correction(self) -> QWidget:
        fields = OfferFields(self.offer, self._today)
        fields.corrected.connect(self._on_corrected)
        return fields

    @Slot(bool)
    def _on_correcting(self, is_open: bool) -> None:  # noqa: FBT001 - Qt's
        self._fields.setVisible(is_open)
        if is_open:
            self._fields.setFocus()

    @Slot(object)
    def _on_corrected(self, offer: Offer) -> None:
        self.offer = offer
        self._show_reading()

    @Slot()
    def _on_accepted(self) -> None:
        self.accepted.emit(self.offer)

    def _show_reading(self) -> None:
        reading = reading_of(self.offer, self._name, self._today)
        self._reading.setText(reading)
        self.accept_button.setAccessibleName(_("Accept: {offer}").format(offer=reading))
        self.accept_button.setEnabled(says_something(self.offer))
        self._reading.setAlignment(Qt.AlignmentFlag.AlignVCenter)


def _remark(words: str) -> Label:
    remark = Label(words, Look.HINT, wraps=True)
    remark.setObjectName("offer.remark")
    remark.show_tone(Tone.WARN)
    return remark
