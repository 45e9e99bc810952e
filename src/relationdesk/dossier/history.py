"""What happened, month by month, and what is still to come: promises and next steps."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import Any

from relationdesk.domain.vocabulary import PromiseSide
from relationdesk.dossier.content import HistoryEntry, NextStep, OpenPromise
from relationdesk.dossier.notes import blocks_of
from relationdesk.dossier.phrases import in_a_row, named
from relationdesk.language.dates import clock_time, due_in_words, long_day, month_year, short_day
from relationdesk.language.words import _


def months(entries: Sequence[HistoryEntry]) -> list[dict[str, Any]]:
    """The history by month, the newest first."""
    newest_first = sorted(entries, key=lambda entry: entry.on, reverse=True)
    by_month = groupby(newest_first, key=lambda entry: entry.on.replace(day=1))
    return [
        {"name": month_year(month), "entries": [_entry(each) for each in group]} for month, group in by_month
    ]


def promises(open_promises: Sequence[OpenPromise], today: date) -> dict[str, Any] | None:
    """What each side still owes, ours first."""
    sides = ((PromiseSide.I_OWE, _("You promised")), (PromiseSide.THEY_OWE, _("They promised")))
    groups = [
        {"label": label, "lines": [_promise(each, today) for each in open_promises if each.side is side]}
        for side, label in sides
    ]
    kept = [group for group in groups if group["lines"]]
    return {"title": _("Open promises"), "groups": kept} if kept else None


def next_steps(steps: Sequence[NextStep], today: date) -> dict[str, Any] | None:
    """The open follow-ups in the order of their days."""
    if not steps:
        return None
    in_order = sorted(steps, key=lambda step: step.due)
    return {
        "title": _("Next steps"),
        "groups": [{"label": named(step.action), "lines": [_step(step, today)]} for step in in_order],
    }


def _entry(entry: HistoryEntry) -> dict[str, Any]:
    parts = {
        "day": short_day(entry.on, entry.on),
        "kind": named(entry.kind),
        "title": entry.title,
        "place": entry.place,
        "people": _("With {people}").format(people=in_a_row(entry.people)) if entry.people else "",
        "blocks": blocks_of(entry.text),
    }
    return {key: part for key, part in parts.items() if part}


def _promise(promise: OpenPromise, today: date) -> dict[str, str]:
    if promise.due:
        small = _("due {when}").format(when=_day_and_lateness(promise.due, today))
    elif promise.made_on:
        small = _("promised on {day}").format(day=long_day(promise.made_on))
    else:
        small = ""
    return {"text": promise.what, "small": small} if small else {"text": promise.what}


def _step(step: NextStep, today: date) -> dict[str, str]:
    when = _day_and_lateness(step.due, today)
    if step.at is not None:
        when = _("{day}, {hour}").format(day=when, hour=clock_time(step.at))
    return {"text": step.reason, "small": when}


def _day_and_lateness(due: date, today: date) -> str:
    """A day that stays true on paper, with how late it was when the document was made."""
    if due >= today:
        return long_day(due)
    return _("{day}, {late}").format(day=long_day(due), late=due_in_words(due, today))
