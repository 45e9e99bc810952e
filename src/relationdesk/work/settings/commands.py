"""Keeping the user's own details, and remembering small things that are no steps of undo."""

import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import date, datetime
from pathlib import Path
from typing import Final

from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Session

from relationdesk.desk.desk import Desk
from relationdesk.desk.moments import moment_text
from relationdesk.desk.tables import MyDetailsRow, SettingRow
from relationdesk.domain.ids import PersonId
from relationdesk.domain.labels import Label
from relationdesk.domain.locking import LockRules
from relationdesk.domain.numbers import Numbers
from relationdesk.domain.reminding import ReminderRules
from relationdesk.work.settings.queries import (
    MyDetails,
    Setting,
    days_in,
    people_in,
    people_put_off,
    value_in,
)
from relationdesk.work.settings.reminder_values import rules_in, value_of

_MOST_OPENED: Final = 6
_MOST_DAYS: Final = 400


def keep_my_details(desk: Desk, details: MyDetails) -> None:
    """Keep the user's own details as they are told now."""
    told = {name: value.strip() for name, value in asdict(details).items()}
    with desk.change(Label.EDIT_MY_DETAILS) as session:
        row = session.get(MyDetailsRow, 1)
        if row is None:
            session.add(MyDetailsRow(id=1, **told))
            return
        for name, value in told.items():
            setattr(row, name, value)


def remember_letterhead_offer(desk: Desk) -> None:
    """Offer an empty letterhead no more."""
    _remember(desk, Setting.LETTERHEAD_OFFERED, value=True)


def remind_of_recovery_code(desk: Desk) -> None:
    """Remind the user of the recovery code until a copy of it was tested."""
    _remember(desk, Setting.RECOVERY_CODE_WAITS, value=True)


def confirm_recovery_code(desk: Desk) -> None:
    """The user has a copy of the recovery code that is right."""
    _remember(desk, Setting.RECOVERY_CODE_WAITS, value=False)


def ask_at_start(desk: Desk, *, is_wanted: bool) -> None:
    """Ask for the passphrase at each start, or leave it to the keychain."""
    _remember(desk, Setting.ASKS_AT_START, value=is_wanted)


def keep_lock_rules(desk: Desk, rules: LockRules) -> None:
    """Lock the desk by these rules from now on."""
    with desk.change(Label.EDIT_MY_DETAILS) as session:
        _put(session, Setting.LOCK_AFTER_MINUTES, rules.idle_minutes)
        _put(session, Setting.LOCK_ON_SLEEP, rules.on_sleep)


def ask_no_cadence_on(desk: Desk, day: date) -> None:
    """Ask for no more cadences on `day`."""
    _remember(desk, Setting.NO_CADENCE_QUESTIONS_ON, value=day.isoformat())


def ask_cadence_after_import_on(desk: Desk, day: date) -> None:
    """People came in: ask for cadences on `day` whatever is due."""
    _remember(desk, Setting.CADENCE_QUESTIONS_AFTER_IMPORT_ON, value=day.isoformat())


def choose_numbers(desk: Desk, numbers: Numbers) -> None:
    """Have the rules go by these numbers from now on."""
    _remember(desk, Setting.NUMBERS, value=asdict(numbers))


def choose_reminder_rules(desk: Desk, rules: ReminderRules) -> None:
    """Have the user reminded by these rules from now on."""
    _remember(desk, Setting.REMINDERS, value=value_of(rules))


def silence_reminders(desk: Desk, until: datetime | None) -> None:
    """Tell nothing before a moment, or tell again; the other rules of reminding stay."""
    with desk.change(Label.EDIT_MY_DETAILS) as session:
        row = session.get(SettingRow, Setting.REMINDERS.value)
        rules = rules_in(value_in(row.value) if row is not None else None)
        _put(session, Setting.REMINDERS, value_of(replace(rules, silent_until=until)))


def remember_digest(desk: Desk, day: date) -> None:
    """The digest of a day was told."""
    _remember(desk, Setting.DIGEST_TOLD_ON, value=day.isoformat())


def remember_check(desk: Desk, at: datetime) -> None:
    """All of the desk was checked and found sound."""
    _remember(desk, Setting.CHECKED_AT, value=moment_text(at))


def choose_calendar_file(desk: Desk, path: Path | None) -> None:
    """Have this calendar file kept up to date from now on, or none."""
    _remember(desk, Setting.CALENDAR_FILE, value="" if path is None else str(path))


def choose_second_backup_folder(desk: Desk, folder: Path | None) -> None:
    """Copy every backup into this folder too from now on; None to do so no more."""
    _remember(desk, Setting.SECOND_BACKUP_FOLDER, value="" if folder is None else str(folder))


def put_cadence_off_on(desk: Desk, person_id: PersonId, day: date) -> None:
    """Ask no more on `day` how often to be in touch with this person."""
    with desk.change(Label.EDIT_MY_DETAILS) as session:
        row = session.get(SettingRow, Setting.CADENCE_PUT_OFF.value)
        before = people_put_off(value_in(row.value), day) if row is not None else []
        _put(session, Setting.CADENCE_PUT_OFF, {"day": day.isoformat(), "people": [*before, person_id]})


def note_day_of_use(desk: Desk, day: date) -> list[date]:
    """Remember that the desk is used on `day`; all the days that are remembered, in their order."""
    with desk.change(Label.EDIT_MY_DETAILS) as session:
        row = session.get(SettingRow, Setting.DAYS_USED.value)
        before = days_in(value_in(row.value)) if row is not None else []
        days = sorted({*before, day})[-_MOST_DAYS:]
        if days != before:
            _put(session, Setting.DAYS_USED, [day.isoformat() for day in days])
    return days


def words_struck_out(session: Session) -> bool:
    """Whether words of rows that are gone wait in the search index, inside a change that is under way."""
    row = session.get(SettingRow, Setting.WORDS_STRUCK_OUT.value)
    return row is not None and value_in(row.value) is True


def note_struck_out_words(session: Session, *, are_there: bool) -> None:
    """Remember whether words of rows that are gone wait in the search index."""
    _put(session, Setting.WORDS_STRUCK_OUT, are_there)


def keep_opened_last(desk: Desk, people: Sequence[PersonId]) -> None:
    """Remember whom the user opened last, before those of earlier days."""
    with desk.change(Label.EDIT_MY_DETAILS) as session:
        row = session.get(SettingRow, Setting.OPENED_LAST.value)
        before = people_in(value_in(row.value)) if row is not None else []
        latest = list(dict.fromkeys([*people, *before]))[:_MOST_OPENED]
        _put(session, Setting.OPENED_LAST, latest)


def _remember(desk: Desk, name: Setting, *, value: object) -> None:
    with desk.change(Label.EDIT_MY_DETAILS) as session:
        _put(session, name, value)


def _put(session: Session, name: Setting, value: object) -> None:
    text = json.dumps(value)
    kept = insert(SettingRow).values(name=name.value, value=text)
    session.execute(kept.on_conflict_do_update(index_elements=["name"], set_={"value": text}))
