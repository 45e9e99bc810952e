"""Notes as a layout sets them: the blocks of their markdown as plain values.

A block is `{"is": "text" | "list" | "quote" | "code", ...}`; a span is `{"s": text}` with `b`, `i`
or `code` when set so, and `href` for a link to the web, an e-mail address or a phone. What is not
understood stays as it was typed; nothing is ever loaded or run.
"""

from collections.abc import Iterable
from typing import Any

from relationdesk.domain.pictures import digests_in
from relationdesk.language.marked_text import (
    Block,
    Break,
    Code,
    Inline,
    Link,
    Listing,
    Paragraph,
    Picture,
    Quote,
    Rule,
    Span,
    safe_link,
    words_of,
)
from relationdesk.language.marked_text import blocks_of as marked_blocks


def blocks_of(note: str) -> list[dict[str, Any]]:
    """The blocks of a note; one nested too deeply to be set is kept as plain lines."""
    return _set(marked_blocks(note))


def _set(blocks: Iterable[Block]) -> list[dict[str, Any]]:
    return [_block(block) for block in blocks if not isinstance(block, Rule)]


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Paragraph():
            style = {"b": True} if block.level else {}
            return {"is": "text", "spans": _spans(block.inlines, style)}
        case Listing():
            return {"is": "list", "first": block.first or 0, "items": [_set(item) for item in block.items]}
        case Quote():
            return {"is": "quote", "blocks": _set(block.blocks)}
        case Code():
            return {"is": "code", "lines": list(block.lines)}
        case Rule():
            raise AssertionError(block)


def _spans(inlines: Iterable[Inline], style: dict[str, Any]) -> list[dict[str, Any]]:
    return [span for inline in inlines for span in _inline(inline, style)]


def _inline(inline: Inline, style: dict[str, Any]) -> list[dict[str, Any]]:
    match inline:
        case Span():
            return [_span(inline, style)]
        case Break():
            return [{"s": " ", **style} if inline.soft else {"br": True}]
        case Picture():
            return [{"s": inline.name or inline.target, **style, "i": True}]
        case Link():
            return _link(inline, style)


def _span(span: Span, style: dict[str, Any]) -> dict[str, Any]:
    marks = {"b": span.is_strong, "i": span.is_slanted, "code": span.is_code}
    return {"s": span.text, **style, **{mark: True for mark, is_set in marks.items() if is_set}}


def _link(link: Link, style: dict[str, Any]) -> list[dict[str, Any]]:
    """The words of a link; on paper its target has to be seen as well."""
    words = [_span(span, {**style, "href": safe_link(link.target)}) for span in link.words]
    if digests_in(link.target) or words_of(link.words).strip() in link.target:
        return words
    return [*words, {"s": f" ({link.target})", **style, "small": True}]
