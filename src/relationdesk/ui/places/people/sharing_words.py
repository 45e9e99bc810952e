"""What of a person may be shared, by its name."""

from relationdesk.domain.sharing import PersonField, Shareable
from relationdesk.domain.terms import term
from relationdesk.domain.vocabulary import RewardKind
from relationdesk.language.words import _
from relationdesk.work.people.shared import SharedRow


def field_words(field: PersonField) -> str:
    """A field of a person, as its line is called."""
    return {
        PersonField.NAMES: _("Names"),
        PersonField.PRONOUNS: _("Pronouns"),
        PersonField.CITY: _("City"),
        PersonField.COUNTRY: _("Country"),
        PersonField.TIME_ZONE: _("Time zone"),
        PersonField.FORM_OF_ADDRESS: _("Addressed"),
        PersonField.BIRTHDAY: _("Birthday"),
        PersonField.PICTURE: _("Picture"),
        PersonField.HOW_MET: _("How we met"),
        PersonField.LAWFUL_BASIS: _("Lawful basis"),
        PersonField.DO_NOT_CONTACT: _("Do not contact"),
        PersonField.RETAIN_UNTIL: _("Keep until"),
        PersonField.QUIET_TIMES: _("To be left in peace"),
        PersonField.KINDS: _("What somebody is"),
        PersonField.LANGUAGES: _("Languages"),
        PersonField.TOPICS: _("Topics"),
    }[field]


def row_words(row: SharedRow) -> str:
    """A row by its kind and its first line."""
    first = row.words.strip().partition("\n")[0]
    if not first:
        return _kind_words(row.kind)
    what = term(RewardKind(first)) if first in list(RewardKind) else first
    return _("{kind}: {what}").format(kind=_kind_words(row.kind), what=what)


def _kind_words(kind: Shareable) -> str:
    return {
        Shareable.CONTACT_POINT: _("Reach"),
        Shareable.POSTAL_ADDRESS: _("Address"),
        Shareable.HANDLE: _("Account"),
        Shareable.ROLE: _("Organisation"),
        Shareable.PREFERENCE: _("Preference"),
        Shareable.REFUSAL: _("Said no to"),
        Shareable.FACT: _("Worth knowing"),
        Shareable.RELATION: _("Relation"),
        Shareable.OWN_VALUE: _("Field of your own"),
        Shareable.INTERACTION: _("History"),
        Shareable.PROMISE: _("Promise"),
        Shareable.PARTNERSHIP: _("Partnership"),
        Shareable.ATTACHMENT: _("File"),
    }[kind]
