"""The card of a person's accounts, with how many follow them."""

from PySide6.QtWidgets import QWidget

from relationdesk.domain.accounts import account_told
from relationdesk.domain.drafts import DraftKey
from relationdesk.language.words import _
from relationdesk.ui.places.people.person_view import PersonView
from relationdesk.ui.places.people.record.account_row import (
    AccountRow,
    PlacedAccount,
    made_platform,
)
from relationdesk.ui.places.people.record.beside import FIELD_EDGE, beside
from relationdesk.ui.places.people.record.card import RecordCard, kept_words
from relationdesk.ui.places.people.record.row_list import RowList
from relationdesk.ui.tasks import Asked, Tasks
from relationdesk.ui.widgets.tab_order import put_in_order
from relationdesk.ui.widgets.value_line import ValueLine
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.people import editing
from relationdesk.work.people.reached import Reached, reached


class AccountsCard(RecordCard):
    """The accounts in their order, the first of which lists show, and below them a line that adds one."""

    def __init__(self, tasks: Tasks[Reader, Desk], parent: QWidget | None = None) -> None:
        super().__init__(tasks, _("Accounts"), parent)
        self._asked: Asked | None = None
        self._platform = made_platform(self, "new.platform", self._keep_platform)
        self._name = self.made_value(
            _("Account"), _("Add an account: a link, or @name"), "new.account", self._keep_name
        )
        self._name.hide_name()
        self._adding = beside(self._platform, self._name)
        self.accounts: RowList[PlacedAccount, AccountRow] = RowList(
            self, lambda placed: AccountRow(self, placed), self._name.field
        )
        margins = self.rows.contentsMargins()
        margins.setLeft(margins.left() - FIELD_EDGE)
        self.rows.setContentsMargins(margins)
        self.rows.addLayout(self.accounts.column)
        self.rows.addWidget(self._adding)

    def show_view(self, view: PersonView) -> None:
        """Show somebody's accounts."""
        handles = view.page.handles
        placed = [PlacedAccount(line, place, len(handles)) for place, line in enumerate(handles)]
        self.accounts.show((one.line.id, one) for one in placed)
        for one in placed:
            self.accounts.rows[one.line.id].show_account(one, view.id)
        for adding in (self._platform, self._name):
            self.show_value(adding, view.id, "")
        self._adding.raise_()
        put_in_order(self, self._name.field)
        self._asked = self.tasks.ask(
            self,
            lambda reader: reached(reader, view.id),
            lambda found: self._show_found(view, found),
            instead_of=self._asked,
        )

    def take_focus(self) -> None:
        """Put the cursor where an account is added."""
        self._name.field.setFocus()

    def write(self, key: DraftKey) -> bool:
        """Go on writing in the field of a key; False when that is not on this card."""
        rows = self.accounts.rows.values()
        view = self.view
        return super().write(key) or (
            view is not None and any(row.audience.write(key, view.id) for row in rows)
        )

    def _show_found(self, view: PersonView, found: Reached) -> None:
        for handle, row in self.accounts.rows.items():
            row.audience.show_readings(view, found.readings.get(handle, ()))
            row.also.show_other(found.handles.get(handle))

    def _keep_platform(self, _line: ValueLine, _text: str) -> None:
        """A platform alone waits for its name."""
        if self._name.text.strip():
            self._keep_name(self._name, self._name.text.strip())

    def _keep_name(self, line: ValueLine, text: str) -> None:
        told = account_told(text, self._platform.text)
        if told is None:
            line.refuse(_("That is no name of an account."))
        elif not told.platform:
            line.refuse(_("On which platform? Write it at the left, or paste the link."))
        else:
            keys = [one.key for one in (self._name, self._platform) if one.key is not None]
            self.drafts.hand_over(
                self,
                keys,
                self.about(lambda desk, person: editing.accounts.add_account(desk, person, told)),
                lambda _id: self.said.emit(kept_words(line.name)),
            )
