"""The sentences of the standard argument reader, so that it speaks the user's language too.

`argparse` looks its own sentences up through a function of its module; `speak_our_language` puts ours there.
"""

import argparse

from relationdesk.language.words import _
from relationdesk.language.words import _ as translated


def speak_our_language() -> None:
    """Have `argparse` say its sentences in the current language."""
    vars(argparse)["_"] = _said


def _said(text: str | None) -> str | None:
    """A sentence of `argparse`, which also asks for none; the white space round it is layout and stays."""
    if text is None:
        return None
    words = text.strip()
    return text.replace(words, translated(words))


def spoken() -> tuple[str, ...]:
    """What `argparse` can say here, in the current language; named so that the catalogue holds it."""
    return (
        _("usage:"),
        _("positional arguments"),
        _("%(prog)s: error: %(message)s"),
        _("argument %(argument_name)s: %(message)s"),
        _("the following arguments are required: %s"),
        _("unrecognized arguments: %s"),
        _("invalid choice: %(value)r (choose from %(choices)s)"),
        _("expected one argument"),
        _("expected at least one argument"),
        _("ambiguous option: %(option)s could match %(matches)s"),
        _("ignored explicit argument %r"),
    )
