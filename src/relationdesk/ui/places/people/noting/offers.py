"""The offers below the note line: shown, never taken silently."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from relationdesk.domain.ids import InteractionId
from relationdesk.domain.phrases import FollowUpOffer, Offer
from relationdesk.language.words import _, plural
from relationdesk.ui.places.people.noting.offer_row import OfferRow
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.undo_line import announce


class Offers(QWidget):
    """Says `accepted` with an offer and the interaction that it came from, or None; `answered` also for a no.

    A row that is being corrected stays while the text around it is typed; what was accepted or
    dismissed is not offered again for the same text.
    """

    accepted = Signal(object, object)
    changed = Signal()
    answered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Offers"))
        self._rows: dict[Offer, OfferRow] = {}
        self._done: set[Offer] = set()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, Space.SMALL, 0, 0)
        self._column.setSpacing(Space.TIGHT + 2)
        self.origin: InteractionId | None = None
        self.hide()

    def show_offers(self, offers: Iterable[Offer], name: str, today: date, peace: str = "") -> None:
        """Show what a text about the person called `name` offers now.

        `peace` says why to leave them in peace; it stands beside what is offered to come back to them.
        """
        wanted = {_key(offer): offer for offer in offers}
        for gone in self._rows.keys() - wanted.keys():
            self._remove(gone)
        fresh = [key for key in wanted if key not in self._rows and key not in self._done]
        for key in fresh:
            remark = peace if isinstance(key, FollowUpOffer) else ""
            row = OfferRow(wanted[key], name, today, remark=remark)
            row.accepted.connect(partial(self._on_accepted, key))
            row.dismissed.connect(partial(self._on_dismissed, key))
            self._rows[key] = row
            self._column.addWidget(row)
        self.setVisible(bool(self._rows))
        self.changed.emit()
        if fresh:
            announce(self, plural("{n} offer from your note", "{n} offers from your note", len(self._rows)))

    def begin_anew(self) -> None:
        """Forget the offers of one text, for another text begins."""
        self.origin = None
        self._done.clear()
        self.show_offers((), "", date.min)

    def keep_offering(self, offer: Offer) -> None:
        """Let an offer be accepted again, since it could not be set."""
        for row in self._rows.values():
            if row.offer == offer:
                row.setEnabled(True)

    def settle(self, offer: Offer) -> None:
        """Take an offer away that was set."""
        for key in [key for key, row in self._rows.items() if row.offer == offer]:
            self._leave_out(key)

    @property
    def readings(self) -> list[str]:
        """What the offers say, from top to bottom."""
        return [row.reading for row in self._rows.values()]

    def _on_accepted(self, key: Offer, offer: Offer) -> None:
        self._rows[key].setEnabled(False)
        self.accepted.emit(offer, self.origin)
        self.answered.emit()

    def _on_dismissed(self, key: Offer) -> None:
        self._leave_out(key)
        self.answered.emit()

    def _leave_out(self, key: Offer) -> None:
        self._done.add(key)
        self._remove(key)
        self.setVisible(bool(self._rows))

    def _remove(self, key: Offer) -> None:
        row = self._rows.pop(key)
        row.hide()
        self._column.removeWidget(row)
        row.deleteLater()


def _key(offer: Offer) -> Offer:
    """The offer wherever it stands in the text."""
    return replace(offer, start=0, end=0)
