"""Which organisation is meant by a name that was typed, inside a change that is under way."""

from sqlmodel import Session, and_, col, or_, select

from relationdesk.desk.tables import OrganisationRow
from relationdesk.domain.folding import sort_key
from relationdesk.domain.texts import one_line
from relationdesk.work.people.queries import LEVEL_ENDS


def name_meant(session: Session, typed: str) -> str:
    """What the organisation is called that is meant: one called so exactly, or else but for accents and case.

    One in the trash is meant by its exact name alone. It is what was typed where there is none.
    """
    name = one_line(typed)
    key, kept = sort_key(name), col(OrganisationRow.sort_key)
    letters = key.partition(LEVEL_ENDS)[0]
    if not letters:
        return name
    after, before = letters + LEVEL_ENDS, letters + chr(ord(LEVEL_ENDS) + 1)
    alike = and_(col(OrganisationRow.trashed_at).is_(None), kept > after, kept < before)
    there = select(OrganisationRow.name).where(or_(kept == key, alike))
    return session.exec(there.order_by(kept != key, kept, col(OrganisationRow.id))).first() or name
