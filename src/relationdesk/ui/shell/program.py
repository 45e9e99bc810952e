"""The program with a window: from what was typed to an open desk, and to its closing."""

import os
import sys
from argparse import Namespace
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from relationdesk.domain.clock import Clock
from relationdesk.domain.drafts import Draft
from relationdesk.domain.errors import ExpectedError
from relationdesk.language.words import Language, _
from relationdesk.ui.shell.backing import Backing
from relationdesk.ui.shell.collecting import Collecting
from relationdesk.ui.shell.crashes import Crashes
from relationdesk.ui.shell.desk_folder import DeskFolder
from relationdesk.ui.shell.doorkeeper import CarryOut, Doorkeeper
from relationdesk.ui.shell.ending import Ending
from relationdesk.ui.shell.forgetting import keep_no_history
from relationdesk.ui.shell.guard import Guard
from relationdesk.ui.shell.now_open import NowOpen
from relationdesk.ui.shell.own_desk import ways_to
from relationdesk.ui.shell.qt_words import speak
from relationdesk.ui.shell.remembered import Remembered
from relationdesk.ui.shell.starting import Given, Starting
from relationdesk.ui.shell.window import MainWindow
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.theme.theme import STYLE, Theme
from relationdesk.ui.widgets.after_painting import AfterPainting
from relationdesk.work.desks import Desk, Reader, opening
from relationdesk.work.desks.errors import BrokenDeskError, DamagedDeskError
from relationdesk.work.desks.machine import DeskFiles, Event, Hold, Machine, note_opening
from relationdesk.work.desks.passphrase_file import passphrase_in

if TYPE_CHECKING:
    from relationdesk.ui.places.settings.place import SettingsPlace
    from relationdesk.ui.shell.background import Background
    from relationdesk.ui.shell.closed_work import ClosedWork
    from relationdesk.ui.shell.start import StartWindow
    from relationdesk.ui.shell.travel import Whereabouts

FAILED = 1
_PATIENCE_SECONDS = 0.4
"""How long a keychain may keep the first window waiting."""
_SAY_WHEN_PAINTED = "RELATIONDESK_SAY_WHEN_PAINTED"
"""Set to anything, it has a line written to the standard error once Today shows what is on the desk."""


def open_window(
    words: Namespace,
    machine: Machine,
    clock: Clock,
    held_desk: Hold | None,
    *,
    carry_out: CarryOut,
    complain: Callable[[str], None],
) -> int:
    """Open the window that was asked for, and stay until it is closed; returns the exit code.

    `held_desk` is the hold on the desk that was asked for, where there is one already; `carry_out` does what
    verbs ask of the window.
    """
    if not machine.has_display():
        complain(_("There is no display for the window. “relationdesk --help” tells what works without one."))
        return FAILED
    try:
        machine.settings_folder()
        files, passphrase = machine.files(words.desk), passphrase_in(words.passphrase_file)
    except ExpectedError as error:
        from relationdesk.work.errors import sentence  # noqa: PLC0415 - it knows every part of the program

        complain(sentence(error))
        return FAILED
    application = QApplication.instance() or QApplication(["relationdesk", *STYLE])
    if not isinstance(application, QApplication):
        raise TypeError(application)
    with ExitStack() as held:
        held.enter_context(machine.native_crashes_kept())
        keep_no_history()
        program = Program(application, machine, clock, held, carry_out)
        held.enter_context(program.crashes.watched())
        held.enter_context(Ending(program).heeded())
        program.choose_language(Language(words.lang) if words.lang else None)
        if held_desk is not None:
            program.bring(files, held_desk)
        if words.in_tray and not words.demo:
            program.background.begin_unseen()
        if words.demo:
            program.begin_sample(files, passphrase)
        else:
            program.begin(files, passphrase)
        machine.forget_opened()
        held.callback(machine.forget_opened)
        machine.log(clock).note(Event.WINDOW_OPENED)
        code = application.exec()
        program.close()
        machine.log(clock).note(Event.WINDOW_CLOSED, code=code)
    return code


