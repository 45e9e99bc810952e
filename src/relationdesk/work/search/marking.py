"""Why somebody was found, with the words that matched marked in it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from relationdesk.desk.reader import Reader, Statement
from relationdesk.domain.folding import fold
from relationdesk.domain.ids import PersonId
from relationdesk.language.words import _
from relationdesk.work.people.dialling import numbers_found
from relationdesk.work.people.matching import Spellings
from relationdesk.work.search.texts import MATCH_BEGINS, MATCH_ENDS, Found

_WORD = re.compile(r"[^\W_]+")
_WANTED = "IN (SELECT value FROM json_each(:ids))"


@dataclass(frozen=True, slots=True)
class _Reason:
    person_id: PersonId
    text: str
    until: date | None


_REASONS = Statement(
    _Reason,
    f"""
    SELECT person_id, text, until FROM (
      SELECT id AS person_id, city AS text, NULL AS until, 1 AS place FROM person WHERE id {_WANTED}
      UNION ALL SELECT person_topic.person_id, topic.name, NULL, 2 FROM person_topic
        JOIN topic ON topic.id = person_topic.topic_id WHERE person_topic.person_id {_WANTED}
      UNION ALL SELECT role.person_id, organisation.name, role.until, 3 FROM role
        JOIN organisation ON organisation.id = role.organisation_id AND organisation.trashed_at IS NULL
        WHERE role.person_id {_WANTED}
      UNION ALL SELECT person_tag.person_id, tag.name, NULL, 4 FROM person_tag
        JOIN tag ON tag.id = person_tag.tag_id WHERE person_tag.person_id {_WANTED}
      UNION ALL SELECT person_id, platform || ' · ' || name, NULL, 5 FROM handle WHERE person_id {_WANTED}
      UNION ALL SELECT person_id, value, NULL, 6 FROM contact_point WHERE person_id {_WANTED}
      UNION ALL SELECT person_id, city, NULL, 7 FROM postal_address WHERE person_id {_WANTED}
    ) ORDER BY place, until IS NOT NULL, until DESC
    """,  # noqa: S608 - a constant of this module
)


def with_reasons(
    reader: Reader, found: Sequence[Found], words: Sequence[Spellings], day: date
) -> list[Found]:
    """People with what the words that do not begin their name were found in, which stands for their topic.

    Where they belonged before this day alone is told as such.
    """
    beyond = {one.person_id: _beyond(one.name, words) for one in found}
    asked = [person for person, others in beyond.items() if others]
    numbers = numbers_found(reader, asked, words)
    reasons = {person: f"{MATCH_BEGINS}{number}{MATCH_ENDS}" for person, number in numbers.items()}
    for line in reader.ask(_REASONS, ids=f"[{','.join(map(str, asked))}]") if asked else ():
        if line.person_id not in reasons:
            shown = marked(line.text, [form for forms in beyond[line.person_id] for form in forms])
            if shown != line.text:
                is_over = line.until is not None and line.until < day
                formerly = _("{organisation} (formerly)").format(organisation=shown)
                reasons[line.person_id] = formerly if is_over else shown
    return [replace(one, snippet=reasons.get(one.person_id, one.snippet)) for one in found]


def marked(text: str, words: Iterable[str]) -> str:
    """A text with the beginnings of words that folded `words` stand for between the marks of a match."""
    return "".join(_marked(text, tuple(words)))


def _marked(text: str, words: Sequence[str]) -> Iterator[str]:
    end = 0
    for found in _WORD.finditer(text):
        length = max((_begun(found[0], word) for word in words), default=0)
        if length:
            start = found.start()
            yield f"{text[end:start]}{MATCH_BEGINS}{text[start : start + length]}{MATCH_ENDS}"
            end = start + length
    yield text[end:]


def _beyond(name: str, words: Sequence[Spellings]) -> list[Spellings]:
    """The words of a search that begin none of a name."""
    return [forms for forms in words if marked(name, forms) == name]


def _begun(word: str, by: str) -> int:
    """How many letters of `word` the folded `by` stands for; none when it does not begin it."""
    if not fold(word).startswith(by):
        return 0
    return next(length for length in range(1, len(word) + 1) if len(fold(word[:length])) >= len(by))
