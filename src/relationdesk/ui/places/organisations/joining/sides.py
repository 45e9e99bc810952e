"""Two organisations beside each other, what each of them tells, and which of it stays."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QWidget

from relationdesk.domain.terms import term
from relationdesk.domain.vocabulary import OrganisationKind
from relationdesk.language.words import _, plural
from relationdesk.ui.places.organisations.words import in_a_row, kind_words, member_words, refusal_words
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.painting import literal, plain_tip
from relationdesk.work.organisations.queries import ClientPartnership, ClientRefusal, Member, OrganisationPage
from relationdesk.work.organisations.together import is_same_site
from relationdesk.work.organisations.told import Chosen

T = TypeVar("T")

_LONGEST = 34
_MOST_LINES = 6
_TOP, _MIDDLE = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Pair:
    """Two organisations that may be one: the one that is looked at, and another."""

    kept: OrganisationPage
    other: OrganisationPage
    is_other_trashed: bool = False


class SideBySide(QWidget):
    """Says `changed` with everything that is chosen whenever some of it is."""

    changed = Signal(object)

    def __init__(self, pair: Pair, today: date, typed: str = "", parent: QWidget | None = None) -> None:
        """`typed` is a name that is neither of theirs or one of them, and is chosen at first."""
        super().__init__(parent)
        self._today = today
        kept, other = pair.kept.head, pair.other.head
        self.chosen = Chosen(typed or kept.name, _first_kind(pair), kept.website or other.website)
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, Space.SMALL, 0)
        grid.setHorizontalSpacing(Space.LARGE)
        grid.setVerticalSpacing(Space.MEDIUM)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        names = list(dict.fromkeys(name for name in (kept.name, other.name, typed) if name))
        self._choose_of(_("Name"), "name", [(name, name) for name in names], self._keep_name)
        kinds = [(kind, kind_words(kind)) for kind in (kept.kind, other.kind)]
        can_choose = kept.kind is not other.kind and OrganisationKind.OTHER not in (kept.kind, other.kind)
        if can_choose:
            self._choose_of(_("Kind"), "kind", kinds, self._keep_kind)
        else:
            self._tell(_("Kind"), [word for _kind, word in kinds])
        sites = (kept.website, other.website)
        if all(sites) and not is_same_site(*sites):
            self._choose_of(_("Website"), "website", [(site, site) for site in sites], self._keep_website)
        else:
            self._tell(_("Website"), sites)
        for name, lines in (
            (_("People"), lambda page: [self._member(one) for one in page.members]),
            (_("Partnerships"), lambda page: [_partnership(one) for one in page.partnerships]),
            (_("Said no to"), lambda page: [self._refusal(one) for one in page.refusals]),
            (_("Notes"), lambda page: page.head.notes.splitlines()),
        ):
            self._tell(name, [_some(lines(page)) for page in (pair.kept, pair.other)])
        grid.setRowStretch(grid.rowCount(), 1)

    def _choose_of(
        self, name: str, field: str, values: Sequence[tuple[T, str]], keep: Callable[[T], Chosen]
    ) -> None:
        """A row in which one of the values is chosen; `keep` is what is chosen in all with it."""
        group, ways = QButtonGroup(self), []
        for place, (value, word) in enumerate(values):
            way = QRadioButton(literal(word if len(word) <= _LONGEST else f"{word[: _LONGEST - 1]}…"))
            way.setObjectName(f"organisation.{field}.{place}")
            way.setAccessibleName(_("{field}: {value}").format(field=name, value=word))
            way.setToolTip(plain_tip(word))
            way.setChecked(keep(value) == self.chosen)
            way.toggled.connect(partial(self._on_toggled, keep, value))
            group.addButton(way)
            ways.append(way)
        self._put(name, ways)

    def _on_toggled(self, keep: Callable[[T], Chosen], value: T, is_on: bool) -> None:  # noqa: FBT001 - Qt's
        if is_on:
            self.chosen = keep(value)
            self.changed.emit(self.chosen)

    def _keep_name(self, name: str) -> Chosen:
        return replace(self.chosen, name=name)

    def _keep_kind(self, kind: OrganisationKind) -> Chosen:
        return replace(self.chosen, kind=kind)

    def _keep_website(self, website: str) -> Chosen:
        return replace(self.chosen, website=website)

    def _tell(self, name: str, sides: Sequence[str]) -> None:
        """A row that tells what both say; none where they say nothing."""
        if any(sides):
            self._put(name, [Label(side or "—", wraps=True) for side in sides])

    def _put(self, name: str, widgets: Sequence[QWidget]) -> None:
        """A row of both sides; what is beyond two stands below them."""
        row = self._grid.rowCount()
        is_line = all(isinstance(widget, QRadioButton) for widget in widgets)
        self._grid.addWidget(Label(name, Look.SECONDARY), row, 0, _MIDDLE if is_line else _TOP)
        for place, widget in enumerate(widgets):
            self._grid.addWidget(widget, row + place // 2, 1 + place % 2, _TOP)

    def _member(self, one: Member) -> str:
        return in_a_row(one.name, member_words(one, self._today))

    def _refusal(self, one: ClientRefusal) -> str:
        return in_a_row(one.person, refusal_words(one, self._today))


def _first_kind(pair: Pair) -> OrganisationKind:
    kept, other = pair.kept.head.kind, pair.other.head.kind
    return other if kept is OrganisationKind.OTHER else kept


def _partnership(one: ClientPartnership) -> str:
    return in_a_row(one.person, one.title, term(one.stage))


def _some(lines: Sequence[str]) -> str:
    """The first lines, and how many more there are."""
    more = len(lines) - _MOST_LINES
    shown = list(lines) if more <= 1 else [*lines[:_MOST_LINES], plural("and {n} more", "and {n} more", more)]
    return "\n".join(shown)
