"""A new person, in one light form: the name is enough."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFormLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from relationdesk.domain.card import Card, ContactEntry, HandleEntry
from relationdesk.domain.ids import PersonId
from relationdesk.domain.vocabulary import ContactKind
from relationdesk.language.words import _
from relationdesk.ui.places.people.list_model import subtitle_of
from relationdesk.ui.places.people.namesakes import namesakes
from relationdesk.ui.tasks import Asked, Tasks
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.card import Card as Panel
from relationdesk.ui.widgets.field import Field
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.text_button import TextButton
from relationdesk.work import people
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.people.queries import PersonLine

_PAUSE = 150
_WIDEST = 520


class NewPerson(QScrollArea):
    """Enter saves, Escape says `left` and keeps what was typed for the next time.

    Says `created` with the identity, or `person_asked` for somebody who is there already. A namesake
    is shown before anything is saved; saving once more adds the person all the same.
    """

    created = Signal(object)
    person_asked = Signal(object)
    left = Signal()
    said = Signal(str)

    def __init__(self, tasks: Tasks[Reader, Desk], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._asked: Asked | None = None
        self._shown_for = ""
        self._is_saving = False
        self.name = self._field(_("Name"), _("Name"), "new.name")
        self.email = self._field(_("E-mail"), "", "new.email")
        self.phone = self._field(_("Phone"), "", "new.phone")
        self.platform = self._field(_("Platform"), _("Platform"), "new.platform")
        self.handle = self._field(_("Handle"), "@", "new.handle")
        self.topics = self._field(_("Topics"), _("trail running, food"), "new.topics")
        self.city = self._field(_("City"), "", "new.city")
        self.how_met = self._field(_("How we met"), "", "new.how_met")
        self.save_button = Button(_("Add this person"), Role.PRIMARY)
        self.save_button.setObjectName("new.save")
        self.save_button.clicked.connect(self.save)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._on_paused)
        self.name.textChanged.connect(self._on_name)
        self._alike = Panel()
        self._arrange()

    def begin(self) -> None:
        """Put the cursor where typing begins."""
        self.name.setFocus()
        self.name.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def save(self) -> None:
        """Add the person, unless there is a namesake that was not shown yet."""
        name = self.name.text().strip()
        if not name:
            self.name.setFocus()
        elif not self._is_saving:
            self._ask(name, is_saving=True)

    def _ask(self, name: str, *, is_saving: bool) -> None:
        self._is_saving = is_saving
        self._asked = self._tasks.ask(
            self,
            lambda reader: namesakes(reader, name),
            lambda found: self._on_found(name, found, is_saving=is_saving),
            instead_of=self._asked,
        )

    def _on_found(self, name: str, found: list[PersonLine], *, is_saving: bool) -> None:
        self._is_saving = False
        was_shown = self._shown_for == name
        self._show_namesakes(name, found)
        if is_saving and (was_shown or not found):
            self._create(name)

    def _create(self, name: str) -> None:
        self._is_saving = True
        card = self._card()
        self._tasks.change(
            self,
            lambda desk: people.commands.create_person(desk, card),
            lambda person: self._on_created(name, person),
            self._on_refused,
        )

    def _on_created(self, name: str, person: PersonId) -> None:
        self._is_saving = False
        for field in self.findChildren(Field):
            field.clear()
        self.said.emit(_("{name} added").format(name=name))
        self.created.emit(person)

    def _on_refused(self, error: object) -> None:
        self._is_saving = False
        self._tasks.refused.emit(error)

    def _card(self) -> Card:
        contacts = (
            ContactEntry(ContactKind.EMAIL, self.email.text().strip(), preferred=True),
            ContactEntry(ContactKind.PHONE, self.phone.text().strip()),
        )
        handle = self.handle.text().strip().lstrip("@")
        topics = tuple(topic.strip() for topic in self.topics.text().split(",") if topic.strip())
        return Card(
            display_name=self.name.text().strip(),
            city=self.city.text().strip(),
            how_met=self.how_met.text().strip(),
            contacts=tuple(contact for contact in contacts if contact.value),
            handles=(HandleEntry(self.platform.text().strip(), handle),) if handle else (),
            topics=topics,
        )

    @Slot()
    def _on_name(self) -> None:
        self._pause.start()

    @Slot()
    def _on_paused(self) -> None:
        name = self.name.text().strip()
        if name and not self._is_saving:
            self._ask(name, is_saving=False)
        elif not name:
            self._show_namesakes("", [])

    def _show_namesakes(self, name: str, found: list[PersonLine]) -> None:
        self._shown_for = name if found else ""
        old: Panel = self._alike
        self._alike = Panel()
        self._form.replaceWidget(old, self._alike)
        old.hide()
        old.deleteLater()
        if found:
            self._alike.body.addWidget(Label(_("Somebody of this name is here already:"), wraps=True))
        for line in found:
            detail = subtitle_of(line.topic, line.platform)
            button = TextButton(line.name, detail, _("Open {name}").format(name=line.name), Icon.USER)
            button.clicked.connect(lambda _checked=False, person=line.id: self.person_asked.emit(person))
            self._alike.body.addWidget(button)
        self._alike.setVisible(bool(found))
        self.save_button.setText(_("Add all the same") if found else _("Add this person"))
        self.save_button.updateGeometry()

    def _field(self, name: str, hint: str, object_name: str) -> Field:
        field = Field(name, hint)
        field.setObjectName(object_name)
        field.returnPressed.connect(self.save)
        return field

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
        rows.addLayout(self._arranged_form())
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.SMALL)
        cancel = Button(_("Cancel"), Role.QUIET)
        cancel.clicked.connect(self.left)
        buttons.addWidget(self.save_button)
        buttons.addWidget(cancel)
        buttons.addStretch(1)
        rows.addLayout(buttons)
        self.setWidget(page)

    def _arranged_form(self) -> QFormLayout:
        form = self._form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setHorizontalSpacing(Space.LARGE)
        form.setVerticalSpacing(Space.SMALL)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        account = QHBoxLayout()
        account.setSpacing(Space.SMALL)
        account.addWidget(self.handle, 3)
        account.addWidget(self.platform, 2)
        form.addRow(_("Name"), self.name)
        self._alike.hide()
        form.addRow("", self._alike)
        for name, field in ((_("E-mail"), self.email), (_("Phone"), self.phone)):
            form.addRow(name, field)
        form.addRow(_("Handle"), account)
        for name, field in (
            (_("Topics"), self.topics),
            (_("City"), self.city),
            (_("How we met"), self.how_met),
        ):
            form.addRow(name, field)
        return form
