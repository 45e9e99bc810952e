"""The little of Markdown that a note is shown with: strong and slanted words, everything else plain.

Nothing in a note is ever loaded or run, so the text becomes runs of letters and no document.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MARKED = re.compile(
    r"\*\*(?P<strong>\S(?:[^*\n]*\S)?)\*\*"
    r"|(?<![\w*])\*(?P<slanted>[^\s*](?:[^*\n]*[^\s*])?)\*(?![\w*])"
    r"|(?<![\w_])_(?P<underscored>[^\s_](?:[^_\n]*[^\s_])?)_(?![\w_])"
    r"|!?\[(?P<named>[^\]\n]*)\]\([^)\s]*\)"
)
_BULLET = re.compile(r"^\s*[-*+] ", re.MULTILINE)
_HEAD = re.compile(r"^(?:#{1,6} +|(?:> ?)+|```.*(?:\n|\Z))", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Run:
    """Letters that look alike."""

    text: str
    is_strong: bool = False
    is_slanted: bool = False


def runs_of(text: str) -> tuple[Run, ...]:
    """`text` as it is shown, in runs; a link is its words, and a mark without its partner stays a sign."""
    return tuple(run for run in _runs(_HEAD.sub("", _BULLET.sub("• ", text))) if run.text)


def on_one_line(runs: tuple[Run, ...], longest: int) -> tuple[Run, ...]:
    """The runs with every break of a line as a space, and no more than `longest` letters."""
    cut: list[Run] = []
    for run in runs:
        if longest <= 0:
            break
        text = re.sub(r"\s+", " ", run.text[:longest])
        longest -= len(text)
        cut.append(Run(text, run.is_strong, run.is_slanted))
    return tuple(cut)


def _runs(text: str) -> Iterator[Run]:
    end = 0
    for found in _MARKED.finditer(text):
        yield Run(text[end : found.start()])
        slanted = found["slanted"] or found["underscored"]
        if found["strong"]:
            yield Run(found["strong"], is_strong=True)
        else:
            yield Run(slanted or found["named"], is_slanted=slanted is not None)
        end = found.end()
    yield Run(text[end:])
