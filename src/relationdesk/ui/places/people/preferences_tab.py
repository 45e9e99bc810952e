"""The tab of what a person loves, likes, avoids and refuses, and of the small things worth knowing."""

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relationdesk.domain.drafts import DraftField, about_person
from relationdesk.domain.terms import term
from relationdesk.domain.vocabulary import Polarity, PreferenceCategory
from relationdesk.language.dates import short_day
from relationdesk.language.words import _
from relationdesk.ui.places.people.person_view import PersonView
from relationdesk.ui.places.people.remember_words import preference_text
from relationdesk.ui.places.people.tab_page import TabPage
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.button import Button
from relationdesk.ui.widgets.card import Card
from relationdesk.ui.widgets.choice_field import ChoiceField
from relationdesk.ui.widgets.drafts import drafts_of
from relationdesk.ui.widgets.field import Field
from relationdesk.ui.widgets.field_draft import FieldDraft
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.section_heading import SectionHeading
from relationdesk.work import people
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.people.told import Preference


class PreferencesTab(TabPage):
    """Grouped by how strong the feeling is; each with its category, source and day."""

    said = Signal(str)

    def __init__(self, tasks: Tasks[Reader, Desk], parent: QWidget | None = None) -> None:
        super().__init__(_("Preferences"), parent)
        self._view: PersonView | None = None
        self._polarity = ChoiceField(
            _("How they feel"), [(polarity, term(polarity)) for polarity in Polarity]
        )
        self._category = ChoiceField(
            _("About"), [(category, term(category)) for category in PreferenceCategory]
        )
        self._value = Field(_("What"), _("What? “long formats”"))
        self._value.setObjectName("preference.value")
        self._value.setMinimumWidth(110)
        self._draft = FieldDraft(drafts_of(tasks), self._value)
        self._value.returnPressed.connect(self._on_add)
        add = Button(_("Add"), icon=Icon.PLUS)
        add.setObjectName("preference.add")
        add.setAccessibleName(_("Add a preference"))
        add.clicked.connect(self._on_add)
        line = QHBoxLayout()
        line.setSpacing(Space.SMALL)
        for widget, stretch in ((self._polarity, 0), (self._category, 0), (self._value, 1), (add, 0)):
            line.addWidget(widget, stretch)
        self.top.addLayout(line)

    def show_person(self, view: PersonView) -> None:
        """Show what is known about somebody's taste."""
        shown, self._view = self._view, view
        if shown is None or shown.id != view.id:
            self._draft.belong_to(about_person(DraftField.PREFERENCE, view.id))
        if shown is not None and _known(shown) == _known(view):
            return
        rows = self.fresh_rows()
        for polarity in Polarity:
            lines = [
                (preference_text(line), _source(term(line.category), term(line.source), line.noted_on, view))
                for line in view.page.preferences
                if line.polarity is polarity
            ]
            _add_section(rows, _heading(polarity), lines)
        facts = [
            (
                _("{label}: {value}").format(label=fact.label, value=fact.value)
                if fact.label
                else fact.value,
                short_day(fact.noted_on, view.today) if fact.noted_on else "",
            )
            for fact in view.page.facts
        ]
        _add_section(rows, _("Worth knowing"), facts)
        if not (view.page.preferences or view.page.facts):
            hint = _("Nothing known about what {name} likes yet. Add the first thing above.")
            rows.addWidget(Label(hint.format(name=view.name), Look.SECONDARY, wraps=True))

    def write(self) -> None:
        """Go on writing at what is to be remembered."""
        self._value.setFocus()

    @Slot()
    def _on_add(self) -> None:
        polarity, category, value = self._polarity.value, self._category.value, self._value.text().strip()
        view = self._view
        if view is None or polarity is None or category is None or not value:
            self._value.setFocus()
            return
        self._draft.hand_over(
            self,
            lambda desk: people.knowledge.remember_preference(
                desk, view.id, Preference(polarity, category, value)
            ),
            lambda _id: self.said.emit(
                _("Remembered: {polarity} {value}").format(polarity=term(polarity), value=value)
            ),
        )


def _known(view: PersonView) -> tuple[object, ...]:
    return (view.id, view.page.preferences, view.page.facts)


def _heading(polarity: Polarity) -> str:
    return {
        Polarity.LOVES: _("Loves"),
        Polarity.LIKES: _("Likes"),
        Polarity.AVOIDS: _("Avoids"),
        Polarity.REFUSES: _("Refuses"),
    }[polarity]


def _source(category: str, source: str, noted_on: date | None, view: PersonView) -> str:
    day = short_day(noted_on, view.today) if noted_on else ""
    return " · ".join(part for part in (category, source, day) if part)


def _add_section(rows: QVBoxLayout, title: str, lines: list[tuple[str, str]]) -> None:
    if not lines:
        return
    rows.addWidget(SectionHeading(title, len(lines)))
    card = Card(has_rows=True)
    for text, detail in lines:
        card.add_row(_row(text, detail))
    rows.addWidget(card)
    rows.addSpacing(Space.SMALL)


def _row(text: str, detail: str) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(Space.LARGE, Space.SMALL, Space.LARGE, Space.SMALL)
    line.setSpacing(Space.MEDIUM)
    line.addWidget(Label(text, wraps=True), 1)
    line.addWidget(Label(detail, Look.HINT))
    return row
