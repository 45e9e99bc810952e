"""What the user told of themselves, and the small things that a desk remembers for its user.

Today asks for numbers before anything is on the screen; what only other questions need is read in with them.
"""

import json
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from relationdesk.desk.reader import Reader, Statement
from relationdesk.domain.ids import PersonId
from relationdesk.domain.numbers import KEPT_AS, Numbers

if TYPE_CHECKING:
    from relationdesk.domain.hygiene import WordRules
    from relationdesk.domain.locking import LockRules
    from relationdesk.domain.reminding import ReminderRules


class Setting(StrEnum):
    """The name under which something is remembered; the value is JSON."""

    OPENED_LAST = "people.opened_last"
    RECOVERY_CODE_WAITS = "recovery_code.waits"
    LETTERHEAD_OFFERED = "letterhead.offered"
    ASKS_AT_START = "protection.asks_at_start"
    LOCK_AFTER_MINUTES = "lock.after_minutes"
    LOCK_ON_SLEEP = "lock.on_sleep"
    NO_CADENCE_QUESTIONS_ON = "cadence.no_questions_on"
    CADENCE_QUESTIONS_AFTER_IMPORT_ON = "cadence.questions_after_import_on"
    CADENCE_PUT_OFF = "cadence.put_off"
    CALENDAR_FILE = "calendar.file"
    SECOND_BACKUP_FOLDER = "backups.second_folder"
    NUMBERS = KEPT_AS
    REMINDERS = "reminders"
    DIGEST_TOLD_ON = "reminders.digest_told_on"
    DAYS_USED = "desk.days_used"
    CHECKED_AT = "desk.checked_at"
    ODD_WORDS = "notes.odd_words"
    WORDS_STRUCK_OUT = "desk.words_struck_out"


@dataclass(frozen=True, slots=True)
class MyDetails:
    """The consultant's own card: what letterheads and signatures are made of."""

    name: str = ""
    business: str = ""
    email: str = ""
    phone: str = ""
    address: str = ""
    website: str = ""
    signature: str = ""
    home_zone: str = ""
    languages: str = ""

    @property
    def has_letterhead(self) -> bool:
        """Whether a dossier would show whose it is."""
        return bool(self.name or self.business)


@dataclass(frozen=True, slots=True)
class _Kept:
    value: str


_DETAILS = Statement(
    MyDetails,
    """SELECT name, business, email, phone, address, website, signature, home_zone, languages
    FROM my_details WHERE id = 1""",
)
_KEPT = Statement(_Kept, "SELECT value FROM setting WHERE name = :name")


def my_details(reader: Reader) -> MyDetails:
    """The user's own details, empty where nothing was told yet."""
    return reader.ask_one(_DETAILS) or MyDetails()


def wants_letterhead(reader: Reader) -> bool:
    """Whether the letterhead is empty and was never offered."""
    return _value(reader, Setting.LETTERHEAD_OFFERED) is None and not my_details(reader).has_letterhead


def recovery_code_waits(reader: Reader) -> bool:
    """Whether no copy of the recovery code was tested yet."""
    return _value(reader, Setting.RECOVERY_CODE_WAITS) is True


def asks_at_start(reader: Reader) -> bool:
    """Whether the user wants to be asked for the passphrase at each start, whatever the keychain could do."""
    return _value(reader, Setting.ASKS_AT_START) is True


def lock_rules(reader: Reader) -> "LockRules":
    """When the desk locks by itself."""
    from relationdesk.domain.locking import IDLE_MINUTES, LockRules  # noqa: PLC0415 - see above

    minutes = _value(reader, Setting.LOCK_AFTER_MINUTES)
    return LockRules(
        idle_minutes=minutes if isinstance(minutes, int) and minutes in IDLE_MINUTES else None,
        on_sleep=_value(reader, Setting.LOCK_ON_SLEEP) is True,
    )


def opened_last(reader: Reader) -> list[PersonId]:
    """Whom the user opened last before the program was started."""
    return people_in(_value(reader, Setting.OPENED_LAST))


