"""What each column of a table becomes, guessed and changeable."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from relationdesk.language.words import _, plural
from relationdesk.ui.places.imports.column_row import ColumnRow
from relationdesk.ui.places.imports.files import ReadFile
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.card import Hairline
from relationdesk.ui.widgets.choice_field import ChoiceField
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.work.imports.own_fields import OwnOperator
from relationdesk.work.imports.reading import ColumnUse, Mapping

_AT_ONCE = 6


class ColumnsPanel(QWidget):
    """Says `changed` with the place of a file in the import and its new mapping.

    Rows are made a few at a time, for a table may have a thousand columns.
    """

    changed = Signal(int, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("What each column becomes"))
        self._files: Sequence[ReadFile] = ()
        self._guessed: dict[Path, Mapping] = {}
        self._fields: Sequence[OwnOperator] = ()
        self._shown: Path | None = None
        self._index = 0
        self._uses: tuple[ColumnUse, ...] = ()
        self.rows: list[ColumnRow] = []
        self._shows_empty = False
        self._making = QTimer(self, singleShot=True, interval=0)
        self._making.timeout.connect(self._on_making)
        self.file = ChoiceField[int](_("File whose columns are shown"), ())
        self.file.chosen.connect(self._on_file_chosen)
        self.show_empty = Button("", Role.QUIET, compact=True)
        self.show_empty.clicked.connect(self._on_show_empty)
        self._arrange()

    @property
    def has_columns(self) -> bool:
        """Whether there is a table among the files."""
        return any(file.reading.mapping is not None for file in self._files)

    def show_files(
        self, files: Sequence[ReadFile], guessed: dict[Path, Mapping], fields: Sequence[OwnOperator] = ()
    ) -> None:
        """Show the columns of one of the tables among the files, the same one as before if it is there.

        What they may become are also the `fields` of the user's own.
        """
        self._files, self._guessed, self._fields = files, guessed, fields
        tables = [(n, file.name) for n, file in enumerate(files) if file.reading.mapping is not None]
        self.file.show_choices(tables)
        self.file.setVisible(len(tables) > 1)
        if not tables:
            self._clear()
            return
        kept = (n for n, _name in tables if files[n].source.path == self._shown)
        self._show_file(next(kept, tables[0][0]))

    def _show_file(self, index: int) -> None:
        file = self._files[index]
        self._index = index
        self.file.show_value(index)
        if self._shown != file.source.path or len(self.rows) > len(file.reading.headers):
            self._clear()
            self._shown = file.source.path
            self._shows_empty = False
        mapping = file.reading.mapping
        self._uses = mapping.columns if mapping is not None else ()
        for number, row in enumerate(self.rows):
            row.show_use(self._uses[number], self._guess(number))
        self._making.start()

    @Slot()
    def _on_making(self) -> None:
        for number in range(len(self.rows), min(len(self.rows) + _AT_ONCE, len(self._uses))):
            row = ColumnRow(number, self._uses[number], self._samples(number), self._fields)
            row.show_use(self._uses[number], self._guess(number))
            row.changed.connect(self._on_changed)
            self.rows.append(row)
            self._column.insertWidget(self._column.count() - 2, row)
        self._sort_out()
        if len(self.rows) < len(self._uses):
            self._making.start()

    @Slot(int, object)
    def _on_changed(self, number: int, use: ColumnUse) -> None:
        self._uses = (*self._uses[:number], use, *self._uses[number + 1 :])
        self.changed.emit(self._index, Mapping(self._uses))

    @Slot(object)
    def _on_file_chosen(self, index: int) -> None:
        self._show_file(index)

    @Slot()
    def _on_show_empty(self) -> None:
        self._shows_empty = True
        self._sort_out()

    def _sort_out(self) -> None:
        hidden = 0
        for row in self.rows:
            is_hidden = row.is_empty and not self._shows_empty
            row.setVisible(not is_hidden)
            hidden += is_hidden
        self.show_empty.setVisible(hidden > 0)
        self.show_empty.setText(plural("Show {n} empty column", "Show {n} empty columns", hidden))

    def _guess(self, number: int) -> ColumnUse | None:
        guessed = self._guessed.get(self._files[self._index].source.path)
        return guessed.columns[number] if guessed is not None else None

    def _samples(self, number: int) -> list[str]:
        rows = self._files[self._index].reading.samples
        cells = (row[number] for row in rows if number < len(row))
        return list(dict.fromkeys(cell for cell in cells if cell.strip()))

    def _clear(self) -> None:
        self._making.stop()
        for row in self.rows:
            row.deleteLater()
        self.rows.clear()
        self._shown = None

    def _arrange(self) -> None:
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(Space.LARGE, Space.MEDIUM, Space.LARGE, Space.MEDIUM)
        head.setSpacing(Space.TIGHT)
        head.addWidget(Label(_("What each column becomes"), Look.SECTION))
        remembered = _("Remembered for the next file with the same columns.")
        head.addWidget(Label(remembered, Look.HINT, wraps=True))
        head.addWidget(self.file)
        page.addLayout(head)
        page.addWidget(Hairline())
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 0, Space.SMALL)
        self._column.setSpacing(0)
        self._column.addWidget(self.show_empty)
        self._column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inner)
        page.addWidget(scroll, 1)
