"""What the lawful bases of keeping somebody's data mean, in plain words."""

from collections.abc import Iterable
from datetime import date

from relationdesk.domain.vocabulary import LawfulBasis
from relationdesk.language.dates import long_day
from relationdesk.language.words import _
from relationdesk.work.people.keeping import ConsentLine


def basis_words(basis: LawfulBasis | None) -> str:
    """When a basis holds (GDPR article 6, paragraph 1, points a, b, c and f)."""
    match basis:
        case None:
            return _("The law wants a reason for keeping what you know of somebody. Say which one it is.")
        case LawfulBasis.CONSENT:
            return _("They said yes, and may take that back at any time. Note below what they agreed to.")
        case LawfulBasis.CONTRACT:
            return _("You need it to carry out a contract with them, or to prepare one that they asked for.")
        case LawfulBasis.LEGITIMATE_INTEREST:
            return _("Your work needs it, and it harms them in nothing that weighs more. They may object.")
        case LawfulBasis.LEGAL_OBLIGATION:
            return _("A law makes you keep it, such as the one on invoices.")


def basis_doubt(basis: LawfulBasis | None, consents: Iterable[ConsentLine], today: date) -> str:
    """What is said where each consent was withdrawn (GDPR article 7, paragraph 3)."""
    withdrawn = [one.withdrawn_on is not None and one.withdrawn_on <= today for one in consents]
    if basis is not LawfulBasis.CONSENT or not withdrawn or not all(withdrawn):
        return ""
    return _("They took back what they agreed to, so this basis holds no more. Choose one that does.")


def until_doubt(until: date | None, today: date) -> str:
    """What is said of a day until which a record is kept, once it is over."""
    if until is None or until >= today:
        return ""
    return _("That day is past: decide whether you still keep the record.")


def consent_words(consent: ConsentLine) -> str:
    """Since when a consent holds, or that it does no more, and from where the user knows."""
    given = _("given on {day}").format(day=long_day(consent.given_on)) if consent.given_on else ""
    withdrawn = (
        _("withdrawn on {day}").format(day=long_day(consent.withdrawn_on)) if consent.withdrawn_on else ""
    )
    return "\N{NO-BREAK SPACE}· ".join(part for part in (given, withdrawn, consent.source) if part)
