"""Keeping the user's own details, and remembering small things that are no steps of undo."""

import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import date, datetime
from pathlib import Path
from typing import Final

from relationdesk.desk.connection import Connection
from relationdesk.desk.desk import Desk
from relationdesk.desk.last_talk import count_some_again
from relationdesk.desk.moments import moment_text
from relationdesk.domain.hygiene import WordRules
from relationdesk.domain.ids import PersonId
from relationdesk.domain.labels import Label
from relationdesk.domain.locking import LockRules
from relationdesk.domain.numbers import Numbers
from relationdesk.domain.reminding import ReminderRules
from relationdesk.domain.texts import many_lines
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
_COUNTED_AT_ONCE: Final = 1_000
"""People whose last talk is counted again in one change: other changes wait for as long."""
_KEPT = "SELECT value FROM setting WHERE name = :name"
KEEP = """
    INSERT INTO setting (name, value) VALUES (:name, :value)
    ON CONFLICT (name) DO UPDATE SET value = excluded.value
"""
"""Remember a text under a name, in place of the one before."""
_KEEP_MY_DETAILS = """
    INSERT INTO my_details
      (id, name, business, email, phone, address, website, signature, home_zone, languages)
    VALUES (1, :name, :business, :email, :phone, :address, :website, :signature, :home_zone, :languages)
    ON CONFLICT (id) DO UPDATE SET
      (name, business, email, phone, address, website, signature, home_zone, languages)
      = (:name, :business, :email, :phone, :address, :website, :signature, :home_zone, :languages)
    WHERE (name, business, email, phone, address, website, signature, home_zone, languages)
      IS NOT (:name, :business, :email, :phone, :address, :website, :signature, :home_zone, :languages)
"""
"""What stays as it was is no step of undo."""


def keep_my_details(desk: Desk, details: MyDetails) -> None:
    """Keep the user's own details as they are told now."""
    told = {name: many_lines(value) for name, value in asdict(details).items()}
    with desk.change_plainly(Label.EDIT_MY_DETAILS) as connection:
        connection.execute(_KEEP_MY_DETAILS, told)


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
    with desk.change_plainly(Label.EDIT_MY_DETAILS) as connection:
        _put(connection, Setting.LOCK_AFTER_MINUTES, rules.idle_minutes)
        _put(connection, Setting.LOCK_ON_SLEEP, rules.on_sleep)


def ask_no_cadence_on(desk: Desk, day: date) -> None:
    """Ask for no more cadences on `day`."""
    _remember(desk, Setting.NO_CADENCE_QUESTIONS_ON, value=day.isoformat())


def ask_cadence_after_import_on(desk: Desk, day: date) -> None:
    """People came in: ask for cadences on `day` whatever is due."""
    _remember(desk, Setting.CADENCE_QUESTIONS_AFTER_IMPORT_ON, value=day.isoformat())


def choose_numbers(desk: Desk, numbers: Numbers) -> None:
    """Have the rules go by these numbers from now on.

    Where a message counts as answered within another number of days, everybody waits for `go_on_counting`.
    """
    _remember(desk, Setting.NUMBERS, value=asdict(numbers))


def go_on_counting(desk: Desk) -> bool:
    """Count again when the user last talked with some of those who wait for it; whether there were any."""
    with desk.change_plainly(Label.EDIT_MY_DETAILS) as connection:
        return count_some_again(connection, _COUNTED_AT_ONCE)


def choose_reminder_rules(desk: Desk, rules: ReminderRules) -> None:
    """Have the user reminded by these rules from now on."""
    _remember(desk, Setting.REMINDERS, value=value_of(rules))


def silence_reminders(desk: Desk, until: datetime | None) -> None:
    """Tell nothing before a moment, or tell again; the other rules of reminding stay."""
    with desk.change_plainly(Label.EDIT_MY_DETAILS) as connection:
        rules = rules_in(_kept(connection, Setting.REMINDERS))
        _put(connection, Setting.REMINDERS, value_of(replace(rules, silent_until=until)))


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
    with desk.change_plainly(Label.EDIT_MY_DETAILS) as connection:
        before = people_put_off(_kept(connection, Setting.CADENCE_PUT_OFF), day)
        _put(connection, Setting.CADENCE_PUT_OFF, {"day": day.isoformat(), "people": [*before, person_id]})


def note_day_of_use(desk: Desk, day: date) -> list[date]:
    """Remember that the desk is used on `day`; all the days that are remembered, in their order."""
    with desk.change_plainly(Label.EDIT_MY_DETAILS) as connection:
        before = days_in(_kept(connection, Setting.DAYS_USED))
        days = sorted({*before, day})[-_MOST_DAYS:]
        if days != before:
            _put(connection, Setting.DAYS_USED, [day.isoformat() for day in days])
    return days


def words_struck_out(connection: Connection) -> bool:
    """Whether words of rows that are gone wait in the search index, inside a change that is under way."""
    return _kept(connection, Setting.WORDS_STRUCK_OUT) is True


def note_struck_out_words(connection: Connection, *, are_there: bool) -> None:
    """Remember whether words of rows that are gone wait in the search index."""
    _put(connection, Setting.WORDS_STRUCK_OUT, are_there)


def keep_opened_last(desk: Desk, people: Sequence[PersonId]) -> None:
    """Remember whom the user opened last, before those of earlier days."""
    with desk.change_plainly(Label.EDIT_MY_DETAILS) as connection:
        before = people_in(_kept(connection, Setting.OPENED_LAST))
        latest = list(dict.fromkeys([*people, *before]))[:_MOST_OPENED]
        _put(connection, Setting.OPENED_LAST, latest)


def remember_word_rules(desk: Desk, rules: WordRules) -> None:
    """Keep which words are pointed out in notes as well, and which never."""
    _remember(desk, Setting.ODD_WORDS, value={"also": rules.also, "never": rules.never})


def _remember(desk: Desk, name: Setting, *, value: object) -> None:
    with desk.change_plainly(Label.EDIT_MY_DETAILS) as connection:
        _put(connection, name, value)


def _kept(connection: Connection, name: Setting) -> object:
    """What is remembered under a name, as JSON told it; None for nothing."""
    found = connection.execute(_KEPT, {"name": name.value}).fetchone()
    return None if found is None else value_in(found[0])


def _put(connection: Connection, name: Setting, value: object) -> None:
    connection.execute(KEEP, {"name": name.value, "value": json.dumps(value)})