def asks_cadence_on(reader: Reader, day: date) -> bool:
    """Whether the user may be asked for cadences on `day`."""
    return _value(reader, Setting.NO_CADENCE_QUESTIONS_ON) != day.isoformat()


def asks_cadence_after_import_on(reader: Reader, day: date) -> bool:
    """Whether people came in on `day`, so that the user is asked beside whatever is due."""
    return _value(reader, Setting.CADENCE_QUESTIONS_AFTER_IMPORT_ON) == day.isoformat()


def cadence_put_off_on(reader: Reader, day: date) -> list[PersonId]:
    """Of whom the user did not want to say on `day` how often to be in touch."""
    return people_put_off(_value(reader, Setting.CADENCE_PUT_OFF), day)


def numbers(reader: Reader) -> Numbers:
    """The numbers that the rules go by, as the user wants them."""
    return numbers_in(_value(reader, Setting.NUMBERS))


def numbers_in(value: object) -> Numbers:
    """The numbers that a remembered value tells; those that one begins with where it cannot be read."""
    return Numbers.told_by(value)


def word_rules(reader: Reader) -> "WordRules":
    """Which words the user wants pointed out in notes as well, and which never."""
    from relationdesk.domain.hygiene import WordRules  # noqa: PLC0415 - see above

    kept = _value(reader, Setting.ODD_WORDS)
    return WordRules(_words(kept, "also"), _words(kept, "never"))


def _words(kept: object, name: str) -> tuple[str, ...]:
    words = kept.get(name) if isinstance(kept, dict) else None
    return tuple(word for word in words if isinstance(word, str)) if isinstance(words, list) else ()


def reminder_rules(reader: Reader) -> "ReminderRules":
    """How the user wants to be reminded."""
    from relationdesk.work.settings.reminder_values import rules_in  # noqa: PLC0415 - see above

    return rules_in(_value(reader, Setting.REMINDERS))


def digest_told_on(reader: Reader) -> date | None:
    """The last day whose digest was told."""
    kept = _value(reader, Setting.DIGEST_TOLD_ON)
    try:
        return date.fromisoformat(kept) if isinstance(kept, str) else None
    except ValueError:
        return None


def checked_at(reader: Reader) -> datetime | None:
    """When the desk was last found sound by a check of all of it."""
    value = _value(reader, Setting.CHECKED_AT)
    try:
        return datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def calendar_file(reader: Reader) -> Path | None:
    """The calendar file that is kept up to date; None while there is none."""
    kept = _value(reader, Setting.CALENDAR_FILE)
    return Path(kept) if isinstance(kept, str) and kept else None


def second_backup_folder(reader: Reader) -> Path | None:
    """The second folder into which backups are copied; it may be away."""
    kept = _value(reader, Setting.SECOND_BACKUP_FOLDER)
    return Path(kept) if isinstance(kept, str) and kept else None


def people_put_off(value: object, day: date) -> list[PersonId]:
    """The people that a remembered value puts off on `day`; none for another day or anything else."""
    if not isinstance(value, dict) or value.get("day") != day.isoformat():
        return []
    return people_in(value.get("people"))


def days_used(reader: Reader) -> list[date]:
    """The days on which the desk was used, the latest of them."""
    return days_in(_value(reader, Setting.DAYS_USED))


def days_in(value: object) -> list[date]:
    """The days that a remembered value lists; none for anything else."""
    if not isinstance(value, list):
        return []
    return [day for one in value if isinstance(one, str) and (day := _day_in(one)) is not None]


def people_in(value: object) -> list[PersonId]:
    """The people whose ids a remembered value lists; none for anything else."""
    if not isinstance(value, list):
        return []
    return [PersonId(one) for one in value if isinstance(one, int)]


def _day_in(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _value(reader: Reader, name: Setting) -> object:
    kept = reader.ask_one(_KEPT, name=name.value)
    return None if kept is None else value_in(kept.value)


def value_in(text: str) -> object:
    """The value that a remembered text stands for; None for one that cannot be read."""
    try:
        return json.loads(text)
    except ValueError:
        return None
