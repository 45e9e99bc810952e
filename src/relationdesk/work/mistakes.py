"""What is said of a mistake of ours where no window can show its report."""

from relationdesk.domain.traces import kind_of, place_of
from relationdesk.language.words import _


def sentence(error: BaseException) -> str:
    """One line without personal data: what kind of error, and where in the program."""
    return _("Something unexpected went wrong ({kind} in {where}). What was kept before is safe.").format(
        kind=kind_of(error), where=place_of(error)
    )
