"""A small button that leads to a website in the browser."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from relationdesk.language.words import _
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.leading_out import ask_to_open, site_in_full
from relationdesk.ui.widgets.painting import plain_tip


class WebsiteButton(Button):
    """Is hidden while there is no website that may be opened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            "", Role.QUIET, Icon.EXTERNAL_LINK, parent=parent, compact=True, name=_("Open the website")
        )
        self._address = ""
        self.clicked.connect(self._on_clicked)
        self.hide()

    def show_website(self, typed: str) -> None:
        """Lead to a website as it was typed."""
        self._address = site_in_full(typed)
        self.setToolTip(plain_tip(self._address))
        self.setAccessibleDescription(self._address)
        self.setVisible(bool(self._address))

    @property
    def leads_on(self) -> bool:
        """Whether there is a website that may be opened."""
        return bool(self._address)

    @Slot()
    def _on_clicked(self) -> None:
        ask_to_open(self._address, self)
