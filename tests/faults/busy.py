"""A day at a desk whose every text is a needle, in the program with its window (promise 6).

Run as a script: the desk, its passphrase, how many needles, a folder outside of what is looked at, and the
faults to plant. It says `busy` when everything was done, and waits to be killed.
"""

import os
import sys
import threading
from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

TESTS = Path(os.environ["RELATIONDESK_TESTS"])
sys.path[:0] = [str(TESTS), str(TESTS / "faults")]

from needles import MARK, needle  # noqa: E402
from PySide6.QtCore import QEvent, Qt  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPlainTextEdit, QWidget  # noqa: E402
from sqlalchemy import Boolean, Column, Integer, LargeBinary, Table, insert  # noqa: E402
from sqlmodel import SQLModel  # noqa: E402

from real_desk import PIXEL  # noqa: E402
from relationdesk.cli.carrying_out import carry_out  # noqa: E402
from relationdesk.desk import tables  # noqa: E402
from relationdesk.desk.catalogue import CATALOGUE  # noqa: E402
from relationdesk.desk.connection import open_connection  # noqa: E402
from relationdesk.desk.desk import Desk  # noqa: E402
from relationdesk.desk.tables.columns import AmountText, DayText, HourText, MomentText, WordText  # noqa: E402
from relationdesk.domain.card import Card, ContactEntry, FactEntry, Picture  # noqa: E402
from relationdesk.domain.ids import PersonId  # noqa: E402
from relationdesk.domain.labels import Label  # noqa: E402
from relationdesk.domain.traces import in_a_line  # noqa: E402
from relationdesk.domain.vocabulary import Action, ContactKind, InteractionKind  # noqa: E402
from relationdesk.system import log as log_module  # noqa: E402
from relationdesk.ui.shell.forgetting import keep_no_history  # noqa: E402
from relationdesk.ui.shell.program import Program  # noqa: E402
from relationdesk.work import dossiers, exports, follow_ups, history, imports, people  # noqa: E402
from relationdesk.work.backups.making import back_up  # noqa: E402
from relationdesk.work.backups.source import source_of  # noqa: E402
from relationdesk.work.desks import opening  # noqa: E402
from relationdesk.work.desks.machine import DeskFiles, SystemClock, this_machine, uncaught_kept  # noqa: E402
from relationdesk.work.people.told import Fact  # noqa: E402

assert tables.__all__
MOMENT = datetime(2026, 11, 24, 9, tzinfo=UTC)
KINDS: dict[type, Callable[[Any, int], object]] = {
    WordText: lambda kind, number: list(kind.words)[number % len(kind.words)],
    DayText: lambda _kind, _number: date(2026, 11, 24),
    MomentText: lambda _kind, _number: MOMENT,
    HourText: lambda _kind, _number: time(17),
    AmountText: lambda _kind, number: Decimal(number),
    LargeBinary: lambda _kind, number: needle(number).encode("utf-16-le") + needle(number).encode(),
    Boolean: lambda _kind, _number: False,
    Integer: lambda _kind, number: 1 + number % 12,
}


