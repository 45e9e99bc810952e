"""What can be done with several people at once: tags, archive, trash and export, never writing to them."""

from collections.abc import Callable, Sequence
from functools import partial
from types import ModuleType

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from relationdesk.domain.ids import PersonId
from relationdesk.language.dates import whole_number
from relationdesk.language.words import _, plural
from relationdesk.ui.places.people.listing.list_words import archive_filter
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.field import Field
from relationdesk.ui.widgets.flow_layout import FlowLayout
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.work.desks import Desk, Reader

_SEVERAL = 2


class SeveralBar(QWidget):
    """Acts on the people it was told last; says `said` for what was done, `export_asked` with them.

    Says `merge_asked` with two of them who are one person.
    """

    said = Signal(str)
    export_asked = Signal(object)
    merge_asked = Signal(object, object)

    def __init__(self, tasks: Tasks[Reader, Desk], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._people: Sequence[PersonId] = ()
        self._gives = True
        self.setAccessibleName(_("What to do with several people"))
        self._told = Label("", Look.STRONG)
        self.tag = Button(_("Tag"), Role.SECONDARY, Icon.TAG, compact=True)
        self.archive = Button(_("Archive"), Role.SECONDARY, Icon.ARCHIVE, compact=True)
        self.export = Button(_("Export"), Role.SECONDARY, Icon.UPLOAD, compact=True)
        self.trash = Button(_("Move to the trash"), Role.SECONDARY, Icon.TRASH_2, compact=True)
        self.merge = Button(_("Merge these two"), Role.SECONDARY, Icon.MERGE, compact=True)
        self.merge.clicked.connect(lambda: self.merge_asked.emit(*self._people))
        tags = self._tags = QMenu(self.tag)
        tags.addAction(_("Give a tag…"), partial(self.ask_tag, gives=True))
        tags.addAction(_("Take a tag away…"), partial(self.ask_tag, gives=False))
        self.tag.clicked.connect(lambda: tags.popup(self.tag.mapToGlobal(self.tag.rect().topLeft())))
        self.archive.clicked.connect(self._on_archive)
        self.export.clicked.connect(lambda: self.export_asked.emit(list(self._people)))
        self.trash.clicked.connect(self.trash_them)
        self.name = Field(_("Tag"), _("Tag, then Enter"))
        self.name.setObjectName("people.several.tag")
        self.name.returnPressed.connect(self._on_named)
        self.name.installEventFilter(self)
        self.name.hide()
        self._are_archived = False
        self._arrange()
        self.hide()

    @property
    def people(self) -> Sequence[PersonId]:
        """Whom it acts on."""
        return self._people

    def show_people(self, people: Sequence[PersonId], *, are_archived: bool) -> None:
        """Act on these people from now on; nothing is shown for less than two."""
        self._people = people
        self._are_archived = are_archived
        many = len(people) >= _SEVERAL
        self.setVisible(many)
        self.merge.setVisible(len(people) == _SEVERAL)
        if many:
            self._told.setText(
                plural("{count} chosen", "{count} chosen", len(people), count=whole_number(len(people)))
            )
            self.archive.setText(_("Out of the archive") if are_archived else _("Archive"))
        else:
            self.name.hide()

    @Slot()
    def trash_them(self) -> None:
        """Move them to the trash; undo brings them back."""
        n, count = self._count
        told = plural("{count} person is in the trash", "{count} people are in the trash", n, count=count)
        self._do(lambda desk, people: _several().trash_people(desk, people), told)

    @property
    def _count(self) -> tuple[int, str]:
        return len(self._people), whole_number(len(self._people))

    @Slot()
    def _on_archive(self) -> None:
        n, count = self._count
        if self._are_archived:
            self._do(
                lambda desk, people: _several().unarchive_people(desk, people),
                plural(
                    "{count} person is in the list again",
                    "{count} people are in the list again",
                    n,
                    count=count,
                ),
            )
            return
        told = plural(
            "{count} person is in the archive; the filter {filter} shows it",
            "{count} people are in the archive; the filter {filter} shows it",
            n,
            count=count,
            filter=archive_filter(),
        )
        self._do(lambda desk, people: _several().archive_people(desk, people), told)

    def ask_tag(self, *, gives: bool) -> None:
        """Ask which tag they are to be given, or which is to be taken from them."""
        self._gives = gives
        words = _("Tag to give, then Enter") if gives else _("Tag to take away, then Enter")
        self.name.setPlaceholderText(words)
        self.name.setAccessibleName(words)
        self.name.show()
        self.name.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_key = watched is self.name and event.type() == QEvent.Type.KeyPress
        if is_key and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.name.hide()
            return True
        return super().eventFilter(watched, event)

    @Slot()
    def _on_named(self) -> None:
        name = self.name.text().strip()
        if not name:
            return
        gives = self._gives
        told = _("They have the tag “{tag}” now") if gives else _("They do not have the tag “{tag}” any more")
        self.name.clear()
        self.name.hide()
        self._do(lambda desk, people: _tag(desk, people, name, gives=gives), told.format(tag=name))

    def _do(self, change: Callable[[Desk, Sequence[PersonId]], None], told: str) -> None:
        people = list(self._people)
        self._tasks.change(self, lambda desk: change(desk, people), lambda _none: self.said.emit(told))

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.MEDIUM, Space.SMALL, Space.MEDIUM, Space.SMALL)
        column.setSpacing(Space.TIGHT)
        column.addWidget(self._told)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        for button in (self.tag, self.archive, self.export, self.merge, self.trash):
            flow.addWidget(button)
        column.addWidget(buttons)
        column.addWidget(self.name)


def _several() -> ModuleType:
    """The commands, read in when they are needed first: they need the toolkits that change a desk."""
    from relationdesk.work.people import several  # noqa: PLC0415 - see above

    return several


def _tag(desk: Desk, people: Sequence[PersonId], name: str, *, gives: bool) -> None:
    commands = _several()
    (commands.tag_people if gives else commands.untag_people)(desk, people, name)
