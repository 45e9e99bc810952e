"""The right column: what to do next, what to remember, what is owed, how to reach, who is known."""

from datetime import date, time
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from relationdesk.domain.clock import Clock
from relationdesk.domain.drafts import DraftField, DraftKey
from relationdesk.domain.ids import FollowUpId, PersonId
from relationdesk.domain.terms import relation_term
from relationdesk.language.words import _, plural
from relationdesk.ui.places.people.header.header_words import handle_text
from relationdesk.ui.places.people.knowledge.suits import WhatWouldSuit
from relationdesk.ui.places.people.person_view import PersonView
from relationdesk.ui.places.people.remembering.add_follow_up import AddFollowUp, Planned
from relationdesk.ui.places.people.remembering.calendar_flow import CalendarFlow
from relationdesk.ui.places.people.remembering.in_touch import InTouch
from relationdesk.ui.places.people.remembering.next_step import NextStep
from relationdesk.ui.places.people.remembering.promises import Promises
from relationdesk.ui.places.people.remembering.remember_rows import inset, marked, stacked
from relationdesk.ui.places.people.remembering.remember_words import Remembered, audience_text, remembered
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Space, Tint
from relationdesk.ui.widgets.after_event import offer_after_event
from relationdesk.ui.widgets.balance_words import peace_words
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.cadence_words import Gap
from relationdesk.ui.widgets.day_menu import DayMenu
from relationdesk.ui.widgets.drafts import drafts_of
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.text_button import TextButton
from relationdesk.ui.widgets.text_link import TextLink
from relationdesk.work import follow_ups, people
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.people.record_lines import ContactLine

_WIDTH = 248
_MOST_KNOWN = 8


