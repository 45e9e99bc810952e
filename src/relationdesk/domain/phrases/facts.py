"""What a clause tells that is small and worth knowing: a size, a diet, family, a home, a language."""

from relationdesk.domain.phrases import fact_words as words
from relationdesk.domain.phrases.clauses import Clause
from relationdesk.domain.phrases.subjects import after_subject
from relationdesk.domain.phrases.tokens import after_phrase
from relationdesk.domain.phrases.wording import wording

_MOST_WORDS = 12
_MOST_SIZE_WORDS = 3
_LEAST_KIN_WORDS = 3
_COUNTED_WORDS = 2


def fact_in(clause: Clause) -> str | None:
    """The fact that `clause` tells of one person, in the words typed, when it tells one and asks nothing.

    What stands in brackets belongs to what is said before: `boots (size 39)`.
    """
    is_aside = clause.ended_by == ")"
    if clause.ended_by == "?" or is_aside or clause.after - clause.first > _MOST_WORDS:
        return None
    starts = (clause.first, after_subject(clause, words.SELVES))
    told = next((start for start in starts for form in _FORMS if form(clause, start)), None)
    return None if told is None else wording(clause.tokens, told, clause.after, []) or None


def _is_size(clause: Clause, start: int) -> bool:
    after = after_phrase(words.SIZES, clause.tokens, start)
    if after > start and after < clause.after and clause.tokens[after].plain == ":":
        after += 1
    if after == start or after >= clause.after:
        return False
    size = clause.tokens[after]
    is_figure = size.plain.isascii() and size.plain.isdigit() and 0 < int(size.plain[:4]) <= words.MOST_SIZE
    is_letter = size.plain in words.LETTER_SIZES and size.typed.isupper()
    rest = clause.tokens[after + 1 : clause.after]
    is_short = len(rest) <= _MOST_SIZE_WORDS
    is_said = not rest or rest[0].plain in words.AFTER_SIZE or not rest[0].exact.isalnum()
    return (is_figure or is_letter) and is_short and is_said


def _is_diet(clause: Clause, start: int) -> bool:
    after = after_phrase(words.DIETS, clause.tokens, start)
    opens = clause.tokens[after - 1].plain in ("to", "a", "au", "aux", "eat", "pas")
    return after > start and (after < clause.after if opens else after <= clause.after)


def _is_home(clause: Clause, start: int) -> bool:
    after = after_phrase(words.LIVES, clause.tokens, start)
    return start < after < clause.after and clause.tokens[after].is_capitalised


def _is_language(clause: Clause, start: int) -> bool:
    after = after_phrase(words.SPEAKS, clause.tokens, start)
    return start < after < clause.after and clause.tokens[after].plain in words.TONGUES


def _is_household(clause: Clause, start: int) -> bool:
    """`has two daughters`, `a un chien`."""
    after = after_phrase(words.HAS, clause.tokens, start)
    if after == start or after + 1 >= clause.after or clause.tokens[after].plain not in words.COUNTS:
        return False
    return any(token.plain in words.HOUSEHOLD for token in clause.tokens[after + 1 : after + 3])


def _is_family(clause: Clause, start: int) -> bool:
    """`her brother runs the Annecy club`: what kin of theirs is or does in the present."""
    if start == clause.first and clause.tokens[start].plain in words.BARE_KIN:
        return start + 2 < clause.after and clause.tokens[start + 1].plain in words.KIN_DOES
    if clause.after - start < _LEAST_KIN_WORDS or clause.tokens[start].plain not in words.OWN:
        return False
    if clause.tokens[start + 1].plain not in words.KIN:
        return False
    does = start + 2
    if clause.tokens[does].plain in words.KIN_DOES:
        return does + 1 < clause.after
    if after_phrase(words.KIN_IS, clause.tokens, does) > does:
        return True
    is_trade = clause.tokens[does].plain in words.KIN_TRADE and does + 1 < clause.after
    return is_trade and not _is_passing(clause, does + 1)


def _is_passing(clause: Clause, index: int) -> bool:
    """What is said of them will be over soon, or is an old story."""
    word = clause.tokens[index]
    return word.plain in words.KIN_PASSING or word.exact.endswith(("é", "ée", "és", "ées", "ing", "ed"))


def is_size_heading(clause: Clause) -> bool:
    """It only announces a size: `shoe size:`."""
    start = after_subject(clause, words.SELVES)
    firsts = {clause.first, start if start < clause.after else clause.first}
    is_size = any(after_phrase(words.SIZES, clause.tokens, first) == clause.after for first in firsts)
    return is_size and clause.ended_by == ":"


def is_household(clause: Clause) -> bool:
    """It only counts children or animals: `two kids`."""
    is_short = clause.after - clause.first == _COUNTED_WORDS
    return is_short and _is_counted(clause, clause.first)


def is_names(clause: Clause) -> bool:
    """It holds names alone, and what joins them."""
    said = clause.tokens[clause.first : clause.after]
    return all(word.is_capitalised or word.plain in ("and", "et", "&") for word in said)


def _is_counted(clause: Clause, start: int) -> bool:
    """`two kids`, `trois enfants dont des jumelles`, `two kids, Zoé and Max`."""
    if start + 1 >= clause.after or clause.tokens[start].plain not in words.SEVERAL:
        return False
    after = start + _COUNTED_WORDS
    is_own = clause.tokens[start + 1].plain in words.HOUSEHOLD
    return is_own and (after == clause.after or clause.tokens[after].plain in words.AFTER_HOUSEHOLD)


_FORMS = (_is_size, _is_diet, _is_home, _is_language, _is_household, _is_counted, _is_family)
