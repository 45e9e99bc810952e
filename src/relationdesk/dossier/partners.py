"""Partnerships as a quiet table, and the exclusivities that run beside them."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from relationdesk.dossier.content import Exclusivity, PartnershipLine
from relationdesk.dossier.phrases import money_text, named, short_month, short_month_year
from relationdesk.language.dates import long_day
from relationdesk.language.words import _


def partnerships(
    lines: Sequence[PartnershipLine], exclusivities: Sequence[Exclusivity]
) -> dict[str, Any] | None:
    """The table with its header, or None when there is neither a partnership nor an exclusivity."""
    if not lines and not exclusivities:
        return None
    return {
        "title": _("Partnerships"),
        "columns": [_("Client"), _("Stage"), _("Reward"), _("When")],
        "rows": [_row(line) for line in lines],
        "remarks": [*(said for line in lines for said in _waits(line)), *map(_exclusivity, exclusivities)],
    }


def _row(line: PartnershipLine) -> dict[str, Any]:
    return {
        "client": line.client,
        "title": line.title,
        "stage": named(line.stage),
        "reward": named(line.reward) if line.reward else "",
        "money": money_text(line.money) if line.money else "",
        "when": _when(line.begun, line.ended),
        "outcome": line.outcome,
    }


def _when(begun: date | None, ended: date | None) -> str:
    if begun and ended:
        if (begun.year, begun.month) == (ended.year, ended.month):
            return short_month_year(ended)
        if begun.year == ended.year:
            return _("{start} – {end}").format(start=short_month(begun), end=short_month_year(ended))
        return _("{start} – {end}").format(start=short_month_year(begun), end=short_month_year(ended))
    if begun:
        return _("since {start}").format(start=short_month_year(begun))
    return _("until {end}").format(end=short_month_year(ended)) if ended else ""


def _waits(line: PartnershipLine) -> Iterator[str]:
    if line.embargo_until:
        yield _("Nothing of “{title}” may be published before {day}.").format(
            title=line.title, day=long_day(line.embargo_until)
        )
    if line.back_on:
        yield _("What was lent for “{title}” comes back on {day}.").format(
            title=line.title, day=long_day(line.back_on)
        )


def _exclusivity(exclusivity: Exclusivity) -> str:
    return _("Exclusive for {client} in {category} until {day}.").format(
        client=exclusivity.client, category=exclusivity.category, day=long_day(exclusivity.until)
    )
