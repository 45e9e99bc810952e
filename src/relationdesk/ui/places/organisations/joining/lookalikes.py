"""The organisations whose names look like that of the one that is shown, pointed out quietly."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relationdesk.language.words import _
from relationdesk.ui.tasks import Asked, Tasks
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import IconSize, Space, Tint
from relationdesk.ui.widgets.card import IconMark
from relationdesk.ui.widgets.text_link import TextLink
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.organisations.named import OrganisationName, lookalikes
from relationdesk.work.organisations.queries import OrganisationHead


class Lookalikes(QWidget):
    """Says `chosen` with the one that is clicked; hidden while there is none."""

    chosen = Signal(object)

    def __init__(self, tasks: Tasks[Reader, Desk], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._asked: Asked | None = None
        self._shown: list[OrganisationName] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.TIGHT)
        self._lines: list[QWidget] = []
        self.hide()

    def look_for(self, head: OrganisationHead, *, is_other: bool) -> None:
        """Find those that look like an organisation, and show them; none of another stays until then."""
        if is_other:
            self._show([])
        self._asked = self._tasks.ask(
            self, lambda reader: lookalikes(reader, head.name, head.id), self._show, instead_of=self._asked
        )

    def _show(self, found: list[OrganisationName]) -> None:
        if found == self._shown:
            return
        self._shown = found
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines = [self._line(one) for one in found]
        for line in self._lines:
            self._column.addWidget(line)
        self.setVisible(bool(found))

    def _on_clicked(self, one: OrganisationName, *_checked: object) -> None:
        self.chosen.emit(one.id)

    def _line(self, one: OrganisationName) -> QWidget:
        link = TextLink(_("Looks like “{name}”").format(name=one.name), tint=Tint.INK2)
        link.setObjectName("organisation.lookalike")
        link.setAccessibleDescription(_("Shows both beside each other"))
        link.clicked.connect(partial(self._on_clicked, one))
        line = QWidget()
        across = QHBoxLayout(line)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(Space.TIGHT + 2)
        across.addWidget(IconMark(Icon.MERGE, Tint.INK3, IconSize.SMALL), 0, Qt.AlignmentFlag.AlignVCenter)
        across.addWidget(link, 0, Qt.AlignmentFlag.AlignVCenter)
        across.addStretch(1)
        return line
