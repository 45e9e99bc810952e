"""The head of a person's screen: who it is, and how things stand between us."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from relationdesk.language.words import _
from relationdesk.ui.places.people.eyes import Eyes
from relationdesk.ui.places.people.header.header_name import HeaderName
from relationdesk.ui.places.people.header.header_picture import BESIDE, HeaderPicture, with_eye
from relationdesk.ui.places.people.header.header_role import HeaderRole
from relationdesk.ui.places.people.header.header_words import about_line, handle_text, header_chips
from relationdesk.ui.places.people.person_view import PersonView
from relationdesk.ui.theme.icons import Icon, line_icon
from relationdesk.ui.theme.tokens import AvatarSize, Space
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.chip import Chip
from relationdesk.ui.widgets.elided_label import ElidedLabel
from relationdesk.ui.widgets.flow_layout import FlowLayout
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.picture_store import PictureStore


class PersonHeader(QWidget):
    """Says what was asked for: `back_asked` only where the list is not beside it."""

    dossier_asked = Signal()
    record_asked = Signal()
    trash_asked = Signal()
    erase_asked = Signal()
    archive_asked = Signal()
    apart_asked = Signal()
    merge_asked = Signal()
    back_asked = Signal()
    organisation_asked = Signal(object)

    def __init__(self, pictures: PictureStore, eyes: Eyes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._pictures.came.connect(self._show_picture)
        self._view: PersonView | None = None
        self.setObjectName("person.header")
        self._back = Button("", Role.QUIET, Icon.ARROW_LEFT, name=_("Back to the list"))
        self._back.clicked.connect(self.back_asked)
        self._back.hide()
        self.picture = HeaderPicture()
        self._eyes = eyes
        self._name = HeaderName()
        self._handle = ElidedLabel("", Look.SECONDARY)
        self._about = Label("", Look.SECONDARY, wraps=True)
        self.role = HeaderRole()
        self.role.organisation_asked.connect(self.organisation_asked)
        self.dossier_button = Button(_("Dossier"), icon=Icon.FILE_TEXT)
        self.dossier_button.setObjectName("dossier.write")
        self.dossier_button.clicked.connect(self.dossier_asked)
        self.more_button = Button("", Role.QUIET, Icon.ELLIPSIS, name=_("More about this person"))
        self.more_button.setObjectName("person.more")
        self.more_button.clicked.connect(self._on_more)
        self._chips_place = QWidget()
        self._chips = FlowLayout(self._chips_place)
        self._arrange()

    def show_person(self, view: PersonView) -> None:
        """Show who it is and how things stand."""
        self.setAccessibleName(view.name)
        self._view = view
        self._show_picture()
        self._name.setText(view.name)
        handles = view.page.handles
        self._handle.setText(handle_text(handles[0]) if handles else "")
        self._handle.setVisible(bool(handles))
        about = about_line(view.page)
        self._about.setText(about)
        self._about.setVisible(bool(about))
        self.role.show_person(view)
        self._chips.clear()
        chips = header_chips(view)
        for chip in chips:
            self._chips.addWidget(Chip(chip))
        self._chips_place.setVisible(bool(chips))

    def show_way_back(self, *, is_shown: bool) -> None:
        """Lead back to the list, or not."""
        self._back.setVisible(is_shown)

    @Slot()
    def _on_more(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        record = menu.addAction(line_icon(Icon.PENCIL_LINE), _("Edit the record"))
        record.triggered.connect(self.record_asked)
        is_archived = self._view is not None and self._view.page.record.is_archived
        words = _("Take out of the archive") if is_archived else _("Move to the archive")
        archive = menu.addAction(line_icon(Icon.ARCHIVE), words)
        archive.triggered.connect(self.archive_asked)
        trash = menu.addAction(line_icon(Icon.TRASH_2), _("Move to the trash"))
        trash.triggered.connect(self.trash_asked)
        merge = menu.addAction(line_icon(Icon.MERGE), _("Merge with…"))
        merge.triggered.connect(self.merge_asked)
        if self._view is not None and self._view.is_merged:
            apart = menu.addAction(line_icon(Icon.USERS), _("Take apart…"))
            apart.triggered.connect(self.apart_asked)
        erase = menu.addAction(line_icon(Icon.BAN), _("Erase…"))
        erase.triggered.connect(self.erase_asked)
        corner = self.more_button.rect().bottomLeft()
        menu.popup(self.more_button.mapToGlobal(corner))

    @Slot()
    def _show_picture(self) -> None:
        if self._view is None:
            return
        digest = self._view.page.record.picture_hash
        picture = self._pictures.pixmap(digest, AvatarSize.HEADER)
        self.picture.show_person(self._view.id, self._view.name, picture, has_picture=digest is not None)

    def _arrange(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(Space.WIDE, Space.LARGE + 2, Space.WIDE, Space.MEDIUM)
        line.setSpacing(Space.LARGE)
        line.addWidget(self._back, 0, Qt.AlignmentFlag.AlignTop)
        shown = QHBoxLayout()
        shown.setSpacing(Space.LARGE - BESIDE)
        shown.addWidget(with_eye(self.picture, self._eyes), 0, Qt.AlignmentFlag.AlignVCenter)
        line.addLayout(shown, 1)
        first = QWidget()
        called = FlowLayout(first, Space.SMALL, 0)
        called.addWidget(self._name)
        called.addWidget(self._handle)
        words = QVBoxLayout()
        words.setSpacing(Space.TIGHT)
        words.addWidget(first)
        words.addWidget(self._about)
        words.addWidget(self.role)
        upper = QHBoxLayout()
        upper.setSpacing(Space.LARGE)
        upper.addLayout(words, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.TIGHT)
        buttons.addWidget(self.dossier_button)
        buttons.addWidget(self.more_button)
        upper.addLayout(buttons)
        beside = QVBoxLayout()
        beside.setSpacing(Space.TIGHT + 2)
        beside.addLayout(upper)
        beside.addWidget(self._chips_place)
        shown.addLayout(beside, 1)
