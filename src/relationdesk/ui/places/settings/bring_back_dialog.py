"""One person as they are and as they were, side by side, before they are brought back."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from relationdesk.domain.clock import Clock
from relationdesk.domain.errors import ExpectedError
from relationdesk.domain.ids import PersonId
from relationdesk.language.words import _
from relationdesk.ui.backing_first import back_up_first
from relationdesk.ui.places.settings.backup_words import state_lines
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.theme.tokens import Space, Tone
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.card import Card
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.undo_line import announce
from relationdesk.work import backups
from relationdesk.work.backups.person import PersonState
from relationdesk.work.backups.source import Source
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.errors import sentence

_WIDTH, _COLUMN = 520, 244


class BringBackDialog(QDialog):
    """Says `done_with` in words once the person is back, and closes."""

    done_with = Signal(str)

    def __init__(  # noqa: PLR0917 - what a look into a backup needs
        self,
        tasks: Tasks[Reader, Desk],
        source: Source,
        clock: Clock,
        backup: Path,
        person_id: PersonId,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._source = source
        self._clock = clock
        self._backup = backup
        self._person_id = person_id
        self._name = ""
        self.setObjectName("bring.dialog")
        self.setWindowTitle(_("Bring a person back"))
        self._title = Label("", Look.TITLE, wraps=True)
        self._now, self._then = _Side(_("Now")), _Side(_("In the backup"))
        self._told = Label("", Look.SECONDARY, wraps=True)
        self._told.setObjectName("bring.told")
        self._wrong = Label("", Look.BODY, wraps=True)
        self._wrong.setObjectName("bring.wrong")
        self._wrong.show_tone(Tone.BAD)
        self._wrong.hide()
        self._go = Button("", Role.PRIMARY)
        self._go.setObjectName("bring.go")
        self._go.setEnabled(False)
        self._go.clicked.connect(self._on_go)
        self._cancel = Button(_("Cancel"), Role.QUIET)
        self._cancel.setObjectName("bring.cancel")
        self._cancel.clicked.connect(self.reject)
        self._arrange()
        self._read()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)
        column.setContentsMargins(Space.WIDE, Space.WIDE, Space.WIDE, Space.LARGE)
        column.setSpacing(Space.MEDIUM)
        for label in (self._title, self._told, self._wrong):
            label.setFixedWidth(_WIDTH)
        sides = QHBoxLayout()
        sides.setSpacing(_WIDTH - 2 * _COLUMN)
        for side in (self._now, self._then):
            side.setFixedWidth(_COLUMN)
            sides.addWidget(side, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._title)
        column.addLayout(sides)
        column.addWidget(self._told)
        column.addWidget(self._wrong)
        line = QHBoxLayout()
        line.setSpacing(Space.SMALL)
        line.addStretch(1)
        for button in (self._cancel, self._go):
            button.setAutoDefault(False)
            line.addWidget(button)
        column.addLayout(line)

    def _read(self) -> None:
        backup, key, person = self._backup, self._source.key, self._person_id
        self._tasks.run(
            self,
            lambda _progress: backups.person.state_in(backup, key, person),
            self._on_then,
            self._on_refused,
        )

    def _on_then(self, then: PersonState) -> None:
        self._name = then.name
        self._title.setText(then.name)
        self._then.show_state(then, self._clock)
        person = self._person_id
        self._tasks.ask(self, lambda reader: backups.person.state_now(reader, person), self._on_now)

    def _on_now(self, now: PersonState | None) -> None:
        self._now.show_state(now, self._clock)
        self._go.setText(_("Bring back") if now is None else _("Put back as they were then"))
        self._told.setText(
            _("Everything that belonged to them comes back. Undo takes it away again.")
            if now is None
            else _(
                "Everything about them becomes as it was then, and what was added about them since goes. "
                "What happened with others too stays as it is told now. Undo brings the present back."
            )
        )
        self._go.setEnabled(True)
        self._go.setFocus()

    @Slot()
    def _on_go(self) -> None:
        self._go.setEnabled(False)
        back_up_first(self._tasks, self, self._bring_back)

    def _bring_back(self, trouble: str) -> None:
        backup, person = self._backup, self._person_id
        self._tasks.change(
            self,
            lambda desk: backups.person.bring_person_back(desk, backup, person),
            lambda _rows: self._on_back(trouble),
            self._on_refused,
        )

    def _on_back(self, trouble: str) -> None:
        back = _("{name} is back as they were then").format(name=self._name)
        self.done_with.emit(_("{back}. {trouble}").format(back=back, trouble=trouble) if trouble else back)
        self.accept()

    def _on_refused(self, error: ExpectedError) -> None:
        text = sentence(error)
        self._wrong.setText(text)
        self._wrong.show()
        announce(self._wrong, text)


class _Side(Card):
    """How a person stands at one of the two times."""

    def __init__(self, heading: str) -> None:
        super().__init__(heading)
        self._lines = Label("", Look.BODY, wraps=True)
        self._lines.setFixedWidth(_COLUMN - 2 * Space.LARGE)
        self.body.addWidget(self._lines)

    def show_state(self, state: PersonState | None, clock: Clock) -> None:
        """Show a state; nobody for None."""
        lines = [_("Not on the desk")] if state is None else [state.name, *state_lines(state, clock)]
        self._lines.setText("\n".join(lines))
