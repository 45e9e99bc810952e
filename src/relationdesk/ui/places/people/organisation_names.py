"""Names of organisations while one is typed: those on the desk are offered, a new one is said to be new."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtWidgets import QLineEdit

from relationdesk.language.words import _
from relationdesk.ui.tasks import Asked, Tasks
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.completion import CompletionList
from relationdesk.ui.widgets.field import Field
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.organisations.named import Namesake, lookalikes, names_beginning, namesake


class OrganisationNames(QObject):
    """Goes with a field; says `told` with a sentence about what is typed, or with none.

    It says `taken` when a name that was offered is put into the field. Where the sentence stands right below
    the field, `told_height` is how many pixels it takes: names are offered below it.
    """

    told = Signal(str)
    taken = Signal()

    def __init__(
        self, tasks: Tasks[Reader, Desk], field: QLineEdit, *, told_height: Callable[[], int] | None = None
    ) -> None:
        super().__init__(field)
        self._tasks = tasks
        self._field = field
        self._asked: Asked | None = None
        self._told_height = told_height
        self.completion = CompletionList(field, corner=self._below if told_height else None)
        self.completion.taken.connect(self._on_taken)
        typed = field.edited if isinstance(field, Field) else field.textEdited
        typed.connect(self._on_typed)

    def cancel(self) -> None:
        """Say no more about what was typed."""
        if self._asked is not None:
            self._asked.cancel()

    @Slot(str)
    def _on_typed(self, typed: str) -> None:
        self._asked = self._tasks.ask(
            self,
            lambda reader: (names_beginning(reader, typed), _told_of(reader, typed.strip())),
            lambda answer: self._show_answer(typed.strip(), *answer),
            instead_of=self._asked,
        )

    def _show_answer(self, typed: str, names: list[str], told: str) -> None:
        self.told.emit(told)
        self.completion.offer([name for name in names if name != typed])

    def _below(self) -> QPoint:
        told = self._told_height() if self._told_height else 0
        return QPoint(0, self._field.height() + told + Space.TIGHT)

    @Slot(str)
    def _on_taken(self, name: str) -> None:
        self._field.setText(name)
        self.told.emit("")
        self.taken.emit()


def known_as(reader: Reader, typed: str) -> Namesake | None:
    """The organisation that is meant by what was typed, if it is on the desk or in the trash."""
    return namesake(reader, typed) if typed.strip() else None


def _told_of(reader: Reader, name: str) -> str:
    """What is said of a name that is typed; nothing where it is exactly that of one on the desk."""
    if not name:
        return ""
    known = known_as(reader, name)
    if known is None:
        near = lookalikes(reader, name)[:1]
        if near:
            words = _("“{name}” is new, and looks like “{other}”, which is on the desk.")
            return words.format(name=name, other=near[0].name)
        return _("“{name}” is new: it is put on the desk with this.").format(name=name)
    if known.is_trashed:
        return _("“{name}” comes back from the trash with this.").format(name=known.name)
    if not known.is_exact:
        return _("“{name}” is meant, which is on the desk.").format(name=known.name)
    return ""
