"""What each kind of cell does to the person in its row."""

import re
from collections.abc import Callable

from relationdesk.domain.card import HandleEntry, OwnEntry, PreferenceEntry
from relationdesk.domain.figures import count
from relationdesk.domain.folding import fold
from relationdesk.domain.profiles import is_safe_link, platform_named, profile
from relationdesk.domain.texts import clean
from relationdesk.domain.vocabulary import (
    ContactKind,
    FormOfAddress,
    PersonKind,
    Polarity,
    PreferenceCategory,
    RewardKind,
    RoleKind,
)
from relationdesk.exchange.encoding import one_line
from relationdesk.exchange.reports import ReportKind
from relationdesk.exchange.tables import dates, values
from relationdesk.exchange.tables.columns import Column, ColumnUse
from relationdesk.exchange.tables.own import own_value
from relationdesk.exchange.tables.row_draft import RowDraft
from relationdesk.language.words import _

_SEVERAL = " ::: "
_EMAIL = re.compile(r"[^\s@<>\"]+@[^\s@<>\"]+\.[^\s@<>\".]+")
_SYSTEM_TAGS = frozenset(("mycontacts", "my contacts", "starred"))


_FEWEST_DIGITS = 3
_TU = frozenset(("tu", "t", "tutoiement", "on se tutoie"))
_VOUS = frozenset(("vous", "v", "vouvoiement", "on se vouvoie"))
_KINDS = {
    "influenceur": PersonKind.INFLUENCER,
    "influenceuse": PersonKind.INFLUENCER,
    "journaliste": PersonKind.JOURNALIST,
    "blogueur": PersonKind.BLOGGER,
    "blogueuse": PersonKind.BLOGGER,
    "podcasteur": PersonKind.PODCASTER,
    "podcasteuse": PersonKind.PODCASTER,
    "agente": PersonKind.AGENT,
    **{kind.value.replace("_", " "): kind for kind in PersonKind},
}
_PLAIN = {
    Column.NAME: "display_name",
    Column.GIVEN_NAME: "given_name",
    Column.FAMILY_NAME: "family_name",
    Column.PRONOUNS: "pronouns",
    Column.TIME_ZONE: "time_zone",
}
_ADDRESS_PARTS = {
    Column.STREET: "street",
    Column.ADDRESS: "formatted",
    Column.CITY: "city",
    Column.REGION: "region",
    Column.POSTCODE: "postcode",
    Column.COUNTRY: "country",
}
Cell = Callable[[RowDraft, ColumnUse, str], None]


def take(row: RowDraft, use: ColumnUse, cell: str) -> None:
    """Read one cell that is not blank."""
    handler = _CELLS.get(use.column)
    if handler:
        handler(row, use, cell)
    elif use.column in _PLAIN:
        setattr(row.draft, _PLAIN[use.column], one_line(cell))
    elif use.column in _ADDRESS_PARTS:
        _address_part(row, use, cell)


def _several(cell: str) -> list[str]:
    return [one_line(part) for part in cell.split(_SEVERAL) if part.strip()]


def _email(row: RowDraft, use: ColumnUse, cell: str) -> None:
    for part in _several(cell):
        addresses = [word.strip("<>") for word in re.split(r"[\s,;/]+", part) if "@" in word]
        whole = addresses if addresses and all(_EMAIL.fullmatch(word) for word in addresses) else [part]
        for text in whole:
            row.draft.contact(ContactKind.EMAIL, text, row.label(use), row.preference(use))
            if not _EMAIL.fullmatch(text):
                row.draft.doubt(ReportKind.DOUBTFUL_EMAIL, text)


def _phone(row: RowDraft, use: ColumnUse, cell: str) -> None:
    for part in _several(cell):
        row.draft.contact(ContactKind.PHONE, part, row.label(use), row.preference(use))
        if sum(character.isdigit() for character in part) < _FEWEST_DIGITS:
            row.draft.doubt(ReportKind.DOUBTFUL_PHONE, part)


def _link(row: RowDraft, use: ColumnUse, cell: str) -> None:
    for part in _several(cell):
        account = profile(part)
        if account:
            row.draft.handles.append(HandleEntry(account[0], account[1], part))
            continue
        row.draft.contact(ContactKind.LINK, part, row.label(use), row.preference(use))
        if not is_safe_link(part):
            row.draft.doubt(ReportKind.DOUBTFUL_LINK, part)


