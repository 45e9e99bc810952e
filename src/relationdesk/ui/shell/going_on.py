"""Offers to go on with what was being written when the program ended."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction

from relationdesk.domain.drafts import DraftKey
from relationdesk.domain.ids import PersonId
from relationdesk.language.words import _
from relationdesk.ui.shell.commands import Commands
from relationdesk.ui.tasks import Tasks
from relationdesk.work import people
from relationdesk.work.desks import Changes, Desk, Reader

if TYPE_CHECKING:
    from relationdesk.ui.shell.draft_bar import DraftBar
    from relationdesk.ui.shell.unfinished import Unfinished
    from relationdesk.ui.widgets.drafts import Drafts


class GoingOn(QObject):
    """Shows the latest in a line above the places, once each; the palette offers all, one after the other.

    Says `write_asked` with the key of a text about a person, who is put back from the trash first if they are
    there, or about an organisation; `new_asked` for one about somebody new, and `details_asked` for one about
    the user.
    """

    said = Signal(str)

    write_asked = Signal(object)
    new_asked = Signal()
    details_asked = Signal()

    def __init__(self, tasks: Tasks[Reader, Desk], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._make_bar: Callable[[], DraftBar] | None = None
        self._bar: DraftBar | None = None
        self._action: QAction | None = None
        self._left: list[Unfinished] = []
        self._offered: Unfinished | None = None
        self._thrown: Unfinished | None = None
        self._has_begun = False
        self._is_quiet = False

    @property
    def drafts(self) -> "Drafts":
        """Every text of the window that was typed and not finished."""
        from relationdesk.ui.widgets.drafts import drafts_of  # noqa: PLC0415 - not before first paint

        return drafts_of(self._tasks)

    @Slot()
    def begin(self) -> None:
        """Offer what was left, once it is known; nothing when called again."""
        if self._has_begun:
            return
        self._has_begun = True
        drafts = self.drafts
        if drafts.is_read:
            self._on_read()
        else:
            drafts.was_read.connect(self._on_read)

    def say_nothing(self) -> None:
        """Leave it to the palette: the user comes back to where they were writing."""
        self._is_quiet = True

    def show_in(self, make_bar: "Callable[[], DraftBar]") -> None:
        """Offer in this bar from now on; it is made when there is something."""
        self._make_bar, self._bar = make_bar, None
        self._show()

    def bind(self, commands: Commands) -> None:
        """Have the palette offer the same."""
        self._action = commands.add(
            _("Go on writing"),
            [],
            self.go_on,
            also=_("draft, unfinished"),
            can=lambda: bool(self._left),
            is_useful=True,
        )
        commands.add(_("Throw away what you were writing"), [], self.throw_away, can=lambda: bool(self._left))
        self._name_action()

    def refresh(self, changes: Changes) -> None:
        """People may have come back to the desk, whose texts have to be kept again."""
        if "person" in changes.tables:
            self.drafts.keep_again()

    @Slot()
    def go_on(self) -> None:
        """Go on with what is offered."""
        left = self._next()
        if left is None:
            return
        self._settle(left)
        if left.is_about_somebody_new:
            self.new_asked.emit()
        elif left.is_about_organisation:
            self.write_asked.emit(left.key)
        elif left.person is None:
            self.details_asked.emit()
        elif left.is_trashed:
            self._put_back(left, left.person)
        else:
            self.write_asked.emit(left.key)

    @Slot()
    def throw_away(self) -> None:
        """Throw away what is offered; it can be taken back as long as the line says so."""
        left = self._next()
        if left is None:
            return
        self._settle(left)
        for key in left.keys:
            self.drafts.throw_away(key)
        self._thrown = left
        self._show()

    def _put_back(self, left: "Unfinished", person: PersonId) -> None:
        self._tasks.change(
            self,
            lambda desk: people.commands.restore_person(desk, person),
            lambda _none: self._on_put_back(left),
        )

    def _on_put_back(self, left: "Unfinished") -> None:
        self.said.emit(_("{name} is back").format(name=left.name))
        self.write_asked.emit(left.key)

    def _next(self) -> "Unfinished | None":
        return self._offered or next(iter(self._left), None)

    def _settle(self, left: "Unfinished") -> None:
        self._left = [one for one in self._left if one.keys != left.keys]
        self._offered = self._thrown = None
        self._name_action()
        self._show()

    def _show(self) -> None:
        bar = self._bar
        if bar is None and self._make_bar is not None and (self._thrown or self._offered):
            bar = self._bar = self._joined(self._make_bar())
        if bar is None:
            return
        if self._thrown is not None:
            bar.tell_thrown(self._thrown)
        elif self._offered is not None:
            bar.offer(self._offered)
        else:
            bar.hide()

    def _joined(self, bar: "DraftBar") -> "DraftBar":
        bar.go_on_asked.connect(self.go_on)
        bar.throw_asked.connect(self.throw_away)
        bar.take_back_asked.connect(self._on_take_back)
        bar.put_away.connect(self._on_put_away)
        return bar

    def _name_action(self) -> None:
        left = self._next()
        if self._action is not None and left is not None:
            from relationdesk.ui.shell.unfinished import going_on  # noqa: PLC0415 - see `drafts`

            self._action.setText(going_on(left))

    @Slot()
    def _on_read(self) -> None:
        from relationdesk.ui.shell.unfinished import unfinished  # noqa: PLC0415 - see `drafts`

        drafts = self.drafts
        self._left = unfinished(one for one in drafts.left if drafts.draft(one.draft.key) == one.draft)
        drafts.left = ()
        drafts.written.connect(self._on_written)
        self._offered = None if self._is_quiet else next((one for one in self._left if not one.rests), None)
        self._name_action()
        self._show()

    @Slot(object)
    def _on_written(self, key: DraftKey) -> None:
        """It is being written at again, or was taken in: it waits for nobody any more."""
        for left in [one for one in self._left if key in one.keys]:
            self._settle(left)

    @Slot()
    def _on_take_back(self) -> None:
        left, self._thrown = self._thrown, None
        if left is not None:
            for draft in left.drafts:
                self.drafts.put(draft)
            self._left.insert(0, left)
            self._offered = left
        self._name_action()
        self._show()

    @Slot()
    def _on_put_away(self) -> None:
        if self._offered is not None:
            self.drafts.let_rest(self._offered.keys)
        self._offered = self._thrown = None
        self._show()
