"""One organisation that somebody belongs to, as a row that opens into the fields to change it in."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relationdesk.domain.sharing import Shareable
from relationdesk.domain.terms import term
from relationdesk.domain.vocabulary import RoleKind
from relationdesk.language.dates import short_day
from relationdesk.language.words import _
from relationdesk.ui.places.people.eyes import Eyes
from relationdesk.ui.places.people.person_view import PersonView
from relationdesk.ui.places.people.record.role_form import RoleForm, role_keys
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import FontSize, Space, Tint, Weight
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.drafts import drafts_of
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.tab_order import put_after
from relationdesk.ui.widgets.text_link import TextLink
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.people.record_lines import RoleLine


class RoleRow(QWidget):
    """Says `organisation_asked` to open its page, `changed` with how it reads now, and `removed`."""

    organisation_asked = Signal(object)
    changed = Signal(object)
    removed = Signal()

    def __init__(
        self,
        tasks: Tasks[Reader, Desk],
        view: PersonView,
        line: RoleLine,
        eyes: Eyes,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self.view = view
        self.line = line
        self.form: RoleForm | None = None
        is_quiet = is_over(line, view)
        weight, tint = (Weight.NORMAL, Tint.INK2) if is_quiet else (Weight.STRONG, Tint.INK)
        self.link = TextLink(line.organisation, FontSize.BODY, weight, tint=tint)
        self.link.setObjectName("role.open")
        self.link.clicked.connect(lambda: self.organisation_asked.emit(self.line.organisation_id))
        words = role_words(line, view)
        self.link.setAccessibleDescription(words)
        self.edit = Button("", Role.QUIET, Icon.PENCIL_LINE, compact=True, name=_("Change this role"))
        self.edit.setObjectName("role.edit")
        self.edit.setAccessibleName(_("Change the role: {what}").format(what=line.organisation))
        self.edit.clicked.connect(self.open)
        self._shown = QWidget()
        line_layout = QHBoxLayout(self._shown)
        line_layout.setContentsMargins(0, 0, 0, 0)
        line_layout.setSpacing(Space.SMALL)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)
        if words:
            column.addWidget(Label(words, Look.HINT if is_quiet else Look.SECONDARY, wraps=True))
        line_layout.addLayout(column, 1)
        line_layout.addWidget(self.edit, 0, Qt.AlignmentFlag.AlignTop)
        eye = eyes.made(self, (Shareable.ROLE, line.id), line.organisation)
        line_layout.addWidget(eye, 0, Qt.AlignmentFlag.AlignTop)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, Space.TIGHT, 0, Space.TIGHT)
        self._whole.setSpacing(0)
        self._whole.addWidget(self._shown)

    @Slot()
    def open(self) -> None:
        """Show the fields to change it in."""
        if self.form is None:
            self.form = RoleForm(self._tasks, self.view, self.line)
            self.form.told.connect(self.changed)
            self.form.removed.connect(self.removed)
            self.form.left.connect(self.close_fields)
            self._whole.addWidget(self.form)
            put_after(self.edit, self.form)
        self._shown.hide()
        self.form.show()
        self.form.setFocus()

    @Slot()
    def close_fields(self) -> None:
        """Hide the fields; what stands in them and was not handed over is thrown away."""
        if self.form is None:
            return
        for key in role_keys(self.view.id, self.line):
            drafts_of(self._tasks).throw_away(key)
        self.form.hide()
        self.form.deleteLater()
        self.form = None
        self._shown.show()
        self.edit.setFocus()


def is_over(line: RoleLine, view: PersonView) -> bool:
    """Whether a role has ended; its last day still counts."""
    return line.until is not None and line.until < view.today


def role_words(line: RoleLine, view: PersonView) -> str:
    """What somebody does there, since when and until when."""
    kind = term(line.kind) if line.kind is not RoleKind.WORKS_FOR else ""
    since = short_day(line.since, view.today) if line.since else ""
    until = short_day(line.until, view.today) if line.until else ""
    if since and until:
        period = _("from {first} until {last}").format(first=since, last=until)
    elif until:
        period = _("until {day}").format(day=until)
    else:
        period = _("since {day}").format(day=since) if since else ""
    return "\N{NO-BREAK SPACE}· ".join(part for part in (kind, line.title, period) if part)
