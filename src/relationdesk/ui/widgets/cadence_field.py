"""Choosing how often to be in touch: one of the usual rhythms, or two numbers of days."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QSpinBox, QVBoxLayout, QWidget

from relationdesk.domain.cadence import told_cadence
from relationdesk.language.dates import gap_words
from relationdesk.language.words import _, begun
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.button import Button
from relationdesk.ui.widgets.cadence_words import GAPS, Gap
from relationdesk.ui.widgets.choice_field import ChoiceField
from relationdesk.ui.widgets.flow_layout import FlowLayout
from relationdesk.ui.widgets.label import Label, Look

_MOST_DAYS: Final = 3650


class CadenceField(QWidget):
    """Says `chosen` with a gap when the user chooses one; `others` are offered after the usual rhythms."""

    chosen = Signal(object)

    def __init__(
        self, name: str, others: Sequence[tuple[Gap, str]] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._others = others
        self._usual: ChoiceField[Gap | None] = ChoiceField(name, self._choices())
        self._usual.setObjectName("cadence.choice")
        self._usual.show_value(GAPS[2])
        self._usual.chosen.connect(self._on_chosen)
        self._ideal = _days(_("Ideal gap in days"), "cadence.ideal")
        self._longest = _days(_("Longest gap in days"), "cadence.longest")
        self._fields = self._two_numbers()
        self._fields.hide()
        self.setFocusProxy(self._usual)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.TIGHT)
        column.addWidget(self._usual)
        column.addWidget(self._fields)

    @property
    def gap(self) -> Gap | None:
        """What is chosen; None while another rhythm is being told."""
        return self._usual.value

    def show_gap(self, gap: Gap) -> None:
        """Show what holds now."""
        told = told_cadence(*gap)
        known = [*GAPS, *(other for other, _word in self._others)]
        self._usual.show_choices(self._choices() if gap in known or told is None else self._choices(gap))
        self._usual.show_value(gap)
        if told is not None:
            self._ideal.setValue(told.ideal)
            self._longest.setValue(told.longest)
        self._fields.hide()

    def _choices(self, own: Gap | None = None) -> list[tuple[Gap | None, str]]:
        usual: list[tuple[Gap | None, str]] = [(gap, begun(gap_words(gap[0]))) for gap in GAPS]
        if own is not None and own[0] is not None:
            usual.insert(0, (own, begun(gap_words(own[0]))))
        return [*usual, *self._others, (None, _("Another rhythm…"))]

    def _two_numbers(self) -> QWidget:
        fields = QWidget()
        keep = Button(_("Set"), compact=True)
        keep.setObjectName("cadence.set")
        keep.setAccessibleName(_("Set this rhythm"))
        keep.clicked.connect(self._on_set)
        flow = FlowLayout(fields, Space.TIGHT + 2, Space.TIGHT)
        for widget in (
            Label(_("Days, ideally"), Look.HINT),
            self._ideal,
            Label(_("at the longest"), Look.HINT),
            self._longest,
            keep,
        ):
            flow.addWidget(widget)
        return fields

    @Slot(object)
    def _on_chosen(self, gap: Gap | None) -> None:
        self._fields.setVisible(gap is None)
        if gap is None:
            self._ideal.setFocus()
        else:
            self.chosen.emit(gap)

    @Slot()
    def _on_set(self) -> None:
        ideal = self._ideal.value()
        self.chosen.emit((ideal, max(ideal, self._longest.value())))


def _days(name: str, object_name: str) -> QSpinBox:
    field = QSpinBox()
    field.setRange(1, _MOST_DAYS)
    field.setValue(GAPS[2][0])
    field.setAccessibleName(name)
    field.setObjectName(object_name)
    field.lineEdit().setTextMargins(Space.SMALL, 0, 0, 0)
    return field
