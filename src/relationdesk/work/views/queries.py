"""The saved views."""

from dataclasses import dataclass

from relationdesk.desk.reader import Reader, Statement
from relationdesk.domain.folding import fold
from relationdesk.domain.ids import ViewId


@dataclass(frozen=True, slots=True)
class SavedView:
    """A filter that was kept under a name."""

    id: ViewId
    name: str
    typed: str


_VIEWS = Statement(SavedView, "SELECT id, name, typed FROM saved_view ORDER BY rank, id")


def saved_views(reader: Reader) -> list[SavedView]:
    """Every view, in the order of the rail."""
    return reader.ask(_VIEWS)


def view_named(reader: Reader, name: str) -> SavedView | None:
    """The view of this name, accents and case apart."""
    key = fold(name.strip())
    return next((view for view in saved_views(reader) if fold(view.name) == key), None)
