"""The words that are pointed out in a note, and the user's own say about them."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from relationdesk.domain.hygiene import WordKind, WordRules
from relationdesk.language.words import _
from relationdesk.ui.places.settings.page import PageName, SettingsPage
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.card import Card
from relationdesk.ui.widgets.field import Field
from relationdesk.ui.widgets.flow_layout import FlowLayout
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.work.desks import Changes, Desk, Reader
from relationdesk.work.settings import odd_words
from relationdesk.work.settings.queries import word_rules


class OwnWords(QWidget):
    """A field for another word, and the words that are there, each of which can be taken out."""

    def __init__(
        self, name: str, field: str, take_in: Callable[[str], None], take_out: Callable[[str], None]
    ) -> None:
        super().__init__()
        self._take_in, self._take_out = take_in, take_out
        self.field = Field(name, _("A word or a few"))
        self.field.setObjectName(field)
        self.field.returnPressed.connect(self._on_add)
        add = Button(_("Add"), icon=Icon.PLUS)
        add.setAccessibleName(_("Add to: {list}").format(list=name))
        add.clicked.connect(self._on_add)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, Space.SMALL, Space.SMALL)
        self.line = QHBoxLayout()
        self.line.setSpacing(Space.SMALL)
        self.line.addWidget(self.field, 1)
        self.line.addWidget(add)
        self.chips = self._chips

    def show_words(self, words: tuple[str, ...]) -> None:
        """Show the words that are there."""
        while (item := self._flow.takeAt(0)) is not None:
            if (chip := item.widget()) is not None:
                chip.hide()
                chip.deleteLater()
        for word in words:
            chip = Button(word, Role.SECONDARY, Icon.X, compact=True)
            chip.setAccessibleName(_("Take out: {word}").format(word=word))
            chip.clicked.connect(partial(self._on_chip, word))
            self._flow.addWidget(chip)
        self._chips.setVisible(bool(words))

    def _on_chip(self, word: str, *_checked: object) -> None:
        self._take_out(word)

    @Slot()
    def _on_add(self) -> None:
        word = " ".join(self.field.text().split())
        if word:
            self.field.clear()
            self._take_in(word)


class WordsPage(SettingsPage):
    """What is added or left alone holds from the next note on."""

    def __init__(self, tasks: Tasks[Reader, Desk], parent: QWidget | None = None) -> None:
        super().__init__(PageName.WORDS, _("Words"), parent)
        self._tasks = tasks
        told = _(
            "While you write a note, words about health, belief, insults and private life are pointed out: "
            "the person may read it one day. You can always go on."
        )
        self.add_card(_("Words that do not belong in a record"), told)
        self.also = self._own(_("Point out as well"), "words.also", odd_words.point_out)
        self.never = self._own(_("Never point out"), "words.never", odd_words.leave_alone)
        self._add_shipped()
        self.refresh(None)

    def refresh(self, changes: Changes | None) -> None:
        if changes is None:
            self._tasks.ask(self, word_rules, self._show)

    def _own(self, heading: str, field: str, take_in: Callable[[Desk, str], None]) -> OwnWords:
        card = self.add_card(heading)
        own = OwnWords(
            heading, field, partial(self._change, take_in), partial(self._change, odd_words.say_nothing_of)
        )
        card.body.addLayout(own.line)
        card.body.addWidget(own.chips)
        own.setParent(card)
        own.hide()
        return own

    def _change(self, change: Callable[[Desk, str], None], word: str) -> None:
        self._tasks.change(self, lambda desk: change(desk, word), self._on_changed)

    def _on_changed(self, _none: object) -> None:
        self.said.emit(_("Your word list is changed"))
        self._tasks.ask(self, word_rules, self._show)

    def _show(self, rules: WordRules) -> None:
        self.also.show_words(rules.also)
        self.never.show_words(rules.never)

    def _add_shipped(self) -> None:
        card: Card = self.add_card(
            _("The lists that come with the program"),
            _(
                "In all their forms, in both languages. Words with another meaning count only where they are"
                " said of somebody."
            ),
        )
        names = {
            WordKind.HEALTH: _("Health"),
            WordKind.BELIEF: _("Belief"),
            WordKind.INSULT: _("Insults"),
            WordKind.PRIVATE_LIFE: _("Private life"),
        }
        shipped = odd_words.shipped_words()
        for kind, name in names.items():
            card.body.addWidget(Label(name, Look.STRONG))
            words = ", ".join(word for word, of in shipped.items() if of.kind is kind)
            card.body.addWidget(Label(words, Look.HINT, wraps=True))
