"""The tab of the files that are kept with somebody."""

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMimeData, Qt, Signal, Slot
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QHBoxLayout, QWidget

from relationdesk.domain.ids import AttachmentId, PersonId
from relationdesk.language.words import _, plural
from relationdesk.ui.places.people.attached.flow import FileFlow
from relationdesk.ui.places.people.attached.row import FileRow
from relationdesk.ui.places.people.eyes import eyes_of
from relationdesk.ui.places.people.person_view import PersonView
from relationdesk.ui.places.people.tab_page import TabPage
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.card import Card
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.work import attachments
from relationdesk.work.attachments.queries import AttachmentLine, attachments_of
from relationdesk.work.desks import Desk, Reader

_MOST_AT_ONCE: Final = 50


class FilesTab(TabPage):
    """Files come by the button, dropped, or pasted; says `origin_asked` with what happened when one came."""

    said = Signal(str)
    origin_asked = Signal(object)

    def __init__(self, tasks: Tasks[Reader, Desk], parent: QWidget | None = None) -> None:
        super().__init__(_("Files"), parent)
        self.setObjectName("person.files")
        self._tasks = tasks
        self._view: PersonView | None = None
        self._shown: tuple[PersonId, list[AttachmentLine], int] | None = None
        self._most = _MOST_AT_ONCE
        self._wanted: AttachmentId | None = None
        self.flow = FileFlow(tasks, self)
        self.flow.said.connect(self.said)
        self.add_button = Button(_("Add files"), Role.SECONDARY, Icon.PAPERCLIP, compact=True)
        self.add_button.clicked.connect(self.choose_files)
        line = QHBoxLayout()
        line.setSpacing(Space.MEDIUM)
        line.addWidget(self.add_button)
        hint = Label(_("Or drop them here, or paste a file or a picture."), Look.HINT, wraps=True)
        line.addWidget(hint, 1)
        self.top.addLayout(line)
        self.rows: list[FileRow] = []
        self.setAcceptDrops(True)
        pasting = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        pasting.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        pasting.activated.connect(self.paste)

    def show_person(self, view: PersonView) -> None:
        """Show the files of somebody, as soon as they are read."""
        if self._view is None or self._view.id != view.id:
            self._most = _MOST_AT_ONCE
        self._view = view
        self._tasks.ask(
            self, lambda reader: attachments_of(reader, view.id), lambda lines: self._show(view, lines)
        )

    def rename(self, file: AttachmentId) -> None:
        """Put the cursor into the name of a file, as soon as it is shown."""
        self._wanted = file
        self._go_to_wanted()

    @Slot()
    def paste(self) -> None:
        """Keep the files or the picture that were copied elsewhere."""
        self._take(QGuiApplication.clipboard().mimeData())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _files_in(event.mimeData()) or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self._take(event.mimeData())

    def _take(self, carried: QMimeData) -> None:
        if self._view is None:
            return
        if files := _files_in(carried):
            self.flow.add(self._view.id, files)
        elif carried.hasImage() and isinstance(image := carried.imageData(), QImage):
            self.flow.add_picture(self._view.id, image)

    def _go_to_wanted(self) -> None:
        lines = self._shown[1] if self._shown is not None else []
        at = next((at for at, line in enumerate(lines) if line.id == self._wanted), None)
        if at is None or self._view is None:
            return
        if at >= self._most:
            self._most = at + _MOST_AT_ONCE
            self._show(self._view, lines)
        else:
            self._wanted = None
            self.rows[at].name.setFocus()
            self.ensureWidgetVisible(self.rows[at])

    @Slot()
    def choose_files(self) -> None:
        """Ask which files are to be kept with the person."""
        if self._view is not None:
            self.flow.choose(self._view.id)

    def _show(self, view: PersonView, lines: list[AttachmentLine]) -> None:
        shown = (view.id, lines, self._most)
        if self._view is None or self._view.id != view.id or shown == self._shown:
            return
        self._shown = shown
        self.rows = []
        place = self.fresh_rows()
        if not lines:
            place.addWidget(
                Label(_("No files are kept with {name} yet.").format(name=view.name), Look.SECONDARY)
            )
            return
        card = Card(has_rows=True)
        for line in lines[: self._most]:
            row = self._row(line, view)
            self.rows.append(row)
            card.add_row(row)
        place.addWidget(card)
        more = len(lines) - self._most
        if more > 0:
            show = Button(plural("Show {n} more", "Show {n} more", more), Role.QUIET)
            show.clicked.connect(partial(self._on_more, view, lines))
            place.addWidget(show)
        self._go_to_wanted()

    def _on_more(self, view: PersonView, lines: list[AttachmentLine], *_checked: object) -> None:
        self._most += 4 * _MOST_AT_ONCE
        self._show(view, lines)

    def _row(self, line: AttachmentLine, view: PersonView) -> FileRow:
        row = FileRow(line, view.today, eyes_of(self._tasks))
        row.open_asked.connect(partial(self.flow.show, line))
        row.save_asked.connect(partial(self.flow.save, line))
        row.remove_asked.connect(partial(self._remove, line))
        row.renamed.connect(partial(self._rename, line))
        row.origin_asked.connect(lambda: self.origin_asked.emit(line.came_with))
        return row

    def _rename(self, line: AttachmentLine, name: str) -> None:
        self._tasks.change(
            self,
            lambda desk: attachments.commands.rename_file(desk, line.id, name),
            lambda _none: self.said.emit(_("File renamed: {name}").format(name=name)),
        )

    def _remove(self, line: AttachmentLine) -> None:
        self._tasks.change(
            self,
            lambda desk: attachments.commands.remove_file(desk, line.id),
            lambda _none: self.said.emit(_("File removed: {name}").format(name=line.name)),
        )


def _files_in(carried: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in carried.urls() if url.isLocalFile()]
