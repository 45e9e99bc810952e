"""What will stand once two organisations are one."""

from PySide6.QtWidgets import QWidget

from relationdesk.language.dates import whole_number
from relationdesk.language.words import _, plural
from relationdesk.ui.places.organisations.joining.sides import Pair
from relationdesk.ui.places.organisations.words import in_a_row, kind_words, people_words
from relationdesk.ui.widgets.card import Card
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.work.organisations.together import together
from relationdesk.work.organisations.told import Chosen


class Outcome(Card):
    """The one organisation as it would be, shown anew for each choice."""

    def __init__(self, pair: Pair, parent: QWidget | None = None) -> None:
        super().__init__(_("Afterwards"), parent=parent)
        self._pair = pair
        self.name = Label("", Look.STRONG, wraps=True)
        self.about = Label("", Look.SECONDARY, wraps=True)
        self.belonging = Label(_belonging(pair), Look.SECONDARY, wraps=True)
        self.notes = Label("", wraps=True)
        for line in (self.name, self.about, self.belonging, self.notes):
            self.body.addWidget(line)
        self.belonging.setVisible(bool(self.belonging.text()))

    def show_chosen(self, chosen: Chosen) -> None:
        """Show what stands with these choices."""
        whole = together(self._pair.kept.head, self._pair.other.head, chosen)
        self.name.setText(whole.name)
        self.about.setText(in_a_row(kind_words(whole.kind), whole.website))
        self.notes.setText(whole.notes)
        self.notes.setVisible(bool(whole.notes))


def _belonging(pair: Pair) -> str:
    """How many people, now or formerly, and how much was agreed and refused."""
    pages = (pair.kept, pair.other)
    people = len({member.person_id for page in pages for member in page.members})
    agreed = sum(len(page.partnerships) for page in pages)
    refused = sum(len(page.refusals) for page in pages)
    return in_a_row(
        people_words(people) if people else "",
        _counted_partnerships(agreed) if agreed else "",
        plural("{total} refusal", "{total} refusals", refused, total=whole_number(refused))
        if refused
        else "",
    )


def _counted_partnerships(count: int) -> str:
    return plural("{total} partnership", "{total} partnerships", count, total=whole_number(count))
