"""Of whom or of what a word of two uses is said: `he is fat`, `a fat margin`.

Words are without case and accents here. What cannot be told counts for nobody.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from relationdesk.domain.phrases.tokens import word_set

_MOST_BACK = 7
_SENTENCE_ENDS = re.compile(r"[.;:!?\n()…]")
_SIGNS = re.compile(r"[^\s'’]")
_PERSONS = word_set(
    """
    she, he, they, who, elle, il, elles, ils, iel, qui, man, men, woman, women, guy, guys, girl, girls, boy,
    boys, person, people, lady, bloke, client, clients, agent, boss, colleague, friend, friends, brother,
    sister, mother, mum, father, dad, husband, wife, partner, son, daughter, parents, family, homme, hommes,
    femme, femmes, type, types, mec, mecs, fille, filles, garcon, personne, gens, dame, patron, patronne,
    collegue, ami, amie, amis, amies, frere, soeur, mere, pere, mari, compagnon, compagne, fils, famille
    """
)
_COPULAS = word_set(
    """
    is, was, are, were, s, re, be, been, being, seems, seemed, looks, looked, became, becomes, got, getting,
    est, etait, sont, etaient, semble, semblait, parait, devient, devenu, devenue, ete, fut, reste
    """
)
_OF_MANY = frozenset(("are", "were", "sont", "etaient"))
_BEFORE_COPULA = word_set(
    """
    has, have, had, will, would, can, could, may, might, must, also, always, just, only, often, now, still,
    a, ont, avait, va, peut, doit, aussi, toujours, souvent, vraiment, ne, n
    """
)
_BETWEEN = word_set(
    """
    a, an, un, une, and, et, or, ou, but, mais, very, so, too, really, rather, quite, bit, little, such,
    pretty, always, often, just, totally, completely, utterly, simply, clearly, plainly, still, now, tres,
    trop, si, assez, vraiment, plutot, toujours, souvent, completement, totalement, peu, carrement,
    franchement, the, le, la, of, kind, what, as, aussi
    """
)
_GOES_ON = word_set(
    """
    and, but, or, so, too, when, because, since, all, again, about, at, in, on, of, to, for, with, after,
    before, now, today, lately, these, this, by, as, if, that, who, than, like, during, from, anyway,
    though, sometimes, always, really, is, was, has, had, et, mais, ou, donc, car, depuis, a, au, aux, de,
    du, des, d, en, dans, sur, avec, pour, par, que, qu, qui, quand, comme, ces, ce, cette, aussi, encore,
    tout, toute, parfois, toujours, souvent, parce, pas, plus, est, sont
    """
)
_JOINTS = frozenset(("and", "but", "et", "mais"))


@dataclass(frozen=True, slots=True)
class Said:
    """The words of a text, and the signs before each of them and after the last."""

    words: Sequence[str]
    gaps: Sequence[str]
    capitals: Sequence[bool]
    own: frozenset[str] = frozenset()
    """The words of the name of whom the text is about."""

    def is_of_person(self, first: int, after: int) -> bool:
        """Words `first` to `after` are said of somebody: of a pronoun, of a name, or of nobody but them."""
        following, before = self._next_to(after), self._before(first)
        if following in _PERSONS or (before in _PERSONS and before not in ("qui", "who")):
            return True
        if following is not None and following not in _GOES_ON:
            return False
        if self._begins(first):
            return following is None or following in _JOINTS
        subject = self._subject(first)
        return subject is not None and self._is_person(subject)

    def is_before_thing(self, first: int, after: int) -> bool:
        """They describe the thing right after them, or are said of one: `bipolar transistor`."""
        following = self._next_to(after)
        is_compound = following is not None and following not in _GOES_ON | _PERSONS
        return is_compound or self._is_of_thing(first)

    def is_after_thing(self, first: int) -> bool:
        """They describe the thing right before them, or are said of one: `transistor bipolaire`."""
        before = self._before(first)
        neutral = _GOES_ON | _PERSONS | _COPULAS | _BETWEEN | _BEFORE_COPULA | self.own
        is_described = before is not None and before not in neutral and not self.capitals[first - 1]
        return is_described or self._is_of_thing(first)

    def _is_of_thing(self, first: int) -> bool:
        subject = self._subject(first)
        if subject is None or self._is_person(subject):
            return False
        return not self.capitals[subject] or self.words[subject + 1] in _OF_MANY

    def _is_person(self, index: int) -> bool:
        return self.words[index] in _PERSONS or self.words[index] in self.own

    def _next_to(self, after: int) -> str | None:
        """The word after, when no sign stands between but a hyphen."""
        is_near = after < len(self.words) and self.gaps[after].strip() in ("", "-", "‐", "'", "’")
        return self.words[after] if is_near else None

    def _before(self, first: int) -> str | None:
        return self.words[first - 1] if first and not _SIGNS.search(self.gaps[first]) else None

    def _begins(self, first: int) -> bool:
        return first == 0 or bool(_SENTENCE_ENDS.search(self.gaps[first]))

    def _subject(self, first: int) -> int | None:
        """Of what the words are said that begin at `first`: the last word before `is`, `was`, `est`."""
        for index in range(first - 1, max(first - 1 - _MOST_BACK, 0), -1):
            if _SENTENCE_ENDS.search(self.gaps[index + 1]):
                return None
            if self.words[index] in _COPULAS:
                return self._subject_of(index)
            is_listed = self.words[index + 1] in _JOINTS or "," in self.gaps[index + 1]
            if not (self.words[index] in _BETWEEN or is_listed):
                return None
        return None

    def _subject_of(self, copula: int) -> int | None:
        index = copula - 1
        while index > 0 and self.words[index] in _BEFORE_COPULA | _COPULAS:
            index -= 1
        is_joined = index >= 0 and not any(
            _SENTENCE_ENDS.search(gap) for gap in self.gaps[index + 1 : copula + 1]
        )
        return index if is_joined else None
