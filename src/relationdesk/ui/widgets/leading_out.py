"""The one way out to the web: an address is seen in full before it is opened."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QMessageBox, QWidget

from relationdesk.domain.profiles import web_address
from relationdesk.language.marked_text import safe_link
from relationdesk.language.words import _


def address_in_full(address: QUrl) -> str:
    """An address as it is sent, no letter of which looks like another; empty where nobody may follow it."""
    return safe_link(bytes(address.toEncoded().data()).decode("ascii"))


def site_in_full(typed: str) -> str:
    """Where a website leads that was typed, as it is sent; empty where it is no ordinary web address."""
    address = web_address(typed)
    return address_in_full(QUrl(address)) if address else ""


def ask_to_open(address: str, owner: QWidget) -> None:
    """Open an address that is told in full, outside the program, once the user has seen it."""
    asked = QMessageBox(owner.window())
    asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    asked.setObjectName("note.link")
    asked.setWindowTitle(_("Open this link?"))
    asked.setTextFormat(Qt.TextFormat.PlainText)
    asked.setText(_("Open this link outside RelationDesk?"))
    asked.setInformativeText(address)
    opening = asked.addButton(_("Open"), QMessageBox.ButtonRole.AcceptRole)
    asked.addButton(_("Cancel"), QMessageBox.ButtonRole.RejectRole)
    opening.clicked.connect(lambda: _open(address))
    asked.open()


def _open(address: str) -> None:
    from PySide6.QtGui import QDesktopServices  # noqa: PLC0415 - with the first link that is followed

    QDesktopServices.openUrl(QUrl.fromEncoded(address.encode()))
