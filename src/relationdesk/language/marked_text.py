"""Notes in markdown, read into a small tree of our own that holds nothing but text.

What is not understood stays as it was typed: there is no HTML, and nothing is ever loaded or run. Screens and
dossiers show notes by walking this tree.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode

DEEPEST: Final = 12
LONGEST: Final = 20_000
"""Letters of a note that is read; of a longer one only the plain lines are shown."""
MOST_BLOCKS: Final = 1_500
_LONGEST_TARGET = 2000
_SAFE = re.compile(r"(?:https?|mailto|tel):", re.IGNORECASE)
_MARK = re.compile(r"[*_`\[\]<#~|\\]|https?:|^ {0,3}(?:[-+>=]|\d{1,9}[.)]\s)|^(?: {4}| *\t)", re.MULTILINE)
_ADDRESS = re.compile(r"https?://[^\s<>\"«»]+", re.IGNORECASE)
_AFTER_ADDRESS = ".,;:!?)]}'\u2019\u201d\u2026"


@dataclass(frozen=True, slots=True)
class Span:
    """Letters that look alike."""

    text: str
    is_strong: bool = False
    is_slanted: bool = False
    is_code: bool = False


@dataclass(frozen=True, slots=True)
class Break:
    """The end of a line inside a paragraph; a `soft` one is how the text was typed and asks for no line."""

    soft: bool = True


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to `target`, which is as it was typed and may be anything."""

    target: str
    words: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture named by `target`, which is as it was typed and may be anything."""

    target: str
    name: str


Inline = Span | Break | Link | Picture


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or a heading of `level` 1 to 6."""

    inlines: tuple[Inline, ...]
    level: int = 0


@dataclass(frozen=True, slots=True)
class Listing:
    """A list; `first` is the number it begins with, None where it has no numbers."""

    first: int | None
    items: tuple[tuple["Block", ...], ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody else said."""

    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Code:
    """Lines that are shown letter by letter."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A line between two parts."""


Block = Paragraph | Listing | Quote | Code | Rule


def is_marked(note: str) -> bool:
    """Whether a note may hold marks, so that the reader of markdown is worth being read in."""
    return _MARK.search(note) is not None


def blocks_of(note: str) -> tuple[Block, ...]:
    """The blocks of a note; one too long, too deeply nested or of too many parts is kept as plain lines."""
    note = note.strip()
    if not is_marked(note):
        return tuple(_paragraphs(note))
    if len(note) > LONGEST:
        return plain_blocks(note)
    tokens = _markdown().parse(note)
    levels = [token.level for token in tokens]
    if max(levels, default=0) > DEEPEST or sum(level == 0 for level in levels) > MOST_BLOCKS:
        return plain_blocks(note)
    from markdown_it.tree import SyntaxTreeNode  # noqa: PLC0415 - see `_markdown`

    return tuple(_blocks(SyntaxTreeNode(tokens).children))


def plain_blocks(note: str) -> tuple[Paragraph, ...]:
    """A note line by line, as it was typed."""
    return tuple(Paragraph((Span(line),)) for line in note.splitlines() if line.strip())


def safe_link(target: str) -> str:
    """`target` when a reader may follow it, to the web, an e-mail address or a telephone; else nothing."""
    fits = len(target) <= _LONGEST_TARGET and target.isprintable() and " " not in target
    return target if fits and _SAFE.match(target) else ""


def words_of(inlines: Iterable[Inline]) -> str:
    """The letters of inlines, without their marks."""
    return "".join(_words(inline) for inline in inlines)


def _words(inline: Inline) -> str:
    match inline:
        case Span():
            return inline.text
        case Link():
            return words_of(inline.words)
        case Picture():
            return inline.name
        case Break():
            return " "


def _take_any(url: str) -> bool:  # noqa: ARG001 - the name is the reader's
    return True


def _as_typed(url: str) -> str:
    return url


@cache
def _markdown() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # noqa: PLC0415 - most notes have no marks

    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": DEEPEST * 4})
    parser.validateLink = _take_any  # type: ignore[method-assign]  # who shows it decides
    parser.normalizeLink = _as_typed  # type: ignore[method-assign]
    return parser.disable(["entity", "html_inline", "html_block", "reference"])


def _paragraphs(note: str) -> Iterator[Paragraph]:
    for part in re.split(r"\n[^\S\n]*\n\s*", note):
        inlines: list[Inline] = []
        for line in part.splitlines():
            inlines += [Break(), Span(line.strip())]
        if inlines:
            yield Paragraph(tuple(inlines[1:]))


def _blocks(nodes: Iterable["SyntaxTreeNode"]) -> Iterator[Block]:
    for node in nodes:
        match node.type:
            case "paragraph":
                yield Paragraph(tuple(_inlines(node.children, Span(""))))
            case "heading":
                yield Paragraph(tuple(_inlines(node.children, Span(""))), level=int(node.tag[1:]))
            case "bullet_list" | "ordered_list":
                first = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None
                yield Listing(first, tuple(tuple(_blocks(item.children)) for item in node.children))
            case "blockquote":
                yield Quote(tuple(_blocks(node.children)))
            case "fence" | "code_block":
                yield Code(tuple(node.content.splitlines()))
            case "hr":
                yield Rule()
            case _:
                yield from (Paragraph((Span(line),)) for line in node.content.splitlines())


def _inlines(nodes: Iterable["SyntaxTreeNode"], look: Span) -> Iterator[Inline]:
    for node in nodes:
        match node.type:
            case "inline":
                yield from _inlines(node.children, look)
            case "strong":
                yield from _inlines(node.children, replace(look, is_strong=True))
            case "em":
                yield from _inlines(node.children, replace(look, is_slanted=True))
            case "link":
                yield from _link(node, look)
            case "image":
                yield Picture(str(node.attrs["src"]), node.content)
            case "hardbreak" | "softbreak":
                yield Break(soft=node.type == "softbreak")
            case "code_inline":
                yield replace(look, text=node.content, is_code=True)
            case _:
                yield from _with_addresses(replace(look, text=node.content))


def _link(node: "SyntaxTreeNode", look: Span) -> Iterator[Inline]:
    """A link, and beside it the pictures that stand in its words."""
    target = str(node.attrs["href"])
    inside = list(_inlines(node.children, look))
    words = [one for inline in inside for one in (inline.words if isinstance(inline, Link) else (inline,))]
    spans = tuple(
        one if isinstance(one, Span) else replace(look, text=" ") for one in words if not _is_picture(one)
    )
    yield from (one for one in words if isinstance(one, Picture))
    yield Link(target, spans if words_of(spans).strip() else (replace(look, text=target),))


def _is_picture(inline: Inline) -> bool:
    return isinstance(inline, Picture)


def _with_addresses(span: Span) -> Iterator[Inline]:
    """Letters, with the addresses of the web among them as links."""
    end = 0
    for found in _ADDRESS.finditer(span.text):
        address = found[0].rstrip(_AFTER_ADDRESS)
        if found.start() > end:
            yield replace(span, text=span.text[end : found.start()])
        yield Link(address, (replace(span, text=address),))
        end = found.start() + len(address)
    if end < len(span.text):
        yield replace(span, text=span.text[end:])
