"""What an organisation is: its name, kind, website and notes, each changed in place."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relationdesk.domain.clock import Clock
from relationdesk.domain.drafts import DraftField, DraftKey, of_organisation
from relationdesk.domain.errors import ExpectedError
from relationdesk.domain.ids import OrganisationId
from relationdesk.domain.vocabulary import OrganisationKind
from relationdesk.language.words import _
from relationdesk.ui.places.organisations.joining.rename_flow import RenameFlow
from relationdesk.ui.places.organisations.words import kind_words
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.card import Card
from relationdesk.ui.widgets.choice_field import ChoiceField
from relationdesk.ui.widgets.drafts import drafts_of
from relationdesk.ui.widgets.value_line import LabelledLine, ValueLine
from relationdesk.ui.widgets.website_button import WebsiteButton
from relationdesk.work import organisations
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.organisations.queries import OrganisationHead
from relationdesk.work.organisations.told import OrganisationText


class AboutCard(QWidget):
    """Says `said` for what was kept. What is typed is kept for the organisation it was typed about."""

    said = Signal(str)

    def __init__(self, tasks: Tasks[Reader, Desk], clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._drafts = drafts_of(tasks)
        self._head: OrganisationHead | None = None
        self._renaming = RenameFlow(tasks, clock, self)
        self._renaming.said.connect(self.said)
        self.name = ValueLine(self._drafts, _("Name"), _("The name that you use"))
        self.website = ValueLine(self._drafts, _("Website"), _("Add a website"))
        self.open_website = WebsiteButton()
        self.open_website.setObjectName("organisation.open_website")
        self.website.put_beside(self.open_website)
        self.notes = ValueLine(self._drafts, _("Notes"), _("Add a note"), is_long=True)
        self.name.kept.connect(self._keep_name)
        self.website.kept.connect(lambda text: self._keep(self.website, OrganisationText.WEBSITE, text))
        self.notes.kept.connect(lambda text: self._keep(self.notes, OrganisationText.NOTES, text))
        self.kind: ChoiceField[OrganisationKind] = ChoiceField(
            _("Kind"), [(kind, kind_words(kind)) for kind in OrganisationKind]
        )
        self.kind.setProperty("line", True)  # noqa: FBT003 - Qt's
        self.kind.chosen.connect(self._on_kind)
        self._lines = {
            DraftField.ORGANISATION_NAME: self.name,
            DraftField.ORGANISATION_WEBSITE: self.website,
            DraftField.ORGANISATION_NOTES: self.notes,
        }
        for field, line in self._lines.items():
            line.field.setObjectName(f"organisation.{field.removeprefix('organisation_')}")
        self.kind.setObjectName("organisation.kind")
        self._arrange()

    def show_head(self, head: OrganisationHead) -> None:
        """Show an organisation; what is being typed about the same one stays."""
        if self._head is not None and self._head.id != head.id:
            self.leave()
        self._head = head
        self.open_website.show_website(head.website)
        texts = ((head.name, ""), (head.website, self._doubt_of(head.website)), (head.notes, ""))
        for (field, line), (text, doubt) in zip(self._lines.items(), texts, strict=True):
            line.show_value(of_organisation(field, head.id), text, doubt)
        self.kind.show_value(head.kind)

    def leave(self) -> None:
        """Keep what stands in a field and is not kept yet, about the organisation that is still shown."""
        for line in self._lines.values():
            line.keep()

    def write(self, key: DraftKey) -> None:
        """Go on writing in the field of a key."""
        self._lines[key.field].field.setFocus()

    def _doubt_of(self, website: str) -> str:
        is_doubtful = bool(website) and not self.open_website.leads_on
        return _("That is no ordinary web address. It is kept, and never opened.") if is_doubtful else ""

    def _keep_name(self, text: str) -> None:
        if self._head is None:
            return
        if text:
            self._renaming.begin(self._head.id, self.name)
        else:
            self.name.refuse(
                _("An organisation without a name could not be found again: the name stays as it was.")
            )

    def _keep(self, line: ValueLine, field: OrganisationText, text: str) -> None:
        if self._head is None:
            return
        one = self._head.id
        words = _("Kept: {what}") if text else _("Removed: {what}")
        keep_line(
            self._tasks,
            self,
            line,
            lambda desk: organisations.commands.set_text(desk, one, field, text),
            lambda: self.said.emit(words.format(what=line.name)),
        )

    def _on_kind(self, kind: OrganisationKind) -> None:
        if self._head is None:
            return
        one: OrganisationId = self._head.id
        self._tasks.change(
            self,
            lambda desk: organisations.commands.set_kind(desk, one, kind),
            lambda _none: self.said.emit(_("Kept: {what}").format(what=_("Kind"))),
        )

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        card = Card(has_rows=True)
        column.addWidget(card)
        rows = QVBoxLayout()
        rows.setContentsMargins(Space.LARGE, Space.SMALL, Space.SMALL, Space.SMALL)
        rows.setSpacing(Space.TIGHT)
        card.body.addLayout(rows)
        narrow = QWidget()
        across = QHBoxLayout(narrow)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(self.kind)
        across.addStretch(1)
        for line in (self.name, LabelledLine(_("Kind"), narrow), self.website, self.notes):
            rows.addWidget(line)


def keep_line(
    tasks: Tasks[Reader, Desk],
    owner: QWidget,
    line: ValueLine,
    command: Callable[[Desk], None],
    kept: Callable[[], None],
) -> None:
    """Have a command take in what stands in a line; refused, it stays there to be tried again."""
    before = line.settle()

    def refused(error: ExpectedError) -> None:
        line.unsettle(before)
        tasks.refused.emit(error)

    keys = [] if line.key is None else [line.key]
    drafts_of(tasks).hand_over(owner, keys, command, lambda _none: kept(), refused, empties=False)
