from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from relationdesk.desk.connection import open_connection
from relationdesk.desk.desk import Desk
from relationdesk.desk.files import DeskFiles
from relationdesk.desk.key import DeskKey, new_key
from relationdesk.desk.making import make_desk
from relationdesk.desk.reader import Reader
from relationdesk.desk.vault import sample_vault
from relationdesk.domain.card import Card
from relationdesk.domain.clock import FixedClock
from relationdesk.ui.places.imports.dialog import ImportDialog
from relationdesk.ui.tasks import Tasks
from relationdesk.work import people
from relationdesk.work.people.queries import people_matching, person_lines


@dataclass(frozen=True)
class Place:
    """A real desk file; whoever wants it opens it."""

    files: DeskFiles
    key: DeskKey

    def opened(self) -> Desk:
        return Desk(
            self.files, self.key, FixedClock(datetime(2026, 11, 24, 9, tzinfo=UTC), ZoneInfo("Europe/Paris"))
        )

    def reader(self) -> Reader:
        return Reader(open_connection(self.files.desk, self.key, reading=True), self.files.desk)

    def add(self, *cards: Card) -> None:
        desk = self.opened()
        for card in cards:
            people.commands.create_person(desk, card)
        desk.close()

    def names(self) -> list[str]:
        reader = self.reader()
        found = [line.name for line in person_lines(reader, people_matching(reader))]
        reader.close()
        return found

    def number(self, sql: str) -> int:
        reader = self.reader()
        found = reader.number(sql)
        reader.close()
        return found


@pytest.fixture
def place(tmp_path: Path) -> Place:
    files, key = DeskFiles(tmp_path / "my.desk"), new_key()
    make_desk(files, key, sample_vault(key))
    return Place(files, key)


@pytest.fixture
def tasks(qapp, place: Place) -> Iterator[Tasks[Reader, Desk]]:
    crashes: list[Exception] = []
    made = Tasks(reader=place.reader, desk=place.opened)
    made.crashed.connect(crashes.append)
    yield made
    made.close()
    qapp.processEvents()
    assert crashes == []


@pytest.fixture
def dialog(qtbot, tasks) -> ImportDialog:
    made = ImportDialog(tasks)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def previewed(qtbot, dialog) -> Callable[..., ImportDialog]:
    """The dialog with these files read and their preview shown."""

    def of(*paths: Path) -> ImportDialog:
        with qtbot.waitSignal(dialog.intake.previewed, timeout=20_000):
            dialog.read(paths)
        return dialog

    return of


@pytest.fixture
def a_file(tmp_path: Path) -> Callable[[str, str], Path]:
    """A file of this name with this text."""

    def made(name: str, text: str) -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return made


@pytest.fixture(scope="session")
def fixtures() -> Path:
    return Path(__file__).parents[3] / "fixtures" / "imports"
