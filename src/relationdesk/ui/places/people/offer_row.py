"""One offer read from a note: what it would set, ready to be corrected, accepted or dismissed."""

from dataclasses import replace
from datetime import date, time

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from relationdesk.domain.phrases import FollowUpOffer, PromiseOffer
from relationdesk.domain.terms import term
from relationdesk.domain.vocabulary import Action, PromiseSide
from relationdesk.language.dates import clock_time, short_day, weekday
from relationdesk.language.words import _, in_context
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Space, Tint
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.card import IconMark
from relationdesk.ui.widgets.choice_field import ChoiceField
from relationdesk.ui.widgets.date_field import DateField
from relationdesk.ui.widgets.elided_label import ElidedLabel
from relationdesk.ui.widgets.field import Field
from relationdesk.ui.widgets.flow_layout import FlowLayout
from relationdesk.ui.widgets.label import Look
from relationdesk.ui.widgets.time_field import TimeField

Offer = FollowUpOffer | PromiseOffer


def reading_of(offer: Offer, name: str, today: date) -> str:
    """What an offer says in words: `Follow-up: call, Friday 27 Nov 17:00`."""
    if isinstance(offer, FollowUpOffer):
        return _("Follow-up: {what}, {when}").format(
            what=offer.reason or term(offer.action), when=_when(offer.due, offer.at, today)
        )
    is_mine = offer.side is PromiseSide.I_OWE
    if offer.due is None:
        text = _("You promised: {what}") if is_mine else _("{name} promised: {what}")
        return text.format(what=offer.what, name=name)
    text = _("You promised: {what}, by {when}") if is_mine else _("{name} promised: {what}, by {when}")
    return text.format(what=offer.what, name=name, when=_when(offer.due, None, today))


class OfferRow(QFrame):
    """Says `accepted` with the offer as it then reads, or `dismissed`; the pencil opens it for correction."""

    accepted = Signal(object)
    dismissed = Signal()

    def __init__(self, offer: Offer, name: str, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "card")
        self.setAccessibleName(_("Offer"))
        self.offer = offer
        self._name = name
        self._today = today
        self._reading = ElidedLabel("", Look.BODY)
        self._line = QHBoxLayout()
        self._line.setSpacing(Space.TIGHT)
        icon = Icon.CALENDAR_PLUS if isinstance(offer, FollowUpOffer) else Icon.HEART
        self._line.addWidget(IconMark(icon, Tint.ACCENT))
        self._line.addSpacing(Space.TIGHT)
        self._line.addWidget(self._reading, 1)
        self._add_buttons()
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.MEDIUM, Space.TIGHT, Space.TIGHT, Space.TIGHT)
        column.setSpacing(Space.TIGHT)
        column.addLayout(self._line)
        self._fields = self._correction()
        self._fields.hide()
        column.addWidget(self._fields)
        self._show_reading()

    @property
    def reading(self) -> str:
        """What the offer says now."""
        return self._reading.text()

    def _add_buttons(self) -> None:
        correct = Button("", Role.QUIET, Icon.PENCIL_LINE, compact=True, name=_("Correct this offer"))
        correct.setCheckable(True)
        correct.toggled.connect(self._on_correcting)
        self.accept_button = Button(_("Accept"), compact=True)
        self.accept_button.setObjectName("offer.accept")
        self.accept_button.clicked.connect(self._on_accepted)
        dismiss = Button("", Role.QUIET, Icon.X, compact=True, name=_("Dismiss this offer"))
        dismiss.clicked.connect(self.dismissed)
        for button in (correct, self.accept_button, dismiss):
            self._line.addWidget(button)

    def _correction(self) -> QWidget:
        fields = QWidget()
        lines = FlowLayout(fields, Space.SMALL, Space.SMALL)
        offer = self.offer
        what = Field(_("What"))
        what.setText(offer.reason if isinstance(offer, FollowUpOffer) else offer.what)
        what.setMinimumWidth(150)
        what.textChanged.connect(self._on_what)
        if isinstance(offer, FollowUpOffer):
            action = ChoiceField(_("What to do"), [(action, term(action)) for action in Action])
            action.show_value(offer.action)
            action.chosen.connect(self._on_action)
            lines.addWidget(action)
        lines.addWidget(what)
        day = DateField(_("Day"), self._today)
        day.show_day(offer.due)
        day.day_chosen.connect(self._on_day)
        lines.addWidget(day)
        if isinstance(offer, FollowUpOffer) and offer.at is not None:
            hour = TimeField(_("Hour"), offer.at)
            hour.time_chosen.connect(self._on_hour)
            lines.addWidget(hour)
        return fields

    @Slot(bool)
    def _on_correcting(self, is_open: bool) -> None:  # noqa: FBT001 - Qt's
        self._fields.setVisible(is_open)
        if is_open:
            self._fields.findChild(Field).setFocus()  # type: ignore[union-attr]

    @Slot(str)
    def _on_what(self, what: str) -> None:
        offer = self.offer
        if isinstance(offer, FollowUpOffer):
            self.offer = replace(offer, reason=what.strip())
        else:
            self.offer = replace(offer, what=what.strip())
        self._show_reading()

    @Slot(object)
    def _on_action(self, action: Action) -> None:
        if isinstance(self.offer, FollowUpOffer):
            self.offer = replace(self.offer, action=action)
            self._show_reading()

    @Slot(object)
    def _on_day(self, day: date | None) -> None:
        if isinstance(self.offer, PromiseOffer):
            self.offer = replace(self.offer, due=day)
        if isinstance(self.offer, FollowUpOffer) and day is not None:
            self.offer = replace(self.offer, due=day)
        self._show_reading()

    @Slot(object)
    def _on_hour(self, at: time) -> None:
        if isinstance(self.offer, FollowUpOffer):
            self.offer = replace(self.offer, at=at)
            self._show_reading()

    @Slot()
    def _on_accepted(self) -> None:
        self.accepted.emit(self.offer)

    def _show_reading(self) -> None:
        reading = reading_of(self.offer, self._name, self._today)
        self._reading.setText(reading)
        self.accept_button.setAccessibleName(_("Accept: {offer}").format(offer=reading))
        is_told = not isinstance(self.offer, PromiseOffer) or bool(self.offer.what)
        self.accept_button.setEnabled(is_told)
        self._reading.setAlignment(Qt.AlignmentFlag.AlignVCenter)


def _when(day: date, at: time | None, today: date) -> str:
    if at is not None:
        return in_context("a day and an hour", "{weekday} {day} {hour}").format(
            weekday=weekday(day), day=short_day(day, today), hour=clock_time(at)
        )
    return in_context("a day", "{weekday} {day}").format(weekday=weekday(day), day=short_day(day, today))
