"""Noting what happened, and telling it otherwise."""

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import insert
from sqlmodel import Session, SQLModel, col, select

from relationdesk.desk.desk import Desk
from relationdesk.desk.tables import (
    AttachmentRow,
    BlobRow,
    InteractionRow,
    MentionRow,
    ParticipantRow,
    PersonRow,
)
from relationdesk.domain.errors import EmptyTextError
from relationdesk.domain.ids import InteractionId, PersonId
from relationdesk.domain.labels import Label
from relationdesk.domain.mentions import named_in
from relationdesk.domain.noting import Happening
from relationdesk.domain.pictures import files_named_in
from relationdesk.domain.texts import many_lines, one_line
from relationdesk.domain.vocabulary import Audience, Direction, InteractionKind, Tone
from relationdesk.work.rows import fetch, prove_there

_INTERACTION = insert(SQLModel.metadata.tables[str(InteractionRow.__tablename__)])
_PARTICIPANTS = insert(SQLModel.metadata.tables[str(ParticipantRow.__tablename__)])
_SHORT_NAME = 8
"""Letters of the hash by which a file goes that has no name."""


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
    told = Happening(
        kind=kind,
        happened_on=happened_on or desk.today(),
        text=text,
        lines=dict.fromkeys(people, ""),
        title=title,
        place=place,
        direction=direction,
        tone=tone,
    )
    return note_happening(desk, told)


def note_happening(desk: Desk, told: Happening) -> InteractionId:
    """Note what happened.

    Raises:
        EmptyTextError: there is neither a title nor a text, or nobody it happened with.
        NotFoundError: one of the people was deleted meanwhile.
    """
    _prove_told(told)
    with desk.change(Label.LOG_INTERACTION) as session:
        row = InteractionRow(
            id=desk.fresh_id(),
            kind=told.kind,
            happened_on=told.happened_on,
            title=one_line(told.title),
            text=many_lines(told.text),
            place=one_line(told.place),
            direction=told.direction,
            tone=told.tone,
            audience=Audience.ONLY_ME,
            noted_at=desk.clock.now(),
        )
        interaction = add_interaction(desk, session, people=list(told.lines), row=row, lines=told.lines)
        _keep_mentions(desk, session, interaction, told)
        _keep_files(desk, session, interaction, told)
        return interaction


def edit_interaction(desk: Desk, interaction_id: InteractionId, told: Happening) -> None:
    """Tell what happened otherwise, and with whom it did.

    Raises:
        EmptyTextError: there is neither a title nor a text, or nobody it happened with.
        NotFoundError: it was deleted meanwhile, or one of the people was.
    """
    _prove_told(told)
    with desk.change(Label.EDIT_INTERACTION) as session:
        row = fetch(session, InteractionRow, interaction_id)
        row.kind, row.happened_on = told.kind, told.happened_on
        row.title, row.text, row.place = one_line(told.title), many_lines(told.text), one_line(told.place)
        row.direction, row.tone = told.direction, told.tone
        session.add(row)
        _keep_people(desk, session, interaction_id, told.lines)
        _keep_mentions(desk, session, interaction_id, told)
        _keep_files(desk, session, interaction_id, told)


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


def remove_interaction(desk: Desk, interaction_id: InteractionId) -> None:
    """Take something that happened out of the history of everybody who took part.

    Raises:
        NotFoundError: it was deleted meanwhile.
    """
    with desk.change(Label.REMOVE_INTERACTION) as session:
        session.delete(fetch(session, InteractionRow, interaction_id))


def add_interaction(
    desk: Desk,
    session: Session,
    *,
    people: Sequence[PersonId],
    row: InteractionRow,
    lines: Mapping[PersonId, str] | None = None,
) -> InteractionId:
    """Add an interaction with its people inside a change that is under way.

    Raises:
        NotFoundError: one of the people was deleted meanwhile.
    """
    there = tuple(dict.fromkeys(people))
    prove_there(session, PersonRow, *there)
    own = lines or {}
    connection = session.connection()
    connection.execute(_INTERACTION, row.model_dump())
    if there:
        first = desk.fresh_ids(len(there))
        connection.execute(
            _PARTICIPANTS,
            [
                {
                    "id": first + n,
                    "interaction_id": row.id,
                    "person_id": person,
                    "line": many_lines(own.get(person, "")),
                }
                for n, person in enumerate(there)
            ],
        )
    return InteractionId(row.id)


def _prove_told(told: Happening) -> None:
    if not (many_lines(told.text) or one_line(told.title)):
        raise EmptyTextError("text")
    if not told.lines:
        raise EmptyTextError("people")


def _keep_people(
    desk: Desk, session: Session, interaction: InteractionId, lines: Mapping[PersonId, str]
) -> None:
    """Have exactly these people have taken part, each with their line."""
    prove_there(session, PersonRow, *lines)
    there = session.exec(select(ParticipantRow).where(col(ParticipantRow.interaction_id) == interaction))
    known = {row.person_id: row for row in there}
    for person, row in known.items():
        if person not in lines:
            session.delete(row)
    for person, line in lines.items():
        row = known.get(person) or ParticipantRow(
            id=desk.fresh_id(), interaction_id=interaction, person_id=person
        )
        row.line = many_lines(line)
        session.add(row)


def _keep_mentions(desk: Desk, session: Session, interaction: InteractionId, told: Happening) -> None:
    """Have the text mention those whom it still names; whoever is gone meanwhile is a name and no more."""
    wanted = {mention.name: mention.person for mention in named_in(told.text, told.mentions)}
    there = session.exec(select(MentionRow).where(col(MentionRow.interaction_id) == interaction))
    known = {row.name: row for row in there}
    for name, row in known.items():
        if name not in wanted:
            session.delete(row)
    for name, person in wanted.items():
        if session.get(PersonRow, person) is not None:
            row = known.get(name) or MentionRow(id=desk.fresh_id(), interaction_id=interaction, name=name)
            row.person_id = person
            session.add(row)


def _keep_files(desk: Desk, session: Session, interaction: InteractionId, told: Happening) -> None:
    """Have the files that the text names come with it; those that came with something else stay there."""
    named = files_named_in(told.text)
    if not named:
        return
    people = list(told.lines)
    there = select(AttachmentRow).where(
        col(AttachmentRow.person_id).in_(people), col(AttachmentRow.blob_hash).in_(named)
    )
    for row in session.exec(there).all():
        named.pop(row.blob_hash, None)
        if row.interaction_id is None:
            row.interaction_id = interaction
            session.add(row)
    for digest in session.exec(select(BlobRow.hash).where(col(BlobRow.hash).in_(named))).all():
        session.add(
            AttachmentRow(
                id=desk.fresh_id(),
                person_id=people[0],
                interaction_id=interaction,
                blob_hash=digest,
                name=named[digest] or digest[:_SHORT_NAME],
                added_at=desk.clock.now(),
                audience=Audience.ONLY_ME,
            )
        )
