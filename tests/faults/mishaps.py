"""The program with a window, to which one mistake after the other happens, each about somebody (promise 17).

Run as a script: the desk, the key, a file for what the crash windows show, how many mistakes, and a fault to
plant. They happen where mistakes happen: in commands and questions, on the interface thread, on threads of
libraries, in what Qt, Python and libraries complain of, and in what another process asks.
"""

import asyncio
import logging
import os
import sys
import threading
import warnings
from collections.abc import Callable
from contextlib import ExitStack, suppress
from pathlib import Path

TESTS = Path(os.environ["RELATIONDESK_TESTS"])
sys.path[:0] = [str(TESTS), str(TESTS / "faults")]

from needles import needle  # noqa: E402
from PySide6.QtCore import QTimer, qCritical, qWarning  # noqa: E402
from PySide6.QtWidgets import QApplication, QPlainTextEdit  # noqa: E402
from sqlalchemy import text  # noqa: E402

from relationdesk.cli.carrying_out import carry_out  # noqa: E402
from relationdesk.desk.desk import Desk  # noqa: E402
from relationdesk.desk.reader import Reader  # noqa: E402
from relationdesk.domain.card import Card  # noqa: E402
from relationdesk.domain.labels import Label  # noqa: E402
from relationdesk.system import log as log_module  # noqa: E402
from relationdesk.system.door.errors import BrokenLineError  # noqa: E402
from relationdesk.system.door.knocking import knock  # noqa: E402
from relationdesk.system.door.note import note_at  # noqa: E402
from relationdesk.ui.shell.program import Program  # noqa: E402
from relationdesk.work.desks.machine import DeskFiles, SystemClock, this_machine, uncaught_kept  # noqa: E402
from relationdesk.work.exports.commands import export_people  # noqa: E402
from relationdesk.work.people.commands import create_person  # noqa: E402

KEY = sys.argv[2]


def addressed(word: str) -> str:
    """What an error may be about: a name, an address, a path in the home folder, the key."""
    return f"{word} <{word}@people.example> {Path.home() / word}.vcf {KEY}"


class Told(Exception):  # noqa: N818 - it is raised, and that is all
    """An error with a note and an origin."""


def deep(word: str) -> None:
    try:
        {}[addressed(word)]
    except KeyError as error:
        told = Told(addressed(word))
        told.add_note(addressed(word))
        raise ExceptionGroup(addressed(word), [told, ValueError(addressed(word))]) from error


def twice(desk: Desk, word: str) -> None:
    """The library repeats the statement and its values in the words of its error."""
    with desk.change(Label.EDIT_PERSON) as session:
        for _ in range(2):
            session.execute(
                text("INSERT INTO tag(id, name, name_key) VALUES (1, :name, :name)"),
                {"name": addressed(word)},
            )


def unread(desk: Desk, word: str) -> None:
    with desk.change(Label.EDIT_PERSON) as session:
        session.execute(text(f"SELECT '{addressed(word)}' FROM nowhere"))


def keyed(desk: Desk, word: str) -> None:
    with desk.change(Label.EDIT_PERSON) as session:
        connection = session.connection().connection.driver_connection
        connection.execute(f"PRAGMA rekey = \"x'{KEY}' {word}")


def wrong_kind(desk: Desk, word: str) -> None:
    create_person(desk, Card(display_name={addressed(word)}))


def half_a_sign(desk: Desk, word: str) -> None:
    with desk.change(Label.EDIT_PERSON) as session:
        session.execute(
            text("INSERT INTO tag(id, name, name_key) VALUES (2, :name, :name)"),
            {"name": f"{addressed(word)}\udcff"},
        )


def nowhere(reader: Reader, word: str) -> None:
    export_people(reader, Path.home() / word / f"{word}.vcf")


def asked(reader: Reader, word: str) -> None:
    reader.number("SELECT max(x) FROM :name", name=addressed(word))


def leaving(word: str) -> None:
    class Leaving:
        def __del__(self) -> None:
            raise ValueError(addressed(word))

    Leaving()


def on_a_thread(word: str) -> None:
    thread = threading.Thread(target=deep, args=(word,), name=word)
    thread.start()
    thread.join()


def in_a_loop(word: str) -> None:
    async def failing() -> None:
        raise ValueError(addressed(word))

    async def forgotten() -> None:
        asyncio.get_running_loop().create_task(failing(), name=word)
        await asyncio.sleep(0)

    asyncio.run(forgotten())
    gone = asyncio.new_event_loop()
    gone.call_exception_handler({"message": addressed(word), "exception": ValueError(addressed(word))})
    gone.close()


