"""Pictures of every place, and of the pages before: `python -m relationdesk.ui.shots FOLDER [--few]`.

A sample desk on a fixed day, in light and dark, English and French, at two sizes, as PNG files. Nothing is
timed: a picture is taken when no answer is outstanding.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import product
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTabBar, QWidget

from relationdesk.domain.clock import FixedClock
from relationdesk.domain.ids import OrganisationId, PersonId
from relationdesk.language.words import Language, use_language
from relationdesk.ui.shell.backing import Backing
from relationdesk.ui.shell.desk_folder import DeskFolder
from relationdesk.ui.shell.guard import Guard
from relationdesk.ui.shell.place import PlaceName
from relationdesk.ui.shell.remembered import Remembered
from relationdesk.ui.shell.window import MainWindow
from relationdesk.ui.shots_before_open import Pages, pages_before_open
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.theme.theme import STYLE, Theme, ThemeChoice
from relationdesk.work.backups.making import back_up
from relationdesk.work.backups.source import source_of
from relationdesk.work.desks import Desk, Reader, opening, protection
from relationdesk.work.desks.machine import DeskFiles, Machine, NoKeychain
from relationdesk.work.organisations.queries import organisations_matching
from relationdesk.work.people.commands import trash_person
from relationdesk.work.people.queries import people_matching
from relationdesk.work.sample.making import add_sample_people

_PARIS = ZoneInfo("Europe/Paris")
_MORNING = datetime(2026, 11, 24, 9, tzinfo=_PARIS)
_LOOKED_AT = "Léa Marchetti"
_CLIENT = "Olivade"
_THROWN_AWAY = ("Solène Arvieu", "Edmund Garside", "Niamh Devane")
_PASSPHRASE = "four quiet words here"  # noqa: S105 - of a desk that is thrown away
_BACKED_UP = (8, 3, 2, 1, 0)
"""How many days ago a backup was made."""
_SETTLING_ROUNDS = 4


@dataclass(frozen=True, slots=True)
class Setting:
    """One way in which the window is pictured."""

    look: ThemeChoice
    language: Language
    width: int
    height: int

    def file_name(self, what: str) -> str:
        """`today-light-en-1280x800.png`."""
        return f"{what}-{self.look}-{self.language}-{self.width}x{self.height}.png"


@dataclass(frozen=True, slots=True)
class Shown:
    """Who and what is looked at."""

    person: PersonId
    organisation: OrganisationId


FEW = (Setting(ThemeChoice.LIGHT, Language.ENGLISH, 1280, 800),)
ALL = tuple(
    Setting(look, language, *size)
    for look, language, size in product(
        (ThemeChoice.LIGHT, ThemeChoice.DARK), Language, ((1280, 800), (800, 600))
    )
)


class Photographer:
    """Sets the window up in every way, and takes its pictures into `folder`."""

    def __init__(self, application: QApplication, tasks: Tasks[Reader, Desk], folder: Path) -> None:
        self._application = application
        self._tasks = tasks
        self._folder = folder

    def take_all(self, window: MainWindow, shown: Shown, settings: Sequence[Setting]) -> list[Path]:
        """Picture Today and a person, each tab of hers and the other places for more than one setting."""
        taken = []
        for setting in settings:
            window.choose_look(setting.look)
            window.speak(setting.language)
            window.resize(setting.width, setting.height)
            window.go(PlaceName.TODAY)
            taken.append(self._take(window, setting.file_name("today")))
            window.open_person(shown.person)
            views = self._views(window, is_brief=len(settings) == 1)
            taken.extend(self._take(window, setting.file_name(view)) for view in views)
            if len(settings) > 1:
                window.people.show_as_table(is_table=True)
                taken.append(self._take(window, setting.file_name("people")))
                window.people.show_as_table(is_table=False)
                window.go(PlaceName.AGENDA)
                views = _pages(window, "agenda.tabs", "agenda")
                taken.extend(self._take(window, setting.file_name(view)) for view in views)
                window.open_organisation(shown.organisation)
                taken.append(self._take(window, setting.file_name("organisation")))
                window.go(PlaceName.TRASH)
                taken.append(self._take(window, setting.file_name("trash")))
                window.go(PlaceName.SETTINGS)
                views = _pages(window, "settings.tabs", "settings")
                taken.extend(self._take(window, setting.file_name(view)) for view in views)
        return taken

    def take_pages(self, pages: Pages, theme: Theme, settings: Sequence[Setting]) -> list[Path]:
        """Picture the pages before a desk is open, in a window of their own."""
        taken = []
        before = QMainWindow()
        for setting in settings:
            theme.choose(setting.look)
            use_language(setting.language)
            before.resize(setting.width, setting.height)
            before.show()
            for name, make in pages.items():
                page = make()
                before.setCentralWidget(page)
                page.setFocus()
                taken.append(self._take(before, setting.file_name(name)))
        before.close()
        return taken

    def _views(self, window: MainWindow, *, is_brief: bool) -> Iterator[str]:
        """Walks through the person's tabs, and says what each picture is called."""
        self._settle()
        yield from ["person"] if is_brief else _pages(window, "person.tabs", "person")

    def _take(self, window: QWidget, name: str) -> Path:
        self._settle()
        path = self._folder / name
        window.grab().save(str(path))
        return path

    def _settle(self) -> None:
        """Let every answer come, and what follows from it be laid out."""
        for _round in range(_SETTLING_ROUNDS):
            while self._tasks.is_busy:
                loop = QEventLoop()
                self._tasks.busy_changed.connect(loop.quit)
                QTimer.singleShot(0, lambda waiting=loop: None if self._tasks.is_busy else waiting.quit())
                loop.exec()
            self._application.processEvents()


