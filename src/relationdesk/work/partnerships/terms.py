"""Changing what was agreed: each a change of its own."""

from datetime import date

from sqlmodel import Session

from relationdesk.desk.desk import Desk
from relationdesk.desk.tables import PartnershipRow
from relationdesk.domain.errors import EmptyTextError
from relationdesk.domain.ids import OrganisationId, PartnershipId
from relationdesk.domain.labels import Label
from relationdesk.domain.money import Money
from relationdesk.domain.texts import many_lines
from relationdesk.domain.vocabulary import (
    OrganisationKind,
    PartnershipDay,
    PartnershipText,
    RewardKind,
    Source,
)
from relationdesk.work.organisations.naming import name_meant
from relationdesk.work.people.writing import CardWriter
from relationdesk.work.rows import fetch
from relationdesk.work.settings.region import home_region


def set_text(desk: Desk, partnership_id: PartnershipId, field: PartnershipText, text: str) -> None:
    """Have a text of a partnership say `text`.

    Raises:
        EmptyTextError: what it is for was emptied.
        NotFoundError: the partnership was deleted meanwhile.
    """
    said = many_lines(text)
    if field is PartnershipText.TITLE and not said:
        raise EmptyTextError(field.value)
    with desk.change(Label.EDIT_PARTNERSHIP) as session:
        setattr(fetch(session, PartnershipRow, partnership_id), field.value, said)


def set_day(desk: Desk, partnership_id: PartnershipId, field: PartnershipDay, day: date | None) -> None:
    """Set a day of a partnership, or have it without one.

    Raises:
        NotFoundError: the partnership was deleted meanwhile.
    """
    with desk.change(Label.EDIT_PARTNERSHIP) as session:
        setattr(fetch(session, PartnershipRow, partnership_id), field.value, day)


def set_client(desk: Desk, partnership_id: PartnershipId, client: str) -> None:
    """Say whose partnership it is; a client who is new is put on the desk, none is named by an empty text.

    Raises:
        NotFoundError: the partnership was deleted meanwhile.
    """
    with desk.change(Label.EDIT_PARTNERSHIP) as session:
        row = fetch(session, PartnershipRow, partnership_id)
        row.client_id = client_named(desk, session, client) if client.strip() else None


def set_reward(desk: Desk, partnership_id: PartnershipId, reward: RewardKind | None) -> None:
    """Say of which kind the reward is.

    Raises:
        NotFoundError: the partnership was deleted meanwhile.
    """
    with desk.change(Label.EDIT_PARTNERSHIP) as session:
        fetch(session, PartnershipRow, partnership_id).reward = reward


def set_money(desk: Desk, partnership_id: PartnershipId, money: Money | None) -> None:
    """Say how much is paid.

    Raises:
        NotFoundError: the partnership was deleted meanwhile.
    """
    with desk.change(Label.EDIT_PARTNERSHIP) as session:
        row = fetch(session, PartnershipRow, partnership_id)
        row.amount = money.amount if money else None
        row.currency = money.currency if money else ""


def client_named(desk: Desk, session: Session, name: str) -> OrganisationId:
    """The client of this name, accents and case apart, put on the desk when new; inside a change."""
    writer = CardWriter(desk, session, region=home_region(desk), source=Source.THEY_SAID)
    client = writer.organisation(name_meant(session, name), OrganisationKind.CLIENT)
    writer.write()
    return OrganisationId(client)
