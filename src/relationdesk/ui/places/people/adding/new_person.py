"""Somebody new, in one light form: a name is enough, and a pasted text fills the rest."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from relationdesk.domain.card import Card
from relationdesk.domain.clock import Clock
from relationdesk.domain.drafts import DraftField, DraftKey
from relationdesk.domain.ids import PersonId
from relationdesk.domain.regions import region_of_zone
from relationdesk.language.words import _, plural
from relationdesk.ui.places.people.adding.framed_text import FramedText
from relationdesk.ui.places.people.adding.namesakes import NOBODY, Namesakes, namesakes
from relationdesk.ui.places.people.adding.new_people import NewPeople
from relationdesk.ui.places.people.adding.person_fields import PersonFields
from relationdesk.ui.tasks import Asked, Tasks
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.drafts import drafts_of
from relationdesk.ui.widgets.field_draft import FieldDraft
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.work import people
from relationdesk.work.desks import Desk, Reader

if TYPE_CHECKING:
    from relationdesk.work.people.introductions import Introduced
    from relationdesk.work.people.likeness import Alike

_PAUSE = 150
_WIDEST = 520
_INTRODUCTION = DraftKey(DraftField.INTRODUCTION)


class NewPerson(QScrollArea):
    """Enter saves, Escape says `left` and keeps what was typed for the next time.

    Says `created` with the identity, or `person_asked` for somebody who is there already. Whoever looks
    alike is shown before anything is saved, in the trash too, from where they can be put back; saving once
    more adds the person all the same. What stands in
    the field on top fills those below; where it introduces several people, they are shown instead, to be
    ticked and added in one change.
    """

    created = Signal(object)
    person_asked = Signal(object)
    left = Signal()
    said = Signal(str)

    def __init__(self, tasks: Tasks[Reader, Desk], clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._clock = clock
        self._asked: Asked | None = None
        self._reading: Asked | None = None
        self._read_text = ""
        self._shown_for: tuple[str, ...] = ()
        self._is_saving = False
        says = _("A name, a line, a pasted signature, a link, or a column of handles")
        self.introduction = FramedText(says, says, "new.introduction")
        self._drafts = drafts_of(tasks)
        self._draft = FieldDraft(self._drafts, self.introduction.text, _INTRODUCTION)
        self.fields = PersonFields(self._drafts)
        self.several = NewPeople()
        self.save_button = Button(_("Add this person"), Role.PRIMARY)
        self.save_button.setObjectName("new.save")
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._join()
        self._arrange()

    def begin(self) -> None:
        """Put the cursor where typing begins, or goes on."""
        self.introduction.text.setFocus()
        self.introduction.text.moveCursor(QTextCursor.MoveOperation.End)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def save(self) -> None:
        """Add the person, unless somebody alike was not shown yet; or all those who are ticked."""
        name = self._name()
        if self._is_saving:
            return
        if self.introduction.words != self._read_text:
            self._read(is_saving=True)
        elif not self.several.isHidden():
            self._create_people(self.several.chosen())
        elif not name:
            self.fields.name.setFocus()
        else:
            self._ask(is_saving=True)

    def _name(self) -> str:
        return self.fields.name.text().strip()

    def _read(self, *, is_saving: bool) -> None:
        """Read the field on top, and what is known of whom it introduces."""
        text, region = self.introduction.words, region_of_zone(self._clock.zone().key)
        self._reading = self._tasks.ask(
            self,
            lambda reader: people.introductions.introduced_in(reader, text, region),
            lambda found: self._on_read(text, found, is_saving=is_saving),
            instead_of=self._reading,
        )

    def _on_read(self, text: str, found: tuple["Introduced", ...], *, is_saving: bool) -> None:
        self._read_text = text
        is_several = len(found) > 1
        self.several.setVisible(is_several)
        self.fields.setVisible(not is_several)
        if is_several:
            self.several.show_people(found)
            self._show_count()
        else:
            self.fields.fill(found[0].card if found else Card())
            self._on_paused()
        if is_saving:
            self.save()

    def _ask(self, *, is_saving: bool) -> None:
        self._is_saving = is_saving
        card, told, region = (
            self.fields.card(),
            self.fields.told_apart_by,
            region_of_zone(self._clock.zone().key),
        )
        self._asked = self._tasks.ask(
            self,
            lambda reader: namesakes(reader, card, region),
            lambda found: self._on_found(told, found, is_saving=is_saving),
            instead_of=self._asked,
        )

    def _on_found(self, told: tuple[str, ...], found: Namesakes, *, is_saving: bool) -> None:
        self._is_saving = False
        was_shown = self._shown_for == told
        is_alike = self._show_alike(told, found)
        if is_saving and (was_shown or not is_alike):
            self._create(told[0])

    def _show_alike(self, told: tuple[str, ...], found: Namesakes) -> bool:
        is_alike = self.fields.alike.show_alike(found.listed, found.alike)
        self._shown_for = told if is_alike else ()
        self._show_button(_("Add all the same") if is_alike else _("Add this person"), is_enabled=True)
        self.save_button.show_role(Role.SECONDARY if is_alike else Role.PRIMARY)
        return is_alike

    def _create(self, name: str) -> None:
        self._is_saving = True
        card = self.fields.card()
        self._drafts.hand_over(
            self,
            [_INTRODUCTION, *self.fields.draft_keys],
            lambda desk: people.commands.create_person(desk, card),
            lambda person: self._on_created(name, person),
            self._on_refused,
            empties=False,
        )

    def _on_created(self, name: str, person: PersonId) -> None:
        self._forget()
        self.said.emit(_("{name} added").format(name=name))
        self.created.emit(person)

    def _create_people(self, cards: list[Card]) -> None:
        if not cards:
            return
        self._is_saving = True
        self._drafts.hand_over(
            self,
            [_INTRODUCTION] if self.several.is_whole else [],
            lambda desk: people.commands.create_people(desk, cards),
            lambda made: self._on_people_created(len(made)),
            self._on_refused,
            empties=False,
        )

    def _on_people_created(self, count: int) -> None:
        self._is_saving = False
        if self.several.is_whole:
            self._forget()
        else:
            self._read(is_saving=False)
        self.said.emit(plural("{n} person added", "{n} people added", count))
        self.left.emit()

    def _on_refused(self, error: object) -> None:
        self._is_saving = False
        self._tasks.refused.emit(error)

    def _forget(self) -> None:
        """Be empty, for the next person."""
        self._is_saving = False
        self._read_text = ""
        self.introduction.text.clear()
        self.fields.forget()
        self.several.hide()
        self.fields.show()
        self._show_alike((), NOBODY)

    @Slot()
    def _on_introduced(self) -> None:
        if self.introduction.words != self._read_text and not self._is_saving:
            self._read(is_saving=False)

    @Slot()
    def _on_name(self) -> None:
        self._pause.start()

    @Slot()
    def _on_paused(self) -> None:
        if not self.several.isHidden() or self._is_saving:
            return
        if any(self.fields.told_apart_by):
            self._ask(is_saving=False)
        else:
            self._show_alike((), NOBODY)

    @Slot(object)
    def _on_put_back(self, alike: "Alike") -> None:
        person = alike.person_id
        if person is not None:
            self._tasks.change(
                self,
                lambda desk: people.commands.restore_person(desk, person),
                lambda _none: self._on_restored(alike.name, person),
            )

    def _on_restored(self, name: str, person: PersonId) -> None:
        self.said.emit(_("{name} is back").format(name=name))
        self.person_asked.emit(person)

    @Slot()
    def _show_count(self) -> None:
        count = len(self.several.chosen())
        self._show_button(plural("Add {n} person", "Add {n} people", count), is_enabled=count > 0)
        self.save_button.show_role(Role.PRIMARY)

    def _show_button(self, words: str, *, is_enabled: bool) -> None:
        self.save_button.setText(words)
        self.save_button.setEnabled(is_enabled)
        self.save_button.updateGeometry()

    def _join(self) -> None:
        self.introduction.paused.connect(self._on_introduced)
        self.introduction.kept.connect(self.save)
        self.fields.kept.connect(self.save)
        for field in self.fields.telling_apart:
            field.textChanged.connect(self._on_name)
        self.fields.alike.person_asked.connect(self.person_asked)
        self.fields.alike.put_back_asked.connect(self._on_put_back)
        self.several.put_back_asked.connect(self._on_put_back)
        self.several.ticked.connect(self._show_count)
        self.several.person_asked.connect(self.person_asked)
        self.save_button.clicked.connect(self.save)
        self._pause.timeout.connect(self._on_paused)

    def _arrange(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(Space.WIDE, Space.WIDE, Space.WIDE, Space.WIDE)
        inside = QWidget()
        inside.setMaximumWidth(_WIDEST)
        column.addWidget(inside)
        column.addStretch(1)
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(Space.MEDIUM)
        rows.addWidget(Label(_("New person"), Look.TITLE))
        rows.addWidget(Label(_("A name is enough; the rest can come later."), Look.SECONDARY, wraps=True))
        rows.addWidget(self.introduction)
        rows.addWidget(self.fields)
        self.several.hide()
        rows.addWidget(self.several)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.SMALL)
        cancel = Button(_("Cancel"), Role.QUIET)
        cancel.clicked.connect(self.left)
        buttons.addWidget(self.save_button)
        buttons.addWidget(cancel)
        buttons.addStretch(1)
        rows.addLayout(buttons)
        self.setWidget(page)
