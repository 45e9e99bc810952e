"""One partnership as a row that opens into its terms."""

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QActionGroup, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from relationdesk.domain.drafts import DraftKey
from relationdesk.domain.sharing import Shareable
from relationdesk.domain.terms import term
from relationdesk.domain.vocabulary import Stage
from relationdesk.language.amounts import money_text
from relationdesk.language.dates import short_day
from relationdesk.language.words import _
from relationdesk.ui.places.people.eyes import eyes_of
from relationdesk.ui.places.people.partnerships.partnership_terms import PartnershipTerms
from relationdesk.ui.places.people.person_view import PersonView
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.theme.icons import Icon, line_icon
from relationdesk.ui.theme.tokens import FontSize, Space, Weight
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.chip import ChipButton
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.stage_chip import stage_chip
from relationdesk.ui.widgets.tab_order import put_after
from relationdesk.ui.widgets.text_link import TextLink
from relationdesk.work import partnerships
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.partnerships.queries import PartnershipLine

_GIVEN_UP = {Stage.DECLINED, Stage.ABANDONED}


class PartnershipRow(QWidget):
    """A click on the stage moves it, one on the pencil opens its terms; says `said` for what was done.

    A click on the client says `organisation_asked`.
    """

    said = Signal(str)
    organisation_asked = Signal(object)

    def __init__(
        self,
        tasks: Tasks[Reader, Desk],
        line: PartnershipLine,
        view: PersonView,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._line = line
        self._view = view
        self._terms: PartnershipTerms | None = None
        self._client = TextLink("", FontSize.BODY, Weight.STRONG)
        self._client.setObjectName("partnership.client_link")
        self._client.clicked.connect(lambda: self.organisation_asked.emit(self._line.client_id))
        self._title = Label("", Look.STRONG, wraps=True)
        self._stage = ChipButton(stage_chip(line.stage))
        self._stage.setObjectName("partnership.stage")
        self._stage.setToolTip(_("Move to another stage"))
        self._stage.clicked.connect(self._on_stage_asked)
        self._edit = Button("", Role.QUIET, Icon.PENCIL_LINE, compact=True, name=_("Change what was agreed"))
        self._edit.setObjectName("partnership.edit")
        self._edit.clicked.connect(self._on_edit)
        self._eye = eyes_of(tasks).made(self, (Shareable.PARTNERSHIP, line.id), line.title)
        self._lines = [Label("", Look.SECONDARY, wraps=True) for _each in range(4)]
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(Space.LARGE, Space.MEDIUM, Space.LARGE, Space.MEDIUM)
        self._column.setSpacing(Space.TIGHT)
        first = QHBoxLayout()
        first.addWidget(self._client, 0, Qt.AlignmentFlag.AlignTop)
        first.addWidget(self._title, 1, Qt.AlignmentFlag.AlignTop)
        first.addWidget(self._stage, 0, Qt.AlignmentFlag.AlignTop)
        first.addWidget(self._edit, 0, Qt.AlignmentFlag.AlignTop)
        first.addWidget(self._eye, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(first)
        for label in self._lines:
            self._column.addWidget(label)
        self.show_partnership(line, view)

    def show_partnership(self, line: PartnershipLine, view: PersonView) -> None:
        """Show how it stands now; what is being typed stays."""
        self._line, self._view = line, view
        title = _("{client} × {title}").format(client=line.client, title=line.title)
        title = title if line.client else line.title
        self._client.show_text(line.client)
        self._client.setVisible(bool(line.client))
        self._client.setAccessibleDescription(_("Open {name}").format(name=line.client))
        words = _("× {title}").format(title=line.title) if line.client else line.title
        self._title.setText(words)
        self._stage.show_chip(stage_chip(line.stage))
        spoken = _("Stage of {title}: {stage}").format(title=title, stage=term(line.stage))
        self._stage.setAccessibleName(spoken)
        self._edit.setAccessibleDescription(title)
        self._eye.mark.name(title)
        for label, text in zip(self._lines, _words_of(line, view), strict=True):
            label.setText(text)
        if self._terms is not None:
            self._terms.show_terms(line)
        self._show_lines()

    def open(self) -> None:
        """Show its terms, and put the cursor there."""
        self._opened().setFocus()

    def leave(self) -> None:
        """Keep what is being typed about it."""
        if self._terms is not None:
            self._terms.leave()

    def write(self, key: DraftKey) -> bool:
        """Go on writing in the field of a key; False when it is not one of this partnership."""
        was_open = self._terms is not None
        if self._opened().write(key):
            return True
        if not was_open:
            self._close()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._terms is not None:
            self._close()
            self._edit.setFocus()
        else:
            super().keyPressEvent(event)

    def _opened(self) -> PartnershipTerms:
        if self._terms is None:
            self._terms = PartnershipTerms(self._tasks, self._view.id, self._view.today)
            self._terms.said.connect(self.said)
            self._terms.show_terms(self._line)
            self._column.addWidget(self._terms)
            put_after(self._edit, self._terms)
            self._show_lines()
        return self._terms

    def _close(self) -> None:
        if self._terms is not None:
            self._terms.leave()
            self._terms.hide()
            self._terms.deleteLater()
            self._terms = None
            self._show_lines()

    def _show_lines(self) -> None:
        """What the fields say is not said a second time above them."""
        for label in self._lines:
            label.setVisible(bool(label.text()) and self._terms is None)

    @Slot()
    def _on_edit(self) -> None:
        if self._terms is None:
            self.open()
        else:
            self._close()

    @Slot()
    def _on_stage_asked(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        group = QActionGroup(menu)
        for stage in Stage:
            if stage is Stage.DECLINED:
                menu.addSeparator()
            word = term(stage)
            action = menu.addAction(word[:1].upper() + word[1:])
            action.setCheckable(True)
            action.setChecked(stage is self._line.stage)
            action.triggered.connect(partial(self._on_moved, stage))
            group.addAction(action)
        menu.addSeparator()
        trash = menu.addAction(line_icon(Icon.TRASH_2), _("Move to the trash"))
        trash.triggered.connect(self._on_trash_asked)
        menu.popup(self._stage.mapToGlobal(QPoint(0, self._stage.height())))

    def _on_moved(self, stage: Stage) -> None:
        partnership = self._line.id
        self._tasks.change(
            self,
            lambda desk: partnerships.commands.move_partnership(desk, partnership, stage=stage),
            lambda _nothing: self._said_moved(stage),
        )

    def _said_moved(self, stage: Stage) -> None:
        self.said.emit(_("Partnership moved: {stage}").format(stage=term(stage)))
        if stage in _GIVEN_UP:
            self._opened().ask_why()

    @Slot()
    def _on_trash_asked(self) -> None:
        line = self._line
        self._tasks.change(
            self,
            lambda desk: partnerships.commands.trash_partnership(desk, line.id),
            lambda _none: self.said.emit(_("{name} is in the trash").format(name=line.title)),
        )


def _words_of(line: PartnershipLine, view: PersonView) -> tuple[str, str, str, str]:
    """What a row says below its title while it is closed."""
    why = _("Why not: {reason}").format(reason=line.closed_reason) if line.closed_reason else ""
    lesson = _("Lesson: {lesson}").format(lesson=line.lesson) if line.lesson else ""
    return _terms_of(line, view), why, line.outcome, lesson


def _terms_of(line: PartnershipLine, view: PersonView) -> str:
    parts = [term(line.reward) if line.reward else "", line.reward_note]
    if line.amount is not None:
        parts.append(money_text(line.amount, line.currency))
    comes_back = None if line.returned_on else line.return_on
    since = line.stage_since or line.agreed_on
    for words, day in (
        (_("from {day}"), line.starts_on),
        (_("until {day}"), line.ends_on),
        (_("embargo until {day}"), line.embargo_until),
        (_("comes back on {day}"), comes_back),
        (_("came back on {day}"), line.returned_on),
        (_("as of {day}"), since),
    ):
        if day:
            parts.append(words.format(day=short_day(day, view.today)))
    return "\N{NO-BREAK SPACE}· ".join(part for part in parts if part)
