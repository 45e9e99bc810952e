"""The place Settings: a page for each part of what can be set."""

from PySide6.QtCore import QSignalBlocker, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from relationdesk.language.words import _
from relationdesk.ui.places.settings.general_page import GeneralPage
from relationdesk.ui.places.settings.page import PageName, SettingsPage
from relationdesk.ui.places.settings.reminders_page import RemindersPage
from relationdesk.ui.places.settings.words_page import WordsPage
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.theme.theme import ThemeChoice
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.card import Hairline
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.tab_bar import TabBar
from relationdesk.work.desks import Changes, Desk, Reader


class SettingsPlace(QWidget):
    """Everything set here is kept at once. The first page is there at once, each other a turn later.

    Says `calendar_chosen` and `rules_chosen` as the page of reminders does.
    """

    said = Signal(str)
    calendar_chosen = Signal()
    rules_chosen = Signal()

    def __init__(self, tasks: Tasks[Reader, Desk], look: ThemeChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self.general = GeneralPage(look)
        self._reminders: RemindersPage | None = None
        self._pages = QStackedWidget()
        self._awaited: PageName | None = None
        self.tabs = TabBar(_("Settings"))
        self.tabs.setObjectName("settings.tabs")
        self.tabs.currentChanged.connect(self._on_chosen)
        self._arrange()
        self.add_page(self.general)
        QTimer.singleShot(0, self, self._add_rest)

    @property
    def reminders(self) -> RemindersPage:
        """The page of reminders, made now if it is not there yet."""
        if self._reminders is None:
            page = self._reminders = RemindersPage(self._tasks)
            page.calendar_chosen.connect(self.calendar_chosen)
            page.rules_chosen.connect(self.rules_chosen)
            self.add_page(page)
        return self._reminders

    def add_page(self, page: SettingsPage) -> None:
        """Have a page at its place among the others, in whatever order they come."""
        at = sum(other.name.value < page.name.value for other in self._all())
        self._pages.insertWidget(at, page)
        with QSignalBlocker(self.tabs):
            self.tabs.insertTab(at, page.title)
        self._pages.setCurrentIndex(self.tabs.currentIndex())
        page.said.connect(self.said)
        if page.name is self._awaited:
            self.open_page(page)

    def open_page(self, page: SettingsPage) -> None:
        """Bring a page into view."""
        self._awaited = None
        self.tabs.setCurrentIndex(self._pages.indexOf(page))

    def refresh(self, changes: Changes | None) -> None:
        """Have the pages read again what the changes touched."""
        for page in self._all():
            page.refresh(changes)

    @Slot()
    def show_again(self) -> None:
        """Come into view."""
        self.tabs.setFocus()

    def state(self) -> object:
        """The page that is open, or will be once it is there."""
        return self._awaited or self._all()[self.tabs.currentIndex()].name

    def restore(self, state: object) -> None:
        """Open the page that was open, when it comes if it is not there yet."""
        if not isinstance(state, PageName):
            return
        found = next((page for page in self._all() if page.name is state), None)
        if found is not None:
            self.open_page(found)
        else:
            self._awaited = state

    def _all(self) -> list[SettingsPage]:
        pages = (self._pages.widget(index) for index in range(self._pages.count()))
        return [page for page in pages if isinstance(page, SettingsPage)]

    @Slot()
    def _add_rest(self) -> None:
        _ = self.reminders
        QTimer.singleShot(0, self, lambda: self.add_page(WordsPage(self._tasks)))

    @Slot(int)
    def _on_chosen(self, index: int) -> None:
        """Show the page that was chosen; no other is waited for."""
        self._awaited = None
        self._pages.setCurrentIndex(index)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(Space.WIDE, Space.LARGE, Space.WIDE, 0)
        head.setSpacing(Space.SMALL)
        head.addWidget(Label(_("Settings"), Look.DISPLAY))
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.tabs)
        head.addLayout(line)
        column.addLayout(head)
        column.addWidget(Hairline())
        column.addWidget(self._pages, 1)
