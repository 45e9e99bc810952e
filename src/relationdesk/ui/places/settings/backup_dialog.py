"""A look into a backup before anything changes, and the two ways back: one person, or the whole desk."""

from pathlib import Path

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    QStringListModel,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from relationdesk.domain.clock import Clock
from relationdesk.domain.errors import ExpectedError
from relationdesk.language.words import _
from relationdesk.ui.places.settings.backup_words import entry_text, holds_text, made_text, size_text
from relationdesk.ui.places.settings.bring_back_dialog import BringBackDialog
from relationdesk.ui.places.settings.restore_dialog import RestoreDialog
from relationdesk.ui.tasks import Asked, Tasks
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Height, Space, Tone
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.elided_label import ElidedLabel
from relationdesk.ui.widgets.field import Field
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.undo_line import announce
from relationdesk.work import backups
from relationdesk.work.backups.queries import FoundPerson, Holdings
from relationdesk.work.backups.source import Source
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.errors import sentence

_WIDTH, _HEIGHT = 560, 560
_SMALLEST = (480, 440)
_PAUSE_MILLISECONDS = 120
_LATEST = 5


class BackupDialog(QDialog):
    """Says `restore_asked` with the backup once the user is sure, and `said` for a person brought back."""

    said = Signal(str)
    restore_asked = Signal(object)

    def __init__(
        self,
        tasks: Tasks[Reader, Desk],
        source: Source,
        clock: Clock,
        path: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._source = source
        self._clock = clock
        self._path = path
        self._held: Holdings | None = None
        self._found: list[FoundPerson] = []
        self._asked: Asked | None = None
        self.setObjectName("backup.dialog")
        self.setWindowTitle(_("A look into a backup"))
        self.setMinimumSize(*_SMALLEST)
        self.resize(_WIDTH, _HEIGHT)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self._find)
        self._build()
        self._arrange()
        self._read()

    def _build(self) -> None:
        self._title = Label("", Look.TITLE, wraps=True)
        self._holds = Label("", Look.SECONDARY, wraps=True)
        self._holds.setObjectName("backup.holds")
        self._wrong = Label("", Look.BODY, wraps=True)
        self._wrong.setObjectName("backup.wrong")
        self._wrong.show_tone(Tone.BAD)
        self._wrong.hide()
        self._latest_head = Label(_("Written last"), Look.SECTION)
        self._people_head = Label(_("People"), Look.SECTION)
        self._latest = [ElidedLabel("", Look.SECONDARY) for _place in range(_LATEST)]
        self.filter = Field(_("Find a person in this backup"), _("Name…"), Icon.SEARCH)
        self.filter.setObjectName("backup.find")
        self.filter.edited.connect(self._on_edited)
        self._names = QStringListModel(self)
        self.list = QListView()
        self.list.setObjectName("backup.people")
        self.list.setAccessibleName(_("People in this backup"))
        self.list.setModel(self._names)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setUniformItemSizes(True)
        self.list.setItemDelegate(_Rows(self.list))
        self.list.activated.connect(self._on_bring_back)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self._nobody = Label("", Look.HINT, wraps=True)
        self._nobody.setObjectName("backup.nobody")
        self._nobody.hide()
        self.bring = Button(_("Bring this person back…"))
        self.bring.setObjectName("backup.bring")
        self.bring.clicked.connect(self._on_bring_back)
        self.restore = Button(_("Restore the whole desk…"))
        self.restore.setObjectName("backup.restore")
        self.restore.clicked.connect(self._on_restore)
        self._close = Button(_("Close"), Role.QUIET)
        self._close.setObjectName("backup.close")
        self._close.clicked.connect(self.reject)
        for button in (self.bring, self.restore, self._close):
            button.setAutoDefault(False)
        self.bring.setEnabled(False)
        self.restore.setEnabled(False)

    def _arrange(self) -> None:
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(Space.WIDE, Space.WIDE, Space.WIDE, Space.LARGE)
        column.setSpacing(Space.SMALL)
        for part in (self._title, self._holds, self._wrong):
            column.addWidget(part)
        column.addSpacing(Space.SMALL)
        column.addWidget(self._latest_head)
        for label in self._latest:
            column.addWidget(label)
        column.addSpacing(Space.SMALL)
        column.addWidget(self._people_head)
        column.addWidget(self.filter)
        column.addWidget(self._nobody)
        column.addWidget(self.list, 1)
        column.addSpacing(Space.SMALL)
        line = QHBoxLayout()
        line.setSpacing(Space.SMALL)
        line.addWidget(self.bring)
        line.addWidget(self.restore)
        line.addStretch(1)
        line.addWidget(self._close)
        column.addLayout(line)

    def _read(self) -> None:
        path, key = self._path, self._source.key
        self._title.setText(path.name)
        self._tasks.run(
            self,
            lambda _progress: backups.queries.holdings(path, key),
            self._on_held,
            self._on_refused,
        )

    def _on_held(self, held: Holdings) -> None:
        self._held = held
        self._title.setText(_("Backup of {moment}").format(moment=made_text(held, self._clock.zone())))
        self._holds.setText(
            _("{what} — {size}, {file}").format(
                what=holds_text(held), size=size_text(held), file=held.path.name
            )
        )
        texts = [entry_text(entry, self._clock) for entry in held.latest] or [_("No history yet")]
        for place, label in enumerate(self._latest):
            label.setText(texts[place] if place < len(texts) else "")
            label.setVisible(place < len(texts))
        self.restore.setEnabled(True)
        self._find()
        self.filter.setFocus()

    def _on_refused(self, error: ExpectedError) -> None:
        """There is nothing to look at, and so nothing to choose."""
        text = sentence(error)
        parts = (self._holds, self._latest_head, *self._latest, self._people_head, self.filter, self.list)
        for part in (*parts, self._nobody, self.bring, self.restore):
            part.hide()
        self._close.setFocus()
        self._wrong.setText(text)
        self._wrong.show()
        self.setMinimumHeight(0)
        self.resize(self.width(), self._column.totalHeightForWidth(self.width()))
        announce(self._wrong, text)

    @Slot()
    def _on_edited(self) -> None:
        self._pause.start()

    @Slot()
    def _find(self) -> None:
        path, key, words = self._path, self._source.key, self.filter.text()
        if self._asked is not None:
            self._asked.cancel()
        self._asked = self._tasks.run(
            self,
            lambda _progress: backups.queries.people_in(path, key, words),
            self._on_found,
            self._on_refused,
        )

    def _on_found(self, found: list[FoundPerson]) -> None:
        self._found = found
        self._names.setStringList([_line(person) for person in found])
        if found:
            self.list.setCurrentIndex(self._names.index(0))
        self.bring.setEnabled(bool(found))
        self._nobody.setText(
            _("Nobody of that name is in this backup.")
            if self.filter.text().strip()
            else _("There is nobody in this backup.")
        )
        self._nobody.setVisible(not found)

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, index: QModelIndex | QPersistentModelIndex) -> None:
        self.bring.setEnabled(index.isValid())

    @Slot()
    def _on_bring_back(self) -> None:
        row = self.list.currentIndex().row()
        if not 0 <= row < len(self._found):
            return
        dialog = BringBackDialog(
            self._tasks, self._source, self._clock, self._path, self._found[row].id, self
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.done_with.connect(self._on_brought_back)
        dialog.open()

    @Slot(str)
    def _on_brought_back(self, text: str) -> None:
        self.said.emit(text)
        self.accept()

    @Slot()
    def _on_restore(self) -> None:
        held = self._held
        if held is None:
            return
        dialog = RestoreDialog(held, self._clock, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._on_sure(held.path))
        self._tasks.ask(dialog, backups.queries.counts_now, dialog.show_present)
        dialog.open()

    def _on_sure(self, path: Path) -> None:
        self.accept()
        self.restore_asked.emit(path)


class _Rows(QStyledItemDelegate):
    """Names with room to hit them."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width(), Height.HIT)


def _line(person: FoundPerson) -> str:
    return _("{name}, {city}").format(name=person.name, city=person.city) if person.city else person.name
