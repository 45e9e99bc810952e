"""What is in the bundle beside what is on this computer, and what may become of it."""

from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from relationdesk.language.words import _, plural
from relationdesk.ui.places.bundles.conflict_page import ConflictPage
from relationdesk.ui.places.bundles.lines_panel import LinesPanel
from relationdesk.ui.places.bundles.people_model import PeopleModel
from relationdesk.ui.places.bundles.people_table import PeopleTable
from relationdesk.ui.places.bundles.wording import outcome, remark, title
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import IconSize, Space, Tint
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.card import Hairline, IconMark
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.tab_bar import TabBar
from relationdesk.work.bundles.bringing import Visit

_PEOPLE, _CONFLICTS = 0, 1
_PANEL_SHARE: Final = 0.38
_FOLDS_UNDER: Final = 860


class ComparedPage(QWidget):
    """Says what the buttons ask for: `taken` for the changes, `whole_asked` for the whole desk, `left`."""

    taken = Signal()
    whole_asked = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Label("", Look.TITLE, wraps=True)
        self._outcome = Label("", Look.SECONDARY, wraps=True)
        self._remark = _Remark()
        self._model = PeopleModel(self)
        self.table = PeopleTable(self._model)
        self.table.person_chosen.connect(self._on_person)
        self._lines = LinesPanel()
        self._edge = _edge()
        self.conflicts = ConflictPage()
        self.tabs = TabBar(_("What changed, and what to decide"))
        self.tabs.setObjectName("bundle.tabs")
        self._pages = QStackedWidget()
        self.tabs.currentChanged.connect(self._pages.setCurrentIndex)
        self.leave = Button(_("Change nothing"), Role.QUIET)
        self.leave.setObjectName("bundle.leave")
        self.leave.clicked.connect(self.left)
        self.whole = Button(_("Use the whole desk…"))
        self.whole.setObjectName("bundle.whole")
        self.whole.clicked.connect(self.whole_asked)
        self.take = Button(_("Take over the changes"), Role.PRIMARY, Icon.CHECK)
        self.take.setObjectName("bundle.take")
        self.take.clicked.connect(self.taken)
        self._arrange()

    def show_visit(self, visit: Visit) -> None:
        """Show what was found."""
        story = visit.story
        self._title.setText(title(visit))
        self._outcome.setText(outcome(visit))
        self._remark.say(remark(visit))
        self._model.show_people(story.people)
        self.conflicts.show_conflicts(story.conflicts)
        count = len(story.conflicts)
        while self.tabs.count():
            self.tabs.removeTab(0)
        self.tabs.addTab(_("What changed"))
        if count:
            self.tabs.addTab(plural("To decide ({n})", "To decide ({n})", count))
        self.tabs.setVisible(bool(count))
        self.take.setVisible(any(one.there for one in story.people))
        if story.people:
            self.table.selectRow(0)
        self.table.setFocus()

    def show_busy(self, *, is_busy: bool) -> None:
        """Let nothing more be asked while the changes are taken over."""
        for button in (self.take, self.whole):
            button.setEnabled(not is_busy)

    def show_backing(self) -> None:
        """Say what comes before the changes are taken over."""
        self._remark.say(_("A backup of this desk is made first…"))

    def show_wrong(self, sentence: str) -> None:
        """Say why the changes were not taken over."""
        self._remark.say(sentence, is_wrong=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < _FOLDS_UNDER
        self._lines.setFixedWidth(round(self.width() * (0.44 if is_narrow else _PANEL_SHARE)))

    @Slot(int)
    def _on_person(self, row: int) -> None:
        self._lines.show_person(self._model.person_at(row) if row >= 0 else None)

    def _arrange(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(Space.WIDE, Space.LARGE, Space.WIDE, Space.MEDIUM)
        head.setSpacing(Space.TIGHT)
        for part in (self._title, self._outcome, self._remark, self.tabs):
            head.addWidget(part)
        people = QWidget()
        across = QHBoxLayout(people)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.table, 1)
        across.addWidget(self._edge)
        across.addWidget(self._lines)
        for page in (people, self.conflicts):
            self._pages.addWidget(page)
        foot = QHBoxLayout()
        foot.setContentsMargins(Space.WIDE, Space.MEDIUM, Space.WIDE, Space.MEDIUM)
        foot.setSpacing(Space.SMALL)
        foot.addWidget(self.leave)
        foot.addStretch(1)
        foot.addWidget(self.whole)
        foot.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Hairline())
        column.addWidget(self._pages, 1)
        column.addWidget(Hairline())
        column.addLayout(foot)


class _Remark(QFrame):
    """A framed sentence with a mark; hidden while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "card")
        self._mark = IconMark(Icon.INFO, Tint.INFO, IconSize.NORMAL)
        self._words = Label("", Look.BODY, wraps=True)
        self._words.setObjectName("bundle.remark")
        line = QHBoxLayout(self)
        line.setContentsMargins(Space.MEDIUM, Space.SMALL, Space.MEDIUM, Space.SMALL)
        line.setSpacing(Space.SMALL)
        line.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._words, 1)
        self.hide()

    def say(self, sentence: str, *, is_wrong: bool = False) -> None:
        """Say something; hide for an empty sentence."""
        self._mark.show_icon(*((Icon.CIRCLE_ALERT, Tint.BAD) if is_wrong else (Icon.INFO, Tint.INFO)))
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))


def _edge() -> QFrame:
    edge = QFrame()
    edge.setProperty("ground", "line")
    edge.setFixedWidth(1)
    return edge
