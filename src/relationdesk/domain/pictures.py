"""What a picture is, told by its first bytes and never by its name; how a text names files of the desk."""

import re
from typing import Final

_ATTACHED: Final = "attachment:"
_DIGEST: Final = re.compile(_ATTACHED + r"([0-9a-f]{64})(?![0-9a-f])")
_MARK: Final = re.compile(r"\[([^\[\]\n]*)\]\(" + _DIGEST.pattern + r"\)")


def picture_mark(name: str, digest: str) -> str:
    """What stands in a note for a picture that is kept on the desk."""
    return f"![{_plain(name)}]({_ATTACHED}{digest})"


def file_mark(name: str, digest: str) -> str:
    """What stands in a note for a file that is kept on the desk."""
    return f"[{_plain(name)}]({_ATTACHED}{digest})"


def digests_in(text: str) -> tuple[str, ...]:
    """The hashes of the files that a text names, each once."""
    return tuple(dict.fromkeys(_DIGEST.findall(text)))


def file_of(target: str) -> str:
    """The hash of the file of the desk that a link leads to; empty for one that leads elsewhere."""
    found = _DIGEST.fullmatch(target)
    return found[1] if found else ""


def files_named_in(text: str) -> dict[str, str]:
    """The names that a text gives to files, by their hashes; the first name of each."""
    named: dict[str, str] = {}
    for name, digest in _MARK.findall(text):
        named.setdefault(digest, name)
    return named


def _plain(name: str) -> str:
    return re.sub(r"[\[\]\\\n]+", " ", name).strip()


def media_type_of(content: bytes) -> str:
    """`image/jpeg`, `image/png` or `image/webp` as the first bytes show, or an empty text for all else."""
    if content.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    return ""
