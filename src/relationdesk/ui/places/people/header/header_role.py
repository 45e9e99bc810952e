"""Where somebody works now, in the head of their screen."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from relationdesk.domain.terms import term
from relationdesk.domain.vocabulary import RoleKind
from relationdesk.ui.places.people.person_view import PersonView
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.elided_label import ElidedLabel
from relationdesk.ui.widgets.label import Look
from relationdesk.ui.widgets.text_link import TextLink
from relationdesk.ui.widgets.website_button import WebsiteButton
from relationdesk.work.people.record_lines import RoleLine

_KEPT_WIDTH = 160
"""Pixels of the organisation's name that stay in a narrow window; the title is cut first."""


class HeaderRole(QWidget):
    """The name leads to the organisation's page, the button to its website; hidden where nothing is known.

    Says `organisation_asked`.
    """

    organisation_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role: RoleLine | None = None
        self.link = TextLink()
        self.link.setObjectName("header.organisation")
        self.link.clicked.connect(self._on_clicked)
        self._title = ElidedLabel("", Look.SECONDARY)
        self.website = WebsiteButton()
        self.website.setObjectName("header.website")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.TIGHT + 2)
        line.addWidget(self.link, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._title, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.website, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addStretch(1)

    def show_person(self, view: PersonView) -> None:
        """Show the first of what somebody does that has not ended."""
        role = self._role = current_role(view)
        self.setVisible(role is not None)
        if role is None:
            return
        words = role.title or (term(role.kind) if role.kind is RoleKind.REPRESENTED_BY else "")
        self.link.show_text(role.organisation)
        self.link.setMinimumWidth(min(self.link.sizeHint().width(), _KEPT_WIDTH))
        self.link.setAccessibleDescription(words)
        self._title.setText(words)
        self._title.setVisible(bool(words))
        self.website.show_website(role.website)

    @Slot()
    def _on_clicked(self) -> None:
        if self._role is not None:
            self.organisation_asked.emit(self._role.organisation_id)


def current_role(view: PersonView) -> RoleLine | None:
    """The first role that has not ended, work before being represented; its last day still counts."""
    lasting = [role for role in view.page.roles if role.until is None or role.until >= view.today]
    return min(lasting, key=lambda role: role.kind is not RoleKind.WORKS_FOR, default=None)
