"""Whether a clause asks the user to do something, and from which word on."""

from collections.abc import Sequence
from dataclasses import dataclass

from relationdesk.domain.phrases import action_words as words
from relationdesk.domain.phrases.action_words import Asking, Needs, Shape
from relationdesk.domain.phrases.clauses import Clause
from relationdesk.domain.phrases.tokens import Phrases, Token, after_phrase
from relationdesk.domain.vocabulary import Action

_MOST_WORDS_BEFORE_ASKED = 4
_MOST_CLITICS = 2


@dataclass(frozen=True, slots=True)
class Task:
    """Something to do: `first` is the first word of its reason, `after` the index after its verb."""

    action: Action
    first: int
    after: int
    is_noun: bool


def task_in(clause: Clause) -> Task | None:
    """What `clause` asks for, when it begins by asking; the day may come first."""
    start = _after_leading_time(clause)
    return (
        _base_task(clause, start)
        or _own_task(clause, start)
        or _going_task(clause, start)
        or _noun(clause, start)
    )


def is_barred(tokens: Sequence[Token]) -> bool:
    """A word among `tokens` denies, doubts, or begins a clause of its own."""
    return any(
        token.plain in words.BARRIERS or after_phrase(words.BARRIER_PHRASES, tokens, index) > index
        for index, token in enumerate(tokens)
    )


def _after_leading_time(clause: Clause) -> int:
    """The index after the days, hours and signs that a clause begins with."""
    index = clause.first
    spans = {span.first: span.after for span in clause.times}
    while index < clause.after:
        if index in spans:
            index = spans[index]
        elif not clause.tokens[index].exact.isalnum() and clause.tokens[index].typed != "@":
            index += 1
        else:
            break
    return index


def _base_task(clause: Clause, start: int) -> Task | None:
    """`call`, `I must call`, `je dois la rappeler`, `she asked me to call`."""
    first = after_phrase(words.WISHES, clause.tokens, start)
    asked = _after_any(words.ASKED_OF_ME, clause, start)
    return next(filter(None, (_verb(clause, index, Shape.BASE) for index in (start, first, asked))), None)


def _after_any(table: Phrases[None], clause: Clause, start: int) -> int:
    """The index after a phrase that begins within a few words of `start`, else `start`."""
    for index in range(start, min(start + _MOST_WORDS_BEFORE_ASKED, clause.after)):
        after = after_phrase(table, clause.tokens, index)
        if after > index:
            return after
    return start


def _own_task(clause: Clause, start: int) -> Task | None:
    """`je la rappelle`, `on se voit`, `elle veut que je la rappelle`, `rappelle-la`."""
    start = _after_any(words.THAT_I, clause, start)
    after = after_phrase(words.SELVES, clause.tokens, start)
    if after > start:
        return _verb(clause, after, Shape.MINE, reason_from=start)
    task = _verb(clause, start, Shape.MINE)
    tied = task is not None and after_phrase(words.TIED_PRONOUNS, clause.tokens, task.after) > task.after
    return task if tied else None


def _going_task(clause: Clause, start: int) -> Task | None:
    """`I'm seeing Léa`, `calling her`."""
    first = after_phrase(words.GOING_SELVES, clause.tokens, start)
    task = _verb(clause, first, Shape.GOING)
    return task if task is not None and (first > start or _names_only_person(clause, task.after)) else None


def _verb(clause: Clause, start: int, shape: Shape, reason_from: int | None = None) -> Task | None:
    index = start
    for _ in range(_MOST_CLITICS):
        index = after_phrase(words.CLITICS, clause.tokens, index)
    found = words.VERBS.at(clause.tokens, index)
    if found is None or found[1] > clause.after:
        return None
    asking, after = found
    if asking.action is None or asking.shape is not shape:
        return None
    has_clitic = index > start
    if not (has_clitic and asking.needs is not Needs.NOTHING) and not _is_met(asking, clause, after):
        return None
    return Task(asking.action, start if reason_from is None else reason_from, after, is_noun=False)


def _is_met(asking: Asking, clause: Clause, after: int) -> bool:
    """What follows the verb is what it needs, and nothing that makes another thing of it."""
    if after < clause.after and (
        clause.tokens[after].plain in words.NOT_AFTER or _is_half_a_word(clause, after)
    ):
        return False
    if asking.needs is Needs.NO_ARTICLE:
        return after >= clause.after or clause.tokens[after].plain not in words.ARTICLES
    if asking.needs is Needs.PERSON_OR_DAY:
        return clause.starts_time(after) or _names_person(clause, after)
    if asking.needs is Needs.PERSON_ALONE:
        return _names_only_person(clause, after)
    return asking.needs is Needs.NOTHING or _names_person(clause, after)


def _is_half_a_word(clause: Clause, after: int) -> bool:
    """The verb is the first half of another word: `tell-all`."""
    halves = clause.tokens[after : after + 2]
    is_tied = after_phrase(words.TIED_PRONOUNS, clause.tokens, after) > after
    return not is_tied and [half.glued for half in halves] == [True, True] and halves[0].typed == "-"


def _names_only_person(clause: Clause, index: int) -> bool:
    """A person stands at `index`, and after it the clause ends, or a day, an hour or a link comes."""
    if not _names_person(clause, index):
        return False
    after = index + 1
    while after < clause.after and clause.tokens[after].is_capitalised and not clause.starts_time(after):
        after += 1
    follows = clause.tokens[after].plain if after < clause.after else "and"
    return clause.starts_time(after) or follows in words.NOUN_LINKS | words.GOES_ON


def _names_person(clause: Clause, index: int) -> bool:
    """A person stands at `index`: a pronoun, a name, or `to` and one of them."""
    if index >= clause.after or clause.starts_time(index):
        return False
    token = clause.tokens[index]
    if token.plain in ("to", "back", "a") and index + 1 < clause.after:
        return _names_person(clause, index + 1)
    return token.is_capitalised or after_phrase(words.PERSONS, clause.tokens, index) > index


def _noun(clause: Clause, start: int) -> Task | None:
    """`rdv jeudi`, `meeting with Léa on thursday`, `caler un café`."""
    first = after_phrase(words.NOUN_WISHES, clause.tokens, start)
    found = words.NOUNS.at(clause.tokens, first)
    if found is None or found[0].action is None or found[1] > clause.after:
        return None
    after = found[1]
    linked = after < clause.after and clause.tokens[after].plain in words.NOUN_LINKS
    is_dated = linked or clause.starts_time(after)
    return Task(found[0].action, first, after, is_noun=True) if is_dated else None
