"""A widget that lies over a row of the timeline, in its whole width and height."""

from PySide6.QtWidgets import QWidget


class RowWidget(QWidget):
    """What an opened row is: `covers_title` where it stands in the place of the title too."""

    covers_title = False

    @property
    def kept_away(self) -> tuple[int, int]:
        """How far the style keeps it away from the left and the right edge of its row."""
        row = self.parentWidget()
        return self.x(), row.width() - self.geometry().right() - 1 if row is not None else 0

    def height_in(self, width: int) -> int:
        """How tall its row is in a column of that width."""
        raise NotImplementedError

    def mark(self, wanted: str) -> None:
        """Mark folded letters wherever they stand in it."""

    def show_pictures(self) -> None:
        """Show the pictures that came meanwhile."""

    def leave(self) -> None:
        """Keep what is not kept yet: the row is about to be a digest again."""