def _messenger(row: RowDraft, use: ColumnUse, cell: str) -> None:
    for part in _several(cell):
        row.draft.contact(ContactKind.MESSENGER, part, row.label(use), row.preference(use))


def _handle(row: RowDraft, use: ColumnUse, cell: str) -> None:
    found = values.accounts(clean(cell).replace(_SEVERAL, " "), use.platform)
    row.draft.handles.extend(found.handles)
    if found.rest:
        row.unread(use, cell, ReportKind.UNREADABLE_HANDLE)


def _platform(row: RowDraft, use: ColumnUse, cell: str) -> None:
    row.platform = platform_named(cell)
    if not row.platform:
        row.unread(use, cell, ReportKind.UNKNOWN_PLATFORM)


def _audience(row: RowDraft, use: ColumnUse, cell: str) -> None:
    number = count(cell)
    if number is None:
        row.unread(use, cell, ReportKind.UNREADABLE_NUMBER)
    else:
        row.audiences.append((use, cell, number))


def _audience_on(row: RowDraft, use: ColumnUse, cell: str) -> None:
    row.audience_days.append((use, cell))


def _topics(row: RowDraft, _use: ColumnUse, cell: str) -> None:
    row.draft.topics.extend(values.items(clean(cell)))


def _tags(row: RowDraft, _use: ColumnUse, cell: str) -> None:
    for word in cell.split(_SEVERAL) if _SEVERAL in cell else values.items(clean(cell)):
        tag = one_line(word).removeprefix("* ")
        if tag and tag.lower() not in _SYSTEM_TAGS:
            row.draft.tags.append(tag)


def _organisation(row: RowDraft, use: ColumnUse, cell: str) -> None:
    row.draft.role(use.group or _free_role(row, "organisation")).organisation = one_line(cell)


def _title(row: RowDraft, use: ColumnUse, cell: str) -> None:
    row.draft.role(use.group or _free_role(row, "title")).title = one_line(cell)


def _free_role(row: RowDraft, part: str) -> str:
    taken = sum(1 for key, role in row.draft.roles.items() if key.isdigit() and getattr(role, part))
    return str(taken)


def _agent(row: RowDraft, _use: ColumnUse, cell: str) -> None:
    role = row.draft.role(f"agent {len(row.draft.roles)}")
    role.organisation, role.kind = one_line(cell), RoleKind.REPRESENTED_BY


def _address_part(row: RowDraft, use: ColumnUse, cell: str) -> None:
    part, text = _ADDRESS_PARTS[use.column], clean(cell).strip()
    parts = row.addresses[use.group]
    if part not in {"street", "formatted"}:
        text = one_line(text)
    parts[part] = f"{parts[part]}\n{text}" if part in parts else text


def _languages(row: RowDraft, _use: ColumnUse, cell: str) -> None:
    row.draft.languages.extend((0, item) for item in values.items(clean(cell)))


def _birthday(row: RowDraft, use: ColumnUse, cell: str) -> None:
    found = dates.birthday(cell, use.date_order, use.borrowed_order)
    if found is None:
        row.unread(use, cell, ReportKind.IMPOSSIBLE_DATE)
        return
    row.draft.birthday = found[0]
    if found[1]:
        row.draft.doubt(ReportKind.AMBIGUOUS_DATE, cell)


def _day(row: RowDraft, use: ColumnUse, cell: str) -> None:
    found = dates.day(cell, use.date_order, use.borrowed_order)
    if found is None:
        row.unread(use, cell, ReportKind.UNREADABLE_DATE)
        return
    if use.column is Column.LAST_CONTACT:
        row.draft.last_contact = found.day
    else:
        row.draft.come_back_on = found.day
    if found.ambiguous:
        row.draft.doubt(ReportKind.AMBIGUOUS_DATE, cell)


def _fee(row: RowDraft, use: ColumnUse, cell: str) -> None:
    money = values.fee(cell, use.currency)
    if money is None:
        known = ReportKind.UNKNOWN_CURRENCY if values.has_amount(cell) else ReportKind.UNREADABLE_NUMBER
        row.unread(use, cell, known)
        return
    paid = PreferenceEntry(Polarity.LIKES, PreferenceCategory.REWARD, RewardKind.PAID.value, money)
    row.draft.preferences.append(paid)
    row.draft.fact(use.header, one_line(cell))


