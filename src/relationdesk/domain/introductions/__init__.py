"""People from whatever is at hand: a line, a pasted signature, a link, or a column of handles."""

from relationdesk.domain.introductions.reading import cards_from

__all__ = ["cards_from"]
