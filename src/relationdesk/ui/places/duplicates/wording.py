"""Why two people may be the same, in words."""

from relationdesk.domain.duplicates import Reason
from relationdesk.language.words import _


def reasons_text(reasons: tuple[Reason, ...]) -> str:
    """The reasons in one line."""
    words = {
        Reason.EMAIL: _("same e-mail"),
        Reason.PHONE: _("same phone"),
        Reason.HANDLE: _("same account"),
        Reason.SAME_NAME: _("same name"),
        Reason.NAMES_ALIKE: _("names alike"),
    }
    return ", ".join(words[reason] for reason in reasons)
