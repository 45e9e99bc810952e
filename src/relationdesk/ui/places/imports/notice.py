"""Sentences about files that could not be read, in the place where the user looks."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from relationdesk.language.words import plural
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import IconSize, Space, Tint
from relationdesk.ui.widgets.card import IconMark
from relationdesk.ui.widgets.label import Label, Look

_MOST = 4


class Notice(QFrame):
    """A framed line with a mark; hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "card")
        self.label = Label("", Look.BODY, wraps=True)
        line = QHBoxLayout(self)
        line.setContentsMargins(Space.MEDIUM, Space.SMALL, Space.MEDIUM, Space.SMALL)
        line.setSpacing(Space.SMALL)
        line.addWidget(IconMark(Icon.CIRCLE_ALERT, Tint.BAD, IconSize.NORMAL), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.label, 1)
        self.hide()

    def show_sentences(self, sentences: Sequence[str]) -> None:
        """Say these sentences, one a line; hide for none."""
        told = list(sentences[:_MOST])
        more = len(sentences) - _MOST
        if more > 0:
            told.append(plural("{n} more file could not be read.", "{n} more files could not be read.", more))
        self.label.setText("\n".join(told))
        self.setAccessibleName(" ".join(told))
        self.setVisible(bool(told))
