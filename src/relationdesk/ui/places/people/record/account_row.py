"""One account of a person on their record."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from relationdesk.domain.accounts import account_told
from relationdesk.domain.card import HandleEntry
from relationdesk.domain.filters.operators import Operator
from relationdesk.domain.ids import PersonId
from relationdesk.domain.profiles import account_text, is_safe_link, platform_spelt
from relationdesk.domain.sharing import Shareable
from relationdesk.language.words import _
from relationdesk.ui.places.people.record.also_with import AlsoWith
from relationdesk.ui.places.people.record.audience import Audience
from relationdesk.ui.places.people.record.beside import beside
from relationdesk.ui.places.people.record.card import RecordCard, kept_words, removed_words
from relationdesk.ui.places.people.record.completing import Completing
from relationdesk.ui.places.people.record.contact_row import close_together
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.leading_out import ask_to_open, site_in_full
from relationdesk.ui.widgets.menu_button import Choice, MenuButton
from relationdesk.ui.widgets.value_line import ValueField, ValueLine
from relationdesk.work.desks import Reader
from relationdesk.work.people import editing, filter_values
from relationdesk.work.people.record_lines import HandleLine


@dataclass(frozen=True, slots=True)
class PlacedAccount:
    """An account, and where it stands among the person's."""

    line: HandleLine
    place: int
    count: int


class AccountRow(QWidget):
    """The platform at the left, the name, the link and the audience at the right; emptied, it is removed."""

    def __init__(self, card: RecordCard, placed: PlacedAccount) -> None:
        super().__init__()
        self._card = card
        self._placed = placed
        self._id = placed.line.id
        key = f"account.{self._id}"
        self.platform = made_platform(card, f"{key}.platform", self._keep_platform)
        self.name = card.made_value(_("Account"), "", key, self._keep_name)
        self.link = card.made_value(_("Link"), _("Add its link"), f"{key}.link", self._keep_link)
        self.menu = MenuButton(_("What to do with it"), self._choices)
        self.menu.setObjectName(f"record.{key}.menu")
        for line in (self.name, self.link):
            line.hide_name()
        self._eye = card.eyes.made(self, (Shareable.HANDLE, self._id), _("Account"))
        self.name.put_beside(close_together(self._eye, menu=self.menu))
        self.also = AlsoWith(card, indent=0)
        self.audience = Audience(card, self._id)
        row = beside(self.platform, self.name, self.also, self.link, self.audience)
        row.setParent(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, Space.SMALL)
        column.addWidget(row)

    def show_account(self, placed: PlacedAccount, person: PersonId) -> None:
        """Show what is kept now; what is being typed stays."""
        self._placed, line = placed, placed.line
        self._card.show_value(self.platform, person, line.platform)
        self._card.show_value(self.name, person, account_text(line.platform, line.name))
        doubt = _("That is no ordinary web address. It is kept, and never opened.")
        is_odd = bool(line.link) and not is_safe_link(line.link)
        self._card.show_value(self.link, person, line.link, doubt if is_odd else "")
        text = account_text(line.platform, line.name)
        self._eye.mark.name(text)
        self.menu.name(text)
        self.audience.name_after(text)
        for part, words in ((self.platform, _("Platform of {what}")), (self.link, _("Link of {what}"))):
            part.field.setAccessibleName(words.format(what=text))

    @property
    def _told(self) -> HandleEntry:
        line = self._placed.line
        return HandleEntry(line.platform, line.name, line.link)

    def _keep_platform(self, line: ValueLine, text: str) -> None:
        if text:
            self._keep(line, replace(self._told, platform=platform_spelt(text)))
        else:
            line.refuse(_("An account is found by its platform: it stays as it was."))

    def _keep_name(self, line: ValueLine, text: str) -> None:
        if not text:
            self._card.keep_line(line, lambda desk: editing.accounts.remove_account(desk, self._id))
            return
        told = account_told(text, self._told.platform)
        if told is None:
            line.refuse(_("That is no name of an account: it stays as it was."))
        elif told.link or told.name.casefold() != self._told.name.casefold():
            self._keep(line, told)
        else:
            self._keep(line, replace(told, link=self._told.link))

    def _keep_link(self, line: ValueLine, text: str) -> None:
        self._keep(line, replace(self._told, link=text))

    def _keep(self, line: ValueLine, told: HandleEntry) -> None:
        self._card.keep_line(line, lambda desk: editing.accounts.change_account(desk, self._id, told))

    def _choices(self) -> Iterator[Choice | None]:
        place, last = self._placed.place, self._placed.count - 1
        address = site_in_full(self._placed.line.link)
        if address:
            yield Choice(_("Open in the browser…"), partial(ask_to_open, address, self))
        yield Choice(_("Put first"), partial(self._move, -place), can=place > 0)
        yield Choice(_("Earlier"), partial(self._move, -1), can=place > 0)
        yield Choice(_("Later"), partial(self._move, 1), can=place < last)
        yield None
        yield Choice(_("Remove"), self._remove)

    def _move(self, by: int) -> None:
        self._card.change(
            lambda desk: editing.accounts.move_account(desk, self._id, by=by), kept_words(_("Accounts"))
        )

    @Slot()
    def _remove(self) -> None:
        line = self._placed.line
        self._card.change(
            lambda desk: editing.accounts.remove_account(desk, self._id),
            removed_words(account_text(line.platform, line.name)),
        )


def made_platform(card: RecordCard, field: str, keep: Callable[[ValueLine, str], None]) -> ValueLine:
    """A field for a platform, completed from those that are known and those of the desk."""
    platform = card.made_value(_("Platform"), _("Platform"), field, keep)
    if isinstance(platform.field, ValueField):
        Completing(card.tasks, platform.field, _platforms)
    return platform


def _platforms(reader: Reader, typed: str) -> list[str]:
    return filter_values.filter_values(reader, Operator.PLATFORM, typed)
