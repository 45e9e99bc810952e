"""The third page of a first start: who comes onto the desk first."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from relationdesk.language.words import _
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import IconSize, Space, Tint
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.card import IconMark
from relationdesk.ui.widgets.label import Label, Look

_WIDTH = 320


class Welcome(QWidget):
    """Says `import_asked`, `new_asked` or `sample_asked`; shown until somebody is on the desk."""

    import_asked = Signal()
    new_asked = Signal()
    sample_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = _("Your desk is ready")
        self.setAccessibleName(title)
        bring = self._way(_("Bring people in"), Role.PRIMARY, Icon.DOWNLOAD, "welcome.import")
        bring.clicked.connect(self.import_asked)
        add = self._way(_("Add the first person"), Role.SECONDARY, Icon.USER_PLUS, "welcome.new")
        add.clicked.connect(self.new_asked)
        look = self._way(_("Look around a sample desk"), Role.QUIET, Icon.EYE, "welcome.sample")
        look.clicked.connect(self.sample_asked)
        column = QVBoxLayout(self)
        column.setSpacing(Space.SMALL)
        column.addStretch(2)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(IconMark(Icon.HANDSHAKE, Tint.ACCENT, IconSize.LARGE), 0, centre)
        column.addWidget(_centred(title, Look.TITLE), 0, centre)
        told = _("Who is it about? Nothing that you put here leaves this computer.")
        column.addWidget(_centred(told, Look.SECONDARY), 0, centre)
        column.addSpacing(Space.MEDIUM)
        for way in (bring, add, look):
            column.addWidget(way, 0, centre)
        column.addStretch(3)
        self.setFocusProxy(bring)

    def _way(self, text: str, role: Role, icon: Icon, object_name: str) -> Button:
        button = Button(text, role, icon)
        button.setObjectName(object_name)
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        button.setFixedWidth(_WIDTH)
        return button


def _centred(text: str, look: Look) -> Label:
    label = Label(text, look, wraps=True)
    label.setFixedWidth(_WIDTH)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return label
