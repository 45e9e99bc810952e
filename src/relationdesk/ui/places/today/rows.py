"""Today's page as the rows and sections that are shown."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from relationdesk.domain.drafts import DraftField, DraftKey
from relationdesk.domain.ids import FollowUpId, PartnershipId, PersonId
from relationdesk.domain.reasons import Reason, ReasonKind
from relationdesk.domain.terms import term
from relationdesk.language.words import _, begun
from relationdesk.ui.places.today import wording
from relationdesk.ui.theme.tokens import Tone
from relationdesk.ui.widgets.chip import ChipText
from relationdesk.work.today.agreed_days import EmbargoRow, LoanRow
from relationdesk.work.today.distant import DistantRow
from relationdesk.work.today.queries import BirthdayRow, DueRow, TodayPage
from relationdesk.work.today.sections import SectionName, SectionRow, TodaySection, sections_in
from relationdesk.work.today.sentences import (
    birthday_reason,
    distant_reason,
    embargo_reason,
    last_said,
    loan_reason,
    reason_words,
)


class RowKind(StrEnum):
    """What a row is about, and so what can be done with it."""

    FOLLOW_UP = "follow_up"
    DISTANT = "distant"
    BIRTHDAY = "birthday"
    LOAN = "loan"
    EMBARGO = "embargo"


@dataclass(frozen=True, slots=True)
class RowKey:
    """The identity by which a row stays selected when the page is read again."""

    kind: RowKind
    id: int


@dataclass(frozen=True, slots=True)
class Row:
    """One person to come back to; `plan_reason` is what a follow-up planned from here says.

    `idea` is what there is to write about, where the program has a reason to propose.
    """

    key: RowKey
    person_id: PersonId
    name: str
    detail: str
    why: str
    last: str
    chip: ChipText
    exact: str
    spoken: str
    plan_reason: str = ""
    idea: str = ""

    def draft_key(self, field: DraftField) -> DraftKey:
        """Where a line that is written under the row is kept until it is answered."""
        return DraftKey(field, self.key.id, self.person_id)

    @property
    def can_be_done(self) -> bool:
        """Whether there is something to tick off: a person who grew distant is only come back to."""
        return self.key.kind is not RowKind.DISTANT

    @property
    def follow_up(self) -> FollowUpId | None:
        """The follow-up that the row is about."""
        return FollowUpId(self.key.id) if self.key.kind is RowKind.FOLLOW_UP else None

    @property
    def partnership(self) -> PartnershipId | None:
        """The partnership that the row is about."""
        is_agreed = self.key.kind in {RowKind.LOAN, RowKind.EMBARGO}
        return PartnershipId(self.key.id) if is_agreed else None


@dataclass(frozen=True, slots=True)
class Section:
    """Rows under one heading; `count` is how many there are, shown or not.

    Of what has been waiting no more than `most` rows are shown until the user asks for all. `unread` of the
    rows are not here yet.
    """

    title: str
    tone: Tone
    count: int
    rows: tuple[Row, ...]
    most: int | None = None
    unread: int = 0


def sections_of(page: TodayPage, daily_cap: int) -> list[Section]:
    """The sections that have something in them, in the order of the page."""
    return [_section(section, page, daily_cap) for section in sections_in(page)]


def trimmed(section: Section) -> Section:
    """The section with what is shown of it until the user asks for all."""
    return section if section.most is None else replace(section, rows=section.rows[: section.most])


def capped(sections: Sequence[Section], limit: int) -> tuple[list[Section], int]:
    """The sections with at most `limit` rows in all, and how many rows are left out."""
    shown: list[Section] = []
    room = limit
    for section in sections:
        rows = section.rows[:room]
        if rows:
            shown.append(replace(section, rows=rows))
        room -= len(rows)
    there = sum(len(section.rows) + section.unread for section in sections)
    return shown, there - sum(len(part.rows) for part in shown)


def _section(section: TodaySection, page: TodayPage, daily_cap: int) -> Section:
    rows = tuple(_of(row, page) for row in section.rows)
    is_overdue = section.name is SectionName.OVERDUE
    return Section(
        title=section.title,
        tone=Tone.BAD if is_overdue else Tone.NEUTRAL,
        count=len(rows) + section.unread,
        rows=rows,
        most=daily_cap if is_overdue else None,
        unread=section.unread,
    )


def _of(row: SectionRow, page: TodayPage) -> Row:
    match row:
        case DueRow():
            return _of_due(row, page.day)
        case LoanRow():
            return _of_loan(row, page.day)
        case EmbargoRow():
            return _of_embargo(row, page.day)
        case BirthdayRow():
            return _of_birthday(row, page.day)
        case DistantRow():
            return _of_distant(row, page.reasons.get(row.person_id), page.day)


def _of_due(row: DueRow, today: date) -> Row:
    chip = wording.due_chip(row, today)
    return Row(
        key=RowKey(RowKind.FOLLOW_UP, row.id),
        person_id=row.person_id,
        name=row.name,
        detail=wording.detail(row.topic, row.platform),
        why=row.reason or term(row.action),
        last=last_said(row.last_kind, row.last_title, row.last_text, row.last_on, today),
        chip=chip,
        exact=wording.due_exactly(row.due_on, row.due_at),
        spoken=wording.spoken_due(row, chip.text),
    )


def _of_distant(row: DistantRow, reason: Reason | None, today: date) -> Row:
    chip, why = wording.distant_chip(row, today), distant_reason(row, today)
    idea = "" if reason is None else reason_words(reason, today)
    is_last_talk = reason is not None and reason.kind is ReasonKind.LAST_TALK
    last = last_said(row.last_kind, row.last_title, row.last_text, row.last_on, today)
    return Row(
        key=RowKey(RowKind.DISTANT, row.person_id),
        person_id=row.person_id,
        name=row.name,
        detail=wording.detail(row.topic, row.platform),
        why=why,
        idea=_("A reason to write: {reason}").format(reason=idea) if idea else "",
        last="" if is_last_talk else last,
        chip=chip,
        exact=wording.due_exactly(row.last_two_way, None) if row.last_two_way else "",
        spoken=wording.spoken_distant(row, why, idea, chip.text),
        plan_reason=begun(idea) if idea else _("Get back in touch"),
    )


def _of_birthday(row: BirthdayRow, today: date) -> Row:
    key, why = RowKey(RowKind.BIRTHDAY, row.person_id), birthday_reason(row, today)
    return _of_date(row, key, why, wording.birthday_chip(), today, plan_reason=_("Wish a happy birthday"))


def _of_loan(row: LoanRow, today: date) -> Row:
    plan_reason = _("Ask for it back: {title}").format(title=row.title)
    key, why = RowKey(RowKind.LOAN, row.id), loan_reason(row)
    found = _of_date(row, key, why, wording.loan_chip(row, today), today, plan_reason=plan_reason)
    return replace(found, exact=wording.due_exactly(row.return_on, None))


def _of_embargo(row: EmbargoRow, today: date) -> Row:
    plan_reason = _("The embargo is over: {title}").format(title=row.title)
    key, why = RowKey(RowKind.EMBARGO, row.id), embargo_reason(row, today)
    found = _of_date(row, key, why, wording.embargo_chip(), today, plan_reason=plan_reason)
    return replace(found, exact=wording.due_exactly(row.embargo_until, None))


def _of_date(
    row: BirthdayRow | LoanRow | EmbargoRow,
    key: RowKey,
    why: str,
    chip: ChipText,
    today: date,
    *,
    plan_reason: str,
) -> Row:
    return Row(
        key=key,
        person_id=row.person_id,
        name=row.name,
        detail=wording.detail(row.topic, row.platform),
        why=why,
        last=last_said(row.last_kind, row.last_title, row.last_text, row.last_on, today),
        chip=chip,
        exact="",
        spoken=wording.spoken(row.name, row.topic, why, chip.text),
        plan_reason=plan_reason,
    )
