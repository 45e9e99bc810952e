"""The language that the system is set to."""

import locale
import os

from relationdesk.language.words import Language, language_named

_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def system_language() -> Language:
    """The user's language as the system tells it; English when the program does not speak it."""
    for variable in _VARIABLES:
        if value := os.environ.get(variable):
            return language_named(value)
    return language_named(locale.getlocale()[0])
