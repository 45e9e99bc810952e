"""The words for what a column of a table can become."""

from collections.abc import Iterable

from relationdesk.domain.folding import fold
from relationdesk.language.words import _, in_context
from relationdesk.work.imports.own_fields import OwnOperator
from relationdesk.work.imports.reading import Column, ColumnUse, DateOrder

CURRENCIES = ("EUR", "USD", "GBP", "CHF")
PLATFORMS = {
    "instagram": "Instagram",
    "youtube": "YouTube",
    "tiktok": "TikTok",
    "x": "X",
    "linkedin": "LinkedIn",
    "facebook": "Facebook",
    "twitch": "Twitch",
    "threads": "Threads",
    "bluesky": "Bluesky",
    "mastodon": "Mastodon",
    "pinterest": "Pinterest",
    "snapchat": "Snapchat",
    "substack": "Substack",
    "medium": "Medium",
    "soundcloud": "SoundCloud",
    "strava": "Strava",
}
"""Proper names, the same in every language."""


def column_words() -> dict[Column, str]:
    """What each column can become, in the order in which it is offered."""
    return {
        Column.NAME: _("Name"),
        Column.GIVEN_NAME: _("Given name"),
        Column.MIDDLE_NAME: _("Middle name"),
        Column.FAMILY_NAME: _("Family name"),
        Column.PHONETIC_NAME: _("Name as it is spoken"),
        Column.NICKNAME: _("Nickname"),
        Column.PRONOUNS: _("Pronouns"),
        Column.KIND: _("Kind of person"),
        Column.FORM_OF_ADDRESS: _("Tu or vous"),
        Column.EMAIL: _("E-mail"),
        Column.PHONE: _("Phone"),
        Column.LINK: _("Link"),
        Column.MESSENGER: _("Messenger"),
        Column.PLATFORM: _("Platform"),
        Column.HANDLE: _("Account"),
        Column.AUDIENCE: _("Audience"),
        Column.AUDIENCE_ON: _("Day of the audience reading"),
        Column.TOPICS: _("Topics"),
        Column.TAGS: _("Tags"),
        Column.ORGANISATION: _("Organisation"),
        Column.TITLE: _("Role"),
        Column.AGENT: _("Agent"),
        Column.ADDRESS: _("Address"),
        Column.STREET: _("Street"),
        Column.CITY: _("City"),
        Column.REGION: _("Region"),
        Column.POSTCODE: _("Postcode"),
        Column.COUNTRY: _("Country"),
        Column.LANGUAGES: _("Languages"),
        Column.TIME_ZONE: _("Time zone"),
        Column.BIRTHDAY: _("Birthday"),
        Column.LAST_CONTACT: _("Last contact"),
        Column.COME_BACK_ON: _("Day to come back on"),
        Column.HOW_MET: _("How we met"),
        Column.FEE: _("Fee"),
        Column.GIFTS_OK: _("Accepts gifts"),
        Column.LIKES: _("Likes"),
        Column.AVOIDS: _("Avoids"),
        Column.NOTE: in_context("column", "Note"),
        Column.OWN: _("New field"),
        Column.FACT: _("A fact, under its header"),
        Column.LABEL: _("What the next value is called"),
        Column.IGNORE: _("Leave out"),
    }


def choices_with(fields: Iterable[OwnOperator]) -> list[tuple[str, str]]:
    """All of them with the fields that the user added, each by what `choice_of` calls it."""
    own = [(_own(field.name), _("Your field: {name}").format(name=field.name)) for field in fields]
    words = [(column.value, word) for column, word in column_words().items()]
    place = [value for value, _word in words].index(Column.OWN)
    return [*words[:place], *own, *words[place:]]


def choice_of(use: ColumnUse, fields: Iterable[OwnOperator]) -> str:
    """Which of the choices a column is."""
    is_known = use.column is Column.OWN and field_named(use.label, fields) is not None
    return _own(use.label) if is_known else use.column.value


def chosen_field(choice: str, fields: Iterable[OwnOperator]) -> OwnOperator | None:
    """The field of the user's that a choice is, or None for anything else."""
    return next((field for field in fields if _own(field.name) == choice), None)


def field_named(name: str, fields: Iterable[OwnOperator]) -> OwnOperator | None:
    """The field of this name, however it is written."""
    return next((field for field in fields if fold(field.name) == fold(name.strip())), None)


def _own(name: str) -> str:
    return f"{Column.OWN}:{fold(name.strip())}"


def date_order_words() -> dict[DateOrder, str]:
    """In which order the figures of a date stand."""
    return {
        DateOrder.DAY_FIRST: _("Day first, 31/12/2026"),
        DateOrder.MONTH_FIRST: _("Month first, 12/31/2026"),
        DateOrder.YEAR_FIRST: _("Year first, 2026/12/31"),
    }


def header_words(header: str, number: int) -> str:
    """What a column is called; one without a header by its number, from 1."""
    return header or _("Column {number}").format(number=number)
