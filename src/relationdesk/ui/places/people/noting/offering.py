"""Keeping what is accepted of the offers, and following what undo and redo make of it."""

from PySide6.QtCore import QObject, Signal, Slot

from relationdesk.domain.errors import ExpectedError
from relationdesk.domain.ids import InteractionId
from relationdesk.domain.phrases import BirthdayOffer, Offer
from relationdesk.ui.places.people.noting.offer_taking import take_offer
from relationdesk.ui.places.people.noting.offer_words import reading_of
from relationdesk.ui.places.people.noting.offers import Offers
from relationdesk.ui.places.people.person_view import PersonView
from relationdesk.ui.tasks import Asked, Tasks
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.offered import still_there


class Offering(QObject):
    """Says `said` with what an accepted offer set. The offers of a kept note go and come back with it."""

    said = Signal(str)

    def __init__(self, tasks: Tasks[Reader, Desk], offers: Offers) -> None:
        super().__init__(offers)
        self._tasks = tasks
        self._offers = offers
        self._view: PersonView | None = None
        self._asked: Asked | None = None
        offers.accepted.connect(self._on_accepted)
        tasks.crashed.connect(offers.be_ready)

    def show_person(self, view: PersonView) -> None:
        """Take offers for somebody; whenever they are read anew, see what is still there."""
        self._view = view
        if self._asked is not None:
            self._asked.cancel()
        origin, rows = self._offers.origin, self._offers.what_was_set
        if origin is None and not rows:
            return
        wanted = [row for row in (origin, *rows.values()) if row is not None]
        self._asked = self._tasks.ask(
            self,
            lambda reader: still_there(reader, wanted),
            lambda there: self._on_compared(view, origin, rows, there),
        )

    def _on_compared(
        self, view: PersonView, origin: InteractionId | None, rows: dict[Offer, int | None], found: set[int]
    ) -> None:
        if origin != self._offers.origin:
            return
        judged = dict(rows.items() & self._offers.what_was_set.items())
        there = {offer for offer, row in judged.items() if row in found or _is_birthday_of(view, offer)}
        is_noted = origin is None or origin in found
        self._offers.follow(is_noted=is_noted, there=there, gone=judged.keys() - there)

    @Slot(object, object)
    def _on_accepted(self, offer: Offer, origin: InteractionId | None) -> None:
        view = self._view
        if view is None:
            return
        said = reading_of(offer, view.name, view.today)
        self._tasks.change(
            self,
            lambda desk: take_offer(desk, view.id, offer, origin),
            lambda row: self._on_set(offer, row, said),
            self._on_refused,
        )

    def _on_set(self, offer: Offer, row: int | None, said: str) -> None:
        self._offers.settle(offer, row)
        self.said.emit(said)

    def _on_refused(self, error: ExpectedError) -> None:
        self._offers.be_ready()
        self._tasks.refused.emit(error)


def _is_birthday_of(view: PersonView, offer: Offer) -> bool:
    record = view.page.record
    return isinstance(offer, BirthdayOffer) and (offer.day, offer.month) == (
        record.birth_day,
        record.birth_month,
    )
