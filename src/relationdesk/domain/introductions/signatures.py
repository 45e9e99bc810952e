"""One person on several lines: a signature from a letter, with or without the letter."""

from dataclasses import dataclass, field

from relationdesk.domain.folding import fold
from relationdesk.domain.introductions import naming, places
from relationdesk.domain.introductions.gathering import finish, is_company, is_title, keep_found, take_text
from relationdesk.domain.introductions.letters import begins_quote, is_footer, is_greeting
from relationdesk.domain.introductions.pieces import Kind, Piece, pieces_of
from relationdesk.domain.introductions.sketch import Sketch
from relationdesk.domain.vocabulary import ContactKind

_MOST_WORDS_OF_LABEL = 8


@dataclass(slots=True)
class _Line:
    text: str
    pieces: list[Piece] = field(default_factory=list)
    place: places.Place | None = None

    @property
    def texts(self) -> list[Piece]:
        return [piece for piece in self.pieces if piece.kind is Kind.TEXT]


def read_signature(lines: list[str], region: str) -> Sketch:
    """What the lines tell of one person; greetings, footers and quoted text are put aside."""
    sketch = Sketch()
    read = [_read(line, region) for line in _put_aside(sketch, lines)]
    for line in read:
        for piece in line.pieces:
            if piece.kind is not Kind.TEXT:
                keep_found(sketch, piece)
    name = _name_among(sketch, read)
    _take_places(sketch, read)
    is_near_top = name is None
    for line in read:
        is_near_top = _take_line(sketch, line, name, is_near_top=is_near_top)
    finish(sketch)
    return sketch


def _put_aside(sketch: Sketch, lines: list[str]) -> list[str]:
    """The lines that may tell of the person; what belongs to the letter goes aside."""
    kept: list[str] = []
    for index, line in enumerate(lines):
        if begins_quote(line) and index:
            sketch.aside += lines[index:]
            break
        if line.startswith(">") or is_greeting(line) or is_footer(line):
            sketch.aside.append(line)
        elif any(map(str.isalnum, line)):
            kept.append(line)
    return kept


def _read(line: str, region: str) -> _Line:
    place = places.place_in(line)
    if place.is_known:
        return _Line(line, [], place)
    read = _Line(line, pieces_of(line, region))
    if any(piece.kind is not Kind.TEXT for piece in read.pieces) and read.texts:
        _find_place_beside(read)
    return read


def _find_place_beside(line: _Line) -> None:
    """An address that shares its line with a phone or a link."""
    texts = line.texts
    first, last = texts[0], texts[-1]
    between = [p for p in line.pieces if p.kind is not Kind.TEXT and first.start < p.start < last.end]
    place = places.Place() if between else places.place_in(line.text[first.start : last.end])
    if place.is_known:
        line.place = place
        line.pieces = [piece for piece in line.pieces if piece.kind is not Kind.TEXT]


def _name_among(sketch: Sketch, lines: list[_Line]) -> Piece | None:
    """The text that is the person's name: the one that an e-mail spells, else the first that can be one."""
    texts = [piece for line in lines for piece in line.texts]
    names = [piece for piece in texts if naming.is_name(piece.value) and not is_company(piece.value, sketch)]
    boxes = [
        fold(entry.value.partition("@")[0]) for entry in sketch.contacts if entry.kind is ContactKind.EMAIL
    ]
    spelt = [piece for piece in names if any(_is_spelt(piece.value, box) for box in boxes)]
    chosen = next(iter(spelt or names), None)
    if chosen is not None:
        sketch.name = naming.told(chosen.value)
    return chosen


def _is_spelt(name: str, box: str) -> bool:
    return any(part in box for part in fold(name).replace("-", " ").split() if len(part) > 2)  # noqa: PLR2004


def _take_places(sketch: Sketch, lines: list[_Line]) -> None:
    """Make one address of the lines that tell it; a company stays apart, another town is a note."""
    found = [line for line in lines if line.place is not None]
    if not found:
        return
    told = [line.place for line in found if line.place is not None]
    after = lines.index(found[-1]) + 1
    if after < len(lines) and places.is_country(lines[after].text) and not any(p.country for p in told):
        told.append(places.Place(country=lines[after].text.strip(" ,.")))
        lines[after].pieces = []
    sketch.address = address = places.together(told)
    sketch.notes += [line.text for line in found if line.place and not places.is_told(line.place, address)]


def _take_line(sketch: Sketch, line: _Line, name: Piece | None, *, is_near_top: bool) -> bool:
    """Put the texts of a line on the card; tells whether a company may stand in the next one."""
    left: list[Piece] = []
    for piece in line.texts:
        if piece is name:
            is_near_top = True
        elif not _is_prose(line) and take_text(sketch, piece.value, may_be_company=is_near_top):
            continue
        else:
            left.append(piece)
            is_near_top = is_near_top and not _is_prose(line)
    if left:
        is_whole = len(left) == len(line.pieces)
        sketch.notes.append(line.text if is_whole else line.text[left[0].start : left[-1].end].strip())
    return is_near_top


def _is_prose(line: _Line) -> bool:
    """A sentence of the letter, not a line of the signature."""
    text = line.text
    many = len(text.split()) > _MOST_WORDS_OF_LABEL
    return (many and text.endswith((".", "!", "?", "…"))) or (text[:1].islower() and not is_title(text))
