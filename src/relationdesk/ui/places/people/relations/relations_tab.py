"""The tab of who somebody is connected with."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from relationdesk.domain.ids import PersonId
from relationdesk.domain.sharing import Shareable
from relationdesk.domain.terms import relation_term
from relationdesk.language.words import _, plural
from relationdesk.ui.places.people.eyes import eyes_of
from relationdesk.ui.places.people.person_view import PersonView
from relationdesk.ui.places.people.relations.circle import Circle
from relationdesk.ui.places.people.relations.relation_form import RelationForm
from relationdesk.ui.places.people.tab_page import TabPage
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import AvatarSize, Space
from relationdesk.ui.widgets.avatar import Avatar
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.card import Card
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.picture_store import PictureStore
from relationdesk.ui.widgets.text_button import TextButton
from relationdesk.work import people
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.people.record_lines import RelationLine

_MOST_AT_ONCE = 50


class RelationsTab(TabPage):
    """Says `person_asked` for the one who is clicked, in the circle or in the list below it."""

    person_asked = Signal(object)
    said = Signal(str)

    def __init__(
        self, tasks: Tasks[Reader, Desk], pictures: PictureStore, parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Relations"), parent)
        self._tasks = tasks
        self.form = RelationForm(tasks)
        self.form.said.connect(self.said)
        self.top.addWidget(self.form)
        self.circle = Circle(pictures)
        self.circle.person_asked.connect(self.person_asked)
        self.circle.hide()
        self.top.addWidget(self.circle)
        self._pictures = pictures
        self._pictures.came.connect(self._show_pictures)
        self._avatars: list[tuple[RelationLine, Avatar]] = []
        self._most = _MOST_AT_ONCE
        self._shown: tuple[PersonId, tuple[RelationLine, ...]] | None = None

    def show_person(self, view: PersonView) -> None:
        """Show whom somebody knows, and what they are to each other."""
        if self._shown is None or self._shown[0] != view.id:
            self._most = _MOST_AT_ONCE
        self.form.show_person(view)
        known = (view.id, view.page.relations)
        if known != self._shown:
            self._shown = known
            self._fill(view)

    def _fill(self, view: PersonView) -> None:
        self._avatars = []
        rows = self.fresh_rows()
        self.circle.setVisible(bool(view.page.relations))
        record = view.page.record
        self.circle.show_circle(view.id, view.name, record.picture_hash, view.page.relations)
        if not view.page.relations:
            hint = _("Nobody is known to be connected with {name} yet.").format(name=view.name)
            rows.addWidget(Label(hint, Look.SECONDARY, wraps=True))
            return
        card = Card(has_rows=True)
        for relation in view.page.relations[: self._most]:
            what = relation_term(relation.kind, outgoing=relation.outgoing)
            detail = _("{relation} · {note}").format(relation=what, note=relation.note)
            button = TextButton(
                relation.name,
                detail if relation.note else what,
                _("Open {name}").format(name=relation.name),
            )
            button.clicked.connect(partial(self._on_person, relation.person_id))
            avatar = Avatar(AvatarSize.ROW)
            self._avatars.append((relation, avatar))
            remove = Button(
                "",
                Role.QUIET,
                Icon.X,
                compact=True,
                name=_("Remove: {relation}, {name}").format(relation=what, name=relation.name),
            )
            remove.clicked.connect(partial(self._on_remove, relation))
            card.add_row(self._row(relation, avatar, button, remove))
        self._show_pictures()
        rows.addWidget(card)
        more = len(view.page.relations) - self._most
        if more > 0:
            show = Button(plural("Show {n} more", "Show {n} more", more), Role.QUIET)
            show.clicked.connect(partial(self._on_more, view))
            rows.addWidget(show)

    def _row(self, relation: RelationLine, avatar: Avatar, button: TextButton, remove: Button) -> QWidget:
        row = QWidget()
        eye = eyes_of(self._tasks).made(row, (Shareable.RELATION, relation.id), relation.name)
        line = QHBoxLayout(row)
        line.setContentsMargins(Space.MEDIUM, Space.SMALL, Space.SMALL, Space.SMALL)
        line.setSpacing(Space.SMALL)
        line.addWidget(avatar)
        line.addWidget(button, 1)
        line.addWidget(eye)
        line.addWidget(remove)
        return row

    def _on_more(self, view: PersonView) -> None:
        self._most += 4 * _MOST_AT_ONCE
        self._fill(view)

    @Slot()
    def _show_pictures(self) -> None:
        self.circle.show_pictures()
        for relation, avatar in self._avatars:
            picture = self._pictures.pixmap(relation.picture_hash, AvatarSize.ROW)
            avatar.show_person(relation.person_id, relation.name, picture)

    def _on_remove(self, relation: RelationLine, *_checked: object) -> None:
        self._tasks.change(
            self,
            lambda desk: people.relations.remove_relation(desk, relation.id),
            lambda _none: self.said.emit(_("Relation removed: {name}").format(name=relation.name)),
        )

    def _on_person(self, person: PersonId) -> None:
        self.person_asked.emit(person)
