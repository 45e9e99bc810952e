"""The tab of what was agreed with a person: rows, a new one, and moving one on."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from relationdesk.domain.drafts import DraftField, DraftKey, about_person
from relationdesk.domain.ids import PartnershipId
from relationdesk.language.words import _
from relationdesk.ui.places.people.organisation_names import OrganisationNames
from relationdesk.ui.places.people.partnerships.partnership_row import PartnershipRow
from relationdesk.ui.places.people.person_view import PersonView
from relationdesk.ui.places.people.tab_page import TabPage
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.button import Button
from relationdesk.ui.widgets.card import Card
from relationdesk.ui.widgets.drafts import drafts_of
from relationdesk.ui.widgets.field import Field
from relationdesk.ui.widgets.field_draft import FieldDraft
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.tab_order import put_after
from relationdesk.work import partnerships
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.partnerships.queries import PartnershipLine


class PartnershipsTab(TabPage):
    """Rows of partnerships, the most recently moved first.

    While a client is typed those on the desk are offered, and one who is new is said to be so.
    Says `organisation_asked` with the client whose name is clicked.
    """

    said = Signal(str)
    organisation_asked = Signal(object)

    def __init__(self, tasks: Tasks[Reader, Desk], parent: QWidget | None = None) -> None:
        super().__init__(_("Partnerships"), parent)
        self._tasks = tasks
        self._view: PersonView | None = None
        self._rows: dict[PartnershipId, PartnershipRow] = {}
        self._client = Field(_("Client"), _("Client"))
        self._client.setObjectName("partnership.client")
        self._title = Field(_("What for"), _("What for? “Spring trail shoes”"))
        self._title.setObjectName("partnership.title")
        self._drafts = drafts_of(tasks)
        self._fields = {
            DraftField.PARTNERSHIP_CLIENT: FieldDraft(self._drafts, self._client),
            DraftField.PARTNERSHIP_TITLE: FieldDraft(self._drafts, self._title),
        }
        self._add = Button(_("Add"), icon=Icon.PLUS)
        self._add.setObjectName("partnership.add")
        self._add.setAccessibleName(_("Add a partnership"))
        line = QHBoxLayout()
        line.setSpacing(Space.SMALL)
        for field, stretch in ((self._client, 2), (self._title, 3)):
            field.returnPressed.connect(self._on_add)
            line.addWidget(field, stretch)
        self._add.clicked.connect(self._on_add)
        line.addWidget(self._add)
        self.top.addLayout(line)
        self._about_client = Label("", Look.HINT, wraps=True)
        self._about_client.hide()
        self.top.addWidget(self._about_client)
        self._names = OrganisationNames(tasks, self._client, told_height=self._told_height)
        self._names.told.connect(self._tell_of_client)
        self._names.taken.connect(self._title.setFocus)

    def show_person(self, view: PersonView) -> None:
        """Show somebody's partnerships; what is being typed about the same person stays."""
        shown, self._view = self._view, view
        if shown is None or shown.id != view.id:
            self.leave()
            self._names.cancel()
            self._tell_of_client("")
            self._rows.clear()
            for field, draft in self._fields.items():
                draft.belong_to(about_person(field, view.id))
        if shown is not None and (shown.id, shown.partnerships) == (view.id, view.partnerships):
            return
        if list(self._rows) == [line.id for line in view.partnerships] and self._rows:
            for line in view.partnerships:
                self._rows[line.id].show_partnership(line, view)
        else:
            self._rebuild(view)

    def leave(self) -> None:
        """Keep what is being typed about a partnership of the person who is shown."""
        for row in self._rows.values():
            row.leave()

    def open_partnership(self, partnership: PartnershipId) -> None:
        """Show the terms of a partnership, if it is there."""
        if (row := self._rows.get(partnership)) is not None:
            row.open()

    def _rebuild(self, view: PersonView) -> None:
        """Rows that stay keep what is open and typed in them, and the focus."""
        had_focus = QApplication.focusWidget()
        old, self._rows = self._rows, {}
        rows = self.fresh_rows()
        if not view.partnerships:
            hint = _("No partnership with {name} yet. It begins as an idea: a client, and what for.")
            rows.addWidget(Label(hint.format(name=view.name), Look.SECONDARY, wraps=True))
            return
        card = Card(has_rows=True)
        for line in view.partnerships:
            row = old.get(line.id) or self._made(line, view)
            row.show_partnership(line, view)
            self._rows[line.id] = row
            card.add_row(row)
            row.show()
        rows.addWidget(card)
        put_after(self._add, card)
        if had_focus is not None and card.isAncestorOf(had_focus):
            had_focus.setFocus()

    def _made(self, line: PartnershipLine, view: PersonView) -> PartnershipRow:
        row = PartnershipRow(self._tasks, line, view)
        row.said.connect(self.said)
        row.organisation_asked.connect(self.organisation_asked)
        return row

    def write(self, key: DraftKey) -> bool:
        """Go on writing at the client, at what for, or among terms; False when the partnership is gone."""
        if key.field is DraftField.TERMS:
            QTimer.singleShot(0, self, self._scroll_to_focus)  # once its place is known
            return any(row.write(key) for row in self._rows.values())
        (self._client if key.field is DraftField.PARTNERSHIP_CLIENT else self._title).setFocus()
        return True

    @Slot()
    def _scroll_to_focus(self) -> None:
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            self.ensureWidgetVisible(focused)

    def _told_height(self) -> int:
        told = self._about_client
        return 0 if told.isHidden() else told.heightForWidth(self._client.width()) + Space.SMALL

    @Slot(str)
    def _tell_of_client(self, sentence: str) -> None:
        self._about_client.setText(sentence)
        self._about_client.setVisible(bool(sentence))
        self._client.setAccessibleDescription(sentence)

    @Slot()
    def _on_add(self) -> None:
        client, title, view = self._client.text().strip(), self._title.text().strip(), self._view
        for field in (self._client, self._title):
            if not field.text().strip():
                field.setFocus()
                return
        if view is None:
            return
        self._names.cancel()
        self._tell_of_client("")
        self._drafts.hand_over(
            self,
            [about_person(field, view.id) for field in self._fields],
            lambda desk: partnerships.commands.add_partnership(
                desk, person_id=view.id, client=client, title=title
            ),
            lambda _id: self.said.emit(_("Partnership added: {title}").format(title=title)),
        )
