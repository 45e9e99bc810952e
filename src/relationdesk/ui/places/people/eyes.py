"""The eyes at the lines of a person, each of which says who may read the line, and is turned by a click."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from relationdesk.domain.ids import PersonId
from relationdesk.domain.sharing import PersonField, Shareable
from relationdesk.domain.vocabulary import Audience
from relationdesk.ui.theme.tokens import Height
from relationdesk.ui.widgets.audience_mark import AudienceMark
from relationdesk.ui.widgets.value_line import ValueLine
from relationdesk.work.desks import Desk
from relationdesk.work.people import editing
from relationdesk.work.people.keeping import Audiences

Target = PersonField | tuple[Shareable, int]
"""What is read: a field of the person, or a row of the desk."""


class Eye(QWidget):
    """The room of an eye at the end of a line.

    What may be shared shows it always; what is for the user alone, only while the line is pointed at or
    has the keyboard, and holds something.
    """

    def __init__(self, line: QWidget, target: Target, what: str, *, keeps_room: bool) -> None:
        """`what` names the line for a screen reader; a narrow line gives its room back while it is hidden."""
        super().__init__()
        self.target = target
        self.mark = AudienceMark(what)
        self.mark.setObjectName("audience")
        self._line = line
        self._is_known = False
        self._is_pointed_at = False
        if keeps_room:
            self.setFixedSize(max(Height.HIT, self.mark.sizeHint().width()), Height.HIT)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.mark)
        self.mark.hide()
        line.installEventFilter(self)

    def show_audiences(self, audiences: Audiences | None) -> None:
        """Show who may read the line; None until that is known."""
        self._is_known = audiences is not None
        if audiences is not None:
            self.mark.show_audience(
                audiences.of_field(self.target)
                if isinstance(self.target, PersonField)
                else audiences.of_row(*self.target)
            )
        self.look()

    @Slot()
    def look(self) -> None:
        """Show the eye where it is wanted now."""
        focus = QApplication.focusWidget()
        is_here = self._is_pointed_at or (focus is not None and self._line.isAncestorOf(focus))
        is_empty = isinstance(self._line, ValueLine) and not self._line.value
        is_shared = self.mark.audience is Audience.SHARED
        self.mark.setVisible(self._is_known and (is_shared or (is_here and not is_empty)))

    def eventFilter(self, _line: QObject, event: QEvent) -> bool:
        """Look whether the line is pointed at; it keeps its events."""
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self._is_pointed_at = event.type() == QEvent.Type.Enter
            self.look()
        return False


class Eyes(QObject):
    """Makes the eyes of the lines in `parent`, and has `change` say who may read what from now on.

    `change` is told the command and the words for what was done.
    """

    def __init__(self, parent: QWidget, change: Callable[[Callable[[Desk], None], str], None]) -> None:
        super().__init__(parent)
        self._change = change
        self._person: PersonId | None = None
        self._audiences: Audiences | None = None
        self._all: list[Eye] = []
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    def show_audiences(self, person: PersonId, audiences: Audiences | None) -> None:
        """Show who may read what is kept of somebody; None until that is known."""
        self._person, self._audiences = person, audiences
        for eye in self._all:
            eye.show_audiences(audiences)

    def made(self, line: QWidget, target: Target, what: str, *, keeps_room: bool = True) -> Eye:
        """An eye for a line, which puts it at its end; it counts until it goes with the line."""
        eye = Eye(line, target, what, keeps_room=keeps_room)
        eye.show_audiences(self._audiences)
        eye.mark.chosen.connect(lambda audience: self._turn(eye, audience))
        eye.destroyed.connect(lambda: self._all.remove(eye))
        self._all.append(eye)
        return eye

    def _turn(self, eye: Eye, audience: Audience) -> None:
        person, target = self._person, eye.target
        if person is None:
            return

        def turn(desk: Desk) -> None:
            if isinstance(target, PersonField):
                editing.audiences.set_field_audience(desk, person, target, audience)
            else:
                editing.audiences.set_audience(desk, *target, audience)

        self._change(turn, eye.mark.accessibleDescription())

    @Slot()
    def _on_focus(self) -> None:
        for eye in self._all:
            eye.look()
