"""What a passphrase has to be."""

from enum import Enum, auto

SHORTEST = 8


class Unfit(Enum):
    """Why a passphrase cannot be taken as it was typed."""

    SHORT = auto()
    NOT_THE_SAME = auto()


def unfit(passphrase: str, again: str) -> Unfit | None:
    """What is wrong with a passphrase that was typed twice; None when it can be taken."""
    if len(passphrase) < SHORTEST:
        return Unfit.SHORT
    return None if passphrase == again else Unfit.NOT_THE_SAME