def _gifts(row: RowDraft, use: ColumnUse, cell: str) -> None:
    accepted = values.answer(cell)
    if accepted is None:
        row.unread(use, cell, ReportKind.UNREADABLE_ANSWER)
        return
    polarity = Polarity.LIKES if accepted else Polarity.REFUSES
    gift = PreferenceEntry(polarity, PreferenceCategory.REWARD, RewardKind.GIFT.value)
    row.draft.preferences.append(gift)


def _likes(row: RowDraft, use: ColumnUse, cell: str) -> None:
    polarity = Polarity.AVOIDS if use.column is Column.AVOIDS else Polarity.LIKES
    for item in values.items(clean(cell)):
        row.draft.preferences.append(PreferenceEntry(polarity, PreferenceCategory.TOPIC, item))


def _kind(row: RowDraft, use: ColumnUse, cell: str) -> None:
    for item in values.items(clean(cell)):
        kind = _KINDS.get(fold(item)) or _KINDS.get(fold(item).removesuffix("s"))
        if kind is None:
            row.draft.fact(use.header, item)
        else:
            row.draft.kinds.append(kind)


def _form_of_address(row: RowDraft, use: ColumnUse, cell: str) -> None:
    word = fold(cell).strip()
    if word in _TU:
        row.draft.form_of_address = FormOfAddress.TU
    elif word in _VOUS:
        row.draft.form_of_address = FormOfAddress.VOUS
    else:
        row.unread(use, cell, ReportKind.UNREADABLE_ANSWER)


def _note(row: RowDraft, _use: ColumnUse, cell: str) -> None:
    row.draft.notes.append(clean(cell).strip())


def _how_met(row: RowDraft, _use: ColumnUse, cell: str) -> None:
    row.draft.how_met = clean(cell).strip()


def _fact(row: RowDraft, use: ColumnUse, cell: str) -> None:
    row.draft.fact(row.label(use) or use.header or _("Without a heading"), clean(cell).strip())


def _own(row: RowDraft, use: ColumnUse, cell: str) -> None:
    for part in cell.split(_SEVERAL):
        value, is_ambiguous = own_value(use, part)
        if value:
            row.draft.fields.append(OwnEntry(use.label or use.header, value, use.kind))
        if is_ambiguous:
            row.draft.doubt(ReportKind.AMBIGUOUS_DATE, part)


def _phonetic(row: RowDraft, _use: ColumnUse, cell: str) -> None:
    row.draft.phonetic[f"{len(row.draft.phonetic)}"] = one_line(cell)


def _nickname(row: RowDraft, _use: ColumnUse, cell: str) -> None:
    row.draft.nickname = one_line(cell)
    row.draft.fact(_("Nickname"), row.draft.nickname)


def _middle_name(row: RowDraft, _use: ColumnUse, cell: str) -> None:
    row.draft.name_parts["MIDDLE"] = one_line(cell)


_CELLS: dict[Column, Cell] = {
    Column.EMAIL: _email,
    Column.PHONE: _phone,
    Column.LINK: _link,
    Column.MESSENGER: _messenger,
    Column.HANDLE: _handle,
    Column.PLATFORM: _platform,
    Column.AUDIENCE: _audience,
    Column.AUDIENCE_ON: _audience_on,
    Column.TOPICS: _topics,
    Column.TAGS: _tags,
    Column.ORGANISATION: _organisation,
    Column.TITLE: _title,
    Column.AGENT: _agent,
    Column.LANGUAGES: _languages,
    Column.BIRTHDAY: _birthday,
    Column.LAST_CONTACT: _day,
    Column.COME_BACK_ON: _day,
    Column.FEE: _fee,
    Column.GIFTS_OK: _gifts,
    Column.LIKES: _likes,
    Column.AVOIDS: _likes,
    Column.KIND: _kind,
    Column.FORM_OF_ADDRESS: _form_of_address,
    Column.NOTE: _note,
    Column.HOW_MET: _how_met,
    Column.FACT: _fact,
    Column.OWN: _own,
    Column.PHONETIC_NAME: _phonetic,
    Column.NICKNAME: _nickname,
    Column.MIDDLE_NAME: _middle_name,
}
