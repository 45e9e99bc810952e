"""The window that brings people in: choose, read, look, agree."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from relationdesk.domain.drafts import DraftField, DraftKey, named_subject
from relationdesk.domain.errors import ExpectedError
from relationdesk.language.words import _, plural
from relationdesk.ui.places.imports.accepting import Accepting
from relationdesk.ui.places.imports.intake import Intake
from relationdesk.ui.places.imports.preview_page import PreviewPage
from relationdesk.ui.places.imports.reading_page import ReadingPage
from relationdesk.ui.places.imports.start_page import StartPage
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.widgets.drafts import drafts_of
from relationdesk.ui.widgets.field_draft import FieldDraft
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.errors import sentence
from relationdesk.work.imports.reading import Mapping

_WIDTH, _HEIGHT = 1080, 720
_SMALLEST = (640, 480)


class ImportDialog(QDialog):
    """Says `imported` with the list of what each file brought, and `said` what happened in words.

    It closes by itself once everyone ticked is on the desk.
    """

    imported = Signal(object)
    said = Signal(str)

    def __init__(self, tasks: Tasks[Reader, Desk], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("import.dialog")
        self.setWindowTitle(_("Bring in people"))
        self.setAcceptDrops(True)
        self.setMinimumSize(*_SMALLEST)
        self.intake = Intake(tasks, self)
        self.intake.counted.connect(self._on_counted)
        self.intake.previewed.connect(self._on_previewed)
        self.intake.refused.connect(self._on_refused)
        self.accepting = Accepting(tasks, self)
        self.accepting.finished.connect(self._on_imported)
        self.accepting.file_done.connect(self.intake.leave_out)
        self.accepting.failed.connect(self._on_not_imported)
        self.accepting.reported.connect(self._on_reported)
        self.start = StartPage()
        self.start.choosing.connect(self._on_choosing)
        self.reading = ReadingPage()
        self.reading.cancelled.connect(self._on_reading_cancelled)
        self.preview = PreviewPage()
        self.preview.mapping_changed.connect(self._on_mapping_changed)
        self.preview.report_asked.connect(self._on_report_asked)
        self.preview.accepted.connect(self._on_accepted)
        self.preview.cancelled.connect(self.reject)
        self._drafts = drafts_of(tasks)
        self._tag = FieldDraft(self._drafts, self.preview.tag)
        self._arrange()

    def read(self, paths: Sequence[Path]) -> None:
        """Read these files in place of those of before."""
        if not paths or self.accepting.is_busy:
            return
        self.start.show_refusals(())
        self.preview.notice.show_sentences(())
        self.preview.lines.begin_anew()
        self.reading.begin([path.name for path in paths])
        self._show(self.reading)
        self.intake.read(paths)

    @Slot()
    def reject(self) -> None:
        """Close without bringing anyone in; while people are being written, stay."""
        if self.accepting.is_busy:
            return
        if self._pages.currentWidget() is self.reading:
            self._on_reading_cancelled()
            return
        self.intake.stop()
        if self.accepting.done:
            self._tell_done()
        super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if isinstance(focused, QPushButton):
                focused.click()
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _paths_in(event.mimeData()) and not self.accepting.is_busy:
            event.acceptProposedAction()
            self.start.area.show_hover(is_hovered=True)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self.start.area.show_hover(is_hovered=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.start.area.show_hover(is_hovered=False)
        event.acceptProposedAction()
        self.read(_paths_in(event.mimeData()))

    @Slot()
    def _on_choosing(self) -> None:
        chooser = QFileDialog(self, _("Choose files with people"))
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.setFileMode(QFileDialog.FileMode.ExistingFiles)
        people = _("Contacts and tables ({patterns})").format(patterns="*.vcf *.vcard *.csv *.tsv *.txt")
        chooser.setNameFilters([people, _("All files ({pattern})").format(pattern="*")])
        chooser.filesSelected.connect(lambda names: self.read([Path(name) for name in names]))
        chooser.open()

    @Slot(int)
    def _on_counted(self, count: int) -> None:
        self.reading.show_count(count)

    @Slot()
    def _on_reading_cancelled(self) -> None:
        self.intake.stop()
        self._show(self.start)
        self.start.choose.setFocus()

    @Slot()
    def _on_previewed(self) -> None:
        is_first = self._pages.currentWidget() is not self.preview
        if is_first:
            self._tag.belong_to(_tag_of([file.name for file in self.intake.files]))
        self.preview.show_files(self.intake)
        self.preview.show_busy()
        self._show(self.preview)
        if is_first:
            self.preview.table.setFocus()

    @Slot(object)
    def _on_refused(self, errors: Sequence[ExpectedError]) -> None:
        sentences = [sentence(error) for error in errors]
        if self.intake.files and self.intake.previews:
            self.preview.notice.show_sentences(sentences)
            self.preview.show_busy()
        else:
            self.start.show_refusals(sentences)
            self._show(self.start)
            self.start.choose.setFocus()

    @Slot(int, object)
    def _on_mapping_changed(self, index: int, mapping: Mapping) -> None:
        self.preview.notice.show_sentences(())
        self.preview.show_busy(_("Reading the file again…"))
        self.intake.read_again(index, mapping)

    @Slot()
    def _on_accepted(self) -> None:
        chosen = [self.preview.lines.chosen(index) for index in range(len(self.intake.files))]
        self.preview.show_busy(_("Bringing them in…"))
        self.preview.setEnabled(False)
        self.accepting.begin(self.intake, chosen, self.preview.tag.text())

    @Slot()
    def _on_imported(self) -> None:
        self._tell_done()
        self.accept()

    def done(self, result: int) -> None:
        """Close; a tag belongs to the files that were looked at."""
        if self._tag.key is not None:
            self._drafts.throw_away(self._tag.key)
        super().done(result)

    def _tell_done(self) -> None:
        told, done = self.accepting.told(), list(self.accepting.done)
        self.accepting.done.clear()
        self.imported.emit(done)
        self.said.emit(told)

    @Slot(object)
    def _on_not_imported(self, error: ExpectedError) -> None:
        self.preview.setEnabled(True)
        self.preview.show_files(self.intake)
        self.preview.show_busy()
        self.preview.notice.show_sentences([sentence(error)])

    @Slot()
    def _on_report_asked(self) -> None:
        chooser = QFileDialog(self, _("Save the doubtful lines"))
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setNameFilter(_("Table ({pattern})").format(pattern="*.csv"))
        chooser.setDefaultSuffix("csv")
        chooser.selectFile(_("doubtful lines") + ".csv")
        chooser.fileSelected.connect(lambda name: self.accepting.report(self.intake, Path(name)))
        chooser.open()

    @Slot(str, int)
    def _on_reported(self, name: str, count: int) -> None:
        told = plural("{n} line saved in {file}", "{n} lines saved in {file}", count, file=name)
        self.preview.notice.show_sentences(())
        self.preview.say(told)
        self.said.emit(told)

    def _show(self, page: QWidget) -> None:
        self._pages.setCurrentWidget(page)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._pages = QStackedWidget()
        for page in (self.start, self.reading, self.preview):
            self._pages.addWidget(page)
        column.addWidget(self._pages)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
        room = self.screen().availableSize()
        self.resize(min(_WIDTH, room.width()), min(_HEIGHT, room.height()))


def _paths_in(carried: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in carried.urls() if url.isLocalFile()]


def _tag_of(names: Sequence[str]) -> DraftKey:
    return DraftKey(DraftField.IMPORT_TAG, named_subject("\n".join(names)))
