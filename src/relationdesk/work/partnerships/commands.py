"""Beginning partnerships and moving them on."""

from datetime import date

from relationdesk.desk.desk import Desk
from relationdesk.desk.tables import InteractionRow, PartnershipRow, PersonRow
from relationdesk.domain.errors import EmptyTextError
from relationdesk.domain.ids import InteractionId, PartnershipId, PersonId
from relationdesk.domain.labels import Label
from relationdesk.domain.money import Money
from relationdesk.domain.texts import many_lines, one_line
from relationdesk.domain.vocabulary import (
    Audience,
    Direction,
    InteractionKind,
    RewardKind,
    Stage,
    Tone,
)
from relationdesk.work.history.commands import add_interaction
from relationdesk.work.partnerships.terms import client_named
from relationdesk.work.rows import fetch, move_to_trash, prove_there, put_back


def add_partnership(
    desk: Desk,
    *,
    person_id: PersonId,
    client: str,
    title: str,
    stage: Stage = Stage.IDEA,
    reward: RewardKind | None = None,
    money: Money | None = None,
    ends_on: date | None = None,
    embargo_until: date | None = None,
    return_on: date | None = None,
) -> PartnershipId:
    """Begin a partnership between a person and a client, who is put on the desk when new.

    Raises:
        EmptyTextError: it has no title, or no client.
        NotFoundError: the person was deleted meanwhile.
    """
    for field, value in (("title", title), ("client", client)):
        if not one_line(value):
            raise EmptyTextError(field)
    with desk.change(Label.ADD_PARTNERSHIP) as session:
        prove_there(session, PersonRow, person_id)
        client_id = client_named(desk, session, client)
        row = PartnershipRow(
            id=desk.fresh_id(),
            person_id=person_id,
            client_id=client_id,
            title=one_line(title),
            stage=stage,
            stage_since=desk.today(),
            reward=reward,
            amount=money.amount if money else None,
            currency=money.currency if money else "",
            ends_on=ends_on,
            embargo_until=embargo_until,
            return_on=return_on,
            audience=Audience.ONLY_ME,
            created_at=desk.clock.now(),
        )
        session.add(row)
    return PartnershipId(row.id)


def trash_partnership(desk: Desk, partnership_id: PartnershipId) -> None:
    """Move a partnership to the trash; one that is there stays as it is.

    Raises:
        NotFoundError: it was removed for good meanwhile.
    """
    with desk.change(Label.MOVE_TO_TRASH) as session:
        move_to_trash(session, PartnershipRow, partnership_id, desk.clock.now())


def restore_partnership(desk: Desk, partnership_id: PartnershipId) -> None:
    """Put a partnership back from the trash.

    Raises:
        NotFoundError: it was removed for good meanwhile.
    """
    with desk.change(Label.PUT_BACK) as session:
        put_back(session, PartnershipRow, partnership_id)


def move_partnership(desk: Desk, partnership_id: PartnershipId, *, stage: Stage) -> None:
    """Take a partnership to another stage, as of today.

    Raises:
        NotFoundError: it was deleted meanwhile.
    """
    with desk.change(Label.MOVE_PARTNERSHIP) as session:
        row = fetch(session, PartnershipRow, partnership_id)
        row.stage = stage
        row.stage_since = desk.today()


def note_return(desk: Desk, partnership_id: PartnershipId) -> None:
    """What was lent came back today.

    Raises:
        NotFoundError: the partnership was deleted meanwhile.
    """
    with desk.change(Label.NOTE_RETURN) as session:
        fetch(session, PartnershipRow, partnership_id).returned_on = desk.today()


def note_embargo_over(desk: Desk, partnership_id: PartnershipId, *, title: str, text: str) -> InteractionId:
    """Note what was said on the day when an embargo is over, as part of the partnership.

    Raises:
        EmptyTextError: there is neither a title nor a text.
        NotFoundError: the partnership was deleted meanwhile, or whom it is with.
    """
    if not (one_line(title) or many_lines(text)):
        raise EmptyTextError("text")
    with desk.change(Label.LOG_INTERACTION) as session:
        row = InteractionRow(
            id=desk.fresh_id(),
            kind=InteractionKind.NOTE,
            happened_on=desk.today(),
            title=one_line(title),
            text=many_lines(text),
            partnership_id=partnership_id,
            direction=Direction.I_REACHED_OUT,
            tone=Tone.NEITHER,
            audience=Audience.ONLY_ME,
            noted_at=desk.clock.now(),
        )
        person = PersonId(fetch(session, PartnershipRow, partnership_id).person_id)
        return add_interaction(desk, session, people=[person], row=row)
