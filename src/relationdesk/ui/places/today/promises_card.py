"""What was promised, either way, and closing it in place."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relationdesk.domain.vocabulary import PromiseSide
from relationdesk.language.dates import due_in_words, full_day, short_day
from relationdesk.language.words import _, plural
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Height, Space, Tint, Tone, Weight
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.card import Card, IconMark
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.painting import plain_tip
from relationdesk.ui.widgets.text_link import TextLink
from relationdesk.work.today.queries import OwedRow

MOST_SHOWN: Final = 4


class PromisesCard(Card):
    """Says `kept`, `released` or `person_asked`; hidden while nothing is owed."""

    kept = Signal(object)
    released = Signal(object)
    person_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Promises"), parent=parent)
        self._promises: Sequence[OwedRow] = ()
        self._today: date | None = None
        self._shows_all = False
        self._lines = QVBoxLayout()
        self._lines.setSpacing(Space.MEDIUM)
        self.body.addLayout(self._lines)

    def show_promises(self, promises: Sequence[OwedRow], today: date) -> None:
        """Show the open promises, the first few until all are asked for."""
        if (promises, today) == (self._promises, self._today):
            return
        self._promises, self._today = promises, today
        self._rebuild(today)

    def _rebuild(self, today: date) -> None:
        while item := self._lines.takeAt(0):
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        shown = self._promises if self._shows_all else self._promises[:MOST_SHOWN]
        for promise in shown:
            line = PromiseLine(promise, today, self)
            line.kept.connect(self.kept)
            line.released.connect(self.released)
            line.person_asked.connect(self.person_asked)
            self._lines.addWidget(line)
        if len(shown) < len(self._promises):
            self._add_more(len(self._promises) - len(shown))
        self.setVisible(bool(self._promises))

    def _add_more(self, left_over: int) -> None:
        more = Button(
            plural("And {n} more", "And {n} more", left_over), Role.QUIET, parent=self, compact=True
        )
        more.clicked.connect(self._on_more)
        self._lines.addWidget(more)

    @Slot()
    def _on_more(self) -> None:
        self._shows_all = True
        if self._today is not None:
            self._rebuild(self._today)


class PromiseLine(QWidget):
    """One promise: who owes, what, since when, and its two ends."""

    kept = Signal(object)
    released = Signal(object)
    person_asked = Signal(object)

    def __init__(self, promise: OwedRow, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.promise = promise
        is_late = promise.due_on is not None and promise.due_on < today
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(Space.SMALL)
        icon, tint = (Icon.CIRCLE_ALERT, Tint.BAD) if is_late else (Icon.CLOCK, Tint.INK3)
        across.addWidget(IconMark(icon, tint, parent=self), 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(self._told(today, is_late=is_late), 1)

    def _told(self, today: date, *, is_late: bool) -> QVBoxLayout:
        name = TextLink(_owing(self.promise), weight=Weight.STRONG, parent=self)
        name.clicked.connect(lambda: self.person_asked.emit(self.promise.person_id))
        below = QHBoxLayout()
        below.setSpacing(Space.TIGHT)
        below.addLayout(self._texts(today, is_late=is_late), 1)
        for button in self._ends():
            below.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(name)
        told.addLayout(below)
        return told

    def _texts(self, today: date, *, is_late: bool) -> QVBoxLayout:
        since = Label(_since(self.promise, today), Look.HINT, self, wraps=True)
        since.setToolTip(plain_tip(full_day(self.promise.due_on or self.promise.made_on)))
        if is_late:
            since.show_tone(Tone.BAD)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(Label(self.promise.what, Look.SECONDARY, self, wraps=True))
        texts.addWidget(since)
        return texts

    def _ends(self) -> list[Button]:
        named = {"name": self.promise.name, "what": self.promise.what}
        keep = self._end(Icon.CHECK, _("Kept: {what}, {name}").format(**named), "promise.keep")
        keep.clicked.connect(lambda: self.kept.emit(self.promise))
        release = self._end(Icon.X, _("Released: {what}, {name}").format(**named), "promise.release")
        release.clicked.connect(lambda: self.released.emit(self.promise))
        return [keep, release]

    def _end(self, icon: Icon, name: str, object_name: str) -> Button:
        end = Button("", Role.QUIET, icon, parent=self, compact=True, name=name)
        end.setObjectName(object_name)
        end.setFixedWidth(Height.HIT)
        return end


def _owing(promise: OwedRow) -> str:
    if promise.side is PromiseSide.I_OWE:
        return _("You owe {name}").format(name=promise.name)
    return _("{name} owes you").format(name=promise.name)


def _since(promise: OwedRow, today: date) -> str:
    if promise.due_on is not None:
        return due_in_words(promise.due_on, today)
    return _("since {day}").format(day=short_day(promise.made_on, today))