def _pages(window: MainWindow, bar: str, name: str) -> Iterator[str]:
    """Walks through the pages of a place, and says what the picture of each is called."""
    tabs = window.findChild(QTabBar, bar)
    if tabs is None:
        return
    tab = 0
    while tab < tabs.count():  # some come a moment later
        tabs.setCurrentIndex(tab)
        yield f"{name}-tab-{tab + 1}" if tab else name
        tab += 1
    tabs.setCurrentIndex(0)


def _throw_away(desk: Desk, clock: FixedClock) -> None:
    """Have something in the trash, each a few days older than the one before."""
    for days, name in enumerate(_THROWN_AWAY):
        clock.moment = _MORNING - timedelta(days=9 * days)
        (person,) = people_matching(desk.reader, name)[:1]
        trash_person(desk, PersonId(person))
    clock.moment = _MORNING


def _desk(path: Path, clock: FixedClock) -> Desk:
    """A desk of invented people with a trash, a few days of backups, and nothing to undo."""
    files = DeskFiles(path)
    clock.moment = _MORNING - timedelta(minutes=1)  # before the newest backup
    made = protection.make_protected(
        files, clock, NoKeychain(), passphrase=_PASSPHRASE, asks_at_start=False
    ).desk
    add_sample_people(made)
    _throw_away(made, clock)
    made.close()
    desk = opening.unlock(opening.found(files), clock, passphrase=_PASSPHRASE)
    for days in _BACKED_UP:
        clock.moment = _MORNING - timedelta(days=days)
        back_up(source_of(desk))
    clock.moment = _MORNING
    return desk


def _shown(desk: Desk) -> Shown:
    (person,) = people_matching(desk.reader, _LOOKED_AT)[:1]
    (organisation,) = organisations_matching(desk.reader, _CLIENT)[:1]
    return Shown(PersonId(person), OrganisationId(organisation))


def _window(
    desk: Desk, tasks: Tasks[Reader, Desk], clock: FixedClock, theme: Theme, remembered: Remembered
) -> MainWindow:
    """The window of the user's own desk, with all that keeps it."""
    window = MainWindow(tasks, clock, theme, remembered, is_sample=False)
    Guard(window, tasks, clock, Machine(NoKeychain()), desk.files)
    backing = Backing(window, tasks, clock)
    DeskFolder(window, tasks, clock, remembered, desk.files)
    window.show()
    backing.begin()
    return window


def main(typed: Sequence[str] | None = None) -> int:
    """Take the pictures and say where they are."""
    words = _parser().parse_args(typed)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    words.folder.mkdir(parents=True, exist_ok=True)
    application = QApplication(["shots", *STYLE])
    theme = Theme(application, ThemeChoice.LIGHT)
    use_language(Language.ENGLISH)
    clock = FixedClock(_MORNING, _PARIS)
    with tempfile.TemporaryDirectory(prefix="relationdesk-") as folder:
        settings = FEW if words.few else ALL
        desk = _desk(Path(folder, "my.desk"), clock)
        shown = _shown(desk)
        tasks = Tasks(lambda: desk.reader, lambda: desk)
        window = _window(desk, tasks, clock, theme, Remembered(Path(folder)))
        photographer = Photographer(application, tasks, words.folder)
        taken = photographer.take_all(window, shown, settings)
        if not words.few:
            pages = pages_before_open(desk, clock, Path(folder))
            taken += photographer.take_pages(pages, theme, settings)
        window.close()
        tasks.close()
    sys.stdout.write("\n".join(map(str, taken)) + "\n")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="relationdesk.ui.shots")
    parser.add_argument("folder", type=Path, help="where the pictures go")
    parser.add_argument("--few", action="store_true", help="Today and a person, light, English, 1280x800")
    return parser


if __name__ == "__main__":
    sys.exit(main())
