"""Whether somebody else went into a person's record."""

from relationdesk.desk.reader import Reader
from relationdesk.domain.ids import PersonId

_IS_MERGED = "SELECT EXISTS (SELECT 1 FROM merger WHERE kept_id = :person)"


def is_merged(reader: Reader, person_id: PersonId) -> bool:
    """Whether there is somebody to take apart from this person."""
    return bool(reader.number(_IS_MERGED, person=person_id))
