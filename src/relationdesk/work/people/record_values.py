"""The values of the desk that a field of the record may take, for completing what is typed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from relationdesk.desk.reader import Reader, Statement
from relationdesk.domain.folding import fold

_LOOKED_AT: Final = 600
"""So many people are looked at for the countries that people live in."""
_MOST: Final = 10


@dataclass(frozen=True, slots=True)
class _Value:
    name: str


_COUNTRIES: Final = Statement(
    _Value,
    f"""SELECT country AS name FROM (
        SELECT country FROM person INDEXED BY ix_person_listed
        WHERE trashed_at IS NULL AND archived_at IS NULL ORDER BY sort_key LIMIT {_LOOKED_AT})
    WHERE country <> '' GROUP BY country ORDER BY count(*) DESC, country""",  # noqa: S608 - names of this module
)


def countries(reader: Reader, typed: str, named: Callable[[str], str]) -> list[str]:
    """The countries that begin with `typed`, each as `named` tells it, those of most people first."""
    names = dict.fromkeys(named(one.name) for one in reader.ask(_COUNTRIES))
    return [name for name in names if fold(name).startswith(fold(typed).strip())][:_MOST]
