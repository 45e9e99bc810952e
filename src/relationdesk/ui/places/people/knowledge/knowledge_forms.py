"""The fields in which something that is to be remembered is changed; what is changed is told at once."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from relationdesk.domain.money import Money, money_typed
from relationdesk.domain.terms import term
from relationdesk.domain.vocabulary import Polarity, PreferenceCategory, Reward, Source
from relationdesk.language.words import _
from relationdesk.ui.places.people.knowledge.kept_already import Told
from relationdesk.ui.places.people.knowledge.source_fields import SourceFields
from relationdesk.ui.places.people.person_view import PersonView
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.choice_field import ChoiceField
from relationdesk.ui.widgets.date_field import DateField
from relationdesk.ui.widgets.field import Field
from relationdesk.ui.widgets.flow_layout import FlowLayout
from relationdesk.work.people.record_lines import FactLine, PreferenceLine, RefusalLine
from relationdesk.work.people.told import Fact, Preference, Refusal

_PAUSE = 700
_NO_REWARD = None


class KnowledgeForm(QWidget):
    """Says `changed` with what the fields tell: a choice at once, a text at every pause.

    A text that is emptied is not told; what was kept last stays.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._last: Told | None = None
        self._pausing = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pausing.timeout.connect(self.tell)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, Space.TIGHT, 0, 0)
        self._column.setSpacing(Space.SMALL)

    def told(self) -> Told | None:
        """What the fields tell, None where that is nothing."""
        raise NotImplementedError

    def begin(self) -> None:
        """From here on tell what is different from what is shown now."""
        self._last = self.told()

    @Slot()
    def tell(self) -> None:
        """Say what was changed since the last time, if anything was."""
        self._pausing.stop()
        told = self.told()
        if told is not None and told != self._last:
            self._last = told
            self.changed.emit(told)

    def _add_line(self, *fields: QWidget) -> QWidget:
        room = QWidget()
        line = FlowLayout(room, Space.SMALL, Space.SMALL)
        for field in fields:
            line.addWidget(field)
        self._column.addWidget(room)
        return room

    def _text(self, name: str, key: str, *, width: int = 190, most: int = 0) -> Field:
        field = Field(name, name)
        field.setObjectName(f"known.{key}")
        field.setMinimumWidth(most or width)
        if most:
            field.setMaximumWidth(most)
        field.textEdited.connect(lambda _text: self._pausing.start())
        field.editingFinished.connect(self.tell)
        return field


