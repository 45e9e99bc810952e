"""Changing how a person is reached: e-mails, phones, links, messengers."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlmodel import Session, col

from relationdesk.desk.desk import Desk
from relationdesk.desk.tables import ContactPointRow, PersonRow
from relationdesk.domain.card import ContactEntry
from relationdesk.domain.contact import contact_key, is_doubtful
from relationdesk.domain.errors import EmptyTextError
from relationdesk.domain.ids import PersonId
from relationdesk.domain.labels import Label
from relationdesk.domain.texts import one_line
from relationdesk.domain.vocabulary import Audience
from relationdesk.work.rows import fetch, move_by, prove_there
from relationdesk.work.settings.region import home_region


def add_contact(desk: Desk, person_id: PersonId, told: ContactEntry) -> int:
    """Give a person one more way to be reached; one that they have already stays as it is.

    Raises:
        EmptyTextError: nothing was told.
        NotFoundError: the person was deleted meanwhile.
    """
    with desk.change(Label.ADD_CONTACT) as session:
        prove_there(session, PersonRow, person_id)
        row = ContactPointRow(
            id=desk.fresh_id(),
            person_id=person_id,
            kind=told.kind,
            label=one_line(told.label),
            audience=Audience.ONLY_ME,
        )
        _write(desk, row, told.value)
        those = _of_kind(session, row)
        known = [one for one in those if one.value_key == row.value_key]
        if known:
            return known[0].id
        if any(one.rank is not None for one in those):
            row.rank = len(those)
        session.add(row)
        if told.preferred:
            _prefer(those, row)
    return row.id


def change_contact(desk: Desk, contact_id: int, value: str) -> None:
    """Have a way to reach somebody say `value`; a doubtful one is kept with its mark.

    Raises:
        EmptyTextError: nothing was told.
        NotFoundError: it was removed meanwhile.
    """
    with desk.change(Label.CHANGE_CONTACT) as session:
        _write(desk, fetch(session, ContactPointRow, contact_id), value)


def label_contact(desk: Desk, contact_id: int, label: str) -> None:
    """Say whether it is for work, for home, or anything else; empty for nothing.

    Raises:
        NotFoundError: it was removed meanwhile.
    """
    with desk.change(Label.CHANGE_CONTACT) as session:
        fetch(session, ContactPointRow, contact_id).label = one_line(label)


def prefer_contact(desk: Desk, contact_id: int, *, preferred: bool) -> None:
    """Prefer a way to reach somebody to the others of its kind, or none of them.

    Raises:
        NotFoundError: it was removed meanwhile.
    """
    with desk.change(Label.PREFER_CONTACT) as session:
        row = fetch(session, ContactPointRow, contact_id)
        if preferred:
            _prefer(_of_kind(session, row), row)
        else:
            row.preferred = False


def move_contact(desk: Desk, contact_id: int, *, by: int) -> None:
    """Move a way to reach somebody up (-1) or down (1) among those of its kind, as far as there are any.

    Raises:
        NotFoundError: it was removed meanwhile.
    """
    with desk.change(Label.ORDER_CONTACTS) as session:
        row = fetch(session, ContactPointRow, contact_id)
        move_by(_of_kind(session, row), row, by)


def remove_contact(desk: Desk, contact_id: int) -> None:
    """Forget a way to reach somebody.

    Raises:
        NotFoundError: it was removed meanwhile.
    """
    with desk.change(Label.REMOVE_CONTACT) as session:
        session.delete(fetch(session, ContactPointRow, contact_id))


def _write(desk: Desk, row: ContactPointRow, value: str) -> None:
    """Set the value as it was typed, and what it is compared by."""
    said = one_line(value)
    if not said:
        raise EmptyTextError("value")
    row.value = said
    row.value_key = contact_key(row.kind, said, home_region(desk))
    row.doubtful = is_doubtful(row.kind, said, row.value_key)


def _of_kind(session: Session, row: ContactPointRow) -> list[ContactPointRow]:
    """Those of the same person and kind, in the order in which they are shown; `row` too, if it is there."""
    rank = col(ContactPointRow.rank)
    statement = (
        select(ContactPointRow)
        .where(col(ContactPointRow.person_id) == row.person_id, col(ContactPointRow.kind) == row.kind)
        .order_by(col(ContactPointRow.preferred).desc(), rank.is_(None), rank, col(ContactPointRow.id))
    )
    return list(session.scalars(statement))


def _prefer(those: Sequence[ContactPointRow], row: ContactPointRow) -> None:
    for one in those:
        one.preferred = False
    row.preferred = True
