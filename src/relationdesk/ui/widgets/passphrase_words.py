"""What is said of a passphrase that cannot be taken."""

from relationdesk.domain.passphrases import SHORTEST, Unfit
from relationdesk.language.words import _


def unfit_words(unfit: Unfit) -> str:
    """Why it cannot be taken, and what would be better."""
    if unfit is Unfit.SHORT:
        return _("A passphrase needs at least {count} characters; four words make a good one.").format(
            count=SHORTEST
        )
    return _("The two passphrases are not the same.")
