"""The third page: line by line what the files would bring, and what their columns become."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from relationdesk.language.dates import whole_number
from relationdesk.language.words import _, plural
from relationdesk.ui.places.imports.columns_panel import ColumnsPanel
from relationdesk.ui.places.imports.files import ReadFile
from relationdesk.ui.places.imports.intake import Intake
from relationdesk.ui.places.imports.line_model import LineModel
from relationdesk.ui.places.imports.line_table import LineTable
from relationdesk.ui.places.imports.notice import Notice
from relationdesk.ui.places.imports.standing_bar import StandingBar
from relationdesk.ui.places.imports.wording import standing_hint
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.card import Hairline
from relationdesk.ui.widgets.elided_label import ElidedLabel
from relationdesk.ui.widgets.field import Field
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.tab_bar import TabBar
from relationdesk.work.imports.own_fields import new_fields_told

_FOLDS_UNDER: Final = 960
_PANEL_WIDTH: Final = 336
_TAG_WIDTH: Final = 260
_PEOPLE, _COLUMNS = 0, 1


class PreviewPage(QWidget):
    """Says `mapping_changed` with a file's place and its new mapping, and what the buttons ask for."""

    mapping_changed = Signal(int, object)
    report_asked = Signal()
    accepted = Signal()
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._has_columns = False
        self._is_busy = False
        self._title = ElidedLabel("", Look.TITLE)
        self.lines = LineModel(self)
        self.lines.ticked.connect(self._on_ticked)
        self.bar = StandingBar(self.lines)
        self.bar.chosen.connect(self._on_filtered)
        self._hint = ElidedLabel("", Look.HINT)
        self.tick_all = Button("", Role.QUIET, compact=True)
        self.tick_all.clicked.connect(self._on_tick_all)
        self.report = Button(
            _("Save the doubtful lines as a file…"), Role.SECONDARY, Icon.DOWNLOAD, compact=True
        )
        self.report.setObjectName("import.report")
        self.report.clicked.connect(self.report_asked)
        self.notice = Notice()
        self.fields = Label("", Look.HINT, wraps=True)
        self.fields.setObjectName("import.new_fields")
        self.fields.hide()
        self.table = LineTable(self.lines)
        self.columns = ColumnsPanel()
        self.columns.changed.connect(self.mapping_changed)
        self.tabs = TabBar(_("People and columns"))
        self.tabs.addTab(_("People"))
        self.tabs.addTab(_("Columns"))
        self.tabs.currentChanged.connect(self._fold)
        self.tag = Field(_("Tag for everyone who comes in"), _("Tag for everyone, if you like"), Icon.TAG)
        self.tag.setObjectName("import.tag")
        self.cancel = Button(_("Cancel"))
        self.cancel.clicked.connect(self.cancelled)
        self.accept = Button("", Role.PRIMARY, Icon.CHECK)
        self.accept.setObjectName("import.accept")
        self.accept.clicked.connect(self.accepted)
        self._arrange()

    def show_files(self, intake: Intake) -> None:
        """Show what the files would bring."""
        files = intake.files
        self._title.setText(_title(files))
        self.lines.show_files(files, intake.previews)
        self.bar.show_counts()
        self.columns.show_files(files, intake.guessed, intake.fields)
        self._show_new_fields(intake)
        self._has_columns = self.columns.has_columns
        self.table.show_files(of_several=len(files) > 1)
        doubts = self.lines.count(None) + sum(
            bool(line.incoming.doubts) for preview in intake.previews for line in preview.lines
        )
        self.report.setVisible(doubts > 0)
        self._fold()

    def _show_new_fields(self, intake: Intake) -> None:
        """Say which fields every record gets, before it gets them."""
        names = dict.fromkeys(name for preview in intake.previews for name in preview.new_fields)
        self.fields.setText(new_fields_told(list(names)))
        self.fields.setVisible(bool(names))

    def show_busy(self, sentence: str = "") -> None:
        """Say what is going on, and let nobody be brought in meanwhile; nothing goes on for no sentence."""
        self._is_busy = bool(sentence)
        self._hint.setText(sentence)
        if not sentence:
            self._on_filtered()
        self._on_ticked()

    def say(self, sentence: str) -> None:
        """Tell something quietly."""
        self._hint.setText(sentence)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    @Slot()
    def _fold(self) -> None:
        """Columns stand beside the people where there is room, and behind a tab where there is none."""
        is_narrow = self.width() < _FOLDS_UNDER
        shows_columns = self.tabs.currentIndex() == _COLUMNS
        self.tabs.setVisible(is_narrow and self._has_columns)
        self.columns.setVisible(self._has_columns and (shows_columns or not is_narrow))
        self._edge.setVisible(self._has_columns and not is_narrow)
        self.table.setVisible(not (is_narrow and self._has_columns and shows_columns))
        self.columns.setFixedWidth(self.width() if is_narrow else _PANEL_WIDTH)

    @Slot()
    def _on_ticked(self) -> None:
        count = self.lines.chosen_count()
        number = whole_number(count)
        text = plural("Bring in {count} person", "Bring in {count} people", count, count=number)
        self.accept.setText(text)
        self.accept.updateGeometry()
        self.accept.setEnabled(count > 0 and not self._is_busy)
        self._show_tick_all()

    @Slot()
    def _on_filtered(self) -> None:
        if not self._is_busy:
            quiet = _("Nothing is written yet. Space ticks a line, or leaves it out.")
            self._hint.setText(standing_hint(self.bar.standing) if self.bar.is_filtering else quiet)
        self._show_tick_all()

    @Slot()
    def _on_tick_all(self) -> None:
        self.lines.tick(range(self.lines.rowCount()), is_ticked=not self.lines.is_all_ticked())

    def _show_tick_all(self) -> None:
        is_all = self.lines.is_all_ticked()
        self.tick_all.setText(_("Untick all shown") if is_all else _("Tick all shown"))
        self.tick_all.updateGeometry()
        shows_nobody = self.bar.is_filtering and self.bar.standing is None
        self.tick_all.setVisible(self.lines.rowCount() > 0 and not shows_nobody)

    def _arrange(self) -> None:
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addLayout(self._head())
        page.addWidget(Hairline())
        middle = QHBoxLayout()
        middle.setSpacing(0)
        self._edge = QFrame()
        self._edge.setProperty("ground", "line")
        self._edge.setFixedWidth(1)
        middle.addWidget(self.table, 1)
        middle.addWidget(self._edge)
        middle.addWidget(self.columns)
        page.addLayout(middle, 1)
        page.addWidget(Hairline())
        foot = QHBoxLayout()
        foot.setContentsMargins(Space.WIDE, Space.MEDIUM, Space.WIDE, Space.MEDIUM)
        foot.setSpacing(Space.SMALL)
        self.tag.setMaximumWidth(_TAG_WIDTH)
        foot.addWidget(self.tag, 1)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.accept)
        page.addLayout(foot)

    def _head(self) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setContentsMargins(Space.WIDE, Space.LARGE, Space.WIDE, Space.SMALL)
        head.setSpacing(Space.SMALL)
        head.addWidget(self._title)
        head.addWidget(self.notice)
        head.addWidget(self.bar)
        head.addWidget(self.fields)
        line = QHBoxLayout()
        line.setSpacing(Space.SMALL)
        line.addWidget(self._hint, 1)
        line.addWidget(self.tick_all)
        line.addWidget(self.report)
        head.addLayout(line)
        head.addWidget(self.tabs)
        return head


def _title(files: Sequence[ReadFile]) -> str:
    if len(files) == 1:
        return _("People in {file}").format(file=files[0].name)
    return plural("People in {n} file", "People in {n} files", len(files))
