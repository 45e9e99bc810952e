"""The tab of what a person loves, likes, avoids and refuses, said no to, and of what is worth knowing."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relationdesk.domain.drafts import DraftField, about_person
from relationdesk.domain.sharing import PersonField, Shareable
from relationdesk.domain.suiting.record import Quiet
from relationdesk.domain.terms import term
from relationdesk.domain.vocabulary import Polarity, PreferenceCategory
from relationdesk.language.words import _
from relationdesk.ui.places.people.eyes import Eyes, eyes_of
from relationdesk.ui.places.people.knowledge.add_knowledge import AddKnowledge
from relationdesk.ui.places.people.knowledge.kept_already import Line, Told
from relationdesk.ui.places.people.knowledge.knowledge_forms import (
    FactForm,
    KnowledgeForm,
    PreferenceForm,
    RefusalForm,
)
from relationdesk.ui.places.people.knowledge.knowledge_words import (
    fact_words,
    polarity_heading,
    preference_words,
    refusal_words,
)
from relationdesk.ui.places.people.knowledge.known_row import KnownRow
from relationdesk.ui.places.people.knowledge.quiet_times import QuietTimes
from relationdesk.ui.places.people.person_view import PersonView
from relationdesk.ui.places.people.sharing_words import field_words
from relationdesk.ui.places.people.tab_page import TabPage
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.card import Card
from relationdesk.ui.widgets.drafts import drafts_of
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.section_heading import SectionHeading
from relationdesk.ui.widgets.tab_order import put_after
from relationdesk.work import people
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.people.record_lines import FactLine, PreferenceLine, RefusalLine
from relationdesk.work.people.suiting import quiet_of
from relationdesk.work.people.told import Fact, Preference, Refusal

_SHAREABLE: dict[type[Line], Shareable] = {
    PreferenceLine: Shareable.PREFERENCE,
    FactLine: Shareable.FACT,
    RefusalLine: Shareable.REFUSAL,
}


class PreferencesTab(TabPage):
    """Grouped by how strong the feeling is; each is changed in place, with its source and day.

    While a row is being changed the rows stay where they are, and go where they belong when it is closed.
    """

    said = Signal(str)

    def __init__(self, tasks: Tasks[Reader, Desk], parent: QWidget | None = None) -> None:
        super().__init__(_("Preferences"), parent)
        self._tasks = tasks
        self._view: PersonView | None = None
        self._eyes = eyes_of(tasks)
        self._rows: dict[tuple[type[Line], int], KnownRow] = {}
        self._to_open: tuple[type[Line], int] | None = None
        self._quiet: QuietTimes | None = None
        self._add = AddKnowledge(drafts_of(tasks))
        self._add.added.connect(self._on_added)
        self._add.kept_asked.connect(self._on_kept_asked)
        self.top.addWidget(self._add)

    def show_person(self, view: PersonView) -> None:
        """Show what is known about somebody's taste."""
        shown, self._view = self._view, view
        is_other = shown is None or shown.id != view.id
        if is_other:
            self._add.belong_to(about_person(DraftField.PREFERENCE, view.id))
        self._add.show_kept(_lines(view))
        if not is_other and shown is not None and _known(shown) == _known(view):
            return
        if is_other or not self._is_changing(view):
            self._show_rows(view)
        else:
            self._show_words(view)

    def write(self) -> None:
        """Go on writing at what is to be remembered."""
        self._add.value.setFocus()

    def show_quiet_times(self) -> None:
        """Put the keyboard where it is said when somebody is to be left in peace."""
        if self._quiet is not None:
            self._quiet.take_focus()
            self.ensureWidgetVisible(self._quiet)

    def _is_changing(self, view: PersonView) -> bool:
        """Whether a row is open that is still there."""
        there = {(type(line), line.id) for line in _lines(view)}
        return any(row.is_open and key in there for key, row in self._rows.items())

    def _show_words(self, view: PersonView) -> None:
        for line in _lines(view):
            row = self._rows.get((type(line), line.id))
            if row is not None:
                row.show_words(*_words(line, view))
        if self._quiet is not None:
            self._quiet.show_quiet(quiet_of(view.page.record))

    def _show_rows(self, view: PersonView) -> None:
        self._rows = {}
        rows = self.fresh_rows()
        page = view.page
        for polarity in Polarity:
            felt = [one for one in page.preferences if one.polarity is polarity]
            self._add_section(rows, polarity_heading(polarity), felt, view)
        self._add_section(rows, _("Said no to"), page.refusals, view)
        self._add_section(rows, _("Worth knowing"), page.facts, view)
        if not self._rows:
            hint = _("Nothing known about what {name} likes yet. Add the first thing above.")
            rows.addWidget(Label(hint.format(name=view.name), Look.SECONDARY, wraps=True))
        self._add_quiet(rows, view)
        if (inside := rows.parentWidget()) is not None:
            put_after(self._add.button, inside)
        if self._to_open in self._rows:
            self._rows[self._to_open].open()
        self._to_open = None

    def _add_section(
        self, rows: QVBoxLayout, title: str, lines: list[PreferenceLine] | tuple[Line, ...], view: PersonView
    ) -> None:
        if not lines:
            return
        rows.addWidget(SectionHeading(title, len(lines)))
        card = Card(has_rows=True)
        for line in lines:
            card.add_row(self._row(line, view))
        rows.addWidget(card)
        rows.addSpacing(Space.SMALL)

    def _row(self, line: Line, view: PersonView) -> QWidget:
        goes_up = isinstance(line, PreferenceLine) and line.category is PreferenceCategory.CHANNEL
        row = KnownRow(*_words(line, view), partial(self._form, line, view), goes_up=goes_up)
        key = (type(line), line.id)
        row.put_eye(self._eyes.made(row, (_SHAREABLE[type(line)], line.id), _words(line, view)[0]))
        row.changed.connect(partial(self._on_changed, line.id))
        row.removed.connect(partial(self._on_removed, line))
        row.preferred.connect(partial(self._on_preferred, line.id))
        row.closed.connect(self._on_closed)
        self._rows[key] = row
        return row

    def _form(self, line: Line, shown_in: PersonView) -> KnowledgeForm:
        """The fields of what a row shows, with what is kept now."""
        view = self._view or shown_in
        now = next((one for one in _lines(view) if (type(one), one.id) == (type(line), line.id)), line)
        if isinstance(now, PreferenceLine):
            return PreferenceForm(now, view)
        return FactForm(now, view) if isinstance(now, FactLine) else RefusalForm(now, view)

    def _add_quiet(self, rows: QVBoxLayout, view: PersonView) -> None:
        rows.addWidget(SectionHeading(_("To be left in peace")))
        card = Card(has_rows=True)
        self._quiet = QuietTimes()
        self._quiet.show_quiet(quiet_of(view.page.record))
        self._quiet.chosen.connect(self._on_quiet)
        card.add_row(_with_eye(self._quiet, self._eyes))
        rows.addWidget(card)

    @Slot()
    def _on_closed(self) -> None:
        if self._view is not None:
            self._show_rows(self._view)

    @Slot(object)
    def _on_added(self, told: Told) -> None:
        view = self._view
        if view is None:
            return
        self._add.draft.hand_over(self, _adding(told, view), lambda row: self._on_kept(told, row))

    @Slot(object)
    def _on_kept_asked(self, line: Line) -> None:
        """Lead to what is kept already; what was typed says no more than that."""
        self._add.draft.drop()
        row = self._rows[type(line), line.id]
        if not row.is_open:
            row.open()
        self.ensureWidgetVisible(row)

    def _on_kept(self, told: Told, row: int) -> None:
        if isinstance(told, Refusal):
            self._open_once_shown((RefusalLine, row))
        words = told.what if isinstance(told, Refusal) else told.value
        if isinstance(told, Preference) and told.reward is not None and not words:
            words = term(told.reward)
        self.said.emit(_("Remembered: {what}").format(what=words))

    def _open_once_shown(self, key: tuple[type[Line], int]) -> None:
        """Open a row for what else there is to tell, now or when it is shown."""
        if key in self._rows:
            self._rows[key].open()
        else:
            self._to_open = key

    def _on_changed(self, row: int, told: Told) -> None:
        self._tasks.change(self, _changing(told, row), lambda _none: self.said.emit(_("Changed")))

    def _on_removed(self, line: Line) -> None:
        text, _detail = _words(line, self._view) if self._view is not None else ("", "")
        self._tasks.change(
            self,
            _removing(line),
            lambda _none: self.said.emit(_("Forgotten: {what}").format(what=text)),
        )

    def _on_preferred(self, row: int) -> None:
        self._tasks.change(
            self,
            lambda desk: people.knowledge.prefer_channel(desk, row),
            lambda _none: self.said.emit(_("Moved up")),
        )

    @Slot(object)
    def _on_quiet(self, quiet: Quiet) -> None:
        view = self._view
        if view is None:
            return
        self._tasks.change(
            self,
            lambda desk: people.knowledge.set_quiet_times(
                desk, view.id, weekdays=quiet.weekdays, starts=quiet.starts, ends=quiet.ends
            ),
            lambda _none: self.said.emit(_("Quiet times kept")),
        )


