"""Keeps the views of the rail and of the palette true, and changes them."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction

from relationdesk.language.words import _
from relationdesk.ui.shell.commands import Command, Commands
from relationdesk.ui.shell.rail_views import RailViews
from relationdesk.ui.tasks import Asked, Tasks
from relationdesk.work.desks import Changes, Desk, Reader
from relationdesk.work.views.queries import SavedView, saved_views

_TABLE = "saved_view"


class Views(QObject):
    """Says `view_asked` with what a view filters by, and `said` for what was done."""

    view_asked = Signal(str)
    said = Signal(str)

    def __init__(self, tasks: Tasks[Reader, Desk], rail: RailViews, commands: Commands) -> None:
        super().__init__(rail)
        self._tasks = tasks
        self._rail = rail
        self._commands = commands
        self._asked: Asked | None = None
        rail.view_chosen.connect(lambda view: self.view_asked.emit(view.typed))
        rail.renamed.connect(self._on_renamed)
        rail.moved.connect(self._on_moved)
        rail.deleted.connect(self._on_deleted)

    def read(self) -> None:
        """Show the views that there are."""
        self._asked = self._tasks.ask(self, saved_views, self._show, instead_of=self._asked)

    def refresh(self, changes: Changes | None) -> None:
        """Read again what a change may have touched."""
        if changes is None or _TABLE in changes.tables:
            self.read()

    def _show(self, views: list[SavedView]) -> None:
        self._rail.show_views(views)
        self._commands.show_more([self._command(view) for view in views])

    def _command(self, view: SavedView) -> Command:
        action = QAction(_("View “{name}”").format(name=view.name), self._commands)
        action.triggered.connect(lambda: self.view_asked.emit(view.typed))
        return Command(action, also=_("filter, saved"))

    @Slot(object, str)
    def _on_renamed(self, view: SavedView, name: str) -> None:
        from relationdesk.work.views.commands import rename_view  # noqa: PLC0415 - not before first paint

        self._tasks.change(
            self,
            lambda desk: rename_view(desk, view.id, name),
            lambda _none: self.said.emit(_("The view is called “{name}” now").format(name=name)),
        )

    @Slot(object, int)
    def _on_moved(self, view: SavedView, by: int) -> None:
        from relationdesk.work.views.commands import move_view  # noqa: PLC0415 - not before first paint

        self._tasks.change(self, lambda desk: move_view(desk, view.id, by=by))

    @Slot(object)
    def _on_deleted(self, view: SavedView) -> None:
        from relationdesk.work.views.commands import delete_view  # noqa: PLC0415 - not before first paint

        self._tasks.change(
            self,
            lambda desk: delete_view(desk, view.id),
            lambda _none: self.said.emit(_("The view “{name}” was deleted").format(name=view.name)),
        )
