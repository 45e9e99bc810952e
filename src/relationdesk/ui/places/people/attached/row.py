"""One file: its name, which is changed in place, what it is, and what can be done with it."""

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relationdesk.domain.sharing import Shareable
from relationdesk.domain.terms import term
from relationdesk.language.dates import short_day
from relationdesk.language.words import _
from relationdesk.ui.places.people.attached.words import kind_text, size_text
from relationdesk.ui.places.people.eyes import Eyes
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import FontSize, Space, Tint
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.card import IconMark
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.text_link import TextLink
from relationdesk.ui.widgets.value_line import ValueField
from relationdesk.work.attachments.queries import AttachmentLine


class FileName(ValueField):
    """Says `renamed` with another name when it is left or Enter is pressed; Escape puts back what was."""

    renamed = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__(_("Name of the file {name}").format(name=name), _("Name"))
        self._was = name
        self.setText(name)
        self.setCursorPosition(0)
        self.left.connect(self._on_left)
        self.entered.connect(self._on_left)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != self._was:
            self.setText(self._was)
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_left(self) -> None:
        said = self.text().strip()
        if not said:
            self.setText(self._was)
        elif said != self._was:
            self._was = said
            self.renamed.emit(said)


class FileRow(QWidget):
    """Says what the user asks for; knows no desk."""

    renamed = Signal(str)
    open_asked = Signal()
    save_asked = Signal()
    remove_asked = Signal()
    origin_asked = Signal()

    def __init__(self, line: AttachmentLine, today: date, eyes: Eyes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = FileName(line.name)
        self.name.renamed.connect(self.renamed)
        is_picture = line.media_type.startswith("image/")
        icon = IconMark(Icon.IMAGE if is_picture else Icon.FILE_TEXT)
        across = QHBoxLayout(self)
        across.setContentsMargins(Space.MEDIUM, Space.SMALL, Space.SMALL, Space.SMALL)
        across.setSpacing(Space.TIGHT)
        across.addWidget(icon)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.name)
        column.addLayout(self._about(line, today))
        across.addLayout(column, 1)
        opening, saving, removing = self._buttons(line)
        eye = eyes.made(self, (Shareable.ATTACHMENT, line.id), line.name)
        for widget in (opening, saving, eye, removing):
            across.addWidget(widget)

    def _about(self, line: AttachmentLine, today: date) -> QHBoxLayout:
        parts = (
            kind_text(line.name, line.media_type),
            size_text(line.size),
            short_day(line.added_on, today),
        )
        about = QHBoxLayout()
        about.setContentsMargins(Space.SMALL, 0, 0, 0)
        about.setSpacing(Space.SMALL)
        about.addWidget(Label(" · ".join(parts), Look.HINT))
        if line.came_by is not None:
            words = _("came with: {kind}").format(kind=term(line.came_by))
            origin = TextLink(words, FontSize.SMALL, tint=Tint.INFO)
            origin.clicked.connect(self.origin_asked)
            about.addWidget(origin)
        about.addStretch(1)
        return about

    def _buttons(self, line: AttachmentLine) -> list[Button]:
        made = [
            Button("", Role.QUIET, icon, compact=True, name=words.format(name=line.name))
            for icon, words in (
                (Icon.EXTERNAL_LINK, _("Open {name}")),
                (Icon.DOWNLOAD, _("Save {name} as…")),
                (Icon.X, _("Remove {name}")),
            )
        ]
        opening, saving, removing = made
        opening.clicked.connect(self.open_asked)
        saving.clicked.connect(self.save_asked)
        removing.clicked.connect(self.remove_asked)
        return made