class Filling:
    """Puts rows into every table of a desk, with a needle in every column that takes any text."""

    def __init__(self, desk: Desk, wanted: int) -> None:
        self.desk = desk
        self.given = 0
        self.columns: set[str] = set()
        self._keys: dict[str, list[object]] = {}
        texts = [column for table in _tables() for column in table.columns if _is_free_text(column)]
        self._rows = -(-wanted // len(texts))

    def fill(self) -> None:
        with self.desk.change(Label.READ_ARCHIVE) as session:
            for table in _tables():
                rows = [self._row(table, number) for number in range(self._rows)]
                session.execute(insert(table), rows)
                keys = list(table.primary_key)
                self._keys[table.name] = [row[keys[0].name] for row in rows]

    def _row(self, table: Table, number: int) -> dict[str, object]:
        return {column.name: self._value(column, number) for column in table.columns}

    def _value(self, column: Column[Any], number: int) -> object:
        for key in column.foreign_keys:
            targets = self._keys.get(key.column.table.name)
            return targets[number % len(targets)] if targets else None
        if column.name == "id":
            return self.desk.fresh_id()
        if _is_free_text(column):
            self.given += 1
            self.columns.add(f"{column.table.name}.{column.name}")
            return needle(self.given, column.name)
        kind = next(kind for kind in KINDS if isinstance(column.type, kind))
        return KINDS[kind](column.type, number)


def _tables() -> list[Table]:
    written_by_triggers = {name for name, table in CATALOGUE.items() if table.undo.name == "DERIVED"}
    return [table for table in SQLModel.metadata.sorted_tables if table.name not in written_by_triggers]


def _is_free_text(column: Column[Any]) -> bool:
    return not column.foreign_keys and not isinstance(column.type, tuple(KINDS))


def somebody() -> Card:
    """A person with a needle wherever a card takes one, and a picture."""
    return Card(
        display_name=needle(1, "name"),
        given_name=needle(2, "given"),
        city=needle(3, "city"),
        contacts=(ContactEntry(ContactKind.EMAIL, f"{MARK}@people.example"),),
        facts=(FactEntry(needle(4, "label"), needle(5, "fact")),),
        topics=(needle(6, "topic"),),
        picture=Picture("image/png", PIXEL + needle(7).encode()),
    )


def live(desk: Desk, outside: Path) -> PersonId:
    """Do what a consultant does; files go where they were asked for, outside."""
    person = people.commands.create_person(desk, somebody())
    history.commands.log_interaction(
        desk, people=[person], kind=InteractionKind.CALL, text=f"Talked with {needle(8, 'note')} " * 400
    )
    follow_ups.commands.set_follow_up(
        desk, person_id=person, action=Action.CALL, reason=needle(9, "reason"), due_on=desk.today()
    )
    cards = outside / f"{MARK}.vcf"
    exports.commands.export_people(desk.reader, cards)
    exports.commands.write_archive(desk.reader, outside / "desk.json")
    dossiers.commands.write_dossier(desk.reader, person, outside / "dossier.pdf", today=desk.today())
    seen = imports.preview.preview(desk.reader, imports.reading.read_people(cards), "FR")
    imports.commands.import_people(desk, seen, file_name=cards.name, title=needle(10, "title"))
    people.knowledge.remember_fact(desk, person, Fact(needle(11, "gone")))
    desk.undo()
    back_up(source_of(desk))
    return person


def use_window(program: Program, application: QApplication, person: PersonId, outside: Path) -> None:
    """Search, filter, type a note that is not kept, look at the person, save a file, meet with a mistake."""
    window, tasks = program._window, program._tasks
    assert window is not None
    assert tasks is not None

    def settle() -> None:
        for _ in range(3):
            application.processEvents()
            until(application, lambda: not tasks.is_busy)

    window.open_person(person)
    settle()
    _type(window, "search.field", needle(12, "search"))
    settle()
    _type(window, "people.filter", f"{MARK} fact")
    settle()
    _type(window, "person.note", f"{needle(13, 'draft')} call friday 17h")
    QTest.qWait(900)  # a note is kept half a second after the last key
    settle()
    QApplication.clipboard().setText(needle(14))
    window._flows.export_people()
    dialog = next(iter(window.findChildren(QFileDialog)))
    dialog.setDirectory(str(outside))
    dialog.selectFile("window.vcf")
    dialog.accept()
    settle()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    tasks.change(window, lambda _desk: {}[needle(15, "mistake")])
    settle()


def _type(window: QWidget, name: str, words: str) -> None:
    field = next(iter(window.findChildren(QLineEdit, name) + window.findChildren(QPlainTextEdit, name)))
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    QTest.keyClicks(field, words.replace("é", "e"))  # it types what is on every keyboard


def until(application: QApplication, is_so: Callable[[], object]) -> None:
    while not is_so():
        application.processEvents()


def plant(fault: str, files: DeskFiles, key: object) -> None:
    """Do what must never be done."""
    if "temporary" in fault:
        (Path(os.environ["TMPDIR"]) / "export.csv").write_text(needle(16), "utf-16")
    if "log" in fault:
        log_module.in_a_line = lambda error: f"{in_a_line(error)} {error!r}".replace("é", "e")
    if "unencrypted" in fault:
        connection = open_connection(files.desk, key)
        connection.execute(f"ATTACH '{files.desk.with_suffix('.copy')}' AS plain KEY ''")
        connection.execute("SELECT sqlcipher_export('plain')")
        connection.close()


def main(desk: str, passphrase: str, wanted: str, outside: str, fault: str) -> None:
    machine, clock, files = this_machine(), SystemClock(), DeskFiles(Path(desk))
    log = machine.log(clock)

    def carried_out(message, guest, *, say, complain):
        return carry_out(message, guest, machine, clock, log, say=say, complain=complain)

    opened = opening.unlock(opening.found(files), clock, passphrase=passphrase)
    filling = Filling(opened, int(wanted))
    filling.fill()
    person = live(opened, Path(outside))
    plant(fault, files, opened.key)
    opened.close()
    application = QApplication(["relationdesk"])
    with uncaught_kept(log), ExitStack() as held:
        held.enter_context(machine.native_crashes_kept())
        keep_no_history()
        program = Program(application, machine, clock, held, carried_out)
        held.enter_context(program.crashes.watched())
        program.begin(files, passphrase)
        until(application, lambda: program._has_looked_back)
        use_window(program, application, person, Path(outside))
        sys.stdout.write(f"busy {filling.given} {' '.join(sorted(filling.columns))}\n")
        sys.stdout.flush()
        threading.Event().wait()


if __name__ == "__main__":
    main(*sys.argv[1:])
