"""How the desk is protected, in words."""

from relationdesk.language.words import _, plural
from relationdesk.work.desks.protection import InKeychain

_HOUR = 60


def in_words(in_keychain: InKeychain, *, has_passphrase: bool) -> str:
    """What opens the desk on this computer and elsewhere."""
    if in_keychain is InKeychain.HELD:
        return (
            _(
                "The desk is encrypted. On this computer it opens by itself, for the keychain holds its key; "
                "elsewhere your passphrase or the recovery code opens it."
            )
            if has_passphrase
            else _(
                "The desk is encrypted. On this computer it opens by itself, for the keychain holds its key; "
                "elsewhere only the recovery code opens it."
            )
        )
    if has_passphrase:
        return _("The desk is encrypted. Your passphrase opens it at each start, or else the recovery code.")
    return _(
        "The desk is encrypted, and only the recovery code will open it: the keychain does not hold its key, "
        "and there is no passphrase. Set one now."
    )


def keychain_words(in_keychain: InKeychain) -> str:
    """What is known of the keychain of this computer."""
    return {
        InKeychain.HELD: _("It holds the key of the desk."),
        InKeychain.NOT_HELD: _("It does not hold the key of the desk."),
        InKeychain.NO_KEYCHAIN: _("This computer has none that answers and may be trusted with a key."),
    }[in_keychain]


def idle_words(minutes: int | None) -> str:
    """After how long the desk locks when it is left alone."""
    if minutes is None:
        return _("Never")
    if minutes >= _HOUR:
        return plural("After {n} hour", "After {n} hours", minutes // _HOUR)
    return plural("After {n} minute", "After {n} minutes", minutes)
