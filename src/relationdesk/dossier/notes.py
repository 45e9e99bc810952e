"""Notes in markdown, read into a small tree of our own that holds nothing but text.

A block is `{"is": "text" | "list" | "quote" | "code", ...}`; a span is `{"s": text}` with `b`, `i`
or `code` when set so, and `href` for a link to the web, an e-mail address or a phone. What is not
understood stays as it was typed; nothing is ever loaded or run.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

Block = dict[str, Any]
Span = dict[str, Any]

_PLAIN = re.compile(r"[^\n*_`\[\]<>#~|!\\+=\-]*")
_DEEPEST = 12
_MARKS: dict[str, Span] = {"strong": {"b": True}, "em": {"i": True}}
_LONGEST_LINK = 2000
_SAFE_LINK = re.compile(r"(?:https?|mailto|tel):", re.IGNORECASE)


def blocks_of(note: str) -> list[Block]:
    """The blocks of a note; one nested too deeply to be set is kept as plain lines."""
    note = note.strip()
    if not note:
        return []
    if _PLAIN.fullmatch(note):
        return [_text([{"s": note}])]
    tokens = _markdown().parse(note)
    if max((token.level for token in tokens), default=0) > _DEEPEST:
        return [_text([{"s": line}]) for line in note.splitlines() if line.strip()]
    return _blocks(SyntaxTreeNode(tokens).children)


def safe_link(target: str) -> str:
    """`target` when a reader may follow it from a document, else nothing."""
    fits = len(target) <= _LONGEST_LINK and target.isprintable()
    return target if fits and _SAFE_LINK.match(target) else ""


@cache
def _markdown() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": _DEEPEST * 4})
    return parser.disable(["entity", "html_inline", "html_block", "reference"])


def _text(spans: list[Span]) -> Block:
    return {"is": "text", "spans": spans}


def _blocks(nodes: Iterable[SyntaxTreeNode]) -> list[Block]:
    found: list[Block] = []
    for node in nodes:
        found.extend(_block(node))
    return found


def _block(node: SyntaxTreeNode) -> list[Block]:
    match node.type:
        case "paragraph":
            return [_text(_spans(node.children, {}))]
        case "heading":
            return [_text(_spans(node.children, {"b": True}))]
        case "bullet_list" | "ordered_list":
            items = [_blocks(item.children) for item in node.children]
            first = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else 0
            return [{"is": "list", "first": first, "items": items}]
        case "blockquote":
            return [{"is": "quote", "blocks": _blocks(node.children)}]
        case "fence" | "code_block":
            return [{"is": "code", "lines": node.content.splitlines()}]
        case _:
            return [_text([{"s": node.content}])] if node.content else []


def _spans(nodes: Iterable[SyntaxTreeNode], style: Span) -> list[Span]:
    found: list[Span] = []
    for node in nodes:
        found.extend(_span(node, style))
    return found


def _span(node: SyntaxTreeNode, style: Span) -> list[Span]:
    if node.type == "link":
        return _link(node, style)
    if node.type == "inline" or node.type in _MARKS:
        return _spans(node.children, style | _MARKS.get(node.type, {}))
    return [_leaf(node, style)]


def _leaf(node: SyntaxTreeNode, style: Span) -> Span:
    match node.type:
        case "hardbreak":
            return {"br": True}
        case "softbreak":
            return {"s": " ", **style}
        case "image":
            return {"s": node.content or str(node.attrs["src"]), **style, "i": True}
        case "code_inline":
            return {"s": node.content, **style, "code": True}
        case _:
            return {"s": node.content, **style}


def _link(node: SyntaxTreeNode, style: Span) -> list[Span]:
    """The words of a link; on paper its target has to be seen as well."""
    target = str(node.attrs["href"])
    words = _spans(node.children, {**style, "href": safe_link(target)})
    if "".join(str(span.get("s", "")) for span in words).strip() in target:
        return words
    return [*words, {"s": f" ({target})", **style, "small": True}]
