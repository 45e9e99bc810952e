"""What Today shows, in a terminal and as data."""

import json
from argparse import Namespace
from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import date, timedelta
from typing import Any

from relationdesk.domain.clock import today
from relationdesk.domain.reasons import Reason
from relationdesk.domain.terms import term
from relationdesk.domain.vocabulary import PromiseSide
from relationdesk.language.dates import due_in_words, full_day, short_day
from relationdesk.language.words import _
from relationdesk.work.desks import Desk
from relationdesk.work.today.agreed_days import AgreedDays, EmbargoRow, LoanRow, embargoes_over, loans_until
from relationdesk.work.today.distant import DistantRow
from relationdesk.work.today.queries import (
    DAYS_AHEAD,
    BirthdayRow,
    DueRow,
    OwedRow,
    TodayPage,
    due_until,
    today_page,
)
from relationdesk.work.today.sections import (
    AgreedRow,
    Coming,
    SectionName,
    SectionRow,
    TodaySection,
    birthday_in,
    coming_in,
    sections_in,
    waiting_in,
)
from relationdesk.work.today.sentences import (
    birthday_reason,
    distant_past,
    distant_reason,
    due_when,
    embargo_reason,
    last_said,
    loan_reason,
    loan_when,
    reason_words,
)

Print = Callable[[str], None]
Data = dict[str, Any]


def due(words: Namespace, desk: Desk, say: Print) -> None:
    """Say what Today shows, the week ahead included; with `--until`, what comes as far as that day.

    For a day that has passed, what has been waiting since then.
    """
    day = today(desk.clock)
    until = words.until or day + timedelta(days=DAYS_AHEAD)
    if until < day:
        sections, page = [_waiting_since(desk, day, until)], None
    else:
        page = today_page(desk.reader, day, until=until)
        sections = sections_in(page)
    if words.json:
        say(json.dumps(_data(sections, page, day), ensure_ascii=False, indent=1, default=str))
    else:
        say("\n".join(_lines(sections, page, day, until)) or _("Nobody is waiting."))


def _waiting_since(desk: Desk, day: date, until: date) -> TodaySection:
    agreed: tuple[AgreedRow, ...] = (
        *loans_until(desk.reader, until),
        *embargoes_over(desk.reader, day, until),
    )
    return TodaySection(SectionName.OVERDUE, waiting_in(due_until(desk.reader, until), agreed))


def _lines(sections: list[TodaySection], page: TodayPage | None, day: date, until: date) -> Iterator[str]:
    for section in sections:
        if section.rows:
            yield _title(section, day, until)
            for row in section.rows:
                yield from _row_lines(row, page, day)
    if page is not None and page.promises:
        yield _("Promises")
        yield from (f"  {_promise_line(promise, day)}" for promise in page.promises)
    if page is not None and (coming := coming_in(page)):
        yield _("Coming up")
        yield from (f"  {_coming_line(one)}" for one in coming)


def _title(section: TodaySection, day: date, until: date) -> str:
    if section.name is SectionName.WEEK and until > day + timedelta(days=DAYS_AHEAD):
        return _("Until {day}").format(day=short_day(until, day))
    return section.title


def _row_lines(row: SectionRow, page: TodayPage | None, day: date) -> Iterator[str]:
    why, when = _why_and_when(row, day)
    last = last_said(row.last_kind, row.last_title, row.last_text, row.last_on, day)
    yield "  " + _("{name} — {reason} ({when}). {last}").format(
        name=row.name, reason=why, when=when, last=last
    )
    idea = _idea(row, page)
    if idea is not None:
        yield "    " + _("A reason to write: {reason}").format(reason=reason_words(idea, day))


def _why_and_when(row: SectionRow, day: date) -> tuple[str, str]:
    match row:
        case DueRow():
            return row.reason or term(row.action), due_when(row, day)
        case LoanRow():
            return loan_reason(row), loan_when(row, day)
        case EmbargoRow():
            return embargo_reason(row, day), _("embargo over")
        case BirthdayRow():
            return birthday_reason(row, day), _("birthday")
        case _:
            return distant_reason(row, day), distant_past(row, day)


def _idea(row: SectionRow, page: TodayPage | None) -> Reason | None:
    return page.reasons.get(row.person_id) if page is not None and isinstance(row, DistantRow) else None


def _promise_line(promise: OwedRow, day: date) -> str:
    sentence = (
        _("You owe {name}: {what} ({when})")
        if promise.side is PromiseSide.I_OWE
        else _("{name} owes you: {what} ({when})")
    )
    if promise.due_on is None:
        when = _("since {day}").format(day=short_day(promise.made_on, day))
    else:
        when = due_in_words(promise.due_on, day)
    return sentence.format(name=promise.name, what=promise.what, when=when)


def _coming_line(coming: Coming) -> str:
    return _("{name} — {what} ({when})").format(name=coming.name, what=coming.what, when=full_day(coming.day))


def _data(sections: list[TodaySection], page: TodayPage | None, day: date) -> list[Data]:
    """Every row with its section, its kind, and `day`, the day that it is about; the rest is as it is kept.

    The keys are promised in docs/formats.md.
    """
    rows = [_row_data(row, section.name, page, day) for section in sections for row in section.rows]
    if page is not None:
        rows += [_tagged("promises", "promise", promise.due_on, promise) for promise in page.promises]
        ahead = [
            *(_tagged("coming_up", "birthday", birthday_in(row, day), row) for row in page.birthdays_ahead),
            *_agreed_data(page.agreed),
        ]
        rows += sorted(ahead, key=lambda row: (row["day"], row["name"]))
    return rows


def _agreed_data(agreed: AgreedDays) -> Iterator[Data]:
    for kind, days in (
        ("contract_end", agreed.endings),
        ("loan_return", agreed.returns_ahead),
        ("embargo_end", agreed.embargoes_ahead),
    ):
        for ahead in days:
            data = _tagged("coming_up", kind, ahead.day, ahead)
            data[data.pop("agreed")] = ahead.day
            yield data


def _row_data(row: SectionRow, section: SectionName, page: TodayPage | None, day: date) -> Data:
    if isinstance(row, DueRow):
        return _tagged(section, "follow_up", row.due_on, row)
    if isinstance(row, LoanRow):
        return _tagged(section, "loan_return", row.return_on, row)
    if isinstance(row, EmbargoRow):
        return _tagged(section, "embargo_end", row.embargo_until, row)
    if isinstance(row, BirthdayRow):
        return _tagged(section, "birthday", day, row)
    idea = _idea(row, page)
    return _tagged(section, "distant", None, row) | {
        "reason_to_write": None if idea is None else asdict(idea)
    }


def _tagged(section: str, kind: str, day: date | None, row: Any) -> Data:
    return {"section": section, "kind": kind, "day": day} | asdict(row)
