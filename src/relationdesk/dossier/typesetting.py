"""How a document is set: words as data, the bundled fonts alone, and the clock at noon of its day.

The words reach typst as data and are never part of a source text, so nothing in them can run. The same words
give the same bytes. What is set is a folder of templates for the moment; neither the words nor the picture
are in a file of it.
"""

import json
import shutil
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import typst

from relationdesk.dossier.legible import breakable, legible
from relationdesk.language.resources import resource

TAGGED: list[str] = ["a-2a", "ua-1"]
_SHARED = "page.typ"
_VERBATIM = {"href", "language", "is", "squares"}


def typeset(
    layout: str,
    words: Mapping[str, Any],
    made_on: date,
    *,
    picture: bytes = b"",
    **how: Any,
) -> Any:
    """Set `words` in a layout of `resources/dossier`, with a picture where it has one; what typst gives back.

    Raises:
        typst.TypstError: it could not be set.
    """
    with TemporaryDirectory(prefix="dossier-") as folder:  # made with mode 0700
        root = Path(folder)
        for template in (layout, _SHARED):
            shutil.copyfile(resource("dossier", template), root / template)
        return typst.compile(
            root / layout,
            root=root,
            font_paths=_fonts(),
            ignore_system_fonts=True,
            sys_inputs={"words": json.dumps(_settable(words)), "picture": json.dumps(list(picture))},
            timestamp=datetime.combine(made_on, time(12), UTC),
            **how,
        )


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[resource("fonts")]
    )


def _settable(words: Any) -> Any:
    """`words` with every text in them legible, and breakable where it is too long for a line."""
    if isinstance(words, str):
        return breakable(legible(words))
    if isinstance(words, list):
        return [_settable(each) for each in words]
    if isinstance(words, dict):
        return {key: each if key in _VERBATIM else _settable(each) for key, each in words.items()}
    return words
