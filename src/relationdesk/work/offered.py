"""What came of the offers that a note makes."""

import json
from collections.abc import Collection
from dataclasses import dataclass

from relationdesk.desk.reader import Reader, Statement


@dataclass(frozen=True, slots=True)
class _Found:
    id: int


_STILL_THERE = Statement(
    _Found,
    """SELECT id AS id FROM interaction WHERE id IN (SELECT value FROM json_each(:ids))
    UNION ALL SELECT id FROM follow_up WHERE id IN (SELECT value FROM json_each(:ids))
    UNION ALL SELECT id FROM promise WHERE id IN (SELECT value FROM json_each(:ids))
    UNION ALL SELECT id FROM preference WHERE id IN (SELECT value FROM json_each(:ids))
    UNION ALL SELECT id FROM fact WHERE id IN (SELECT value FROM json_each(:ids))
    UNION ALL SELECT id FROM handle WHERE id IN (SELECT value FROM json_each(:ids))""",
)


def still_there(reader: Reader, rows: Collection[int]) -> set[int]:
    """Those of the rows that a note and its offers became which are on the desk.

    No two rows share an identity. A follow-up that is done and a promise that was kept are there.
    """
    return {found.id for found in reader.ask(_STILL_THERE, ids=json.dumps(list(rows)))}
