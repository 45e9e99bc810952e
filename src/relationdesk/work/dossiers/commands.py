"""Writing dossiers."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from relationdesk.desk.files import write_whole
from relationdesk.desk.reader import Reader
from relationdesk.domain.ids import PersonId
from relationdesk.dossier.content import Dossier
from relationdesk.dossier.pdf import pdf_of
from relationdesk.work.dossiers.queries import dossier_of
from relationdesk.work.files import writing


@dataclass(frozen=True, slots=True)
class WrittenDossier:
    """A dossier on the disk; `plain` when it could not be tagged for screen readers."""

    path: Path
    plain: bool


def write_dossier(reader: Reader, person_id: PersonId, path: Path, *, today: date) -> WrittenDossier:
    """Write the internal brief about a person as a PDF, in the current language.

    Raises:
        NotFoundError: the person is no longer on the desk.
        TypesettingError: the document could not be set.
        UnwritableFileError, FullDiskError: the file cannot be written; what was there is unharmed.
    """
    return typeset(gathered(reader, person_id, today=today), path)


def gathered(reader: Reader, person_id: PersonId, *, today: date) -> Dossier:
    """What the internal brief about a person shows, as of one moment.

    Raises:
        NotFoundError: the person is no longer on the desk.
    """
    with reader.one_moment():
        return dossier_of(reader, person_id, today)


def typeset(dossier: Dossier, path: Path) -> WrittenDossier:
    """Write what was gathered as a PDF; needs no desk, so that nobody waits for it.

    Raises:
        TypesettingError: the document could not be set.
        UnwritableFileError, FullDiskError: the file cannot be written; what was there is unharmed.
    """
    result = pdf_of(dossier)
    with writing(path):
        write_whole(path, result.content)
    return WrittenDossier(path, result.plain)
