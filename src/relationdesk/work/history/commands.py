"""Noting what happened."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import insert
from sqlmodel import Session, SQLModel

from relationdesk.desk.desk import Desk
from relationdesk.desk.tables import InteractionRow, ParticipantRow, PersonRow
from relationdesk.domain.errors import EmptyTextError
from relationdesk.domain.ids import InteractionId, PersonId
from relationdesk.domain.labels import Label
from relationdesk.domain.vocabulary import Audience, Direction, InteractionKind, Tone
from relationdesk.work.rows import fetch, prove_there

_INTERACTION = insert(SQLModel.metadata.tables[str(InteractionRow.__tablename__)])
_PARTICIPANTS = insert(SQLModel.metadata.tables[str(ParticipantRow.__tablename__)])


def log_interaction(
    desk: Desk,
    *,
    people: Sequence[PersonId],
    kind: InteractionKind,
    text: str,
    happened_on: date | None = None,
    title: str = "",
    place: str = "",
    direction: Direction = Direction.I_REACHED_OUT,
    tone: Tone = Tone.NEITHER,
) -> InteractionId:
    """Note what happened with one or several people, today unless another day is said.

    Raises:
        EmptyTextError: there is neither a title nor a text, or nobody it happened with.
        NotFoundError: one of the people was deleted meanwhile.
    """
    if not (text.strip() or title.strip()):
        raise EmptyTextError("text")
    if not people:
        raise EmptyTextError("people")
    with desk.change(Label.LOG_INTERACTION) as session:
        return add_interaction(
            desk,
            session,
            people=people,
            row=InteractionRow(
                id=desk.fresh_id(),
                kind=kind,
                happened_on=happened_on or desk.today(),
                title=title.strip(),
                text=text.strip(),
                place=place.strip(),
                direction=direction,
                tone=tone,
                audience=Audience.ONLY_ME,
                noted_at=desk.clock.now(),
            ),
        )


def correct_interaction(
    desk: Desk,
    interaction_id: InteractionId,
    *,
    kind: InteractionKind,
    direction: Direction,
    tone: Tone,
) -> None:
    """Tell of what kind something was, who reached out in it, and whether the user asked or gave.

    Raises:
        NotFoundError: it was deleted meanwhile.
    """
    with desk.change(Label.CORRECT_INTERACTION) as session:
        row = fetch(session, InteractionRow, interaction_id)
        row.kind, row.direction, row.tone = kind, direction, tone


def add_interaction(
    desk: Desk, session: Session, *, people: Sequence[PersonId], row: InteractionRow
) -> InteractionId:
    """Add an interaction with its people inside a change that is under way.

    Raises:
        NotFoundError: one of the people was deleted meanwhile.
    """
    there = tuple(dict.fromkeys(people))
    prove_there(session, PersonRow, *there)
    connection = session.connection()
    connection.execute(_INTERACTION, row.model_dump())
    if there:
        first = desk.fresh_ids(len(there))
        connection.execute(
            _PARTICIPANTS,
            [
                {"id": first + n, "interaction_id": row.id, "person_id": person, "line": ""}
                for n, person in enumerate(there)
            ],
        )
    return InteractionId(row.id)
