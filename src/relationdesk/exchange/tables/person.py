"""What the cells of a row say only together: addresses, audiences, the name."""

from dataclasses import replace

from relationdesk.domain.card import AddressEntry, ContactEntry
from relationdesk.domain.vocabulary import (
    ContactKind,
)
from relationdesk.exchange.draft import Draft
from relationdesk.exchange.encoding import one_line
from relationdesk.exchange.reports import ReportKind
from relationdesk.exchange.tables import dates
from relationdesk.exchange.tables.columns import ColumnUse
from relationdesk.exchange.tables.row_draft import RowDraft


def finish(row: RowDraft) -> None:
    """Complete a row whose cells have all been read."""
    _finish_handles(row)
    for group, parts in row.addresses.items():
        _finish_address(row, group, parts)
    draft = row.draft
    if not draft.display_name:
        names = (draft.given_name, draft.name_parts.get("MIDDLE", ""), draft.family_name)
        draft.display_name = " ".join(filter(None, names))
    if not draft.display_name:
        draft.display_name = _borrowed_name(draft)
        if draft.display_name:
            draft.doubt(ReportKind.NAME_BORROWED, draft.display_name)


def _finish_address(row: RowDraft, group: str, parts: dict[str, str]) -> None:
    """A street makes an address; a town alone is where the person lives."""
    draft = row.draft
    street = parts.get("street") or parts.get("formatted") or ""
    draft.city = draft.city or parts.get("city", "")
    draft.country = draft.country or parts.get("country", "")
    is_second = (parts.get("city", ""), parts.get("country", "")) != (draft.city, draft.country)
    if street or parts.get("region") or parts.get("postcode") or is_second:
        label = row.labels.get(group, group if group in {"home", "work", "other"} else "")
        entry = AddressEntry(
            label=label,
            street=street,
            city=parts.get("city", ""),
            region=parts.get("region", ""),
            postcode=parts.get("postcode", ""),
            country=parts.get("country", ""),
        )
        draft.addresses.append((entry, 1 if f"*{group}" in row.labels else 0))


def _finish_handles(row: RowDraft) -> None:
    draft = row.draft
    draft.handles = [h if h.platform else replace(h, platform=row.platform) for h in draft.handles]
    for use, cell, number in row.audiences:
        if not _give_audience(row, use, number):
            draft.fact(use.header, one_line(cell))
    for handle in draft.handles:
        if not handle.platform:
            draft.doubt(ReportKind.UNKNOWN_PLATFORM, handle.name)


def _give_audience(row: RowDraft, use: ColumnUse, number: int) -> bool:
    """Give a reading to the first account of its platform that has none yet."""
    for index, handle in enumerate(row.draft.handles):
        if handle.audience is None and (not use.platform or handle.platform == use.platform):
            day = _audience_day(row, use)
            row.draft.handles[index] = replace(handle, audience=number, audience_on=day.day if day else None)
            return True
    return False


def _audience_day(row: RowDraft, use: ColumnUse) -> dates.DayReading | None:
    for other, cell in row.audience_days:
        if other.platform in {"", use.platform}:
            return dates.day(cell, other.date_order, other.borrowed_order)
    return None


def _borrowed_name(draft: Draft) -> str:
    contacts: dict[ContactKind, ContactEntry] = {e.kind: e for e, _preference in reversed(draft.contacts)}
    candidates = (
        draft.nickname,
        f"@{draft.handles[0].name}" if draft.handles else "",
        next((role.organisation for role in draft.roles.values() if role.organisation), ""),
        *(contacts[kind].value for kind in (ContactKind.EMAIL, ContactKind.PHONE) if kind in contacts),
    )
    return next(filter(None, candidates), "")
