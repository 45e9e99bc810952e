"""How many lines stand how, in words; each word shows its lines alone."""

from PySide6.QtCore import QRectF, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from relationdesk.language.words import _
from relationdesk.ui.places.imports.line_model import LineModel
from relationdesk.ui.places.imports.wording import all_chip, counted_chip
from relationdesk.ui.theme.palette import tokens_now
from relationdesk.ui.theme.tokens import Height, Radius
from relationdesk.ui.widgets.chip import ChipButton, ChipText
from relationdesk.ui.widgets.flow_layout import FlowLayout
from relationdesk.work.imports.preview import Standing

_ALL = "all"
_ORDER: tuple[Standing | None, ...] = (
    *(Standing.NEW, Standing.KNOWN, Standing.TRASHED, Standing.ERASED, Standing.DOUBTFUL),
    None,
)


class FilterChip(ChipButton):
    """A chip that stays down; the one that is down is outlined."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(ChipText(""), parent)
        self.setCheckable(True)

    def show_chip(self, chip: ChipText) -> None:
        """Say something else."""
        super().show_chip(chip)
        self._tone = chip.tone

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.isChecked() or self.hasFocus():
            return
        slack = (self.height() - Height.TALL_CHIP) / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens_now().toned(self._tone).ink), 1))
        ground = QRectF(self.rect()).adjusted(0.5, slack + 0.5, -0.5, -slack - 0.5)
        painter.drawRoundedRect(ground, Radius.CHIP, Radius.CHIP)
        painter.end()


class StandingBar(QWidget):
    """Filters the model by the chip that is down; says `chosen` when another one is."""

    chosen = Signal()

    def __init__(self, model: LineModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setAccessibleName(_("Show only some of the lines"))
        self._group = QButtonGroup(self)
        self._chips: dict[Standing | str | None, FilterChip] = {}
        line = FlowLayout(self)
        for standing in (_ALL, *_ORDER):
            chip = FilterChip()
            self._group.addButton(chip)
            self._chips[standing] = chip
            line.addWidget(chip)
        self._group.buttonClicked.connect(self._on_clicked)

    @property
    def standing(self) -> Standing | None:
        """Which lines are shown alone; only meant while `is_filtering`."""
        return next((standing for standing in _ORDER if self._chips[standing].isChecked()), None)

    @property
    def is_filtering(self) -> bool:
        """Whether only some lines are shown."""
        return not self._chips[_ALL].isChecked()

    def chip(self, standing: Standing | None) -> FilterChip:
        """The chip of the lines that stand so."""
        return self._chips[standing]

    def show_counts(self) -> None:
        """Tell how many there are now; a chip without lines is not shown."""
        self._chips[_ALL].show_chip(all_chip(self._model.total))
        for standing in _ORDER:
            count = self._model.count(standing)
            self._chips[standing].show_chip(counted_chip(standing, count))
            self._chips[standing].setVisible(count > 0)
        down = self._group.checkedButton()
        if down is None or down.isHidden():
            self._chips[_ALL].setChecked(True)
        self._filter()

    @Slot(QAbstractButton)
    def _on_clicked(self, _chip: QAbstractButton) -> None:
        self._filter()

    def _filter(self) -> None:
        if self.is_filtering:
            self._model.show_only(self.standing)
        else:
            self._model.show_all()
        self.chosen.emit()
