"""Of whom a clause tells something: nobody named, a pronoun, or the name of whom the line is about."""

from relationdesk.domain.phrases.clauses import Clause
from relationdesk.domain.phrases.tokens import Phrases, after_phrase, word_set

_MOST_NAME_WORDS = 2
NOT_NAMES = word_set(
    """
    i, we, je, j, on, nous, the, le, la, les, un, une, a, an, if, si, who, qui, what, this, that, my,
    mon, ma, mes, nobody, everybody, people, would, does, do, est, never, jamais, no, pas, when, quand,
    readers, clients
    """
)


def after_subject(clause: Clause, pronouns: Phrases[None]) -> int:
    """The index after the pronoun or the name that `clause` begins with, or its first word.

    Where it is known whom the line is about, the name of somebody else is no subject.
    """
    after = after_phrase(pronouns, clause.tokens, clause.first)
    if after > clause.first:
        return min(after_phrase(pronouns, clause.tokens, after), clause.after - 1)
    index = clause.first
    while index < min(clause.after - 1, clause.first + _MOST_NAME_WORDS):
        token = clause.tokens[index]
        is_name = token.plain in clause.own or (
            not clause.own and token.is_capitalised and token.plain not in NOT_NAMES
        )
        follows = clause.tokens[index + 1]
        if not is_name or (
            index > clause.first and not follows.exact[0].isalnum() and follows.typed not in "'’"
        ):
            break
        index += 1
    return index
