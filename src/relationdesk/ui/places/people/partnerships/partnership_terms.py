"""What was agreed in a partnership, changed in place: each text, day and choice is kept by itself."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from relationdesk.domain.drafts import DraftKey, of_terms
from relationdesk.domain.folding import letters
from relationdesk.domain.ids import PersonId
from relationdesk.domain.money import money_typed
from relationdesk.domain.terms import term
from relationdesk.domain.vocabulary import PartnershipDay, PartnershipText, RewardKind, Stage
from relationdesk.language.amounts import money_text
from relationdesk.language.words import _
from relationdesk.ui.places.people.kept_line import keep_line
from relationdesk.ui.places.people.organisation_names import OrganisationNames
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.theme.tokens import Space, Tone
from relationdesk.ui.widgets.choice_field import ChoiceField
from relationdesk.ui.widgets.date_field import DateField
from relationdesk.ui.widgets.drafts import drafts_of
from relationdesk.ui.widgets.flow_layout import FlowLayout
from relationdesk.ui.widgets.value_line import LabelledLine, ValueField, ValueLine
from relationdesk.work import partnerships
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.partnerships.queries import PartnershipLine

_NO_REWARD = None
_GIVEN_UP = {Stage.DECLINED, Stage.ABANDONED}
_CLIENT, _MONEY = "client", "money"


class PartnershipTerms(QWidget):
    """Says `said` for what was kept. What is typed and not kept stays as a draft of its field."""

    said = Signal(str)

    def __init__(
        self, tasks: Tasks[Reader, Desk], person: PersonId, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._person = person
        self._today = today
        self._line: PartnershipLine | None = None
        self._texts: dict[str, ValueLine] = {}
        self._days: dict[PartnershipDay, DateField] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, Space.SMALL, 0, 0)
        self._column.setSpacing(Space.TIGHT)
        self._reward = self._made_reward()
        self._build()
        self.setFocusProxy(self._texts[PartnershipText.TITLE].field)

    def show_terms(self, line: PartnershipLine) -> None:
        """Show what is agreed; what is being typed stays."""
        self._line = line
        money = "" if line.amount is None else money_text(line.amount, line.currency)
        for name, value in (
            (_CLIENT, line.client),
            (_MONEY, money),
            (PartnershipText.TITLE, line.title),
            (PartnershipText.REWARD_NOTE, line.reward_note),
            (PartnershipText.CLOSED_REASON, line.closed_reason),
            (PartnershipText.OUTCOME, line.outcome),
            (PartnershipText.LESSON, line.lesson),
        ):
            self._texts[name].show_value(of_terms(self._person, line.id, name), value)
        for field, day in (
            (PartnershipDay.AGREED_ON, line.agreed_on),
            (PartnershipDay.STARTS_ON, line.starts_on),
            (PartnershipDay.ENDS_ON, line.ends_on),
            (PartnershipDay.EMBARGO_UNTIL, line.embargo_until),
            (PartnershipDay.RETURN_ON, line.return_on),
            (PartnershipDay.RETURNED_ON, line.returned_on),
            (PartnershipDay.PUBLISHED_ON, line.published_on),
        ):
            if not self._days[field].hasFocus() or self._days[field].day != day:
                self._days[field].show_day(day)
        self._reward.show_value(line.reward)
        has_reason = line.stage in _GIVEN_UP or bool(line.closed_reason)
        self._texts[PartnershipText.CLOSED_REASON].setVisible(has_reason)

    def ask_why(self) -> None:
        """Put the cursor where the reason is said why it was declined or abandoned."""
        self._texts[PartnershipText.CLOSED_REASON].show()
        self._texts[PartnershipText.CLOSED_REASON].setFocus()

    def leave(self) -> None:
        """Keep what stands in a field and is not kept yet."""
        for line in self._texts.values():
            line.keep()

    def write(self, key: DraftKey) -> bool:
        """Go on in the field of a key, or at the day of one; False when it is not here."""
        for line in self._texts.values():
            if line.key == key:
                line.show()
                line.setFocus()
                return True
        for field, day in self._days.items():
            if self._line is not None and of_terms(self._person, self._line.id, field) == key:
                day.setFocus()
                return True
        return False

    def _build(self) -> None:
        self._add_text(_CLIENT, _("Client"), _("Add the client"), self._keep_client)
        self._add_names(self._texts[_CLIENT])
        self._add_plain(PartnershipText.TITLE, _("What for"), _("What for?"))
        self._add_plain(
            PartnershipText.CLOSED_REASON, _("Why not"), _("Why it was declined or abandoned"), is_long=True
        )
        self._column.addWidget(LabelledLine(_("Reward"), self._reward))
        self._add_plain(PartnershipText.REWARD_NOTE, _("More on it"), _("Add what exactly"))
        self._add_text(_MONEY, _("Money"), _("Add an amount: 1,250.50 EUR"), self._keep_money)
        self._add_days(_("Agreed on"), (PartnershipDay.AGREED_ON, _("Agreed on")))
        self._add_days(
            _("From, until"), (PartnershipDay.STARTS_ON, _("Begins")), (PartnershipDay.ENDS_ON, _("Ends"))
        )
        self._add_days(_("Embargo until"), (PartnershipDay.EMBARGO_UNTIL, _("Embargo until")))
        self._add_days(_("Comes back on"), (PartnershipDay.RETURN_ON, _("Comes back on")))
        self._add_days(_("Came back on"), (PartnershipDay.RETURNED_ON, _("Came back on")))
        self._add_days(_("Published on"), (PartnershipDay.PUBLISHED_ON, _("Published on")))
        thought = _("What both sides thought")
        self._add_plain(PartnershipText.OUTCOME, thought, _("Add what both sides thought"), is_long=True)
        lesson = _("Lesson for next time")
        self._add_plain(PartnershipText.LESSON, lesson, _("Add a lesson for next time"), is_long=True)

    def _made_reward(self) -> ChoiceField[RewardKind | None]:
        kinds: list[tuple[RewardKind | None, str]] = [(kind, term(kind)) for kind in RewardKind]
        reward = ChoiceField(_("Reward"), [(_NO_REWARD, _("no kind of reward")), *kinds])
        reward.setObjectName("terms.reward")
        reward.setProperty("line", True)  # noqa: FBT003 - Qt's
        reward.chosen.connect(self._on_reward)
        return reward

    def _add_plain(self, field: PartnershipText, name: str, hint: str, *, is_long: bool = False) -> None:
        self._add_text(field, name, hint, partial(self._keep_text, field), is_long=is_long)

    def _add_text(
        self,
        key: str,
        name: str,
        hint: str,
        keep: Callable[[ValueLine, PartnershipLine, str], None],
        *,
        is_long: bool = False,
    ) -> None:
        line = ValueLine(drafts_of(self._tasks), name, hint, is_long=is_long)
        line.field.setObjectName(f"terms.{key}")
        line.kept.connect(lambda text: None if self._line is None else keep(line, self._line, text))
        self._texts[key] = line
        self._column.addWidget(line)

    def _add_names(self, line: ValueLine) -> None:
        if isinstance(line.field, ValueField):
            names = OrganisationNames(self._tasks, line.field, told_height=lambda: line.told_height)
            names.told.connect(partial(line.tell, tone=Tone.NEUTRAL, aloud=False))
            line.kept.connect(names.cancel)

    def _add_days(self, name: str, *days: tuple[PartnershipDay, str]) -> None:
        room = QWidget()
        line = FlowLayout(room, Space.SMALL, Space.TIGHT)
        for field, spoken in days:
            day = DateField(spoken, self._today)
            day.setObjectName(f"terms.{field}")
            day.day_chosen.connect(partial(self._on_day, field, spoken))
            self._days[field] = day
            line.addWidget(day)
        self._column.addWidget(LabelledLine(name, room))

    def _keep_text(self, field: PartnershipText, line: ValueLine, told: PartnershipLine, text: str) -> None:
        if field is PartnershipText.TITLE and not text:
            line.refuse(_("A partnership says what it is for: that stays as it was."))
        else:
            self._keep(line, lambda desk: partnerships.terms.set_text(desk, told.id, field, text))

    def _keep_client(self, line: ValueLine, told: PartnershipLine, text: str) -> None:
        def say(said: str) -> None:
            """Where the same client is meant nothing comes to be shown anew: it is spelt as it was."""
            if (
                line.key is not None
                and self._line is not None
                and letters(self._line.client) == letters(text)
            ):
                line.show_value(line.key, self._line.client)
            self.said.emit(said)

        line.tell("")
        keep_line(
            self, self._tasks, line, lambda desk: partnerships.terms.set_client(desk, told.id, text), say
        )

    def _keep_money(self, line: ValueLine, told: PartnershipLine, text: str) -> None:
        money = money_typed(text, told.currency or "EUR")
        if text and money is None:
            line.refuse(_("That is no amount. Write it like 1,250.50 EUR or 1 250,50 €."))
        else:
            self._keep(line, lambda desk: partnerships.terms.set_money(desk, told.id, money))

    def _keep(self, line: ValueLine, command: Callable[[Desk], None]) -> None:
        keep_line(self, self._tasks, line, command, self.said.emit)

    def _on_reward(self, reward: RewardKind | None) -> None:
        if (told := self._line) is not None:
            self._change(lambda desk: partnerships.terms.set_reward(desk, told.id, reward), _("Reward"))

    def _on_day(self, field: PartnershipDay, name: str, day: date | None) -> None:
        if (told := self._line) is not None:
            self._change(lambda desk: partnerships.terms.set_day(desk, told.id, field, day), name)

    def _change(self, command: Callable[[Desk], None], name: str) -> None:
        said = _("Kept: {what}").format(what=name)
        self._tasks.change(self, command, lambda _none: self.said.emit(said))