def _with_eye(quiet: QuietTimes, eyes: Eyes) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, Space.TIGHT, Space.SMALL, 0)
    line.setSpacing(0)
    line.addWidget(quiet, 1)
    what = field_words(PersonField.QUIET_TIMES)
    eye = eyes.made(row, PersonField.QUIET_TIMES, what, lambda: quiet.holds_any)
    line.addWidget(eye, 0, Qt.AlignmentFlag.AlignTop)
    return row


def _adding(told: Told, view: PersonView) -> Callable[[Desk], int]:
    if isinstance(told, Preference):
        return lambda desk: people.knowledge.remember_preference(desk, view.id, told)
    if isinstance(told, Fact):
        return lambda desk: people.knowledge.remember_fact(desk, view.id, told)
    return lambda desk: people.knowledge.note_refusal(desk, view.id, told)


def _changing(told: Told, row: int) -> Callable[[Desk], None]:
    if isinstance(told, Preference):
        return lambda desk: people.knowledge.change_preference(desk, row, told)
    if isinstance(told, Fact):
        return lambda desk: people.knowledge.change_fact(desk, row, told)
    return lambda desk: people.knowledge.change_refusal(desk, row, told)


def _removing(line: Line) -> Callable[[Desk], None]:
    if isinstance(line, PreferenceLine):
        return lambda desk: people.knowledge.remove_preference(desk, line.id)
    if isinstance(line, FactLine):
        return lambda desk: people.knowledge.remove_fact(desk, line.id)
    return lambda desk: people.knowledge.remove_refusal(desk, line.id)


def _lines(view: PersonView) -> list[Line]:
    return [*view.page.preferences, *view.page.refusals, *view.page.facts]


def _words(line: Line, view: PersonView) -> tuple[str, str]:
    today: date = view.today
    if isinstance(line, PreferenceLine):
        return preference_words(line, today)
    return fact_words(line, today) if isinstance(line, FactLine) else refusal_words(line, today)


def _known(view: PersonView) -> tuple[object, ...]:
    return (view.id, view.page.preferences, view.page.refusals, view.page.facts, quiet_of(view.page.record))
