"""Saying who is what to whom, and taking it back."""

from sqlalchemy import select
from sqlmodel import col

from relationdesk.desk.desk import Desk
from relationdesk.desk.tables import PersonRow, RelationRow
from relationdesk.domain.ids import PersonId
from relationdesk.domain.labels import Label
from relationdesk.domain.vocabulary import Audience, RelationKind
from relationdesk.work.rows import fetch, prove_there


def add_relation(
    desk: Desk, person_id: PersonId, other_id: PersonId, kind: RelationKind, *, outgoing: bool = True
) -> int:
    """Say what two people are to each other; what is known already stays as it is.

    `outgoing` reads the kind from the first to the second, else the other way round.

    Raises:
        NotFoundError: one of them was deleted meanwhile.
        ValueError: they are one and the same.
    """
    if person_id == other_id:
        raise ValueError(person_id)
    first, second = (person_id, other_id) if outgoing else (other_id, person_id)
    with desk.change(Label.ADD_RELATION) as session:
        prove_there(session, PersonRow, person_id, other_id)
        pair = (col(RelationRow.person_id) == first) & (col(RelationRow.other_id) == second)
        known = session.scalar(select(col(RelationRow.id)).where(pair & (col(RelationRow.kind) == kind)))
        if known is not None:
            return known
        row = RelationRow(
            id=desk.fresh_id(),
            person_id=first,
            other_id=second,
            kind=kind,
            note="",
            audience=Audience.ONLY_ME,
        )
        session.add(row)
    return row.id


def remove_relation(desk: Desk, relation_id: int) -> None:
    """Forget what two people are to each other, on both sides.

    Raises:
        NotFoundError: it was removed meanwhile.
    """
    with desk.change(Label.REMOVE_RELATION) as session:
        session.delete(fetch(session, RelationRow, relation_id))
