"""A follow-up that came due while the program was closed, told by the desktop at the next start."""

import json
import subprocess
import sys
from contextlib import ExitStack
from datetime import UTC, date, datetime, time
from pathlib import Path
from select import select
from zoneinfo import ZoneInfo

from driving import Stage

from relationdesk.domain.card import Card
from relationdesk.domain.clock import FixedClock
from relationdesk.domain.vocabulary import Action
from relationdesk.system.keychain import NoKeychain
from relationdesk.work import follow_ups, people
from relationdesk.work.desks import opening
from relationdesk.work.desks.machine import DeskFiles

SERVICE = Path(__file__).resolve().parents[1] / "fixtures" / "system" / "notification_service.py"
PASSPHRASE = "four quiet green boats"
LONG_AGO = FixedClock(datetime(2024, 5, 6, 8, tzinfo=UTC), ZoneInfo("Europe/Paris"))


def test_it_is_told_once_and_a_click_opens_the_person(stage: Stage):
    desk, passphrase = stage.folder / "day.desk", stage.folder / "passphrase"
    passphrase.write_text(PASSPHRASE, "utf-8")
    write_a_desk(desk)
    words = ("--desk", desk, "--passphrase-file", passphrase, "--lang", "en")
    pipe = subprocess.PIPE
    command = [sys.executable, str(SERVICE), "answering"]
    with ExitStack() as ending:
        service = ending.enter_context(
            subprocess.Popen(command, stdin=pipe, stdout=pipe, env=stage.environment(), text=True)
        )
        ending.callback(service.kill)
        assert service.stdin is not None
        assert service.stdout is not None
        assert json.loads(service.stdout.readline()) == "ready"
        with stage.program(*words) as program:
            assert select([service.stdout], [], [], 20)[0], "nothing was told"
            shown = json.loads(service.stdout.readline())
            assert (shown["title"], shown["body"]) == ("Noor Benali", "Call about the portraits")
            program.find("reminder.told", name=" · Noor Benali: Call about the portraits")
            service.stdin.write("1 default\n")
            service.stdin.flush()
            program.find("person.header", name="Noor Benali")
            assert program.close() == 0
            assert program.said() == ""
        with stage.program(*words) as program:
            program.find("followup.done")
            assert program.sees("reminder.told") is None
            assert program.close() == 0
        service.kill()
        assert service.stdout.read() == ""


def write_a_desk(path: Path) -> None:
    made = opening.make(DeskFiles(path), LONG_AGO, NoKeychain(), passphrase=PASSPHRASE)
    noor = people.commands.create_person(made.desk, Card(display_name="Noor Benali"))
    follow_ups.commands.set_follow_up(
        made.desk,
        person_id=noor,
        action=Action.CALL,
        reason="Call about the portraits",
        due_on=date(2024, 5, 6),
        due_at=time(17),
    )
    made.desk.close()
