"""Words that nobody else writes, and the search for them in every file of a folder.

A needle is any text with `MARK` in it, so that one search finds them all, in whatever encoding and case.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

MARK = "zqxjneedle"
_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le")


def needle(number: int, kind: str = "") -> str:
    """A needle of its own; capitals and accents are what folding changes."""
    return f"{MARK.capitalize()}é{kind}{number:04}"


def places_with(folder: Path, secrets: Iterable[bytes] = ()) -> list[str]:
    """The files under `folder` that hold a needle or a secret, and how it is written there."""
    forms = [(name, word) for name, word in _forms(secrets)]
    return sorted(
        f"{path.relative_to(folder)}: {name}"
        for path in folder.rglob("*")
        if path.is_file()
        for name, word in forms
        if word in path.read_bytes().lower()
    )


def forms_in(text: str) -> list[str]:
    """In which encodings a needle stands in a text or in what it holds."""
    content = text.encode("utf-8", "surrogateescape").lower()
    return [name for name, word in _forms(()) if word in content]


def _forms(secrets: Iterable[bytes]) -> Iterator[tuple[str, bytes]]:
    for encoding in _ENCODINGS:
        yield encoding, MARK.encode(encoding)
    for number, secret in enumerate(secrets):
        yield f"secret {number}", secret.lower()
        yield f"secret {number} in hexadecimal", secret.hex().encode()
        yield f"secret {number} in wide letters", secret.hex().encode("utf-16-le")
