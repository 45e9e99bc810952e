"""How the program reminds, beside its own window."""

from collections.abc import Mapping
from datetime import datetime, time
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSignalBlocker, QStandardPaths, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QWidget

from relationdesk.domain.errors import ExpectedError
from relationdesk.domain.numbers import Numbers
from relationdesk.domain.reminding import MORNING, ReminderRules
from relationdesk.language.words import _, in_context
from relationdesk.ui.counting import Counting
from relationdesk.ui.places.settings.numbers_card import NumbersCard, age_words, enough_words, touch_words
from relationdesk.ui.places.settings.page import PageName, SettingsPage
from relationdesk.ui.places.settings.shared_cadences_card import SharedCadences
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.button import Button
from relationdesk.ui.widgets.elided_label import ElidedLabel
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.time_field import TimeField
from relationdesk.ui.widgets.undo_line import announce
from relationdesk.work import settings
from relationdesk.work.desks import Changes, Desk, Reader

_EVENING: Final = time(20)


class RemindersPage(SettingsPage):
    """Says `rules_chosen` and `calendar_chosen` when the window is to go by something else."""

    calendar_chosen = Signal()
    rules_chosen = Signal()

    def __init__(self, tasks: Tasks[Reader, Desk], parent: QWidget | None = None) -> None:
        super().__init__(PageName.REMINDERS, _("Reminders"), parent)
        self._tasks = tasks
        self._silent_until: datetime | None = None
        self._in_force = Numbers()
        self._wanted: Numbers | None = None
        self._counting = Counting(tasks, self)
        self._counting.ended.connect(self._on_counted)
        self._counting.refused.connect(self._on_counting_refused)
        self._add_digest()
        self._add_quiet()
        self._add_privacy()
        self._add_numbers()
        self._add_cadences()
        self._add_calendar()
        self.refresh(None)

    def refresh(self, changes: Changes | None) -> None:
        """Read again what is set."""
        self._cadences.refresh(changes)
        if changes is None:
            self._tasks.ask(self, settings.queries.calendar_file, self._show_calendar)
            self._tasks.ask(self, settings.queries.reminder_rules, self._show_rules)
            self._tasks.ask(self, settings.queries.numbers, self._show_numbers)

    @property
    def rules(self) -> ReminderRules:
        """What the fields say."""
        is_quiet = self._quiet.isChecked()
        return ReminderRules(
            digest_at=self._digest_at.shown if self._digest.isChecked() else None,
            quiet_from=self._quiet_from.shown if is_quiet else time(0),
            quiet_until=self._quiet_until.shown if is_quiet else time(0),
            hides_names=not self._names.isChecked(),
            silent_until=self._silent_until,
        )

    def _show_rules(self, rules: ReminderRules) -> None:
        is_quiet = rules.quiet_from != rules.quiet_until
        self._silent_until = rules.silent_until
        for box, is_on in (
            (self._digest, rules.digest_at is not None),
            (self._quiet, is_quiet),
            (self._names, not rules.hides_names),
        ):
            with QSignalBlocker(box):
                box.setChecked(is_on)
        self._digest_at.show_time(rules.digest_at or MORNING)
        self._quiet_from.show_time(rules.quiet_from if is_quiet else _EVENING)
        self._quiet_until.show_time(rules.quiet_until if is_quiet else MORNING)
        self._show_enabled()

    @Slot()
    def _on_rules(self) -> None:
        rules = self.rules
        self._show_enabled()
        self._tasks.change(
            self,
            lambda desk: settings.commands.choose_reminder_rules(desk, rules),
            lambda _none: self.rules_chosen.emit(),
        )

    def _show_enabled(self) -> None:
        self._digest_at.setEnabled(self._digest.isChecked())
        for field in (self._quiet_from, self._quiet_until):
            field.setEnabled(self._quiet.isChecked())

    def _add_digest(self) -> None:
        card = self.add_card(
            _("In the morning"), _("One notification of how many people there are to come back to.")
        )
        self._digest = self._box(_("A digest of the day"), "settings.digest")
        self._digest_at = self._hour(_("Hour of the digest"))
        card.body.addLayout(_row(self._digest, self._digest_at))

    def _add_quiet(self) -> None:
        card = self.add_card(
            _("Quiet hours"), _("What comes due in them is told when they are over. Nothing is lost.")
        )
        self._quiet = self._box(_("Keep quiet between"), "settings.quiet")
        self._quiet_from = self._hour(_("Quiet from"))
        self._quiet_until = self._hour(_("Quiet until"))
        between = Label(in_context("between two hours", "and"))
        card.body.addLayout(_row(self._quiet, self._quiet_from, between, self._quiet_until))

    def _add_privacy(self) -> None:
        card = self.add_card(_("On a locked screen"), _("A locked screen may show notifications to anybody."))
        self._names = self._box(_("Show names and reasons in notifications"), "settings.names")
        card.body.addWidget(self._names)

    def _add_numbers(self) -> None:
        parts = (
            (_("How much is enough"), "", enough_words()),
            (
                _("Being in touch"),
                _("A gap is counted from the last meeting, call or answered message."),
                touch_words(),
            ),
            (
                _("What grows old"),
                _("What is old stays, and becomes something to ask the next time."),
                age_words(),
            ),
        )
        self._numbers = [self._numbers_card(*part) for part in parts]
        told = _(
            "When you last talked with each person is counted anew: with many people this takes seconds."
        )
        self._counting_told = Label(told, Look.HINT, self, wraps=True)
        self._counting_told.setObjectName("settings.counting")
        self._counting_told.hide()
        _enough, touch, _age = self._numbers
        touch.put_below(self._counting_told)

    def _add_cadences(self) -> None:
        card = self.add_card(
            _("How often, by tag or topic"),
            _(
                "It holds for everybody who has the tag, unless you said something else about them. "
                "Of several, the one with the shortest longest gap counts."
            ),
        )
        self._cadences = SharedCadences(self._tasks)
        self._cadences.said.connect(self.said)
        card.body.addWidget(self._cadences)

    def _numbers_card(self, heading: str, told: str, words: Mapping[str, str]) -> NumbersCard:
        numbers = NumbersCard(words)
        numbers.chosen.connect(self._on_numbers)
        self.add_card(heading, told).body.addWidget(numbers)
        return numbers

    def _show_numbers(self, numbers: Numbers) -> None:
        self._in_force = numbers
        for card in self._numbers:
            card.show_numbers(numbers)

    @Slot(object)
    def _on_numbers(self, numbers: Numbers) -> None:
        """Keep them; while others are being kept these wait, and only the last that were chosen follow."""
        for card in self._numbers:
            card.show_numbers(numbers)
        is_keeping, self._wanted = self._wanted is not None, numbers
        if not is_keeping:
            self._keep_numbers(numbers)

    def _keep_numbers(self, numbers: Numbers) -> None:
        if numbers.answer_days != self._in_force.answer_days:
            self._counting_told.show()
            announce(self, self._counting_told.text())
        self._tasks.change(
            self,
            lambda desk: settings.commands.choose_numbers(desk, numbers),
            lambda _none: self._on_numbers_kept(numbers),
            self._on_numbers_refused,
        )

    def _on_numbers_kept(self, numbers: Numbers) -> None:
        self._in_force = numbers
        self.rules_chosen.emit()
        if self._wanted is not None and self._wanted != numbers:
            self._keep_numbers(self._wanted)
        else:
            self._wanted = None
        self._counting.go_on()

    @Slot(bool)
    def _on_counted(self, has_counted: bool) -> None:  # noqa: FBT001 - what a signal tells
        if self._wanted is None:
            self._counting_told.hide()
        if has_counted:
            self.rules_chosen.emit()

    @Slot(object)
    def _on_counting_refused(self, error: ExpectedError) -> None:
        self._counting_told.hide()
        self._tasks.refused.emit(error)

    def _on_numbers_refused(self, error: ExpectedError) -> None:
        self._wanted = None
        self._show_numbers(self._in_force)
        self._counting_told.hide()
        self._tasks.refused.emit(error)

    def _box(self, words: str, name: str) -> QCheckBox:
        box = QCheckBox(words)
        box.setObjectName(name)
        box.toggled.connect(self._on_rules)
        return box

    def _hour(self, name: str) -> TimeField:
        field = TimeField(name)
        field.time_chosen.connect(self._on_rules)
        return field

    def _add_calendar(self) -> None:
        card = self.add_card(
            _("Calendar file"),
            _(
                "A file of your follow-ups that calendar programs can subscribe to, kept up to date while "
                "RelationDesk is open. It holds names and reasons, and it is not encrypted."
            ),
        )
        self._file = ElidedLabel()
        self._choose = Button(_("Choose a file…"))
        self._choose.setObjectName("settings.calendar")
        self._choose.clicked.connect(self._on_choose)
        self._stop = Button(_("Stop"))
        self._stop.setObjectName("settings.calendar.stop")
        self._stop.setAccessibleDescription(_("Keep the calendar file up to date no more"))
        self._stop.clicked.connect(lambda: self.choose(None))
        buttons = QWidget()
        line = QHBoxLayout(buttons)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.SMALL)
        line.addWidget(self._choose)
        line.addWidget(self._stop)
        card.body.addWidget(self._file)
        card.body.addWidget(buttons, 0, Qt.AlignmentFlag.AlignLeft)

    @Slot()
    def _on_choose(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self, _("Keep a calendar file"), folder, _("Calendar file (*.ics)"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("ics")
        dialog.selectFile(_("follow-ups.ics"))
        dialog.fileSelected.connect(lambda name: self.choose(Path(name)))
        dialog.open()

    def choose(self, path: Path | None) -> None:
        """Have this file kept up to date, or none."""

        def chosen(_none: object) -> None:
            self._show_calendar(path)
            self.calendar_chosen.emit()

        self._tasks.change(self, lambda desk: settings.commands.choose_calendar_file(desk, path), chosen)

    def _show_calendar(self, path: Path | None) -> None:
        self._file.setText(_("None is kept.") if path is None else str(path))
        self._stop.setVisible(path is not None)


def _row(*controls: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(Space.SMALL)
    for control in controls:
        line.addWidget(control)
    line.addStretch(1)
    return line
