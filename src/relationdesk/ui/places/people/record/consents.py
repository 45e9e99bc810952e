"""What somebody agreed to, line by line, each with its way to withdraw and to change it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relationdesk.domain.drafts import DraftKey
from relationdesk.domain.ids import ConsentId
from relationdesk.language.words import _
from relationdesk.ui.places.people.record.card import RecordCard, kept_words, removed_words
from relationdesk.ui.places.people.record.consent_form import ConsentForm, consent_keys
from relationdesk.ui.places.people.record.keeping_words import consent_words
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.tab_order import put_after
from relationdesk.work.desks import Desk
from relationdesk.work.people import editing
from relationdesk.work.people.editing.told import Consent
from relationdesk.work.people.keeping import ConsentLine


class ConsentRow(QWidget):
    """A consent, with its buttons `withdraw`, which is hidden once it was, and `edit`."""

    def __init__(self, line: ConsentLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = consent_words(line)
        self.withdraw = Button(_("Withdraw"), Role.QUIET, compact=True)
        self.withdraw.setObjectName("consent.withdraw")
        self.withdraw.setAccessibleName(_("Withdraw: {what}").format(what=line.what))
        self.withdraw.setToolTip(_("They take it back, as of today"))
        if line.withdrawn_on is not None:
            self.withdraw.hide()
        self.edit = Button("", Role.QUIET, Icon.PENCIL_LINE, compact=True, name=_("Change this consent"))
        self.edit.setObjectName("consent.edit")
        self.edit.setAccessibleName(_("Change the consent: {what}").format(what=line.what))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Space.SMALL + 2, 0, 0, 0)
        layout.setSpacing(Space.SMALL)
        column = QVBoxLayout()
        column.setSpacing(0)
        look = Look.BODY if line.withdrawn_on is None else Look.SECONDARY
        column.addWidget(Label(line.what, look, wraps=True))
        column.addWidget(Label(words, Look.HINT, wraps=True))
        layout.addLayout(column, 1)
        layout.addWidget(self.withdraw, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.edit, 0, Qt.AlignmentFlag.AlignTop)


class Consents(QWidget):
    """Lines of consents with a form below while one is added or changed; changes go through the card."""

    def __init__(self, card: RecordCard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = card
        self._lines: tuple[ConsentLine, ...] = ()
        self.shown: list[ConsentRow] = []
        self.form: ConsentForm | None = None
        self._changing: ConsentLine | None = None
        self.add = Button(_("Add a consent"), Role.QUIET, Icon.PLUS, compact=True)
        self.add.setObjectName("consent.add")
        self.add.clicked.connect(self._on_add)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.TIGHT)
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.add)

    def show_consents(self, lines: tuple[ConsentLine, ...]) -> None:
        """Show what somebody agreed to; a form that is open stays."""
        if self._changing is not None and all(line.id != self._changing.id for line in lines):
            self.close_form()
        if lines == self._lines:
            return
        had_focus = any(row.isAncestorOf(row.focusWidget()) for row in self.shown)
        for row in self.shown:
            row.hide()
            row.deleteLater()
        self._lines, self.shown = lines, [self._row(line) for line in lines]
        last: QWidget | None = None
        for place, row in enumerate(self.shown):
            self._column.insertWidget(place, row)
            last = row if last is None else put_after(last, row)
        if had_focus:
            self.add.setFocus()

    def leave(self) -> None:
        """Close the form before somebody else is shown; what is typed there stays a draft."""
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
            self.form, self._changing = None, None
            self.add.show()

    def write(self, key: DraftKey) -> bool:
        """Go on writing at the consent of a key; False when that is not here."""
        if self._card.view is None:
            return False
        for line in (None, *self._lines):
            if key in consent_keys(self._card.view.id, line):
                self.open_form(line)
                return True
        return False

    def open_form(self, line: ConsentLine | None) -> None:
        """Show the fields of a consent, or of another one."""
        if self._card.view is None:
            return
        self.leave()
        self._changing = line
        self.form = ConsentForm(self._card.drafts, self._card.view, line)
        self.form.told.connect(self._on_told)
        self.form.removed.connect(self._on_removed)
        self.form.left.connect(self.close_form)
        self._column.addWidget(self.form)
        self.add.hide()
        self.form.setFocus()

    @Slot()
    def close_form(self) -> None:
        """Hide the fields; what stands in them and was not handed over is thrown away."""
        if self.form is not None and self._card.view is not None:
            for key in consent_keys(self._card.view.id, self._changing):
                self._card.drafts.throw_away(key)
        self.leave()
        self.add.setFocus()

    def _row(self, line: ConsentLine) -> ConsentRow:
        row = ConsentRow(line)
        row.withdraw.clicked.connect(partial(self._on_withdraw, line))
        row.edit.clicked.connect(partial(self.open_form, line))
        return row

    @Slot()
    def _on_add(self) -> None:
        self.open_form(None)

    @Slot(object)
    def _on_told(self, told: Consent) -> None:
        if self._card.view is None:
            return
        person, line = self._card.view.id, self._changing

        def keep(desk: Desk) -> None:
            if line is None:
                editing.keeping.note_consent(desk, person, told)
            else:
                editing.keeping.change_consent(desk, line.id, told)

        self._card.drafts.hand_over(
            self,
            consent_keys(person, line),
            keep,
            lambda _none: self._card.said.emit(kept_words(told.what.strip())),
            empties=False,
        )
        self.leave()
        self.add.setFocus()

    @Slot()
    def _on_removed(self) -> None:
        if self._changing is not None:
            line = self._changing
            self.close_form()
            self._change(editing.keeping.remove_consent, line.id, removed_words(line.what))

    def _on_withdraw(self, line: ConsentLine) -> None:
        self._change(editing.keeping.withdraw_consent, line.id, _("Withdrawn: {what}").format(what=line.what))

    def _change(self, command: Callable[[Desk, ConsentId], None], consent: ConsentId, said: str) -> None:
        self._card.change(lambda desk: command(desk, consent), said)
