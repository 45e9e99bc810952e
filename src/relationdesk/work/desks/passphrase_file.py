"""A passphrase in a file, in the place of the keychain."""

from pathlib import Path

from relationdesk.work.desks.errors import UnreadablePassphraseError

_LONGEST_LINE = 4096


def passphrase_in(path: Path | None) -> str:
    """The first line of a passphrase file; empty when none was named.

    Raises:
        UnreadablePassphraseError: it cannot be read, or its first line is empty, or no line at all.
    """
    if path is None:
        return ""
    try:
        with path.open(encoding="utf-8-sig") as file:
            line = file.readline(_LONGEST_LINE)
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadablePassphraseError(path) from error
    passphrase = line.rstrip("\r\n")
    if not passphrase or len(line) == _LONGEST_LINE:
        raise UnreadablePassphraseError(path)
    return passphrase
