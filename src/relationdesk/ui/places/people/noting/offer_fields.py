"""The fields in which an offer is corrected before it is accepted."""

from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from relationdesk.domain.phrases import (
    BirthdayOffer,
    FollowUpOffer,
    HandleOffer,
    Offer,
    PreferenceOffer,
    PromiseOffer,
)
from relationdesk.domain.profiles import platform_title, platforms
from relationdesk.domain.terms import term
from relationdesk.domain.vocabulary import Action, Polarity, PreferenceCategory
from relationdesk.language.words import _
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.choice_field import ChoiceField
from relationdesk.ui.widgets.date_field import DateField
from relationdesk.ui.widgets.field import Field
from relationdesk.ui.widgets.flow_layout import FlowLayout
from relationdesk.ui.widgets.time_field import TimeField

_LEAST_WIDTH = 150


def says_something(offer: Offer) -> bool:
    """Whether an offer still holds words that can be kept."""
    return isinstance(offer, FollowUpOffer | BirthdayOffer) or bool(_words(offer))


class OfferFields(QWidget):
    """Says `corrected` with the offer as it reads after each change; a birthday has no fields."""

    corrected = Signal(object)

    def __init__(self, offer: Offer, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offer = offer
        self._today = today
        self._lines = FlowLayout(self, Space.SMALL, Space.SMALL)
        self._add_choices()
        if not isinstance(offer, BirthdayOffer):
            self._add_words()
        self._add_times()

    def _add_choices(self) -> None:
        match self._offer:
            case FollowUpOffer(action=action):
                self._choose(_("What to do"), "action", _told(Action), action)
            case PreferenceOffer(polarity=polarity, category=category):
                self._choose(_("How they feel"), "polarity", _told(Polarity), polarity)
                self._choose(_("About"), "category", _told(PreferenceCategory), category)
            case HandleOffer(platform=platform):
                titles = [(known, platform_title(known)) for known in platforms()]
                self._choose(_("Platform"), "platform", titles, platform)

    def _add_words(self) -> None:
        what = Field(_("What"))
        what.setText(_words(self._offer))
        what.setMinimumWidth(_LEAST_WIDTH)
        what.textChanged.connect(
            lambda text: self._change(**{_WORDS.get(type(self._offer), "value"): text.strip()})
        )
        self._lines.addWidget(what)
        self.setFocusProxy(what)

    def _add_times(self) -> None:
        offer = self._offer
        if not isinstance(offer, FollowUpOffer | PromiseOffer):
            return
        day = DateField(_("Day"), self._today)
        day.show_day(offer.due)
        day.day_chosen.connect(self._on_day)
        self._lines.addWidget(day)
        if isinstance(offer, FollowUpOffer) and offer.at is not None:
            hour = TimeField(_("Hour"), offer.at)
            hour.time_chosen.connect(lambda at: self._change(at=at))
            self._lines.addWidget(hour)

    def _choose(self, name: str, field: str, choices: list[tuple[Any, str]], value: object) -> None:
        choice = ChoiceField(name, choices)
        choice.show_value(value)
        choice.chosen.connect(lambda chosen: self._change(**{field: chosen}))
        self._lines.addWidget(choice)

    def _on_day(self, day: date | None) -> None:
        if day is not None or isinstance(self._offer, PromiseOffer):
            self._change(due=day)

    def _change(self, **values: Any) -> None:
        self._offer = replace(self._offer, **values)
        self.corrected.emit(self._offer)


_WORDS: dict[type, str] = {FollowUpOffer: "reason", PromiseOffer: "what", HandleOffer: "name"}


def _words(offer: Offer) -> str:
    return str(getattr(offer, _WORDS.get(type(offer), "value"), ""))


def _told(words: type[StrEnum]) -> list[tuple[Any, str]]:
    return [(word, term(word)) for word in words]
