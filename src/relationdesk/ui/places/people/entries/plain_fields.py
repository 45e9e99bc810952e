"""A line of an entry that is typed into as if it stood there already."""

from PySide6.QtWidgets import QLineEdit, QWidget

from relationdesk.ui.theme.fonts import font
from relationdesk.ui.theme.tokens import Weight


class PlainField(QLineEdit):
    """Looks like text until it is pointed at or typed in; `hint` stands where nothing does."""

    def __init__(
        self, name: str, hint: str, parent: QWidget | None = None, *, is_strong: bool = False
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setToolTip(name)
        self.setProperty("line", True)  # noqa: FBT003 - Qt's
        if is_strong:
            self.setFont(font(weight=Weight.STRONG))
