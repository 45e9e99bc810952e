"""What there is to write about to those who grow distant."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from relationdesk.desk.reader import Reader, Statement
from relationdesk.domain.birthdays import birthdays_between
from relationdesk.domain.ids import PersonId
from relationdesk.domain.numbers import Numbers
from relationdesk.domain.reasons import BIRTHDAY_WITHIN, LATELY, Reason, ReasonKind, reason_to_write
from relationdesk.domain.vocabulary import Source
from relationdesk.work.today.distant import DistantRow


@dataclass(frozen=True, slots=True)
class _Known:
    kind: ReasonKind
    person_id: PersonId
    label: str
    what: str
    day: date | None
    source: Source | None


@dataclass(frozen=True, slots=True)
class _Born:
    person_id: PersonId
    month: int
    day_of_month: int


_KNOWN = Statement(
    _Known,
    """
    SELECT 'promise' AS kind, promise.person_id AS person_id, '' AS label, promise.what AS what,
      promise.made_on AS day, NULL AS source
    FROM json_each(:ids) AS wanted JOIN promise ON promise.person_id = wanted.value
    WHERE promise.side = 'i_owe' AND promise.state = 'open'
    UNION ALL
    SELECT 'publication', participant.person_id, '',
      coalesce(nullif(interaction.title, ''), substr(interaction.text, 1, 160)), interaction.happened_on, NULL
    FROM json_each(:ids) AS wanted JOIN participant ON participant.person_id = wanted.value
      JOIN interaction ON interaction.id = participant.interaction_id
    WHERE interaction.kind = 'publication' AND interaction.happened_on >= :since
    UNION ALL
    SELECT 'publication', partnership.person_id, '', partnership.title, partnership.published_on, NULL
    FROM json_each(:ids) AS wanted JOIN partnership ON partnership.person_id = wanted.value
    WHERE partnership.published_on >= :since AND partnership.trashed_at IS NULL
    UNION ALL
    SELECT 'preference', preference.person_id, '', preference.value, preference.noted_on, preference.source
    FROM json_each(:ids) AS wanted JOIN preference ON preference.person_id = wanted.value
    WHERE preference.polarity IN ('loves', 'likes') AND preference.category IN ('topic', 'format', 'product')
    UNION ALL
    SELECT 'fact', fact.person_id, fact.label, fact.value, fact.noted_on, fact.source
    FROM json_each(:ids) AS wanted JOIN fact ON fact.person_id = wanted.value
    """,
)
_BORN = Statement(
    _Born,
    """SELECT person.id AS person_id, person.birth_month AS month, person.birth_day AS day_of_month
    FROM json_each(:ids) AS wanted JOIN person ON person.id = wanted.value
    WHERE person.birth_day IS NOT NULL AND person.birth_month IS NOT NULL""",
)


def reasons_to_write(
    reader: Reader, rows: Iterable[DistantRow], day: date, numbers: Numbers
) -> Mapping[PersonId, Reason]:
    """The best reason to write to each of those in `rows`, where there is any."""
    rows = list(rows)
    ids = f"[{','.join(str(row.person_id) for row in rows)}]"
    known: defaultdict[PersonId, list[Reason]] = defaultdict(list)
    for one in reader.ask(_KNOWN, ids=ids, since=day - LATELY):
        known[one.person_id].append(Reason(one.kind, one.what, one.day, one.source, label=one.label))
    for person, reason in _birthdays(reader, ids, day):
        known[person].append(reason)
    for row in rows:
        known[row.person_id].append(
            Reason(ReasonKind.LAST_TALK, row.last_title or row.last_text, row.last_on)
        )
    best = {person: reason_to_write(reasons, day, numbers) for person, reasons in known.items()}
    return {person: reason for person, reason in best.items() if reason is not None}


def _birthdays(reader: Reader, ids: str, day: date) -> Iterator[tuple[PersonId, Reason]]:
    kept = birthdays_between(day, day + BIRTHDAY_WITHIN)
    for born in reader.ask(_BORN, ids=ids):
        for on in kept.get((born.month, born.day_of_month), []):
            yield born.person_id, Reason(ReasonKind.BIRTHDAY, "", on)
