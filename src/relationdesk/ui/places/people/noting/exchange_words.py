"""Who reached out in something that happened, and who asked or gave, in the words of the screen."""

from relationdesk.domain.vocabulary import Direction, Tone
from relationdesk.language.words import _


def direction_words(direction: Direction, name: str, *, with_others: bool = False) -> str:
    """Who reached out, between the user, the person called `name` and any others who took part."""
    return {
        Direction.I_REACHED_OUT: _("You reached out"),
        Direction.THEY_REACHED_OUT: _("{name} reached out").format(name=name),
        Direction.BOTH: _("All of you") if with_others else _("Both of you"),
    }[direction]


def tone_words(tone: Tone) -> str:
    """Whether the user asked for something, or gave something."""
    return {
        Tone.ASKED: _("You asked for something"),
        Tone.GAVE: _("You gave something"),
        Tone.NEITHER: _("Neither asked nor gave"),
    }[tone]
