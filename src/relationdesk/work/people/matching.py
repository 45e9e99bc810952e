"""Which people a typed text finds.

Every word must begin a word of a name, place, handle, way to reach, organisation, topic or tag.
"""

from relationdesk.domain.folding import fold

_EVERYONE = "person.trashed_at IS NULL AND person.archived_at IS NULL"
_MOST_WORDS = 8
_WORD = """(
    person.id IN (SELECT rowid FROM person_fts WHERE person_fts MATCH :match{n})
    OR person.id IN (SELECT person_id FROM handle
      WHERE id IN (SELECT rowid FROM handle_fts WHERE handle_fts MATCH :match{n}))
    OR person.id IN (SELECT person_id FROM contact_point
      WHERE id IN (SELECT rowid FROM contact_point_fts WHERE contact_point_fts MATCH :match{n}))
    OR person.id IN (SELECT role.person_id FROM role
      WHERE role.organisation_id IN
        (SELECT rowid FROM organisation_fts WHERE organisation_fts MATCH :match{n}))
    OR person.id IN (SELECT person_topic.person_id FROM person_topic
      JOIN topic ON topic.id = person_topic.topic_id
      WHERE topic.name_key >= :word{n} AND topic.name_key < :word{n} || char(1114111))
    OR person.id IN (SELECT person_tag.person_id FROM person_tag
      JOIN tag ON tag.id = person_tag.tag_id
      WHERE tag.name_key >= :word{n} AND tag.name_key < :word{n} || char(1114111))
)"""


def words_of(text: str) -> list[str]:
    """The words of a search, folded; signs that the index does not hold part them."""
    folded = "".join(character if character.isalnum() else " " for character in fold(text[:500]))
    return folded.split()[:_MOST_WORDS]


def prefix_match(word: str) -> str:
    """The index's expression for words that begin with `word`, which may hold anything.

    The index folds accents but not ligatures, so a text's `cœur` is looked for beside `coeur`.
    """
    spellings = dict.fromkeys((word, word.replace("oe", "œ").replace("ae", "æ")))
    return "(" + " OR ".join('"' + spelling.replace('"', '""') + '"*' for spelling in spellings) + ")"


def matching_sql(text: str) -> tuple[str, dict[str, object]]:
    """The question for the identities of people who match, in the list's order, and its parameters."""
    parameters: dict[str, object] = {}
    conditions = [_EVERYONE]
    for n, word in enumerate(words_of(text)):
        conditions.append(_WORD.format(n=n))
        parameters |= {f"match{n}": prefix_match(word), f"word{n}": word}
    where = " AND ".join(conditions)
    return f"SELECT person.id FROM person WHERE {where} ORDER BY person.sort_key, person.id", parameters  # noqa: S608 - constants only; the words are bound
