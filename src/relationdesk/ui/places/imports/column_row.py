"""One column of a table: its header, what stands in it, and what it becomes."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from relationdesk.language.words import _
from relationdesk.ui.places.imports.column_use import become, become_own, detail_of, with_detail
from relationdesk.ui.places.imports.column_words import (
    choice_of,
    choices_with,
    chosen_field,
    field_named,
    header_words,
)
from relationdesk.ui.places.imports.wording import quoted
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.card import Hairline
from relationdesk.ui.widgets.choice_field import ChoiceField
from relationdesk.ui.widgets.elided_label import ElidedLabel
from relationdesk.ui.widgets.label import Look
from relationdesk.work.imports.own_fields import OwnOperator
from relationdesk.work.imports.reading import Column, ColumnUse

_SAMPLES_SHOWN = 3
_NARROWEST = 96
_WIDE = 560


class ColumnRow(QWidget):
    """Says `changed` with its number and its new use, when the user chose one."""

    changed = Signal(int, object)

    def __init__(
        self,
        number: int,
        use: ColumnUse,
        samples: Sequence[str],
        fields: Sequence[OwnOperator] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._number = number
        self._use = use
        self._guessed: ColumnUse | None = None
        self._samples = samples
        self._fields = fields
        self._header = header_words(use.header, number + 1)
        self._called = quoted(self._header)
        self.setAccessibleName(self._called)
        self.choice = _choice(_("What “{column}” becomes").format(column=self._called), choices_with(fields))
        self.choice.chosen.connect(self._on_chosen)
        self.detail = _choice("", ())
        self.detail.chosen.connect(self._on_detail_chosen)
        self._arrange()
        self.show_use(use)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        is_wide = self.width() >= _WIDE
        self._parts.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in the first rows of the column."""
        return not self._samples

    def show_use(self, use: ColumnUse, guessed: ColumnUse | None = None) -> None:
        """Show what the column becomes; `guessed` is what it would become untouched."""
        self._use = use
        self._guessed = guessed
        self.choice.show_value(choice_of(use, self._fields))
        detail = detail_of(use, self._samples, is_new=field_named(use.label, self._fields) is None)
        self.detail.setVisible(detail is not None)
        if detail is not None:
            self.detail.setAccessibleName(
                _("{detail} of “{column}”").format(detail=detail.name, column=self._called)
            )
            self.detail.show_choices(detail.choices)
            self.detail.show_value(detail.value)

    @Slot(object)
    def _on_chosen(self, value: str) -> None:
        field = chosen_field(value, self._fields)
        if field is not None or value == Column.OWN:
            self._say(become_own(self._use, field, self._guessed, self._header, self._samples))
        else:
            self._say(become(self._use, Column(value), self._guessed))

    @Slot(object)
    def _on_detail_chosen(self, value: str) -> None:
        self._say(with_detail(self._use, value, self._samples))

    def _say(self, use: ColumnUse) -> None:
        if use != self._use:
            self.show_use(use, self._guessed)
            self.changed.emit(self._number, use)

    def _arrange(self) -> None:
        row = QVBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._parts = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._parts.setContentsMargins(Space.LARGE, Space.MEDIUM, Space.LARGE, Space.MEDIUM)
        self._parts.setSpacing(Space.SMALL)
        told = QVBoxLayout()
        told.setSpacing(Space.TIGHT)
        told.addStretch(1)
        told.addWidget(ElidedLabel(self._called, Look.STRONG))
        shown = " · ".join(quoted(cell) for cell in self._samples[:_SAMPLES_SHOWN])
        told.addWidget(ElidedLabel(shown or _("Empty in the first rows"), Look.HINT))
        told.addStretch(1)
        choices = QVBoxLayout()
        choices.setSpacing(Space.SMALL)
        choices.addWidget(self.choice)
        choices.addWidget(self.detail)
        self._parts.addLayout(told, 1)
        self._parts.addLayout(choices, 1)
        row.addLayout(self._parts)
        row.addWidget(Hairline())


def _choice(name: str, choices: Iterable[tuple[str, str]]) -> ChoiceField[str]:
    field = ChoiceField(name, choices)
    field.setMinimumWidth(_NARROWEST)
    field.setMinimumContentsLength(1)
    return field
