"""One clear line for whatever went wrong on the command line."""

from relationdesk.cli.errands import OtherVersionError
from relationdesk.cli.errors import (
    AmbiguousPersonError,
    UnknownPersonError,
    UnsoundDeskError,
    WrongFilterError,
)
from relationdesk.domain.errors import ExpectedError
from relationdesk.domain.filters.mistakes import told_mistake
from relationdesk.language.words import _
from relationdesk.work import errors

_MOST_NAMED = 5


def sentence(error: ExpectedError) -> str:
    """What to tell the user, in the current language."""
    if isinstance(error, (UnknownPersonError, AmbiguousPersonError)):
        return _of_person(error)
    if isinstance(error, WrongFilterError):
        return told_mistake(error.mistake)
    if isinstance(error, OtherVersionError):
        return _("The window of RelationDesk is of another version: close it and open it anew.")
    if isinstance(error, UnsoundDeskError):
        return _(
            "Something is wrong with the desk “{file}”, and it was left as it is. Open the window: it shows "
            "what can be saved and which backup can be put back."
        ).format(file=error.path.name)
    return errors.sentence(error)


def _of_person(error: UnknownPersonError | AmbiguousPersonError) -> str:
    if isinstance(error, UnknownPersonError):
        return _("Nobody called “{name}” is on this desk.").format(name=error.name)
    names = ", ".join(error.names[:_MOST_NAMED])
    return _("Several people could be “{name}”: {names}. Give the whole name.").format(
        name=error.name, names=names
    )
