"""Changing a person's postal addresses."""

from sqlalchemy import select
from sqlmodel import Session, col

from relationdesk.desk.desk import Desk
from relationdesk.desk.tables import PersonRow, PostalAddressRow
from relationdesk.domain.card import AddressEntry, AddressPart
from relationdesk.domain.errors import EmptyTextError
from relationdesk.domain.ids import PersonId
from relationdesk.domain.labels import Label
from relationdesk.domain.texts import many_lines
from relationdesk.domain.vocabulary import Audience
from relationdesk.work.rows import fetch, prove_there

_WHERE = tuple(part for part in AddressPart if part is not AddressPart.LABEL)


def add_address(desk: Desk, person_id: PersonId, told: AddressEntry) -> int:
    """Give a person one more postal address.

    Raises:
        EmptyTextError: none of its parts was told.
        NotFoundError: the person was deleted meanwhile.
    """
    parts = {part.value: many_lines(getattr(told, part.value)) for part in AddressPart}
    if not any(parts[part] for part in _WHERE):
        raise EmptyTextError("address")
    with desk.change(Label.ADD_ADDRESS) as session:
        prove_there(session, PersonRow, person_id)
        row = PostalAddressRow(
            id=desk.fresh_id(), person_id=person_id, audience=Audience.ONLY_ME, preferred=False, **parts
        )
        session.add(row)
        if told.preferred:
            _prefer(session, row)
    return row.id


def set_part(desk: Desk, address_id: int, part: AddressPart, text: str) -> None:
    """Have a part of an address say `text`; an address without any goes.

    Raises:
        NotFoundError: it was removed meanwhile.
    """
    with desk.change(Label.CHANGE_ADDRESS) as session:
        row = fetch(session, PostalAddressRow, address_id)
        setattr(row, part.value, many_lines(text))
        if not any(getattr(row, one.value) for one in _WHERE):
            session.delete(row)


def prefer_address(desk: Desk, address_id: int, *, preferred: bool) -> None:
    """Prefer an address to the person's others, or none of them.

    Raises:
        NotFoundError: it was removed meanwhile.
    """
    with desk.change(Label.PREFER_ADDRESS) as session:
        row = fetch(session, PostalAddressRow, address_id)
        if preferred:
            _prefer(session, row)
        else:
            row.preferred = False


def remove_address(desk: Desk, address_id: int) -> None:
    """Forget an address.

    Raises:
        NotFoundError: it was removed meanwhile.
    """
    with desk.change(Label.REMOVE_ADDRESS) as session:
        session.delete(fetch(session, PostalAddressRow, address_id))


def _prefer(session: Session, row: PostalAddressRow) -> None:
    own = select(PostalAddressRow).where(col(PostalAddressRow.person_id) == row.person_id)
    for one in session.scalars(own):
        one.preferred = False
    row.preferred = True
