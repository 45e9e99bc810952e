"""Saying who may read what is kept of a person."""

from typing import Protocol, cast

from sqlmodel import SQLModel

from relationdesk.desk import tables
from relationdesk.desk.desk import Desk
from relationdesk.domain.ids import PersonId
from relationdesk.domain.labels import Label
from relationdesk.domain.sharing import PersonField, Shareable
from relationdesk.domain.vocabulary import Audience
from relationdesk.work.rows import fetch, prove_there


class _Read(Protocol):
    audience: Audience


_ROWS: dict[Shareable, type[SQLModel]] = {
    Shareable.CONTACT_POINT: tables.ContactPointRow,
    Shareable.POSTAL_ADDRESS: tables.PostalAddressRow,
    Shareable.HANDLE: tables.HandleRow,
    Shareable.ROLE: tables.RoleRow,
    Shareable.PREFERENCE: tables.PreferenceRow,
    Shareable.REFUSAL: tables.RefusalRow,
    Shareable.FACT: tables.FactRow,
    Shareable.RELATION: tables.RelationRow,
    Shareable.OWN_VALUE: tables.OwnValueRow,
    Shareable.INTERACTION: tables.InteractionRow,
    Shareable.PROMISE: tables.PromiseRow,
    Shareable.PARTNERSHIP: tables.PartnershipRow,
    Shareable.ATTACHMENT: tables.AttachmentRow,
}


def set_audience(desk: Desk, kind: Shareable, row_id: int, audience: Audience) -> None:
    """Say who may read a row.

    Raises:
        NotFoundError: it was removed meanwhile.
    """
    with desk.change(Label.SET_AUDIENCE) as session:
        cast("_Read", fetch(session, _ROWS[kind], row_id)).audience = audience


def set_field_audience(desk: Desk, person_id: PersonId, field: PersonField, audience: Audience) -> None:
    """Say who may read a field of a person.

    Raises:
        NotFoundError: the person was deleted meanwhile.
    """
    with desk.change(Label.SET_AUDIENCE) as session:
        prove_there(session, tables.PersonRow, person_id)
        for column in field.columns:
            marked = session.get(tables.FieldAudienceRow, (person_id, column))
            if audience is Audience.ONLY_ME:
                if marked is not None:
                    session.delete(marked)
            elif marked is None:
                session.add(tables.FieldAudienceRow(person_id=person_id, field=column, audience=audience))
            else:
                marked.audience = audience
