"""The head of a section and how many things are in it: `Overdue 2`."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from relationdesk.language.dates import whole_number
from relationdesk.language.words import _
from relationdesk.ui.theme.tokens import Space, Tone
from relationdesk.ui.widgets.label import Label, Look

_FIRST_GROUPED = 1_000


def count_text(count: int) -> str:
    """A count as it is written in the current language; small ones cost nothing at the start."""
    return str(count) if count < _FIRST_GROUPED else whole_number(count)


class SectionHeading(QWidget):
    """A strong line in a tone, then a quiet count; no count for a section that is not counted."""

    def __init__(
        self,
        title: str,
        count: int | None = None,
        tone: Tone = Tone.NEUTRAL,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.SMALL)
        self._title = Label("", Look.SECTION, self)
        self._count = Label("", Look.SECONDARY, self)
        line.addWidget(self._title)
        line.addWidget(self._count)
        line.addStretch(1)
        self.show_section(title, count, tone)

    def show_section(self, title: str, count: int | None = None, tone: Tone = Tone.NEUTRAL) -> None:
        """Show another title or count."""
        self._title.setText(title)
        self._title.show_tone(tone)
        self._count.setText("" if count is None else count_text(count))
        self._count.setVisible(count is not None)
        counted = _("{title}, {count}").format(title=title, count=self._count.text())
        self.setAccessibleName(title if count is None else counted)
