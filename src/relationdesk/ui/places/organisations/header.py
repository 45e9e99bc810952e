"""The head of an organisation's page."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from relationdesk.domain.ids import PersonId
from relationdesk.language.words import _
from relationdesk.ui.places.organisations.words import in_a_row, kind_words, people_words
from relationdesk.ui.theme.icons import Icon, line_icon
from relationdesk.ui.theme.tokens import AvatarSize, Space
from relationdesk.ui.widgets.avatar import Avatar
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.elided_label import ElidedLabel
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.work.organisations.queries import OrganisationHead


class OrganisationHeader(QWidget):
    """Says what was asked for: `back_asked` only where the list is not beside it."""

    join_asked = Signal()
    trash_asked = Signal()
    back_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("organisation.header")
        self._back = Button("", Role.QUIET, Icon.ARROW_LEFT, name=_("Back to the list"))
        self._back.clicked.connect(self.back_asked)
        self._back.hide()
        self._avatar = Avatar(AvatarSize.HEADER)
        self._name = ElidedLabel("", Look.DISPLAY)
        self._about = Label("", Look.SECONDARY, wraps=True)
        self.more_button = Button("", Role.QUIET, Icon.ELLIPSIS, name=_("More about this organisation"))
        self.more_button.setObjectName("organisation.more")
        self.more_button.clicked.connect(self._on_more)
        self._arrange()

    def show_head(self, head: OrganisationHead, people: int) -> None:
        """Show what it is, and how many people belong to it."""
        self.setAccessibleName(head.name)
        self._avatar.show_person(PersonId(head.id), head.name)
        self._name.setText(head.name)
        self._about.setText(in_a_row(kind_words(head.kind), people_words(people) if people else ""))

    def show_way_back(self, *, is_shown: bool) -> None:
        """Lead back to the list, or not."""
        self._back.setVisible(is_shown)

    @Slot()
    def _on_more(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        join = menu.addAction(line_icon(Icon.MERGE), _("Bring together with…"))
        join.triggered.connect(self.join_asked)
        trash = menu.addAction(line_icon(Icon.TRASH_2), _("Move to the trash"))
        trash.triggered.connect(self.trash_asked)
        menu.popup(self.more_button.mapToGlobal(self.more_button.rect().bottomLeft()))

    def _arrange(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(Space.WIDE, Space.LARGE + 2, Space.WIDE, Space.MEDIUM)
        line.setSpacing(Space.LARGE)
        line.addWidget(self._back, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._avatar, 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(Space.TIGHT)
        words.addStretch(1)
        words.addWidget(self._name)
        words.addWidget(self._about)
        words.addStretch(1)
        line.addLayout(words, 1)
        line.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignTop)
