"""The tab of what was agreed with a person: rows, a new one, and moving one on."""

from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from relationdesk.domain.drafts import DraftField, DraftKey, about_person
from relationdesk.domain.ids import PartnershipId
from relationdesk.domain.terms import term
from relationdesk.domain.vocabulary import Stage
from relationdesk.language.amounts import money_text
from relationdesk.language.dates import short_day
from relationdesk.language.words import _
from relationdesk.ui.places.people.person_view import PersonView
from relationdesk.ui.places.people.tab_page import TabPage
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.theme.icons import Icon, line_icon
from relationdesk.ui.theme.tokens import FontSize, Space, Weight
from relationdesk.ui.widgets.button import Button
from relationdesk.ui.widgets.card import Card
from relationdesk.ui.widgets.chip import ChipButton
from relationdesk.ui.widgets.drafts import drafts_of
from relationdesk.ui.widgets.field import Field
from relationdesk.ui.widgets.field_draft import FieldDraft
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.stage_chip import stage_chip
from relationdesk.ui.widgets.tab_order import put_after
from relationdesk.ui.widgets.text_link import TextLink
from relationdesk.work import partnerships
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.partnerships.queries import PartnershipLine


class PartnershipsTab(TabPage):
    """Rows of partnerships, the most recently moved first; a click on a stage moves it.

    Says `organisation_asked` with the client whose name is clicked.
    """

    said = Signal(str)
    organisation_asked = Signal(object)

    def __init__(self, tasks: Tasks[Reader, Desk], parent: QWidget | None = None) -> None:
        super().__init__(_("Partnerships"), parent)
        self._tasks = tasks
        self._view: PersonView | None = None
        self._moved: PartnershipId | None = None
        self._client = Field(_("Client"), _("Client"))
        self._client.setObjectName("partnership.client")
        self._title = Field(_("What for"), _("What for? “Spring trail shoes”"))
        self._title.setObjectName("partnership.title")
        self._drafts = drafts_of(tasks)
        self._fields = {
            DraftField.PARTNERSHIP_CLIENT: FieldDraft(self._drafts, self._client),
            DraftField.PARTNERSHIP_TITLE: FieldDraft(self._drafts, self._title),
        }
        self._add = Button(_("Add"), icon=Icon.PLUS)
        self._add.setObjectName("partnership.add")
        self._add.setAccessibleName(_("Add a partnership"))
        line = QHBoxLayout()
        line.setSpacing(Space.SMALL)
        for field, stretch in ((self._client, 2), (self._title, 3)):
            field.returnPressed.connect(self._on_add)
            line.addWidget(field, stretch)
        self._add.clicked.connect(self._on_add)
        line.addWidget(self._add)
        self.top.addLayout(line)

    def show_person(self, view: PersonView) -> None:
        """Show somebody's partnerships."""
        shown, self._view = self._view, view
        if shown is None or shown.id != view.id:
            for field, draft in self._fields.items():
                draft.belong_to(about_person(field, view.id))
        if shown is not None and (shown.id, shown.partnerships) == (view.id, view.partnerships):
            return
        rows = self.fresh_rows()
        if not view.partnerships:
            hint = _("No partnership with {name} yet. It begins as an idea: a client, and what for.")
            rows.addWidget(Label(hint.format(name=view.name), Look.SECONDARY, wraps=True))
            return
        card = Card(has_rows=True)
        for partnership in view.partnerships:
            card.add_row(self._row(partnership, view))
        rows.addWidget(card)
        put_after(self._add, card)

    def _row(self, partnership: PartnershipLine, view: PersonView) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(Space.LARGE, Space.MEDIUM, Space.LARGE, Space.MEDIUM)
        column.setSpacing(Space.TIGHT)
        first = QHBoxLayout()
        title = _("{client} × {title}").format(client=partnership.client, title=partnership.title)
        if partnership.client:
            first.addWidget(self._client_link(partnership), 0, Qt.AlignmentFlag.AlignTop)
            first.addWidget(Label(_("× {title}").format(title=partnership.title), Look.STRONG, wraps=True), 1)
        else:
            first.addWidget(Label(partnership.title, Look.STRONG, wraps=True), 1)
        first.addWidget(self._stage(partnership, title), 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(first)
        for text in (_terms_of(partnership, view), partnership.outcome):
            if text:
                column.addWidget(Label(text, Look.SECONDARY, wraps=True))
        if partnership.lesson:
            lesson = _("Lesson: {lesson}").format(lesson=partnership.lesson)
            column.addWidget(Label(lesson, Look.SECONDARY, wraps=True))
        return row

    def _client_link(self, partnership: PartnershipLine) -> TextLink:
        link = TextLink(partnership.client, FontSize.BODY, Weight.STRONG)
        link.setObjectName("partnership.client_link")
        link.setAccessibleDescription(_("Open {name}").format(name=partnership.client))
        link.clicked.connect(lambda: self.organisation_asked.emit(partnership.client_id))
        return link

    def _stage(self, partnership: PartnershipLine, title: str) -> ChipButton:
        button = ChipButton(stage_chip(partnership.stage))
        button.setObjectName("partnership.stage")
        name = _("Stage of {title}: {stage}").format(title=title, stage=term(partnership.stage))
        button.setAccessibleName(name)
        button.setToolTip(_("Move to another stage"))
        button.clicked.connect(partial(self._on_stage_asked, button, partnership))
        if partnership.id == self._moved:
            self._moved = None
            QTimer.singleShot(0, button, button.setFocus)
        return button

    def _on_stage_asked(self, button: ChipButton, partnership: PartnershipLine) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        group = QActionGroup(menu)
        for stage in Stage:
            if stage is Stage.DECLINED:
                menu.addSeparator()
            word = term(stage)
            action = menu.addAction(word[:1].upper() + word[1:])
            action.setCheckable(True)
            action.setChecked(stage is partnership.stage)
            action.triggered.connect(partial(self._on_moved, partnership.id, stage))
            group.addAction(action)
        menu.addSeparator()
        trash = menu.addAction(line_icon(Icon.TRASH_2), _("Move to the trash"))
        trash.triggered.connect(partial(self._on_trash_asked, partnership))
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _on_trash_asked(self, partnership: PartnershipLine) -> None:
        self._tasks.change(
            self,
            lambda desk: partnerships.commands.trash_partnership(desk, partnership.id),
            lambda _none: self.said.emit(_("{name} is in the trash").format(name=partnership.title)),
        )

    def _on_moved(self, partnership: PartnershipId, stage: Stage) -> None:
        self._moved = partnership
        self._tasks.change(
            self,
            lambda desk: partnerships.commands.move_partnership(desk, partnership, stage=stage),
            lambda _nothing: self.said.emit(_("Partnership moved: {stage}").format(stage=term(stage))),
        )

    def write(self, key: DraftKey) -> None:
        """Go on writing at the client, or at what for."""
        (self._client if key.field is DraftField.PARTNERSHIP_CLIENT else self._title).setFocus()

    @Slot()
    def _on_add(self) -> None:
        client, title, view = self._client.text().strip(), self._title.text().strip(), self._view
        for field in (self._client, self._title):
            if not field.text().strip():
                field.setFocus()
                return
        if view is None:
            return
        self._drafts.hand_over(
            self,
            [about_person(field, view.id) for field in self._fields],
            lambda desk: partnerships.commands.add_partnership(
                desk, person_id=view.id, client=client, title=title
            ),
            lambda _id: self.said.emit(_("Partnership added: {title}").format(title=title)),
        )


def _terms_of(partnership: PartnershipLine, view: PersonView) -> str:
    parts = [term(partnership.reward) if partnership.reward else "", partnership.reward_note]
    if partnership.amount is not None:
        parts.append(money_text(partnership.amount, partnership.currency))
    if partnership.starts_on:
        parts.append(_("from {day}").format(day=short_day(partnership.starts_on, view.today)))
    if partnership.ends_on:
        parts.append(_("until {day}").format(day=short_day(partnership.ends_on, view.today)))
    if partnership.embargo_until:
        parts.append(_("embargo until {day}").format(day=short_day(partnership.embargo_until, view.today)))
    if partnership.returned_on:
        parts.append(_("came back on {day}").format(day=short_day(partnership.returned_on, view.today)))
    elif partnership.return_on:
        parts.append(_("comes back on {day}").format(day=short_day(partnership.return_on, view.today)))
    since = partnership.stage_since or partnership.agreed_on
    if since:
        parts.append(_("as of {day}").format(day=short_day(since, view.today)))
    return "\N{NO-BREAK SPACE}· ".join(part for part in parts if part)
