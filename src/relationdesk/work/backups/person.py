"""Bringing one person back from a backup, as they were then."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy.exc import IntegrityError

from relationdesk.desk.backups.belongings import as_in
from relationdesk.desk.backups.errors import Unfit, UnfitBackupError
from relationdesk.desk.bundles.applying import apply_changes
from relationdesk.desk.bundles.visiting import at_rest
from relationdesk.desk.connection import Connection
from relationdesk.desk.desk import Desk
from relationdesk.desk.errors import DamagedDeskError, UnfitRowError
from relationdesk.desk.files import DeskFiles
from relationdesk.desk.key import DeskKey
from relationdesk.desk.reader import Reader, Statement
from relationdesk.desk.shapes import shapes
from relationdesk.domain.comparing.matters import matters
from relationdesk.domain.comparing.merging import planned
from relationdesk.domain.errors import NotFoundError
from relationdesk.domain.ids import PersonId
from relationdesk.domain.labels import Label


@dataclass(frozen=True, slots=True)
class PersonState:
    """How a person stood at a time: what tells them apart, and how much there was about them."""

    name: str
    city: str
    is_in_trash: bool
    entries: int
    last_on: date | None
    follow_ups: int
    promises: int
    partnerships: int
    preferences: int
    facts: int
    attachments: int


@dataclass(frozen=True, slots=True)
class Beside:
    """A person as they were in a backup, and as they are now; None for one who is not on the desk."""

    then: PersonState
    now: PersonState | None


_STATE = Statement(
    PersonState,
    """
    SELECT person.display_name AS name, person.city AS city, person.trashed_at IS NOT NULL AS is_in_trash,
      (SELECT count(*) FROM participant WHERE participant.person_id = person.id) AS entries,
      (SELECT max(interaction.happened_on) FROM participant
        JOIN interaction ON interaction.id = participant.interaction_id
        WHERE participant.person_id = person.id) AS last_on,
      (SELECT count(*) FROM follow_up
        WHERE follow_up.person_id = person.id AND follow_up.state = 'open') AS follow_ups,
      (SELECT count(*) FROM promise
        WHERE promise.person_id = person.id AND promise.state = 'open') AS promises,
      (SELECT count(*) FROM partnership WHERE partnership.person_id = person.id) AS partnerships,
      (SELECT count(*) FROM preference WHERE preference.person_id = person.id) AS preferences,
      (SELECT count(*) FROM fact WHERE fact.person_id = person.id) AS facts,
      (SELECT count(*) FROM attachment WHERE attachment.person_id = person.id) AS attachments
    FROM person WHERE person.id = :person
    """,
)


def state_in(backup: Path, key: DeskKey, person_id: PersonId) -> PersonState:
    """How a person stood when a backup was made.

    Raises:
        NotFoundError: they are not in it.
        UnfitBackupError, NewerBackupError: it cannot be read.
    """
    with _reading(backup, key) as there:
        found = Reader(there, backup).ask_one(_STATE, person=person_id)
    if found is None:
        raise NotFoundError("person", person_id)
    return found


def state_now(reader: Reader, person_id: PersonId) -> PersonState | None:
    """How a person stands on the desk; None for one who is not on it."""
    return reader.ask_one(_STATE, person=person_id)


def bring_person_back(desk: Desk, backup: Path, person_id: PersonId) -> int:
    """Make a person, and all that belongs to them, as they were when a backup was made; one change.

    What happened with others too stays as it is told now. Returns how many rows became different.

    Raises:
        NotFoundError: the person is not in the backup.
        UnfitBackupError, NewerBackupError: it cannot be read, or does not fit together; nothing was changed.
    """
    try:
        with _reading(backup, desk.key) as there, desk.change(Label.BRING_BACK_PERSON) as session:
            if Reader(there, backup).ask_one(_STATE, person=person_id) is None:
                raise NotFoundError("person", person_id)
            connection = session.connection()
            here: Connection = connection.connection.driver_connection
            found = as_in(there, here, person_id)
            plan = planned(shapes(), matters(shapes(), found), {})
            apply_changes(connection, plan.changes, there)
            desk.writer.identities.rise_above(
                max(
                    (part for change in plan.changes for part in change.key if isinstance(part, int)),
                    default=0,
                )
            )
    except (IntegrityError, UnfitRowError) as error:
        raise UnfitBackupError(backup, Unfit.DAMAGED) from error
    return len(plan.changes)


@contextmanager
def _reading(backup: Path, key: DeskKey) -> Iterator[Connection]:
    """A connection to what a backup holds, in the schema of today."""
    try:
        with at_rest(DeskFiles(backup), key) as there:
            yield there
    except (DamagedDeskError, ValueError) as error:
        raise UnfitBackupError(backup, Unfit.DAMAGED) from error
