"""What the days ahead bring: birthdays, and the days that were agreed in partnerships."""

from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relationdesk.domain.drafts import of_terms
from relationdesk.language.dates import full_day, short_weekday
from relationdesk.language.words import _, plural
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.card import Card
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.painting import plain_tip
from relationdesk.ui.widgets.text_link import TextLink
from relationdesk.work.today.sections import Coming

MOST_SHOWN: Final = 8
_DAY_WIDTH: Final = 36


class ComingCard(Card):
    """Hidden while nothing comes; says `terms_asked` where a day was agreed, else `person_asked`."""

    person_asked = Signal(object)
    terms_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Coming up"), parent=parent)
        self._coming: list[Coming] | None = None
        self._shows_all = False
        self._lines = QVBoxLayout()
        self._lines.setSpacing(Space.SMALL)
        self.body.addLayout(self._lines)

    def show_coming(self, coming: list[Coming]) -> None:
        """Show these dates, the first few until all are asked for."""
        if coming != self._coming:
            self._coming = coming
            self._rebuild(coming)

    def _rebuild(self, coming: list[Coming]) -> None:
        while item := self._lines.takeAt(0):
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        shown = coming if self._shows_all else coming[:MOST_SHOWN]
        for date_ahead in shown:
            self._lines.addWidget(self._line(date_ahead))
        if len(shown) < len(coming):
            self._add_more(len(coming) - len(shown))
        self.setVisible(bool(coming))

    def _add_more(self, left_over: int) -> None:
        more = Button(
            plural("And {n} more", "And {n} more", left_over), Role.QUIET, parent=self, compact=True
        )
        more.setObjectName("coming.more")
        more.clicked.connect(self._on_more)
        self._lines.addWidget(more)

    @Slot()
    def _on_more(self) -> None:
        self._shows_all = True
        if self._coming is not None:
            self._rebuild(self._coming)

    def _ask(self, coming: Coming) -> None:
        if coming.partnership is None or coming.agreed is None:
            self.person_asked.emit(coming.person_id)
        else:
            self.terms_asked.emit(of_terms(coming.person_id, coming.partnership, coming.agreed))

    def _line(self, coming: Coming) -> QWidget:
        line = QWidget(self)
        across = QHBoxLayout(line)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(Space.TIGHT)
        day = Label(short_weekday(coming.day), Look.HINT, line)
        day.setFixedWidth(_DAY_WIDTH)
        day.setToolTip(plain_tip(full_day(coming.day)))
        name = TextLink(coming.name, parent=line)
        name.setAccessibleDescription(_told(coming))
        name.clicked.connect(lambda: self._ask(coming))
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(name)
        texts.addWidget(Label(coming.what, Look.HINT, line, wraps=True))
        across.addWidget(day, 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(texts, 1)
        return line


def _told(coming: Coming) -> str:
    return _("{day}: {what}").format(day=full_day(coming.day), what=coming.what)
