"""Notes written into a document of Qt's, block by block, letter by letter: nothing of a note becomes HTML."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QUrl
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextImageFormat,
    QTextListFormat,
)

from relationdesk.domain.pictures import file_of
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
)
from relationdesk.language.words import _
from relationdesk.ui.theme.palette import tokens_now
from relationdesk.ui.theme.tokens import FontSize, Space

_LINE_SEPARATOR: Final = "\u2028"
_TITLE_LEVEL: Final = 2
_RULE: Final = "\u2500" * 12

Pictures = Callable[[str], QImage | None]
"""Answers with the picture that a target names, or None where it names none that is there."""


def no_pictures(_target: str) -> None:
    """Pictures of a text that has none."""


@dataclass(frozen=True, slots=True)
class _Place:
    """How deep a block stands: in a list, and in quotes."""

    indent: int = 0
    quoted: int = 0


class BlockWriter:
    """Writes blocks at the end of an empty document, in lines `line` pixels high."""

    def __init__(
        self,
        document: QTextDocument,
        line: int,
        pictures: Pictures = no_pictures,
        *,
        leads_to_files: bool = False,
    ) -> None:
        """Where it `leads_to_files`, the words for a file of the desk are a link to it."""
        self._document = document
        self._cursor = QTextCursor(document)
        self._line = line
        self._pictures = pictures
        self._leads_to_files = leads_to_files
        self._tokens = tokens_now()
        self._is_empty = True

    def write(self, blocks: Iterable[Block]) -> None:
        """Write all of these."""
        self._cursor.beginEditBlock()
        self._write(blocks, _Place())
        self._cursor.endEditBlock()

    def _write(self, blocks: Iterable[Block], place: _Place) -> None:
        for block in blocks:
            self._write_block(block, place)

    def _write_block(self, block: Block, place: _Place) -> None:
        match block:
            case Paragraph():
                self._begin(place, has_picture=any(isinstance(one, Picture) for one in block.inlines))
                self._write_inlines(block.inlines, self._look(place, block.level))
            case Listing():
                self._write_list(block, place)
            case Quote():
                self._write(block.blocks, _Place(place.indent, place.quoted + 1))
            case Code():
                self._begin(place)
                look = self._look(place)
                look.setBackground(QColor(self._tokens.rail))
                self._cursor.insertText(_LINE_SEPARATOR.join(block.lines), look)
            case Rule():
                self._begin(place)
                look = self._look(place)
                look.setForeground(QColor(self._tokens.line))
                self._cursor.insertText(_RULE, look)

    def _write_list(self, listing: Listing, place: _Place) -> None:
        looks = QTextListFormat()
        is_numbered = listing.first is not None
        looks.setStyle(QTextListFormat.Style.ListDecimal if is_numbered else QTextListFormat.Style.ListDisc)
        looks.setStart(listing.first if listing.first is not None else 1)
        looks.setIndent(place.indent + 1)
        made = None
        for item in listing.items:
            within = _Place(place.indent + 1, place.quoted)
            first, *others = item or (Paragraph(()),)
            head = first if isinstance(first, Paragraph) else Paragraph(())
            self._write_block(head, place)
            if made is None:
                made = self._cursor.createList(looks)
            else:
                made.add(self._cursor.block())
            self._write(others if head is first else item, within)

    def _begin(self, place: _Place, *, has_picture: bool = False) -> None:
        if not self._is_empty:
            self._cursor.insertBlock()
        shape = QTextBlockFormat()
        kind = QTextBlockFormat.LineHeightTypes
        if has_picture:
            shape.setLineHeight(0, kind.SingleHeight.value)
        else:
            shape.setLineHeight(self._line, kind.FixedHeight.value)
        shape.setIndent(place.indent)
        shape.setLeftMargin(place.quoted * Space.LARGE)
        shape.setTopMargin(0 if self._is_empty or place.indent else Space.TIGHT)
        self._cursor.setBlockFormat(shape)
        self._is_empty = False

    def _look(self, place: _Place, level: int = 0) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setFontWeight(QFont.Weight.DemiBold if level else QFont.Weight.Normal)
        if 0 < level <= _TITLE_LEVEL:
            look.setProperty(QTextCharFormat.Property.FontPixelSize, int(FontSize.HEADING))
        if place.quoted:
            look.setForeground(QColor(self._tokens.ink2))
            look.setFontItalic(True)
        return look

    def _write_inlines(self, inlines: Iterable[Inline], look: QTextCharFormat) -> None:
        for inline in inlines:
            match inline:
                case Span():
                    self._write_span(inline, look)
                case Break():
                    self._cursor.insertText(_LINE_SEPARATOR, look)
                case Link():
                    self._write_link(inline, look)
                case Picture():
                    self._write_picture(inline, look)

    def _write_span(self, span: Span, look: QTextCharFormat) -> None:
        own = QTextCharFormat(look)
        if span.is_strong:
            own.setFontWeight(QFont.Weight.DemiBold)
        if span.is_slanted:
            own.setFontItalic(True)
        if span.is_code:
            own.setBackground(QColor(self._tokens.rail))
        self._cursor.insertText(span.text, own)

    def _write_link(self, link: Link, look: QTextCharFormat) -> None:
        target = safe_link(link.target)
        if self._leads_to_files and file_of(link.target):
            target = link.target
        own = QTextCharFormat(look)
        if target:
            own.setAnchor(True)
            own.setAnchorHref(target)
            own.setForeground(QColor(self._tokens.info))
            own.setFontUnderline(True)
        for span in link.words:
            self._write_span(span, own)

    def _write_picture(self, picture: Picture, look: QTextCharFormat) -> None:
        image = self._pictures(picture.target)
        if image is None:
            own = QTextCharFormat(look)
            own.setFontItalic(True)
            name = picture.name or picture.target
            self._cursor.insertText(_("[picture: {name}]").format(name=name), own)
            return
        address = QUrl(f"shown:{image.cacheKey()}")
        self._document.addResource(QTextDocument.ResourceType.ImageResource.value, address, image)
        shown = QTextImageFormat()
        shown.setName(address.toString())
        shown.setWidth(image.width() / image.devicePixelRatio())
        shown.setHeight(image.height() / image.devicePixelRatio())
        shown.setProperty(QTextImageFormat.Property.ImageAltText, picture.name)
        self._cursor.insertImage(shown)
