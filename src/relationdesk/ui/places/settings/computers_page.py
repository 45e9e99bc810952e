"""How the desk gets to another computer and back, and where it lies."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from relationdesk.language.words import _
from relationdesk.ui.places.settings.page import PageName, SettingsPage, setting_line
from relationdesk.ui.theme.tokens import Tone
from relationdesk.ui.widgets.button import Button
from relationdesk.ui.widgets.label import Label, Look


class ComputersPage(SettingsPage):
    """Says `take_along_asked`, `bring_back_asked` and `move_asked`; the window does what is said."""

    take_along_asked = Signal()
    bring_back_asked = Signal()
    move_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(PageName.COMPUTERS, _("Other computers"), parent)
        self._build_bundles()
        self._build_folder()

    def show_place(self, desk: Path, service: str | None) -> None:
        """Tell where the desk lies, and which service copies it about."""
        self._place.setText(str(desk))
        if service is None:
            self._told.setText(_("Nothing but this program works on that folder, as far as can be seen."))
        else:
            told = _("{service} copies that folder to other computers, which can damage the desk.")
            self._told.setText(told.format(service=service))
        self._told.show_tone(Tone.NEUTRAL if service is None else Tone.WARN)
        self._move.setVisible(service is not None)

    def _build_bundles(self) -> None:
        card = self.add_card(
            _("Two computers"),
            _(
                "A bundle is one file that carries the whole desk, encrypted, to another computer. When it "
                "comes back you see what changed on each side, and take it over."
            ),
        )
        along = Button(_("Take along…"))
        along.setObjectName("settings.along")
        along.clicked.connect(self.take_along_asked)
        card.body.addLayout(setting_line(_("Take this desk to another computer"), along))
        back = Button(_("Bring back…"))
        back.setObjectName("settings.back")
        back.clicked.connect(self.bring_back_asked)
        card.body.addLayout(setting_line(_("Bring a bundle back"), back))

    def _build_folder(self) -> None:
        card = self.add_card(_("Where the desk lies"))
        self._place = Label("", Look.BODY, wraps=True)
        self._place.setObjectName("settings.place")
        self._place.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._place.setAccessibleName(_("Where the desk lies"))
        self._told = Label("", Look.HINT, wraps=True)
        self._told.setObjectName("settings.place.told")
        self._move = Button(_("What can be done"))
        self._move.setObjectName("settings.move")
        self._move.clicked.connect(self.move_asked)
        self._move.hide()
        for part in (self._place, self._told, self._move):
            card.body.addWidget(part)
