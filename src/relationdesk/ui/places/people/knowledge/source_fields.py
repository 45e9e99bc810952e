"""Where something that is to be remembered is known from: how, from what happened, and since when."""

from datetime import date
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from relationdesk.domain.terms import term
from relationdesk.domain.vocabulary import Source
from relationdesk.language.dates import short_day
from relationdesk.language.words import _
from relationdesk.ui.places.people.person_view import PersonView
from relationdesk.ui.places.people.timeline.timeline_words import shown_entry
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.choice_field import ChoiceField
from relationdesk.ui.widgets.date_field import DateField
from relationdesk.ui.widgets.flow_layout import FlowLayout
from relationdesk.work.history.queries import EntryKind

BY_HAND: Final = (Source.THEY_SAID, Source.I_SAW, Source.I_GUESS)
"""How the user may know what they tell themselves."""
_MOST_OFFERED = 20
_WIDEST = 260


class SourceFields(QWidget):
    """Says `changed` when the user changes one of them; without `has_how` it is not asked how it is known."""

    changed = Signal()

    def __init__(
        self, view: PersonView, kept: int | None, parent: QWidget | None = None, *, has_how: bool = True
    ) -> None:
        super().__init__(parent)
        self.how: ChoiceField[Source] = ChoiceField(
            _("How you know"), [(source, term(source)) for source in Source]
        )
        self.happened: ChoiceField[int | None] = ChoiceField(_("From what happened"), _offered(view, kept))
        self.happened.setMaximumWidth(_WIDEST)
        self.happened.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.day = DateField(_("Known since"), view.today)
        self.how.chosen.connect(self.changed)
        self.happened.chosen.connect(self.changed)
        self.day.day_chosen.connect(self.changed)
        line = FlowLayout(self, Space.SMALL, Space.SMALL)
        for field in (self.how, self.happened, self.day):
            line.addWidget(field)
        self.how.setVisible(has_how)

    def show_source(self, source: Source, interaction: int | None, day: date | None) -> None:
        """Show what is kept, without announcing it."""
        self.how.show_value(source)
        self.happened.show_value(interaction)
        self.day.show_day(day)


def _offered(view: PersonView, kept: int | None) -> list[tuple[int | None, str]]:
    """Nothing, and what happened lately; what is kept is among them though it is further down."""
    happened = [entry for entry in view.history if entry.kind is EntryKind.INTERACTION]
    offered = [
        (
            entry.id,
            _("{title}, {day}").format(
                title=shown_entry(entry, view.name, view.today).title, day=short_day(entry.day, view.today)
            ),
        )
        for place, entry in enumerate(happened)
        if place < _MOST_OFFERED or entry.id == kept
    ]
    is_further = kept is not None and kept not in dict(offered)
    further = [(kept, _("something further back"))] if is_further else []
    return [(None, _("from nothing noted")), *offered, *further]
