"""A line of a record that holds several names: a chip for each, and a field that adds one."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from relationdesk.domain.drafts import DraftKey
from relationdesk.language.words import _
from relationdesk.ui.theme.icons import Icon, line_icon
from relationdesk.ui.theme.tokens import Space, Tone
from relationdesk.ui.widgets.chip import ChipButton, ChipText
from relationdesk.ui.widgets.drafts import Drafts
from relationdesk.ui.widgets.field_draft import FieldDraft
from relationdesk.ui.widgets.flow_layout import FlowLayout
from relationdesk.ui.widgets.value_line import LabelledLine, ValueField, not_kept_words

_FIELD_WIDTH = 168


class NameChip(ChipButton):
    """One of several names; a click opens what can be done with it, Delete takes it out.

    Where the order counts, Ctrl with an arrow moves it.
    """

    removed = Signal()
    moved = Signal(int)

    def __init__(self, name: str, *, index: int, count: int, is_ranked: bool, is_odd: bool) -> None:
        is_first = is_ranked and index == 0 and count > 1
        tone = Tone.ACCENT if is_first else Tone.NEUTRAL
        super().__init__(ChipText(name, Tone.WARN, Icon.TRIANGLE_ALERT) if is_odd else ChipText(name, tone))
        self._index, self._last = index, count - 1
        self._is_ranked = is_ranked
        keys = _("Delete removes it; Ctrl with an arrow moves it") if is_ranked else _("Delete removes it")
        self.setAccessibleDescription(keys)
        self.setToolTip(keys)
        self.clicked.connect(self._on_clicked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        is_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif self._is_ranked and is_control and event.key() in steps:
            self._move(self._index + steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _move(self, to: int) -> None:
        if 0 <= to <= self._last and to != self._index:
            self.moved.emit(to)

    @Slot()
    def _on_clicked(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._is_ranked and self._last:
            for words, to in (
                (_("Put first"), 0),
                (_("Earlier"), self._index - 1),
                (_("Later"), self._index + 1),
            ):
                action = menu.addAction(words)
                action.setEnabled(0 <= to <= self._last and to != self._index)
                action.triggered.connect(lambda _checked, to=to: self._move(to))
        menu.addAction(line_icon(Icon.X), _("Remove")).triggered.connect(self.removed)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))


class ChipsLine(LabelledLine):
    """Says `added` with what was typed, `removed` with a value, and `put` with a value and its new place.

    What is typed and not added yet is kept as a draft of `key`.
    """

    added = Signal(str)
    removed = Signal(str)
    put = Signal(str, int)

    def __init__(self, drafts: Drafts, name: str, hint: str, *, is_ranked: bool = False) -> None:
        """`hint` stands in the empty field: `Add a tag`."""
        self.field = ValueField(name, hint)
        self.field.setFixedWidth(_FIELD_WIDTH)
        room = QWidget()
        super().__init__(name, room)
        self.name = name
        self._is_ranked = is_ranked
        self._values: list[tuple[str, str]] = []
        self._odd: frozenset[str] = frozenset()
        self._room = room
        self._flow = FlowLayout(room)
        self._flow.setContentsMargins(Space.SMALL, 0, 0, 0)  # where the text of a field begins
        self._flow.outdent(self.field, Space.SMALL)
        self._flow.addWidget(self.field)
        self.chips: list[NameChip] = []
        self.draft = FieldDraft(drafts, self.field)
        self.draft.typed.connect(lambda: self.tell(""))
        self.field.left.connect(self.keep)
        self.field.entered.connect(self.keep)
        self.setFocusProxy(self.field)

    @property
    def key(self) -> DraftKey | None:
        """Where what is typed belongs."""
        return self.draft.key

    @property
    def is_empty(self) -> bool:
        """Whether there is no name."""
        return not self._values

    @property
    def values(self) -> list[str]:
        """The values that are shown."""
        return [value for value, _shown in self._values]

    def show_values(
        self, key: DraftKey, values: Sequence[tuple[str, str]], odd: Collection[str] = ()
    ) -> None:
        """Show values by their names, under the key of what is typed here; those that are odd have a mark."""
        if key != self.draft.key:
            self.draft.belong_to(key)
            self.tell(not_kept_words() if self.draft.is_typed else "", aloud=False)
        if list(values) != self._values:
            self._values, self._odd = list(values), frozenset(odd)
            self._show_chips()

    @Slot()
    def keep(self) -> None:
        """Say what is typed here, if anything is."""
        if self.field.text().strip():
            self.added.emit(self.field.text().strip())

    def _show_chips(self) -> None:
        held = next((index for index, chip in enumerate(self.chips) if chip.hasFocus()), None)
        before = self.field if not self.chips else self.chips[0]
        first: QWidget | None = before.previousInFocusChain()
        self.chips = [self._chip(index) for index in range(len(self._values))]
        self._flow.takeAt(self._flow.count() - 1)
        self._flow.clear()
        for chip in self.chips:
            self._flow.addWidget(chip)
            chip.show()
            QWidget.setTabOrder(first or self, chip)
            first = chip
        self._flow.addWidget(self.field)
        self._flow.invalidate()
        self.field.raise_()  # the last of the children, as Tab comes through them
        if held is not None:
            (self.chips[min(held, len(self.chips) - 1)] if self.chips else self.field).setFocus()

    def _chip(self, index: int) -> NameChip:
        value, shown = self._values[index]
        chip = NameChip(
            shown,
            index=index,
            count=len(self._values),
            is_ranked=self._is_ranked,
            is_odd=value in self._odd,
        )
        chip.removed.connect(lambda: self.removed.emit(value))
        chip.moved.connect(lambda to: self.put.emit(value, to))
        return chip