class Remember(QScrollArea):
    """Says `person_asked` for somebody known, `relations_asked` for all of them, `said` for what was done.

    Says `origin_asked` for what something is known from, `organisation_asked` for where they work,
    `reach_asked` to change how they are reached.
    """

    person_asked = Signal(object)
    origin_asked = Signal(object)
    organisation_asked = Signal(object)
    relations_asked = Signal()
    reach_asked = Signal()
    said = Signal(str)

    def __init__(self, tasks: Tasks[Reader, Desk], clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._clock = clock
        self._view: PersonView | None = None
        self._steps: list[NextStep] = []
        self.calendar = CalendarFlow(tasks, clock, self)
        self.calendar.said.connect(self.said)
        self._drafts = drafts_of(tasks)
        self._add: AddFollowUp | None = None
        self._promises: Promises | None = None
        self.setObjectName("person.remember")
        self.setAccessibleName(_("What to remember"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(_WIDTH - 20)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_person(self, view: PersonView) -> None:
        """Show what is to be remembered of somebody; what is being typed here stays."""
        if view == self._view:
            return
        is_other = self._view is None or self._view.id != view.id
        self._view = view
        scrolled = self.verticalScrollBar().value()
        asked = {step.id: step.asked for step in self._steps if step.asked} if not is_other else {}
        focus = QApplication.focusWidget()
        has_focus = focus is not None and self.isAncestorOf(focus)
        is_promising = self._promises is not None and focus is not None and self._promises.isAncestorOf(focus)
        if is_other or self._add is None:
            self._add = AddFollowUp(view.id, view.today, self._drafts)
            self._add.planned.connect(partial(self._on_planned, view.id, self._add))
        if is_other or self._promises is None:
            self._promises = Promises(self._tasks, view)
            self._promises.said.connect(self.said)
        page = QWidget()
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(Space.MEDIUM, Space.LARGE, Space.MEDIUM, Space.LARGE)
        self._column.setSpacing(Space.TIGHT)
        self._add_next(view, self._add)
        self._add_in_touch(view)
        self._add_remembered(view)
        self._add_suits(view)
        self._add_promises(view, self._promises)
        self._add_reach(view)
        self._add_known(view)
        self._column.addStretch(1)
        self.setWidget(page)
        self.verticalScrollBar().setValue(0 if is_other else scrolled)
        self._go_on(asked, self._add, has_focus=has_focus and not is_promising)
        if is_promising and not is_other:
            self._promises.take_focus(focus)

    def take_focus(self) -> None:
        """Put the keyboard on the first thing to do."""
        if self._steps:
            self._steps[0].first_button.setFocus()
        elif self._add is not None:
            self._add.take_focus()

    def write(self, key: DraftKey) -> bool:
        """Go on writing at what stands under a key; False when that is not here any more."""
        if key.field is DraftField.FOLLOW_UP and self._add is not None:
            self._add.open()
            return True
        if key.field is DraftField.PROMISE and self._promises is not None:
            return self._promises.write(key)
        for step in self._steps:
            if step.id == key.subject:
                step.resume(key.field)
                return True
        return False

    def _go_on(self, asked: dict[FollowUpId, DraftField], add: AddFollowUp, *, has_focus: bool) -> None:
        if has_focus and self._steps:
            self._steps[0].first_button.setFocus()
        elif has_focus:
            add.take_focus()
        for step in self._steps:
            if step.id in asked:
                step.resume(asked[step.id])

    def _head(self, title: str) -> None:
        if self._column.count():
            self._column.addSpacing(Space.MEDIUM)
        self._column.addLayout(inset(Label(title, Look.STRONG)))

    def _add_next(self, view: PersonView, add: AddFollowUp) -> None:
        self._head(_("Next"))
        now = self._clock.now().astimezone(self._clock.zone())
        self._steps = [
            self._next_step(NextStep(line, view.id, now, self._drafts)) for line in view.follow_ups
        ]
        for step in self._steps:
            self._column.addLayout(inset(step))
        peace = view.page.balance.peace
        add.show_peace("" if peace is None else peace_words(peace, view.today))
        self._column.addWidget(add)

    def _add_in_touch(self, view: PersonView) -> None:
        self._head(_("In touch"))
        self.in_touch = InTouch(view)
        self.in_touch.chosen.connect(partial(self._on_cadence, view))
        self._column.addWidget(self.in_touch)

    def _next_step(self, step: NextStep) -> NextStep:
        step.done.connect(partial(self._on_done, step))
        step.snoozed.connect(self._on_snoozed)
        step.calendar_asked.connect(self.calendar.begin)
        step.days_offered.connect(partial(self._on_days_offered, step.id))
        step.dropped.connect(partial(self._on_dropped, step))
        return step

    def _add_remembered(self, view: PersonView) -> None:
        lines = remembered(view.page, view.today)
        if not lines:
            if not view.history:
                self._head(_("Remember"))
                hint = _("What they love, refuse and how they like to be reached: add it under Preferences.")
                self._column.addLayout(inset(Label(hint, Look.HINT, wraps=True)))
            return
        self._head(_("Remember"))
        for line in lines:
            shown = line.text if line.organisation_id is None else self._link(line)
            self._column.addLayout(marked(line.icon, shown))

    def _link(self, line: Remembered) -> QWidget:
        link = TextLink(line.organisation, tint=Tint.INK2)
        link.setObjectName("remember.organisation")
        link.setAccessibleDescription(line.text)
        link.clicked.connect(lambda: self.organisation_asked.emit(line.organisation_id))
        return stacked(link, line.text)

    def _add_suits(self, view: PersonView) -> None:
        self._head(_("What would suit"))
        suits = WhatWouldSuit(view)
        suits.origin_asked.connect(self.origin_asked)
        self._column.addWidget(suits)

    def _add_promises(self, view: PersonView, promises: Promises) -> None:
        self._head(_("Promises"))
        promises.show_promises(view)
        self._column.addWidget(promises)

    def _add_reach(self, view: PersonView) -> None:
        page = view.page
        lines = [self._contact(contact) for contact in sorted(page.contacts, key=lambda c: not c.preferred)]
        for handle in page.handles:
            detail = audience_text(handle)
            lines.append(
                self._copying(handle_text(handle), detail or handle.platform, handle.link or handle.name)
            )
        self._head(_("Reach"))
        does = _("Change how to reach {name}").format(name=view.name)
        words, icon = (_("Edit"), Icon.PENCIL_LINE) if lines else (_("Add an e-mail or a phone"), Icon.PLUS)
        edit = Button(words, Role.QUIET, icon, compact=True)
        edit.setObjectName("remember.edit_reach")
        edit.setAccessibleDescription(does)
        edit.clicked.connect(self.reach_asked)
        for line in (*lines, edit):
            self._column.addWidget(line)

    def _contact(self, contact: ContactLine) -> TextButton:
        icon = Icon.TRIANGLE_ALERT if contact.doubtful else None
        from relationdesk.domain.contact_labels import shown_label  # noqa: PLC0415 - not before first paint

        detail = _("doubtful") if contact.doubtful else shown_label(contact.label)
        return self._copying(contact.value, detail, contact.value, icon)

    def _copying(self, text: str, detail: str, copied: str, icon: Icon | None = None) -> TextButton:
        button = TextButton(text, detail, _("Copy"), icon)
        button.clicked.connect(partial(self._on_copied, copied))
        return button

    def _add_known(self, view: PersonView) -> None:
        if view.page.relations:
            self._head(_("Knows"))
        for relation in view.page.relations[:_MOST_KNOWN]:
            detail = relation.note or relation_term(relation.kind, outgoing=relation.outgoing)
            button = TextButton(relation.name, detail, _("Open {name}").format(name=relation.name))
            button.clicked.connect(partial(self._on_person, relation.person_id))
            self._column.addWidget(button)
        more = len(view.page.relations) - _MOST_KNOWN
        if more > 0:
            all_of_them = TextButton(
                plural("And {n} more", "And {n} more", more), "", _("Open the relations")
            )
            all_of_them.clicked.connect(self.relations_asked)
            self._column.addWidget(all_of_them)

    def _on_person(self, person: PersonId) -> None:
        self.person_asked.emit(person)

    def _on_copied(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.said.emit(_("Copied {text}").format(text=text))

    def _on_planned(self, person: PersonId, add: AddFollowUp, planned: Planned) -> None:
        add.close_fields()
        add.form.draft.hand_over(
            self,
            lambda desk: follow_ups.commands.set_follow_up(
                desk,
                person_id=person,
                action=planned.action,
                reason=planned.reason,
                due_on=planned.due_on,
                due_at=planned.due_at,
                repeat=planned.repeat,
            ),
            lambda _id: self.said.emit(_("Follow-up set: {what}").format(what=planned.reason)),
        )

    def _on_cadence(self, view: PersonView, gap: Gap) -> None:
        ideal, longest = gap
        self._tasks.change(
            self,
            lambda desk: people.commands.set_cadence(desk, view.id, ideal_days=ideal, longest_days=longest),
            lambda _none: self.said.emit(
                _("How often to be in touch with {name} is kept").format(name=view.name)
            ),
        )

    def _on_done(self, step: NextStep, follow_up: FollowUpId, line: str) -> None:
        step.draft.hand_over(
            self,
            lambda desk: follow_ups.commands.finish_follow_up(desk, follow_up, line=line),
            lambda _id: self.said.emit(_("Done, and kept in the history")),
        )

    @Slot(object, object, object)
    def _on_snoozed(self, follow_up: FollowUpId, until: date, at: time | None) -> None:
        self._tasks.change(
            self,
            lambda desk: follow_ups.commands.snooze_follow_up(desk, follow_up, until=until, at=at),
            lambda _nothing: self.said.emit(_("Put off")),
        )

    def _on_days_offered(self, follow_up: FollowUpId, menu: DayMenu) -> None:
        if self._view is not None:
            offer_after_event(self._tasks, menu, self._view.id, follow_up, self._view.today)

    def _on_dropped(self, step: NextStep, follow_up: FollowUpId, why: str) -> None:
        step.draft.hand_over(
            self,
            lambda desk: follow_ups.commands.drop_follow_up(desk, follow_up, why=why),
            lambda _nothing: self.said.emit(_("Follow-up dropped")),
        )
