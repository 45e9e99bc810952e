"""What the place shows where there is nobody to show: what it is for, and how to begin."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from relationdesk.language.words import _
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.widgets.button import Role
from relationdesk.ui.widgets.empty_state import EmptyState


class Welcome(EmptyState):
    """Says `import_asked` or `new_asked`, the two ways to begin."""

    import_asked = Signal()
    new_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            Icon.USERS,
            _("Nobody here yet"),
            _("Bring in an address book, or add somebody you know. Everything stays on this computer."),
            parent=parent,
        )
        bring = self.add_action(_("Bring in an address book"), Role.PRIMARY, Icon.DOWNLOAD)
        bring.setObjectName("people.import")
        bring.clicked.connect(self.import_asked)
        add = self.add_action(_("Add somebody"), icon=Icon.USER_PLUS)
        add.setObjectName("people.first")
        add.clicked.connect(self.new_asked)


def nobody_chosen() -> QWidget:
    """What stands where a person's screen will stand."""
    return EmptyState(
        Icon.USER,
        _("Choose somebody"),
        _("Their history, what to remember and what comes next show here."),
    )
