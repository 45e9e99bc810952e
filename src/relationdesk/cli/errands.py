"""A verb as a message, for the window that has the desk to carry it out."""

from argparse import Namespace
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from relationdesk import __version__
from relationdesk.cli.arguments import changes_desk
from relationdesk.domain.errors import ExpectedError
from relationdesk.language.words import Language

Message = dict[str, Any]


class OtherVersionError(ExpectedError):
    """The window is of another version than the command, and may know other verbs."""


@dataclass(frozen=True, slots=True)
class Errand:
    """What was typed, with the desk and every file by its whole path, and what opens the desk."""

    words: Namespace
    passphrase: str
    language: Language

    def written(self) -> Message:
        """As a message."""
        return {
            "version": __version__,
            "language": self.language.value,
            "passphrase": self.passphrase,
            "words": {name: _plain(value) for name, value in vars(self.words).items()},
        }


def errand_in(message: Message) -> Errand:
    """What a message asks for.

    Raises:
        OtherVersionError: this version of the program would not have sent it.
    """
    try:
        words = Namespace(**{name: _value(plain) for name, plain in message["words"].items()})
        errand = Errand(words, str(message["passphrase"]), Language(message["language"]))
        is_ours = message["version"] == __version__ and changes_desk(words)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise OtherVersionError from error
    if not is_ours:
        raise OtherVersionError
    return errand


def _plain(value: object) -> object:
    if isinstance(value, Path):
        return {"path": str(value.absolute())}
    if isinstance(value, date):
        return {"day": value.isoformat()}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return value


def _value(plain: object) -> object:
    if isinstance(plain, Mapping):
        return Path(str(plain["path"])) if "path" in plain else date.fromisoformat(str(plain["day"]))
    if isinstance(plain, list):
        return [_value(one) for one in plain]
    return plain