class Program(QObject):
    """Holds what lives as long as the program; what `held` is given goes last of all."""

    def __init__(
        self,
        application: QApplication,
        machine: Machine,
        clock: Clock,
        held: ExitStack,
        carry_out: CarryOut,
    ) -> None:
        super().__init__()
        self._machine = machine
        self._clock = clock
        self._held = held
        self._log = machine.log(clock)
        self.crashes = Crashes(machine, self._log, self)
        self._doorkeeper = Doorkeeper(carry_out, self)
        self._doorkeeper.crashed.connect(self.crashes.show)
        held.callback(self._doorkeeper.leave)
        self._collecting = Collecting(self)
        self._remembered = Remembered(machine.settings_folder())
        self._theme = Theme(application, self._remembered.look)
        self._background: Background | None = None
        self._tasks: Tasks[Reader, Desk] | None = None
        self._start: StartWindow | None = None
        self._window: MainWindow | None = None
        self._own: tuple[DeskFiles, str] | None = None
        self._is_sample = False
        self._has_looked_back = False
        self.guard: Guard | None = None
        self.backing: Backing | None = None
        self._was_at: Whereabouts | None = None
        self._was_typed: list[Draft] = []

    @property
    def background(self) -> "Background":
        """The program while no window is in sight; from when it is first wanted."""
        if self._background is None:
            from relationdesk.ui.shell.background import Background  # noqa: PLC0415 - not before first paint

            self._background = Background(self._machine, self._clock, self._theme, self._remembered, self)
            self._doorkeeper.front_asked.connect(self._background.come_forward)
        return self._background

    def bring(self, files: DeskFiles, held: Hold) -> None:
        """Begin with a desk that other processes are kept from already."""
        self._doorkeeper.bring(files, held)

    def choose_language(self, wished: Language | None) -> None:
        """Speak the language that was asked for, or was chosen last, or is the system's."""
        speak(wished or self._remembered.language or self._machine.language())

    def begin(self, files: DeskFiles, passphrase: str) -> None:
        """Open the user's desk, without a question where its key is at hand."""
        self._own = files, passphrase
        self._is_sample = False
        starting = self._ways_to(files)
        try:
            situation = starting.find()
            if situation.need is opening.Need.KEY and not passphrase:
                self._open_by_keychain(starting, situation)
            elif passphrase and situation.need in {opening.Need.KEY, opening.Need.SECRET}:
                self._open(starting.unlock(situation, Given(passphrase)))
            elif situation.need is opening.Need.NOTHING:
                self._open(starting.open_found(situation))
            elif passphrase and situation.need is opening.Need.FIRST_START:
                self._show_start(starting).make(passphrase)
            else:
                self._show_start(starting).go_on(situation)
        except ExpectedError as error:
            self._show_start(starting).show_trouble(error)

    def _open_by_keychain(self, starting: Starting, situation: opening.Situation) -> None:
        """Open at once what the keychain opens at once; one that takes its time is waited for in a window."""
        coming = starting.key_of(situation)
        try:
            found = opening.with_key(situation, coming.result(_PATIENCE_SECONDS))
        except TimeoutError:
            self._show_start(starting).unlock(situation, coming)
            return
        if found.need is opening.Need.NOTHING:
            self._open(starting.open_found(found))
        else:
            self._show_start(starting).unlock(situation, coming)

    def begin_sample(self, own: DeskFiles, passphrase: str) -> None:
        """Make a desk of invented people that goes with the program, and open it; `own` is one click away."""
        self._own = own, passphrase
        self._is_sample = True
        folder = self._held.enter_context(self._machine.passing_folder())
        files = self._machine.files(folder / "sample.desk")
        ways = self._ways_to(files)

        def made() -> opening.Situation:
            from relationdesk.work.sample.making import make_sample_desk  # noqa: PLC0415 - heavy, wanted here

            make_sample_desk(files, self._clock).close()
            return ways.find()

        self._show_start(replace(ways, find=made, has_sample=False)).begin()

    @Slot()
    def lock(self) -> None:
        """Close the desk, and ask for a secret where it was; who gives it comes back to where they were."""
        if self.guard is None or self._window is None or self._own is None:
            return
        from relationdesk.ui.shell import traces  # noqa: PLC0415 - not before something is locked
        from relationdesk.work.desks import protection  # noqa: PLC0415 - see above

        self._log.note(Event.DESK_LOCKED)
        self._machine.forget_opened()
        files, window = self._own[0], self._window
        traces.close_what_floats()
        window.hush()
        self._was_at = window.whereabouts()
        self._remembered.keep_place(window)
        start = self._show_start(self._ways_to(files))
        try:
            start.unlock(protection.lock(files))
        except ExpectedError as error:
            start.show_trouble(error)
        traces.empty_clipboard()

    @Slot(object)
    def close_for(self, work: "ClosedWork") -> None:
        """Do something while the desk is closed, and go on with the desk that it gives."""
        if self._own is not None:
            self._show_start(self._ways_to(self._own[0])).work_off(work)

    def close(self) -> None:
        """Keep what is under way, and close the desk."""
        if self._background is not None:
            self._background.close()
        if self.guard is not None:
            self.guard.close()
            self.guard = None
        self._doorkeeper.close()
        tasks, self._tasks = self._tasks, None
        if tasks is not None:
            tasks.close()
        backing, self.backing = self.backing, None
        if backing is not None:
            backing.finish()

    def _ways_to(self, files: DeskFiles) -> Starting:
        door = self._doorkeeper
        return door.guarded(ways_to(files, self._machine, self._clock, door.take))

    @Slot()
    def _on_sample_asked(self) -> None:
        if self._own is not None:
            self.begin_sample(*self._own)

    @Slot()
    def _on_own_asked(self) -> None:
        if self._own is not None:
            self.begin(*self._own)

    def _now_open(self) -> NowOpen:
        return NowOpen(self._start, self._window, self._tasks, self.guard)

    def _show_start(self, starting: Starting) -> "StartWindow":
        from relationdesk.ui.shell.start import StartWindow  # noqa: PLC0415 - most starts need no questions

        former = self._now_open()
        self._window = self._tasks = self.guard = self.backing = None
        self._start = StartWindow(starting, self._remembered)
        self._start.opened.connect(self._open)
        self._start.sample_asked.connect(self._on_sample_asked)
        self._start.crashed.connect(self.crashes.show)
        self._start.locked.connect(self._on_locked)
        self._bring(self._start, former)
        AfterPainting(self._start, self._doorkeeper.listen)
        former.leave()
        return self._start

    @Slot(object)
    def _open(self, desk: Desk) -> None:
        note_opening(self._log, desk)
        former = self._now_open()
        if self._own is not None and not self._is_sample:
            self._own = desk.files, self._own[1]
            self._doorkeeper.take(desk.files)
        self._start = self.guard = self.backing = None
        self._tasks = Tasks(lambda: desk.reader, lambda: desk, self)
        self._tasks.crashed.connect(self.crashes.show)
        self._tasks.refused.connect(self._log.refused)
        self._tasks.damaged.connect(partial(self._on_damaged, desk))
        self._window = MainWindow(
            self._tasks,
            self._clock,
            self._theme,
            self._remembered,
            is_sample=self._is_sample,
            notifier=None if self._is_sample else self._machine.notifier(),
        )
        self._doorkeeper.carried_out.connect(self._window.tell_of_command)
        self._window.sample_asked.connect(self._on_sample_asked)
        self._window.own_asked.connect(self._on_own_asked)
        if self._own is not None and not self._is_sample:
            self.guard = Guard(self._window, self._tasks, self._clock, self._machine, self._own[0])
            self.guard.due.connect(self.lock)
            self.backing = Backing(self._window, self._tasks, self._clock)
            DeskFolder(self._window, self._tasks, self._clock, self._remembered, self._own[0])
            self._window.settings_made.connect(self._on_settings_made)
        self._window.today.shown.connect(self._on_first_shown)
        self._window.closing_asked.connect(self.close_for)
        if self._was_at is not None:
            self._window.come_back(self._was_at)
            self._was_at = None
        if self._was_typed:
            from relationdesk.ui.widgets.drafts import drafts_of  # noqa: PLC0415 - not before first paint

            drafts_of(self._tasks).type_again(self._was_typed)
            self._was_typed = []
        self._bring(self._window, former)
        if former.start is not None and former.start.news:
            self._window.say(former.start.news)
        self._doorkeeper.welcome(desk, self._tasks)
        former.leave()

    def _bring(self, window: "MainWindow | StartWindow", former: NowOpen) -> None:
        """Show a window, unless the user left the program in the tray."""
        if self._background is None:
            window.show()
        else:
            self._background.bring(window, former, is_own=not self._is_sample)

    @Slot()
    def _on_locked(self) -> None:
        if self._start is not None and not self._is_sample:
            AfterPainting(self._start, partial(self._wait_in_tray, self._start))

    def _wait_in_tray(self, start: "StartWindow") -> None:
        if start is self._start:
            self.background.wait(start)

    @Slot(object)
    def _on_settings_made(self, place: "SettingsPlace") -> None:
        if self._tasks is not None and self._own is not None:
            self.background.add_settings(place, self._tasks, self._own[0])

    def _on_damaged(self, desk: Desk, error: DamagedDeskError) -> None:
        """A page of the open desk cannot be trusted: close it, show the ways on, and keep what was typed."""
        if error.path == desk.path and self._window is not None and self._tasks is not None:
            self._was_at = self._window.whereabouts()
            from relationdesk.ui.widgets.drafts import drafts_of  # noqa: PLC0415 - not before first paint

            self._was_typed = drafts_of(self._tasks).texts
            ways = self._ways_to(desk.files)
            self._show_start(ways).show_trouble(BrokenDeskError(desk.files, desk.key))

    @Slot()
    def _on_first_shown(self) -> None:
        if self._window is not None:
            self._window.today.shown.disconnect(self._on_first_shown)
            AfterPainting(self._window, self._on_painted)

    def _on_painted(self) -> None:
        """Ready the writing side now, as far as that is light, so that the first change waits for little."""
        if os.environ.get(_SAY_WHEN_PAINTED):
            sys.stderr.write("painted\n")
            sys.stderr.flush()
        if self._window is not None and self._tasks is not None:
            self._tasks.change(self._window, lambda desk: desk.undo_state())
            self._window.keep_house()
        self._doorkeeper.listen()
        self._look_back()
        if self.guard is not None and self.backing is not None:
            self.guard.watch()
            self.backing.begin()
            self._join_tray(self._window, self.guard)

    def _join_tray(self, window: MainWindow | None, guard: Guard) -> None:
        if window is not None and self._own is not None:
            try:
                self.background.join(window, guard, self._own[0])
            except ExpectedError as error:
                self._log.refused(error)

    def _look_back(self) -> None:
        """Have libraries say nothing about anybody and give way to the window, and tell of the last crash."""
        if not self._has_looked_back:
            self._has_looked_back = True
            from relationdesk.ui.shell.giving_way import GivingWay  # noqa: PLC0415 - not before first paint

            self._held.enter_context(GivingWay().heeded())
            self._held.enter_context(self._machine.complaints_kept(self._log))
            if self._window is not None:
                self.crashes.offer_former(self._window.frame)