class PreferenceForm(KnowledgeForm):
    """What they feel about what; for a reward also of which kind, and from which amount."""

    def __init__(self, line: PreferenceLine, view: PersonView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._polarity = ChoiceField(
            _("How they feel"), [(polarity, term(polarity)) for polarity in Polarity]
        )
        self._category = ChoiceField(_("About"), [(one, term(one)) for one in PreferenceCategory])
        self._value = self._text(_("What"), "value")
        self._add_line(self._polarity, self._category, self._value)
        self.setFocusProxy(self._value)
        self._reward = reward_field()
        self._amount = self._text(_("From which amount"), "amount", most=130)
        self._currency = self._text(_("Currency"), "currency", most=90)
        self._reward_line = self._add_line(self._reward, self._amount, self._currency)
        self._source = SourceFields(view, line.source_interaction_id)
        self._column.addWidget(self._source)
        for choice in (self._polarity, self._category, self._reward):
            choice.chosen.connect(self._on_chosen)
        self._source.changed.connect(self.tell)
        self._show(line)

    def told(self) -> Preference | None:
        """The preference, None where it says nothing."""
        polarity, category, value = self._polarity.value, self._category.value, self._value.text().strip()
        is_reward = category is PreferenceCategory.REWARD
        reward = self._reward.value if is_reward else None
        if polarity is None or category is None or not (value or reward):
            return None
        return Preference(
            polarity=polarity,
            category=category,
            value=value,
            reward=reward,
            money=self._money() if is_reward else None,
            source=self._source.how.value or Source.THEY_SAID,
            interaction_id=self._source.happened.value,
            noted_on=self._source.day.day,
        )

    def _money(self) -> Money | None:
        return money_typed(self._amount.text(), self._currency.text().strip() or "EUR")

    def _show(self, line: PreferenceLine) -> None:
        self._polarity.show_value(line.polarity)
        self._category.show_value(line.category)
        self._value.setText(line.value)
        self._value.setCursorPosition(0)
        self._reward.show_value(line.reward)
        self._amount.setText("" if line.amount is None else f"{line.amount:f}")
        self._currency.setText(line.currency or "EUR")
        self._source.show_source(line.source, line.source_interaction_id, line.noted_on)
        self._reward_line.setVisible(line.category is PreferenceCategory.REWARD)
        self.begin()

    @Slot()
    def _on_chosen(self) -> None:
        self._reward_line.setVisible(self._category.value is PreferenceCategory.REWARD)
        self.tell()


class FactForm(KnowledgeForm):
    """A small thing worth knowing."""

    def __init__(self, line: FactLine, view: PersonView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = self._text(_("What it is about"), "label", width=140)
        self._value = self._text(_("What"), "value")
        self._add_line(self._label, self._value)
        self.setFocusProxy(self._value)
        self._source = SourceFields(view, line.source_interaction_id)
        self._source.changed.connect(self.tell)
        self._column.addWidget(self._source)
        self._label.setText(line.label)
        self._value.setText(line.value)
        self._value.setCursorPosition(0)
        self._source.show_source(line.source, line.source_interaction_id, line.noted_on)
        self.begin()

    def told(self) -> Fact | None:
        """The fact, None where it says nothing."""
        if not self._value.text().strip():
            return None
        return Fact(
            value=self._value.text().strip(),
            label=self._label.text().strip(),
            source=self._source.how.value or Source.THEY_SAID,
            interaction_id=self._source.happened.value,
            noted_on=self._source.day.day,
        )


class RefusalForm(KnowledgeForm):
    """A "no": to what, for which client, why, by whom, and until when."""

    def __init__(self, line: RefusalLine, view: PersonView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what = self._text(_("No to what"), "what")
        self._reward = reward_field()
        self._client = self._text(_("Only for this client"), "client")
        self._why = self._text(_("Why"), "why")
        self._said_by = self._text(_("Said by, if not themselves"), "said_by")
        self._until = DateField(_("Until"), view.today)
        self._source = SourceFields(view, line.source_interaction_id, has_how=False)
        self._add_line(self._what, self._reward, self._client)
        self.setFocusProxy(self._what)
        self._add_line(self._why, self._said_by, self._until)
        self._column.addWidget(self._source)
        self._reward.chosen.connect(self.tell)
        self._until.day_chosen.connect(self.tell)
        self._until.setToolTip(_("Until which day the no stands; without a day it is for good"))
        self._source.changed.connect(self.tell)
        self._show(line)

    def told(self) -> Refusal | None:
        """The refusal, None where it is a no to nothing."""
        what, client = self._what.text().strip(), self._client.text().strip()
        if not (what or client or self._reward.value):
            return None
        return Refusal(
            what=what,
            why=self._why.text().strip(),
            said_by=self._said_by.text().strip(),
            client=client,
            reward=self._reward.value,
            said_on=self._source.day.day,
            until=self._until.day,
            interaction_id=self._source.happened.value,
        )

    def _show(self, line: RefusalLine) -> None:
        for field, text in (
            (self._what, line.what),
            (self._client, line.client),
            (self._why, line.why),
            (self._said_by, line.said_by),
        ):
            field.setText(text)
        self._reward.show_value(line.reward)
        self._until.show_day(line.until)
        self._source.show_source(Source.THEY_SAID, line.source_interaction_id, line.said_on)
        self.begin()


def reward_field() -> ChoiceField[Reward | None]:
    """Which kind of reward, or none in particular."""
    rewards: list[tuple[Reward | None, str]] = [(reward, term(reward)) for reward in Reward]
    return ChoiceField(_("Which reward"), [(_NO_REWARD, _("no kind of reward")), *rewards])
