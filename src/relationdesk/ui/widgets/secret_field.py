"""A line whose letters are not shown."""

from PySide6.QtWidgets import QLineEdit, QWidget

from relationdesk.ui.widgets.field import Field


class SecretField(Field):
    """For passphrases; what is typed is neither shown nor offered again."""

    def __init__(self, name: str, object_name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, name, parent=parent)
        self.setObjectName(object_name)
        self.setEchoMode(QLineEdit.EchoMode.Password)
