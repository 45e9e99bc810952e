"""The search field at the top: people, texts and everything that can be done."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from relationdesk.domain.clock import Clock, today
from relationdesk.domain.ids import OrganisationId, PersonId
from relationdesk.language.words import _, current_language
from relationdesk.ui.shell.commands import Command, Commands
from relationdesk.ui.shell.opened import Opened
from relationdesk.ui.tasks import Asked, Tasks
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.widgets.field import Field
from relationdesk.work.desks import Desk, Reader

if TYPE_CHECKING:
    from relationdesk.domain.filters.completing import Place
    from relationdesk.ui.shell.palette_panel import Palette
    from relationdesk.work.organisations.queries import OrganisationLine
    from relationdesk.work.search.queries import Found


class SearchField(Field):
    """Finds while one types; Up and Down choose, Enter opens, Escape closes the list and keeps the text."""

    person_chosen = Signal(object)
    organisation_chosen = Signal(object)
    answered = Signal()
    left = Signal()

    def __init__(
        self,
        tasks: Tasks[Reader, Desk],
        clock: Clock,
        window: QWidget,
        commands: Commands,
        opened: Opened,
    ) -> None:
        super().__init__(
            _("Search"),
            _("Search people, notes, promises…"),
            Icon.SEARCH,
            QKeySequence("Ctrl+K"),
        )
        self.setObjectName("search.field")
        self.setAccessibleDescription(_("Type > for commands alone"))
        self._tasks = tasks
        self._clock = clock
        self._commands = commands
        self._opened = opened
        self._window = window
        self._asked: Asked | None = None
        self._results: Palette | None = None
        self._place: Place | None = None
        self._completions: list[str] = []
        self.edited.connect(self._on_edited)

    @property
    def results(self) -> "Palette":
        """The list of what was found, made when it is first needed."""
        if self._results is None:
            from relationdesk.ui.shell.palette_panel import Palette  # noqa: PLC0415 - not before first paint

            self._results = Palette(self._window)
            self._results.person_chosen.connect(self._on_chosen)
            self._results.organisation_chosen.connect(self._on_organisation_chosen)
            self._results.command_chosen.connect(self._on_command_chosen)
            self._results.completion_chosen.connect(self._complete)
            self.destroyed.connect(self._results.deleteLater)
        return self._results

    def begin(self) -> None:
        """Take the focus and show what is there, or where one may want to go before anything is typed."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
        self._on_edited(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self._on_escape()
        elif self._is_open() and key == Qt.Key.Key_Tab and self._completions:
            self._complete(self._completions[0])
        elif self._is_open() and key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.results.step(1 if key == Qt.Key.Key_Down else -1)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down}:
            self.results.take() if self._is_open() else self._on_edited(self.text())
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._close()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.text().strip() and event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self._on_edited(self.text())

    def hideEvent(self, event: QHideEvent) -> None:
        self._close()
        super().hideEvent(event)

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        day, cursor = today(self._clock), self.cursorPosition()
        self._asked = self._tasks.ask(
            self,
            lambda reader: (
                _answer(reader, text, day, self._opened),
                _organisations(reader, text, day),
                _completions(reader, text, cursor, day),
                _mistake(reader, text, cursor),
            ),
            lambda answer: self._show(text, *answer),
            instead_of=self._asked,
        )

    def _show(
        self,
        text: str,
        answer: Sequence["Found"],
        organisations: Sequence["OrganisationLine"],
        completed: "tuple[Place | None, list[str]]",
        mistake: "tuple[str, bool]",
    ) -> None:
        from relationdesk.ui.shell.palette import rows_at_first, rows_found  # noqa: PLC0415 - see `results`

        self._place, self._completions = completed
        day, commands = today(self._clock), self._commands.offered
        if text.strip():
            rows = rows_found(
                text,
                answer,
                commands,
                day,
                self._completions,
                organisations=organisations,
                mistake=mistake[0],
                is_being_typed=mistake[1],
            )
        else:
            rows = rows_at_first(answer, commands, day)
        self.results.show_rows(text, rows)
        if self.hasFocus():
            self.results.place_below(self)
        self.answered.emit()

    def event(self, event: QEvent) -> bool:
        """Tab takes a condition while one is offered; else it leads on."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            is_plain = event.key() == Qt.Key.Key_Tab and not event.modifiers()
            if is_plain and self._is_open() and self._completions:
                self.keyPressEvent(event)
                return True
        return super().event(event)

    @Slot(str)
    def _complete(self, choice: str) -> None:
        from relationdesk.domain.filters.completing import completed  # noqa: PLC0415 - see `results`

        if self._place is not None:
            text, cursor = completed(self.text(), self._place, choice)
            self.setText(text)
            self.setCursorPosition(cursor)
            self._on_edited(text)

    @Slot(object)
    def _on_chosen(self, person_id: PersonId) -> None:
        self._close()
        self.person_chosen.emit(person_id)

    @Slot(object)
    def _on_organisation_chosen(self, organisation: OrganisationId) -> None:
        self._close()
        self.organisation_chosen.emit(organisation)

    @Slot(object)
    def _on_command_chosen(self, command: Command) -> None:
        self.clear()
        self._close()
        self.left.emit()
        command.action.trigger()

    def _on_escape(self) -> None:
        if self._is_open():
            self._close()
        else:
            self.left.emit()

    def _is_open(self) -> bool:
        return self._results is not None and self._results.isVisible()

    def _close(self) -> None:
        if self._results is not None:
            self._results.hide()


def _answer(reader: Reader, text: str, day: date, opened: Opened) -> list["Found"]:
    from relationdesk.ui.shell.palette import MOST_PEOPLE, MOST_TEXTS, is_for_commands  # noqa: PLC0415
    from relationdesk.work.search.queries import found_apart, people_named  # noqa: PLC0415 - see `results`

    if not text.strip():
        return people_named(reader, opened.latest(reader))
    if is_for_commands(text):
        return []
    return found_apart(reader, text, day, people=MOST_PEOPLE, texts=MOST_TEXTS)


def _organisations(reader: Reader, text: str, day: date) -> list["OrganisationLine"]:
    """Those whose names hold the words that were typed, where no condition on people is."""
    from relationdesk.ui.shell.palette import MOST_ORGANISATIONS, is_for_commands  # noqa: PLC0415 - see `results`
    from relationdesk.work.organisations.queries import organisations_found  # noqa: PLC0415 - see `results`

    return [] if is_for_commands(text) else organisations_found(reader, text, day, MOST_ORGANISATIONS)


def _completions(reader: Reader, text: str, cursor: int, day: date) -> "tuple[Place | None, list[str]]":
    """Where the cursor is, and what that could become; nothing for what stands there already."""
    from relationdesk.domain.filters.completing import choices_at  # noqa: PLC0415 - see `results`
    from relationdesk.domain.folding import fold  # noqa: PLC0415 - see `results`
    from relationdesk.work.people.filter_values import place_on  # noqa: PLC0415 - see `results`

    place, values = place_on(reader, text, cursor)
    if place is None:
        return None, []
    choices = choices_at(place, current_language(), day, values)
    is_whole = [fold(choice) for choice in choices] == [fold(place.typed)]
    return place, [] if is_whole else choices


def _mistake(reader: Reader, text: str, cursor: int) -> tuple[str, bool]:
    """What of a text is not understood, in words, and whether it is the word that is being typed."""
    from relationdesk.domain.filters.mistakes import told_mistake  # noqa: PLC0415 - see `results`
    from relationdesk.ui.shell.palette import is_for_commands  # noqa: PLC0415 - see `results`
    from relationdesk.work.people.filtering import read_on  # noqa: PLC0415 - see `results`

    found = () if is_for_commands(text) else read_on(reader, text).mistakes
    done_first = sorted(found, key=lambda one: one.start < cursor <= one.end)
    if not done_first:
        return "", False
    first = done_first[0]
    return told_mistake(first), first.start < cursor <= first.end
