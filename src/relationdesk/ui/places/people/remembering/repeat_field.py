"""How a follow-up comes back: not at all, or every so often, from the plan or from the day it was done."""

from datetime import date
from typing import Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from relationdesk.domain.repeating import Every, Repeat, every_of, repeat_every
from relationdesk.domain.vocabulary import RepeatAnchor
from relationdesk.language.words import _, plural
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.choice_field import ChoiceField

_OFFERED: Final = ((1, Every.WEEK), (2, Every.WEEK), (1, Every.MONTH), (3, Every.MONTH), (1, Every.YEAR))


class RepeatField(QWidget):
    """Once, to begin with; what it is counted from is asked when it repeats."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        offered = [(None, _("Once")), *((pair, every_words(*pair).capitalize()) for pair in _OFFERED)]
        self._every: ChoiceField[tuple[int, Every] | None] = ChoiceField(_("How often"), offered)
        self._every.setObjectName("followup.repeat")
        self._from: ChoiceField[RepeatAnchor] = ChoiceField(
            _("Counted from"),
            [
                (RepeatAnchor.DONE, _("From the day it was done")),
                (RepeatAnchor.PLAN, _("From the planned day")),
            ],
        )
        self._from.setObjectName("followup.anchor")
        self._from.hide()
        self._every.currentIndexChanged.connect(self._on_every)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.TIGHT + 2)
        column.addWidget(self._every)
        column.addWidget(self._from)

    def repeat(self, planned_on: date) -> Repeat | None:
        """What was chosen, for a follow-up planned on that day; None for once."""
        every = self._every.value
        if every is None:
            return None
        return Repeat(repeat_every(*every, planned_on), self._from.value or RepeatAnchor.DONE)

    def begin_again(self) -> None:
        """Once, as to begin with."""
        self._every.setCurrentIndex(0)

    @Slot(int)
    def _on_every(self, row: int) -> None:
        self._from.setVisible(row > 0)


def every_words(count: int, unit: Every) -> str:
    """`every week`, `every 3 months`."""
    return {
        Every.DAY: lambda: plural("every day", "every {n} days", count),
        Every.WEEK: lambda: plural("every week", "every {n} weeks", count),
        Every.MONTH: lambda: plural("every month", "every {n} months", count),
        Every.YEAR: lambda: plural("every year", "every {n} years", count),
    }[unit]()


def repeat_words(rule: str) -> str:
    """A rule in words, roughly where it is one that another program made; empty for no rule."""
    if not rule:
        return ""
    every = every_of(rule)
    return _("repeats") if every is None else every_words(*every)
