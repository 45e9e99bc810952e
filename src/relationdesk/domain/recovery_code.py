"""The recovery code: 128 random bits, written so that a person can copy them from paper.

Crockford's base 32 (no I, L, O, U), 26 characters, and two characters that catch a slip of the pen, in
seven groups of four.
"""

import hashlib
import secrets

from relationdesk.domain.errors import ExpectedError

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_SLIPS = str.maketrans({"O": "0", "I": "1", "L": "1", "U": "V"})
_BITS_PER_CHARACTER = 5
_BYTES = 16
_LENGTH = 26
_CHECKS = 2
_GROUP = 4
TESTED_LETTERS = 2 * _GROUP
"""How many characters of a copy show that it is right: its last two groups."""


class MistypedCodeError(ExpectedError):
    """A recovery code is too short, too long, or has a slip in it."""


def new_code() -> str:
    """A fresh recovery code, as it is shown and printed."""
    return code_of(secrets.token_bytes(_BYTES))


def code_of(secret: bytes) -> str:
    """The written form of 16 bytes."""
    number = int.from_bytes(secret, "big")
    shifts = range((_LENGTH - 1) * _BITS_PER_CHARACTER, -1, -_BITS_PER_CHARACTER)
    letters = "".join(_ALPHABET[number >> shift & 31] for shift in shifts)
    whole = letters + _checks(secret)
    return "-".join(whole[start : start + _GROUP] for start in range(0, len(whole), _GROUP))


def secret_of(code: str) -> bytes:
    """The 16 bytes that a code stands for; case, spaces, dashes and look-alike letters do not matter.

    Raises:
        MistypedCodeError: the code cannot be right.
    """
    letters = _letters_in(code)
    if len(letters) != _LENGTH + _CHECKS:
        raise MistypedCodeError
    number = 0
    for letter in letters[:_LENGTH]:
        number = number << _BITS_PER_CHARACTER | _ALPHABET.index(letter)
    try:
        secret = number.to_bytes(_BYTES, "big")
    except OverflowError as error:
        raise MistypedCodeError from error
    if letters[_LENGTH:] != _checks(secret):
        raise MistypedCodeError
    return secret


def groups_of(code: str) -> list[str]:
    """The seven groups of four characters that a code is read in."""
    letters = _letters_in(code)
    return [letters[start : start + _GROUP] for start in range(0, len(letters), _GROUP)]


def is_end_of(code: str, typed: str) -> bool:
    """Whether what was typed is the last groups of `code`, two at the least, or all of it."""
    letters = _letters_in(typed)
    return len(letters) >= TESTED_LETTERS and _letters_in(code).endswith(letters)


def _letters_in(code: str) -> str:
    """The characters that count, told apart from those that look like them."""
    return "".join(character for character in code.upper().translate(_SLIPS) if character in _ALPHABET)


def _checks(secret: bytes) -> str:
    digest = hashlib.sha256(secret).digest()
    return "".join(_ALPHABET[byte % len(_ALPHABET)] for byte in digest[:_CHECKS])
