"""What each column of a table becomes: a value that a screen can show, change and remember."""

from dataclasses import dataclass
from enum import StrEnum

from relationdesk.domain.vocabulary import OwnKind


class Column(StrEnum):
    """A place on a person's record that a column can go to."""

    NAME = "name"
    GIVEN_NAME = "given_name"
    MIDDLE_NAME = "middle_name"
    FAMILY_NAME = "family_name"
    PHONETIC_NAME = "phonetic_name"
    NICKNAME = "nickname"
    PRONOUNS = "pronouns"
    KIND = "kind"
    FORM_OF_ADDRESS = "form_of_address"
    EMAIL = "email"
    PHONE = "phone"
    LINK = "link"
    MESSENGER = "messenger"
    PLATFORM = "platform"
    HANDLE = "handle"
    AUDIENCE = "audience"
    AUDIENCE_ON = "audience_on"
    TOPICS = "topics"
    TAGS = "tags"
    ORGANISATION = "organisation"
    TITLE = "title"
    AGENT = "agent"
    ADDRESS = "address"
    STREET = "street"
    CITY = "city"
    REGION = "region"
    POSTCODE = "postcode"
    COUNTRY = "country"
    LANGUAGES = "languages"
    TIME_ZONE = "time_zone"
    BIRTHDAY = "birthday"
    LAST_CONTACT = "last_contact"
    COME_BACK_ON = "come_back_on"
    HOW_MET = "how_met"
    FEE = "fee"
    GIFTS_OK = "gifts_ok"
    LIKES = "likes"
    AVOIDS = "avoids"
    NOTE = "note"
    OWN = "own"
    FACT = "fact"
    LABEL = "label"
    IGNORE = "ignore"


DATE_COLUMNS = frozenset((Column.BIRTHDAY, Column.LAST_CONTACT, Column.COME_BACK_ON, Column.AUDIENCE_ON))


class DateOrder(StrEnum):
    """In which order a column writes its dates."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"
    YEAR_FIRST = "year_first"


@dataclass(frozen=True, slots=True)
class ColumnUse:
    """What one column becomes.

    Columns of one `group` (`Address 1 - City` and `Address 1 - Country`) make one thing together.
    `label` is what the value is called where there is no LABEL column in its group; a fact is called by it,
    and it names the field of an OWN column, which is for values of this `kind`.
    `date_order` is None where the dates themselves do not tell; `borrowed_order` is then what the
    rest of the table suggests.
    """

    column: Column
    header: str = ""
    group: str = ""
    label: str = ""
    platform: str = ""
    currency: str = ""
    date_order: DateOrder | None = None
    borrowed_order: DateOrder | None = None
    kind: OwnKind = OwnKind.TEXT

    @property
    def holds_days(self) -> bool:
        """Whether days stand in it, in some order of their figures."""
        return self.column in DATE_COLUMNS or (self.column is Column.OWN and self.kind is OwnKind.DAY)


@dataclass(frozen=True, slots=True)
class Mapping:
    """What every column of a table becomes, in the table's order."""

    columns: tuple[ColumnUse, ...]
