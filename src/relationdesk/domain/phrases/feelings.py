"""What a clause says that somebody loves, likes, avoids or refuses."""

from dataclasses import dataclass

from relationdesk.domain.phrases import feeling_words as words
from relationdesk.domain.phrases.clauses import Clause
from relationdesk.domain.phrases.subjects import after_subject
from relationdesk.domain.phrases.tokens import after_phrase
from relationdesk.domain.phrases.wording import wording
from relationdesk.domain.vocabulary import Polarity, PreferenceCategory

_MOST_WORDS = 7


@dataclass(frozen=True, slots=True)
class Feeling:
    """What somebody feels about what; `value` is in the words typed."""

    polarity: Polarity
    category: PreferenceCategory
    value: str


def feeling_in(clause: Clause) -> Feeling | None:
    """The preference that `clause` tells of one person in the present, when it does and asks nothing."""
    if clause.ended_by == "?":
        return None
    forms = (_reached, _never, _rather, _denied, _felt)
    starts = (clause.first, after_subject(clause, words.SELVES))
    return next(filter(None, (form(clause, start) for start in starts for form in forms)), None)


def begins_by_feeling(clause: Clause) -> bool:
    """Its first words say that somebody loves, likes, avoids or refuses something."""
    return words.FEELINGS.at(clause.tokens, clause.first) is not None


def _felt(clause: Clause, start: int) -> Feeling | None:
    """`loves long formats`, `n'aime pas les scripts`."""
    found = words.FEELINGS.at(clause.tokens, start)
    if found is None or found[1] >= clause.after:
        return None
    polarity, after = found
    first = after_phrase(words.ARTICLES, clause.tokens, after)
    if first >= clause.after or clause.tokens[first].exact in words.SPECIFIC:
        return None
    end = _end_of_value(clause, first)
    if words.PREFERS.at(clause.tokens, start) is not None:
        end = _end_of_preferred(clause, first, end)
    if end == first:
        return None
    category = _category(clause, first, end)
    opening = clause.tokens[first]
    is_doing = first == after and opening.exact.endswith(words.PAST_ENDINGS) and category is None
    if is_doing or not opening.exact[0].isalnum() or (_needs_known(clause, start) and category is None):
        return None
    return _feeling(clause, polarity, category or PreferenceCategory.TOPIC, first, end)


def _end_of_preferred(clause: Clause, first: int, end: int) -> int:
    """Where what is preferred ends: at `over`, or at the `to` before what it is preferred to.

    Where that `to` may as well belong to what is preferred (`trips to Italy`), there is no telling: `first`.
    """
    for index in range(first + 1, end):
        word = clause.tokens[index].plain
        if word in words.OVER:
            return index
        if word in words.PREFERRED_TO and index + 1 < end:
            other = after_phrase(words.ARTICLES, clause.tokens, index + 1)
            known = _category(clause, first, index)
            is_same = known is not None and known is _category(clause, other, end)
            is_bare = index == first + 1 and end == index + 2 and not clause.tokens[index + 1].is_capitalised
            return index if is_same or (is_bare and word == "to") else first
    return end


def _needs_known(clause: Clause, start: int) -> bool:
    """A verb of many meanings: `does not do`, `ne fait pas`."""
    return any(token.plain in ("do", "does", "fait") for token in clause.tokens[start : start + 4])


def _never(clause: Clause, start: int) -> Feeling | None:
    """`never on sundays`, `jamais le dimanche`, `ne travaille jamais le week-end`."""
    after = after_phrase(words.NEVER, clause.tokens, start)
    first = after_phrase(words.NEVER_LINKS, clause.tokens, after)
    if after in (start, first) or first >= clause.after:
        return None
    keeps_link = clause.tokens[after].plain in words.KEPT_LINKS
    if not keeps_link and _category(clause, first, first + 1) is not PreferenceCategory.TIME:
        return None
    if keeps_link and not clause.tokens[first].exact[0].isdigit():
        return None
    return _feeling(
        clause, Polarity.REFUSES, PreferenceCategory.TIME, after if keeps_link else first, clause.after
    )


def _rather(clause: Clause, start: int) -> Feeling | None:
    """`plutôt le matin`, `rather by e-mail`."""
    after = after_phrase(words.RATHER, clause.tokens, start)
    first = after_phrase(words.RATHER_LINKS, clause.tokens, after)
    if after in (start, first) or first >= clause.after:
        return None
    category = _category(clause, first, min(first + 2, clause.after))
    if category not in (PreferenceCategory.TIME, PreferenceCategory.CHANNEL):
        return None
    return _feeling(clause, Polarity.LIKES, category, first, _end_of_value(clause, first))


def _reached(clause: Clause, start: int) -> Feeling | None:
    """`best reached on WhatsApp`, `préfère être contactée par mail`."""
    after = after_phrase(words.REACHED, clause.tokens, start)
    first = after_phrase(words.ARTICLES, clause.tokens, after)
    if after == start or first >= clause.after:
        return None
    end = _end_of_value(clause, first)
    return _feeling(clause, Polarity.LIKES, PreferenceCategory.CHANNEL, first, end)


def _denied(clause: Clause, start: int) -> Feeling | None:
    """`no calls before 10`, `pas de lives`: what no list holds is only news that did not come."""
    after = after_phrase(words.NO, clause.tokens, start)
    if after == start or after >= clause.after:
        return None
    about = after_phrase(words.MAKERS_OF, clause.tokens, after)
    found = words.ABOUT.at(clause.tokens, about) or words.REFUSED_TOPICS.at(clause.tokens, about)
    if found is None or found[0] is PreferenceCategory.TIME:
        return None
    category, known = found
    if category in (PreferenceCategory.PRODUCT, PreferenceCategory.TOPIC):
        known = after_phrase(words.MADE_OF, clause.tokens, known)
    follows = clause.tokens[known].plain if known < clause.after else ""
    is_many = clause.tokens[known - 1].plain.endswith("s")
    is_whole = not follows and (category is not PreferenceCategory.CHANNEL or is_many)
    is_rule = is_whole or follows in words.NO_GOES_ON
    return _feeling(clause, Polarity.REFUSES, category, after, clause.after) if is_rule else None


def _category(clause: Clause, first: int, end: int) -> PreferenceCategory | None:
    """What the words from `first` to `end` are about, by the first of them that a list holds."""
    known = (words.ABOUT.at(clause.tokens, index) for index in range(first, min(end, clause.after)))
    return next((found[0] for found in known if found is not None), None)


def _end_of_value(clause: Clause, first: int) -> int:
    for index in range(first + 1, clause.after):
        word = clause.tokens[index].plain
        if word in words.JOINS and index + 1 < clause.after:
            follows = clause.tokens[index + 1]
            if follows.plain not in words.SUBJECTS_AFTER_JOIN:
                continue
        if word in words.ENDS_VALUE:
            return index
    return clause.after


def _feeling(
    clause: Clause, polarity: Polarity, category: PreferenceCategory, first: int, end: int
) -> Feeling | None:
    value = wording(clause.tokens, first, end, [])
    return Feeling(polarity, category, value) if value and len(value.split()) <= _MOST_WORDS else None
