"""Why a person's data is kept and until when, what they agreed to, and whether they may be contacted."""

from datetime import date

from relationdesk.desk.desk import Desk
from relationdesk.desk.tables import ConsentRow, PersonRow
from relationdesk.domain.errors import EmptyTextError
from relationdesk.domain.ids import ConsentId, PersonId
from relationdesk.domain.labels import Label
from relationdesk.domain.texts import many_lines, one_line
from relationdesk.domain.vocabulary import LawfulBasis
from relationdesk.work.people.editing.told import Consent
from relationdesk.work.rows import fetch, prove_there


def set_lawful_basis(desk: Desk, person_id: PersonId, basis: LawfulBasis | None, note: str) -> None:
    """Say why a person's data may be kept, None for a reason that is not known yet.

    Raises:
        NotFoundError: the person was deleted meanwhile.
    """
    with desk.change(Label.SET_LAWFUL_BASIS) as session:
        person = fetch(session, PersonRow, person_id)
        person.lawful_basis, person.lawful_basis_note = basis, many_lines(note)


def keep_until(desk: Desk, person_id: PersonId, day: date | None) -> None:
    """Say until which day a person's data is wanted, None for no such day.

    Raises:
        NotFoundError: the person was deleted meanwhile.
    """
    with desk.change(Label.SET_RETENTION) as session:
        fetch(session, PersonRow, person_id).retain_until = day


def set_do_not_contact(desk: Desk, person_id: PersonId, *, asked: bool, reason: str = "") -> None:
    """Say whether a person is not to be contacted, and why; whoever may be contacted has no reason.

    Raises:
        NotFoundError: the person was deleted meanwhile.
    """
    with desk.change(Label.SET_DO_NOT_CONTACT) as session:
        person = fetch(session, PersonRow, person_id)
        person.do_not_contact = asked
        person.do_not_contact_reason = many_lines(reason) if asked else ""


def note_consent(desk: Desk, person_id: PersonId, told: Consent) -> ConsentId:
    """Keep what a person agreed to, as of today where no day is told.

    Raises:
        EmptyTextError: it is a consent to nothing.
        NotFoundError: the person was deleted meanwhile.
    """
    what = _what(told)
    with desk.change(Label.NOTE_CONSENT) as session:
        prove_there(session, PersonRow, person_id)
        row = ConsentRow(
            id=desk.fresh_id(),
            person_id=person_id,
            what=what,
            given_on=told.given_on or desk.today(),
            withdrawn_on=told.withdrawn_on,
            source=one_line(told.source),
        )
        session.add(row)
    return ConsentId(row.id)


def change_consent(desk: Desk, consent: ConsentId, told: Consent) -> None:
    """Have a consent say something else.

    Raises:
        EmptyTextError: it is a consent to nothing.
        NotFoundError: it was removed meanwhile.
    """
    what = _what(told)
    with desk.change(Label.CHANGE_CONSENT) as session:
        row = fetch(session, ConsentRow, consent)
        row.what, row.source = what, one_line(told.source)
        row.given_on, row.withdrawn_on = told.given_on, told.withdrawn_on


def withdraw_consent(desk: Desk, consent: ConsentId) -> None:
    """Have a consent end today; what was withdrawn before stays as it was.

    Raises:
        NotFoundError: it was removed meanwhile.
    """
    with desk.change(Label.WITHDRAW_CONSENT) as session:
        row = fetch(session, ConsentRow, consent)
        row.withdrawn_on = row.withdrawn_on or desk.today()


def remove_consent(desk: Desk, consent: ConsentId) -> None:
    """Forget a consent, as if it had not been given.

    Raises:
        NotFoundError: it was removed meanwhile.
    """
    with desk.change(Label.REMOVE_CONSENT) as session:
        session.delete(fetch(session, ConsentRow, consent))


def _what(told: Consent) -> str:
    what = " ".join(one_line(told.what).split())
    if not what:
        raise EmptyTextError("what")
    return what
