"""The offers below the note line: shown, never taken silently."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from relationdesk.domain.ids import InteractionId
from relationdesk.domain.phrases import FollowUpOffer, Offer
from relationdesk.language.words import _, plural
from relationdesk.ui.places.people.noting.offer_row import OfferRow
from relationdesk.ui.places.people.noting.one_click import OneClick
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.undo_line import announce


class Offers(QWidget):
    """Says `accepted` with an offer and the interaction that it came from, or None; `answered` also for a no.

    A row that is being corrected stays while the text around it is typed; what was dismissed is not offered
    again for the same text, nor is what was accepted, unless it was undone. A second click in the place of
    one offer does not answer another.
    """

    accepted = Signal(object, object)
    changed = Signal()
    answered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Offers"))
        self._rows: dict[Offer, OfferRow] = {}
        self._dismissed: set[Offer] = set()
        self._set: dict[Offer, int | None] = {}
        self._undone: set[Offer] = set()
        self._is_noted = True
        self._one_click = OneClick(self)
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
        fresh = [key for key in wanted if key not in self._rows and key not in self._dismissed]
        for key in fresh:
            remark = peace if isinstance(key, FollowUpOffer) else ""
            row = OfferRow(wanted[key], name, today, remark=remark)
            row.accepted.connect(partial(self._on_accepted, key))
            row.dismissed.connect(partial(self._on_dismissed, key))
            self._one_click.watch(row.buttons)
            self._rows[key] = row
            self._column.addWidget(row)
        self._show_open()
        self.changed.emit()
        if fresh and self.readings:
            announce(
                self, plural("{n} offer from your note", "{n} offers from your note", len(self.readings))
            )

    def begin_anew(self) -> None:
        """Forget the offers of one text, for another text begins."""
        self.origin = None
        self._dismissed.clear()
        self._set.clear()
        self._undone.clear()
        self._is_noted = True
        self.show_offers((), "", date.min)

    @Slot()
    def be_ready(self) -> None:
        """Let every offer that is shown be answered, since one could not be set."""
        for row in self._rows.values():
            row.setEnabled(True)

    def settle(self, offer: Offer, row: int | None) -> None:
        """Take an offer away that was set as a row of the desk, or as a birthday without one."""
        for key, shown in self._rows.items():
            if shown.offer == offer:
                self._set[key] = row
                self._undone.discard(key)
                shown.setEnabled(True)
        self._show_open()

    @property
    def what_was_set(self) -> dict[Offer, int | None]:
        """The offers that were accepted, each with the row that it was set as."""
        return dict(self._set)

    def follow(self, *, is_noted: bool, there: Collection[Offer], gone: Collection[Offer]) -> None:
        """Follow undo and redo: offer nothing while the note is gone, and again what was set and is gone."""
        self._is_noted = is_noted
        self._undone = (self._undone - set(there)) | set(gone)
        self._show_open()
        self.changed.emit()

    @property
    def readings(self) -> list[str]:
        """What the offers say, from top to bottom."""
        return [row.reading for row in self._rows.values() if not row.isHidden()]

    def _on_accepted(self, key: Offer, offer: Offer) -> None:
        self._rows[key].setEnabled(False)
        self.accepted.emit(offer, self.origin)
        self.answered.emit()

    def _on_dismissed(self, key: Offer) -> None:
        self._dismissed.add(key)
        self._remove(key)
        self._show_open()
        self.answered.emit()

    def _show_open(self) -> None:
        """Show the offers that are open now."""
        for key, row in self._rows.items():
            row.setVisible(self._is_noted and (key not in self._set or key in self._undone))
        self.setVisible(bool(self.readings))

    def _remove(self, key: Offer) -> None:
        row = self._rows.pop(key)
        row.hide()
        self._column.removeWidget(row)
        row.deleteLater()


def _key(offer: Offer) -> Offer:
    """The offer wherever it stands in the text."""
    return replace(offer, start=0, end=0)
