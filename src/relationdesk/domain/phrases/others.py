"""Who else a line names, so that what is told after them is not taken for the person the line is about."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from relationdesk.domain.phrases.clauses import Clause
from relationdesk.domain.phrases.day_words import MONTHS, WEEKDAYS
from relationdesk.domain.phrases.fact_words import OWN, TONGUES
from relationdesk.domain.phrases.subjects import NOT_NAMES
from relationdesk.domain.phrases.tokens import Token, tokens_of, word_set
from relationdesk.domain.profiles import platform_named

_LEAST_LETTERS = 3
_PRONOUNS = word_set("she, he, they, elle, il, elles, ils, iel, it") | OWN
_OBJECTS = word_set("her, him, them, lui, elle, eux, elles, leur, his, their")
_SENTENCE_ENDS = frozenset(".!?…\n\r")
_MEETINGS = word_set(
    """
    met, saw, seen, with, rang, joined, introduced, vu, vue, vus, croise, croisee, rencontre, avec, revu,
    revue, presente, presentee
    """
)
_NOBODY = word_set(
    """
    her, him, them, it, me, us, you, at, in, on, the, a, an, again, up, for, by, to, last, and, with, some,
    his, their, my, our, everybody, everyone, both, yesterday, today, friends, love, joy, pleasure, lui,
    elle, eux, elles, moi, nous, vous, au, aux, a, en, le, la, les, l, un, une, des, du, de, d, hier, ce, cet,
    cette, chez, dans, sur, plaisir, joie, son, sa, ses, mon, ma, mes, nos, notre, deux, tout, beaucoup, que
    """
)
_PLACES = word_set(
    "in, at, near, from, the, en, a, au, aux, sur, du, des, la, le, les, l, un, une, an, this, ce"
)
_SPEAKING = word_set(
    """
    spoke, talked, speaking, talking, wrote, said, introduced, gave, sent, parle, ecrit, telephone, dit,
    demande, presente, presentee, envoye, donne
    """
)
_OF = word_set("of, de, d")
_DOES = word_set(
    """
    says, said, told, thinks, called, wrote, asked, came, wants, knows, loves, likes, hates, prefers, joined,
    introduced, works, promised, has, dit, pense, appelle, ecrit, veut, connait, adore, aime, deteste,
    prefere, est, travaille, nous, m, s
    """
)
_DONE = ("é", "dit", "vu", "fait", "pris", "mis", "eu", "un", "une", "des", "deux")
"""How the word after `Paul a` ends, which is not the article of `Held a plank`."""
_CONTRACTED = word_set("let, here, there, that, what, who, it, where, how")


def name_words(name: str) -> frozenset[str]:
    """The words by which a person called `name` is named in a line."""
    words = (token.plain for token in tokens_of(name))
    return frozenset(word for word in words if len(word) >= _LEAST_LETTERS and word not in NOT_NAMES)


@dataclass(frozen=True, slots=True)
class Others:
    """The places in a line at which somebody else than whom it is about is named, or may be."""

    tokens: Sequence[Token]
    own: frozenset[str]
    places: tuple[int, ...]
    sentences: tuple[int, ...]
    """The number of the sentence in which each token stands."""

    def may_be_told_of(self, clause: Clause, told: Collection[Clause]) -> bool:
        """What `clause` tells may be about one of them; whom another told clause names is what it tells."""
        sentence = self.sentences[clause.first]
        before = [
            place
            for place in self.places
            if place < clause.first and not any(other.first <= place < other.after for other in told)
        ]
        if any(self.sentences[place] == sentence for place in before):
            return True
        return bool(before) and self._is_by_pronoun(clause) and not self._is_named(sentence, clause.first)

    def may_be_meant(self, clause: Clause) -> bool:
        """`clause` says `him` or `her` of somebody, and one of them stands before it in its sentence."""
        said = self.tokens[clause.first : clause.after]
        is_by_pronoun = any(word.plain in _OBJECTS for word in said) or said[0].plain in ("la", "le", "l")
        sentence = self.sentences[clause.first]
        return is_by_pronoun and any(
            place < clause.first and self.sentences[place] == sentence for place in self.places
        )

    def _is_by_pronoun(self, clause: Clause) -> bool:
        return any(word.plain in _PRONOUNS for word in self.tokens[clause.first : clause.first + 2])

    def _is_named(self, sentence: int, before: int) -> bool:
        return any(
            self.tokens[index].plain in self.own
            for index in range(before)
            if self.sentences[index] == sentence
        )


def others_in(tokens: Sequence[Token], own: frozenset[str], accounts: Sequence[tuple[int, int]]) -> Others:
    """Who else a line names; nobody, where it is not known whom it is about.

    Args:
        tokens: the line.
        own: the words of the name of whom it is about.
        accounts: from where to where their own accounts are named in the text.
    """
    sentences: list[int] = []
    for index in range(len(tokens)):
        is_new = index > 0 and _ends_sentence(tokens, index - 1)
        sentences.append((sentences[-1] if sentences else 0) + is_new)
    places = tuple(
        index
        for index, token in enumerate(tokens)
        if own
        and not any(start <= token.start < end for start, end in accounts)
        and _is_other(tokens, index, own, is_first=_is_first(sentences, index))
    )
    return Others(tokens, own, places, tuple(sentences))


def _ends_sentence(tokens: Sequence[Token], index: int) -> bool:
    is_glued = index + 1 < len(tokens) and tokens[index + 1].glued
    return tokens[index].typed in _SENTENCE_ENDS and not is_glued


def _is_first(sentences: Sequence[int], index: int) -> bool:
    return index == 0 or sentences[index] != sentences[index - 1]


def _is_other(tokens: Sequence[Token], index: int, own: frozenset[str], *, is_first: bool) -> bool:
    token = tokens[index]
    before = tokens[index - 1].plain if index else ""
    if not token.plain.isalpha() or token.plain in own or _is_part_of_own(tokens, index, own):
        return False
    if before == "@":
        return True
    if not token.is_capitalised:
        return before in _MEETINGS and token.plain not in _NOBODY and _stands_alone(tokens, index)
    if token.plain in NOT_NAMES | _PRONOUNS or _is_known_word(tokens, index):
        return False
    if is_first or not before.isalnum():
        return _does(tokens, index)
    return _is_person_after(tokens, index, before)


def _is_part_of_own(tokens: Sequence[Token], index: int, own: frozenset[str]) -> bool:
    """Another word of the same name: `Léa M. Marchetti`."""
    neighbours = [tokens[place] for place in (index - 1, index + 1) if 0 <= place < len(tokens)]
    return tokens[index].is_capitalised and any(word.plain in own for word in neighbours)


def _is_known_word(tokens: Sequence[Token], index: int) -> bool:
    """A day, a month, a language, a platform or letters: no name of anybody."""
    token = tokens[index]
    is_time = WEEKDAYS.at(tokens, index) is not None or MONTHS.at(tokens, index) is not None
    is_letters = token.typed.isupper()
    return is_time or is_letters or token.plain in TONGUES or bool(platform_named(token.typed))


def _stands_alone(tokens: Sequence[Token], index: int) -> bool:
    """A sign, an `and` or nothing follows: `met sarah, she …`."""
    follows = tokens[index + 1].plain if index + 1 < len(tokens) else ""
    is_time = WEEKDAYS.at(tokens, index) is not None
    return not is_time and (not follows.isalnum() or follows in ("and", "et", "who", "qui"))


def _does(tokens: Sequence[Token], index: int) -> bool:
    """The sentence begins by a name: `Paul says`, `Paul Martin called`."""
    after = index + 1
    while after < len(tokens) and tokens[after].is_capitalised and tokens[after].plain.isalpha():
        after += 1
    if after + 1 >= len(tokens):
        return False
    verb, follows = tokens[after].plain, tokens[after + 1]
    if verb == "'":
        return tokens[index].plain not in _CONTRACTED
    return verb in _DOES or (verb == "a" and follows.exact.endswith(_DONE))


def _is_person_after(tokens: Sequence[Token], index: int, before: str) -> bool:
    is_possessed = index + 1 < len(tokens) and tokens[index + 1].plain == "'"
    earlier = tokens[index - 2] if index > 1 else None
    if is_possessed:
        return True
    if before == "to" or before in _PLACES:
        is_spoken = earlier is not None and earlier.plain in _SPEAKING
        return is_spoken and before in ("to", "a", "au")
    if before in _OF:
        return earlier is None or not earlier.is_capitalised
    return True
