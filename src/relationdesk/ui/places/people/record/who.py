"""The card of who a person is: kinds, languages, birthday, how we met, topics and tags."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from relationdesk.domain.card import Birthday
from relationdesk.domain.filters.operators import Operator
from relationdesk.domain.ids import PersonId
from relationdesk.domain.phrases.birthdays import birthday_typed
from relationdesk.domain.sharing import PersonField
from relationdesk.domain.terms import term
from relationdesk.domain.vocabulary import PersonKind, RecordText
from relationdesk.language.dates import birthday_text
from relationdesk.language.names import language_name
from relationdesk.language.words import _, current_language, speaking
from relationdesk.ui.places.people.person_view import PersonView
from relationdesk.ui.places.people.record.card import RecordCard, kept_words, removed_words
from relationdesk.ui.places.people.record.completing import Completing
from relationdesk.ui.places.people.record.languages import (
    NamedLanguage,
    is_language,
    language_tag,
    languages_like,
    unknown_words,
)
from relationdesk.ui.tasks import Asked, Tasks
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.flow_layout import FlowLayout
from relationdesk.ui.widgets.toggle_chip import ToggleChip
from relationdesk.ui.widgets.value_line import LabelledLine, ValueLine
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.people import editing, filter_values, several
from relationdesk.work.people.record_lines import PersonRecord


class WhoCard(RecordCard):
    """What a person is, speaks, cares about and is tagged as; each change is a step of its own."""

    def __init__(self, tasks: Tasks[Reader, Desk], parent: QWidget | None = None) -> None:
        super().__init__(tasks, _("Who they are"), parent)
        self._spoken_by: PersonId | None = None
        self._asked: Asked | None = None
        self.kinds = {kind: ToggleChip(term(kind)) for kind in PersonKind}
        self._add_kinds()
        self.topics = self.add_names(_("Topics"), _("Add a topic"), "topics", is_ranked=True)
        self.tags = self.add_names(_("Tags"), _("Add a tag"), "tags")
        self.languages = self.add_names(_("Languages"), _("Add a language"), "languages", is_ranked=True)
        self._birthday = self.add_value(
            _("Birthday"), _("Add a birthday: 6 September"), "birthday", self._keep_birthday
        )
        how_met = partial(self.keep_text, RecordText.HOW_MET)
        self._how_met = self.add_value(
            _("How we met"), _("Add how you met"), RecordText.HOW_MET, how_met, is_long=True
        )
        for line, field in (
            (self.topics, PersonField.TOPICS),
            (self.languages, PersonField.LANGUAGES),
            (self._birthday, PersonField.BIRTHDAY),
            (self._how_met, PersonField.HOW_MET),
        ):
            self.put_eye(line, field)
        self._join()

    def show_view(self, view: PersonView) -> None:
        """Show who somebody is."""
        page = view.page
        for kind, chip in self.kinds.items():
            chip.setChecked(kind.value in page.kinds)
        self.show_names(self.topics, view.id, [(name, name) for name in page.topics])
        self.show_names(self.tags, view.id, [(name, name) for name in page.tags])
        self._show_languages(view)
        self.show_value(self._birthday, view.id, _birthday_of(page.record))
        self.show_value(self._how_met, view.id, page.record.how_met)

    def _show_languages(self, view: PersonView) -> None:
        """Name the languages as soon as their names are read in."""
        tags, language = view.page.languages, current_language()
        if view.id != self._spoken_by:
            self._spoken_by = view.id
            self._show_named(view.id, [])
        if list(tags) == self.languages.values:
            return

        def named(_reader: Reader) -> list[NamedLanguage]:
            with speaking(language):
                return [NamedLanguage(tag, language_name(tag), is_known=is_language(tag)) for tag in tags]

        self._asked = self.tasks.ask(
            self, named, lambda names: self._show_named(view.id, names), instead_of=self._asked
        )

    def _show_named(self, person: PersonId, languages: Sequence[NamedLanguage]) -> None:
        odd = [one.tag for one in languages if not one.is_known]
        self.show_names(self.languages, person, [(one.tag, one.name) for one in languages], odd)
        if odd or not self.languages.draft.is_typed:
            self.languages.tell(unknown_words(odd), aloud=False)

    def _keep_birthday(self, line: ValueLine, text: str) -> None:
        found = birthday_typed(text, self.view.today) if self.view is not None else None
        if text and found is None:
            line.refuse(_("That is not understood as a birthday. Write it as 6 September or 6/9/1991."))
            return
        told = None if found is None else Birthday(found.month, found.day, found.year)
        self.keep_line(
            line, self.about(lambda desk, person: editing.belonging.set_birthday(desk, person, told))
        )

    def _add_kinds(self) -> None:
        room = QWidget()
        flow = FlowLayout(room)
        flow.setContentsMargins(Space.SMALL, 0, 0, 0)
        for kind, chip in self.kinds.items():
            chip.setObjectName(f"record.kind.{kind}")
            chip.turned.connect(partial(self._on_kind, kind))
            flow.addWidget(chip)
        line = LabelledLine(_("Is"), room)
        self.put_eye(line, PersonField.KINDS)
        self.rows.addWidget(line)

    def _join(self) -> None:
        for line, add, remove in (
            (self.topics, self._add_topic, self._remove_topic),
            (self.tags, self._add_tag, self._remove_tag),
            (self.languages, self._add_language, self._remove_language),
        ):
            line.added.connect(add)
            line.removed.connect(remove)
        self.topics.put.connect(self._put_topic)
        self.languages.put.connect(self._put_language)
        for line, operator in ((self.topics, Operator.TOPIC), (self.tags, Operator.TAG)):
            Completing(self.tasks, line.field, partial(_labels, operator))
        Completing(self.tasks, self.languages.field, lambda _reader, typed: languages_like(typed))

    @Slot(str)
    def _add_topic(self, name: str) -> None:
        self.take_in(
            self.topics, self.about(lambda desk, person: editing.belonging.add_topic(desk, person, name))
        )

    @Slot(str)
    def _remove_topic(self, name: str) -> None:
        self.change(
            self.about(lambda desk, person: editing.belonging.remove_topic(desk, person, name)),
            removed_words(name),
        )

    @Slot(str, int)
    def _put_topic(self, name: str, at: int) -> None:
        command = self.about(lambda desk, person: editing.belonging.put_topic(desk, person, name, at=at))
        self.change(command, kept_words(self.topics.name))

    @Slot(str)
    def _add_tag(self, name: str) -> None:
        self.take_in(self.tags, self.about(lambda desk, person: several.tag_people(desk, [person], name)))

    @Slot(str)
    def _remove_tag(self, name: str) -> None:
        self.change(
            self.about(lambda desk, person: several.untag_people(desk, [person], name)), removed_words(name)
        )

    @Slot(str)
    def _add_language(self, typed: str) -> None:
        tag = language_tag(typed) or typed
        self.take_in(
            self.languages, self.about(lambda desk, person: editing.belonging.add_language(desk, person, tag))
        )

    @Slot(str)
    def _remove_language(self, tag: str) -> None:
        command = self.about(lambda desk, person: editing.belonging.remove_language(desk, person, tag))
        self.change(command, removed_words(language_name(tag)))

    @Slot(str, int)
    def _put_language(self, tag: str, at: int) -> None:
        command = self.about(lambda desk, person: editing.belonging.put_language(desk, person, tag, at=at))
        self.change(command, kept_words(self.languages.name))

    def _on_kind(self, kind: PersonKind, is_one: bool) -> None:  # noqa: FBT001 - what the chip says
        said = kept_words(term(kind)) if is_one else removed_words(term(kind))
        self.change(
            self.about(lambda desk, person: editing.belonging.set_kind(desk, person, kind, is_one=is_one)),
            said,
        )


def _birthday_of(record: PersonRecord) -> str:
    if record.birth_day is None or record.birth_month is None:
        return ""
    return birthday_text(record.birth_month, record.birth_day, record.birth_year)


def _labels(operator: Operator, reader: Reader, typed: str) -> list[str]:
    return filter_values.filter_values(reader, operator, typed)