def by_a_library(word: str) -> None:
    try:
        deep(word)
    except ExceptionGroup:
        logging.getLogger(word).exception("about %s", addressed(word))
    logging.getLogger("sqlalchemy").critical(addressed(word))


def warned(word: str) -> None:
    warnings.warn(addressed(word), RuntimeWarning, stacklevel=1)


def invalid(word: str) -> None:
    from sqlmodel import SQLModel  # noqa: PLC0415 - not before Qt, as in the program

    class Aged(SQLModel):
        age: int

    Aged.model_validate({"age": addressed(word)})


def without_end(word: str) -> None:
    def deeper(words: str) -> None:
        deeper(words + word[:1])

    deeper(word)


def visited(files: DeskFiles, word: str) -> None:
    """Errands of another process, about people and files with names."""
    note = note_at(files.in_use)
    assert note is not None
    words = {"verb": "import", "dry_run": False, "files": [{"path": str(Path.home() / f"{word}.vcf")}]}
    errand = {"ask": "carry out", "version": log_module.__version__, "language": "en", "passphrase": word}
    for message in (errand | {"words": words}, errand | {"words": words | {"files": 7}}, {"ask": word}):
        with suppress(BrokenLineError), knock(note, message) as answers:
            list(answers)


def mistakes(program: Program, files: DeskFiles) -> list[Callable[[str], object]]:
    """Ways in which something goes wrong, each with a word about somebody."""
    tasks, window = program._tasks, program._window
    assert tasks is not None
    assert window is not None
    commands = (twice, unread, keyed, wrong_kind, half_a_sign, lambda _desk, word: deep(word))
    questions = (nowhere, asked, lambda _reader, word: deep(word))
    here = (deep, invalid, without_end)
    return [
        *(lambda word, do=do: tasks.change(window, lambda desk: do(desk, word)) for do in commands),
        *(lambda word, do=do: tasks.ask(window, lambda reader: do(reader, word), print) for do in questions),
        *(lambda word, do=do: QTimer.singleShot(0, lambda: do(word)) for do in here),
        lambda word: tasks.run(window, lambda _progress: deep(word)),
        lambda word: qWarning(addressed(word)),
        lambda word: qCritical(addressed(word)),
        lambda word: threading.Thread(target=visited, args=(files, word)).start(),
        leaving,
        on_a_thread,
        in_a_loop,
        by_a_library,
        warned,
    ]


def until(application: QApplication, is_so: Callable[[], object]) -> None:
    while not is_so():
        application.processEvents()


def let_happen(program: Program, application: QApplication, files: DeskFiles, count: int) -> str:
    """Let so many mistakes happen; what the crash windows showed."""
    until(application, lambda: program._has_looked_back and (note_at(files.in_use) or "")
          and note_at(files.in_use).address)  # fmt: skip
    ways = mistakes(program, files)
    shown = []
    for number in range(count):
        ways[number % len(ways)](needle(number))
        until(application, lambda: not program._tasks.is_busy)
        until(application, lambda: threading.active_count() <= 8)
        for _ in range(3):
            application.processEvents()
        for window in application.topLevelWidgets():
            if window.objectName() == "crash" and window.isVisible():
                shown.append(window.findChild(QPlainTextEdit).toPlainText())
                window.accept()
    return "\n".join(shown)


def main(desk: str, _key: str, shown: str, count: str, fault: str) -> None:
    if fault == "words":
        log_module.in_a_line = lambda error: ascii(error).encode().decode("unicode_escape")
    machine, clock, files = this_machine(), SystemClock(), DeskFiles(Path(desk))
    log = machine.log(clock)

    def carried_out(message, guest, *, say, complain):
        return carry_out(message, guest, machine, clock, log, say=say, complain=complain)

    application = QApplication(["relationdesk"])
    with uncaught_kept(log), ExitStack() as held:
        held.enter_context(machine.native_crashes_kept())
        program = Program(application, machine, clock, held, carried_out)
        held.enter_context(program.crashes.watched())
        program.begin(files, "")
        Path(shown).write_text(let_happen(program, application, files, int(count)), "utf-8")
        program.close()
        if fault == "native":
            os.abort()


if __name__ == "__main__":
    main(*sys.argv[1:])
