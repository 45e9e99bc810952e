"""What of a record may be shared one by one: rows that carry their own audience, and fields of the person."""

from enum import StrEnum


class Shareable(StrEnum):
    """A kind of row with an audience of its own; the values are the tables of the desk."""

    CONTACT_POINT = "contact_point"
    POSTAL_ADDRESS = "postal_address"
    HANDLE = "handle"
    ROLE = "role"
    PREFERENCE = "preference"
    REFUSAL = "refusal"
    FACT = "fact"
    RELATION = "relation"
    OWN_VALUE = "own_value"
    INTERACTION = "interaction"
    PROMISE = "promise"
    PARTNERSHIP = "partnership"
    ATTACHMENT = "attachment"


class PersonField(StrEnum):
    """A field of a person, whose audience stands beside the record; each is one thing to the user.

    The name a person goes by is no such field: whoever reads about them knows it.
    """

    NAMES = "names"
    PRONOUNS = "pronouns"
    CITY = "city"
    COUNTRY = "country"
    TIME_ZONE = "time_zone"
    FORM_OF_ADDRESS = "form_of_address"
    BIRTHDAY = "birthday"
    PICTURE = "picture"
    HOW_MET = "how_met"
    LAWFUL_BASIS = "lawful_basis"
    DO_NOT_CONTACT = "do_not_contact"
    RETAIN_UNTIL = "retain_until"
    QUIET_TIMES = "quiet_times"
    KINDS = "kinds"
    LANGUAGES = "languages"
    TOPICS = "topics"

    @property
    def columns(self) -> tuple[str, ...]:
        """What is marked in the file: the columns of the person, or the table beside it."""
        return _COLUMNS[self]


_COLUMNS = {
    PersonField.NAMES: ("given_name", "family_name", "phonetic_name"),
    PersonField.PRONOUNS: ("pronouns",),
    PersonField.CITY: ("city",),
    PersonField.COUNTRY: ("country",),
    PersonField.TIME_ZONE: ("time_zone",),
    PersonField.FORM_OF_ADDRESS: ("form_of_address", "addressed_by_title"),
    PersonField.BIRTHDAY: ("birth_year", "birth_month", "birth_day"),
    PersonField.PICTURE: ("picture_hash",),
    PersonField.HOW_MET: ("how_met",),
    PersonField.LAWFUL_BASIS: ("lawful_basis", "lawful_basis_note"),
    PersonField.DO_NOT_CONTACT: ("do_not_contact", "do_not_contact_reason"),
    PersonField.RETAIN_UNTIL: ("retain_until",),
    PersonField.QUIET_TIMES: ("quiet_days", "quiet_from", "quiet_until"),
    PersonField.KINDS: ("person_kind",),
    PersonField.LANGUAGES: ("person_language",),
    PersonField.TOPICS: ("person_topic",),
}


def shared_fields(marked: frozenset[str]) -> frozenset[PersonField]:
    """The fields of which every part is marked as one that may be shared."""
    return frozenset(field for field in PersonField if marked.issuperset(field.columns))
